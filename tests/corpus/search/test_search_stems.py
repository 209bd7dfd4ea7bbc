"""Light stems: the forms of one word are alike, and other words are not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search import stems
from corpus.search.stems import alike

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "forms",
    [
        "client clients cliente clientes",
        "innover innovons innovez innove innovent innovait innovaient innovant innovera innoveraient innove innovee",
        "magasin magasins",
        "maison maisons",
        "question questions",
        "reussir reussi reussit reussissons reussissait",
        "capacite capacites",
        "commercial commerciale commerciales commerciaux",
        "reseau reseaux",
        "actif actifs active actives",
        "changer change changeons changeait changeaient",
        "attendre attend attendent attendait attendons attendez",
        "finissons finissez finissent finissait finissant",
        "employer emploie employons employaient",
        "appeler appelle appelons appellent",
        "innovation innovations",
        "store stores stored storing",
        "company companies",
        "planned planning plan plans",
        "watch watches watched watching",
        "process processes processed processing",
        "try tries tried trying",
    ],
)
def test_forms_of_one_word_are_alike(forms: str) -> None:
    first, *others = forms.split()
    assert [form for form in others if not alike(first, form)] == []


@pytest.mark.parametrize(
    "pair",
    [
        "innovation innover",
        "client clic",
        "parcours parc",
        "marche marketing",
        "prix prise",
        "centre cent",
        "stock stockholm",
        "2019 2018",
        "bus but",
    ],
)
def test_other_words_are_not(pair: str) -> None:
    one, other = pair.split()
    assert not alike(one, other)


@given(st.text(ALPHABET, max_size=14))
def test_a_word_is_like_itself_and_in_french_like_its_plural(word: str) -> None:
    assert alike(word, word)
    if len(word) > 3 and word[-1] not in "sxuiz" and not word.endswith("dre"):
        assert stems.stems(word)[0] == stems.stems(word + "s")[0]


def test_examples() -> None:
    assert doctest.testmod(stems).failed == 0
