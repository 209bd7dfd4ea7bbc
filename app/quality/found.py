"""What was compared: code by code, or codes that exclude each other together; to be shown, and to be written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from app.quality.figures import FiguresView
    from coding.agreement.comparing import AgreementResult
    from coding.agreement.stretches import AgreementScope
    from coding.agreement.unitizing import Unitized
    from coding.moment.moment import Moment
    from coding.permits import Terms

FORMATS = (".docx", ".html", ".md", ".xlsx", ".csv")


@dataclass(frozen=True)
class Found:
    """The figures that were asked for: `compared`, or under a `parent` code those on `units` of text."""

    moment: Moment
    asked: AgreementScope
    parent: int | None = None
    compared: AgreementResult | None = None
    units: Unitized | None = None

    @classmethod
    def of(cls, moment: Moment, asked: AgreementScope, parent: int | None) -> Self:
        """Compare; raises `WorkbenchError` where nothing can be compared."""
        from coding.agreement import comparing, families

        if parent in moment.codes:
            return cls(moment, asked, parent, units=families.family(moment, asked, parent))
        return cls(moment, asked, compared=comparing.compare(moment, asked))

    def show(self, view: FiguresView) -> None:
        """Show the figures."""
        if self.units is not None and self.parent is not None:
            view.show_units(self.moment, self.asked, self.parent, self.units)
        elif self.compared is not None:
            view.show_figures(self.moment, self.compared)

    def save(self, path: Path, template: Path | None, terms: Terms) -> None:
        """Write the figures with names masked; raises `BeyondConsent`."""
        from coding.exports import agreement, unitized

        seen = self.moment.viewed(masking=True)
        if self.units is not None and self.parent is not None:
            made, table = unitized.report(seen, self.asked, self.parent, self.units), unitized.sheet(seen, self.units)
        elif self.compared is not None:
            made, table = agreement.printed(seen, self.compared), agreement.sheet(seen, self.compared)
        else:
            return
        agreement.save(seen, made, table, path, template=template, terms=terms)
