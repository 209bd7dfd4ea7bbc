"""When the memos that are listed were made or changed last: at any time, lately, or from a day to another."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coding.memos import chosen

_BETWEEN = "between"
_ISO = "yyyy-MM-dd"


class When(QWidget):
    """A choice; `between` are the two days, to be put below it. changed(): other days are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("When the memos were made or changed"))
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.period.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for name, title in (
            ("", self.tr("At any time")),
            (chosen.TODAY, self.tr("Today")),
            (chosen.WEEK, self.tr("In the last 7 days")),
            (chosen.MONTH, self.tr("In the last 30 days")),
            (chosen.YEAR, self.tr("This year")),
            (_BETWEEN, self.tr("From a day to another…")),
        ):
            self.period.addItem(title, name)
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today.addDays(-29)), QDateEdit(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.between = QWidget()
        across, down = QHBoxLayout(self.between), QVBoxLayout(self)
        for layout in (across, down):
            layout.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.period)
        for day in (self.first, self.last):
            day.setCalendarPopup(True)
            across.addWidget(day, 1)
            day.dateChanged.connect(lambda _day: self.changed.emit())
        self.between.hide()
        self.period.currentIndexChanged.connect(self._chosen)

    def _chosen(self, _at: int) -> None:
        self.between.setVisible(self.period.currentData() == _BETWEEN)
        self.changed.emit()

    def days(self) -> tuple[str, str]:
        """Give the first and the last day that are wanted, as ISO 8601 has them; empty for none."""
        if self.period.currentData() == _BETWEEN:
            return self.first.date().toString(_ISO), self.last.date().toString(_ISO)
        return chosen.period(self.period.currentData())

    def clear(self) -> None:
        """Want no day more than another."""
        self.period.setCurrentIndex(0)
