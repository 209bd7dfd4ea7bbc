"""How much each participant said, and how much of it is coded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coding.moment.dimensions import by_documents, by_participants
from coding.moment.moment import Moment
from corpus.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class PersonCounts:
    """`words` are runs of letters and digits outside the interviewer's turns, `codings` distinct spans."""

    words: int
    codings: int


def counts(moment: Moment, progress: Progress = silent) -> dict[int | None, PersonCounts]:
    """Return words and codings by participant; None stands for what is nobody's who is known.

    What two participants are heard in counts for both.
    """
    progress(0, 2, "")
    people = by_participants(moment)
    size = len(people.labels)
    spoken = np.bincount(people.units("word")[0], minlength=size).tolist()
    progress(1, 2, "")
    coded = np.bincount(people.units("item")[0], minlength=size).tolist()
    found: dict[int | None, PersonCounts] = {}
    for label, words, codings in zip(people.labels, spoken, coded, strict=True):
        found[label.key if isinstance(label.key, int) else None] = PersonCounts(words, codings)
    return found


def words_by_document(moment: Moment) -> dict[int, int]:
    """Return the words of each document, outside the interviewer's turns."""
    papers = by_documents(moment)
    sizes = np.bincount(papers.units("word")[0], minlength=len(papers.labels)).tolist()
    return {int(label.key or 0): size for label, size in zip(papers.labels, sizes, strict=True)}
