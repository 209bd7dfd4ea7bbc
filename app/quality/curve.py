"""New codes in the order of collection: a table, a curve, and a sentence for the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
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
from app.hub import Ask, FigureAsked, Hub
from app.i18n import moment as written
from app.icons import icon
from app.neighbours import NamesDelegate
from app.widgets import NamesBox, NumberBox

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.tables.saturation import Saturation, SaturationRule, Series


class Drawing(QWidget):
    """The cumulative curve of a series, and dashed the mean over all orders."""

    def __init__(self) -> None:
        super().__init__()
        self.series: Series | None = None
        self.setMinimumHeight(170)
        self.setAccessibleName(self.tr("Curve of descriptive codes found"))

    def show_series(self, series: Series) -> None:
        """Draw another series."""
        self.series = series
        self.setAccessibleDescription(", ".join(map(str, series.cumulative)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        one = self.series
        if one is None or not one.documents:
            return
        painter, colours = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        high, number = max(one.cumulative[-1], 1), len(one.documents)
        side, below = metrics.horizontalAdvance(str(high)) + 14, metrics.height() + 8
        inside = QRectF(side, 10, self.width() - side - 16, self.height() - below - 14)

        def at(n: int, value: float) -> QPointF:
            across = (n + 0.5) / number
            return QPointF(inside.left() + across * inside.width(), inside.bottom() - value / high * inside.height())

        painter.setPen(QPen(QColor(colours.rule), 1))
        for value in sorted({0, high // 2, high}):
            painter.drawLine(QPointF(inside.left(), at(0, value).y()), QPointF(inside.right(), at(0, value).y()))
        painter.setPen(QColor(colours.muted))
        for value in sorted({0, high // 2, high}):
            place = QRectF(0, at(0, value).y() - metrics.height() / 2, side - 8, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), str(value))
        step = max(1, -(-number * (metrics.horizontalAdvance("00") + 10) // max(1, int(inside.width()))))
        for n in range(0, number, step):
            place = QRectF(at(n, 0).x() - 20, inside.bottom() + 4, 40, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), str(n + 1))
        painter.setPen(QPen(QColor(colours.muted), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline([at(n, value) for n, value in enumerate(one.expected)])
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawPolyline([at(n, value) for n, value in enumerate(one.cumulative)])
        painter.setBrush(QColor(colours.accent))
        for n, value in enumerate(one.cumulative):
            painter.drawEllipse(at(n, value), 3, 3)
        painter.end()


class SaturationCurve(QWidget):
    """changed(): another rule or division is asked for."""

    changed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.found: Saturation | None = None
        self.moment: Moment | None = None
        self.base, self.run, self.threshold = NumberBox(), NumberBox(), NumberBox()
        self.by, self.part = NamesBox(), QComboBox()
        numbers = (
            (self.base, self.tr("Base"), 4, 50),
            (self.run, self.tr("Run"), 2, 20),
            (self.threshold, self.tr("Threshold (%)"), 5, 50),
        )
        head = QHBoxLayout()
        for box, name, value, most in numbers:
            box.setRange(0 if box is self.threshold else 1, most)
            box.setValue(value)
            box.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
            box.setAccessibleName(name)
            box.valueChanged.connect(lambda _n: self.changed.emit())
            head.addWidget(QLabel(name))
            head.addWidget(box)
        self.by.setAccessibleName(self.tr("By attribute or concept"))
        self.by.activated.connect(lambda _n: self.changed.emit())
        self.part.setAccessibleName(self.tr("Series that is shown"))
        self.part.activated.connect(lambda _n: self._show())
        head.addWidget(self.by)
        head.addWidget(self.part)
        head.addStretch(1)
        self.as_figure = QPushButton(icon("figure"), self.tr("As a figure"))
        self.as_figure.clicked.connect(self.draw)
        head.addWidget(self.as_figure)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("New codes by document"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.table.setItemDelegate(NamesDelegate(self.table))
        self.table.cellDoubleClicked.connect(lambda row, _column: self.open(row))
        self.drawing = Drawing()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.drawing, 2)
        layout.addWidget(self.said)
        self.setFocusProxy(self.table)

    @property
    def rule(self) -> SaturationRule:
        """The rule that is chosen."""
        from coding.tables.saturation import SaturationRule

        return SaturationRule(self.base.value(), self.run.value(), self.threshold.value() / 100)

    def draw(self) -> None:
        """Show the curve of what is shown as a figure for print."""
        if self.moment is not None:
            view, choice = {"within": self.moment.within}, {"rule": self.rule, **self._divided()}
            self.hub.show_figure(FigureAsked("saturation", choice, view, {}))

    def _divided(self) -> dict[str, str]:
        """Return by what the series is divided, as a figure takes it."""
        match self.by.currentData():
            case ("by", name):
                return {"by": name}
            case ("concepts", framework):
                return {"rows": f"framework:{framework}"}
        return {}

    def offer(self, moment: Moment) -> None:
        """Offer the attributes and frameworks that a series can be divided by, keeping the choice."""
        kept = self.by.currentData()
        self.by.clear()
        self.by.addItem(self.tr("All codes"), None)
        for info in moment.known.attributes:
            if info.subject != "organisation" and info.fact != "date":
                self.by.addItem(info.label(moment.language), ("by", info.name))
        for framework in moment.frameworks:
            self.by.addItem(framework.title, ("concepts", framework.framework))
        self.by.setCurrentIndex(max(0, self.by.findData(kept)))

    def show_found(self, moment: Moment, found: Saturation) -> None:
        """Show what was found, in the moment's language."""
        self.moment, self.found = moment, found
        at = self.part.currentIndex()
        self.part.clear()
        self.part.addItems([self.tr("All codes"), *(one.name for one in found.parts)])
        self.part.setCurrentIndex(at if 0 <= at < self.part.count() else 0)
        self.part.setVisible(bool(found.parts))
        self._show()

    @property
    def shown(self) -> Series | None:
        """The series that is shown."""
        if self.found is None:
            return None
        return (self.found.whole, *self.found.parts)[max(0, self.part.currentIndex())]

    def _show(self) -> None:
        from dataclasses import replace

        from coding.exports import saturation

        moment, one, found = self.moment, self.shown, self.found
        if moment is None or one is None or found is None:
            return
        seen = replace(found, whole=one)
        heads = saturation.words(moment).columns
        rows = saturation.rows(moment, seen)
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(heads))
        for n, row in enumerate(rows):
            for column, cell in enumerate(row):
                said = QLocale().toString(cell, "f", 1) if isinstance(cell, float) else written(str(cell))
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                self.table.setItem(n, column, item)
        self.table.setColumnHidden(2, not found.days)
        self._divide(len(heads))
        self.drawing.show_series(one)
        notes = saturation.notes(moment, seen) if one.documents else ()
        self.said.setText("\n".join((saturation.sentence(moment, seen), *notes)))

    def _divide(self, columns: int) -> None:
        """Give documents and codes the room that numbers leave, and headings the lines they take."""
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        header.setFixedHeight(3 * self.fontMetrics().height() + 12)
        for column in range(columns):
            wide = column in (1, columns - 1)
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Interactive
            )
            if not wide:
                self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * (6 if column == 0 else 16))

    def open(self, row: int) -> None:
        """Show the segments of the codes that are new in a document."""
        one = self.shown
        if one is not None and 0 <= row < len(one.documents) and one.new[row]:
            self.hub.show_verbatims(Ask(codes=one.new[row], document=one.documents[row]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.table.currentRow())
            return
        super().keyPressEvent(event)
