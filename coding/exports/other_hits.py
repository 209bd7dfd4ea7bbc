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
from coding.search.other_hits import SHOWN, HitPart, OtherHit, OtherHits
from corpus.progress import Progress, silent

COLUMNS = ("name", "where", "matches", "words", "text")


def sheet(hits: OtherHits, *, confidential: str = "mask", progress: Progress = silent) -> Sheet:
    """Return a line for each hit: what it is called, where it stands, how many matches, their words, their text.

    `mask` puts `[participant 7]` for what tells who a confidential one is.
    """
    told = _HitWords(hits, hits.moment.viewed(masking=confidential != "show").mask)
    rows = []
    for number in range(len(hits)):
        if number % 100 == 0:
            progress(number, len(hits), "")
        hit = hits.hit(number, None)
        matched = [word for part in hit.parts for word in _matched(part)]
        rows.append(
            (
                told.name(hit),
                told.where(number, hit),
                len(matched),
                told.text("; ".join(dict.fromkeys(matched))),
                "\n".join(told.texts(hit)),
            )
        )
    return Sheet(hits.search.scope.capitalize(), COLUMNS, tuple(rows))


def report(hits: OtherHits, *, confidential: str = "mask", progress: Progress = silent) -> Report:
    """Return the hits for print, each under its name: where it stands, and the text that matches."""
    found = sheet(hits, confidential=confidential, progress=progress)
    sections = tuple(
        Section(
            shown(record["name"]),
            tuple(filter(None, (shown(record["where"]), *shown(record["text"]).splitlines()))),
            (),
            (),
        )
        for record in found.records()
    )
    mask = hits.moment.viewed(masking=confidential != "show").mask
    return Report(mask.text(hits.search.query.strip()) or found.title, hits.moment.known.language, sections)


def save(
    hits: OtherHits,
    path: Path,
    *,
    confidential: str = "mask",
    progress: Progress = silent,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> None:
    """Write the hits as .csv, .xlsx or .docx, with the styles of a template.

    Raises `BeyondConsent` where they show what was not agreed to.
    """
    from coding.exports import saving

    if permits.refused(hits.moment, "search"):
        permits.let(hits.moment, "search", leaving(hits, confidential), terms)
    if path.suffix.lower() == ".docx":
        saving.save_report(report(hits, confidential=confidential, progress=progress), path, template)
    else:
        table = sheet(hits, confidential=confidential, progress=progress)
        saving.save_sheet(table, path, excel=hits.moment.known.language)


def leaving(hits: OtherHits, confidential: str = "mask") -> Leaving:
    """Return what leaves with the hits."""
    places = of_hits(hits, [hits.hit(number, None) for number in range(len(hits))]).places
    return permits.of_sheet(sheet(hits, confidential=confidential), places)


def of_hits(hits: OtherHits, shown: Sequence[OtherHit]) -> Leaving:
    """Return what leaves with some of the hits, as they are."""
    places = [place for hit in shown for place in _places(hits, hit)]
    return Leaving([text for hit in shown for text in (hit.name, *(part.text for part in hit.parts))], places)


def _places(hits: OtherHits, hit: OtherHit) -> list[Place]:
    """Return the places whose words a hit shows."""
    if hits.search.scope == "codings" and hit.place is not None:
        return [hit.place]
    if hits.search.scope != "documents":
        return []
    parts = [part for part in hit.parts if part.matches and part.name == "text"]
    return [(hit.key, part.start, part.start + len(part.text)) for part in parts]


def _matched(part: HitPart) -> list[str]:
    return [part.text[start - part.start : end - part.start] for start, end in part.matches]


class _HitWords:
    """What may be told of each hit."""

    def __init__(self, hits: OtherHits, mask: Mask) -> None:
        self.hits, self.mask = hits, mask
        self.text: Callable[[str], str] = mask.text
        self.memos = hits.other.fields.meaning.notes if hits.search.scope == "memos" else []

    def name(self, hit: OtherHit) -> str:
        if hit.place is not None and self.hits.search.scope in ("documents", "codings"):
            return self.mask.document(self.hits.moment.infos[hit.place[0]])
        return self.text(hit.name)

    def where(self, number: int, hit: OtherHit) -> str:
        match self.hits.search.scope:
            case "documents":
                return self.mask.names(self.hits.moment.voices.participants_of.get(hit.key, ()))
            case "memos":
                targets = self.memos[int(self.hits.units[number])].targets
                return " · ".join(dict.fromkeys(filter(None, map(self._target, targets))))
        return " · ".join(map(self.text, hit.about))

    def _target(self, target: Target) -> str:
        info = self.hits.moment.infos.get(target.key or 0) if target.kind in ("document", "passage") else None
        if target.kind == "participant":
            return self.mask.names((target.key or 0,))
        return self.text(target.label) if info is None else self.mask.document(info)

    def texts(self, hit: OtherHit) -> list[str]:
        """Return the parts that match, of a document the first few; where nothing was asked, all but the name."""
        matching = [part for part in hit.parts if part.matches and part.name not in ("name", "title")]
        if self.hits.search.scope == "documents":
            matching = matching[:SHOWN]
        elif self.hits.node is None:
            matching = [part for part in hit.parts if part.name not in ("name", "title")]
        return [self.text(" ".join(part.text.split())) for part in matching]
