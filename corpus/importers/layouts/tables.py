"""Transcripts laid out as a table: a row is a turn, with a column for who speaks, for the time, and for the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from corpus.drafts import Block, Note
from corpus.importers.layouts import columns
from corpus.importers.layouts.columns import Columns
from corpus.importers.layouts.said import Said, written
from corpus.importers.reading import Reading


class _Cell(NamedTuple):
    start: int
    end: int
    page: int | None = None


class _Table(NamedTuple):
    """Rows of cells, None where a cell is empty; `at` are the numbers of the blocks it is made of."""

    rows: list[dict[int, _Cell]]
    at: range

    def texts(self, text: str) -> list[list[str]]:
        width = min(1 + max((max(row, default=0) for row in self.rows), default=0), columns.WIDEST + 1)
        return [[text[row[c].start : row[c].end] if c in row else "" for c in range(width)] for row in self.rows]


def recognised(reading: Reading) -> Reading | None:
    """Return a document whose tables hold a transcript; heads of columns, names, times and numbers are no words."""
    tables = list(_tables(reading.text, reading.blocks))
    found = [columns.told(table.texts(reading.text)) for table in tables]
    if not any(found):
        return None
    found = _carried_on(reading.text, tables, found)
    blocks: list[Block] = []
    at = 0
    for table, told in zip(tables, found):
        blocks += reading.blocks[at : table.at.start]
        blocks += _turns(reading.text, table, told) if told else reading.blocks[table.at.start : table.at.stop]
        at = table.at.stop
    return replace(reading, blocks=[*blocks, *reading.blocks[at:]])


def recognised_in_tabs(reading: Reading) -> Reading | None:
    """Return plain lines whose cells tabs part; a line without a tab goes on with the words above it."""
    if any(block.kind not in ("paragraph", "heading") for block in reading.blocks):
        return None
    lines = [line for block in reading.blocks for line in _lines(reading.text, block)]
    tabbed = [line for line in lines if "\t" in reading.text[line.start : line.end].strip()]
    if len(tabbed) < 2 or len(tabbed) < 0.5 * len(lines):
        return None
    usual = Counter(reading.text.count("\t", line.start, line.end) for line in tabbed).most_common(1)[0][0]
    return _by_lines(reading, lines, usual)


def _by_lines(reading: Reading, lines: Sequence[_Cell], tabs: int) -> Reading | None:
    """Read lines that have `tabs` tabs as a table; what stands above the first of them stays a paragraph."""
    rows: list[dict[int, _Cell]] = []
    above: list[Block] = []
    for line in lines:
        if "\t" in reading.text[line.start : line.end]:
            rows.append(_split(reading.text, line, tabs))
        elif rows and rows[-1]:
            last = max(rows[-1])
            rows[-1][last] = rows[-1][last]._replace(end=line.end)
        else:
            above.append(Block(line.start, line.end, "paragraph", line.page))
    table = _Table(rows, range(0))
    told = columns.told(table.texts(reading.text))
    if told is None or not rows:
        return None
    return _in_order(replace(reading, blocks=[*above, *_turns(reading.text, table, told)]))


def _in_order(reading: Reading) -> Reading:
    """Return what was written speaker after speaker in the order in which it was said."""
    begun = [block.start_ms for block in reading.blocks if block.start_ms is not None]
    falls = sum(a > b for a, b in pairwise(begun))
    if not 0 < falls <= len({block.speaker for block in reading.blocks}) or len(begun) < len(reading.blocks):
        return reading
    ordered = sorted(reading.blocks, key=lambda block: block.start_ms or 0)
    pieces = [Said(reading.text[b.start : b.end].strip(), b.start_ms, b.end_ms, b.speaker) for b in ordered]
    writing = written(pieces, join=False)
    note = Note("The lines stood speaker after speaker: they were put into the order of their times.")
    return replace(reading, text=writing.text, blocks=writing.blocks, notes=(*reading.notes, note))


def _split(text: str, line: _Cell, tabs: int) -> dict[int, _Cell]:
    cells: dict[int, _Cell] = {}
    start = line.start
    for column in range(tabs + 1):
        end = text.find("\t", start, line.end) if column < tabs else line.end
        end = line.end if end < 0 else end
        if text[start:end].strip():
            cells[column] = _Cell(start, end, line.page)
        start = min(end + 1, line.end)
    return cells


def _lines(text: str, block: Block) -> Iterator[_Cell]:
    at = block.start
    while at < block.end:
        stop = text.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        if text[at:stop].strip():
            yield _Cell(at, stop, block.page)
        at = stop + 1


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[_Table]:
    """Yield the tables that cells make: tabs part the cells of a row, line ends the rows."""
    rows: list[dict[int, _Cell]] = []
    first = end = column = 0
    for number, block in enumerate(blocks):
        if block.kind != "cell":
            if rows:
                yield _Table(rows, range(first, number))
            rows, end = [], block.end
            continue
        gap = text[end : block.start]
        if not rows or "\n" in gap:
            first = first if rows else number
            rows.append({})
            column = 0
        column += gap.rpartition("\n")[2].count("\t")
        rows[-1][column] = _Cell(block.start, block.end, block.page)
        end = block.end
    if rows:
        yield _Table(rows, range(first, len(blocks)))


def _carried_on(text: str, tables: Sequence[_Table], found: Sequence[Columns | None]) -> list[Columns | None]:
    """Return what each table is, also of those too short to tell, if the same people speak in them."""
    known = [told for told in found if told is not None and told.speaker is not None]
    labels = {told.label(row) for table, told in zip(tables, found) if told for row in table.texts(text)}
    return [told or _alike(table.texts(text), known, labels) for table, told in zip(tables, found)]


def _alike(rows: Sequence[Sequence[str]], known: Sequence[Columns], labels: set[str]) -> Columns | None:
    for told in known:
        if len(rows[0]) > max(told.words, told.speaker or 0, told.start or 0, told.end or 0):
            names = [name for row in rows if (name := told.label(row))]
            if names and all(name in labels for name in names):
                return told._replace(first=0)
    return None


def _turns(text: str, table: _Table, told: Columns) -> Iterator[Block]:
    speaker: str | None = None
    for cells, row in zip(table.rows[told.first :], table.texts(text)[told.first :]):
        speaker = told.label(row) or speaker
        times = told.times(row)
        said = dict(told.by_column or ((told.words, speaker),))
        for column in sorted({*said, *told.beside} & cells.keys()):
            start, end, page = cells[column]
            if column in said:
                yield Block(start, end, "cue", page, *times, said[column])
            else:
                yield Block(start, end, "cell", page)
