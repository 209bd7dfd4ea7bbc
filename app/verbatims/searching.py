"""Searching beside the window: what is shown is always the answer to what was asked last."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.hub import Hub
from app.jobs import Jobs
from app.settings import folder

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from coding.search.other_words import OtherWords
    from coding.search.searches import Search
    from corpus.progress import Progress
    from corpus.search.index import SearchIndex

log = logging.getLogger(__name__)


class Seeking(QObject):
    """Answers one search at a time on a thread of its own, so that no long job keeps a person waiting.

    found(Listing or OtherHits) and failed(error) come only for the search that was asked last.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._jobs = Jobs(self)
        self._asked = 0
        self._other: OtherWords | None = None
        self._index: SearchIndex | None = None
        self._whole: Moment | None = None
        self._moment: Moment | None = None
        self.waiting = False

    @property
    def moment(self) -> Moment | None:
        """The project as the last answer had it."""
        return None if self._other is None else self._other.moment

    def _seen(self, moment: Moment, search: Search) -> Moment:
        """Return the study within the sets of a search: the one seen before where nothing is different."""
        if self._whole is not moment or self._moment is None or self._moment.within != search.within:
            self._whole, self._moment = moment, search.seen(moment)
        return self._moment

    def spoil(self) -> None:
        """Let what was asked before a change be answered no more."""
        self._asked += 1

    def stop(self) -> None:
        """Forget the project, once nothing reads it any more."""
        self._asked += 1
        self._jobs.stop()
        self._other = self._index = self._whole = self._moment = None
        self.waiting = False

    def ask(self, search: Search) -> None:
        """Look for a search, in its scope."""
        self._asked += 1
        asked, other, project = self._asked, self._other, self.hub.project
        self.waiting = True

        def work(progress: Progress) -> tuple[OtherWords, Listing | OtherHits]:
            from coding.search.listings import listing
            from coding.search.other_hits import hits
            from coding.search.other_words import OtherWords
            from corpus.search.index import SearchIndex

            moment = self._seen(self.hub.moment(project), search)
            kept = other if other is not None and other.moment is moment else OtherWords(moment)
            if self._index is None or self._index.lineage != project.lineage:
                self._index = SearchIndex.of(project, folder("cache"))
            if search.scope == "meaning":
                from coding.search import alike

                near, among = alike.sought(kept.moment, search, progress)
                return kept, listing(
                    search, kept.moment, self._index, other=kept, among=among, liked=near, progress=progress
                )
            look = listing if search.scope in ("passages", "codings") else hits
            return kept, look(search, kept.moment, self._index, other=kept, progress=progress)

        self._jobs.cancel()
        self._jobs.run(
            "",
            work,
            lambda answer: self._answer(asked, answer),
            lambda error: self._fail(asked, error),
            key="search",
            quiet=True,
        )

    def _answer(self, asked: int, answer: tuple[OtherWords, Listing | OtherHits]) -> None:
        if asked != self._asked:
            return
        self.waiting = False
        self._other, found = answer
        self.found.emit(found)

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.waiting = False
            self.failed.emit(error)
