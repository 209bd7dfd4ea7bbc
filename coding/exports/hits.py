"""The verbatims of a listing as a sheet, in the order shown."""

from __future__ import annotations

from coding.confidential import Mask
from coding.exports.sheets import Cell, Sheet
from coding.listings import Listing, Row
from corpus.progress import Progress, silent

COLUMNS = (
    "document", "passage", "start", "end", "speaker", "participant", "function", "text", "matches", "codes", "basis",
    "stance", "coder",
)  # fmt: skip


def sheet(listing: Listing, *, confidential: str = "mask", progress: Progress = silent) -> Sheet:
    """Return a line for each verbatim; `mask` puts `[participant 7]` for what tells who a confidential one is."""
    mask = Mask.of(listing.ground.source.project, masking=confidential != "show")
    rows = []
    for number in range(len(listing)):
        if number % 100 == 0:
            progress(number, len(listing), "")
        rows.append(_cells(listing, listing.row(number), mask))
    return Sheet("Verbatims", COLUMNS, tuple(rows))


def _cells(listing: Listing, row: Row, mask: Mask) -> tuple[Cell, ...]:
    said = row.verbatim
    people = [person for person in mask.by_document.get(said.document, ()) if mask.hides(person)]
    speaks = [person for person in people if person.name in said.participants and said.role != "interviewer"]
    matches = "; ".join(said.text[start - said.start : end - said.start] for start, end in said.matches)
    basis = " + ".join(way for way in ("direct", "linked") if getattr(said, way)) if listing.tagged else ""
    codes = [listing.ground.codes[key].label for key in said.codes if key in listing.ground.codes]
    return (
        mask.document(listing.ground.infos[said.document]), said.number, said.start, said.end,
        speaks[0].shown if speaks else said.speaker,
        mask.names(tuple(person for person in mask.by_document.get(said.document, ())
                         if person.name in said.participants)),
        "" if speaks else row.function, mask.text(said.text), mask.text(matches), "; ".join(codes), basis,
        said.stance, said.coder,
    )  # fmt: skip
