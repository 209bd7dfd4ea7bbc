"""Scores made into suggestions: which codes pass, on which sentences, for which reasons, and like which examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from coding.suggest import code_sentences, confidence, reasons
from coding.suggest.code_sentences import Matching, WrittenSentence
from coding.suggest.common_words import General
from coding.suggest.definitions import Definitions
from coding.suggest.examples import Labels
from coding.suggest.features import Floats, TextFeatures
from coding.suggest.frequencies import Frequencies
from coding.suggest.learning import LearnedModel, Shares
from coding.suggest.logistic import chances
from coding.suggest.nearest import Nearest
from coding.suggest.records import (
    ALIKE,
    OFTEN,
    Instead,
    MatchedSentence,
    PassageSuggestions,
    Reason,
    Suggestion,
    hash_of,
)
from coding.suggest.shared_words import Families, spoken
from coding.suggest.texts import CodeDescription, TurnTexts
from coding.suggest.training import Trained
from corpus.store.project import Project

# A code and its score.
Offer = tuple[int, float]
# Of so few passages with a word one more or less says nothing.
_FEW = 3


class Scored:
    """Turns with their scores, worked out together; those learned from are scored as if they had not been.

    No code is offered that was right less often than `least`, from 0 to 1, where it was said, or that is likely to be
    here.
    """

    def __init__(
        self,
        texts: TurnTexts,
        trained: Trained | None,
        definitions: Definitions | None,
        places: Sequence[int],
        least: float = 0.0,
    ) -> None:
        self.texts = texts
        self.trained = trained
        self.definitions = definitions
        self._least = max(least, 1e-9)
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
        if trained is None or not self._worthy(place):
            return []
        scores = self._scores[self._row_of[place]]
        found = [
            (code, float(score))
            for code, score in zip(trained.codes, scores, strict=False)
            if trained.known(code) and score >= max(trained.standings[code].threshold, self._floor(code))
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def _floor(self, code: int) -> float:
        """Return the score under which a code is too rarely right to be offered."""
        precise = self.trained is not None and self.trained.standings[code].precision >= self._least
        return float(np.log(self._least / (1 - self._least))) if precise and self._least < 1 else np.inf

    def defined(self, place: int) -> list[Offer]:
        """Return codes and scores matched by what is written of them; none where nothing is worth coding."""
        return self.definitions.matches(place) if self.definitions and self._worthy(place) else []

    def _worthy(self, place: int) -> bool:
        return self.trained is None or bool(self._worth[self._row_of[place]] >= self.trained.gate)


class Maker:
    """Makes suggestions of what was offered; `labels` are those that were learned from, headings included.

    `instead` is the code that people gave most often where another was said.
    """

    def __init__(
        self,
        project: Project,
        scored: Scored,
        codes: Mapping[int, CodeDescription],
        labels: Labels,
        instead: Mapping[int, Instead],
    ) -> None:
        self._project = project
        self._scored = scored
        self._texts = scored.texts
        self._codes = codes
        self._whole_turns = labels.whole_turns
        self._often = Frequencies(scored.trained, labels.examples) if scored.trained else None
        self._speaking = {key: code_sentences.sentences(code) for key, code in codes.items()}
        self._rules: dict[int, list[WrittenSentence]] = {}
        self._families: dict[tuple[int, bool], Families] = {}
        self._general = General(scored.texts, (_words_in(one) for one in self._speaking.values()))
        self._nearest = Nearest(project, scored.texts, labels, self._general)
        self._matching, self._instead = Matching(self._general), instead

    def compare(self, places: Sequence[int]) -> None:
        """Find how like all that people coded these turns are."""
        self._nearest.compare(places)

    def passage(self, place: int, known: Sequence[Offer], unmeasured: Sequence[Offer]) -> PassageSuggestions:
        """Return what is suggested for a turn: apart what has little to show for itself, not what has nothing."""
        turn, text = self._texts.turns[place], self._texts.said(self._project, place)
        learned = [self._by_codings(place, text, *one) for one in known]
        defined = [self._by_definition(place, text, *one) for one in unmeasured]
        believed = tuple(one for one in learned if confidence.founded(one, self._general))
        fitting = tuple(one for one in defined if self._fits(place, one))
        weaker = [one for one in (*learned, *defined) if one not in (*believed, *fitting) and confidence.shows(one)]
        return PassageSuggestions(
            turn.document, turn.start, turn.end, text, turn.passage, believed, fitting, tuple(weaker)
        )

    def _fits(self, place: int, one: Suggestion) -> bool:
        definitions = self._scored.definitions
        return definitions is not None and confidence.fits(place, one, definitions)

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

    def _shares(self, model: LearnedModel, place: int, column: int, part: int) -> Shares:
        texts = self._texts
        return model.shares(
            texts.readings[place],
            column,
            before=texts.before[place],
            document=texts.turns[place].document,
            part=part,
            scales=texts.rows.scales(place),
        )

    def _made(
        self,
        place: int,
        text: str,
        code: int,
        basis: str,
        base: float,
        shares: Shares,
        version: str,
        chance: float | None,
    ) -> Suggestion:
        turn, reading = self._texts.turns[place], self._texts.readings[place]
        standing = self._scored.trained.standings.get(code) if self._scored.trained else None
        documents = standing.documents if standing and chance is not None else 0
        start, end = (0, len(text)) if self._whole_turns else reasons.carrying(reading, shares.words, len(text))
        span = turn.start + start, turn.start + end
        evidence = self._evidence(place, code, shares, start, end)
        if basis == "codings" and not any(reason.start >= turn.start for reason in evidence):
            # No word of a part tells: it is the whole that does.
            start, end, span = 0, len(text), (turn.start, turn.end)
            evidence = self._evidence(place, code, shares, start, end)
        rest = shares.total - sum(reason.weight for reason in evidence)
        said = spoken(self._project, self._texts, place, span)
        return Suggestion(
            turn.document,
            *span,
            text[start:end],
            code,
            base + shares.total,
            basis,
            evidence,
            self._nearest.examples(place, code, span),
            version,
            turn.passage,
            (turn.start, turn.end),
            chance,
            base,
            rest,
            hash_of(text),
            self._codes[code].sha,
            self._fitting(place, code, said) if basis == "definition" else None,
            self._matching.best(self._against(code), said),
            self._instead.get(code),
            documents,
            float(shares.words.sum()) + shares.ends + shares.meaning,
        )

    def _fitting(self, place: int, code: int, said: Mapping[str, str]) -> MatchedSentence | None:
        """Return the sentence of what is written of a code that words that were said fit best."""
        ids, often, rarely = self._texts.features.lexicon.ids, set(), set()
        for word in said if self._often else ():
            if word in self._words_of(code):
                times, of, _ = self._told(ids[word], code, place, asked=False)
                often |= {word} if times > 1 and 2 * times >= of else set()
                rarely |= {word} if of > 1 and 2 * times < of - (of <= _FEW) else set()
        language = self._texts.turns[place].language
        among = [one for one in self._speaking[code] if one.language in ("", language)]
        return self._matching.best(among, said, often=often, rarely=rarely)

    def _words_of(self, code: int, *, every: bool = False) -> Families:
        """Return the words that are written of a code and tell it each by itself, which those of an example don't."""
        if (code, every) not in self._families:
            sentences = (each for each in self._speaking[code] if every or code_sentences.tells_by_words(each))
            self._families[code, every] = Families(_words_in(sentences))
        return self._families[code, every]

    def _against(self, code: int) -> list[WrittenSentence]:
        if code not in self._rules:
            self._rules[code] = code_sentences.rules_against(self._codes[code])
        return self._rules[code]

    def _evidence(self, place: int, code: int, shares: Shares, start: int, end: int) -> tuple[Reason, ...]:
        """Return the telling words that brought most: of what is suggested, and a few of what was said before it."""
        turn, own, asked = self._texts.turns[place], self._texts.readings[place], self._texts.before[place]
        boxed = (own.starts >= start) & (own.ends <= end)
        found = self._reasons(place, code, turn.start, own, shares.words, boxed)
        if turn.before:
            every = np.ones(len(asked.words), bool)
            found += self._reasons(place, code, turn.before[0], asked, shares.before, every, asked=True)
        return tuple(sorted(found, key=lambda reason: -reason.weight))

    def _reasons(
        self,
        place: int,
        code: int,
        shift: int,
        reading: TextFeatures,
        weights: NDArray[np.float64],
        among: NDArray[np.bool_],
        *,
        asked: bool = False,
    ) -> list[Reason]:
        lexicon = self._texts.features.lexicon.words
        whole = self._project.text(self._texts.words[self._texts.turns[place].document])
        telling = np.array([reasons.tells(lexicon[word]) for word in reading.words], bool) & among
        most = reasons.ASKED_SHOWN if asked else reasons.WORDS_SHOWN
        while True:
            found, vain = [], []
            for at in reasons.strongest(reading.words, weights, telling, most):
                start, end = shift + int(reading.starts[at]), shift + int(reading.ends[at])
                word = int(reading.words[at])
                told = self._told(word, code, place, asked=asked)
                found.append(Reason(whole[start:end], start, end, float(weights[at]), *told))
                if not self._says(found[-1], lexicon[word], code, asked=asked):
                    vain.append(word)
            if not vain:
                return found
            telling &= ~np.isin(reading.words, vain)

    def _told(self, word: int, code: int, place: int, *, asked: bool) -> tuple[int, int, bool]:
        """Return how many turns with a word carry the code, how many any, and whether it is written of the code."""
        times, of = self._often.of(word, code, place, asked=asked) if self._often else (0, 0)
        written = self._texts.features.lexicon.words[word] in self._words_of(code)
        return times, of, written

    def _says(self, reason: Reason, word: str, code: int, *, asked: bool) -> bool:
        """Say whether a word is a reason that one believes: no general one, unless it is often coded so.

        What only begins or ends like words that are coded so is none: they have to be of one family.
        """
        akin = word in self._words_of(code, every=True) or (self._often and self._often.akin(word, code, asked=asked))
        if reason.how == ALIKE and not akin:
            return False
        return reason.how == OFTEN or word not in self._general


def _words_in(sentences: Iterable[WrittenSentence]) -> Iterator[str]:
    return (word for sentence in sentences for word in sentence.words)
