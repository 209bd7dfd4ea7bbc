"""Numbers drawn by lot: what stands for a name tells nothing of a table's order, nor of who came first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import SystemRandom
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.model import Content, Document, Organisation, Participant
from corpus.store import sqlite

_FEWEST = 90  # numbers that are drawn from, at least
_TRIES = 8  # as most are free, one of these is


class Chance(Protocol):
    """What chooses."""

    def choice(self, seq: Sequence[int]) -> int:
        """Return one of these numbers."""


chance: Chance = SystemRandom()


def draw(taken: set[int]) -> int:
    """Draw a number that is not taken, from three times as many as are or more; it is taken then."""
    every = range(1, max(_FEWEST, 3 * len(taken)) + 1)
    tried = (chance.choice(every) for _ in range(_TRIES))
    drawn = next((one for one in tried if one not in taken), None)
    if drawn is None:
        drawn = chance.choice([one for one in every if one not in taken])
    taken.add(drawn)
    return drawn


def taken(session: Session, table: type[Participant] | type[Organisation]) -> set[int]:
    """Return the numbers that participants, or organisations, have drawn, and those that texts have in brackets."""
    drawn = {lot for lot in session.scalars(select(table.lot)) if lot is not None}
    return drawn | said(session, table.__tablename__)


def said(session: Session, noun: str) -> set[int]:
    """Return the numbers of `[personne 7]` and the like in texts, as files that were pseudonymised before have them."""
    begun = f"[{noun} "
    texts = Content.sha256.in_(select(Document.text_sha))  # original files may be large, and are read by nobody
    bodies = session.scalars(select(Content.body).where(texts, sqlite.holding(Content.body, begun.encode())))
    sought = re.compile(re.escape(begun).encode() + rb"(\d{1,6})\]")
    return {int(one) for body in bodies for one in sought.findall(body)}
