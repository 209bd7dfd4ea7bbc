"""Search at eight million words beside SQLite FTS5, a regex scan, stock Whoosh and, where it is installed, tantivy.

All figures are medians of CPU time in one process, all hits of a query as keys; passages are paragraphs.
"""

from __future__ import annotations

import importlib.util
import io
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from corpus.search import find
from corpus.search.index import SearchIndex
from corpus.search.kwic import contexts
from corpus.search.nodes import Among, And
from corpus.search.postings import PassageText
from corpus.search.query import parse

Row = tuple[str, str, float, str]
DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "scale" / "eltec_fra_100.tar.xz"
GOALS = {"term": 0.2, "phrase": 10, "prefix": 5, "infix": 20, "boolean": 1, "near": 2}
STOCK_WORDS = 1_000_000


class Asked(NamedTuple):
    """One question in our language, in that of FTS5, and as an expression, where they can ask it."""

    kind: str
    ours: str
    fts: str | None
    expression: str | None


def passages(most_words: int | None = None) -> Iterator[PassageText]:
    """Yield paragraphs of a hundred novels, or, where they are not there, generated ones."""
    count, key = 0, 0
    for document, text in enumerate(_novels() if DATA.exists() else _generated(), 1):
        at = 0
        for paragraph in text.split("\n"):
            if paragraph.strip():
                key += 1
                count += paragraph.count(" ") + 1
                yield PassageText(key, document, at, paragraph, "fr")
            at += len(paragraph) + 1
            if most_words is not None and count > most_words:
                return


def _novels() -> Iterator[str]:
    with tarfile.open(DATA) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".txt"):
                yield io.TextIOWrapper(file, "utf-8").read()


def _generated(documents: int = 100, words: int = 80_000) -> Iterator[str]:
    """Yield texts of made-up words as frequent as words are (Zipf)."""
    chance = random.Random(3)
    syllables = [
        "ba",
        "co",
        "di",
        "fe",
        "gu",
        "lon",
        "mar",
        "né",
        "pro",
        "ra",
        "so",
        "ti",
        "vou",
        "l'a",
        "ment",
        "tion",
    ]
    lexicon = ["".join(chance.choices(syllables, k=chance.randint(1, 5))) for _ in range(60_000)]
    weights = list(np.cumsum(1 / np.arange(1, len(lexicon) + 1)))
    for _ in range(documents):
        said = chance.choices(lexicon, cum_weights=weights, k=words)
        yield "\n".join(" ".join(said[at : at + 60]) for at in range(0, words, 60))


def questions(index: SearchIndex) -> list[Asked]:
    """Choose questions by how often their words stand in the corpus: rare, middling, common."""
    postings = max((part for part, _ in index.view().parts), key=lambda part: part.count)
    counts = np.diff(postings.address_bounds)
    ranked = [postings.lexicon[at] for at in np.argsort(-counts) if postings.lexicon[at].isalpha()]
    ranked = [word for word in ranked[:8000] if len(word) > 2]
    words = [ranked[at] for at in (2, 10, 40, 120, 300, 700, 1500, 3000, 6000) if at < len(ranked)]
    stream = _pairs(postings)
    found = [Asked("term", word, f'"{word}"', rf"\b{word}\b") for word in words]
    found += [Asked("phrase", f'"{a} {b}"', f'"{a} {b}"', rf"\b{a}\W+{b}\b") for a, b in stream]
    found += [Asked("prefix", f"{w[:4]}*", f"{w[:4]}*", rf"\b{w[:4]}\w*") for w in words if len(w) > 4]
    found += [Asked("infix", f"*{w[1:5]}*", None, w[1:5]) for w in words if len(w) > 5]
    two = list(pairwise(words))
    found += [Asked("boolean", f"{a} AND {b}", f"{a} AND {b}", None) for a, b in two]
    found += [Asked("boolean", f"{a} OR {b}", f"{a} OR {b}", None) for a, b in two]
    found += [Asked("near", f"{a} NEAR/10 {b}", f"NEAR({a} {b}, 9)", None) for a, b in two]
    return found


def _pairs(postings: Any, count: int = 9) -> list[tuple[str, str]]:
    """Return pairs of words that do stand side by side, picked over the whole corpus."""
    words = np.empty(int(postings.bases[-1]) + 1, np.int64)
    words[postings.addresses] = np.repeat(np.arange(len(postings.lexicon)), np.diff(postings.address_bounds))
    owners = np.sort(postings.addresses)
    chance, found = random.Random(5), list[tuple[str, str]]()
    while len(found) < count:
        at = chance.randrange(len(owners) - 1)
        if owners[at + 1] == owners[at] + 1:
            pair = tuple(postings.lexicon[words[owners[at + step]]] for step in (0, 1))
            if all(word.isalpha() for word in pair):
                found.append((pair[0], pair[1]))
    return found


def taken(work: Callable[[], object], times: int = 7) -> float:
    """Return the median CPU time of some runs, in ms, after one that does not count."""
    work()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


def medians(asked: Sequence[Asked], ask: Callable[[Asked], Callable[[], object] | None]) -> dict[str, float]:
    """Return for each kind the median, over its questions, of what one takes in ms."""
    found: dict[str, list[float]] = {}
    for one in asked:
        work = ask(one)
        if work is not None:
            found.setdefault(one.kind, []).append(taken(work))
    return {kind: statistics.median(each) for kind, each in found.items()}


def fts5(every: Sequence[PassageText], asked: Sequence[Asked]) -> dict[str, float]:
    """Measure SQLite's full-text index on the same passages, in memory."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    base.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", ((one.key, one.text) for one in every))
    select = "SELECT rowid FROM said WHERE said MATCH ?"
    found = medians(asked, lambda one: one.fts and (lambda: base.execute(select, (one.fts,)).fetchall()))  # type: ignore
    base.close()
    return found


def scan(every: Sequence[PassageText], asked: Sequence[Asked]) -> dict[str, float]:
    """Measure an expression run over all text; one question a kind, because each takes seconds."""
    text, found = "\n".join(one.text for one in every), dict[str, float]()
    for one in asked:
        if one.expression and one.kind not in found:
            begun = time.process_time()
            sum(1 for _ in re.finditer(one.expression, text, re.IGNORECASE))
            found[one.kind] = 1000 * (time.process_time() - begun)
    return found


def stock_whoosh(every: Sequence[PassageText], asked: Sequence[Asked]) -> tuple[dict[str, float], float]:
    """Measure Whoosh as it comes on the first million words: ms by kind, and words indexed a second."""
    from whoosh import analysis, fields, index, qparser

    some, words = list[PassageText](), 0
    for one in every:
        some.append(one)
        words += one.text.count(" ") + 1
        if words > STOCK_WORDS:
            break
    analyzer = analysis.StandardAnalyzer(stoplist=None, minsize=1) | analysis.CharsetFilter(_accents())
    schema = fields.Schema(key=fields.STORED, text=fields.TEXT(analyzer=analyzer))
    with tempfile.TemporaryDirectory() as folder:
        made = index.create_in(folder, schema)
        begun = time.process_time()
        writer = made.writer(limitmb=512)
        for one in some:
            writer.add_document(key=one.key, text=one.text)
        writer.commit()
        rate = words / (time.process_time() - begun)
        parser = qparser.QueryParser("text", schema)
        with made.searcher() as searcher:

            def ask(one: Asked) -> Callable[[], object] | None:
                if one.kind == "near":
                    return None
                node = parser.parse(one.ours)
                return lambda: list(searcher.docs_for_query(node))

            return medians(asked, ask), rate


def _accents() -> dict[int, str]:
    from whoosh.support.charset import accent_map

    return dict(accent_map)


def tantivy(every: Sequence[PassageText], asked: Sequence[Asked]) -> dict[str, float]:
    """Measure tantivy where it is installed beside the program; all hits, as our own."""
    if importlib.util.find_spec("tantivy") is None:
        return {}
    from importlib import import_module

    engine: Any = import_module("tantivy")

    builder = engine.SchemaBuilder()
    builder.add_unsigned_field("key", stored=True, fast=True)
    builder.add_text_field("text", stored=False)
    index = engine.Index(builder.build())
    writer = index.writer(256_000_000, 1)
    for one in every:
        writer.add_document(engine.Document(key=one.key, text=one.text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(one: Asked) -> Callable[[], object] | None:
        if one.kind in ("infix", "near", "prefix"):
            return None
        node = index.parse_query(one.ours, ["text"])
        return lambda: searcher.search(node, limit=1_000_000, count=False)

    return medians(asked, ask)


def measured(folder: Path) -> Iterator[Row]:
    """Yield name, unit, figure and note."""
    every = list(passages())
    index = SearchIndex.open(folder / "index", "bench")
    begun = time.process_time()
    index.rebuild(lambda: every, len(every), change="built")
    spent = time.process_time() - begun
    words = sum(part.count for part, _ in index.view().parts)
    size = sum(path.stat().st_size for path in (folder / "index").iterdir())
    yield "words indexed", "M/s", words / spent / 1e6, f"{words:,} words, {len(every):,} passages; goal 0.8"
    yield "index", "bytes a word", size / words, "goal 9"
    asked = questions(index)
    ours = medians(asked, lambda one: lambda: find.keys(index, parse(one.ours)))
    half = Among(np.array([one.key for one in every if one.key % 2], np.int64))
    filtered = medians(asked, lambda one: lambda: find.keys(index, And((parse(one.ours), half))))
    rivals = {"FTS5": fts5(every, asked), "scan": scan(every, asked), "tantivy": tantivy(every, asked)}
    stock, rate = stock_whoosh(every, asked)
    rivals["Whoosh, 1 M words"] = stock
    yield "stock Whoosh, words indexed", "M/s", rate / 1e6, ""
    for kind, figure in ours.items():
        beside = ", ".join(f"{name} {times[kind]:.3g}" for name, times in rivals.items() if kind in times)
        yield kind, "ms", figure, f"goal {GOALS[kind]}; with a filter {filtered[kind]:.3g}; {beside}"
    for name in ("FTS5", "tantivy"):
        shared = [kind for kind in ours if kind in rivals[name]]
        if shared:
            ratio = statistics.geometric_mean([rivals[name][kind] / ours[kind] for kind in shared])
            yield f"times faster than {name}", "", ratio, "geometric mean over " + ", ".join(shared)
    yield from _editing(index, every, asked)
    yield "memory over the empty program", "MB", _memory(folder / "index"), "goal 300"


def _editing(index: SearchIndex, every: Sequence[PassageText], asked: Sequence[Asked]) -> Iterator[Row]:
    by_key = {one.key: one for one in every}
    spent = []
    for turn in range(9):
        one = every[turn * 1000]
        begun = time.process_time()
        index.update([replace(one, text=f"{one.text} zyxwv")], change=str(turn))
        find.keys(index, parse("zyxwv"))
        spent.append(1000 * (time.process_time() - begun))
    yield "edit a passage and find it", "ms", statistics.median(spent), "goal 20"
    shown = []
    for question in asked:
        node = parse(question.ours)

        def page(node: Any = node) -> object:
            hits = find.search(index, node, lambda keys: [by_key[key] for key in keys], limit=50).hits
            return [line for hit in hits for line in contexts(hit)][:50]

        shown.append(taken(page, 3))
    yield "first 50 contexts", "ms", statistics.median(shown), f"slowest {max(shown):.3g}; goal 30"


def _memory(folder: Path) -> float:
    """Return what a fresh process holds more, once it has answered one question of each kind."""
    script = (
        "import sys, resource, numpy\n"
        "from pathlib import Path\n"
        "from corpus.search import find\nfrom corpus.search.index import SearchIndex\n"
        "from corpus.search.query import parse\n"
        "held = lambda: int(Path('/proc/self/statm').read_text().split()[1]) * resource.getpagesize() / 1e6\n"
        "before = held()\nindex = SearchIndex.open(Path(sys.argv[1]), 'bench')\n"
        "for query in ('parcours', '\"il y a\"', 'comm*', '*ment*', 'le OR la', 'une NEAR/5 des'):\n"
        "    find.keys(index, parse(query))\n"
        "print(held() - before)\n"
    )
    if not Path("/proc/self/statm").exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def run() -> list[Row]:
    """Give rows of name, unit, figure and note."""
    with tempfile.TemporaryDirectory() as folder:
        return list(measured(Path(folder)))


if __name__ == "__main__":
    print("| what | | figure | |\n| --- | --- | --- | --- |")
    for name, unit, figure, note in run():
        print(f"| {name} | {unit} | {figure:.3g} | {note} |")
