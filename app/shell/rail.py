"""The rail: one button for each page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from app import actions
from app.action_table import table
from app.icons import STROKES, icon


class Rail(QFrame):
    """Says which page was asked for; `show_page` says which one is seen."""

    asked = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        for name in names:
            button = QToolButton()
            button.setCheckable(True)
            button.setIcon(icon(name if name in STROKES else "document"))
            button.setIconSize(QSize(22, 22))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
            group.addButton(button)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addWidget(button)
            self._buttons[name] = button
        self.name_buttons()
        layout.addStretch()

    def name_buttons(self) -> None:
        """Write names and keys on the buttons, as they are now."""
        for name, button in self._buttons.items():
            known = table().get(f"view.{name}")
            label = known.text if known else name.title()
            key = actions.shown(known.name) if known else ""
            button.setText(label)
            button.setAccessibleName(label)
            button.setToolTip(f"{label} ({key})" if key else label)

    def show_page(self, name: str) -> None:
        """Mark the page that is seen."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def button(self, name: str) -> QToolButton:
        """Give the button of a page."""
        return self._buttons[name]
