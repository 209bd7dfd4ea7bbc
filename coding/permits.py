"""Permits: whether what is about to leave the project was agreed to. Every path out asks here, and here alone.

What leaves is told by its places (whose words they are), its documents (whole transcripts), and by the texts as they
are written: there, five words in a row of somebody who is not to be quoted are their words, and a firm's name is that
firm. Of who speaks among several, all who might be meant are asked. Nothing said is no refusal; it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

import numpy as np

from coding.exports.reports import Report
from coding.exports.sheets import Sheet
from coding.moment.moment import Moment
from corpus import words
from corpus.errors import BeyondConsent
from corpus.people import consents, disclosures
from corpus.people.consents import ConsentStanding, Use
from corpus.people.organisations import EMPLOYER
from corpus.store.project import Project
from corpus.voices import INTERVIEWER

Place = tuple[int, int, int]
_RUN = 5  # words in a row that are somebody's
_NAMED = 6
_LETTERS = re.compile(r"[^\W_]+")
_PRINT: tuple[Use, ...] = ("quotation", "firm")

WAYS: dict[str, tuple[Use, ...]] = {
    "verbatims": _PRINT,
    "codebook": _PRINT,
    "interviews": _PRINT,
    "trail": _PRINT,
    "recruitment": _PRINT,
    "cases": _PRINT,
    "guide": _PRINT,
    "coverage": _PRINT,
    "stories": _PRINT,
    "to-review": _PRINT,
    "concepts": _PRINT,
    "crosswalk": _PRINT,
    "attributions": _PRINT,
    "evidence": _PRINT,
    "counter-cases": _PRINT,
    "assertions": _PRINT,
    "summaries": _PRINT,
    "framework-matrix": _PRINT,
    "structure": _PRINT,
    "co-occurrence": _PRINT,
    "balance": _PRINT,
    "sources": _PRINT,
    "sample": _PRINT,
    "growth": _PRINT,
    "flow": _PRINT,
    "tree": _PRINT,
    "saturation": _PRINT,
    "agreement": _PRINT,
    "singling": _PRINT,
    "revealed": _PRINT,
    "methods": _PRINT,
    "submissions": _PRINT,
    "recruits": ("firm",),
    "approval": _PRINT,
    "codings": _PRINT,
    "search": _PRINT,
    "excerpts": _PRINT,
    "suggest": _PRINT,
    "codes": _PRINT,
    "memos": _PRINT,
    "figure": _PRINT,
    "matrix": _PRINT,
    "answers": _PRINT,
    "copy": _PRINT,
    "pictures": _PRINT,
    "text": ("archive",),
    "print": (*_PRINT, "archive"),
    "supervisor": (*_PRINT, "archive"),
    "iramuteq": (*_PRINT, "archive"),
    "specificities": _PRINT,
    "correspondence": _PRINT,
    "concordance": _PRINT,
    "revisions": ("archive",),
    "give-away": (*_PRINT, "archive"),
}
"""Every path out, and the uses that it needs; a report that is not named here is printed."""


class Breach(NamedTuple):
    """A use that a participant did not agree to; `withdrawn` says that they took back all they had agreed to."""

    participant: int
    use: Use
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person says to a refusal: why it leaves all the same, or that those people are to be left out."""

    despite: str | None = None
    leave_out: bool = False


AS_AGREED = Terms()


@dataclass(frozen=True)
class Leaving:
    """What is about to leave: texts as they are written, the places they are from, documents as a whole.

    `own` are participants who get what is theirs.
    """

    texts: Sequence[str] = ()
    places: Sequence[Place] = ()
    documents: Sequence[int] = ()
    own: frozenset[int] = field(default_factory=frozenset)


def of_sheet(sheet: Sheet, places: Sequence[Place] = ()) -> Leaving:
    """Return what leaves with a sheet."""
    return Leaving([cell for row in (sheet.columns, *sheet.rows) for cell in row if isinstance(cell, str)], places)


def of_report(report: Report, places: Sequence[Place] = ()) -> Leaving:
    """Return what leaves with a report."""
    texts = [report.title]
    for part in report.sections:
        texts += [part.heading, part.caption, *part.paragraphs, *part.columns, *part.notes]
        texts += [cell for row in part.rows for cell in row if isinstance(cell, str)]
    return Leaving(texts, places)


def of_everything(moment: Moment) -> Leaving:
    """Return what leaves where anything that is said may be seen."""
    return Leaving([info.name for info in moment.documents], [(one.key, 0, one.characters) for one in moment.documents])


def of_records(records: object) -> Leaving:
    """Return what leaves with a JSON document: all the texts in it."""
    match records:
        case str():
            return Leaving((records,))
        case dict():
            return of_records(list(records.values()))
        case list() | tuple():
            return Leaving([text for one in records for text in of_records(one).texts])
    return Leaving()


def beyond(moment: Moment, way: str, leaving: Leaving) -> tuple[Breach, ...]:
    """Return who did not agree to what this path needs of them, in the order of their table."""
    moment, known = moment.viewed(everybody=True), kept(moment.project)
    against = {use: _answering(moment, known, use, "no") - leaving.own for use in uses(way)}
    found = {use: people & _shown(moment, use, people, leaving) for use, people in against.items() if people}
    return tuple(
        Breach(key, use, known[key].withdrawn_on is not None)
        for key in moment.people
        for use, people in found.items()
        if key in people
    )


def kept(project: Project) -> dict[int, ConsentStanding]:
    """Return what counts of what participants agreed to, as it is now, though what leaves may be of a moment before."""
    return consents.standings(project)


def uses(way: str) -> tuple[Use, ...]:
    """Return the uses that a path out needs."""
    return WAYS.get(way, _PRINT)


def refused(moment: Moment, way: str) -> bool:
    """Say whether anybody did not agree to what a path out needs, so that what leaves has to be looked at."""
    moment, known = moment.viewed(everybody=True), kept(moment.project)
    return any(_answering(moment, known, use, "no") for use in uses(way))


def let(moment: Moment, way: str, leaving: Leaving, terms: Terms = AS_AGREED) -> None:
    """Let something leave; raises `BeyondConsent`, or where a reason is given writes it down."""
    found = beyond(moment, way, leaving)
    if not found:
        return
    if terms.despite is None:
        raise refusal(moment, found)
    needed = dict.fromkeys(one.use for one in found)
    disclosures.note(moment.project, way, needed, {one.participant for one in found}, terms.despite)


def left_out(moment: Moment, way: str, leaving: Leaving, terms: Terms) -> frozenset[int]:
    """Return whose words are to be left out of what leaves, which `let` is asked of then; nobody's where none are."""
    return frozenset(one.participant for one in beyond(moment, way, leaving)) if terms.leave_out else frozenset()


def refusal(moment: Moment, found: Iterable[Breach]) -> BeyondConsent:
    """Return the error that names whom it is about, and which use."""
    moment = moment.viewed(everybody=True)
    pairs = dict.fromkeys((one.participant, "withdrawn" if one.withdrawn else one.use) for one in found)
    said: dict[int, list[str]] = {}
    for key, use in pairs:
        said.setdefault(key, []).append(use)
    named = [f"{moment.people[key].name} ({', '.join(uses)})" for key, uses in said.items()]
    who = ", ".join(named[:_NAMED]) + (f" + {len(named) - _NAMED}" if len(named) > _NAMED else "")
    error = BeyondConsent("This goes beyond what was agreed to: {who}.", who=who)
    error.breaches = tuple((moment.people[key].name, use) for key, use in pairs)
    return error


def unsaid(moment: Moment, way: str, leaving: Leaving) -> dict[Use, int]:
    """Return by use of how many, whose words or transcripts leave, nothing is known; a study may keep no consents."""
    known = kept(moment.project)
    silent = {use: _answering(moment, known, use, None) for use in uses(way) if use != "firm"} if known else {}
    plain = replace(leaving, texts=())
    found = {use: len(people & _shown(moment, use, people, plain)) for use, people in silent.items() if people}
    return {use: number for use, number in found.items() if number}


def heard(moment: Moment, places: Iterable[Place]) -> frozenset[int]:
    """Return the participants whose words stand there, and where it is not known whose all who might be meant."""
    wanted = np.array(list(dict.fromkeys(places)), np.int64).reshape(-1, 3)
    voices, found = moment.voices, set[tuple[int, int]]()
    for document, (low, high) in zip(wanted[:, 0].tolist(), voices.touched_by(wanted).tolist(), strict=True):
        speakers = set(voices.passages[low:high, 4].tolist()) if low < high else {0}
        found |= {(document, speaker) for speaker in speakers}
    return frozenset(chain.from_iterable(_meant(moment, *pair) for pair in found))


def _meant(moment: Moment, document: int, speaker: int) -> Iterable[int]:
    voices = moment.voices
    info = voices.speakers.get(speaker)
    if info is not None and info.role == INTERVIEWER:
        return ()
    return voices.says(document, speaker) or (
        one for one in voices.participants_of.get(document, ()) if one not in _known(moment, document)
    )


def _known(moment: Moment, document: int) -> set[int]:
    """Return the participants whom a speaker of a document is tied to, so that no other speaker is meant by them."""
    voices = moment.voices
    return {who for key, who in voices.tied.items() if voices.speakers[key].document == document}


def _answering(moment: Moment, known: Mapping[int, ConsentStanding], use: Use, answer: str | None) -> frozenset[int]:
    """Return the participants who say this of a use, None being nothing."""
    return frozenset(key for key in moment.people if (known[key].answer(use) if key in known else None) == answer)


def _shown(moment: Moment, use: Use, people: frozenset[int], leaving: Leaving) -> frozenset[int]:
    """Return of these people those of whom something leaves that needs the use."""
    match use:
        case "quotation":
            spoken = heard(moment, leaving.places)
            return spoken | _quoted(moment, people - spoken, leaving.texts)
        case "firm":
            return _firms_named(moment, people, leaving.texts)
        case _:
            within = moment.voices.participants_of
            return frozenset(chain.from_iterable(within.get(one, ()) for one in leaving.documents))


def _quoted(moment: Moment, people: frozenset[int], texts: Sequence[str]) -> frozenset[int]:
    """Return of these people those of whom a text has some words in a row."""
    owners: dict[tuple[str, ...], set[int]] = {}
    for _, document, start, end, speaker in moment.passages.tolist() if people and texts else ():
        for one in people.intersection(_meant(moment, document, speaker)):
            for run in _runs(moment.text(document)[start:end]):
                owners.setdefault(run, set()).add(one)
    return frozenset(one for text in texts if owners for run in _runs(text) for one in owners.get(run, ()))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    said = _LETTERS.findall(words.folded(text))
    return zip(*(said[n:] for n in range(_RUN)), strict=False)


def _firms_named(moment: Moment, people: Iterable[int], texts: Sequence[str]) -> frozenset[int]:
    """Return of these people those whose firm a text names."""
    about = {key: moment.people[key] for key in people}
    firms = {
        key: {f" {_plain(firm)} " for firm in (*one.values(EMPLOYER), *one.organisations)} for key, one in about.items()
    }
    wanted = {firm for known in firms.values() for firm in known if firm.strip()}
    told = " | ".join(map(_plain, texts)) if wanted else ""
    there = {firm for firm in wanted if firm in f" {told} "}
    return frozenset(key for key, known in firms.items() if known & there)


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(words.folded(text)))
