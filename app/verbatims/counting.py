"""What is counted about a list beside the window: where its verbatims are, their words, what is near, a word tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.jobs import Jobs

if TYPE_CHECKING:
    from coding.search.listings import Listing
    from coding.search.searches import View
    from corpus.progress import Progress


@dataclass(frozen=True, slots=True)
class Strip:
    """A document: its key and name, how many verbatims it has and where each begins and ends, 0 to 1."""

    document: int
    name: str
    count: int
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class CountingChoice:
    """A view of a list; `stop` are words that the person leaves out, `small` whether function words are, too."""

    view: View
    stop: frozenset[str]
    small: bool


class Counting(QObject):
    """Answers the last question only: `told(wanted, answer)` or `failed(error)`."""

    told = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._asked = 0
        self.waiting = False

    def ask(self, wanted: CountingChoice, listing: Listing) -> None:
        """Count what a view shows."""
        self._asked += 1
        asked, self.waiting = self._asked, True

        def work(_progress: Progress) -> Any:
            return counted(wanted, listing)

        self._jobs.cancel()
        self._jobs.run(
            "",
            work,
            lambda answer: self._answer(asked, wanted, answer),
            lambda error: self._fail(asked, error),
            key="reckon",
            quiet=True,
        )

    def forget(self) -> None:
        """Answer nothing that was asked before."""
        self._asked += 1
        self.waiting = False

    def stop(self) -> None:
        """Let go of the project, once nothing reads it any more."""
        self.forget()
        self._jobs.stop()

    def _answer(self, asked: int, wanted: CountingChoice, answer: Any) -> None:
        if asked == self._asked:
            self.waiting = False
            self.told.emit(wanted, answer)

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.waiting = False
            self.failed.emit(error)


def counted(wanted: CountingChoice, listing: Listing) -> Any:
    """Count what a view shows: strips; a WordList or collocates, and whether within codings alone; two trees."""
    if wanted.view == "where":
        return _strips(listing)
    from coding.search.clipping import said

    words, moment = listing.words, listing.moment
    here, clipped = said(listing)
    if wanted.view == "words":
        from coding.words.wordlists import word_list

        talk = words.chosen(~moment.voices.asking)
        mine, rest = talk & here, talk & ~here
        by = "score" if mine.any() and rest.any() else "here"
        return word_list(words, mine, rest, stop=wanted.stop, small=wanted.small, by=by), clipped
    if listing.node is None:
        return None
    if wanted.view == "near":
        from coding.words.collocates import collocates

        every = words.chosen(moment.voices.asking | ~moment.voices.asking)
        return collocates(words, listing.node, here, every, stop=wanted.stop, small=wanted.small), clipped
    from coding.words.wordtree import tree

    return tuple(tree(words, listing.node, here, listing.passage, side) for side in ("left", "right"))


def _strips(listing: Listing) -> tuple[Strip, ...]:
    places: dict[int, list[tuple[int, int]]] = {}
    for document, start, end in dict.fromkeys(listing.place(number) for number in range(len(listing))):
        places.setdefault(document, []).append((start, end))
    ends = {document: max(1, info.characters) for document, info in listing.moment.infos.items()}
    return tuple(
        Strip(
            document,
            listing.moment.infos[document].name,
            len(found),
            tuple((start / ends[document], end / ends[document]) for start, end in sorted(found)),
        )
        for document, found in sorted(places.items(), key=lambda one: listing.moment.infos[one[0]].name.casefold())
    )
