"""What figures share in laying themselves out: which lines are drawn, and what is said at their foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from coding.exports import matrices
from coding.figures import words
from coding.figures.choices import FigureChoice
from coding.figures.letters import width
from coding.figures.paper import EDGE, LINE, MUTED, SMALL, Paper
from coding.moment import shown
from coding.moment.dimensions import Label
from coding.moment.moment import Moment
from coding.tables.matrices import Matrix
from corpus.errors import NothingThere


def of_codes(moment: Moment, choice: FigureChoice) -> str:
    """Return by which codes lines are drawn: those asked for, the descriptive ones, else the first framework's."""
    if choice.rows is not None:
        return choice.rows
    descriptive = any(code.framework is None for code in shown.codes(moment).values())
    return "codes" if descriptive or not moment.frameworks else f"framework:{moment.frameworks[0].framework}"


def named(moment: Moment, code: int) -> str:
    """Return what a code is called in print: a descriptive one by the shortest name that means it alone."""
    info = moment.codes[code]
    return moment.mask.text(info.label if info.framework else moment.ways[code])


def names(matrix: Matrix, *, across: bool = False) -> list[str]:
    """Return what the rows, or columns, of a matrix are called in print."""
    labels = matrix.columns if across else matrix.rows
    said = matrices.names(matrix, across=across)
    theory = (matrix.column_kind if across else matrix.row_kind).startswith("framework")
    found = [label.name if theory else name for label, name in zip(labels, said, strict=True)]
    return [words.named(name, words.spoken(matrix.moment)) for name in found]


def most(totals: Sequence[float] | np.ndarray, number: int) -> list[int]:
    """Return the places of all lines, or where there are more than `number` of those that have most, in their order."""
    first = sorted(range(len(totals)), key=lambda n: -totals[n])[:number]
    return sorted(first)


def peopled(labels: Sequence[Label], totals: Sequence[float] | np.ndarray) -> list[int]:
    """Return the places of lines without that of what is nobody's, where nothing is."""
    return [n for n, label in enumerate(labels) if label.key is not None or totals[n]]


def something(there: object) -> None:
    """Refuse to draw nothing."""
    if not there:
        raise NothingThere("There is nothing to draw: nothing is coded here.")


def room_for(names: Iterable[str], least: float, room: float, size: float) -> float:
    """Return how many mm names need side by side with what they name: what the longest takes, within bounds."""
    longest = max((width(name, size) for name in names), default=0.0)
    return min(max(longest, least), room)


def key(paper: Paper, left: float, y: float, text: str) -> float:
    """Say what a grey mark means, and return where that ends."""
    paper.bars([(left, y - 0.6, 4.0, 1.2)], MUTED)
    paper.words(left + 5.2, y, text, size=SMALL, colour=MUTED)
    return y + LINE * 0.6


def ticks(high: float, number: int = 5) -> list[int]:
    """Return round numbers from 0 to at most `high`.

    >>> ticks(42), ticks(3), ticks(1000)
    ([0, 10, 20, 30, 40], [0, 1, 2, 3], [0, 200, 400, 600, 800, 1000])
    """
    steps = (unit * 10**power for power in range(12) for unit in (1, 2, 5))
    step = next(one for one in steps if high / one <= number)
    return list(range(0, int(high) + 1, step))


def foot(paper: Paper, top: float, language: str, notes: Sequence[str]) -> tuple[float, list[str]]:
    """Write at the foot what a reader has to know of the drawing itself, and return where it ends, and that."""
    said = [*notes, *words.unlettered(paper.texts, language)]
    y = top
    for note in said:
        second = LINE * 0.9 if width(note, SMALL) > paper.width - 2 * EDGE else 0.0
        paper.label(EDGE, y + LINE + second / 2, note, paper.width - 2 * EDGE, size=SMALL, lines=2, colour=MUTED)
        y += LINE + second
    return (y + LINE * 0.9 if said else top) + EDGE, said
