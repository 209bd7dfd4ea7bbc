"""Facts of interviews: made once, said by any of their names, read from tables, and proposed but never written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import documents
from corpus.drafts import DraftSpeaker
from corpus.errors import TableError
from corpus.people import attributes, facts, participants
from corpus.people.facts import Proposal
from corpus.store.project import Project
from tests.corpus.people.test_organisations import does_and_undoes
from tests.corpus.support import draft, dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give two interviews: one with times, asked by Mme Roux, and one with front matter, asked by INT."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        asked = (DraftSpeaker("Mme Roux", "interviewer", 1), DraftSpeaker("ANNE", "respondent", 1))
        one = draft("Un", "Alors ?\nOui.", speakers=asked)
        timed = tuple(each._replace(start_ms=0, end_ms=61 * 60_000) for each in one.passages)
        two = replace(interview("Deux", "BEA"), attributes={"jour": "2024-03-01", "canal": "visio", "note": "x"})
        documents.add(opened, [replace(one, passages=timed), two])
        yield opened


def known(project: Project, name: str) -> dict[str, str]:
    return attributes.of_documents(project).get(documents.find(project, name).key, {})


def columns(project: Project) -> dict[str, tuple[str | None, str]]:
    return {one.name: (one.fact, one.type) for one in participants.attributes(project, "document")}


def test_facts_are_made_once_with_labels_in_both_languages(project: Project) -> None:
    does_and_undoes(project, lambda: facts.make(project))
    made = facts.make(project)
    assert list(made) == ["date", "place", "mode", "duration", "interviewer", "author", "audience", "rights"]
    assert facts.make(project) == made
    mode = next(one for one in participants.attributes(project, "document") if one.fact == "mode")
    assert (mode.label("fr"), mode.shown("face to face", "fr"), mode.shown("video", "en")) == (
        "Mode",
        "face à face",
        "video call",
    )


def test_an_attribute_called_like_a_fact_becomes_it_with_its_values(project: Project) -> None:
    assert columns(project)["canal"] == (None, "text")
    facts.make(project)
    assert columns(project)["jour"] == ("date", "date")
    assert columns(project)["canal"] == ("mode", "choice")
    assert known(project, "Deux") == {"jour": "2024-03-01", "canal": "video", "note": "x"}


def test_a_value_of_another_type_stays_as_it_was_said(project: Project) -> None:
    attributes.describe(project, documents.find(project, "Deux").key, {"durée": "une heure"})
    facts.make(project, ["duration"])
    assert columns(project)["durée"] == ("duration", "text")


def test_a_fact_is_said_by_any_of_its_names(project: Project) -> None:
    one = documents.find(project, "Un").key
    said = {"Lieu": "Lyon", "mode": "téléphone", "vague": "2"}
    does_and_undoes(project, lambda: facts.describe(project, one, said))
    assert known(project, "Un") == {"Lieu": "Lyon", "canal": "phone", "vague": "2"}
    facts.describe(project, one, {"place": "Nantes", "Mode": ""})
    assert known(project, "Un") == {"Lieu": "Nantes", "vague": "2"}


def test_what_files_tell_is_proposed_and_written_only_when_accepted(project: Project) -> None:
    one, two = (documents.find(project, name).key for name in ("Un", "Deux"))
    before = dump(project.path)
    found = facts.proposed(project)
    assert found == [
        Proposal(one, "duration", "61", "times"),
        Proposal(one, "interviewer", "Mme Roux", "role"),
        Proposal(two, "date", "2024-03-01", "jour"),
        Proposal(two, "mode", "visio", "canal"),
    ]
    assert dump(project.path) == before
    does_and_undoes(project, lambda: facts.accept(project, found[:2]))
    assert known(project, "Un") == {"Durée (minutes)": "61", "Intervieweur·euse": "Mme Roux"}
    assert facts.proposed(project) == found[2:]
    facts.accept(project, found[2:])
    assert facts.proposed(project) == []


def test_a_table_describes_documents(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("fichier;Lieu;durée;mode;vague\nun.txt;Lyon;45;visio;1\nDEUX;;50;;2\nTrois;X;1;;\n", "utf-8")
    does_and_undoes(project, lambda: facts.import_table(project, path))
    assert known(project, "Un") == {"Lieu": "Lyon", "durée": "45", "canal": "video", "vague": "1"}
    assert known(project, "Deux")["durée"] == "50"
    found = facts.import_table(project, path, key="Fichier")
    assert (found.rows, found.documents, found.unmatched) == (3, ["Un", "Deux"], ["Trois"])
    before = dump(project.path)
    for key in ("lieu", "nothing"):
        with pytest.raises(TableError):
            facts.import_table(project, path, key=key)
    assert dump(project.path) == before
