"""How the codes came to be what they are: the framework as it grew, the flow of codes, and their tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial

import numpy as np

from coding import acts
from coding.acts import Act, WrittenRow
from coding.codebook import CodeInfo
from coding.codebook.codes import THIS_STUDY
from coding.exports import opening
from coding.exports.dates import month
from coding.exports.opening import Count
from coding.exports.reports import Report, Section, as_sheet
from coding.exports.sheets import Cell, Sheet
from coding.moment import shown
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.tables.coverage import heard
from corpus.model import Code, Coding

_SAID = ("name", "short", "definition", "include", "exclude")
_DAY, _MONTH = 10, 7  # letters of a stored time
_DONE = ("made", "renamed", "merged", "dropped")
_LEAVING = ("made", "merged", "dropped")  # what changes how many there are
_MOST = 31  # days that have a line each; of more, the months have
_WORDS = {
    "fr": {
        "growth": "Évolution du cadre théorique", "concept": "Concept", "origin": "Origine",
        "literature": "littérature", "enriched": "enrichi", "new": "nouveau, de cette étude", "why": "Pourquoi",
        "changed": "Ce qui a changé", "segments": "Segments codés", "people": "Participant·e·s",
        "documents": "Documents", "name": "nom", "short": "définition courte", "definition": "définition",
        "include": "ce qui en relève", "exclude": "ce qui n’en relève pas", "framework": "Cadre théorique",
        "flow": "Codes descriptifs au fil du codage", "when": "Quand", "made": "Créés", "renamed": "Renommés",
        "merged": "Fusionnés", "dropped": "Supprimés", "codes": "Codes descriptifs à la fin",
        "theory": "Concepts à la fin", "codings": "Segments codés, en tout",
        "tree": "Arbre des codes", "code": "Code", "descriptive": "Codes descriptifs",
    },
    "en": {
        "growth": "The framework as it grew", "concept": "Concept", "origin": "Origin", "literature": "literature",
        "enriched": "enriched", "new": "new, of this study", "why": "Why", "changed": "What changed",
        "segments": "Coded segments", "people": "Participants", "documents": "Documents", "name": "name",
        "short": "short definition", "definition": "definition", "include": "what to include",
        "exclude": "what to exclude", "framework": "Framework", "flow": "Descriptive codes as coding went on",
        "when": "When", "made": "Made", "renamed": "Renamed", "merged": "Merged", "dropped": "Dropped",
        "codes": "Descriptive codes at the end", "theory": "Concepts at the end", "codings": "Coded segments in all",
        "tree": "Coding tree", "code": "Code", "descriptive": "Descriptive codes",
    },
}  # fmt: skip


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def _report(moment: Moment, title: str, sections: Iterable[Section]) -> Report:
    return Report(_words(moment)[title], moment.language if moment.language in _WORDS else "en", tuple(sections))


def _standing(found: Iterable[Act]) -> list[Act]:
    """Return the acts that hold, without those taken back and what took them back."""
    origin, holds, kept = dict[int, int](), dict[int, bool](), dict[int, Act]()
    for act in found:
        step = act.step
        first = origin.get(step.reverts or 0, step.change)
        origin[step.change] = first
        holds[first] = not holds.get(first, False)
        kept.setdefault(first, act)
    return [act for first, act in kept.items() if holds[first]]


def _of_codes(act: Act) -> Iterator[WrittenRow]:
    return (row for row in act.rows if row.table is Code)


# the framework as it grew


def growth(moment: Moment) -> Report:
    """Return of each concept whether it is of the literature, enriched or new, what changed and why, and its evidence.

    A concept is enriched where its name, definition or rules were changed here.
    """
    return _report(moment, "growth", (one.filled() for one in _frameworks(moment)))


def _frameworks(moment: Moment) -> Iterator[Section]:
    words, changed = _words(moment), _changes(_standing(acts.acts(moment.project)))
    columns = tuple(words[name] for name in ("concept", "origin", "changed", "why", "segments", "people"))
    for info in moment.frameworks:
        codes = [code for code in shown.codes(moment).values() if code.framework == info.framework]
        rows = tuple(_grown(moment, code, changed.get(code.key, {})) for code in codes)
        if rows:
            yield Section("", (), columns, rows, caption=info.title)


def growth_sheet(moment: Moment) -> Sheet:
    """Return the same with the framework of each line."""
    return as_sheet(_report(moment, "growth", _frameworks(moment)), _words(moment)["framework"])


def _changes(found: Iterable[Act]) -> dict[int, dict[str, str]]:
    """Return what was changed of each code after it was made, with the last reason that was given."""
    changed: dict[int, dict[str, str]] = {}
    for act in found:
        for row in _of_codes(act):
            before, after = row.before or {}, row.after or {}
            if before and after:
                for name in (one for one in _SAID if before.get(one) != after.get(one)):
                    changed.setdefault(row.key, {})[name] = act.why
            elif after and act.why:
                changed.setdefault(row.key, {})[""] = act.why
    return changed


def history(found: Iterable[Act]) -> dict[int, tuple[str, list[tuple[str, list[str]]]]]:
    """Return of each code the day it was made, and on which days what was changed of it, see `field`."""
    made: dict[int, tuple[str, list[tuple[str, list[str]]]]] = {}
    for act in _standing(found):
        for row in _of_codes(act):
            before, after = row.before or {}, row.after or {}
            if not before and after:
                made.setdefault(row.key, (act.step.at[:10], []))
            elif changed := [name for name in _SAID if before.get(name) != after.get(name)]:
                made.setdefault(row.key, ("", []))[1].append((act.step.at[:10], changed))
    return made


def field(moment: Moment, name: str) -> str:
    """Return what a field of a code is called."""
    return _words(moment)[name]


def _grown(moment: Moment, code: CodeInfo, changed: Mapping[str, str]) -> tuple[Cell, ...]:
    words, mask = _words(moment), moment.mask
    said = [words[name] for name in changed if name]
    origin = "new" if code.provenance == THIS_STUDY else "enriched" if said else "literature"
    why = "\n".join(dict.fromkeys(filter(None, changed.values())))
    spans = moment.net.spans(code.key)
    segments = Count(len(spans), opening.of_code(moment, code.key, spans))
    return mask.text(code.label), words[origin], ", ".join(said), mask.text(why), segments, people(moment, code.key)


def people(moment: Moment, code: int) -> Count:
    """Return how many participants are heard in what counts as evidence for a code."""
    spans = moment.net.spans(code)
    who, units = heard(moment)
    number = len(np.unique(who[np.isin(units, spans)]))
    return Count(number, opening.of_code(moment, code, opening.with_people(moment, spans)))


# the flow of codes


def flow(moment: Moment) -> Report:
    """Return by day, or by month where there are many, how many codes were made, renamed, merged and dropped.

    What was taken back is left out. The last columns say how many there were at the end of it.
    """
    words = _words(moment)
    found = _standing(acts.acts(moment.project))
    size = _DAY if len({act.step.at[:_DAY] for act in found}) <= _MOST else _MONTH
    lines: dict[str, Counter[str]] = {}
    for act in found:
        lines.setdefault(act.step.at[:size], Counter()).update(_counted(act))
    total: Counter[str] = Counter()
    rows = list[tuple[Cell, ...]]()
    for when, line in lines.items():
        total.update(line)
        if any(line.values()):
            said = when if size == _DAY else month(when, moment.language)
            here = partial(_doing, found, when, when)
            by_then = partial(_doing, found, "", when)
            done = (Count(line[name], opening.Acts(partial(here, {name}))) for name in _DONE)
            left = (
                Count(
                    total["made"] - total["merged"] - total["dropped"], opening.Acts(partial(by_then, set(_LEAVING)))
                ),
                *(Count(total[name], opening.Acts(partial(by_then, {name}))) for name in ("theory", "codings")),
            )
            rows.append((said, *done, *left))
    columns = tuple(words[name] for name in ("when", *_DONE, "codes", "theory", "codings"))
    return _report(moment, "flow", [Section("", (), columns, tuple(rows), caption=words["flow"])])


def _doing(found: Iterable[Act], since: str, until: str, what: Set[str]) -> list[Act]:
    """Return the acts of some days or months that do any of this."""
    size = len(until)
    return [act for act in found if since <= act.step.at[:size] <= until and not what.isdisjoint(_counted(act))]


def _counted(act: Act) -> Iterator[str]:
    """Yield for every code and coding that an act touches what became of it."""
    for row in act.rows:
        if row.table is Code:
            yield from _became(row, merging=act.step.label.startswith("Merge"))
    made = sum((row.before is None) - (row.after is None) for row in act.rows if row.table is Coding)
    yield from ["codings"] * max(made, 0)


def _became(row: WrittenRow, *, merging: bool) -> Iterator[str]:
    before, after = row.before, row.after
    if row.values.get("framework_id") is not None:
        if before is None:
            yield "theory"
    elif before is None:
        yield "made"
    elif after is None:
        yield "merged" if merging else "dropped"
    elif before.get("name") != after.get("name"):
        yield "renamed"


# the tree of codes


def tree(moment: Moment) -> Report:
    """Return the codes as they stand under each other, with segments, documents and participants of each."""
    words, mask, used = _words(moment), moment.mask, counts(moment)
    groups: dict[str | None, list[CodeInfo]] = {}
    for code in shown.codes(moment).values():
        groups.setdefault(code.framework, []).append(code)
    columns = tuple(words[name] for name in ("code", "segments", "documents", "people"))
    sections = []
    for framework, codes in groups.items():
        rows = tuple(
            ("\u2003" * one.depth + mask.text(one.label), *opening.used(moment, used, one.key), people(moment, one.key))
            for one in codes
        )
        title = moment.titles.get(framework or "", words["descriptive"])
        sections.append(Section("", (), columns, rows, caption=f"{words['tree']}, {title}"))
    return _report(moment, "tree", sections)
