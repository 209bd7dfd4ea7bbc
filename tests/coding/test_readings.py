"""How far documents were read, and what a code that came late leaves to do."""

from __future__ import annotations

import pytest

from coding import codebook, codings, readings
from coding.codings import Entry
from coding.suggest import suggestions
from corpus.errors import CodingError, UnknownDocument
from tests.coding.support import Study, does_and_undoes


def states(study: Study) -> dict[tuple[str, str], str]:
    names = {key: name for name, key in study.documents.items()}
    return {(names[one.document], one.cycle): one.state for one in readings.listed(study.project)}


def test_a_reading_is_declared_by_document_coder_and_cycle(study: Study) -> None:
    project, here = study.project, study.documents["Achats"]
    does_and_undoes(project, lambda: readings.declare(project, here, "begun"))
    does_and_undoes(project, lambda: readings.declare(project, here, "done"))
    assert states(study) == {("Achats", "theoretical"): "done"}
    with study.coder("Noé"):
        readings.declare(project, here, "begun")
    assert [(one.coder, one.state) for one in readings.listed(project)] == [("Ada", "done"), ("Noé", "begun")]
    does_and_undoes(project, lambda: readings.declare(project, here, None))
    assert [one.coder for one in readings.listed(project)] == ["Noé"]


def test_the_descriptive_first_pass_has_one_truth(study: Study) -> None:
    project, here = study.project, study.documents["Achats"]
    readings.declare(project, here, "begun", cycle="descriptive")
    assert states(study) == {("Achats", "descriptive"): "begun"}
    readings.declare(project, here, "done", cycle="descriptive")
    assert suggestions.first_pass_done(project) == {here}
    assert states(study) == {("Achats", "descriptive"): "done"}
    suggestions.declare_first_pass(project, here, done=False)
    assert states(study) == {}


def test_a_late_code_shows_the_earlier_documents_as_a_queue(study: Study) -> None:
    project = study.project
    early = codebook.add(project, "tôt")
    days = {"Bureau": "2001-01-01T00:00:00Z", "Achats": "2001-01-02T00:00:00Z", "Caisse": "2099-01-01T00:00:00Z"}
    for name, at in days.items():
        codings.enter(project, [Entry(early, study.words(name, _beginning(study, name)), None, None, at)])
    late = codebook.add(project, "tard")
    before = [study.documents[name] for name in ("Bureau", "Achats")]
    assert readings.owed(project, late) == before, "in the order in which they were worked on"
    does_and_undoes(project, lambda: readings.declare(project, before[0], "done", code=late))
    assert readings.owed(project, late) == before[1:]
    readings.declare(project, before[1], "begun", code=late)
    assert readings.owed(project, late) == before[1:], "begun is not done"
    assert states(study) == {}, "reading for one code is none of the cycle"
    with study.coder("Noé"):
        assert readings.owed(project, late) == [], "who coded nothing yet owes nothing"


def test_readings_that_make_no_sense_are_refused(study: Study) -> None:
    with pytest.raises(CodingError, match="A reading is"):
        readings.declare(study.project, study.documents["Achats"], "perhaps")
    with pytest.raises(UnknownDocument):
        readings.declare(study.project, 999, "done")


def _beginning(study: Study, name: str) -> str:
    from corpus import documents

    return documents.text(study.project, study.documents[name])[:6]
