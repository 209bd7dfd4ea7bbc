"""The codebook for other programs and for print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from coding.codebook import CodeInfo
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet

COLUMNS = (
    *("code", "path", "cycle", "framework", "key", "name", "short", "definition", "include", "exclude", "typical"),
    *("atypical", "colour", "level", "provenance", "cues", "codings", "documents"),
)
_WORDS = {
    "fr": ("Livre de codes", "Premier cycle : codes descriptifs", "Cadre théorique {}"),
    "en": ("Codebook", "First cycle: descriptive codes", "Framework {}"),
}
_HEADER = {
    "fr": ("Code", "Définition", "Inclure", "Exclure", "Exemple", "Codages", "Documents"),
    "en": ("Code", "Definition", "Include", "Exclude", "Example", "Codings", "Documents"),
}


def sheet(codes: Iterable[CodeInfo], names: Mapping[int, str]) -> Sheet:
    """Return a line for each code; `names` gives the shortest name that means a code alone. Cues are joined by `; `.

    A path that holds names with a slash is written as `tree.Node.exact`, a semicolon within a cue as `\\;`.
    """
    rows = tuple(
        (
            names[code.key], _path(code), code.cycle, code.framework, code.code_key, code.name, code.short,
            code.definition, code.include, code.exclude, code.typical, code.atypical, code.colour, code.level,
            code.provenance, "; ".join(map(escaped_cue, code.cues)), code.codings, code.documents,
        )
        for code in codes
    )  # fmt: skip
    return Sheet("Codebook", COLUMNS, rows)


def _path(code: CodeInfo) -> str:
    return code.path if code.exact == f"/{code.path}" else code.exact


def escaped_cue(text: str) -> str:
    """Return a cue as it stands among others parted by semicolons."""
    return text.replace("\\", "\\\\").replace(";", "\\;")


def report(codes: Sequence[CodeInfo], titles: Mapping[str, str], language: str) -> Report:
    """Return a section for the first cycle and one for each framework; `titles` are those of frameworks by key."""
    title, first, second = _WORDS.get(language, _WORDS["en"])
    header = _HEADER.get(language, _HEADER["en"])
    sections = []
    for framework, group in groupby(codes, lambda code: code.framework):
        heading = first if framework is None else second.format(titles.get(framework, framework))
        rows = tuple(
            (
                "\u2003" * code.depth + code.label, code.definition, code.include, code.exclude, code.typical,
                code.codings, code.documents,
            )
            for code in group
        )  # fmt: skip
        sections.append(Section(heading, (), header, rows))
    return Report(title, language, tuple(sections))
