"""Opening a project of 100 documents, and a matrix over 25,000 codings."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert

from coding import codebook
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import documents
from corpus.drafts import Draft, DraftPassage
from corpus.model import Coding
from corpus.store.project import Project

DOCUMENTS, PASSAGES, WORDS, CODES, CODINGS = 100, 80, 100, 100, 25_000
VOCABULARY = "client parcours magasin vendeur site livraison colis accueil rayon caisse service retour".split()
OPEN = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
from coding import codebook
from corpus import documents
from corpus.store.project import Project
project = Project.open(Path(sys.argv[1]))
listed = documents.listed(project)
codebook.listed(project)
documents.text(project, listed[0].key)
print((time.perf_counter() - begun) * 1000)
"""
WINDOW = """
import os, sys, time
from pathlib import Path
from app.shell.starting import application
qt = application()
from app.hub import Hub
from app.shell.main_window import Window
from app.settings import Settings
window = Window(Hub(Settings()))
window.resize(1440, 900)
window.begin(None)
window.show()
qt.processEvents()
while len(sys.argv) > 2 and (window.hub.jobs.busy or "coding.codebook" not in sys.modules):
    qt.processEvents()
begun = time.perf_counter()
window.hub.open(Path(sys.argv[1]))
qt.processEvents()
window.grab()
print((time.perf_counter() - begun) * 1000, flush=True)
os._exit(0)
"""


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.verbatim"
        with Project.create(path) as project:
            spans = _fill(project)
            times = _times(lambda: matrices.build(Moment.of(project), "documents", "codes"), 7)
            words = _times(lambda: matrices.build(Moment.of(project), "documents", "codes", "words"), 3)
            loops = _times(lambda: _by_loops(project, spans), 3)
        return [
            ("project of 100 documents opened from the Welcome page", "ms", _opened(path, WINDOW, "warm"), ""),
            ("baseline: the same below the window, imports included", "ms", _opened(path, OPEN), ""),
            ("project of 100 documents opened at the very start", "ms", _opened(path, WINDOW), "imports included"),
            ("matrix documents × codes, 25,000 codings", "ms", times, ""),
            ("baseline: the same count by plain loops, once read", "ms", loops, ""),
            ("the same matrix in words", "ms", words, "800,000 words"),
        ]


def _fill(project: Project) -> list[tuple[int, int, int, int]]:
    chance = random.Random(1)
    documents.add(project, [_draft(chance, n) for n in range(DOCUMENTS)])
    with project.change("Add codes"):
        codes = [codebook.add(project, f"code {n}") for n in range(CODES)]
    spans = []
    for _ in range(CODINGS):
        start = chance.randrange(PASSAGES * WORDS * 6)
        spans.append((chance.randint(1, DOCUMENTS), start, start + chance.choice([50, 200, 900]), chance.choice(codes)))
    with project.change("Apply codes") as session:
        coder = project.coder_key(session)
        rows = [{"document_id": d, "start": s, "end": e, "code_id": c, "coder_id": coder} for d, s, e, c in spans]
        session.execute(insert(Coding), rows)
    return spans


def _draft(chance: random.Random, number: int) -> Draft:
    text, passages = "", []
    for _ in range(PASSAGES):
        start = len(text)
        text += " ".join(chance.choice(VOCABULARY) for _ in range(WORDS))
        passages.append(DraftPassage("paragraph", start, len(text)))
        text += "\n"
    return Draft(
        path=Path(f"{number}.txt"),
        name=f"Interview {number}",
        text=text,
        original=f"{number} {text}".encode(),
        media_type="text/plain",
        importer="plain",
        language="fr",
        passages=tuple(passages),
    )


def _by_loops(project: Project, spans: list[tuple[int, int, int, int]]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], set[int]] = {}
    by_document: dict[int, tuple[list[int], list[int]]] = {}
    for passage in documents.passages(project):
        starts, ends = by_document.setdefault(passage.document, ([], []))
        starts.append(passage.start)
        ends.append(passage.end)
    for document, start, end, code in spans:
        starts, ends = by_document[document]
        found.setdefault((document, code), set()).update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return {pair: len(passages) for pair, passages in found.items()}


def _opened(path: Path, script: str, *more: str) -> float:
    def once() -> float:
        with tempfile.TemporaryDirectory() as home:
            folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "CACHE", "DATA")}
            environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-c", script, str(path), *more]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        return float(done.stdout.split()[-1])

    return statistics.median(once() for _ in range(5))


def _times(act: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


if __name__ == "__main__":
    for row in run():
        print(row)
