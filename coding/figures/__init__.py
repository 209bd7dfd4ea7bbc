"""Figures: tables drawn for print, each of a moment; every mark opens down to the words it counts.

A new figure is a module that draws it and a row here; the window and the command line read the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from coding import permits
from coding.figures import (
    attributes,
    chronology,
    codeline,
    correspondence,
    flow,
    frequencies,
    heat,
    network,
    saturation,
    structure,
    tree,
)
from coding.figures.choices import LANGUAGES, NARROWEST, WIDEST, WIDTHS, FigureChoice
from coding.figures.paper import Figure, Spot, unsigned
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Leaving, Terms
from corpus.errors import NothingThere

__all__ = [
    "FIGURES",
    "LANGUAGES",
    "NARROWEST",
    "WIDEST",
    "WIDTHS",
    "Figure",
    "FigureChoice",
    "FigureRow",
    "Spot",
    "draw",
    "find",
    "let",
]

USUAL = FigureChoice()
Takes = Literal["rows", "columns", "cell", "evidence", "percent", "order", "by", "document", "codes", "most"]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure: `title` is English, the window translates it; `takes` says which of a `FigureChoice` it heeds.

    `free` are those without which it draws all, where others choose by themselves.
    """

    key: str
    title: str
    draw: Callable[[Moment, FigureChoice], Figure]
    takes: frozenset[Takes] = frozenset()
    free: frozenset[Takes] = frozenset()


_ROWS = (
    FigureRow(
        "heat",
        "Heat map",
        heat.heat,
        frozenset({"rows", "columns", "cell", "evidence", "percent", "order", "most"}),
    ),
    FigureRow("frequencies", "Frequencies of codes", frequencies.frequencies, frozenset({"rows", "evidence", "most"})),
    FigureRow(
        "bars",
        "Bars by attribute",
        attributes.attributes,
        frozenset({"rows", "by", "cell", "evidence", "most"}),
    ),
    FigureRow("network", "Co-occurrence network", network.network, frozenset({"rows", "codes", "evidence", "most"})),
    FigureRow(
        "correspondence",
        "Correspondence analysis",
        correspondence.correspondence,
        frozenset({"rows", "columns", "evidence", "most"}),
    ),
    FigureRow("structure", "Data structure", structure.data_structure, frozenset({"most"})),
    FigureRow("tree", "Coding tree", tree.tree, frozenset({"rows", "most"})),
    FigureRow("flow", "From descriptive codes to concepts", flow.flow, frozenset({"rows", "codes", "most"})),
    FigureRow("codeline", "Code line of a document", codeline.codeline, frozenset({"document", "codes", "most"})),
    FigureRow(
        "chronology",
        "Chronology of codes",
        chronology.chronology,
        frozenset({"rows", "codes", "evidence", "most"}),
    ),
    FigureRow("saturation", "Saturation curve", saturation.curve, frozenset({"rows", "by", "most"}), frozenset({"by"})),
)
FIGURES = {row.key: row for row in _ROWS}


def find(name: str) -> FigureRow:
    """Return the row of a figure; raises `NothingThere`."""
    if name not in FIGURES:
        raise NothingThere("{key} is no figure; say one of {keys}.", key=name, keys=", ".join(FIGURES))
    return FIGURES[name]


def draw(moment: Moment, name: str, choice: FigureChoice = USUAL, language: str | None = None) -> Figure:
    """Draw a figure of a moment, in a language, by default that of print; raises `NothingThere` where nothing is."""
    seen = moment.viewed(printed=language, spoken=True) if language is not None else moment
    made = find(name).draw(seen, choice.checked())
    return unsigned(made, seen.makers) if seen.unsigned else made


def kinds(figure: Figure) -> tuple[str, ...]:
    """Return the kinds by which a figure divides what it counts, as a matrix calls them."""
    chosen = figure.chosen
    by = f"attribute:{chosen['by']}" if chosen.get("by") else ""
    return tuple(kind for kind in (chosen.get("rows"), chosen.get("columns"), by) if isinstance(kind, str))


def let(moment: Moment, figure: Figure, terms: Terms = AS_AGREED) -> None:
    """Let a figure leave; raises `BeyondConsent` where it shows what was not agreed to."""
    if permits.refused(moment, "figure"):
        permits.let(moment, "figure", Leaving(figure.texts), terms)
