"""Names beside marks: each where it covers least of other names, of marks and of lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coding.figures.letters import evened, width
from coding.figures.paper import EDGE, LINE, SIZE, Paper

Box = tuple[float, float, float, float]
_ROOM = 34.0  # mm of a name
_SLIGHT = 0.4  # mm² that a name may cover


class Placing:
    """Marks of a paper by their middles and radiuses in mm, and names that are written beside them.

    `along` are points of lines that a name crosses unwillingly, `high` is where the drawing ends.
    """

    def __init__(
        self,
        paper: Paper,
        places: NDArray[np.float64],
        radius: NDArray[np.float64],
        high: float,
        along: Sequence[tuple[float, float]] = (),
        room: float = _ROOM,
    ) -> None:
        self.paper, self.places, self.radius, self.high, self.along = paper, places, radius, high, along
        self.room = room
        self._taken = np.hstack([places - radius[:, None], places + radius[:, None]])  # (n, 4), as boxes

    def write(self, names: Sequence[str], order: Sequence[int], *, all: bool = True) -> list[int]:
        """Write names in an order, and return which were left out for want of room, where not `all` have to be."""
        left = []
        for n in order:
            parts = evened(names[n], self.room, SIZE)
            size = max(width(part, SIZE) for part in parts), len(parts) * LINE
            x, y = min(self._around(n, size), key=lambda at: self._covered(at, size))
            if not all and self.over(_box((x, y), size)) > _SLIGHT:
                left.append(n)
                continue
            self.take(_box((x, y), size))
            self.paper.label(x, y, names[n], self.room, lines=2, across="center", halo=True)
        return left

    def _around(self, n: int, size: tuple[float, float]) -> list[tuple[float, float]]:
        (x, y), r = self.places[n], self.radius[n] + 0.7
        wide, high = size[0] / 2, size[1] / 2
        return [
            (x, y + r + high),
            (x, y - r - high),
            (x + r + wide, y),
            (x - r - wide, y),
            (x + r * 0.7 + wide, y + r + high),
            (x - r * 0.7 - wide, y + r + high),
            (x + r * 0.7 + wide, y - r - high),
            (x - r * 0.7 - wide, y - r - high),
        ]

    def _covered(self, at: tuple[float, float], size: tuple[float, float]) -> float:
        box = _box(at, size)
        crossed = sum(box[0] < px < box[2] and box[1] < py < box[3] for px, py in self.along)
        outside = max(0.0, EDGE - box[0], box[2] - self.paper.width + EDGE, EDGE - box[1], box[3] - self.high)
        return float(self.over(box) + crossed + 100 * outside)

    def take(self, box: Box) -> None:
        """Note that a box is written on."""
        self._taken = np.vstack([self._taken, box])

    def over(self, box: Box) -> float:
        """Return how many mm² of names and marks a box covers."""
        low, high = np.maximum(self._taken[:, :2], box[:2]), np.minimum(self._taken[:, 2:], box[2:])
        return float(np.maximum(high - low, 0.0).prod(axis=1).sum())


def _box(at: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (w, h) = at, size
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2
