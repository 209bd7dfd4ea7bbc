"""How fast the reader opens, scrolls, jumps and takes a coding: CPU of the window's thread, offscreen, medians."""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.reader import ReaderCoding, ReaderPane, ReaderPassage

Row = tuple[str, str, float, str]

WORDS = (
    "on a vu que le client revient quand la boutique lui parle et cela change tout pour nous parce que nos équipes "
    "savent alors écouter the people who come back tell us what they need and we try something small expérience "
    "parcours responsabilité équipe conseil entreprise magasin atelier métier confiance temps geste"
).split()


def transcript(words: int, seed: int = 1) -> tuple[str, list[ReaderPassage]]:
    """Make a transcript of about so many words, with turns of 15 to 110."""
    chance, lines, passages, at, left = random.Random(seed), [], [], 0, words
    while left > 0:
        size = min(left, chance.randint(15, 110))
        number = len(lines) + 1
        speaker, role = ("INT", "interviewer") if number % 2 else (f"R{number % 7:02d}", "respondent")
        mark, said = f"{speaker}: ", " ".join(chance.choice(WORDS) for _ in range(size)) + "."
        passages.append(
            ReaderPassage(number, number, "turn", at + len(mark), at + len(mark + said), speaker, role),
        )
        lines.append(mark + said)
        at, left = at + len(lines[-1]) + 1, left - size
    return "\n".join(lines), passages


def codings_of(text: str, count: int, seed: int = 2) -> list[ReaderCoding]:
    """Lay so many codings of 20 to 900 characters over a text, of 200 codes."""
    chance, made = random.Random(seed), []
    for key in range(count):
        start, code = chance.randrange(len(text) - 1000), chance.randrange(200)
        colour = f"#{chance.randrange(1 << 24):06x}"
        end = start + chance.choice([40, 80, 150, 300, 500, 900]) * chance.randint(5, 10) // 10
        made.append(ReaderCoding(key, start, end, code, f"code {code}", colour, "Anne"))
    return made


def run() -> list[Row]:
    """Give rows of name, unit, median and note."""
    app = QApplication.instance() or QApplication([])
    rows: list[Row] = []
    for words, count in ((100_000, 5_000), (1_000_000, 50_000)):
        rows += _measured(app, words, count)
    text, passages = transcript(20_000)
    pane = _pane(text, passages, codings_of(text, 500))
    times = _times(200, lambda n: _put(app, pane, n, 500))
    rows.append(("reader: put one of 500 codings", "ms", _median(times), _spread(times)))
    pane.close()
    return rows


def _measured(app: QApplication, words: int, count: int) -> list[Row]:
    text, passages = transcript(words)
    codings = codings_of(text, count)
    pane = _pane("", [], [])
    empty = _resident()
    name = f"{words:,} words, {count:,} codings"
    opened = _times(5, lambda _: (pane.show_document(text, passages, codings), pane.viewport().repaint()))
    pane.tint(set(range(20)))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)

    def scroll(_: int) -> None:
        bar.setValue(bar.value() + 40)
        pane.viewport().repaint()

    def jump(n: int) -> None:
        bar.setValue((n * 7919 * 131) % bar.maximum())
        pane.viewport().repaint()

    scrolled, jumped = _times(300, scroll), _times(100, jump)
    put = _times(100, lambda n: _put(app, pane, n, count))
    resized = _times(20, lambda n: (pane.resize(800 + n % 2 * 40, 800), pane.viewport().repaint()))
    held = _resident() - empty
    pane.close()
    return [
        (f"reader: memory over an empty one, {name}", "MB", round(held), ""),
        (f"reader: open, {name}", "ms", _median(opened), _spread(opened)),
        (f"reader: scroll a frame, {name}", "ms", _median(scrolled), _spread(scrolled)),
        ("baseline: QPlainTextEdit, the same text without codings", "ms", _plain(text), ""),
        (f"reader: jump, {name}", "ms", _median(jumped), _spread(jumped)),
        (f"reader: put one, {name}", "ms", _median(put), _spread(put)),
        (f"reader: resize, {name}", "ms", _median(resized), _spread(resized)),
    ]


def _resident() -> float:
    """Return the memory that this process holds, in MB; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if told.is_file() else 0.0


def _plain(text: str) -> float:
    """Scroll Qt's own text pane, which shows no stripes, tints or gutter."""
    pane = QPlainTextEdit(text)
    pane.resize(1000, 800)
    pane.show()
    QApplication.processEvents()
    bar = pane.verticalScrollBar()

    def scroll(_: int) -> None:
        bar.setValue(bar.value() + 2)
        pane.viewport().repaint()

    scrolled = _times(300, scroll)
    pane.close()
    return _median(scrolled)


def _put(app: QApplication, pane: ReaderPane, n: int, count: int) -> None:
    """Put a coding on the screen and paint it; every second one replaces the one before."""
    start = pane.place()[0] + 20 + n % 7 * 30
    code = n % 20
    pane.put([ReaderCoding(count + n // 2, start, start + 200, code, f"code {code}", "#2b6a9e", "Anne")])
    app.processEvents()


def _pane(text: str, passages: list[ReaderPassage], codings: list[ReaderCoding]) -> ReaderPane:
    pane = ReaderPane()
    pane.resize(1000, 800)
    pane.show()
    pane.show_document(text, passages, codings)
    QApplication.processEvents()
    return pane


def _times(count: int, act: Callable[[int], object]) -> list[float]:
    times = []
    for n in range(count):
        start = time.thread_time()
        act(n)
        times.append((time.thread_time() - start) * 1000)
    return times


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def _spread(times: list[float]) -> str:
    return f"95 % under {sorted(times)[int(len(times) * 0.95)]:.1f}"


if __name__ == "__main__":
    for row in run():
        print("{:<52} {:>4} {:>8.2f}  {}".format(*row))
