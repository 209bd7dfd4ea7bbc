"""Hearing: what interviewers say, sentence by sentence, and the headings that stand for questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.guide import likeness
from coding.guide.likeness import Bag
from coding.moment.moment import Moment
from corpus import documents


@dataclass(frozen=True, slots=True)
class Heard:
    """One to three sentences of an interviewer, or a heading: `first` counts the sentences of the document from 0."""

    document: int
    start: int
    end: int
    first: int
    sentences: int
    bag: Bag


def interviews(moment: Moment) -> list[int]:
    """Return the documents that are interviews, in order of name.

    An interviewer is heard in them, or a participant is tied to them, or somebody said which guide they used or what
    was asked in them.
    """
    guiding, voices = moment.guiding, moment.voices
    asked = {int(key) for key in voices.passages[voices.asking, 1]}
    said = {key for key, used in guiding.used.items() if used.how == "said"}
    marked = {mark.document for mark in guiding.marks}
    known = asked | said | marked | {key for key, people in voices.participants_of.items() if people}
    return [info.key for info in moment.documents if info.key in known]


def asking(moment: Moment) -> dict[int, list[tuple[int, int]]]:
    """Return by document where an interviewer speaks, and where headings are."""
    found: dict[int, list[tuple[int, int]]] = {}
    for passage in documents.passages(moment.project):
        if passage.role == "interviewer" or passage.kind == "heading":
            found.setdefault(passage.document, []).append((passage.start, passage.end))
    return found


def heard(moment: Moment, document: int, places: Sequence[tuple[int, int]]) -> list[Heard]:
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
            found.append(Heard(document, spans[first][0], spans[last - 1][1], count + first, last - first, bag))
        count += len(spans)
    return found
