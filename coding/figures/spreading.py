"""Where the knots of a network stand: those that are tied are near each other, and none lies on another.

Distances along ties are kept as well as a plane allows, by majorizing stress (Gansner, Koren and North 2005), from a
first layout by eigenvectors: nothing is left to chance, so that the same study gives the same figure.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
Box = tuple[float, float, float, float]
_ROUNDS = 200


def spread_out(weights: NDArray[np.int64], box: Box) -> Places:
    """Return a place, x and y, for each row of a symmetric matrix of ties, spread over a box."""
    wanted = distances(weights)
    places = _first(wanted)
    pull = wanted**-2.0
    np.fill_diagonal(pull, 0.0)
    laplace = np.diag(pull.sum(axis=1)) - pull
    inverse = np.linalg.pinv(laplace)
    for _ in range(_ROUNDS):
        apart_now = np.linalg.norm(places[:, None] - places[None], axis=2)
        np.fill_diagonal(apart_now, 1.0)
        ratio = -pull * wanted / np.maximum(apart_now, 1e-9)
        np.fill_diagonal(ratio, 0.0)
        np.fill_diagonal(ratio, -ratio.sum(axis=1))
        places = inverse @ (ratio @ places)
    return _filled(_turned(places), box)


def distances(weights: NDArray[np.int64]) -> Places:
    """Return how far apart two rows should be: along ties, of which strong ones are short; far where none lead."""
    size = len(weights)
    found = np.where(weights > 0, 2.0 - weights / max(weights.max(), 1), np.inf)
    np.fill_diagonal(found, 0.0)
    for n in range(size):
        found = np.minimum(found, found[:, [n]] + found[[n]])
    known = found[np.isfinite(found)]
    found[~np.isfinite(found)] = known.max() + 1.0
    np.fill_diagonal(found, 1.0)
    return np.asarray(found, float)


def _first(wanted: Places) -> Places:
    """Return the plane in which distances are largest."""
    squared = wanted**2
    np.fill_diagonal(squared, 0.0)
    middle = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-middle / 2)
    places = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-6)) if len(wanted) > 1 else np.zeros((1, 2))
    signs = np.sign(places[np.abs(places).argmax(axis=0), [0, 1]])
    around = np.linspace(0, 2 * np.pi, len(wanted), endpoint=False)
    # A little of a circle, so that those that are alike in every distance don't lie on each other.
    return np.asarray(
        places * np.where(signs == 0, 1, signs) + 0.05 * np.stack([np.cos(around), np.sin(around)], axis=1)
    )


def _turned(places: Places) -> Places:
    """Return places turned so that they are widest from left to right."""
    centred = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, ::-1]
    signs = np.sign(turned[np.abs(turned).argmax(axis=0), [0, 1]])
    return np.asarray(turned * np.where(signs == 0, 1, signs))


def _filled(places: Places, box: Box) -> Places:
    """Return places stretched over a box."""
    low, high = places.min(axis=0), places.max(axis=0)
    room = np.array([box[2] - box[0], box[3] - box[1]])
    share = np.divide(places - low, high - low, out=np.full_like(places, 0.5), where=high - low > 1e-6)
    return np.asarray(np.array(box[:2]) + share * room)


def apart(places: Places, radius: NDArray[np.float64], box: Box) -> Places:
    """Return places moved so that circles of these radiuses, with their names, lie beside each other in a box."""
    places = places.copy()
    least = radius[:, None] + radius[None]
    for _ in range(120):
        gap = places[:, None] - places[None]
        distance = np.linalg.norm(gap, axis=2)
        np.fill_diagonal(distance, np.inf)
        push = np.maximum(least - distance, 0.0) / 2
        if not push.any():
            break
        away = gap / np.maximum(distance, 1e-6)[:, :, None]
        places += (away * push[:, :, None]).sum(axis=1) * 0.5
        places = np.clip(places, box[:2], box[2:])
    return places
