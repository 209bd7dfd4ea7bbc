"""Codes to review for print: a section for each reason why a code deserves another look."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from coding.exports import opening
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.counts import counts
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.tables.loose_codes import Overlap, loose


class _LooseCodeWords(NamedTuple):
    title: str
    headings: tuple[str, str, str]
    headers: tuple[tuple[str, ...], ...]


_WORDS = {
    "fr": _LooseCodeWords(
        "Codes à revoir",
        ("Jamais employés", "Reposent sur une seule personne", "Se recouvrent"),
        (
            ("Code", "Définition"),
            ("Code", "Segments codés", "Participant·e"),
            ("Code", "Recouvert par", "Segments en commun", "Part du texte"),
        ),
    ),
    "en": _LooseCodeWords(
        "Codes to review",
        ("Never used", "Resting on one person", "Overlapping"),
        (
            ("Code", "Definition"),
            ("Code", "Coded segments", "Participant"),
            ("Code", "Lies under", "Segments in common", "Share of its text"),
        ),
    ),
}


def report(moment: Moment) -> Report:
    """Return the codes to review for reading, a section for each reason."""
    language = moment.language if moment.language in _WORDS else "en"
    said = _WORDS[language]
    found = zip(said.headings, said.headers, _rows(moment), strict=True)
    sections = tuple(Section(heading, (), header, rows) for heading, header, rows in found if rows)
    return Report(said.title, language, sections)


def _rows(moment: Moment) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    found, mask, used = loose(moment), moment.mask, counts(moment)

    def name(key: int) -> str:
        return mask.text(moment.codes[key].path)

    return (
        tuple((name(key), mask.text(moment.codes[key].definition)) for key in found.unused),
        tuple((name(key), opening.used(moment, used, key)[0], mask.person(who)) for key, who in found.single.items()),
        tuple(
            (name(o.code), name(o.other), Count(o.segments, partial(_under, moment, o)), f"{round(o.share * 100)} %")
            for o in found.overlaps
        ),
    )


def _under(moment: Moment, overlap: Overlap) -> list[EvidenceItem]:
    """Return the segments of a code that touch the other's."""
    coded = moment.coded
    (rows, mine), (_, other) = ((n, coded.codings[n]) for n in map(coded.rows, (overlap.code, overlap.other)))
    document, start, end = (mine[:, [n]] for n in (1, 3, 4))
    met = (document == other[:, 1]) & (start < other[:, 4]) & (end > other[:, 3])
    spans = coded.span[rows[met.any(axis=1) & ~coded.whole[rows]]]
    return opening.of_code(moment, overlap.code, spans)()


def sheet(moment: Moment) -> Sheet:
    """Return a line for each code and reason."""
    unused, single, overlaps = _rows(moment)
    lines: list[tuple[Cell, ...]] = [("unused", code, 0, "", None) for code, _ in unused]
    lines += [("single", code, segments, who, None) for code, segments, who in single]
    lines += [("overlap", code, n, other, share) for code, other, n, share in overlaps]
    return Sheet("Codes to review", ("reason", "code", "segments", "with", "share"), tuple(lines))
