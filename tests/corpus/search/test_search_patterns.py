"""Regular expressions: their matches at true places, and bounded in time whatever they are."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search import find, matching, patterns
from corpus.search.index import SearchIndex
from corpus.search.nodes import Pattern
from corpus.search.postings import PassageText, gathered
from corpus.search.query import parse

SOURCES = [
    "ab+", "a b", r"^a+$", r"\bb\b", "(ab|ba)+ ", "a{2,4}b?", r"\b(\w+)( \1)+\b", "(?<=a)b", "a*", "(a)(?(1)b|c)",
    "(?i:B)a", "[^a]+", "(?:a|b){3}", "(?=ab)a", "a*+b", "(?>a+)b", r"\Aab", r"\p{L}+",
]  # fmt: skip


@given(st.text("abAB \n", max_size=3000), st.sampled_from(SOURCES), st.booleans())
def test_hits_are_those_of_the_plain_engine(text: str, source: str, cased: bool) -> None:
    flags = regex.MULTILINE if cased else regex.MULTILINE | regex.IGNORECASE
    wanted = [match.span() for match in regex.finditer(source, text, flags) if match[0]]
    parse(f"/{source}/")
    assert list(patterns.spans(Pattern(source, cased), text)) == wanted


LETTERS = st.sampled_from(["client", "devis", "prix", "été", "le", "a", " ", "'", "œuf", "1"])
PARTS = LETTERS | st.sampled_from(
    [".", r"\w", r"\b", "[cd]", "[]ab]", "[^(]", "(?:devis)", "(le|la)", "(?:x)?", "^", "$", r"\(", r"\x63", r"\u00e9",
     r"\p{L}", "(?<!devis )", "(?#devis)", "(?i)", "|"]
)  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "*?", "+?"])


@given(
    st.lists(st.tuples(PARTS, REPEATS), min_size=1, max_size=5),
    st.lists(LETTERS | st.sampled_from(["CLIENT", "clien", "Devis", "devi", "é", "e\u0301te\u0301"]), max_size=8),
)
def test_the_letters_that_are_asked_for_first_hide_no_hit(parts: list[tuple[str, str]], said: list[str]) -> None:
    source, text = "".join(map("".join, parts)), unicodedata.normalize("NFC", "".join(said))
    try:
        regex.compile(source, regex.IGNORECASE)
    except regex.error:
        return
    pattern = Pattern(source)
    if next(patterns.spans(pattern, text), None) is not None:
        assert matching.passages(patterns.needed(pattern), gathered([PassageText(1, 1, 0, text)])).tolist() == [True]


def test_a_match_may_be_long() -> None:
    text = "x" * 400 + "a" * 5000
    assert list(patterns.spans(Pattern("xa+"), text)) == [(399, 5400)]
    assert not list(patterns.spans(Pattern("z*"), "aaa"))


def test_a_word_said_twice_is_found() -> None:
    pattern = parse(r"/\b(\w+)( \1)+\b/")
    assert isinstance(pattern, Pattern)
    assert list(patterns.spans(pattern, "oui oui, le le le client")) == [(0, 7), (9, 17)]


@pytest.mark.parametrize("source", ["(a+)+b", "((a+)b?)+z"])
def test_what_explodes_ends_with_a_sentence(source: str) -> None:
    pattern = parse(f"/{source}/")
    assert isinstance(pattern, Pattern)
    with pytest.raises(QueryError, match=r"takes too long; ask for a word beside it"):
        list(patterns.spans(pattern, "a" * 5000, patterns.Clock(pattern, 0.05)))


@pytest.mark.parametrize("source", ["(?:(?:a{500}){500}){500}", "((a{99}){99} ){99}", r"(?:(?:\w{3000}){3000})"])
def test_what_could_not_even_be_compiled_is_refused(source: str) -> None:
    with pytest.raises(QueryError, match="repeats too often"):
        parse(f"/{source}/")


@pytest.mark.parametrize(
    "source",
    [
        r"\w+ \w+ \w+",
        "prix.*baisse",
        r"(?:\w+\s+){0,5}prix",
        "(pas|plus)+",
        r"\d+(,\d+)? %",
        "[A-ZÉ]{2,}",
        r"\b(\w)\w*\1\b",
        "(?<=le )client",
        r"a.{0,40}b.{0,40}c",
        "(?i:omni)-?canal",
        "«[^»]*»",
        "(a|aa)*d",
        "(.*)*x",
        "(?:a?){40}a{40}",
        ".*.*.*=",
        r"(\w+\s?)+!",
    ],
)
def test_what_is_read_comes_to_an_end_on_the_worst_of_texts(source: str) -> None:
    pattern = parse(f"/{source}/")
    assert isinstance(pattern, Pattern)
    for text in ("a" * 5000, "prix " * 1000, "A" * 5000, "le la " * 800, "«" * 5000, "b a" * 1700):
        assert all(0 <= start < end <= len(text) for start, end in patterns.spans(pattern, text))


def test_the_time_over_is_said_whatever_is_asked(tmp_path, monkeypatch) -> None:
    every = [PassageText(key, 1, key * 100, "le client attend") for key in range(1, 50)]
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(every, change="one")
    monkeypatch.setattr(patterns.Clock.__init__, "__defaults__", (0.0,))
    with pytest.raises(QueryError, match=r"The expression /attend/ takes too long; ask for a word beside it"):
        find.keys(index, parse("/attend/"), texts=lambda keys: every)
    with pytest.raises(QueryError, match=r"takes too long"):
        find.marked(parse("/attend/"), every)


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
        ("/devis+/", "un client", 0),
        ("/(devis)+/", "un client", 1),
        ("/devis|client/", "un client", 1),
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
