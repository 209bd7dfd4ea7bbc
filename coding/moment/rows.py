"""What coders made, as rows of numbers: codings, and decisions on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from coding import assertions
from corpus import anchors
from corpus.model import Coding, Document, Judgement
from corpus.store import columns, sqlite
from corpus.store.history import WrittenRows

Ints = NDArray[np.int64]
_FEW = 2_000  # codings up to which single ones are read again


class Weighed(NamedTuple):
    """What was decided on a coding for a code: the verdict, and what it does to the code's assertions."""

    verdict: str
    stance: str | None


UNWEIGHED = Weighed("", None)


ORIGINS = ("manual", "in vivo", "suggestion", "import", "auto")
SUGGESTED = ORIGINS.index("suggestion")


@dataclass(frozen=True)
class Codings:
    """All codings: `table` is (n, 9) int64: key, document, code, start, end, coder, 1 where whole, place in `ORIGINS`,
    when it was made, in milliseconds since 1970.

    In document order; a coding on a whole document goes from its first to its last character. `mark` tells one reading
    from others; one that was mended says from which, and in which documents it differs.
    """

    table: Ints
    mark: object = field(default_factory=object, compare=False, repr=False)
    mended_from: object = field(default=None, compare=False, repr=False)
    documents: tuple[int, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, session: Session) -> Self:
        """Read every coding."""
        return cls(_ordered(columns.read(session, _CODINGS)))

    @staticmethod
    def mended(session: Session, before: Codings, keys: frozenset[int]) -> Codings:
        """Return `before` with the codings of these keys as they are now."""
        if len(keys) > _FEW:
            return Codings.of(session)
        return Codings._mended(session, before, keys, before.table, ())

    @staticmethod
    def carried(session: Session, before: Codings, written: WrittenRows) -> Codings | None:
        """Return `before` after a correction of a text, with which most codings only moved; None where many did not."""
        table, corrected = before.table.copy(), written.of(Document.__tablename__)
        wholes = table[(table[:, 6] == 1) & np.isin(table[:, 1], [*corrected]), 0]
        keys = written.of(Coding.__tablename__) | set(wholes.tolist())
        if len(keys) > _FEW:
            return None
        moves = [move for move in written.moves if move.stored == Coding.__tablename__]
        for move in moves:
            here = (table[:, 1] == move.document) & (table[:, 3] >= move.start) & (table[:, 6] == 0)
            table[here & ~np.isin(table[:, 0], move.apart), 3:5] += move.by
        return Codings._mended(session, before, keys, table, {move.document for move in moves})

    @staticmethod
    def _mended(session: Session, before: Codings, keys: frozenset[int], table: Ints, moved: Iterable[int]) -> Codings:
        new = columns.these(session, _CODINGS, Coding.id, keys)
        gone = np.isin(table[:, 0], list(keys))
        documents = tuple({*table[gone, 1].tolist(), *new[:, 1].tolist(), *moved})
        pieces, at = list[Ints](), 0
        for document in sorted(documents):
            low, high = before._stretch(document)
            here = table[low:high][~gone[low:high]]
            pieces += [table[at:low], _put_in(here, new[new[:, 1] == document])]
            at = high
        return Codings(np.concatenate([*pieces, table[at:]]), mended_from=before.mark, documents=documents)

    def without(self, documents: frozenset[int], coders: frozenset[int]) -> Codings:
        """Return these without what others than `coders` did in `documents`."""
        table = self.table
        return Codings(table[~np.isin(table[:, 1], list(documents)) | np.isin(table[:, 5], list(coders))])

    def but(self, coders: frozenset[int]) -> Codings:
        """Return these without what these coders did."""
        return Codings(self.table[~np.isin(self.table[:, 5], list(coders))])

    def _stretch(self, document: int) -> tuple[int, int]:
        """Return where the rows of a document begin and end: they stand beside each other."""
        low, high = np.searchsorted(self.table[:, 1], (document, document + 1)).tolist()
        return low, high

    def within(self, documents: Iterable[int]) -> Ints:
        """Return the rows of these documents, in document order."""
        return np.concatenate([self.table[:0], *(self.table[slice(*self._stretch(one))] for one in sorted(documents))])


_WHOLE = select(Document.characters).where(Document.id == Coding.document_id).scalar_subquery()
_CODINGS = select(
    Coding.id,
    Coding.document_id,
    Coding.code_id,
    func.coalesce(Coding.start, 0),
    func.coalesce(Coding.end, _WHOLE),
    Coding.coder_id,
    Coding.start.is_(None),
    case({name: n for n, name in enumerate(ORIGINS)}, value=Coding.origin, else_=0),
    sqlite.milliseconds(Coding.created_at),
).where(anchors.of_text(Coding))


def _ordered(table: Ints) -> Ints:
    return table[np.lexsort((table[:, 0], table[:, 5], table[:, 4], table[:, 3], table[:, 1]))]


def _put_in(here: Ints, new: Ints) -> Ints:
    """Return rows of a document, which are in order, with others: only those beside the new ones are ordered anew."""
    if not len(new):
        return here
    low = np.searchsorted(here[:, 3], new[:, 3].min())
    high = np.searchsorted(here[:, 3], new[:, 3].max(), side="right")
    return np.concatenate([here[:low], _ordered(np.concatenate([here[low:high], new])), here[high:]])


@dataclass(frozen=True)
class Decisions:
    """All that was decided of codings, the latest last: judgements as coder, coding, code and verdict, and `stances` as
    coder, coding, code, assertion of the code, and what the coding does to that.
    """

    rows: tuple[tuple[int, int, int, str], ...]
    stances: tuple[tuple[int, int, int, int, str | None], ...] = ()

    @classmethod
    def of(cls, session: Session) -> Self:
        """Read every judgement, and every stance a coding has towards an assertion of a code."""
        said = session.execute(
            select(Judgement.coder_id, Judgement.coding_id, Judgement.code_id, Judgement.verdict).order_by(
                Judgement.created_at, Judgement.id
            )
        )
        rows = tuple((who, coding, code, verdict) for who, coding, code, verdict in said)
        return cls(rows, tuple(assertions.stances(session)))

    def without(self, codings: Ints, coders: frozenset[int]) -> Decisions:
        """Return these without what others than `coders` decided on `codings`, by key."""
        unseen = set(codings.tolist())
        return Decisions(
            tuple(row for row in self.rows if row[0] in coders or row[1] not in unseen),
            tuple(row for row in self.stances if row[0] in coders or row[1] not in unseen),
        )

    def weighed(self, coders: frozenset[int] | None) -> dict[int, dict[int, Weighed]]:
        """Return what counts by code and coding: the latest verdict and stances, of all or of these coders."""
        found: dict[int, dict[int, Weighed]] = {}
        for who, coding, code, verdict in self.rows:
            if coders is None or who in coders:
                found.setdefault(code, {})[coding] = Weighed(verdict, None)
        taken: dict[tuple[int, int], dict[int, str | None]] = {}
        for who, coding, code, assertion, stance in self.stances:
            if coders is None or who in coders:
                taken.setdefault((code, coding), {})[assertion] = stance
        for (code, coding), said in taken.items():
            if (stance := assertions.summed(said.values())) is not None:
                of_code = found.setdefault(code, {})
                of_code[coding] = Weighed(of_code.get(coding, UNWEIGHED).verdict, stance)
        return found
