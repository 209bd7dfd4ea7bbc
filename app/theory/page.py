"""The Theory page: triage, the dot table, the evidence of each code, and the tools by which a framework grows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.hub import Ask, Hub
from app.icons import icon
from app.page import Page
from app.sets.filter import SetFilter
from app.sets.words import nothing_within, show_all
from app.theory.assertions import AssertionsView
from app.theory.coverage import CoverageView
from app.theory.legend import LinkLegend
from app.theory.link_table import Dots
from app.theory.outside import Outside
from app.theory.support import AGAINST, CROSSED, CROSSWALK, DIRECT, LINKED, UNREAD, WAITING, SupportRow, SupportTable
from app.theory.tools import Tools
from app.theory.triage import Triage
from app.theory.updates import Offered
from app.widgets import EmptyState, Halves, NamesBox
from coding.moment import weighing
from coding.moment.weighing import ONE_BY_ONE, Theory, weigh

if TYPE_CHECKING:
    from coding.codebook.frameworks import FrameworkInfo
    from coding.moment.evidence import EvidenceItem
    from corpus.store.project import Changes

TRIAGE, TABLE, EVIDENCE, OUTSIDE, COVERAGE, ASSERTIONS = range(6)
_KEPT = "theory.framework"
# What no view here shows anything of, unless sets that are chosen may hold others by it.
_ELSEWHERE = frozenset({"saved_matrix", "saved_search", "recipe", "memo", "memo_target", "verdict"})


class TheoryPage(Page):
    """Descriptive codes are linked to a framework, the links looked at, and the framework grown."""

    name: ClassVar[str] = "theory"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self.reading: Theory | None = None
        self._stale = True
        self.framework, self._told = NamesBox(), list[tuple[str, str, str]]()
        self.triage = Triage(hub)
        self.no_framework = EmptyState(
            "theory",
            self.tr("No framework is in this project yet. Add one to link your codes to its capabilities."),
            self.tr("Add a framework"),
            lambda: self.tools.add_framework(),
        )
        self.no_codes = EmptyState(
            "code",
            self.tr("There are no descriptive codes yet. Code some interviews first; then link the codes here."),
            self.tr("Go to Code"),
            lambda: hub.page_asked.emit("code"),
        )
        self.not_within = EmptyState("theory", "", show_all(), lambda: self.filter.take_off())
        self.views, self.offered = QStackedWidget(), Offered()
        self._places = {number: QWidget() for number in range(TABLE, ASSERTIONS + 1)}
        self.tools = Tools(hub, self, self._at)
        self.filter = SetFilter(hub, "theory")
        self.filter.chosen.connect(lambda _within: self._narrowed())
        self.buttons = QButtonGroup(self)
        self.bar = QWidget()
        self._lay_out()
        self._connect()
        self._make_actions()

    # The views behind triage are made when they are first shown: a page with all of them at once is long in coming.

    @cached_property
    def dots(self) -> Dots:
        """The table of codes and capabilities."""
        made = Dots()
        made.opened.connect(self._open_cell)
        self._put(TABLE, made, LinkLegend(made))
        return made

    @cached_property
    def support(self) -> SupportTable:
        """The evidence of each code of the framework."""
        made = SupportTable()
        made.opened.connect(self._open_support)
        self._put(EVIDENCE, made)
        return made

    @cached_property
    def outside(self) -> Outside:
        """The codes that fit nothing: new theory starts there."""
        made = Outside(self.hub)
        made.opened.connect(self._open_code)
        made.taken.connect(self._take_in_hand)
        made.fork_asked.connect(self.tools.fork_framework)
        self._put(OUTSIDE, made)
        return made

    @cached_property
    def coverage(self) -> CoverageView:
        """Which concept was spoken of by whom."""
        made = CoverageView(self.hub)
        made.opened.connect(self._open_covered)
        self._put(COVERAGE, made)
        return made

    @cached_property
    def assertions(self) -> AssertionsView:
        """The sentences claimed."""
        made = AssertionsView(self.hub)
        self._put(ASSERTIONS, made)
        return made

    def _put(self, number: int, view: QWidget, *below: QWidget) -> None:
        """Put a view where it is shown, and what belongs to it below."""
        down = QVBoxLayout(self._places[number])
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(view, 1)
        for part in below:
            down.addWidget(part)
        view.show()  # at once, or it takes no focus yet

    def _at(self) -> tuple[Theory | None, int | None]:
        """Give what is shown, and the framework's code one is at."""
        if self.views.currentIndex() == EVIDENCE and (row := self.support.current_row()) is not None:
            return self.reading, row.capability
        return self.reading, self.triage.capability

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.offered)
        layout.addWidget(self.stack, 1)
        self._fill_bar()
        for part in (self.views, self.no_framework, self.no_codes, self.not_within):
            self.stack.addWidget(part)
        self.views.addWidget(self.triage)
        for place in self._places.values():
            self.views.addWidget(place)

    def _fill_bar(self) -> None:
        self.framework.setAccessibleName(self.tr("Framework"))
        self.framework.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.framework.setMinimumContentsLength(24)
        self.framework.setMaximumWidth(560)
        tools, ways = QWidget(), QWidget()
        row, views = QHBoxLayout(tools), QHBoxLayout(ways)
        for line in (row, views):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
        whole = QHBoxLayout(self.bar)
        whole.setContentsMargins(12, 6, 12, 6)
        whole.addWidget(Halves(tools, ways))
        row.addWidget(self.framework, 4)
        row.addWidget(self.tools)
        row.addWidget(self.filter)
        self.crossing = QToolButton()
        self.crossing.setText(self.tr("Through crosswalks"))
        self.crossing.setToolTip(self.tr("Show evidence for codes of other frameworks that meet these, labelled so"))
        self.crossing.setCheckable(True)
        self.crossing.toggled.connect(self._cross)
        row.addWidget(self.crossing)
        row.addStretch(1)
        for number, (name, said) in enumerate(
            (
                ("columns", self.tr("Triage")),
                ("matrix", self.tr("Table")),
                ("verbatims", self.tr("Evidence")),
                ("memo", self.tr("To theorise")),
                ("participants", self.tr("Coverage")),
                ("edit", self.tr("Assertions")),
            )
        ):
            button = QToolButton()
            button.setText(said)
            button.setIcon(icon(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setAccessibleName(said)
            self.buttons.addButton(button, number)
            views.addWidget(button)
        views.addStretch(1)
        self.buttons.button(TRIAGE).setChecked(True)

    def _connect(self) -> None:
        self.hub.noted.connect(self._noted)
        self.framework.activated.connect(lambda _at: self.show_framework(self.framework.currentData()))
        self.buttons.idClicked.connect(self.show_view)
        self.offered.asked.connect(self.tools.show_updates)
        self.tools.framework_asked.connect(self.show_framework)
        self.tools.code_made.connect(lambda key: self.triage.capabilities.choose(key))

    def _make_actions(self) -> None:
        for name, slot in (
            ("theory.next", self._next),
            ("theory.previous", self._previous),
            ("theory.table", self.toggle_table),
            ("theory.reason", self.triage.write_reason),
            ("theory.memo", self.write_memo),
            ("theory.verbatims", self.show_verbatims),
        ):
            actions.make(name, self, slot)
        actions.make("theory.unlink", self.triage, self.triage.unlink)

    # The project's life.

    def _narrowed(self) -> None:
        self._stale = True
        self.refresh()

    def project_opened(self) -> None:
        self.filter.recall()
        self._stale = True
        self.refresh()

    def project_closed(self) -> None:
        self.reading = None
        self._stale = True
        self.triage.let_go()

    def project_changed(self, changes: Changes) -> None:
        from corpus import model

        if changes.keys.keys() <= _ELSEWHERE and not self.filter.concerns(changes):
            return
        self._stale = True
        if changes.touches(
            model.Document,
            model.Passage,
            model.Speaker,
            model.Participant,
            model.Participation,
            model.Code,
            model.Coding,
            model.Framework,
            model.Cue,
        ):
            self.triage.offers.stale()
        if self.isVisible():
            self.refresh()

    def _noted(self, changes: Changes) -> None:
        """What was opened is read: of what is proposed, less is unread."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def restyled(self) -> None:
        self.triage.restyled()
        for legend in self.views.findChildren(LinkLegend):
            legend.draw()

    def home(self) -> QWidget:
        at = self.views.currentIndex()
        if at == OUTSIDE:
            return self.outside.list
        return self.coverage.table if at == COVERAGE else self._parts()[0]

    def panes(self) -> Sequence[QWidget]:
        return (*self._parts(), self.bar) if self.stack.currentWidget() is self.views else (self.stack,)

    def _parts(self) -> Sequence[QWidget]:
        """Give what F6 goes through in the view that is shown."""
        at, triage = self.views.currentIndex(), self.triage
        if at == TRIAGE:
            return (triage.codes, triage.words, triage.capabilities, triage.detail)
        if at == ASSERTIONS:
            return (self.assertions.list, self.assertions.text, self.assertions.table)
        if at in (TABLE, EVIDENCE):
            return (self.dots if at == TABLE else self.support,)
        return (self.outside if at == OUTSIDE else self.coverage,)

    # What is shown.

    def refresh(self) -> None:
        """Read the project anew if anything has changed, and paint it."""
        if self.hub.project_or_none is None or not self._stale:
            return
        shown = self.hub.settings.get(_KEPT) if self.reading is None else None
        if self.reading is not None and self.reading.framework is not None:
            shown = self.reading.framework.framework
        self.reading = weigh(self.filter.seen(self.hub.moment()), shown)
        self._stale = False
        self._paint()

    def _paint(self) -> None:
        reading = self.reading
        if reading is None:
            return
        self._offer_frameworks(reading.frameworks)
        at = self.framework.findData(reading.framework.framework) if reading.framework else -1
        self.framework.setCurrentIndex(at)
        self.framework.setToolTip(reading.framework.citation if reading.framework else "")
        self.bar.setVisible(reading.framework is not None)
        self.tools.allow()
        self.offered.offer(reading.framework, writable=self.hub.project.writable)
        self.filter.say(reading.moment.sets, reading.moment.within)
        if reading.framework is None:
            self.stack.setCurrentWidget(self.no_framework)
        elif reading.moment.within and not reading.first:
            self.not_within.sentence.setText(nothing_within(reading.moment))
            self.stack.setCurrentWidget(self.not_within)
        elif not reading.first:
            self.stack.setCurrentWidget(self.no_codes)
        else:
            self.stack.setCurrentWidget(self.views)
            self.triage.show_reading(reading)
            self._paint_view()

    def _offer_frameworks(self, frameworks: Sequence[FrameworkInfo]) -> None:
        told = [(one.title, one.framework, one.citation) for one in frameworks]
        if told == self._told:
            return
        self._told = told
        self.framework.clear()
        for title, key, citation in told:
            self.framework.addItem(title, key)
            self.framework.setItemData(self.framework.count() - 1, citation, Qt.ItemDataRole.ToolTipRole)

    def _paint_view(self) -> None:
        self.crossing.setVisible(self.views.currentIndex() == EVIDENCE)
        if self.reading is None:
            return
        if self.views.currentIndex() == TABLE:
            self.dots.show_reading(self.reading)
        elif self.views.currentIndex() == EVIDENCE:
            self.support.show_reading(self.reading)
        elif self.views.currentIndex() == OUTSIDE:
            self.outside.show_reading(self.reading)
        elif self.views.currentIndex() == COVERAGE:
            self.coverage.show_reading(self.reading)
        elif self.views.currentIndex() == ASSERTIONS:
            self.assertions.show_reading(self.reading)
        waiting = sum(group == weighing.OUTSIDE for group in self.reading.groups.values())
        said = self.tr("To theorise")
        self.buttons.button(OUTSIDE).setText(f"{said} ({waiting})" if waiting else said)

    def show_framework(self, key: str) -> None:
        """Show another framework of the project."""
        self.hub.settings.set(_KEPT, key)
        if self.hub.project_or_none is not None:
            self.reading = weigh(self.filter.seen(self.hub.moment()), key)
            self._stale = False
            self._paint()

    def show_view(self, number: int) -> None:
        """Show triage, the dot table, the evidence, or what is outside the framework."""
        self.buttons.button(number).setChecked(True)
        self.views.setCurrentIndex(number)
        self._paint_view()
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """Go from triage to the table and back."""
        self.show_view(TRIAGE if self.views.currentIndex() == TABLE else TABLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = actions.digit_of(event)
        if digit is not None and self.reading is not None and self.views.currentIndex() == TRIAGE:
            self.triage.take_digit(digit, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def _next(self) -> None:
        if self.views.currentIndex() != TRIAGE:
            self.show_view(TRIAGE)
        self.triage.next_open()

    def _previous(self) -> None:
        if self.views.currentIndex() != TRIAGE:
            self.show_view(TRIAGE)
        self.triage.previous()

    # The way to verbatims.

    def _open_cell(self, row: int, column: int) -> None:
        reading, table = self.reading, self.dots.dots
        if reading is None:
            return
        if row < 0:
            if column:
                self._open_capability(table.columns[column - 1][0])
            return
        code = table.rows[row].code
        if column == 0:
            if code in reading.codes:
                self._ask(reading.codes[code].label, reading.net.evidence(code), code)
            return
        cell, capability = table.rows[row].cells[column - 1], table.columns[column - 1][0]
        title = f"{table.rows[row].name} → {table.columns[column - 1][1]}"
        if len(cell.spans):
            self._ask(title, reading.items(capability, cell.spans), capability)
        elif code in reading.codes:
            self.show_view(TRIAGE)
            self.triage.go_to(code, capability)
            if cell.mode == ONE_BY_ONE:
                self.hub.said.emit(self.tr("{cell}: nothing is kept yet.").format(cell=title))
            elif cell.mode:
                self.hub.said.emit(self.tr("{title}: no coded segments yet.").format(title=title))
            else:
                self.hub.said.emit(self.tr("{cell}: not linked.").format(cell=title))

    def _cross(self, on: bool) -> None:
        self.support.show_crosswalks(on)
        self._paint_view()

    def _open_code(self, code: int) -> None:
        if self.reading is not None and code in self.reading.codes:
            self._ask(self.reading.codes[code].label, self.reading.net.evidence(code), code)

    def _open_covered(self, concept: int, person: int) -> None:
        reading, shown = self.reading, self.coverage.shown
        if reading is not None and shown is not None:
            title = f"{reading.codes[concept].label} × {reading.moment.mask.person(person)}"
            spans = shown.spans(concept, person)
            self._ask(title, reading.items(concept, spans) if len(spans) else (), concept)

    def _take_in_hand(self, code: int) -> None:
        self.show_view(TRIAGE)
        self.triage.go_to(code)

    def _open_capability(self, capability: int) -> None:
        if self.reading is not None:
            self._ask(self.reading.codes[capability].label, self.reading.net.evidence(capability), capability)

    def _open_support(self, row: SupportRow, column: int) -> None:
        if self.reading is None:
            return
        items = self._behind(self.reading, row, column)
        title = self.reading.codes[row.capability].label
        title = title if row.label == title else f"{row.label} → {title}"
        self._ask(title, items, row.capability)

    def _behind(self, reading: Theory, row: SupportRow, column: int) -> list[EvidenceItem]:
        """Give what stands behind a number; what contradicts is shown beside what counts."""
        if column == WAITING:
            return reading.net.every(sorted(reading.awaited(row.capability, row.source)))
        if column == CROSSED or row.mode == CROSSWALK:
            items = reading.items(row.capability, row.spans, "crossed")
            return [item for item in items if item.crossed]
        items = reading.items(row.capability, row.spans)
        if column == AGAINST:
            return [item for item in items if not item.counted]
        if column == UNREAD:
            return [item for item in items if item.unread]
        return [item for item in items if column not in (DIRECT, LINKED) or (item.direct, item.linked)[column - 1]]

    def _ask(self, title: str, items: Sequence[object], code: int) -> None:
        if not items:
            self.hub.said.emit(self.tr("{title}: no coded segments yet.").format(title=title))
            return
        self.hub.show_verbatims(Ask(codes=(code,), items=tuple(items), title=title))

    def show_verbatims(self) -> None:
        """Show the verbatims of what one is at."""
        at = self.views.currentIndex()
        if at == TABLE and self.dots.currentIndex().isValid():
            self._open_cell(self.dots.currentIndex().row(), self.dots.currentIndex().column())
        elif at == EVIDENCE and (row := self.support.current_row()) is not None:
            self._open_support(row, 0)
        elif at == OUTSIDE and (codes := self.outside.chosen()):
            self._open_code(codes[0])
        elif at == TRIAGE:
            self.triage.show_verbatims()

    def write_memo(self) -> None:
        """Write a memo on the descriptive code in hand, or on the framework's code one is at."""
        from coding.memos import Target

        at = self.triage.code if self.views.currentIndex() == TRIAGE else self._at()[1]
        if self.reading is not None and at is not None and at in self.reading.codes:
            self.hub.write_memo([Target("code", at)])
