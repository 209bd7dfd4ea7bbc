"""The same novels as a project: filters by capability, what is coded found by its code, a page of hits, the build."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.search import fields
from coding.search.listings import listing
from coding.search.other_words import OtherWords
from coding.search.searches import Search
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage
from corpus.search import find
from corpus.search.index import SearchIndex
from corpus.search.query import Node, parse
from corpus.store.project import Project
from tests.bench.search_texts import Asked, novels, paragraphs, taken

Row = tuple[str, str, float, str]
CODES, CODINGS = 60, 10_000
CAPABILITY = "omni-channel"
BUILD = """
import re, sys
from pathlib import Path
from corpus.store.project import Project
from corpus.search import find
from corpus.search.index import SearchIndex
most = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024 / 1e6
with Project.open(Path(sys.argv[1])) as project:
    before = most()
    SearchIndex.of(project, Path(sys.argv[2])).catch_up(project)
    print(most() - before)
"""


def measured(folder: Path, asked: list[Asked]) -> Iterator[Row]:
    """Yield name, unit, figure and note."""
    path = folder / "novels.verbatim"
    with Project.create(path) as project:
        spans = _filled(project)
    if sys.platform == "linux":
        command = [sys.executable, "-c", BUILD, str(path), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        yield "most memory while a project's index is built", "MB", float(done.stdout), "goal 1000"
    with Project.open(path) as project:
        index = SearchIndex.of(project, folder)
        index.catch_up(project)
        yield from _filtered(project, index, Moment.of(project), asked)
        yield from _coded(project, index, spans)
        yield from _page(project, index, asked)


def _filled(project: Project) -> list[tuple[int, int, int]]:
    """Import the novels, and put codes of which each bears on one capability on ten thousand spans."""
    chance, spans = random.Random(1), list[tuple[int, int, int]]()
    for number, text in enumerate(novels(), 1):
        cut = [DraftPassage("paragraph", start, end) for start, end in paragraphs(text)]
        draft = Draft(
            path=Path(f"{number}.txt"),
            name=f"Novel {number}",
            text=text,
            original=text.encode(),
            media_type="text/plain",
            importer="plain",
            language="fr",
            passages=tuple(cut),
        )
        documents.add(project, [draft])
        starts = (chance.randrange(len(text) - 900) for _ in range(CODINGS // 100))
        spans += [(number, start, start + chance.choice([50, 200, 900])) for start in starts]
    frameworks.add(project, "channel-strategies")
    theory = [code.key for code in codebook.listed(project) if code.framework]
    with project.change("Add codes"):
        codes = [codebook.add(project, f"code {n}") for n in range(CODES)]
        for at, code in enumerate(codes):
            links.link(project, code, theory[at % len(theory)])
    chosen = [
        (codes[at % CODES], anchors.words(document, start, end)) for at, (document, start, end) in enumerate(spans)
    ]
    codings.apply_many(project, chosen)
    return spans


def _filtered(project: Project, index: SearchIndex, moment: Moment, asked: list[Asked]) -> Iterator[Row]:
    """Measure what a capability adds to each question: with the codings as the window keeps them, and read anew."""
    kept, anew, grown = list[float](), list[float](), list[float]()
    before = moment
    just_now = codebook.add(project, "just now")
    moment = before.now()
    for known in (before, moment):
        len(known.item_passages)
    codings.apply(project, just_now, anchors.words(1, 0, 9))
    for one in asked:
        plain = taken(partial(find.keys, index, parse(one.ours)))
        node = parse(f"({one.ours}) AND capability:{CAPABILITY}")
        kept.append(taken(partial(_within, index, node, lambda: moment)) - plain)
        anew.append(taken(partial(_within, index, node, moment.now), 3) - plain)
        grown.append(taken(partial(_within, index, node, before.now), 3) - plain)
    yield "capability as a filter, more", "ms", statistics.median(kept), f"slowest {max(kept):.3g}; goal 5"
    yield "the same where codings have just changed", "ms", statistics.median(anew), f"of {CODINGS:,} codings; goal 5"
    yield "and where a code has come, too", "ms", statistics.median(grown), ""


def _within(index: SearchIndex, node: Node, read: Callable[[], Moment]) -> Sequence[int]:
    return find.keys(index, fields.resolved(node, read))


def _coded(project: Project, index: SearchIndex, spans: list[tuple[int, int, int]]) -> Iterator[Row]:
    """Measure finding by its code what has just been coded; the index does nothing but note the change."""
    code = codebook.add(project, "fresh")
    index.catch_up(project)
    before = {path.name for path in index.folder.iterdir()}
    spent = []
    for document, start, end in spans[:: len(spans) // 9]:
        codings.apply(project, code, anchors.words(document, start + 1, end))
        begun = time.process_time()
        index.catch_up(project)
        spent.append(1000 * (time.process_time() - begun))
    assert {path.name for path in index.folder.iterdir()} == before
    yield "the index after a coding", "ms", statistics.median(spent), "no word is read"


def _page(project: Project, index: SearchIndex, asked: list[Asked]) -> Iterator[Row]:
    """Measure the window's own way from a question to its facets, counts and first twenty rows with their marks."""
    moment = Moment.of(project)
    other = OtherWords(moment)

    def shown(search: Search) -> object:
        found = listing(search, moment, index, other=other)
        return [found.row(number) for number in range(min(20, len(found)))]

    spent = [taken(partial(shown, Search(query=one.ours)), 3) for one in asked]
    yield "facets, counts and first rows of the page", "ms", statistics.median(spent), f"slowest {max(spent):.3g}"
