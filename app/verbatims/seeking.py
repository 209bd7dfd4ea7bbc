"""Searching beside the window: what is shown is always the answer to what was asked last."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.hub import Hub
from app.jobs import Jobs
from app.settings import folder

if TYPE_CHECKING:
    from coding.grounds import Ground
    from coding.listings import Listing
    from coding.scopes import Finds
    from coding.searches import Search
    from coding.shelves import Shelves
    from corpus.progress import Progress
    from corpus.search.index import SearchIndex

log = logging.getLogger(__name__)
NOTHING, CODED, ALL = range(3)
"""What of the ground a change made old: nothing, what is coded, or all."""


class Seeking(QObject):
    """Answers one search at a time on a thread of its own, so that no long job keeps a person waiting.

    found(Listing or Finds) and failed(error) come only for the search that was asked last.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._jobs = Jobs(self)
        self._asked = 0
        self._old = ALL
        self._shelves: Shelves | None = None
        self._index: SearchIndex | None = None
        self.waiting = False

    @property
    def ground(self) -> Ground | None:
        """The project as the last answer had it."""
        return None if self._shelves is None else self._shelves.ground

    def spoil(self, what: int) -> None:
        """Say what a change made old; what was asked before it is not answered any more."""
        self._old = max(self._old, what)
        self._asked += 1

    def stop(self) -> None:
        """Forget the project, once nothing reads it any more."""
        self._asked += 1
        self._jobs.stop()
        self._shelves = self._index = None
        self._old, self.waiting = ALL, False

    def ask(self, search: Search) -> None:
        """Look for a search, in its scope."""
        self._asked += 1
        asked, old, shelves, project = self._asked, self._old, self._shelves, self.hub.project
        self.waiting = True

        def work(progress: Progress) -> tuple[Shelves, Listing | Finds]:
            from coding.grounds import Ground
            from coding.listings import listing
            from coding.scopes import finds
            from coding.shelves import Shelves
            from corpus.search.index import SearchIndex

            if shelves is None or old == ALL:
                kept = Shelves(Ground.of(project))
            else:
                kept = shelves if old == NOTHING else shelves.coded_anew(shelves.ground.coded_anew())
            if self._index is None or self._index.lineage != project.lineage:
                self._index = SearchIndex.of(project, folder("cache"))
            look = listing if search.scope in ("passages", "codings") else finds
            return kept, look(search, kept.ground, self._index, shelves=kept, progress=progress)

        self._jobs.cancel()
        self._jobs.run("", work, lambda answer: self._answer(asked, answer),
                       lambda error: self._fail(asked, error), key="search", quiet=True)  # fmt: skip

    def _answer(self, asked: int, answer: tuple[Shelves, Listing | Finds]) -> None:
        if asked != self._asked:
            return
        self.waiting, self._old = False, NOTHING
        self._shelves, found = answer
        self.found.emit(found)

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.waiting = False
            self.failed.emit(error)
