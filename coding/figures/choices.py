"""What a person may choose of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from coding.moment.evidence import Ways
from coding.tables.arranging import Order, Percent
from coding.tables.saturation import USUAL, SaturationRule
from corpus.errors import FigureError

WIDTHS = (90.0, 140.0, 190.0)
"""Millimetres of a column of a journal, of a column and a half, and of two."""
NARROWEST, WIDEST = 60.0, 420.0
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """A figure heeds what it takes, see `FigureRow`, and chooses by itself where None is said.

    `width` in millimetres · `rows`, `columns`, `cell` and `evidence` as `matrices.build` takes them, rows being
    what is drawn as lines · `percent` of what its numbers are, where they add up, and `order` of lines, see
    `arranging` · `by` the name of an attribute · `document` by key · `codes` that alone are drawn, by key · `most` how
    many lines at most · `rule` of saturation.
    """

    width: float = WIDTHS[-1]
    rows: str | None = None
    columns: str | None = None
    cell: str | None = None
    evidence: Ways | None = None
    percent: Percent = ""
    order: Order = ""
    by: str | None = None
    document: int | None = None
    codes: tuple[int, ...] | None = None
    most: int | None = None
    rule: SaturationRule = USUAL

    def checked(self) -> FigureChoice:
        """Return the choice; raises `FigureError` where nothing can be drawn by it."""
        if not NARROWEST <= self.width <= WIDEST:
            raise FigureError("A figure is {least} to {most} mm wide.", least=int(NARROWEST), most=int(WIDEST))
        if self.most is not None and self.most < 1:
            raise FigureError("A figure has one line or more.")
        return self
