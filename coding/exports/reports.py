"""A report: headed sections of paragraphs and a table each, before any format."""

from __future__ import annotations

from dataclasses import dataclass

from coding.exports.sheets import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is said under it, and a table; without columns there is no table."""

    heading: str
    paragraphs: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A title and sections; `language` is fr or en."""

    title: str
    language: str
    sections: tuple[Section, ...]


def of_sheet(sheet: Sheet, language: str) -> Report:
    """Return a report that is one table."""
    return Report(sheet.title, language, (Section("", (), sheet.columns, sheet.rows),))
