"""What of a respondent stands in what others wrote: their name, and words in a row that nobody else said.

Memos, definitions, reasons and the like stay, and have `[…]` where such words stood. A name that is also another's, or
one that is a common word, stays where others wrote it: it can't be told whose it is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import lexicon, words
from corpus.cleaning import each_text
from corpus.erasing.personal_data import Theirs
from corpus.model import Code, Coder, Document, Organisation, Participant, Passage, Pseudonym, Speaker
from corpus.store import untrusted
from corpus.store.project import Project

GONE = "[…]"
_RUN = 5  # words in a row that are somebody's
_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"\[\[[^\[\]\n|]{1,500}\|([0-9a-f-]{36})\]\]")
_SHORTEST = 3  # letters of a name that is sought in what others wrote


class Traces:
    """How a respondent is recognised in what others wrote.

    `own` are the words that go, `left` those of everybody else; `names` what they are called, `uids` what of theirs a
    memo may link to.
    """

    def __init__(self, own: Iterable[str], left: Iterable[str], names: Iterable[str], uids: Iterable[str] = ()) -> None:
        self._uids = frozenset(uids)
        self._own, self.left = list(own), list(left)
        self.names = tuple(sorted(names, key=len, reverse=True))
        pattern = "|".join(map(re.escape, self.names))
        self._named = re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])") if pattern else None

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(run for text in self._own for run in _runs(_plain(text)))

    @cached_property
    def _others(self) -> frozenset[tuple[str, ...]]:
        """The words in a row that somebody else said as well; looked for once it matters."""
        return frozenset(run for text in self.left for run in _runs(_plain(text)) if run in self._runs)

    def scrubbed(self, text: str) -> str:
        """Return a text with `[…]` for what is theirs."""
        text = _LINK.sub(lambda link: GONE if link[1] in self._uids else link[0], text)
        for start, end in reversed(list(self._quoted(text))):
            text = text[:start] + GONE + text[end:]
        return self._named.sub(GONE, text) if self._named else text

    def _quoted(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a text has their words."""
        found = list(_WORD.finditer(text))
        if len(found) < _RUN:
            return
        at = 0
        for n, run in enumerate(_runs([words.folded(one[0]) for one in found])):
            if n >= at and run in self._runs and run not in self._others:
                at = n + _RUN
                start, end = found[n].start(), found[at - 1].end()
                while at < len(found) and self._goes_on(found, at):
                    at, end = at + 1, found[at].end()
                yield start, end

    def _goes_on(self, found: list[re.Match[str]], at: int) -> bool:
        return tuple(words.folded(one[0]) for one in found[at - _RUN + 1 : at + 1]) in self._runs

    @cached_property
    def _said(self) -> str:
        return " | ".join(map(plain, self._own))

    @cached_property
    def said_by_others(self) -> str:
        """The words of everybody else, folded, a space between them."""
        return f" {' | '.join(map(plain, self.left))} "

    def only_theirs(self, text: str) -> bool:
        """Say whether these words, however few, are in what they said and in nothing that is left."""
        said = f" {plain(text)} "
        return bool(said.strip()) and said in f" {self._said} " and said not in self.said_by_others

    def within(self, value: Any) -> Any:
        """Return what JSON holds with `[…]` for what is theirs."""
        return each_text(value, self.scrubbed, keys=True)

    def of_json(self, text: str) -> str:
        """Return JSON, or a text that is none, likewise; it is as it was where nothing is theirs."""
        try:
            before = untrusted.parsed(text)
        except ValueError:
            return self.scrubbed(text)
        after = self.within(before)
        return text if after == before else json.dumps(after, ensure_ascii=False)


def _plain(text: str) -> list[str]:
    return _WORD.findall(words.folded(text))


def plain(text: str) -> str:
    """Return the words of a text without case and accents, a space between them."""
    return " ".join(_plain(text))


def _runs(said: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(said[n:] for n in range(_RUN)), strict=False)


def of(project: Project, session: Session, theirs: Theirs) -> Traces:
    """Return how a respondent is recognised in what others wrote."""
    own, left = list[str](), list[str]()
    papers = session.execute(select(Document.id, Document.name, Document.text_sha)).all()
    for key, _, sha in papers:
        text = project.text(sha)
        spans = theirs.spans.get(key, ())
        own += [text] if key in theirs.alone else [text[start:end] for start, end in spans]
        if key not in theirs.alone:
            left.append(_without(text, spans))
    called = {theirs.name, *theirs.speakers.values()}
    called |= {name for key, name, _ in papers if key in theirs.alone}
    called |= {one.original for one in entries(session, theirs)}
    names = _told_apart(session, theirs, called, project.info().language)
    return Traces(own, left, names, {theirs.uid, *_linkable(session, theirs)})


def _linkable(session: Session, theirs: Theirs) -> Iterator[str]:
    """Yield the uids of documents that are theirs, and of passages in these and of their turns in others."""
    yield from session.scalars(select(Document.uid).where(Document.id.in_(theirs.alone)))
    yield from session.scalars(select(Passage.uid).where(Passage.document_id.in_(theirs.alone)))
    yield from session.scalars(select(Passage.uid).where(Passage.speaker_id.in_(theirs.speakers)))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in reversed([*spans]):
        text = text[:start] + "\n" + text[end:]
    return text


def entries(session: Session, theirs: Theirs) -> list[Pseudonym]:
    """Return the names of the vault that are a respondent's: theirs, or a part of it that no other participant has."""
    own = set(_plain(theirs.name))
    others = set[str]()
    for name in session.scalars(select(Participant.name).where(Participant.id != theirs.key)):
        others |= set(_plain(name))
    rows = session.scalars(select(Pseudonym).where(Pseudonym.participant_id.is_(None), Pseudonym.replacement != ""))
    return [row for row in rows if (said := set(_plain(row.original))) and said <= own and not said <= others]


def _told_apart(session: Session, theirs: Theirs, called: Iterable[str], language: str) -> list[str]:
    """Return the names that can be nobody else's, and no common word."""
    others = [
        *session.scalars(select(Participant.name).where(Participant.id != theirs.key)),
        *session.scalars(select(Speaker.label).where(Speaker.id.not_in(theirs.speakers))),
        *session.scalars(select(Document.name).where(Document.id.not_in([*theirs.alone, *theirs.spans]))),
        *session.scalars(select(Coder.name)),
        *session.scalars(select(Organisation.name)),
        *session.scalars(select(Code.name)),
    ]
    there = f" {' | '.join(' '.join(_plain(one)) for one in others)} "
    found = []
    for name in sorted(filter(None, (one.strip() for one in called))):
        said = _plain(name)
        letters = sum(map(len, said))
        if letters < _SHORTEST or f" {' '.join(said)} " in there:
            continue
        if len(said) > 1 or not lexicon.common(said[0], language):
            found.append(name)
    return found
