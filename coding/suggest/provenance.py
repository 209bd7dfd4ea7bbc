"""Where a coding came from: what was suggested, by which model, and who decided so, when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from coding import blind
from coding.codebook.tree import label
from coding.suggest.records import Reason
from corpus.model import Code, Coder, Coding, Verdict
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class Provenance:
    """The suggestion behind a coding, as it stood when `coder` decided on it.

    `start` and `end` are code points in the document; `decision` is accepted, or changed where the coder put another
    code (`chosen`) or chose other words; `basis` is codings or definition; `decided_at` is UTC in ISO 8601. `reasons`
    are the words that the score was made of, strongest first. `score` is in log-odds, and `chance` how often such a
    score was right, 0 to 1; each is None where it was not kept.
    """

    coding: int
    verdict: int
    document: int
    start: int
    end: int
    code: int
    label: str
    chosen: int | None
    chosen_label: str | None
    score: float | None
    chance: float | None
    basis: str
    reasons: tuple[Reason, ...]
    model: str
    decision: str
    coder: str
    decided_at: str


def of_coding(project: Project, coding: int) -> Provenance | None:
    """Return what was suggested where this coding is; None for one that comes from no suggestion."""
    return next(iter(_found(project, _query().where(Coding.id == coding))), None)


def listed(project: Project) -> list[Provenance]:
    """Return the suggestions behind all codings that came from one, in the order of documents and words."""
    return _found(project, _query().order_by(Coding.document_id, Coding.start, Coding.end, Coding.id))


def _query() -> Select[*tuple[Any, ...]]:
    chosen = aliased(Code)
    return (
        select(Coding.id, Verdict, Code.key, Code.name, chosen.key, chosen.name, Coder.name)
        .join(Verdict, Coding.verdict_id == Verdict.id)
        .join(Code, Code.id == Verdict.code_id)
        .outerjoin(chosen, chosen.id == Verdict.chosen_code_id)
        .join(Coder, Coder.id == Verdict.coder_id)
        .where(Coding.origin == "suggestion")
    )


def _found(project: Project, query: Select[*tuple[Any, ...]]) -> list[Provenance]:
    with project.read() as session:
        query = query.where(blind.seen(project, session, Coding))
        return [
            Provenance(
                coding=coding,
                verdict=made.id,
                document=made.document_id,
                start=made.start,
                end=made.end,
                code=made.code_id,
                label=label(short, name),
                chosen=made.chosen_code_id,
                chosen_label=None if chosen_name is None else label(chosen_short, chosen_name),
                score=made.score,
                chance=made.chance,
                basis=made.basis,
                reasons=tuple(Reason(*reason) for reason in made.reasons or ()),
                model=made.model,
                decision=made.decision,
                coder=coder,
                decided_at=made.decided_at,
            )
            for coding, made, short, name, chosen_short, chosen_name, coder in session.execute(query)
        ]
