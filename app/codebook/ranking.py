"""Which codes are meant by what is typed: those that hold every word of it, ranked; names that are near, apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.words import folded

if TYPE_CHECKING:
    from coding.codebook import CodeInfo

_NEAR = 0.45  # share of letter pairs two names have in common (Dice 1945)
_WORD = re.compile(r"[^\W_]+")
_PIECE = 4  # letters from within a word that name it
_ENOUGH = 6  # matches that make near names needless


@dataclass(frozen=True, slots=True)
class Match:
    """A code that may be meant; `near` when its name is only like what was typed.

    `alias` is the other name by which it was found.
    """

    key: int
    near: bool = False
    alias: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    key: int
    names: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]  # folded, and as written
    path: str
    all: str
    words: str  # each behind a space, so that one look finds what begins with some letters, however long the name
    words_of_path: str
    pairs: frozenset[str]


class Ranking:
    """Codes prepared once to be asked for at every key."""

    def __init__(self, codes: Sequence[CodeInfo]) -> None:
        self._entries = [_entry(code.key, code.name, code.path, code.code_key, code.aliases) for code in codes]
        self._at_path: dict[str, int] = {}
        self._named: dict[str, int] = {}
        for entry in self._entries:
            for name in (*entry.names, entry.path):
                self._named.setdefault(name, entry.key)
        for code, entry in zip(codes, self._entries):
            if code.framework is None:
                self._at_path.setdefault(entry.path, code.key)

    def ranked(self, text: str, recent: Sequence[int] = (), *, limit: int = 60, near: bool = True) -> list[Match]:
        """Give the codes that may be meant, the likeliest first; for no text the recent ones, then all in order.

        Names that are only `near` come behind all others.
        """
        wanted = folded(_tidy(text))
        used = {key: number for number, key in enumerate(recent)}
        tokens = _WORD.findall(wanted) or wanted.replace("/", " ").split()
        longest = max(tokens, key=len, default="")  # few hold it: the others need no closer look
        begun = [f" {token}" for token in tokens]
        found = [
            (rank, used.get(entry.key, len(used)), number, entry)
            for number, entry in enumerate(self._entries)
            if longest in entry.all and (rank := _rank(entry, wanted, tokens, begun)) is not None
        ]
        found.sort(key=lambda one: one[:3])
        matches = [Match(entry.key, alias=_found_by(entry, tokens)) for *_, entry in found[:limit]]
        if near and wanted and len(matches) < _ENOUGH:
            matches += self._near(wanted, tokens, {match.key for match in matches})
        return matches

    def _near(self, wanted: str, tokens: list[str], but: set[int]) -> list[Match]:
        """Give the names that look like what was typed, or hold half of its words, or all of them within theirs."""
        pairs = _pairs(wanted.rpartition("/")[2])
        alike = []
        for number, entry in enumerate(self._entries):
            shared = 2 * len(pairs & entry.pairs)
            if entry.key not in but and (
                shared >= _NEAR * (len(pairs) + len(entry.pairs)) > 0 or _holds_half(entry, tokens)
            ):
                alike.append((-_likeness(pairs, entry.pairs), number, entry.key))
        return [Match(key, near=True) for _, _, key in sorted(alike)[:_ENOUGH]]

    def at_path(self, text: str) -> int | None:
        """Give the code of the first cycle that stands at exactly this path, case and accents aside."""
        return self._at_path.get(folded(_tidy(text)))

    def named(self, text: str) -> int | None:
        """Give a code that is called exactly this, case and accents aside."""
        return self._named.get(folded(_tidy(text)))


def _tidy(text: str) -> str:
    return "/".join(" ".join(part.split()) for part in text.strip().strip("/").split("/"))


@lru_cache(maxsize=16_384)
def _entry(key: int, name: str, path: str, code_key: str | None, others: tuple[str, ...]) -> _Entry:
    name, path, aliases = folded(name), folded(path), tuple((folded(other), other) for other in others)
    names = (name, *((folded(code_key),) if code_key else ()), *(alias for alias, _ in aliases))
    words = "".join(f" {word}" for each in names for word in _WORD.findall(each))
    of_path = words + "".join(f" {word}" for word in _WORD.findall(path))
    return _Entry(key, names, aliases, path, " ".join((*names, path)), words, of_path, _pairs(name))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def _holds_half(entry: _Entry, tokens: list[str]) -> bool:
    every = entry.all
    within = [token for token in tokens if token in every]
    if not within:
        return not tokens
    return len(within) == len(tokens) or 2 * sum(len(token) > 2 for token in within) >= len(tokens)


def _found_by(entry: _Entry, tokens: list[str]) -> str:
    """Give the other name that holds what was typed, where the code's own name and path do not."""
    own = f"{entry.names[0]} {entry.path}"
    if not entry.aliases or all(token in own for token in tokens):
        return ""
    return next((written for alias, written in entry.aliases if all(token in alias for token in tokens)), "")


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _rank(entry: _Entry, wanted: str, tokens: list[str], begun: list[str]) -> int | None:
    """Tell how well a code is met, 0 the best; None where one of the words typed is none of its own.

    A word is typed from its beginning, as `begun` has it; a longer piece is enough from within.
    """
    if not wanted or wanted == entry.path or (wanted in entry.names and wanted not in dict(entry.aliases)):
        return 0
    every = entry.all
    for token in tokens:
        if token not in every:
            return None
    for name in entry.names:
        if name.startswith(wanted):
            return 1
    for rank, words in ((2, entry.words), (3, entry.words_of_path)):
        for start in begun:
            if start not in words:
                break
        else:
            return rank
    pieces = (token for token, start in zip(tokens, begun) if start not in entry.words_of_path)
    return 4 if all(len(piece) >= _PIECE or not _WORD.search(piece) for piece in pieces) else None
