"""Speakers tied by themselves: whose mark is a participant's name, in the change that brings one of the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import documents, importing
from corpus.drafts import DraftSpeaker
from corpus.model import Participant
from corpus.people import participants
from corpus.people.ties import Tied
from corpus.store.project import Project
from tests.corpus.support import draft, dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def spoken(project: Project) -> dict[tuple[str, str], str | None]:
    """Return by document and mark whom a speaker is tied to."""
    names = {info.key: info.name for info in documents.listed(project)}
    return {(names[one.document], one.label): one.participant for one in documents.speakers(project)}


def within(project: Project) -> dict[str, tuple[str, ...]]:
    """Return by document who speaks in it."""
    return {info.name: info.participants for info in documents.listed(project)}


def test_documents_that_come_in_are_tied_and_undone_with_them(project: Project) -> None:
    participants.add(project, "Hélène Œuvrard")
    before, steps = dump(project.path), len(project.history())
    first, second = documents.add(project, [interview("Un", "HELENE_OEUVRARD", "LUC"), interview("Deux", "LUC")])
    assert first.tied == (Tied(first.key, "Un", "HELENE_OEUVRARD", "Hélène Œuvrard"),)
    assert second.tied == ()
    assert spoken(project)["Un", "HELENE_OEUVRARD"] == "Hélène Œuvrard"
    assert within(project) == {"Deux": (), "Un": ("Hélène Œuvrard",)}
    after = dump(project.path)
    assert len(project.history()) == steps + 1
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def test_a_participant_who_comes_in_is_tied_wherever_the_name_stands(project: Project) -> None:
    documents.add(project, [interview("Un", "LUC", "MIA"), interview("Deux", "Luc"), interview("Trois", "L.")])
    before = dump(project.path)
    participants.add(project, "luc")
    assert {place for place, who in spoken(project).items() if who} == {("Un", "LUC"), ("Deux", "Luc")}
    assert within(project) == {"Deux": ("luc",), "Trois": (), "Un": ("luc",)}
    project.undo()
    assert dump(project.path) == before


def test_the_name_in_one_document_of_several_goes_before_the_only_respondent(project: Project) -> None:
    documents.add(project, [interview("Un", "LUC"), interview("Deux", "A.")])
    keys = {info.name: info.key for info in documents.listed(project)}
    participants.add(project, "Luc", documents=[keys["Deux"]])
    assert spoken(project)["Un", "LUC"] == "Luc"
    assert spoken(project)["Deux", "A."] == "Luc"
    assert within(project) == {"Deux": ("Luc",), "Un": ("Luc",)}


def test_a_renamed_participant_is_tied_and_one_only_written_otherwise_is_not(project: Project) -> None:
    documents.add(project, [interview("Un", "LUC", "MIA")])
    key = participants.add(project, "P1")
    before = dump(project.path)
    [tied] = participants.edit(project, key, name="Luc")
    assert (tied.speaker, tied.participant) == ("LUC", "Luc")
    [luc] = [one.key for one in documents.speakers(project) if one.label == "LUC"]
    participants.tie_speaker(project, luc, None)
    assert participants.edit(project, key, name="LUC") == []
    assert participants.edit(project, key, confidential=True) == []
    assert spoken(project)["Un", "LUC"] is None
    for _ in range(4):
        project.undo()
    assert dump(project.path) == before


def test_what_a_person_untied_stays_so_when_other_things_come_in(project: Project, tmp_path: Path) -> None:
    participants.add(project, "Luc")
    documents.add(project, [interview("Un", "LUC", "MIA")])
    luc = next(one.key for one in documents.speakers(project) if one.label == "LUC")
    participants.tie_speaker(project, luc, None)
    participants.add(project, "Zoé")
    [added] = documents.add(project, [interview("Deux", "LUC", "MIA")])
    assert [tied.document_name for tied in added.tied] == ["Deux"]
    table = tmp_path / "people.csv"
    table.write_text("nom,secteur\nLuc,Frais\n", "utf-8")
    assert participants.import_table(project, table).speakers == ()
    assert spoken(project)["Un", "LUC"] is None


def test_interviewers_and_those_who_are_somebody_are_left_alone(project: Project) -> None:
    documents.add(project, [interview("Un", "LUC", "MIA")])
    luc = next(one.key for one in documents.speakers(project) if one.label == "LUC")
    other = participants.add(project, "Quelqu'un")
    participants.tie_speaker(project, luc, other)
    participants.add(project, "INT")
    participants.add(project, "Luc")
    assert spoken(project) == {("Un", "INT"): None, ("Un", "LUC"): "Quelqu'un", ("Un", "MIA"): None}


def test_of_two_participants_alike_neither_is_taken(project: Project) -> None:
    participants.add(project, "Luc")
    with project.change("As a file of before might hold it") as session:
        session.add(Participant(name="LUC", confidential=False, position=1))
    [added] = documents.add(project, [interview("Un", "LUC", "MIA")])
    assert added.tied == ()
    assert spoken(project)["Un", "LUC"] is None


def test_a_speaker_of_no_known_role_is_tied(project: Project) -> None:
    participants.add(project, "Luc")
    speakers = (DraftSpeaker("Luc", "unknown", 1), DraftSpeaker("Mia", "unknown", 1))
    [added] = documents.add(project, [draft("Un", "Oui.\nNon.", speakers=speakers)])
    assert [tied.speaker for tied in added.tied] == ["Luc"]


def test_a_duplicate_ties_nobody(project: Project) -> None:
    documents.add(project, [interview("Un", "LUC", "MIA")])
    key = participants.add(project, "Luc")
    participants.untie(project, key, documents.find(project, "Un").key)
    [again] = documents.add(project, [interview("Un", "LUC", "MIA")])
    assert (again.status, again.tied) == ("duplicate", ())
    new, twin = documents.add(project, [interview("Deux", "LUC", "MIA")] * 2)
    assert (len(new.tied), twin.status, twin.tied) == (1, "duplicate", ())


def test_a_table_without_documents_ties_by_name_and_says_who_is_nowhere(project: Project, tmp_path: Path) -> None:
    documents.add(project, [interview("Un", "LUC", "MIA"), interview("Deux", "ZOE")])
    table = tmp_path / "people.csv"
    table.write_text("nom,secteur\nLuc,Frais\nZoé,Luxe\nYann,Luxe\n", "utf-8")
    before = dump(project.path)
    found = participants.import_table(project, table)
    assert [(one.speaker, one.document_name) for one in found.speakers] == [("LUC", "Un"), ("ZOE", "Deux")]
    assert found.unmatched == ["Yann"]
    project.undo()
    assert dump(project.path) == before


def test_files_say_who_was_tied(project: Project, tmp_path: Path) -> None:
    participants.add(project, "Luc")
    (tmp_path / "un.txt").write_text("INT : Et alors ?\n\nLUC : Voilà.\n\nINT : Oui ?\n\nLUC : Encore.", "utf-8")
    (tmp_path / "nul.txt").write_text("", "utf-8")
    outcomes = {
        one.path.name: one for one in importing.import_files(project, [tmp_path / "un.txt", tmp_path / "nul.txt"])
    }
    assert [tied.speaker for tied in outcomes["un.txt"].tied] == ["LUC"]
    assert outcomes["nul.txt"].tied == ()
