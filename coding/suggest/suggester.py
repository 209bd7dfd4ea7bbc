"""The suggester of one project: trained once, kept up to date decision by decision, asked for any documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import select

from coding.suggest import examples, measures, reasons, training
from coding.suggest.definitions import Definitions
from coding.suggest.examples import Labels
from coding.suggest.measures import Standing
from coding.suggest.records import Example, PassageSuggestions, Reason, Suggestion, hash_of
from coding.suggest.texts import Described, Texts, described, read, said
from coding.suggest.training import Trained
from corpus.errors import FrameworkError
from corpus.model import (
    Assignment,
    Code,
    Coder,
    Coding,
    Cue,
    Document,
    Framework,
    Judgement,
    Link,
    Passage,
    Speaker,
    Verdict,
)
from corpus.progress import Progress, silent
from corpus.project import Changes, Project

_EXAMPLES_SHOWN = 3
_TEXTS = (Document, Passage, Speaker, Cue)
_CODES = (Code, Framework, Assignment)
_DECISIONS = (Coding, Verdict, Link, Judgement)


class Suggester:
    """Suggests codes of the first cycle (`framework` None), or of one framework."""

    def __init__(self, project: Project, framework: str | None, texts: Texts, codes: Sequence[Described]) -> None:
        self.project = project
        self.framework = framework
        self.texts = texts
        self.codes = {code.key: code for code in codes if code.framework == framework}
        self.stamp = project.stamp()
        self.labels = self._labels()
        self.trained = training.train(texts, self.labels, self.codes)
        self.definitions = self._defined()

    @classmethod
    def train(
        cls, project: Project, *, framework: str | None = None, texts: Texts | None = None, progress: Progress = silent
    ) -> Suggester:
        """Read the project and learn from it; `texts` of another suggester of the project spare the reading."""
        if framework is not None:
            check_framework(project, framework)
        codes = described(project)
        texts = texts or read(project, codes, progress)
        progress(0, 1, "Learning")
        made = cls(project, framework, texts, codes)
        progress(1, 1, "")
        return made

    def update(self, changes: Changes | None = None, progress: Progress = silent) -> Suggester:
        """Return a suggester that knows what was done since: this one, taught the new decisions, or another.

        A decision takes some milliseconds; after changes of codes or texts, or unknown ones, all is learned anew.
        """
        if changes is None or changes.touches(*_TEXTS):
            return Suggester.train(self.project, framework=self.framework, progress=progress)
        if changes.touches(*_CODES):
            return Suggester.train(self.project, framework=self.framework, texts=self.texts, progress=progress)
        if changes.touches(*_DECISIONS):
            self.stamp = self.project.stamp()
            self.labels = self._labels()
            if not (self.trained and training.teach(self.trained, self.texts, self.labels, self.codes)):
                self.trained = training.train(self.texts, self.labels, self.codes)
            self.definitions = self._defined()
        return self

    def _labels(self) -> Labels:
        return examples.labels(self.project, self.texts, self.codes, second_cycle=self.framework is not None)

    def _defined(self) -> Definitions | None:
        unknown = [code for code in self.codes.values() if code.defined and not self._known(code.key)]
        before: Definitions | None = getattr(self, "definitions", None)
        if before is not None and before.keys == {code.key for code in unknown}:
            return before
        return Definitions.of(self.texts, unknown)

    def _known(self, code: int) -> bool:
        return self.trained is not None and self.trained.known(code)

    @property
    def standings(self) -> list[Standing]:
        """What is known of each code; with fewer examples than `measures.ENOUGH` it is not suggested yet."""
        known = self.trained.standings if self.trained else {}
        return [known.get(code, Standing(code, 0)) for code in self.codes]

    def suggest(self, documents: Iterable[int] | None = None, *, top: int | None = 3) -> list[PassageSuggestions]:
        """Return suggestions for turns of `documents`, or of all, in their order; turns with none are left out."""
        texts = self.texts
        keys = texts.documents if documents is None else tuple(dict.fromkeys(documents))
        places = [place for key in keys for place in texts.of_document(key)]
        refused = self._refused()
        scored = _Scored(self, places)
        found = []
        for place in places:
            turn = texts.turns[place]
            text = said(self.project, turn)
            closed = self.labels.touched.get(place, set()) | self._closed(refused, turn.document, text)
            known = [one for one in scored.measured(place) if one[0] not in closed][:top]
            unmeasured = [one for one in scored.defined(place) if one[0] not in closed][:top]
            if known or unmeasured:
                found.append(
                    PassageSuggestions(
                        turn.document, turn.start, turn.end, text, turn.passage,
                        tuple(scored.suggestion(place, text, *one) for one in known),
                        tuple(scored.suggestion(place, text, *one, defined=True) for one in unmeasured),
                    )
                )  # fmt: skip
        return found

    def _refused(self) -> dict[int, set[tuple[str, int, str]]]:
        """Return what this coder rejected, by document: hash of the text, code, hash of the definition."""
        refused: dict[int, set[tuple[str, int, str]]] = {}
        query = (
            select(Verdict.document_id, Verdict.text_sha, Verdict.code_id, Verdict.definition_sha)
            .join(Coder, Coder.id == Verdict.coder_id)
            .where(Verdict.decision == "rejected", Coder.name == self.project.coder)
        )
        with self.project.read() as session:
            for document, text_sha, code, definition_sha in session.execute(query):
                refused.setdefault(document, set()).add((text_sha, code, definition_sha))
        return refused

    def _closed(self, refused: dict[int, set[tuple[str, int, str]]], document: int, text: str) -> set[int]:
        """Return the codes that were rejected for these very words while they were defined as they are now."""
        here = refused.get(document)
        if not here:
            return set()
        sha = hash_of(text)
        return {
            code for text_sha, code, definition in here
            if text_sha == sha and code in self.codes and self.codes[code].sha == definition
        }  # fmt: skip


class _Scored:
    """Turns with their scores, worked out together."""

    def __init__(self, suggester: Suggester, places: Sequence[int]) -> None:
        self.suggester = suggester
        self.row_of = {place: row for row, place in enumerate(places)}
        trained = suggester.trained
        self.learned = {place: row for row, place in enumerate(trained.places) if place >= 0} if trained else {}
        if trained is not None:
            self.coefficients = trained.model.ridge.coefficients()
            self.scores = trained.model.scores(suggester.texts.rows.take(list(places)))
            self._leave_themselves_out(trained, places)

    def _leave_themselves_out(self, trained: Trained, places: Sequence[int]) -> None:
        """Score turns that were learned from as if they had not been."""
        inside = [place for place in places if place in self.learned]
        if inside:
            rows = [self.learned[place] for place in inside]
            ridge = trained.model.ridge
            alone = ridge.left_out(np.full(len(ridge.targets), -1))
            self.scores[[self.row_of[place] for place in inside]] = alone[rows]

    def measured(self, place: int) -> list[tuple[int, float]]:
        """Return codes and scores that pass their thresholds, best first; none where nothing is worth coding."""
        trained = self.suggester.trained
        if trained is None:
            return []
        scores = self.scores[self.row_of[place]]
        if scores[-1] < trained.gate:
            return []
        found = [
            (code, float(score))
            for code, score in zip(trained.codes, scores, strict=False)
            if trained.known(code) and score >= trained.standings[code].threshold
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def defined(self, place: int) -> list[tuple[int, float]]:
        """Return codes and scores matched by what is written of them."""
        definitions = self.suggester.definitions
        return definitions.matches(place) if definitions else []

    def suggestion(self, place: int, text: str, code: int, score: float, *, defined: bool = False) -> Suggestion:
        """Return a code for a turn with its reasons."""
        suggester = self.suggester
        turn, reading = suggester.texts.turns[place], suggester.texts.readings[place]
        made_by: Any = suggester.definitions if defined else suggester.trained
        model, column = made_by.model, made_by.model.codes.index(code)
        tables = None
        if not defined and place in self.learned:
            tables, column = self._without(self.learned[place], column), 0
        shares = model.shares(reading, column, tables)
        base = score - float(shares.sum())
        words = reasons.strongest(shares)
        evidence = tuple(
            Reason(text[a:b], turn.start + a, turn.start + b, float(shares[word]))
            for word in words
            for a, b in [(int(reading.starts[word]), int(reading.ends[word]))]
        )
        start, end = (0, len(text)) if suggester.labels.whole_turns else reasons.carrying(reading, shares, len(text))
        return Suggestion(
            turn.document, turn.start + start, turn.start + end, text[start:end], code, score,
            "definition" if defined else "codings", evidence,
            () if defined else self._nearest(place, code), made_by.version, turn.passage, (turn.start, turn.end),
            None if defined else measures.chance_of(score, made_by.curve),
            base, float(shares.sum()) - sum(reason.weight for reason in evidence),
            hash_of(text), suggester.codes[code].sha,
        )  # fmt: skip

    def _without(self, row: int, column: int) -> Any:
        """Return the tables of one code had one example been left out."""
        trained = self.suggester.trained
        assert trained is not None
        inverse = trained.model.ridge.inverse
        coefficients = self.coefficients[:, column]
        return trained.model.tables_of(
            (coefficients - inverse[:, row] * (coefficients[row] / inverse[row, row]))[:, None]
        )

    def _nearest(self, place: int, code: int) -> tuple[Example, ...]:
        suggester = self.suggester
        texts, trained = suggester.texts, suggester.trained
        assert trained is not None
        column = trained.codes.index(code)
        given = trained.model.ridge.targets[:, column] > 0.5
        which = np.array([row for row in np.flatnonzero(given) if trained.places[row] >= 0], np.int64)
        if not len(which):
            return ()
        near = trained.model.nearest(texts.rows.take([place]), which, _EXAMPLES_SHOWN)[0]
        turns = [texts.turns[trained.places[row]] for row in near.tolist()]
        return tuple(Example(t.document, t.start, t.end, said(suggester.project, t), code) for t in turns)


def check_framework(project: Project, framework: str) -> None:
    """Raise `FrameworkError` where the project has no such framework."""
    with project.read() as session:
        keys = list(session.scalars(select(Framework.key).order_by(Framework.position)))
    if framework not in keys:
        if not keys:
            raise FrameworkError("The framework {framework} is not in this project.", framework=framework)
        raise FrameworkError(
            "The framework {framework} is not in this project; there are: {keys}.",
            framework=framework, keys=", ".join(keys),
        )  # fmt: skip
