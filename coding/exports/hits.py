"""The verbatims of a listing as a sheet or a document for print, in the order shown."""

from __future__ import annotations

from pathlib import Path

from coding.confidential import Mask
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet, shown
from coding.listings import Listing, Row
from corpus import participants
from corpus.progress import Progress, silent
from corpus.words import folded

COLUMNS = (
    "document", "passage", "start", "end", "speaker", "participant", "function", "text", "matches", "codes", "basis",
    "stance", "coder",
)  # fmt: skip


def sheet(listing: Listing, *, confidential: str = "mask", progress: Progress = silent) -> Sheet:
    """Return a line for each verbatim; `mask` puts `[participant 7]` for what tells who a confidential one is.

    After the columns of every export, each attribute of participants has its own.
    """
    mask = Mask.of(listing.ground.source.project, masking=confidential != "show")
    names = tuple(info.name for info in participants.attributes(listing.ground.source.project, "participant"))
    names = tuple(name for name in names if folded(name) not in map(folded, (*participants.CONFIDENTIAL, *COLUMNS)))
    rows = []
    for number in range(len(listing)):
        if number % 100 == 0:
            progress(number, len(listing), "")
        row = listing.row(number)
        rows.append((*_cells(listing, row, mask), *_attributes(row, names, mask)))
    return Sheet("Verbatims", (*COLUMNS, *names), tuple(rows))


def save(listing: Listing, path: Path, *, confidential: str = "mask", progress: Progress = silent) -> None:
    """Write the verbatims as .csv, .xlsx or, quoted one after the other, .docx."""
    from coding.exports import saving

    if path.suffix.lower() == ".docx":
        saving.save_report(report(listing, confidential=confidential, progress=progress), path)
    else:
        saving.save_sheet(sheet(listing, confidential=confidential, progress=progress), path, excel=True)


def report(listing: Listing, *, confidential: str = "mask", progress: Progress = silent) -> Report:
    """Return the verbatims for print, under the document each is from: its words, who said them, and its codes."""
    found = sheet(listing, confidential=confidential, progress=progress)
    parts: dict[str, list[str]] = {}
    for record in found.records():
        who = shown(record["participant"]) or shown(record["speaker"])
        told = [f"{name}: {value}" for name in found.columns[len(COLUMNS) :] if (value := shown(record[name]))]
        codes = shown(record["codes"])
        under = " · ".join(part for part in (who, ", ".join(told), codes and f"[{codes}]") if part)
        parts.setdefault(shown(record["document"]), []).extend([f"« {shown(record['text'])} »", f"— {under}"])
    language = listing.ground.source.project.info().language
    sections = tuple(Section(name, tuple(paragraphs), (), ()) for name, paragraphs in parts.items())
    title = listing.search.title or listing.search.query or found.title
    mask = Mask.of(listing.ground.source.project, masking=confidential != "show")
    return Report(mask.text(title), language, sections)


def _attributes(row: Row, names: tuple[str, ...], mask: Mask) -> tuple[Cell, ...]:
    """Return the values of the participants of a verbatim; nothing of those who are confidential."""
    people = [] if row.verbatim.role == "interviewer" else [
        person for person in mask.by_document.get(row.verbatim.document, ())
        if person.name in row.verbatim.participants and not mask.hides(person)
    ]  # fmt: skip
    keys = [frozenset({folded(name)}) for name in names]
    values = [[value for person in people if (value := person.first(key))] for key in keys]
    return tuple("; ".join(dict.fromkeys(each)) for each in values)


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
