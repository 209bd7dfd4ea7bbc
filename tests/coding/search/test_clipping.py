"""The words within codings, against a plain count of the letters that codings cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.search import listings
from coding.search.clipping import clipped, inside, said
from coding.search.listings import Listing
from coding.search.searches import Search
from coding.words.collocates import collocates
from coding.words.wordlists import counts, word_list
from corpus import anchors, documents
from corpus.search import query as queries
from corpus.search.analysis import tokens
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

SAID = {
    "Un": "ANNE : le client attend 🙂, le client paie.\n\nANNE : L'été, le client attend le bus.\n\nPAUL : il pleut",
    "Deux": "LUC : un client attend le train et le client râle.\n\nLUC : Rien, le bus.",
}
Ask = Callable[[Search], Listing]


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts=SAID)
    frameworks.add(made.project, "meco-2019")
    yield made
    made.project.close()


@pytest.fixture
def ask(spoken: Study, tmp_path: Path) -> Ask:
    index = SearchIndex.of(spoken.project, tmp_path)
    index.catch_up(spoken.project)
    return lambda search: listings.listing(search, Moment.of(spoken.project), index)


def plain(study: Study, spans: list[tuple[int, int, int]]) -> Counter[str]:
    """Count the words of turns of which a span has a letter."""
    found: Counter[str] = Counter()
    for turn in documents.passages(study.project):
        text = documents.text(study.project, turn.document)[turn.start : turn.end]
        for token in tokens(text):
            start, end = token.start + turn.start, token.end + turn.start
            if any(key == turn.document and start < last and end > first for key, first, last in spans):
                found[token.term] += 1
    return found


def told(listing: Listing) -> Counter[str]:
    which, _ = said(listing)
    words = listing.words
    return Counter({words.words[n]: int(many) for n, many in enumerate(counts(words, which)) if many})


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_any_coded_spans_give_the_words_they_touch(
    long_study: Study, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    project = long_study.project
    code = codebook.add(project, f"Code {len(codebook.listed(project))}")
    spans = []
    for key in long_study.documents.values():
        size = len(documents.text(project, key))
        start, end = sorted(data.draw(st.tuples(st.integers(0, size), st.integers(0, size))))
        if start < end:
            codings.apply(project, code, anchors.words(key, start, end))
            spans.append((key, start, end))
    index = SearchIndex.of(project, tmp_path_factory.mktemp("index"))
    index.catch_up(project)
    listing = listings.listing(Search(chosen={"code": (code,)}), Moment.of(project), index)
    assert told(listing) == plain(long_study, spans)


def test_what_is_given_by_a_code_counts_its_codings_alone(spoken: Study, ask: Ask) -> None:
    project, c1 = spoken.project, codebook.find(spoken.project, "C1").key
    wait = codebook.add(project, "Attente")
    links.link(project, wait, c1)
    spans = [(name, words) for name, words in (("Un", "client attend 🙂"), ("Deux", "attend le train"))]
    for name, words in spans:
        codings.apply(project, wait, spoken.words(name, words))
    places = [(spoken.documents[name], *spoken.span(name, words)) for name, words in spans]
    expected = plain(spoken, places)
    assert expected == {"client": 1, "attend": 2, "le": 1, "train": 1}
    for search in (
        Search(chosen={"framework:meco-2019": (c1,)}),
        Search(chosen={"code": (wait,)}),
        Search("capability:C1"),
        Search("code:Attente"),
        Search("cycle:1 *"),
        Search("client", {"code": (wait,)}),
        Search("", scope="codings"),
    ):
        found = ask(search)
        assert told(found) == expected, search
        assert said(found)[1]
    whole, within = said(ask(Search("train")))
    assert not within
    assert int(whole.sum()) == 9
    assert told(ask(Search("uncoded pleut"))) == {"il": 1, "pleut": 1}


def test_words_of_a_capability_are_held_against_the_rest(spoken: Study, ask: Ask) -> None:
    code = codebook.add(spoken.project, "Attente")
    codings.apply(spoken.project, code, spoken.words("Un", "client attend 🙂"))
    listing = ask(Search(chosen={"code": (code,)}))
    here, _ = said(listing)
    words = listing.words
    every = words.word >= 0
    found = word_list(words, here, every & ~here, small=False)
    assert (found.here, found.here + found.rest) == (2, int(every.sum()))
    assert {one.word: (one.here, one.rest) for one in found.words} == {"client": (1, 4), "attend": (1, 2)}
    near = collocates(words, queries.parse("client"), here, every, small=False)
    assert [(one.word, one.near, one.left, one.right, one.elsewhere) for one in near] == [("attend", 1, 0, 1, 2)]


def test_a_match_counts_where_all_its_words_are_within(spoken: Study, ask: Ask) -> None:
    code = codebook.add(spoken.project, "Attente")
    codings.apply(spoken.project, code, spoken.words("Un", "client attend 🙂"))
    listing = ask(Search("client", {"code": (code,)}))
    within, _ = said(listing)
    words = listing.words
    for query, many in (("client", 1), ('"client attend"', 1), ('"le client"', 0), ('"attend le"', 0)):
        assert len(inside(words.places(queries.parse(query)), within)) == many, query
    none = clipped(words, listing.moment, np.zeros(0, np.int64))
    assert not none.any()
    assert len(inside(words.places(queries.parse("client")), none)) == 0
