"""The queue of suggestions: which passage is before the person, in which order the others follow. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coding.suggest.records import PassageSuggestions, Suggestion

BY_DOCUMENT, BY_CODE = "document", "code"


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage and what is left to decide on it: the measured suggestions, then those that rest on definitions."""

    passage: PassageSuggestions
    offered: tuple[Suggestion, ...]

    @property
    def place(self) -> tuple[int, int]:
        """Document and start, by which an entry is found again."""
        return self.passage.document, self.passage.start


def entries(found: Iterable[PassageSuggestions], defined: bool) -> list[Entry]:
    """Return an entry for each passage with something to decide; `defined` takes in what rests on definitions."""
    made = []
    for passage in found:
        offered = (*passage.suggestions, *(passage.by_definition if defined else ()))
        if offered:
            made.append(Entry(passage, offered))
    return made


@dataclass
class Queue:
    """Entries in order and the one that is current; `names` orders documents as the person sees them."""

    names: Mapping[int, str] = field(default_factory=dict)
    order: str = BY_DOCUMENT
    entries: list[Entry] = field(default_factory=list)
    at: int = 0
    chosen: int = 0

    @property
    def current(self) -> Entry | None:
        """The entry before the person."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion that a key decides on."""
        entry = self.current
        return entry.offered[min(self.chosen, len(entry.offered) - 1)] if entry else None

    def fill(self, found: Iterable[Entry]) -> None:
        """Take a new set of entries and stay where the person was, or at what follows there."""
        here = self.current
        self.entries = sorted(found, key=self._rank)
        self.chosen = 0
        if here is None:
            self.at = 0
            return
        same = [n for n, entry in enumerate(self.entries) if entry.place == here.place]
        after = [n for n, entry in enumerate(self.entries) if self._rank(entry) >= self._rank(here)]
        self.at = (same or after or [0])[0]

    def replace(self, documents: Iterable[int], found: Iterable[Entry]) -> None:
        """Take new entries for some documents and leave the others."""
        gone = set(documents)
        self.fill([*(entry for entry in self.entries if entry.place[0] not in gone), *found])

    def arrange(self, order: str) -> None:
        """Order by document, or by code so that like stands with like."""
        self.order = order
        self.fill(self.entries)

    def decide(self) -> None:
        """Take the suggestion that was decided upon out, and go on to the next."""
        entry, decided = self.current, self.suggestion
        if entry is None:
            return
        left = tuple(one for one in entry.offered if one is not decided)
        if left:
            self.entries[self.at] = Entry(entry.passage, left)
        else:
            del self.entries[self.at]
            self.at = min(self.at, max(len(self.entries) - 1, 0))
        self.chosen = 0

    def step(self, by: int) -> None:
        """Go to another entry without deciding."""
        if self.entries:
            self.at = max(0, min(self.at + by, len(self.entries) - 1))
            self.chosen = 0

    def _rank(self, entry: Entry) -> tuple[object, ...]:
        place = (self.names.get(entry.place[0], "").casefold(), *entry.place)
        if self.order == BY_CODE:
            first = entry.offered[0]
            return (first.basis != "codings", first.code, -first.score, *place)
        return place
