"""Who speaks without a mark: below questions that alone have one, and where questions are set apart or alternate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from corpus.importers.mark import QUESTION, UNNAMED, Mark
from corpus.importers.speaking import label_words, roles
from corpus.importers.speaking.openings import BlockLine
from corpus.importers.speaking.times import GAP

DASH = re.compile(rf"{GAP}*([–—-]){GAP}+(?=\S)")
_LEAD = re.compile(rf"{GAP}*(?:[>•·▪–—-]|[Qq]?\d{{1,3}}[.):-]?|\*\*)?{GAP}*(?=\S)")
_LONGEST_QUESTION = 250


def beside(text: str, lines: Sequence[BlockLine], labelled: Sequence[Mark]) -> Iterator[Mark]:
    """Yield where somebody without a mark speaks: below questions where only these are marked, or above answers."""
    told = {roles.named(mark.label or "") for mark in labelled}
    if (len({mark.label for mark in labelled}) > 1 and told != {"interviewer"}) or len(labelled) < 2:
        return
    turns = [turn for turn in _turns(lines, labelled) if turn]
    openly = sum(_asks(text, [line for line in turn if line.block is turn[0].block]) for turn in turns)
    above = [turn[-1] for turn in turns if turn[-1].block is not turn[0].block and _asks(text, turn[-1:])]
    if openly <= 0.2 * len(turns) and len(above) >= max(0.6 * (len(turns) - 1), 2) and told != {"interviewer"}:
        yield from (_other(text, line) for line in above)
        return
    asked = [_question(text, turn) for turn in turns]
    asking = sum(_asks(text, turn[:n]) for turn, n in zip(turns, asked, strict=True)) >= 0.6 * len(turns)
    below = [turn[n] for turn, n in zip(turns, asked, strict=True) if n < len(turn)]
    if (asking or told == {"interviewer"}) and len(below) >= 0.6 * len(turns) and told != {"respondent"}:
        yield from (_other(text, line) for line in below)


def _turns(lines: Sequence[BlockLine], labelled: Sequence[Mark]) -> Iterator[list[BlockLine]]:
    """Yield the lines of each turn."""
    starts = [line.start for line in lines]
    firsts = [bisect_left(starts, mark.start) for mark in labelled]
    for first, following in zip(firsts, [*firsts[1:], len(lines)]):
        yield [line for line in lines[first:following] if line.block.kind == "paragraph"]


def _question(text: str, turn: Sequence[BlockLine]) -> int:
    """Return how many lines of a turn are its question: as far as the question mark, else its first paragraph."""
    first = next((n for n, line in enumerate(turn) if line.block is not turn[0].block), len(turn))
    second = next((n for n, line in enumerate(turn[first:], first) if line.block is not turn[first].block), len(turn))
    return next((n for n, line in enumerate(turn[:second], 1) if _asks(text, [line])), first)


def _asks(text: str, lines: Sequence[BlockLine]) -> bool:
    return bool(lines) and roles.ends_in_question(text, lines[-1].start, lines[-1].end)


def _other(text: str, line: BlockLine) -> Mark:
    dash = DASH.match(text, line.start, line.end)
    return Mark(line.start, dash.end() if dash else line.start, UNNAMED)


def questions(text: str, lines: Sequence[BlockLine]) -> Iterator[Mark]:
    """Yield the turns of an interview whose questions are set apart or every other paragraph."""
    for is_set_apart in (_bold, _numbered, _loud, _short_question):
        below = _below(text, lines, is_set_apart)
        if below:
            yield from _asked(text, lines, below)
            return
    yield from _bold_runs(text, lines)


def _below(text: str, lines: Sequence[BlockLine], is_set_apart: Callable[[str, BlockLine], bool]) -> list[int]:
    """Return which lines begin an answer, below a question that is set apart so; none where it is no interview."""
    apart = [is_set_apart(text, line) for line in lines]
    asking = [it_is and _asks(text, [line]) for it_is, line in zip(apart, lines, strict=True)]
    first = asking.index(True) if True in asking else len(lines)
    below = [n for n in range(first + 1, len(lines)) if asking[n - 1] and not apart[n]]
    answering = sum(label_words.FIRST_PERSON.search(text, lines[n].start, lines[n].end) is not None for n in below)
    few = len(below) < 3 or len(below) < 0.8 * sum(apart[first:]) or answering < 0.4 * len(below)
    return [] if few or len(lines) - first > 30 * len(below) else below


def _asked(text: str, lines: Sequence[BlockLine], below: Sequence[int]) -> Iterator[Mark]:
    for n in below:
        question = lines[n - 1]
        lead = _LEAD.match(text, question.start, question.end)
        signs = 2 if text.endswith("**", question.start, question.end) else 0
        yield Mark(question.start, lead.end() if lead else question.start, QUESTION)
        other = _other(text, lines[n])
        yield Mark(question.end - signs if signs else other.start, other.end, UNNAMED)


def _bold(text: str, line: BlockLine) -> bool:
    """Is a line a heading, or a paragraph that is all in bold type?"""
    whole = line.start == line.block.start and line.end == line.block.end
    marked = text.startswith("**", line.start) and text.endswith("**", line.start + 2, line.end)
    return line.block.kind == "heading" or (whole and (marked or line.block.bold == line.end))


def _numbered(text: str, line: BlockLine) -> bool:
    """Does a line begin with a number or a sign of a list?"""
    lead = _LEAD.match(text, line.start, line.end)
    return bool(lead and text[line.start : lead.end()].strip() and text[lead.end() - 1].isspace())


def _loud(text: str, line: BlockLine) -> bool:
    return text[line.start : line.end].isupper()


def _short_question(text: str, line: BlockLine) -> bool:
    return line.end - line.start <= _LONGEST_QUESTION and _asks(text, [line])


def _bold_runs(text: str, lines: Sequence[BlockLine]) -> Iterator[Mark]:
    """Yield the questions in bold type that open paragraphs, and the answers that go on in them."""
    runs = [
        (line, line.block.bold)
        for line in lines
        if line.block.bold is not None and line.start == line.block.start < line.block.bold < line.end
    ]
    asking = [(line, bold) for line, bold in runs if roles.ends_in_question(text, line.start, bold)]
    if len(asking) < max(3, 0.8 * len(runs), 0.3 * len(lines)):
        return
    for line, bold in asking:
        yield Mark(line.start, line.start, QUESTION)
        yield Mark(bold, bold, UNNAMED)
