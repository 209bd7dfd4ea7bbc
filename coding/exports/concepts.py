"""What concepts a study works with: each framework's names and definitions, and how two frameworks meet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coding.codebook import CodeInfo, spoken
from coding.codebook.frameworks_files import PROVENANCES
from coding.exports.reports import Report, Section, as_sheet
from coding.exports.sheets import Sheet
from coding.links import LinkInfo
from coding.moment import shown
from coding.moment.moment import Moment

_NOTHING = "—"
_WORDS = {
    "fr": {
        "title": "Concepts", "framework": "Cadre théorique", "definition": "Définition", "source": "Source",
        "crosswalk": "Correspondances", "frameworks": "Cadres théoriques", "between": "{source} et {target}",
        "meets": "Correspond à", "how": "Comment", "why": "Pourquoi", "by definition": "par définition",
        "by name": "par le nom", "in part": "en partie", "stated": "dit par la source",
    },
    "en": {
        "title": "Concepts", "framework": "Framework", "definition": "Definition", "source": "Source",
        "crosswalk": "Crosswalk", "frameworks": "Frameworks", "between": "{source} and {target}", "meets": "Meets",
        "how": "How", "why": "Why",
    },
}  # fmt: skip


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def _language(moment: Moment) -> str:
    return moment.language if moment.language in _WORDS else "en"


def report(moment: Moment, wanted: Collection[int] | None = None) -> Report:
    """Return a table for each framework: what its concepts are called, their definitions, and whose they are.

    Of `wanted` codes where some are; None: of all.
    """
    words = _words(moment)
    sections = [
        _defined(moment, info.title, codes, info.citation)
        for info in moment.frameworks
        if (codes := [one for one in _of(moment, info.framework) if wanted is None or one.key in wanted])
    ]
    return Report(words["title"], _language(moment), tuple(sections))


def sheet(moment: Moment, wanted: Collection[int] | None = None) -> Sheet:
    """Return a line for each concept, with its framework."""
    return as_sheet(report(moment, wanted), _words(moment)["framework"])


def met(moment: Moment) -> Sheet:
    """Return a line for each two concepts that meet, with their frameworks."""
    return as_sheet(crosswalk(moment), _words(moment)["frameworks"])


def _of(moment: Moment, framework: str) -> list[CodeInfo]:
    return [code for code in shown.codes(moment).values() if code.framework == framework]


def _defined(moment: Moment, title: str, codes: Sequence[CodeInfo], citation: str) -> Section:
    words, mask = _words(moment), moment.mask
    known = [code.provenance if code.provenance not in PROVENANCES else "" for code in codes]
    columns = (title, words["definition"], words["source"])[: 3 if any(known) else 2]
    rows = tuple(
        (mask.text(named(code)), mask.text(code.definition or code.short), mask.text(source))[: len(columns)]
        for code, source in zip(codes, known, strict=True)
    )
    return Section("", (), columns, rows, caption=title, notes=(citation,) if citation else ())


def named(code: CodeInfo) -> str:
    """Return a concept as a table of definitions calls it: `C1. Analyse` where its key is short enough to be said."""
    name = code.name if code.label == code.name else f"{code.code_key}. {code.name}"
    return "\u2003" * code.depth + name


def crosswalk(moment: Moment) -> Report:
    """Return for each two frameworks that meet which concept of the one meets which of the other, how, and why.

    A concept that meets none of the other's stands there all the same.
    """
    words, codes = _words(moment), shown.codes(moment)
    pairs = dict.fromkeys(
        (codes[one.source].framework or "", codes[one.target].framework or "")
        for one in moment.read.crosswalks
        if one.source in codes and one.target in codes
    )
    sections = [_met(moment, *pair) for pair in pairs]
    return Report(words["crosswalk"], _language(moment), tuple(sections))


def _met(moment: Moment, source: str, target: str) -> Section:
    words, mask, titles = _words(moment), moment.mask, moment.titles
    others = {code.key: code for code in _of(moment, target)}
    rows = []
    for code in _of(moment, source):
        mine = [one for one in moment.read.crosswalks if one.source == code.key and one.target in others]
        first = (mask.text(code.label), mask.text(code.definition or code.short))
        for one in mine:
            rows.append((*first, mask.text(others[one.target].label), *_reasoned(moment, one)))
        if not mine:
            rows.append((*first, _NOTHING, "", ""))
    columns = (titles.get(source, source), words["definition"], words["meets"], words["how"], words["why"])
    caption = words["between"].format(source=titles.get(source, source), target=titles.get(target, target))
    return Section("", (), columns, tuple(rows), caption=caption, joined=2)


def _reasoned(moment: Moment, one: LinkInfo) -> tuple[str, str]:
    why = spoken.reason(one.reason, _language(moment)) if moment.spoken else one.reason
    return _words(moment).get(one.basis, one.basis), moment.mask.text(why)
