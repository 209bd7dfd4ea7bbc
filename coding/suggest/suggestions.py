"""Suggestions: asked for, then accepted, changed, rejected or skipped by a person. They never count as codings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from coding import blind, codings
from coding.suggest.coder_choices import (
    hide_before_first_pass,
    hides_before_first_pass,
    keep_least_right,
    least_right,
)
from coding.suggest.records import Example, PassageSuggestions, Reason, Suggestion
from coding.suggest.suggester import Suggester
from corpus import anchors
from corpus.anchors import Anchor
from corpus.errors import NothingThere, UnknownDocument
from corpus.model import Assignment, Coder, Document, Exposure, Verdict, now
from corpus.progress import Progress, silent
from corpus.store.project import Project

__all__ = [
    "Example", "PassageSuggestions", "Reason", "Suggester", "Suggestion", "accept", "accept_at", "declare_first_pass",
    "exposed", "first_pass_done", "hide_before_first_pass", "hides_before_first_pass", "keep_least_right",
    "least_right", "reject", "reject_at", "skip", "suggest", "withheld",
]  # fmt: skip

_DECIMALS = 6


def suggest(
    project: Project,
    *,
    documents: Iterable[int] | None = None,
    framework: str | None = None,
    top: int | None = 3,
    progress: Progress = silent,
) -> list[PassageSuggestions]:
    """Return what to code where: at most `top` codes for each passage of `documents` (all but those withheld).

    Learns from the codings there are; raises `FrameworkError` for a framework that is not in the project. To ask
    again and again, keep a `Suggester`.
    """
    suggester = Suggester.train(project, framework=framework, progress=progress)
    if documents is None:
        hidden = withheld(project)
        documents = [key for key in suggester.texts.documents if key not in hidden]
    return suggester.suggest(documents, top=top)


def accept(
    project: Project, suggestion: Suggestion, *, span: tuple[int, int] | None = None, code: int | None = None
) -> int:
    """Code what was suggested, or another span or code instead, and keep the verdict; return the coding's key.

    One change; raises `DuplicateCoding` where the code is on the span already.
    """
    chosen_span = span or (suggestion.start, suggestion.end)
    chosen_code = suggestion.code if code is None else code
    as_is = chosen_code == suggestion.code and chosen_span in ((suggestion.start, suggestion.end), suggestion.turn)
    with project.change("Accept suggestion"):
        verdict = _decide(project, suggestion, "accepted" if as_is else "changed", chosen_code)
        return codings.apply(
            project, chosen_code, anchors.words(suggestion.document, *chosen_span), origin="suggestion", verdict=verdict
        )


def reject(project: Project, suggestion: Suggestion) -> int:
    """Say that a suggestion is wrong; it stays away until its words or its code's definition change."""
    with project.change("Reject suggestion"):
        return _decide(project, suggestion, "rejected", None)


def skip(project: Project, suggestion: Suggestion) -> int:
    """Keep that a suggestion was seen and left open; it may come again."""
    with project.change("Skip suggestion"):
        return _decide(project, suggestion, "skipped", None)


def _decide(project: Project, suggestion: Suggestion, decision: str, chosen: int | None) -> int:
    with project.change("Decide on suggestion") as session:
        made = Verdict(
            document_id=suggestion.document,
            start=suggestion.start,
            end=suggestion.end,
            text_sha=suggestion.text_sha,
            code_id=suggestion.code,
            decision=decision,
            chosen_code_id=chosen,
            score=round(suggestion.score, _DECIMALS),
            chance=None if suggestion.chance is None else round(suggestion.chance, _DECIMALS),
            basis=suggestion.basis,
            reasons=[
                [
                    reason.word,
                    reason.start,
                    reason.end,
                    round(reason.weight, _DECIMALS),
                    reason.times,
                    reason.of,
                    reason.written,
                ]
                for reason in suggestion.evidence
            ],
            model=suggestion.model,
            definition_sha=suggestion.definition_sha,
            coder_id=project.coder_key(session),
        )
        session.add(made)
        session.flush()
        return made.id


def accept_at(
    project: Project, code: int, anchor: Anchor, *, suggester: Suggester | None = None, progress: Progress = silent
) -> int:
    """Accept what is suggested for words, their passage or words that meet them, putting the code on the words given.

    Raises `NothingThere` where this code is not suggested there.
    """
    return accept(project, _at(project, code, anchor, suggester, progress), span=anchor.span)


def reject_at(
    project: Project, code: int, anchor: Anchor, *, suggester: Suggester | None = None, progress: Progress = silent
) -> int:
    """Reject what is suggested for words, their passage or words that meet them; return the verdict's key."""
    return reject(project, _at(project, code, anchor, suggester, progress))


def _at(project: Project, code: int, anchor: Anchor, suggester: Suggester | None, progress: Progress) -> Suggestion:
    from coding import codebook

    about, span = codebook.get(project, code), anchor.span or (0, 0)
    if suggester is None:
        suggester = Suggester.train(project, framework=about.framework, progress=progress)
    offered = [
        one
        for passage in suggester.suggest([anchor.document], top=None, weaker=True)
        for one in passage.every
        if one.code == code and _shared(one.turn, span) > 0
    ]
    if not offered:
        raise NothingThere("{code} is not suggested there.", code=about.label)
    return max(offered, key=lambda one: (_shared((one.start, one.end), span), _shared(one.turn, span), one.score))


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def exposed(project: Project, documents: Iterable[int]) -> None:
    """Keep that suggestions for these documents were shown to this coder, the first time; no undo takes it back."""
    if not project.writable:
        return
    with project.read() as session:
        uids = set(session.scalars(select(Document.uid).where(Document.id.in_(list(documents)))))
        uids -= set(session.scalars(select(Exposure.document_uid).where(Exposure.coder == project.coder)))
    if uids:
        with project.change("Show suggestions", kind="note") as session:
            session.add_all(Exposure(coder=project.coder, document_uid=uid) for uid in sorted(uids))


def declare_first_pass(project: Project, document: int, *, done: bool = True) -> None:
    """Say that this coder's first pass over a document is done, or that it is not."""
    with project.change("Declare first pass done" if done else "Take back first pass") as session:
        if session.get(Document, document) is None:
            raise UnknownDocument("This document is no longer in the project.")
        coder = project.coder_key(session)
        row = session.scalar(select(Assignment).where(Assignment.coder_id == coder, Assignment.document_id == document))
        if row is None:
            row = Assignment(coder_id=coder, document_id=document)
            session.add(row)
        if bool(row.first_pass_done_at) != done:
            row.first_pass_done_at = now() if done else None


def first_pass_done(project: Project) -> frozenset[int]:
    """Return the documents whose first pass this coder has declared done."""
    with project.read() as session:
        query = select(Assignment.document_id).join(Coder, Coder.id == Assignment.coder_id)
        done = query.where(Coder.name == project.coder, Assignment.first_pass_done_at.is_not(None))
        return frozenset(session.scalars(done))


def withheld(project: Project, documents: Sequence[int] | None = None) -> frozenset[int]:
    """Return the documents, of these or of all, for which this coder sees no suggestions yet.

    Where a document is coded blind, what is learned from others is out of sight with the rest.
    """
    if not hides_before_first_pass(project):
        unseen = blind.hidden(project)
        return unseen if documents is None else unseen & frozenset(documents)
    if documents is None:
        with project.read() as session:
            documents = list(session.scalars(select(Document.id)))
    return frozenset(documents) - first_pass_done(project)
