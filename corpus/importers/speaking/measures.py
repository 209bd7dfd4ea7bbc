"""Measures: what the openings of one style say together of how often, how regularly and in what form they come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, pairwise
from math import ceil

from corpus.importers.speaking import label_words, roles, times
from corpus.importers.speaking.labels import head, length, looks_like_a_name
from corpus.importers.speaking.openings import BRACKETS, BlockLine, MarkOpening

# Share of paragraphs that marks must open where no word and no time speaks for them, and what will do in a long text.
MANY, SOME, ENOUGH = 0.3, 0.05, 8
# Share of turns that must have words of talk.
_TALK = 0.2
_ENDS = frozenset('.?!…:;。？！؟»”")]*')
_QUOTES = frozenset('«“”„"‹‘‚「『')
# Signs that stand for much else: a mark only where they set off the labels of a whole text.
WEAK = frozenset(("bold", "dash", "|", ">", "·", "=", ")", ".", " ", "  "))
# The most speakers that are sought in one text by comparing them with one another.
CROWD = 50


@dataclass
class Measures:
    """The openings of one style in a text; `known` are speakers told by another style."""

    text: str
    lines: Sequence[BlockLine]
    openings: list[MarkOpening]
    known: frozenset[str] = frozenset()

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each label opens a line."""
        return Counter(opening.label for opening in self.openings)

    @cached_property
    def _formed(self) -> set[tuple[str, tuple[bool, ...]]]:
        """The forms in which each label comes."""
        return {(opening.label, opening.form) for opening in self.openings}

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
        aside = (self.openings[0].style in BRACKETS or label[0] in BRACKETS) and head(
            label
        ) in label_words.NO_NAME_IN_BRACKETS
        tag = self.openings[0].style == "<" and label.strip("/").lower() in label_words.TAGS
        return (
            aside
            or tag
            or label in self._citing
            or label in self._midway
            or (roles.named(label) is None and head(label) in label_words.NO_SPEAKER)
        )

    @cached_property
    def _counts_up(self) -> bool:
        """Are the labels the numbers or letters of a list: three or more, each next to one before it?"""
        items = [_place(opening.label) for opening in self.openings]
        known = [item for item in items if item is not None]
        steps = sum(b == a + 1 or b <= 1 for a, b in pairwise(known))
        return len(set(known)) > 2 and len(known) >= 0.8 * len(items) and steps >= 0.5 * (len(known) - 1)

    @cached_property
    def _citing(self) -> set[str]:
        """Labels before words in quotation marks, where two others or more stand before plain words: `He said: “…”`."""
        cited = Counter(o.label for o in self.openings if o.said and self.text[o.end] in _QUOTES)
        citing = {label for label, count in cited.items() if 2 * count > self.counts[label]}
        others = [label for label, count in self.counts.items() if count > 1 and label not in citing]
        return {label for label in citing if roles.named(label) is None} if len(others) > 1 else set()

    @cached_property
    def _midway(self) -> set[str]:
        """Labels that only go on with the sentence of the line above, where most others follow an end."""
        ended = Counter(o.label for o in self.openings if not self._goes_on(o))
        midway = {label for label in self.counts if not ended[label] and roles.named(label) is None}
        others = [opening for opening in self.openings if opening.label not in midway]
        clear = len({o.label for o in others}) > 1 and ended.total() >= 0.8 * len(others)
        return midway if clear else set()

    def _goes_on(self, opening: MarkOpening) -> bool:
        """Does a line above, of one paragraph or before a small letter, end within a sentence?"""
        line, above = self.lines[opening.line], self.lines[opening.line - 1]
        if (
            not opening.line
            or self.text[above.end - 1 : above.end] in _ENDS
            or "\n\n" in self.text[above.end : line.start]
        ):
            return False
        return above.block is line.block or opening.label[0].islower()

    def _quotations(self, labels: Collection[str]) -> bool:
        """Are the words after these labels quotations, as in a list of what was said of each theme?"""
        ends = [(o.end, self.lines[o.line].end) for o in self._turns(labels)]
        quoted = sum(self.text[at : at + 1] in _QUOTES and self.text[end - 1] in '»”"“›’」』' for at, end in ends)
        return quoted >= 0.8 * len(ends)

    def _talk(self, labels: Collection[str]) -> bool:
        """Does somebody ask, say I or say you in some of the turns with these labels, or are they in subtitles?"""
        if self.lines[0].block.kind == "cue":
            return True
        turns = self._turns(labels)
        enough = ceil(_TALK * len(turns))
        spans = ((o.end, min(self._ends[o.line], o.end + 600)) for o in turns)
        talking = (1 for start, end in spans if label_words.TALK.search(self.text, start, end))
        return sum(islice(talking, enough)) == enough > 0

    def _even(self, labels: Collection[str]) -> bool:
        """Does each paragraph open with one of few names in turn, and hold more than a word or two?"""
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        short = sum(map(self._short, turns))
        even = len(turns) >= max(6, 0.95 * self.blocks) and changes >= 0.8 * (len(turns) - 1) and 2 * short < len(turns)
        return even and not self._common(labels)

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
        return sum(self._is_small(label.lower()) for label in labels) > 0.6 * len(labels)

    def _is_small(self, word: str) -> bool:
        if not word.isalpha() or f" {word}" not in self.text:
            return False
        return re.search(rf"(?<=[^\W\d_] ){re.escape(word)}(?![^\W\d_])", self.text) is not None

    def _asked(self, labels: Collection[str], least: float = MANY) -> bool:
        """Do these labels take turns, in most paragraphs, some of them with questions?"""
        if len(labels) < 2 or not self._regular(labels, least):
            return False
        asking = Counter(opening.label for opening in self._turns(labels) if self._asks(opening))
        return any(asking[label] >= max(MANY * self.counts[label], 2) for label in labels)

    @cached_property
    def _dialogue(self) -> set[str]:
        """Two labels that take turns, of whom one asks and the other answers, however long; empty where none do."""
        often = [label for label, _ in self.counts.most_common(6) if label in self.often]
        return next((pair for pair in map(set, combinations(often, 2)) if self._asks_in_turn(pair)), set())

    def _asks_in_turn(self, labels: Collection[str]) -> bool:
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        asking = Counter(opening.label for opening in turns if self._asks(opening))
        shares = sorted(asking[label] / self.counts[label] for label in labels)
        enough = len(turns) >= (6 if self.openings[0].style in WEAK else 4)
        alternate = enough and changes >= 0.9 * (len(turns) - 1)
        return alternate and shares[0] <= 0.35 and shares[-1] >= 0.6

    @cached_property
    def _pair(self) -> set[str]:
        """The labels of a text that is one question and one answer, each on its line, one below the other."""
        free = [opening for opening in self.openings if not self._nobody(opening.label)]
        if len(free) != 2 or free[0].label == free[1].label or free[1].line != free[0].line + 1:
            return set()
        asked, answered = free
        asks = roles.ends_in_question(self.text, asked.end, self.lines[asked.line].end)
        said = len(self.text[answered.end : self.lines[answered.line].end].split())
        brief = length(asked.label) < 4 and length(answered.label) < 6
        return {asked.label, answered.label} if asks and said > 1 and brief else set()

    def _only_asks(self, labels: Collection[str]) -> bool:
        """Is there one label, of who asks, that opens questions and nothing else?"""
        if len(labels) != 1 or not all(roles.named(label) == "interviewer" for label in labels):
            return False
        ends = [self.lines[o.line].end for o in self._turns(labels)]
        asked = sum(roles.ends_in_question(self.text, o.end, end) for o, end in zip(self._turns(labels), ends))
        return len(ends) > 2 and asked >= 0.8 * len(ends)

    def _regular(self, labels: Collection[str], least: float = MANY) -> bool:
        """Are there several of these labels, in `least` of the paragraphs or more, one after another?"""
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        return len(turns) >= 4 and len(turns) >= least * self.blocks and changes >= 0.4 * (len(turns) - 1)

    def _turns(self, labels: Collection[str]) -> list[MarkOpening]:
        return [opening for opening in self.openings if opening.label in labels]

    def _asks(self, opening: MarkOpening) -> bool:
        return roles.ends_in_question(self.text, opening.end, self._ends[opening.line])

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Line of an opening → where what follows it ends, on the line before the next one that recurs."""
        first = [o.line for o in self.openings if self.counts[o.label] > 1 or o.time]
        following = iter([*first, len(self.lines)])
        until = next(following)
        ends = {}
        for opening in self.openings:
            while until <= opening.line:
                until = next(following)
            ends[opening.line] = self.lines[until - 1].end
        return ends

    def _throughout(self, labels: set[str]) -> bool:
        """Do openings with these labels take turns in most of the text?"""
        return self._regular(labels & self.often) or bool(self._all_lines(labels))

    def _all_lines(self, named: set[str]) -> set[str]:
        """Return all labels of a short text in which every paragraph opens with one."""
        every = len(self.openings) >= max(self.blocks, 2) and len(self.counts) > 1 and set(self.counts) <= named
        return set(self.counts) if every and not all(map(self._short, self.openings)) else set()

    def _short(self, opening: MarkOpening) -> bool:
        """Do only a few words follow, as in a line of a header?"""
        end = self.lines[opening.line].end
        if not opening.said or end - opening.end >= 40:
            return False
        return roles.end_of_words(self.text, opening.end, end)[-1:] not in (*".?!…？。",)

    def _like(self, sure: Collection[str]) -> set[str]:
        """Return the labels whose openings have the form of those of `sure`, in all that most of these have alike."""
        forms = Counter(opening.form for opening in self._turns(sure))
        total = forms.total()
        if total < 6:
            return set(self.counts)
        having = [sum(count for form, count in forms.items() if form[n]) for n in range(len(next(iter(forms))))]
        alike = {n: 2 * count > total for n, count in enumerate(having) if not 0.05 < count / total < 0.95}
        return {label for label, form in self._formed if all(form[n] == value for n, value in alike.items())}

    def _filled(self, sure: set[str]) -> set[str]:
        """Return `sure` with the labels that stand between them, the most frequent first, so that each is seen."""
        found = set(sure)
        for label, _ in self.counts.most_common(CROWD) if sure else ():
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


def _place(label: str) -> int | None:
    """Return which item of a list a label numbers: `3`, `c`; None where it is no number and no letter."""
    if label.isdecimal():
        return int(label)
    return ord(label.lower()) - ord("a") + 1 if len(label) == 1 and label.isascii() and label.isalpha() else None
