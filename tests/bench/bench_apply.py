"""How long it takes from a key pressed to what it does being seen, in the real window, offscreen; medians of many.

It is CPU of the window's own thread, but for one row of the time that goes by, in which the disk has its part.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import anchors

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.shell.starting import application

if TYPE_CHECKING:
    from app.code.page import CodePage
    from corpus.store.project import Project

Row = tuple[str, str, float, str]

_WORDS = "on a vu que le client revient quand la boutique lui parle et cela change tout pour nos équipes".split()
_CODES, _CODINGS, _HERE = 2_000, 25_000, 500
_PRESSED = "code: digit pressed to stored and seen (CPU, so without waiting for the disk)"


def run() -> list[Row]:
    """Give rows of name, unit, median and note."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder))


def _study(path: Path) -> Project:
    """Make a project of 2,000 codes, 25,000 codings in 60 documents and 500 in the first of them."""
    from coding import codebook, codings
    from corpus import documents
    from corpus.drafts import Draft, DraftPassage, DraftSpeaker
    from corpus.store.project import Project

    chance = random.Random(1)
    project = Project.create(path)

    def draft(number: int) -> Draft:
        lines, passages, at = [], [], 0
        for turn in range(120):
            mark, said = f"R{turn % 5}: ", " ".join(chance.choice(_WORDS) for _ in range(60)) + "."
            start, end = at + len(mark), at + len(mark) + len(said)
            passages.append(DraftPassage("turn", start, end, speaker=f"R{turn % 5}"))
            lines.append(mark + said)
            at = end + 1
        text = "\n".join([*lines, str(number)])
        speakers = tuple(DraftSpeaker(f"R{number}", "respondent", 24) for number in range(5))
        name = f"{number:02d} interview"
        return Draft(
            path=Path(f"{name}.txt"),
            name=name,
            text=text,
            original=text.encode(),
            media_type="text/plain",
            importer="txt",
            passages=tuple(passages),
            speakers=speakers,
        )

    keys = [added.key for added in documents.add(project, [draft(number) for number in range(60)])]
    with project.change("Add codes"):
        themes = [codebook.add(project, f"theme {number}") for number in range(40)]
        codes = themes + [
            codebook.add(project, f"{_WORDS[n % len(_WORDS)]} {_WORDS[n * 7 % len(_WORDS)]} {n}", parent=themes[n % 40])
            for n in range(_CODES - 40)
        ]
    places = [(chance.choice(keys[1:]), chance.randrange(30_000)) for _ in range(_CODINGS - _HERE)]
    places += [(keys[0], chance.randrange(30_000)) for _ in range(_HERE)]
    codings.apply_many(project, [(chance.choice(codes), anchors.words(key, at, at + 150)) for key, at in places])
    return project


def _measured(folder: Path) -> list[Row]:
    from app.hub import Hub
    from app.settings import Settings
    from app.shell.main_window import Window

    project = _study(folder / "study.verbatim")
    hub = Hub(Settings(folder / "settings.json"))
    window = Window(hub)
    window.resize(1440, 900)
    window.show()
    started = time.thread_time()
    hub.take(project)
    window.show_page("code")
    QApplication.processEvents()
    opened = (time.thread_time() - started) * 1000
    page: CodePage = window.page("code")  # type: ignore[assignment]  # the page of that name
    size = f"{_CODES:,} codes, {_CODINGS:,} codings, {_HERE} here"
    rows = [(f"code page: open, {size}", "ms", round(opened, 1), "")]
    rows += _keys(page)
    rows += _codebook(page)
    window.close()
    return rows


def _keys(page: CodePage) -> list[Row]:
    pane, project = page.reading.pane, page.hub.project
    page.open_document(page.sources.keys()[0])
    pane.setFocus()
    QApplication.processEvents()

    def select(number: int) -> None:
        start = pane.place()[0] + 100 + number * 3
        pane.select(start, start + 60)
        QApplication.processEvents()

    def press(number: int) -> None:
        QTest.keyClick(pane, Qt.Key(Qt.Key.Key_1 + number % 9))
        QApplication.processEvents()

    def pick(number: int) -> None:
        QTest.keyClicks(pane, "c")
        QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
        QApplication.processEvents()

    before = len(page.shown.codings)
    applied = _times(60, press, select, time.perf_counter)
    assert len(page.shown.codings) == before + 60, "a key press did not apply its code"
    undone = _times(30, lambda _: (project.undo(), QApplication.processEvents()))
    assert len(page.shown.codings) == before + 30
    picked = _times(20, pick, lambda n: select(n + 200))
    assert len(page.shown.codings) == before + 50
    stepped = _times(40, lambda _: (QTest.keyClick(pane, Qt.Key.Key_J), QApplication.processEvents()))
    assert page.verbs.current() is not None, "a key press did not go to the next coding"
    pressed = _times(30, press, lambda n: select(n + 400))
    return [
        ("code: digit pressed to stored and seen", "ms", _median(applied), _spread(applied)),
        ("baseline: one row committed by SQLite alone, FULL sync", "ms", _committed(), ""),
        (_PRESSED, "ms", _median(pressed), _spread(pressed)),
        ("code: next coding", "ms", _median(stepped), _spread(stepped)),
        ("code: letter, Enter to stored and seen", "ms", _median(picked), _spread(picked)),
        ("code: undo to seen", "ms", _median(undone), _spread(undone)),
    ]


def _committed() -> float:
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "plain.db", isolation_level=None)
        connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE coding (a, b, c)")
        order = "INSERT INTO coding VALUES (?, 1, 2)"
        times = _times(50, lambda n: connection.execute(order, (n,)), clock=time.perf_counter)
        connection.close()
    return _median(times)


def _codebook(page: CodePage) -> list[Row]:
    from coding import codings

    book, codebook, project = page.shown.book, page.codebook, page.hub.project
    assert book is not None
    assert page.shown.document is not None
    here, code = page.shown.document.key, next(iter(book.codes))
    blocked = page.hub.blockSignals(True)
    counted = []
    for number in range(30):
        codings.apply(project, code, anchors.words(here, number, number + 20))
        started = time.thread_time()
        codebook.model.counted(book.take(page.hub.moment()).counted)
        QApplication.processEvents()
        counted.append((time.thread_time() - started) * 1000)
    page.hub.blockSignals(blocked)

    def close() -> None:
        page.picker.close_quietly()
        QApplication.processEvents()

    def type_in(line: QLineEdit, text: str) -> None:
        line.setText(text)
        QApplication.processEvents()

    filtered = _times(20, lambda n: type_in(codebook.line, "client"[: n % 6 + 1]))
    codebook.line.clear()
    page.reading.pane.select(100, 160)
    opened = _times(20, lambda _: (page.verbs.pick(""), QApplication.processEvents()), lambda _: close())
    ranked = _times(20, lambda n: type_in(page.picker.line, "clinet"[: n % 6 + 1]))
    page.picker.close_quietly()
    return [
        ("codebook: counts after a coding, 2,000 codes", "ms", _median(counted), f"budget 10; {_spread(counted)}"),
        ("codebook: filter at a key, 2,000 codes", "ms", _median(filtered), _spread(filtered)),
        ("picker: open, 2,000 codes", "ms", _median(opened), _spread(opened)),
        ("picker: rank at a key, 2,000 codes", "ms", _median(ranked), _spread(ranked)),
    ]


def _times(
    count: int,
    act: Callable[[int], object],
    before: Callable[[int], object] = lambda _: None,
    clock: Callable[[], float] = time.thread_time,
) -> list[float]:
    times = []
    for number in range(count):
        before(number)
        started = clock()
        act(number)
        times.append((clock() - started) * 1000)
    return times


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def _spread(times: list[float]) -> str:
    return f"95 % under {sorted(times)[int(len(times) * 0.95)]:.1f}"


if __name__ == "__main__":
    for row in run():
        print("{:<60} {:>4} {:>8.2f}  {}".format(*row))
