"""The file's format: what is a project, what is not, what is damaged, and how an older one is brought up to date."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import documents
from corpus.errors import DamagedProject, NewerProject, NotAProject, ProjectError
from corpus.model import Base, Code, Coding
from corpus.store import history, schema
from corpus.store.project import Project
from tests.corpus.support import asked, draft, dump, empty_project, told

CODE = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'code'"
INDEXES = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'code' AND sql IS NOT NULL"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project with a coded document in a made-up format 0, whose codes had a `comment` and no `in_vivo`."""
    path = empty_project(tmp_path)
    with Project.open(path, coder="Ada") as project:
        (added,) = documents.add(project, [draft("a", "one two three")])
        with project.change("Code") as session:
            root = Code(name="root", definition="what it means", in_vivo=True)
            session.add(root)
            session.flush()
            session.add(Code(name="leaf", parent_id=root.id))
            coder = project.coder_key(session)
            session.add(Coding(document_id=added.key, code_id=root.id, coder_id=coder, start=0, end=3))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.executescript(rebuilt(path, old_layout(path), "definition AS comment", "comment"))
        connection.execute("PRAGMA user_version=0")
    assert "comment" in asked(path, CODE)[0][0]
    return path


def old_layout(path: Path) -> str:
    sql = asked(path, CODE)[0][0]
    return re.sub(r"\s*in_vivo BOOLEAN NOT NULL,", "", sql).replace("\tdefinition ", "\tcomment ")


def rebuilt(path: Path, layout: str, source: str, target: str) -> str:
    """Return the SQL that makes the table of codes anew as `layout`; the triggers have to be gone."""
    drops = "".join(
        f'DROP TRIGGER "{name}";' for (name,) in asked(path, "SELECT name FROM sqlite_master WHERE type='trigger'")
    )
    indexes = "".join(f"{sql};" for (sql,) in asked(path, INDEXES))
    same = [
        name
        for name in [column.name for column in Base.metadata.tables["code"].columns]
        if name not in ("definition", "in_vivo")
    ]
    into, out_of = ", ".join([*same, target]), ", ".join([*same, source])
    layout = re.sub(r'^CREATE TABLE "?code"?', "CREATE TABLE code_anew", layout)
    return (
        f"{drops}{layout}; INSERT INTO code_anew ({into}) SELECT {out_of} FROM code;"
        f"DROP TABLE code; ALTER TABLE code_anew RENAME TO code; {indexes}"
    )


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> str:
    """How the table of codes is made today."""
    path = empty_project(tmp_path_factory.mktemp("present"))
    return str(asked(path, CODE)[0][0])


@pytest.fixture
def upgrade(present: str, tmp_path: Path) -> dict[int, str]:
    """The SQL from the made-up format 0 to today's: a rebuild of a table that has children, and nothing more."""
    folder = tmp_path / "for upgrade"
    folder.mkdir()
    path = empty_project(folder)
    script = rebuilt(path, present, "comment, 0", "definition, in_vivo")
    return {0: re.sub(r'DROP TRIGGER "[^"]*";', "", script), **dict.fromkeys(range(1, schema.FORMAT), "")}


def test_an_older_file_is_copied_and_brought_up_to_date_with_all_its_rows(old: Path, upgrade: dict[int, str]) -> None:
    codings = asked(old, "SELECT * FROM coding")
    log = asked(old, "SELECT * FROM change")
    copy = schema.upgrade(old, upgrade)
    assert copy == old.with_name("study (format 0 backup).verbatim")
    assert asked(copy, "PRAGMA user_version") == [(0,)]
    assert asked(copy, "SELECT name, comment FROM code") == [("root", "what it means"), ("leaf", "")]
    assert asked(copy, "SELECT * FROM coding") == codings
    assert asked(old, "PRAGMA user_version") == [(schema.FORMAT,)]
    assert asked(old, "SELECT name, definition, in_vivo, parent_id FROM code") == [
        ("root", "what it means", 0, None),
        ("leaf", "", 0, 1),
    ]
    assert asked(old, "SELECT * FROM coding") == codings
    assert asked(old, "PRAGMA foreign_key_check") == []
    assert asked(old, "SELECT * FROM change")[: len(log)] == log
    assert asked(old, "SELECT kind, barrier FROM change ORDER BY id DESC LIMIT 1") == [("upgrade", 1)]
    assert schema.upgrade(old, upgrade) is None


def test_an_upgraded_file_opens_and_undo_stops_at_the_upgrade(old: Path, upgrade: dict[int, str]) -> None:
    schema.upgrade(old, upgrade)
    with Project.open(old, coder="Ada") as project:
        assert project.upgraded_from is None
        assert project.undoable() is None
        assert dict(asked(old, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) == history.triggers()
        before = dump(old)
        with project.change("Remove code") as session:
            session.delete(session.get_one(Code, 1))
        assert dump(old)["coding"] == {}
        project.undo()
        assert dump(old) == before
        assert project.undoable() is None


def test_opening_an_older_file_upgrades_it(old: Path, upgrade: dict[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProjectError, match="is of an earlier format; open it for writing once"):
        Project.open(old, writable=False)
    with pytest.raises(ProjectError, match="is of format 0, which is too old to open"):
        Project.open(old)
    monkeypatch.setattr(schema, "shipped_upgrades", lambda: upgrade)
    with Project.open(old) as project:
        assert project.upgraded_from is not None
        assert project.upgraded_from.exists()
        assert documents.text(project, 1) == "one two three"


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("INSERT INTO nowhere VALUES (1)", "no such table: nowhere"),
        ("DROP TABLE code; SELECT", 'near ";": syntax error'),
        ("DELETE FROM document", "rows of .* would lose what they belong to"),
    ],
)
def test_a_failed_upgrade_leaves_the_file_as_it_was(old: Path, upgrade: dict[int, str], fault: str, why: str) -> None:
    before, copied = everything(old), old.with_name("study (format 0 backup).verbatim")
    with pytest.raises(ProjectError, match=f"could not be brought up to date and is as it was: {why}"):
        schema.upgrade(old, {**upgrade, 0: f"{upgrade[0]}; {fault}"})
    assert everything(old) == before
    assert everything(copied) == before
    schema.upgrade(old, upgrade)
    assert old.with_name("study (format 0 backup 2).verbatim").exists()
    Project.open(old).close()


def test_a_later_step_that_fails_takes_back_the_earlier_under_the_eyes_of_a_reader(
    old: Path, upgrade: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)
    before = everything(old)
    with closing(sqlite3.connect(old)) as reader:
        assert reader.execute("SELECT COUNT(*) FROM code").fetchone() == (2,)
        with pytest.raises(ProjectError, match="is as it was"):
            schema.upgrade(old, {**upgrade, schema.FORMAT - 1: "DELETE FROM nowhere"})
        assert reader.execute("SELECT comment FROM code").fetchone() == ("what it means",)
    assert everything(old) == before
    monkeypatch.undo()
    schema.upgrade(old, upgrade)
    Project.open(old).close()


def everything(path: Path) -> list[str]:
    """Return the whole file as SQL, with its version."""
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())]


def test_a_copy_that_can_not_be_made_stops_the_upgrade(old: Path, upgrade: dict[int, str]) -> None:
    # The copy's name would be longer than a file system takes.
    path = old.rename(old.with_name("a" * 240 + ".verbatim"))
    before = everything(path)
    with pytest.raises(ProjectError, match=r"can't be copied before it is brought up to date: File name too long\."):
        schema.upgrade(path, upgrade)
    assert everything(path) == before


def test_a_damaged_older_file_is_not_upgraded(old: Path) -> None:
    data = bytearray(old.read_bytes())
    data[8192:65536] = os.urandom(65536 - 8192)
    old.write_bytes(data)
    with pytest.raises(DamagedProject):
        Project.open(old)
    assert old.read_bytes() == bytes(data)
    assert list(old.parent.glob("*backup*")) == []


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    assert path.read_bytes()[68:72] == b"VRBT"
    assert asked(path, "PRAGMA user_version") == [(schema.FORMAT,)]
    assert asked(path, "PRAGMA journal_mode") == [("wal",)]
    assert schema.format_of(path) == schema.FORMAT


@pytest.mark.parametrize(
    "data", [b"", b"not a project", b"SQLite format 3\x00", b"\x89PNG\r\n\x1a\n" + bytes(5000), bytes(8192)]
)
@pytest.mark.parametrize("writable", [True, False])
def test_what_is_no_project_is_left_alone(tmp_path: Path, data: bytes, writable: bool) -> None:
    path = tmp_path / "other.verbatim"
    path.write_bytes(data)
    with pytest.raises(ProjectError, match=r"other\.verbatim (is not a Verbatim project|is damaged)"):
        Project.open(path, writable=writable)
    assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["other.verbatim"]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    told(path, "CREATE TABLE bookmark (id INTEGER)", "PRAGMA user_version=1")
    data = path.read_bytes()
    with pytest.raises(NotAProject, match=r"other\.sqlite is not a Verbatim project\."):
        Project.open(path)
    assert path.read_bytes() == data


def test_a_folder_and_nothing_are_no_projects(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match="is a folder and not a Verbatim project"):
        Project.open(tmp_path)
    with pytest.raises(NotAProject, match=r"There is no file .*nothing\.verbatim"):
        Project.open(tmp_path / "nothing.verbatim")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    told(path, f"PRAGMA user_version={schema.FORMAT + 1}")
    data = path.read_bytes()
    for writable in (True, False):
        with pytest.raises(NewerProject, match="was made by a later version of Verbatim; update the program"):
            Project.open(path, writable=writable)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("DROP TABLE memo_target", "memo_target is missing"),
        ("ALTER TABLE code DROP COLUMN short", "code lacks short"),
        ("DELETE FROM meta", "its identity is missing"),
    ],
)
def test_a_file_that_lacks_a_part_is_damaged(
    tmp_path: Path, fault: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = empty_project(tmp_path)
    names = [row[0] for row in asked(path, "SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    told(path, *(f'DROP TRIGGER "{name}"' for name in names), fault)
    with pytest.raises(DamagedProject, match=r"^study\.verbatim is damaged; open a copy of it instead, from your ba"):
        Project.open(path)
    assert f"study.verbatim is damaged: {why}" in caplog.text


def test_overwritten_pages_are_damage(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = empty_project(tmp_path)
    data = bytearray(path.read_bytes())
    data[8192:65536] = os.urandom(65536 - 8192)
    path.write_bytes(data)
    for writable in (True, False):
        with pytest.raises(DamagedProject, match=r"study\.verbatim is damaged; open a copy ") as said:
            Project.open(path, writable=writable)
        assert str(said.value).endswith(f"from your backup of the folder {tmp_path}.")
    assert len([line for line in caplog.messages if line.startswith("study.verbatim is damaged: ")]) == 2
    assert path.read_bytes() == bytes(data)


def test_where_a_copy_lies_beside_a_damaged_file_it_is_named(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    for name in ("study (format 1 backup).verbatim", "study (format 1 backup 2).verbatim", "other.verbatim"):
        (tmp_path / name).write_bytes(path.read_bytes())
    os.utime(tmp_path / "study (format 1 backup).verbatim", (1, 1))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(DamagedProject) as said:
        Project.open(path)
    copy = "study (format 1 backup 2).verbatim"
    assert str(said.value) == f"study.verbatim is damaged; open its copy beside it instead: {copy}."
    Project.open(tmp_path / copy).close()


def opened_or_said(path: Path) -> str:
    """Return the last change of a project that opens, else the sentence that says why it does not."""
    try:
        with Project.open(path) as project:
            step = project.undoable()
            return "nothing was done" if step is None else step.label
    except ProjectError as error:
        return str(error)


SAID = re.compile(r"nothing was done|Add code|study\.verbatim (is|can't|could not|was) [^\n]+\.")


def test_a_torn_name_is_said_though_sqlite_can_t_even_write_its_error(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    data = path.read_bytes()
    for torn in (b"CREATE TABLE document", b"VARCHAR", b"original_sha", b"CREATE TRIGGER"):
        at = data.index(torn)
        for byte in range(at, at + len(torn)):
            path.write_bytes(data[:byte] + b"\x80" + data[byte + 1 :])
            assert SAID.fullmatch(opened_or_said(path)), (torn, byte)


def test_a_project_that_another_program_holds_is_busy_and_not_damaged(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectError, match=r"^study\.verbatim can't be opened: database is locked\.$"):
            schema.format_of(path)


@pytest.mark.parametrize("said", [-(2**31), -1, 0])
def test_a_torn_number_of_the_format_is_refused_at_once(tmp_path: Path, said: int) -> None:
    path = empty_project(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={said}")
    with pytest.raises(ProjectError, match=rf"study\.verbatim is of format {said}, which is too old to open"):
        Project.open(path)


@given(
    start=st.integers(0, 500_000), junk=st.binary(min_size=1, max_size=3000), cut=st.none() | st.integers(0, 400_000)
)
def test_whatever_happens_to_the_bytes_is_said_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, start: int, junk: bytes, cut: int | None
) -> None:
    path = empty_project(tmp_path_factory.mktemp("junk"))
    data = bytearray(path.read_bytes())
    start %= len(data)
    data[start : start + len(junk)] = junk
    path.write_bytes(data[:cut])
    assert SAID.fullmatch(said := opened_or_said(path)), said


def test_a_project_is_not_made_over_a_file_or_out_of_reach(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    data = path.read_bytes()
    with pytest.raises(ProjectError, match=r"study\.verbatim exists already; choose another name"):
        Project.create(path)
    assert path.read_bytes() == data
    with pytest.raises(ProjectError, match=r"There is no folder .*nowhere to put the project in"):
        Project.create(tmp_path / "nowhere" / "new.verbatim")
    with pytest.raises(ProjectError, match=r"There is no folder .*study\.verbatim to put"):
        Project.create(path / "new.verbatim")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that refuses new files even to root")
def test_a_folder_that_takes_no_files_is_said() -> None:
    with pytest.raises(ProjectError, match=r"new\.verbatim can't be written: its folder does not allow it\."):
        Project.create(Path("/proc/self/new.verbatim"))


def test_a_name_without_an_ending_gets_ours(tmp_path: Path) -> None:
    with Project.create(tmp_path / "étude 😀", name="Étude", language="en") as project:
        assert project.path == tmp_path / "étude 😀.verbatim"
        info = project.info()
        assert (info.name, info.language) == ("Étude", "en")


def test_a_project_on_a_disk_that_can_not_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = empty_project(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Project.open(path, writable=False) as project:
        assert project.info().name == "study"
        assert [file.name for file in tmp_path.iterdir()] == ["study.verbatim"]
