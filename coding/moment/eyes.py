"""Eyes: when a person last had each coding before their eyes, so that what only was proposed can be told apart.

A link proposes all that its code is on, and a coding made at once with many others proposes itself. Both are read once
somebody opens the words, or decides on them, afterwards; who codes words by hand has read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session

from coding.codings import AUTO, BY_HAND
from corpus.model import Coder, Coding, Opened
from corpus.store import columns, sqlite
from corpus.store.history import Written

Ints = NDArray[np.int64]
_FEW = 2_000  # codings up to which single ones are read again
_OPENED = (
    select(Coding.id, Coder.id, sqlite.milliseconds(Opened.at))
    .join(Coding, Coding.uid == Opened.coding_uid)
    .outerjoin(Coder, Coder.name == Opened.coder)
)
_MADE = select(
    Coding.id, Coding.coder_id, sqlite.milliseconds(Coding.created_at),
    case({**dict.fromkeys(BY_HAND, 1), AUTO: 2}, value=Coding.origin, else_=0),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Seen:
    """Of codings, row by row: when each was last seen (0: never), and whether it proposes itself and is `fresh`."""

    at: Ints
    fresh: NDArray[np.bool_]


def milliseconds(moment: str) -> int:
    """Return a moment as the project file writes it in milliseconds since 1970; 0 where it is none.

    >>> milliseconds("1970-01-01T00:00:02Z")
    2000
    """
    try:
        return round(datetime.fromisoformat(moment).timestamp() * 1000)
    except ValueError:
        return 0


@dataclass(frozen=True)
class Eyes:
    """`opened` is (n, 3): coding, coder, when; `made` (m, 4): coding, coder, when, 1 where by hand, 2 where `AUTO`."""

    opened: Ints
    made: Ints

    @classmethod
    def of(cls, session: Session) -> Self:
        """Read when every coding was opened and made."""
        return cls(columns.read(session, _OPENED), columns.read(session, _MADE))

    @staticmethod
    def mended(session: Session, before: Eyes, keys: frozenset[int]) -> Eyes:
        """Return `before` with what is said of the codings of these keys as it is now."""
        if len(keys) > _FEW:
            return Eyes.of(session)
        opened = _mended(session, _OPENED, before.opened, keys)
        return Eyes(opened, _mended(session, _MADE, before.made, keys))

    @staticmethod
    def carried(session: Session, before: Eyes, written: Written) -> Eyes:
        """Return `before` after a correction of a text, which does not matter to what was seen."""
        keys = written.of(Coding.__tablename__) | written.of(Opened.__tablename__)
        return Eyes.mended(session, before, keys)

    def of_codings(self, codings: Ints, coders: frozenset[int] | None) -> Seen:
        """Return what was seen of codings, by all coders or by these."""
        opened, made = (_by(table, coders) for table in (self.opened, self.made))
        size = int(max([codings.max(initial=0), self.made[:, 0].max(initial=0), opened[:, 0].max(initial=0)])) + 1
        at, born = np.zeros(size, np.int64), np.full(size, -1)
        np.maximum.at(at, opened[:, 0], opened[:, 2])
        auto = self.made[self.made[:, 3] == 2]
        born[auto[:, 0]] = auto[:, 2]
        fresh = at <= born
        hand = made[made[:, 3] == 1]
        np.maximum.at(at, hand[:, 0], hand[:, 2])
        return Seen(at[codings], fresh[codings])


def _by(table: Ints, coders: frozenset[int] | None) -> Ints:
    return table if coders is None else table[np.isin(table[:, 1], list(coders))]


def _mended(session: Session, query: Select[*tuple[Any, ...]], before: Ints, keys: frozenset[int]) -> Ints:
    new = columns.these(session, query, Coding.id, keys)
    gone = np.isin(before[:, 0], list(keys))
    return np.concatenate([before[~gone] if gone.any() else before, new])
