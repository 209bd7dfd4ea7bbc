"""How often a code has to have agreed with the person for it to be suggested, and which codes that holds back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.eliding import apart

if TYPE_CHECKING:
    from coding.codebook import CodeInfo

_NAMED, _LETTERS = 12, 32  # codes named, and letters of each; their whole names are in the tooltip
SHARES = (0.0, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4)


class HoldingBack(QWidget):
    """chosen(share): the person asks for another share, from 0 to 1."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.box, self.held = QComboBox(), QLabel()
        self.box.setAccessibleName(self.tr("How often a code has to agree with your coding"))
        self.box.setToolTip(self.tr("Codes that agreed less often on documents left out are not suggested."))
        self.box.addItem(self.tr("All codes"), 0.0)
        for share, of in zip(SHARES[1:], ((1, 4), (1, 3), (1, 2), (2, 3), (3, 4)), strict=True):
            self.box.addItem(self.tr("{times} in {of} or more").format(times=of[0], of=of[1]), share)
        self.box.activated.connect(lambda _row: self.chosen.emit(self.box.currentData()))
        self.held.setWordWrap(True)
        self.held.setProperty("muted", True)
        above = QHBoxLayout()
        above.addWidget(QLabel(self.tr("Suggest what agrees")))
        above.addWidget(self.box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self.held)

    def show_choice(self, least: float, held: Sequence[int], codes: Mapping[int, CodeInfo]) -> None:
        """Show what was chosen, and the codes that it holds back."""
        self.box.setCurrentIndex(min(range(len(SHARES)), key=lambda row: abs(SHARES[row] - least)))
        names = [codes[code].label for code in held if code in codes]
        listed = ", ".join(apart(names[:_NAMED], _LETTERS, len)) + (" …" if len(names) > _NAMED else "")
        said = self.tr("%n code(s) held back: {codes}", "", len(names)).format(codes=listed)
        self.held.setText(said if names else self.tr("No code is held back."))
        self.held.setToolTip("\n".join(names[:_NAMED]))
