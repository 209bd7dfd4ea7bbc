"""The tabs of the page behind the first: each is built when it is first shown, and reads again what changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.hub import Hub
from corpus.store.project import Changes

if TYPE_CHECKING:
    from coding.moment.moment import Moment


class Tab(QWidget):
    """What a tab shows; `about` are the tables that it reads."""

    about: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.search: QLineEdit | None = None
        self.narrowed: Callable[[], Moment | None] = lambda: None
        """Gives the study within the sets that the page is kept to; None where all of it is shown."""

    def refresh(self) -> None:
        """Read the project again, or show nothing where none is open."""

    def panes(self) -> Sequence[QWidget]:
        """Give the parts that F6 goes through, in order."""
        return (self,)


class Later(QWidget):
    """The place of a tab until it is shown; what changes while it is out of sight is read when it is shown again."""

    def __init__(self, make: Callable[[Hub], Tab], hub: Hub, narrowed: Callable[[], Moment | None]) -> None:
        super().__init__()
        self.hub, self._narrowed = hub, narrowed
        self.tab: Tab | None = None
        self._make = make
        self._stale = True
        self._space = QVBoxLayout(self)
        self._space.setContentsMargins(0, 0, 0, 0)

    def made(self) -> Tab:
        """Give the tab, built if this is the first time, showing the project as it is."""
        if self.tab is None:
            self.tab = self._make(self.hub)
            self.tab.narrowed = self._narrowed
            self._space.addWidget(self.tab)
        if self._stale:
            self._stale = False
            self.tab.refresh()
        return self.tab

    def changed(self, changes: Changes | None = None, *, anew: bool = False) -> None:
        """Show what a change touched, or all `anew`, at once if this is in sight; None: another project or none."""
        if self.tab is None or (changes is not None and not anew and not changes.keys.keys() & self.tab.about):
            return
        self._stale = True
        if self.isVisible() or changes is None:
            self.made()

    def showEvent(self, event: QShowEvent) -> None:
        self.made()
        super().showEvent(event)
