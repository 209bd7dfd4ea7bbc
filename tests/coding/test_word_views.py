"""Lists of words, collocates, word trees and lines against plain counts; log-likelihood against figures by hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import codebook, codings
from coding.exports import hits
from coding.moment.moment import Moment
from coding.search import listings
from coding.search.listings import Listing
from coding.search.searches import Search
from coding.words.collocates import collocates
from coding.words.concordance import Concordance
from coding.words.wordlists import log_likelihood, word_list
from coding.words.wordtree import Branch, joined, tree
from corpus import anchors, documents
from corpus.people import participants
from corpus.search import query as queries
from corpus.search.analysis import fold, tokens
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

Ask = Callable[..., Listing]
SAID = {
    "Un": "ANNE : le client attend, le client paie.\n\nANNE : Le client attend le bus.\n\nPAUL : il pleut",
    "Deux": "LUC : un client attend le train et le client râle.\n\nLUC : Rien, le bus.",
}


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts=SAID)
    yield made
    made.project.close()


@pytest.fixture
def ask(spoken: Study, tmp_path: Path) -> Ask:
    index = SearchIndex.of(spoken.project, tmp_path)
    index.catch_up(spoken.project)

    def asked(search: Search, **options: object) -> Listing:
        return listings.listing(replace(search, **options), Moment.of(spoken.project), index)  # type: ignore[arg-type]  # wider than the signature on purpose

    return asked


@pytest.fixture
def words(ask: Ask) -> Concordance:
    return ask(Search("client")).words


def passages(study: Study) -> list[list[str]]:
    """Return the folded words of each passage, read plainly."""
    found = []
    for one in documents.passages(study.project):
        text = documents.text(study.project, one.document)[one.start : one.end]
        found.append([token.term for token in tokens(text)])
    return found


def every(words: Concordance) -> np.ndarray:
    return words.word >= 0


def test_log_likelihood_is_that_of_dunning_by_hand() -> None:
    # 110 of 2442 against 111 of 29114 is Dunning's own table (1993, p. 71): -2 log λ = 270.72.
    score = log_likelihood(np.array([110.0]), np.array([111.0]), 2552.0, 29225.0)[0]
    cells = ((110, 2442), (111, 29114))
    total = 110 + 2442 + 111 + 29114
    by_hand = 2 * sum(
        seen * math.log(seen * total / (sum(row) * (cells[0][at] + cells[1][at])))
        for row in cells
        for at, seen in enumerate(row)
    )
    assert score == pytest.approx(by_hand)
    assert score == pytest.approx(270.72, abs=0.01)
    # Ten of a hundred against none of a hundred: E is 5 and 5, 95 and 95.
    plain = 2 * (10 * math.log(2) + 90 * math.log(90 / 95) + 100 * math.log(100 / 95))
    assert log_likelihood(np.array([10.0]), np.array([0.0]), 100, 100)[0] == pytest.approx(plain)
    assert log_likelihood(np.array([0.0]), np.array([10.0]), 100, 100)[0] == pytest.approx(-plain)
    assert log_likelihood(np.array([5.0]), np.array([5.0]), 100, 100)[0] == 0
    assert log_likelihood(np.array([5.0]), np.array([0.0]), 100, 0)[0] == 0


@given(st.integers(0, 50), st.integers(0, 50), st.integers(50, 500), st.integers(50, 500))
def test_log_likelihood_turns_its_sign_with_its_sides(a: int, b: int, here: int, rest: int) -> None:
    one = log_likelihood(np.array([float(a)]), np.array([float(b)]), here, rest)[0]
    other = log_likelihood(np.array([float(b)]), np.array([float(a)]), rest, here)[0]
    assert abs(one) == pytest.approx(abs(other), abs=1e-9)
    assert one == 0 or a * rest == b * here or (one > 0) == (a * rest > b * here)


def test_words_are_counted_as_a_plain_count_has_them(spoken: Study, words: Concordance) -> None:
    here = np.zeros(len(passages(spoken)), bool)
    here[:2] = True
    here, rest_of = words.chosen(here), words.chosen(~here)
    found = word_list(words, here, rest_of, small=False)
    plain = Counter(word for said in passages(spoken)[:2] for word in said)
    rest = Counter(word for said in passages(spoken)[2:] for word in said)
    assert {fold(one.word): (one.here, one.rest) for one in found.words} == {w: (plain[w], rest[w]) for w in plain}
    assert (found.here, found.rest) == (plain.total(), rest.total())
    assert found.words[0].word.lower() == "le"
    listed = {one.word for one in word_list(words, here, rest_of, stop=frozenset({"Client"})).words}
    assert listed == {"attend", "paie", "bus"}
    scores = [one.score for one in word_list(words, here, rest_of, by="score").words]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < 0


def test_words_are_shown_as_they_are_written(spoken: Study, words: Concordance) -> None:
    shown = {one.word for one in word_list(words, every(words), ~every(words)).words}
    assert "râle" in shown


def test_collocates_are_those_of_a_plain_scan(spoken: Study, words: Concordance) -> None:
    left, right = Counter[str](), Counter[str]()
    near = Counter[str]()
    for said in passages(spoken):
        at = [n for n, word in enumerate(said) if word == "client"]
        sides = [{m for n in at for m in range(n - 2, n) if m >= 0}, {m for n in at for m in range(n + 1, n + 3)}]
        sides = [{m for m in side if m < len(said) and said[m] != "client"} for side in sides]
        left.update(said[m] for m in sides[0])
        right.update(said[m] for m in sides[1])
        near.update(said[m] for m in sides[0] | sides[1])
    found = collocates(words, queries.parse("client"), every(words), every(words), reach=2, small=False)
    assert {fold(one.word): (one.near, one.left, one.right) for one in found} == {
        word: (near[word], left[word], right[word]) for word in near
    }
    whole = Counter(word for said in passages(spoken) for word in said)
    assert all(one.near + one.elsewhere == whole[fold(one.word)] for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_word_tree_branches_as_the_phrase_goes_on(ask: Ask, words: Concordance) -> None:
    passage = ask(Search("client")).passage
    right = tree(words, queries.parse('"client attend"'), every(words), passage)
    assert (right.count, right.ends, right.hidden) == (3, 0, 0)
    (le,) = right.branches
    assert (le.words, le.count) == (("le",), 3)
    assert [(one.words[0], one.count) for one in le.branches] == [("bus", 1), ("client", 1), ("train", 1)]
    left = tree(words, queries.parse("client"), every(words), passage, "left")
    assert left.count == 5
    assert [(one.words[0].lower(), one.count) for one in left.branches] == [("le", 4), ("un", 1)]
    narrow = tree(words, queries.parse("client"), every(words), passage, "left", breadth=1)
    assert narrow.hidden == 1


def test_a_word_tree_has_the_words_as_they_were_spoken(tmp_path: Path) -> None:
    texts = {"Un": "ANNE : à Lyon, à Paris, on a vu l’équipe. Et l'équipe a vu, aujourd’hui, qu’on voit."}
    study = make_study(tmp_path, texts=texts)
    index = SearchIndex.of(study.project, tmp_path / "cache")
    index.catch_up(study.project)
    found = listings.listing(Search("vu"), Moment.of(study.project), index)

    def said(query: str, side: str, depth: int = 3) -> list[str]:
        made = tree(found.words, queries.parse(query), every(found.words), found.passage, side, depth=depth)
        return [joined(one.words[::-1] if side == "left" else one.words) for one in _leaves(made, ())]

    assert sorted(said("vu", "left")) == ["Paris on a", "l'équipe a"]
    assert sorted(said("vu", "right")) == ["aujourd’hui qu’on", "l’équipe Et"]
    study.project.close()


def _leaves(one: Branch, above: tuple[str, ...]) -> list[Branch]:
    words = (*above, *one.words)
    return (
        [replace(one, words=words)]
        if not one.branches
        else [leaf for each in one.branches for leaf in _leaves(each, words)]
    )


def test_no_context_is_in_a_word_tree_twice(ask: Ask, words: Concordance) -> None:
    passage = ask(Search("client")).passage
    each = sum(tree(words, queries.parse(one), every(words), passage).count for one in ("client", "attend"))
    both = tree(words, queries.parse("client AND attend"), every(words), passage)
    assert both.count < each
    assert both.count == 3, "in each of three turns the words stand side by side"


@pytest.mark.parametrize(
    "query", ["client", '"client attend"', "client OR bus", "client NEAR/3 bus", "cl*", "/cl.ent/"]
)
def test_lines_are_every_match_in_the_order_of_documents(ask: Ask, query: str) -> None:
    found = ask(Search(query), view="lines")
    assert found.lines is not None
    assert list(found.lines) == list(found.each_match())
    assert list(found.lines)


def test_lines_are_sorted_by_what_stands_beside(ask: Ask) -> None:
    for side in ("left", "right"):
        found = ask(Search("client"), view="lines", order=side)
        assert found.lines is not None
        beside = []
        for row, start, end in found.lines:
            said = found.row(row).verbatim
            text = said.text[: start - said.start] if side == "left" else said.text[end - said.start :]
            near = [token.term for token in tokens(text)]
            beside.append((near[::-1] if side == "left" else near)[:4])
        assert beside == sorted(beside)
        assert len(beside) == 5


def test_a_passage_that_is_removed_is_in_no_list(spoken: Study, tmp_path: Path) -> None:
    index = SearchIndex.of(spoken.project, tmp_path)
    index.catch_up(spoken.project)
    documents.remove(spoken.project, [spoken.documents["Deux"]])
    found = listings.listing(Search("client", view="lines"), Moment.of(spoken.project), index)
    assert found.lines is not None
    assert len(found.lines) == 3
    assert found.words.counts(np.ones(len(passages(spoken)), bool)).sum() == sum(map(len, passages(spoken)))


def test_relevance_puts_first_what_has_it_more_often_and_is_shorter(spoken: Study, ask: Ask) -> None:
    plain, ranked = ask(Search("client")), ask(Search("client"), order="relevance")
    assert sorted(plain.units.tolist()) == sorted(ranked.units.tolist())
    assert ranked.row(0).verbatim.text.startswith("le client attend, le client paie")
    score = ranked.words.relevance(queries.parse("client"), ranked.units)
    lengths = {len(said): said.count("client") for said in passages(spoken) if "client" in said}
    mean = sum(map(len, passages(spoken))) / 5
    rarity = math.log(1 + (5 - 3 + 0.5) / (3 + 0.5))
    expected = [rarity * n * 2.2 / (n + 1.2 * (0.25 + 0.75 * length / mean)) for length, n in lengths.items()]
    assert score.tolist() == pytest.approx(sorted(expected, reverse=True))


def test_groups_say_how_many_verbatims_each_has(spoken: Study, ask: Ask) -> None:
    project = spoken.project
    film, pay = codebook.add(project, "film"), codebook.add(project, "payer")
    at = spoken.documents["Un"]
    codings.apply_many(project, [(code, anchors.words(at, *spoken.span("Un", "client paie"))) for code in (film, pay)])
    found = ask(Search("client"), group="code")
    assert [(name, size) for _, _, name, size in found.groups] == [("film", 1), ("payer", 1), ("", 2)]
    assert (len(found), found.total, found.counted) == (4, 3, 3)
    assert found.row(0).verbatim.text == found.row(1).verbatim.text
    participants.add(project, "Anne", documents=[at])
    people = ask(Search("client"), group="participant")
    assert [(name, size) for _, _, name, size in people.groups] == [("Anne", 2), ("(none)", 1)]


def test_an_export_has_attributes_and_one_for_print_has_words_speakers_and_codes(
    spoken: Study, ask: Ask, tmp_path: Path
) -> None:
    project, at = spoken.project, spoken.documents["Un"]
    participants.add(project, "Anne", documents=[at], attributes={"secteur": "GSA"})
    codings.apply(project, codebook.add(project, "film"), anchors.words(at, *spoken.span("Un", "client paie")))
    record = hits.sheet(ask(Search("paie"))).records()[0]
    assert (record["participant"], record["secteur"], record["codes"]) == ("Anne", "GSA", "film")
    path = tmp_path / "hits.docx"
    hits.save(ask(Search("paie")), path)
    with ZipFile(path) as file:
        body = file.read("word/document.xml").decode()
    for words in ("le client attend, le client paie.", "Anne", "secteur\u00a0: GSA", "[film]"):
        assert words in body
