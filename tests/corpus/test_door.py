"""The door beside other threads: reading joins within one, and undo takes back what was shown or nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import update

from corpus.errors import ChangeRefused
from corpus.model import Code
from corpus.project import Project
from tests.corpus.support import empty_project
from tests.corpus.test_changes import add_code, names


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as made:
        yield made


def test_what_is_taken_back_is_what_was_shown_or_nothing(project: Project) -> None:
    add_code(project, "mine")
    shown = project.undoable()
    project.coder = "Bo"
    with project.change("Rename code") as session:
        session.execute(update(Code).values(name="theirs"))
    log = len(project.history())
    with pytest.raises(ChangeRefused) as refused:
        project.undo(shown)
    assert str(refused.value) == "“Add code” was not undone: “Rename code” by Bo came in between."
    assert (names(project), len(project.history())) == (["theirs"], log)
    latest = project.undoable()
    assert project.undo(latest) == latest
    with pytest.raises(ChangeRefused, match="“Rename code” is undone already"):
        project.undo(latest)
    assert shown is not None
    assert project.undo(shown).change == shown.change
    assert names(project) == []


def test_what_is_brought_back_is_what_was_shown_or_nothing(project: Project) -> None:
    add_code(project, "one")
    add_code(project, "two")
    project.undo()
    shown = project.redoable()
    project.undo()
    with pytest.raises(ChangeRefused, match="“Add code” was not redone: “Add code” by Ada came in between"):
        project.redo(shown)
    project.redo()
    assert project.redo(shown) == shown
    assert names(project) == ["one", "two"]
    with pytest.raises(ChangeRefused, match="“Add code” is redone already"):
        project.redo(shown)


def test_an_undo_that_waits_at_the_door_chooses_once_it_is_through(project: Project) -> None:
    add_code(project, "mine")
    shown, said = project.undoable(), list[str]()

    def press() -> None:
        with pytest.raises(ChangeRefused) as refused:
            project.undo(shown)
        said.append(str(refused.value))

    thread = threading.Thread(target=press)
    with project.change("Import document") as session:
        session.add(Code(name="theirs"))
        thread.start()
    thread.join()
    assert said == ["“Add code” was not undone: “Import document” by Ada came in between."]
    assert names(project) == ["mine", "theirs"]


def test_the_last_step_is_known_within_an_older_reading(project: Project) -> None:
    with project.read():
        assert names(project) == []
        thread = threading.Thread(target=add_code, args=(project, "one"))
        thread.start()
        thread.join()
        step = project.undoable()
    assert step is not None
    assert step.label == "Add code"


def test_reads_within_one_another_are_one(project: Project) -> None:
    add_code(project, "one")
    with project.read() as session:
        assert names(project) == ["one"]
        before = len(project.history())
        thread = threading.Thread(target=add_code, args=(project, "two"))
        thread.start()
        thread.join()
        with project.read() as nested:
            assert nested is session
        assert (names(project), len(project.history())) == (["one"], before)
        assert project.recall("page") is None
    assert (names(project), len(project.history())) == (["one", "two"], before + 1)


def test_a_read_in_a_change_is_of_the_change_even_within_another_read(project: Project) -> None:
    with project.read() as outer, project.change("Add code") as session:
        session.add(Code(name="one"))
        with project.read() as inner, project.read() as innermost:
            assert inner is innermost is session is not outer
            assert names(project) == ["one"]


def test_every_thread_reads_by_itself(project: Project) -> None:
    found = []

    def other() -> None:
        with project.read() as session:
            found.append((session, names(project)))

    with project.read() as mine:
        assert names(project) == []
        add_code(project, "one")
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert names(project) == []
    assert found[0][0] is not mine
    assert found[0][1] == ["one"]


def test_an_error_ends_the_reading(project: Project) -> None:
    with suppress(KeyError), project.read(), project.read():
        raise KeyError
    add_code(project, "one")
    assert names(project) == ["one"]
