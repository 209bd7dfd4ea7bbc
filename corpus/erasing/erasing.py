"""Erasing a respondent: all that is theirs goes from the study, from what its log remembers, and from what lies beside.

Nothing takes it back. What others wrote stays, with `[…]` for their words; counts of others are what they were. Where
codings are kept, words alone go, and codings stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from corpus import documents, words
from corpus.correcting import corrections
from corpus.correcting.carrying import Correction
from corpus.erasing import files, forgetting, personal_data, traces
from corpus.erasing.personal_data import Spans, Theirs
from corpus.erasing.traces import GONE, Traces
from corpus.errors import ErasureUnfinished, ProjectError
from corpus.model import (
    Approval,
    Bearing,
    Coding,
    Consent,
    Document,
    Excerpt,
    ForeignId,
    Judgement,
    Media,
    Memo,
    MemoTarget,
    Participant,
    Passage,
    Pseudonym,
    Recruit,
    Revision,
    Settlement,
    Speaker,
    Summary,
    Telltale,
    Verdict,
)
from corpus.model.base import now
from corpus.people import disclosures
from corpus.people.disclosures import DisclosureInfo
from corpus.progress import Progress, silent
from corpus.store import sqlite
from corpus.store.project import Project
from corpus.tables import key as named

LABEL = "A participant withdrew"
_TOLD_OF_WORDS: tuple[type[Verdict | Settlement | Telltale], ...] = (Verdict, Settlement, Telltale)
_REASONED: tuple[type[Judgement | Bearing], ...] = (Judgement, Bearing)


@dataclass(frozen=True)
class Erased:
    """What went, or would go: rows by table, `turns` cut out of texts of several, and what lay beside the study.

    `scrubbed` are the tables in which what others wrote has `[…]` now, and in how many rows. `media` are recordings
    that stay where they are, `let_out` what left the study against a consent; `in_vivo` the codes whose name is their
    words. `articles` were kept with what was sent, and held their words. Of `kept_names` others speak in their texts;
    `names` are what they were called. With `kept_codings` words alone went, of `blanked` documents all of them.
    """

    name: str
    rows: Mapping[str, int]
    turns: int
    contents: Mapping[str, int]
    scrubbed: Mapping[str, int]
    backups: tuple[str, ...]
    media: tuple[str, ...] = ()
    let_out: tuple[DisclosureInfo, ...] = field(default=(), repr=False)
    in_vivo: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    kept_names: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kept_codings: bool = False
    blanked: int = 0

    @property
    def codings(self) -> int:
        """How many codings went."""
        return self.rows.get(Coding.__tablename__, 0)


class _Rehearsed(Exception):
    """All was done, to be told, and is to be as it was."""


def foreseen(project: Project, participant: int, *, keep_codings: bool = False, progress: Progress = silent) -> Erased:
    """Return what `erase` would take, and take nothing."""
    found: Erased | None = None
    try:
        with project.final(LABEL, "erasure") as session:
            found = _Erasing(project, session, participant, keep_codings, progress).done()
            raise _Rehearsed
    except _Rehearsed:
        assert found is not None
        return found


def erase(project: Project, participant: int, *, keep_codings: bool = False, progress: Progress = silent) -> Erased:
    """Take a respondent out of the study and of all that the program keeps of it; nothing takes it back.

    With `keep_codings` their words and their name go, and codings stay where they are, on as many words that say
    nothing; what is known of them stays. Raises `SourceError` where it is not known which words are theirs, and
    `ProjectError` where the disk has no room; nothing is done then. Raises `ErasureUnfinished`, with what went, where
    it is done in the study and a file can't be taken away or written anew.
    """
    files.check_room(project)
    files.forget_caches(project)
    with project.final(LABEL, "erasure") as session:
        found = _Erasing(project, session, participant, keep_codings, progress).done()
    files.forget_caches(project)  # what another program made of it meanwhile
    removed, refused = files.forget_backups(project)
    found = replace(found, backups=removed)
    try:
        project.wipe()
    except ProjectError as error:
        refused.append(error)
    if refused:
        raise _unfinished(refused[0], found)
    return found


def _unfinished(error: ProjectError, found: Erased) -> ErasureUnfinished:
    made = ErasureUnfinished(error.sentence, **error.values)
    made.erased = found
    return made


class _Erasing:
    """One erasure within the change that is open."""

    def __init__(
        self, project: Project, session: Session, participant: int, keep_codings: bool, progress: Progress
    ) -> None:
        self.project, self.session, self.keep, self.progress = project, session, keep_codings, progress
        sqlite.forget(session.connection())
        self.theirs: Theirs = personal_data.of(project, participant)
        self.traces: Traces = traces.of(project, session, self.theirs)
        self.left_names = self._names_to_keep()

    def done(self) -> Erased:
        session, own = self.session, self.theirs
        media = self._media()
        let_out = tuple(one for one in disclosures.listed(self.project) if own.name in one.participants)
        steps = (self._memos, self._excerpts, self._texts, self._person, self._recruits)
        for done, step in enumerate(steps):
            self.progress(done, len(steps) + 3, "")
            step()
            session.flush()
        in_vivo = forgetting.in_vivo(session, self.traces)
        if not self.keep:
            self._take_out_person()
        articles = forgetting.submissions(session, own, self.traces)
        scrubbed = forgetting.scrub(session, self.traces)
        self.progress(len(steps) + 1, len(steps) + 3, "")
        rows = dict(forgetting.gone(session))
        forgetting.aside(session, self.traces, own)
        forgetting.log(session, self.traces)
        contents = forgetting.contents(session)
        forgetting.mark(session)
        self.progress(len(steps) + 3, len(steps) + 3, "")
        backups = tuple(one.name for one in files.backups(self.project))
        return Erased(
            name=own.name,
            rows=rows,
            turns=own.turns,
            contents=contents,
            scrubbed=scrubbed,
            backups=backups,
            media=media,
            let_out=let_out,
            in_vivo=in_vivo,
            articles=articles,
            kept_names=self.left_names,
            names=self.traces.names,
            kept_codings=self.keep,
            blanked=len(own.alone) if self.keep else 0,
        )

    # what is about their words

    def _memos(self) -> None:
        """Let memos go that are about nothing else; of others, what of them was about it."""
        session, own = self.session, self.theirs
        theirs_ = {row.id for row in session.scalars(select(MemoTarget).where(MemoTarget.participant_id == own.key))}
        theirs_ |= set(session.scalars(select(MemoTarget.id).where(MemoTarget.document_id.in_(own.alone))))
        codings = self._codings()
        about = select(MemoTarget.id, MemoTarget.coding_id).where(MemoTarget.coding_id.is_not(None))
        theirs_ |= {key for key, coding in session.execute(about).all() if coding in codings}
        for document, spans in self.theirs.spans.items():
            rows = select(MemoTarget.id, MemoTarget.start, MemoTarget.end).where(
                MemoTarget.document_id == document, MemoTarget.start.is_not(None)
            )
            theirs_ |= {key for key, start, end in session.execute(rows).all() if _touches(spans, start, end)}
        memos = set(session.scalars(select(MemoTarget.memo_id).where(MemoTarget.id.in_(theirs_))))
        targets = select(MemoTarget.memo_id).where(MemoTarget.id.not_in(theirs_))
        others = set(session.scalars(targets))
        session.execute(delete(MemoTarget).where(MemoTarget.id.in_(theirs_)))
        session.execute(delete(Memo).where(Memo.id.in_(memos - others)))

    def _codings(self) -> set[int]:
        """Return the codings of which no word is left."""
        own = self.theirs
        found = set(self.session.scalars(select(Coding.id).where(Coding.document_id.in_(own.alone))))
        for document, spans in self.theirs.spans.items():
            rows = select(Coding.id, Coding.start, Coding.end).where(
                Coding.document_id == document, Coding.start.is_not(None)
            )
            found |= {row.id for row in self.session.execute(rows) if _within(spans, row.start or 0, row.end or 0)}
        return found

    def _excerpts(self) -> None:
        """Let excerpts go that have a word of theirs: their translations and what was put in speak of it."""
        session, own = self.session, self.theirs
        gone = set(session.scalars(select(Excerpt.id).where(Excerpt.document_id.in_(own.alone))))
        for document, spans in self.theirs.spans.items():
            rows = select(Excerpt.id, Excerpt.start, Excerpt.end).where(Excerpt.document_id == document)
            gone |= {key for key, start, end in session.execute(rows).all() if _touches(spans, start, end)}
        session.execute(delete(Excerpt).where(Excerpt.id.in_(gone)))

    # texts

    def _texts(self) -> None:
        """Take their words out of texts, or with codings kept, put words there that say nothing."""
        session, own = self.session, self.theirs
        if not self.keep:
            session.execute(delete(Document).where(Document.id.in_(own.alone)))
            for document, spans in self.theirs.spans.items():
                self._cut(document, spans)
            return
        for document in own.alone:
            text = documents.text(self.project, document)
            self._blank(document, text, ((0, len(text)),))
            session.get_one(Document, document).name = self._free(document)
            session.execute(delete(Media).where(Media.document_id == document))
        for document, spans in self.theirs.spans.items():
            self._blank(document, documents.text(self.project, document), spans)

    def _cut(self, document: int, spans: Spans) -> None:
        """Cut their turns out of a text and carry all else, as a correction does."""
        if spans:
            wanted = [Correction(start, end, "") for start, end in spans]
            corrections.apply(self.project, document, wanted)
            self._without_words(document)
        self._without_past(document)

    def _without_words(self, document: int) -> None:
        """Let go of what is on spaces alone, now that the words before them are gone."""
        text = documents.text(self.project, document)
        for stored in (Coding, Bearing, *_TOLD_OF_WORDS):
            rows = select(stored.id, stored.start, stored.end).where(stored.document_id == document)
            on_words = [row for row in self.session.execute(rows) if row.start is not None]
            gone = [row.id for row in on_words if not words.any_in(text, row.start, row.end)]
            self.session.execute(delete(stored).where(stored.id.in_(gone)))

    def _blank(self, document: int, text: str, spans: Spans) -> None:
        """Put as many words that say nothing in the place of theirs, and let go of what was said of them."""
        session, row = self.session, self.session.get_one(Document, document)
        for stored in _TOLD_OF_WORDS:
            rows = select(stored.id, stored.start, stored.end).where(stored.document_id == document)
            touching = [key for key, start, end in session.execute(rows).all() if _touches(spans, start, end)]
            session.execute(delete(stored).where(stored.id.in_(touching)))
        coded = session.execute(select(Coding.id, Coding.start, Coding.end).where(Coding.document_id == document)).all()
        bounds = [*self._passages(document), *((row.start, row.end or 0) for row in coded if row.start is not None)]
        self._without_reasons([key for key, start, end in coded if _touches(spans, start, end)])
        text = personal_data.blanked(text, spans, [one for span in bounds for one in span])
        row.text_sha = documents.keep(session, text.encode(), "text", "text/plain; charset=utf-8")
        session.flush()
        self._without_past(document)

    def _without_reasons(self, codings: Sequence[int]) -> None:
        for stored in _REASONED:
            mine = stored.coding_id.in_(codings)
            self.session.execute(update(stored).where(mine, stored.reason != "").values(reason=""))

    def _free(self, document: int) -> str:
        """Return a name for a document of theirs that no other has."""
        taken = set(self.session.scalars(select(Document.name).where(Document.id != document)))
        names = (self.theirs.shown, *(f"{self.theirs.shown} ({n})" for n in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def _passages(self, document: int) -> Spans:
        query = select(Passage.start, Passage.end).where(Passage.document_id == document).order_by(Passage.position)
        return tuple((start, end) for start, end in self.session.execute(query))

    def _without_past(self, document: int) -> None:
        """Let a document have come from its text as it is now: its file, and earlier texts, held their words."""
        session = self.session
        session.execute(delete(Revision).where(Revision.document_id == document))
        session.execute(delete(Approval).where(Approval.document_id == document))
        row = session.get_one(Document, document)
        session.refresh(row)
        row.original_sha, row.part, row.boxes_sha = row.text_sha, None, None
        row.media_type, row.encoding, row.importer = "text/plain", "UTF-8", "plain"
        row.source = None
        session.flush()

    def _media(self) -> tuple[str, ...]:
        own = [*self.theirs.alone, *self.theirs.spans]
        return tuple(self.session.scalars(select(Media.path).where(Media.document_id.in_(own)).distinct()))

    # the person

    def _person(self) -> None:
        """Let go of what they are called; what others call them stays hidden where it was."""
        session, own = self.session, self.theirs
        for row in session.scalars(select(Speaker).where(Speaker.id.in_(own.speakers))).all():
            if self.keep:
                row.label, row.same_as = own.shown, None
            else:
                session.delete(row)
        session.execute(delete(Pseudonym).where(Pseudonym.participant_id == own.key))
        for entry in traces.entries(session, own):
            if entry.original not in self.left_names:
                session.delete(entry)
        hidden = {traces.plain(one.original) for one in traces.entries(session, own)}
        person = session.get_one(Participant, own.key)
        if person.confidential and own.name in self.left_names and traces.plain(own.name) not in hidden:
            session.add(Pseudonym(original=own.name, kind="person", replacement=own.shown))

    def _take_out_person(self) -> None:
        before = forgetting.values_of(self.session, self.theirs)
        self.session.delete(self.session.get_one(Participant, self.theirs.key))
        self.session.flush()
        forgetting.choices(self.session, before)
        self.session.expire_all()

    def _recruits(self) -> None:
        """Keep of who was asked only that somebody withdrew."""
        session, own = self.session, self.theirs
        for row in session.scalars(select(Recruit)).all():
            if row.participant_id == own.key or named(row.name) == named(own.name):
                row.name, row.status, row.participant_id = GONE, "withdrawn", None
                row.organisation_id, row.approached_on, row.answered_on = None, None, now()[:10]
                row.place = row.channel = row.why = row.reason = ""
        if self.keep:
            person = session.get_one(Participant, own.key)
            person.name, person.confidential = own.shown, True
            for stored in (Consent, Summary, Approval, ForeignId):
                session.execute(delete(stored).where(stored.participant_id == own.key))

    def _names_to_keep(self) -> tuple[str, ...]:
        """Return what others call them in their texts: that stays, and stays hidden where it was."""
        own, said = self.theirs, self.traces.said_by_others
        called = dict.fromkeys((own.name, *(one.original for one in traces.entries(self.session, own))))
        return tuple(name for name in called if f" {traces.plain(name)} " in said)


def _touches(spans: Spans, start: int | None, end: int | None) -> bool:
    """Say whether words from `start` to `end`, or all where there are none, have one within spans."""
    if start is None or end is None:
        return True
    return any(low < end and start < high for low, high in spans)


def _within(spans: Spans, start: int, end: int) -> bool:
    """Say whether words from `start` to `end` are all within spans, but for what is between two of them."""
    return any(low <= start and end <= high for low, high in spans)
