"""What an importer makes of a file, before any database knows of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

PassageKind = Literal["turn", "paragraph", "heading", "cell", "note", "cue"]
Role = Literal["interviewer", "respondent", "unknown"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text as the file had it: `start` and `end` are code points, `page` counts from 1.

    `bold` is where bold type that opens the block ends: at `end` where all of it is bold, None where it opens plain or
    the file does not say.
    """

    start: int
    end: int
    kind: PassageKind = "paragraph"
    page: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    speaker: str | None = None
    bold: int | None = None


class DraftPassage(NamedTuple):
    """A passage to be: the span leaves out the speaker's mark and times, which stay in the text."""

    kind: PassageKind
    start: int
    end: int
    speaker: str | None = None
    page: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class DraftSpeaker:
    """A speaker's mark as written; `same_as` names a frequent mark that is one or two letters away, to be confirmed."""

    label: str
    role: Role = "unknown"
    turns: int = 0
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What the person should know of a reading: a sentence as a template with its values.

    A `doubt` asks for a look before the file is taken as read; any other note tells what was done or left out.
    """

    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
    doubt: bool = False

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


@dataclass(frozen=True, slots=True)
class Person:
    """Who a document comes from, where the file says it, with what it says of them."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document read: NFC text with `\\n` line ends, its passages in order, its speakers, and the file's bytes.

    `part` says which document of its file it is, where there are several; `places` where in the file its lines stand
    (`corpus/places.py`).
    """

    path: Path
    name: str
    text: str
    original: bytes = field(repr=False)
    media_type: str
    importer: str
    part: str | None = None
    encoding: str | None = None
    language: str | None = None
    passages: tuple[DraftPassage, ...] = field(default=(), repr=False)
    speakers: tuple[DraftSpeaker, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    person: Person | None = None
    places: bytes = field(default=b"", repr=False)

    def bare(self) -> Draft:
        """Return it without what is large: text, passages and the file's bytes."""
        return replace(self, text="", original=b"", passages=())


Identity = tuple[str, str | None]
"""Which document something is: the SHA-256 of the file it was in, and its part where the file holds several."""


def identity(draft: Draft) -> Identity:
    """Return which document a draft is, however it was read."""
    return hashlib.sha256(draft.original).hexdigest(), draft.part
