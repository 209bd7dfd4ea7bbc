"""Matrices kept by name, and attributes of participants: each verb does and undoes."""

from __future__ import annotations

import pytest

from coding.moment.moment import Moment
from coding.tables import saved_matrices
from coding.tables.saved_matrices import MatrixChoice
from corpus import anchors
from corpus.errors import CodingError, NothingThere, SourceError
from corpus.people import attributes, participants
from tests.coding.support import Study, does_and_undoes


def test_a_matrix_is_kept_and_kept_anew(study: Study) -> None:
    project, first = study.project, MatrixChoice("codes", "documents", "words", coder="Ada", where={"Secteur": "GSA"})
    key = does_and_undoes(project, lambda: saved_matrices.save(project, " By  sector ", first))
    [saved] = saved_matrices.listed(project)
    assert (saved.key, saved.name, saved.choice) == (key, "By sector", first)
    other = MatrixChoice("documents", "codes", "share", mask=True, human=True, reread=True)
    again = does_and_undoes(project, lambda: saved_matrices.save(project, "by SECTOR", other))
    assert again == key
    assert saved_matrices.find(project, "BY  sector").choice == other
    with pytest.raises(NothingThere, match="No matrix is kept as By year"):
        saved_matrices.find(project, "By year")


def test_kept_matrices_are_renamed_and_removed(study: Study) -> None:
    project = study.project
    first = saved_matrices.save(project, "a", MatrixChoice())
    second = saved_matrices.save(project, "b", MatrixChoice())
    does_and_undoes(project, lambda: saved_matrices.rename(project, first, "z"))
    assert [one.name for one in saved_matrices.listed(project)] == ["b", "z"]
    with pytest.raises(CodingError, match="called B"):
        saved_matrices.rename(project, first, "B")
    with pytest.raises(CodingError, match="needs a name"):
        saved_matrices.save(project, "  ", MatrixChoice())
    does_and_undoes(project, lambda: saved_matrices.remove(project, second))
    with pytest.raises(NothingThere):
        saved_matrices.remove(project, second)


def test_a_choice_is_counted_in_its_own_view(study: Study) -> None:
    from coding import codebook, codings

    project = study.project
    code = codebook.add(project, "Attente")
    codings.apply(project, code, anchors.words(study.documents["Achats"], *study.span("Achats", "parcours client")))
    moment = Moment.of(project)
    assert MatrixChoice(cell="codings").counted(moment).values.sum() == 1
    assert MatrixChoice(cell="codings", coder=project.coder).counted(moment).values.sum() == 1
    assert MatrixChoice(cell="codings", human=True).counted(moment).moment.human
    codings.apply(project, code, anchors.words(study.documents["Caisse"], *study.span("Caisse", "queue")))
    named = MatrixChoice(cell="codings", mask=True).counted(Moment.of(project))
    assert (named.values.sum(), named.moment.masking) == (2, True)


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
