"""Matrices kept by name, and attributes of participants: each verb does and undoes."""

from __future__ import annotations

import pytest

from coding.tables import saved_matrices
from corpus import attributes, participants
from corpus.errors import CodingError, NothingThere, SourceError
from tests.coding.support import Study, does_and_undoes


def test_a_matrix_is_kept_and_kept_anew(study: Study) -> None:
    project = study.project
    key = does_and_undoes(
        project, lambda: saved_matrices.save(project, " By  sector ", "documents", "codes", "words", {"coder": "Ada"})
    )
    [saved] = saved_matrices.listed(project)
    assert (saved.key, saved.name, saved.rows, saved.cell) == (key, "By sector", "documents", "words")
    assert saved.options == {"coder": "Ada"}
    again = does_and_undoes(project, lambda: saved_matrices.save(project, "by SECTOR", "codes", "documents", "share"))
    assert again == key
    assert [(one.rows, one.options) for one in saved_matrices.listed(project)] == [("codes", {})]


def test_kept_matrices_are_renamed_and_removed(study: Study) -> None:
    project = study.project
    first = saved_matrices.save(project, "a", "documents", "codes", "words")
    second = saved_matrices.save(project, "b", "documents", "codes", "words")
    does_and_undoes(project, lambda: saved_matrices.rename(project, first, "z"))
    assert [one.name for one in saved_matrices.listed(project)] == ["b", "z"]
    with pytest.raises(CodingError, match="called B"):
        saved_matrices.rename(project, first, "B")
    with pytest.raises(CodingError, match="needs a name"):
        saved_matrices.save(project, "  ", "documents", "codes", "words")
    does_and_undoes(project, lambda: saved_matrices.remove(project, second))
    with pytest.raises(NothingThere):
        saved_matrices.remove(project, second)


def test_attributes_are_made_renamed_and_removed(study: Study) -> None:
    project = study.project
    key = does_and_undoes(project, lambda: attributes.add(project, "Région", "text"))
    person = participants.add(project, "Anne", attributes={"region": "Nord"})
    assert participants.get(project, person).attributes == {"Région": "Nord"}
    with pytest.raises(SourceError, match="called region"):
        attributes.add(project, "region")
    with pytest.raises(SourceError, match="No attribute type"):
        attributes.add(project, "age", "colour")
    with pytest.raises(SourceError, match="needs a name"):
        attributes.rename(project, key, " ")
    does_and_undoes(project, lambda: attributes.rename(project, key, "Area"))
    assert participants.get(project, person).attributes == {"Area": "Nord"}
    does_and_undoes(project, lambda: attributes.remove(project, key))
    assert participants.get(project, person).attributes == {}
    with pytest.raises(NothingThere):
        attributes.rename(project, key, "other")
