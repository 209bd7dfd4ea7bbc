"""A second opinion on search: the same language, read by scanning plain text with no index and no arrays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

import regex

from corpus.search.analysis import SMALL, joinable
from corpus.search.lemmas import related
from corpus.search.nodes import And, Everything, Near, Node, Not, Or, Pattern, Words


class Said(str):
    """A folded word that remembers how it was written."""

    form = ""

    def __new__(cls, folded: str, written: str) -> Said:
        made = super().__new__(cls, folded)
        made.form = unicodedata.normalize("NFC", written).replace("’", "'")
        return made


Word = tuple[Said, int, int]
Span = tuple[int, int]


def words(text: str) -> list[Word]:
    """Return folded words with their place in `text`, one character at a time."""
    plain, places = "", []
    for at, character in enumerate(text):
        for letter in unicodedata.normalize("NFD", character.lower()):
            for part in {"œ": "oe", "æ": "ae", "’": "'"}.get(letter, letter):
                if not unicodedata.combining(part):
                    plain += part
                    places.append(at)
    found: list[Word] = []
    for match in re.finditer(r"[a-z0-9]+(?:'[a-z0-9]+)*", plain):
        at = match.start()
        parts = [part.replace("=", "'") for part in match[0].replace("aujourd'hui", "aujourd=hui").split("'")]
        for number, part in enumerate(parts):
            elided = part in {"c", "d", "j", "l", "m", "n", "s", "t", "qu"}
            if not (elided and number + 1 < len(parts) and parts[number + 1] not in SMALL):
                end = places[at + len(part) - 1] + 1
                while end < len(text) and unicodedata.combining(text[end]):
                    end += 1
                found.append((Said(part, text[places[at] : end]), places[at], end))
            at += len(part) + 1
    return found


def _fits(pattern: str, word: Said) -> bool:
    if pattern.startswith("~"):
        return related(pattern[1:], word)
    if pattern.startswith("="):
        return _fits(pattern[1:], Said(word.form, ""))
    expression = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern)
    return re.fullmatch(expression, word) is not None


def _ends(wanted: tuple[str, ...], said: list[Said], at: int) -> Iterator[int]:
    """Yield where the words wanted may end when they begin at `at`."""
    if not wanted:
        yield at
        return
    head = wanted[0]
    if at < len(said) and _fits(head, said[at]):
        yield from _ends(wanted[1:], said, at + 1)
    literal = not set("*?=~") & set(head)
    if at + 1 < len(said) and literal and head == said[at] + said[at + 1] and joinable(said[at], said[at + 1]):
        yield from _ends(wanted[1:], said, at + 2)
    if at < len(said) and literal and len(wanted) > 1 and head + wanted[1] == said[at] and joinable(head, wanted[1]):
        yield from _ends(wanted[2:], said, at + 1)


def _runs(node: Node, said: list[Said]) -> set[Span]:
    """Return first and last word of each match of a phrase or a choice."""
    if isinstance(node, Or):
        return set().union(*(_runs(part, said) for part in node.parts))
    assert isinstance(node, Words)
    return {(at, end - 1) for at in range(len(said)) for end in _ends(node.words, said, at)}


def _chains(node: Words | Near, said: list[Said]) -> list[tuple[Span, ...]]:
    if isinstance(node, Words):
        parts = [_runs(Words((word,)), said) for word in node.words]
        steps = [(node.reach, True)] * (len(parts) - 1)
    else:
        parts = [_runs(part, said) for part in node.parts]
        steps = list(zip(node.distances, node.ordered or [False] * len(node.distances), strict=True))
    return [
        chain for chain in product(*parts) if all(_near(*pair) for pair in zip(chain, chain[1:], steps, strict=False))
    ]


def _expression(node: Pattern) -> regex.Pattern[str]:
    return regex.compile(node.source, regex.MULTILINE | (0 if node.cased else regex.IGNORECASE))


def _near(a: Span, b: Span, step: tuple[int, bool]) -> bool:
    most, ordered = step
    return 0 < b[0] - a[1] <= most or (not ordered and 0 < a[0] - b[1] <= most)


def _ways(parts: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """Yield parts side by side, then with each two words that may be a compound joined."""
    if len(parts) < 2:
        yield parts
        return
    yield from ((parts[0], *rest) for rest in _ways(parts[1:]))
    match parts[:2]:
        case (Words((one,)), Words((other,))) if joinable(one, other):
            yield from ((Words((one + other,)), *rest) for rest in _ways(parts[2:]))


def matches(node: Node, said: list[Said], text: str) -> bool:
    """Say whether a passage of these words matches."""
    match node:
        case Everything():
            return True
        case Words(_, 1):
            return bool(_runs(node, said))
        case Words() | Near():
            return bool(_chains(node, said))
        case Pattern():
            return any(match.end() > match.start() for match in _expression(node).finditer(text))
        case Not(part):
            return not matches(part, said, text)
        case And(parts):
            return any(all(matches(part, said, text) for part in way) for way in _ways(parts))
        case Or(parts):
            return any(matches(part, said, text) for part in parts)
    raise TypeError(node)


def marked(node: Node, text: str) -> set[int]:
    """Return every code point of `text` that lies in a match."""
    found = words(text)
    said = [word for word, _, _ in found]
    match node:
        case Words(_, 1):
            runs = _runs(node, said)
        case Words() | Near():
            runs = {run for chain in _chains(node, said) for run in chain}
        case Pattern():
            return {at for match in _expression(node).finditer(text) for at in range(*match.span())}
        case And(parts):
            whole = {part for way in _ways(parts) for part in way} - set(parts)
            joined = {
                place for word, start, end in found for place in range(start, end) if Words((str(word),)) in whole
            }
            return joined.union(*(marked(part, text) for part in parts))
        case Or(parts):
            return set().union(*(marked(part, text) for part in parts))
        case _:
            return set()
    return {place for first, last in runs for place in range(found[first][1], found[last][2])}
