"""What figures share in laying themselves out: which lines are drawn, and what is said at their foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from coding.figures import words
from coding.figures.choices import Choice
from coding.figures.letters import width
from coding.figures.paper import EDGE, LINE, MUTED, SMALL, Paper
from coding.moment import shown
from coding.moment.dimensions import Label
from coding.moment.moment import Moment
from corpus.errors import NothingThere


def of_codes(moment: Moment, choice: Choice) -> str:
    """Return by which codes lines are drawn: those asked for, the descriptive ones, else the first framework's."""
    if choice.rows is not None:
        return choice.rows
    descriptive = any(code.framework is None for code in shown.codes(moment).values())
    return "codes" if descriptive or not moment.frameworks else f"framework:{moment.frameworks[0].framework}"


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


def foot(paper: Paper, top: float, language: str, notes: Sequence[str]) -> tuple[float, list[str]]:
    """Write at the foot what a reader has to know of the drawing itself, and return where it ends, and that."""
    said = [*notes, *words.unlettered(paper.texts, language)]
    y = top
    for note in said:
        paper.label(EDGE, y + LINE, note, paper.width - 2 * EDGE, size=SMALL, lines=2, colour=MUTED)
        y += LINE * (1.9 if width(note, SMALL) > paper.width - 2 * EDGE else 1.0)
    return (y + LINE * 0.9 if said else top) + EDGE, said
