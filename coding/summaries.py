"""Summaries: what a researcher writes of a participant and a concept, where the two meet in the framework matrix."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from coding.codebook import codes
from corpus.cleaning import clean_text
from corpus.errors import NothingThere
from corpus.model import Coder, Participant, Summary, now
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class SummaryInfo:
    """What was written of a participant and a code, and who wrote it last."""

    participant: int
    code: int
    text: str
    coder: str


def write(project: Project, participant: int, code: int, text: str) -> None:
    """Let this be what is written of a participant and a code; no words take it away."""
    said = clean_text(text).strip()
    with project.change("Write summary") as session:
        codes.row(session, code)
        if session.get(Participant, participant) is None:
            raise NothingThere("This participant is no longer in the project.")
        here = (Summary.participant_id == participant, Summary.code_id == code)
        row = session.scalar(select(Summary).where(*here))
        if row is None and said:
            coder = project.coder_key(session)
            session.add(Summary(participant_id=participant, code_id=code, text=said, coder_id=coder))
        elif row is not None and not said:
            session.delete(row)
        elif row is not None and row.text != said:
            row.text, row.coder_id, row.created_at = said, project.coder_key(session), now()


def listed(project: Project) -> list[SummaryInfo]:
    """Return all that was written, by participant and code."""
    query = (
        select(Summary.participant_id, Summary.code_id, Summary.text, Coder.name)
        .join(Coder, Coder.id == Summary.coder_id)
        .order_by(Summary.participant_id, Summary.code_id)
    )
    with project.read() as session:
        return [SummaryInfo(*row) for row in session.execute(query)]
