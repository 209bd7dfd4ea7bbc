"""A page that stands in the window's stack in tests of the window itself."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QWidget

from app.hub import Hub
from app.page import Page
from corpus.store.project import Changes


class SmallPage(Page):
    """A page that writes down what it is told."""

    name = "small"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self.told: list[str] = []
        self.field, self.list = QLineEdit(), QListWidget()
        layout = QHBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)

    def project_opened(self) -> None:
        self.told.append("opened")

    def project_closed(self) -> None:
        self.told.append("closed")

    def project_changed(self, changes: Changes) -> None:
        self.told.append(f"changed: {changes.label}")

    def entered(self) -> None:
        self.told.append("entered")

    def restyled(self) -> None:
        self.told.append("restyled")

    def panes(self) -> tuple[QLineEdit, QListWidget]:
        return self.field, self.list

    def begin_search(self) -> None:
        self.field.setFocus()


SMALL_PAGES = tuple(
    (name, __name__, "SmallPage")
    for name in ("code", "theory", "review", "verbatims", "matrix", "participants", "report")
)
