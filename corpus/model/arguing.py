"""Tables of what a study claims, of what bears on it, and of what is written where participants and concepts meet."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Anchored, Watched, now, optional, owned, part_of


class Assertion(Watched):
    """A sentence of the results; one without words is still to be worded, and keeps what was said of its concept.

    `rivals` are other explanations of what it says.
    """

    __tablename__ = "assertion"

    text: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    rivals: Mapped[str] = mapped_column(default="")
    code_id: Mapped[int | None] = optional("code")
    position: Mapped[int] = mapped_column(default=0)
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Bearing(Anchored):
    """What a coding, or words, do to an assertion: `stance` is supports, nuances or contradicts.

    With a coding it stands where that does and has no place of its own. Without a stance it says that this coder takes
    none, whatever another took before.
    """

    __tablename__ = "bearing"

    assertion_id: Mapped[int] = owned("assertion")
    document_id: Mapped[int | None] = part_of("document")
    coding_id: Mapped[int | None] = part_of("coding")
    stance: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Summary(Watched):
    """What a researcher writes of a participant and a concept: one text where the two meet."""

    __tablename__ = "summary"

    participant_id: Mapped[int] = owned("participant")
    code_id: Mapped[int] = owned("code")
    text: Mapped[str]
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)
