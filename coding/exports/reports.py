"""A report: headed sections of paragraphs and a table each, before any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coding.exports.sheets import Cell, Sheet, evened

_NUMBERED = {"fr": "Tableau", "en": "Table"}
_DRAWN = "Figure"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in a report: what is said in its place, its size in mm, and how it is made, as SVG or as PNG."""

    alt: str
    width: float
    height: float
    svg: Callable[[], bytes]
    png: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is said under it, and a table; without columns there is no table.

    A table with a `caption` is numbered; `notes` stand under it. Neighbours that are equal in the first `joined`
    columns are one cell in print. `level` is that of the heading, 1 below the title. A `picture`
    stands in place of a table.
    """

    heading: str
    paragraphs: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = ()
    joined: int = 0
    level: int = 1
    picture: Picture | None = None

    def filled(self) -> Section:
        """Return the section without the columns of its table in which no row says anything."""
        kept = [n for n in range(len(self.columns)) if any(row[n] not in ("", None) for row in self.rows)]
        rows = tuple(tuple(row[n] for n in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in kept), rows=rows)

    def laid(self) -> list[list[tuple[Cell, int]]]:
        """Return each row's cells, each with how many rows it takes in print: 0 where one above takes it in.

        Numbers of a column have equal decimals.
        """
        found, even = [], zip(*map(evened, zip(*self.rows, strict=True)), strict=True)
        for number, row in enumerate(even):
            taken = [self._taken(number, column) for column in range(min(self.joined, len(row)))]
            found.append(list(zip(row, [*taken, *[1] * (len(row) - len(taken))], strict=True)))
        return found

    def _taken(self, number: int, column: int) -> int:
        alike = self.rows[number][: column + 1]
        if number and self.rows[number - 1][: column + 1] == alike:
            return 0
        end = number + 1
        while end < len(self.rows) and self.rows[end][: column + 1] == alike:
            end += 1
        return end - number


@dataclass(frozen=True, slots=True)
class Report:
    """A title and sections; `language`, fr or en, is that of its headings, `spelling` that of what is quoted."""

    title: str
    language: str
    sections: tuple[Section, ...]
    spelling: str = ""

    def numbered(self, section: Section) -> str:
        """Return what a numbered table, or picture, is called."""
        return _DRAWN if section.picture is not None else _NUMBERED.get(self.language, _NUMBERED["en"])

    def captions(self) -> list[str]:
        """Return the caption of each section with its number, empty where it has none."""
        between, numbers, found = "\u00a0: " if self.language == "fr" else ". ", Counter[str](), list[str]()
        for section in self.sections:
            kind = self.numbered(section)
            numbers[kind] += bool(section.caption)
            found.append(f"{kind}\u00a0{numbers[kind]}{between}{section.caption}" if section.caption else "")
        return found


def as_sheet(report: Report, parts: str) -> Sheet:
    """Return tables that differ in their first heading alone as one sheet; the column `parts` says of which a row is.

    A row is told by what its section is about: its heading, else its caption.
    """
    known = [section for section in report.sections if section.columns]
    columns = max((section.columns for section in known), key=len, default=("",))
    rows = tuple(
        (section.heading or section.caption, *row, *[""] * (len(columns) - len(row)))
        for section in known
        for row in section.rows
    )
    return Sheet(report.title, (parts, report.title, *columns[1:]), rows)


def of_sheet(sheet: Sheet, language: str) -> Report:
    """Return a report that is one table."""
    return Report(sheet.title, language, (Section("", (), sheet.columns, sheet.rows),))


_SAMPLE = 60  # rows whose words say how wide a column is
_LONG = 700.0  # characters of a cell beyond which a column gets no wider
_EVEN = 0.75  # 1 would give a column of names next to nothing beside one of quotations, 0 the same to all


def widths(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Return the share of the width, from 0 to 1, that each column gets by how much there is to read in it."""
    weights = []
    for column, *cells in zip(columns, *rows[:_SAMPLE], strict=True):
        said = [str(cell if cell is not None else "") for cell in cells]
        filled = [len(text) for text in said if text]  # an empty cell takes no line
        long = sum(filled) / len(filled) if filled else 0.0
        longest = max((len(word) for text in (column, *said) for word in text.split()), default=0)
        weights.append(max(min(long, _LONG) ** _EVEN * 2, longest, 4))
    total = sum(weights)
    return [weight / total for weight in weights]
