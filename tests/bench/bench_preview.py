"""A preview of 100 interviews of 8,000 words: until it can be read, and how long the window stands still meanwhile."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 3
HERE = Path(__file__).resolve().parents[2]
FILL = """
import sys
from pathlib import Path
import docx
WORDS = "client parcours magasin vendeur site livraison colis accueil rayon caisse service retour".split()
folder = Path(sys.argv[1])
for n in range(100):
    if n < 50:
        document = docx.Document()
        for turn in range(80):
            said = " ".join(WORDS[(n + turn + word) % 12] for word in range(100))
            document.add_paragraph(f"{'INT' if turn % 2 else 'ANNE'}: {said}{'?' if turn % 2 else '.'}")
        document.save(str(folder / f"{n:03}.docx"))
    else:
        turns = (f"{'INT' if turn % 2 else 'ANNE'}: {' '.join(WORDS[(n + turn + word) % 12] for word in range(100))}"
                 f"{'?' if turn % 2 else '.'}" for turn in range(80))
        (folder / f"{n:03}.txt").write_text("\\n\\n".join(turns), "utf-8")
"""
SHOW = """
import json, os, sys, time
from pathlib import Path
from app.shell.main_window import Window
from app.shell.starting import application
qt = application()
from PySide6.QtCore import QTimer
from app.hub import Hub
from app.settings import Settings
from app.shell.preview.dialog import PreviewDialog
from corpus.store.project import Project

path = Path(sys.argv[2])
Project.create(path).close()
window = Window(Hub(Settings()))
hub, beats = window.hub, []
window.resize(1440, 900)
window.begin(None)
window.show()
hub.open(path)
def shown():
    return next((one for one in window.findChildren(PreviewDialog) if one.isVisible()), None)
def settle(until):
    quiet = 0
    while quiet < 10:
        qt.processEvents()
        quiet = quiet + 1 if until() and not hub.jobs.busy else 0
        time.sleep(0.005)
def stall():
    return 1000 * max(after - before for before, after in zip(beats, beats[1:]))
settle(lambda: True)
pulse = QTimer(interval=2)  # a loop that never rests would keep Python's lock from the thread that reads
pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
pulse.start()
begun = time.perf_counter()
window.importing.take([Path(sys.argv[1])], preview=True)
while shown() is None:
    qt.processEvents()
    time.sleep(0.002)
dialog = shown()
qt.processEvents()
taken = 1000 * (time.perf_counter() - begun)
first = stall()
settle(lambda: True)
beats.clear()
for row in range(1, 60):
    dialog.list.choose(row)
    qt.processEvents()
through = stall()
beats.clear()
dialog.voices.choose("ANNE")
dialog.voices.give("unknown", everywhere=True)
dialog.ask({"split": "lines"})
settle(lambda: dialog.write.isEnabled())
again = stall()
beats.clear()
dialog.write.click()
settle(lambda: shown() is None)
print(json.dumps({"preview of 100 files": taken, "preview of 100 files: longest stall": first,
                  "preview: longest stall from file to file": through,
                  "preview: longest stall of roles and reading again": again,
                  "preview: longest stall of writing 100 documents": stall()}), flush=True)
os._exit(0)
"""


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files"
        files.mkdir()
        _child(FILL, str(files))
        found = [json.loads(_child(SHOW, str(files), f"{folder}/{n}.verbatim")) for n in range(RUNS)]
    said = "50 docx and 50 txt of 8,000 words; wall clock"
    return [(name, "ms", statistics.median(one[name] for one in found), said) for name in found[0]]


def _child(script: str, *values: str) -> str:
    """Run a script as for a new person, and return the last line that it prints, if any."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "CACHE", "DATA")}
        environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE)}
        command = [sys.executable, "-c", script, *values]
        done = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, text=True, check=True)
    return ["", *done.stdout.strip().splitlines()][-1]


if __name__ == "__main__":
    for row in run():
        print(row)
