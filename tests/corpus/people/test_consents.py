"""Consents: recorded form by form, undone, read from tables; which answer counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.days import day
from corpus.errors import NothingThere, ReadOnlyProject, SourceError, TableError
from corpus.people import consents, disclosures, participants
from corpus.store.project import Project
from tests.coding.support import does_and_undoes, dump
from tests.corpus.support import empty_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as project:
        for name in ("Anne Martin", "Luc Petit"):
            participants.add(project, name)
        yield project


def key(project: Project, name: str = "Anne Martin") -> int:
    return next(one.key for one in participants.listed(project) if one.name == name)


def standing(project: Project) -> consents.ConsentStanding:
    return consents.standings(project)[key(project)]


def test_a_form_is_recorded_changed_and_removed(project):
    anne = key(project)
    made = does_and_undoes(
        project, lambda: consents.add(project, anne, form=" 2 ", signed_on="2024-05-31", quotation="yes", firm="no")
    )
    (found,) = consents.listed(project)
    assert (found.name, found.form, found.signed_on, found.quotation, found.firm, found.archive) == (
        "Anne Martin",
        "2",
        "2024-05-31",
        "yes",
        "no",
        None,
    )
    does_and_undoes(project, lambda: consents.edit(project, made, firm="unsaid", note=" on paper "))
    (found,) = consents.listed(project)
    assert (found.quotation, found.firm, found.note, found.signed_on) == ("yes", None, "on paper", "2024-05-31")
    does_and_undoes(project, lambda: consents.remove(project, [made]))
    assert consents.listed(project) == []


def test_a_form_goes_with_its_participant_and_comes_back(project):
    consents.add(project, key(project), quotation="yes")
    does_and_undoes(project, lambda: participants.remove(project, [key(project)]))
    assert consents.listed(project) == []


@pytest.mark.parametrize("said", ["31/05/2024", "2024-02-30", "20240531", "2024-W22-5", "demain", "2024-5-1"])
def test_what_is_no_day_is_refused_in_a_sentence(project, said):
    with pytest.raises(SourceError) as refusal:
        consents.add(project, key(project), signed_on=said)
    assert str(refusal.value) == f"{said} is no day; write one like 2024-05-31."
    assert consents.listed(project) == []


def test_a_day_may_be_taken_off(project):
    made = consents.add(project, key(project), withdrawn_on="2024-05-31")
    consents.edit(project, made, withdrawn_on="")
    assert consents.listed(project)[0].withdrawn_on is None
    assert day(None) is None


def test_an_answer_is_yes_no_or_nothing(project):
    with pytest.raises(SourceError, match="perhaps is no answer"):
        consents.add(project, key(project), quotation="perhaps")


def test_the_form_signed_last_counts_whatever_was_recorded_last(project):
    anne = key(project)
    last = consents.add(project, anne, form="2", signed_on="2024-06-01", quotation="no")
    consents.add(project, anne, form="1", signed_on="2024-01-01", quotation="yes", archive="no")
    consents.add(project, anne, form="0", quotation="yes")
    assert standing(project).form == last
    assert standing(project).answer("quotation") == "no"
    assert standing(project).answer("archive") == "no", "a later form that does not ask takes no answer back"
    assert standing(project).answer("images") is None


def test_a_withdrawal_counts_for_all_uses_until_a_form_is_signed_after_it(project):
    anne = key(project)
    consents.add(project, anne, form="1", signed_on="2024-01-01", quotation="yes", withdrawn_on="2024-07-01")
    assert [standing(project).answer(use) for use in consents.USES] == ["no"] * 5
    consents.add(project, anne, form="2", signed_on="2024-03-01", quotation="yes")
    assert standing(project).withdrawn_on == "2024-07-01"
    consents.add(project, anne, form="3", signed_on="2024-08-01", archive="yes")
    assert standing(project).withdrawn_on is None
    assert (standing(project).answer("quotation"), standing(project).answer("archive")) == ("yes", "yes")


def test_a_form_is_found_by_its_version_or_by_being_the_only_one(project):
    anne = key(project)
    with pytest.raises(NothingThere):
        consents.find(project, anne)
    consents.add(project, anne, form="A")
    assert consents.find(project, anne).form == "A"
    consents.add(project, anne, form="B")
    with pytest.raises(SourceError, match="several forms: say which, of A, B"):
        consents.find(project, anne)
    assert consents.find(project, anne, "b").form == "B"


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "consents.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_table_has_a_column_for_each_use(project, tmp_path):
    path = table(
        tmp_path,
        "Participant;Version;Signé le;Citation;Archivage\n"
        "anne martin;2;2024-05-31;oui;non\nLUC PETIT;2;;;x\nZoé;2;;oui;",
    )
    found = does_and_undoes(project, lambda: consents.import_table(project, path))
    assert found == (2, 0, ("Zoé",))
    one, other = consents.listed(project)
    assert (one.form, one.signed_on, one.quotation, one.archive, one.firm) == ("2", "2024-05-31", "yes", "no", None)
    assert (other.quotation, other.archive) == (None, "yes")


def test_a_column_of_uses_lists_all_that_was_agreed_to(project, tmp_path):
    path = table(tmp_path, "participant,uses\nAnne Martin,citation; archive\nLuc Petit,none\n")
    assert consents.import_table(project, path) == (2, 0, ())
    one, other = consents.listed(project)
    assert [getattr(one, use) for use in consents.USES] == ["yes", "no", "yes", "no", "no"]
    assert [getattr(other, use) for use in consents.USES] == ["no"] * 5
    table(tmp_path, "participant,uses\nAnne Martin,\nLuc Petit,all\n")
    assert consents.import_table(project, path) == (0, 2, ())
    one, other = consents.listed(project)
    assert one.quotation == "yes", "an empty cell says nothing"
    assert [getattr(other, use) for use in consents.USES] == ["yes"] * 5


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("participant,uses\nAnne Martin,quotation\nLuc Petit,singing", "Line 3: singing is no list of uses"),
        ("participant,quotation\nAnne Martin,yes\nLuc Petit,perhaps", "Line 3: perhaps is no answer"),
        ("participant,quotation,signed_on\nAnne Martin,yes,31 May", "Line 2: 31 May is no day"),
        ("participant,age\nAnne Martin,40", "needs a column “participant” and one for a use"),
        ("who,quotation\nAnne Martin,yes", "needs a column “participant” and one for a use"),
    ],
)
def test_a_table_that_cannot_be_read_changes_nothing(project, tmp_path, text, sentence):
    before = dump(project)
    with pytest.raises(TableError, match=sentence):
        consents.import_table(project, table(tmp_path, text))
    assert dump(project) == before


def test_what_was_let_out_is_kept_whatever_is_undone(project):
    consents.add(project, key(project), quotation="no")
    disclosures.note(project, "verbatims", ["quotation"], [key(project)], "by phone")
    project.undo()
    (found,) = disclosures.listed(project)
    assert (found.coder, found.path, found.uses, found.participants, found.why) == (
        "Ada",
        "verbatims",
        ("quotation",),
        ("Anne Martin",),
        "by phone",
    )
    participants.remove(project, [key(project)])
    assert disclosures.listed(project)[0].participants == ()


def test_what_is_open_for_reading_lets_nothing_be_written_down(project):
    anne, path = key(project), project.path
    project.close()
    with Project.open(path, writable=False) as reading, pytest.raises(ReadOnlyProject):
        disclosures.note(reading, "verbatims", ["quotation"], [anne], "by phone")
