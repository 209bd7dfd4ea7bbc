"""Reports as plain text, for a terminal or the clipboard: of a table two columns are told, what and how many."""

from __future__ import annotations

from coding.exports.reports import Report, Section
from coding.exports.sheets import said


def text(report: Report) -> str:
    """Return a report as plain text."""
    return "\n\n".join([report.title, *("\n".join(lines(section, report.language)) for section in report.sections)])


def lines(section: Section, language: str) -> list[str]:
    """Return a section as plain lines, its heading first."""
    between = "\u00a0: " if language == "fr" else ": "
    rows = (f"– {name}{between}{said(number, language)}" for name, number in section.rows)
    return [section.heading, *section.paragraphs, *rows, *section.notes]
