"""Names that stay in a project, and what stands for them in what leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import SystemRandom

import pytest

from corpus import documents
from corpus.errors import NothingThere, SourceError, TableError
from corpus.model import Participant
from corpus.people import lots, participants, vault
from corpus.store.project import Project
from tests.coding.support import draft
from tests.corpus.support import dump, empty_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def hidden(project: Project) -> dict[str, str]:
    with project.read() as session:
        return {one.name: one.replacement for one in vault.read(session).hidden}


def test_a_number_is_drawn_and_names_given_together_share_it(project: Project) -> None:
    vault.hide(project, ["Carrefour", "Carrefour  Market"], "firm")
    vault.hide(project, ["Sandrine"], "person")
    found = hidden(project)
    assert found["Carrefour"] == found["Carrefour Market"]
    assert len(set(found.values())) == 2
    nouns = {"fr": ("entreprise", "personne"), "en": ("company", "person")}[project.info().language]
    for name, noun in zip(("Carrefour", "Sandrine"), nouns, strict=True):
        assert re.fullmatch(rf"\[{noun} \d+\]", found[name])


def test_many_names_draw_each_a_number_of_its_own(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lots, "chance", SystemRandom())
    made = vault.hide_each(project, [f"Nom{n}x" for n in range(1500)], "person")
    assert len({one.replacement for one in made}) == len(hidden(project)) == 1500
    again = vault.hide_each(project, ["nom7X", "Neuf", "NEUF"], "person")
    assert [one.name for one in again] == ["Nom7x", "Neuf"], "a name is there once, however it is written"


def test_a_number_that_texts_have_in_brackets_is_not_drawn(project: Project) -> None:
    noun = {"fr": "lieu", "en": "place"}[project.info().language]
    there = " ".join(f"[{noun} {n}] et [participant {n}]" for n in range(1, 90))
    documents.add(project, [draft("Masqué", f"R : Vu à {there}.")])
    [hidden] = vault.hide(project, ["Lorient"], "place")
    assert hidden.replacement == f"[{noun} 90]"
    key = participants.add(project, "Mado")
    with project.read() as session:
        assert session.get_one(Participant, key).lot == 90


def test_numbers_follow_no_order(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lots, "chance", SystemRandom())
    for n in range(40):
        vault.hide(project, [f"Nom{n}"], "person")
    numbers = [int(hidden(project)[f"Nom{n}"].strip("]").split()[-1]) for n in range(40)]
    assert len(set(numbers)) == 40
    assert sum(a < b for a, b in pairwise(numbers)) in range(6, 34)  # by chance outside once in a billion


def test_a_name_keeps_what_stands_for_it_until_another_is_given(project: Project) -> None:
    vault.hide(project, ["Lorient"], "place", replacement="une ville du sud")
    assert hidden(project) == {"Lorient": "[une ville du sud]"}
    vault.hide(project, ["LORIENT"], "place")
    assert hidden(project) == {"Lorient": "[une ville du sud]"}
    vault.hide(project, ["lorient"], "place", replacement="[un port]")
    assert hidden(project) == {"Lorient": "[un port]"}


def test_words_that_are_no_name_are_kept_and_what_is_hidden_stays_so(project: Project) -> None:
    vault.hide(project, ["Vannes"], "place")
    vault.refuse(project, ["Noël", "Vannes", ""])
    with project.read() as session:
        assert vault.read(session).refused == {"Noël"}
    vault.hide(project, ["noel"], "person")
    assert set(hidden(project)) == {"Vannes", "Noël"}
    vault.forget(project, ["Noël", "vannes"])
    assert hidden(project) == {}
    with pytest.raises(NothingThere, match=r"^Brest is not in the vault\.$"):
        vault.forget(project, ["Brest"])


def test_each_verb_is_one_change_that_is_undone(project: Project) -> None:
    vault.hide(project, ["Vannes"], "place")
    for verb in (
        lambda: vault.hide(project, ["Brest", "Vannes"], "place", replacement="x"),
        lambda: vault.refuse(project, ["Noël"]),
        lambda: vault.forget(project, ["Vannes"]),
    ):
        before = dump(project.path)["pseudonym"]
        verb()
        assert dump(project.path)["pseudonym"] != before
        project.undo()
        assert dump(project.path)["pseudonym"] == before


def test_a_list_comes_in_at_once_or_not_at_all(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "noms.csv"
    table.write_text(
        "Nom;Type;Pseudonyme\nFnac;entreprise;enseigne A\nDarty;firm;enseigne A\nMado;personne;\n", "utf-8"
    )
    vault.import_table(project, table)
    found = hidden(project)
    assert found["Fnac"] == found["Darty"] == "[enseigne A]"
    assert found["Mado"].startswith("[person")
    table.write_text("Nom;Type\nBrive;ville\n", "utf-8")
    with pytest.raises(SourceError, match="not of a ville"):
        vault.import_table(project, table)
    table.write_text("Ville\nBrive\n", "utf-8")
    with pytest.raises(TableError, match="has no column of names"):
        vault.import_table(project, table)
    assert hidden(project) == found


def test_what_has_no_character_is_refused(project: Project) -> None:
    with pytest.raises(SourceError, match="at least one letter or digit"):
        vault.hide(project, [" ", ""], "person")
    with pytest.raises(SourceError, match="at least one letter or digit"):
        vault.hide_each(project, ["Zoé", "😀"], "person")
    assert hidden(project) == {}
    with pytest.raises(SourceError, match="at least one character"):
        vault.hide(project, ["Brest"], "place", replacement="[ ]")
