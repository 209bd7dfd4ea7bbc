"""Regular expressions: their matches at true places, and bounded in time whatever they are."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search import find, patterns
from corpus.search.index import SearchIndex
from corpus.search.nodes import Pattern
from corpus.search.postings import PassageText
from corpus.search.query import parse


@given(st.text("ab \n", max_size=3000), st.sampled_from(["ab+", "a b", r"^a+$", r"\bb\b", "(ab|ba)+ ", "a{2,4}b?"]))
def test_windows_find_what_one_look_finds_where_matches_are_short(text: str, source: str) -> None:
    longest = max((len(match[0]) for match in re.finditer(source, text, re.MULTILINE)), default=0)
    found = {at for start, end in patterns.spans(Pattern(source), text) for at in range(start, end)}
    wanted = {at for match in re.finditer(source, text, re.MULTILINE) for at in range(*match.span())}
    if longest < patterns.WINDOW // 2 and len(text) <= patterns.WINDOW:
        assert found == wanted
    assert wanted <= found or longest >= patterns.WINDOW // 2


def test_a_match_over_the_edge_of_a_window_is_found_once() -> None:
    for at in range(400, 1200, 7):
        text = "x" * at + "needle" + "x" * 1000
        assert list(patterns.spans(Pattern("NEEDLE"), text)) == [(at, at + 6)]
    assert next(patterns.spans(Pattern("y+"), "y" * 3000))[0] == 0
    assert not list(patterns.spans(Pattern("z*"), "aaa"))


@pytest.mark.parametrize(
    "source",
    [
        "(a+)+b",
        "(a|a)*b",
        "(a*)*b",
        "(.*)*x",
        "(?:a?){40}a{40}",
        r"(\w+\s?)+!",
        ".*.*.*=",
        "(a|aa)*d",
        "((a+)b?)+z",
    ],
)
def test_what_explodes_is_refused_before_it_runs(source: str) -> None:
    begun = time.process_time()
    with pytest.raises(QueryError, match=r"for ever|can't be read"):
        parse(f"/{source}/")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "source",
    [
        r"\w+ \w+ \w+", "prix.*baisse", r"(?:\w+\s+){0,5}prix", "(pas|plus)+", r"\d+(,\d+)? %", "[A-ZÉ]{2,}",
        r"\b(\w)\w*\1\b", "(?<=le )client", r"a.{0,40}b.{0,40}c", "(?i:omni)-?canal", "«[^»]*»",
    ],
)  # fmt: skip
def test_what_is_read_stays_quick_on_the_worst_of_texts(source: str) -> None:
    pattern = parse(f"/{source}/")
    assert isinstance(pattern, Pattern)
    for text in ("a" * 5000, "prix " * 1000, "A" * 5000, "le la " * 800, "«" * 5000, "b a" * 1700):
        begun = time.process_time()
        list(patterns.spans(pattern, text))
        assert time.process_time() - begun < 5


def test_the_time_over_is_said(tmp_path, monkeypatch) -> None:
    every = [PassageText(key, 1, key * 100, "le client attend") for key in range(1, 50)]
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(every, change="one")
    monkeypatch.setattr(patterns.time, "monotonic", iter(range(0, 10_000, 3)).__next__)
    with pytest.raises(QueryError, match=r"The expression /attend/ takes too long; ask for a word beside it"):
        find.keys(index, parse("/attend/"), texts=lambda keys: every)


def test_a_word_beside_it_keeps_other_passages_unread(tmp_path) -> None:
    every = [PassageText(key, 1, key * 100, "le client" if key % 10 else "le stock") for key in range(1, 50)]
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(every, change="one")
    read: list[int] = []

    def texts(keys):
        read.extend(keys)
        return [one for one in every if one.key in keys]

    assert find.keys(index, parse("/l. s/ stock"), texts=texts).tolist() == [10, 20, 30, 40]
    assert read == [10, 20, 30, 40]


@pytest.mark.parametrize(
    ("query", "text", "read"),
    [
        ("/parcours cl\\w+/", "le parcours client", 1),
        ("/parcours cl\\w+/", "le client", 0),
        ("/L'EXP/", "l’expérience, l'expérience", 1),
        ("/qu'elle/", "qu'elle", 1),
        ("/(parcours )?client/", "un client", 1),
        ("/(?:devis){0,3} long/", "trop long", 1),
        ("/(devis)+/", "un client", 0),
        ("/devis|client/", "un client", 1),
        ("/devis|prix/", "un client", 0),
        ("/devis|../", "un client", 1),
        ("/(?=devis)?client/", "un client", 1),
        ("/(?<!devis )client/", "un client", 1),
        ("/cœur/", "le CŒUR", 1),
        ("/STRASSE/", "rue", 0),
        ("/[cd]lient/", "un client", 1),
        ("/\\d+/", "un client", 1),
    ],
)
def test_only_passages_with_the_letters_of_an_expression_are_read(tmp_path, query, text, read) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    one = PassageText(1, 1, 0, text)
    index.update([one], change="one")
    asked: list[int] = []

    def texts(keys):
        asked.extend(keys)
        return [one]

    pattern = parse(query)
    found = find.keys(index, pattern, texts=texts).tolist()
    assert asked == [1][:read]
    assert found == [1][: len(list(patterns.spans(pattern, text)))]


def test_fields_and_expressions_need_a_project(tmp_path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update([PassageText(1, 1, 0, "client")], change="one")
    for query in ("code:C1", "/client/", "code:a OVERLAPS code:b"):
        with pytest.raises(QueryError, match="only of an open project"):
            find.keys(index, parse(query))
