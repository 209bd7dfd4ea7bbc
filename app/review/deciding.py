"""The buttons by which a suggestion is decided upon, in two lines where one has no room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from app import actions
from app.action_table import table
from app.widgets import Halves


class Deciding(QWidget):
    """`buttons` by the action that each does; two arrows `step` on by so many. Keys stay where they were."""

    def __init__(self, acts: Mapping[str, Callable[[], object]], step: Callable[[int], object]) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        first, second = QWidget(), QWidget()
        lines = QHBoxLayout(first), QHBoxLayout(second)
        for number, (name, act) in enumerate(acts.items()):
            button = self.buttons[name] = QPushButton()
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("primary", not number)
            button.clicked.connect(lambda _=False, act=act: act())
            lines[2 * number // len(acts)].addWidget(button)
        for line in lines:
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
        lines[1].addStretch(1)
        first.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 8)
        row.setSpacing(8)
        row.addWidget(Halves(first, second), 1)
        for text, name, by in (("‹", "review.previous", -1), ("›", "review.next", 1)):
            arrow = QToolButton()
            arrow.setText(text)
            arrow.setToolTip(f"{table()[name].text} ({actions.shown(name)})")
            arrow.setAccessibleName(table()[name].text)
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.clicked.connect(lambda _=False, by=by: step(by))
            row.addWidget(arrow)
        self.name_keys()

    def name_keys(self) -> None:
        """Write the keys of the moment on the buttons."""
        for name, button in self.buttons.items():
            button.setText(f"{table()[name].text}  {actions.shown(name)}")
