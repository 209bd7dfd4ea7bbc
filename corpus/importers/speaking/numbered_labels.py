"""Labels that count the questions of an interview, `Q1` and `R1`, `Question 2`: they are one speaker's, not many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.importers.speaking.label_words import QUESTION_WORDS, fold
from corpus.importers.speaking.openings import MarkOpening

_COUNTED = re.compile(r"(.*?[^\W\d_])[ .-]*(?:[nN][°ºo]\.? ?|#)?(\d{1,3})\Z")


def alike(openings: Sequence[MarkOpening]) -> list[MarkOpening]:
    """Return the openings of one style, those whose labels count on with the label that they share.

    What asks counts on by itself; what answers has the number of the question above it.
    """
    numbered = {o.line: (found[1], int(found[2])) for o in openings if (found := _COUNTED.fullmatch(o.label))}
    lines: dict[str, list[int]] = {}
    for line, (stem, _) in numbered.items():
        lines.setdefault(stem, []).append(line)
    numbers = {stem: [numbered[line][1] for line in of] for stem, of in lines.items()}
    rising = {stem for stem, found in numbers.items() if _count_on(found)}
    asking = {stem for stem in rising if fold(stem) in QUESTION_WORDS}
    asking |= {a for a in rising for b in rising - {a} if numbers[a] == numbers[b] and _interleaved(lines[a], lines[b])}
    shared = {line: stem for line, (stem, _) in numbered.items() if stem in asking}
    return [o._replace(label=shared.get(o.line, o.label)) for o in openings]


def _count_on(numbers: Sequence[int]) -> bool:
    return len(numbers) > 2 and numbers[0] in (0, 1) and all(b == a + 1 for a, b in pairwise(numbers))


def _interleaved(first: Iterable[int], second: Iterable[int]) -> bool:
    """Do lines of the one stand between lines of the other?"""
    order = sorted([(line, 0) for line in first] + [(line, 1) for line in second])
    return all(a[1] != b[1] for a, b in pairwise(order))
