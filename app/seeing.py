"""What codings a person has before their eyes, gathered and written together a little later: no page waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from app.hub import Hub

_LATER_MS = 700


class Seeing(QObject):
    """Writes nothing where the project is open for reading only; while a job writes, it waits for that."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.hub = hub
        self._keys: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.write)
        hub.closing.connect(self.write)
        hub.closed.connect(self._keys.clear)

    def saw(self, codings: Iterable[int]) -> None:
        """Take note that these codings are before the person's eyes: opened in their text, not merely listed."""
        self._keys.update(codings)
        if self._keys:
            self._later.start()

    def write(self) -> None:
        """Write what was gathered."""
        from coding import readings

        project = self.hub.project_or_none
        if project is None or not self._keys:
            return
        if project.busy:
            self._later.start()
            return
        keys = frozenset(self._keys)
        self._keys.clear()
        self.hub.write(lambda: readings.opened(project, keys))
