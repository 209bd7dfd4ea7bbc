"""Reading a document anew from the file it came from: what is attached to its words goes along where they agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import anchors, words
from corpus.anchors import Edit
from corpus.cleaning import clean_text
from corpus.correcting import aligning, attached
from corpus.correcting.carrying import Correction, checked
from corpus.drafts import DraftPassage, DraftSpeaker
from corpus.model import Passage, Speaker

_PIECE = re.compile(r"[ \n\t]+|[^ \n\t]+")
_NO_LETTER = re.compile(r"[\W_]+")
_NO_PLAIN_LETTER = re.compile(r"[^A-Za-z0-9]+")
_LONG = 60  # code points of a word


@dataclass(frozen=True, slots=True)
class Lost:
    """What a new reading has no words for: its kind (see `attached.TOLD`), its code or question, and its words now."""

    document: str
    kind: str
    code: str
    words: str


def edits(old: str, new: str) -> list[Edit]:
    """Return what makes `new` of `old`, lines and words of the two being told apart by their white space."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return _joined(_between(before, after, 0, _of_lines))


def corrections(old: str, new: str, at: int = 0) -> list[Correction]:
    """Return what puts `old`, which begins at `at` in its document, right as `new`: whole words where letters differ.

    >>> [one.text for one in corrections("le client voie", "le bon client voit", 0)]
    ['bon ', 'voit']
    """
    changed = edits(old, new)
    parts: list[tuple[int, int, int, int]] = []  # start and end, and how far the new text is ahead at each
    shift = 0
    for start, end, length in changed:
        put = new[start + shift : start + shift + length]
        first, last = _whole_words(old, start, end, put)
        ahead, shift = shift, shift + length - (end - start)
        while parts and first <= parts[-1][1]:
            before = parts.pop()
            first, last, ahead = min(first, before[0]), max(last, before[1]), before[2]
        parts.append((first, last, ahead, shift))
    return [Correction(at + start, at + end, new[start + a : end + b]) for start, end, a, b in parts]


def rewritten(text: str, start: int, end: int, words: str) -> list[Correction]:
    """Return what makes characters `start` to `end` of a text read as `words`: what they have in common stays.

    Raises `SpanOutside`.
    """
    checked([Correction(start, end, words)], len(text))
    return corrections(text[start:end], clean_text(words), start)


def _whole_words(old: str, start: int, end: int, put: str) -> tuple[int, int]:
    """Take in the letters of a word that differs in part."""
    if (old[start:end][:1] or put[:1]).isalnum():
        while start and old[start - 1].isalnum():
            start -= 1
    if (old[start:end][-1:] or put[-1:]).isalnum():
        while end < len(old) and old[end].isalnum():
            end += 1
    return start, end


def _between(before: Sequence[str], after: Sequence[str], at: int, finer: Any) -> Iterator[Edit]:
    """Yield edits of the pieces `before`, which begin at `at`, into those of `after`; `finer` looks into a pair."""
    for tag, i, i_end, j, j_end in aligning.steps(before, after):
        if tag == "equal":
            at += sum(map(len, before[i:i_end]))
        elif i_end - i == j_end - j:
            for one, other in zip(before[i:i_end], after[j:j_end], strict=True):
                yield from finer(one, other, at)
                at += len(one)
        else:
            one, other = "".join(before[i:i_end]), "".join(after[j:j_end])
            yield from finer(one, other, at) if finer is _of_lines else _of_pieces(one, other, at)
            at += len(one)


def _of_lines(one: str, other: str, at: int) -> Iterator[Edit]:
    if one != other:
        yield from _between(_PIECE.findall(one), _PIECE.findall(other), at, _of_pieces)


def _of_pieces(one: str, other: str, at: int) -> Iterator[Edit]:
    """Yield the edits within a word; of a long one, that of all between its ends."""
    if max(len(one), len(other)) <= _LONG:
        for tag, i, i_end, j, j_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Edit(at + i, at + i_end, j_end - j)
        return
    least = min(len(one), len(other))
    first = next((n for n in range(least) if one[n] != other[n]), least)
    last = next((n for n in range(least - first) if one[-1 - n] != other[-1 - n]), least - first)
    if one != other:
        yield Edit(at + first, at + len(one) - last, len(other) - first - last)


def _joined(found: Iterable[Edit]) -> list[Edit]:
    """Return edits that do not touch each other."""
    joined: list[Edit] = []
    for edit in found:
        if joined and edit.start <= joined[-1].end:
            before = joined.pop()
            edit = Edit(before.start, edit.end, before.length + edit.length)
        joined.append(edit)
    return joined


class Rereading:
    """A document whose text gives way to another; `recoded` says that the same bytes were read as other letters."""

    def __init__(self, session: Session, document: int, old: str, new: str, *, recoded: bool) -> None:
        self._session, self._document = session, document
        self._old, self._new = old, new
        self._edits = edits(old, new)
        self._no_letter = _NO_PLAIN_LETTER if recoded else _NO_LETTER

    def lost(self, name: str) -> tuple[Lost, ...]:
        """Return what can't go along, of the document of that name, in its order."""
        title, found = attached.titles(self._session), []
        for stored, kind in attached.TOLD:
            rows = self._placed(stored)
            found += [
                (row.start, Lost(name, kind, title(row), self._old[row.start : row.end]))
                for row, place in rows
                if place is None
            ]
        return tuple(lost for _, lost in sorted(found, key=lambda one: one[0]))

    def carry(self) -> None:
        """Put all that is attached to words where they are now; what has none any more goes, but for memos."""
        attached.carry(self._session, self._document, self._edits, self._agree)

    def _placed(self, stored: Any) -> list[tuple[Any, tuple[int, int] | None]]:
        return attached.placed(self._session, stored, self._document, self._edits, self._agree)

    def _agree(self, span: tuple[int, int], place: tuple[int, int]) -> bool:
        before, after = self._old[slice(*span)], self._new[slice(*place)]
        same = self._no_letter.sub("", before).casefold() == self._no_letter.sub("", after).casefold()
        return bool(after.strip()) and same and len(before.split(" ")) == len(after.split(" "))

    def speakers(self, found: Sequence[DraftSpeaker], said: Sequence[DraftPassage]) -> dict[str, Speaker]:
        """Return the speakers by their marks: those who were there keep their ties and roles; who is gone, goes."""
        session = self._session
        there = session.scalars(select(Speaker).where(Speaker.document_id == self._document).order_by(Speaker.id)).all()
        known = self._same(there, found, said)
        made: dict[str, Speaker] = {}
        for one in found:
            row = known.get(one.label) or Speaker(document_id=self._document, label=one.label, role=one.role)
            row.label, row.same_as = one.label, one.same_as
            row.role = one.role if row.role == "unknown" else row.role
            made[one.label] = row
        session.add_all(made.values())
        session.flush()
        for passage in session.scalars(select(Passage).where(Passage.document_id == self._document)):
            session.delete(passage)
        session.flush()
        kept = {row.id for row in made.values()}
        for row in there:
            if row.id not in kept:
                session.delete(row)
        session.flush()
        return made

    def _same(
        self, there: Sequence[Speaker], found: Sequence[DraftSpeaker], said: Sequence[DraftPassage]
    ) -> Mapping[str, Speaker]:
        """Return which speaker each mark is: by the mark, else by what they say, and each once."""
        known: dict[str, Speaker] = {}
        for compare in (str, words.folded):
            left = {compare(row.label): row for row in there if row not in known.values()}
            known |= {
                one.label: left[compare(one.label)]
                for one in found
                if one.label not in known and compare(one.label) in left
            }
        rows = {row.id: row for row in there if row not in known.values()}
        for (label, key), _ in self._shared(said).most_common():
            if key in rows and label not in known:
                known[label] = rows.pop(key)
        return known

    def _shared(self, said: Sequence[DraftPassage]) -> Counter[tuple[str, int]]:
        """Count the passages that a mark has now and a speaker had before."""
        query = (
            select(Passage.start, Passage.end, Passage.speaker_id)
            .where(Passage.document_id == self._document, Passage.speaker_id.is_not(None))
            .order_by(Passage.start)
        )
        before = self._session.execute(query).all()
        places = anchors.carried([(row.start, row.end) for row in before], self._edits).tolist()
        starts, ends = [start for start, _ in places], [end for _, end in places]
        shared: Counter[tuple[str, int]] = Counter()
        for passage in said:
            if passage.speaker is not None:
                for n in anchors.overlapped(starts, ends, passage.start, passage.end):
                    shared[passage.speaker, before[n].speaker_id] += 1
        return shared
