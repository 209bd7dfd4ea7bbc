"""Reports as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, said

_MARKS = re.compile(r"[\\`*_\[\]<>|#]")


def body(report: Report) -> bytes:
    """Return the report as Markdown with pipe tables; characters that would be marks are escaped."""
    lines = [f"# {_plain(report.title)}", ""]
    for section, caption in zip(report.sections, report.captions(), strict=True):
        lines += _section(section, caption, report.language)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _section(section: Section, caption: str, language: str) -> Iterable[str]:
    if section.heading:
        yield from (f"{'#' * (section.level + 1)} {_plain(section.heading)}", "")
    for paragraph in section.paragraphs:
        yield from (_plain(paragraph), "")
    if section.picture is not None:
        yield from (f"**{_plain(caption)}**", "", _plain(section.picture.alt), "")
    if section.columns:
        yield from (f"**{_plain(caption)}**", "") if caption else ()
        yield _row(section.columns, language)
        yield "|" + " --- |" * len(section.columns)
        yield from (_row([cell if taken else None for cell, taken in row], language) for row in section.laid())
        yield ""
        for note in section.notes:
            yield from (_plain(note), "")


def _row(cells: Sequence[Cell], language: str) -> str:
    return "| " + " | ".join(_plain(said(cell, language)) for cell in cells) + " |"


def _plain(text: str) -> str:
    """Return text on one line without marks; line ends become breaks."""
    return "<br>".join(_MARKS.sub(r"\\\g<0>", line).strip() for line in text.split("\n"))
