"""The ways of looking at what a search gives: cards, lines, where, words, what is near, a word tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QStackedWidget, QTabBar, QWidget

from app.hub import Hub
from app.verbatims.counting import Counting, CountingChoice
from app.verbatims.dispersion import Where
from app.verbatims.questions import Questions
from app.verbatims.tree import Tree
from app.verbatims.words import WordsView

if TYPE_CHECKING:
    from coding.search.listings import Listing
    from coding.search.searches import Group, Order, Search, View

_VIEWS: tuple[View, ...] = ("verbatims", "lines", "where", "words", "near", "tree")
_OF_WORDS = ("lines", "near", "tree")
"""The ways that mean something only where there is a query."""
_ORDERS: tuple[Order, ...] = ("document", "relevance", "left", "right")
_GROUPS: tuple[Group, ...] = ("", "participant", "code")
STOP = "verbatims.stop_words"


class Views(QWidget):
    """The tabs, with the panels behind them in `stack` after the list.

    arranged(): another view, order or grouping is wanted · within(document), narrowed(query): a click asks for less.
    """

    arranged = Signal()
    within = Signal(int)
    narrowed = Signal(str)

    def __init__(self, hub: Hub, stack: QStackedWidget, asking: Questions) -> None:
        super().__init__()
        self.hub, self._stack, self._asking = hub, stack, asking
        self._listing: Listing | None = None
        self._wanted: View = "verbatims"
        self.counting = Counting(self)
        self.counting.told.connect(self._show)
        self.counting.failed.connect(hub.failed)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Ways of looking"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for text, tip in (
            (self.tr("Quotations"), self.tr("The quotations themselves")),
            (self.tr("Lines"), self.tr("Keyword in context: one line for each match")),
            (self.tr("Where"), self.tr("Where in each document they are")),
            (self.tr("Words"), self.tr("How often words are said here, and how much more than elsewhere")),
            (self.tr("Near"), self.tr("The words that stand near what is sought")),
            (self.tr("Tree"), self.tr("What leads up to what is sought, and how it goes on")),
        ):
            at = self.tabs.addTab(text)
            self.tabs.setTabToolTip(at, tip)
        self.tabs.currentChanged.connect(self._turn)
        self.order, self.group = QComboBox(), QComboBox()
        self.order.setView(QListView())
        self.order.setAccessibleName(self.tr("Order"))
        self.group.setAccessibleName(self.tr("Groups"))
        named = (
            self.tr("As they stand"),
            self.tr("By relevance"),
            self.tr("By what is left"),
            self.tr("By what is right"),
        )
        for order, text in zip(_ORDERS, named, strict=True):
            self.order.addItem(text, order)
        for group, text in zip(
            _GROUPS, (self.tr("Not grouped"), self.tr("By participant"), self.tr("By code")), strict=True
        ):
            self.group.addItem(text, group)
        for combo in (self.order, self.group):
            combo.activated.connect(lambda _at: self.arranged.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.tabs, 1)
        line.addWidget(self.order)
        line.addWidget(self.group)
        self._make_panels()

    def _make_panels(self) -> None:
        self.where, self.words, self.near, self.tree = Where(), WordsView(), WordsView(), Tree()
        self.where.chosen.connect(self._enter)
        self.tree.chosen.connect(self._follow)
        for words in (self.words, self.near):
            words.chosen.connect(self._narrow)
            words.asked.connect(self.ask)
            words.left_out.connect(self._leave_out)
            words.edited.connect(self._edit_stop)
        for panel in (self.where, self.words, self.near, self.tree):
            self._stack.addWidget(panel)

    def enable_panels(self, enabled: bool) -> None:
        """Show whether the panels are of what is asked for."""
        for panel in (self.where, self.words, self.near, self.tree):
            panel.setEnabled(enabled)

    # what is shown

    @property
    def view(self) -> View:
        """The way of looking that is shown."""
        return _VIEWS[self.tabs.currentIndex()]

    @property
    def panel(self) -> QWidget | None:
        """The panel of the view; None for the list."""
        return {"where": self.where, "words": self.words, "near": self.near, "tree": self.tree}.get(self.view)

    @property
    def wanted(self) -> View:
        """The way of looking that was chosen, shown where it means something."""
        return self._wanted

    def turn(self, view: View) -> None:
        """Choose a way of looking, as a click on its tab does."""
        self.tabs.setCurrentIndex(_VIEWS.index(view))

    def arranged_as(self, search: Search) -> None:
        """Show how a search is looked at, in what order and groups, without saying that it was asked for."""
        self._wanted = search.view
        self._show_tab(bool(search.query.strip()))
        self.order.setCurrentIndex(_ORDERS.index(search.order))
        self.group.setCurrentIndex(_GROUPS.index(search.group))

    def arrangement(self) -> tuple[Order, Group]:
        """Give order and grouping."""
        return self.order.currentData(), self.group.currentData()

    def _show_tab(self, asked: bool) -> None:
        """Show the tab of the view that is wanted, or the first where there is no query for it."""
        view = self._wanted if asked or self._wanted not in _OF_WORDS else "verbatims"
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(_VIEWS.index(view))
        self.tabs.blockSignals(False)

    def take(self, listing: Listing | None) -> None:
        """Look at another list."""
        self._listing = listing
        asked = listing is not None and listing.node is not None
        self._show_tab(asked)
        for view in _OF_WORDS:
            self.tabs.setTabEnabled(_VIEWS.index(view), asked)
        lines = listing is not None and listing.lines is not None
        of_passages = listing is not None and not listing.of_spans
        by_words = listing is not None and listing.liked is None
        self.order.setVisible(of_passages and by_words and self.view in ("verbatims", "lines"))
        self.group.setVisible(listing is not None and self.view == "verbatims")
        # What stands left and right sorts lines alone.
        if listing is not None and not lines and self.order.currentData() in ("left", "right"):
            self.order.setCurrentIndex(0)
        for at in (_ORDERS.index("left"), _ORDERS.index("right")):
            self.order.view().setRowHidden(at, not lines)  # type: ignore[attr-defined]  # the view of a combo box is a list here
        if listing is not None and self.panel is not None:
            self.ask()
        else:
            self.counting.forget()
        if listing is None:
            self.where.take(())
            self.tree.take(None, "")
            for words in (self.words, self.near):
                words.take((), (), "")

    def ask(self) -> None:
        """Have what is shown counted."""
        if self._listing is None or self.panel is None:
            return
        panel = self.panel
        small = not (isinstance(panel, WordsView) and panel.small.isChecked())
        self.counting.ask(CountingChoice(self.view, frozenset(self.stop_words()), small), self._listing)

    def _turn(self, at: int) -> None:
        self._wanted = _VIEWS[at]
        self.arranged.emit()

    def _show(self, wanted: CountingChoice, answer: Any) -> None:
        if wanted.view == "where":
            self.where.take(answer)
        elif wanted.view == "words":
            said, clipped = answer
            columns = (self.tr("Word"), self.tr("Here"), self.tr("Elsewhere"), self.tr("More or less"))
            note = self.tr("{here} words here, {rest} elsewhere; the interviewer's are not counted")
            if clipped:
                note = self.tr("{here} words within codings, {rest} elsewhere; the interviewer's are not counted")
            records = [(w.word, w.here, w.rest, w.score) for w in said.words]
            self.words.take(columns, records, note.format(here=_number(said.here), rest=_number(said.rest)))
        elif wanted.view == "near":
            told = (
                self.tr("Word"),
                self.tr("Near"),
                self.tr("Left"),
                self.tr("Right"),
                self.tr("Elsewhere"),
                self.tr("Attraction"),
            )
            near, clipped = answer or ((), False)
            note = self.tr("At most five words away, in the same turn")
            if clipped:
                note = self.tr("At most five words away, in the same turn and within codings")
            self.near.take(told, [(c.word, c.near, c.left, c.right, c.elsewhere, c.score) for c in near], note)
        elif self._listing is not None:
            self.tree.take(answer, self._listing.search.query.strip().strip('"'))

    # what a click asks for

    def _enter(self, document: int) -> None:
        self._wanted = "verbatims"
        self.within.emit(document)

    def _narrow(self, word: str) -> None:
        query = self._listing.search.query.strip() if self._listing is not None else ""
        self._wanted = "verbatims"
        self.narrowed.emit(f"({query}) AND {word}" if query else word)

    def _follow(self, words: tuple[str, ...], side: str) -> None:
        if self._listing is None:
            return
        from coding.words.wordtree import joined
        from corpus.search.nodes import Words as Phrase

        query, said = self._listing.search.query.strip(), joined(words)
        if isinstance(self._listing.node, Phrase) and self._listing.node.reach == 1:
            phrase = query.strip('"')
            pair = (said, phrase) if side == "left" else (phrase, said)
            self.narrowed.emit(f'"{joined(pair)}"')
        else:
            self.narrowed.emit(f'({query}) AND "{said}"')

    # stop words of one's own

    def stop_words(self) -> list[str]:
        """Give the words that this project's lists leave out."""
        project = self.hub.project_or_none
        kept = project.recall(STOP, []) if project is not None else []
        return [word for word in kept if isinstance(word, str)] if isinstance(kept, list) else []

    def _leave_out(self, words: list[str]) -> None:
        self._keep_stop(" ".join([*self.stop_words(), *words]))

    def _edit_stop(self) -> None:
        self._asking.ask(
            self.tr("Words that this project's lists leave out"),
            self.tr("Words, with spaces between them"),
            self.tr("Keep"),
            self._keep_stop,
            lines=4,
            needed=False,
            text=" ".join(self.stop_words()),
        )

    def _keep_stop(self, words: str) -> None:
        project = self.hub.project
        kept = sorted(dict.fromkeys(word.strip(",;") for word in words.split()), key=str.casefold)
        project.remember(STOP, kept)
        self.ask()


def _number(count: int) -> str:
    """Give a number with its thousands apart."""
    return QLocale().toString(count)
