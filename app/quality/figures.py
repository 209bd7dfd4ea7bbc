"""The figures of agreement: a line a code, all together, and under them what they rest on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.icons import icon
from app.neighbours import NamesDelegate
from app.widgets import EmptyState, NamesBox, NumberBox
from coding.moment import shown

if TYPE_CHECKING:
    from coding.agreement.comparing import AgreementResult
    from coding.agreement.resampling import Figures
    from coding.agreement.stretches import AgreementScope
    from coding.agreement.unitizing import Unitized
    from coding.moment.moment import Moment


_NAMED, _AROUND = 36, 16  # letters that names of codes take at most, and pixels around them
_CHOSEN = 28  # letters of how codes are compared
_LOOKED_AT = 40  # lines by which their column is made wide enough, of thousands


class FiguresView(QWidget):
    """opened(code): where coders disagree about a code is asked for; None for all codes. changed(): figures of another
    kind are wanted. export_asked(): they are to be written.
    """

    opened = Signal(object)
    changed = Signal()
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.codes: list[int | None] = []
        self.exclusive, self.resamplings, self.seed = NamesBox(), NumberBox(), NumberBox()
        self.export_button = QPushButton(icon("export"), self.tr("Export…"))
        self.export_button.clicked.connect(self.export_asked)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Agreement by code"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        self.table.horizontalHeader().setDefaultAlignment(low | Qt.TextFlag.TextWordWrap)
        self.table.horizontalHeader().setFixedHeight(2 * self.fontMetrics().height() + 12)
        self.table.setItemDelegate(NamesDelegate(self.table))
        self.table.cellDoubleClicked.connect(lambda row, _column: self.open(row))
        self.about = QLabel()
        self.about.setProperty("muted", True)
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(self._head())
        self.nothing = EmptyState("quality", "")
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addWidget(self.nothing, 1)
        self.setFocusProxy(self.table)
        self._turn("")

    def _head(self) -> QHBoxLayout:
        """Lay out how codes are compared, and how intervals are drawn."""
        self.exclusive.setAccessibleName(self.tr("Codes compared"))
        self.exclusive.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.exclusive.setMinimumContentsLength(_CHOSEN)
        self.exclusive.setToolTip(self.tr("Codes that exclude each other are compared together, by unitizing α"))
        self.exclusive.activated.connect(lambda _n: self.changed.emit())
        line = QHBoxLayout()
        line.addWidget(self.exclusive)
        line.addSpacing(8)
        self._drawn = list[QWidget]()
        numbers = (
            (
                self.resamplings,
                self.tr("Resamplings"),
                1000,
                100_000,
                self.tr("How often documents are drawn anew for the intervals in brackets"),
            ),
            (self.seed, self.tr("Seed"), 1, 1_000_000, self.tr("The same seed draws the same intervals")),
        )
        for box, name, value, most, tip in numbers:
            box.setRange(0, most)
            box.setValue(value)
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(lambda _n: self.changed.emit())
            label = QLabel(name)
            self._drawn += [label, box]
            line.addWidget(label)
            line.addWidget(box)
        line.addStretch(1)
        line.addWidget(self.export_button)
        return line

    def offer(self, moment: Moment) -> None:
        """Offer the codes whose sub-codes may exclude each other, keeping the choice."""
        kept, under = self.exclusive.currentData(), Counter(code.parent for code in shown.codes(moment).values())
        self.exclusive.clear()
        self.exclusive.addItem(self.tr("Each code by itself"), None)
        for key, code in shown.codes(moment).items():
            if under[key] > 1:
                self.exclusive.addItem(self.tr("Exclusive: under {code}").format(code=code.label), key)
        self.exclusive.setCurrentIndex(max(0, self.exclusive.findData(kept)))
        self.exclusive.setVisible(self.exclusive.count() > 1)
        for part in self._drawn:
            part.setVisible(self.exclusive.currentData() is None)

    def say(self, why: str) -> None:
        """Say why there are no figures."""
        self.codes = []
        self.table.setRowCount(0)
        self.table.setColumnCount(0)
        self._turn(why)

    def _turn(self, why: str) -> None:
        self.nothing.sentence.setText(why)
        self.nothing.setVisible(bool(why))
        for part in (self.table, self.about):
            part.setHidden(bool(why))
        self.export_button.setEnabled(not why)

    def show_figures(self, moment: Moment, found: AgreementResult) -> None:
        """Show what was compared, in the moment's language."""
        from coding.exports import agreement

        self._turn("")
        said, measures = agreement.words(moment), agreement.measures(found)
        rows: list[tuple[int | None, str, Figures]] = [(None, said.pooled, found.pooled), (None, said.mean, found.mean)]
        rows += [(key, moment.codes[key].path, one) for key, one in found.codes.items()]
        self.codes = [code for code, _, _ in rows]
        self.table.setColumnCount(len(measures) + 1)
        self.table.setRowCount(len(rows))
        heads = [said.code, *(agreement.heading(moment, found, name) for name in measures)]
        self.table.setHorizontalHeaderLabels(heads)
        for n, (_, name, one) in enumerate(rows):
            self._put(n, 0, name, bold=n < 2)
            for column, measure in enumerate(measures, 1):
                self._put(
                    n, column, agreement.figure(moment, one[measure]), muted=one[measure].value is None, bold=n < 2
                )
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setResizeContentsPrecision(_LOOKED_AT)
        named = self.table.sizeHintForColumn(0) + _AROUND
        head.resizeSection(0, min(named, self.fontMetrics().averageCharWidth() * _NAMED))
        hint = self.tr("Enter on a code opens where its coders disagree.")
        self.about.setText("\n".join((hint, *agreement.notes(moment, found))))

    def show_units(self, moment: Moment, asked: AgreementScope, parent: int, found: Unitized) -> None:
        """Show agreement on units of text over codes that exclude each other."""
        from coding.exports import unitized

        self._turn("")
        rows = unitized.rows(moment, found)
        self.codes = [None] * 4 + list(found.each)
        self.table.setColumnCount(2)
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(unitized.columns(moment)))
        for n, (name, value) in enumerate(rows):
            self._put(n, 0, name, bold=n < 1)
            self._put(n, 1, unitized.figure(moment, value), muted=value is None, bold=n < 1)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.about.setText("\n".join(unitized.notes(moment, asked, parent)))

    def _put(self, row: int, column: int, text: str, *, muted: bool = False, bold: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if muted:
            item.setForeground(QColor(theme.colours().muted))
        if bold:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.table.setItem(row, column, item)

    def open(self, row: int) -> None:
        """Ask for the disagreements behind a line."""
        if 0 <= row < len(self.codes):
            self.opened.emit(self.codes[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.table.currentRow())
            return
        super().keyPressEvent(event)
