"""What a coder chose of suggestions, for this study: each choice is a change, so that the audit trail says so."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.errors import CodingError
from corpus.model import Choice, Coder
from corpus.store.project import Project

LEAST_RIGHT = 1 / 3
_EARLY, _LEAST = "suggestions.early", "suggestions.least_right"


def hide_before_first_pass(project: Project, hide: bool) -> None:
    """Choose whether this coder sees suggestions for a document only after the first pass over it."""
    if hide == hides_before_first_pass(project):
        return
    with project.change("Wait with suggestions" if hide else "See suggestions before the first pass") as session:
        _choose(project, session, _EARLY, not hide)


def hides_before_first_pass(project: Project) -> bool:
    """Say what this coder has chosen; at first, suggestions wait for the first pass."""
    return not _chosen(project, _EARLY, False)


def keep_least_right(project: Project, share: float) -> None:
    """Choose how often, from 0 to 1, a code has to have agreed on documents left out for it to be suggested."""
    if not 0 <= share <= 1:
        raise CodingError("A share is a number from 0 to 1, not {share}.", share=share)
    if share == least_right(project):
        return
    with project.change("Choose how often suggestions have to agree") as session:
        _choose(project, session, _LEAST, share)


def least_right(project: Project) -> float:
    """Say what this coder has chosen; at first, one in three."""
    found = _chosen(project, _LEAST, LEAST_RIGHT)
    return float(found) if isinstance(found, int | float) else LEAST_RIGHT


def _choose(project: Project, session: Session, name: str, value: Any) -> None:
    coder = project.coder_key(session)
    row = session.scalar(select(Choice).where(Choice.coder_id == coder, Choice.name == name))
    if row is None:
        session.add(Choice(coder_id=coder, name=name, value=value))
    else:
        row.value = value


def _chosen(project: Project, name: str, default: Any) -> Any:
    query = select(Choice.value).join(Coder, Coder.id == Choice.coder_id)
    with project.read() as session:
        found = session.scalar(query.where(Coder.name == project.coder, Choice.name == name))
    return default if found is None else found
