"""Forms of a word, by the tables: `~faire` finds `fasse`, and what is a form of two words is told."""

from __future__ import annotations

import doctest
from pathlib import Path

import numpy as np
import pytest

from corpus.search import find, lemmas, word_tables
from corpus.search.analysis import fold
from corpus.search.forms import Shared, shared
from corpus.search.index import IndexView
from corpus.search.lemmas import others, related
from corpus.search.nodes import words_in
from corpus.search.postings import PassageText, gathered
from corpus.search.query import parse
from tests.corpus.search import conjugated


def _missed(words: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    return [(word, form) for word, forms in words for form in forms if not related(fold(word), fold(form))]


def test_all_forms_of_frequent_french_verbs_are_found() -> None:
    verbs = conjugated.french()
    assert len(verbs) == 30
    assert sum(len(forms) for _, forms in verbs) == 1183
    assert {"fasse", "fît", "faites"} <= set(dict(verbs)["faire"])
    assert {"changions", "changèrent", "changeât"} <= set(dict(verbs)["changer"])
    assert _missed(verbs) == []


def test_all_forms_of_new_and_of_regular_verbs_are_found() -> None:
    assert _missed(conjugated.regular()) == []


def test_all_forms_of_frequent_english_words_are_found() -> None:
    assert _missed(conjugated.english()) == []


@pytest.mark.parametrize("verb", ["faire", "vivre", "suivre", "appeler"])
def test_a_query_finds_them_in_a_text(verb: str) -> None:
    forms = {fold(form) for form in dict(conjugated.french())[verb]}
    postings = gathered(PassageText(n, 1, 10 * n, form) for n, form in enumerate(forms))
    found = {postings.lexicon[number] for number in postings.numbers(f"~{verb}").tolist()}
    assert found == forms


def test_numbers_and_genders_and_other_words() -> None:
    for one, many in [
        ("vendeur", "vendeuse vendeuses vendeurs"),
        ("national", "nationaux nationales"),
        ("oeil", "yeux"),
    ]:
        assert [form for form in many.split() if not related(one, form)] == []
    for pair in (
        "innovation innover",
        "parcours parc",
        "prix prise",
        "bus but",
        "faire fer",
        "maison mais",
        "mois moi",
        "data date",
        "content conter",
        "stocker stock",
        "process proces",
    ):
        one, other = pair.split()
        assert not related(one, other)


def test_forms_of_two_words_are_told_and_can_be_left_out() -> None:
    assert others("suis", "suivre") == {"être"}
    assert others("part", "partir") >= {"part"}
    assert others("suivons", "suivre") == others("decide", "decider") == frozenset()
    texts = [
        PassageText(1, 1, 0, "Je suis là."),
        PassageText(2, 1, 20, "Je suivais la livraison, et nous la suivrons."),
    ]
    postings = gathered(texts)
    assert len(postings.numbers("~suivre")) == 3
    assert {postings.lexicon[n] for n in postings.numbers("~~suivre").tolist()} == {"suivais", "suivrons"}
    node = parse("~~suivre")
    assert list(words_in(node)) == ["~~suivre"]
    assert [len(spans) for spans in find.marked(node, texts)] == [0, 2]


def test_how_often_a_shared_form_stands_is_counted() -> None:
    texts = [
        PassageText(n, 1, 20 * n, text) for n, text in enumerate(["Je suis là.", "Suis-moi !", "Il part.", "Parti ?"])
    ]
    view = IndexView(parts=((gathered(texts), np.array([True, True, True, False])),))
    assert shared(view, parse("~suivre OR /x/")) == [Shared("suivre", "suis", ("être",), 2)]
    assert shared(view, parse("~~suivre ~par* suis")) == []
    assert [(one.form, one.passages) for one in shared(view, parse("~partir"))] == [("part", 1)]


def test_words_in_no_table_are_alike_by_their_endings() -> None:
    assert related("phygitaliser", "phygitalisons")
    assert not related("phygital", "physique")


def test_a_form_is_shared_only_with_a_word_that_is_spelt_so() -> None:
    texts = [PassageText(1, 1, 0, "On le fera, et c'est la fête de l'été, où elle était.")]
    view = IndexView(parts=((gathered(texts), np.array([True])),))
    assert [(one.form, one.of) for one in shared(view, parse("~faire ~être"))] == [("est", ("est",)), ("été", ("été",))]
    texts = [PassageText(1, 1, 0, "Le féra du lac.")]
    view = IndexView(parts=((gathered(texts), np.array([True])),))
    assert [(one.form, one.of) for one in shared(view, parse("~faire"))] == [("féra", ("féra",))]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(word_tables, "_read", lambda _, name: {"exc": {"verb": {"Été": ["être"]}}}.get(name, {}))
    return tmp_path


def test_a_table_is_put_together_once_and_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = word_tables.table("fr")
    assert list(table.of("ete")) == [("verb", "être")]
    assert set(table.of("vis")) == {("verb", "vivre")}
    assert list(table.of("et")) == list(table.of("z")) == []
    assert list(table.forms("être")) == ["ete", "etre"]
    assert list(table.forms("tre")) == []
    monkeypatch.setattr(word_tables, "_read", None)
    assert list(word_tables.table("fr").of("ete")) == [("verb", "être")]


def test_a_torn_table_is_made_anew_and_one_that_cannot_be_kept_is_used(cache: Path) -> None:
    word_tables.table("fr")
    (kept,) = cache.rglob("fr-*.gz")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert list(word_tables.table("fr").forms("être")) == ["ete", "etre"]
    kept.unlink()
    kept.mkdir()
    assert list(word_tables.table("fr").forms("être")) == ["ete", "etre"]


def test_accents_do_not_matter_and_folding_at_once_is_folding_each() -> None:
    words = ["Œuvre", "ÉTÉ", "aïeul", "l’été", "ça"]
    assert word_tables._folded(words) == [fold(word) for word in words]


def test_examples() -> None:
    assert doctest.testmod(lemmas).failed == 0
