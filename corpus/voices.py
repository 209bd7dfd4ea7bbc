"""Voices: who says the words of a place in a document. The one answer, for every count, list and line of print.

Words are the interviewer's, or a respondent's, or nobody's that is known:

- what an interviewer says is no respondent's;
- a speaker who is tied to a participant is that participant;
- the speaker who is tied to nobody is the document's participant whom no other speaker is, where there is just one of
  each; of several such speakers it is the one whose mark is a part of the participant's name;
- words without a speaker are those of the document's participants: of all of them in a document where nobody is
  marked as speaking, else of its only one.

Where several might be meant, nobody is: the words stand under `(none)` and are not given to the wrong person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import anchors, documents, words
from corpus.documents import DocumentInfo, SpeakerInfo
from corpus.model import Document, Participant, Participation, Passage, Speaker
from corpus.store import columns
from corpus.store.history import WrittenRows
from corpus.store.project import Project

Ints = NDArray[np.int64]
INTERVIEWER = "interviewer"
_PEOPLE = {stored.__tablename__ for stored in (Speaker, Participant, Participation)}
_PASSAGES = select(
    Passage.id, Passage.document_id, Passage.start, Passage.end, func.coalesce(Passage.speaker_id, 0), Passage.position
)
_OWN = select(
    Document.id.label("key"),
    Document.name,
    Document.language,
    Document.characters,
    Document.words,
    Document.media_type,
    Document.encoding,
    Document.imported_at,
    Document.text_sha,
    Document.source,
)
_LITTLE = 24  # code points; more than that without a letter is nothing said


def _ordered(rows: Ints) -> Ints:
    """Return passages by document and position, without the position."""
    return rows[np.lexsort((rows[:, 5], rows[:, 1])), :5]


def _moved(session: Session, before: Ints, written: WrittenRows) -> Ints | None:
    """Return the passages after a correction that moved some and wrote few; None where any came or went."""
    table, keys = before.copy(), written.of(Passage.__tablename__)
    for move in written.moves:
        if move.stored == Passage.__tablename__:
            if move.columns != ("start", "end"):
                return None
            here = (table[:, 1] == move.document) & (table[:, 2] >= move.start)
            table[here & ~np.isin(table[:, 0], move.apart), 2:4] += move.by
    rows = columns.these(session, _PASSAGES, Passage.id, keys)
    at = np.flatnonzero(np.isin(table[:, 0], rows[:, 0]))
    if not len(keys) == len(rows) == len(at):
        return None
    table[at[np.argsort(table[at, 0])]] = rows[np.argsort(rows[:, 0]), :5]
    ascending = (table[1:, 1] > table[:-1, 1]) | (table[1:, 2] >= table[:-1, 2])
    return table if ascending.all() else None


def _reread(session: Session, infos: Sequence[DocumentInfo]) -> dict[int, DocumentInfo]:
    """Return documents as their own rows are now; of their passages and people what is known stays."""
    known = {info.key: info for info in infos}
    rows = session.execute(_OWN.where(Document.id.in_(known))).mappings()
    return {row["key"]: replace(known[row["key"]], **row) for row in rows}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard in a place: keys of its speakers and of the participants they are, in the order of the words.

    `asked` says that an interviewer is heard, `answered` that somebody else is.
    """

    speakers: tuple[int, ...]
    participants: tuple[int, ...]
    asked: bool
    answered: bool


@dataclass
class Voices:
    """The documents of one moment, their passages, and who speaks in them.

    `passages` is (n, 5) int64: key, document, start, end, speaker (0 for none), by document and position. `tied` gives
    the participant that a speaker was said to be, `participants` their keys in the order of their table.
    """

    project: Project
    documents: list[DocumentInfo]
    passages: Ints
    speakers: dict[int, SpeakerInfo]
    tied: dict[int, int]
    participants: list[tuple[int, str]]
    participants_of: dict[int, list[int]]

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read the documents, their passages and their people."""
        with project.read() as session:
            people = session.execute(
                select(Participant.id, Participant.name).order_by(Participant.position, Participant.id)
            ).all()
            place = {row.id: n for n, row in enumerate(people)}
            within: dict[int, list[int]] = {}
            for document, participant in session.execute(
                select(Participation.document_id, Participation.participant_id)
            ):
                within.setdefault(document, []).append(participant)
            tied = {
                speaker: participant
                for speaker, participant in session.execute(select(Speaker.id, Speaker.participant_id))
                if participant is not None
            }
            return cls(
                project,
                documents.listed(project),
                _ordered(columns.read(session, _PASSAGES)),
                {info.key: info for info in documents.speakers(project)},
                tied,
                [(row.id, row.name) for row in people],
                {document: sorted(set(keys), key=place.__getitem__) for document, keys in within.items()},
            )

    @staticmethod
    def carried(session: Session, before: Voices, written: WrittenRows) -> Voices | None:
        """Return `before` after a correction of texts: these alone are read again. None where more changed."""
        keys = written.of(Document.__tablename__)
        within = {move.document for move in written.moves if move.stored == Passage.__tablename__}
        if not within <= keys <= before.infos.keys() or written.tables & _PEOPLE:
            return None
        read = _reread(session, [before.infos[key] for key in keys])
        said = {one.key: one for key in keys for one in documents.speakers(before.project, key)}
        if any(key not in read or read[key].name != before.infos[key].name for key in keys):
            return None
        passages = _moved(session, before.passages, written)
        if passages is None:
            rows = _ordered(columns.read(session, _PASSAGES.where(Passage.document_id.in_(keys))))
            passages = np.concatenate([before.passages[~np.isin(before.passages[:, 1], [*keys])], rows])
            passages = passages[np.argsort(passages[:, 1], kind="stable")]
            read = {key: replace(one, passages=int((rows[:, 1] == key).sum())) for key, one in read.items()}
        return replace(
            before,
            documents=[read.get(info.key, info) for info in before.documents],
            passages=passages,
            speakers={**before.speakers, **said},
        )

    @cached_property
    def infos(self) -> dict[int, DocumentInfo]:
        """The documents by key."""
        return {info.key: info for info in self.documents}

    @cached_property
    def runs(self) -> dict[int, tuple[int, int]]:
        """Document → the range of its passages."""
        found, starts, sizes = np.unique(self.passages[:, 1], return_index=True, return_counts=True)
        return {int(d): (int(s), int(s + n)) for d, s, n in zip(found, starts, sizes, strict=True)}

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Passage key → its place among all passages."""
        return {int(key): n for n, key in enumerate(self.passages[:, 0])}

    @cached_property
    def asking(self) -> NDArray[np.bool_]:
        """Which passages an interviewer says: bool[passages]."""
        keys = [key for key, info in self.speakers.items() if info.role == INTERVIEWER]
        return np.asarray(np.isin(self.passages[:, 4], keys))

    @cached_property
    def _speaking(self) -> dict[int, list[int]]:
        """Document → its speakers."""
        found: dict[int, list[int]] = {}
        for key, info in self.speakers.items():
            found.setdefault(info.document, []).append(key)
        return found

    def says(self, document: int, speaker: int) -> tuple[int, ...]:
        """Return the participants whose words a speaker of a document (0 for none) says, by the rule of this module."""
        if speaker in self.speakers and self.speakers[speaker].role == INTERVIEWER:
            return ()
        if speaker in self.tied:
            return (self.tied[speaker],)
        people = self.participants_of.get(document, [])
        speaking = self._speaking.get(document, ())
        if not speaking:
            return tuple(people)
        if not speaker:
            return tuple(people) if len(people) == 1 else ()
        taken = {self.tied[other] for other in speaking if other in self.tied}
        free = [one for one in people if one not in taken]
        return tuple(free) if len(free) == 1 and self._meant(speaker, speaking, self.names[free[0]]) else ()

    def _meant(self, speaker: int, speaking: Sequence[int], name: str) -> bool:
        """Say whether a speaker is the only one of a document that can be meant by a participant's name."""
        untied = [one for one in speaking if one not in self.tied and self.speakers[one].role != INTERVIEWER]
        if len(untied) == 1:
            return True
        parts = set(words.folded(name).replace("-", " ").split())
        named = [one for one in untied if parts & set(words.folded(self.label(one)).replace("-", " ").split())]
        return named == [speaker]

    @cached_property
    def unknown(self) -> list[int]:
        """The speakers, no interviewers, of whom it is not known which of several participants they are."""
        return [
            key
            for key, info in self.speakers.items()
            if info.role != INTERVIEWER
            and self.participants_of.get(info.document)
            and not self.says(info.document, key)
        ]

    @cached_property
    def unknown_in(self) -> dict[int, list[int]]:
        """The documents in which such speakers are, in order of name, with those speakers."""
        found: dict[int, list[int]] = {}
        for key in self.unknown:
            found.setdefault(self.speakers[key].document, []).append(key)
        return {info.key: found[info.key] for info in self.documents if info.key in found}

    def touched(self, document: int, start: int, end: int) -> range:
        """Return which passages a stretch of a document touches, see `touched_by`."""
        return range(*self.touched_by(np.array([[document, start, end]], np.int64))[0].tolist())

    def touched_by(self, spans: Ints) -> Ints:
        """Return (spans, 2): the range of passages that each of (document, start, end) rows, by document, touches.

        It touches those of which it holds a letter or digit; one without any touches those of which it holds a
        character.
        """
        found = np.zeros((len(spans), 2), np.int64)
        keys, firsts, sizes = np.unique(spans[:, 0], return_index=True, return_counts=True)
        for document, at, size in zip(keys.tolist(), firsts.tolist(), sizes.tolist(), strict=True):
            first, last = self.runs.get(document, (0, 0))
            begins, ends = self.passages[first:last, 2], self.passages[first:last, 3]
            here = spans[at : at + size]
            found[at : at + size] = anchors.overlapped_many(begins, ends, here[:, 1], here[:, 2]) + first
        texts: dict[int, str] = {}
        for n in self._edged(spans, found):
            span = spans[n].tolist()
            if span[0] not in texts:
                texts[span[0]] = self.project.text(self.infos[span[0]].text_sha)
            found[n] = self._worded(texts[span[0]], span, *found[n].tolist())
        return found

    def _edged(self, spans: Ints, ranges: Ints) -> list[int]:
        """Return the rows that hold so little of their first or last passage that it may be no word."""
        several = np.flatnonzero(ranges[:, 1] - ranges[:, 0] > 1)
        low, high = ranges[several, 0], ranges[several, 1] - 1
        head = self.passages[low, 3] - np.maximum(self.passages[low, 2], spans[several, 1])
        tail = np.minimum(self.passages[high, 3], spans[several, 2]) - self.passages[high, 2]
        return [int(n) for n in several[np.minimum(head, tail) <= _LITTLE]]

    def _worded(self, text: str, span: list[int], first: int, last: int) -> tuple[int, int]:
        """Return a range of passages without those at its ends of which a span holds no letter or digit."""
        _, start, end = span
        begins, ends = self.passages[first:last, 2].tolist(), self.passages[first:last, 3].tolist()

        def worded(n: int) -> bool:
            return words.any_in(text, max(start, begins[n]), min(end, ends[n]))

        if worded(0) and worded(-1):
            return first, last
        kept = [n for n in range(last - first) if worded(n)]
        kept = kept or [n for n in range(last - first) if max(start, begins[n]) < min(end, ends[n])]
        return (first + kept[0], first + kept[-1] + 1) if kept else (first, first)

    def heard(self, document: int, start: int, end: int) -> Voice:
        """Return who says the words of a stretch; one outside every passage is the document's."""
        return self.heard_in(document, self.touched(document, start, end))

    def heard_in(self, document: int, passages: Sequence[int]) -> Voice:
        """Return who says these passages of a document."""
        rows = slice(passages.start, passages.stop) if isinstance(passages, range) else passages
        speakers = tuple(dict.fromkeys(self.passages[rows, 4].tolist())) if len(passages) else (0,)
        if (document, speakers) not in self._together:
            self._together[document, speakers] = self._voice(document, speakers)
        return self._together[document, speakers]

    @cached_property
    def _together(self) -> dict[tuple[int, tuple[int, ...]], Voice]:
        """Document and speakers, as far as they were asked for → the voice of all of them."""
        return {}

    def _voice(self, document: int, speakers: tuple[int, ...]) -> Voice:
        people = dict.fromkeys(one for speaker in speakers for one in self.says(document, speaker))
        asks = [speaker in self.speakers and self.speakers[speaker].role == INTERVIEWER for speaker in speakers]
        return Voice(tuple(filter(None, speakers)), tuple(people), any(asks), not all(asks))

    def called(self, document: int, label: str) -> int:
        """Return the speaker of a document with that mark, 0 where there is none."""
        return next((key for key in self._speaking.get(document, ()) if self.speakers[key].label == label), 0)

    @cached_property
    def names(self) -> Mapping[int, str]:
        """Participant key → name."""
        return dict(self.participants)

    def label(self, speaker: int) -> str:
        """Return the mark of a speaker, empty for none."""
        return self.speakers[speaker].label if speaker in self.speakers else ""
