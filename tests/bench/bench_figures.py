"""Figures of a large study: 25,000 codings with 200 codes in 50 documents, each drawn and written as SVG."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from coding import codebook, figures, links
from coding.codebook import frameworks
from coding.figures import saving
from coding.moment.moment import Moment
from corpus.people import participants
from corpus.store.project import Project
from tests.bench.bench_agreement import DOCUMENTS, fill

_ROUNDS = 3


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note: the slowest figure, and each of them."""
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "bench.verbatim") as project:
        fill(project)
        _people(project)
        moment = Moment.of(project)
        figures.draw(moment, "frequencies")  # matplotlib is imported once
        found = {name: statistics.median(_drawn(moment, name) for _ in range(_ROUNDS)) for name in figures.FIGURES}
    slowest = max(found, key=lambda name: found[name])
    return [
        ("the slowest figure, 25,000 codings × 200 codes, drawn and written (CPU)", "ms", found[slowest], slowest),
        *((f"figure {name} (CPU)", "ms", took, "") for name, took in found.items() if name != slowest),
    ]


def _people(project: Project) -> None:
    """Say who speaks, and link codes to concepts."""
    with project.change("Add people"):
        for n in range(DOCUMENTS):
            participants.add(project, f"Person {n}", documents=[n + 1], attributes={"sector": f"S{n % 4}"})
        codes = [one.key for one in codebook.listed(project)]
        for n, code in enumerate(codes):  # ten to a theme
            if n % 10:
                codebook.move(project, code, codes[n - n % 10])
        frameworks.add(project, "meco-2019")
        theory = [one.key for one in codebook.listed(project) if one.framework]
        own = [one.key for one in codebook.listed(project) if not one.framework]
        for n, key in enumerate(own):
            links.link(project, key, theory[n % len(theory)])
        _themes(project, own)


def _themes(project: Project, own: list[int]) -> None:
    dimensions = [codebook.add(project, f"dimension {n}") for n in range(4)]
    for n in range(20):
        codebook.move_many(project, own[n::20], codebook.add(project, f"theme {n}", parent=dimensions[n % 4]))


def _drawn(moment: Moment, name: str) -> float:
    begun = time.thread_time()
    saving.body(figures.draw(moment.viewed(masking=False), name), ".svg")
    return 1000 * (time.thread_time() - begun)
