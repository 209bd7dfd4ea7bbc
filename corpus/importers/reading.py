"""What a format's reader hands back: the text, its blocks, and what else the file said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypedDict

from corpus.drafts import Block, Note, Person
from corpus.importers.speaking.rules import MarkRule
from corpus.progress import Progress, silent

Split = Literal["paragraphs", "blank-lines", "lines"]
"""Where a text is cut that is not cut by who speaks."""


class ReadingOptions(TypedDict, total=False):
    """What `importers.read` may be told of a file, by keyword."""

    language: str | None
    encoding: str | None
    password: str | None
    speakers: MarkRule | None
    split: Split | None
    answers: Sequence[str] | None


class Options(NamedTuple):
    """What the person said about a file, and who is told how far the reading is.

    `speakers` is the rule by which turns are told; without one they are told by the evidence. `answers` are the columns
    of a survey that are read as text.
    """

    encoding: str | None = None
    password: str | None = None
    progress: Progress = silent
    speakers: MarkRule | None = None
    answers: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class FileReading:
    """A document's text before it is cut into passages.

    Where a file holds several, each has a `part`, which says for ever which of them it is, and a `name` of its own.
    `places` say where in the file the text stands, line by line (`corpus/places.py`).
    """

    text: str
    blocks: Sequence[Block]
    attributes: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    notes: tuple[Note, ...] = ()
    part: str | None = None
    name: str = ""
    person: Person | None = None
    places: bytes = b""
