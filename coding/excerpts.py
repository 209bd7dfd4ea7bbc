"""Excerpts: verbatims chosen for print, with cuts and insertions that show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from coding import blind
from coding.codebook import codes
from corpus import anchors, documents
from corpus.anchors import Anchor
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere, SpanOutside
from corpus.model import Coder, Excerpt
from corpus.our_words import ListedWords
from corpus.store.project import Project

CUT = "(…)"
PURPOSES = ("power", "proof")
"""What a quotation is for: power is for the body of an article, proof for its table (Pratt 2009)."""


@dataclass(frozen=True, slots=True)
class ExcerptInfo:
    """A verbatim chosen for print; `cuts` are spans, `insertions` offsets with text, in the document's code points.

    `purpose` is one of `PURPOSES`, empty where it was not said.
    """

    key: int
    code: int
    document: int
    start: int
    end: int
    cuts: tuple[tuple[int, int], ...]
    insertions: tuple[tuple[int, str], ...]
    translation: str
    position: int
    coder: str
    purpose: str = ""

    @property
    def anchor(self) -> Anchor:
        """Where its words are."""
        return anchors.words(self.document, self.start, self.end)


def add(
    project: Project,
    code: int,
    anchor: Anchor,
    *,
    cuts: Iterable[Sequence[int]] = (),
    insertions: Iterable[tuple[int, str]] = (),
    translation: str = "",
    purpose: str = "",
) -> int:
    """Choose a verbatim for a code and return the excerpt's key; it comes last among the code's."""
    with project.change("Choose excerpt") as session:
        codes.row(session, code)
        start, end = _span(session, anchor)
        _refuse_twin(session, code, anchor, 0)
        kept = _cuts(cuts, start, end)
        last = session.scalar(select(func.max(Excerpt.position)).where(Excerpt.code_id == code))
        made = Excerpt(
            code_id=code,
            **anchors.fields(anchor),
            cuts=kept,
            insertions=_insertions(insertions, start, end, kept),
            translation=clean_text(translation),
            purpose=_purpose(purpose),
            position=0 if last is None else last + 1,
            coder_id=project.coder_key(session),
        )
        session.add(made)
        session.flush()
        return made.id


def _purpose(purpose: str) -> str | None:
    if purpose and purpose not in PURPOSES:
        sentence = "A quotation is for {purposes}, not {purpose}."
        raise CodingError(sentence, purposes=ListedWords(PURPOSES), purpose=purpose)
    return purpose or None


def _span(session: Session, anchor: Anchor) -> tuple[int, int]:
    """Return the words of a place that an excerpt may have."""
    span = anchors.stored(session, anchor).span
    if span is None:
        raise CodingError("An excerpt is chosen from words.")
    return span


def _refuse_twin(session: Session, code: int, anchor: Anchor, own: int) -> None:
    alike = select(Excerpt.id).where(Excerpt.code_id == code, anchors.at(Excerpt, anchor))
    if session.scalar(alike.where(Excerpt.id != own)) is not None:
        raise CodingError("These words are an excerpt of this code already.")


def _cuts(cuts: Iterable[Sequence[int]], start: int, end: int) -> list[list[int]]:
    """Return cuts in order, those that touch made one."""
    joined: list[list[int]] = []
    for first, last in sorted((cut[0], cut[1]) for cut in cuts):
        if not start <= first < last <= end:
            raise SpanOutside("The cut {start}–{end} does not lie in the excerpt.", start=first, end=last)
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    if joined == [[start, end]]:
        raise CodingError("The cuts leave nothing of the excerpt.")
    return joined


def without(cuts: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the cuts with what lies between `start` and `end` given back.

    >>> without([(0, 10)], 4, 6)
    ((0, 4), (6, 10))
    """
    left: list[tuple[int, int]] = []
    for first, last in cuts:
        left += [(a, b) for a, b in ((first, min(last, start)), (max(first, end), last)) if a < b]
    return tuple(left)


def _insertions(
    insertions: Iterable[tuple[int, str]], start: int, end: int, cuts: Iterable[Sequence[int]]
) -> list[list[Any]]:
    """Return insertions in order; one within a cut has nothing beside it to explain."""
    wanted = [(offset, clean_text(text).strip()) for offset, text in insertions]
    for offset, text in wanted:
        if not start <= offset <= end or any(first < offset < last for first, last in cuts):
            raise SpanOutside("The insertion at {offset} does not lie in what is kept of the excerpt.", offset=offset)
        if not text:
            raise CodingError("An insertion needs words.")
    return [list(insertion) for insertion in sorted(wanted, key=lambda insertion: insertion[0])]


def add_many(project: Project, code: int, places: Iterable[Anchor]) -> list[int]:
    """Choose words as excerpts of a code as one change; those that are one already are left. Return the new keys."""
    with project.change("Choose excerpts"):
        there = {one.anchor for one in listed(project, [code])}
        return [add(project, code, place) for place in dict.fromkeys(places) if place not in there]


def edit(
    project: Project,
    key: int,
    *,
    anchor: Anchor | None = None,
    cuts: Iterable[Sequence[int]] | None = None,
    insertions: Iterable[tuple[int, str]] | None = None,
    translation: str | None = None,
    purpose: str | None = None,
) -> None:
    """Change what is given of an excerpt: its place in its document, cuts, insertions, translation, what it is for."""
    with project.change("Edit excerpt") as session:
        row = _row(session, key)
        place = anchors.of_row(row) if anchor is None else anchor
        if place.document != row.document_id:
            raise SpanOutside("An excerpt stays in its document.")
        start, end = _span(session, place)
        _refuse_twin(session, row.code_id, place, key)
        anchors.put(row, place)
        row.cuts = _cuts(row.cuts if cuts is None else cuts, start, end)
        row.insertions = _insertions(row.insertions if insertions is None else insertions, start, end, row.cuts)
        if translation is not None:
            row.translation = clean_text(translation)
        if purpose is not None:
            row.purpose = _purpose(purpose)


def _row(session: Session, key: int) -> Excerpt:
    row = session.get(Excerpt, key)
    if row is None:
        raise NothingThere("This excerpt is no longer in the project.")
    return row


def remove(project: Project, key: int) -> None:
    """Take an excerpt away; the words stay as they are."""
    with project.change("Remove excerpt") as session:
        session.delete(_row(session, key))


def move(project: Project, key: int, position: int) -> None:
    """Put an excerpt at `position`, from 0, among those of its code."""
    with project.change("Move excerpt") as session:
        row = _row(session, key)
        others = session.scalars(
            select(Excerpt)
            .where(Excerpt.code_id == row.code_id, Excerpt.id != key)
            .order_by(Excerpt.position, Excerpt.id)
        ).all()
        order = list(others)
        order.insert(max(0, position), row)
        for number, excerpt in enumerate(order):
            excerpt.position = number


def listed(project: Project, codes: Iterable[int] | None = None) -> list[ExcerptInfo]:
    """Return the excerpts by code and position: all, or those of these codes."""
    query = _query() if codes is None else _query().where(Excerpt.code_id.in_(list(codes)))
    with project.read() as session:
        unseen = blind.others(project, session, Excerpt.document_id, Excerpt.coder_id)
        return _infos(session, query.where(~unseen))


def get(project: Project, key: int) -> ExcerptInfo:
    """Return one excerpt; raises `NothingThere`."""
    with project.read() as session:
        found = _infos(session, _query().where(Excerpt.id == key))
    if not found:
        raise NothingThere("This excerpt is no longer in the project.")
    return found[0]


def find(project: Project, code: int, anchor: Anchor) -> ExcerptInfo:
    """Return the excerpt of this code that is exactly this place; raises `NothingThere`."""
    query = _query().where(Excerpt.code_id == code, anchors.at(Excerpt, anchor))
    with project.read() as session:
        found = _infos(session, query)
    if not found:
        raise NothingThere("These words are no excerpt of this code.")
    return found[0]


def _query() -> Select[*tuple[Any, ...]]:
    columns = (
        Excerpt.id,
        Excerpt.code_id,
        Excerpt.document_id,
        Excerpt.start,
        Excerpt.end,
        Excerpt.cuts,
        Excerpt.insertions,
        Excerpt.translation,
        Excerpt.position,
        Coder.name,
        Excerpt.purpose,
    )
    joined = select(*columns).join(Coder, Coder.id == Excerpt.coder_id).where(anchors.of_words(Excerpt))
    return joined.order_by(Excerpt.code_id, Excerpt.position, Excerpt.id)


def _infos(session: Session, query: Select[*tuple[Any, ...]]) -> list[ExcerptInfo]:
    return [
        ExcerptInfo(
            key, code, document, start, end, tuple((a, b) for a, b in cuts), tuple((at, text) for at, text in added),
            translation, position, coder, use or "",
        )
        for key, code, document, start, end, cuts, added, translation, position, coder, use in session.execute(query)
    ]  # fmt: skip


def printed(project: Project, excerpt: ExcerptInfo | int) -> str:
    """Return the words of an excerpt for print."""
    info = get(project, excerpt) if isinstance(excerpt, int) else excerpt
    return cut_from(documents.text(project, info.document), info)


def cut_from(text: str, info: ExcerptInfo) -> str:
    """Return its words from its document's text: cuts as (…), insertions as [text] set off by spaces, else as said."""
    marks = [(first, last, CUT) for first, last in info.cuts]
    marks += [(offset, offset, _set_off(text, offset, f"[{words}]")) for offset, words in info.insertions]
    parts, at = [], info.start
    for first, last, mark in sorted(marks, key=lambda mark: mark[:2]):
        parts += [text[at:first], mark]
        at = last
    return "".join([*parts, text[at : info.end]])


# What ends words, or opens some: an insertion stands off it as off the words.
_ENDS, _OPENS = frozenset("»”)]}.,;:!?…%"), frozenset("«“([{")


def _set_off(text: str, offset: int, inserted: str) -> str:
    before, after = text[:offset][-1:], text[offset : offset + 1]
    first = " " if before.isalnum() or before in _ENDS else ""
    return f"{first}{inserted}{' ' if after.isalnum() or after in _OPENS else ''}"
