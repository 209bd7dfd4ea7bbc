"""Grounds: one moment of a project, read once and divided by everything that verbatims can be chosen by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from coding import codebook, dimensions, evidence, excerpts, frameworks
from coding.codebook import CodeInfo
from coding.concordance import Concordance
from coding.confidential import FUNCTION, Mask
from coding.dimensions import Dimension, Label, Source, once, spread
from coding.evidence import Ints, Ways
from corpus import documents, participants, words
from corpus.documents import DocumentInfo, SpeakerInfo
from corpus.model import Coding
from corpus.project import Project
from corpus.search.index import View


@dataclass
class Ground:
    """A project's passages, coded spans and codes, and the divisions of them that texts and people give.

    `functions` are the participants' by name. `said` divides by speaker, role, document and attributes. `chosen` are
    document, start and end of the excerpts, `titles` those of frameworks by key.
    """

    source: Source
    said: dict[str, Dimension]
    voices: Mapping[int, SpeakerInfo]
    functions: Mapping[str, str]
    codes: dict[int, CodeInfo]
    origins: dict[int, str]
    chosen: frozenset[tuple[int, int, int]]
    titles: dict[str, str]
    _words: Concordance | None = field(default=None, repr=False)

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read the project."""
        source = Source.of(project, interviewer=True)
        voices = {info.key: info for info in documents.speakers(project)}
        people = Mask.of(project, masking=False).people.values()
        functions = {person.name: person.first(FUNCTION) for person in people}
        return cls(source, _said(source, voices), voices, functions, *_coded(project))

    def coded_anew(self) -> Self:
        """Return the ground after a change of codes, codings, links, judgements or excerpts alone."""
        project = self.source.project
        source = replace(self.source, net=evidence.net(project))
        said = {name: replace(one, source=source) for name, one in self.said.items()}
        return type(self)(source, said, self.voices, self.functions, *_coded(project), self._words)

    def concordance(self, view: View) -> Concordance:
        """Return the words of all passages as the index had them at one moment."""
        if self._words is None or self._words.view is not view:
            self._words = Concordance.of(view, np.ascontiguousarray(self.source.passages[:, 0]))
        return self._words

    @cached_property
    def asked(self) -> NDArray[np.bool_]:
        """Which passages an interviewer says: bool[passages]."""
        asking = [key for key, voice in self.voices.items() if voice.role == "interviewer"]
        return np.asarray(np.isin(self.source.passages[:, 4], asking))

    @cached_property
    def infos(self) -> dict[int, DocumentInfo]:
        """The documents by key."""
        return {info.key: info for info in self.source.documents}

    @cached_property
    def passage_numbers(self) -> dict[int, int]:
        """Passage key → its place among all passages."""
        return {int(key): n for n, key in enumerate(self.source.passages[:, 0])}

    @cached_property
    def span_numbers(self) -> dict[int, int]:
        """Coding key → the number of its span."""
        net = self.source.net
        return dict(zip(net.codings[:, 0].tolist(), net.span.tolist(), strict=True))

    @cached_property
    def code_of(self) -> dict[int, int]:
        """Coding key → its code."""
        table = self.source.net.codings
        return dict(zip(table[:, 0].tolist(), table[:, 2].tolist(), strict=True))

    @cached_property
    def coded_by(self) -> dict[str, Dimension]:
        """Divisions of the coded spans by coder and origin."""
        table = self.source.net.codings
        kinds = sorted(set(self.origins.values()))
        place = {kind: n for n, kind in enumerate(kinds)}
        found = np.array([place[self.origins[key]] for key in table[:, 0].tolist()], np.int64)
        labels = tuple(Label(kind, kind, "origin") for kind in kinds)
        origins = Dimension("origin", labels, self.source, coded=once((found, self.source.net.span)))
        return {"coder": dimensions.by_coders(self.source), "origin": origins}

    def by_codes(self, ways: Ways) -> dict[str, Dimension]:
        """Return divisions by the codes of the first cycle, and of each framework, with the evidence that counts."""
        books: dict[str, list[CodeInfo]] = {}
        for code in self.codes.values():
            books.setdefault("code" if code.framework is None else f"framework:{code.framework}", []).append(code)
        return {name: self._by_codes(name, book, ways) for name, book in books.items()}

    def by_code(self, ways: Ways) -> Dimension:
        """Return the division by every code, those of frameworks after those of the first cycle."""
        return self._by_codes("code", sorted(self.codes.values(), key=lambda code: code.framework or ""), ways)

    def _by_codes(self, name: str, book: Sequence[CodeInfo], ways: Ways) -> Dimension:
        spans = [self.source.net.spans(code.key, ways) for code in book]
        numbers = np.repeat(np.arange(len(spans)), [len(found) for found in spans])
        pairs = once((numbers, np.concatenate([np.zeros(0, np.int64), *spans])))
        labels = tuple(Label(code.key, code.label, "code") for code in book)
        return Dimension(name, labels, self.source, coded=pairs)


def _coded(
    project: Project,
) -> tuple[dict[int, CodeInfo], dict[int, str], frozenset[tuple[int, int, int]], dict[str, str]]:
    codes = {code.key: code for code in codebook.listed(project)}
    with project.read() as session:
        origins = {row.id: row.origin for row in session.execute(select(Coding.id, Coding.origin))}
    chosen = frozenset((one.document, one.start, one.end) for one in excerpts.listed(project))
    return codes, origins, chosen, {one.framework: one.title for one in frameworks.listed(project)}


def _said(source: Source, voices: Mapping[int, SpeakerInfo]) -> dict[str, Dimension]:
    who = source.passages[:, 4].tolist()
    marks = [voices[key].label if key in voices else "" for key in who]
    roles = [voices[key].role if key in voices else "" for key in who]
    place = {info.key: n for n, info in enumerate(source.documents)}
    of_document = {key: [n] for key, n in place.items()}
    files = np.array([place[key] for key in source.passages[:, 1].tolist()], np.int64)
    named = tuple(Label(info.key, info.name, "document") for info in source.documents)
    found = {
        "speaker": _by_word(source, "speaker", marks),
        "role": _by_word(source, "role", roles),
        "document": Dimension("document", named, source, (files, np.arange(len(files))), of_document),
    }
    for subject in ("participant", "document"):
        for info in participants.attributes(source.project, subject):
            found.setdefault(f"attribute:{info.name}", dimensions.attribute(source, info.name))
    return found


def _by_word(source: Source, kind: str, given: Iterable[str]) -> Dimension:
    """Divide passages by a word of theirs; those alike but for case and accents are one."""
    said = list(given)
    folded = {word: words.folded(word) for word in dict.fromkeys(said)}
    shown = {plain: word for word, plain in reversed(folded.items())}
    order = {plain: n for n, plain in enumerate(sorted(shown))}
    labels = tuple(Label(shown[plain] or None, shown[plain], kind) for plain in order)
    numbers = np.array([order[folded[word]] for word in said], np.int64)
    return Dimension(kind, labels, source, spread(numbers, _each(len(numbers))))


def _each(count: int) -> Ints:
    numbers = np.arange(count, dtype=np.int64)
    return np.stack([numbers, numbers + 1], axis=1)
