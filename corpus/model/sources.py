"""Tables of the study, its documents, and the people in and around them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Anchored, Json, Spanned, Watched, now, optional, owned, part_of


class Study(Watched):
    """The one row that names the study; `approach` is reflexive where it says so, and no agreement is asked for."""

    __tablename__ = "project"

    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="fr")
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str] = mapped_column(default=now)
    approach: Mapped[str | None]


class Coder(Watched):
    """A person who codes; where `kind` is settled nobody, but the layer of what coders settled together."""

    __tablename__ = "coder"

    name: Mapped[str]
    colour: Mapped[str] = mapped_column(default="")
    kind: Mapped[str | None]


class Document(Watched):
    """An imported text; its words are content under `text_sha` and never change in place.

    `original_sha` and `part` say which document it is, `source` the file and the folders it was in.
    """

    __tablename__ = "document"

    name: Mapped[str] = mapped_column(index=True)
    text_sha: Mapped[str]
    original_sha: Mapped[str] = mapped_column(index=True)
    part: Mapped[str | None]
    source: Mapped[str | None]
    boxes_sha: Mapped[str | None]
    media_type: Mapped[str]
    encoding: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="fr")
    importer: Mapped[str]
    characters: Mapped[int]
    words: Mapped[int]
    imported_at: Mapped[str] = mapped_column(default=now)
    guide_id: Mapped[int | None] = optional("guide")


class Revision(Watched):
    """An earlier text of a document and how its offsets map to the next; `at` is when it gave way to that."""

    __tablename__ = "revision"

    document_id: Mapped[int] = owned("document")
    number: Mapped[int]
    text_sha: Mapped[str]
    map_sha: Mapped[str | None]
    coder_id: Mapped[int | None] = optional("coder")
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[str | None] = mapped_column(default=now)


class Media(Watched):
    """A sound or film that belongs to a document and stays outside the project file."""

    __tablename__ = "media"

    document_id: Mapped[int] = owned("document")
    path: Mapped[str]
    sha256: Mapped[str | None]
    duration_ms: Mapped[int | None]


class Participant(Watched):
    """A respondent or case of the study; `lot` is the number by which they are called where they may not be named.

    `left_out_on` is since when they are left out of analysis, ISO 8601.
    """

    __tablename__ = "participant"

    name: Mapped[str]
    confidential: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    lot: Mapped[int | None]
    left_out_on: Mapped[str | None]


class Participation(Watched):
    """A participant speaks in, or is the subject of, a document."""

    __tablename__ = "participation"

    participant_id: Mapped[int] = owned("participant")
    document_id: Mapped[int] = owned("document")


class Speaker(Watched):
    """Who talks in one document; `role` is interviewer, respondent or unknown."""

    __tablename__ = "speaker"

    document_id: Mapped[int] = owned("document")
    label: Mapped[str]
    role: Mapped[str] = mapped_column(default="unknown")
    participant_id: Mapped[int | None] = optional("participant")
    same_as: Mapped[str | None]


class Passage(Spanned):
    """The unit of search and suggestion; its page and its times are those of its words."""

    __tablename__ = "passage"
    __table_args__ = (Index("ix_passage_document_position", "document_id", "position"), Watched.__table_args__)

    document_id: Mapped[int] = owned("document", index=False)
    position: Mapped[int]
    kind: Mapped[str]
    speaker_id: Mapped[int | None] = optional("speaker")
    words: Mapped[int]
    page: Mapped[int | None]
    start_ms: Mapped[int | None]
    end_ms: Mapped[int | None]


class Attribute(Watched):
    """A column of what is known of documents, participants or organisations, as `subject` says.

    `type` is text, number, boolean, date, choice or ordered. `key` says which of the program's own it is, such as the
    date of an interview; `labels` what it is called by language; `choices` the values of a choice in their order, each
    with its labels by language; `recipe` how it was made from the attribute `made_from_id`. `confidential` says what
    becomes of it where somebody confidential has it: show, generalise (to `coarser`, else to the groups made from it)
    or hide.
    """

    __tablename__ = "attribute"

    name: Mapped[str]
    type: Mapped[str] = mapped_column(default="text")
    subject: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    key: Mapped[str | None]
    labels: Mapped[Any | None] = mapped_column(Json)
    choices: Mapped[Any | None] = mapped_column(Json)
    made_from_id: Mapped[int | None] = optional("attribute")
    recipe: Mapped[Any | None] = mapped_column(Json)
    confidential: Mapped[str | None]
    coarser: Mapped[str | None]


class AttributeValue(Watched):
    """One value of one attribute for one document, participant or organisation, as written."""

    __tablename__ = "attribute_value"

    attribute_id: Mapped[int] = owned("attribute")
    document_id: Mapped[int | None] = part_of("document")
    participant_id: Mapped[int | None] = part_of("participant")
    value: Mapped[str]
    organisation_id: Mapped[int | None] = part_of("organisation")


class Assignment(Watched):
    """A document given to a coder, perhaps blind to the others' codings."""

    __tablename__ = "assignment"

    coder_id: Mapped[int] = owned("coder")
    document_id: Mapped[int] = owned("document")
    blind: Mapped[bool] = mapped_column(default=False)
    first_pass_done_at: Mapped[str | None]


class Draw(Watched):
    """Documents or passages drawn by lot to be coded twice, as `unit` says, from `among` that there were by `seed`."""

    __tablename__ = "draw"

    unit: Mapped[str]
    seed: Mapped[int]
    among: Mapped[int]
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Drawn(Anchored):
    """One document, or one passage of it, that was drawn."""

    __tablename__ = "drawn"

    draw_id: Mapped[int] = owned("draw")
    document_id: Mapped[int] = owned("document")


class Choice(Watched):
    """What a coder chose in this study, where the audit trail is to say so; `value` is JSON."""

    __tablename__ = "choice"

    coder_id: Mapped[int] = owned("coder")
    name: Mapped[str]
    value: Mapped[Any] = mapped_column(Json)


class Reading(Watched):
    """How far a coder has read a document: in a cycle (descriptive or theoretical), or for a code that came late.

    `state` is begun or done. The first pass of the descriptive cycle is declared in an assignment.
    """

    __tablename__ = "reading"

    coder_id: Mapped[int] = owned("coder")
    document_id: Mapped[int] = owned("document")
    cycle: Mapped[str]
    code_id: Mapped[int | None] = part_of("code")
    state: Mapped[str] = mapped_column(default="done")
    at: Mapped[str] = mapped_column(default=now)


class Grouping(Watched):
    """A set of documents, participants or codes, as `kind` says: by hand, or of all that meet its `rule`."""

    __tablename__ = "grouping"

    name: Mapped[str]
    kind: Mapped[str]
    parent_id: Mapped[int | None] = part_of("grouping")
    position: Mapped[int] = mapped_column(default=0)
    rule: Mapped[Any | None] = mapped_column(Json)
    note: Mapped[str | None]


class GroupingMember(Watched):
    """One member of a grouping; exactly one target is set."""

    __tablename__ = "grouping_member"

    grouping_id: Mapped[int] = owned("grouping")
    document_id: Mapped[int | None] = part_of("document")
    participant_id: Mapped[int | None] = part_of("participant")
    code_id: Mapped[int | None] = part_of("code")


class Pseudonym(Watched):
    """What stands for a name in all that leaves the project; an empty replacement says that the words are no name.

    `kind` is what bears the name: a person, firm, brand, place, function, contact or other.
    """

    __tablename__ = "pseudonym"

    participant_id: Mapped[int | None] = part_of("participant")
    kind: Mapped[str | None]
    original: Mapped[str]
    replacement: Mapped[str]


class Replacement(Spanned):
    """One place in a document where a pseudonym stands for the original."""

    __tablename__ = "replacement"

    pseudonym_id: Mapped[int] = owned("pseudonym")
    document_id: Mapped[int] = owned("document")
