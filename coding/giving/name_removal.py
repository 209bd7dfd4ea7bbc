"""Names burned out of a copy of a study: texts, all that stands on them, what is known of people, and no past.

Rows have the keys that they have in the study, whose mask says what stands for each name. What is on a name stays on
what stands for it, so that no coding is lost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from coding.moment.coarsening import chosen, owner
from coding.moment.moment import Moment
from corpus import anchors, documents, words
from corpus.cleaning import each_text
from corpus.correcting import attached
from corpus.erasing import forgetting
from corpus.model import (
    Approval,
    AttributeValue,
    Base,
    Change,
    ChangeRow,
    Consent,
    Disclosure,
    Document,
    Excerpt,
    Exposure,
    ForeignId,
    Media,
    Meta,
    Model,
    OpenChange,
    Opened,
    Organisation,
    Participant,
    Passage,
    Pseudonym,
    Recruit,
    Remark,
    Revision,
    Speaker,
    State,
    Submission,
    Telltale,
    new_uid,
)
from corpus.people.known import AttributeInfo, KnownValue
from corpus.progress import Progress
from corpus.store.project import Project

LABEL = "A copy to give away"
_LEFT_OUT: tuple[type[Base], ...] = (
    Pseudonym, Consent, Recruit, Approval, Remark, Submission, Revision, Media, ForeignId, State, Exposure, Opened,
    Disclosure, Model, Telltale,
)  # fmt: skip
_NAMED = ("participant", "organisation", "speaker", "document", "attribute_value", "coder")


class Burned(NamedTuple):
    """In how many places of how many documents something stands for a name."""

    places: int
    documents: int


class Shift:
    """Where places of a text are once stretches of it, which ascend, gave way to others."""

    def __init__(self, hidden: Sequence[tuple[int, int, str]]) -> None:
        self._starts = [start for start, _, _ in hidden]
        self._ends = [end for _, end, _ in hidden]
        self._lengths = [len(shown) for _, _, shown in hidden]
        self._by = [0]
        for start, end, shown in hidden:
            self._by.append(self._by[-1] + len(shown) - (end - start))

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch is: one that begins or ends within a name goes to its edge."""
        return self._at(start, at_end=False), self._at(end, at_end=True)

    def _at(self, place: int, *, at_end: bool) -> int:
        n = bisect_left(self._ends, place) if at_end else bisect_right(self._ends, place)
        if n < len(self._starts) and self._starts[n] < place:
            return self._starts[n] + self._by[n] + (self._lengths[n] if at_end else 0)
        return place + self._by[n]


def burn(project: Project, moment: Moment, progress: Progress) -> Burned:
    """Put in a copy of a study what stands for names in their place, and let it have no past."""
    mask, places, touched = moment.mask, 0, 0
    with project.final(LABEL, "copy") as session:
        for stored in _LEFT_OUT:
            session.execute(delete(stored))
        taken = set[str]()
        for done, info in enumerate(moment.documents):
            progress(done, len(moment.documents) + 1, "")
            hidden = _hidden(moment, info.key)
            _put_text(session, moment, info.key, hidden)
            session.get_one(Document, info.key).name = _free(mask.document(info), taken)
            places, touched = places + len(hidden), touched + bool(hidden)
        _put_names(session, moment)
        _put_texts(session, mask.text)
        _without_past(session)
        forgetting.contents(session)
        forgetting.mark(session)
    project.wipe()
    progress(1, 1, "")
    return Burned(places, touched)


def _hidden(moment: Moment, document: int) -> list[tuple[int, int, str]]:
    """Return what is replaced in a text: names, and the marks of speakers who may not be named."""
    text, mask, voices = moment.text(document), moment.mask, moment.voices
    found, before = mask.hidden(text), 0
    low, high = voices.runs.get(document, (0, 0))
    for _, _, start, end, speaker in voices.passages[low:high].tolist():
        label, shown = voices.label(speaker), mask.speaker(speaker)
        at = text.find(label, before, start) if label and label != shown else -1
        if at >= 0 and not any(one[0] < at + len(label) and at < one[1] for one in found):
            found.append((at, at + len(label), shown))
        before = end
    return sorted(found)


def _put_text(session: Session, moment: Moment, document: int, hidden: Sequence[tuple[int, int, str]]) -> None:
    """Replace stretches of a text, move all that stands on its words, and let it be what it came from."""
    text, row = moment.text(document), session.get_one(Document, document)
    parts, at = list[str](), 0
    for start, end, shown in hidden:
        parts += [text[at:start], shown]
        at = end
    after = "".join([*parts, text[at:]])
    shift = Shift(hidden)
    for stored in anchors.tables() if hidden else ():
        _move(session, stored, document, shift)
    for key, start, end in session.execute(_PASSAGES.where(Passage.document_id == document)).all():
        session.execute(update(Passage).where(Passage.id == key).values(words=words.count(after[start:end])))
    row.text_sha = documents.keep(session, after.encode(), "text", "text/plain; charset=utf-8")
    row.original_sha, row.part, row.boxes_sha, row.source = row.text_sha, None, None, None
    row.media_type, row.encoding, row.importer = "text/plain", "UTF-8", "plain"
    row.characters, row.words = len(after), words.count(after)
    session.flush()


_PASSAGES = select(Passage.id, Passage.start, Passage.end)


def _move(session: Session, stored: Any, document: int, shift: Shift) -> None:
    rows = select(stored.id, stored.start, stored.end).where(stored.document_id == document, stored.start.is_not(None))
    placed = [(key, (start, end), shift.of(start, end)) for key, start, end in session.execute(rows).all()]
    attached.put(session, stored, [(key, *now) for key, was, now in placed if was != now])
    if stored is not Excerpt:
        return
    session.expire_all()
    for row in session.scalars(select(Excerpt).where(Excerpt.document_id == document)):
        row.cuts = [list(shift.of(*cut)) for cut in row.cuts]
        row.insertions = [[shift.of(at, at)[0], said] for at, said in row.insertions]
    session.flush()


def _put_names(session: Session, moment: Moment) -> None:
    """Call people, firms and speakers by what stands for them, and so what is known of them."""
    mask = moment.mask
    for person in session.scalars(select(Participant)):
        person.name = mask.person(person.id)
    for firm in session.scalars(select(Organisation)):
        firm.name = mask.organisation(firm.id)
    for speaker in session.scalars(select(Speaker)):
        speaker.label = mask.speaker(speaker.id)
        speaker.same_as = mask.text(speaker.same_as) if speaker.same_as else None
    infos = {info.key: info for info in moment.known.attributes}
    for row in session.scalars(select(AttributeValue)).all():
        value = KnownValue(row.attribute_id, row.participant_id, row.document_id, row.organisation_id, row.value)
        row.value = mask.text(_told(moment, infos[row.attribute_id], value))
        if not row.value:
            session.delete(row)
    session.flush()


def _told(moment: Moment, info: AttributeInfo, value: KnownValue) -> str:
    """Return what may be told of somebody: a value as it is, a coarser word, or nothing."""
    closed = value.participant is not None and moment.mask.hides(value.participant)
    if closed and chosen(info) != "show":
        return moment.mask.telling.told(info, owner(value), value.value)
    (known,) = moment.mask.known([value])
    return known.value


def _put_texts(session: Session, shown: Callable[[str], str]) -> None:
    """Put what stands for names into all else that was written."""
    forgetting.rewrite(session, lambda value: each_text(value, shown), but=_NAMED)


def _free(name: str, taken: set[str]) -> str:
    """Return a document's name, with a number where it is taken."""
    free = next(one for one in (name, *(f"{name} ({n})" for n in range(2, len(taken) + 3))) if one not in taken)
    taken.add(free)
    return free


def _without_past(session: Session) -> None:
    """Let history begin with this change, and the copy be another project than the study."""
    this = select(OpenChange.change).scalar_subquery()
    session.flush()
    session.execute(delete(ChangeRow).where(ChangeRow.change != this))
    session.execute(update(ChangeRow).values(image=None).execution_options(synchronize_session=False))
    session.execute(update(Change).where(Change.id == this).values(reverts=None))
    session.execute(delete(Change).where(Change.id != this))
    for key in ("lineage", "project"):
        session.execute(update(Meta).where(Meta.key == key).values(value=new_uid()))
