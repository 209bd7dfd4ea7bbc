"""The framework matrix for print: a row for each participant, what was written of each concept, and of how much."""

from __future__ import annotations

from coding.exports import opening
from coding.exports.opening import OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment
from coding.tables.framework_matrix import FrameworkMatrix, divided, framework_matrix

_WORDS = {
    "fr": {
        "title": "Matrice des participant·e·s et des concepts",
        "person": "Participant·e",
        "descriptive": "Codes descriptifs",
        "note": "Entre parenthèses, le nombre de segments codés\u00a0; −n\u00a0: n segments contraires à part.",
    },
    "en": {
        "title": "Framework matrix",
        "person": "Participant",
        "descriptive": "Descriptive codes",
        "note": "In brackets, how many coded segments; −n: n contrary segments besides.",
    },
}
COLUMNS = ("framework", "participant", "concept", "summary", "segments", "contrary", "state", "coder")


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def report(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return a table for each framework, with the concepts of which there is anything."""
    words, mask, sections = _words(moment), moment.mask, []
    for title, codes in divided(moment, words["descriptive"]):
        found = framework_matrix(moment, codes)
        people = [key for key in found.people if key not in without]
        concepts = [key for key in found.concepts if any(cell(found, who, key) for who in people)]
        if not concepts:
            continue
        rows = tuple((mask.person(who), *(_opened(found, who, key) for key in concepts)) for who in people)
        columns = (words["person"], *(mask.text(moment.codes[key].label) for key in concepts))
        sections.append(Section("", (), columns, rows, caption=f"{words['title']}, {title}", notes=(words["note"],)))
    return Report(words["title"], moment.language if moment.language in _WORDS else "en", tuple(sections))


def _opened(found: FrameworkMatrix, person: int, concept: int) -> Cell:
    covered = found.coverage
    said, state = covered.moment.mask.text(cell(found, person, concept)), covered.cells[concept, person]
    if not state.counted and not state.against:
        return said
    return OpeningWords(said, opening.of_code(covered.moment, concept, covered.spans(concept, person)))


def cell(found: FrameworkMatrix, person: int, concept: int) -> str:
    """Return a cell as it is printed: its summary, and how many segments count and contradict."""
    state = found.coverage.cells[concept, person]
    counted = str(state.counted) if state.counted else ""
    against = f"−{state.against}" if state.against else ""
    number = f"({counted}{against})" if counted or against else ""
    return " ".join(part for part in (found.summary(person, concept), number) if part)


def sheet(moment: Moment, without: frozenset[int] = frozenset()) -> Sheet:
    """Return a line for each participant and concept."""
    mask, rows = moment.mask, list[tuple[Cell, ...]]()
    for title, codes in divided(moment, _words(moment)["descriptive"]):
        found = framework_matrix(moment, codes)
        for who in (key for key in found.people if key not in without):
            for key in found.concepts:
                state, said = found.coverage.cells[key, who], found.summaries.get((who, key))
                rows.append(
                    (
                        title,
                        mask.person(who),
                        mask.text(moment.codes[key].label),
                        mask.text(said.text) if said else "",
                        state.counted,
                        state.against,
                        state.state,
                        said.coder if said else "",
                    )
                )
    return Sheet("Framework matrix", COLUMNS, tuple(rows))
