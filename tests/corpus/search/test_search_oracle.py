"""Random passages and random queries: the index, a plain scan, Whoosh's own searcher and SQLite must agree."""

from __future__ import annotations

import random
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import plain_scan
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh_query
from whoosh.filedb.filestore import FileStorage
from whoosh.query import spans as whoosh_spans

from corpus.search import codec, find, matching
from corpus.search import postings as postings_module
from corpus.search.index import SearchIndex
from corpus.search.nodes import And, Everything, Near, Node, Not, Or, Words
from corpus.search.postings import PassageText
from corpus.search.query import parse

SAID = [
    "l'expérience", "L’EXPÉRIENCE", "expérience", "omni-canal", "omnicanal", "omni canal", "Omni", "parcours",
    "client", "clients", "il y a pas", "il n'y a pas", "c'est", "qu’il", "œuf", "OEUF", "e\u0301te\u0301", "été", "😀",
    "va-t-il", "aujourd'hui", "qu’aujourd’hui", "par le", "parle", "3,5", "—", "\n", "R&D", "start-up", "startup",
]  # fmt: skip
ASKED = [
    "expérience", "l'expérience", "EXPERIENCE", "omnicanal", "omni-canal", "omni", "canal", "parcours", "client",
    "client*", "*ent*", "cli?nt", "?anal", "il", "y", "a", "pas", "c'est", "œuf", "oeufs", "été", "ete", "va-t-il",
    "aujourd'hui", "parle", "par", "le", "3,5", "*tup", "start-up", "rien", "r&d", "p*r*",
    "=expérience", "=EXPÉRIENCE",
    "=l’EXPÉRIENCE", "=Omni", "=omnicanal", "=omni-canal", "=Œuf", "=OEUF", "=été", "=ete", "=?mni", "=*É*",
    "=aujourd’hui", "~clients", "~client", "~parcour", "~omnicanal", "~expériences",
]  # fmt: skip
PHRASES = [
    '"il y a pas"', '"l’expérience client"', '"omni canal"', '"omnicanal parcours"', '"parcours * client"', '"* y a"',
    '"pas client*"', '"par le"', '"client client"', '"a *"', '"parcours client"~3', '"omnicanal pas"~2', '"a pas"~1',
    '"client client client"~4', '"* *"', '="Omni canal"', '="l’expérience client"', '="* Client"',
    '~"parcours clients"', '"*nal ?arcours"', '~"client parcours"~3',
]  # fmt: skip

passages = st.lists(
    st.lists(st.sampled_from(SAID), max_size=14)
    .map(" ".join)
    .flatmap(lambda text: st.sampled_from([text, unicodedata.normalize("NFD", text), text.upper()])),
    min_size=1,
    max_size=8,
)
EXPRESSIONS = [
    r"/parcours cl\w+/", "/exp.rience/", "=/Omni/", r"/\d,\d/", "/(il|on) (n'y|y) a/", "/client .*client/",
    "/^omni|canal$/", "/a?/", r"/\bpas\b[^a]*$/", "/XPÉRI/", "=/xpéri/", "/Œuf/", "/(clie|parc)[no]/", "/(?:tup)+ /",
    r"/(omni|start).?(canal|up)/", "/jourd’hui/",
]  # fmt: skip
near_parts = st.sampled_from(ASKED) | st.sampled_from([p for p in PHRASES if "~" not in p])
nears = st.builds(
    lambda parts, steps: parts[0] + "".join(f" {n} {p}" for n, p in zip(steps, parts[1:], strict=False)),
    st.lists(near_parts | st.builds("({} OU {})".format, near_parts, near_parts), min_size=2, max_size=3),
    st.lists(st.builds("{}/{}".format, st.sampled_from(["NEAR", "THEN"]), st.integers(1, 6)), min_size=2, max_size=2),
)
queries = st.recursive(
    st.sampled_from(ASKED) | st.sampled_from(PHRASES) | nears | st.just("*") | st.sampled_from(EXPRESSIONS),
    lambda inner: st.one_of(
        st.builds("({} ET {})".format, inner, inner),
        st.builds("({} {})".format, inner, inner),
        st.builds("({} OR {})".format, inner, inner),
        st.builds("(NOT {})".format, inner),
        st.builds("({} SAUF {})".format, inner, inner),
    ),
    max_leaves=5,
)


THOROUGH = settings.default.max_examples >= 1000


@pytest.fixture(autouse=True, scope="module")
def _small_is_many() -> Iterator[None]:
    """Let words of these small corpora be common too, and their lists long, so that all ways are gone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings_module, "_COMMON", 4)
        patch.setattr(matching, "_MANY", 6)
        yield


def indexed(folder: Path, texts: list[str]) -> tuple[SearchIndex, list[PassageText]]:
    """Index texts as passages of two documents, last one first, in two segments."""
    every = [PassageText(100 - at, at % 2, 1000 * at, text) for at, text in enumerate(texts)]
    index = SearchIndex.open(folder, "lineage")
    index.update(every[: len(every) // 2], change="a")
    index.update(every[len(every) // 2 :], change="b")
    return index, every


def check(index: SearchIndex, every: list[PassageText], query: str) -> None:
    node = parse(query)
    wanted = [p for p in every if plain_scan.matches(node, [word for word, _, _ in plain_scan.words(p.text)], p.text)]
    wanted.sort(key=lambda p: (p.document, p.start))
    by_key = {p.key: p for p in every}
    hits = find.search(index, node, lambda keys: [by_key[key] for key in keys])
    assert [hit.key for hit in hits.hits] == [p.key for p in wanted], query
    assert hits.total == len(wanted)
    for hit, passage in zip(hits.hits, wanted, strict=True):
        places = {at - hit.start for start, end in hit.matches for at in range(start, end)}
        assert places == plain_scan.marked(node, passage.text), query
        assert all(a[1] <= b[0] for a, b in zip(hit.matches, hit.matches[1:], strict=False))


@given(passages, st.lists(queries, min_size=1, max_size=12))
def test_index_and_plain_scan_agree(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], asked: list[str]
) -> None:
    index, every = indexed(tmp_path_factory.mktemp("index"), texts)
    for query in asked:
        check(index, every, query)


def random_query(chance: random.Random, depth: int = 0) -> str:
    """Return a query with any part of the language in it, fields left out."""
    kind = chance.randrange(12 if depth < 3 else 7)
    if kind < 3:
        return chance.choice(ASKED)
    if kind < 5:
        return chance.choice([*PHRASES, *EXPRESSIONS])
    if kind < 7:
        part, step = chance.choice(ASKED), chance.choice(["NEAR", "PRÈS", "THEN", "PUIS"])
        other = f"({chance.choice(ASKED)} | {chance.choice(ASKED)})" if chance.random() < 0.3 else chance.choice(ASKED)
        return f"({part} {step}/{chance.randint(1, 8)} {other})"
    if kind == 7:
        return chance.choice(["-", "!", "NOT ", "SAUF "]) + f"({random_query(chance, depth + 1)})"
    joint = chance.choice([" ", " ET ", " AND ", " & ", " + ", " OU ", " OR ", " | ", " SAUF ", " -"])
    return f"({random_query(chance, depth + 1)}){joint}({random_query(chance, depth + 1)})"


def test_thousands_of_queries_find_what_a_plain_scan_finds(tmp_path: Path) -> None:
    chance = random.Random(17)
    # All of them in the profile "thorough"; the first two thousand else, which take a few seconds.
    for corpus in range(20 if THOROUGH else 4):
        texts = [" ".join(chance.choices(SAID, k=chance.randint(0, 16))) for _ in range(25)]
        index, every = indexed(
            tmp_path / str(corpus), [unicodedata.normalize("NFD", t) if n % 5 == 0 else t for n, t in enumerate(texts)]
        )
        said = {p.key: [word for word, _, _ in plain_scan.words(p.text)] for p in every}
        by_key = {p.key: p for p in every}
        known: dict[Node, set[int]] = {}

        def scanned(node: Node) -> set[int]:
            match node:
                case And(parts):
                    return set.intersection(*map(scanned, parts))
                case Or(parts):
                    return set.union(*map(scanned, parts))
                case Not(part):
                    return set(by_key) - scanned(part)  # noqa: B023  # called before the loop goes on
            if node not in known:  # noqa: B023  # called before the loop goes on
                known[node] = {p.key for p in every if plain_scan.matches(node, said[p.key], p.text)}  # noqa: B023  # called before the loop goes on
            return known[node]  # noqa: B023  # called before the loop goes on

        for _ in range(500):
            query = random_query(chance)
            node = parse(query)
            found = find.keys(index, node, texts=lambda keys: [by_key[key] for key in keys])  # noqa: B023  # called before the loop goes on
            assert sorted(found.tolist()) == sorted(scanned(node)), query


PLAIN = "client parcours expert artisan stock gamme showroom devis rayon marque".split()


@pytest.fixture(scope="module")
def plain_corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[SearchIndex, dict[int, str]]:
    """A corpus of words without compounds, with passages replaced and taken out, over several segments."""
    chance = random.Random(7)
    texts = {key: " ".join(chance.choices(PLAIN, k=chance.randint(0, 12))) for key in range(1, 300)}
    index = SearchIndex.open(tmp_path_factory.mktemp("plain"), "lineage")
    for at in range(1, 300, 60):
        index.update([PassageText(k, 1, k, "devis") for k in range(at, min(at + 60, 300))], change=str(at))
    index.update([PassageText(k, 1, k, texts[k]) for k in texts if k % 3], [k for k in texts if not k % 3], change="c")
    return index, {key: text for key, text in texts.items() if key % 3}


def random_node(chance: random.Random, depth: int = 0) -> Node:
    kind = chance.randrange(8 if depth < 3 else 5)
    if kind < 2:
        return Words((chance.choice(PLAIN),))
    if kind == 2:
        return Words(tuple(chance.choices(PLAIN, k=chance.randint(2, 3))))
    if kind == 3:
        return Words((chance.choice(["*a*", "cl*", "?evis", "s*m", "zz*"]),))
    if kind == 4:
        two = tuple(Words((word,)) for word in chance.sample(PLAIN, 2))
        return Near(two, (chance.randint(1, 6),), chance.choice([(), (True,)]))
    if kind == 5:
        return Not(random_node(chance, depth + 1))
    parts = tuple(random_node(chance, depth + 1) for _ in range(chance.randint(2, 3)))
    return And(parts) if kind == 6 else Or(parts)


def as_whoosh(node: Node) -> whoosh_query.Query:
    match node:
        case Words((word,)):
            return (
                whoosh_query.Wildcard(codec.FIELD, word)
                if {"*", "?"} & set(word)
                else whoosh_query.Term(codec.FIELD, word)
            )
        case Words(words, reach):
            return whoosh_query.Phrase(codec.FIELD, list(words), slop=reach)
        case Near(parts, (distance,), ordered):
            return whoosh_spans.SpanNear2([as_whoosh(part) for part in parts], slop=distance, ordered=bool(ordered))
        case Not(part):
            return whoosh_query.Not(as_whoosh(part))
        case And(parts):
            return whoosh_query.And([as_whoosh(part) for part in parts])
        case Or(parts):
            return whoosh_query.Or([as_whoosh(part) for part in parts])
    raise TypeError(node)


def test_whoosh_reads_the_index_as_we_do(plain_corpus: tuple[SearchIndex, dict[int, str]]) -> None:
    index, _ = plain_corpus
    chance = random.Random(11)
    with FileStorage(str(index.folder)).open_index().searcher() as searcher:
        for _ in range(10_000 if THOROUGH else 400):
            node = random_node(chance)
            read = {searcher.stored_fields(doc)["key"] for doc in searcher.docs_for_query(as_whoosh(node))}
            assert sorted(read) == sorted(find.keys(index, node).tolist()), node


def as_fts(node: Node) -> str | None:
    """Return a query in the language of FTS5; None where it has no such thing, as letters before others."""
    match node:
        case Words((word,)) if re.search(r"[*?]", word):
            return word if re.fullmatch(r"\w+\*", word) else None
        case Words(words, _):
            return '"' + " ".join(words) + '"'
        case Near((Words((first,)), Words((second,))), (distance,), ()):
            return f"NEAR({first} {second}, {distance - 1})"
        case And((first, Not(denied))):
            return _each("NOT", [first, denied])
        case And(parts):
            return _each("AND", parts)
        case Or(parts):
            return _each("OR", parts)
    return None


def _each(joint: str, parts: Sequence[Node]) -> str | None:
    asked = [as_fts(part) for part in parts]
    return None if None in asked else "(" + f" {joint} ".join(map(str, asked)) + ")"


def test_sqlite_finds_the_same(plain_corpus: tuple[SearchIndex, dict[int, str]]) -> None:
    index, texts = plain_corpus
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    database.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", texts.items())
    chance, compared = random.Random(13), 0
    while compared < (10_000 if THOROUGH else 300):
        node = random_node(chance)
        query = as_fts(node)
        if query is None:
            continue
        found = [key for (key,) in database.execute("SELECT rowid FROM said WHERE said MATCH ?", (query,))]
        assert sorted(found) == sorted(find.keys(index, node).tolist()), node
        compared += 1
    database.close()


def test_everything_is_every_passage_that_counts(plain_corpus: tuple[SearchIndex, dict[int, str]]) -> None:
    index, texts = plain_corpus
    assert find.keys(index, Everything()).tolist() == sorted(texts)
    assert index.view().count == len(texts)
