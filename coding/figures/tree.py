"""The coding tree: codes as they stand under each other, with a bar of the segments of each."""

from __future__ import annotations

from functools import partial

from coding.codebook import CodeInfo
from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import width
from coding.figures.paper import ACCENT, EDGE, LINE, MUTED, RULE, SIZE, SMALL, SOFT, Figure, Paper
from coding.moment import shown
from coding.moment.counts import counts
from coding.moment.moment import Moment

_ROW, _BAR, _STEP = 4.8, 2.2, 4.5  # mm
_MOST = 52
_WORDS = {
    "fr": {
        "title": "Arbre de codes",
        "segments": "Segments codés, codes sous lui compris",
        "alt": "Arbre de {codes} sur {deep}\u00a0; {roots} au premier. Le plus fourni est {most} ({number}).",
    },
    "en": {
        "title": "Coding tree",
        "segments": "Coded segments, with those of codes under it",
        "alt": "Tree of {codes} on {deep}; {roots} on the first. The one with most is {most} ({number}).",
    },
}


def tree(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the descriptive codes, or those of a framework, as a tree."""
    rows = layout.of_codes(moment, choice)
    framework = rows.partition(":")[2] or None
    used = counts(moment)
    codes = [code for code in shown.codes(moment).values() if code.framework == framework]
    segments = {code.key: used.said(code.key)[0] for code in codes}
    layout.something(any(segments.values()))
    kept = _kept(codes, segments, choice.most or _MOST)
    paper = Paper(choice.width)
    paper.chosen["rows"] = rows
    return _drawn(moment, kept, len(codes), segments, paper, words.spoken(moment))


def _kept(codes: list[CodeInfo], segments: dict[int, int], number: int) -> list[CodeInfo]:
    """Return so many codes with most segments, and no code without the one above it, which has as many or more."""
    order = sorted(codes, key=lambda one: (-segments[one.key], one.depth))
    kept = {one.key for one in order[:number]}
    return [one for one in codes if one.key in kept and (one.parent is None or one.parent in kept)]


def _drawn(
    moment: Moment, codes: list[CodeInfo], every: int, segments: dict[int, int], paper: Paper, language: str
) -> Figure:
    said = _WORDS[language]
    names = {one.key: moment.mask.text(one.label) for one in codes}
    room = paper.width * 0.55
    side = max(_STEP * one.depth + width(names[one.key], SIZE, one.depth == 0) for one in codes)
    left = EDGE + min(side, room) + 3
    scale = (paper.width - EDGE - 9 - left) / max(max(segments[one.key] for one in codes), 1)
    top = EDGE + LINE + 1.4
    paper.words(left, EDGE + LINE / 2, said["segments"], size=SMALL, colour=MUTED)
    middles = {one.key: top + (n + 0.5) * _ROW for n, one in enumerate(codes)}
    _branches(paper, codes, middles)
    for one in codes:
        y, x, number = middles[one.key], EDGE + _STEP * one.depth, segments[one.key]
        paper.label(x, y, names[one.key], room - _STEP * one.depth, bold=one.depth == 0)
        paper.bars([(left, y - _BAR / 2, number * scale, _BAR)], ACCENT if one.depth == 0 else SOFT, edge=ACCENT)
        paper.words(left + number * scale + 1, y, words.number(number, language), size=SMALL)
        told = words.told(names[one.key], words.counted(number, "codings", language), language)
        opens = partial(moment.evidence, one.key, "direct")
        paper.spot(EDGE, y - _ROW / 2, paper.width - 2 * EDGE, _ROW, told, opens, number)
    notes = words.left_out(len(codes), every, "codes", language)
    bottom, notes = layout.foot(paper, top + len(codes) * _ROW, language, notes)
    most = max(codes, key=lambda one: segments[one.key])
    alt = said["alt"].format(
        codes=words.counted(len(codes), "codes", language),
        deep=words.counted(1 + max(one.depth for one in codes), "levels", language),
        roots=sum(one.depth == 0 for one in codes),
        most=names[most.key],
        number=segments[most.key],
    )
    return paper.cut("tree", said["title"], alt, language, bottom, notes)


def _branches(paper: Paper, codes: list[CodeInfo], middles: dict[int, float]) -> None:
    """Draw from each code down to those under it."""
    for one in codes:
        under = [middles[other.key] for other in codes if other.parent == one.key]
        if under:
            x = EDGE + _STEP * one.depth + 1.2
            paper.lines([[(x, middles[one.key] + 1.8), (x, under[-1])]], colour=RULE, line=0.7)
            paper.lines([[(x, y), (x + _STEP - 1.9, y)] for y in under], colour=RULE, line=0.7)
