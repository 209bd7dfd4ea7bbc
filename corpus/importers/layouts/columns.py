"""Which columns of a table hold the times, the speakers and the words, told from all of its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.importers.layouts import clock, headers
from corpus.importers.speaking import label_words
from corpus.importers.speaking.label_words import fold
from corpus.importers.speaking.roles import named, surely_named

Row = Sequence[str]
Times = tuple[int | None, int | None]

_DECIMAL = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_LONGEST_LABEL = 60
WIDEST = 40
_BEGINS_BY_MS = 300_000
_MOSTLY = 0.6
Head = dict[int, headers.Meaning]


class Columns(NamedTuple):
    """A table of what was said: column numbers, `first` the row below the head, `unit` ms in one of a plain number.

    `by_column` names speakers who each have a column of their own; `beside` are columns of remarks.
    """

    words: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None
    unit: int = 1
    first: int = 0
    by_column: tuple[tuple[int, str], ...] = ()
    beside: tuple[int, ...] = ()

    def label(self, row: Row) -> str:
        """Return who speaks in a row, empty where it does not say."""
        return "" if self.speaker is None else clock.apart(row[self.speaker])[0]

    def times(self, row: Row) -> Times:
        """Return when the words of a row begin and end, in ms."""
        start, until = self._time(row, self.start), self._time(row, self.end)
        if self.start is None and self.speaker is not None:
            start = clock.apart(row[self.speaker])[1], None
        return start[0], until[0] if until[0] is not None else start[1]

    def _time(self, row: Row, column: int | None) -> Times:
        text = row[column].strip() if column is not None else ""
        if _DECIMAL.fullmatch(text):
            return round(float(text.replace(",", ".")) * self.unit), None
        return clock.stamp(text) or (None, None)


def told(rows: Sequence[Row]) -> Columns | None:
    """Return the columns of a table that is a transcript; None for any other table.

    Every row has as many cells. A table of themes and quotations, or of figures, is no transcript: nobody's name in it
    comes again after another's.
    """
    if len(rows) < 2 or not 1 < len(rows[0]) <= WIDEST:
        return None
    head = _head(rows)
    body = rows[1:] if head else rows
    clocks = [column for column in range(len(rows[0])) if _is_clock(_filled(body, column))]
    texts = [c for c in range(len(rows[0])) if c not in clocks and not _is_figures(_filled(body, c))]
    if not texts or "other" in head.values():
        return None
    spans = Columns(0, None, *_span(body, clocks, head), len(rows) - len(body))
    apart = _apart(body, texts, rows[0] if head else None, spans.start is not None)
    if apart:
        return spans._replace(words=apart[0][0], by_column=apart)
    said = _words(body, texts, head)
    recording = _is_recording(body, spans, head)
    if clocks and not recording and "speaker" not in head.values():
        return None
    speaker = _speaker(body, [column for column in texts if column != said], said, head, recording)
    if speaker is not None and not head and not recording and _holds_data(body):
        return None
    others = (c for c in texts if c not in (said, speaker) and (c in head or c > said))
    beside = tuple(c for c in others if not _recurs(_filled(body, c)))
    found = spans._replace(words=said, speaker=speaker, beside=beside)
    return found if speaker is not None or recording else None


def of_themes(rows: Sequence[Row]) -> bool:
    """Do the heads of a table say that it holds themes, codes or the like, and nobody who speaks?"""
    head = set(_head(rows).values()) if len(rows) > 1 and len(rows[0]) > 1 else set()
    return "other" in head and "speaker" not in head


def _is_recording(body: Sequence[Row], spans: Columns, head: Head) -> bool:
    """Are the times those of a recording, which begins at nought or has seconds, and not those of a day?"""
    begun = [begin for row in body if (begin := spans.times(row)[0]) is not None]
    fine = spans.start is not None and all(row[spans.start].count(":") != 1 for row in body if row[spans.start].strip())
    early = len(begun) > 1 and (min(begun) < _BEGINS_BY_MS or fine)
    return early and ("words" in head.values() or "speaker" in head.values() or _rises(begun) >= _MOSTLY)


def _holds_data(body: Sequence[Row]) -> bool:
    """Are there columns of figures that are no numbers of lines?"""
    figures = (_figures(body, c) for c in range(len(body[0])) if _filled(body, c) and _is_figures(_filled(body, c)))
    return any(b != a + 1 for column in figures for a, b in pairwise(column))


def _recurs(cells: Sequence[str]) -> bool:
    return len(set(cells)) * 2 <= len(cells) and max(map(len, cells)) <= _LONGEST_LABEL


def _filled(body: Sequence[Row], column: int) -> list[str]:
    return [text for row in body if (text := row[column].strip())]


def _head(rows: Sequence[Row]) -> Head:
    """Return what the cells of the first row mean, where they are the heads of columns."""
    cells = [cell.strip() for cell in rows[0]]
    known = {c: meaning for c, cell in enumerate(cells) if (meaning := headers.meaning(cell))}
    below = {c for c in range(len(cells)) if _is_clock(_filled(rows[1:], c)) or _is_figures(_filled(rows[1:], c))}
    values = any(clock.stamp(cell) or _DECIMAL.fullmatch(cell) or len(cell) > _LONGEST_LABEL for cell in cells)
    again = any(cell and cell in {row[c].strip() for row in rows[1:]} for c, cell in enumerate(cells))
    brief = "speaker" in known.values() and all(len(cell.split()) <= 3 for cell in cells)
    roles = {column: role for column, cell in enumerate(cells) if (role := named(cell)) not in (None, "unknown")}
    people = dict.fromkeys(roles, headers.SPEAKER) if len(set(roles.values())) > 1 else {}
    if values or again or not (len(known) > 1 or brief or people or below & known.keys()):
        return {}
    return known | people


def _is_clock(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and sum(clock.stamp(cell) is not None for cell in cells) >= 0.8 * len(cells)


def _is_figures(cells: Sequence[str]) -> bool:
    """Does a column hold nothing, or only numbers that differ: lines, seconds, ages?"""
    whole = all(cell.isdecimal() for cell in cells)
    plain = all(_DECIMAL.fullmatch(cell) for cell in cells)
    return plain and (not whole or not cells or len(set(cells)) > max(2, len(cells) // 3))


def _span(body: Sequence[Row], clocks: Sequence[int], head: Head) -> tuple[int | None, int | None, int]:
    """Return the columns where words begin and end, and the unit: a clock's, else figures that go up in pairs."""
    if clocks:
        return clocks[0], next((c for c in clocks[1:] if _precedes(body, clocks[0], c)), None), 1000
    figures = [c for c in range(len(body[0])) if _filled(body, c) and _is_figures(_filled(body, c))]
    for start, end in pairwise(figures):
        if _follow(body, start, end) and (head.get(start) == "time" or not head):
            return start, end, _unit(body, start, end)
    timed = (c for c in figures if head.get(c) == "time" and _rises(_figures(body, c)) >= _MOSTLY)
    return next(timed, None), None, 1000


def _precedes(body: Sequence[Row], start: int, end: int) -> bool:
    pair = Columns(0, None, start, end, 1000)
    times = [pair.times(row) for row in body if row[start].strip() and row[end].strip()]
    return bool(times) and all(a is not None and b is not None and a <= b for a, b in times)


def _follow(body: Sequence[Row], start: int, end: int) -> bool:
    """Do most rows begin where the row before has ended, as what is said does? Tiers may stand one after another."""
    ends = [0.0, *_figures(body, end)]
    after = [begin >= last for begin, last in zip(_figures(body, start), ends)]
    return _precedes(body, start, end) and sum(after) >= _MOSTLY * len(after)


def _figures(body: Sequence[Row], column: int) -> list[float]:
    return [float(cell.replace(",", ".")) for cell in _filled(body, column)]


def _rises(values: Sequence[float]) -> float:
    """Return the share of values that are no less than the one before."""
    return sum(a <= b for a, b in pairwise(values)) / max(len(values) - 1, 1)


def _unit(body: Sequence[Row], start: int, end: int) -> int:
    """Return 1 for whole milliseconds, 1000 for seconds: nobody speaks for a minute and a half in every line."""
    cells = [cell for row in body for cell in (row[start].strip(), row[end].strip())]
    if any("." in cell or "," in cell for cell in cells):
        return 1000
    long = [int(row[end]) - int(row[start]) for row in body if row[start].strip() and row[end].strip()]
    return 1 if sorted(long)[len(long) // 2] >= 100 else 1000


def _mean_words(cells: Sequence[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / max(len(cells), 1)


def _words(body: Sequence[Row], texts: Sequence[int], head: Head) -> int:
    named = [column for column in texts if head.get(column) == "words"]
    return max(named or texts, key=lambda column: sum(map(len, _filled(body, column))))


def _apart(body: Sequence[Row], texts: Sequence[int], head: Row | None, timed: bool) -> tuple[tuple[int, str], ...]:
    """Return the columns that belong to one speaker each, with their heads; none in most tables."""
    if head is None or len(texts) < 2 or any(not head[column].strip() for column in texts):
        return ()
    if any(headers.meaning(head[column]) in ("words", "number") for column in texts):
        return ()
    roles = {named(head[column].strip()) for column in texts} - {None, "unknown"}
    talk = all(_mean_words(_filled(body, column)) >= 2 for column in texts)
    alone = sum(sum(bool(row[column].strip()) for column in texts) == 1 for row in body) >= 0.9 * len(body)
    apart = talk and (len(roles) == 2 or (timed and alone))
    return tuple((column, " ".join(head[column].split())) for column in texts) if apart else ()


def _speaker(body: Sequence[Row], texts: Sequence[int], said: int, head: Head, timed: bool) -> int | None:
    """Return the column of names, short beside the words, that come again."""
    if _mean_words(_filled(body, said)) < 2:
        return None
    possible = [column for column in texts if column < said or head.get(column) == "speaker"]
    fit = [column for column in possible if _names(body, column, said, head.get(column), bool(head), timed)]
    return next((column for column in fit if head.get(column) == "speaker"), fit[0] if fit else None)


def _names(
    body: Sequence[Row], column: int, said: int, head: headers.Meaning | None, headed: bool, timed: bool
) -> bool:
    spoken = [row for row in body if row[said].strip()]
    labels = [clock.apart(row[column])[0] for row in spoken if row[column].strip()]
    counts = Counter(labels)
    if head not in (None, "speaker") or not labels or len(labels) < 0.3 * len(spoken):
        return False
    if any(len(label) > _LONGEST_LABEL or label.endswith(("?", "!", ";")) for label in labels):
        return False
    again = [fold(label).split() for label, count in counts.items() if count > 1]
    nobody = [parts for parts in again if parts and parts[0] in label_words.NO_SPEAKER]
    if head != "speaker" and nobody and (len(nobody) == len(again) or min(map(len, nobody)) == 1):
        return False
    roles = {named(label) for label in counts}
    recur = len(counts) < len(labels)
    asks = any(named(label) == "interviewer" and (count > 1 or surely_named(label)) for label, count in counts.items())
    if asks or (head == "speaker" and recur):
        return len(counts) > 1 or head == "speaker"
    if timed or (roles - {None} and len(counts) > 1):
        return recur or (timed and len(counts) > 1 and len(labels) < 4)
    return not headed and not _strange_head(body, column, said, counts) and _alternate(labels, counts)


def _strange_head(body: Sequence[Row], column: int, said: int, counts: Counter[str]) -> bool:
    """Is the first row the head of a table that is about something else?"""
    label, first = clock.apart(body[0][column])[0], body[0][said].strip()
    others = [count for other, count in counts.items() if other != label]
    return counts[label] == 1 and sum(others) > 1.5 * len(others) and len(first.split()) <= 3 and first[-1:].isalnum()


def _alternate(labels: Sequence[str], counts: Counter[str]) -> bool:
    """Do few names take turns, so that they come again after others?"""
    changes = sum(a != b for a, b in pairwise(labels))
    returns = changes + 1 - len(counts)
    few = 1 < len(counts) <= max(2, len(labels) // 3)
    return few and len(labels) >= 4 and changes >= 0.4 * (len(labels) - 1) and returns >= max(2, len(labels) // 4)
