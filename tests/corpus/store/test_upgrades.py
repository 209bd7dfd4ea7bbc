"""The upgrades that are shipped, each run on a file as it was before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from corpus import anchors, documents
from corpus.correcting import revisions
from corpus.errors import ProjectError
from corpus.model import Coding, Excerpt, MemoTarget, Verdict
from corpus.store import checking, history, schema
from corpus.store.project import Project
from tests.corpus.support import asked, draft, dump, earlier_project, empty_project, told

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
# What came with the fifth format: tables, and columns of older ones.
FIFTH = {"organisation", "belonging", "consent", "recruit", "approval", "guide", "question", "asking", "disclosure",
         "attribute", "attribute_value", "grouping"}  # fmt: skip
SIXTH = {"alias", "reading", "opened", "revision"}
SEVENTH = {"choice", "project", "coder", "settlement", "draw", "drawn"}
EIGHTH = {"assertion", "bearing", "excerpt", "judgement", "organisation", "participant", "pseudonym", "recipe",
          "remark", "submission", "summary"}  # fmt: skip
NINTH = {"attribute", "participant", "telltale"}
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A project of format 2: codings on words, on the whole document, on regions, and one from a suggestion."""
    return earlier_project(tmp_path, 2)


@pytest.fixture
def first(second: Path) -> Path:
    """The same project as it was in format 1."""
    told(
        second,
        "UPDATE change_row SET image = json_remove(image, '$.chance') WHERE stored = 'verdict' AND image IS NOT NULL",
        "ALTER TABLE verdict DROP COLUMN chance",
        "CREATE INDEX ix_coding_document_id ON coding (document_id)",
        "CREATE INDEX ix_passage_document_id ON passage (document_id)",
        "PRAGMA user_version=1",
    )
    return second


@pytest.fixture(params=["first", "second"])
def earlier(request: pytest.FixtureRequest) -> Path:
    """A project of each earlier format."""
    return Path(request.getfixturevalue(request.param))


@pytest.fixture
def titled(tmp_path: Path) -> Path:
    """A project as format 2 kept it, in which memos' titles said what codes are outside the frameworks or refused."""
    path = tmp_path / "study.verbatim"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((Path(__file__).parent / "formats" / "titled_memos_2.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version=2")
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
            assert (verdict.decision, verdict.score, verdict.chance) == ("accepted", -0.577319, None)
            assert verdict.reasons == [["deux", 3, 7, 0.25]]
            assert session.scalars(select(Coding.verdict_id).where(Coding.verdict_id.is_not(None))).one() == verdict.id
        changed = (
            {"verdict", "coding", "excerpt", "memo_target", "set_aside", "document"}
            | FIFTH
            | SIXTH
            | SEVENTH
            | EIGHTH
            | NINTH
        )
        assert {name: rows for name, rows in dump(first).items() if name not in changed} == {
            name: rows for name, rows in before.items() if name not in changed
        }
        assert asked(first, "SELECT * FROM change")[: len(log)] == log
        assert project.undoable() is None
        assert checking.check(project) == []


def test_codings_excerpts_and_memos_of_the_second_format_keep_their_places(second: Path) -> None:
    before = asked(second, "SELECT id, uid, code_id, coder_id, origin, created_at FROM coding ORDER BY id")
    with Project.open(second, coder="Ada") as project:
        with project.read() as session:
            codings = [anchors.of_row(row) for row in session.scalars(select(Coding).order_by(Coding.id))]
            targets = [anchors.of_row(row) for row in session.scalars(select(MemoTarget).order_by(MemoTarget.id))]
            excerpts = [anchors.of_row(row) for row in session.scalars(select(Excerpt))]
        assert codings == [
            anchors.words(1, 3, 7),
            anchors.whole(1),
            anchors.box(1, 2, 0.1, 0.2, 0.5, 0.25),
            anchors.stretch(1, 1000, 2500),
            anchors.stretch(1, 0, 40, anchors.box(1, None, 0, 0, 1, 1)),
            anchors.words(1, 0, 7),
        ]
        assert targets == [anchors.Anchor(None), anchors.words(1, 0, 7), anchors.whole(1)]  # type: ignore[arg-type]  # the first is a coding
        assert excerpts == [anchors.words(1, 0, 14)]
        assert asked(second, "SELECT id, uid, code_id, coder_id, origin, created_at FROM coding ORDER BY id") == before
        # The seventh was taken away before; its key stays its own.
        assert asked(second, "SELECT seq FROM sqlite_sequence WHERE name = 'coding'") == [(7,)]
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


def test_what_titles_of_memos_said_stands_in_rows_of_its_own(titled: Path) -> None:
    before = dump(titled)
    bodies = {body for (body,) in asked(titled, "SELECT body FROM memo")}
    with Project.open(titled, coder="Ada") as project:
        assert checking.check(project) == []
        assert project.undoable() is None
    definition = "Definition match: parcours, irritant"
    assert asked(titled, SAID) == [
        ("vide", "soins", None, "", "Ada"),
        ("vide", "achats", None, "", "Ada"),
        ("raison", "soins", None, "parle d'autre chose", "Ada"),
        ("raison", "achats", None, "parle d'autre chose", "Ada"),
        ("longue", "soins", None, "première ligne", "Ada"),
        ("longue", "achats", None, "première ligne", "Ada"),
        ("double", "soins", None, "aussi ailleurs", "Ada"),
        ("double", "achats", None, "aussi ailleurs", "Ada"),
        ("raison", None, "S1", definition, "Ada"),
        ("longue", None, "S1", "un", "Bob"),
        ("lié", None, "A1", "", "Ada"),
    ]
    uids = [uid for (uid,) in asked(titled, "SELECT uid FROM set_aside")]
    assert len(set(uids)) == len(uids)
    assert all(UUID(uid).version == 4 and str(UUID(uid)) == uid for uid in uids)
    left = asked(titled, "SELECT title, body FROM memo WHERE title NOT LIKE 'Fusionné%' ORDER BY id")
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
    kept = {body for _, body in left} | {reason for _, _, _, reason, _ in asked(titled, SAID)}
    assert {body for body in bodies if not body.startswith("fondu")} <= kept
    targets = asked(titled, "SELECT memo_id FROM memo_target WHERE memo_id NOT IN (SELECT id FROM memo)")
    assert targets == []
    touched = (
        {"memo", "memo_target", "set_aside", "coding", "excerpt", "document"} | FIFTH | SIXTH | SEVENTH | EIGHTH | NINTH
    )
    assert {name: rows for name, rows in dump(titled).items() if name not in touched} == {
        name: rows for name, rows in before.items() if name not in touched
    }


def test_a_memo_with_an_identity_elsewhere_stays(titled: Path) -> None:
    (memo,) = asked(titled, "SELECT id FROM memo WHERE body = 'parle d''autre chose'")
    triggers = [f'DROP TRIGGER "{name}"' for (name,) in asked(titled, TRIGGERS)]
    told(titled, *triggers, f"INSERT INTO foreign_id (program, guid, memo_id, uid) VALUES ('X', 'g', {memo[0]}, 'u')")
    Project.open(titled).close()
    assert asked(titled, "SELECT id FROM memo WHERE body = 'parle d''autre chose'") == [memo]
    assert asked(titled, SAID)[2][:2] == ("raison", "soins")


def test_without_a_framework_there_is_nothing_to_be_outside_of_and_memos_stay(titled: Path) -> None:
    triggers = [f'DROP TRIGGER "{name}"' for (name,) in asked(titled, TRIGGERS)]
    told(titled, "PRAGMA foreign_keys=ON", *triggers, "DELETE FROM framework")
    before = asked(titled, "SELECT * FROM memo")
    Project.open(titled).close()
    assert asked(titled, SAID) == []
    assert asked(titled, "SELECT * FROM memo") == before


def test_an_upgraded_file_has_the_columns_and_indexes_of_a_new_one(earlier: Path, tmp_path: Path) -> None:
    Project.open(earlier).close()
    (tmp_path / "new").mkdir()
    fresh = empty_project(tmp_path / "new")
    assert asked(earlier, INDEXES) == asked(fresh, INDEXES)
    for (table,) in asked(fresh, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name'
        assert asked(earlier, columns, table) == asked(fresh, columns, table)
        keys = 'SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"'
        assert asked(earlier, keys, table) == asked(fresh, keys, table)


def test_when_a_text_was_corrected_is_read_from_the_log_once(earlier: Path) -> None:
    told(
        earlier,
        "INSERT INTO change(id, uid, kind, label, coder, sitting, at, barrier)"
        " VALUES (900, 'u', 'edit', 'Correct the text', 'Ada', 's', '2024-05-31T10:00:00Z', 0)",
        "INSERT INTO revision(id, document_id, number, text_sha, reason, uid)"
        " SELECT 5, 1, 1, text_sha, 'Misheard.', 'r' FROM document WHERE id = 1",
        "INSERT INTO change_row(change, stored, row, verb) VALUES (900, 'revision', 5, 'insert')",
    )
    with Project.open(earlier, coder="Ada") as project:
        told_of = [(one.number, one.changed_at, one.reason) for one in revisions.listed(project, 1)]
        assert told_of == [(1, "2024-05-31T10:00:00Z", "Misheard.")]
        assert checking.check(project) == []


def test_an_older_file_is_not_changed_by_whoever_only_reads(earlier: Path) -> None:
    data = earlier.read_bytes()
    with pytest.raises(ProjectError, match=r"^study\.verbatim is of an earlier format; open it for writing once\.$"):
        Project.open(earlier, writable=False)
    assert earlier.read_bytes() == data
    assert list(earlier.parent.glob("*backup*")) == []


def test_a_document_of_an_earlier_format_is_known_by_its_bytes_alone(earlier: Path) -> None:
    ((sha,),) = asked(earlier, "SELECT original_sha FROM document")
    ((body,),) = asked(earlier, "SELECT body FROM content WHERE sha256 = ?", sha)
    with Project.open(earlier, coder="Ada") as project:
        assert asked(earlier, "SELECT part, source FROM document") == [(None, None)]
        text = documents.text(project, 1)
        (added,) = documents.add(project, [draft("Autre", text, original=body)])
        assert (added.status, added.key) == ("duplicate", 1)


def test_codings_of_a_document_are_still_found_by_an_index(earlier: Path) -> None:
    Project.open(earlier).close()
    for table in ("coding", "passage"):
        ((*_, plan),) = asked(earlier, f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE document_id = 1")
        assert f"INDEX ix_{table}_document_" in plan


def test_every_step_from_the_first_format_is_shipped() -> None:
    assert sorted(schema.shipped_upgrades()) == list(range(1, schema.FORMAT))
    assert (files("resources") / "upgrades" / "001_chance_of_suggestions.sql").is_file()
