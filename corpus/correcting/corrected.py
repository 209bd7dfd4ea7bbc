"""A corrected file takes the place of the one a document came from: all that is coded goes along, the rest is told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import anchors, documents, naming, words
from corpus.anchors import Edit
from corpus.cleaning import clean_title
from corpus.correcting import attached, rereading
from corpus.correcting.attached import Span
from corpus.drafts import Draft, Note, identity
from corpus.errors import ImportFailed
from corpus.importing import Outcome, PlaceToCheck
from corpus.model import Document, Passage, Speaker
from corpus.pending import Pending
from corpus.store.project import Project

ALIKE = 0.5
"""From which share of words in the same order two texts are taken for one interview."""

_MUCH = 0.5  # of what is coded


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft beside the document that it is to put right: how alike they are (0 to 1), and what needs a look.

    `carried` counts the codings, excerpts and questions that stay, `changed` the places where the texts differ.
    """

    draft: Draft = field(repr=False)
    document: int
    name: str
    likeness: float
    looks: tuple[PlaceToCheck, ...]
    carried: int
    changed: int


def likeness(one: str, other: str) -> float:
    """Return how much of two texts, 0 to 1, are the same pairs of words one after the other.

    >>> likeness("on voit le client", "On voit le client, oui")
    0.8571428571428571
    """
    a, b = _pairs(one), _pairs(other)
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def _pairs(text: str) -> Counter[tuple[str, str]]:
    said = words.found(words.folded(text))
    return Counter(pairwise(said))


def document_of(project: Project, draft: Draft) -> int | None:
    """Return the document that a draft is a corrected version of: by its name, else by its words.

    Raises `ImportFailed` where the document of its name holds another interview.
    """
    infos = documents.listed(project)
    title = clean_title(draft.name)
    named = [info for info in infos if info.name == title] or [
        info for info in infos if info.source is not None and info.source == naming.source(draft.path)
    ]
    if len(named) == 1:
        if likeness(project.text(named[0].text_sha), draft.text) >= ALIKE:
            return named[0].key
        sentence = "{name} is no corrected version of {document}: it is another interview."
        raise ImportFailed(draft.path, sentence, name=draft.path.name, document=named[0].name)
    lines = _lines(draft.text)
    shares = {info.key: _shared(lines, _lines(project.text(info.text_sha))) for info in infos}
    best = max(shares, key=lambda key: shares[key], default=None)
    return best if best is not None and shares[best] >= ALIKE else None


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.split("\n") if len(line) > 20}


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / (max(len(one), len(other)) or 1)


def compared(project: Project, document: int, draft: Draft) -> Comparison:
    """Return what would become of a document's codings, excerpts and questions, and write nothing.

    Raises `ImportFailed` where the file is another document of the project already.
    """
    with project.read() as session:
        info = documents.get(project, document)
        other = documents.originals(project).get(identity(draft), info.name)
        if other != info.name:
            sentence = "{name} is in the project already, as {other}: it does not take the place of {document} as well."
            raise ImportFailed(draft.path, sentence, name=draft.path.name, other=other, document=info.name)
        old = project.text(info.text_sha)
        edits = _edits(old, draft.text)
        looks = tuple(_looks(session, document, old, draft.text, edits))
        all_of_them = sum(
            session.scalar(select(func.count(stored.id)).where(stored.document_id == document)) or 0
            for stored, _ in attached.TOLD
        )
    gone = sum(not one.now for one in looks)
    alike = likeness(old, draft.text)
    return Comparison(draft, document, info.name, alike, looks, all_of_them - gone, len(edits))


def noted(project: Project, found: Sequence[Pending]) -> list[Pending]:
    """Return documents to be, with a doubt on each that looks like a corrected version of one that is there."""
    infos = documents.listed(project)
    texts = {info.key: _lines(project.text(info.text_sha)) for info in infos}
    names = {info.key: info.name for info in infos}
    return [_noted(one, texts, names) if one.comes_in and not one.written else one for one in found]


def _noted(one: Pending, texts: Mapping[int, set[str]], names: Mapping[int, str]) -> Pending:
    lines = _lines(one.load().text)
    alike = [key for key, name in names.items() if _alike(one.preview.name, name)]
    best = max(alike, key=lambda key: _shared(lines, texts[key]), default=None)
    if best is None or _shared(lines, texts[best]) < ALIKE:
        return one
    note = Note(
        "This looks like a corrected version of {document}: it can be put in its place.",
        {"document": names[best]},
        doubt=True,
    )
    return replace(one, preview=replace(one.preview, notes=(*one.preview.notes, note), corrects=names[best]))


def _alike(one: str, other: str) -> bool:
    """Say whether one name begins with the other, as those of corrected files do."""
    a, b = words.folded(one), words.folded(other)
    return a.startswith(b) or b.startswith(a)


def take(project: Project, draft: Draft, *, instead: int | None = None, losing: bool = False) -> Outcome | None:
    """Let a draft take the place of the document it is a corrected version of, and say what became of it.

    None where there is no such document. `instead` insists on one, however little they share. Where codings or excerpts
    need a look it is refused, with the list of these, unless `losing` them is agreed to.
    """
    try:
        document = document_of(project, draft) if instead is None else instead
        found = None if document is None else compared(project, document, draft)
    except ImportFailed as other:
        return Outcome(draft.path, "refused", error=other)
    if found is None:
        return None
    error: ImportFailed | None = None
    if found.looks and not losing:
        sentence = (
            "{name} was not put in the place of {document}. Codings, excerpts and questions to look at first: {count}."
        )
        error = ImportFailed(draft.path, sentence, name=draft.path.name, document=found.name, count=len(found.looks))
    else:
        write(project, found)
    status = "refused" if error else "replaced"
    return Outcome(
        draft.path, status, found.name, found.document, error, draft.notes, draft.speakers, looks=found.looks
    )


def _edits(old: str, new: str) -> list[Edit]:
    """Return what makes a text another, whole words being other ones."""
    return [one.edit for one in rereading.corrections(old, new)]


def _looks(session: Session, document: int, old: str, new: str, edits: Sequence[Edit]) -> list[PlaceToCheck]:
    if not edits:
        return []
    title = attached.titles(session)
    found: list[tuple[int, PlaceToCheck]] = []
    for stored, kind in attached.TOLD:
        for row, place in attached.placed(session, stored, document, edits):
            if place is None or _doubtful((row.start, row.end), edits):
                now = new[slice(*place)] if place else ""
                found.append((row.start, PlaceToCheck(kind, title(row), old[row.start : row.end], now)))
    return [look for _, look in sorted(found, key=lambda one: one[0])]


def _doubtful(span: Span, edits: Sequence[Edit]) -> bool:
    """Say whether an edit goes over an end of a span, or much of it is another."""
    start, end = span
    near = edits[
        bisect_right(edits, start, key=lambda one: one.end) : bisect_left(edits, end, key=lambda one: one.start)
    ]
    torn = any(one.start < start < one.end or one.start < end < one.end for one in near)
    taken, put = sum(one.end - one.start for one in near), sum(one.length for one in near)
    return torn or taken > _MUCH * (end - start) or put > end - start


def write(project: Project, compared: Comparison) -> None:
    """Let the draft take the place of the document's text, with all that stands on words that both have."""
    draft = compared.draft
    with project.change("Replace by a corrected file", kind="import") as session:
        row = session.get_one(Document, compared.document)
        old = project.text(row.text_sha)
        edits = _edits(old, draft.text)
        said = _speakers(session, row.id, old, draft, edits)
        attached.carry(session, row.id, edits)
        documents.put_anew(project, session, row, draft, said, edits)
        _without_turns(session, row.id)


def _speakers(session: Session, document: int, old: str, draft: Draft, edits: Sequence[Edit]) -> list[int | None]:
    """Return who says each passage of a draft: whoever said it before where its mark is as it was, else its mark."""
    query = select(Passage.start, Passage.end, Passage.speaker_id).where(Passage.document_id == document)
    before: list[Any] = list(session.execute(query.order_by(Passage.start)))
    was = list(_before(before, old, draft, edits))
    rows = {row.label: row for row in session.scalars(select(Speaker).where(Speaker.document_id == document))}
    _renamed(
        session,
        rows,
        [(one.speaker, key) for one, (key, same) in zip(draft.passages, was) if not same],
        {key for key, same in was if same},
    )
    roles = {one.label: one.role for one in draft.speakers}
    for label in dict.fromkeys(one.speaker for one, (_, same) in zip(draft.passages, was) if not same):
        if label is not None and label not in rows:
            rows[label] = Speaker(document_id=document, label=label, role=roles.get(label, "unknown"))
            session.add(rows[label])
    session.flush()
    return [
        key if same else rows[one.speaker].id if one.speaker else None for one, (key, same) in zip(draft.passages, was)
    ]


def _before(before: Sequence[Any], old: str, draft: Draft, edits: Sequence[Edit]) -> Iterator[tuple[int | None, bool]]:
    """Yield for each passage of a draft who said most of it before, and whether the mark before it is as it was."""
    places = anchors.carried([(row.start, row.end) for row in before], edits).tolist()
    starts, ends = [start for start, _ in places], [end for _, end in places]
    marked = 0
    for one in draft.passages:
        near = anchors.overlapped(starts, ends, one.start, one.end)
        n = max(near, key=lambda n: min(ends[n], one.end) - max(starts[n], one.start), default=None)
        if n is None:
            yield None, False
        else:
            mark = old[before[n - 1].end if n else 0 : before[n].start]
            yield before[n].speaker_id, mark.strip() == draft.text[marked : one.start].strip()
        marked = one.end


def _renamed(
    session: Session,
    rows: dict[str, Speaker],
    marked: Sequence[tuple[str | None, int | None]],
    staying: set[int | None],
) -> None:
    """Let a speaker all of whose marks are others have the name that most of them are now, where nobody has it."""
    by_key = {row.id: row for row in rows.values()}
    for (label, key), _ in Counter(marked).most_common():
        if label is not None and label not in rows and key in by_key and key not in staying:
            row = by_key.pop(key)
            del rows[row.label]
            row.label, rows[label] = label, row
    session.flush()


def _without_turns(session: Session, document: int) -> None:
    """Take out the speakers who say nothing any more and are nobody's."""
    talking = select(Passage.speaker_id).where(Passage.document_id == document, Passage.speaker_id.is_not(None))
    silent = select(Speaker).where(
        Speaker.document_id == document, Speaker.participant_id.is_(None), Speaker.id.not_in(talking)
    )
    for row in session.scalars(silent).all():
        session.delete(row)
    session.flush()
