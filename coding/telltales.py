"""Telltales: words by which whoever says them might be known, flagged by hand and remembered.

A turn of phrase, a date or a figure tells who speaks as surely as a name, and no list of names finds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import delete, select

from corpus import anchors
from corpus.anchors import Anchor
from corpus.cleaning import clean_line
from corpus.errors import CodingError, NothingThere
from corpus.model import Coder, Telltale
from corpus.our_words import ListedWords
from corpus.store.project import Project

Kind = Literal["phrase", "date", "figure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Place = tuple[int, int, int]
_row = Telltale


@dataclass(frozen=True, slots=True)
class TelltaleInfo:
    """Words from `start` to `end` of a document; `note` says why they single out."""

    key: int
    document: int
    start: int
    end: int
    kind: Kind
    note: str
    coder: str

    @property
    def place(self) -> Place:
        """Where the words are."""
        return self.document, self.start, self.end


def add(project: Project, anchor: Anchor, kind: str, note: str = "") -> int:
    """Flag words and return the key; of words that are flagged already kind and note are changed."""
    if kind not in KINDS:
        raise CodingError("Words single out by a {kinds}, not by a {kind}.", kinds=ListedWords(KINDS), kind=kind)
    with project.change("Flag words that single out") as session:
        if anchors.stored(session, anchor).span is None:
            raise CodingError("Words are flagged, not a whole document or a region.")
        row = session.scalar(select(Telltale).where(anchors.at(Telltale, anchor)))
        if row is None:
            row = Telltale(**anchors.fields(anchor), coder_id=project.coder_key(session), kind=kind)
            session.add(row)
        row.kind, row.note = kind, clean_line(note)
        session.flush()
        return row.id


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take flags off; the words stay as they are."""
    with project.change("Take flags off words") as session:
        wanted = list(keys)
        if len(session.scalars(select(Telltale.id).where(Telltale.id.in_(wanted))).all()) < len(set(wanted)):
            raise NothingThere("These words are no longer flagged.")
        session.execute(delete(Telltale).where(Telltale.id.in_(wanted)))


def listed(project: Project) -> list[TelltaleInfo]:
    """Return the flagged words by document and place."""
    query = (
        select(_row.id, _row.document_id, _row.start, _row.end, _row.kind, _row.note, Coder.name)
        .join(Coder, Coder.id == _row.coder_id)
        .where(anchors.of_words(_row))
        .order_by(_row.document_id, _row.start, _row.id)
    )
    with project.read() as session:
        rows = [row for row in session.execute(query).all() if row.kind in KINDS]
        return [TelltaleInfo(*row) for row in rows]  # type: ignore[arg-type]  # those on words have both ends


def find(project: Project, anchor: Anchor) -> TelltaleInfo:
    """Return the flag on exactly these words; raises `NothingThere`."""
    place = (anchor.document, anchor.start, anchor.end)
    found = next((one for one in listed(project) if one.place == place), None)
    if found is None:
        raise NothingThere("These words are no longer flagged.")
    return found
