"""Search at eight million words beside SQLite FTS5, tantivy, stock Whoosh and a plain scan, in one run.

All figures are medians of CPU time in one process, for all hits of a question as keys; passages are paragraphs.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from corpus.search import find
from corpus.search.index import SearchIndex
from corpus.search.kwic import contexts
from corpus.search.nodes import Among, And
from corpus.search.postings import PassageText
from corpus.search.query import Node, parse
from tests.bench import search_project, search_rivals
from tests.bench.search_texts import KINDS, Asked, Figure, figures, passages, questions, taken

Row = tuple[str, str, float, str]
Answers = dict[str, Figure]
GOALS = {"term": 0.2, "phrase": 10, "prefix": 5, "infix": 20, "boolean": 1, "near": 2}
RESIDENT = """
import sys, resource, numpy
from pathlib import Path
from corpus.search import find
from corpus.search.index import SearchIndex
from corpus.search.query import parse
held = lambda: int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
before = held()
index = SearchIndex.open(Path(sys.argv[1]), "bench")
for query in sys.argv[2:]:
    find.keys(index, parse(query))
print(held() - before)
"""


def measured(folder: Path) -> tuple[list[Row], dict[str, Answers]]:
    """Return rows of name, unit, figure and note, and what each engine takes for each kind of question."""
    every = list(passages())
    index = SearchIndex.open(folder / "index", "bench")
    begun = time.process_time()
    index.update(every, change="built")
    spent = time.process_time() - begun
    words = sum(part.count for part, _ in index.view().parts)
    size = sum(path.stat().st_size for path in (folder / "index").iterdir())
    asked = questions(index)
    ours = figures(asked, lambda one: partial(find.keys, index, parse(one.ours)))
    rows: list[Row] = [
        ("words indexed", "M/s", words / spent / 1e6, f"{words:,} words, {len(every):,} passages; goal 0.8"),
        ("index", "bytes a word", size / words, "goal 9"),
    ]
    rows += _filtered(index, every, asked, ours)
    rows += _shown(index, every, asked)
    if sys.platform == "linux":
        rows.append(("memory over the empty program", "MB", _resident(index.folder, asked), "goal 300"))
    engines = {"Verbatim": ours, "FTS5": search_rivals.fts5(every, asked)}
    engines["tantivy"] = search_rivals.tantivy(every, asked)
    engines["Whoosh, 1 M words"], rate = search_rivals.stock_whoosh(every, asked)
    engines["scan"] = search_rivals.scan(every, asked)
    rows.append(("stock Whoosh, words indexed", "M/s", rate / 1e6, "the first million words"))
    for name in ("FTS5", "tantivy"):
        if engines[name]:
            ratio = statistics.geometric_mean([engines[name][kind].ms / ours[kind].ms for kind in KINDS])
            rows.append((f"times faster than {name}", "", ratio, "geometric mean over the kinds of question"))
    rows += _edited(index, every)
    return rows, {name: answers for name, answers in engines.items() if answers}


def _filtered(index: SearchIndex, every: Sequence[PassageText], asked: Sequence[Asked], ours: Answers) -> Iterator[Row]:
    half = Among(np.array([one.key for one in every if one.key % 2], np.int64))
    kept = figures(asked, lambda one: partial(find.keys, index, And((parse(one.ours), half))))
    more = [kept[kind].ms - ours[kind].ms for kind in KINDS]
    yield "half of the passages as a filter, more", "ms", max(more), "of the kind that it slows most; goal 5"


def _shown(index: SearchIndex, every: Sequence[PassageText], asked: Sequence[Asked]) -> Iterator[Row]:
    by_key = {one.key: one for one in every}

    def page(node: Node) -> object:
        hits = find.search(index, node, lambda keys: [by_key[key] for key in keys], limit=50).hits
        return [line for hit in hits for line in contexts(hit)][:50]

    spent = [taken(partial(page, parse(one.ours))) for one in asked]
    yield "first 50 contexts", "ms", statistics.median(spent), f"slowest {max(spent):.3g}; goal 30"


def _edited(index: SearchIndex, every: Sequence[PassageText]) -> Iterator[Row]:
    spent = []
    for turn in range(9):
        one = every[turn * 1000]
        begun = time.process_time()
        index.update([replace(one, text=f"{one.text} zyxwv")], change=str(turn))
        find.keys(index, parse("zyxwv"))
        spent.append(1000 * (time.process_time() - begun))
    yield "edit a passage and find it", "ms", statistics.median(spent), "goal 20"


def _resident(folder: Path, asked: Sequence[Asked]) -> float:
    """Return what a fresh process holds more, in MB, once it has answered every question."""
    command = [sys.executable, "-c", RESIDENT, str(folder), *(one.ours for one in asked)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure and print two Markdown tables."""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory() as folder:
        rows, engines = measured(Path(folder))
        asked = questions(SearchIndex.open(Path(folder) / "index", "bench"))
        rows += search_project.measured(Path(folder), asked)
    print("| what | | figure | |\n| --- | --- | --- | --- |")
    for name, unit, figure, note in rows:
        print(f"| {name} | {unit} | {figure:.3g} | {note} |")
    print("\n| ms; passages found | goal |", " | ".join(engines), "|\n|", " --- |" * (len(engines) + 2))
    for kind in KINDS:
        cells = [str(one[kind]) if kind in one else "" for one in engines.values()]
        print(f"| {kind} | {GOALS[kind]} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
