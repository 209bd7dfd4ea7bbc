"""Evidence: which openings of a text are speakers' marks. What recurs, alternates and covers the text is; labels of
any form are taken in a style of marks that is. Words (roles, what is nobody's name) weigh where the structure is thin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from corpus.importers.speaking import roles, times, words
from corpus.importers.speaking.labels import brief, family, head, looks_like_a_name, nearest
from corpus.importers.speaking.openings import BRACKETS, Line, Opening

_ALONE = ("alone", "beside")
# Signs that stand for much else: a mark only where they set off the labels of a whole text.
_WEAK = frozenset(("bold", "dash", "|", ">", "·", "=", ".", " ", "  "))
# Styles in the order in which they are believed where the evidence is the same.
_BELIEF = (
    ":",
    *sorted(BRACKETS),
    "stamp",
    "beside",
    "tab",
    "bold",
    "dash",
    "|",
    ">",
    "·",
    "alone",
    "=",
    ".",
    "  ",
    " ",
)
# Share of paragraphs that marks must open where no word and no time speaks for them, and what will do in a long text.
_MANY, _SOME, _ENOUGH = 0.3, 0.05, 8
# Share of turns that must have words of talk.
_TALK = 0.2
# The most speakers that are sought in one text by comparing them with one another.
_CROWD = 50


class Told(NamedTuple):
    """The openings that are marks, in order, and those that may be."""

    marks: list[Opening]
    doubtful: list[Opening]


def weigh(text: str, lines: Sequence[Line], found: Iterable[Opening]) -> Told:
    """Choose the style of marks that the whole text supports, and the marks of other styles that agree with it."""
    styles: dict[str, list[Opening]] = {}
    for opening in found:
        styles.setdefault(opening.style, []).append(opening)
    judged = [Style(text, lines, styles[name]) for name in _BELIEF if name in styles]
    judged.sort(key=lambda style: -len(style.marks))
    taken: dict[int, Opening] = {}
    doubtful: list[Opening] = []
    for style in judged:
        if taken:
            style = Style(text, lines, [o for o in style.openings if o.line not in taken], _labels(taken.values()))
        taken |= {opening.line: opening for opening in style.marks}
        doubtful += style.doubtful
    marks = sorted(taken.values(), key=lambda opening: opening.line)
    return Told(marks, sorted({o.line: o for o in doubtful if o.line not in taken}.values(), key=lambda o: o.line))


def _labels(openings: Iterable[Opening]) -> frozenset[str]:
    return frozenset(opening.label for opening in openings)


@dataclass
class Style:
    """The openings of one style, and what they say together; `known` are speakers told by another style."""

    text: str
    lines: Sequence[Line]
    openings: list[Opening]
    known: frozenset[str] = frozenset()

    @cached_property
    def marks(self) -> list[Opening]:
        """The openings that are marks."""
        if not self.openings:
            return []
        speaking = self._since(self._speaking())
        return [opening for opening in self.openings if self._accepted(opening, speaking)]

    @cached_property
    def doubtful(self) -> list[Opening]:
        """Openings that recur as marks do, and of which it is not known whether they are some."""
        if self.openings and self.openings[0].style in (*_ALONE, *_WEAK):
            return []
        speakers = _labels(self.marks) | self.known
        labels = {label for label in self.often - speakers if not label[0].islower() or self.counts[label] > 2}
        labels &= self._like(speakers)
        if (self.known or not speakers) and not (self._regular(labels) and self._talk(labels)):
            return []
        return [opening for opening in self.openings if opening.label in labels]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each label opens a line."""
        return Counter(opening.label for opening in self.openings)

    @cached_property
    def often(self) -> set[str]:
        """Labels that recur and may be somebody's."""
        return {label for label, count in self.counts.items() if count >= 2 and not self._nobody(label)}

    @cached_property
    def blocks(self) -> int:
        """How many paragraphs, or subtitles, the text has."""
        numbers = {line.block.start for line in self.lines if line.block.kind in ("paragraph", "cue")}
        return len(numbers) or len({line.block.start for line in self.lines})

    def _nobody(self, label: str) -> bool:
        aside = self.openings[0].style in BRACKETS and head(label) in words.NO_NAME_IN_BRACKETS
        tag = self.openings[0].style == "<" and label.strip("/").lower() in words.TAGS
        return aside or tag or (roles.named(label) is None and head(label) in words.NO_SPEAKER)

    def _speaking(self) -> set[str]:
        """Return the labels that are speakers'; the rules are in order."""
        if self.known:
            return self._agreeing()
        if self.openings[0].style in _ALONE:
            return self._alone()
        if self.openings[0].style in _WEAK and len(self.openings) < min(4, self.blocks):
            return set()
        sure = self._filled(self._sure())
        if not sure & self.often and self._header(sure):
            return set()
        total = sum(self.counts[label] for label in sure)
        share = total / max(self.blocks, 1)
        if not any(map(roles.surely_named, sure)) and not sure & self._timed:
            by_words = any(roles.named(label) is not None for label in sure)
            if (not by_words and share < _MANY and (share < _SOME or total < _ENOUGH)) or not self._talk(sure):
                return set()
        if self.openings[0].style in _WEAK and not self._throughout(sure):
            return set()
        like = self._like(sure)
        sure |= {o for o in self.often & like if self.counts[o] >= 3 and share >= 0.2 and brief(o)}
        crowd = {label for label, _ in self.counts.most_common(_CROWD)} & self.often & like - sure
        sure |= {label for label in crowd if self._follows_several(label, sure)}
        return sure | (self._rare(sure) & (like | self._slips(sure)))

    def _sure(self) -> set[str]:
        """Return the labels that are speakers' by their words, a time beside them, or how regular they are."""
        free = {label for label in self.counts if not self._nobody(label)}
        role = {label for label in free if roles.named(label) is not None}
        named = {label for label in free if looks_like_a_name(label)} | role
        sure = {label for label in role if roles.surely_named(label)} | self._timed
        often = self.often & named
        if len(often) > 1 and not self._common(often - role):
            sure |= often
        sure |= {label for label in often if label in role or (self.counts[label] > 2 and len(often) == 1)}
        handles = {label for label in self.often if label in named or len(label.split()) <= 3}
        talking = self._asked(handles) or (self._regular(handles, 0.9) and not self._common(handles))
        sure |= handles if not sure and talking else set()
        sure |= self._all_lines(named)
        loud = {label for label in named if label.isupper() and len(label) > 2}
        if sure or (len(loud) > 1 and sum(self.counts[label] for label in loud) >= _MANY * self.blocks):
            sure |= loud
        return sure | (role if sure and len(role) > 1 else set())

    def _talk(self, labels: Collection[str]) -> bool:
        """Does somebody ask, say I or say you in some of the turns with these labels, or are they in subtitles?"""
        if self.lines[0].block.kind == "cue":
            return True
        turns = [self.text[o.end : self._ends[o.line]][:600] for o in self._turns(labels)]
        return sum(bool(words.TALK.search(said)) for said in turns) >= _TALK * len(turns) > 0

    @cached_property
    def _timed(self) -> set[str]:
        """Labels with a time beside them, where words follow and the times rise as those of a recording do."""
        timed = [o for o in self.openings if o.time]
        when = [times.milliseconds(o.time)[0] or 0 for o in timed]
        empty = sum(not o.said and self.text[o.end : self._ends[o.line]].strip() == "" for o in timed)
        if sum(a <= b for a, b in pairwise(when)) < 0.6 * (len(when) - 1) or empty > 0.5 * len(timed):
            return set()
        bracketed = self.openings[0].style in BRACKETS
        return {
            o.label
            for o in self.openings
            if o.time
            and not self._nobody(o.label)
            and (bracketed or looks_like_a_name(o.label) or o.label in self.often)
        }

    def _common(self, labels: Collection[str]) -> bool:
        """Are most of these labels words that the text uses, as no name is: small, within a sentence?"""
        if not labels:
            return False
        small = set(re.findall(r"(?<=[^\W\d_] )[^\W\d_]+", self.text))
        return sum(label.lower() in small for label in labels) > 0.6 * len(labels)

    def _asked(self, labels: Collection[str], least: float = _MANY) -> bool:
        """Do these labels take turns, in most paragraphs, some of them with questions?"""
        if len(labels) < 2 or not self._regular(labels, least):
            return False
        asking = Counter(opening.label for opening in self._turns(labels) if self._asks(opening, labels))
        return any(asking[label] >= max(_MANY * self.counts[label], 2) for label in labels)

    def _regular(self, labels: Collection[str], least: float = _MANY) -> bool:
        """Are there several of these labels, in `least` of the paragraphs or more, one after another?"""
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        return len(turns) >= 4 and len(turns) >= least * self.blocks and changes >= 0.4 * (len(turns) - 1)

    def _turns(self, labels: Collection[str]) -> list[Opening]:
        return [opening for opening in self.openings if opening.label in labels]

    def _asks(self, opening: Opening, labels: Collection[str]) -> bool:
        return roles.ends_in_question(self.text, opening.end, self._ends[opening.line])

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Line of an opening → where what follows it ends, before the next one that recurs."""
        starts = [o.start for o in self.openings if self.counts[o.label] > 1 or o.time]
        following = iter([*starts, self.lines[-1].end])
        until = next(following)
        ends = {}
        for opening in self.openings:
            while until <= opening.start:
                until = next(following)
            ends[opening.line] = until
        return ends

    def _throughout(self, labels: set[str]) -> bool:
        """Do openings with these labels take turns in most of the text?"""
        return self._regular(labels & self.often) or bool(self._all_lines(labels))

    def _all_lines(self, named: set[str]) -> set[str]:
        """Return all labels of a short text in which every paragraph opens with one."""
        every = len(self.openings) >= max(self.blocks, 2) and len(self.counts) > 1 and set(self.counts) <= named
        return set(self.counts) if every and not all(map(self._short, self.openings)) else set()

    def _header(self, labels: set[str]) -> bool:
        """Are these labels fields on the first lines of a document, each with a few words?"""
        turns = self._turns(labels)
        below = bool(turns) and turns[-1].line - turns[0].line + 1 == len(turns) < len(self.lines) - 1
        ended = below and self.text.startswith("\n\n", self.lines[turns[-1].line].end)
        return below and (ended or len(turns) > 1) and all(map(self._short, turns))

    def _short(self, opening: Opening) -> bool:
        """Do only a few words follow, as in a line of a header?"""
        line = self.lines[opening.line]
        said = roles.end_of_words(self.text, opening.end, line.end)
        return opening.said and line.end - opening.end < 40 and said[-1:] not in (*".?!…？。",)

    def _like(self, sure: Collection[str]) -> set[str]:
        """Return the labels whose openings have the form of those of `sure`, in all that most of these have alike."""
        forms = [opening.form for opening in self._turns(sure)]
        if len(forms) < 6:
            return set(self.counts)
        shares = [sum(values) / len(forms) for values in zip(*forms)]
        alike = {n: share > 0.5 for n, share in enumerate(shares) if not 0.05 < share < 0.95}
        return {o.label for o in self.openings if all(o.form[n] == value for n, value in alike.items())}

    def _filled(self, sure: set[str]) -> set[str]:
        """Return `sure` with the labels that stand between them, the most frequent first, so that each is seen."""
        found = set(sure)
        for label, _ in self.counts.most_common(_CROWD) if sure else ():
            found |= {label} if self._fills(label, found) else set()
        return found

    def _follows_several(self, label: str, sure: set[str]) -> bool:
        """Does `label` come again and again, after one speaker and after another?"""
        around = self._turns(sure | {label})
        before = {one.label for one, own in pairwise(around) if own.label == label}
        return self.counts[label] >= 3 and len(before - {label}) > 1

    def _fills(self, label: str, sure: set[str]) -> bool:
        """Does `label` stand, most times, where without it one speaker would speak twice in a row?"""
        if label in sure or self.counts[label] < 2:
            return False
        around = [opening for opening in self.openings if opening.label in sure or opening.label == label]
        fitting = sum(
            after is None or (before is not None and before.label == after.label)
            for before, own, after in zip([None, *around], around, [*around[1:], None])
            if own.label == label and (before is None or before.label != label)
        )
        return fitting >= 2 and fitting > 0.5 * self.counts[label]

    def _rare(self, sure: set[str]) -> set[str]:
        """Return labels seen too seldom for the rules above: slips and numbers of others, and names in a full text."""
        rare = {label for label in set(self.counts) - sure if not self._nobody(label)}
        families = {family(label) for label in sure if any(char.isdigit() for char in label)}
        found = {label for label in rare if family(label) in families} | self._slips(sure)
        named = {label for label in rare if looks_like_a_name(label)}
        marked = sum(self.counts[label] for label in sure | named)
        if self.openings[0].style not in _WEAK and marked >= _MANY * self.blocks:
            found |= named
        if sum(self.counts.values()) >= 0.95 * self.blocks and len(self.openings) > 3:
            found |= {label for label in rare if len(label.split()) <= 4}
        return found

    def _slips(self, sure: set[str]) -> set[str]:
        """Return the labels that are a letter or two away from a frequent one."""
        frequent = dict(Counter({label: self.counts[label] for label in sure}).most_common(_CROWD))
        return {label for label in set(self.counts) - sure if nearest(label, self.counts[label], frequent)}

    def _agreeing(self) -> set[str]:
        """Return the labels of this style that are speakers' by what another style has told."""
        if self.openings[0].style == "alone" or self.openings[0].style in _WEAK:
            return set(self.counts) & self.known
        return {label for label in self.counts if label in self.known or roles.surely_named(label)} | self._timed

    def _alone(self) -> set[str]:
        """Return the labels on lines of their own, or beside a time on them."""
        if self.openings[0].style == "beside":
            return self._beside()
        followed = self._followed(self.often)
        often = self._filled({label for label in self.often if followed[label] >= 0.8 * self.counts[label]})
        surely = any(map(roles.surely_named, often)) or self._asked(often, _SOME)
        labels = often if surely and self._set_apart(often) else self._near_times()
        families = {family(label) for label in labels if any(char.isdigit() for char in label)}
        apart = {o.label for o in self._turns(self._like(labels)) if any(o.form) and looks_like_a_name(o.label)}
        return labels | {label for label in self.counts if family(label) in families} | (apart if labels else set())

    def _near_times(self) -> set[str]:
        """Return the labels above or below nearly every line that is nothing but a time."""
        alone = [n for n, line in enumerate(self.lines) if times.alone(self.text, line.start, line.end)]
        by_line = {opening.line: opening.label for opening in self.openings}
        for step in (1, -1):
            labels = [by_line[n + step] for n in alone if n + step in by_line]
            if len(labels) > 2 and len(labels) >= 0.9 * len(alone) and len(set(labels)) < len(labels):
                return set(labels)
        return set()

    def _followed(self, labels: Collection[str]) -> Counter[str]:
        """Return how often words follow each label on its line, and no other one of `labels`."""
        turns = self._turns(labels)
        apart = {opening.line for opening in turns}
        return Counter(o.label for o in turns if o.line + 1 < len(self.lines) and o.line + 1 not in apart)

    def _set_apart(self, labels: set[str]) -> bool:
        """Do lines with these labels take turns with lines of words?"""
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        followed = self._followed(labels).total() >= 0.9 * len(turns)
        return len(labels) > 1 and followed and changes >= 0.6 * (len(turns) - 1)

    def _beside(self) -> set[str]:
        """Return the labels beside a time, where they recur or the time is set off, so that it is no appointment."""
        free = {label for label in self.counts if not self._nobody(label) or self._fills(label, self.often)}
        names = {label for label in free if looks_like_a_name(label) or label in self.often}
        sure = {o.label for o in self.openings if o.time and (o.time[0] in "[(<{#" or o.time.count(":") > 1)}
        sure |= {label for label in self.often if roles.named(label) is not None}
        often = {label for label in self.often if looks_like_a_name(label)}
        sure |= often if len(often) > 1 else set()
        covered = sum(self.counts[label] for label in self.often) >= 0.5 * len(self.openings)
        running = bool(often) and self._running()
        return names if running or (sure and covered) or len(sure & names) > 1 else sure & names

    def _running(self) -> bool:
        """Do the times run as a recording does, each with words on the lines below?"""
        when = [times.milliseconds(o.time)[0] or 0 for o in self.openings]
        followed = self._followed(self.counts).total()
        return len(when) > 2 and all(a < b for a, b in pairwise(when)) and followed >= 0.9 * len(when)

    def _since(self, sure: set[str]) -> dict[str, int]:
        """Return for each label where its talk begins: lines such as `Participant: P3` in a header are no turns."""
        starts = [o.start for o in self.openings if o.label in sure and (o.time or not self._short(o))]
        first = min(starts, default=0)
        top = max((o.start for o in self.openings if o.start < first and self._nobody(o.label)), default=0)
        repeated = any(self.counts[label] > 1 for label in sure)
        fields = {label for label in sure if repeated and self.counts[label] == 1 and roles.named(label) is not None}
        return {label: max(top, first) if label in fields else top for label in sure}

    def _accepted(self, opening: Opening, speaking: dict[str, int]) -> bool:
        since = speaking.get(opening.label)
        return since is not None and (opening.start >= since or opening.time is not None or not self._short(opening))
