"""Project files made up by somebody: each is refused in a sentence, at once, or does no harm."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from corpus import documents
from corpus.errors import DamagedProject, NotAProject, ProjectError, WorkbenchError
from corpus.model import Base, Code
from corpus.people import participants
from corpus.store import checking, moving, sqlite
from corpus.store.project import Project
from tests.corpus.support import asked, draft, dump, empty_project, told

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
OBJECTS = {
    "an endless view": (
        "ALTER TABLE meta RENAME TO old",
        f"CREATE VIEW meta AS {ENDLESS} SELECT i AS key, i AS value FROM n",
    ),
    "any view": ("CREATE VIEW harmless AS SELECT 1",),
    "a virtual table": ("CREATE VIRTUAL TABLE found USING fts5(words)",),
    "a virtual meta": ("DROP TABLE meta", "CREATE VIRTUAL TABLE meta USING fts5(key, value)"),
    "a column that computes": (
        "DROP TABLE state",
        "CREATE TABLE state (coder TEXT, key TEXT, value TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))))",
    ),
    "a short spelling of it": (
        "DROP TABLE state",
        "CREATE TABLE state (coder TEXT, key TEXT, value TEXT AS (coder || key))",
    ),
    "a check that computes": ("CREATE TABLE other (a INT CHECK (length(randomblob(a)) > 0))",),
    "an index that computes": ("CREATE INDEX slow ON code (length(zeroblob(id)))",),
    "a partial index": ("CREATE INDEX part ON code (id) WHERE id > 5",),
}
VALUES = {
    "text for a number": "UPDATE document SET words = 'many'",
    "a number far too large": "UPDATE document SET characters = 1e300",
    "bytes for a name": "UPDATE document SET name = x'00ff'",
    "bytes for a key": "UPDATE meta SET value = x'00' WHERE key = 'lineage'",
    "a path for a key": "UPDATE meta SET value = '../../../elsewhere' WHERE key = 'project'",
    "text for a span": "UPDATE passage SET start = 'here'",
    "text for a barrier": "UPDATE change SET barrier = 'yes'",
    "a fraction for a key": "UPDATE passage SET document_id = 1.5",
    "a fraction for a barrier": "UPDATE change SET barrier = 0.5",
    "broken JSON": "INSERT INTO saved_search(uid, name, query, filters) VALUES ('u', 'n', 'q', '{')",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = empty_project(tmp_path)
    with Project.open(made) as project:
        documents.add(project, [draft("a", "some words")])
    return made


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("orders", OBJECTS.values(), ids=OBJECTS)
def test_a_file_whose_schema_computes_is_refused_unread(path: Path, orders: tuple[str, ...], writable: bool) -> None:
    told(path, *orders)
    with pytest.raises(DamagedProject, match=r"^study\.verbatim is damaged; open a copy"):
        Project.open(path, writable=writable)


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("order", VALUES.values(), ids=VALUES)
def test_a_file_with_values_of_another_kind_is_refused(path: Path, order: str, writable: bool) -> None:
    told(path, "INSERT INTO open_change VALUES (1)", order, "DELETE FROM open_change")
    with pytest.raises(DamagedProject, match=r"^study\.verbatim is damaged; open a copy"):
        Project.open(path, writable=writable)


def test_digits_kept_as_text_are_refused(path: Path) -> None:
    told(path, "DROP TABLE open_change", "CREATE TABLE open_change (change TEXT)", "INSERT INTO open_change VALUES (1)")
    with pytest.raises(DamagedProject, match=r"^study\.verbatim is damaged; open a copy"):
        Project.open(path, writable=False)


@pytest.mark.parametrize("value", ["1.5", "-0.5", "1e300", "'many'", "x'00'"])
def test_every_column_for_whole_numbers_holds_nothing_else(value: str) -> None:
    whole = [(table, one) for table in Base.metadata.sorted_tables for one in table.columns if sqlite.whole(one.type)]
    assert len(whole) > 100
    with create_engine("sqlite://").begin() as connection:
        for table, column in whole:
            declared = ", ".join(f'"{one.name}" {one.type.compile(connection.dialect)}' for one in table.columns)
            connection.exec_driver_sql(f'CREATE TABLE "{table.name}" ({declared})')
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ("{column.name}") VALUES (NULL), (3), (-3)')
            assert not sqlite.misfits(connection, [table])
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ("{column.name}") VALUES ({value})')
            assert sqlite.misfits(connection, [table]) == [table.name], column.name
            connection.exec_driver_sql(f'DROP TABLE "{table.name}"')


LOG = {
    "no JSON": "UPDATE change_row SET image = '{'",
    "no row": "UPDATE change_row SET image = '[1]'",
    "another table's row": """UPDATE change_row SET image = '{"id": 1}'""",
    "a list within": "UPDATE change_row SET image = replace(image, 'null', '[1]')",
    "nothing": "UPDATE change_row SET image = NULL",
    "an unknown table": "UPDATE change_row SET stored = 'nowhere'",
    "a table outside the watch": "UPDATE change_row SET stored = 'meta'",
    "SQL for a table": """UPDATE change_row SET stored = 'code" WHERE 1; --'""",
    "an unknown verb": "UPDATE change_row SET verb = 'burn'",
    "text for a row": """UPDATE change_row SET image = json_set(image, '$.id', 'x') WHERE image IS NOT NULL""",
}


@pytest.mark.parametrize("order", LOG.values(), ids=LOG)
def test_a_change_whose_record_is_damaged_is_not_taken_back(tmp_path: Path, order: str) -> None:
    path = empty_project(tmp_path)
    with Project.open(path) as project:
        with project.change("Add code") as session:
            session.add(Code(name="one"))
        with project.change("Remove code") as session:
            session.delete(session.get_one(Code, 1))
    told(path, order)
    before = dump(path)
    with Project.open(path) as project:
        with pytest.raises(ProjectError, match=r"^“Remove code” can't be taken back: what the project's log says"):
            project.undo()
        assert dump(path) == before
        with project.change("Add code") as session:
            session.add(Code(name="two"))
        project.undo()
    assert dump(path) == before


MOVED = {
    "no numbers": """json_set(image, '$.by', 'x')""",
    "too far": """json_set(image, '$.by', 1e30)""",
    "an enormous number": """replace(image, '"by": 3', '"by": 99999999999999999999')""",
    "another column": """json_set(image, '$.columns', json('["document_id"]'))""",
    "SQL for a column": """json_set(image, '$.columns', json_array('start" = 0; --'))""",
    "no list": """json_set(image, '$.apart', 7)""",
    "nothing": "NULL",
}


@pytest.mark.parametrize("image", MOVED.values(), ids=MOVED)
def test_a_move_whose_record_is_damaged_is_not_taken_back(tmp_path: Path, image: str) -> None:
    path = empty_project(tmp_path)
    with Project.open(path) as project:
        documents.add(project, [draft("a", "some words")])
        with project.change("Move") as session:
            assert moving.move(session.connection(), "passage", ("start", "end"), 1, 0, 3) == 1
    told(path, f"UPDATE change_row SET image = {image} WHERE verb = 'move'")
    before = dump(path)
    with Project.open(path) as project:
        with pytest.raises(ProjectError, match=r"^“Move” can't be taken back: what the project's log says"):
            project.undo()
        assert dump(path) == before


def test_a_position_that_is_no_json_counts_as_none(path: Path) -> None:
    with Project.open(path, coder="Ada") as project:
        project.remember("page", 7)
    told(path, "UPDATE state SET value = '{'")
    with Project.open(path, coder="Ada") as project:
        assert project.recall("page", "first") == "first"


def test_columns_of_another_program_are_in_no_ones_way(path: Path) -> None:
    with Project.open(path, coder="Ada") as project:
        documents.add(project, [draft("a", "some words")])
    for table in Base.metadata.tables:
        told(path, f'ALTER TABLE "{table}" ADD COLUMN more TEXT')
    with Project.open(path, coder="Ada") as project:
        participants.add(project, "P1")
        project.undo()
        project.redo()
        project.remember("page", 7)
        project.remember("page", 8)
        project.keep_model("en", "1", b"learned")
        assert [one.name for one in participants.listed(project)] == ["P1"]
        assert (project.recall("page"), project.kept_model("1")) == (8, b"learned")
        assert checking.check(project) == []


JUNK = ["NULL", "''", "'x'", "x'ff'", "-1", "9223372036854775807", "1e308", "'[]'", "'{'", "zeroblob(9)"]


@cache
def _without_triggers() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = empty_project(Path(folder))
        with Project.open(path) as project:
            documents.add(project, [draft("a", "some words")])
        for name in [row[0] for row in asked(path, "SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            told(path, f'DROP TRIGGER "{name}"')
        return path.read_bytes()


@given(seed=st.integers(0, 1 << 32))
def test_whatever_is_written_into_a_file_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    dice = random.Random(seed)
    path = tmp_path_factory.mktemp("made up") / "study.verbatim"
    path.write_bytes(_without_triggers())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for _ in range(dice.randint(1, 4)):
            table = dice.choice(list(Base.metadata.tables.values()))
            column = dice.choice(list(table.columns)).name
            orders = (
                f'UPDATE "{table.name}" SET "{column}" = {dice.choice(JUNK)}',
                f'INSERT OR IGNORE INTO "{table.name}" ("{column}") VALUES ({dice.choice(JUNK)})',
                f'ALTER TABLE "{table.name}" RENAME COLUMN "{column}" TO other',
                f'ALTER TABLE "{table.name}" ADD COLUMN more TEXT',
                f'DROP TABLE "{table.name}"',
                f'CREATE TRIGGER t{dice.random()} AFTER INSERT ON "{table.name}" BEGIN DELETE FROM "{table.name}"; END',
                f'CREATE VIEW "v{dice.random()}" AS {ENDLESS} SELECT i FROM n',
                f'CREATE TABLE "t{dice.random()}" AS SELECT * FROM "{table.name}"',
            )
            with suppress(sqlite3.Error):
                connection.execute(dice.choice(orders))
    with suppress(WorkbenchError), Project.open(path) as project:
        documents.listed(project)
        participants.listed(project)
        project.history()
        checking.check(project)
        project.undo()


@pytest.mark.parametrize("name", ["Etude v1.2", "Étude.", "1.0.verbatim", "Etude v1.2.VERBATIM", "a.db"])
def test_a_new_project_has_the_ending_of_projects(tmp_path: Path, name: str) -> None:
    with Project.create(tmp_path / name) as project:
        ended = name if name.lower().endswith(".verbatim") else f"{name}.verbatim"
        assert project.path.name == ended
        assert project.path.is_file()


@pytest.mark.parametrize("name", ["x" * 300, "é" * 120, "x" * 240, "a\0b"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectError) as refused:
        Project.create(tmp_path / name)
    assert len(str(refused.value)) < 200
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotAProject, match="There is no file"):
        Project.open(tmp_path / name)
