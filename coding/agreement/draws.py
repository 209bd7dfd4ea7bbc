"""What is to be coded twice, drawn by lot: documents or passages, by a seed that is kept with what it gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from sqlalchemy import select

from coding import blind
from coding.moment import shown
from coding.moment.moment import Moment
from corpus import anchors
from corpus.anchors import Anchor
from corpus.errors import CodingError, NothingThere
from corpus.model import Coder, Draw, Drawn
from corpus.store.project import Project

Unit = Literal["documents", "passages"]
UNITS: tuple[Unit, ...] = ("documents", "passages")


@dataclass(frozen=True, slots=True)
class DrawInfo:
    """What was drawn, by document and words, from `among` that there were, by whom and when."""

    key: int
    unit: str
    seed: int
    among: int
    coder: str
    at: str
    places: tuple[Anchor, ...]


def draw(moment: Moment, unit: Unit, number: int, seed: int, *, to: str | None = None) -> int:
    """Draw documents, or passages that no interviewer says, within what a view shows, and keep them.

    `to` is given the documents, blind. The same seed draws the same from the same study.
    """
    if unit not in UNITS:
        raise CodingError("One draws documents or passages, not {unit}.", unit=unit)
    every = population(moment, unit)
    if not 1 <= number <= len(every):
        raise CodingError("Of {among} one can draw from 1 to {among}, not {number}.", among=len(every), number=number)
    lot = np.random.default_rng(seed).choice(len(every), number, replace=False)
    chosen = [every[n] for n in sorted(lot.tolist())]
    project = moment.project
    with project.change("Draw what is coded twice") as session:
        made = Draw(unit=unit, seed=seed, among=len(every), coder_id=project.coder_key(session))
        session.add(made)
        session.flush()
        session.add_all([Drawn(draw_id=made.id, **anchors.fields(place)) for place in chosen])
        if to is not None:
            blind.assign(project, (place.document for place in chosen), to, blind=True)
        return made.id


def population(moment: Moment, unit: Unit) -> list[Anchor]:
    """Return all that can be drawn, by name of document and position."""
    documents = [info.key for info in shown.documents(moment)]
    if unit == "documents":
        return [anchors.whole(key) for key in documents]
    found = []
    for key in documents:
        rows = moment.passages[slice(*moment.voices.runs.get(key, (0, 0)))]
        said = moment.talks[slice(*moment.voices.runs.get(key, (0, 0)))]
        found += [anchors.words(key, start, end) for _, _, start, end, _ in rows[said].tolist()]
    return found


def listed(project: Project) -> list[DrawInfo]:
    """Return what was drawn, the first first."""
    with project.read() as session:
        places: dict[int, list[Anchor]] = {}
        for row in session.scalars(select(Drawn).order_by(Drawn.id)):
            places.setdefault(row.draw_id, []).append(anchors.of_row(row))
        query = select(Draw.id, Draw.unit, Draw.seed, Draw.among, Coder.name, Draw.created_at)
        rows = session.execute(query.join(Coder, Coder.id == Draw.coder_id).order_by(Draw.id)).all()
    return [DrawInfo(*row, tuple(places.get(row[0], ()))) for row in rows]


def remove(project: Project, key: int) -> None:
    """Forget what was drawn; what was given to coders stays theirs."""
    with project.change("Remove draw") as session:
        row = session.get(Draw, key)
        if row is None:
            raise NothingThere("Nothing was drawn under this number.")
        session.delete(row)
