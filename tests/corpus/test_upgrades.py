"""The upgrades that are shipped, each run on a file as it was before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from corpus import checking, documents, history, schema
from corpus.errors import ProjectError
from corpus.model import Code, Coding, Verdict
from corpus.project import Project
from tests.corpus.support import WATCHED, asked, draft, empty_project, told

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every watched row of a file of whatever format, by table; one that is not there yet has none."""
    there = {name for (name,) in asked(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {name: asked(path, f'SELECT * FROM "{name}" ORDER BY id') for name in WATCHED if name in there}


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A project of format 1 with a coding that came from a suggestion, decided upon twice."""
    path = empty_project(tmp_path)
    with Project.open(path, coder="Ada") as project:
        (added,) = documents.add(project, [draft("a", "un deux trois")])
        with project.change("Code") as session:
            code = Code(name="root")
            session.add(code)
            session.flush()
            verdict = Verdict(
                document_id=added.key, start=0, end=8, text_sha="sha", code_id=code.id, decision="accepted",
                score=-0.577319, basis="codings", reasons=[["deux", 3, 7, 0.25]], coder_id=project.coder_key(session),
            )  # fmt: skip
            session.add(verdict)
            session.flush()
            session.add(
                Coding(document_id=added.key, code_id=code.id, coder_id=verdict.coder_id, start=0, end=8,
                       origin="suggestion", verdict_id=verdict.id)
            )  # fmt: skip
        with project.change("Decide") as session:
            session.execute(update(Verdict).values(decision="changed"))
    told(
        path,
        *(f'DROP TRIGGER "{name}"' for (name,) in asked(path, TRIGGERS)),
        "UPDATE change_row SET image = json_remove(image, '$.chance') WHERE stored = 'verdict' AND image IS NOT NULL",
        "ALTER TABLE verdict DROP COLUMN chance",
        "ALTER TABLE memo_target DROP COLUMN about",
        "DROP TABLE set_aside",
        "CREATE INDEX ix_coding_document_id ON coding (document_id)",
        "CREATE INDEX ix_passage_document_id ON passage (document_id)",
        "PRAGMA user_version=1",
    )
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A project as format 2 kept it, in which memos' titles said what codes are outside the frameworks or refused."""
    path = tmp_path / "study.verbatim"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(Path(__file__).with_name("format_2.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version=2")
    return path


def test_the_first_format_is_brought_up_to_date_with_its_verdicts(first: Path) -> None:
    before, log = rows_of(first), asked(first, "SELECT * FROM change")
    with Project.open(first, coder="Ada") as project:
        copy = project.upgraded_from
        assert copy == first.with_name("study (format 1 backup).verbatim")
        assert asked(copy, "PRAGMA user_version") == [(1,)]
        assert rows_of(copy) == before
        assert asked(first, "PRAGMA user_version") == [(schema.FORMAT,)]
        with project.read() as session:
            verdict = session.scalars(select(Verdict)).one()
            assert (verdict.decision, verdict.score, verdict.chance) == ("changed", -0.577319, None)
            assert verdict.reasons == [["deux", 3, 7, 0.25]]
            assert session.scalars(select(Coding.verdict_id)).one() == verdict.id
        assert {name: rows for name, rows in rows_of(first).items() if rows and name != "verdict"} == {
            name: rows for name, rows in before.items() if rows and name != "verdict"
        }
        assert asked(first, "SELECT * FROM change")[: len(log)] == log
        assert project.undoable() is None
        assert checking.check(project) == []


def test_what_is_written_after_the_upgrade_is_recorded_and_undone_with_the_chance(first: Path) -> None:
    with Project.open(first, coder="Ada") as project:
        assert dict(asked(first, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) == history.triggers()
        for chance in (0.36, 0.1 + 0.2, None):
            with project.change("Decide") as session:
                session.execute(update(Verdict).values(chance=chance))
        with project.change("Forget") as session:
            session.delete(session.scalars(select(Verdict)).one())
        seen = []
        for _ in range(4):
            project.undo()
            seen += asked(first, "SELECT chance FROM verdict")
        assert seen == [(None,), (0.1 + 0.2,), (0.36,), (None,)]
        assert project.undoable() is None


SAID = """
SELECT code.name, framework.key, target.key, set_aside.reason, coder.name FROM set_aside
JOIN code ON code.id = code_id JOIN coder ON coder.id = set_aside.coder_id
LEFT JOIN framework ON framework.id = set_aside.framework_id LEFT JOIN code AS target ON target.id = to_code_id
ORDER BY set_aside.id
"""


def test_what_titles_of_memos_said_stands_in_rows_of_its_own(second: Path) -> None:
    before = rows_of(second)
    bodies = {body for _, body, *_ in before["memo"]}
    with Project.open(second, coder="Ada") as project:
        assert checking.check(project) == []
        assert project.undoable() is None
    definition = "Definition match: parcours, irritant"
    assert asked(second, SAID) == [
        ("vide", "soins", None, "", "Ada"), ("vide", "achats", None, "", "Ada"),
        ("raison", "soins", None, "parle d'autre chose", "Ada"),
        ("raison", "achats", None, "parle d'autre chose", "Ada"),
        ("longue", "soins", None, "première ligne", "Ada"), ("longue", "achats", None, "première ligne", "Ada"),
        ("double", "soins", None, "aussi ailleurs", "Ada"), ("double", "achats", None, "aussi ailleurs", "Ada"),
        ("raison", None, "S1", definition, "Ada"), ("longue", None, "S1", "un", "Bob"), ("lié", None, "A1", "", "Ada"),
    ]  # fmt: skip
    uids = [uid for (uid,) in asked(second, "SELECT uid FROM set_aside")]
    assert len(set(uids)) == len(uids)
    assert all(UUID(uid).version == 4 and str(UUID(uid)) == uid for uid in uids)
    left = asked(second, "SELECT title, body FROM memo WHERE title NOT LIKE 'Fusionné%' ORDER BY id")
    assert left == [
        ("Fits nothing", "première ligne\nla suite\nencore"),  # more than a reason
        ("Fits nothing", "à part"),  # of a code merged into one of which it had been said already
        ("Hors sujet", "un avis"),
        ("Fits nothing", "simple note"),  # never a theoretical memo
        ("Fits nothing", "aussi ailleurs"),  # about a document, too
        ("Does not speak for it", "Je ne crois pas"),  # said twice
        ("Does not speak for it", "un\ndeux"),
        ("Does not speak for it", "reste"),  # its code is gone
    ]
    kept = {body for _, body in left} | {reason for _, _, _, reason, _ in asked(second, SAID)}
    assert {body for body in bodies if not body.startswith("fondu")} <= kept
    targets = asked(second, "SELECT memo_id FROM memo_target WHERE memo_id NOT IN (SELECT id FROM memo)")
    assert targets == []
    touched = {"memo", "memo_target", "set_aside"}
    assert {name: rows for name, rows in rows_of(second).items() if name not in touched} == {
        name: rows for name, rows in before.items() if name not in touched
    }


def test_a_memo_with_an_identity_elsewhere_stays(second: Path) -> None:
    (memo,) = asked(second, "SELECT id FROM memo WHERE body = 'parle d''autre chose'")
    triggers = [f'DROP TRIGGER "{name}"' for (name,) in asked(second, TRIGGERS)]
    told(second, *triggers, f"INSERT INTO foreign_id (program, guid, memo_id, uid) VALUES ('X', 'g', {memo[0]}, 'u')")
    Project.open(second).close()
    assert asked(second, "SELECT id FROM memo WHERE body = 'parle d''autre chose'") == [memo]
    assert asked(second, SAID)[2][:2] == ("raison", "soins")


def test_without_a_framework_there_is_nothing_to_be_outside_of_and_memos_stay(second: Path) -> None:
    triggers = [f'DROP TRIGGER "{name}"' for (name,) in asked(second, TRIGGERS)]
    told(second, "PRAGMA foreign_keys=ON", *triggers, "DELETE FROM framework")
    before = asked(second, "SELECT * FROM memo")
    Project.open(second).close()
    assert asked(second, SAID) == []
    assert asked(second, "SELECT * FROM memo") == before


@pytest.mark.parametrize("old", ["first", "second"])
def test_an_upgraded_file_has_the_columns_and_indexes_of_a_new_one(
    old: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(old)
    Project.open(path).close()
    (tmp_path / "new").mkdir()
    fresh = empty_project(tmp_path / "new")
    assert asked(path, INDEXES) == asked(fresh, INDEXES)
    for (table,) in asked(fresh, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name'
        assert asked(path, columns, table) == asked(fresh, columns, table)
        keys = 'SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"'
        assert asked(path, keys, table) == asked(fresh, keys, table)


def test_an_older_file_is_not_changed_by_whoever_only_reads(first: Path) -> None:
    data = first.read_bytes()
    with pytest.raises(ProjectError, match=r"^study\.verbatim is of an earlier format; open it for writing once\.$"):
        Project.open(first, writable=False)
    assert first.read_bytes() == data
    assert list(first.parent.glob("*backup*")) == []


def test_codings_of_a_document_are_still_found_by_an_index(first: Path) -> None:
    Project.open(first).close()
    for table in ("coding", "passage"):
        ((*_, plan),) = asked(first, f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE document_id = 1")
        assert f"INDEX ix_{table}_document_" in plan


def test_every_step_from_the_first_format_is_shipped() -> None:
    assert sorted(schema.shipped_upgrades()) == list(range(1, schema.FORMAT))
    assert (files("resources") / "upgrades" / "001_chance_of_suggestions.sql").is_file()
