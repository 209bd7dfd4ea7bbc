"""From the start of Python to the window on screen, beside a bare Qt window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

# What `verbatim` does up to its first painting, and then leaves.
OURS = """
import time
from app.shell.starting import application
qt = application()
from app import logs
from app.hub import Hub
from app.shell.main_window import Window
from app.settings import Settings
logs.start()
window = Window(Hub(Settings()))
window.painted.connect(lambda: (print("shown", time.time()), qt.quit()))
window.begin(None)
window.show()
qt.exec()
"""
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget(); window.resize(1200, 800); window.show(); app.processEvents()
print("shown", time.time())
"""


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    return [
        ("window on screen after Python starts", "ms", _median(["-c", OURS]), ""),
        ("baseline: a bare Qt window", "ms", _median(["-c", BARE]), ""),
    ]


def _median(arguments: list[str], times: int = 7) -> float:
    return statistics.median(_once(arguments) for _ in range(times))


def _once(arguments: list[str]) -> float:
    import time

    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "CACHE", "DATA")}
        begun = time.time()
        done = subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        )
    shown = next(line for line in done.stdout.splitlines() if line.startswith("shown"))
    return (float(shown.split()[1]) - begun) * 1000
