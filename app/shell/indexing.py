"""Keeping the search index up to date, quietly, after opening and after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.hub import Hub
from app.settings import folder

if TYPE_CHECKING:
    from corpus.progress import Progress
    from corpus.store.project import Project

_AFTER_MS = 400  # a person's next keys come first


class Indexing(QObject):
    """Says what the index is: `state` is busy, ready, failed or, with no project, empty; `changed` tells it."""

    changed = Signal(str)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub, self.state = hub, ""
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._catch_up)
        hub.opened.connect(self._due)
        hub.changed.connect(self._due)
        hub.closed.connect(self._rest)

    def _due(self, _changes: object = None) -> None:
        self._is("busy")
        self._soon.start()

    def _rest(self) -> None:
        self._soon.stop()
        self._is("")

    def _is(self, state: str) -> None:
        self.state = state
        self.changed.emit(state)

    def _catch_up(self) -> None:
        project = self.hub.project
        self.hub.jobs.run(
            "", lambda progress: _caught_up(project, progress), self._ready, self._failed, key="index", quiet=True
        )

    def _ready(self, _new: bool) -> None:
        if not self._soon.isActive():
            self._is("ready")

    def _failed(self, error: Exception) -> None:
        self._is("failed")
        self.hub.failed.emit(error)


def _caught_up(project: Project, progress: Progress) -> bool:
    from corpus.search.index import SearchIndex

    return SearchIndex.of(project, folder("cache")).catch_up(project, progress)
