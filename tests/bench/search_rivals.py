"""The same questions put to SQLite FTS5, tantivy, Whoosh as it comes and a plain scan; all give keys of passages."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import accumulate
from typing import Any

from corpus.search.analysis import fold
from corpus.search.postings import PassageText
from tests.bench.search_texts import REACH, Asked, Figure, figures

Answers = dict[str, Figure]
Work = Callable[[], Sequence[Any]]
STOCK_WORDS = 1_000_000


def fts5(every: Sequence[PassageText], asked: Sequence[Asked]) -> Answers:
    """Measure SQLite's full-text index in memory; letters within words are sought in one of its trigrams."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    base.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", ((one.key, one.text) for one in every))
    base.execute("INSERT INTO said(said) VALUES ('optimize')")
    base.execute("CREATE VIRTUAL TABLE letters USING fts5(text, tokenize='trigram')")
    base.executemany("INSERT INTO letters(rowid, text) VALUES (?, ?)", ((one.key, fold(one.text)) for one in every))

    def ask(one: Asked) -> Work:
        first, last = one.words[0], one.words[-1]
        query = {
            "term": f'"{first}"',
            "phrase": f'"{" ".join(one.words)}"',
            "prefix": f"{first}*",
            "infix": f'"{first}"',
            "boolean": f"{first} {one.joint} {last}",
            "near": f"NEAR({first} {last}, {REACH - 1})",
        }[one.kind]
        table = "letters" if one.kind == "infix" else "said"
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
        return lambda: base.execute(select, (query,)).fetchall()

    found = figures(asked, ask)
    base.close()
    return found


def tantivy(every: Sequence[PassageText], asked: Sequence[Asked]) -> Answers:
    """Measure tantivy where it is installed beside the program: all hits with their keys, in their order, as ours."""
    if importlib.util.find_spec("tantivy") is None:
        return {}
    engine: Any = import_module("tantivy")
    query = engine.Query
    plain = engine.TextAnalyzerBuilder(engine.Tokenizer.simple())
    builder = engine.SchemaBuilder()
    builder.add_unsigned_field("key", fast=True)
    builder.add_text_field("text", tokenizer_name="folded")
    schema = builder.build()
    index = engine.Index(schema)
    folded = plain.filter(engine.Filter.lowercase()).filter(engine.Filter.ascii_fold()).build()
    index.register_tokenizer("folded", folded)
    writer = index.writer(256_000_000, 1)
    for one in every:
        document = engine.Document()
        document.add_unsigned("key", one.key)
        document.add_text("text", one.text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def phrase(words: Sequence[str], slop: int = 0) -> Any:
        return query.phrase_query(schema, "text", list(words), slop=slop)

    def joined(occur: Any, *parts: Any) -> Any:
        return query.boolean_query([(occur, part) for part in parts])

    def ask(one: Asked) -> Work:
        must, may = engine.Occur.Must, engine.Occur.Should
        terms = [query.term_query(schema, "text", word) for word in one.words]
        made: dict[str, Callable[[], Any]] = {
            "term": lambda: terms[0],
            "phrase": lambda: phrase(one.words),
            "prefix": lambda: query.regex_query(schema, "text", f"{one.words[0]}.*"),
            "infix": lambda: query.regex_query(schema, "text", f".*{one.words[0]}.*"),
            "boolean": lambda: joined(must if one.joint == "AND" else may, *terms),
            "near": lambda: joined(may, phrase(one.words, REACH - 1), phrase(one.words[::-1], REACH - 1)),
        }
        node, order = made[one.kind](), engine.Order.Asc
        return lambda: searcher.search(node, len(every), False, order_by_field="key", order=order).hits

    return figures(asked, ask)


def stock_whoosh(every: Sequence[PassageText], asked: Sequence[Asked]) -> tuple[Answers, float]:
    """Measure Whoosh as it comes on the first million words alone: by kind, and words indexed a second."""
    from whoosh import analysis, fields, index, query
    from whoosh.query import spans
    from whoosh.support.charset import accent_map

    counts = list(accumulate(len(one.text.split()) for one in every))
    some = every[: bisect_left(counts, STOCK_WORDS) + 1]
    analyzer = analysis.StandardAnalyzer(r"\w+", stoplist=None, minsize=1) | analysis.CharsetFilter(accent_map)
    schema = fields.Schema(key=fields.STORED, text=fields.TEXT(analyzer=analyzer))
    with tempfile.TemporaryDirectory() as folder:
        made = index.create_in(folder, schema)
        begun = time.process_time()
        writer = made.writer(limitmb=512)
        for one in some:
            writer.add_document(key=one.key, text=one.text)
        writer.commit()
        rate = counts[len(some) - 1] / (time.process_time() - begun)
        with made.searcher() as searcher:

            def ask(one: Asked) -> Work:
                terms = [query.Term("text", word) for word in one.words]
                node = {
                    "term": lambda: terms[0],
                    "phrase": lambda: query.Phrase("text", list(one.words)),
                    "prefix": lambda: query.Prefix("text", one.words[0]),
                    "infix": lambda: query.Wildcard("text", f"*{one.words[0]}*"),
                    "boolean": lambda: query.And(terms) if one.joint == "AND" else query.Or(terms),
                    "near": lambda: spans.SpanNear2(terms, slop=REACH, ordered=False),
                }[one.kind]()
                return lambda: [searcher.stored_fields(number)["key"] for number in searcher.docs_for_query(node)]

            return figures(asked, ask, 3), rate


def scan(every: Sequence[PassageText], asked: Sequence[Asked]) -> Answers:
    """Measure expressions run over all folded text; one question a kind, the middle one, since each takes seconds."""
    texts = [(one.key, fold(one.text)) for one in every]
    middle = {}
    for kind in dict.fromkeys(one.kind for one in asked):
        each = [one for one in asked if one.kind == kind]
        middle[kind] = each[len(each) // 2]

    def ask(one: Asked) -> Work:
        first, last = one.words[0], one.words[-1]
        gap = rf"(?:\W+\w+){{0,{REACH - 1}}}?\W+"
        needed = {
            "term": [rf"\b{first}\b"],
            "phrase": [r"\b" + r"\W+".join(one.words) + r"\b"],
            "prefix": [rf"\b{first}"],
            "infix": [first],
            "boolean": [rf"\b{word}\b" for word in one.words] if one.joint == "AND" else [rf"\b(?:{first}|{last})\b"],
            "near": [rf"\b(?:{first}\b{gap}{last}|{last}\b{gap}{first})\b"],
        }[one.kind]
        found = [re.compile(expression).search for expression in needed]
        return lambda: [key for key, text in texts if all(search(text) for search in found)]

    return figures(list(middle.values()), ask, 1)
