"""The parts of a report as the window calls them, and what verbatims may be of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from coding import codebook, reports
from coding.codebook import frameworks
from corpus.store.project import Project

_translate: Callable[[str, str], str] = QCoreApplication.translate


def names() -> dict[str, str]:
    """Give the parts as they are called in the window."""
    return {row.key: _translate("report", row.title) for row in reports.REGISTER.values()}


def figures() -> dict[str, str]:
    """Give the figures as they are called in the window."""
    from coding.figures import FIGURES

    return {row.key: _translate("report", row.title) for row in FIGURES.values()}


def nothing(key: str) -> str:
    """Say that there is nothing to report."""
    return _translate("report", reports.find(key).empty)


def next_step(key: str) -> tuple[str, str]:
    """Give the way to fill a part that is empty, as a button says it, and its page; nothing where all is well."""
    translate: Callable[[str, str], str] = QCoreApplication.translate
    if key in ("recruitment", "cases", "guide", "coverage", "revealed"):
        return translate("report", "Go to Participants"), "participants"
    if key in ("to-review", "attributions", "agreement", "submissions", "singling"):
        # All is well, or it takes somebody else.
        return "", ""
    if key == "crosswalk" or "codes" in reports.find(key).asks:
        return translate("report", "Go to Theory"), "theory"
    return to_code(), "code"


def to_code() -> str:
    """Give what a button says that leads to where codes are put."""
    translate: Callable[[str, str], str] = QCoreApplication.translate
    return translate("report", "Go to Code")


def scopes(project: Project) -> list[tuple[str, tuple[int, ...] | None]]:
    """Give what verbatims may be of: every framework code, one framework, the first cycle, or a single code."""
    translate: Callable[[str, str], str] = QCoreApplication.translate
    codes = codebook.listed(project)
    titles = {info.framework: info.title for info in frameworks.listed(project)}
    found: list[tuple[str, tuple[int, ...] | None]] = [(translate("report", "All theoretical codes"), None)]
    if len(titles) > 1:
        found += [(title, tuple(c.key for c in codes if c.framework == key)) for key, title in titles.items()]
    found.append((translate("report", "All descriptive codes"), tuple(c.key for c in codes if c.cycle == 1)))
    theory_first = sorted(codes, key=lambda code: code.cycle == 1)
    return found + [(code.label if code.framework else code.path, (code.key,)) for code in theory_first]
