"""Names that texts seem to hold are found with their places, and what is settled is not listed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import entities, names
from coding.moment.moment import Moment
from corpus.people import participants, vault
from tests.coding.support import Study, make_study

TEXTS = {
    "Un": "Q : Et Sandrine ?\nR : Sandrine Le Goff est partie. Monsieur Gallet, l'acheteur de Quimper, l'a dit. "
    "Les clients de Carrefour râlent, et ceux d'Optiméride aussi. Ah, c'est dur. Racontez-moi Noël.",
    "Deux": "R : Avec Gallet on a ouvert à Brest et à Quimper. Terre & Rameaux nous suit. Le carrefour est fermé. "
    "Écrivez à luc.petit@exemple.fr ou au 06 12 34 56 78, voir https://exemple.fr/a?b=1.",
}


def study_of(texts: dict[str, str], folder: Path) -> Iterator[Study]:
    study = make_study(folder, texts=texts)
    with study.project:
        yield study


@pytest.fixture
def said(tmp_path: Path) -> Iterator[Study]:
    yield from study_of(TEXTS, tmp_path)


@pytest.fixture
def dictated(tmp_path: Path) -> Iterator[Study]:
    yield from study_of({"Dicté": "R : avec optiméride on a ouvert à ploërmel et les clients sont venus"}, tmp_path)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Study]:
    yield from study_of({"Vide": "…", "Signes": "😀 — ?"}, tmp_path)


def test_a_model_that_is_not_installed_is_missed_and_one_that_is_is_united(tmp_path: Path) -> None:
    assert entities.missing("en") == ""
    assert entities.missing("fr") == ("" if entities.installed("fr") else "fr_core_news_sm")
    if not entities.installed("fr"):
        pytest.skip("fr_core_news_sm is not installed")
    said = "R : Rose Marchand a signé. Une rose, deux roses, un marchand. Marchand et madame Rose, oui."
    for study in study_of({"Un": said}, tmp_path):
        assert any("Rose" in name for name in listed(study))


def listed(study: Study) -> dict[str, names.FoundName]:
    return {one.name: one for one in names.found(Moment.of(study.project))}


def test_names_are_found_with_how_often_where_and_as_what(said: Study) -> None:
    found = listed(said)
    assert {name: one.kind for name, one in found.items()} == {
        "Gallet": "person",
        "Quimper": "place",
        "Sandrine Le Goff": "person",
        "Carrefour": "other",
        "Optiméride": "other",
        "Noël": "other",
        "Brest": "place",
        "Terre & Rameaux": "person",
        "luc.petit@exemple.fr": "contact",
        "06 12 34 56 78": "contact",
        "https://exemple.fr/a?b=1.": "contact",
    }
    assert list(found)[:2] == ["Gallet", "Quimper"]  # in two documents, the others in one
    assert (found["Gallet"].count, found["Gallet"].documents) == (2, 2)
    moment = Moment.of(said.project)
    for one in found.values():
        for document, start, end in one.places:
            assert moment.text(document)[start:end].casefold() in one.name.casefold()


def test_what_is_hidden_refused_or_a_confidential_persons_is_not_listed(said: Study) -> None:
    vault.hide(said.project, ["Quimper"], "place")
    vault.refuse(said.project, ["Noël"])
    participants.add(said.project, "Sandrine Le Goff", confidential=True)
    assert {"Quimper", "Noël", "Sandrine Le Goff"}.isdisjoint(listed(said))
    assert "Gallet" in listed(said)


def test_of_a_text_without_capitals_words_of_no_dictionary_are_listed(dictated: Study) -> None:
    found = listed(dictated)
    assert {"optiméride", "ploërmel"} <= set(found)
    assert "clients" not in found
    assert not any(one.sure for one in found.values())


def test_a_text_without_words_has_no_names(empty: Study) -> None:
    assert listed(empty) == {}


def test_words_around_a_place_are_whole(said: Study) -> None:
    moment, one = Moment.of(said.project), listed(said)["Brest"]
    around = names.around(moment, one.places[0], width=12)
    assert "Brest" in around
    assert all(word in moment.text(one.places[0][0]) for word in around.split())
