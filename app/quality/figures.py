"""The figures of agreement: a line a code, all together, and under them what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.neighbours import NamesDelegate
from app.widgets import EmptyState

if TYPE_CHECKING:
    from coding.agreement.comparing import Compared
    from coding.agreement.resampling import Figures
    from coding.moment.moment import Moment


_NAMED, _AROUND = 36, 16  # letters that names of codes take at most, and pixels around them
_LOOKED_AT = 40  # lines by which their column is made wide enough, of thousands


class FiguresView(QWidget):
    """opened(code): where coders disagree about a code is asked for; None for all codes."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.codes: list[int | None] = []
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
        self.nothing = EmptyState("quality", "")
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addWidget(self.nothing, 1)
        self.setFocusProxy(self.table)
        self._turn("")

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

    def show_figures(self, moment: Moment, found: Compared) -> None:
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
            self._put(n, 0, name)
            for column, measure in enumerate(measures, 1):
                self._put(n, column, agreement.figure(moment, one[measure]), muted=one[measure].value is None)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setResizeContentsPrecision(_LOOKED_AT)
        named = self.table.sizeHintForColumn(0) + _AROUND
        head.resizeSection(0, min(named, self.fontMetrics().averageCharWidth() * _NAMED))
        hint = self.tr("Enter on a code opens where its coders disagree.")
        self.about.setText("\n".join((hint, *agreement.notes(moment, found))))

    def _put(self, row: int, column: int, text: str, *, muted: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if muted:
            item.setForeground(QColor(theme.colours().muted))
        if row < 2:
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
