"""Who speaks in pieces that tools cut: a name before a colon or in brackets at the opening of most pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.importers import marks
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.speaking import label_words
from corpus.importers.speaking.label_words import fold

_SPACES = "[ \t\u00a0\u202f]*"
_OPENING = re.compile(
    rf"{_SPACES}(?:>>+{_SPACES}|[-–—][ \t\u00a0]+)?"
    rf"(?:\[(?P<bracket>[^\]\[\n]{{1,60}})\]{_SPACES}[:：]?|(?P<name>[^\n:：\[\]]{{1,60}})[:：](?=\D|\Z)){_SPACES}"
)
_SIGN = re.compile(r"[ \t]*(?:>>+[ \t]*|[-–—][ \t\u00a0]*(?=[^\W\d]|[«\"“¿¡(\[…]))")


class _Opening(NamedTuple):
    label: str
    end: int


def named(pieces: Sequence[SaidPiece]) -> list[SaidPiece]:
    """Return the pieces with the speakers that their openings name, cut where another begins to speak."""
    if any(piece.speaker for piece in pieces):
        return list(pieces)
    labels = _labels(pieces)
    if labels:
        return list(_carried(list(_by_openings(pieces, labels))))
    return list(_by_marks([each for piece in pieces for each in _apart(piece)]))


def voices(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of what each voice says: a line with a dash or `>>` is another's than the line before."""
    signs = [(at, sign.end()) for at, line in _lines(text) if (sign := _SIGN.match(line))]
    starts = [(0, 0), *((at, at + length) for at, length in signs)]
    for (at, start), (end, _) in zip(starts, [*starts[1:], (len(text), 0)]):
        if at < end and text[start:end].strip():
            yield start, start + len(text[start:end].rstrip())


def _apart(piece: SaidPiece) -> Iterator[SaidPiece]:
    at = 0
    for start, end in voices(piece.words):
        yield piece._replace(words=piece.words[start:end], mark=piece.words[at:start].lstrip())
        at = end


def _lines(text: str) -> list[tuple[int, str]]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


def opens(text: str) -> bool:
    """Does a text open with what may be a speaker's name?"""
    opening = _opening(text)
    return opening is not None and _possible(opening.label)


def _opening(text: str) -> _Opening | None:
    found = _OPENING.match(text)
    label = " ".join((found["bracket"] or found["name"] or "").split()) if found else ""
    return _Opening(label, found.end()) if found and label else None


def _labels(pieces: Sequence[SaidPiece]) -> frozenset[str]:
    """Return the names that open pieces, where most pieces are opened by one; none where few are."""
    first = Counter(_labels_of(piece.words.split("\n", 1)[0] for piece in pieces))
    often = {label for label, count in first.items() if count > 1}
    if first.total() >= 0.9 * len(pieces) and len(pieces) > 1:
        within = Counter(_labels_of(line for piece in pieces for _, line in _lines(piece.words)[1:]))
        return frozenset(first) | {label for label, count in within.items() if count > 1}
    return frozenset(often) if sum(first[label] for label in often) >= 0.6 * len(pieces) else frozenset()


def _labels_of(lines: Iterable[str]) -> Iterator[str]:
    openings = filter(None, map(_opening, lines))
    return (opening.label for opening in openings if _possible(opening.label))


def _possible(label: str) -> bool:
    head = fold(label)
    return (
        head not in label_words.NO_NAME_IN_BRACKETS and len(label.split()) <= 8 and not label.endswith(("?", "!", "…"))
    )


def _by_openings(pieces: Sequence[SaidPiece], labels: frozenset[str]) -> Iterator[SaidPiece]:
    """Yield pieces cut at every line that one of the names opens."""
    for piece in pieces:
        speaker: str | None = None
        mark, part = "", ""
        for _, line in _lines(piece.words):
            opening = _opening(line)
            if opening and opening.label in labels:
                yield piece._replace(words=part.strip(), speaker=speaker, mark=mark)
                speaker, mark, part = opening.label, line[: opening.end], line[opening.end :]
            else:
                part += f"\n{line}"
        yield piece._replace(words=part.strip(), speaker=speaker, mark=mark)


def _carried(pieces: list[SaidPiece]) -> Iterator[SaidPiece]:
    """Yield the pieces that hold words; where names stand only at a change, the one named goes on speaking.

    A tool that names everybody in every caption leaves one without a name where it heard nobody it knows.
    """
    spoken = [piece for piece in pieces if piece.words]
    again = sum(a.speaker is not None and a.speaker == b.speaker for a, b in pairwise(spoken))
    nameless = sum(piece.speaker is None for piece in spoken)
    carries = again <= nameless
    speaker: str | None = None
    for piece in spoken:
        speaker = piece.speaker or (speaker if carries else None)
        yield piece._replace(speaker=speaker)


def _by_marks(pieces: Sequence[SaidPiece]) -> Iterator[SaidPiece]:
    """Yield the pieces with the speakers that the marks of a transcript tell, held from one mark to the next."""
    writing = written(pieces)
    found = marks.find(writing.text, writing.blocks).marks
    starts = [mark.start for mark in found]
    speaker: str | None = None
    spoken = (piece for piece in pieces if piece.words.strip())
    for piece, block in zip(spoken, writing.blocks, strict=True):
        at, text = block.start, writing.text
        head = piece.mark
        for mark in marks.between(found, starts, block):
            if text[at : mark.start].strip():
                yield piece._replace(words=text[at : mark.start].strip(), speaker=speaker, mark=head)
            speaker = mark.label or speaker
            at = mark.end + len(text[mark.end : block.end]) - len(text[mark.end : block.end].lstrip())
            head = text[mark.start : at]
        if text[at : block.end].strip():
            yield piece._replace(words=text[at : block.end].strip(), speaker=speaker, mark=head)
