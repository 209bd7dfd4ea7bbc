"""The Review page: measured quality on top, then one suggestion at a time in its own document, decided by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app import actions
from app.action_table import table
from app.codebook.picker import CodePicker
from app.hub import Hub, Place
from app.page import Page
from app.review import queue
from app.review.controls import Controls
from app.review.panel import SuggestionPanel
from app.review.quality import QualityStrip, QualityView
from app.review.reading import Reading
from app.review.work import Learned, learn, refreshed
from app.widgets import EmptyState, remember_splitter
from coding import frameworks
from coding.suggest import suggestions
from corpus.errors import Cancelled
from corpus.model import (
    Assignment,
    Code,
    Coding,
    Cue,
    Document,
    Exposure,
    Framework,
    Judgement,
    Link,
    Passage,
    Speaker,
    Verdict,
)

if TYPE_CHECKING:
    from coding.suggest.records import Suggestion
    from coding.suggest.texts import Texts
    from corpus.progress import Progress
    from corpus.project import Changes

_ACCEPT, _REJECT, _SKIP, _SHOW = "Accept suggestion", "Reject suggestion", "Skip suggestion", "Show suggestions"
_TEXTS = (Document, Passage, Speaker, Cue)
_ANEW = (*_TEXTS, Code, Framework)
_AGAIN = (Coding, Verdict, Judgement, Link, Assignment)
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_TOGETHER_MS = 150  # decisions made in a row are taught in one go


class ReviewPage(Page):
    """Nothing is coded here without a key pressed or a button clicked, and nothing learned before it is shown."""

    name: ClassVar[str] = "review"

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._begin()
        self._late = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._late.timeout.connect(self._teach)
        self._lay_out()
        self._connect()

    def _begin(self) -> None:
        """Know nothing of any project."""
        self.queue, self.decisions = queue.Queue(), queue.Decisions()
        self.learned: Learned | None = None
        self._texts: Texts | None = None
        self._ready, self._stale = False, True
        self._learning, self._teaching = False, False
        self._asked = getattr(self, "_asked", 0) + 1  # answers to earlier questions are not listened to
        self._pending: list[Changes] = []
        self._back_to: queue.Key | None = None
        self._exposed: set[int] = set()
        self._first_passes: frozenset[int] = frozenset()

    # what it is made of

    def _lay_out(self) -> None:
        self.strip, self.controls = QualityStrip(), Controls()
        self.reading = Reading(self.hub.settings)
        self.panel, self.quality = SuggestionPanel(), QualityView()
        self.side = QTabWidget()
        self.side.addTab(self.panel, self.tr("Suggestion"))
        self.side.addTab(self.quality, self.tr("Quality"))
        self.side.setDocumentMode(True)
        self.side.setMinimumWidth(340)
        self.side.setMaximumWidth(600)
        deciding = QWidget()
        down = QVBoxLayout(deciding)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.reading, 1)
        down.addLayout(self._buttons())
        self.empty = EmptyState("review", "", " ", self._empty_clicked)
        self._empty_act: Callable[[], object] = self.measure
        self.views = QStackedWidget()
        self.views.addWidget(deciding)
        self.views.addWidget(self.empty)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.views)
        split.addWidget(self.side)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        split.setSizes([800, 400])
        split.setChildrenCollapsible(False)
        remember_splitter(split, "review", self.hub.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.controls)
        layout.addWidget(split, 1)
        self.picker = CodePicker(self)
        self.side.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 8)
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for name, act in (
            ("review.accept", self.accept), ("review.reject", self.reject), ("review.change", self.change_code),
            ("review.skip", self.skip),
        ):  # fmt: skip
            button = self.buttons[name] = QPushButton()
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("primary", name == "review.accept")
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        for text, tip, by in (("‹", self.tr("Previous passage (K)"), -1), ("›", self.tr("Next passage (J)"), 1)):
            arrow = QToolButton()
            arrow.setText(text)
            arrow.setToolTip(tip)
            arrow.setAccessibleName(tip)
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.clicked.connect(lambda _=False, by=by: self.step(by))
            row.addWidget(arrow)
        return row

    def _connect(self) -> None:
        self.controls.scope_changed.connect(self.measure)
        self.controls.filter_changed.connect(self._fill)
        self.controls.hiding_changed.connect(self._hide_before_first_pass)
        self.controls.done.connect(self._take_focus)
        self.strip.details_asked.connect(self.turn_side)
        self.quality.measure_asked.connect(self.measure)
        self.reading.typed.connect(self._typed)
        self.reading.first_pass_declared.connect(self._declare)
        self.panel.chosen.connect(self._choose)
        self.panel.place_asked.connect(self.hub.show_place)
        for name, act in (
            ("review.accept", self.accept), ("review.reject", self.reject), ("review.change", self.change_code),
            ("review.skip", self.skip), ("review.undo", self.take_back), ("review.order", self.turn_order),
            ("review.source", self.open_source),
        ):  # fmt: skip
            actions.make(name, self, act)

    def panes(self) -> Sequence[QWidget]:
        return [self.controls, self.reading.pane, self.empty, self.side]

    def restyled(self) -> None:
        self.reading.restyle()
        self.panel.restyle()
        self._show_quality()

    # the project's life

    def project_opened(self) -> None:
        """Make ready for the project; nothing is learned before the page is shown."""
        self._begin()
        self._ready = True
        self._list_scopes()
        self.controls.list_documents([])
        self.controls.choose(self.controls.basis, queue.CODINGS)
        self.controls.hidden.setChecked(suggestions.hides_before_first_pass(self.hub.project))
        if self.isVisible():
            self.entered()

    def project_closed(self) -> None:
        """Forget what was learned."""
        self._late.stop()
        self.picker.close_quietly()
        self._begin()
        self.reading.forget()
        self.panel.show_entry(None, 0, {}, {})
        self.side.hide()

    def entered(self) -> None:
        """Learn when the page is first looked at, or when codes or texts changed since; else take in what was done."""
        if not self._ready:
            return
        self._label_buttons()
        if self._stale:
            self.measure()
        elif self.learned is not None and not self._learning:
            self.reading.show_codings(self.hub.project, self.learned.book)
            self._fill()
            self._teach()
        self._take_focus()

    def project_changed(self, changes: Changes) -> None:
        """Learn anew after a change of codes or texts, and take in decisions at once."""
        learned = self.learned
        if learned is not None:
            touched = learned.book.take(changes)
            self.picker.take(learned.book, codes=touched.codes)
        if changes.touches(Exposure) and changes.kind in ("undo", "redo"):
            self._exposed.clear()
        back = self.decisions.heard(changes.keys, changes.kind)
        self._back_to = back or self._back_to
        if changes.touches(*_ANEW):
            self._take_news(changes)
            return
        if not changes.touches(*_AGAIN):
            return
        self._pending.append(changes)
        if self.isVisible() and learned is not None and not self._learning:
            self.reading.show_codings(self.hub.project, learned.book)
            if back is not None or changes.touches(Assignment):
                self._fill()
            self._late.start()

    def _take_news(self, changes: Changes) -> None:
        self._stale = True
        if changes.touches(*_TEXTS):
            self._texts = None
        if changes.touches(Framework):
            self._list_scopes()
        if self.isVisible():
            self.measure()

    def _list_scopes(self) -> None:
        found = frameworks.listed(self.hub.project)
        self.controls.list_scopes([(info.title, info.framework) for info in found])

    # learning

    def measure(self) -> None:
        """Measure on whole documents left out, learn from all, and fill the queue; beside the window."""
        if not self._ready:
            return
        project, framework, texts = self.hub.project, self.controls.scope.currentData(), self._texts
        self._asked += 1
        self._stale, self._learning, self._teaching, self._pending = False, True, False, []
        self._say(self.tr("Learning from your codings, and measuring on interviews left out …"))
        asked = self._asked

        def work(progress: Progress) -> Learned:
            return learn(project, framework, texts, progress)

        self.hub.jobs.run(
            self.tr("Learning from your codings"), work, lambda learned: self._take(asked, learned),
            lambda error: self._not_learned(asked, error), key="review",
        )  # fmt: skip

    def _heard(self, asked: int) -> bool:
        """Whether an answer is to the last question; another language makes the page anew while one is on its way."""
        return isValid(self) and asked == self._asked

    def _take(self, asked: int, learned: Learned) -> None:
        if not self._heard(asked):
            return
        self._learning, self.learned, self._texts = False, learned, learned.suggester.texts
        for changes in self._pending:
            learned.book.take(changes)
        self.decisions.keep_passing()
        self.queue.documents = {key: rank for rank, key in enumerate(learned.documents)}
        self.queue.codes = {key: rank for rank, key in enumerate(learned.book.codes)}
        self.controls.list_documents([(info.name, key) for key, info in learned.documents.items()])
        bases = [bool(queue.offered(each, queue.CODINGS)) for each in learned.found]
        if bases and not any(bases):
            self.controls.choose(self.controls.basis, queue.DEFINITION)
        elif any(bases) and not any(queue.offered(each, queue.DEFINITION) for each in learned.found):
            self.controls.choose(self.controls.basis, queue.CODINGS)
        self.reading.document = None
        self.side.show()
        self._show_quality()
        self._fill()
        if self._pending:
            self._late.start()

    def _not_learned(self, asked: int, error: Exception) -> None:
        if not self._heard(asked):
            return
        self._learning = False
        self._say(self.tr("Nothing was learned."), self.tr("Measure again"), self.measure)
        if not isinstance(error, Cancelled):
            self.hub.failed.emit(error)

    def _teach(self) -> None:
        """Teach what was done since, beside the window; one lesson at a time, each on the one before."""
        if self.learned is None or self._learning or self._teaching or not self._pending or not self.isVisible():
            return
        learned, changes, asked = self.learned, self._pending, self._asked
        self._pending, self._teaching = [], True
        self.hub.jobs.run(
            "", lambda _progress: refreshed(learned, changes), lambda taught: self._take_again(asked, taught),
            lambda error: self._not_taught(asked, error), quiet=True,
        )  # fmt: skip

    def _take_again(self, asked: int, learned: Learned) -> None:
        if not self._heard(asked):
            return
        self._teaching, self.learned = False, learned
        self._show_quality()
        self._fill()
        self._teach()

    def _not_taught(self, asked: int, error: Exception) -> None:
        if self._heard(asked):
            self._teaching, self._stale = False, True
            if not isinstance(error, Cancelled):
                self.hub.failed.emit(error)

    def _show_quality(self) -> None:
        if (known := self.learned) is not None:
            self.strip.show_quality(known.quality)
            self.quality.show_quality(known.quality, known.standings, known.book.codes, known.since)
            self._show_code()

    def _show_code(self) -> None:
        one, known = self._suggestion(), self.learned
        if known is not None:
            self.strip.show_code(one, known.book.codes.get(one.code) if one else None, known.quality)

    # the queue

    def _fill(self) -> None:
        known = self.learned
        if known is None or self._learning:
            return
        project, controls = self.hub.project, self.controls
        hidden = suggestions.withheld(project, list(known.documents))
        self._first_passes = suggestions.first_pass_done(project)
        only, decided = controls.only.currentData(), self.decisions.decided
        found = [
            passage for passage in known.found
            if passage.document not in hidden and only in (None, passage.document)
        ]  # fmt: skip
        by_basis = {
            basis: queue.entries(found, basis, controls.order.currentData(), decided)
            for basis in (queue.CODINGS, queue.DEFINITION)
        }
        controls.count_bases(*map(len, by_basis.values()))
        self.queue.order = controls.order.currentData()
        self.queue.fill(by_basis[controls.basis.currentData()])
        if self._back_to is not None and self.queue.go_to(self._back_to):
            self._back_to = None
        self._show()

    def _show(self) -> None:
        entry, one, known = self.queue.current, self.queue.suggestion, self.learned
        if known is None or not self.isVisible():
            return
        left = len(self.queue.entries)
        self.controls.count.setText(self.tr("{at} of {left}").format(at=self.queue.at + 1, left=left) if entry else "")
        if entry is None or one is None:
            self._say_why_empty(known)
            return
        empty = self.views.currentIndex() != 0
        self.views.setCurrentIndex(0)
        document = entry.passage.document
        if self.reading.document != document:
            self.reading.show_document(self.hub.project, known.documents[document], known.book)
        self._expose(document)
        self.reading.first_pass.setChecked(document in self._first_passes)
        self.reading.show_suggestion(one)
        self.panel.show_entry(entry, self.queue.chosen, known.book.codes, known.documents)
        self._show_code()
        if empty:
            self.side.setCurrentWidget(self.panel)
            self._take_focus()

    def _expose(self, document: int) -> None:
        """Keep that the person has seen suggestions for a document."""
        if document not in self._exposed:
            self._exposed.add(document)
            self.hub.write(lambda: suggestions.exposed(self.hub.project, [document]))

    def _say_why_empty(self, known: Learned) -> None:
        controls, hidden = self.controls, suggestions.withheld(self.hub.project, list(self.learned_documents()))
        only = controls.only.currentData()
        self.panel.show_entry(None, 0, {}, {})
        self.side.setCurrentWidget(self.quality)
        if not known.documents:
            self._say(self.tr("There are no interviews to suggest codes for yet."), self.tr("Go to Code"), self._to_code)
        elif not known.suggester.codes:
            self._say(self.tr("There is no code to suggest yet: code some passages first."), self.tr("Go to Code"),
                      self._to_code)  # fmt: skip
        elif only in hidden:
            self._say(self.tr("Suggestions wait until you declare your first pass over this document done."),
                      self.tr("My first pass is done"), lambda: self._declare_over(only, True))  # fmt: skip
        elif hidden and only is None and len(hidden) == len(known.documents):
            self._say(self.tr("Suggestions wait until your first pass over a document is done. Choose the document "
                              "above to declare that."), self.tr("Go to Code"), self._to_code)  # fmt: skip
        elif self.decisions.passed:
            self._say(self.tr("Every suggestion is decided upon, but for those you skipped."),
                      self.tr("Show them again"), self._show_passed)  # fmt: skip
        elif controls.basis.currentData() == queue.DEFINITION:
            self._say(self.tr("No definition matches anything more here."), self.tr("What was learned from codings"),
                      lambda: controls.basis.setCurrentIndex(0))  # fmt: skip
        elif only is not None:
            self._say(self.tr("Nothing is suggested in this document."), self.tr("All documents"),
                      lambda: controls.only.setCurrentIndex(0))  # fmt: skip
        elif not any(standing.enough for standing in known.standings):
            self._say(self.tr("Not enough is coded yet: a code is suggested from ten examples on."),
                      self.tr("Go to Code"), self._to_code)  # fmt: skip
        else:
            self._say(self.tr("Every suggestion is decided upon. New codings bring new ones."),
                      self.tr("Measure again"), self.measure)  # fmt: skip

    def learned_documents(self) -> Sequence[int]:
        """Return the documents that were learned from."""
        return list(self.learned.documents) if self.learned else []

    def _say(self, sentence: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        self.empty.sentence.setText(sentence)
        self.empty.button.setText(button)
        self.empty.button.setVisible(act is not None)
        self._empty_act = act or self._take_focus
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.views.setCurrentWidget(self.empty)
        self.strip.show_code(None, None, None)
        self.controls.count.clear()
        if held:
            self.setFocus()

    def _empty_clicked(self) -> None:
        self._empty_act()

    def _to_code(self) -> None:
        self.hub.page_asked.emit("code")

    def _show_passed(self) -> None:
        self.decisions.show_passed()
        self._fill()

    def _suggestion(self) -> Suggestion | None:
        """Return the suggestion that is seen now, on which alone a key may decide."""
        return self.queue.suggestion if self.views.currentIndex() == 0 else None

    def _choose(self, row: int) -> None:
        self.queue.chosen = row
        self._show()

    def step(self, by: int) -> None:
        """Go to another passage without deciding."""
        if self._suggestion() is not None:
            self._back_to = None
            self.queue.step(by)
            self._show()

    def turn_order(self) -> None:
        """Order by document, or by code."""
        self.controls.order.setCurrentIndex(1 - self.controls.order.currentIndex())

    def turn_side(self) -> None:
        """Show all figures beside the text, or the suggestion again."""
        self.side.setCurrentIndex(1 - self.side.currentIndex())

    # deciding

    def accept(self) -> None:
        """Code what is suggested, or the words selected instead."""
        if (one := self._suggestion()) is not None:
            span = self.reading.span(one)
            self._decide(_ACCEPT, "coding", lambda: suggestions.accept(self.hub.project, one, span=span))

    def reject(self) -> None:
        """Say that the suggestion is wrong."""
        if (one := self._suggestion()) is not None:
            self._decide(_REJECT, "verdict", lambda: suggestions.reject(self.hub.project, one))

    def skip(self) -> None:
        """Leave the suggestion open."""
        if (one := self._suggestion()) is not None:
            self._decide(_SKIP, "verdict", lambda: suggestions.skip(self.hub.project, one), passing=True)

    def change_code(self, text: str = "") -> None:
        """Choose another code for the words; `text` is typed already."""
        one, known = self._suggestion(), self.learned
        if one is None or known is None:
            return
        span, pane = self.reading.span(one), self.reading.pane
        spot = pane.spot(span[0])
        here = pane.viewport().mapTo(self, spot.toRect().bottomLeft() if spot else pane.rect().center())

        def choose(code: int) -> None:
            self._decide(
                _ACCEPT, "coding", lambda: suggestions.accept(self.hub.project, one, span=span, code=code),
                passing=code != one.code,
            )  # fmt: skip

        self.picker.open(known.book, QRect(here.x(), here.y(), 1, 1), choose, text=text,
                         title=self.tr("Another code for these words"))  # fmt: skip

    def _decide(self, label: str, table_: str, act: Callable[[], int], *, passing: bool = False) -> None:
        project, one, onward = self.hub.project, self._suggestion(), self.queue.onward()
        if one is None:
            return

        def verb() -> int:
            # What the decision brings into view is exposed with it, so that undo finds the decision on top.
            with project.change(label):
                row = act()
                if onward is not None and onward not in self._exposed:
                    suggestions.exposed(project, [onward])
                return row

        def decided(row: int) -> None:
            self.decisions.add((table_, row), queue.key_of(one), passing=passing)
            if onward is not None:
                self._exposed.add(onward)
            self._back_to = None
            self.queue.decide()
            self._fill()

        self.hub.write(verb, decided)

    def take_back(self) -> None:
        """Undo the last verdict, if it was the last thing done."""
        project = self.hub.project
        step = self.hub.undoable()
        looked = step is not None and step.own and step.label == _SHOW
        if looked:
            self.hub.write(project.undo)
            step = self.hub.undoable()
        if step is not None and step.own and step.label in (_ACCEPT, _REJECT, _SKIP):
            self.hub.write(project.undo)
            return
        if looked:
            self.hub.write(project.redo)
        self.hub.said.emit(self.tr("The last change was no verdict; Ctrl+Z undoes it."))

    def open_source(self) -> None:
        """Show the passage on the Code page."""
        if (one := self._suggestion()) is not None:
            self.hub.show_place(Place(one.document, one.start, one.end))

    # the first pass

    def _hide_before_first_pass(self, hide: bool) -> None:
        project = self.hub.project
        self.hub.write(lambda: suggestions.hide_before_first_pass(project, hide), lambda _: self._fill())

    def _declare(self, done: bool) -> None:
        if (document := self.reading.document) is not None:
            self._declare_over(document, done)

    def _declare_over(self, document: int, done: bool) -> None:
        project = self.hub.project
        self.hub.write(lambda: suggestions.declare_first_pass(project, document, done=done))

    # keys

    def _typed(self, text: str) -> None:
        """Let a command's letter through while words are selected; any other begins the name of a code."""
        for action in self.actions():
            if any(key.toString().casefold() == text.casefold() for key in action.shortcuts()):
                action.trigger()
                return
        if not self._fixed(Qt.Key(ord(text.upper())) if len(text) == 1 and text.isascii() else Qt.Key.Key_unknown):
            self.change_code(text)

    def _fixed(self, key: int) -> bool:
        if key in _STEPS:
            self.step(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Q:
            self.turn_side()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the suggestions by digit, step by letter, and let go of words selected."""
        digit, entry = actions.digit_of(event), self.queue.current
        if digit is not None:
            if self._suggestion() is not None and entry is not None and 1 <= digit <= len(entry.offered):
                self._choose(digit - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.reading.let_go()
        elif event.modifiers() or not self._fixed(event.key()):
            super().keyPressEvent(event)

    def _label_buttons(self) -> None:
        for name, button in self.buttons.items():
            button.setText(f"{table()[name].text}  {actions.shown(name)}")

    def _take_focus(self) -> None:
        """Put the keys where they decide."""
        focused = QApplication.focusWidget()
        if self.isVisible() and not self.picker.isVisible() and (focused is None or self.window().isAncestorOf(focused)):
            (self.reading.pane if self.views.currentIndex() == 0 else self).setFocus()
