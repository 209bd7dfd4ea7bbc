"""What goes with documents that are removed; memos stay, and keep what they were about (`corpus/leaving.py`)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from coding import blind
from coding.codebook.removal import Consequences
from corpus import documents
from corpus.model import Coding, Excerpt, Judgement
from corpus.store.project import Project


def consequences(project: Project, keys: Collection[int]) -> Consequences:
    """Say what `documents.remove` would take with these documents."""
    with project.read() as session:
        named = ", ".join(documents.get(project, key).name for key in keys)
        coded = Coding.document_id.in_(keys)
        codings, judgements, excerpts = (
            session.scalar(select(func.count()).select_from(stored).where(condition)) or 0
            for stored, condition in (
                (Coding, coded & blind.seen(project, session, Coding)),
                (
                    Judgement,
                    Judgement.coding_id.in_(select(Coding.id).where(coded)) & blind.seen(project, session, Judgement),
                ),
                (Excerpt, Excerpt.document_id.in_(keys) & blind.seen(project, session, Excerpt)),
            )
        )
    return Consequences(
        named,
        codes=0,
        codings=codings,
        documents=0,
        links=0,
        judgements=judgements,
        excerpts=excerpts,
        memos=0,
        unseen=not blind.hidden(project).isdisjoint(keys),
    )
