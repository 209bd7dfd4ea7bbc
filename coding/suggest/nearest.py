"""The passages that people gave a code by themselves and that are most like a turn, with what they share."""

from __future__ import annotations

from collections.abc import Sequence

from coding.suggest.common_words import General
from coding.suggest.examples import Labels
from coding.suggest.features import Floats
from coding.suggest.learning import likeness
from coding.suggest.records import Example
from coding.suggest.shared_words import shared, spoken
from coding.suggest.texts import TurnTexts
from corpus.store.project import Project

EXAMPLES_SHOWN = 2
SHARED_SHOWN = 4


class Nearest:
    """Compares turns with all that people coded; nothing that only an accepted suggestion put there is an example."""

    def __init__(self, project: Project, texts: TurnTexts, labels: Labels, general: General) -> None:
        self._project, self._texts, self._labels, self._general = project, texts, labels, general
        self._among: dict[int, list[int]] = {}
        for place, given in labels.examples.items():
            for code in given:
                self._among.setdefault(code, []).append(place)
        self._column = {place: column for column, place in enumerate(labels.examples)}
        self._near: dict[int, Floats] = {}

    def compare(self, places: Sequence[int]) -> None:
        """Find how like all examples these turns are."""
        if places and self._column:
            rows = self._texts.rows
            found = likeness(self._texts.features, rows.take(list(places)), rows.take(list(self._column)))
            self._near = dict(zip(places, found, strict=True))

    def examples(self, place: int, code: int, span: tuple[int, int]) -> tuple[Example, ...]:
        """Return what is nearest to a turn, of which the words of `span` are suggested, nearest first."""
        near, among = self._near.get(place), [one for one in self._among.get(code, ()) if one != place]
        if near is None:
            return ()
        among.sort(key=lambda one: (-float(near[self._column[one]]), one))
        return tuple(self._example(code, one, place, span) for one in among[:EXAMPLES_SHOWN])

    def _example(self, code: int, place: int, of: int, span: tuple[int, int]) -> Example:
        texts, (start, end, own_code) = self._texts, self._labels.examples[place][code]
        document, lexicon = texts.turns[place].document, texts.features.lexicon.words
        text = self._project.text(texts.words[document])[start:end]
        reading, inside = texts.inside(place, (start, end))
        own = {word: form for word, form in spoken(self._project, texts, of, span).items() if word not in self._general}
        both = shared(own, (lexicon[number] for number in reading.words[inside]))
        said = tuple(own[word] for word in own if word in both)
        meaning = float(texts.rows.meaning[of] @ texts.rows.meaning[place])
        return Example(document, start, end, text, own_code, said[:SHARED_SHOWN], meaning)
