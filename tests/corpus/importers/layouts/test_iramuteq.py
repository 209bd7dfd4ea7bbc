"""A corpus for IRaMuTeQ: each text is a document, its variables are attributes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import importers
from corpus.drafts import Draft

CORPUS = """
**** *ent_ada *sexe_F *age_20_30
Je prends le bois.

Tel qu'il vient.
**** *ent_bob *sexe_H *pilote
-*outils
La scie : oui.
-*autre chose
Le rabot.
"""


def drafts(folder: Path, text: str) -> list[Draft]:
    path = folder / "corpus.txt"
    path.write_text(text, "utf-8")
    return [draft for draft in importers.read_all(path) if isinstance(draft, Draft)]


def test_each_text_is_a_document_with_its_variables(tmp_path: Path) -> None:
    ada, bob = drafts(tmp_path, CORPUS)
    assert (ada.name, ada.part, ada.text) == ("ent ada", "1", "Je prends le bois.\n\nTel qu'il vient.")
    assert dict(ada.attributes) == {"ent": "ada", "sexe": "F", "age": "20_30"}
    assert dict(bob.attributes) == {"ent": "bob", "sexe": "H", "pilote": "pilote"}
    assert [(each.kind, bob.text[each.start : each.end]) for each in bob.passages] == [
        *(("heading", "outils"), ("paragraph", "La scie : oui.")),
        *(("heading", "autre chose"), ("paragraph", "Le rabot.")),
    ]


def test_one_text_is_one_document_named_after_the_file(tmp_path: Path) -> None:
    (one,) = drafts(tmp_path, "**** *sexe_F\nJe prends le bois.\n")
    assert (one.name, one.part, one.text) == ("corpus", None, "Je prends le bois.")
    assert dict(one.attributes) == {"sexe": "F"}


def test_texts_are_numbered_where_no_variable_tells_them_apart(tmp_path: Path) -> None:
    assert [each.name for each in drafts(tmp_path, "0001 *sexe_F\nOui.\n0002 *sexe_F\nNon.\n")] == ["1", "2"]


@pytest.mark.parametrize("text", ["**** fin\nOui.", "Oui.\n**** *sexe_F\nNon.", "***\n*a_b\nOui.", "Oui."])
def test_other_texts_with_stars_stay_whole(tmp_path: Path, text: str) -> None:
    (one,) = drafts(tmp_path, text)
    assert one.text == text
