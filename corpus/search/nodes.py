"""What a query asks, as a small tree of frozen nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

EXACT, STEM, OWN = "=", "~", "~~"
"""What stands before a word that is sought as it is written, in all its forms, or in those that are of no other word;
no folded word begins so."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Every passage."""


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words or patterns in this order, each at most `reach` words after the one before (1: side by side)."""

    words: tuple[str, ...]
    reach: int = 1


@dataclass(frozen=True, slots=True)
class Near:
    """Each part at most so many words from the next one; parts are Words or Or of Words.

    `ordered` says of each step that the next part must come after; where it is empty, either order will do.
    """

    parts: tuple[Node, ...]
    distances: tuple[int, ...]
    ordered: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over the passage as it is written; its source, and whether case counts."""

    source: str
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What the project knows of a passage; `of` names the attribute in `participant.sector:GSA`. `at`: code point."""

    name: str
    value: str
    of: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Related:
    """Two expressions of fields whose words overlap, or whose passages are at most so many turns apart.

    `kind` is overlaps, near (either order) or then (the second after the first).
    """

    kind: str
    first: Node
    second: Node
    distance: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Among:
    """The passages with these keys, int64[k]: what fields become before a query runs."""

    keys: NDArray[Any]


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every passage but these."""

    part: Node


Node = Everything | Words | Near | Pattern | Field | Related | Among | And | Or | Not


def leaves(node: Node) -> Iterator[Words | Near | Pattern]:
    """Yield what is asked to be there (nothing below a NOT): these are the matches to mark."""
    match node:
        case Words() | Near() | Pattern():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)


def words_in(node: Node) -> Iterator[str]:
    """Yield the words and patterns, with their marks, of what is asked to be there."""
    match node:
        case Words(words):
            yield from words
        case And(parts) | Or(parts) | Near(parts):
            for part in parts:
                yield from words_in(part)


def of_fields(node: Node) -> bool:
    """Say whether nothing but fields decides, so that a node can stand beside OVERLAPS or be counted in turns."""
    match node:
        case Field() | Related() | Among():
            return True
        case And(parts) | Or(parts):
            return all(of_fields(part) for part in parts)
        case Not(part):
            return of_fields(part)
    return False


def placed(node: Node) -> bool:
    """Say whether matches of the node have one place each, as NEAR needs."""
    match node:
        case Words():
            return node.reach == 1
        case Or(parts):
            return all(placed(part) for part in parts)
    return False
