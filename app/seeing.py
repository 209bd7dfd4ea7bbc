"""What codings a person has before their eyes, gathered and written together a little later: no page waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_LATER_MS = 700


class Seeing(QObject):
    """Gathers keys and gives them to `keep`, which says whether it took them; else it is asked again later."""

    def __init__(self, keep: Callable[[frozenset[int]], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._keys: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.write)

    def saw(self, codings: Iterable[int]) -> None:
        """Take note that these codings are before the person's eyes: opened in their text, not merely listed."""
        self._keys.update(codings)
        if self._keys:
            self._later.start()

    def write(self) -> None:
        """Have what was gathered written."""
        if not self._keys:
            return
        if self._keep(frozenset(self._keys)):
            self._keys.clear()
        else:
            self._later.start()

    def forget(self) -> None:
        """Forget what was gathered: its project is closed."""
        self._keys.clear()
