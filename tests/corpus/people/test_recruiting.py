"""The recruitment log, what was sent to approve, and what is due: each done, undone, and read from tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus import documents
from corpus.correcting import corrections
from corpus.errors import NothingThere, SourceError, TableError
from corpus.people import approvals, consents, due, organisations, participants, recruiting
from corpus.store.project import Project
from tests.coding.support import does_and_undoes, dump, make_study

TODAY = date(2024, 6, 1)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    study = make_study(tmp_path)
    with study.project as project:
        participants.add(project, "Anne Martin", documents=[study.documents["Achats"]])
        participants.add(project, "Luc Petit")
        yield project


def key(project: Project, name: str = "Anne Martin") -> int:
    return next(one.key for one in participants.listed(project) if one.name == name)


def document(project: Project) -> int:
    return documents.find(project, "Achats").key


def kinds(project: Project, by: date | None = None) -> list[tuple[str, str | None, str]]:
    return [(one.kind, one.on, one.name) for one in due.listed(project, TODAY, by)]


# the log


def test_somebody_is_put_into_the_log_changed_and_taken_out(project):
    firm = organisations.add(project, "Halles")
    made = does_and_undoes(
        project,
        lambda: recruiting.add(
            project, name=" Zoé ", channel="email", why="runs a shop", approached_on="2024-05-01", organisation=firm
        ),
    )
    (found,) = recruiting.listed(project)
    assert found.cells() == ("Zoé", "approached", "2024-05-01", "", "", "email", "runs a shop", "", "Halles", "")
    does_and_undoes(project, lambda: recruiting.edit(project, made, status="refusé", reason="No time"))
    assert (recruiting.listed(project)[0].status, recruiting.listed(project)[0].reason) == ("refused", "No time")
    does_and_undoes(project, lambda: recruiting.remove(project, [made]))
    assert recruiting.listed(project) == []


def test_who_is_called_as_a_participant_is_that_participant(project):
    recruiting.add(project, name="ANNE MARTIN")
    recruiting.add(project, name="Nobody yet")
    assert [one.participant_name for one in recruiting.listed(project)] == ["Anne Martin", ""]


def test_a_participant_who_goes_leaves_their_line_in_the_log(project):
    recruiting.add(project, name="Anne Martin")
    participants.remove(project, [key(project)])
    assert [(one.name, one.participant) for one in recruiting.listed(project)] == [("Anne Martin", None)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "Zoé", "status": "maybe"}, "maybe is no status; say one of approached, accepted"),
        ({"name": "Zoé", "approached_on": "May"}, "May is no day"),
        ({"name": "Zoé", "participant": 999}, "no longer in the project"),
    ],
)
def test_what_can_t_be_is_refused(project, fields, sentence):
    before = dump(project)
    with pytest.raises((SourceError, NothingThere), match=sentence):
        recruiting.add(project, **fields)
    assert dump(project) == before


def test_people_are_found_by_name_or_number(project):
    for name in ("Zoé", "Ana", "ana"):
        recruiting.add(project, name=name)
    assert recruiting.find(project, "ZOE").number == 1
    assert recruiting.find(project, "3").name == "ana"
    with pytest.raises(SourceError, match="Several are called Ana; say which by its number, of 2, 3"):
        recruiting.find(project, "Ana")
    with pytest.raises(NothingThere):
        recruiting.find(project, "Max")


def test_a_log_is_read_in_french_and_brought_up_to_date(project, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "Nom;Statut;Sollicité le;Moyen;Participant\nZoé;contactée;2024-05-01;courriel;\n"
        "Anne Martin;acceptée;;;\nMax;refusé;;;Lea",
        "utf-8",
    )
    assert does_and_undoes(project, lambda: recruiting.import_table(project, path)) == (3, 0, ("Lea",))
    assert [(one.name, one.status) for one in recruiting.listed(project)] == [
        ("Zoé", "approached"),
        ("Anne Martin", "accepted"),
        ("Max", "refused"),
    ]
    path.write_text("name,status\nzoe,silent\n", "utf-8")
    assert recruiting.import_table(project, path) == (0, 1, ())
    assert (recruiting.listed(project)[0].status, recruiting.listed(project)[0].channel) == ("silent", "courriel")


@pytest.mark.parametrize(
    ("text", "sentence"), [("name,age\nZoé,3", "needs a column"), ("name,status\nZoé,perhaps", "Line 2")]
)
def test_a_log_that_cannot_be_read_changes_nothing(project, tmp_path, text, sentence):
    path, before = tmp_path / "log.csv", dump(project)
    path.write_text(text, "utf-8")
    with pytest.raises(TableError, match=sentence):
        recruiting.import_table(project, path)
    assert dump(project) == before


# approvals


def test_what_was_sent_is_noted_answered_and_forgotten(project):
    made = does_and_undoes(
        project,
        lambda: approvals.sent(project, key(project), document(project), sent_on="2024-05-01", due_on="2024-05-15"),
    )
    (found,) = approvals.listed(project)
    assert (found.what, found.document_name, found.due_on, found.answer, found.changed) == (
        "transcript",
        "Achats",
        "2024-05-15",
        None,
        False,
    )
    does_and_undoes(project, lambda: approvals.answered(project, made, "changes", on="2024-05-10", note="turn 3"))
    (found,) = approvals.listed(project)
    assert (found.answer, found.answered_on, found.note) == ("changes", "2024-05-10", "turn 3")
    approvals.answered(project, made, None)
    assert (approvals.listed(project)[0].answer, approvals.listed(project)[0].answered_on) == (None, None)
    does_and_undoes(project, lambda: approvals.edit(project, made, due_on="", note="called"))
    assert (approvals.listed(project)[0].due_on, approvals.listed(project)[0].note) == (None, "called")
    does_and_undoes(project, lambda: approvals.remove(project, [made]))
    with pytest.raises(NothingThere):
        approvals.find(project, key(project), document(project))


def test_a_correction_after_it_was_sent_is_told_and_taken_back_with_it(project):
    approvals.sent(project, key(project), document(project), sent_on="2024-05-01")
    corrections.edit(project, document(project), 7, 9, "Nous")
    assert approvals.listed(project)[0].changed
    project.undo()
    assert not approvals.listed(project)[0].changed


def test_an_answer_is_one_of_three(project):
    made = approvals.sent(project, key(project), sent_on="2024-05-01")
    assert approvals.find(project, key(project), None).what == "quotations"
    with pytest.raises(SourceError, match="fine is no answer; say one of approved, changes, refused"):
        approvals.answered(project, made, "fine")
    for participant, read in ((999, None), (key(project), 999)):
        with pytest.raises(NothingThere):
            approvals.sent(project, participant, read, sent_on="2024-05-01")


# what is due


def test_deadlines_are_told_from_today_on_and_ends_of_keeping_also_when_past(project):
    anne, luc = key(project), key(project, "Luc Petit")
    consents.add(project, anne, signed_on="2024-01-01", withdraw_until="2024-06-15", keep_until="2024-05-01")
    consents.add(project, luc, signed_on="2024-01-01", withdraw_until="2024-05-31", keep_until="2030-01-01")
    assert kinds(project) == [
        ("retention", "2024-05-01", "Anne Martin"),
        ("withdrawal", "2024-06-15", "Anne Martin"),
    ]
    assert ("withdrawal", "2024-06-15", "Anne Martin") not in kinds(project, date(2024, 6, 14))
    assert ("retention", "2030-01-01", "Luc Petit") in kinds(project, date(2030, 1, 1))


def test_who_withdrew_and_is_in_the_study_still_comes_first(project):
    consents.add(project, key(project), withdraw_until="2024-06-15", withdrawn_on="2024-05-20")
    consents.add(project, key(project, "Luc Petit"), withdrawn_on="2024-05-20")
    assert kinds(project) == [("withdrawn", "2024-05-20", "Anne Martin")]


def test_answers_that_are_awaited_are_told(project):
    made = approvals.sent(project, key(project), sent_on="2024-05-01", due_on="2024-06-10")
    recruiting.add(project, name="Zoé", approached_on="2024-05-18")
    recruiting.add(project, name="Max", approached_on="2024-05-19")
    recruiting.add(project, name="Lea", approached_on="2024-01-01", status="silent")
    assert kinds(project) == [("approval", "2024-06-10", "Anne Martin"), ("recruit", "2024-05-18", "Zoé")]
    approvals.answered(project, made, "approved", on="2024-06-01")
    assert [kind for kind, *_ in kinds(project)] == ["recruit"]
