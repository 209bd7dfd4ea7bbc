"""Tables of the interview guide: its versions, their questions, and where each was asked."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Anchored, Watched, now, optional, owned


class Guide(Watched):
    """One version of the interview guide."""

    __tablename__ = "guide"

    name: Mapped[str]
    used_from: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[str] = mapped_column(default=now)


class Question(Watched):
    """A question of one version of the guide; `follows_id` is the one that it carries on from an earlier version."""

    __tablename__ = "question"

    guide_id: Mapped[int] = owned("guide")
    follows_id: Mapped[int | None] = optional("question")
    text: Mapped[str]
    topic: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Asking(Anchored):
    """Where a document holds a question: `state` is asked, otherwise (in other words) or not asked.

    The place is the interviewer's words; a question not asked is of the whole document. `origin` is found or manual,
    and `score` the likeness that it was found by, 0 to 1.
    """

    __tablename__ = "asking"

    question_id: Mapped[int] = owned("question")
    document_id: Mapped[int] = owned("document")
    state: Mapped[str] = mapped_column(default="asked")
    origin: Mapped[str] = mapped_column(default="manual")
    score: Mapped[float | None]
    coder_id: Mapped[int | None] = optional("coder")
