"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.hub import Hub

if TYPE_CHECKING:
    from corpus.store.project import Changes


class Page(QWidget):
    """A page: made when first shown, told of the project's life, and repainting only what a change touched.

    A page that is made while a project is open is told so by `project_opened`. Another language makes pages anew.
    It is made within what will show it, as Qt dresses all of a widget again whenever that is given a parent.
    """

    name: ClassVar[str]

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(within)
        self.hub = hub
        hub.opened.connect(self.project_opened)
        hub.closed.connect(self.project_closed)
        hub.changed.connect(self.project_changed)
        hub.restyled.connect(self.restyled)
        hub.viewed.connect(self.view_changed)

    def project_opened(self) -> None:
        """Show the project that was just opened."""

    def project_closed(self) -> None:
        """Let go of the project that is being closed."""

    def project_changed(self, changes: Changes) -> None:
        """Repaint what `changes` touched."""

    def view_changed(self) -> None:
        """Show whose work, and how much of it, all pages are to show now: as if all tables had been written."""
        from corpus.model import Base
        from corpus.store.project import Changes

        if self.hub.project_or_none is not None:
            every = dict.fromkeys(Base.metadata.tables, frozenset[int]())
            self.project_changed(Changes(0, "", "view", every))

    def entered(self) -> None:
        """The page was brought to the front."""

    def restyled(self) -> None:
        """Take on the colours and the size of text that the window has now."""

    def home(self) -> QWidget:
        """Give the part of the page that keys go to when one arrives.

        A focus proxy would do, too, but then the Tab key passes over what stands before it.
        """
        return self

    def panes(self) -> Sequence[QWidget]:
        """Give the parts of the page that F6 goes through, in order."""
        return ()

    def begin_search(self) -> None:
        """Put the cursor where one types a query, on a page that has such a place."""
