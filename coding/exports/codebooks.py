"""The codebook for other programs."""

from __future__ import annotations

from coding.codebook import CodeInfo
from coding.exports.sheets import Sheet
from coding.moment.counts import counts
from coding.moment.moment import Moment

COLUMNS = (
    *("code", "path", "cycle", "framework", "key", "name", "short", "definition", "include", "exclude", "typical"),
    *("atypical", "colour", "level", "provenance", "cues", "codings", "documents"),
)


def sheet(moment: Moment) -> Sheet:
    """Return a line for each code, with the shortest name that means it alone. Cues are joined by `; `, and so
    are other names, in a column that is there where any code has some.

    A path that holds names with a slash is written as `tree.Node.exact`, a semicolon within one of them as `\\;`.
    `codings` are coded segments and `documents` where they are, those of the codes under it included.
    """
    names, used, named = moment.ways, counts(moment), any(code.aliases for code in moment.codes.values())

    def others(code: CodeInfo) -> tuple[str, ...]:
        return ("; ".join(map(escaped_cue, code.aliases)),) if named else ()

    rows = tuple(
        (
            names[code.key],
            _path(code),
            code.cycle,
            code.framework,
            code.code_key,
            code.name,
            code.short,
            code.definition,
            code.include,
            code.exclude,
            code.typical,
            code.atypical,
            code.colour,
            code.level,
            code.provenance,
            "; ".join(map(escaped_cue, code.cues)),
            *others(code),
            *used.said(code.key),
        )
        for code in moment.codes.values()
    )
    return Sheet("Codebook", (*COLUMNS[:-2], *(("aliases",) if named else ()), *COLUMNS[-2:]), rows)


def _path(code: CodeInfo) -> str:
    return code.path if code.exact == f"/{code.path}" else code.exact


def escaped_cue(text: str) -> str:
    """Return a cue as it stands among others parted by semicolons."""
    return text.replace("\\", "\\\\").replace(";", "\\;")
