"""The learning curve: how good suggestions are with fewer examples, and so what more of them would bring."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from coding.suggest import examples
from coding.suggest.evaluate import Figures, left_out, only_in
from coding.suggest.examples import Labels
from coding.suggest.suggester import check_framework
from coding.suggest.texts import CodeDescription, TurnTexts, described, read
from corpus.progress import Progress, silent
from corpus.store.project import Project

SHARES = (0.25, 0.5, 0.75, 1.0)
MORE = 10


@dataclass(frozen=True, slots=True)
class Point:
    """Quality on whole documents left out, learned from `examples` coded turns, `per_code` on average."""

    examples: int
    per_code: float
    figures: Figures


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Quality with a quarter, half, three quarters and all of the examples.

    `ten_more` is by how much hit@3 would rise with ten more examples a code, as far as the curve goes on as it does;
    None where it says nothing.
    """

    points: tuple[Point, ...]
    ten_more: float | None
    seed: int

    def as_json(self) -> dict[str, Any]:
        """Return the figures under the names the command line prints."""
        return {
            "points": [{"examples": p.examples, "per_code": p.per_code, **asdict(p.figures)} for p in self.points],
            "ten_more": self.ten_more,
            "seed": self.seed,
        }


def learning_curve(
    project: Project,
    *,
    framework: str | None = None,
    seed: int = 0,
    texts: TurnTexts | None = None,
    whole: Figures | None = None,
    among: Collection[int] | None = None,
    progress: Progress = silent,
) -> LearningCurve:
    """Learn from growing shares of the codings, and measure each on the very same documents left out: all, or `among`.

    `whole`, figures of an evaluation of the same codings and documents with the same `seed`, spares measuring the last.
    """
    if framework is not None:
        check_framework(project, framework)
    every = described(project)
    texts = texts or read(project, every, progress)
    codes = {code.key: code for code in every if code.framework == framework}
    found = examples.labels(project, texts, codes, second_cycle=framework is not None)
    points = []
    for at, share in enumerate(SHARES if only_in(among, texts, found.measured()).codes else ()):
        part = partial(_part, progress, at)
        points.append(point(project, texts, found, codes, share, seed=seed, whole=whole, among=among, progress=part))
    progress(1, 1, "")
    return LearningCurve(tuple(points), ten_more(points), seed)


def _part(progress: Progress, at: int, done: int, total: int, _doing: str = "") -> None:
    progress(at * max(total, 1) + done, len(SHARES) * max(total, 1), "Learning from fewer examples")


def point(
    project: Project,
    texts: TurnTexts,
    found: Labels,
    codes: Mapping[int, CodeDescription],
    share: float,
    *,
    seed: int = 0,
    whole: Figures | None = None,
    among: Collection[int] | None = None,
    progress: Progress = silent,
) -> Point:
    """Measure what is learned from a share of the coded turns; with all of them, take `whole` where it is given.

    With `among`, only these documents are left out in turn; what is learned from is a share of the whole study.
    """
    learned = thinned(texts, found, share, seed)
    figures = whole if share == 1 else None
    if figures is None:
        measured = only_in(among, texts, found.measured())
        figures = left_out(project, texts, measured, learned, codes, seed=seed, progress=progress).figures
    counted = len({code for given in found.codes.values() for code in given})
    return Point(len(learned.codes), sum(map(len, learned.codes.values())) / counted, figures)


def thinned(texts: TurnTexts, found: Labels, share: float, seed: int = 0) -> Labels:
    """Return labels with a share of the coded turns, of each document alike; a smaller share is part of a larger one.

    A turn left out is still known to be coded, so it teaches nothing about what is passed over.
    """
    kept: dict[int, set[int]] = {}
    for document in texts.documents:
        coded = [place for place in texts.of_document(document) if place in found.codes]
        coded.sort(key=lambda place: hashlib.sha256(f"{seed}/{document}/{texts.turns[place].start}".encode()).digest())
        kept |= {place: found.codes[place] for place in coded[: max(1, round(share * len(coded)))]}
    return replace(found, codes=kept)


def ten_more(points: Sequence[Point]) -> float | None:
    """Return the rise of hit@3 that ten more examples a code would bring, by least squares on their logarithm."""
    known = [point for point in points if point.per_code > 0]
    if len(known) < 3:
        return None
    amounts = np.log([point.per_code for point in known])
    if np.ptp(amounts) <= 0:
        return None
    slope, start = np.polyfit(amounts, [point.figures.hit_at_3 for point in known], 1)
    now, then = (start + slope * np.log(known[-1].per_code + more) for more in (0, MORE))
    room = 1 - known[-1].figures.hit_at_3
    return float(np.clip(then - now, 0.0, room))
