"""All codings as a sheet that can be imported again."""

from __future__ import annotations

from coding import codebook, codings, memos
from coding.exports.sheets import Cell, Sheet
from corpus import documents
from corpus.store.project import Project

COLUMNS = ("document", "start", "end", "code", "coder", "origin", "memo", "created_at", "text", "path")
# Longer words are left out of the column `text`, which is there to check a span by: a spreadsheet's cell has a limit.
LONGEST_TEXT = 32_000


def sheet(project: Project) -> Sheet:
    """Return a line for each coding by document and span; a coding of a whole document has no start and no end.

    `code` names the code as a person would, `path` so that an import makes the same code anew.
    """
    names, paths = codebook.ways(project), codebook.exact(project)
    titles = {info.key: (n, info) for n, info in enumerate(documents.listed(project))}
    notes = _notes(project)
    rows: list[tuple[Cell, ...]] = []
    for one in sorted(codings.listed(project), key=lambda coding: titles[coding.document][0]):
        info = titles[one.document][1]
        words = "" if one.whole else project.text(info.text_sha)[one.start : one.end]
        rows.append(
            (
                info.name, None if one.whole else one.start, None if one.whole else one.end, names[one.code], one.coder,
                one.origin, notes.get(one.key, ""), one.created_at, words if len(words) <= LONGEST_TEXT else "",
                paths[one.code],
            )
        )  # fmt: skip
    return Sheet("Codings", COLUMNS, tuple(rows))


def _notes(project: Project) -> dict[int, str]:
    """Return what memos say of each coding, one paragraph a memo."""
    found: dict[int, list[str]] = {}
    for memo in memos.listed(project):
        said = "\n".join(part for part in (memo.title, memo.body) if part)
        for target in memo.targets:
            if target.kind == "coding" and target.key is not None:
                found.setdefault(target.key, []).append(said)
    return {key: "\n\n".join(said) for key, said in found.items()}
