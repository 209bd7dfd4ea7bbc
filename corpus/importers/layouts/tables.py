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
from corpus.importers.layouts.lines import TextLine, lines, plain
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.reading import FileReading


class _CellTable(NamedTuple):
    """Rows of cells, None where a cell is empty; `at` are the numbers of the blocks it is made of."""

    rows: list[dict[int, TextLine]]
    at: range

    def texts(self, text: str) -> list[list[str]]:
        width = min(1 + max((max(row, default=0) for row in self.rows), default=0), columns.WIDEST + 1)
        return [[text[row[c].start : row[c].end] if c in row else "" for c in range(width)] for row in self.rows]


def recognised(reading: FileReading) -> FileReading | None:
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


def recognised_in_tabs(reading: FileReading) -> FileReading | None:
    """Return plain lines whose cells tabs part, or else `|` or `;`; a line without goes on with the words above it."""
    signs = [sign for sign in "\t|;" if reading.text.count(sign) > 1]
    if not signs or not plain(reading.blocks):
        return None
    found = list(lines(reading.text, reading.blocks))
    results = (_by_lines(reading, found, sign) for sign in signs)
    return next((result for result in results if result is not None), None)


def _by_lines(reading: FileReading, found: Sequence[TextLine], sign: str) -> FileReading | None:
    """Read lines with `sign` as the rows of a table; what stands above the first of them stays a paragraph."""
    inner = [_within(reading.text, line, sign) for line in found]
    counts = Counter(count for line in inner if (count := reading.text.count(sign, line.start, line.end)))
    if counts.total() < 2 or counts.total() < 0.5 * len(found):
        return None
    usual, often = counts.most_common(1)[0]
    if sign != "\t" and often < 0.8 * len(found):
        return None
    above, rows = _rows(reading.text, inner, sign, usual)
    table = _CellTable(rows, range(0))
    if columns.of_themes(table.texts(reading.text)):
        return replace(reading, blocks=[*above, *_cells(table)])
    told = columns.told(table.texts(reading.text))
    if told is None or _only_labels(told, usual):
        return None  # lines of a label and words are told as those with a colon are, bullets and times included
    return _in_order(_once(replace(reading, blocks=[*above, *_turns(reading.text, table, told)])))


def _only_labels(told: Columns, signs: int) -> bool:
    """Does a table without a head hold nothing but labels and words, at most below numbers of lines?"""
    return told.speaker in (0, 1) and told.speaker + 1 == told.words == signs and (told.first, told.start) == (0, None)


def _within(text: str, line: TextLine, sign: str) -> TextLine:
    """Return a line without the signs that frame a row; empty where it only rules off the head."""
    bare = text[line.start : line.end]
    if sign != "|" or not bare.lstrip().startswith("|"):
        return line
    start = line.start + bare.index("|") + 1
    end = line.end - (len(bare) - len(bare.rstrip().removesuffix("|")))
    return TextLine(start, end if text[start:end].strip("|-: \t") else start, line.page)


def _rows(text: str, found: Sequence[TextLine], sign: str, signs: int) -> tuple[list[Block], list[dict[int, TextLine]]]:
    rows: list[dict[int, TextLine]] = []
    above: list[Block] = []
    for line in found:
        if sign in text[line.start : line.end]:
            rows.append(_split(text, line, sign, signs))
        elif rows and rows[-1] and line.start < line.end:
            last = max(rows[-1])
            rows[-1][last] = rows[-1][last]._replace(end=line.end)
        elif line.start < line.end:
            above.append(Block(line.start, line.end, "paragraph", line.page))
    return above, rows


def _once(reading: FileReading) -> FileReading:
    """Return the reading without tiers whose lines have the times of another's: they annotate what it says."""
    times: dict[str, set[tuple[int | None, int | None]]] = {}
    for block in reading.blocks:
        if block.speaker is not None and block.end_ms is not None:
            times.setdefault(block.speaker, set()).add((block.start_ms, block.end_ms))
    tiers = list(times)
    left = {b for n, b in enumerate(tiers) if len(times[b]) > 2 and any(times[b] <= times[a] for a in tiers[:n])}
    if not left:
        return reading
    note = Note(
        "Tiers that annotate others were left out: {tiers}.", {"tiers": ", ".join(b for b in tiers if b in left)}
    )
    blocks = [block for block in reading.blocks if block.speaker not in left]
    return replace(reading, blocks=blocks, notes=(*reading.notes, note))


def _in_order(reading: FileReading) -> FileReading:
    """Return what was written speaker after speaker in the order in which it was said."""
    begun = [block.start_ms for block in reading.blocks if block.start_ms is not None]
    falls = sum(a > b for a, b in pairwise(begun))
    if not 0 < falls <= len({block.speaker for block in reading.blocks}) or len(begun) < len(reading.blocks):
        return reading
    ordered = sorted(reading.blocks, key=lambda block: block.start_ms or 0)
    pieces = [SaidPiece(reading.text[b.start : b.end].strip(), b.start_ms, b.end_ms, b.speaker) for b in ordered]
    writing = written(pieces, join=False)
    note = Note("The lines stood speaker after speaker: they were put into the order of their times.")
    return replace(reading, text=writing.text, blocks=writing.blocks, notes=(*reading.notes, note))


def _split(text: str, line: TextLine, sign: str, signs: int) -> dict[int, TextLine]:
    cells: dict[int, TextLine] = {}
    start = line.start
    for column in range(signs + 1):
        end = text.find(sign, start, line.end) if column < signs else line.end
        end = line.end if end < 0 else end
        if text[start:end].strip():
            cells[column] = TextLine(start, end, line.page)
        start = min(end + 1, line.end)
    return cells


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[_CellTable]:
    """Yield the tables that cells make: tabs part the cells of a row, line ends the rows."""
    rows: list[dict[int, TextLine]] = []
    first = end = column = 0
    for number, block in enumerate(blocks):
        if block.kind != "cell":
            if rows:
                yield _CellTable(rows, range(first, number))
            rows, end = [], block.end
            continue
        gap = text[end : block.start]
        if not rows or "\n" in gap:
            first = first if rows else number
            rows.append({})
            column = 0
        column += gap.rpartition("\n")[2].count("\t")
        rows[-1][column] = TextLine(block.start, block.end, block.page)
        end = block.end
    if rows:
        yield _CellTable(rows, range(first, len(blocks)))


def _carried_on(text: str, tables: Sequence[_CellTable], found: Sequence[Columns | None]) -> list[Columns | None]:
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


def _cells(table: _CellTable) -> Iterator[Block]:
    return (Block(start, end, "cell", page) for row in table.rows for _, (start, end, page) in sorted(row.items()))


def _turns(text: str, table: _CellTable, told: Columns) -> Iterator[Block]:
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
