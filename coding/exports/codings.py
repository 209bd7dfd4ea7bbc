"""All codings as a sheet that can be imported again."""

from __future__ import annotations

from pathlib import Path

from coding import codings, permits
from coding.codebook.names import exact
from coding.codings import CodingInfo
from coding.exports import saving
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Terms

COLUMNS = ("document", "start", "end", "code", "coder", "origin", "memo", "created_at", "text", "path")
# Longer words are left out of the column `text`, which is there to check a span by: a spreadsheet's cell has a limit.
LONGEST_TEXT = 32_000


def save(moment: Moment, path: Path, *, excel: bool = False, terms: Terms = AS_AGREED) -> int:
    """Write all codings and return how many; raises `BeyondConsent` where they show what was not agreed to."""
    out = frozenset[int]()
    if permits.refused(moment, "codings"):
        out = permits.left_out(moment, "codings", leaving(moment), terms)
        permits.let(moment, "codings", leaving(moment, out), terms)
    found = sheet(moment, out)
    saving.save_sheet(found, path, excel=moment.known.language if excel else "")
    return len(found.rows)


def leaving(moment: Moment, without: frozenset[int] = frozenset()) -> permits.Leaving:
    """Return what leaves with the codings."""
    places = [(one.document, one.start, one.end) for one in _shown(moment, without) if not one.whole]
    return permits.of_sheet(sheet(moment, without), places)


def _shown(moment: Moment, without: frozenset[int]) -> list[CodingInfo]:
    """Return the codings, by document and span, but those on words of people who are left out."""
    order = {info.key: n for n, info in enumerate(moment.documents)}
    found = sorted(codings.listed(moment.project), key=lambda coding: order[coding.document])
    if moment.within or moment.layer is not None or moment.reread or moment.human:
        kept = set(moment.coded.codings[:, 0].tolist())
        found = [one for one in found if one.key in kept]
    if not without:
        return found
    return [
        one for one in found if one.whole or not without & permits.heard(moment, [(one.document, one.start, one.end)])
    ]


def sheet(moment: Moment, without: frozenset[int] = frozenset()) -> Sheet:
    """Return a line for each coding by document and span; a coding of a whole document has no start and no end.

    `code` names the code as a person would, `path` so that an import makes the same code anew. Where the view masks,
    what names a confidential participant is masked in each cell, and no import can read it again.
    """
    mask, notes, found = moment.mask, _notes(moment), _shown(moment, without)
    papers = {info.key: mask.document(info) for info in moment.documents}
    names = {
        key: (mask.text(moment.ways[key]), mask.text(exact(moment.codes[key]))) for key in {one.code for one in found}
    }
    noted = mask.texts([notes.get(one.key, "") for one in found])
    said = mask.texts(["" if one.whole else moment.text(one.document)[one.start : one.end] for one in found])
    rows: list[tuple[Cell, ...]] = []
    for one, note, words in zip(found, noted, said, strict=True):
        name, path = names[one.code]
        rows.append(
            (
                papers[one.document],
                None if one.whole else one.start,
                None if one.whole else one.end,
                name,
                one.coder,
                one.origin,
                note,
                one.created_at,
                words if one.whole or one.end - one.start <= LONGEST_TEXT else "",
                path,
            )
        )
    return moment.makers.out(Sheet("Codings", COLUMNS, tuple(rows)))


def _notes(moment: Moment) -> dict[int, str]:
    """Return what memos say of each coding, one paragraph a memo."""
    found: dict[int, list[str]] = {}
    for memo in moment.memos:
        said = "\n".join(part for part in (memo.title, memo.body) if part)
        for target in memo.targets:
            if target.kind == "coding" and target.key is not None:
                found.setdefault(target.key, []).append(said)
    return {key: "\n\n".join(said) for key, said in found.items()}
