"""A report as formatted text for the window, in its colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app import theme
from app.eliding import broken, untorn
from coding.exports.opening import behind
from coding.exports.reports import widths
from coding.exports.sheets import said

if TYPE_CHECKING:
    from coding.exports.opening import Opens
    from coding.exports.reports import Report, Section
    from coding.exports.sheets import Cell

MEASURE = 620  # pixels: a line of text no longer than one reads at ease
_ONE = re.compile(r"\d+\S* \S+ \d+")  # a date, or so many of so many
_LETTERS, _WIDE, _HEAD_LINES = 100, 20, 3  # letters a line, per cent that a column keeps, and lines of a head
MOST = 500  # rows that are laid out at once; more would hold the window up


_GAP = '<p style="margin:0; font-size:5pt">&nbsp;</p>'


def html(report: Report, most: int = MOST, *, narrow: bool = False) -> str:
    """Return the report as the subset of HTML that Qt reads, words escaped; at most `most` rows.

    A cell that opens is a link, see `opens`.
    """
    c = theme.colours()
    look = f"color:{c.text}; font-size:x-large; font-weight:600; margin-bottom:14px"
    parts = [f'<h1 style="{look}">{escape(report.title)}</h1>']
    total, left = sum(len(section.rows) for section in report.sections), most
    for number, (section, caption) in enumerate(zip(report.sections, report.captions(), strict=True)):
        if left > 0:
            shown = replace(section, rows=section.rows[:left], caption=caption)
            parts += _section(shown, number, c, "100%" if narrow else str(MEASURE), report.language)
            left -= len(section.rows)
    if total > most:
        said = QCoreApplication.translate("report", "Shown here are the first {rows} rows; an export has all {total}.")
        parts.append(f'<p style="color:{c.muted}">{escape(said.format(rows=most, total=total))}</p>')
    return "".join(parts)


def opens(report: Report, link: str) -> tuple[str, Opens] | None:
    """Return what a link in a report asks for: what its cell is called, and what gives the words behind it."""
    section, row, column = (int(part) for part in link.split("."))
    table = report.sections[section]
    cells = table.rows[row]
    found = behind(cells[column])
    named = next((str(cell).strip() for cell in cells if isinstance(cell, str)), table.heading)
    title = " · ".join(part for part in (named, table.columns[column], said(cells[column], report.language)) if part)
    return (title, found) if found is not None else None


def _section(section: Section, place: int, c: theme.Colours, measure: str, language: str) -> list[str]:
    parts = []
    if section.heading:
        look = "font-size:large; font-weight:600; margin-top:18px; margin-bottom:8px"
        parts.append(f'<h2 style="{look}">{escape(section.heading)}</h2>')
    parts += [_GAP] * bool(section.paragraphs)
    parts += [_said(text, c, measure) for text in section.paragraphs]
    if section.columns:
        if section.caption:
            parts.append(f'<p style="font-weight:600; margin:0">{_lines(section.caption)}</p>')
        parts += [
            _GAP,
            _table(section, place, c, language),
            _GAP,
            *(_said(one, c, measure) for one in section.notes),
            _GAP,
        ]
    return parts


def _said(text: str, c: theme.Colours, measure: str) -> str:
    words = f'<p style="color:{c.muted}; line-height:135%; margin:0">{_lines(text)}</p>'
    return f'<table width="{measure}" cellspacing="0" cellpadding="0"><tr><td>{words}</td></tr></table>'


def _table(section: Section, place: int, c: theme.Colours, language: str) -> str:
    widths = _widths(section)
    sides = ["right" if section.rows and isinstance(cell, int | float) else "left" for cell in _first(section)]
    head = "".join(
        f'<th align="{side}" width="{width}%" style="color:{c.muted}; font-weight:normal">{escape(column)}</th>'
        for column, width, side in zip(section.columns, widths, sides, strict=True)
    )
    rows = [f'<tr bgcolor="{c.window}">{head}</tr>']
    for number, row in enumerate(section.laid()):
        ground = f' bgcolor="{c.window}"' if number % 2 and not section.joined else ""
        cells = (
            _cell(cell, taken, language, _link(cell, c, f"{place}.{number}.{column}"))
            for column, (cell, taken) in enumerate(row)
            if taken
        )
        rows.append(f"<tr{ground}>{''.join(cells)}</tr>")
    # A little less than all: Qt rounds each column up, and a pixel too many makes a scrollbar.
    return f'<table width="99%" cellspacing="0" cellpadding="6" border="0">{"".join(rows)}</table>'


def _link(cell: Cell, c: theme.Colours, place: str) -> str:
    """Return what makes a link of a cell's words, where something stands behind them."""
    if behind(cell) is None:
        return "{}"
    return f'<a href="{place}" style="color:{c.accent}; text-decoration:none">{{}}</a>'


def _cell(cell: Cell, rows: int, language: str, link: str) -> str:
    down, told = f' rowspan="{rows}"' if rows > 1 else "", link.format(_lines(_whole(said(cell, language))))
    if isinstance(cell, int | float):
        return f'<td align="right" valign="top"{down}>{told}</td>'
    return f'<td valign="top"{down}><p style="line-height:125%; margin:0">{told}</p></td>'


def _first(section: Section) -> Sequence[Cell]:
    """Give the first row: as its cells are, so are those below them, and so stand their headings."""
    return section.rows[0] if section.rows else section.columns


def _widths(section: Section) -> list[int]:
    """Share the width, in per cent, by how much there is to read in each column."""
    shares = _for_heads([share * 100 for share in widths(section.columns, section.rows)], section.columns)
    whole = [max(round(share), 3) for share in shares]
    return [*whole[:-1], max(100 - sum(whole[:-1]), 3)]


def _for_heads(shares: list[float], heads: Sequence[str]) -> list[float]:
    """Let wide columns give what heads lack that would take more than three lines."""
    lacking = [max(_least(head) * 100 / _LETTERS - share, 0) for head, share in zip(heads, shares)]
    giving = [max(share - _WIDE, 0) if not lack else 0 for share, lack in zip(shares, lacking)]
    part = min(sum(lacking) / (sum(giving) or 1), 1.0)
    given = min(sum(giving) / (sum(lacking) or 1), 1.0)
    return [share + lack * given - give * part for share, lack, give in zip(shares, lacking, giving)]


def _least(head: str) -> int:
    """Give how many letters wide a head is on three lines."""
    words = untorn(head)
    longest = max((len(word.rstrip()) for word in words), default=0)
    return next((n for n in range(longest, len(head)) if broken(head, n, len, _HEAD_LINES) is not None), len(head)) + 2


def _whole(text: str) -> str:
    """Keep on one line what is read as one."""
    return text.replace(" ", "\u00a0") if _ONE.fullmatch(text) else text


def _lines(text: str) -> str:
    # Qt takes a narrow space for one at which a line may end.
    return escape(text).replace("\u202f", "&nbsp;").replace("\n", "<br>")
