"""The Review page: measured quality on top, then one suggestion at a time in its own document, decided by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting
from app.codebook.picker import CodePicker
from app.hub import Hub, Place
from app.page import Page
from app.review.controls import ReviewControls
from app.review.deciding import Deciding
from app.review.empty_queue import Nothing
from app.review.forecast import Forecast
from app.review.learning import Learning
from app.review.panel import SuggestionPanel
from app.review.quality import QualityStrip, QualityView
from app.review.reading import PassagePane
from app.review.work import Learned
from app.widgets import remember_splitter
from coding.codebook import frameworks
from coding.suggest import queue, scoping, suggestions
from corpus.model import Assignment, Choice, Framework

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.suggest.records import Suggestion
    from corpus.store.project import Changes

_VERDICTS = ("Accept suggestion", "Reject suggestion", "Skip suggestion")


class ReviewPage(Page):
    """Nothing is coded here without a key pressed or a button clicked, and nothing learned before it is shown."""

    name: ClassVar[str] = "review"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self.learning, self.forecast = Learning(hub, self), Forecast(hub, self)
        self._begin()
        self._lay_out()
        self._connect()

    def _begin(self) -> None:
        """Know nothing of any project."""
        self.queue, self.decisions = queue.Queue(), queue.Decided()
        self.learning.forget()
        self.forecast.forget()
        self._ready = False
        self._back_to: queue.Key | None = None
        self._exposed: set[int] = set()
        self._first_passes: frozenset[int] = frozenset()
        self._hidden: frozenset[int] = frozenset()
        self._within: Moment | None = None

    @property
    def known(self) -> Learned | None:
        """What was learned, unless it is being learned anew."""
        return None if self.learning.busy else self.learning.known

    # what it is made of

    def _lay_out(self) -> None:
        self.strip, self.controls = QualityStrip(), ReviewControls(self.hub)
        self.reading = PassagePane(self.hub.settings)
        consenting.heed(self.hub, self.reading.pane, lambda: self.reading.document)
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
        self.deciding = Deciding(
            {
                "review.accept": self.accept,
                "review.reject": self.reject,
                "review.change": self.change_code,
                "review.skip": self.skip,
            },
            self.step,
        )
        down.addWidget(self.deciding)
        self.empty = Nothing()
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

    def _connect(self) -> None:
        self.controls.scope_changed.connect(self.measure)
        self.controls.filter_changed.connect(self._fill)
        self.controls.hiding_changed.connect(self._hide_before_first_pass)
        self.hub.preferred.connect(self._fill)
        self.controls.done.connect(self._take_focus)
        self.strip.details_asked.connect(self.turn_side)
        self.quality.measure_asked.connect(self.measure)
        self.quality.holding.chosen.connect(
            lambda share: self.hub.write(lambda: suggestions.keep_least_right(self.hub.project, share))
        )
        self.reading.typed.connect(self._typed)
        self.reading.first_pass_declared.connect(self._declare)
        self.panel.chosen.connect(self._choose)
        self.panel.place_asked.connect(self.hub.show_place)
        self.learning.learned.connect(self._learned)
        self.learning.taught.connect(self._taught)
        self.learning.stopped.connect(self._stopped)
        self.forecast.moved.connect(self._show_quality)
        self.empty.code_asked.connect(lambda: self.hub.page_asked.emit("code"))
        self.empty.measure_asked.connect(self.measure)
        self.empty.passed_asked.connect(self._show_passed)
        self.empty.codings_asked.connect(lambda: self.controls.basis.setCurrentIndex(0))
        self.empty.sets_off_asked.connect(self.controls.filter.take_off)
        self.empty.all_asked.connect(lambda: self.controls.only.setCurrentIndex(0))
        self.empty.all_codes_asked.connect(lambda: self.quality.holding.chosen.emit(0.0))
        self.empty.first_pass_asked.connect(lambda document: self._declare_over(document, done=True))
        for name, act in (
            ("review.accept", self.accept), ("review.reject", self.reject), ("review.change", self.change_code),
            ("review.skip", self.skip), ("review.undo", self.take_back), ("review.order", self.turn_order),
            ("review.source", self.open_source), ("review.figures", self.turn_side),
            ("review.next", lambda: self.step(1)), ("review.previous", lambda: self.step(-1)),
        ):  # fmt: skip
            actions.make(name, self, act)

    def panes(self) -> Sequence[QWidget]:
        return [self.reading.pane, self.empty, self.side, self.controls]

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
        self.controls.filter.recall()
        self.controls.list_documents([])
        self.controls.choose(self.controls.basis, queue.CODINGS)
        self.controls.hidden.setChecked(suggestions.hides_before_first_pass(self.hub.project))
        writable = self.hub.project.writable
        self.reading.allow(writable)
        for part in (self.controls.hidden, self.quality.holding.box, *self.deciding.buttons.values()):
            part.setEnabled(writable)
        if self.isVisible():
            self.entered()

    def project_closed(self) -> None:
        """Forget what was learned."""
        self.picker.close_quietly()
        self._begin()
        self.reading.forget()
        self.panel.show_entry(None, 0, {}, {})
        self.side.hide()

    def entered(self) -> None:
        """Learn when the page is first looked at, or when codes or texts changed since; else take in what was done."""
        if not self._ready:
            return
        self.deciding.name_keys()
        if self.learning.stale:
            self.measure()
        elif (known := self.known) is not None:
            self.reading.show_codings(self.hub.project, known.book)
            self._fill()
            self.learning.teach()
        self._take_focus()

    def project_changed(self, changes: Changes) -> None:
        """Learn anew after a change of codes or texts, and take in decisions at once."""
        back = self.decisions.heard(changes.keys, changes.kind)
        self._back_to = back or self._back_to
        if self.learning.known is not None:
            book = self.learning.known.book
            self.picker.take(book, codes=book.take(self.hub.moment()).codes)
        self.learning.heard(changes)
        if changes.touches(Framework):
            self._list_scopes()
        if not self.isVisible():
            return
        if self.learning.stale:
            self.measure()
        elif (known := self.known) is not None:
            self.reading.show_codings(self.hub.project, known.book)
            if back is not None or changes.touches(Assignment, Choice) or self.controls.filter.concerns(changes):
                self._fill()
            self.forecast.make_way()
            self.learning.teach_soon()

    def _list_scopes(self) -> None:
        found = frameworks.listed(self.hub.project)
        self.controls.list_scopes([(info.title, info.framework) for info in found])

    # learning

    def measure(self) -> None:
        """Measure, learn and suggest for the codes chosen."""
        if self._ready:
            self.forecast.forget()
            self.empty.wait()
            self._show_nothing()
            self.learning.measure(self.controls.scope.currentData())

    def _learned(self) -> None:
        known, controls = self.known, self.controls
        if known is None:
            return
        self.decisions.keep_passing()
        self.queue.documents = {key: rank for rank, key in enumerate(known.documents)}
        self.queue.codes = {key: rank for rank, key in enumerate(known.book.codes)}
        controls.list_documents([(info.name, key) for key, info in known.documents.items()])
        bases = (queue.CODINGS, queue.DEFINITION)
        there = [basis for basis in bases if any(queue.offered(each, basis) for each in known.found)]
        if len(there) == 1:
            controls.choose(controls.basis, there[0])
        self.reading.document = None
        self.side.setVisible(bool(known.suggester.codes))
        self.forecast.begin(known)
        self._show_quality()
        self._fill()

    def _taught(self) -> None:
        self._show_quality()
        self._fill()

    def _stopped(self) -> None:
        self.empty.stopped()
        self._show_nothing()

    def _show_quality(self) -> None:
        if (known := self.known) is not None:
            curve, measuring = self.forecast.curve, self.forecast.busy
            self.strip.show_quality(known.quality, curve)
            self.quality.show_quality(
                known.quality, known.standings, known.book.codes, known.since, curve, measuring=measuring
            )
            self.quality.holding.show_choice(suggestions.least_right(self.hub.project), known.held, known.book.codes)
            self._show_code()

    def _show_code(self) -> None:
        one, known = self._suggestion(), self.known
        code = known.book.codes.get(one.code) if known and one else None
        self.strip.show_code(one, code, known.quality if known else None)

    # the queue

    def _fill(self) -> None:
        self.controls.hidden.setChecked(suggestions.hides_before_first_pass(self.hub.project))
        known = self.known
        if known is None:
            return
        project, controls = self.hub.project, self.controls
        self._within = controls.filter.narrowed()
        self._hidden = suggestions.withheld(project, list(known.documents))
        self._first_passes = suggestions.first_pass_done(project)
        only, order, basis = (box.currentData() for box in (controls.only, controls.order, controls.basis))
        found = [
            passage for passage in (scoping.within(self._within, known.found) if self._within else known.found)
            if passage.document not in self._hidden and only in (None, passage.document)
        ]  # fmt: skip
        by_basis = {each: queue.entries(found, each, order, self.decisions.decided) for each in queue.BASES}
        controls.count_bases(*map(len, by_basis.values()))
        self.queue.order = order
        self.queue.fill(by_basis[basis])
        if self._back_to is not None and self.queue.go_to(self._back_to):
            self._back_to = None
        self._show()

    def _show(self) -> None:
        entry, one, known = self.queue.current, self.queue.suggestion, self.known
        if known is None or not self.isVisible():
            return
        left = len(self.queue.entries)
        self.controls.count.setText(self.tr("{at} of {left}").format(at=self.queue.at + 1, left=left) if entry else "")
        if entry is None or one is None:
            controls = self.controls
            self.empty.show_reason(
                known, self._hidden, controls.only.currentData(), controls.basis.currentData(),
                passed=bool(self.decisions.passed), within=self._within,
            )  # fmt: skip
            self.panel.show_entry(None, 0, {}, {})
            self.side.setCurrentWidget(self.quality)
            self._show_nothing()
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

    def _show_nothing(self) -> None:
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.views.setCurrentWidget(self.empty)
        self.controls.count.clear()
        self._show_code()
        if held:
            self.setFocus()

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
            self._decide("coding", lambda: suggestions.accept(self.hub.project, one, span=span))

    def reject(self) -> None:
        """Say that the suggestion is wrong."""
        if (one := self._suggestion()) is not None:
            self._decide("verdict", lambda: suggestions.reject(self.hub.project, one))

    def skip(self) -> None:
        """Leave the suggestion open."""
        if (one := self._suggestion()) is not None:
            self._decide("verdict", lambda: suggestions.skip(self.hub.project, one), passing=True)

    def change_code(self, text: str = "") -> None:
        """Choose another code for the words; `text` is typed already."""
        one, known = self._suggestion(), self.known
        if one is None or known is None or not self.hub.project.writable:
            return
        span, pane = self.reading.span(one), self.reading.pane
        spot = pane.spot(span[0])
        here = pane.viewport().mapTo(self, spot.toRect().bottomLeft() if spot else pane.rect().center())

        def choose(code: int) -> None:
            self._decide(
                "coding", lambda: suggestions.accept(self.hub.project, one, span=span, code=code),
                passing=code != one.code,
            )  # fmt: skip

        self.picker.open(known.book, QRect(here.x(), here.y(), 1, 1), choose, text=text,
                         title=self.tr("Another code for these words"))  # fmt: skip

    def _decide(self, stored: str, verb: Callable[[], int], *, passing: bool = False) -> None:
        """Have `verb` write a decision on the suggestion; it returns the key of a row stored under that name."""
        one = self._suggestion()
        if one is None:
            return

        def decided(key: int) -> None:
            self.decisions.add((stored, key), queue.key_of(one), passing=passing)
            self._back_to = None
            self.queue.decide()
            self._fill()

        self.hub.write(verb, decided)

    def take_back(self) -> None:
        """Undo the last verdict, if it was the last thing done."""
        step = self.hub.undoable()
        if step is not None and step.own and step.label in _VERDICTS:
            self.hub.write(lambda: self.hub.project.undo(step))
        else:
            self.hub.said.emit(self.tr("The last change was no verdict; Ctrl+Z undoes it."))

    def open_source(self) -> None:
        """Show the passage on the Code page."""
        if (one := self._suggestion()) is not None:
            self.hub.show_place(Place(one.document, one.start, one.end))

    # the first pass

    def _hide_before_first_pass(self, hide: bool) -> None:
        project = self.hub.project
        self.hub.write(lambda: suggestions.hide_before_first_pass(project, hide))

    def _declare(self, done: bool) -> None:
        if (document := self.reading.document) is not None:
            self._declare_over(document, done=done)

    def _declare_over(self, document: int, *, done: bool) -> None:
        project = self.hub.project
        self.hub.write(lambda: suggestions.declare_first_pass(project, document, done=done))

    # keys

    def _typed(self, text: str) -> None:
        """Let a command's letter through while words are selected; any other begins the name of a code."""
        for action in self.actions():
            if any(key.toString().casefold() == text.casefold() for key in action.shortcuts()):
                action.trigger()
                return
        self.change_code(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the suggestions by digit, and let go of words selected."""
        digit, entry = actions.digit_of(event), self.queue.current
        if digit is not None:
            if self._suggestion() is not None and entry is not None and 1 <= digit <= len(entry.offered):
                self._choose(digit - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.reading.let_go()
        else:
            super().keyPressEvent(event)

    def _take_focus(self) -> None:
        """Put the keys where they decide."""
        if self.isVisible() and not self.picker.isVisible():
            (self.reading.pane if self.views.currentIndex() == 0 else self).setFocus()
