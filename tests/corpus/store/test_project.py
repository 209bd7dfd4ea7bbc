"""An opened project: what it keeps, what a crash or a full disk leaves of it."""

from __future__ import annotations

import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, select

from corpus import documents
from corpus.errors import ProjectError
from corpus.model import Code, Memo, Meta
from corpus.store import texts
from corpus.store.project import Project
from tests.corpus.support import answered, asked, draft, dump, empty_project, started
from tests.waiting import HANG_S


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


WRITER = """
import sys
from pathlib import Path
from corpus.model import Code, Memo
from corpus.store.project import Project
with Project.open(Path(sys.argv[1]), coder="Ada") as project:
    number = int(sys.argv[2])
    while True:
        number += 1
        with project.change(f"change {number}") as session:
            coder = project.coder_key(session)
            session.add(Memo(title=str(number), body="x" * 20_000, coder_id=coder))
            session.add_all(Code(name=str(number)) for _ in range(20))
        print(number, flush=True)
"""


def _wait_for_a_write(path: Path) -> None:
    """Wait until more is being written, which is not said to be written yet."""
    log = path.with_name(path.name + "-wal")
    before, limit = log.stat().st_mtime_ns, time.monotonic() + HANG_S
    while log.stat().st_mtime_ns == before and time.monotonic() < limit:
        pass


def test_a_kill_in_mid_write_loses_nothing_that_was_said_to_be_written(project: Project) -> None:
    project.close()
    path, last, dice = project.path, 0, random.Random(7)
    for _ in range(4):
        process = started(WRITER, path, last)
        assert process.stdout is not None
        for _ in range(dice.randint(1, 12)):
            last = int(process.stdout.readline())
        if dice.random() < 0.75:
            _wait_for_a_write(path)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=HANG_S)
        assert [file.name for file in path.parent.iterdir() if file.name.endswith("-wal")]
        with Project.open(path, coder="Bo", writable=False) as reader, reader.read() as session:
            kept = [int(title) for title in session.scalars(select(Memo.title).order_by(Memo.id))]
            codes = list(session.scalars(select(Code.name)))
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) >= last
        assert sorted(codes) == sorted(str(number) for number in kept for _ in range(20))
        last = len(kept)
        with Project.open(path, coder="Bo") as writer:
            step = writer.undoable()
            assert step is not None
            assert step.label == f"change {last}"
        assert asked(path, "PRAGMA quick_check") == [("ok",)]
        assert asked(path, "SELECT COUNT(*) FROM open_change") == [(0,)]


def test_a_reader_sees_what_a_killed_writer_had_written(project: Project) -> None:
    project.close()
    process = started(WRITER, project.path, 0)
    assert process.stdout is not None
    last = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=HANG_S)
    with Project.open(project.path, writable=False) as reader:
        assert f"change {last}" in [step.label for step in reader.history()]


FULL = """
import json, resource, signal, sys
from pathlib import Path
from corpus import documents
from corpus.errors import ProjectError
from corpus.store.project import Project
from tests.corpus.support import draft
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Project.open(Path(sys.argv[1]), coder="Ada") as project:
    said = []
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
    try:
        documents.add(project, [draft("big", "x" * 3_000_000)])
    except ProjectError as error:
        said.append(str(error))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    said.append(len(documents.listed(project)))
    said += [one.status for one in documents.add(project, [draft("small", "x")])]
print(json.dumps(said))
"""


def test_a_file_that_can_not_grow_is_said_and_nothing_is_changed(project: Project) -> None:
    project.close()
    (sentence, count, status) = answered(FULL, project.path)
    assert sentence.startswith("study.verbatim could not be written, nothing was changed: ")
    assert (count, status) == (0, "imported")
    assert asked(project.path, "SELECT name FROM document") == [("small",)]
    assert asked(project.path, "PRAGMA quick_check") == [("ok",)]


def test_a_full_disk_is_said_and_the_work_goes_on(project: Project) -> None:
    pages = asked(project.path, "PRAGMA page_count")[0][0]
    before = dump(project.path)
    limit = [pages + 10]

    @event.listens_for(project.engine, "checkout")
    def narrow(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={limit[0]}")

    with pytest.raises(ProjectError, match=r"nothing was changed: database or disk is full\."):
        documents.add(project, [draft("big", "x" * 1_000_000)])
    assert dump(project.path) == before
    assert project.undoable() is None
    limit[0] = 1_000_000
    documents.add(project, [draft("small", "x")])
    assert [info.name for info in documents.listed(project)] == ["small"]


def test_a_file_held_by_another_program_is_said(project: Project) -> None:
    @event.listens_for(project.engine, "checkout")
    def hurry(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")

    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match=r"could not be written, nothing was changed: database is locked\."):
            documents.add(project, [draft("a", "b")])
        other.execute("ROLLBACK")
    assert [one.status for one in documents.add(project, [draft("a", "b")])] == ["imported"]


def test_texts_are_kept_once_and_come_back_byte_for_byte(project: Project) -> None:
    text = "é 😀\u2029 e\u0301 \t fin"
    one, two = documents.add(project, [draft("a", text, original=b"\xff\x00raw"), draft("b", text, original=b"other")])
    assert documents.text(project, one.key) == documents.text(project, two.key) == text
    assert documents.original(project, one.key) == b"\xff\x00raw"
    infos = {info.name: info for info in documents.listed(project)}
    assert infos["a"].text_sha == infos["b"].text_sha
    assert project.content(infos["a"].text_sha) == text.encode()
    assert asked(project.path, "SELECT kind, COUNT(*) FROM content GROUP BY kind") == [("original", 2), ("text", 1)]
    with pytest.raises(ProjectError, match=r"A text of this project is missing \(abc\)\."):
        project.text("abc")


@pytest.mark.parametrize(
    ("body", "said"), [("a text", "is missing"), (b"\xff\x00", "was altered outside it"), (7, "is missing")]
)
def test_a_text_that_was_put_into_the_file_in_another_kind_is_told(tmp_path: Path, body: object, said: str) -> None:
    with Project.create(tmp_path / "study.verbatim") as project, project._writing.begin() as connection:
        connection.exec_driver_sql("INSERT INTO content VALUES ('abc', 'text', 'text/plain', 6, ?)", (body,))
    with Project.open(tmp_path / "study.verbatim") as project, pytest.raises(ProjectError, match=said):
        project.text("abc")


def test_few_texts_stay_in_memory(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_KEPT", 1000)
    added = documents.add(project, [draft(str(n), str(n) * 400) for n in range(5)])
    for number, one in list(enumerate(added)) * 2:
        assert documents.text(project, one.key) == str(number) * 400
        assert sum(map(len, project._texts._kept.values())) <= 1000


def test_short_texts_that_follow_are_read_with_one(project: Project) -> None:
    words = ["un" * 100, "deux" * 100, "long " * 20_000, "trois" * 100]
    added = documents.add(project, [draft(str(n), text) for n, text in enumerate(words)])
    project._texts.clear()
    assert documents.text(project, added[1].key) == words[1]
    assert list(project._texts._kept.values()) == [words[3], words[1]]
    assert [documents.text(project, one.key) for one in added] == words


def test_the_stamp_tells_copies_apart(project: Project) -> None:
    first = project.stamp()
    documents.add(project, [draft("a", "b")])
    second = project.stamp()
    assert second[0] == first[0]
    assert second[1] > first[1]
    project.close()
    copy = project.path.with_name("copy.verbatim")
    copy.write_bytes(project.path.read_bytes())
    stamps = []
    for path in (project.path, copy):
        with Project.open(path) as opened:
            assert opened.stamp() == second
            assert opened.lineage == second[0]
            documents.add(opened, [draft("c", "d")])
            stamps.append(opened.stamp())
    assert stamps[0][:2] == stamps[1][:2]
    assert stamps[0] != stamps[1]


def test_every_coder_remembers_for_themselves(project: Project) -> None:
    project.remember("page", {"document": 3, "at": 0.5})
    project.close()
    with Project.open(project.path, coder="Bo") as other:
        assert other.recall("page") is None
        other.remember("page", 1)
    with Project.open(project.path, coder="Ada") as again:
        assert again.recall("page") == {"document": 3, "at": 0.5}


def test_a_coder_is_written_down_once(project: Project) -> None:
    for name in ("one", "two"):
        with project.change("Add memo") as session:
            session.add(Memo(body=name, coder_id=project.coder_key(session)))
    assert asked(project.path, "SELECT name FROM coder") == [("Ada",)]


def test_closing_twice_and_leaving_nothing_beside_the_file(project: Project) -> None:
    documents.add(project, [draft("a", "b")])
    project.close()
    project.close()
    assert [file.name for file in project.path.parent.iterdir()] == ["study.verbatim"]


def test_statements_put_together_for_one_project_serve_the_next(tmp_path: Path) -> None:
    wanted = select(Meta.value).where(Meta.key == "project")
    with Project.create(tmp_path / "one.verbatim") as one, one.read() as session:
        session.execute(wanted)
        kept = session.connection().get_execution_options()["compiled_cache"]
        before = set(kept)
    with Project.create(tmp_path / "two.verbatim") as two, two.read() as session:
        assert session.scalar(wanted) == two.key != one.key
        assert set(session.connection().get_execution_options()["compiled_cache"]) == before


def test_what_is_opened_at_once_stays_as_it_was_for_this_thread_while_others_write(project):
    before = project.stamp()
    with Project.open(project.path, writable=False, at_once=True) as held, ThreadPoolExecutor(1) as other:
        documents.add(project, [draft("Late", "Words.")])
        assert held.stamp() == before != project.stamp()
        assert not documents.listed(held)
        assert other.submit(held.stamp).result() == project.stamp()
    with Project.open(project.path, writable=False) as later:
        assert later.stamp() == project.stamp()
