"""Matrices: any two ways of dividing a study, and how much coded text each pair has in common.

A cell counts the units that its row and its column share. A matrix keeps what it was built from, so that every number
opens down to the words behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from coding.moment.dimensions import Dimension, Label, by_participants, by_respondents
from coding.moment.dividing import dimension
from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, matches, once, spread
from coding.moment.rows import Ints
from coding.tables import cooccurrence
from coding.tables.cooccurrence import Meets
from corpus.errors import MatrixError
from corpus.progress import Progress, silent
from corpus.store.columns import distinct

CELLS = (
    "passages", "codings", "documents", "participants", "words", "share", "binary", "asked", "unread", "same-words",
    "near", "c",
)  # fmt: skip
MEETINGS: Mapping[str, Meets | Literal["c"]] = {"same-words": "words", "near": "near", "c": "c"}
"""Cells that say how two codes occur together."""
SHARES = frozenset({"share", "asked", "c"})
"""The cells that are parts of a whole, from 0 to 1."""
OF_ASKED = frozenset({"asked", "participants"})
"""Cells that count those of whom it is known whether they were asked."""
OF_SPANS = frozenset({"codings", "unread"})
"""Cells that count spans, whatever passages they are in."""


@dataclass(frozen=True)
class Matrix:
    """Labels and values: `values` is (rows, columns), int64, or float64 from 0 to 1 for `SHARES`."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    values: NDArray[Any]
    row_kind: str
    column_kind: str
    cell: str
    evidence: str
    _down: Dimension = field(repr=False)
    _across: Dimension = field(repr=False)

    @property
    def sides(self) -> tuple[Dimension, Dimension]:
        """What its rows and its columns were counted by."""
        return self._down, self._across

    @property
    def moment(self) -> Moment:
        """What it was counted in."""
        return self._down.moment

    def asked(self, row: int, column: int) -> int:
        """Return of how many who were asked a cell of `OF_ASKED` counts some; 0 where it is of no question."""
        who = self._across.asked if self.asks_across else self._down.asked
        asked = who[column if self.asks_across else row] if who is not None else frozenset()
        return sum(self.cell == "asked" or kind == "participant" for kind, _ in asked)

    @property
    def asks(self) -> bool:
        """Whether rows or columns are questions or topics."""
        return self.asks_across or self._down.asked is not None

    @property
    def asks_across(self) -> bool:
        """Whether the columns are questions or topics."""
        return self._across.asked is not None

    @cached_property
    def sizes(self) -> tuple[list[int], list[int]]:
        """How many passages each row and each column has."""
        down, across = (np.bincount(side.units("passage")[0], minlength=len(side.labels)) for side in self.sides)
        return down.tolist(), across.tolist()

    def opened(self, row: int, column: int) -> list[EvidenceItem]:
        """Return the coded spans behind a cell in document order; those that contradict come with `counted` false.

        Where two codes meet in the same passage on different spans, the spans of both are given.
        """
        down, across = self._down.seen(row), self._across.seen(column)
        if self.cell == "unread":
            down = _only(down, self._down.unread(row) if self._down.codes else None)
            across = _only(across, self._across.unread(column) if self._across.codes else None)
        if (how := MEETINGS.get(self.cell, "c")) != "c":
            mine, theirs = (
                np.array([n for n, item in side.items() if item.counted], np.int64) for side in (down, across)
            )
            return cooccurrence.meeting(self.moment, mine, theirs, how)
        if self._down.codes and self._across.codes and self.cell not in OF_SPANS:
            return _meeting(self._across.moment, down, across)
        shown, other = (across, down) if self._across.codes else (down, across)
        return [shown[n] if other[n].counted else other[n] for n in sorted(down.keys() & across.keys())]


def _only(items: dict[int, EvidenceItem], wanted: Ints | None) -> dict[int, EvidenceItem]:
    kept = None if wanted is None else set(wanted.tolist())
    return items if kept is None else {n: item for n, item in items.items() if n in kept}


def _meeting(moment: Moment, down: dict[int, EvidenceItem], across: dict[int, EvidenceItem]) -> list[EvidenceItem]:
    """Return the spans of two codes that cover a passage in common; counted where both codes count there."""

    def covered(items: dict[int, EvidenceItem], *, all: bool) -> set[int]:
        return {p for n, item in items.items() if all or item.counted for p in range(*moment.item_passages[n])}

    shared, counting = (covered(down, all=all) & covered(across, all=all) for all in (True, False))
    found = []
    for n in sorted(down.keys() | across.keys()):
        here = moment.item_passages[n]
        item = across[n] if n in across and (across[n].counted or n not in down) else down[n]
        if counting.isdisjoint(range(*here)) and item.counted:
            item = replace(item, counted=False, stance="contradicts")
        if not shared.isdisjoint(range(*here)):
            found.append(item)
    return found


def build(
    moment: Moment,
    rows: str,
    columns: str,
    cell: str = "passages",
    *,
    evidence: Ways = "both",
    progress: Progress = silent,
) -> Matrix:
    """Count what each row and column have in common.

    `passages` counts passages that are touched (see `Voices.touched_by`); `codings` distinct spans, coders apart;
    `documents` and `participants` those of the shared passages; `words` runs of letters and digits in the union of
    the spans, outside the interviewer's turns unless the view counts them; `share` words over the row's words;
    `same-words`, `near` and `c` are of codes by codes: passages in which both are on the same words, passages within
    two turns of one with the other, and the c-coefficient of passages, which is Jaccard's index, from 0 to 1;
    `binary` is 1 where any passage is shared; `asked` those of whom there is a shared passage over those who were asked
    the question, where rows or columns are questions or topics; `unread` those of the `codings` that were proposed, and
    that nobody read since, for the code of the row or column, and where both are codes for both. The moment's view says
    whose codings are counted, of which participants and documents, and who may be named.
    """
    if cell not in CELLS:
        raise MatrixError("{cell} is no cell; say one of {cells}.", cell=cell, cells=", ".join(CELLS))
    progress(0, 3, "")
    down, across = dimension(moment, rows, evidence), dimension(moment, columns, evidence)
    progress(1, 3, "")
    values = counted(moment, down, across, cell)
    progress(3, 3, "")
    return Matrix(
        down.labels, across.labels, values, down.kind, across.kind, cell, evidence, _down=down, _across=across
    )


def counted(moment: Moment, down: Dimension, across: Dimension, cell: str) -> NDArray[Any]:
    """Return (rows, columns): what each two labels share, see `build`."""
    shape = (len(down.labels), len(across.labels))
    if cell in MEETINGS:
        return cooccurrence.counted((down, across), MEETINGS[cell])
    if cell == "unread":
        return _counted(shape, *_shared(_unread(down, across), _unread(across, down)))
    if cell == "codings":
        return _counted(shape, *_shared(down.units("item"), across.units("item")))
    if cell in ("words", "share"):
        mine = down.units("word")
        values = _counted(shape, *_shared(mine, across.units("word")))
        if cell == "words":
            return values
        totals = np.bincount(mine[0], minlength=shape[0]).reshape(-1, 1)
        return np.divide(values, totals, out=np.zeros(shape), where=totals > 0)
    row, column, passage = _passages(moment, down, across)
    if cell == "asked":
        return _of_asked(moment, (down, across), row, column, passage)
    if cell == "documents":
        passage = moment.passages[passage, 1]
    elif cell == "participants":
        row, column, passage = _people(moment, row, column, passage)
    values = _counted(shape, row, column, passage)
    return (values > 0).astype(np.int64) if cell == "binary" else values


def _unread(side: Dimension, other: Dimension) -> Pairs:
    """Return label and span numbers of what is to be read for a code; of what divides otherwise, all."""
    if not side.codes and not other.codes:
        raise MatrixError("What was read is known by code: let rows or columns be codes.")
    labels, spans = side.units("item")
    if not side.codes:
        return labels, spans
    width = len(side.moment.net.first) + 1
    wanted = [label * width + side.unread(label) for label in range(len(side.codes))]
    kept = np.isin(labels * width + spans, np.concatenate(wanted))
    return labels[kept], spans[kept]


def _shared(left: Pairs, right: Pairs) -> tuple[Ints, Ints, Ints]:
    """Return (row, column, unit) for every unit that a row of `left` and a column of `right` share.

    Both are (labels, units) ordered by unit.
    """
    pair, place = matches(left[1], right[1])
    return left[0][place], right[0][pair], right[1][pair]


def _passages(moment: Moment, down: Dimension, across: Dimension) -> tuple[Ints, Ints, Ints]:
    """Return what rows and columns share in passages; a code and a coder meet only on the coder's own spans."""
    if "coders" not in (down.kind, across.kind):
        return _shared(down.units("passage"), across.units("passage"))
    row, column, item = _shared(down.units("item"), across.units("item"))
    pair, passage = spread(np.arange(len(item)), moment.item_passages[item])
    row, column = row[pair], column[pair]
    for side, labels in ((down, row), (across, column)):
        if side.coded is None:
            held, width = side.units("passage"), len(moment.passages) + 1
            mask = np.isin(labels * width + passage, held[0] * width + held[1])
            return row[mask], column[mask], passage[mask]
    return row, column, passage


def _people(moment: Moment, row: Ints, column: Ints, passage: Ints) -> tuple[Ints, Ints, Ints]:
    """Put the participants whose words a passage is in its place; `(none)` is nobody."""
    labels, units = by_participants(moment).by_passage
    named = labels < len(moment.voices.participants)
    people = once((labels[named], units[named]))
    pair, place = matches(people[1], passage)
    return row[pair], column[pair], people[0][place]


def _of_asked(
    moment: Moment, sides: tuple[Dimension, Dimension], row: Ints, column: Ints, passage: Ints
) -> NDArray[np.float64]:
    """Count who speaks in what is shared, over who was asked: for each question those who were asked it."""
    shape = (len(sides[0].labels), len(sides[1].labels))
    across = sides[1].asked is not None
    who = sides[1].asked if across else sides[0].asked
    if who is None:
        raise MatrixError("Who was asked is known by question: let rows or columns be questions or topics.")
    people = by_respondents(moment)
    pair, place = matches(people.by_passage[1], passage)
    row, column, person = row[pair], column[pair], people.by_passage[0][place]
    names = [(label.kind, label.key) for label in people.labels]
    known = np.array([[name in asked for name in names] for asked in who], bool).reshape(len(who), len(names))
    counts = known[column if across else row, person]
    found = _counted(shape, row[counts], column[counts], person[counts])
    base = np.array([len(asked) for asked in who], float).reshape((1, -1) if across else (-1, 1))
    return np.asarray(np.divide(found, base, out=np.zeros(shape), where=np.broadcast_to(base > 0, shape)))


def _counted(shape: tuple[int, int], row: Ints, column: Ints, unit: Ints) -> Ints:
    """Return (rows, columns): how many distinct units each pair shares."""
    if not len(unit):
        return np.zeros(shape, np.int64)
    width = int(unit.max()) + 1
    pairs = distinct(np.sort((row * shape[1] + column) * width + unit)) // width
    return np.bincount(pairs, minlength=shape[0] * shape[1]).reshape(shape).astype(np.int64)
