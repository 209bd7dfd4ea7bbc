"""Answers to the guide for other programs and for print: participants × questions, and who was asked what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from coding import permits
from coding.exports import saving
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.guide.answers import Answers, Who
from coding.guide.tallies import Tally, tallies
from coding.permits import AS_AGREED, Leaving, Terms
from corpus.guide.guides import QuestionInfo

SIGNS = {"asked": "●", "otherwise": "◐", "not asked": "○", "unknown": "?", "absent": "–"}
"""The sign that stands before the word of each state, so that neither colour nor language alone tells it."""
_WORDS = {
    "fr": {
        "title": "Réponses au guide d’entretien", "who": "Participant·e", "state": "Question", "answer": "Réponse",
        "asked": "posée", "otherwise": "posée autrement", "not asked": "non posée", "unknown": "non renseigné",
        "absent": "absente de cette version", "count": "Posée à {asked} sur {of} (dont autrement\u00a0: {otherwise}).",
    },
    "en": {
        "title": "Answers to the interview guide", "who": "Participant", "state": "Question", "answer": "Answer",
        "asked": "asked", "otherwise": "asked otherwise", "not asked": "not asked", "unknown": "not known",
        "absent": "not in this version", "count": "Asked of {asked} of {of} (otherwise: {otherwise}).",
    },
}  # fmt: skip


def said(state: str, language: str) -> str:
    """Return a state by sign and word."""
    return f"{SIGNS[state]} {_WORDS.get(language, _WORDS['en'])[state]}"


def sheet(found: Answers, questions: Collection[int] | None = None) -> Sheet:
    """Return a row for each respondent; of each question (all, or those of these keys) its state, then the answer."""
    words, language = _WORDS.get(found.moment.language, _WORDS["en"]), found.moment.language
    chosen = _chosen(found, questions)
    mask = found.moment.mask
    names = [f"{one.number} {mask.text(one.text)}" for one in chosen]
    columns = (words["who"], *(part for name in names for part in (f"{name} · {words['state']}", name)))
    rows = tuple(
        (found.name(who), *(part for one in chosen for part in _cells(found, who, one, language))) for who in found.rows
    )
    return Sheet(words["title"], columns, rows)


def _chosen(found: Answers, questions: Collection[int] | None) -> list[QuestionInfo]:
    return [one for one in found.questions if questions is None or one.key in questions]


def _cells(found: Answers, who: Who, question: QuestionInfo, language: str) -> tuple[str, str]:
    return said(found.answer(who, question).state, language), found.text(who, question)


def report(found: Answers, questions: Collection[int] | None = None) -> Report:
    """Return a section for each question: of how many it was asked, and a line for each respondent."""
    words, language = _WORDS.get(found.moment.language, _WORDS["en"]), found.moment.language
    mask = found.moment.mask
    counted = {one.question.key: one for one in tallies(found.moment, found.version.key)}
    sections = [
        Section(
            f"{one.number} {mask.text(one.text)}",
            (*filter(None, (mask.text(one.topic),)), count(counted[one.key], language)),
            (words["who"], words["state"], words["answer"]),
            tuple((found.name(who), *_cells(found, who, one, language)) for who in found.rows),
        )
        for one in _chosen(found, questions)
    ]
    return Report(f"{words['title']} · {mask.text(found.version.name)}", language, tuple(sections))


def count(tally: Tally, language: str) -> str:
    """Return of how many respondents a question was asked, in its words or in others, and of how many that is."""
    people = tally.people
    sentence = _WORDS.get(language, _WORDS["en"])["count"]
    return sentence.format(asked=people.asked + people.otherwise, of=people.of, otherwise=people.otherwise)


def leaving(found: Answers, questions: Collection[int] | None = None) -> Leaving:
    """Return what leaves with the answers: the table, and the words of respondents."""
    lines = {one.line for one in _chosen(found, questions)}
    places = [
        (one.document, one.start, one.end)
        for (_, line), cell in found.cells.items()
        if line in lines
        for one in cell.pieces
    ]
    return permits.of_sheet(sheet(found, questions), places)


def agreed(found: Answers, questions: Collection[int] | None = None, terms: Terms = AS_AGREED) -> Answers:
    """Return the answers that may leave, without those who are left out; raises `BeyondConsent`."""
    moment = found.moment
    if not permits.refused(moment, "answers"):
        return found
    found = without(found, permits.left_out(moment, "answers", leaving(found, questions), terms))
    permits.let(moment, "answers", leaving(found, questions), terms)
    return found


def without(found: Answers, people: Collection[int]) -> Answers:
    """Return the answers without those respondents who are, or may be, these participants."""
    if not people:
        return found
    rows = tuple(who for who in found.rows if not _speaks(found, who, frozenset(people)))
    return replace(found, rows=rows, cells={key: cell for key, cell in found.cells.items() if key[0] in rows})


def _speaks(found: Answers, who: Who, people: frozenset[int]) -> bool:
    """Say whether a respondent is, or may be, one of these participants."""
    places = [
        (one.document, one.start, one.end)
        for (other, _), cell in found.cells.items()
        if other == who
        for one in cell.pieces
    ]
    return (who[0] == "participant" and who[1] in people) or bool(permits.heard(found.moment, places) & people)


def save(
    found: Answers,
    path: Path,
    questions: Sequence[int] | None = None,
    *,
    excel: bool = False,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> None:
    """Write the answers in the format of the file's ending: csv, xlsx, docx, html or md; see `agreed`.

    A Word document takes its styles from `template`.
    """
    found = agreed(found, questions, terms)
    if path.suffix.lower() in saving.SHEETS:
        saving.save_sheet(sheet(found, questions), path, excel=found.moment.known.language if excel else "")
    else:
        saving.save_report(report(found, questions), path, template)
