"""Whether a study declares a reflexive approach, in which coders do without agreement (Braun and Clarke 2021)."""

from __future__ import annotations

from sqlalchemy import select

from corpus.errors import NothingThere
from corpus.model import Study
from corpus.store.project import Project

_REFLEXIVE = "reflexive"


def reflexive(project: Project) -> bool:
    """Say whether the study declares it."""
    with project.read() as session:
        return session.scalar(select(Study.approach).limit(1)) == _REFLEXIVE


def declare(project: Project, *, reflexive: bool) -> None:
    """Declare a reflexive approach, or no longer."""
    with project.change("Declare the approach") as session:
        row = session.scalar(select(Study).limit(1))
        if row is None:
            raise NothingThere("This project has no study to say it of.")
        row.approach = _REFLEXIVE if reflexive else None
