"""Which documents are interviews, and where in them it is asked: by an interviewer, or by a heading."""

from __future__ import annotations

from coding.moment import shown
from coding.moment.moment import Moment
from corpus import documents

Span = tuple[int, int]


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


def within(moment: Moment) -> list[int]:
    """Return the interviews that are within the sets that are asked for."""
    kept = {info.key for info in shown.documents(moment)}
    return [key for key in interviews(moment) if key in kept]


def headings(moment: Moment) -> frozenset[int]:
    """Return the passages that are headings, by key: nobody says them."""
    return moment.keep(
        "headings",
        (moment.voices,),
        lambda: frozenset(one.key for one in documents.passages(moment.project) if one.kind == "heading"),
    )


def asking(moment: Moment) -> dict[int, list[Span]]:
    """Return by document where an interviewer speaks, and where headings are."""
    found: dict[int, list[Span]] = {}
    titles = headings(moment)
    for (key, document, start, end, _), asks in zip(moment.passages.tolist(), moment.voices.asking.tolist()):
        if asks or key in titles:
            found.setdefault(document, []).append((start, end))
    return found
