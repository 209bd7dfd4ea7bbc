"""Codes from a pasted list: indented or with slashes, one change, nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import codebook
from coding.codebook import frameworks, pasting
from corpus.errors import CodingError
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes

LIST = """
Accueil
    - attente
        * en caisse
    - premier contact
2) Prix
\tremises/fidélité
Prix/remises
"""


def paths(project: Project) -> list[str]:
    return [code.path for code in codebook.listed(project) if code.cycle == 1]


def test_what_is_indented_goes_under_what_is_above_and_slashes_part_names(study: Study) -> None:
    made = does_and_undoes(study.project, lambda: pasting.paste(study.project, LIST))
    assert paths(study.project) == [
        "Accueil",
        "Accueil/attente",
        "Accueil/attente/en caisse",
        "Accueil/premier contact",
        "Prix",
        "Prix/remises",
        "Prix/remises/fidélité",
    ]
    assert len(made) == 7


def test_codes_that_are_there_stay_and_take_what_goes_under_them(study: Study) -> None:
    there = codebook.add(study.project, "accueil", definition="Comment on reçoit.")
    pasting.paste(study.project, "ACCUEIL\n  attente")
    assert paths(study.project) == ["accueil", "accueil/attente"]
    assert codebook.get(study.project, there).definition == "Comment on reçoit."


def test_a_preview_says_what_is_there_already(study: Study) -> None:
    codebook.add(study.project, "accueil/attente")
    known = {one.key: one for one in codebook.listed(study.project)}
    found = pasting.proposed("Accueil\n  Attente\n  sourire", known)
    assert [(one.names, one.line, one.there, one.depth) for one in found] == [
        (("Accueil",), 1, True, 0),
        (("Accueil", "Attente"), 2, True, 1),
        (("Accueil", "sourire"), 3, False, 1),
    ]


def test_codes_go_under_a_code_and_into_a_framework(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    fork = frameworks.fork(study.project, "meco-2019", key="own")
    above = codebook.add(study.project, "Terrain")
    pasting.paste(study.project, "Vente\n  conseil", parent=above)
    pasting.paste(study.project, "Improviser", framework=fork)
    assert paths(study.project) == ["Terrain", "Terrain/Vente", "Terrain/Vente/conseil"]
    known = {one.key: one for one in codebook.listed(study.project)}
    assert [one.there for one in pasting.proposed("vente\n  conseil\nprix", known, parent=above)] == [True, True, False]
    assert [one.there for one in pasting.proposed("improviser\nvente", known, framework=fork)] == [True, False]


def test_a_list_without_a_name_is_refused(study: Study) -> None:
    with pytest.raises(CodingError, match="no name"):
        pasting.paste(study.project, " \n - \n//\n")


def test_a_slash_within_a_name_is_written_as_in_a_path(study: Study) -> None:
    pasting.paste(study.project, r"/Oui\/non")
    assert paths(study.project) == ["Oui/non"]


@given(st.lists(st.text(alphabet="ab/ \t-1.é", max_size=8), max_size=12))
def test_whatever_is_pasted_each_code_stands_under_one_named_before(lines: list[str]) -> None:
    found = [names for _, names in pasting.read("\n".join(lines))]
    assert len(set(found)) == len(found)
    assert all(names and (len(names) == 1 or names[:-1] in found[:n]) for n, names in enumerate(found))
