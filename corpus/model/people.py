"""Tables of who was asked: how they were found, whom they work for, what they agreed to, what they approved."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Watched, now, optional, owned, part_of


class Organisation(Watched):
    """A firm or other body that is a case of the study; it may be part of another.

    `lot` is the number by which it is called where it may not be named.
    """

    __tablename__ = "organisation"

    name: Mapped[str]
    parent_id: Mapped[int | None] = optional("organisation")
    confidential: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    lot: Mapped[int | None]


class Belonging(Watched):
    """A participant or a document is of an organisation; exactly one of the two is set."""

    __tablename__ = "belonging"

    organisation_id: Mapped[int] = owned("organisation")
    participant_id: Mapped[int | None] = part_of("participant")
    document_id: Mapped[int | None] = part_of("document")


class Consent(Watched):
    """What a participant agreed to by one form: of each use `yes`, `no`, or None where nothing was said.

    `form` is its version; dates are ISO 8601. Of several forms the one signed last counts.
    """

    __tablename__ = "consent"

    participant_id: Mapped[int] = owned("participant")
    form: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[str | None]
    withdraw_until: Mapped[str | None]
    keep_until: Mapped[str | None]
    withdrawn_on: Mapped[str | None]
    quotation: Mapped[str | None]
    firm: Mapped[str | None]
    archive: Mapped[str | None]
    recording: Mapped[str | None]
    images: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")


class Recruit(Watched):
    """Someone asked to take part; `status` is approached, accepted, refused, silent or withdrawn.

    `why` says why they were chosen, `reason` why they refused or withdrew, `channel` how they were reached.
    """

    __tablename__ = "recruit"

    name: Mapped[str]
    participant_id: Mapped[int | None] = optional("participant")
    organisation_id: Mapped[int | None] = optional("organisation")
    status: Mapped[str] = mapped_column(default="approached")
    approached_on: Mapped[str | None]
    answered_on: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Approval(Watched):
    """What was sent to a participant to approve.

    `what` is transcript or quotations, `answer` approved, changes or refused; `text_sha` is the text of the document as
    it was when it was sent.
    """

    __tablename__ = "approval"

    participant_id: Mapped[int] = owned("participant")
    document_id: Mapped[int | None] = part_of("document")
    what: Mapped[str]
    text_sha: Mapped[str | None]
    sent_on: Mapped[str | None]
    due_on: Mapped[str | None]
    answered_on: Mapped[str | None]
    answer: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str] = mapped_column(default=now)
