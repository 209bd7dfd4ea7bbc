"""The coverage of frameworks for print: concepts × participants, a sign for each of four states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coding.codebook import CodeInfo
from coding.exports import opening
from coding.exports.opening import OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from coding.tables.coverage import Coverage, coverage

_WORDS = {
    "fr": (
        "Couverture",
        "Concept",
        "Codes descriptifs",
        {"not asked": "—", "nothing": "·", "contrary": "−{against}", "present": "{counted}"},
        "— non demandé · demandé, rien n’est codé · −n segments contraires seulement · n segments codés"
        " (n−m : dont m contraires à part).",
        "Sans guide d’entretien, toute personne qui parle compte comme interrogée.",
        "Une question demande un concept dès que des réponses à cette question en relèvent.",
    ),
    "en": (
        "Coverage",
        "Concept",
        "Descriptive codes",
        {"not asked": "—", "nothing": "·", "contrary": "−{against}", "present": "{counted}"},
        "— not asked · asked, nothing coded · −n contrary segments only · n coded segments (n−m: m contrary besides).",
        "Without an interview guide, whoever speaks counts as asked.",
        "A question asks for a concept where answers to it are evidence for that concept.",
    ),
}


def report(moment: Moment) -> Report:
    """Return the coverage of each framework, a section each."""
    language = moment.language if moment.language in _WORDS else "en"
    title, concept, descriptive, signs, legend, unguided, asking = _WORDS[language]
    sections = []
    for heading, codes in _divided(moment, descriptive):
        found = coverage(moment, codes)
        names = tuple(moment.mask.person(key) for key in found.people)
        rows = tuple(
            (moment.mask.text(moment.codes[key].label), *(_cell(found, key, who, signs) for who in found.people))
            for key in found.concepts
        )
        said = (legend, asking if found.guided else unguided)
        sections.append(Section(heading, said, (concept, *names), rows if names else ()))
    return Report(title, language, tuple(sections))


def _divided(moment: Moment, descriptive: str) -> Iterator[tuple[str, Sequence[CodeInfo]]]:
    """Yield each framework's title and codes; where there is none, the descriptive codes."""
    for info in moment.frameworks:
        yield info.title, weigh(moment, info.framework).capabilities
    if not moment.frameworks:
        yield descriptive, weigh(moment).first


def _cell(found: Coverage, concept: int, person: int, signs: dict[str, str]) -> Cell:
    said, state = sign(found, concept, person, signs), found.cells[concept, person].state
    if state in ("nothing", "not asked"):
        return said
    return OpeningWords(said, opening.of_code(found.moment, concept, found.spans(concept, person)))


def sign(found: Coverage, concept: int, person: int, signs: dict[str, str]) -> str:
    """Return a cell as it is printed."""
    cell = found.cells[concept, person]
    said = signs[cell.state].format(counted=cell.counted, against=cell.against)
    return f"{said}−{cell.against}" if cell.state == "present" and cell.against else said
