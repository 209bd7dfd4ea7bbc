"""Who worked on which documents: what a coder never read is missing for them, and no refusal of its codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from corpus.model import Assignment, Document, Exposure, Reading


@dataclass(frozen=True)
class Work:
    """By document in order, a bit for each of the coders that worked there.

    A document is worked on by who coded there, was given it, or declared it begun or read. `hidden` are the documents
    in which the coder at the desk codes blind, and `informed` those in which suggestions were shown to one of them.
    """

    by_document: Mapping[int, int]
    hidden: tuple[int, ...]
    informed: frozenset[int]

    @property
    def shared(self) -> tuple[int, ...]:
        """The documents that two or more of them worked on, and that are not hidden."""
        return tuple(key for key, who in self.by_document.items() if who.bit_count() > 1 and key not in self.hidden)

    @property
    def apart(self) -> tuple[int, ...]:
        """The documents that one of them alone worked on."""
        return tuple(key for key, who in self.by_document.items() if who.bit_count() == 1 and key not in self.hidden)

    def raters(self, documents: Sequence[int]) -> Ints:
        """Return who worked on each of these documents."""
        return np.array([self.by_document[key] for key in documents], np.int64)


def work(moment: Moment, coders: Sequence[int]) -> Work:
    """Return where these coders, by key, worked, within the sets that are asked for."""
    place = {key: n for n, key in enumerate(coders)}
    found = {info.key: 0 for info in shown.documents(moment)}
    for document, coder in _pairs(moment, coders):
        if document in found:
            found[document] |= 1 << place[coder]
    names = [moment.read.coders[key] for key in coders]
    with moment.project.read() as session:
        seen = select(Document.id).join(Exposure, Exposure.document_uid == Document.uid)
        informed = frozenset(session.scalars(seen.where(Exposure.coder.in_(names))))
    return Work(found, tuple(key for key in found if key in moment.read.blind), informed)


def _pairs(moment: Moment, coders: Sequence[int]) -> set[tuple[int, int]]:
    """Return (document, coder) where one worked on the other."""
    table = moment.codings.table
    mine = table[np.isin(table[:, 5], list(coders))]
    found = {(document, coder) for document, coder in np.unique(mine[:, [1, 5]], axis=0).tolist()}
    with moment.project.read() as session:
        for stored in (Assignment, Reading):
            rows = session.execute(select(stored.document_id, stored.coder_id).where(stored.coder_id.in_(coders)))
            found.update((document, coder) for document, coder in rows)
    return found
