"""Tables of answers, `.csv` and `.xlsx`: a row is a participant, whose long answers are a document.

A column of long answers is read as text, under its question; all others are what is known of the participant. Which
columns are text is told by their cells, or asked for by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus import tables
from corpus.drafts import Note, Person
from corpus.errors import ImportFailed, TableError
from corpus.importers.layouts import columns
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import Writing
from corpus.tables import Row, Table

_NAMES = (
    "name", "nom", "participant", "participante", "pseudonym", "pseudonyme", "respondent", "répondant", "répondante",
    "id", "identifiant", "identifier", "code", "n°", "no", "num", "numéro", "number", "response id", "respondent id",
    "participant id", "case", "cas",
)  # fmt: skip
_SPEAKERS = (
    "speaker", "speakers", "speaker name", "locuteur", "locutrice", "locuteurs", "intervenant", "intervenante",
    "interlocuteur", "who", "qui", "sprecher", "hablante",
)  # fmt: skip
_TIMES = (
    "start", "begin", "end", "time", "timestamp", "timecode", "time code", "start time", "end time", "start ms",
    "end ms", "temps", "début", "fin", "horodatage", "minutage",
)  # fmt: skip
_LONG = 8.0  # words of an answer, on average
_SOME_LONG = 20  # words of one of them


def read(path: Path, data: bytes, options: Options) -> Iterator[FileReading]:
    """Yield a document for each row that answers at length; a transcript laid out as a table is one document."""
    try:
        table = tables.of(path, data, encoding=options.encoding, progress=options.progress)
        asked = [table.column(name) for name in options.answers or ()]
    except TableError as error:
        raise ImportFailed(path, error.sentence, **error.values) from error
    if not asked and _is_transcript(table):
        yield _laid_out(table)
        return
    texts = asked or [place for place in range(len(table.columns)) if _is_long(table, place)]
    if not texts:
        raise ImportFailed(path, "{name} is a table: participants are imported on their own page.", name=path.name)
    yield from _documents(table, texts)


def _is_long(table: Table, place: int) -> bool:
    """Say whether the cells of a column are answers: long ones, and hardly two the same."""
    filled = [row.cells[place] for row in table.rows if row.cells[place]]
    words = [len(cell.split()) for cell in filled]
    if not filled or 2 * len(set(filled)) <= len(filled):
        return False
    return sum(words) / len(words) >= _LONG or (max(words) >= _SOME_LONG and 2 * sum(words) / len(words) >= _LONG)


def _is_transcript(table: Table) -> bool:
    """Say whether rows are turns: columns say who speaks or when, or a few names come again and again."""
    if table.find(_SPEAKERS) is not None or (table.find(_TIMES) is not None and len(table.columns) <= 4):
        return True
    first = [row.cells[0] for row in table.rows if row.cells[0]]
    if len(table.columns) <= 3 and len(first) >= 4 and 2 * len(set(first)) <= len(first):
        return True
    told = columns.told([table.columns, *(row.cells for row in table.rows)]) if len(table.columns) <= 5 else None
    return told is not None and told.speaker is not None


def _laid_out(table: Table) -> FileReading:
    """Return the cells as they stand: who speaks in which row is told as of any table."""
    writing = Writing()
    for row in (Row(1, table.columns), *table.rows):
        for place, cell in enumerate(row.cells):
            writing.add(cell, "cell", parted_by="\t" if place else "\n")
    return FileReading(writing.text, writing.blocks)


def _documents(table: Table, texts: Sequence[int]) -> Iterator[FileReading]:
    naming = _naming(table, texts)
    known = [place for place in range(len(table.columns)) if place not in texts and place != naming]
    answers = ", ".join(table.columns[place] for place in texts)
    told = Note(
        "Columns read as text: {columns}; the others are what is known of the participant.", {"columns": answers}
    )
    called: Counter[str] = Counter()
    for row in table.rows:
        said = [place for place in texts if row.cells[place]]
        name = row.cells[naming] if naming is not None and row.cells[naming] else f"{table.path.stem} {row.line - 1}"
        called[name] += 1
        name = f"{name} ({called[name]})" if called[name] > 1 else name
        writing = Writing()
        for place in said:
            if len(texts) > 1:
                writing.add(table.columns[place], "heading")
            writing.add(row.cells[place], "turn", speaker=name)
        values = {table.columns[place]: row.cells[place] for place in known if row.cells[place]}
        person = Person(name, values)
        yield FileReading(
            writing.text, writing.blocks, part=f"line {row.line}", name=name, notes=(told,), person=person
        )


def _naming(table: Table, texts: Sequence[int]) -> int | None:
    """Return the column that names participants: one called so, else the first if all its cells are different."""
    found = table.find(_NAMES)
    if found is not None and found not in texts:
        return found
    first = [row.cells[0] for row in table.rows]
    return 0 if 0 not in texts and all(first) and len(set(first)) == len(first) else None
