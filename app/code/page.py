"""The Code page: read, select, code. It shows what the project has, and repaints only what a change touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app import actions, consenting, theme
from app.code.arranging import Arrangement
from app.code.companion import Companion
from app.code.inspector import Inspector
from app.code.inspector.focus import Focus
from app.code.margin_filter import MarginFilter
from app.code.reading import ReadingPanel
from app.code.recent import RecentCodes
from app.code.second_document import SecondDocument
from app.code.shown import FEW, OnPage, kept, moves_of, only_corrects, read_codings
from app.code.sources import SourcesPanel
from app.code.verbs import Verbs
from app.codebook.panel import CodebookPanel
from app.codebook.picker import CodePicker
from app.codebook.ranking import Ranking
from app.hub import Hub, Place
from app.page import Page
from app.reader import ReaderCoding, ReaderPassage
from app.reader.spans import SpanChange
from app.widgets import EmptyState
from coding import codings
from coding.codings import CodingInfo
from coding.moment.code_list import Book
from corpus import documents
from corpus.model import (
    Coding,
    Document,
    Memo,
    Participant,
    Participation,
    Passage,
    Speaker,
)

if TYPE_CHECKING:
    from corpus.documents import DocumentInfo
    from corpus.store.project import Changes, Project

_IDLE_MS = 300  # after opening
_SETTLED_MS = 1_500  # after scrolling, before the place is remembered


class CodePage(Page):
    """Sources, text, inspector and codebook around one document at a time."""

    name: ClassVar[str] = "code"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self.shown = OnPage()
        self._project: Project | None = None
        self._from_list = False
        self._looking = False
        self.reading, self.sources = ReadingPanel(hub.settings), SourcesPanel(hub)
        self.empty = EmptyState(
            "import",
            self.tr("This project has no interviews yet."),
            self.tr("Import interviews…"),
            self._import,
            hint=self.tr("Or drop files and folders anywhere in this window."),
        )
        work = QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        self.picker = CodePicker(self)
        self.codebook, self.inspector = CodebookPanel(hub, self.picker), Inspector(hub)
        self.companion = Companion(hub.settings, self._read)
        self.arrangement = Arrangement(
            work, hub.settings, self.sources, self.reading, self.inspector, self.codebook, self.companion
        )
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._remember)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._prepare_picker)
        self.verbs = Verbs(hub, self.shown, self.reading, self.picker, self)
        self.second = SecondDocument(self, self.shown, self.picker, self.used, self.companion, self.arrangement)
        self._connect()
        self.restyled()

    def _connect(self) -> None:
        pane = self.reading.pane
        consenting.heed(self.hub, pane, lambda: self.shown.document.key if self.shown.document else None)
        consenting.heed(self.hub, self.companion.pane, self.companion.which.currentData)
        pane.selection_changed.connect(lambda _start, _end: self._selected())
        pane.coding_clicked.connect(lambda _key: self.look())
        pane.memo_clicked.connect(lambda _key: self._begin_memo())
        pane.telling = self.shown.told
        self.reading.add_filter(MarginFilter(self.hub, self.shown, pane, self.codebook.tree.selected))
        pane.place_changed.connect(self._settled.start)
        self.reading.whole_chosen.connect(self._choose_whole)
        self.reading.sources_asked.connect(self.arrangement.toggle_drawer)
        self.sources.document_asked.connect(self._open_from_sources)
        self.sources.speakers_asked.connect(self._show_speakers)
        self.codebook.tinted.connect(pane.tint)
        self.codebook.apply_asked.connect(self.verbs.apply)
        self.codebook.create_asked.connect(self.verbs.create)
        self.verbs.used.connect(self.used)
        self.verbs.code_made.connect(self.codebook.tree.show_code)
        self.verbs.memo_asked.connect(self._begin_memo)
        self.verbs.stepped.connect(self.look)
        self.codebook.current_changed.connect(self.companion.show_code)
        self.companion.place_asked.connect(self.show_place)
        self.inspector.speaks.connect(self._keep_in_sight)
        coding = self.inspector.coding
        coding.coding_chosen.connect(self._select_coding)
        coding.recode_asked.connect(self.verbs.recode)
        coding.uncode_asked.connect(self.verbs.uncode)
        coding.memo_asked.connect(self.verbs.memo)
        coding.judged.connect(self.verbs.judge)
        self.hub.place_asked.connect(self._arrive)
        self.hub.code_asked.connect(self._show_code)
        self.hub.codes_alike_asked.connect(lambda: self._in_codebook(self.codebook.show_alike))
        for name, act in (
            ("code.next_document", lambda: self._step_document(1)),
            ("code.previous_document", lambda: self._step_document(-1)),
            ("code.find_in_text", self.reading.bar.open),
            ("code.find_next", self.reading.bar.step),
            ("code.to_review", lambda: self._in_codebook(self.codebook.show_review)),
            ("code.find_previous", lambda: self.reading.bar.step(backwards=True)),
            ("code.go_to", self.reading.going.open),
            ("code.filter_codes", lambda: self._in_codebook(self.codebook.focus_line)),
        ):
            actions.make(name, self, act)
        actions.make("code.back", self.reading, self._back)

    # the life of a project

    def project_opened(self) -> None:
        self._project = self.hub.project
        book = self.shown.book = Book(self.hub.moment())
        self.shown.recent = RecentCodes(self.hub.project.recall("code.recent"))
        self.shown.recent.keep_only(book.codes)
        self.shown.recent.begin(sorted((key for key in book.codes if book.own(key)), key=book.own, reverse=True))
        for panel in (self.codebook, self.sources):
            panel.sets.filter.recall()
        self.codebook.show_book(book)
        self.companion.show_book(book)
        self._show_recent()
        self.sources.show_sources(book, None)
        for part in (self.empty.button, self.empty.hint):
            part.setVisible(self.hub.project.writable)
        self._open_last()
        self._idle.start()

    def _prepare_picker(self) -> None:
        """Fold the names of thousands of codes, beside the window, before they are first asked for."""
        if self.shown.book is not None:
            codes = list(self.shown.book.codes.values())
            self.hub.jobs.run("", lambda _progress: Ranking(codes), lambda _ready: None, key="code.names", quiet=True)

    def project_closed(self) -> None:
        self._remember()
        self.inspector.show_focus(None)
        self.picker.close_quietly()
        self.shown.book = self.shown.document = self._project = None
        self.shown.text, self.shown.whole = "", None
        self.shown.hold(())
        self.codebook.show_book(None)
        self.companion.show_book(None)
        self.sources.show_sources(None, None)
        self.reading.show_document("", "", "", [], [])

    def project_changed(self, changes: Changes) -> None:
        book = self.shown.book
        if book is None:
            return
        before = book.codes
        touched = book.take(self.hub.moment())
        if not self._corrected(changes):
            if changes.touches(Document, Passage, Speaker, Participant, Participation):
                self._sources_changed(changes)
            self._take_codings(changes.of(Coding), undone=changes.kind == "undo")
        self.sources.heard(changes)
        self.sources.coded(touched.documents)
        if touched.codes:
            self.shown.recent.keep_only(book.codes)
            self._recolour({key for key, code in book.codes.items() if before.get(key) is not code})
            self._show_recent()
        self.codebook.take(touched)
        self.codebook.heard(changes)
        self.picker.take(book, codes=touched.codes)
        self.reading.pane.set_memos(self.shown.memos())
        if not self.verbs.applying:
            self.look()
        if touched.counted or changes.touches(Memo):
            self.companion.refresh()

    def restyled(self) -> None:
        self.reading.restyle()
        self.companion.restyle()
        colours = theme.colours()
        raised = f"background: {colours.raised}; border: 1px solid {colours.rule}"
        self.arrangement.drawer.setStyleSheet(f"#drawer {{ {raised}; }}")
        self._show_wholes()
        self.look()

    def entered(self) -> None:
        if self.shown.document is not None:
            self.reading.pane.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return [self.reading.pane, self.codebook, self.inspector, self.companion, self.sources]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.fit(self.window().size())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrangement.fit(self.window().size())

    def _import(self) -> None:
        action = self.window().findChild(QAction, "project.import_files")
        if isinstance(action, QAction):
            action.trigger()

    # documents

    def _open_last(self) -> None:
        keys = self.sources.every()
        last = self.hub.project.recall("code.document")
        self.open_document(last if last in keys else next(iter(keys), None))

    def open_document(self, key: int | None, *, keep_place: bool = False) -> None:
        """Show a document where it was left; None where there is none."""
        if not keep_place:
            self._remember()
        project = self.hub.project
        self.shown.whole = None
        if key is None:
            self.shown.document, self.shown.text = None, ""
            self.shown.hold(())
            self.reading.show_document("", "", "", [], [])
            self._stack.setCurrentIndex(0)
            self.inspector.show_focus(None)
            return
        info = self.shown.document = documents.get(project, key)
        found = self._codings(key)
        self.shown.hold(found)
        text, passages, shown = self._read(key, found)
        self.shown.text = text
        self._looking = True
        self.reading.show_document(info.name, self._facts(info), text, passages, shown, keep_place=keep_place)
        self._looking = False
        self._show_wholes()
        if not keep_place:
            kept = project.recall(f"code.place.{key}")
            if isinstance(kept, list) and len(kept) == 2:
                self.reading.pane.restore_place((int(kept[0]), float(kept[1])))
        self._settled.stop()
        self.sources.mark(key)
        self._stack.setCurrentIndex(1)
        self.look()

    def _read(
        self, key: int, found: list[CodingInfo] | None = None
    ) -> tuple[str, list[ReaderPassage], list[ReaderCoding]]:
        project = self.hub.project
        found = self._codings(key) if found is None else found
        return documents.text(project, key), self._passages(key), self._shown(found)

    def _codings(self, document: int) -> list[CodingInfo]:
        """Read a document's codings by the coders whose work is shown."""
        return [one for one in codings.of_document(self.hub.project, document) if self._shows(one)]

    def _shows(self, coding: CodingInfo) -> bool:
        layer = self.hub.layer
        return layer is None or coding.coder in layer

    def view_changed(self) -> None:
        """Show the codings of the coders chosen; the text stays where it is."""
        book, here = self.shown.book, self.shown.document
        if book is None:
            return
        self.codebook.take(touched := book.take(self.hub.moment()))
        self.sources.coded(touched.documents)
        self.companion.refresh()
        if here is not None:
            self.open_document(here.key, keep_place=True)

    def _passages(self, key: int, keys: Collection[int] | None = None) -> list[ReaderPassage]:
        return [
            ReaderPassage(p.key, p.number, p.kind, p.start, p.end, p.speaker, p.role)
            for p in documents.passages(self.hub.project, key, keys)
        ]

    def _shown(self, found: Iterable[CodingInfo]) -> list[ReaderCoding]:
        """Give codings as the pane draws them; those on a whole document stand above the text instead."""
        assert self.shown.book is not None
        shown = []
        for one in found:
            code = self.shown.book.codes.get(one.code)
            if code is not None and not one.whole:
                shown.append(ReaderCoding(one.key, one.start, one.end, one.code, code.label, code.colour, one.coder))
        return shown

    def _facts(self, info: DocumentInfo) -> str:
        book, words = self.shown.book, self.tr("%Ln word(s)", "", info.words)
        apart = self.tr("left out of the analysis") if book is not None and info.key not in book.moment.infos else ""
        return " · ".join(part for part in (apart, ", ".join(info.participants), words) if part)

    def _remember(self) -> None:
        """Keep where the person is; while another thread writes there is time for it later."""
        project = self._project
        if project is None or not project.writable:
            return
        if project.busy:
            self._settled.start()
            return
        project.remember("code.recent", self.shown.recent.kept())
        if self.shown.document is not None:
            project.remember("code.document", self.shown.document.key)
            project.remember(f"code.place.{self.shown.document.key}", list(self.reading.pane.place()))

    def _open_from_sources(self, key: int) -> None:
        self.arrangement.close_drawer()
        if self.shown.document is None or self.shown.document.key != key:
            self.open_document(key)
        self.reading.pane.setFocus()

    def _show_speakers(self, key: int) -> None:
        self._open_from_sources(key)
        self.arrangement.show_inspector()
        self.inspector.setCurrentWidget(self.inspector.document)

    def _step_document(self, step: int) -> None:
        if self.shown.document and (key := self.sources.stepped(self.shown.document.key, step)) is not None:
            self.open_document(key)

    def _arrive(self, place: Place) -> None:
        self._from_list = True
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Show a place, with its coding selected or its words."""
        if self.shown.document is None or self.shown.document.key != place.document:
            self.open_document(place.document)
        pane = self.reading.pane
        if place.coding is not None and place.coding in self.shown.codings:
            self._select_coding(place.coding)
        else:
            pane.select(place.start, place.end)
        pane.scroll_to(place.start, "center")
        pane.setFocus()

    def _show_code(self, key: int) -> None:
        self._stack.setCurrentIndex(1)
        self.arrangement.show_codebook()
        self.codebook.show_code(key)

    def _back(self) -> None:
        if self._from_list:
            self.hub.page_asked.emit("verbatims")

    def _in_codebook(self, act: Callable[[], None]) -> None:
        self.arrangement.show_codebook()
        act()

    # what is in focus

    def _selected(self) -> None:
        self.shown.whole = None
        if not self.verbs.applying:
            self.look()

    def _select_coding(self, key: int) -> None:
        if key in self.shown.codings and self.shown.codings[key].whole:
            self._choose_whole(key)
        else:
            self.reading.pane.select_coding(key)
            self.look()

    def _keep_in_sight(self, speaks: bool) -> None:
        """Keep the coding in focus above the inspector, which has just been given its room."""
        coding = self.verbs.current()
        if speaks and coding is not None and not coding.whole:
            self.reading.pane.scroll_to(coding.start)

    def _choose_whole(self, key: int) -> None:
        self.reading.pane.select_coding(None)
        self.shown.whole = key
        self.look()
        self.arrangement.show_inspector()

    def look(self) -> None:
        """Let the inspector look at what is in focus now."""
        if self._looking:
            return
        self.inspector.show_focus(self._focus())
        coding = self.verbs.current()
        if coding is not None:
            self.companion.show_code(coding.code)
            if coding.key in (self.reading.pane.selected_coding(), self.shown.whole):
                self.hub.seeing.saw([coding.key])

    def _focus(self) -> Focus | None:
        if self.shown.book is None or self.shown.document is None:
            return None
        span, coding = self.reading.pane.selection(), self.verbs.current()
        start, end = span[0], max(span[1], span[0] + 1)
        near = () if coding is not None else self.reading.pane.codings_at(start, end)
        around = tuple(self.shown.codings[key] for key in near)
        said = (coding.start, coding.end) if coding is not None else span
        heard = self.reading.pane.speakers_in(*said) if said[0] < said[1] and not (coding and coding.whole) else []
        return Focus(self.shown.book, self.shown.document, self.shown.text, span, coding, around, tuple(heard))

    def used(self, code: int) -> None:
        """Take note that a code was applied."""
        self.shown.recent.used(code)
        self._show_recent()
        self.look()
        self._settled.start()

    def _begin_memo(self) -> None:
        self.arrangement.show_inspector()
        self.inspector.begin_memo()

    def _show_recent(self) -> None:
        self.reading.recent.show_codes(self.shown.book, self.shown.recent.slots)
        self.codebook.model.set_digits(self.shown.recent.slots)

    # what a change touched

    def _take_codings(self, keys: frozenset[int], *, undone: bool = False) -> None:
        if self.shown.document is None or self.shown.book is None or not keys:
            return
        here = self.shown.document.key
        wholes = bool(self.shown.wholes)
        if len(keys) > FEW:
            found = {coding.key: coding for coding in self._codings(here)}
        else:
            found = {key: one for key, one in read_codings(self.shown.book.moment, keys, here) if self._shows(one)}
        gone = [key for key in keys if key in self.shown.codings and key not in found]
        fresh = [coding for key, coding in found.items() if key in keys]
        before = self.verbs.current() if undone else None
        self.shown.take(fresh, gone)
        self.reading.pane.drop(gone)
        if before is not None and before.key in gone and not before.whole:
            self._looking = True
            self.reading.pane.select(before.start, before.end)  # to be coded otherwise
            self._looking = False
        self.reading.pane.put(self._shown(fresh))
        if wholes or self.shown.wholes:
            self._show_wholes()

    def _corrected(self, changes: Changes) -> bool:
        """Show the text anew with what moved along, where a change did nothing but correct the document shown."""
        project, shown, before = self.hub.project, self.shown, self.shown.document
        if before is None or shown.book is None or not only_corrects(changes, before.key):
            return False
        info = shown.book.moment.whole.voices.infos.get(before.key)
        # Where several changes came at once, the text is the last one's already: then all is shown anew.
        if info is None or info.text_sha == before.text_sha or kept(info) != kept(before):
            return False
        keys, said = changes.rows.get("coding", frozenset()), changes.rows.get("passage", frozenset())
        with project.read():
            fresh, text = dict(read_codings(shown.book.moment, keys, info.key)), project.text(info.text_sha)
            found = {one.key: one for one in self._passages(info.key, said)}
        codings = SpanChange(moves_of(changes, "coding", info.key), keys - fresh.keys(), fresh)
        passages = SpanChange(moves_of(changes, "passage", info.key), said - found.keys(), found)
        shown.correct(info, text, codings)
        drawn = {one.key: one for one in self._shown(fresh.values())}
        self.reading.correct(self._facts(info), text, passages, SpanChange(codings.moves, codings.gone, drawn))
        self.sources.told(info)
        return True

    def _recolour(self, codes: set[int]) -> None:
        """Draw the codings of these codes with the names and colours they have now."""
        self.reading.pane.put(self._shown(one for one in self.shown.codings.values() if one.code in codes))
        self._show_wholes()

    def _show_wholes(self) -> None:
        if (book := self.shown.book) is not None:
            self.reading.pane.set_memos(self.shown.memos())
            there = [one for key in sorted(self.shown.wholes) if (one := self.shown.codings[key]).code in book.codes]
            self.reading.show_wholes(book, there)

    def _sources_changed(self, changes: Changes) -> None:
        here = self.shown.document.key if self.shown.document is not None else None
        self.sources.show_sources(self.shown.book, here)
        keys = self.sources.every()
        if self.shown.document is None or self.shown.document.key not in keys:
            self.shown.document = None
            self.open_document(next(iter(keys), None))
        elif changes.touches(Document, Passage, Speaker):
            self.open_document(self.shown.document.key, keep_place=True)
        else:
            self.shown.document = documents.get(self.hub.project, self.shown.document.key)
