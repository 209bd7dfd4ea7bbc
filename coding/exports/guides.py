"""The interview guide as an annex: its versions, who was asked what, and what they answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from coding.exports import answers as printed
from coding.exports import opening
from coding.exports.dates import day
from coding.exports.opening import OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.guide.answers import Answers, Who, answers
from coding.guide.tallies import Tally, tallies
from coding.moment.moment import Moment
from coding.permits import Place
from coding.search.searches import Chosen
from corpus.guide.guides import GuideInfo, QuestionInfo

_WORDS = {
    "fr": (
        "Guide d’entretien", "{} (à partir du {})", "Qui s’est vu poser quelle question", "Participant·e",
        ("N°", "Thème", "Question", "Posée, entretiens", "Posée, personnes", "dont autrement", "Non posée",
         "Non renseigné"),
        "{} sur {}",
    ),
    "en": (
        "Interview guide", "{} (from {} on)", "Who was asked which question", "Participant",
        ("No.", "Topic", "Question", "Asked, interviews", "Asked, people", "of these otherwise", "Not asked",
         "Not known"),
        "{} of {}",
    ),
}  # fmt: skip


def report(moment: Moment, without: Collection[int] = frozenset()) -> Report:
    """Return a section for each version with n of N asked, who was asked what, then the answers to each question.

    Participants × questions are of the newest version; the answers are to all questions, the newest wording of each.
    """
    language = moment.language if moment.language in _WORDS else "en"
    title, versions = _WORDS[language][0], moment.guiding.versions
    if not versions:
        return Report(title, language, ())
    newest = printed.without(answers(moment), without)
    told = [part for found, questions in _each(moment, without) for part in printed.report(found, questions).sections]
    listed = (_version(moment, one, language) for one in versions)
    return Report(title, language, (*listed, _who(newest, language), *told))


def sheet(moment: Moment, without: Collection[int] = frozenset()) -> Sheet:
    """Return participants × the questions of the newest version: of each its state, then the answer."""
    if not moment.guiding.versions:
        return Sheet(_WORDS[moment.language if moment.language in _WORDS else "en"][0], (), ())
    return printed.sheet(printed.without(answers(moment), without))


def places(moment: Moment, without: Collection[int] = frozenset()) -> list[Place]:
    """Return where the answers stand."""
    return [
        (one.document, one.start, one.end)
        for found, questions in _each(moment, without)
        for who in found.rows
        for question in found.questions
        if question.key in questions
        for one in found.answer(who, question).pieces
    ]


def _each(moment: Moment, without: Collection[int]) -> Iterator[tuple[Answers, set[int]]]:
    """Yield the answers by version, the newest first, and the questions that no newer version carries on."""
    lines: set[int] = set()
    for version in reversed(moment.guiding.versions):
        questions = {one.key for one in version.questions if one.line not in lines}
        lines |= {one.line for one in version.questions}
        if questions:
            yield printed.without(answers(moment, version.key), without), questions


def _version(moment: Moment, version: GuideInfo, language: str) -> Section:
    _, since, *_, header, of = _WORDS[language]
    mask = moment.mask
    name = mask.text(version.name)
    heading = since.format(name, day(version.used_from, language)) if version.used_from else name
    rows = tuple(_line(moment, one, of) for one in tallies(moment, version.key))
    return Section(heading, tuple(filter(None, (mask.text(version.note),))), header, rows)


def _line(moment: Moment, tally: Tally, of: str) -> tuple[Cell, ...]:
    question, people, mask = tally.question, tally.people, moment.mask
    n_of_n = (
        _opened(moment, question, of.format(one.asked + one.otherwise, one.of)) for one in (tally.interviews, people)
    )
    return (
        question.number,
        mask.text(question.topic),
        mask.text(question.text),
        *n_of_n,
        people.otherwise,
        people.not_asked,
        people.unknown,
    )


def _opened(moment: Moment, question: QuestionInfo, said: str, who: Who | None = None) -> str:
    """Return what is said of a question, opened to the answers: everybody's, or one respondent's."""
    newest = moment.guiding.version()
    number = next((one.number for one in newest.questions if one.line == question.line), None) if newest else None
    if number is None:  # a search knows the questions of the newest version
        return said
    chosen: dict[str, tuple[Chosen, ...]] = {who[0]: (who[1],)} if who is not None else {}
    return OpeningWords(said, opening.search(moment, f'question:"{number}"', chosen))


def _sign(found: Answers, who: Who, question: QuestionInfo) -> str:
    answer = found.answer(who, question)
    sign = printed.SIGNS[answer.state]
    # the marks of speakers are chosen by their word, which several documents share
    return _opened(found.moment, question, sign, who) if answer.pieces and who[0] != "speaker" else sign


def _who(found: Answers, language: str) -> Section:
    _, _, heading, person, *_ = _WORDS[language]
    rows = tuple((found.name(who), *(_sign(found, who, one) for one in found.questions)) for who in found.rows)
    signs = " · ".join(printed.said(state, language) for state in printed.SIGNS)
    return Section(heading, (signs,), (person, *(str(one.number) for one in found.questions)), rows)
