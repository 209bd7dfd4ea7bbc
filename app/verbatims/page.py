"""The Verbatims page: one list for search hits, a code, a capability, a cell of a matrix, or what else is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, theme
from app.errors_text import sentence
from app.hub import Ask, Hub
from app.hub import Place as Spot
from app.page import Page
from app.sets.filter import SetFilter, there
from app.sets.putting import of_search
from app.sets.words import show_all
from app.verbatims.acts import RowActs
from app.verbatims.autocoding import AutoCode
from app.verbatims.code_questions import CodeQuestions, OfCode
from app.verbatims.export import Export
from app.verbatims.facets import SETS, Facets, of_codes
from app.verbatims.list import List
from app.verbatims.other_hits import OtherHitsList
from app.verbatims.query_bar import QueryBar
from app.verbatims.questions import Questions
from app.verbatims.rows import Place
from app.verbatims.saved import Saved
from app.verbatims.searching import Seeking
from app.verbatims.selection_bar import SelectionBar
from app.verbatims.status import StatusLine
from app.verbatims.views import Views
from app.widgets import EmptyState, remember_splitter

if TYPE_CHECKING:
    from coding.moment.evidence import Ways
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from coding.search.searches import Scope, Search, View
    from corpus.store.project import Changes

_UNSEEN_TABLES = frozenset(("saved_search", "saved_matrix", "recipe", "exposure", "foreign_id"))
_SOON_MS = 30
_FADE_AFTER_MS = 150
_SCOPE, _LINES = "verbatims.scope", "verbatims.lines"


class VerbatimsPage(Page):
    """Shows what was asked for last; `seeking.waiting` says that the answer is still to come."""

    name = "verbatims"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        from coding.search.searches import Search

        self.search: Search = Search()
        self._place: Place | None = None
        self._due = False
        self.seeking = Seeking(hub, self)
        self.seeking.found.connect(self._take)
        self.seeking.failed.connect(self._fail)
        self._lay_out()
        self.acts = RowActs(hub, self.list, self.asking, self)
        self._lay_out_many()
        self._make_actions()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._seek)
        self._late = QTimer(self, singleShot=True, interval=_FADE_AFTER_MS)
        self._late.timeout.connect(self._fade)
        hub.verbatims_asked.connect(self.ask)
        hub.noted.connect(self._noted)
        self.restyled()

    # parts

    def _lay_out(self) -> None:
        self.list = List()
        self.list.went.connect(self._went)
        self.list.opened.connect(lambda: self.acts.source())
        self.hits = OtherHitsList()
        self.hits.opened.connect(self._open_hit)
        self.asking: Questions = Questions(self.list)
        self.facets = Facets(self.hub.settings)
        self.facets.chose.connect(self._chose)
        self.bar = QueryBar()
        self.bar.typed.connect(self._typed)
        self.bar.left.connect(lambda: self.home().setFocus())
        self.bar.turned.connect(self._turn_scope)
        self.bar.moment = lambda: self.seeking.moment
        self.filter = SetFilter(self.hub, "verbatims")
        self.filter.chosen.connect(lambda within: self._change(replace(self.search, within=within)))
        self.filter.found = lambda: of_search(self._found())
        self.saved = Saved(self.hub, self.asking, lambda: self.search)
        self.saved.chosen.connect(self.run)
        self.export = Export(self.hub, self._found)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.bar, 1)
        across.addWidget(self.filter, alignment=Qt.AlignmentFlag.AlignTop)
        for part in (self.saved, self.export):
            part.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            across.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        self.down = down = QVBoxLayout()
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(24, 16, 16, 8)
        above.setSpacing(8)
        above.addLayout(across)
        self.status = StatusLine(self.clear)
        self.status.way_chosen.connect(self._set_ways)
        above.addWidget(self.status)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.hits)
        self.views = Views(self.hub, self.stack, self.asking)
        self.views.arranged.connect(self._arrange)
        self.views.within.connect(self._go_within)
        self.views.narrowed.connect(self.bar.put)
        above.addWidget(self.views)
        down.addLayout(above)
        self.empty = EmptyState("verbatims", "", self.tr("Ask for everything"), self._leave_empty)
        self.stack.addWidget(self.empty)
        down.addWidget(self.stack, 1)
        down.addWidget(self.asking)
        right.setLayout(down)
        self.splitter = QSplitter()
        self.splitter.addWidget(self.facets)
        self.splitter.addWidget(right)
        for side in range(2):
            self.splitter.setStretchFactor(side, 1)
        self.splitter.setSizes([320, 1000])
        remember_splitter(self.splitter, "verbatims", self.hub.settings)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _lay_out_many(self) -> None:
        """Put in what is done to many: a bar while several are selected, and a menu of ways to code at once."""
        self.selected = SelectionBar(self.hub.settings, self.acts, lambda: self.export.ask_where(self.list.chosen()))
        self.down.insertWidget(self.down.indexOf(self.asking), self.selected)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count_selected())
        self.auto = AutoCode(self.hub, self.acts, lambda: None if self.acts.locked else self.list.rows.listing)
        self.status.add(self.auto)
        self.of_code = OfCode(self.hub, self.acts.pick)
        self.status.add(self.of_code)

    def _count_selected(self) -> None:
        self.selected.show_count(len(self.list.selectionModel().selectedRows()))

    def _make_actions(self) -> None:
        acts, view = self.acts, self.list
        for name, slot in (
            ("verbatims.next", lambda: view.step(1)),
            ("verbatims.previous", lambda: view.step(-1)),
            ("verbatims.unfold", view.toggle),
            ("verbatims.source", acts.source),
            ("verbatims.judge_out", acts.judge_out),
            ("verbatims.judge_in", lambda: acts.judge("in")),
            ("verbatims.judge_undecided", lambda: acts.judge("undecided")),
            ("verbatims.stance", acts.stance),
            ("verbatims.bear", acts.bear),
            ("verbatims.excerpt", acts.excerpt),
        ):
            actions.make(name, view, slot)
        for name, slot in (
            ("verbatims.code", acts.code),
            ("verbatims.recode", acts.recode),
            ("verbatims.split", acts.split),
            ("verbatims.memo", acts.memo),
            ("verbatims.save", self.saved.save),
            ("verbatims.export", self.export.ask_where),
        ):
            actions.make(name, self, slot)
        for name, slot in (
            ("verbatims.next", lambda: self.hits.step(1)),
            ("verbatims.previous", lambda: self.hits.step(-1)),
            ("verbatims.unfold", self.hits.toggle),
            ("verbatims.source", self._open_hit),
        ):
            actions.make(name, self.hits, slot)

    # what is asked

    def ask(self, asked: Ask) -> None:
        """Show what another page asks for."""
        from coding.search.searches import Search

        if asked.search is not None:
            self.run(replace(asked.search, view=self._view()))
            return
        chosen: dict[str, tuple[int | str | None, ...]] = {}
        if asked.codes:
            from coding import codebook
            from corpus.errors import UnknownCode

            for key in asked.codes:
                try:
                    code = codebook.get(self.hub.project, key)
                except UnknownCode as error:
                    self.hub.failed.emit(error)
                    return
                if asked.of:
                    said = CodeQuestions().said(asked.of, code.label)
                    self.run(Search(scope="meaning", about=(asked.of, key), title=said, within=self.search.within))
                    return
                name = "code" if code.framework is None else f"framework:{code.framework}"
                chosen[name] = (*chosen.get(name, ()), key)
        if asked.document is not None:
            chosen["document"] = (asked.document,)
        scope: Scope = "meaning" if asked.meaning else "passages"
        self.run(Search(asked.query, chosen, scope=scope, view=self._view(), items=asked.items, title=asked.title,
                        group=asked.group))  # fmt: skip

    def run(self, search: Search) -> None:
        """Show what a search gives, from its first verbatim on."""
        self._place = None
        self.list.unfolded.clear()
        self.bar.set_query(search.query)
        self.bar.set_scope(search.scope)
        self.views.arranged_as(search)
        self._change(search)

    def clear(self) -> None:
        """Ask for everything there is in the scope: in passages, for all that is coded."""
        from coding.search.searches import Search

        self.run(Search(scope=self.search.scope, view=self._view(), within=self.search.within))

    def _view(self) -> View:
        """Give the way of looking that stays when something else is asked for."""
        return "lines" if self.hub.settings.get(_LINES) else "verbatims"

    def _change(self, search: Search) -> None:
        self.search = search
        self.of_code.setVisible(search.scope == "meaning")
        self._hold()
        self._seek()

    def _typed(self) -> None:
        if self.bar.query != self.search.query:
            self._place = None
            title = "" if self.search.about else self.search.title
            self._change(replace(self.search, query=self.bar.query, view=self.views.wanted, about=None, title=title))

    def _chose(self) -> None:
        self._change(replace(self.search, chosen=self.facets.chosen()))

    def _go_within(self, document: int) -> None:
        chosen = {**self.search.chosen, "document": (document,)}
        self._change(replace(self.search, chosen=chosen, view=self.views.wanted))

    def _arrange(self) -> None:
        order, group = self.views.arrangement()
        view, listing = self.views.wanted, self.list.rows.listing
        if (view == "lines") != (self.search.view == "lines") and listing is not None and self.list.at is not None:
            # A match and its verbatim begin apart; one stays at the verbatim.
            self._place = listing.place(self.list.rows.number(self.list.at))
        self.hub.settings.set(_LINES, view == "lines" or None)
        self._change(replace(self.search, view=view, order=order, group=group))

    def _turn_scope(self) -> None:
        self.hub.settings.set(_SCOPE, self.bar.scope)
        self._place = None
        chosen = {name: keys for name, keys in self.search.chosen.items() if name != "kind"}  # of memos alone
        self._change(
            replace(
                self.search, query=self.bar.query, scope=self.bar.scope, chosen=chosen, items=None, title="", about=None
            )
        )

    def _set_ways(self, way: Ways) -> None:
        self._change(replace(self.search, ways=way))

    def _hold(self) -> None:
        """Let nothing be done to rows that are not what is asked for now."""
        self.acts.locked = True
        self.acts.rest()
        self._late.start()

    def _fade(self) -> None:
        self._fade_lists(True)
        if self.seeking.waiting:
            self.status.count.setText(self.tr("Searching …"))

    def _seek(self) -> None:
        if self.hub.project_or_none is None:
            return
        if not self.isVisible():
            self._due = True
            return
        self._due = False
        self.seeking.ask(self.search)

    def _fade_lists(self, faded: bool) -> None:
        self.list.fade(faded)
        self.hits.fade(faded)

    # what is found

    def _take(self, found: Listing | OtherHits) -> None:
        from coding.search.listings import Listing

        self._late.stop()
        self.bar.say(None)
        self._fade_lists(False)
        self.views.enable_panels(True)
        of_verbatims = isinstance(found, Listing)
        for part in (self.views, self.status.ways, self.auto):
            part.setVisible(of_verbatims)
        self.filter.say(found.moment.sets, found.search.within)
        self.status.clearing.setVisible(found.search.asks)
        self.export.setEnabled(bool(len(found)))
        self.acts.locked = False
        if isinstance(found, Listing):
            self.hits.show_hits(None)
            self._show(found)
        else:
            self.list.show_listing(None)
            self.views.take(None)
            self._show_hits(found)

    def _show_hits(self, hits: OtherHits) -> None:
        self.hits.show_hits(hits)
        self.facets.setEnabled(True)
        self.facets.take(hits)
        self.status.take_hits(hits, self.hits.counted(), self.facets)
        self.stack.setCurrentWidget(self.hits if len(hits) else self.empty)
        self.empty.sentence.setText(self.hits.nothing())
        self.empty.button.setText(self.tr("Ask for everything") if hits.search.asks else self.tr("Go to Code"))

    def _open_hit(self) -> None:
        """Go to where the current document or memo stands, else to the memo itself, or to the code's entry."""
        hit, scope = self.hits.current, self.search.scope
        if hit is None or self.hits.faded:
            return
        if hit.place is not None:
            self.hub.show_place(Spot(*hit.place))
        elif scope == "definitions":
            self.hub.show_code(hit.key)
        else:
            self.hub.show_memo(hit.key)

    def _found(self) -> Listing | OtherHits | None:
        """Give what is shown, once it is what was asked for."""
        return None if self.acts.locked else self.list.rows.listing or self.hits.hits

    def _show(self, listing: Listing) -> None:
        self.list.show_listing(listing, self._place)
        self.facets.setEnabled(True)
        self.facets.take(listing)
        self.views.take(listing)
        self.status.take(listing, self.facets)
        self._say_empty(listing)

    def _say_empty(self, listing: Listing) -> None:
        if len(listing):
            self.stack.setCurrentWidget(self.views.panel or self.list)
            return
        search = listing.search
        everything = self.tr("Ask for everything") if search.asks else self.tr("Go to Code")
        self.empty.sentence.setText(self.status.nothing(listing))
        self.empty.button.setText(show_all() if search.within else everything)
        self.stack.setCurrentWidget(self.empty)

    def _leave_empty(self) -> None:
        search = self.search
        if search.within:
            self.filter.take_off()
        elif search.asks:
            self.clear()
        else:
            self.hub.page_asked.emit("code")

    def _fail(self, error: Exception) -> None:
        from corpus.errors import Cancelled, QueryError, WorkbenchError

        self._late.stop()
        if isinstance(error, Cancelled):
            return
        self._fade_lists(True)
        self.views.enable_panels(False)
        self.status.say()
        if isinstance(error, WorkbenchError) and self.search.about:
            self.list.show_listing(None)
            self.empty.sentence.setText(sentence(error))
            self.stack.setCurrentWidget(self.empty)
        elif isinstance(error, QueryError) or (isinstance(error, WorkbenchError) and self.search.scope == "meaning"):
            self.bar.say(error)
        else:
            self.hub.failed.emit(error)

    def _went(self) -> None:
        self._count_selected()
        if self.list.at is not None and not self.acts.locked:
            self._place = self.list.rows.place(self.list.at)

    # the project's life

    def project_opened(self) -> None:
        self.seeking.spoil()
        from coding.search.searches import Scope

        scope = self.hub.settings.get(_SCOPE)
        kept = self.filter.recall()
        within = there(self.hub.moment(), kept) if kept else ()  # the study is not read here where nothing asks for it
        self.search = replace(self.search, scope=scope if scope in get_args(Scope) else "passages", within=within)
        self.clear()

    def project_closed(self) -> None:
        self._soon.stop()
        self.seeking.stop()
        self.views.counting.stop()
        self.views.take(None)
        self.acts.rest()
        self.acts.locked = True
        self.list.show_listing(None)
        self.hits.show_hits(None)
        self._place = None

    def project_changed(self, changes: Changes) -> None:
        tables = changes.keys.keys() - _UNSEEN_TABLES
        if not tables:
            return
        self.seeking.spoil()
        self._forget_codes()
        self._hold()
        self._soon.start()

    def _noted(self, changes: Changes) -> None:
        """What was opened is read, also of what was given to be shown: ask again; until then the rows stay."""
        opened = changes.keys.get("opened", frozenset())
        if self.search.items is not None:
            items = (replace(one, unread=one.unread and opened.isdisjoint(one.codings)) for one in self.search.items)
            self.search = replace(self.search, items=tuple(items))
        if not self.acts.locked:
            self._soon.start()

    def _forget_codes(self) -> None:
        """Choose no longer a code, or a set, that a change removed."""
        from coding import codebook

        if self.search.within:
            self.search = replace(self.search, within=there(self.hub.moment(), self.search.within))
        of_sets = {name: keys for name, keys in self.search.chosen.items() if name in SETS}
        if not self.search.codes and not of_sets and not self.search.about:
            return
        known = {code.key for code in codebook.listed(self.hub.project)}
        if self.search.about and self.search.about[1] not in known:
            self.search = replace(self.search, about=None, title="")
        chosen = {
            name: tuple(k for k in keys if k in known) if of_codes(name) else keys
            for name, keys in self.search.chosen.items()
        }
        chosen |= {name: there(self.hub.moment(), map(str, keys)) for name, keys in of_sets.items()}
        self.search = replace(self.search, chosen={name: keys for name, keys in chosen.items() if keys})

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self._seek()

    def entered(self) -> None:
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def restyled(self) -> None:
        for part in (self.list, self.hits):
            part.restyle(float(theme.text_size(self.hub.settings)))
        found = self.list.rows.listing or self.hits.hits
        if found is not None:
            self.facets.take(found)

    def home(self) -> QWidget:
        return self.list if self.hits.hits is None else self.hits

    def panes(self) -> Sequence[QWidget]:
        if self.hits.hits is not None:
            return (self.hits, self.facets, self.bar.line)
        return (self.views.panel or self.list, self.facets, self.bar.line, self.views.tabs)

    def begin_search(self) -> None:
        self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.line.selectAll()
