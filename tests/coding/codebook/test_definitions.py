"""Definitions: a sitting's typing is one step, and every writing is remembered with who, when and instead of what."""

from __future__ import annotations

import pytest

from coding import codebook
from coding.codebook import definitions
from corpus.errors import CodingError
from tests.coding.support import Study, dump


def test_a_sittings_typing_is_one_step_however_often_it_was_written(study: Study) -> None:
    code = codebook.add(study.project, "Parcours", definition="Avant.")
    before, step = dump(study.project), None
    for said in ("Le", "Le chemin", "Le chemin du client."):
        step = definitions.typed(study.project, code, {"definition": said}, step)
        assert codebook.get(study.project, code).definition == said
    assert study.project.undoable() == step
    study.project.undo()
    assert dump(study.project) == before
    study.project.redo()
    assert codebook.get(study.project, code).definition == "Le chemin du client."


def test_typing_after_something_else_was_done_is_a_step_of_its_own(study: Study) -> None:
    code = codebook.add(study.project, "Parcours")
    step = definitions.typed(study.project, code, {"definition": "Un"})
    codebook.add(study.project, "Autre")
    definitions.typed(study.project, code, {"definition": "Un deux"}, step)
    study.project.undo()
    assert codebook.get(study.project, code).definition == "Un"
    assert codebook.at(study.project, "Autre") is not None


def test_what_is_typed_back_leaves_nothing_to_undo(study: Study) -> None:
    code = codebook.add(study.project, "Parcours", definition="Avant.")
    made = study.project.undoable()
    step = definitions.typed(study.project, code, {"definition": "Après."})
    assert definitions.typed(study.project, code, {}, step) is None
    assert codebook.get(study.project, code).definition == "Avant."
    assert study.project.undoable() == made


def test_what_is_refused_leaves_what_was_written(study: Study) -> None:
    code = codebook.add(study.project, "Parcours")
    codebook.add(study.project, "Prix")
    step = definitions.typed(study.project, code, {"definition": "Le chemin"})
    with pytest.raises(CodingError, match="called Prix here"):
        definitions.typed(study.project, code, {"definition": "Le chemin", "name": "Prix"}, step)
    assert codebook.get(study.project, code).definition == "Le chemin"


def test_the_history_tells_who_wrote_what_instead_of_what(study: Study) -> None:
    code = codebook.add(study.project, "Parcours", definition="Un.")
    with study.coder("Bea"):
        codebook.edit(study.project, code, definition="Deux.", include="Tout.")
    codebook.edit(study.project, code, colour="#0072b2")
    codebook.move(study.project, code, codebook.add(study.project, "Haut"))
    codebook.edit(study.project, code, name="Chemin")
    found = definitions.versions(study.project, code)
    assert [(one.coder, dict(one.fields)) for one in found] == [
        ("Ada", {"name": ("", "Parcours"), "definition": ("", "Un.")}),
        ("Bea", {"definition": ("Un.", "Deux."), "include": ("", "Tout.")}),
        ("Ada", {"name": ("Parcours", "Chemin")}),
    ]
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_what_was_taken_back_is_no_part_of_the_history_and_what_was_brought_back_is(study: Study) -> None:
    code = codebook.add(study.project, "Parcours", definition="Un.")
    step = None
    for said in ("D", "De", "Deux."):
        step = definitions.typed(study.project, code, {"definition": said}, step)
    told = [dict(one.fields) for one in definitions.versions(study.project, code)][1:]
    assert told == [{"definition": ("Un.", "Deux.")}]
    study.project.undo()
    assert len(definitions.versions(study.project, code)) == 1
    study.project.redo()
    assert [dict(one.fields) for one in definitions.versions(study.project, code)][1:] == told
