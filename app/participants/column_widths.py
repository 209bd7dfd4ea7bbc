"""How columns share the room there is: heads and words take two lines before a table scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from app.eliding import untorn
from app.neighbours import NamesDelegate, WordsDelegate

_HEAD, _ROW = 12, 14  # pixels around the lines of a head, and of a row
_LONGEST, _MEASURED = 160, 5  # pixels that a word is given at most, and words that are measured


def title_width(title: str, metrics: QFontMetrics, *, lines: int) -> int:
    """Give how wide a title stands on one line, or on the two that make it narrowest."""
    words = title.split(" ")
    parts = range(1, len(words)) if lines > 1 else range(0)
    halves = [max(map(metrics.horizontalAdvance, (" ".join(words[:n]), " ".join(words[n:])))) for n in parts]
    return min([metrics.horizontalAdvance(title), *halves])


def longest_word(texts: Iterable[str], metrics: QFontMetrics) -> int:
    """Give how wide the longest of all words is, which no line is to tear."""
    words = sorted({word.rstrip() for text in texts for word in untorn(text)}, key=len)
    return min(max(map(metrics.horizontalAdvance, words[-_MEASURED:]), default=0), _LONGEST)


def shared(needed: Mapping[int, int], least: Mapping[int, int], room: int) -> dict[int, int]:
    """Give each column what it needs; where they don't fit, those give way that need more than their least."""
    over = sum(needed.values()) - room
    giving = {n: max(needed[n] - least.get(n, needed[n]), 0) for n in needed}
    share = min(max(over, 0) / (sum(giving.values()) or 1), 1.0)
    return {n: int(wide - giving[n] * share) for n, wide in needed.items()}


def spread(widths: Mapping[int, int], wanted: Mapping[int, int], room: int) -> dict[int, int]:
    """Give what room is left to the columns whose words would take more."""
    more = {n: max(wanted.get(n, 0) - wide, 0) for n, wide in widths.items()}
    share = min(max(room - sum(widths.values()), 0) / (sum(more.values()) or 1), 1.0)
    return {n: int(wide + more[n] * share) for n, wide in widths.items()}


def stand(table: QTableView, heads: int, rows: int) -> None:
    """Give heads and rows the room of so many lines."""
    header, beside = table.horizontalHeader(), table.verticalHeader()
    _fix(header, heads)
    delegate = table.itemDelegate()
    assert isinstance(delegate, NamesDelegate | WordsDelegate)
    height = rows * table.fontMetrics().height() + (_ROW if rows == 1 else _ROW - 4)
    if (delegate.lines, beside.defaultSectionSize()) != (rows, height):  # told anew of the same, all cells are painted
        delegate.lines = rows
        beside.setDefaultSectionSize(height)


def _fix(header: QHeaderView, lines: int) -> None:
    height = lines * header.fontMetrics().height() + _HEAD
    header.setTextElideMode(Qt.TextElideMode.ElideNone if lines > 1 else Qt.TextElideMode.ElideRight)
    if header.minimumHeight() != height or header.maximumHeight() != height:
        header.setFixedHeight(height)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
