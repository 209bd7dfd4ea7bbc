"""Words of the program's own among the values of a sentence, which the window says in its language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class Word(str):
    """A value that is a word of the program's, such as `documents`, and no name: the window has its own for it."""

    __slots__ = ()


class ListedWords(tuple[Word, ...]):
    """Several words of the program's, as a sentence lists them."""

    __slots__ = ()

    def __new__(cls, words: Iterable[str]) -> Self:
        """Take these as words of the program's."""
        return super().__new__(cls, map(Word, words))

    def __str__(self) -> str:
        return ", ".join(self)
