"""The Review page: measured quality on top, then one suggestion at a time in its own document, decided by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions, theme
from app.action_table import table
from app.codebook.book import Book
from app.codebook.picker import CodePicker
from app.hub import Hub, Place
from app.page import Page
from app.reader import Mark, ReaderPane, ReaderPassage
from app.review import queue
from app.review.panel import SuggestionPanel
from app.review.quality import QualityView
from app.review.work import Learned, learn, refreshed
from app.widgets import EmptyState, remember_splitter
from coding.suggest import suggestions
from corpus import documents
from corpus.model import Code, Coding, Cue, Document, Framework, Judgement, Link, Passage, Verdict

if TYPE_CHECKING:
    from coding.suggest.records import Suggestion
    from corpus.documents import DocumentInfo
    from corpus.progress import Progress
    from corpus.project import Changes

_DECIDED = {"Accept suggestion", "Reject suggestion", "Skip suggestion"}
_ANEW = (Code, Cue, Document, Framework, Link, Passage)
_AGAIN = (Coding, Verdict, Judgement)


class ReviewPage(Page):
    """Nothing is coded here without a key pressed or a button clicked."""

    name: ClassVar[str] = "review"

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.queue = queue.Queue()
        self.learned: Learned | None = None
        self.book: Book | None = None
        self._stale = True
        self._shown_document: int | None = None
        self._infos: dict[int, DocumentInfo] = {}
        self._late = QTimer(self, singleShot=True, interval=150)
        self._late.timeout.connect(self._refresh)
        self._pending: list[Changes] = []
        self._lay_out()
        for name, slot in (
            ("review.accept", self.accept), ("review.reject", self.reject), ("review.change", self.change_code),
            ("review.skip", self.skip), ("review.undo", self.take_back), ("review.order", self.turn_order),
            ("review.source", self.open_source), ("review.next", self.next), ("review.previous", self.previous),
        ):  # fmt: skip
            if name in table():
                actions.make(name, self, slot)

    # What it is made of

    def _lay_out(self) -> None:
        self.scope, self.only, self.order = QComboBox(), QComboBox(), QComboBox()
        self.scope.setAccessibleName(self.tr("Codes to suggest"))
        self.only.setAccessibleName(self.tr("Documents to review"))
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItem(self.tr("By document"), queue.BY_DOCUMENT)
        self.order.addItem(self.tr("By code, like with like"), queue.BY_CODE)
        self.defined = QCheckBox(self.tr("Definition matches (unmeasured)"))
        self.defined.setToolTip(self.tr("Also show what rests on definitions and cues alone; nobody has measured it."))
        self.hidden = QCheckBox(self.tr("Only after my first pass"))
        self.hidden.setToolTip(self.tr("Hide suggestions for a document until your first pass over it is done."))
        self.first_pass = QPushButton()
        self.count = QLabel()
        self.count.setProperty("muted", True)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        for widget in (self.scope, self.only, self.order, self.defined, self.hidden):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.count)
        self.pane = ReaderPane()
        self.pane.key_text.connect(self._typed)
        self.panel = SuggestionPanel()
        self.quality = QualityView()
        self.side = QTabWidget()
        self.side.addTab(self.quality, self.tr("Quality"))
        self.side.addTab(self.panel, self.tr("Suggestion"))
        self.side.setDocumentMode(True)
        reading = QWidget()
        down = QVBoxLayout(reading)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.title = QLabel()
        self.title.setContentsMargins(16, 8, 16, 8)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        down.addWidget(self.title)
        down.addWidget(self.pane, 1)
        down.addLayout(self._buttons())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(reading)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([800, 420])
        split.setChildrenCollapsible(False)
        remember_splitter(split, "review", self.hub.settings)
        self.empty = EmptyState("review", "", self.tr("Measure again"), self.measure)
        self.views = QStackedWidget()
        self.views.addWidget(split)
        self.views.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.views, 1)
        self.picker = CodePicker(self)
        self.scope.currentIndexChanged.connect(lambda _: self.measure())
        self.only.currentIndexChanged.connect(lambda _: self._fill())
        self.order.currentIndexChanged.connect(lambda _: self._arrange())
        self.defined.toggled.connect(lambda _: self._fill())
        self.hidden.toggled.connect(self._hide_before_first_pass)
        self.first_pass.clicked.connect(self._declare)
        self.panel.chosen.connect(self._choose)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self.buttons: list[QWidget] = []
        for name, slot in (
            ("review.accept", self.accept), ("review.reject", self.reject), ("review.change", self.change_code),
            ("review.skip", self.skip),
        ):  # fmt: skip
            known = table()[name]
            button = QPushButton(f"{known.text}  {actions.shown(name)}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("primary", name == "review.accept")
            button.clicked.connect(lambda _=False, slot=slot: slot())
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        row.addWidget(self.first_pass)
        for text, tip, by in (("‹", self.tr("Previous passage"), -1), ("›", self.tr("Next passage"), 1)):
            arrow = QToolButton()
            arrow.setText(text)
            arrow.setToolTip(tip)
            arrow.setAccessibleName(tip)
            arrow.clicked.connect(lambda _=False, by=by: self._step(by))
            row.addWidget(arrow)
        return row

    # The project's life

    def project_opened(self) -> None:
        """Make ready for the project; nothing is learned before the page is shown."""
        self.pane.set_theme(theme.reader_theme())
        self.pane.set_text_size(theme.text_size(self.hub.settings))
        self.queue, self.learned, self._stale, self._shown_document = queue.Queue(), None, True, None
        self._read()
        if self.isVisible():
            self.entered()

    def project_closed(self) -> None:
        """Forget what was learned."""
        self._late.stop()
        self.queue, self.learned, self.book = queue.Queue(), None, None
        self._shown_document = None
        self.pane.show_document("", [], [])

    def entered(self) -> None:
        """Learn when the page is first looked at, or when codes or texts changed since."""
        if self.hub.project_or_none is not None and self._stale:
            self.measure()

    def project_changed(self, changes: Changes) -> None:
        """Learn anew after a change of codes or texts, and take in decisions at once."""
        if self.book is not None:
            self.book.take(changes)
        if changes.touches(Document, Framework, Code):
            self._read()
        if changes.touches(*_ANEW):
            self._stale = True
            if self.isVisible():
                self.measure()
        elif changes.touches(*_AGAIN):
            self._pending.append(changes)
            self._late.start()

    def _read(self) -> None:
        project = self.hub.project
        self.book = Book(project)
        self._infos = {info.key: info for info in documents.listed(project)}
        self.queue.names = {key: info.name for key, info in self._infos.items()}
        self._list(self.scope, [
            (self.tr("Descriptive codes"), None), *((info.title, info.framework) for info in self.book.frameworks)
        ])  # fmt: skip
        self._list(self.only, [
            (self.tr("All documents"), None), *((info.name, key) for key, info in self._infos.items())
        ])  # fmt: skip
        self.hidden.blockSignals(True)
        self.hidden.setChecked(suggestions.hides_before_first_pass(project))
        self.hidden.blockSignals(False)

    def _list(self, box: QComboBox, rows: list[tuple[str, object]]) -> None:
        kept = box.currentData()
        box.blockSignals(True)
        box.clear()
        for text, data in rows:
            box.addItem(text, data)
        found = box.findData(kept)
        box.setCurrentIndex(max(found, 0))
        box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)
        box.blockSignals(False)

    # Learning

    def measure(self) -> None:
        """Measure on whole documents left out, learn from all, and fill the queue; beside the window."""
        if self.hub.project_or_none is None:
            return
        project, framework = self.hub.project, self.scope.currentData()
        self._stale = False
        self._say(self.tr("Learning from your codings …"), waiting=True)

        def work(progress: Progress) -> Learned:
            return learn(project, framework, progress)

        self.hub.jobs.run(self.tr("Learning from your codings"), work, self._take, self._not_learned, key="review")

    def _not_learned(self, error: Exception) -> None:
        from corpus.errors import Cancelled

        self._say(self.tr("Nothing was learned; measure again when you like."), waiting=False)
        if not isinstance(error, Cancelled):
            self.hub.failed.emit(error)

    def _take(self, learned: Learned) -> None:
        if self.hub.project_or_none is None or learned.framework != self.scope.currentData() or self.book is None:
            return
        self.learned = learned
        self.quality.show_quality(learned.quality, learned.suggester.standings, self.book.codes)
        self.side.setCurrentWidget(self.quality)
        if not any(passage.suggestions for passage in learned.found):
            self.defined.setChecked(any(passage.by_definition for passage in learned.found))
        self._fill()

    def _refresh(self) -> None:
        """Teach the last decisions and suggest anew for the documents they were on."""
        if self.learned is None or self.hub.project_or_none is None:
            return
        learned, changes, self._pending = self.learned, self._pending, []
        wanted = [self._shown_document] if self._shown_document is not None else []
        self.hub.jobs.run("", lambda _progress: refreshed(learned, changes, wanted), self._take_again, quiet=True)

    def _take_again(self, learned: Learned) -> None:
        if self.learned is None or learned.framework != self.learned.framework or self.book is None:
            return
        self.learned = learned
        self.quality.show_quality(learned.quality, learned.suggester.standings, self.book.codes)
        self._fill()

    # The queue

    def _fill(self) -> None:
        if self.learned is None or self.hub.project_or_none is None:
            return
        hidden = suggestions.withheld(self.hub.project)
        only = self.only.currentData()
        found = queue.entries(self.learned.found, self.defined.isChecked())
        self.queue.fill(entry for entry in found if entry.place[0] not in hidden and only in (None, entry.place[0]))
        self._show()

    def _arrange(self) -> None:
        self.queue.arrange(self.order.currentData())
        self._show()

    def turn_order(self) -> None:
        """Order by document, or by code."""
        self.order.setCurrentIndex(1 - self.order.currentIndex())

    def _show(self) -> None:
        entry, suggestion = self.queue.current, self.queue.suggestion
        left = len(self.queue.entries)
        self.count.setText(self.tr("{at} of {left}").format(at=self.queue.at + 1, left=left) if entry else "")
        if entry is None or suggestion is None or self.book is None:
            self._say(self._nothing(), waiting=False)
            return
        self.views.setCurrentIndex(0)
        for button in self.buttons:
            button.setEnabled(True)
        self._show_document(entry.place[0])
        marks = [Mark(suggestion.start, suggestion.end, "suggestion")]
        marks += [Mark(one.start, one.end, "reason") for one in suggestion.evidence if one.weight > 0]
        self.pane.set_marks(marks)
        self.pane.select(suggestion.start, suggestion.start)
        self.pane.scroll_to(suggestion.start, "center")
        self.panel.show_entry(entry, self.queue.chosen, self.book.codes, self.queue.names)
        self.side.setCurrentWidget(self.panel)

    def _show_document(self, document: int) -> None:
        project = self.hub.project
        info = self._infos[document]
        done = document in suggestions.first_pass_done(project)
        self.first_pass.setText(self.tr("First pass is done") if done else self.tr("Declare first pass done"))
        self.first_pass.setEnabled(not done)
        self.title.setText(" · ".join(part for part in (info.name, ", ".join(info.participants)) if part))
        if self._shown_document != document:
            self._shown_document = document
            passages = [
                ReaderPassage(p.key, p.number, p.kind, p.start, p.end, p.speaker, p.role)
                for p in documents.passages(project, document)
            ]
            self.pane.show_document(project.text(info.text_sha), passages, [])
            suggestions.exposed(project, [document])

    def _nothing(self) -> str:
        assert self.learned is not None
        if suggestions.withheld(self.hub.project):
            return self.tr("Suggestions wait until you declare your first pass over a document done.")
        if not self.learned.suggester.codes:
            return self.tr("There is no code to suggest yet: code some passages first.")
        if self.learned.known:
            return self.tr("Every suggestion is decided upon. New codings bring new ones.")
        return self.tr("Not enough is coded yet: a code is suggested from ten examples on.")

    def _say(self, sentence: str, *, waiting: bool) -> None:
        self.empty.sentence.setText(sentence)
        self.empty.button.setVisible(not waiting)
        self.views.setCurrentWidget(self.empty)
        for button in self.buttons:
            button.setEnabled(False)

    def _choose(self, row: int) -> None:
        self.queue.chosen = row
        self._show()

    def _step(self, by: int) -> None:
        self.queue.step(by)
        self._show()

    def next(self) -> None:
        """Go to the next passage without deciding."""
        self._step(1)

    def previous(self) -> None:
        """Go back to the passage before."""
        self._step(-1)

    # Deciding

    def _span(self, suggestion: Suggestion) -> tuple[int, int]:
        """Return the words the person selected instead, else those suggested."""
        start, end = self.pane.selection()
        return (start, end) if end > start else (suggestion.start, suggestion.end)

    def accept(self) -> None:
        """Code what is suggested, or the words selected instead."""
        if (one := self.queue.suggestion) is not None:
            span = self._span(one)
            self._decide(lambda: suggestions.accept(self.hub.project, one, span=span))

    def reject(self) -> None:
        """Say that the suggestion is wrong."""
        if (one := self.queue.suggestion) is not None:
            self._decide(lambda: suggestions.reject(self.hub.project, one))

    def skip(self) -> None:
        """Leave the suggestion open."""
        if (one := self.queue.suggestion) is not None:
            self._decide(lambda: suggestions.skip(self.hub.project, one))

    def change_code(self) -> None:
        """Choose another code for the words."""
        one = self.queue.suggestion
        if one is None or self.book is None:
            return
        span = self._span(one)
        area = QRect(self.pane.mapTo(self, self.pane.rect().center()), self.pane.rect().size() / 8)
        self.picker.open(
            self.book, area,
            lambda code: self._decide(lambda: suggestions.accept(self.hub.project, one, span=span, code=code)),
            title=self.tr("Another code instead"),
        )  # fmt: skip

    def _decide(self, verb: Callable[[], int]) -> None:
        def decided(_: object) -> None:
            self.queue.decide()
            self._show()

        self.hub.write(verb, decided)

    def take_back(self) -> None:
        """Undo the last verdict, if it was the last thing done."""
        step = self.hub.undoable()
        if step is None or step.label not in _DECIDED or not step.own:
            self.hub.said.emit(self.tr("The last change was no verdict; Ctrl+Z undoes it."))
            return
        self.hub.write(self.hub.project.undo)

    def open_source(self) -> None:
        """Show the passage on the Code page."""
        if (one := self.queue.suggestion) is not None:
            self.hub.show_place(Place(one.document, one.start, one.end))

    def _typed(self, text: str) -> None:
        """Let a command's letter through while words are selected in the text."""
        for action in self.actions():
            if any(key.toString().casefold() == text.casefold() for key in action.shortcuts()):
                action.trigger()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the suggestions by digit."""
        digit, entry = actions.digit_of(event), self.queue.current
        if digit is not None and entry is not None and 1 <= digit <= len(entry.offered):
            self._choose(digit - 1)
            return
        super().keyPressEvent(event)

    # The first pass

    def _hide_before_first_pass(self, hide: bool) -> None:
        suggestions.hide_before_first_pass(self.hub.project, hide)
        self._fill()

    def _declare(self) -> None:
        document = self._shown_document
        if document is not None:
            self.hub.write(lambda: suggestions.declare_first_pass(self.hub.project, document), lambda _: self._fill())
