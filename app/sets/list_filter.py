"""The filter above a list at the side of a page: it is there once the study has sets, and says why a list is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.hub import Hub
from app.sets.filter import SetFilter
from app.sets.words import nothing_within
from corpus.rules import Kind

if TYPE_CHECKING:
    from coding.moment.moment import Moment


class ListFilter(QWidget):
    """A filter with a line below it where nothing is left to be listed."""

    def __init__(self, hub: Hub, name: str, kinds: tuple[Kind, ...]) -> None:
        super().__init__()
        self.filter, self.nothing = SetFilter(hub, name, kinds, beside=True), QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("muted", True)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.filter)
        layout.addWidget(self.nothing)

    def say(self, moment: Moment | None, shown: int) -> None:
        """Say why nothing is listed, where nothing is and a moment within sets is shown."""
        self.nothing.setVisible(moment is not None and not shown)
        if moment is not None and not shown:
            self.nothing.setText(nothing_within(moment))
