"""What stands under a printed table: whose codings, within which sets, what counts, who is masked, and of which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import select

from coding.codebook import spoken
from coding.exports.reports import Report
from coding.exports.sheets import apart
from coding.moment.moment import Moment
from corpus.model import Change

Counting = Literal["", "quotations", "numbers"]
"""What a table shows: neither, words that were said, or numbers."""

_WORDS: dict[str, dict[str, Any]] = {
    "fr": {
        "all": "Codages et décisions de tous les codeurs.",
        "layer": "Codages et décisions de {names}.",
        "sets": "Dans\u00a0: {names}.",
        "interviewer": "Les mots de l’intervieweur·euse comptent aussi.",
        "reread": "Ce qu’un lien a proposé sans que personne l’ait relu est laissé de côté.",
        "human": "Ce qui vient d’une suggestion est laissé de côté.",
        "unread": "Ce qu’un lien a proposé compte, même si personne ne l’a relu.",
        "quotations": "(…)\u00a0: coupure\u00a0; [\u00a0]\u00a0: précision ajoutée.",
        "numbers": "Les nombres décrivent ce corpus\u202f; ils ne disent rien d’une population.",
        "mask": "Les personnes confidentielles sont remplacées par un numéro, avec leur fonction et leur employeur.",
        "show": "Les noms ne sont pas masqués.",
        "unsigned": "Copie en double aveugle\u00a0: les auteur·rice·s ne sont pas nommé·e·s.",
        "unspoken": "Sans nom connu en français\u00a0: {names}.",
        "day": "État de l’étude au {day}.",
        "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    },
    "en": {
        "all": "Codings and decisions of all coders.",
        "layer": "Codings and decisions of {names}.",
        "sets": "Within: {names}.",
        "interviewer": "The interviewer’s words count as well.",
        "reread": "What a link proposed and nobody read again is left out.",
        "human": "What came from a suggestion is left out.",
        "unread": "What a link proposed counts, whether or not anybody read it again.",
        "quotations": "(…): a cut; [ ]: an explanation added.",
        "numbers": "The numbers describe this corpus; they say nothing of a population.",
        "mask": "Numbers stand for confidential people, with their function and employer.",
        "show": "Names are not masked.",
        "unsigned": "Copy for double-blind review: its authors are not named.",
        "unspoken": "No English name is known of: {names}.",
        "day": "The study as of {day}.",
        "months": "January February March April May June July August September October November December",
    },
}


_NAMED = 8  # concepts that have no name in the language of print


def noted(report: Report, moment: Moment, counting: Counting = "") -> Report:
    """Return a report with what has to be known of its tables, under each that has a caption; see `Makers.out`."""
    said = " ".join(filter(None, _said(moment, counting)))
    sections = (
        replace(section, notes=(*section.notes, said)) if section.caption else section for section in report.sections
    )
    made = replace(report, sections=tuple(sections), spelling=report.spelling or moment.known.language)
    return moment.makers.out(made)


def _said(moment: Moment, counting: Counting) -> Iterator[str]:
    words = _WORDS.get(moment.language, _WORDS["en"])
    if counting:
        layer = [moment.layer] if isinstance(moment.layer, str) else sorted(moment.layer or ())
        yield words["layer"].format(names=", ".join(layer)) if layer else words["all"]
        yield words["human"] if moment.human else ""
        yield words["reread" if moment.reread else "unread"] if moment.links else ""
    if moment.within:
        names = [one.info.name for one in moment.sets.values() if one.info.uid in moment.within]
        yield words["sets"].format(names=moment.mask.text(", ".join(names)))
    if counting == "numbers" and moment.interviewer:
        yield words["interviewer"]
    yield words.get(counting, "")
    if any(one.confidential for one in moment.people.values()):
        yield words["mask" if moment.masking else "show"]
    if moment.spoken and (lacking := _unspoken(moment)):
        yield words["unspoken"].format(names=moment.mask.text(lacking))
    yield words["unsigned"] if moment.unsigned else ""
    yield words["day"].format(day=day(moment))


def _unspoken(moment: Moment) -> str:
    """Return the concepts whose names are not known in the language of print."""
    found = [one.label for one in spoken.unknown(moment.codes, moment.read.codes, moment.frameworks, moment.language)]
    return apart(found[:_NAMED], moment.language) + (f" (+ {len(found) - _NAMED})" if len(found) > _NAMED else "")


def day(moment: Moment) -> str:
    """Return the day of the last change that a moment knows of, as it is written in the language of print."""
    with moment.project.read() as session:
        at = session.scalar(select(Change.at).where(Change.id == moment.stamp)) or ""
    try:
        found = date.fromisoformat(at[:10])
    except ValueError:  # nothing was changed yet, or another program wrote the log
        return at or "—"
    months = _WORDS.get(moment.language, _WORDS["en"])["months"].split()
    return f"{found.day} {months[found.month - 1]} {found.year}"
