"""Saved matrices: choices of rows, columns and cell kept by name; the numbers are counted anew each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self, cast, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.arranging import ORDERS, PERCENTS, PLAIN, Shape
from coding.tables.matrices import Matrix
from corpus import name_lookup
from corpus.cleaning import clean_line
from corpus.errors import CodingError, NothingThere
from corpus.model import SavedMatrix
from corpus.progress import Progress, silent
from corpus.store.project import Project

EVIDENCE = get_args(Ways)


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What is counted, as `matrices.build` takes it; `coder` is empty for all, `mask` hides the confidential.

    `within` are the sets that are counted, by uid; `human` leaves out what came from suggestions, `reread` what was
    proposed and never read again; `shape` says how the numbers are read.
    """

    rows: str = "documents"
    columns: str = "codes"
    cell: str = "passages"
    evidence: str = "both"
    coder: str = ""
    interviewer: bool = False
    where: Mapping[str, str] = field(default_factory=dict)
    mask: bool = False
    within: tuple[str, ...] = ()
    human: bool = False
    reread: bool = False
    shape: Shape = PLAIN

    def options(self) -> dict[str, Any]:
        """Return what is kept beside rows, columns and cell."""
        return {
            "evidence": self.evidence,
            "coder": self.coder,
            "interviewer": self.interviewer,
            "where": dict(self.where),
            "mask": self.mask,
            "within": list(self.within),
            "human": self.human,
            "reread": self.reread,
            "percent": self.shape.percent,
            "sort": self.shape.order,
            "totals": self.shape.totals,
            "tidy": self.shape.tidy,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read what was kept; what can't be read is as at first."""
        made = cls()
        for name in ("rows", "columns", "coder"):
            if isinstance(kept.get(name), str):
                made = replace(made, **{name: kept[name]})
        where, within = kept.get("where"), kept.get("within")
        return replace(
            made,
            cell=kept["cell"] if kept.get("cell") in matrices.CELLS else made.cell,
            evidence=kept["evidence"] if kept.get("evidence") in EVIDENCE else made.evidence,
            interviewer=kept.get("interviewer") is True,
            mask=kept.get("mask") is True,
            human=kept.get("human") is True,
            reread=kept.get("reread") is True,
            where={str(k): str(v) for k, v in where.items()} if isinstance(where, Mapping) else {},
            within=tuple(map(str, within)) if isinstance(within, list) else (),
            shape=_shape(kept),
        )

    def kept(self) -> dict[str, Any]:
        """Return all of it as JSON values."""
        return {"rows": self.rows, "columns": self.columns, "cell": self.cell, **self.options()}

    def counted(self, moment: Moment, progress: Progress = silent) -> Matrix:
        """Count it in a moment, in the view that is chosen."""
        seen = moment.viewed(
            layer=self.coder or moment.layer,
            masking=self.mask,
            interviewer=self.interviewer,
            where=self.where,
            within=self.within,
            human=self.human or moment.human,
            reread=self.reread or moment.reread,
        )
        ways = cast(Ways, self.evidence)
        return matrices.build(seen, self.rows, self.columns, self.cell, evidence=ways, progress=progress)


def _shape(kept: Mapping[str, Any]) -> Shape:
    percent, order = kept.get("percent"), kept.get("sort")
    return Shape(
        percent if percent in PERCENTS else "",
        order if order in ORDERS else "",
        kept.get("totals") is True,
        kept.get("tidy") is True,
    )


@dataclass(frozen=True, slots=True)
class SavedInfo:
    """A choice kept by name."""

    key: int
    name: str
    choice: MatrixChoice


def save(project: Project, name: str, choice: MatrixChoice) -> int:
    """Keep a choice under `name` and return its key; one that has the name already gives way."""
    with project.change("Keep matrix") as session:
        name = _clean(name)
        row = _called(session, name)
        if row is None:
            row = SavedMatrix(name=name)
            session.add(row)
        row.rows, row.columns, row.cell, row.options = choice.rows, choice.columns, choice.cell, choice.options()
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give a kept matrix another name; a name that is taken is refused."""
    with project.change("Rename matrix") as session:
        row, name = _row(session, key), _clean(name)
        other = _called(session, name)
        if other is not None and other.id != key:
            raise CodingError("Another matrix is called {name}.", name=name)
        row.name = name


def remove(project: Project, key: int) -> None:
    """Forget a kept matrix."""
    with project.change("Remove matrix") as session:
        session.delete(_row(session, key))


def listed(project: Project) -> list[SavedInfo]:
    """Return the kept matrices by name."""
    with project.read() as session:
        rows = session.scalars(select(SavedMatrix).order_by(SavedMatrix.name, SavedMatrix.id))
        return [SavedInfo(row.id, row.name, _read(row)) for row in rows]


def find(project: Project, name: str) -> SavedInfo:
    """Return the matrix kept by that name, see `name_lookup.one`; raises `NothingThere`."""
    known = listed(project)
    found = name_lookup.one(known, name)
    if found is not None:
        return found
    near = name_lookup.nearest(known, name)
    raise NothingThere(
        "No matrix is kept as {name}; is {near} meant?" if near else "No matrix is kept as {name}.",
        name=name,
        near=near,
    )


def _read(row: SavedMatrix) -> MatrixChoice:
    options = row.options if isinstance(row.options, Mapping) else {}
    return MatrixChoice.of({**options, "rows": row.rows, "columns": row.columns, "cell": row.cell})


def _clean(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise CodingError("A matrix needs a name.")
    return name


def _called(session: Session, name: str) -> SavedMatrix | None:
    rows = session.scalars(select(SavedMatrix).order_by(SavedMatrix.id))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _row(session: Session, key: int) -> SavedMatrix:
    row = session.get(SavedMatrix, key)
    if row is None:
        raise NothingThere("This matrix is no longer kept.")
    return row
