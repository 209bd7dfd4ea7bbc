"""What the tests of the Review page share: waiting, keys, and what an auditor would read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.jobs import Jobs
from app.review.page import ReviewPage
from app.review.work import Learned
from coding.suggest import queue
from coding.suggest.records import Suggestion
from corpus.store.history import Step
from tests.waiting import HANG_S

NO_KEYS = Qt.KeyboardModifier.NoModifier


@contextmanager
def holding(jobs: Jobs) -> Iterator[threading.Event]:
    """Hold the worker where it next says how far it is, till the block ends; what is given is set once it is held."""
    there, go_on = threading.Event(), threading.Event()

    def hold(*_: object) -> None:
        there.set()
        go_on.wait(HANG_S)

    jobs.progressed.connect(hold, Qt.ConnectionType.DirectConnection)
    try:
        yield there
    finally:
        jobs.progressed.disconnect(hold)
        go_on.set()


def quiet(page: ReviewPage, qtbot: QtBot) -> None:
    """Wait until what was done is learned, and what more examples would bring is known."""
    learning = page.learning
    qtbot.waitUntil(
        lambda: (
            not (
                page.hub.jobs.busy
                or learning._late.isActive()
                or learning.busy
                or learning._teaching
                or page.forecast.busy
            )
        ),
    )


def now(page: ReviewPage) -> Suggestion:
    one = page.queue.suggestion
    assert one is not None
    return one


def go_to_words(page: ReviewPage) -> Suggestion:
    """Go to the first suggestion of which single words tell why, as of some the meaning alone does."""
    offered = (one for entry in page.queue.entries for one in entry.offered)
    one = next(one for one in offered if any(reason.weight > 0 for reason in one.evidence))
    assert page.queue.go_to(queue.key_of(one))
    page.step(0)
    return now(page)


def known(page: ReviewPage) -> Learned:
    assert page.known is not None
    return page.known


def press(page: ReviewPage, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key where the focus is, as the system would: first as a shortcut, then as a key."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, held, text))


def type_letter(page: ReviewPage, qtbot: QtBot, letter: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is page or page.isAncestorOf(focused)
    QTest.keyClicks(focused, letter)


def undone(page: ReviewPage) -> Step:
    """Undo as Ctrl+Z does, from anywhere."""
    step = page.hub.write(page.hub.project.undo)
    assert isinstance(step, Step)
    return step


def verdicts(page: ReviewPage) -> list[tuple[str, int]]:
    """Return decision and suggested code of each verdict, read as an auditor would."""
    from sqlalchemy import select

    from corpus.model import Verdict

    with page.hub.project.read() as session:
        return [(one.decision, one.code_id) for one in session.scalars(select(Verdict).order_by(Verdict.id))]


def exposures(page: ReviewPage) -> set[int]:
    from sqlalchemy import select

    from corpus.model import Document, Exposure

    with page.hub.project.read() as session:
        shown_ones = select(Document.id).join(Exposure, Exposure.document_uid == Document.uid)
        return set(session.scalars(shown_ones.where(Exposure.coder == page.hub.project.coder)))


def offered(page: ReviewPage) -> set[queue.Key]:
    return {queue.key_of(one) for entry in page.queue.entries for one in entry.offered}


def chosen_row(page: ReviewPage) -> tuple[str, str]:
    item = page.panel.list.currentItem()
    assert item is not None
    return item.text(0), item.text(1)


def following(page: ReviewPage) -> queue.QueueEntry:
    return page.queue.entries[page.queue.at + 1]


def names_beside(page: ReviewPage) -> set[tuple[int, int, str]]:
    return {(one.start, one.end, one.name) for one in page.reading._codings.values()}
