"""Turns: the passages that suggestions are about, long ones cut into parts that say one thing at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from coding.moment import analysed
from coding.moment.moment import Moment
from corpus import documents
from corpus.model import Participant
from corpus.store.project import Project

LONGEST_WORDS = 250
_PART_WORDS = 120
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)\]]*$")
# Headings and table cells are the interviewer's guide more often than what was said.
_LEFT_OUT = frozenset({"heading"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said, without its mark: a span of a document in code points, and the passage it is (part) of.

    `before` is the span of what was said right before, by whomever: the question, mostly.
    """

    document: int
    start: int
    end: int
    passage: int
    language: str
    before: tuple[int, int] | None = None


def left_out(project: Project, moment: Moment | None = None) -> frozenset[int]:
    """Return the passages of those who are left out of analysis, which neither teach nor are suggested anything."""
    with project.read() as session:
        anybody = session.scalar(select(Participant.id).where(Participant.left_out_on.is_not(None)).limit(1))
    if anybody is None:
        return frozenset()
    moment = (moment or Moment.of(project)).viewed(everybody=False)
    return analysed.passages_left_out(moment.whole, moment.read)


def of_project(project: Project, without: frozenset[int] = frozenset()) -> list[Turn]:
    """Return the turns of all documents in order, but for the passages `without`; what interviewers say is left out."""
    languages = {d.key: d.language for d in documents.listed(project)}
    found: list[Turn] = []
    before: dict[int, tuple[int, int]] = {}
    for passage in documents.passages(project):
        if not passage.words or passage.key in without:
            continue
        spans: Sequence[tuple[int, int]] = [(passage.start, passage.end)]
        if passage.role != "interviewer" and passage.kind not in _LEFT_OUT:
            if passage.words > LONGEST_WORDS:
                spans = parts(documents.text(project, passage.document), passage.start, passage.end)
            for start, end in spans:
                ahead, language = before.get(passage.document), languages[passage.document]
                found.append(Turn(passage.document, start, end, passage.key, language, ahead))
                before[passage.document] = (start, end)
        before[passage.document] = spans[-1]
    return found


def parts(text: str, start: int, end: int, size_words: int = _PART_WORDS) -> list[tuple[int, int]]:
    """Cut a long stretch at ends of sentences, or of words where nothing is punctuated, about every so many words."""
    words = [found.span() for found in _WORD.finditer(text, start, end)]
    cut: list[tuple[int, int]] = []
    first = 0
    for at in range(len(words)):
        size = at + 1 - first
        ends = bool(_SENTENCE_END.search(text[words[at][0] : words[at][1]]))
        left = len(words) - at - 1
        if left >= size_words // 2 and ((ends and size >= size_words) or size >= 2 * size_words):
            cut.append((words[first][0], words[at][1]))
            first = at + 1
    if first < len(words):
        cut.append((words[first][0], words[-1][1]))
    return cut
