"""The texts of a project as the learner sees them: turns, their readings, and the vocabulary they share.

Nothing here depends on a coding, so it is read once and kept while codings come and go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from coding.codebook.tree import label
from coding.suggest import pipeline, turns
from coding.suggest.features import NOTHING, FeatureRows, Features, Lexicon, TextFeatures
from coding.suggest.records import hash_of
from coding.suggest.turns import Turn
from coding.suggest.vector_cache import VectorCache
from corpus import anchors, documents, private
from corpus.model import Code, Cue, Framework
from corpus.progress import Progress, silent
from corpus.store.project import Project

if TYPE_CHECKING:
    from spacy.language import Language

_REPORT_EVERY = 500
_BATCH = 128


@dataclass(frozen=True, slots=True)
class CodeDescription:
    """What a code says of itself, for learning: all that is written of it, in the language of its book."""

    key: int
    label: str
    language: str
    framework: str | None
    in_vivo: bool
    name: str
    definition: str
    include: str
    exclude: str
    typical: str
    cues: tuple[str, ...]
    parent: int | None = None
    spoken: tuple[str, ...] = ()  # the language of each cue, where it has one

    @property
    def sha(self) -> str:
        """A hash of what a verdict on a suggestion of it rests upon."""
        return hash_of(self.name, self.definition, self.include, self.exclude, *self.cues)

    @property
    def defined(self) -> bool:
        """Whether more than a name is written of it."""
        return bool(self.definition or self.cues)


@dataclass(slots=True)
class TurnTexts:
    """All turns of a project, read, each with what was said `before` it; `rows` are their numbers, in the same order.

    `words` are hashes of documents; `kept` are vectors of their meanings; `without` are passages of those who are left
    out of analysis.
    """

    turns: list[Turn]
    readings: list[TextFeatures]
    before: list[TextFeatures]
    rows: FeatureRows
    features: Features
    pipelines: dict[str, Language]
    cues: Mapping[int, tuple[str, ...]]
    words: Mapping[int, str]
    kept: VectorCache = field(default_factory=VectorCache)
    without: frozenset[int] = frozenset()
    _by_document: dict[int, range] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        at = 0
        for document, group in groupby(self.turns, key=lambda turn: turn.document):
            count = sum(1 for _ in group)
            self._by_document[document] = range(at, at + count)
            at += count
        self._starts = [turn.start for turn in self.turns]
        self._ends = [turn.end for turn in self.turns]

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents that have turns, in order."""
        return tuple(self._by_document)

    def of_document(self, document: int) -> range:
        """Return the places of a document's turns."""
        return self._by_document.get(document, range(0))

    def covered(self, document: int, start: int, end: int, *, fairly: bool = False) -> list[int]:
        """Return the turns that a span touches; `fairly` asks for a quarter of the turn or of the span at least."""
        places = anchors.overlapped(self._starts, self._ends, start, end, self.of_document(document))
        return [place for place in places if not fairly or self._fairly(place, start, end)]

    def _fairly(self, place: int, start: int, end: int) -> bool:
        own_start, own_end = self._starts[place], self._ends[place]
        return 4 * (min(end, own_end) - max(start, own_start)) >= min(end - start, own_end - own_start)

    def said(self, project: Project, place: int) -> str:
        """Return the words of a turn."""
        turn = self.turns[place]
        return project.text(self.words[turn.document])[turn.start : turn.end]

    def inside(self, place: int, span: tuple[int, int]) -> tuple[TextFeatures, NDArray[np.bool_]]:
        """Return the reading of a turn, and which of its words are inside a span of its document."""
        reading, shift = self.readings[place], self.turns[place].start
        return reading, (reading.starts + shift >= span[0]) & (reading.ends + shift <= span[1])

    def read_each(self, pieces: Sequence[tuple[str, str]]) -> list[TextFeatures]:
        """Read pieces of text that are no turns, such as definitions, each given with its language.

        How they begin and end is no way in which somebody speaks.
        """
        readings: dict[int, TextFeatures] = {}
        for language in dict.fromkeys(language for language, _ in pieces):
            if language not in self.pipelines:
                self.pipelines[language] = pipeline.load(language, self.cues, self.kept)
            places = [place for place, (own, _) in enumerate(pieces) if own == language]
            read = _read(self.pipelines[language], self.features.lexicon, (pieces[place][1] for place in places))
            edgeless = (replace(reading, edges=(False, False)) for reading in read)
            readings.update(zip(places, edgeless, strict=True))
        return [readings[place] for place in range(len(pieces))]


def described(project: Project) -> list[CodeDescription]:
    """Return what is written of every code."""
    study = project.info().language
    with project.read() as session:
        cues: dict[int, list[tuple[str, str]]] = {}
        for code, text, spoken in session.execute(select(Cue.code_id, Cue.text, Cue.language).order_by(Cue.id)):
            cues.setdefault(code, []).append((text, spoken))
        rows = session.execute(
            select(
                Code.id,
                Code.key,
                Framework.language,
                Framework.key,
                Code.in_vivo,
                Code.name,
                Code.definition,
                Code.include,
                Code.exclude,
                Code.typical,
                Code.parent_id,
            )
            .outerjoin(Framework, Framework.id == Code.framework_id)
            .order_by(Code.id)
        )
        return [
            CodeDescription(key, label(short, name), language or study, framework, vivo, name, definition, include,
                      exclude, typical, tuple(text for text, _ in cues.get(key, ())), parent,
                      tuple(spoken for _, spoken in cues.get(key, ())))
            for key, short, language, framework, vivo, name, definition, include, exclude, typical, parent in rows
        ]  # fmt: skip


def read(project: Project, codes: Iterable[CodeDescription], progress: Progress = silent) -> TurnTexts:
    """Read all turns of a project, and what was said before them; about 50,000 words a second."""
    without = turns.left_out(project)
    found = turns.of_project(project, without)
    cues = {code.key: code.cues for code in codes if code.cues}
    words = {document.key: document.text_sha for document in documents.listed(project)}
    spans = {(turn.document, turn.start, turn.end): turn.language for turn in found}
    asked = {(turn.document, *turn.before): turn.language for turn in found if turn.before}
    wanted = spans | asked
    lexicon, pipelines, readings = Lexicon(), dict[str, Any](), dict[tuple[int, int, int], TextFeatures]()
    kept = VectorCache(private.of_person("cache") / "meanings" / f"{project.key}.npz")
    for language in dict.fromkeys(wanted.values()):
        progress(len(readings), len(wanted), "Preparing the language")
        nlp = pipelines[language] = pipeline.load(language, cues, kept)
        here = [span for span, own in wanted.items() if own == language]
        texts = (project.text(words[document])[start:end] for document, start, end in here)
        for span, reading in zip(here, _read(nlp, lexicon, texts), strict=True):
            readings[span] = reading
            if len(readings) % _REPORT_EVERY == 0:
                progress(len(readings), len(wanted), "Reading")
    kept.keep()
    complete = [readings[turn.document, turn.start, turn.end] for turn in found]
    before = [readings[turn.document, *turn.before] if turn.before else NOTHING for turn in found]
    features = Features.fit(lexicon, complete, [readings[span] for span in asked if span not in spans])
    rows = features.rows(complete, before, [turn.document for turn in found])
    return TurnTexts(found, complete, before, rows, features, pipelines, cues, words, kept, without)


def _read(nlp: Language, lexicon: Lexicon, pieces: Iterable[str]) -> Iterator[TextFeatures]:
    from coding.suggest import meaning

    for doc in nlp.pipe(meaning.reading(nlp, pieces), batch_size=_BATCH):
        yield lexicon.read(doc)
