"""How the numbers of the matrix are read: percents, order, totals, a line for each cell; and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from app.icons import icon
from coding.tables.arranging import TOTALLED, Shape

if TYPE_CHECKING:
    from app.matrix.grid import Grid


class ArrangeButton(QToolButton):
    """A menu of ways to read the numbers. chosen(Shape): the person chose otherwise."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shape_shown = Shape()
        self.setText(self.tr("Arrange"))
        self.setIcon(icon("settings"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Arrange: percents, order, totals, and a line for each cell"))
        self.setAccessibleName(self.tr("Arrange"))
        menu = QMenu(self)
        self.percents = self._several(
            menu,
            "percent",
            (
                ("", self.tr("Numbers")),
                ("row", self.tr("Percents of the row")),
                ("column", self.tr("Percents of the column")),
                ("total", self.tr("Percents of all")),
            ),
        )
        self.orders = self._several(
            menu,
            "order",
            (
                ("", self.tr("In the order of the project")),
                ("name", self.tr("By name")),
                ("total", self.tr("By what they add up to")),
                ("cluster", self.tr("Alike ones beside each other")),
                ("case", self.tr("By case: organisation, then name")),
                ("role", self.tr("By role: the function of who speaks")),
                ("time", self.tr("By time: the date of the interview")),
            ),
        )
        self.totals = self._one(menu, "totals", self.tr("Totals, each unit once"))
        self.tidy = self._one(menu, "tidy", self.tr("A line for each cell"))
        self.setMenu(menu)

    def _several(self, menu: QMenu, field: str, named: tuple[tuple[str, str], ...]) -> dict[str, QAction]:
        group, made = QActionGroup(self), {}
        for value, text in named:
            made[value] = action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, value=value: self._say(**{field: value}))
        menu.addSeparator()
        return made

    def _one(self, menu: QMenu, field: str, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._say(**{field: on}))
        return action

    def show_shape(self, shape: Shape, cell: str) -> None:
        """Show how the numbers are read; what adds up to nothing has no percents."""
        self.shape_shown, adds = shape, cell in TOTALLED
        self.percents[shape.percent].setChecked(True)
        self.orders[shape.order].setChecked(True)
        self.totals.setChecked(shape.totals)
        self.tidy.setChecked(shape.tidy)
        for value, action in self.percents.items():
            action.setEnabled(adds or not value)
        self.totals.setEnabled(adds)

    def _say(self, **changed: object) -> None:
        self.chosen.emit(replace(self.shape_shown, **changed))  # type: ignore[arg-type]  # the keywords are its fields


def said(grid: Grid) -> str:
    """Say what has to be known of the numbers: of what they are percents, and why totals are not sums."""
    return " ".join(part for part in (_of_percents(grid), _of_totals(grid), _of_c(grid)) if part)


def _of_percents(grid: Grid) -> str:
    translate = QCoreApplication.translate
    if not grid.percent:
        return ""
    base = {
        "row": translate("matrix", "Percents of all that the row holds, each unit once."),
        "column": translate("matrix", "Percents of all that the column holds, each unit once."),
        "total": translate("matrix", "Percents of all that the matrix holds, each unit once."),
    }[grid.percent]
    more = translate("matrix", "They can add up to more than 100, as some are in several rows or columns.")
    return f"{base} {more}" if grid.made.shared else base


def _of_c(grid: Grid) -> str:
    if grid.matrix.cell != "c":
        return ""
    return QCoreApplication.translate(
        "matrix", "c: n12 / (n1 + n2 − n12), of passages; distorted where one code is over five times as frequent."
    )


def _of_totals(grid: Grid) -> str:
    translate = QCoreApplication.translate
    if grid.percent or grid.choice.shape.tidy or grid.matrix.cell not in TOTALLED:
        return ""
    if grid.choice.shape.totals:
        shared = translate(
            "matrix", "A total counts each unit once; it is less than the sum, as some are in several rows or columns."
        )
        return shared if grid.made.shared else ""
    rows, columns = grid.made.values.shape
    if (columns < 2 or grid.row_totals) and (rows < 2 or grid.column_totals):
        return ""
    return translate("matrix", "Sums that would count a unit twice are left out; Arrange has totals, each unit once.")
