"""The data structure of a study: its own codes, the themes they were put together in, and the dimensions above these.

As Gioia, Corley & Hamilton (2013) set it: 1st-order codes, 2nd-order themes, aggregate dimensions. It is built of the
codes that this study made: descriptive ones, the codes above them in the tree and the sets they stand in, and concepts
that grew in this study. A framework that was imported or ships with the program gives none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coding.codebook import CodeInfo
from coding.codebook.codes import THIS_STUDY
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import Ints


@dataclass(frozen=True, slots=True)
class StructureNode:
    """A code, theme or dimension: `code` is its code's key, None where it is a set; `segments` count for it.

    `below` are the codes of a theme, or the themes of a dimension.
    """

    name: str
    code: int | None
    segments: int
    below: tuple[StructureNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """The dimensions, each with its themes and their codes; `loose` are codes that are in no theme.

    A dimension without a name holds themes that nothing is above.
    """

    dimensions: tuple[StructureNode, ...]
    loose: tuple[StructureNode, ...]

    @property
    def rows(self) -> Iterator[tuple[StructureNode, StructureNode, StructureNode]]:
        """Each code with its theme and its dimension, in order."""
        return (
            (code, theme, dimension)
            for dimension in self.dimensions
            for theme in dimension.below
            for code in theme.below
        )


def structure(moment: Moment) -> Structure:
    """Return the data structure of what the moment shows.

    A code's themes are the concepts of this study that it is linked to; else the code above it; else the sets of codes
    that it stands in. A theme's dimension is the code above it, or what that code in turn is linked to.
    """
    return _Building(moment).made()


class _Building:
    """The structure while it is put together."""

    def __init__(self, moment: Moment) -> None:
        self.moment, self.codes = moment, shown.codes(moment)
        self.concepts = {key for key, one in moment.codes.items() if one.cycle == 2 and one.provenance == THIS_STUDY}
        self.linked: dict[int, list[int]] = {}
        for link in moment.links:
            if link.target in self.concepts:
                self.linked.setdefault(link.source, []).append(link.target)
        self.held: dict[int, list[str]] = {}
        for filled in moment.sets.values():
            if filled.info.kind == "codes":
                for key in filled.members:
                    self.held.setdefault(key, []).append(filled.info.name)

    def made(self) -> Structure:
        themes: dict[tuple[int | None, str], list[CodeInfo]] = {}
        loose = []
        parents = {one.parent for one in self.codes.values() if one.cycle == 1}
        for code in (one for one in self.codes.values() if one.cycle == 1):
            if code.key in parents:
                continue  # it is a theme, or a dimension, itself
            found = self._themes(code)
            for theme in found:
                themes.setdefault(theme, []).append(code)
            if not found:
                loose.append(self._node(code))
        dimensions: dict[tuple[int | None, str], list[StructureNode]] = {}
        for (key, name), codes in themes.items():
            below = tuple(map(self._node, codes))
            node = self._named(key, name, below)
            dimensions.setdefault(self._dimension(key), []).append(node)
        return Structure(tuple(self._named(*of, tuple(found)) for of, found in _named_first(dimensions)), tuple(loose))

    def _themes(self, code: CodeInfo) -> list[tuple[int | None, str]]:
        if code.key in self.linked:
            return [(key, self.moment.codes[key].name) for key in self.linked[code.key]]
        if code.parent is not None:
            return [(code.parent, self.moment.codes[code.parent].name)]
        return [(None, name) for name in self.held.get(code.key, ())]

    def _dimension(self, theme: int | None) -> tuple[int | None, str]:
        """Return what stands above a theme; nothing has neither key nor name."""
        code = self.moment.codes.get(theme or 0)
        above = (code.parent, *self.linked.get(code.key, ())) if code is not None else ()
        found = next((key for key in above if key is not None), None)
        return (found, self.moment.codes[found].name) if found is not None else (None, "")

    def _node(self, code: CodeInfo) -> StructureNode:
        return StructureNode(self.moment.mask.text(code.name), code.key, len(self._spans(code.key)))

    def _named(self, key: int | None, name: str, below: tuple[StructureNode, ...]) -> StructureNode:
        spans = len(self._spans(key)) if key is not None else sum(one.segments for one in below)
        return StructureNode(self.moment.mask.text(name), key, spans, below)

    def _spans(self, code: int) -> Ints:
        return self.moment.net.spans(code)


def _named_first(
    dimensions: dict[tuple[int | None, str], list[StructureNode]],
) -> list[tuple[tuple[int | None, str], list[StructureNode]]]:
    return sorted(dimensions.items(), key=lambda one: not one[0][1])
