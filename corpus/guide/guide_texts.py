"""A guide as somebody wrote it, read as topics and questions: a pasted list, or a file of text, Word or another kind.

A topic is a heading: what begins with #, is a heading of its file, ends with a colon, or stands without an end mark
above what is marked more deeply, or above a question. All other lines are questions, without their bullets and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.cleaning import clean_line, clean_text
from corpus.errors import ImportFailed
from corpus.guide.guides import GuideLine
from corpus.progress import Progress, silent

TEXTS = frozenset({".txt", ".md", ".markdown"})
FILES = (".txt", ".md", ".docx", ".odt", ".rtf", ".html", ".pdf")
"""The endings that a guide is offered to be read from; others that can be imported are read, too."""
_BULLET = re.compile(r"[-–—•*·▪◦‣○●➢>]\s+")
_NUMBER = re.compile(r"\(?(?:Q\s?)?\d{1,3}(?:\.\d{1,2}){0,2}\s?[.):/–-]\s?(?!\d)|[A-Za-z][.)]\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_END = ("?", ".", "!", "…", ";")
_TOPIC_WORDS = 8
_CELL_WORDS = 4


class _Written(NamedTuple):
    """A line: how deeply it is marked (0 for not at all), whether it is a heading, what it says, what is above it."""

    depth: int
    heading: bool
    text: str
    apart: bool

    @property
    def ends(self) -> bool:
        return self.text.endswith(_END)


def lines(text: str) -> list[GuideLine]:
    """Return the questions of a guide that is written as plain text or Markdown.

    >>> lines("# The day\\n1. Tell me of your day.\\n- Which tools?")
    [Line(topic='The day', text='Tell me of your day.'), Line(topic='The day', text='Which tools?')]
    """
    return _lines([*_written(clean_text(text))])


def read(path: Path, progress: Progress = silent) -> list[GuideLine]:
    """Return the questions of a guide in a file; raises `ImportFailed` where it can't be read or holds none."""
    from corpus.importers import encodings, safety

    if path.suffix.lower() in TEXTS:
        found = lines(encodings.decode(path, safety.load(path), None).text)
    else:
        found = _lines(_of_file(path, progress))
    if not found:
        raise ImportFailed(path, "{name} holds no question.", name=path.name)
    return found


def _of_file(path: Path, progress: Progress) -> list[_Written]:
    """Return the lines of a file of another kind, which is read apart from the program."""
    from corpus.importers.reader_process import Drafts

    with Drafts() as drafts:
        kept = drafts.read(path, lambda: progress(0, 1, path.name), split="lines")
        failed = next((one for one in kept if isinstance(one, ImportFailed)), None)
        if failed is not None:
            raise failed
        found: list[_Written] = []
        for draft in (one.load() for one in kept if not isinstance(one, ImportFailed)):
            for passage in draft.passages:
                said = draft.text[passage.start : passage.end]
                topic = passage.kind == "heading" or (passage.kind == "cell" and _short(said))
                found += _written(f"# {said}" if topic else said)
        return found


def _short(cell: str) -> bool:
    """Say whether a cell of a table is a topic, or the head of a column, and no question."""
    return not cell.rstrip().endswith(_END) and len(cell.split()) <= _CELL_WORDS


def _written(text: str) -> Iterator[_Written]:
    apart = True
    for line in text.split("\n"):
        said = line.strip().replace("**", "").replace("__", "")
        if not said.strip("-–—_=*# "):
            apart = True
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        depth, heading = 0, False
        if (mark := _HEADING.match(said)) is not None:
            heading = True
        elif (mark := _NUMBER.match(said)) is not None:
            depth = 1 + indent
        elif (mark := _BULLET.match(said)) is not None:
            depth = 2 + indent
        yield _Written(depth, heading, clean_line(said[mark.end() if mark else 0 :]), apart)
        apart = False


def _lines(written: Sequence[_Written]) -> list[GuideLine]:
    topic, found = "", []
    for one, below in zip(written, [*written[1:], None]):
        if not one.text:
            continue
        if one.heading or one.text.endswith(":") or (below is not None and _above(one, below)):
            topic = one.text.rstrip(": \u00a0\u202f")
        else:
            found.append(GuideLine(topic, one.text))
    return found


def _above(one: _Written, below: _Written) -> bool:
    """Say whether a line is the topic of the one below it."""
    if one.ends or below.heading:
        return False
    if below.depth > one.depth:
        return True
    short = len(one.text.split()) <= _TOPIC_WORDS
    return one.depth == below.depth == 0 and short and one.apart and not below.apart and below.text.endswith("?")
