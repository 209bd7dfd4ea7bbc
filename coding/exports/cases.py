"""Each case by itself: an organisation or a participant, what is known of it, its documents, codes and memos.

The same cases side by side are a matrix with participants or organisations as rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from coding.exports.dates import written
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, apart
from coding.moment.dimensions import Label
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.matrices import Matrix
from corpus.people.organisations import above

_WORDS = {
    "fr": (
        "Cas",
        "Organisations\u00a0: {}",
        "Participant·es\u00a0: {}",
        "Documents\u00a0: {}",
        "{}\u00a0: {}",
        "Mémo\u00a0: {}",
        ("Code", "Segments codés", "Documents"),
    ),
    "en": (
        "Cases",
        "Organisations: {}",
        "Participants: {}",
        "Documents: {}",
        "{}: {}",
        "Memo: {}",
        ("Code", "Coded segments", "Documents"),
    ),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A case by its label, and (code, coded segments, documents) for each code that it has."""

    label: Label
    codes: tuple[tuple[str, int, int], ...]


def cases(moment: Moment, without: Collection[int] = frozenset()) -> Iterator[Case]:
    """Yield the organisations, then the participants, all but those `without`, each with its codes."""
    books = ["codes", *(f"framework:{one.framework}" for one in moment.frameworks)]
    for kind in ("organisations", "participants"):
        coded = [
            (matrices.build(moment, kind, book, "codings"), matrices.build(moment, kind, book, "documents"))
            for book in books
        ]
        for row, label in enumerate(coded[0][0].rows):
            if label.key is None or (kind == "participants" and label.key in without):
                continue
            found = [
                (column.name, _counted(segments, row, n), _counted(papers, row, n))
                for segments, papers in coded
                for n, column in enumerate(segments.columns)
            ]
            yield Case(label, tuple(one for one in found if one[1]))


def _counted(matrix: Matrix, row: int, column: int) -> Count:
    return Count(int(matrix.values[row, column]), partial(matrix.opened, row, column))


def report(moment: Moment, without: Collection[int] = frozenset()) -> Report:
    """Return a section for each case: what is known, documents and memos, then its codes with how often each is."""
    language = moment.language if moment.language in _WORDS else "en"
    title, *_, header = _WORDS[language]
    sections = (
        Section(case.label.name, tuple(filter(None, _told(moment, case.label, language))), header, case.codes)
        for case in cases(moment, without)
    )
    return Report(title, language, tuple(sections))


def sheet(moment: Moment, without: Collection[int] = frozenset()) -> Sheet:
    """Return a line for each code of each case."""
    rows = tuple((case.label.name, case.label.kind, *line) for case in cases(moment, without) for line in case.codes)
    return Sheet("Cases", ("case", "kind", "code", "coded_segments", "documents"), rows)


def _told(moment: Moment, label: Label, language: str) -> Iterator[str]:
    _, firms, people, papers, known, memo, _ = _WORDS[language]
    mask, key = moment.mask, int(label.key or 0)
    hidden = label.kind == "participant" and mask.hides(key)
    for info in moment.known.attributes:
        value = next(
            (one for one in moment.known.values if one.attribute == info.key and key == getattr(one, label.kind)), None
        )
        if value is not None and (told := mask.value_of(info, value)):
            yield known.format(info.label(language), mask.text(written(told, language)))
    belongings = moment.belongings
    mine = belongings.of_participant.get(key, ()) if label.kind == "participant" else ()
    if mine and not hidden:
        yield firms.format(apart(map(mask.organisation, mine), language))
    theirs = [
        one
        for one, firms_of in belongings.of_participant.items()
        if label.kind == "organisation" and any(key in above(belongings.infos, firm) for firm in firms_of)
    ]
    if theirs:
        yield people.format(apart([mask.names(one for one in moment.people if one in theirs)], language))
    there = [mask.document(info) for info in moment.documents if _has(moment, label, info.key)]
    if there:
        yield papers.format(apart(there, language))
    for one in moment.memos:
        if label.kind == "participant" and any((t.kind, t.key) == ("participant", key) for t in one.targets):
            yield memo.format(mask.text(": ".join(filter(None, (one.title, one.body)))))


def _has(moment: Moment, label: Label, document: int) -> bool:
    """Say whether a document is of a case; one of a part of an organisation is of the whole as well."""
    people, belongings = moment.voices.participants_of.get(document, ()), moment.belongings
    if label.kind == "participant":
        return label.key in people
    return any(label.key in above(belongings.infos, one) for one in belongings.of(document, people))
