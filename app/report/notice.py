"""What is wrong with a part of the report, said above it before anybody exports it, with the way to look at it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from app import theme
from coding import reports

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.reports import ReportChoices

_QUOTED = "verbatims"  # the part that is made of excerpts


class Wrong(NamedTuple):
    """How many quotations have a slip in their attribution, people are singled out, and flagged words are printed."""

    slips: int = 0
    singled: int = 0
    flagged: int = 0


def of(moment: Moment, part: str, choices: ReportChoices) -> Wrong:
    """Give what is wrong with a part of the report."""
    slips = reports.attribution_slips(moment.viewed(masking=choices.mask), choices) if part == _QUOTED else []
    given = reports.giving_away(moment, part, choices)
    return Wrong(len(slips), len(given.singled), len(given.flagged))


class ReportNotice(QLabel):
    """One line for each that is wrong. asked(str): the part of the report that lists it."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setMargin(8)
        self.setAccessibleName(self.tr("Notice"))
        self.linkActivated.connect(self.asked)
        self.hide()

    def show_wrong(self, wrong: Wrong) -> None:
        """Say what is wrong; nothing where nothing is."""
        said = (
            (
                wrong.slips,
                "attributions",
                self.tr(
                    "%n quotation(s) in print name somebody’s hidden firm, or nobody who took part.", "", wrong.slips
                ),
            ),
            (
                wrong.singled,
                "singling",
                self.tr("%n confidential participant(s) can be told by what is printed of them.", "", wrong.singled),
            ),
            (
                wrong.flagged,
                "singling",
                self.tr("%n place(s) are printed whose words single somebody out.", "", wrong.flagged),
            ),
        )
        lines = [f"{escape(line)} {self._link(part)}" for number, part, line in said if number]
        self.setText("<br>".join(lines))
        self.setVisible(bool(lines))

    def _link(self, part: str) -> str:
        look = escape(self.tr("Look at them"))
        return f'<a style="color:{theme.colours().accent}" href="{part}">{look}</a>'
