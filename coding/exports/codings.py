"""All codings as a sheet that can be imported again."""

from __future__ import annotations

from coding import codings
from coding.codebook.names import exact
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment

COLUMNS = ("document", "start", "end", "code", "coder", "origin", "memo", "created_at", "text", "path")
# Longer words are left out of the column `text`, which is there to check a span by: a spreadsheet's cell has a limit.
LONGEST_TEXT = 32_000


def sheet(moment: Moment) -> Sheet:
    """Return a line for each coding by document and span; a coding of a whole document has no start and no end.

    `code` names the code as a person would, `path` so that an import makes the same code anew. Where the view masks,
    what names a confidential participant is masked in each cell, and no import can read it again.
    """
    names, mask, notes = moment.ways, moment.mask, _notes(moment)
    order = {info.key: (n, info) for n, info in enumerate(moment.documents)}
    rows: list[tuple[Cell, ...]] = []
    for one in sorted(codings.listed(moment.project), key=lambda coding: order[coding.document][0]):
        info = order[one.document][1]
        words = "" if one.whole else moment.text(one.document)[one.start : one.end]
        rows.append(
            (
                mask.document(info), None if one.whole else one.start, None if one.whole else one.end,
                mask.text(names[one.code]), one.coder, one.origin, mask.text(notes.get(one.key, "")), one.created_at,
                mask.text(words) if len(words) <= LONGEST_TEXT else "", mask.text(exact(moment.codes[one.code])),
            )
        )  # fmt: skip
    return Sheet("Codings", COLUMNS, tuple(rows))


def _notes(moment: Moment) -> dict[int, str]:
    """Return what memos say of each coding, one paragraph a memo."""
    found: dict[int, list[str]] = {}
    for memo in moment.memos:
        said = "\n".join(part for part in (memo.title, memo.body) if part)
        for target in memo.targets:
            if target.kind == "coding" and target.key is not None:
                found.setdefault(target.key, []).append(said)
    return {key: "\n\n".join(said) for key, said in found.items()}
