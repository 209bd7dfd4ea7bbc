"""What was sent to a journal, and what its reviewers remarked."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Watched, finely, optional, owned


class Submission(Watched):
    """What was sent, kept by name: the study as it stood, and the article if given, are content by their hash."""

    __tablename__ = "submission"

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    study_sha: Mapped[str]
    article_sha: Mapped[str | None]
    article_name: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=finely)


class Remark(Watched):
    """What a reviewer or supervisor said of a submission, or of the study; what answers it, if anything does."""

    __tablename__ = "remark"

    submission_id: Mapped[int | None] = optional("submission")
    who: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    memo_id: Mapped[int | None] = optional("memo")
    code_id: Mapped[int | None] = optional("code")
    document_id: Mapped[int | None] = optional("document")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=finely)
