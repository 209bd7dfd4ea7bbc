"""The audit trail beside any page: every act with its moment, its coder, its codes and why, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.hub import Hub
from app.report.trail import Trail

if TYPE_CHECKING:
    from coding.acts import Act


_AT_ONCE = 2_000  # changes that are read before one sees the window; more are read beside it


class HistoryDialog(QDialog):
    """Not modal, and follows along; the words of an act are shown in their text."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of changes"))
        self.resize(960, 520)
        self.trail = Trail()
        self.table = self.trail.table
        self.trail.place_asked.connect(hub.show_place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 16)
        layout.addWidget(self.trail)
        buttons.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(buttons)
        hub.changed.connect(self.refresh)
        hub.closed.connect(self.close)
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Read the trail again."""
        from coding import acts

        project = self.hub.project_or_none
        if project is not None and project.stamp()[1] <= _AT_ONCE:
            self.trail.show_acts(acts.acts(project))
        elif project is not None:
            self.hub.jobs.run("", lambda _progress: acts.acts(project), self._show, key="history", quiet=True)

    def _show(self, found: Sequence[Act]) -> None:
        if isValid(self.trail):  # the dialog may have been closed meanwhile
            self.trail.show_acts(found)
