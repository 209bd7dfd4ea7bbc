"""The query language, read into a small tree of frozen nodes.

Words, "phrases" (or « phrases »), AND OR NOT or ET OU SAUF in capitals, parentheses, `*` for any letters and `?` for
one letter anywhere in a word, `*` alone in a phrase for any word, `"a b"~10` for words in this order each within ten of
the one before, `a NEAR/10 b` (or PRÈS/10) for either order, and `*` alone for every passage. Words side by side are all
asked for. NEAR binds first, then NOT, AND, OR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

from corpus.errors import QueryError
from corpus.search.analysis import wild_words

LONGEST = 10_000
DEEPEST = 50
FARTHEST = 10_000
LONGEST_PHRASE = 200
USUAL_DISTANCE = 10


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
    """Each part at most so many words from the next one, in either order; parts are Words or Or of Words."""

    parts: tuple[Node, ...]
    distances: tuple[int, ...]


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


Node = Everything | Words | Near | And | Or | Not

_OPERATORS = {
    "AND": "and", "ET": "and", "OR": "or", "OU": "or", "NOT": "not", "SAUF": "not",
}  # fmt: skip
_CLOSING = {'"': '"“”', "“": '"“”', "”": '"“”', "«": "»"}
_NEAR = re.compile(r"(?:NEAR|PR[EÈ]S)(?:/(\d*))?")
_REACH = re.compile(r"~(\d*)")
_CHUNK = re.compile(r'[^\s()"“”«»]+')


class _Piece(NamedTuple):
    """A token of the query: `kind` is (, ), and, or, not, near or leaf; `at` is its code point."""

    kind: str
    at: int
    text: str
    node: Node | None = None
    distance: int = 0


def parse(query: str) -> Node:
    """Read a query; raises `QueryError`, with the position, where it can't be read.

    >>> parse("parcours l'expérience")
    And(parts=(Words(words=('parcours',), reach=1), Words(words=('experience',), reach=1)))
    """
    if len(query) > LONGEST:
        raise QueryError(
            "The query has {length} characters; {longest} are the most that can be read.",
            position=LONGEST, length=len(query), longest=LONGEST,
        )  # fmt: skip
    pieces = list(_pieces(query))
    if not pieces:
        raise QueryError("The query has no word to look for.", position=0)
    reader = _Reader(pieces)
    node = reader.either()
    if reader.here is not None:
        raise QueryError("The parenthesis closed at character {at} was never opened.", **_place(reader.here.at))
    return node


def leaves(node: Node) -> Iterator[Words | Near]:
    """Yield what is asked to be there (nothing below a NOT): these are the matches to mark."""
    match node:
        case Words() | Near():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)


def _place(at: int) -> dict[str, int]:
    """Return what an error says of its place: from 0 for programs, from 1 for people."""
    return {"position": at, "at": at + 1}


def _pieces(query: str) -> Iterator[_Piece]:
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace() or character == "»":
            at += 1
        elif character in "()":
            yield _Piece(character, at, character)
            at += 1
        elif character in _CLOSING:
            piece, at = _quoted(query, at)
            yield piece
        else:
            chunk = _CHUNK.match(query, at)
            assert chunk is not None
            yield from _chunk(chunk[0], at)
            at = chunk.end()


def _quoted(query: str, at: int) -> tuple[_Piece, int]:
    """Read a phrase from its opening mark, and the reach behind it."""
    closing = _CLOSING[query[at]]
    end = next((i for i in range(at + 1, len(query)) if query[i] in closing), None)
    if end is None:
        raise QueryError("The quotation mark at character {at} is never closed.", **_place(at))
    words = tuple(wild_words(query[at + 1 : end]))
    after, reach = end + 1, 1
    if near := _REACH.match(query, after):
        reach, after = _distance(near[1], "~", after), near.end()
    if not words:
        raise QueryError("There is no word between the quotation marks at character {at}.", **_place(at))
    return _Piece("leaf", at, query[at:after], _words(words, reach if len(words) > 1 else 1, at)), after


def _chunk(text: str, at: int) -> Iterator[_Piece]:
    if text in _OPERATORS:
        yield _Piece(_OPERATORS[text], at, text)
    elif near := _NEAR.fullmatch(text):
        distance = USUAL_DISTANCE if near[1] is None else _distance(near[1], "/", at)
        yield _Piece("near", at, text, distance=distance)
    elif re.fullmatch(r"\*+", text):
        yield _Piece("leaf", at, text, Everything())
    elif words := tuple(wild_words(text)):
        yield _Piece("leaf", at, text, _words(words, 1, at))


def _words(words: tuple[str, ...], reach: int, at: int) -> Words:
    if len(words) > LONGEST_PHRASE:
        raise QueryError("The phrase at character {at} is longer than {most} words.", **_place(at), most=LONGEST_PHRASE)
    return Words(words, reach)


def _distance(digits: str, mark: str, at: int) -> int:
    distance = int(digits) if digits and len(digits) < 9 else 0
    if not 1 <= distance <= FARTHEST:
        raise QueryError(
            "A number from 1 to {most} must follow {mark} at character {at}.",
            **_place(at),
            mark=mark,
            most=FARTHEST,
        )
    return distance


class _Reader:
    """Reads pieces by falling precedence; keeps where it is and how deep."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces, self._next, self._deep = pieces, 0, 0

    @property
    def here(self) -> _Piece | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _take(self, kind: str) -> _Piece | None:
        piece = self.here
        if piece is None or piece.kind != kind:
            return None
        self._next += 1
        return piece

    def either(self) -> Node:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._negated()]
        while self.here is not None and self.here.kind not in ("or", ")"):
            self._take("and")
            parts.append(self._negated())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _negated(self) -> Node:
        denied = False
        while self._take("not"):
            denied = not denied
        node = self._near()
        return Not(node) if denied else node

    def _near(self) -> Node:
        parts, distances = [self._one()], []
        while near := self._take("near"):
            distances.append(near.distance)
            parts.append(self._one())
            for part in parts[-2:]:
                if not _placed(part):
                    raise QueryError(
                        "{name} at character {at} joins only words, phrases and choices of them (a OR b).",
                        **_place(near.at),
                        name=near.text,
                    )
        return Near(tuple(parts), tuple(distances)) if distances else parts[0]

    def _one(self) -> Node:
        if opened := self._take("("):
            return self._group(opened)
        if leaf := self._take("leaf"):
            assert leaf.node is not None
            return leaf.node
        self._refuse_missing()

    def _group(self, opened: _Piece) -> Node:
        self._deep += 1
        if self._deep > DEEPEST:
            raise QueryError(
                "The parentheses at character {at} are more than {deepest} deep.",
                **_place(opened.at),
                deepest=DEEPEST,
            )
        if self.here is not None and self.here.kind == ")":
            raise QueryError("There is nothing between the parentheses at character {at}.", **_place(opened.at))
        node = self.either()
        if not self._take(")"):
            raise QueryError("The parenthesis at character {at} is never closed.", **_place(opened.at))
        self._deep -= 1
        return node

    def _refuse_missing(self) -> NoReturn:
        """Say which operator lacks a word, before or after it."""
        before = self._pieces[self._next - 1] if self._next else None
        if before is not None and before.kind not in ("(", ")", "leaf"):
            raise QueryError(
                "{name} at character {at} needs a word after it; to look for the word itself, write it in lower case.",
                **_place(before.at),
                name=before.text,
            )
        here = self.here
        if here is None:
            opened = self._pieces[-1]
            raise QueryError("The parenthesis at character {at} is never closed.", **_place(opened.at))
        if here.kind == ")":
            raise QueryError("The parenthesis closed at character {at} was never opened.", **_place(here.at))
        raise QueryError(
            "{name} at character {at} needs a word before it; to look for the word itself, write it in lower case.",
            **_place(here.at),
            name=here.text,
        )


def _placed(node: Node) -> bool:
    """Say whether matches of the node have one place each, as NEAR needs."""
    match node:
        case Words():
            return node.reach == 1
        case Or(parts):
            return all(_placed(part) for part in parts)
    return False
