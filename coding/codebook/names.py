"""What may stand in a name, and which code is meant by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from corpus.cleaning import clean_line
from corpus.errors import AmbiguousCode, CodingError, UnknownCode
from corpus.words import folded


def clean_name(name: str) -> str:
    """Return a code's `name` cleaned and on one line; refuse nothing at all."""
    plain = clean_line(name)
    if not plain:
        raise CodingError("A code needs a name.")
    return plain


class CodePlace(Protocol):
    """A code as far as names go."""

    @property
    def key(self) -> int:
        """Its row."""

    @property
    def code_key(self) -> str | None:
        """Its short name in a framework."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def path(self) -> str:
        """Its name behind those of the codes above it."""

    @property
    def exact(self) -> str:
        """The path that means it alone in its book."""

    @property
    def framework(self) -> str | None:
        """Its framework's key."""


class CodeWithAliases(CodePlace, Protocol):
    """A code with the other names under which it is looked for."""

    @property
    def aliases(self) -> Sequence[str]:
        """Its other names."""


def all_names(codes: Collection[CodeWithAliases]) -> CodeNames:
    """Return every way the codes can be named, their other names too."""
    return CodeNames(codes, {code.key: code.aliases for code in codes if code.aliases})


class CodeNames:
    """Every way the codes can be named, made once for many questions; `aliases` are other names, by code."""

    def __init__(self, nodes: Iterable[CodePlace], aliases: Mapping[int, Iterable[str]] = MappingProxyType({})) -> None:
        self._others = [(other, key) for key, others in aliases.items() for other in others]
        self._nodes = {node.key: node for node in nodes}
        self._exact: dict[str, list[int]] = {}
        for node in self._nodes.values():
            for way in _ways(node):
                self._exact.setdefault(way, []).append(node.key)
        self._at = {exact(node): node.key for node in self._nodes.values()}

    @cached_property
    def _folded(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for way, keys in self._exact.items():
            found.setdefault(folded(way), set()).update(keys)
        return found

    def find(self, name: str) -> int:
        """Return the one code that `name` means: key, name, `framework:key`, path, or `/path` of the first cycle; where
        no code is called so, the one that has it for another name.

        A slash within a name is written `\\/` in a path that begins with one.
        Case and accents matter only between codes that differ by them. Raises `UnknownCode` or `AmbiguousCode`.
        """
        wanted = clean_line(name)
        if wanted in self._at:
            return self._at[wanted]
        alike = self._exact.get(wanted) or sorted(self._folded.get(folded(wanted), ()))
        if len(alike) > 1:
            alike = self._narrowed(alike, wanted)
        alike = alike or self._also_called(wanted)
        if len(alike) == 1:
            return alike[0]
        if alike:
            ways = ", ".join(self.way(key) for key in alike)
            raise AmbiguousCode("{name} may mean several codes; write one of: {ways}.", name=name, ways=ways)
        near = self._nearest(wanted)
        if near is not None:
            raise UnknownCode("No code is called {name}; is {near} meant?", name=name, near=near)
        raise UnknownCode("No code is called {name}.", name=name)

    def _also_called(self, wanted: str) -> list[int]:
        """Return the codes that have this other name, as it stands or else case and accents let go."""
        found = {key for other, key in self._others if other == wanted}
        plain = folded(wanted)
        return sorted(found or {key for other, key in self._others if folded(other) == plain})

    def _narrowed(self, alike: Sequence[int], wanted: str) -> list[int]:
        """Let the code at the path win, within one book: nothing else could name a code at the top."""
        if len({self._nodes[key].framework for key in alike}) > 1:
            return list(alike)
        return [key for key in alike if wanted in _paths(self._nodes[key])] or list(alike)

    def _nearest(self, wanted: str) -> str | None:
        plain = {folded(way): way for way in (*(other for other, _ in self._others), *self._exact)}
        near = get_close_matches(folded(wanted), plain, n=1)
        return plain[near[0]] if near else None

    def at(self, path: str, name: str) -> int | None:
        """Return the code that is exactly at `path`, with its framework and a colon before it, if `name` names it."""
        key = self._at.get(path)
        return key if key is not None and name in _ways(self._nodes[key]) | {path} else None

    def inductive(self, name: str) -> int | None:
        """Return the one code of the first cycle that is called exactly so."""
        own = [key for key in self._exact.get(name, ()) if self._nodes[key].framework is None]
        return own[0] if len(own) == 1 else None

    def way(self, key: int) -> str:
        """Return the plainest name that means this code alone."""
        node = self._nodes[key]
        plain = [node.code_key, f"{node.framework}:{node.code_key}"] if node.code_key else [node.name]
        ways = [*plain, *_paths(node)]
        return next((way for way in ways if self._means(way, key)), exact(node))

    def _means(self, way: str, key: int) -> bool:
        return self._at.get(way, key) == key and self._narrowed(self._exact[way], way) == [key]


def exact(node: CodePlace) -> str:
    """Return the path that means this code alone, whatever the others are called."""
    return node.exact if node.framework is None else f"{node.framework}:{node.exact}"


def _ways(node: CodePlace) -> set[str]:
    ways = {node.name, *_paths(node)}
    if node.code_key:
        ways |= {node.code_key, f"{node.framework}:{node.code_key}"}
    if node.framework:
        ways.add(f"{node.framework}:{node.name}")
    return ways


def _paths(node: CodePlace) -> tuple[str, str]:
    """Return the path, and the path that says in which book it is."""
    return node.path, f"/{node.path}" if node.framework is None else f"{node.framework}:{node.path}"
