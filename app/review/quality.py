"""How good the suggestions are on whole documents left out, shown before any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coding.codebook import CodeInfo
from coding.suggest.evaluate import Quality
from coding.suggest.measures import ENOUGH, Standing


class QualityView(QWidget):
    """A line of figures beside the simplest ways, and a table of codes."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Code"), self.tr("Examples"), self.tr("Precision"), self.tr("Recall"), self.tr("State")]
        )
        self.table.setAccessibleName(self.tr("Measured quality of each code"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.table, 1)

    def show_quality(
        self, quality: Quality | None, standings: Sequence[Standing], codes: Mapping[int, CodeInfo]
    ) -> None:
        """Show what was measured; without `quality`, how far each code is from being suggested."""
        self.line.setText(self._sentence(quality))
        measured = {one.code: one for one in quality.per_code} if quality else {}
        rows = sorted((one for one in standings if one.code in codes), key=lambda one: -one.examples)
        self.table.setRowCount(len(rows))
        for row, standing in enumerate(rows):
            found = measured.get(standing.code)
            enough = standing.examples >= ENOUGH
            cells = [
                codes[standing.code].label,
                str(standing.examples),
                f"{found.precision:.0%}" if found and enough else "–",
                f"{found.recall:.0%}" if found and enough else "–",
                self.tr("suggested")
                if enough
                else self.tr("not enough yet: {have} of {need} examples").format(have=standing.examples, need=ENOUGH),
            ]
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in (1, 2, 3):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)

    def _sentence(self, quality: Quality | None) -> str:
        if quality is None or not quality.passages:
            return self.tr("Nothing can be measured yet: code some passages in two documents at least.")
        simplest = max((figures.hit_at_3 for figures in quality.baselines.values()), default=0.0)
        return self.tr(
            "On {documents} documents left out in turn ({passages} coded passages): the first code is right for "
            "{first:.0%}, one of the first three for {three:.0%}; the best simple way gets {simple:.0%}."
        ).format(
            documents=quality.documents,
            passages=quality.passages,
            first=quality.figures.hit_at_1,
            three=quality.figures.hit_at_3,
            simple=simplest,
        )
