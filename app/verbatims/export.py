"""Writing a list of verbatims, or of what else was found, into a file for others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QToolButton

from app import consenting
from app.action_table import table
from app.hub import Hub
from app.icons import icon

if TYPE_CHECKING:
    from coding.permits import Leaving, Terms
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from coding.singling import GivenAway
    from corpus.progress import Progress


class Export(QToolButton):
    """A button that asks for a file; `listing` gives what is to be written, None where there is nothing."""

    def __init__(self, hub: Hub, listing: Callable[[], Listing | OtherHits | None]) -> None:
        super().__init__()
        self.hub, self._listing = hub, listing
        self.setIcon(icon("export"))
        self.setText(self.tr("Export"))
        self.setToolTip(table()["verbatims.export"].text)
        self.setAccessibleName(table()["verbatims.export"].text)
        self.clicked.connect(lambda _checked=False: self.ask_where())

    def ask_where(self, numbers: Sequence[int] | None = None) -> None:
        """Ask for a file and write the list into it, or these rows of it alone."""
        from coding.search.listings import Listing

        listing = self._listing()
        if listing is None or not len(listing):
            return
        lines = self.tr("Concordance, a line for each match (*.csv)")
        kinds = (
            self.tr("Table for Excel (*.xlsx)"),
            self.tr("Comma-separated (*.csv)"),
            self.tr("Word document (*.docx)"),
            *([lines] if isinstance(listing, Listing) and listing.search.query else []),
        )
        endings = dict(zip(kinds, ("xlsx", "csv", "docx", "csv")))
        dialog = QFileDialog(self, self._title(listing))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds)
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings[kind]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda path: self.write_to(Path(path), numbers, lines=dialog.selectedNameFilter() == lines)
        )
        dialog.open()

    def _title(self, listing: Listing | OtherHits) -> str:
        return {
            "documents": self.tr("Export documents"),
            "memos": self.tr("Export memos"),
            "definitions": self.tr("Export definitions"),
        }.get(listing.search.scope, self.tr("Export quotations"))

    def write_to(self, path: Path, numbers: Sequence[int] | None = None, *, lines: bool = False) -> None:
        """Write the list, or these rows of it, into a .csv, .xlsx or .docx file; who is confidential is masked.

        With `lines` it is a concordance: a line for each match, with what stands on either side.
        """
        from coding.exports import hits as exported
        from coding.search.listings import Listing

        listing = self._listing()
        if listing is None:
            return
        if numbers is not None and isinstance(listing, Listing):
            listing = exported.only(listing, numbers)

        template = self.hub.settings.template

        def work(progress: Progress, terms: Terms) -> None:
            from coding.exports import hits, other_hits, textometry
            from coding.search.listings import Listing

            if isinstance(listing, Listing) and lines:
                seen = replace(listing, moment=listing.moment.viewed(masking=True), _matches={})
                textometry.save_concordance(seen, path, terms=terms, excel=True)
            elif isinstance(listing, Listing):
                hits.save(replace(listing, _matches={}), path, progress=progress, terms=terms, template=template)
            else:
                other_hits.save(listing, path, progress=progress, terms=terms, template=template)

        said = self.tr("Written: {name}. Confidential participants are masked in it.").format(name=path.name)
        title, rows = self._title(listing), isinstance(listing, Listing)
        consenting.export(
            self.hub,
            self,
            title,
            work,
            said,
            rows=rows,
            unsaid=lambda: _unsaid(listing),
            given=lambda: _giving_away(listing),
        )


def _leaving(listing: Listing | OtherHits) -> Leaving:
    from coding.exports import hits, other_hits
    from coding.search.listings import Listing

    return hits.leaving(listing) if isinstance(listing, Listing) else other_hits.leaving(listing)


def _unsaid(listing: Listing | OtherHits) -> Mapping[Any, int]:
    from coding import permits

    return permits.unsaid(listing.moment, "search", _leaving(listing))


def _giving_away(listing: Listing | OtherHits) -> GivenAway:
    """Return whom what is exported singles out, and which flagged words are in it."""
    from coding import singling
    from coding.search.listings import Listing

    if isinstance(listing, Listing):
        return singling.of_quotations(listing.moment, [listing.place(number) for number in range(len(listing))])
    return singling.of_quotations(listing.moment, _leaving(listing).places)
