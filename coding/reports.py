"""The register of reports: all that is read, printed and exported of a study as a whole.

A new report is a module that makes it and a row here; the window and the command line read the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from coding import acts, permits, singling
from coding.acts import Act
from coding.articles.attributions import Slip, in_tables, slips
from coding.exports import (
    agreement,
    annexes,
    arguments,
    attributions,
    cases,
    concepts,
    cooccurrences,
    coverage,
    framework_matrices,
    growth,
    guides,
    histories,
    loose_codes,
    methods,
    notes,
    recruitment,
    revealed,
    samples,
    saturation,
    saving,
    sending,
    singled,
    stories,
    structures,
    supports,
    textometry,
)
from coding.exports import verbatims as printed
from coding.exports.reports import Report
from coding.exports.sheets import Sheet
from coding.moment import shown
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Place, Terms
from coding.singling import GivenAway
from coding.tables import verbatims
from corpus.errors import NothingThere

Asked = Literal["mask", "codes", "acts"]


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What a person may choose; a report heeds what it asks for.

    `mask` those who may not be named · `codes` whose verbatims are wanted (None: every framework code) · `acts` the
    acts that are wanted, in that order (None: all, the oldest first) · `language` that of headings (None: the
    study's) · `without` participants who are left out where rows are of people.
    """

    mask: bool = True
    codes: tuple[int, ...] | None = None
    acts: Sequence[Act] | None = None
    language: str | None = None
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report: `report` makes it for reading, `sheet` for other programs (None: its tables as one).

    `title` and `empty`, what is said where there is nothing to report, are English; the window translates them.
    `voices` says that it tells who speaks, `counting` what the notes under its tables have to say, and `places` gives
    the places that its words are from.
    """

    key: str
    title: str
    empty: str
    report: Callable[[Moment, ReportChoices], Report]
    sheet: Callable[[Moment, ReportChoices], Sheet] | None = None
    asks: frozenset[Asked] = frozenset()
    formats: tuple[str, ...] = (*saving.REPORTS, *saving.SHEETS)
    voices: bool = False
    counting: notes.Counting = ""
    places: Callable[[Moment, ReportChoices], Sequence[Place]] | None = None


def _verbatims(moment: Moment, choices: ReportChoices) -> Sequence[verbatims.TableRow]:
    rows, out = verbatims.table(moment, choices.codes), choices.without
    return [row for row in rows if not out & permits.heard(moment, (row.place,))] if out else rows


def _acts(moment: Moment, choices: ReportChoices) -> Sequence[Act]:
    return acts.acts(moment.project) if choices.acts is None else choices.acts


def _masked(moment: Moment, sheet: Sheet) -> Sheet:
    """Return a sheet without the names of those who may not be named."""
    text = moment.mask.text
    rows = (tuple(text(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def attribution_slips(moment: Moment, choices: ReportChoices = ReportChoices()) -> list[Slip]:
    """Return what is wrong with who is said to have spoken, in the quotations that are chosen for print.

    What is wrong in the same words both of a selected quotation and of an article among the documents is told once.
    """
    found: dict[tuple[str, ...], Slip] = {}
    for one in (*slips(moment, attributions.printed(moment, choices.codes)), *in_tables(moment)):
        found.setdefault((one.kind, one.quoted.words, one.quoted.attribution, one.firm), one)
    return list(found.values())


_SENT = ("interviews", "verbatims", "evidence", "counter-cases", "concepts", "crosswalk", "balance")


def tables_sent(moment: Moment) -> dict[str, list[list[str]]]:
    """Return the tables that are kept with what is sent, by report: each cell as a text."""
    made = {key: REGISTER[key].report(moment, ReportChoices()) for key in _SENT}
    return {
        key: [[str(cell) for cell in row] for section in report.sections for row in section.rows]
        for key, report in made.items()
    }


_ROWS = (
    ReportRow(
        "codebook", "Codebook", "There are no codes yet.",
        lambda moment, _choices: annexes.codebook_report(moment),
        lambda moment, _choices: annexes.codebook_sheet(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "interviews", "Interviews", "There are no interviews yet.",
        lambda moment, choices: annexes.interviews(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
    ),
    ReportRow(
        "verbatims", "Quotations", "No words illustrate these codes yet; link codes.",
        lambda moment, choices: printed.report(_verbatims(moment, choices), moment.language),
        lambda moment, choices: printed.sheet(_verbatims(moment, choices)),
        asks=frozenset({"mask", "codes"}), voices=True, counting="quotations",
        places=lambda moment, choices: [row.place for row in _verbatims(moment, choices)],
    ),
    ReportRow(
        "evidence", "Evidence", "No words illustrate these codes yet; link codes.",
        lambda moment, choices: supports.evidence(moment, choices.without),
        lambda moment, choices: supports.evidence_sheet(moment, choices.without),
        asks=frozenset({"mask"}), voices=True, counting="quotations",
        places=lambda moment, choices: supports.places(moment, choices.without),
    ),
    ReportRow(
        "counter-cases", "Counter-cases", "No words contradict a concept yet.",
        lambda moment, choices: supports.counter(moment, choices.without),
        asks=frozenset({"mask"}), voices=True, counting="quotations",
        places=lambda moment, choices: supports.counter_places(moment, choices.without),
    ),
    ReportRow(
        "assertions", "Assertions", "Nothing is claimed yet; write an assertion on the Theory page.",
        lambda moment, choices: arguments.report(moment, choices.without),
        lambda moment, choices: arguments.sheet(moment, choices.without),
        asks=frozenset({"mask"}), voices=True, counting="quotations",
        places=lambda moment, choices: arguments.places(moment, choices.without),
    ),
    ReportRow(
        "balance", "Balance of quotations", "Nobody is quoted yet.",
        lambda moment, choices: supports.balance(moment, choices.without),
        asks=frozenset({"mask"}), voices=True, counting="numbers",
    ),
    ReportRow(
        "sources", "Sources compared",
        "Interviews are compared with other documents where the study has both, and codes on words of both.",
        lambda moment, _choices: samples.sources(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "sample", "Sample", "There are no documents yet.",
        lambda moment, _choices: samples.sample(moment),
        asks=frozenset({"mask"}), voices=True,
    ),
    ReportRow(
        "growth", "The framework as it grew", "There are no codes of a framework yet.",
        lambda moment, _choices: growth.growth(moment), lambda moment, _choices: growth.growth_sheet(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "flow", "Flow of codes", "There are no codes yet.",
        lambda moment, _choices: growth.flow(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "tree", "Coding tree", "There are no codes yet.",
        lambda moment, _choices: growth.tree(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "concepts", "Concepts", "There are no codes of a framework yet.",
        lambda moment, choices: concepts.report(moment, choices.codes),
        lambda moment, choices: concepts.sheet(moment, choices.codes), asks=frozenset({"mask", "codes"}),
    ),
    ReportRow(
        "crosswalk", "Crosswalk", "No codes of two frameworks meet yet.",
        lambda moment, _choices: concepts.crosswalk(moment), lambda moment, _choices: concepts.met(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "recruitment", "Recruitment", "Nobody is in the recruitment log yet.",
        lambda moment, choices: recruitment.report(moment, choices.without),
        lambda moment, choices: recruitment.sheet(moment, choices.without),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "cases", "Cases", "There are no participants yet.",
        lambda moment, choices: cases.report(moment, choices.without),
        lambda moment, choices: cases.sheet(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
    ),
    ReportRow(
        "guide", "Interview guide", "The study has no interview guide yet.",
        lambda moment, choices: guides.report(moment, choices.without),
        lambda moment, choices: guides.sheet(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
        places=lambda moment, choices: guides.places(moment, choices.without),
    ),
    ReportRow(
        "coverage", "Coverage", "There are no participants yet.",
        lambda moment, _choices: coverage.report(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "framework-matrix", "Framework matrix", "There are no participants yet.",
        lambda moment, choices: framework_matrices.report(moment, choices.without),
        lambda moment, choices: framework_matrices.sheet(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
    ),
    ReportRow(
        "structure", "Data structure", "There are no descriptive codes yet.",
        lambda moment, _choices: structures.report(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "co-occurrence", "Co-occurrence", "No two descriptive codes meet yet.",
        lambda moment, _choices: cooccurrences.report(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "specificities", "Specificities of words", "Nothing is coded yet.",
        lambda moment, _choices: textometry.specific_words(moment),
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "correspondence", "Correspondence analysis",
        "Codes have to stand in two documents, or with two kinds of people.",
        lambda moment, _choices: textometry.analysis(moment)[0],
        lambda moment, _choices: textometry.analysis(moment)[1],
        asks=frozenset({"mask"}), counting="numbers",
    ),
    ReportRow(
        "stories", "Stories of concepts", "There are no codes of a framework yet.",
        lambda moment, choices: stories.report(moment, choices.codes, choices.without),
        asks=frozenset({"mask", "codes"}), voices=True,
        places=lambda moment, choices: stories.places(moment, choices.codes, choices.without),
    ),
    ReportRow(
        "to-review", "Codes to review", "No code needs another look.",
        lambda moment, _choices: loose_codes.report(moment), lambda moment, _choices: loose_codes.sheet(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "attributions", "Check of attributions",
        "Every quotation in print is of a participant, and names no firm of someone confidential.",
        lambda moment, choices: attributions.report(moment, attribution_slips(moment, choices)),
        asks=frozenset({"mask", "codes"}), voices=True,
        places=lambda moment, choices: attributions.places(moment, choices.codes),
    ),
    ReportRow(
        "singling", "What re-identifies",
        "Nothing that is told of somebody confidential singles them out, and no words are flagged.",
        lambda moment, choices: singled.report(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
        places=lambda moment, choices: singled.places(moment, choices.without),
    ),
    ReportRow(
        "revealed", "What print reveals", "There are no participants yet.",
        lambda moment, choices: revealed.report(moment, choices.without),
        asks=frozenset({"mask"}), voices=True,
    ),
    ReportRow(
        "saturation", "Code saturation", "Nothing is coded yet.",
        lambda moment, _choices: saturation.report(moment), lambda moment, _choices: saturation.sheet(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "agreement", "Agreement of coders", "Agreement takes two coders who share a document.",
        lambda moment, _choices: agreement.report(moment), lambda moment, _choices: agreement.sheet(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "submissions", "Submissions", "Nothing was sent yet, and nobody remarked anything.",
        lambda moment, _choices: sending.report(moment, tables_sent(moment)),
        lambda moment, _choices: sending.sheet(moment, tables_sent(moment)),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "methods", "Methods", "There is nothing to report of methods yet.",
        lambda moment, _choices: methods.report(moment), lambda moment, _choices: methods.sheet(moment),
        asks=frozenset({"mask"}),
    ),
    ReportRow(
        "trail", "Audit trail", "Nothing was changed yet.",
        lambda moment, choices: annexes.trail(moment, _acts(moment, choices)),
        lambda moment, choices: _masked(moment, histories.sheet(_acts(moment, choices))),
        asks=frozenset({"acts", "mask"}),
    ),
)  # fmt: skip
REGISTER = {row.key: row for row in _ROWS}


def find(key: str) -> ReportRow:
    """Return the row of a report; raises `NothingThere`."""
    if key not in REGISTER:
        raise NothingThere("{key} is no report; say one of {keys}.", key=key, keys=", ".join(REGISTER))
    return REGISTER[key]


def report(moment: Moment, key: str, choices: ReportChoices = ReportChoices()) -> Report:
    """Return a report for reading, in the view that is chosen."""
    row, seen = find(key), _seen(moment, choices)
    return notes.noted(row.report(seen, choices), seen, row.counting)


def sheet(moment: Moment, key: str, choices: ReportChoices = ReportChoices()) -> Sheet:
    """Return a report for other programs, in the view that is chosen."""
    row, seen = find(key), _seen(moment, choices)
    made = row.sheet(seen, choices) if row.sheet is not None else annexes.sheet_of(row.report(seen, choices))
    return seen.makers.out(made)


def _seen(moment: Moment, choices: ReportChoices) -> Moment:
    return moment.viewed(masking=choices.mask, printed=choices.language, spoken=choices.language is not None)


def save(
    moment: Moment,
    key: str,
    path: Path,
    choices: ReportChoices = ReportChoices(),
    *,
    excel: bool = False,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> int:
    """Write a report in the format of the file's ending and return how many rows it has; see `ReportRow.formats`.

    A Word document takes its styles from `template`. Raises `BeyondConsent` where it shows what was not agreed to.
    """
    return write(moment, key, path, agreed(moment, key, choices, terms), excel=excel, template=template)


def agreed(
    moment: Moment, key: str, choices: ReportChoices = ReportChoices(), terms: Terms = AS_AGREED
) -> ReportChoices:
    """Let a report leave, and return the choices it leaves by; raises `BeyondConsent`."""
    if permits.refused(moment, key):
        out = permits.left_out(moment, key, leaving(moment, key, choices), terms)
        choices = replace(choices, without=choices.without | out)
        permits.let(moment, key, leaving(moment, key, choices), terms)
    return choices


def write(
    moment: Moment, key: str, path: Path, choices: ReportChoices, *, excel: bool = False, template: Path | None = None
) -> int:
    """Write a report that was let, see `agreed`, and return how many rows it has."""
    if path.suffix.lower() in saving.SHEETS:
        table = sheet(moment, key, choices)
        saving.save_sheet(table, path, excel=moment.known.language if excel else "")
        return len(table.rows)
    saving.checked(template, unsigned=moment.unsigned)
    made = report(moment, key, choices)
    saving.save_report(made, path, template)
    return sum(len(section.rows) for section in made.sections)


def giving_away(moment: Moment, key: str, choices: ReportChoices = ReportChoices()) -> GivenAway:
    """Return whom a report singles out by what it tells of them, and which flagged words it prints."""
    seen, row = _seen(moment, choices), find(key)
    people = [one for one in shown.people(seen) if one not in choices.without]
    places = row.places(seen, choices) if row.places is not None and key != "singling" else ()
    if key in ("interviews", "cases"):
        return GivenAway(singling.singled(seen, of=people), singling.flagged(seen, places))
    quoted = permits.heard(seen, places) if row.voices and places else frozenset()
    return GivenAway(singling.singled(seen, singling.of_print(seen), of=quoted), singling.flagged(seen, places))


def given_away(moment: Moment, keys: Sequence[str], choices: ReportChoices = ReportChoices()) -> GivenAway:
    """Return whom several reports single out, each once, and which flagged words they print."""
    return singling.together(giving_away(moment, key, choices) for key in keys)


def unsaid(moment: Moment, key: str, choices: ReportChoices = ReportChoices()) -> Mapping[Any, int]:
    """Return by use of how many whose words a report shows it is not known whether they agreed."""
    return permits.unsaid(moment, key, leaving(moment, key, choices)) if find(key).places is not None else {}


def leaving(moment: Moment, key: str, choices: ReportChoices = ReportChoices()) -> permits.Leaving:
    """Return what leaves with a report, for reading or for other programs."""
    seen, places = _seen(moment, choices), find(key).places
    printed, table = report(moment, key, choices), sheet(moment, key, choices)
    texts = (*permits.of_report(printed).texts, *permits.of_sheet(table).texts)
    return permits.Leaving(texts, places(seen, choices) if places is not None else ())
