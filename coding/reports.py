"""The register of reports: all that is read, printed and exported of a study as a whole.

A new report is a module that makes it and a row here; the window and the command line read the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coding import annexes, verbatims
from coding.exports import histories, saving
from coding.exports import verbatims as printed
from coding.exports.reports import Report
from coding.exports.sheets import Sheet
from corpus.errors import NothingThere
from corpus.history import Step
from corpus.project import Project

Asked = Literal["mask", "codes", "steps"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person may choose; a report heeds what it asks for.

    `mask` those who may not be named · `codes` whose verbatims are wanted (None: every framework code) · `steps` the
    changes that are wanted, in that order (None: all, the oldest first).
    """

    mask: bool = True
    codes: tuple[int, ...] | None = None
    steps: Sequence[Step] | None = None

    @property
    def confidential(self) -> Literal["mask", "show"]:
        """Whether the confidential are masked, in the words of what makes the reports."""
        return "mask" if self.mask else "show"


@dataclass(frozen=True, slots=True)
class Row:
    """A report: `report` makes it for reading, `sheet` for other programs (None: its tables as one).

    `title` and `empty`, what is said where there is nothing to report, are English; the window translates them.
    """

    key: str
    title: str
    empty: str
    report: Callable[[Project, Choices], Report]
    sheet: Callable[[Project, Choices], Sheet] | None = None
    asks: frozenset[Asked] = frozenset()
    formats: tuple[str, ...] = (*saving.REPORTS, *saving.SHEETS)


def _verbatims(project: Project, choices: Choices) -> Sequence[verbatims.TableRow]:
    return verbatims.table(project, choices.codes, confidential=choices.confidential)


def _steps(project: Project, choices: Choices) -> Sequence[Step]:
    return project.history() if choices.steps is None else choices.steps


_ROWS = (
    Row(
        "codebook", "Codebook", "There are no codes yet.",
        lambda project, _choices: annexes.codebook_report(project),
        lambda project, _choices: annexes.codebook_sheet(project),
    ),
    Row(
        "interviews", "Interviews", "There are no interviews yet.",
        lambda project, choices: annexes.interviews(project, confidential=choices.confidential),
        asks=frozenset({"mask"}),
    ),
    Row(
        "verbatims", "Verbatims", "No words speak for these codes yet; link codes.",
        lambda project, choices: printed.report(_verbatims(project, choices), project.info().language),
        lambda project, choices: printed.sheet(_verbatims(project, choices)),
        asks=frozenset({"mask", "codes"}),
    ),
    Row(
        "trail", "Audit trail", "Nothing was changed yet.",
        lambda project, choices: annexes.trail(project, _steps(project, choices)),
        lambda project, choices: histories.sheet(_steps(project, choices)),
        asks=frozenset({"steps"}),
    ),
)  # fmt: skip
REGISTER = {row.key: row for row in _ROWS}


def find(key: str) -> Row:
    """Return the row of a report; raises `NothingThere`."""
    if key not in REGISTER:
        raise NothingThere("{key} is no report; say one of {keys}.", key=key, keys=", ".join(REGISTER))
    return REGISTER[key]


def report(project: Project, key: str, choices: Choices = Choices()) -> Report:
    """Return a report for reading."""
    return find(key).report(project, choices)


def sheet(project: Project, key: str, choices: Choices = Choices()) -> Sheet:
    """Return a report for other programs."""
    row = find(key)
    return row.sheet(project, choices) if row.sheet is not None else annexes.sheet_of(row.report(project, choices))


def save(project: Project, key: str, path: Path, choices: Choices = Choices(), *, excel: bool = False) -> int:
    """Write a report in the format of the file's ending and return how many rows it has; see `Row.formats`."""
    if path.suffix.lower() in saving.SHEETS:
        table = sheet(project, key, choices)
        saving.save_sheet(table, path, excel=excel)
        return len(table.rows)
    made = report(project, key, choices)
    saving.save_report(made, path)
    return sum(len(section.rows) for section in made.sections)
