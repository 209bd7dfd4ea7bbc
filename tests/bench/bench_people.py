"""How long a cell of the participants' table takes to be stored and seen, offscreen: 200 people × 20 attributes."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from app.shell.starting import application

if TYPE_CHECKING:
    from corpus.store.project import Project

Row = tuple[str, str, float, str]
_PEOPLE, _ATTRIBUTES = 200, 20


def run() -> list[Row]:
    """Give rows of name, unit, median and note."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder))


def _study(path: Path) -> Project:
    from corpus.people import participants
    from corpus.store.project import Project

    chance, project = random.Random(1), Project.create(path)
    with project.change("Fill"):
        for n in range(_PEOPLE):
            known = {f"a{column}": str(chance.randrange(10)) for column in range(_ATTRIBUTES)}
            participants.add(project, f"Personne {n}", attributes=known)
    return project


def _measured(folder: Path) -> list[Row]:
    from app.hub import Hub
    from app.participants.page import ParticipantsPage
    from app.settings import Settings
    from app.shell.main_window import Window

    project = _study(folder / "study.verbatim")
    window = Window(Hub(Settings(folder / "settings.json")))
    window.resize(1440, 900)
    window.show()
    window.hub.take(project)
    window.show_page("participants")
    page = window.page("participants")
    assert isinstance(page, ParticipantsPage)
    model = page.people.model
    _settled(window)

    def type_in(number: int) -> None:
        model.setData(model.index(number * 7 % _PEOPLE, 3 + number % _ATTRIBUTES), f"{number % 10 + 10}")
        QApplication.processEvents()

    def back(_number: int) -> None:
        project.undo()
        QApplication.processEvents()

    typed = _times(40, type_in, lambda: _settled(window))
    assert model.index(7, 4).data() == "11"
    undone = _times(20, back, lambda: _settled(window))
    window.close()
    return [
        ("participants: a cell stored and seen, 200 × 20 (CPU)", "ms", _median(typed), _spread(typed)),
        ("participants: undone and seen, 200 × 20 (CPU)", "ms", _median(undone), _spread(undone)),
    ]


def _settled(window: object) -> None:
    """Let what is counted beside the window be done."""
    from app.shell.main_window import Window

    assert isinstance(window, Window)
    quiet = 0
    while quiet < 5:
        QApplication.processEvents()
        quiet = 0 if window.hub.jobs.busy else quiet + 1
        time.sleep(0.005)


def _times(count: int, act: Callable[[int], object], between: Callable[[], object]) -> list[float]:
    times = []
    for number in range(count):
        started = time.thread_time()
        act(number)
        times.append((time.thread_time() - started) * 1000)
        between()
    return times


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def _spread(times: list[float]) -> str:
    return f"least {min(times):.1f}, 95 % under {sorted(times)[int(len(times) * 0.95)]:.1f}"


if __name__ == "__main__":
    for row in run():
        print("{:<80} {:>4} {:>8.2f}  {}".format(*row))
