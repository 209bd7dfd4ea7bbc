"""Scores made into suggestions: which codes pass, on which sentences, for which reasons, and like which examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from coding.suggest import reasons
from coding.suggest.definitions import Definitions
from coding.suggest.features import Floats, Ints, TextFeatures
from coding.suggest.learning import Model, Shares, likeness
from coding.suggest.logistic import chances
from coding.suggest.records import Example, PassageSuggestions, Reason, Suggestion, hash_of
from coding.suggest.texts import Described, Texts
from coding.suggest.training import Trained
from corpus.store.project import Project

# A code and its score.
Offer = tuple[int, float]

_EXAMPLES_SHOWN = 3


class Scored:
    """Turns with their scores, worked out together; those learned from are scored as if they had not been."""

    def __init__(
        self, texts: Texts, trained: Trained | None, definitions: Definitions | None, places: Sequence[int]
    ) -> None:
        self.texts = texts
        self.trained = trained
        self.definitions = definitions
        self._row_of = {place: row for row, place in enumerate(places)}
        self.learned = {place: row for row, place in enumerate(trained.places) if place >= 0} if trained else {}
        self._scores = self._worth = np.zeros((0, 0), np.float32)
        if trained is not None:
            self._scores = self._worked_out(trained, places)
            self._worth = trained.worth(self._scores, [texts.readings[place] for place in places])

    def _worked_out(self, trained: Trained, places: Sequence[int]) -> Floats:
        scores = trained.model.scores(self.texts.rows.take(list(places)))
        inside = [place for place in places if place in self.learned]
        if inside:
            alone = trained.model.left_out()
            scores[[self._row_of[place] for place in inside]] = alone[[self.learned[place] for place in inside]]
        return scores

    def measured(self, place: int) -> list[Offer]:
        """Return codes and scores that pass their thresholds, best first; none where nothing is worth coding."""
        trained = self.trained
        if trained is None:
            return []
        scores = self._scores[self._row_of[place]]
        if self._worth[self._row_of[place]] < trained.gate:
            return []
        found = [
            (code, float(score))
            for code, score in zip(trained.codes, scores, strict=False)
            if trained.known(code) and score >= trained.standings[code].threshold
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def defined(self, place: int) -> list[Offer]:
        """Return codes and scores matched by what is written of them."""
        return self.definitions.matches(place) if self.definitions else []


class Maker:
    """Makes suggestions of what was offered."""

    def __init__(self, project: Project, scored: Scored, codes: Mapping[int, Described], *, whole_turns: bool) -> None:
        self._project = project
        self._scored = scored
        self._texts = scored.texts
        self._codes = codes
        self._whole_turns = whole_turns
        self._near: dict[int, Floats] = {}
        self._given: dict[int, Ints] = {}

    def compare(self, places: Sequence[int]) -> None:
        """Find how like all examples these turns are."""
        trained = self._scored.trained
        if trained is None or not places:
            return
        model = trained.model
        self._near = dict(zip(places, likeness(model.features, self._texts.rows.take(list(places)), model.rows)))
        real = np.array(trained.places) >= 0
        for column, code in enumerate(trained.codes):
            self._given[code] = np.flatnonzero(real & (model.targets[:, column] > 0.5))

    def passage(self, place: int, known: Sequence[Offer], unmeasured: Sequence[Offer]) -> PassageSuggestions:
        """Return what is suggested for a turn."""
        turn, text = self._texts.turns[place], self._texts.said(self._project, place)
        return PassageSuggestions(
            turn.document, turn.start, turn.end, text, turn.passage,
            tuple(self._by_codings(place, text, *one) for one in known),
            tuple(self._by_definition(place, text, *one) for one in unmeasured),
        )  # fmt: skip

    def _by_codings(self, place: int, text: str, code: int, score: float) -> Suggestion:
        trained = self._scored.trained
        assert trained is not None
        model, column, row = trained.model, trained.codes.index(code), self._scored.learned.get(place)
        part = 0 if row is None else int(model.folds[row, column]) + 1
        shares, base = self._shares(model, place, column, part), float(model.base(part)[column])
        chance = float(chances(np.array(score, np.float32)))
        return self._made(place, text, code, "codings", base, shares, trained.version, chance)

    def _by_definition(self, place: int, text: str, code: int, score: float) -> Suggestion:
        definitions = self._scored.definitions
        assert definitions is not None
        model = definitions.model
        column = model.codes.index(code)
        shares, base = self._shares(model, place, column, 0), float(model.base()[column])
        return self._made(place, text, code, "definition", base, shares, definitions.version, None)

    def _shares(self, model: Model, place: int, column: int, part: int) -> Shares:
        texts = self._texts
        return model.shares(
            texts.readings[place], column, before=texts.before[place], document=texts.turns[place].document, part=part,
            scales=texts.rows.scales(place),
        )  # fmt: skip

    def _made(
        self, place: int, text: str, code: int, basis: str, base: float, shares: Shares, version: str,
        chance: float | None,
    ) -> Suggestion:  # fmt: skip
        turn, reading = self._texts.turns[place], self._texts.readings[place]
        start, end = (0, len(text)) if self._whole_turns else reasons.carrying(reading, shares.words, len(text))
        evidence = self._evidence(place, shares, start, end)
        rest = shares.total - sum(reason.weight for reason in evidence)
        return Suggestion(
            turn.document, turn.start + start, turn.start + end, text[start:end], code, base + shares.total,
            basis, evidence, self._examples(place, code), version, turn.passage, (turn.start, turn.end), chance,
            base, rest, hash_of(text), self._codes[code].sha,
        )  # fmt: skip

    def _evidence(self, place: int, shares: Shares, start: int, end: int) -> tuple[Reason, ...]:
        """Return the telling words that brought most: of what is suggested, and a few of what was said before it."""
        turn, own, asked = self._texts.turns[place], self._texts.readings[place], self._texts.before[place]
        boxed = (own.starts >= start) & (own.ends <= end)
        found = self._reasons(turn.document, turn.start, own, shares.words, boxed, reasons.WORDS_SHOWN)
        if turn.before:
            every = np.ones(len(asked.words), bool)
            ahead = turn.before[0]
            found += self._reasons(turn.document, ahead, asked, shares.before, every, reasons.ASKED_SHOWN)
        return tuple(sorted(found, key=lambda reason: -reason.weight))

    def _reasons(
        self, document: int, shift: int, reading: TextFeatures, weights: NDArray[np.float64],
        among: NDArray[np.bool_], most: int,
    ) -> list[Reason]:  # fmt: skip
        lexicon, whole = self._texts.features.lexicon.words, self._project.text(self._texts.words[document])
        telling = np.array([reasons.tells(lexicon[word]) for word in reading.words], bool) & among
        found = []
        for at in reasons.strongest(weights, telling, most):
            start, end = shift + int(reading.starts[at]), shift + int(reading.ends[at])
            found.append(Reason(whole[start:end], start, end, float(weights[at])))
        return found

    def _examples(self, place: int, code: int) -> tuple[Example, ...]:
        """Return the turns with this code that are most like this one, nearest first."""
        trained, near = self._scored.trained, self._near.get(place)
        given = self._given.get(code)
        if trained is None or near is None or given is None:
            return ()
        order = np.argsort(-near[given], kind="stable")[:_EXAMPLES_SHOWN]
        found = [trained.places[row] for row in given[order].tolist()]
        turns = self._texts.turns
        return tuple(
            Example(turns[at].document, turns[at].start, turns[at].end, self._texts.said(self._project, at), code)
            for at in found
        )
