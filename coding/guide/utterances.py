"""Hearing: what is asked in interviews, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.guide import likeness
from coding.guide.likeness import Bag
from coding.moment.moment import Moment


@dataclass(frozen=True, slots=True)
class Utterance:
    """One to three sentences of an interviewer, or a heading: `first` counts the sentences of the document from 0."""

    document: int
    start: int
    end: int
    first: int
    sentences: int
    bag: Bag


def heard(moment: Moment, document: int, places: Sequence[tuple[int, int]]) -> list[Utterance]:
    """Return what is asked in places of a document: each run of one to three sentences that stand together."""
    text, language, count = moment.text(document), moment.infos[document].language, 0
    found = []
    for start, end in places:
        spans = likeness.sentences(text, start, end)
        bags = [likeness.bag(text[a:b], language) for a, b in spans]
        for first, last in likeness.windows(spans):
            bag = bags[first]
            for other in bags[first + 1 : last]:
                bag = bag | other
            found.append(Utterance(document, spans[first][0], spans[last - 1][1], count + first, last - first, bag))
        count += len(spans)
    return found
