"""The codebook for other programs and for print."""

from __future__ import annotations

from itertools import groupby

from coding.codebook import CodeInfo
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.moment.counts import counts
from coding.moment.moment import Moment

COLUMNS = (
    *("code", "path", "cycle", "framework", "key", "name", "short", "definition", "include", "exclude", "typical"),
    *("atypical", "colour", "level", "provenance", "cues", "codings", "documents"),
)
_WORDS = {
    "fr": ("Grille de codage", "Premier cycle : codes descriptifs", "Cadre théorique {}"),
    "en": ("Codebook", "First cycle: descriptive codes", "Framework {}"),
}
_HEADER = {
    "fr": ("Code", "Définition", "Inclure", "Exclure", "Exemple", "Segments codés (sous-codes compris)", "Documents"),
    "en": ("Code", "Definition", "Include", "Exclude", "Example", "Coded segments (with sub-codes)", "Documents"),
}


def sheet(moment: Moment) -> Sheet:
    """Return a line for each code, with the shortest name that means it alone. Cues are joined by `; `.

    A path that holds names with a slash is written as `tree.Node.exact`, a semicolon within a cue as `\\;`. `codings`
    are coded segments and `documents` where they are, those of the codes under it included.
    """
    names, used = moment.ways, counts(moment)
    rows = tuple(
        (
            names[code.key], _path(code), code.cycle, code.framework, code.code_key, code.name, code.short,
            code.definition, code.include, code.exclude, code.typical, code.atypical, code.colour, code.level,
            code.provenance, "; ".join(map(escaped_cue, code.cues)), *used.said(code.key),
        )
        for code in moment.codes.values()
    )  # fmt: skip
    return Sheet("Codebook", COLUMNS, rows)


def _path(code: CodeInfo) -> str:
    return code.path if code.exact == f"/{code.path}" else code.exact


def escaped_cue(text: str) -> str:
    """Return a cue as it stands among others parted by semicolons."""
    return text.replace("\\", "\\\\").replace(";", "\\;")


def report(moment: Moment) -> Report:
    """Return a section for the first cycle and one for each framework."""
    language, titles, used = moment.known.language, moment.titles, counts(moment)
    title, first, second = _WORDS.get(language, _WORDS["en"])
    header = _HEADER.get(language, _HEADER["en"])
    sections = []
    for framework, group in groupby(moment.codes.values(), lambda code: code.framework):
        heading = first if framework is None else second.format(titles.get(framework, framework))
        rows = tuple(
            (
                "\u2003" * code.depth + code.label, code.definition, code.include, code.exclude, code.typical,
                *used.said(code.key),
            )
            for code in group
        )  # fmt: skip
        sections.append(Section(heading, (), header, rows))
    return Report(title, language, tuple(sections))
