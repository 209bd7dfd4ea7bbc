"""The documents, memos or definitions of a search as a sheet or a document for print, in the order found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from coding import permits
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, shown
from coding.memos import Target
from coding.moment.masks import Mask
from coding.permits import AS_AGREED, Leaving, Place, Terms
from coding.search.other_finds import SHOWN, Find, Finds, Part
from corpus.progress import Progress, silent

COLUMNS = ("name", "where", "matches", "words", "text")


def sheet(finds: Finds, *, confidential: str = "mask", progress: Progress = silent) -> Sheet:
    """Return a line for each find: what it is called, where it stands, how many matches, their words, their text.

    `mask` puts `[participant 7]` for what tells who a confidential one is.
    """
    told = _Telling(finds, finds.moment.viewed(masking=confidential != "show").mask)
    rows = []
    for number in range(len(finds)):
        if number % 100 == 0:
            progress(number, len(finds), "")
        find = finds.find(number, None)
        matched = [word for part in find.parts for word in _matched(part)]
        rows.append((
            told.name(find), told.where(number, find), len(matched), told.text("; ".join(dict.fromkeys(matched))),
            "\n".join(told.texts(find)),
        ))  # fmt: skip
    return Sheet(finds.search.scope.capitalize(), COLUMNS, tuple(rows))


def report(finds: Finds, *, confidential: str = "mask", progress: Progress = silent) -> Report:
    """Return the finds for print, each under its name: where it stands, and the text that matches."""
    found = sheet(finds, confidential=confidential, progress=progress)
    sections = tuple(
        Section(
            shown(record["name"]),
            tuple(filter(None, (shown(record["where"]), *shown(record["text"]).splitlines()))), (), (),
        )
        for record in found.records()
    )  # fmt: skip
    mask = finds.moment.viewed(masking=confidential != "show").mask
    return Report(mask.text(finds.search.query.strip()) or found.title, finds.moment.known.language, sections)


def save(
    finds: Finds, path: Path, *, confidential: str = "mask", progress: Progress = silent, terms: Terms = AS_AGREED
) -> None:
    """Write the finds as .csv, .xlsx or .docx; raises `BeyondConsent` where they show what was not agreed to."""
    from coding.exports import saving

    if permits.refused(finds.moment, "search"):
        permits.let(finds.moment, "search", leaving(finds, confidential), terms)
    if path.suffix.lower() == ".docx":
        saving.save_report(report(finds, confidential=confidential, progress=progress), path)
    else:
        saving.save_sheet(sheet(finds, confidential=confidential, progress=progress), path, excel=True)


def leaving(finds: Finds, confidential: str = "mask") -> Leaving:
    """Return what leaves with the finds."""
    places = of_finds(finds, [finds.find(number, None) for number in range(len(finds))]).places
    return permits.of_sheet(sheet(finds, confidential=confidential), places)


def of_finds(finds: Finds, shown: Sequence[Find]) -> Leaving:
    """Return what leaves with some of the finds, as they are."""
    places = [place for find in shown for place in _places(finds, find)]
    return Leaving([text for find in shown for text in (find.name, *(part.text for part in find.parts))], places)


def _places(finds: Finds, find: Find) -> list[Place]:
    """Return the places whose words a find shows."""
    if finds.search.scope == "codings" and find.place is not None:
        return [find.place]
    if finds.search.scope != "documents":
        return []
    parts = [part for part in find.parts if part.matches and part.name == "text"]
    return [(find.key, part.start, part.start + len(part.text)) for part in parts]


def _matched(part: Part) -> list[str]:
    return [part.text[start - part.start : end - part.start] for start, end in part.matches]


class _Telling:
    """What may be told of each find."""

    def __init__(self, finds: Finds, mask: Mask) -> None:
        self.finds, self.mask = finds, mask
        self.text: Callable[[str], str] = mask.text
        self.memos = finds.shelves.fields.meaning.notes if finds.search.scope == "memos" else []

    def name(self, find: Find) -> str:
        if find.place is not None and self.finds.search.scope in ("documents", "codings"):
            return self.mask.document(self.finds.moment.infos[find.place[0]])
        return self.text(find.name)

    def where(self, number: int, find: Find) -> str:
        match self.finds.search.scope:
            case "documents":
                return self.mask.names(self.finds.moment.voices.participants_of.get(find.key, ()))
            case "memos":
                targets = self.memos[int(self.finds.units[number])].targets
                return " · ".join(dict.fromkeys(filter(None, map(self._target, targets))))
        return " · ".join(map(self.text, find.about))

    def _target(self, target: Target) -> str:
        info = self.finds.moment.infos.get(target.key or 0) if target.kind in ("document", "passage") else None
        if target.kind == "participant":
            return self.mask.names((target.key or 0,))
        return self.text(target.label) if info is None else self.mask.document(info)

    def texts(self, find: Find) -> list[str]:
        """Return the parts that match, of a document the first few; where nothing was asked, all but the name."""
        matching = [part for part in find.parts if part.matches and part.name not in ("name", "title")]
        if self.finds.search.scope == "documents":
            matching = matching[:SHOWN]
        elif self.finds.node is None:
            matching = [part for part in find.parts if part.name not in ("name", "title")]
        return [self.text(" ".join(part.text.split())) for part in matching]
