"""The upgrades that are shipped, each run on a file as it was before."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from sqlalchemy import select, update

from corpus import checking, documents, history, schema
from corpus.errors import ProjectError
from corpus.model import Code, Coding, Verdict
from corpus.project import Project
from tests.corpus.support import asked, draft, dump, empty_project, told

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"


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
        "CREATE INDEX ix_coding_document_id ON coding (document_id)",
        "CREATE INDEX ix_passage_document_id ON passage (document_id)",
        "PRAGMA user_version=1",
    )
    return path


def test_the_first_format_is_brought_up_to_date_with_its_verdicts(first: Path) -> None:
    before, log = dump(first), asked(first, "SELECT * FROM change")
    with Project.open(first, coder="Ada") as project:
        copy = project.upgraded_from
        assert copy == first.with_name("study (format 1 backup).verbatim")
        assert asked(copy, "PRAGMA user_version") == [(1,)]
        assert dump(copy) == before
        assert asked(first, "PRAGMA user_version") == [(schema.FORMAT,)]
        with project.read() as session:
            verdict = session.scalars(select(Verdict)).one()
            assert (verdict.decision, verdict.score, verdict.chance) == ("changed", -0.577319, None)
            assert verdict.reasons == [["deux", 3, 7, 0.25]]
            assert session.scalars(select(Coding.verdict_id)).one() == verdict.id
        assert {name: rows for name, rows in dump(first).items() if name != "verdict"} == {
            name: rows for name, rows in before.items() if name != "verdict"
        }
        assert asked(first, "SELECT * FROM change")[: 1 - schema.FORMAT] == log
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


def test_an_upgraded_file_has_the_columns_and_indexes_of_a_new_one(first: Path, tmp_path: Path) -> None:
    Project.open(first).close()
    (tmp_path / "new").mkdir()
    fresh = empty_project(tmp_path / "new")
    assert asked(first, INDEXES) == asked(fresh, INDEXES)
    for (table,) in asked(fresh, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name'
        assert asked(first, columns, table) == asked(fresh, columns, table)


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
