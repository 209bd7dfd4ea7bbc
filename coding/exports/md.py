"""Reports as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, shown

_MARKS = re.compile(r"[\\`*_\[\]<>|#]")


def body(report: Report) -> bytes:
    """Return the report as Markdown with pipe tables; characters that would be marks are escaped."""
    lines = [f"# {_plain(report.title)}", ""]
    for section in report.sections:
        lines += _section(section)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _section(section: Section) -> Iterable[str]:
    if section.heading:
        yield from (f"## {_plain(section.heading)}", "")
    for paragraph in section.paragraphs:
        yield from (_plain(paragraph), "")
    if section.columns:
        yield _row(section.columns)
        yield "|" + " --- |" * len(section.columns)
        yield from (_row(row) for row in section.rows)
        yield ""


def _row(cells: Sequence[Cell]) -> str:
    return "| " + " | ".join(_plain(shown(cell)) for cell in cells) + " |"


def _plain(text: str) -> str:
    """Return text on one line without marks; line ends become breaks."""
    return "<br>".join(_MARKS.sub(r"\\\g<0>", line).strip() for line in text.split("\n"))
