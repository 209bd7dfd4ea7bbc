"""Who and what is compared: two coders or all, passages or characters, all text or what was coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from app.widgets import NamesBox

if TYPE_CHECKING:
    from coding.agreement.stretches import AgreementScope
    from coding.moment.moment import Moment


_ALL = ""  # no coder is called so


class ComparisonChoice(QWidget):
    """changed(): something else is to be compared."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = NamesBox(), NamesBox()
        self.unit, self.text = QComboBox(), QComboBox()
        self.by_hand = QCheckBox(self.tr("Without suggestions"))
        self.by_hand.setToolTip(self.tr("Leave out codings that come from accepted suggestions"))
        self.unit.addItem(self.tr("By passage"), "passage")
        self.unit.addItem(self.tr("By character"), "character")
        self.text.addItem(self.tr("All text"), False)
        self.text.addItem(self.tr("Coded text only"), True)
        named = (
            (self.first, self.tr("First coder")),
            (self.second, self.tr("Second coder")),
            (self.unit, self.tr("Unit")),
            (self.text, self.tr("Text compared")),
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for box, name in named:
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.activated.connect(lambda _n: self.changed.emit())
        self.first.activated.connect(lambda _n: self._show_second())
        self.by_hand.clicked.connect(lambda _on: self.changed.emit())
        self._all: tuple[str, ...] = ()
        self.beside = QLabel(self.tr("and"))
        for part in (self.first, self.beside, self.second, self.unit, self.text, self.by_hand):
            line.addWidget(part)
        line.addStretch(1)

    def offer(self, moment: Moment) -> None:
        """Offer those who code here, keeping who is chosen; at first the two who did most."""
        counts: dict[str, int] = {name: 0 for key, name in moment.read.coders.items() if key not in moment.read.settled}
        for key in moment.codings.table[:, 5].tolist():
            name = moment.read.coders[key]
            counts[name] = counts.get(name, 0) + 1
        order = sorted(counts, key=lambda name: (-counts[name], name))
        self._all = tuple(sorted(name for name, number in counts.items() if number))
        for at, box in enumerate((self.first, self.second)):
            blocked, kept = QSignalBlocker(box), box.currentData()
            box.clear()
            for name in sorted(counts):
                box.addItem(name, name)
            if box is self.first and len(self._all) > 2:
                box.addItem(self.tr("All coders"), _ALL)
            there = box.findData(kept) if kept is not None else -1
            box.setCurrentIndex(there if there >= 0 else box.findData(order[at]) if at < len(order) else -1)
            blocked.unblock()
        self._show_second()

    def _show_second(self) -> None:
        """Show the second coder where there is one."""
        for part in (self.beside, self.second):
            part.setVisible(self.first.currentData() != _ALL)

    def asked(self, codes: tuple[int, ...] | None = None) -> AgreementScope:
        """Return what is compared."""
        from coding.agreement.stretches import AgreementScope

        two = tuple(name for name in (self.first.currentText(), self.second.currentText()) if name)
        coders = self._all if self.first.currentData() == _ALL else two
        return AgreementScope(
            coders, self.unit.currentData() or "passage", bool(self.text.currentData()), self.by_hand.isChecked(), codes
        )
