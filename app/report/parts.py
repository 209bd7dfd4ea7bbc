"""The parts of a report: what each is made of, and how it is written to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from coding.exports.reports import Report
    from coding.exports.sheets import Sheet
    from corpus.history import Step
    from corpus.project import Project

CODEBOOK, INTERVIEWS, VERBATIMS, TRAIL = "codebook", "interviews", "verbatims", "trail"
PARTS = (CODEBOOK, INTERVIEWS, VERBATIMS, TRAIL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part with its choices: `codes` of the verbatims (None: every framework code), `mask` the confidential."""

    part: str
    mask: bool = True
    codes: tuple[int, ...] | None = None
    steps: Sequence[Step] = ()


def names() -> dict[str, str]:
    """Give the parts as they are called in the window."""
    translate = QCoreApplication.translate
    return {
        CODEBOOK: translate("report", "Codebook"),
        INTERVIEWS: translate("report", "Interviews"),
        VERBATIMS: translate("report", "Verbatims"),
        TRAIL: translate("report", "Audit trail"),
    }


def report(project: Project, wanted: Wanted) -> Report:
    """Return a part for reading."""
    from coding import annexes, verbatims
    from coding.exports import verbatims as exports
    from coding.moment.moment import Moment

    moment = Moment.of(project, masking=wanted.mask)
    match wanted.part:
        case "codebook":
            return annexes.codebook_report(moment)
        case "interviews":
            return annexes.interviews(moment)
        case "verbatims":
            rows = verbatims.table(moment, wanted.codes)
            return exports.report(rows, moment.known.language)
    return annexes.trail(moment, wanted.steps)


def sheet(project: Project, wanted: Wanted) -> Sheet:
    """Return a part for other programs."""
    from coding import annexes, verbatims
    from coding.exports import histories
    from coding.exports import verbatims as exports
    from coding.exports.sheets import Sheet
    from coding.moment.moment import Moment

    moment = Moment.of(project, masking=wanted.mask)
    match wanted.part:
        case "codebook":
            return annexes.codebook_sheet(moment)
        case "verbatims":
            return exports.sheet(verbatims.table(moment, wanted.codes))
        case "trail":
            rows = tuple((s.change, s.at, s.coder, s.kind, s.label, s.rows, s.reverts) for s in wanted.steps)
            return Sheet("History", histories.COLUMNS, rows)
    return annexes.sheet_of(report(project, wanted))


def save(project: Project, wanted: Wanted, path: Path) -> None:
    """Write a part in the format of the file's ending: docx, html, md, csv or xlsx."""
    from coding.exports import saving

    if path.suffix.lower() in saving.SHEETS:
        saving.save_sheet(sheet(project, wanted), path)
    else:
        saving.save_report(report(project, wanted), path)


def scopes(project: Project) -> list[tuple[str, tuple[int, ...] | None]]:
    """Give what verbatims may be of: every framework code, one framework, the first cycle, or a single code."""
    from coding import codebook, frameworks

    translate: Callable[[str, str], str] = QCoreApplication.translate
    codes = codebook.listed(project)
    titles = {info.framework: info.title for info in frameworks.listed(project)}
    found: list[tuple[str, tuple[int, ...] | None]] = [(translate("report", "All theoretical codes"), None)]
    if len(titles) > 1:
        found += [(title, tuple(c.key for c in codes if c.framework == key)) for key, title in titles.items()]
    found.append((translate("report", "All first-cycle codes"), tuple(c.key for c in codes if c.cycle == 1)))
    theory_first = sorted(codes, key=lambda code: code.cycle == 1)
    return found + [(code.label if code.framework else code.path, (code.key,)) for code in theory_first]
