"""The verbatims of a listing as a sheet or a document for print, in the order shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coding import permits
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet, said, shown
from coding.moment.masks import Mask
from coding.permits import AS_AGREED, Leaving, Terms
from coding.search.listings import ListedVerbatim, Listing
from corpus.people import participants
from corpus.progress import Progress, silent
from corpus.words import folded

COLUMNS = (
    "document", "passage", "start", "end", "speaker", "participant", "function", "text", "matches", "codes", "basis",
    "stance", "coder",
)  # fmt: skip
ALIKE = ("likeness", "shared")
"""What stands of each where they were sought by meaning, too: how alike it is (1: the same words), what both say."""
_WORDS = {
    "fr": ("Verbatims", "«\u00a0{}\u00a0»", "{}\u00a0: {}", "ressemblance {}", "mots communs"),
    "en": ("Quotations", "“{}”", "{}: {}", "likeness {}", "words shared"),
}
"""What the document for print is called while nothing else is said, how it quotes, and how it names a value."""


def sheet(listing: Listing, *, confidential: str = "mask", progress: Progress = silent) -> Sheet:
    """Return a line for each verbatim; `mask` puts `[participant 7]` for what tells who a confidential one is.

    After the columns of every export, and of what was sought by meaning, each attribute of participants has its own.
    """
    columns = _columns(listing)
    mask = listing.moment.viewed(masking=confidential != "show").mask
    known = [info for info in listing.moment.known.attributes if info.subject == "participant"]
    infos = [info for info in known if folded(info.name) not in map(folded, (*participants.CONFIDENTIAL, *columns))]
    names = tuple(info.name for info in infos)
    rows = []
    for number in range(len(listing)):
        if number % 100 == 0:
            progress(number, len(listing), "")
        row = listing.row(number)
        rows.append((*_cells(listing, row, mask), *_alike(row, mask), *_attributes(row, names, mask)))
    titles = (info.label(listing.moment.language) for info in infos)
    return Sheet("Verbatims", (*columns, *titles), tuple(rows))


def _columns(listing: Listing) -> tuple[str, ...]:
    return COLUMNS if listing.liked is None else (*COLUMNS, *ALIKE)


def _alike(row: ListedVerbatim, mask: Mask) -> tuple[Cell, ...]:
    """Return how alike a verbatim is to what was sought by meaning, and the words shared; nothing of all others."""
    return () if row.alike is None else (round(row.alike[0], 3), mask.text("; ".join(row.alike[1])))


def save(
    listing: Listing,
    path: Path,
    *,
    confidential: str = "mask",
    progress: Progress = silent,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> None:
    """Write the verbatims as .csv, .xlsx or, quoted one after the other, .docx with the styles of a template.

    Raises `BeyondConsent` where they show what was not agreed to.
    """
    from coding.exports import saving

    if permits.refused(listing.moment, "search"):
        going = leaving(listing, confidential)
        if out := permits.left_out(listing.moment, "search", going, terms):
            listing = without(listing, out)
            going = leaving(listing, confidential)
        permits.let(listing.moment, "search", going, terms)
    if path.suffix.lower() == ".docx":
        saving.save_report(report(listing, confidential=confidential, progress=progress), path, template)
    else:
        table = sheet(listing, confidential=confidential, progress=progress)
        saving.save_sheet(table, path, excel=listing.moment.known.language)


def leaving(listing: Listing, confidential: str = "mask", limit: int | None = None) -> Leaving:
    """Return what leaves with the verbatims of a listing, or with the first of them."""
    first = range(len(listing) if limit is None else min(limit, len(listing)))
    mask = listing.moment.viewed(masking=confidential != "show").mask
    cells = [cell for number in first for cell in _cells(listing, listing.row(number), mask)]
    return Leaving([cell for cell in cells if isinstance(cell, str)], [listing.place(number) for number in first])


def without(listing: Listing, people: frozenset[int]) -> Listing:
    """Return a listing, for reading row by row, without what these participants may be saying."""
    return only(
        listing, [n for n in range(len(listing)) if not people & permits.heard(listing.moment, [listing.place(n)])]
    )


def only(listing: Listing, numbers: Sequence[int]) -> Listing:
    """Return a listing, for reading row by row, of these rows alone."""
    kept = list(numbers)
    return replace(listing, units=listing.units[kept], groups=(), lines=None, total=len(kept), _matches={})


def report(listing: Listing, *, confidential: str = "mask", progress: Progress = silent) -> Report:
    """Return the verbatims for print, under the document each is from: its words, who said them, and its codes."""
    found = sheet(listing, confidential=confidential, progress=progress)
    language = listing.moment.known.language
    heading, quoted, named, like, both = _WORDS.get(language, _WORDS["en"])
    attributes, parts = found.columns[len(_columns(listing)) :], dict[str, list[str]]()
    for record in found.records():
        who = shown(record["participant"]) or shown(record["speaker"])
        told = [named.format(name, value) for name in attributes if (value := shown(record[name]))]
        codes = shown(record["codes"])
        alike = "" if "likeness" not in record else like.format(said(record["likeness"], language))
        shares = named.format(both, words) if (words := shown(record.get("shared", ""))) else ""
        under = " · ".join(part for part in (who, ", ".join(told), codes and f"[{codes}]", alike, shares) if part)
        parts.setdefault(shown(record["document"]), []).extend([quoted.format(shown(record["text"])), f"— {under}"])
    sections = tuple(Section(name, tuple(paragraphs), (), ()) for name, paragraphs in parts.items())
    title = listing.search.title or listing.search.query or heading
    mask = listing.moment.viewed(masking=confidential != "show").mask
    return Report(mask.text(title), language, sections)


def _attributes(row: ListedVerbatim, names: tuple[str, ...], mask: Mask) -> tuple[Cell, ...]:
    """Return the values of the participants who say a verbatim; nothing of those who are confidential."""
    people = [mask.people[key] for key in row.verbatim.people if not mask.hides(key)]
    keys = [frozenset({folded(name)}) for name in names]
    values = [[mask.text(value) for person in people if (value := person.first(key))] for key in keys]
    return tuple("; ".join(dict.fromkeys(each)) for each in values)


def _cells(listing: Listing, row: ListedVerbatim, mask: Mask) -> tuple[Cell, ...]:
    told, codes = row.verbatim, listing.moment.codes
    speaker = listing.moment.voices.called(told.document, told.speaker)
    matches = "; ".join(told.text[start - told.start : end - told.start] for start, end in told.matches)
    basis = told.basis if listing.tagged else ""
    labels = [mask.text(codes[key].label) for key in told.codes if key in codes]
    return (
        mask.document(listing.moment.infos[told.document]),
        told.number,
        told.start,
        told.end,
        mask.speaker(speaker) if speaker else "",
        mask.names(told.people),
        mask.functions(told.people),
        mask.text(told.text),
        mask.text(matches),
        "; ".join(labels),
        basis,
        told.stance,
        told.coder,
    )
