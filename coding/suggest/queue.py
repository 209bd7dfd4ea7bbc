"""The queue of suggestions: which passage is before the person, in which order the others follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from coding.suggest.records import PassageSuggestions, Suggestion

BY_DOCUMENT, BY_CODE = "document", "code"
CODINGS, DEFINITION, WEAKER = BASES = ("codings", "definition", "weaker")

Key = tuple[int, int, int]
"""What a suggestion is about: document, start of the passage, code."""

Row = tuple[str, int]
"""A row of the project: table and key."""


def key_of(one: Suggestion) -> Key:
    """Return what a suggestion is about, whatever its score has become."""
    return one.document, one.turn[0], one.code


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """A passage and what is left to decide on it; `code` is set where it stands in the queue for that code alone."""

    passage: PassageSuggestions
    offered: tuple[Suggestion, ...]
    code: int | None = None

    @property
    def place(self) -> tuple[int, int, int | None]:
        """Document, start and code, by which an entry is found again."""
        return self.passage.document, self.passage.start, self.code


def offered(passage: PassageSuggestions, basis: str) -> tuple[Suggestion, ...]:
    """Return what was learned from codings, what rests on definitions, or what has little to show; one of them."""
    return {CODINGS: passage.suggestions, DEFINITION: passage.by_definition, WEAKER: passage.weaker}[basis]


def entries(
    found: Iterable[PassageSuggestions], basis: str, order: str, decided: Collection[Key] = frozenset()
) -> list[QueueEntry]:
    """Return an entry for each passage with something to decide; by code, one for each passage and code."""
    made: list[QueueEntry] = []
    for passage in found:
        left = tuple(one for one in offered(passage, basis) if key_of(one) not in decided)
        if order == BY_CODE:
            made.extend(QueueEntry(passage, (one,), one.code) for one in left)
        elif left:
            made.append(QueueEntry(passage, left))
    return made


@dataclass
class Queue:
    """Entries in order and the one that is current; `documents` and `codes` say which comes before which."""

    documents: Mapping[int, int] = field(default_factory=dict)
    codes: Mapping[int, int] = field(default_factory=dict)
    order: str = BY_DOCUMENT
    entries: list[QueueEntry] = field(default_factory=list)
    at: int = 0
    chosen: int = 0

    @property
    def current(self) -> QueueEntry | None:
        """The entry before the person."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion that a key decides on."""
        entry = self.current
        return entry.offered[min(self.chosen, len(entry.offered) - 1)] if entry else None

    def fill(self, found: Iterable[QueueEntry]) -> None:
        """Take a new set of entries and stay where the person was, or at what follows there."""
        here, before = self.current, self.suggestion
        self.entries = sorted(found, key=self._rank)
        self.at = self.chosen = 0
        if here is None or before is None:
            return
        same = [n for n, entry in enumerate(self.entries) if entry.place == here.place]
        alike = [n for n, entry in enumerate(self.entries) if entry.place[:2] == here.place[:2]]
        after = [n for n, entry in enumerate(self.entries) if self._rank(entry) >= self._rank(here)]
        self.at = (same or alike or after or [max(len(self.entries) - 1, 0)])[0]
        self._choose(key_of(before))

    def go_to(self, key: Key) -> bool:
        """Go to the suggestion that is about `key`; tell whether there is one."""
        for at, entry in enumerate(self.entries):
            if key in map(key_of, entry.offered):
                self.at = at
                self._choose(key)
                return True
        return False

    def _choose(self, key: Key) -> None:
        keys = [key_of(one) for one in self.entries[self.at].offered] if self.entries else []
        self.chosen = keys.index(key) if key in keys else 0

    def decide(self) -> None:
        """Take the suggestion that was decided upon out, and go on to the next."""
        entry, decided = self.current, self.suggestion
        if entry is None:
            return
        left = tuple(one for one in entry.offered if one is not decided)
        if left:
            self.entries[self.at] = QueueEntry(entry.passage, left, entry.code)
        else:
            del self.entries[self.at]
            self.at = min(self.at, max(len(self.entries) - 1, 0))
        self.chosen = 0

    def step(self, by: int) -> None:
        """Go to another entry without deciding."""
        if self.entries:
            self.at = max(0, min(self.at + by, len(self.entries) - 1))
            self.chosen = 0

    def _rank(self, entry: QueueEntry) -> tuple[float, ...]:
        document, start = entry.passage.document, entry.passage.start
        place = (self.documents.get(document, 0), document, start)
        if entry.code is None:
            return place
        return (self.codes.get(entry.code, 0), entry.code, -entry.offered[0].score, *place)


@dataclass
class Decided:
    """What the person decided on this page since it was filled: kept out of the queue at once, back with undo.

    A decision is known by the row that it wrote. The `passing` ones are unknown to what learns: a skipped suggestion,
    or words that were given another code.
    """

    made: dict[Row, Key] = field(default_factory=dict)
    passing: set[Row] = field(default_factory=set)
    taken_back: set[Row] = field(default_factory=set)

    @property
    def decided(self) -> frozenset[Key]:
        """What is decided upon."""
        return frozenset(key for row, key in self.made.items() if row not in self.taken_back)

    @property
    def passed(self) -> frozenset[Key]:
        """What was left open, to be shown again when the person asks for it."""
        return frozenset(self.made[row] for row in self.passing if row not in self.taken_back)

    def add(self, row: Row, key: Key, *, passing: bool) -> None:
        """Keep a decision."""
        self.made[row] = key
        if passing:
            self.passing.add(row)

    def heard(self, rows: Mapping[str, frozenset[int]], kind: str) -> Key | None:
        """Take note of a change of these rows, and return what an undo has made open again."""
        back = None
        for row in [(table, key) for table, keys in rows.items() for key in keys if (table, key) in self.made]:
            if kind == "undo":
                self.taken_back.add(row)
                back = self.made[row]
            else:
                self.taken_back.discard(row)
        return back

    def keep_passing(self) -> None:
        """Forget what the learner knows of by now."""
        self.made = {row: self.made[row] for row in self.passing}

    def show_passed(self) -> None:
        """Let what was left open come again."""
        for row in self.passing:
            self.made.pop(row, None)
        self.passing.clear()
