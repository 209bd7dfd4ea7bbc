"""What the signs of the table of links stand for, written below it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theory import link_table


class LinkLegend(QWidget):
    """The signs and marks of the table, each with its words."""

    def __init__(self, table: link_table.Dots) -> None:
        super().__init__()
        self._pictures = {mark: QLabel() for mark in link_table.MARKS}
        signs, marks = QHBoxLayout(), QHBoxLayout()
        for text in (
            self.tr("● all count"),
            self.tr("○ one by one"),
            self.tr("■ coded directly"),
            self.tr("faint: by way of another code"),
            self.tr("+2? to review"),
            self.tr("−1 contradict"),
        ):
            signs.addWidget(_muted(text))
        for mark, picture in self._pictures.items():
            marks.addWidget(picture)
            marks.addWidget(_muted(table.dots.mark_said(mark)))
            marks.addSpacing(10)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 6, 12, 6)
        down.setSpacing(4)
        for row, between in ((signs, 16), (marks, 6)):
            row.setSpacing(between)
            row.addStretch()
            down.addLayout(row)
        self.draw()

    def draw(self) -> None:
        """Draw the marks in the colours of the moment."""
        for mark, picture in self._pictures.items():
            picture.setPixmap(link_table.mark_icon(mark).pixmap(QSize(16, 16), self.devicePixelRatioF()))


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("muted", True)
    return label
