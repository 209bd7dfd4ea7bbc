"""A sheet: named columns and rows of plain values, before any format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from coding.exports.dates import written

Cell = str | int | float | None

# A spreadsheet takes a cell that begins like this for a formula, or for the way into one.
GUARDED = ("=", "+", "-", "@", "\t", "\r")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title; every row has as many cells as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[Mapping[str, Cell]]:
        """Return the rows as mappings by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def guarded(text: str) -> str:
    """Return `text` with `'` before what a spreadsheet would take for a formula.

    >>> guarded("=1+1"), guarded("plain")
    ("'=1+1", 'plain')

    A person's own `'` there is doubled, so that `corpus.tables.unguarded` gives every text back.
    """
    return f"'{text}" if text.lstrip("'").startswith(GUARDED) else text


def shown(cell: Cell) -> str:
    """Return a cell as text: numbers with a point and at most six decimals, nothing for None.

    >>> shown(0.5), shown(1 / 3), shown(2.0), shown(None)
    ('0.5', '0.333333', '2', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    return str(cell)


class Even(float):
    """A number that is said with as many decimals as those above and below it."""

    decimals: int

    def __new__(cls, number: float, decimals: int) -> Self:
        """Give a number its decimals."""
        made = super().__new__(cls, number)
        made.decimals = decimals
        return made


def evened(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a column with as many decimals in each number as the longest needs, three at most.

    >>> [said(cell, "en") for cell in evened([0.5, 0.123, "", 2.0, 7])]
    ['0.500', '0.123', '', '2.000', '7']
    """
    most = max((len(shown(round(cell, 3)).partition(".")[2]) for cell in cells if isinstance(cell, float)), default=0)
    return [Even(cell, most) if isinstance(cell, float) else cell for cell in cells]


def said(cell: Cell, language: str) -> str:
    """Return a cell as a person reads it in a language: days written out, three decimals at most, thousands apart.

    >>> said(1 / 7, "fr"), said(1234, "fr"), said(0.5, "en"), said(1234, "en"), said("2024-05-31", "fr")
    ('0,143', '1\u202f234', '0.5', '1,234', '31 mai 2024')

    A year is a text, never a number.
    """
    if isinstance(cell, str):
        return written(cell, language)
    if cell is None:
        return ""
    near = round(cell, 3) + 0.0 if isinstance(cell, float) else cell  # no -0
    whole, _, rest = (f"{near:.{cell.decimals}f}" if isinstance(cell, Even) else shown(near)).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    between, point = ("\u202f", ",") if language == "fr" else (",", ".")
    return sign + f"{int(digits):,}".replace(",", between) + (f"{point}{rest}" if rest else "")


def apart(names: Iterable[str], language: str) -> str:
    """Return names in one cell as a language sets them apart; one may be several already.

    >>> apart(["Anne", "Bob; Cléa"], "fr"), apart(["Anne", "Bob"], "en")
    ('Anne\u202f; Bob\u202f; Cléa', 'Anne; Bob')
    """
    between = "\u202f; " if language == "fr" else "; "
    return between.join(one for name in names for one in name.split("; "))


def storable(text: str) -> str:
    """Return `text` with U+FFFD for what XML, and so an Office file, can't hold."""
    return _NO_XML.sub("\ufffd", text)
