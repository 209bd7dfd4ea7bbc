"""The codebook for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coding.codebook import CodeInfo
from coding.exports.sheets import Sheet

COLUMNS = (
    *("code", "path", "cycle", "framework", "key", "name", "short", "definition", "include", "exclude", "typical"),
    *("atypical", "colour", "level", "provenance", "cues", "codings", "documents"),
)


def sheet(codes: Iterable[CodeInfo], names: Mapping[int, str]) -> Sheet:
    """Return a line for each code; `names` gives the shortest name that means a code alone. Cues are joined by `; `."""
    rows = tuple(
        (
            names[code.key], code.path, code.cycle, code.framework, code.code_key, code.name, code.short,
            code.definition, code.include, code.exclude, code.typical, code.atypical, code.colour, code.level,
            code.provenance, "; ".join(code.cues), code.codings, code.documents,
        )
        for code in codes
    )  # fmt: skip
    return Sheet("Codebook", COLUMNS, rows)
