"""Who speaks after a correction: speakers stay as they were, so where a text says otherwise then, it is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from corpus import anchors, documents, words
from corpus.correcting import carrying
from corpus.correcting.carrying import Correction, Stretch
from corpus.documents import PassageInfo
from corpus.store.project import Project

_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[:\])]")
_HEAD = 60  # characters that a speaker's mark may have at the head of a line


class Spoken(NamedTuple):
    """What is told of the passage of that number, said by `speaker`; names may be empty.

    `joined`: its words become `then`'s, whose passage goes on with them; `mark`: the text before it names `speaker` no
    longer, who says it all the same; `line`: a line that is put into it is marked as `then`'s, and is not.
    """

    kind: Literal["joined", "mark", "line"]
    number: int
    speaker: str
    then: str = ""


def told(project: Project, document: int, wanted: Sequence[Correction]) -> list[Spoken]:
    """Return what corrections, which ascend, leave of who speaks otherwise than it looks, in the order of the text."""
    if not wanted:
        return []
    before, said = documents.text(project, document), documents.passages(project, document)
    after = carrying.corrected(before, wanted)
    left = carrying.passages([Stretch(one.key, one.start, one.end) for one in said], wanted, after)
    found = [*_joined(said, left, wanted), *_marks(said, left, before, after), *_lines(said, left, before, after)]
    return sorted(found, key=lambda one: one.number)


def _joined(said: Sequence[PassageInfo], left: Sequence[Stretch], wanted: Sequence[Correction]) -> Iterator[Spoken]:
    """Yield the passages of whose words some go on as another speaker's."""
    there, speaker = {one.key for one in left}, {one.key: one.speaker for one in said}
    gone = [one for one in said if one.key not in there]
    places = anchors.carried([(one.start, one.end) for one in gone], [one.edit for one in wanted]).tolist()
    for one, (start, end) in zip(gone, places, strict=True):
        into = next((speaker[other.key] for other in left if other.start <= start < end <= other.end), one.speaker)
        if into != one.speaker:
            yield Spoken("joined", one.number, one.speaker, into)


def _marks(said: Sequence[PassageInfo], left: Iterable[Stretch], before: str, after: str) -> Iterator[Spoken]:
    """Yield the passages whose speaker was named before them, and is no longer."""
    known, was, now = {one.key: one for one in said}, _before(said, before), _before(left, after)
    for key, mark in now.items():
        one = known[key]
        if was[key] != mark and one.speaker and _named(one.speaker, was[key]) and not _named(one.speaker, mark):
            yield Spoken("mark", one.number, one.speaker)


def _before(passages: Iterable[PassageInfo | Stretch], text: str) -> dict[int, str]:
    """Return what stands between each passage and the one before it."""
    marks, at = dict[int, str](), 0
    for one in passages:
        marks[one.key], at = text[at : one.start], one.end
    return marks


def _lines(said: Sequence[PassageInfo], left: Iterable[Stretch], before: str, after: str) -> Iterator[Spoken]:
    """Yield the lines that begin with the mark of a speaker of the document, within a passage that had none such."""
    known, labels = {one.key: one for one in said}, {_plain(one.speaker): one.speaker for one in said if one.speaker}
    for one in left:
        old, text = known[one.key], after[one.start : one.end]
        if (was := before[old.start : old.end]) != text:
            for label in (Counter(_heads(text, labels)) - Counter(_heads(was, labels))).elements():
                yield Spoken("line", old.number, old.speaker, label)


def _heads(text: str, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the speakers whose mark is at the head of a line, the first aside."""
    for line in text.split("\n")[1:]:
        head, *rest = _MARKED.split(line[:_HEAD], maxsplit=1)
        if rest and (label := labels.get(_plain(head))) is not None:
            yield label


def _named(speaker: str, mark: str) -> bool:
    return f" {_plain(speaker)} " in f" {_plain(mark)} "


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(words.folded(text)))
