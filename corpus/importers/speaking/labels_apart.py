"""Labels that stand apart: on lines of their own, or beside a time on them, with the words below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from corpus.importers.speaking import roles, times
from corpus.importers.speaking.labels import family, looks_like_a_name
from corpus.importers.speaking.measures import SOME
from corpus.importers.speaking.styles import Style


class Apart(Style):
    """The openings that are lines of their own."""

    def _speaking(self) -> set[str]:
        if self.known:
            return self._agreeing()
        return self._beside() if self.openings[0].style == "beside" else self._alone()

    def _alone(self) -> set[str]:
        """Return the labels on lines of their own."""
        followed = self._followed(self.often)
        often = self._filled({label for label in self.often if followed[label] >= 0.8 * self.counts[label]})
        surely = any(map(roles.surely_named, often)) or self._asked(often, SOME)
        labels = often if surely and self._set_apart(often) else self._near_times()
        families = {family(label) for label in labels if any(char.isdigit() for char in label)}
        first = min((o.start for o in self._turns(labels)), default=0)  # above it stand titles
        like = [o for o in self._turns(self._like(labels)) if o.start > first]
        apart = {o.label for o in like if any(o.form) and looks_like_a_name(o.label)}
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
        """Do lines with these labels take turns with lines of words, or does one come again that names a role?"""
        turns = self._turns(labels)
        changes = sum(before.label != after.label for before, after in pairwise(turns))
        followed = self._followed(labels).total() >= 0.9 * len(turns)
        alternate = len(labels) > 1 and changes >= 0.6 * (len(turns) - 1)
        return followed and (alternate or (len(turns) > 2 and all(map(roles.surely_named, labels))))

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
