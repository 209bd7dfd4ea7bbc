"""Tables of codes and of what coders do with them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Anchored, Json, Spanned, Watched, finely, now, optional, owned, part_of


class Framework(Watched):
    """A theory in the project; `origin` is shipped, imported or grown."""

    __tablename__ = "framework"

    key: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    citation: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    version: Mapped[str]
    origin: Mapped[str] = mapped_column(default="shipped")
    forked_from: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class Code(Watched):
    """A code: of the inductive codebook when it has no framework, else of that framework."""

    __tablename__ = "code"

    framework_id: Mapped[int | None] = part_of("framework")
    key: Mapped[str | None] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(index=True)
    parent_id: Mapped[int | None] = part_of("code")
    position: Mapped[int] = mapped_column(default=0)
    level: Mapped[str | None]
    short: Mapped[str] = mapped_column(default="")
    definition: Mapped[str] = mapped_column(default="")
    include: Mapped[str] = mapped_column(default="")
    exclude: Mapped[str] = mapped_column(default="")
    typical: Mapped[str] = mapped_column(default="")
    atypical: Mapped[str] = mapped_column(default="")
    colour: Mapped[str] = mapped_column(default="")
    provenance: Mapped[str] = mapped_column(default="")
    in_vivo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[str] = mapped_column(default=now)


class Cue(Watched):
    """A phrase that hints at a code; `kind` is phrase or rule."""

    __tablename__ = "cue"

    code_id: Mapped[int] = owned("code")
    text: Mapped[str]
    kind: Mapped[str] = mapped_column(default="phrase")
    language: Mapped[str] = mapped_column(default="")


class Alias(Watched):
    """Another name under which a code is looked for."""

    __tablename__ = "alias"

    code_id: Mapped[int] = owned("code")
    name: Mapped[str]


class Coding(Anchored):
    """One code on one place by one coder; `origin` is manual, in vivo, suggestion, auto or import."""

    __tablename__ = "coding"
    # Not by where it stands, as a correction moves thousands.
    __table_args__ = (Index("ix_coding_document_code", "document_id", "code_id", "coder_id"), Watched.__table_args__)

    document_id: Mapped[int] = owned("document", index=False)
    code_id: Mapped[int] = owned("code")
    coder_id: Mapped[int] = owned("coder")
    origin: Mapped[str] = mapped_column(default="manual")
    verdict_id: Mapped[int | None] = optional("verdict")
    created_at: Mapped[str] = mapped_column(default=now)


class Link(Watched):
    """A descriptive code speaks for a theoretical one; `kind` is evidence or crosswalk, `mode` all or one_by_one."""

    __tablename__ = "link"  # made finely: what it proposes is read where it was opened afterwards

    from_code_id: Mapped[int] = owned("code")
    to_code_id: Mapped[int] = owned("code")
    kind: Mapped[str] = mapped_column(default="evidence")
    mode: Mapped[str] = mapped_column(default="all")
    basis: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=finely)


class SetAside(Watched):
    """A descriptive code that speaks for nothing in a framework, or not for the code it was suggested for.

    Exactly one of the framework and the code is set. Like a link it belongs to the study, and a link outweighs it.
    """

    __tablename__ = "set_aside"

    code_id: Mapped[int] = owned("code")
    framework_id: Mapped[int | None] = part_of("framework")
    to_code_id: Mapped[int | None] = part_of("code")
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Judgement(Watched):
    """One coding weighed against one theoretical code; `verdict` is in, out or undecided."""

    __tablename__ = "judgement"

    coding_id: Mapped[int] = owned("coding")
    code_id: Mapped[int] = owned("code")
    verdict: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Excerpt(Anchored):
    """A verbatim chosen for print: `cuts` are [start, end] pairs and `insertions` [offset, text], in the document.

    `purpose` is power, for the body of the article, or proof, for its table; null where it was not said.
    """

    __tablename__ = "excerpt"

    code_id: Mapped[int] = owned("code")
    document_id: Mapped[int] = owned("document")
    cuts: Mapped[Any] = mapped_column(Json, default=list)
    insertions: Mapped[Any] = mapped_column(Json, default=list)
    translation: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Telltale(Anchored):
    """Words by which whoever says them might be known: `kind` is phrase, date or figure; `note` says why."""

    __tablename__ = "telltale"

    document_id: Mapped[int] = owned("document")
    kind: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)


class Memo(Watched):
    """A note; `kind` is theoretical, methodological, reflexive or plain."""

    __tablename__ = "memo"

    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="plain")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=now)
    edited_at: Mapped[str | None]


class MemoTarget(Anchored):
    """What a memo is about; nothing set means the project; a document may have a place in it.

    `about` says, as `document:its name`, what has left the project.
    """

    __tablename__ = "memo_target"

    memo_id: Mapped[int] = owned("memo")
    document_id: Mapped[int | None] = part_of("document")
    code_id: Mapped[int | None] = part_of("code")
    coding_id: Mapped[int | None] = part_of("coding")
    participant_id: Mapped[int | None] = part_of("participant")
    about: Mapped[str | None]


class Verdict(Spanned):
    """A coder's decision on a suggestion: accepted, rejected, changed or skipped.

    `score` is in log-odds and `chance` how often such a score was right, 0 to 1, as the coder read it; None where
    nothing was measured.
    """

    __tablename__ = "verdict"

    document_id: Mapped[int] = owned("document")
    text_sha: Mapped[str]
    code_id: Mapped[int] = owned("code")
    decision: Mapped[str]
    chosen_code_id: Mapped[int | None] = optional("code")
    score: Mapped[float | None]
    chance: Mapped[float | None]
    basis: Mapped[str] = mapped_column(default="")
    reasons: Mapped[Any] = mapped_column(Json, default=list)
    model: Mapped[str] = mapped_column(default="")
    definition_sha: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    decided_at: Mapped[str] = mapped_column(default=now)


class Settlement(Spanned):
    """What was decided of words that two coders coded otherwise with a code.

    `outcome` is first, second, both, neither or redefine; the codings it led to stand in the layer of what was settled.
    """

    __tablename__ = "settlement"

    document_id: Mapped[int] = owned("document")
    code_id: Mapped[int] = owned("code")
    first_id: Mapped[int | None] = optional("coder")
    second_id: Mapped[int | None] = optional("coder")
    outcome: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = owned("coder")
    created_at: Mapped[str] = mapped_column(default=finely)


class SavedSearch(Watched):
    """A query kept by name; it runs anew each time."""

    __tablename__ = "saved_search"

    name: Mapped[str]
    query: Mapped[str]
    filters: Mapped[Any] = mapped_column(Json, default=dict)
    coder_id: Mapped[int | None] = optional("coder")


class SavedMatrix(Watched):
    """A choice of rows, columns and cells kept by name."""

    __tablename__ = "saved_matrix"

    name: Mapped[str]
    rows: Mapped[str]
    columns: Mapped[str]
    cell: Mapped[str]
    options: Mapped[Any] = mapped_column(Json, default=dict)


class Recipe(Watched):
    """A recipe kept by name: what is to be made of the study, as text (TOML)."""

    __tablename__ = "recipe"

    name: Mapped[str]
    text: Mapped[str]


class ForeignId(Watched):
    """The identity another program gave to something of ours; exactly one target is set."""

    __tablename__ = "foreign_id"

    program: Mapped[str]
    guid: Mapped[str]
    document_id: Mapped[int | None] = part_of("document")
    code_id: Mapped[int | None] = part_of("code")
    coding_id: Mapped[int | None] = part_of("coding")
    participant_id: Mapped[int | None] = part_of("participant")
    coder_id: Mapped[int | None] = part_of("coder")
    memo_id: Mapped[int | None] = part_of("memo")
