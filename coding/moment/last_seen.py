"""Eyes: when a person last had each coding before their eyes, so that what only was proposed can be told apart.

A link proposes all that its code is on, and a coding made at once with many others proposes itself. Both are read once
somebody opens the words, or decides on them, afterwards; who codes words by hand has read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codings import AUTO, BY_HAND
from coding.moment.rows import ORIGINS
from corpus.model import Coder, Coding, Opened
from corpus.store import columns, sqlite
from corpus.store.history import WrittenRows

Ints = NDArray[np.int64]
_FEW = 2_000  # codings up to which single ones are read again
_OPENED = (
    select(Coding.id, Coder.id, sqlite.milliseconds(Opened.at))
    .join(Coding, Coding.uid == Opened.coding_uid)
    .outerjoin(Coder, Coder.name == Opened.coder)
)
_HAND, _AUTO = [ORIGINS.index(one) for one in BY_HAND], ORIGINS.index(AUTO)


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
    """`opened` is (n, 3): coding, coder, when a coding was last before a coder's eyes."""

    opened: Ints

    @classmethod
    def read(cls, session: Session) -> Self:
        """Read when every coding was opened."""
        return cls(columns.read(session, _OPENED))

    @staticmethod
    def mended(session: Session, before: Eyes, keys: frozenset[int]) -> Eyes:
        """Return `before` with what is said of the codings of these keys as it is now; itself where nothing was."""
        if len(keys) > _FEW:
            return Eyes.read(session)
        new = columns.these(session, _OPENED, Coding.id, keys)
        kept = columns.without(before.opened, keys)
        return Eyes(np.concatenate([kept, new])) if kept is not before.opened or len(new) else before

    @staticmethod
    def carried(session: Session, before: Eyes, written: WrittenRows) -> Eyes:
        """Return `before` after a correction of a text, which does not matter to what was seen."""
        keys = written.of(Coding.__tablename__) | written.of(Opened.__tablename__)
        return Eyes.mended(session, before, keys)

    def of(self, keys: Ints, origins: Ints, made: Ints, coders: frozenset[int] | None) -> Seen:
        """Return what was seen of codings, as `Coded` has them, by all coders or by these.

        Who codes by hand has seen what they coded.
        """
        opened = self.opened
        if coders is not None:
            opened = opened[np.isin(opened[:, 1], list(coders))]
        latest = np.zeros(int(max(keys.max(initial=0), opened[:, 0].max(initial=0))) + 1, np.int64)
        np.maximum.at(latest, opened[:, 0], opened[:, 2])
        at = latest[keys]
        fresh = (origins == _AUTO) & (at <= made)
        return Seen(np.where(np.isin(origins, _HAND), np.maximum(at, made), at), fresh)
