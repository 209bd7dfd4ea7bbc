"""The cases of writing, undo and redo that need a name, with new processes between the steps."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from corpus import documents
from corpus.errors import ChangeRefused, ReadOnlyProject
from corpus.model import Base, Code, Coding, Document, Framework, SavedSearch, Verdict
from corpus.store import history
from corpus.store.project import Changes, Project
from tests.corpus.support import WATCHED, answered, asked, draft, dump, empty_project, told
from tests.waiting import HANG_S


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as made:
        yield made


def add_code(project: Project, name: str) -> int:
    with project.change("Add code") as session:
        code = Code(name=name)
        session.add(code)
        session.flush()
        return code.id


def names(project: Project) -> list[str]:
    with project.read() as session:
        return list(session.scalars(select(Code.name).order_by(Code.id)))


@given(old=st.floats(allow_nan=False, allow_infinity=False))
@example(old=5e-324)
@example(old=1.7976931348623157e308)
@example(old=2.471377028561041e-290)
@example(old=0.1)
def test_undo_brings_back_every_bit_of_a_number(scored: Project, old: float) -> None:
    with scored.change("Score") as session:
        session.execute(update(Verdict).values(score=old, basis="a"))
    kept = asked(scored.path, "SELECT score FROM verdict")
    assert kept[0][0] == old
    with scored.change("Score") as session:
        session.execute(update(Verdict).values(score=None, basis="b"))
    scored.undo()
    assert asked(scored.path, "SELECT score FROM verdict") == kept


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path_factory.mktemp("scored"))) as made:
        (added,) = documents.add(made, [draft("a", "b")])
        code = add_code(made, "c")
        with made.change("Decide") as session:
            coder = made.coder_key(session)
            row = {"document_id": added.key, "code_id": code, "coder_id": coder, "start": 0, "end": 1}
            session.add(Verdict(**row, text_sha="", decision="accepted"))
        yield made


@pytest.mark.parametrize(
    "text", ["", "é", "e\u0301", "\x00end", "\u2029", "😀", '"\\/', "NULL", "1", "1e5", "a" * 99_999]
)
def test_undo_brings_back_every_text(project: Project, text: str) -> None:
    key = add_code(project, text)
    before = dump(project.path)
    with project.change("Rename") as session:
        session.get_one(Code, key).name = "other"
    project.undo()
    assert dump(project.path) == before
    assert names(project) == [text]


@pytest.mark.parametrize("filters", [{}, {"a": None}, [1, 2.5, "x", True], 12, "12", 1.5, True])
def test_undo_brings_back_every_json_value(project: Project, filters: object) -> None:
    with project.change("Save search") as session:
        session.add(SavedSearch(name="n", query="q", filters=filters))
    before = dump(project.path)
    with project.change("Remove search") as session:
        session.execute(delete(SavedSearch))
    project.undo()
    assert dump(project.path) == before
    with project.read() as session:
        assert session.scalars(select(SavedSearch)).one().filters == filters


def test_case_alone_is_a_change(project: Project) -> None:
    key = add_code(project, "prix")
    with project.change("Rename") as session:
        session.get_one(Code, key).name = "Prix"
    project.undo()
    assert names(project) == ["prix"]


def test_a_tree_comes_back_with_all_that_hung_on_it(project: Project) -> None:
    (added,) = documents.add(project, [draft("a", "words")])
    with project.change("Add") as session:
        framework = Framework(key="f", title="F", language="fr", version="1")
        session.add(framework)
        session.flush()
        root = Code(name="root", framework_id=framework.id)
        session.add(root)
        session.flush()
        session.add(Code(name="leaf", framework_id=framework.id, parent_id=root.id))
        coder = project.coder_key(session)
        session.add(Coding(document_id=added.key, code_id=root.id, coder_id=coder, start=0, end=5))
        theory = framework.id
    before = dump(project.path)
    with project.change("Remove framework") as session:
        session.execute(delete(Framework).where(Framework.id == theory))
    after = dump(project.path)
    assert not after["code"]
    assert not after["coding"]
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def a_row_for(table: str) -> str:
    columns = [column.name for column in Base.metadata.tables[table].columns if not column.nullable]
    given = [name for name in columns if name != "id"]
    listed = ", ".join(f'"{name}"' for name in given)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("0" for _ in given)})'


def test_a_write_outside_a_change_aborts(project: Project) -> None:
    add_code(project, "one")
    before = dump(project.path)
    orders = [a_row_for(table) for table in WATCHED]
    orders += ["UPDATE code SET name = 'two'", "DELETE FROM code", "UPDATE project SET name = ''"]
    for order in orders:
        with pytest.raises(DBAPIError, match="write outside a change"), project.engine.begin() as connection:
            connection.exec_driver_sql(order)
        with pytest.raises(sqlite3.IntegrityError, match="write outside a change"):
            told(project.path, order)
    assert dump(project.path) == before


def test_a_failing_part_undoes_the_whole(project: Project) -> None:
    before = dump(project.path)

    def whole() -> None:
        with project.change("Whole"):
            add_code(project, "kept?")
            with suppress(KeyError):
                part()

    def part() -> None:
        with project.change("Part") as session:
            session.add(Code(name="half"))
            raise KeyError

    with pytest.raises(ChangeRefused, match="undone because a part of it failed"):
        whole()
    assert dump(project.path) == before
    assert project.undoable() is None
    add_code(project, "next")
    assert names(project) == ["next"]


def test_joined_changes_are_one_step_under_the_outer_label(project: Project) -> None:
    with project.change("Both"):
        add_code(project, "one")
        assert names(project) == ["one"]
        add_code(project, "two")
    assert [step.label for step in project.history()] == ["New project", "Both"]
    assert project.undo().label == "Both"
    assert names(project) == []


def test_undo_has_to_wait_for_the_change_it_stands_in(project: Project) -> None:
    add_code(project, "one")
    with pytest.raises(ChangeRefused, match="have to wait"), project.change("Outer"):
        project.undo()
    assert names(project) == ["one"]


def test_a_new_change_forgets_what_could_be_redone(project: Project) -> None:
    add_code(project, "one")
    project.undo()
    assert project.redoable() is not None
    add_code(project, "two")
    assert project.redoable() is None
    with pytest.raises(ChangeRefused, match="nothing to redo"):
        project.redo()


def test_a_new_project_has_nothing_to_undo(project: Project) -> None:
    assert project.undoable() is None
    with pytest.raises(ChangeRefused, match="nothing to undo"):
        project.undo()
    assert project.info().name == "study"


def test_what_is_remembered_is_no_change(project: Project) -> None:
    add_code(project, "one")
    project.undo()
    project.remember("page", {"at": [1, 2]})
    assert project.redoable() is not None
    with project.change("Outer"):
        project.remember("page", 7)
        add_code(project, "two")
    assert project.recall("page") == 7
    assert project.recall("pane", "left") == "left"
    assert [step.label for step in project.history()] == ["New project", "Add code", "Add code", "Outer"]


def test_steps_tell_whose_they_are(project: Project) -> None:
    add_code(project, "one")
    step = project.undoable()
    assert step is not None
    assert (step.own, step.coder, step.label) == (True, "Ada", "Add code")
    project.coder = "Bo"
    other = project.undoable()
    assert other is not None
    assert not other.own
    project.close()
    with Project.open(project.path, coder="Ada") as later:
        again = later.undoable()
        assert again is not None
        assert (again.own, again.coder, again.change) == (False, "Ada", step.change)
        later.undo()
        mine = later.redoable()
        assert mine is not None
        assert mine.own


def test_undo_stops_at_a_barrier(project: Project) -> None:
    add_code(project, "one")
    add_code(project, "two")
    project.undo()
    project.close()
    told(
        project.path,
        "INSERT INTO change(uid, kind, label, coder, sitting, at, barrier) VALUES ('u', 'erase', 'E', '', '', '', 1)",
    )
    with Project.open(project.path) as later:
        assert later.undoable() is None
        assert later.redoable() is None
        add_code(later, "three")
        later.undo()
        assert later.undoable() is None
        assert names(later) == ["one"]


def test_the_log_folds_to_the_stacks_it_was_made_by(project: Project) -> None:
    plan = "dddduuurdurruudduuuurrrruu"
    for move in plan:
        if move == "d":
            add_code(project, "code")
        elif move == "u" and project.undoable():
            project.undo()
        elif move == "r" and project.redoable():
            project.redo()
    with project.engine.connect() as connection:
        assert history.fold(connection) == project._stacks
    assert project.undoable() is not None
    assert project.redoable() is not None


CORPUS_ALONE = """
import json, sys
from pathlib import Path
from corpus.store.project import Project
Project.create(Path(sys.argv[1]), coder="Ada").close()
print(json.dumps(sorted(name for name in sys.modules if name.partition(".")[0] in ("coding", "app"))))
"""


def test_a_project_made_by_corpus_alone_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "alone.verbatim"
    assert answered(CORPUS_ALONE, path) == []
    made = {row[0] for row in asked(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert made - {"sqlite_sequence"} == set(Base.metadata.tables)
    triggers = dict(asked(path, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    assert triggers == history.triggers()
    assert len(triggers) == 3 * len(WATCHED) > 75


def test_triggers_of_strangers_go_before_the_first_write(project: Project) -> None:
    documents.add(project, [draft("a", "b")])
    project.close()
    before = dump(project.path)
    told(
        project.path,
        "CREATE TRIGGER theft AFTER INSERT ON change BEGIN DELETE FROM document; END",
        'CREATE TRIGGER "od""d" AFTER DELETE ON open_change BEGIN UPDATE meta SET value = 0; END',
        "DROP TRIGGER log_code_insert",
        "CREATE TRIGGER log_code_insert AFTER INSERT ON code BEGIN DELETE FROM document; END",
        "DROP TRIGGER log_document_delete",
    )
    with Project.open(project.path) as opened:
        add_code(opened, "one")
        opened.undo()
        assert dump(project.path) == before
        found = dict(asked(project.path, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        assert found == history.triggers()


DESK = """
import json, sys
from pathlib import Path
from corpus.errors import ChangeRefused
from corpus.model import Code
from corpus.store.project import Project
with Project.open(Path(sys.argv[1]), coder="Ada") as project:
    said = []
    for word in sys.argv[2:]:
        try:
            if word in ("undo", "redo"):
                said.append(getattr(project, word)().label)
            else:
                with project.change("Add " + word) as session:
                    session.add(Code(name=word))
        except ChangeRefused as error:
            said.append(str(error))
print(json.dumps(said))
"""


def test_undo_and_redo_go_on_in_new_processes(project: Project) -> None:
    project.close()
    path = project.path
    states = [dump(path)]
    assert answered(DESK, path, "one") == []
    states.append(dump(path))
    assert answered(DESK, path, "two") == []
    states.append(dump(path))
    assert answered(DESK, path, "undo") == ["Add two"]
    assert dump(path) == states[1]
    assert answered(DESK, path, "undo", "undo") == ["Add one", "There is nothing to undo."]
    assert dump(path) == states[0]
    assert answered(DESK, path, "redo") == ["Add one"]
    assert dump(path) == states[1]
    assert answered(DESK, path, "redo", "redo") == ["Add two", "There is nothing to redo."]
    assert dump(path) == states[2]
    assert answered(DESK, path, "undo", "three", "redo") == ["Add two", "There is nothing to redo."]
    with Project.open(path) as opened:
        assert names(opened) == ["one", "three"]
        assert [step.kind for step in opened.history()].count("undo") == 3


def test_subscribers_hear_of_each_commit_once(project: Project) -> None:
    heard: list[tuple[Changes, list[str]]] = []
    end = project.subscribe(lambda changes: heard.append((changes, names(project))))
    with project.change("Both"):
        one, two = add_code(project, "one"), add_code(project, "two")
        assert heard == []
    ((changes, seen),) = heard
    assert (changes.label, changes.kind, seen) == ("Both", "edit", ["one", "two"])
    assert changes.of(Code) == {one, two}
    assert changes.touches(Coding, Code)
    assert not changes.touches(Document, Coding)
    project.undo()
    assert (heard[-1][0].kind, heard[-1][0].of(Code), heard[-1][1]) == ("undo", {one, two}, [])
    end()
    project.redo()
    assert len(heard) == 2


def test_subscribers_hear_nothing_of_what_was_not_written(project: Project) -> None:
    add_code(project, "one")
    heard: list[Changes] = []
    project.subscribe(heard.append)
    with project.change("Same") as session:
        session.execute(update(Code).values(name="one"))
    with suppress(KeyError), project.change("Fail") as session:
        session.add(Code(name="two"))
        raise KeyError
    project.remember("a", 1)
    assert heard == []
    assert len(project.history()) == 2


def test_a_subscriber_may_write_and_may_fail(project: Project) -> None:
    def answer(changes: Changes) -> None:
        if changes.label == "Add code":
            with project.change("Answer") as session:
                session.add(Code(name="answer"))

    def fail(changes: Changes) -> None:
        raise RuntimeError

    project.subscribe(fail)
    project.subscribe(answer)
    add_code(project, "one")
    assert names(project) == ["one", "answer"]
    assert [step.label for step in project.history()][1:] == ["Add code", "Answer"]


def test_another_thread_waits_for_the_door_and_reads_what_was_before(project: Project) -> None:
    inside, seen = threading.Event(), []

    def other() -> None:
        inside.wait(HANG_S)
        seen.append((project.busy, names(project)))
        add_code(project, "theirs")

    thread = threading.Thread(target=other)
    thread.start()
    with project.change("Mine") as session:
        session.add(Code(name="mine"))
        session.flush()
        inside.set()
        while not seen:
            thread.join(0.01)
        assert not project.busy
        assert thread.is_alive()
    thread.join(HANG_S)
    assert seen == [(True, [])]
    assert names(project) == ["mine", "theirs"]


def test_a_reader_sees_one_moment(project: Project) -> None:
    add_code(project, "one")
    with project.read() as session:
        first = session.scalars(select(Code.name)).all()
        thread = threading.Thread(target=add_code, args=(project, "two"))
        thread.start()
        thread.join(HANG_S)
        assert session.scalars(select(Code.name)).all() == first == ["one"]
    assert names(project) == ["one", "two"]


def test_reading_only_refuses_to_write(project: Project) -> None:
    add_code(project, "one")
    project.close()
    with Project.open(project.path, writable=False) as opened:
        assert names(opened) == ["one"]
        with pytest.raises(ReadOnlyProject, match=r"study\.verbatim is open for reading only\."):
            add_code(opened, "two")
        with pytest.raises(ReadOnlyProject):
            opened.undo()
        opened.remember("page", 1)
        assert opened.recall("page") is None


def test_rows_added_in_bulk_are_taken_back_and_brought_again(project: Project) -> None:
    (added,) = documents.add(project, [draft("a", "words " * 500)])
    code = add_code(project, "one")
    before = dump(project.path)
    with project.change("Apply") as session:
        coder = project.coder_key(session)
        rows = [
            {"document_id": added.key, "code_id": code, "coder_id": coder, "start": n, "end": n + 1}
            for n in range(2500)
        ]
        session.execute(insert(Coding), rows)
    after = dump(project.path)
    assert len(after["coding"]) == 2500
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after
