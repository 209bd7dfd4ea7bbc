"""The heights of thousands of blocks: where one starts and which lies at a given y, without walking over them all."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A Fenwick tree of whole pixels (Fenwick 1994): every question and every change takes log n steps."""

    __slots__ = ("_each", "_step", "_tree", "total")

    def __init__(self, heights: Iterable[int]) -> None:
        self._each = list(heights)
        self._tree = tree = [0, *self._each]
        size = len(tree)
        for i in range(1, size):
            parent = i + (i & -i)
            if parent < size:
                tree[parent] += tree[i]
        self._step = 1 << (size - 1).bit_length() if size > 1 else 0
        self.total = sum(self._each)

    def __len__(self) -> int:
        return len(self._each)

    def __getitem__(self, index: int) -> int:
        return self._each[index]

    def __setitem__(self, index: int, height: int) -> None:
        change = height - self._each[index]
        if not change:
            return
        self._each[index] = height
        self.total += change
        i, tree = index + 1, self._tree
        while i < len(tree):
            tree[i] += change
            i += i & -i

    def top(self, index: int) -> int:
        """Give the y at which block `index` starts; `len(self)` gives the end of the last."""
        y, tree = 0, self._tree
        while index:
            y += tree[index]
            index &= index - 1
        return y

    def at(self, y: int) -> int:
        """Give the block in which `y` lies: the first for what is above, the last for what is below."""
        index, rest, step, tree = 0, max(y, 0), self._step, self._tree
        while step:
            ahead = index + step
            if ahead < len(tree) and tree[ahead] <= rest:
                index, rest = ahead, rest - tree[ahead]
            step >>= 1
        return max(0, min(index, len(self._each) - 1))
