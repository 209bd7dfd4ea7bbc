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
    from coding.listings import Group, Listing, Order
    from coding.searches import Search
    from corpus.progress import Progress
    from corpus.search.index import SearchIndex

log = logging.getLogger(__name__)
NOTHING, CODED, ALL = range(3)
"""What of the ground a change made old: nothing, what is coded, or all."""


class Seeking(QObject):
    """Answers one search at a time on a thread of its own, so that no long job keeps a person waiting.

    found(listing) and failed(error) come only for the search that was asked last.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._jobs = Jobs(self)
        self._asked = 0
        self._old = ALL
        self._ground: Ground | None = None
        self._index: SearchIndex | None = None
        self.waiting = False

    def spoil(self, what: int) -> None:
        """Say what a change made old; what was asked before it is not answered any more."""
        self._old = max(self._old, what)
        self._asked += 1

    def stop(self) -> None:
        """Forget the project, once nothing reads it any more."""
        self._asked += 1
        self._jobs.stop()
        self._ground = self._index = None
        self._old, self.waiting = ALL, False

    def ask(self, search: Search, *, lines: bool = False, order: Order = "document", group: Group = "") -> None:
        """Look for a search; `lines` wants its matches one by one."""
        self._asked += 1
        asked, old, ground, project = self._asked, self._old, self._ground, self.hub.project
        self.waiting = True

        def work(progress: Progress) -> tuple[Ground, Listing]:
            from coding.grounds import Ground
            from coding.listings import listing
            from corpus.search.index import SearchIndex

            now = ground
            if now is None or old == ALL:
                now = Ground.of(project)
            elif old == CODED:
                now = now.coded_anew()
            if self._index is None or self._index.lineage != project.lineage:
                self._index = SearchIndex.of(project, folder("cache"))
            return now, listing(search, now, self._index, lines=lines, order=order, group=group, progress=progress)

        self._jobs.cancel()
        self._jobs.run("", work, lambda answer: self._answer(asked, answer),
                       lambda error: self._fail(asked, error), key="search", quiet=True)  # fmt: skip

    def _answer(self, asked: int, answer: tuple[Ground, Listing]) -> None:
        if asked != self._asked:
            return
        self.waiting, self._old = False, NOTHING
        self._ground, listing = answer
        self.found.emit(listing)

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.waiting = False
            self.failed.emit(error)
