"""Hearing: which participants are heard in which passages and codings, kept up document by document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coding.moment.ranges import matches, once, spread
from coding.moment.rows import Codings, Ints
from corpus.store.columns import distinct
from corpus.voices import Voices


@dataclass(frozen=True)
class CodingVoices:
    """Who is heard in codings: `table` is (n, 5) int64: coding, document, code, participant, span.

    Each participant once a coding; codings with the same document, span and coder have the same `span`.
    """

    table: Ints
    codings: Codings
    voices: Voices


def said(voices: Voices) -> tuple[Ints, Ints]:
    """Return (participant, passage number) of whose words passages are, ordered by passage."""
    passages = voices.passages
    turns, number = np.unique(passages[:, [1, 4]], axis=0, return_inverse=True)
    people = [voices.says(document, speaker) for document, speaker in turns.tolist()]
    sizes = np.array([len(one) for one in people], np.int64)
    flat = np.array([key for one in people for key in one], np.int64)
    first = np.cumsum(sizes) - sizes
    number = number.reshape(-1)
    ranges = np.stack([first[number], first[number] + sizes[number]], axis=1)
    units, at = spread(np.arange(len(number)), ranges)
    return once((flat[at], units))


def heard(codings: Codings, voices: Voices, words: tuple[Ints, Ints], before: CodingVoices | None) -> CodingVoices:
    """Return who is heard in codings, `words` see `said`; by what was heard `before` where little is different."""
    if before is None or voices is not before.voices or codings.mended_from is not before.codings.mark:
        return CodingVoices(_heard(codings.table, voices, words), codings, voices)
    kept = before.table[~np.isin(before.table[:, 1], codings.documents)]
    new = _heard(codings.within(codings.documents), voices, words)
    return CodingVoices(np.concatenate([kept, new]), codings, voices)


def _heard(table: Ints, voices: Voices, words: tuple[Ints, Ints]) -> Ints:
    """Return the rows of `CodingVoices` for rows of `Codings`, in document order."""
    place = table[:, [1, 3, 4, 5]]
    new = np.ones(len(place), bool)
    new[1:] = (place[1:] != place[:-1]).any(axis=1)
    span, first = np.cumsum(new) - 1, np.flatnonzero(new)
    ranges = voices.touched_by(table[first][:, [1, 3, 4]])
    number, passage = spread(np.arange(len(first)), ranges)
    at, unit = matches(words[1], passage)
    people, spans = words[0][unit], number[at]
    bare = np.flatnonzero(ranges[:, 0] == ranges[:, 1])
    more = [(key, n) for n in bare.tolist() for key in voices.says(int(table[first[n], 1]), 0)]
    rest = np.array(more, np.int64).reshape(-1, 2)
    people, spans = once((np.concatenate([people, rest[:, 0]]), np.concatenate([spans, rest[:, 1]])))
    pair, place_of = matches(spans, span)
    keys = table[pair]
    return np.column_stack([keys[:, 0], keys[:, 1], keys[:, 2], people[place_of], table[first[span[pair]], 0]])


def pairs(keys: Ints, units: Ints) -> dict[int, int]:
    """Return by key how many different units it is paired with."""
    if not len(keys):
        return {}
    width = int(units.max()) + 1
    found, sizes = np.unique(distinct(np.sort(keys * width + units)) // width, return_counts=True)
    return dict(zip(found.tolist(), sizes.tolist(), strict=True))
