"""Styles: which labels set off in one way are speakers'. What recurs, alternates and covers the text is, and so are
labels of any form between them; words (roles, what is nobody's name) weigh where the structure is thin.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from corpus.importers.speaking import roles
from corpus.importers.speaking.labels import brief, family, length, looks_like_a_name, nearest
from corpus.importers.speaking.measures import CROWD, ENOUGH, MANY, SOME, WEAK, Measures
from corpus.importers.speaking.openings import BRACKETS, MarkOpening


class Style(Measures):
    """The openings set off by one sign, and which of them are marks."""

    @cached_property
    def marks(self) -> list[MarkOpening]:
        """The openings that are marks."""
        if not self.openings:
            return []
        speaking = self._since(self._speaking())
        return [opening for opening in self.openings if self._accepted(opening, speaking)]

    @cached_property
    def doubtful(self) -> list[MarkOpening]:
        """Openings that recur as marks do, and of which it is not known whether they are some."""
        if self.openings and self.openings[0].style in ("alone", "beside", *WEAK):
            return []
        speakers = {opening.label for opening in self.marks} | self.known
        labels = {label for label in self.often - speakers if not label[0].islower() or self.counts[label] > 2}
        labels &= self._like(speakers)
        if (self.known or not speakers) and not (self._regular(labels) and self._talk(labels)):
            return []
        return [opening for opening in self.openings if opening.label in labels]

    def _speaking(self) -> set[str]:
        """Return the labels that are speakers'; the rules are in order."""
        if self.known:
            return self._agreeing()
        strong = self.openings[0].style not in WEAK
        if self._pair and (strong or any(map(roles.surely_named, self._pair))):
            return self._pair
        if not strong and len(self.openings) < min(4, self.blocks):
            return set()
        if self._counts_up and (not strong or self.openings[0].style in BRACKETS):
            return set()
        sure = self._filled(self._sure())
        if not sure & self.often and self._header(sure):
            return set()
        total = sum(self.counts[label] for label in sure)
        share = total / max(self.blocks, 1)
        if not any(map(roles.surely_named, sure)) and not sure & self._timed:
            by_words = any(roles.named(label) is not None for label in sure)
            often = share >= MANY or (share >= SOME and total >= ENOUGH) or bool(self._dialogue & sure)
            unlike = (total >= ENOUGH and len(sure) > 0.6 * total) or self._quotations(sure)
            if unlike or not (by_words or often) or not ((strong and self._even(sure)) or self._talk(sure)):
                return set()
        if not (strong or self._throughout(sure) or self._dialogue & sure or self._only_asks(sure)):
            return set()
        like = self._like(sure)
        sure |= {o for o in self.often & like if self.counts[o] >= 3 and share >= 0.2 and brief(o)}
        crowd = {label for label, _ in self.counts.most_common(CROWD)} & self.often & like - sure
        sure |= {label for label in crowd if self._follows_several(label, sure)}
        sure |= self._titled(sure)
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
        most = 5 if self._regular(self.often, 0.9) else 3
        handles = {label for label in self.often if label in named or length(label) <= most}
        handles |= self._titled(handles)
        talking = self._asked(handles) or (self._regular(handles, 0.9) and not self._common(handles))
        sure |= handles if talking and len(sure & self.often) < 2 else set()
        sure |= set() if sure else self._dialogue
        sure |= self._all_lines(named)
        loud = {label for label in named if label.isupper() and len(label) > 2}
        if sure or (len(loud) > 1 and sum(self.counts[label] for label in loud) >= MANY * self.blocks):
            sure |= loud
        return sure | (role if sure and len(role) > 1 else set())

    def _titled(self, sure: set[str]) -> set[str]:
        """Return labels of two words or more whose first is no name, `Head buyer`, if all lines open with one."""
        again = {label for label, count in self.counts.items() if count > 1 and " " in label} - self._citing
        titles = set(filter(self._nobody, again))
        opened = self._turns(sure | titles)
        return titles if sure and len({o.line for o in opened}) >= 0.9 * self.blocks and len(opened) > 3 else set()

    def _agreeing(self) -> set[str]:
        """Return the labels of this style that are speakers' by what another style has told."""
        if self.openings[0].style == "alone" or self.openings[0].style in WEAK:
            return set(self.counts) & self.known
        return {label for label in self.counts if label in self.known or roles.surely_named(label)} | self._timed

    def _since(self, sure: set[str]) -> dict[str, int]:
        """Return for each label where its talk begins: lines such as `Participant: P3` in a header are no turns."""
        starts = [o.start for o in self.openings if o.label in sure and (o.time or not self._short(o))]
        first = min(starts, default=0)
        top = max((o.start for o in self.openings if o.start < first and self._nobody(o.label)), default=0)
        repeated = any(self.counts[label] > 1 for label in sure)
        fields = {label for label in sure if repeated and self.counts[label] == 1 and roles.named(label) is not None}
        return {label: max(top, first) if label in fields else top for label in sure}

    def _accepted(self, opening: MarkOpening, speaking: dict[str, int]) -> bool:
        since = speaking.get(opening.label)
        return since is not None and (opening.start >= since or opening.time is not None or not self._short(opening))

    def _rare(self, sure: set[str]) -> set[str]:
        """Return labels seen too seldom for the rules above: slips and numbers of others, and names in a full text."""
        rare = {label for label in set(self.counts) - sure if not self._nobody(label)}
        families = {family(label) for label in sure if any(char.isdigit() for char in label)}
        found = {label for label in rare if family(label) in families} | self._slips(sure)
        named = {label for label in rare if looks_like_a_name(label)}
        marked = sum(self.counts[label] for label in sure | named)
        if self.openings[0].style not in WEAK and marked >= MANY * self.blocks:
            found |= named
        if sum(self.counts.values()) >= 0.95 * self.blocks and len(self.openings) > 3:
            found |= {label for label in rare if length(label) <= 4}
        return found

    def _slips(self, sure: set[str]) -> set[str]:
        """Return the labels that are a letter or two away from a frequent one."""
        frequent = dict(Counter({label: self.counts[label] for label in sure}).most_common(CROWD))
        return {label for label in set(self.counts) - sure if nearest(label, self.counts[label], frequent)}

    def _header(self, labels: set[str]) -> bool:
        """Are these labels fields on the first lines of a document, each with a few words?"""
        turns = self._turns(labels)
        below = bool(turns) and turns[-1].line - turns[0].line + 1 == len(turns) < len(self.lines) - 1
        ended = below and self.text.startswith("\n\n", self.lines[turns[-1].line].end)
        return below and (ended or len(turns) > 1) and all(map(self._short, turns))
