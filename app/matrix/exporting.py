"""The matrix as a file: as it is shown, as a long list, or as 0 and 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from app.matrix.grid import Grid
    from coding.permits import Terms
    from coding.singling import GivenAway
    from corpus.progress import Progress

SUFFIXES = (".csv", ".xlsx", ".docx", ".html", ".md", ".json", ".png", ".svg")


@dataclass(frozen=True, slots=True)
class Form:
    """What a dialog offers: the ending, and whether it has a line for each cell, or 0 and 1 instead of numbers."""

    said: str
    suffix: str
    tidy: bool = False
    binary: bool = False

    def named(self, path: Path) -> Path:
        """Return the path with an ending that can be written."""
        known = (self.suffix,) if self.tidy or self.binary else SUFFIXES
        return path if path.suffix.lower() in known else path.with_name(path.name + self.suffix)


AS_SHOWN = Form("", ".csv")


def forms() -> tuple[Form, ...]:
    """Give what a matrix can be written as, as the dialog calls it."""
    translate = QCoreApplication.translate
    return (
        Form(translate("matrix", "Table for other programs (*.csv)"), ".csv"),
        Form(translate("matrix", "Excel workbook (*.xlsx)"), ".xlsx"),
        Form(translate("matrix", "Word document (*.docx)"), ".docx"),
        Form(translate("matrix", "A line for each cell, for R (*.csv)"), ".csv", tidy=True),
        Form(translate("matrix", "0 and 1, for R (*.csv)"), ".csv", binary=True),
        Form(translate("matrix", "Picture (*.png)"), ".png"),
        Form(translate("matrix", "Picture for print (*.svg)"), ".svg"),
        Form(translate("matrix", "Web page (*.html)"), ".html"),
        Form(translate("matrix", "Markdown (*.md)"), ".md"),
        Form("JSON (*.json)", ".json"),
    )


def giving_away(grid: Grid) -> GivenAway:
    """Return whom the attributes by which a grid is divided single out."""
    from coding import singling

    return singling.by_kinds(grid.matrix.moment, grid.matrix.row_kind, grid.matrix.column_kind)


def save(
    grid: Grid, path: Path, form: Form, font: QFont, terms: Terms, progress: Progress, template: Path | None = None
) -> None:
    """Write a grid in a form and in the format of the path's ending; a Word document takes styles from a template."""
    from app.matrix import figure
    from coding.exports import matrices

    if path.suffix.lower() in figure.SUFFIXES:
        figure.save(grid, path, font, terms)
        return
    matrix, shape = grid.matrix, grid.choice.shape
    if form.binary:
        matrix = replace(grid.choice, cell="binary").counted(matrix.moment, progress)
    shape = replace(shape, tidy=shape.tidy or form.tidy)
    matrices.save(matrix, path, terms=terms, shape=shape, template=template)
