"""The recruitment of a study, as a methods section and COREQ (items 10 to 13) ask for it; every number has its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from coding import permits
from coding.exports import opening, saving
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment import shown
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Terms
from coding.search.searches import Search
from corpus.people import recruiting
from corpus.people.recruiting import RecruitInfo


class _RecruitmentWords(NamedTuple):
    title: str
    counts: str
    log: str
    header: tuple[str, ...]
    items: tuple[str, str, str, str]
    asked: str
    interviewed: str
    unlogged: str
    unsaid: str
    statuses: dict[str, str]
    columns: tuple[str, ...]
    person: str


_WORDS = {
    "fr": _RecruitmentWords(
        "Recrutement", "Échantillon", "Journal de recrutement", ("COREQ", "Quoi", "Nombre", "Lignes"),
        ("10 Choix", "11 Prise de contact", "12 Taille de l’échantillon", "13 Non-participation"),
        "Personnes sollicitées", "Personnes interviewées", "Personnes interviewées absentes du journal", "non précisé",
        {"approached": "Sans réponse encore", "accepted": "A accepté", "refused": "A refusé",
         "silent": "N’a pas répondu", "withdrawn": "S’est retiré·e"},
        ("N°", "Qui", "Organisation", "Réponse", "Sollicité·e le", "Répondu le", "Lieu", "Moyen", "Pourquoi", "Motif"),
        "[personne {}]",
    ),
    "en": _RecruitmentWords(
        "Recruitment", "Sample", "Recruitment log", ("COREQ", "What", "Number", "Rows"),
        ("10 Sampling", "11 Method of approach", "12 Sample size", "13 Non-participation"),
        "People asked", "People interviewed", "People interviewed who are not in the log", "not said",
        {"approached": "No answer yet", "accepted": "Accepted", "refused": "Refused", "silent": "Did not answer",
         "withdrawn": "Withdrew"},
        ("No.", "Who", "Organisation", "Answer", "Asked on", "Answered on", "Place", "How", "Why", "Reason"),
        "[person {}]",
    ),
}  # fmt: skip


def report(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return the counts, each with the numbers of its rows, and the log that they count.

    Where the view masks, whoever is no participant that may be named is a number: who refused agreed to nothing. The
    organisation of those left out is empty.
    """
    said = _WORDS.get(moment.language, _WORDS["en"])
    found = shown.recruits(moment)
    if not found:
        return Report(said.title, moment.language, ())
    counts = Section(said.counts, (), said.header, tuple(_counts(moment, found, said)))
    log = tuple(_line(moment, one, said, without) for one in found)
    return Report(said.title, moment.language, (counts, Section(said.log, (), said.columns, log)))


def save_log(moment: Moment, path: Path, *, terms: Terms = AS_AGREED) -> None:
    """Write the log, within sets, as .csv or .xlsx, to be read again where the view masks nobody.

    Raises `BeyondConsent`.
    """
    rows = tuple(_shown(moment, one).cells() for one in shown.recruits(moment))
    log = Sheet("Recruitment", recruiting.COLUMNS, rows)
    permits.let(moment, "recruits", permits.of_sheet(log), terms)
    saving.save_sheet(log, path)


def _shown(moment: Moment, one: RecruitInfo) -> RecruitInfo:
    """Return a line of the log without the names that a view masks."""
    if not moment.masking:
        return one
    said = _WORDS.get(moment.language, _WORDS["en"])
    who, firm = _who(moment, one, said), moment.mask.text(one.organisation_name)
    place, channel, why, reason = (_told(moment, text, said) for text in (one.place, one.channel, one.why, one.reason))
    return replace(
        one,
        name=who,
        participant_name=who if one.participant_name else "",
        organisation_name=firm,
        place=place,
        channel=channel,
        why=why,
        reason=reason,
    )


def sheet(moment: Moment, without: frozenset[int] = frozenset()) -> Sheet:
    """Return the log for other programs, with the same names as the report."""
    said = _WORDS.get(moment.language, _WORDS["en"])
    return Sheet(said.title, said.columns, tuple(_line(moment, one, said, without) for one in shown.recruits(moment)))


def reasons(moment: Moment) -> dict[int, str]:
    """Return by participant why they were chosen, where the log says so, without names that may not be shown."""
    said = _WORDS.get(moment.language, _WORDS["en"])
    return {
        one.participant: _told(moment, one.why, said) for one in moment.read.recruits if one.participant and one.why
    }


def interviewed(moment: Moment, found: Iterable[RecruitInfo]) -> list[RecruitInfo]:
    """Return those who are participants that speak in a document."""
    speaking = _speaking(moment)
    return [one for one in found if one.participant in speaking]


def _speaking(moment: Moment) -> set[int]:
    return {key for people in moment.voices.participants_of.values() for key in people}


def _counts(moment: Moment, found: list[RecruitInfo], said: _RecruitmentWords) -> Iterable[tuple[Cell, ...]]:
    why, how, size, out = said.items
    yield from _by(why, found, lambda one: _told(moment, one.why, said) or said.unsaid)
    yield from _by(how, found, lambda one: _told(moment, one.channel, said) or said.unsaid)
    yield _number(size, said.asked, found)
    for status in ("accepted", "approached"):
        yield _number(size, said.statuses[status], [one for one in found if one.status == status])
    item, what, number, lines = _number(size, said.interviewed, here := interviewed(moment, found))
    yield item, what, Count(number, _spoken(moment, (one.participant or 0 for one in here))), lines
    if others := _speaking(moment) & shown.people(moment).keys() - {one.participant for one in found}:
        yield size, said.unlogged, Count(len(others), _spoken(moment, others)), ""
    for status in ("refused", "silent", "withdrawn"):
        gone = [one for one in found if one.status == status]
        yield _number(out, said.statuses[status], gone)
        with_reason = [one for one in gone if one.reason]
        yield from _by(out, with_reason, lambda one: f"{said.statuses[one.status]} – {_told(moment, one.reason, said)}")


def _spoken(moment: Moment, people: Iterable[int]) -> Search:
    """Return what opens the words of some participants; of others in the log the report lists the lines."""
    return opening.search(moment, "*", {"participant": tuple(people)})


def _by(item: str, found: Iterable[RecruitInfo], of: Callable[[RecruitInfo], str]) -> Iterable[tuple[Cell, ...]]:
    groups: dict[str, list[RecruitInfo]] = {}
    for one in found:
        groups.setdefault(of(one), []).append(one)
    return [_number(item, name, group) for name, group in groups.items()]


def _number(item: str, what: str, found: list[RecruitInfo]) -> tuple[str, str, int, str]:
    return item, what, len(found), ", ".join(str(one.number) for one in found)


def _line(moment: Moment, one: RecruitInfo, said: _RecruitmentWords, without: frozenset[int]) -> tuple[Cell, ...]:
    firm = "" if one.participant in without else moment.mask.text(one.organisation_name)
    return (
        one.number,
        _who(moment, one, said),
        firm,
        said.statuses.get(one.status, one.status),
        one.approached_on,
        one.answered_on,
        *(_told(moment, text, said) for text in (one.place, one.channel, one.why, one.reason)),
    )


def _who(moment: Moment, one: RecruitInfo, said: _RecruitmentWords) -> str:
    if one.participant in moment.people:
        return moment.mask.person(one.participant)
    return said.person.format(one.number) if moment.masking else one.name


def _told(moment: Moment, text: str, said: _RecruitmentWords) -> str:
    """Return what the log says, without the names of those in it who may not be named."""
    for one in sorted(moment.read.recruits, key=lambda one: -len(one.name)) if moment.masking else ():
        text = text.replace(one.name, _who(moment, one, said))
    return moment.mask.text(text)
