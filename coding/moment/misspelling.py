"""Names that a word may be with one letter wrong: another one, one more or less, or two that changed places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST = 6  # letters of a name that is known with one of them wrong
EDGE = 3  # letters at an end of it, of which one end at least is as it was


class Misspellings:
    """Names by their halves: one wrong letter leaves the other half as it was, unless two changed places between."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if len(name) >= _SHORTEST and name.isalpha()}
        self._begin, self._end = {name[:EDGE] for name in self._names}, {name[-EDGE:] for name in self._names}
        self._heads, self._tails = dict[int, dict[str, list[str]]](), dict[int, dict[str, list[str]]]()
        for name in self._names:
            half = len(name) // 2
            self._heads.setdefault(len(name), {}).setdefault(name[:half], []).append(name)
            self._tails.setdefault(len(name), {}).setdefault(name[half:], []).append(name)

    def of(self, word: str) -> list[str]:
        """Return the names that differ from a word in one letter, the word itself among them, in their order."""
        size = len(word)
        if size < _SHORTEST - 1:
            return []
        if size != _SHORTEST and word[:EDGE] not in self._begin and word[-EDGE:] not in self._end:
            return []
        near = {name for name in self._alike(word, size) if one_apart(word, name)}
        return sorted(near) if near else []

    def _alike(self, word: str, size: int) -> Iterator[str]:
        for length in (size - 1, size, size + 1):
            half = length // 2
            if heads := self._heads.get(length):
                yield from heads.get(word[:half], ())
                yield from self._tails[length].get(word[half - length :], ())
        half = size // 2
        swapped = f"{word[: half - 1]}{word[half]}{word[half - 1]}{word[half + 1 :]}"
        if swapped in self._names:
            yield swapped


def one_apart(one: str, other: str) -> bool:
    """Say whether two words differ in one letter at most."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
