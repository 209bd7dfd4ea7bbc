"""How long a correction of a long, coded document takes to be stored and to be seen, in the real window, offscreen."""

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

_WORDS = "on a vu que le client revient quand la boutique lui parle et cela change tout pour nos équipes".split()
_CODES, _CODINGS, _SAID = 200, 5_000, 100_000


def run() -> list[Row]:
    """Give rows of name, unit, median and note."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder))


def study(path: Path, said: int = _SAID, coded: int = _CODINGS) -> tuple[Project, int]:
    """Make a project of one document of so many words and codings, and give its key."""
    from coding import codebook, codings
    from corpus import anchors, documents
    from corpus.drafts import Draft, DraftPassage, DraftSpeaker
    from corpus.store.project import Project

    chance, lines, passages, at = random.Random(1), list[str](), list[DraftPassage](), 0
    for turn in range(said // 60):
        mark, words = f"R{turn % 5}: ", " ".join(chance.choice(_WORDS) for _ in range(60)) + "."
        passages.append(DraftPassage("turn", at + len(mark), at + len(mark) + len(words), speaker=f"R{turn % 5}"))
        lines.append(mark + words)
        at += len(lines[-1]) + 1
    text = "\n".join(lines)
    speakers = tuple(DraftSpeaker(f"R{number}", "respondent", 24) for number in range(5))
    draft = Draft(
        path=Path("long.txt"),
        name="long",
        text=text,
        original=text.encode(),
        media_type="text/plain",
        importer="txt",
        passages=tuple(passages),
        speakers=speakers,
    )
    project = Project.create(path)
    [added] = documents.add(project, [draft])
    with project.change("Add codes"):
        codes = [codebook.add(project, f"code {number}") for number in range(_CODES)]
    places = [chance.randrange(len(text) - 200) for _ in range(coded)]
    codings.apply_many(
        project, [(chance.choice(codes), anchors.words(added.key, start, start + 150)) for start in places]
    )
    return project, added.key


def _measured(folder: Path) -> list[Row]:
    from app.hub import Hub
    from app.settings import Settings
    from app.shell.main_window import Window
    from corpus import documents
    from corpus.correcting import corrections

    project, document = study(folder / "study.verbatim")
    start = documents.text(project, document).index("client")

    def correct(number: int) -> None:
        corrections.edit(project, document, start, start + 6, "patron" if number % 2 == 0 else "client")
        QApplication.processEvents()

    def lengthen(number: int) -> None:
        end = start + 6 if number % 2 == 0 else start + 8
        corrections.edit(project, document, start, end, "clientes" if number % 2 == 0 else "client")
        QApplication.processEvents()

    def back(_number: int) -> None:
        project.undo()
        QApplication.processEvents()

    stored = _times(20, lengthen)
    window = Window(Hub(Settings(folder / "settings.json")))
    window.resize(1440, 900)
    window.show()
    window.hub.take(project)
    window.show_page("code")
    QApplication.processEvents()
    changed, same, undone = _times(20, lengthen), _times(20, correct), _times(20, back)
    window.close()
    size = f"{_SAID:,} words, {_CODINGS:,} codings"
    return [
        *_read_again(folder),
        (f"correct: stored, at the head of {size} (CPU)", "ms", _median(stored), _spread(stored)),
        (f"correct: stored and seen, at the head of {size} (CPU)", "ms", _median(changed), _spread(changed)),
        ("correct: stored and seen, as many letters (CPU)", "ms", _median(same), _spread(same)),
        ("correct: undone and seen (CPU)", "ms", _median(undone), _spread(undone)),
    ]


def _read_again(folder: Path) -> list[Row]:
    """Put a corrected file with a mistake in every other turn in the place of one of 10,000 words."""
    from dataclasses import replace

    from corpus import documents
    from corpus.correcting import corrected
    from corpus.drafts import Draft, DraftPassage

    project, document = study(folder / "again.verbatim", 10_000, 300)
    text = documents.text(project, document)
    with project:
        lines = text.split("\n")
        later = [
            "\n".join(line.replace("client", f"patron {n}", 1) if i % 2 else line for i, line in enumerate(lines))
            for n in range(10)
        ]
        said = tuple(
            DraftPassage("turn", one.start, one.end, one.speaker) for one in documents.passages(project, document)
        )
        base = Draft(Path("long.txt"), "long", text, text.encode(), "text/plain", "txt", passages=said)
        drafts = [replace(base, text=one, original=one.encode()) for one in later]

        def compare(n: int) -> None:
            corrected.compared(project, document, drafts[n])

        def take(n: int) -> None:
            corrected.take(project, drafts[n], losing=True)

        compared, taken = _times(10, compare), _times(10, take)
    return [
        ("corrected file of 10,000 words, 300 codings: compared (CPU)", "ms", _median(compared), _spread(compared)),
        ("corrected file of 10,000 words, 300 codings: in place (CPU)", "ms", _median(taken), _spread(taken)),
    ]


def _times(count: int, act: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(count):
        started = time.thread_time()
        act(number)
        times.append((time.thread_time() - started) * 1000)
    return times


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def _spread(times: list[float]) -> str:
    return f"least {min(times):.1f}, 95 % under {sorted(times)[int(len(times) * 0.95)]:.1f}"


if __name__ == "__main__":
    for row in run():
        print("{:<80} {:>4} {:>8.2f}  {}".format(*row))
