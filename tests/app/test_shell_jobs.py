"""Long work beside the window, the hub between project and pages, and what is remembered of a person."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import i18n, theme
from app.errors_text import change_label, consequences, sentence
from app.hub import Hub
from app.jobs import Jobs
from app.settings import RECENT, Settings
from coding import codebook, codings
from coding.codebook.removal import Consequences
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage
from corpus.errors import Cancelled, CodingError, ProjectLocked, QueryError
from corpus.progress import Progress
from corpus.search.nodes import Field
from corpus.search.pieces import FIELDS
from corpus.search.query import parse
from corpus.store.project import Project
from tests.waiting import HANG_S


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    return Jobs()


def test_jobs_run_in_order_and_answer_on_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    here = threading.current_thread()
    ran_on: list[threading.Thread] = []
    answers: list[tuple[int, bool]] = []

    def work(number: int) -> Callable[[Progress], int]:
        def run(_progress: Progress) -> int:
            ran_on.append(threading.current_thread())
            return number

        return run

    for number in range(5):
        jobs.run("Count", work(number), lambda got: answers.append((got, threading.current_thread() is here)))
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [(number, True) for number in range(5)]
    assert len(set(ran_on)) == 1
    assert ran_on[0] is not here
    jobs.stop()


def test_a_patient_job_lets_what_waits_go_first_and_then_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    begun, asked = threading.Event(), threading.Event()

    def learn(progress: Progress) -> str:
        begun.set()
        assert asked.wait(HANG_S)
        progress(1, 2)
        order.append("learnt")
        return "learnt"

    started: list[str] = []
    jobs.started.connect(started.append)
    jobs.run("Learning", learn, lambda _: order.append("told"), patient=True)
    assert begun.wait(HANG_S)
    jobs.run("Learning more", lambda _: order.append("learnt more"), patient=True)
    jobs.run("Counting", lambda _: order.append("counted"))
    asked.set()
    qtbot.waitUntil(lambda: not jobs.busy and {"told", "learnt more"} <= set(order))
    assert [one for one in order if one != "told"] == ["counted", "learnt", "learnt more"]
    assert started == ["Learning", "Counting", "Learning", "Learning more"]
    jobs.stop()


def test_to_cancel_what_goes_first_leaves_the_patient_job(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    begun, asked, counting = threading.Event(), threading.Event(), threading.Event()

    def learn(progress: Progress) -> None:
        begun.set()
        assert asked.wait(HANG_S)
        progress(1, 2)
        order.append("learnt")

    def count(progress: Progress) -> None:
        counting.set()
        while True:
            progress(0, 1)

    jobs.run("Learning", learn, patient=True)
    assert begun.wait(HANG_S)
    jobs.run("Counting", count, failed=lambda error: order.append(type(error).__name__))
    asked.set()
    assert counting.wait(HANG_S)
    assert jobs.label == "Counting"
    jobs.cancel()
    qtbot.waitUntil(lambda: not jobs.busy and len(order) == 2)
    assert sorted(order) == ["Cancelled", "learnt"]
    jobs.stop()


def test_a_waiting_job_gives_way_to_a_newer_of_its_key(jobs: Jobs, qtbot: QtBot) -> None:
    hold, done = threading.Event(), list[str]()
    jobs.run("Hold", lambda _: hold.wait(HANG_S))
    for name in ("first", "second", "third"):
        jobs.run("", lambda _, name=name: name, done.append, key="index", quiet=True)  # type: ignore[misc]  # each has two parts
    hold.set()
    qtbot.waitUntil(lambda: not jobs.busy and bool(done))
    assert done == ["third"]
    jobs.stop()


def _sees_where_it_is_destroyed(seen: list[threading.Thread]) -> QObject:
    made = QObject()
    made.destroyed.connect(lambda: seen.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    return made


def test_garbage_that_holds_qt_is_collected_on_the_windows_thread_even_if_a_worker_made_it_due(
    jobs: Jobs, qtbot: QtBot
) -> None:
    destroyed_on: list[threading.Thread] = []

    def work(_progress: Progress) -> list[list[int]]:
        return [[number] for number in range(50 * gc.get_threshold()[0])]

    done: list[list[list[int]]] = []
    jobs.run("Allocate", lambda _: None, lambda _: None)  # a first job, so that the worker lives
    gc.collect()
    knot = _sees_where_it_is_destroyed(destroyed_on)
    knot.itself = knot  # type: ignore[attr-defined]  # garbage that only the collector finds
    del knot
    jobs.run("Allocate", work, done.append)
    qtbot.waitUntil(lambda: bool(done) and bool(destroyed_on))
    assert destroyed_on == [threading.current_thread()]
    assert not gc.isenabled()
    jobs.stop()
    assert gc.isenabled()


def test_a_worker_is_never_the_last_to_hold_what_a_job_needs(jobs: Jobs, qtbot: QtBot) -> None:
    destroyed_on: list[threading.Thread] = []
    done: list[None] = []

    def ask() -> None:
        held = _sees_where_it_is_destroyed(destroyed_on)
        jobs.run("", lambda _: held.objectName() and None, lambda _: done.append(None))

    for _ in range(20):
        ask()
    qtbot.waitUntil(lambda: len(done) == 20)
    hold, begun = threading.Event(), threading.Event()
    held = [_sees_where_it_is_destroyed(destroyed_on)]

    def work(_progress: Progress, held: list[QObject] = held) -> None:
        begun.set()
        hold.wait(HANG_S)
        held[0].objectName()

    jobs.run("", work)
    del held, work
    begun.wait(HANG_S)
    hold.set()
    jobs.stop()
    qtbot.waitUntil(lambda: len(destroyed_on) == 21)
    assert set(destroyed_on) == {threading.current_thread()}


def test_progress_is_told_and_quiet_jobs_say_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[object] = []
    jobs.started.connect(heard.append)
    jobs.progressed.connect(lambda done, total, doing: heard.append((done, total, doing)))
    done: list[None] = []
    jobs.run("", lambda progress: progress(1, 1, "quietly"), done.append, quiet=True)
    jobs.run("Aloud", lambda progress: progress(3, 3, "last"), done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert heard == ["Aloud", (3, 3, "last")]
    assert jobs.label == ""
    jobs.stop()


def test_a_cancelled_job_is_told_apart_from_a_failed_one(jobs: Jobs, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    jobs.failed.connect(failed.append)
    mine: list[Exception] = []
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            begun.set()
            progress(0, 1)

    jobs.run("Endless", endless, failed=mine.append)
    assert begun.wait(HANG_S)
    jobs.cancel()
    qtbot.waitUntil(lambda: bool(mine))
    assert isinstance(mine[0], Cancelled)

    def refuse(_progress: Progress) -> None:
        raise CodingError("There is nothing to undo.")

    jobs.run("Refused", refuse)
    qtbot.waitUntil(lambda: bool(failed))
    assert [str(error) for error in failed] == ["There is nothing to undo."]
    jobs.stop()


def test_after_a_stop_nothing_of_before_is_heard_and_new_jobs_run(jobs: Jobs, qtbot: QtBot) -> None:
    begun, heard = threading.Event(), list[str]()

    def endless(progress: Progress) -> str:
        while True:
            begun.set()
            progress(0, 1)

    jobs.run("Endless", endless, heard.append, lambda error: heard.append(repr(error)))
    jobs.run("Waiting", lambda _: "waited", heard.append)
    assert begun.wait(HANG_S)
    jobs.stop()
    assert not jobs.busy
    jobs.run("New", lambda _: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: not jobs.busy)
    QApplication.processEvents()
    assert heard == ["new"]
    jobs.stop()


def add_words(hub: Hub) -> int:
    text = "We walked the shop floor."
    draft = Draft(
        Path("a.txt"), "a", text, text.encode(), "text/plain", "plain", passages=(DraftPassage("turn", 0, 9),)
    )
    return documents.add(hub.project, [draft])[0].key


def test_changes_of_a_worker_are_told_on_the_windows_thread(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    told: list[tuple[str, bool]] = []
    here = threading.current_thread()
    hub.changed.connect(lambda changes: told.append((changes.label, threading.current_thread() is here)))
    hub.jobs.run("Add", lambda _: add_words(hub))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("Import document", True)]


def test_a_write_waits_while_another_thread_writes(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    inside, leave, results = threading.Event(), threading.Event(), list[int]()
    said: list[str] = []
    hub.said.connect(said.append)

    def slow(_progress: Progress) -> None:
        with hub.project.change("Slow"):
            inside.set()
            leave.wait(HANG_S)

    hub.jobs.run("Slow", slow)
    assert inside.wait(HANG_S)
    assert hub.write(lambda: add_words(hub), results.append) is None
    assert said
    leave.set()
    qtbot.waitUntil(lambda: bool(results))
    assert [document.key for document in documents.listed(hub.project)] == results


@pytest.fixture
def waiting(hub: Hub, study: Path) -> Callable[[Callable[[], object]], list[object]]:
    """Return what writes while a worker holds the door, and gives the list of what is done once it is written."""

    def write(verb: Callable[[], object]) -> list[object]:
        inside, done = threading.Event(), list[object]()
        project = hub.project

        def holds(progress: Progress) -> None:
            with project.change("Hold"):
                inside.set()
                while True:
                    progress(0, 1)

        hub.jobs.run("Hold", holds)
        assert inside.wait(HANG_S)
        assert hub.write(verb, done.append) is None
        return done

    hub.open(study)
    return write


Waiting = Callable[[Callable[[], object]], list[object]]


def documents_in(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return [document.name for document in documents.listed(project)]


def test_a_change_that_waits_is_written_before_the_project_closes(hub: Hub, study: Path, waiting: Waiting) -> None:
    done = waiting(lambda: add_words(hub))
    hub.close()
    assert documents_in(study) == ["a"]
    assert len(done) == 1
    assert not hub.jobs.busy


def test_a_change_that_waits_is_written_before_another_project_opens(
    hub: Hub, study: Path, tmp_path: Path, waiting: Waiting
) -> None:
    waiting(lambda: add_words(hub))
    Project.create(tmp_path / "Other.verbatim", coder="anna").close()
    assert hub.open(tmp_path / "Other.verbatim")
    assert documents.listed(hub.project) == []
    assert documents_in(study) == ["a"]


def test_what_follows_upon_a_change_that_waits_is_written_too(hub: Hub, study: Path, waiting: Waiting) -> None:
    known: list[str] = []
    hub.changed.connect(lambda changes: known.append(changes.label))
    project = hub.project
    done = waiting(lambda: add_words(hub))
    hub.write(
        lambda: codebook.add(project, "walking"),
        lambda key: hub.write(lambda: codebook.edit(project, key, name="walks")),
    )
    hub.close()
    assert len(done) == 1
    assert known == ["Import document", "Add code", "Edit code"]
    with Project.open(study, writable=False) as closed:
        assert [code.name for code in codebook.listed(closed)] == ["walks"]


def test_a_refused_write_is_told_and_gives_nothing(hub: Hub, study: Path) -> None:
    hub.open(study)
    failed: list[Exception] = []
    hub.failed.connect(failed.append)
    assert hub.write(lambda: codebook.add(hub.project, " ")) is None
    assert sentence(failed[0]) == "A code needs a name."
    assert hub.write(lambda: codebook.add(hub.project, "walking")) is not None


def test_sentences_are_put_into_the_windows_language(qapp: QApplication, settings: Settings) -> None:
    inner = CodingError("No code is called {code}.", code="C9")
    locked = ProjectLocked(
        "{name} is being written by {coder} (process {pid} on {host}, since {at}); close it there first.",
        name="a",
        coder="b",
        pid="1",
        host="c",
        at="2026-05-03T12:02:00Z",
    )
    settings.set("language", "fr")
    assert i18n.install(qapp, settings) == "fr"
    assert sentence(inner) == "Aucun code ne s’appelle C9."
    assert sentence(CodingError("{name} can't be read: {why}.", name="x", why=inner)).endswith(f": {sentence(inner)}.")
    assert "3 mai 2026" in sentence(locked)
    assert change_label("Apply code") == "Appliquer un code"
    assert change_label("Something else") == "Something else"
    assert change_label("Judge") == change_label("Decide") == "Décider", "as older files call it"
    assert sentence(ValueError("secret words")) == sentence(OSError())
    assert "secret" not in sentence(ValueError("secret words"))
    with pytest.raises(QueryError) as refused:
        parse("capabilté:C1")
    said = sentence(refused.value)
    assert said.startswith("Aucun champ ne s’appelle capabilté (caractère 1)")
    french = said.rpartition("\N{NO-BREAK SPACE}: ")[2].removesuffix(".").split(", ")
    assert [query.name for name in french if isinstance(query := parse(f"{name}:x"), Field)] == list(FIELDS)
    settings.set("language", "en")
    i18n.install(qapp, settings)
    gone = Consequences("walking", 0, 1, 1, 0, 2, 0, 0)
    assert consequences(gone) == "This also removes 1 coding in 1 document, 2 decisions. It can be undone."
    assert sentence(inner) == "No code is called C9."


def test_settings_survive_what_happens_to_their_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("not json at all", "utf-8")
    kept = Settings(path)
    assert kept.get("theme") is None
    kept.set("theme", "dark")
    assert Settings(path).get("theme") == "dark"
    for number in range(RECENT + 3):
        study = tmp_path / f"{number}.verbatim"
        study.touch()
        kept.opened(study)
    (tmp_path / "14.verbatim").unlink()
    names = [path.name for path in Settings(path).recent]
    assert names[:2] == ["13.verbatim", "12.verbatim"]
    assert len(names) == RECENT - 1


def test_codes_stand_out_in_the_light_and_in_the_dark(qapp: QApplication) -> None:
    light, dark = theme.code_colour("#882255", dark=False), theme.code_colour("#882255", dark=True)
    assert light.name() == "#882255"
    assert dark.lightness() > light.lightness()


def test_a_code_is_applied_through_the_hub_and_undone(hub: Hub, study: Path) -> None:
    hub.open(study)
    document, code = add_words(hub), codebook.add(hub.project, "walking")
    coding = hub.write(lambda: codings.apply(hub.project, code, anchors.words(document, 3, 9)))
    assert [info.key for info in codings.of_document(hub.project, document)] == [coding]
    hub.write(hub.project.undo)
    assert codings.of_document(hub.project, document) == []
