"""What the reader is fed: frozen values with no link to a project; every offset is a code point of the text shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

MarkKind = Literal["hit", "current", "reason", "suggestion", "note"]


class Spanning(Protocol):
    """Anything that covers `start` to `end` of the text, the end not included."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ReaderPassage:
    """A turn, paragraph, heading or cell, the speaker's mark left out; `kind` and `role` are the corpus's."""

    key: int
    number: int
    kind: str
    start: int
    end: int
    speaker: str = ""
    role: str = "unknown"


@dataclass(frozen=True, slots=True)
class ReaderCoding:
    """One code on one span by one coder; `colour` is `#rrggbb` and is made legible on the theme when painted."""

    key: int
    start: int
    end: int
    code: int
    name: str
    colour: str
    coder: str = ""


@dataclass(frozen=True, slots=True)
class PassingMark:
    """A passing mark: a search hit (`current` is the one being looked at), a reason, a suggested span, or a note.

    `said` is what a note says.
    """

    start: int
    end: int
    kind: MarkKind = "hit"
    said: str = ""


@dataclass(frozen=True, slots=True)
class MemoMark:
    """A memo about words or a coding, marked in the margin where these begin; `said` is told where it is pointed at."""

    key: int
    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class ReaderTheme:
    """The reader's colours as `#rrggbb`; what lies between (tints, the interviewer's text) is mixed from these."""

    background: str
    text: str
    muted: str
    selection: str
    accent: str
    rule: str


LIGHT = ReaderTheme("#fcfbf8", "#23262b", "#565b63", "#cddff2", "#27628f", "#e6e2d9")
DARK = ReaderTheme("#1d1f22", "#dad7d0", "#a6aab2", "#273d54", "#7fb5e2", "#34373c")
