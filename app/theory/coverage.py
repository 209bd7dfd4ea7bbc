"""The coverage of the framework: concepts × participants, a sign and a colour for each of four states."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.eliding import apart
from app.hub import Hub
from app.i18n import told
from app.neighbours import NamesDelegate
from app.theory.assertions import AssertionText
from coding import summaries
from coding.moment.weighing import Theory
from coding.tables.coverage import Coverage, CoverageCell
from coding.tables.framework_matrix import FrameworkMatrix, framework_matrix

_WIDEST = 120  # pixels of a participant's column
_NAMES = 260  # pixels of the concepts
_SIGNS = {"not asked": "—", "nothing": "·", "contrary": "−{against}", "present": "{counted}"}


class CoverageView(QWidget):
    """`opened(concept, participant)`: the coded segments behind a cell are asked for."""

    opened = Signal(int, int)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.shown: Coverage | None = None
        self.matrix: FrameworkMatrix | None = None
        self._at: tuple[int, int] | None = None
        self.table = QTableWidget()
        self.table.setItemDelegate(NamesDelegate(self.table))
        self.table.setAccessibleName(self.tr("Coverage of the framework by participant"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setDefaultSectionSize(_WIDEST)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.cellDoubleClicked.connect(self.open)
        self.about = QLabel()
        self.about.setProperty("muted", True)
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._beneath())
        layout.addWidget(self.about)
        self.setFocusProxy(self.table)

    def _beneath(self) -> QWidget:
        """Lay out what is written of a cell, beside its segments."""
        self.summary = AssertionText(
            self.tr("What you write of this participant and concept"), 5, self.tr("Sum up in a few words")
        )
        self.summary.left.connect(self.write)
        self.segments = QListWidget()
        self.segments.setAccessibleName(self.tr("Coded segments of the cell"))
        self.segments.setWordWrap(True)
        self.segments.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.segments.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.segments.setFixedHeight(self.summary.height())
        self.table.currentCellChanged.connect(lambda *_: self.go_to_cell())
        beneath = QWidget()
        row = QHBoxLayout(beneath)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.summary, 1)
        row.addWidget(self.segments, 1)
        return beneath

    def go_to_cell(self) -> None:
        """Keep what was written of the cell before, and show the one that one is at now."""
        self.write()
        self.show_cell()

    def show_cell(self) -> None:
        """Show what is written of the cell one is at, and its segments; what is being typed there stays."""
        before = self._at
        found, row, column = self.matrix, self.table.currentRow(), self.table.currentColumn()
        inside = found is not None and 0 <= row < len(found.concepts) and 0 <= column < len(found.people)
        self._at = (found.people[column], found.concepts[row]) if found is not None and inside else None
        self.summary.setEnabled(self._at is not None and self.hub.project.writable)
        self.segments.clear()
        if found is None or self._at is None:
            self.summary.show_text("")
            return
        moment = found.coverage.moment
        self.summary.show_text(found.summary(*self._at), same=before == self._at)
        for one in found.opened(*self._at):
            words = moment.mask.text(moment.text(one.document)[one.start : one.end])
            self.segments.addItem(words if one.counted else f"− {words}")

    def write(self) -> None:
        """Keep what is written of the cell one is at."""
        found, at, words = self.matrix, self._at, self.summary.toPlainText().strip()
        if found is None or at is None or words == found.summary(*at) or self.hub.project_or_none is None:
            return
        project = self.hub.project
        self.hub.write(lambda: summaries.write(project, *at, words))

    def show_reading(self, reading: Theory) -> None:
        """Show the framework's coverage, staying at the same cell."""
        at = self.table.currentRow(), self.table.currentColumn()
        self.table.blockSignals(True)
        self.matrix = framework_matrix(reading.moment, reading.capabilities)
        found = self.shown = self.matrix.coverage
        moment = found.moment
        self.table.clear()
        self.table.setRowCount(len(found.concepts))
        self.table.setColumnCount(len(found.people))
        names = [moment.mask.person(key) for key in found.people]
        labels = [moment.codes[key].label for key in found.concepts]
        width = self.fontMetrics().horizontalAdvance
        self.table.setHorizontalHeaderLabels(apart(names, 2 * (_WIDEST - 24), width))  # over two lines
        self.table.setVerticalHeaderLabels(apart(labels, _NAMES, width))
        for row, concept in enumerate(found.concepts):
            self._head(row, labels[row], found.questions.get(concept, ()))
            for column, person in enumerate(found.people):
                cell = found.cells[concept, person]
                item = self._item(cell, f"{labels[row]} × {names[column]}")
                if self.matrix.summary(person, concept):
                    item.setText(f"{item.text()} ✎")
                self.table.setItem(row, column, item)
        for column, name in enumerate(names):
            if (head := self.table.horizontalHeaderItem(column)) is not None:
                head.setToolTip(name)
        self.table.horizontalHeader().setFixedHeight(2 * self.fontMetrics().height() + 12)
        if 0 <= at[0] < len(labels) and 0 <= at[1] < len(names):
            self.table.setCurrentCell(*at)
        self._explain(found)
        self.table.blockSignals(False)
        self.show_cell()

    def _head(self, row: int, label: str, questions: tuple[str, ...]) -> None:
        if (head := self.table.verticalHeaderItem(row)) is not None:
            head.setToolTip("\n".join((label, *questions)))

    def _item(self, cell: CoverageCell, about: str) -> QTableWidgetItem:
        colours = theme.colours()
        said = _SIGNS[cell.state].format(counted=cell.counted, against=cell.against)
        if cell.state == "present" and cell.against:
            said += f"  −{cell.against}"
        item = QTableWidgetItem(said)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        ink = {"contrary": colours.danger, "present": colours.text}.get(cell.state, colours.muted)
        item.setForeground(QColor(ink))
        if cell.state == "present":
            item.setBackground(QColor(colours.selection))
        whole = told(about, self.said(cell))
        item.setToolTip(whole)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, whole)
        return item

    def said(self, cell: CoverageCell) -> str:
        """Say a cell in words."""
        if cell.state == "present":
            said = self.tr("%n coded segment(s)", "", cell.counted)
            return said + (", " + self.tr("%n contrary", "", cell.against) if cell.against else "")
        if cell.state == "contrary":
            return self.tr("%n contrary alone", "", cell.against)
        return self.tr("asked, nothing coded") if cell.state == "nothing" else self.tr("not asked")

    def _explain(self, found: Coverage) -> None:
        legend = self.tr("— not asked   · asked, nothing coded   −2 contrary alone   7 coded segments")
        if not found.people:
            legend = self.tr("There are no participants yet: add them on the Participants page.")
        elif found.guided:
            why = self.tr("A question asks for a concept where answers to it are evidence for that concept.")
            legend = f"{legend}\n{why}"
        else:
            why = self.tr("Without an interview guide, whoever speaks counts as asked.")
            legend = f"{legend}\n{why}"
        self.about.setText(legend)

    def open(self, row: int, column: int) -> None:
        """Ask for what is behind a cell."""
        found = self.shown
        if found is not None and 0 <= row < len(found.concepts) and 0 <= column < len(found.people):
            self.opened.emit(found.concepts[row], found.people[column])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.table.currentRow(), self.table.currentColumn())
            return
        super().keyPressEvent(event)
