"""What a person waits for in a study of 25,000 codings with 2,000 codes: CPU of the window's own thread, by act.

An act lasts until it is on the screen, painted once; that nothing is missing there is looked at after the clock.

`VERBATIM_BASE=/path/to/another/checkout` measures that one in turn with this one, run by run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5
HERE = Path(__file__).resolve().parents[2]
FILL = """
import random, sys
from pathlib import Path
from sqlalchemy import insert
from coding import codebook
try:
    from coding.codebook import frameworks
    from corpus.store.project import Project
except ImportError:  # as an earlier checkout has them
    from coding import frameworks
    from corpus.project import Project
try:
    from corpus.people import participants
except ImportError:
    from corpus import participants
from corpus import documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.model import Code, Coding, Link

WORDS = "client parcours magasin vendeur site livraison colis accueil rayon caisse service retour".split()
chance = random.Random(1)

def draft(n):
    text, passages = "", []
    for turn in range(80):
        start = len(text)
        text += " ".join(chance.choice(WORDS) for _ in range(100))
        passages.append(DraftPassage("turn", start, len(text), "R" if turn % 2 else "INT"))
        text += "\\n"
    return Draft(path=Path(f"{n}.txt"), name=f"Interview {n}", text=text, original=f"{n} {text}".encode(),
                 media_type="text/plain", importer="plain", language="fr", passages=tuple(passages),
                 speakers=(DraftSpeaker("INT", "interviewer"), DraftSpeaker("R", "respondent")))

with Project.create(Path(sys.argv[1])) as project:
    documents.add(project, [draft(n) for n in range(100)])
    frameworks.add(project, "meco-2019")
    for n in range(100):
        participants.add(project, f"Personne {n}", confidential=n % 3 == 0, documents=[n + 1],
                         attributes={"fonction": f"Directeur {n % 7}", "secteur": f"S{n % 5}"})
    with project.change("Add codes") as session:
        session.execute(insert(Code), [{"name": f"code {n}", "position": n} for n in range(200)])
    tops = [code.key for code in codebook.listed(project) if code.cycle == 1]
    with project.change("Add codes") as session:
        session.execute(insert(Code), [
            {"name": f"sub {n}", "position": n, "parent_id": tops[n % 200]} for n in range(1800)])
    codes = [code.key for code in codebook.listed(project) if code.cycle == 1]
    theory = [code.key for code in codebook.listed(project) if code.cycle == 2]
    with project.change("Apply codes") as session:
        coder, rows = project.coder_key(session), []
        for _ in range(25_000):
            start = chance.randrange(80 * 100 * 6)
            rows.append({"document_id": chance.randint(1, 100), "start": start,
                         "end": start + chance.choice([50, 200, 900]), "code_id": chance.choice(codes),
                         "coder_id": coder})
        session.execute(insert(Coding), rows)
        session.execute(insert(Link), [{"from_code_id": code, "to_code_id": chance.choice(theory), "coder_id": coder}
                                       for code in chance.sample(codes, 600)])
"""
ACT = """
import json, os, sys, time
from pathlib import Path
try:
    from app.shell.main_window import Window
    from app.shell.starting import application
except ImportError:  # as an earlier checkout has them
    from app.main_window import Window
    from app.starting import application
qt = application()
from app.hub import Hub
from app.settings import Settings
from coding import codebook, links

window = Window(Hub(Settings()))
hub, spent = window.hub, {}

def settle():
    quiet = 0
    while quiet < 10:
        qt.processEvents()
        quiet = 0 if hub.jobs.busy else quiet + 1
        time.sleep(0.01)

def take(name, act):
    begun = time.thread_time()
    act()
    qt.processEvents()
    spent[name] = 1000 * (time.thread_time() - begun)
    if (missing := unseen()) > 0.01:
        print(f"{name}: {missing:.0%} of the window is not as it will be", file=sys.stderr)

def unseen():
    # The share of the window, looked at in a grid, that is on the screen otherwise than it is painted anew.
    seen, anew = window.screen().grabWindow(window.winId()).toImage(), window.grab().toImage()
    places = [(x, y) for x in range(0, anew.width(), 7) for y in range(0, anew.height(), 5)]
    return sum(seen.pixel(*at) != anew.pixel(*at) for at in places) / len(places)

window.resize(1440, 900)
window.begin(None)
window.show()
settle()
take("open the project", lambda: hub.open(Path(sys.argv[1])))
settle()
take("first opening of Theory", lambda: hub.page_asked.emit("theory"))
theory = next(widget for widget in qt.allWidgets() if type(widget).__name__ == "TheoryPage")
hub.jobs.stop()
take("Evidence view", lambda: theory.show_view(2))
theory.show_view(0)
project = hub.project
linked = {link.source for link in links.listed(project)}
codes = codebook.listed(project)
free = next(code.key for code in codes if code.cycle == 1 and code.key not in linked)
to = next(code.key for code in codes if code.cycle == 2)
qt.processEvents()
take("link a code", lambda: links.link(project, free, to))
hub.jobs.stop()
take("first opening of Participants", lambda: hub.page_asked.emit("participants"))
hub.jobs.stop()
first = {"theory": spent["first opening of Theory"], "participants": spent["first opening of Participants"]}
for name in window.page_names:
    if name not in first:
        take(f"page {name}", lambda: hub.page_asked.emit(name))
        first[name] = spent.pop(f"page {name}")
        hub.jobs.stop()
again = {}
for name in window.page_names:
    take(f"page {name}", lambda: hub.page_asked.emit(name))
    again[name] = spent.pop(f"page {name}")
    hub.jobs.stop()
spent["the slowest page the first time"] = max(first.values())
spent["the slowest page again"] = max(again.values())
print(first, again, file=sys.stderr)
print(json.dumps(spent), flush=True)
os._exit(0)
"""
SEARCH = """
import sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
begun = []
event.listen(Engine, "begin", lambda connection: begun.append(1))
from app.cli import program
program(["search", sys.argv[1], "parcours", "--code", sys.argv[2], "--limit", "5"], standalone_mode=False)
print(len(begun))
"""


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    base = os.environ.get("VERBATIM_BASE")
    places = {"": HERE, **({"baseline: the commit before: ": Path(base)} if base else {})}
    found: dict[str, list[dict[str, float]]] = {place: [] for place in places}
    with tempfile.TemporaryDirectory() as folder:
        studies = {place: Path(folder) / f"study{n}.verbatim" for n, place in enumerate(places)}
        for place, path in studies.items():
            _child(places[place], FILL, str(path))
        for run in range(RUNS + 1):
            for place, path in studies.items():
                spent = json.loads(_child(places[place], ACT, str(path)))
                found[place] += [spent] if run else []  # the first compiles the modules, as an installation does
        begun = {place: float(_child(places[place], SEARCH, str(path), "C1")) for place, path in studies.items()}
    rows = []
    for name in found[""][0]:
        for place, runs in found.items():
            said = "window's thread, CPU; 25,000 codings, 2,000 codes"
            rows.append((f"{place}{name}", "ms", statistics.median(one[name] for one in runs), said))
    rows += [(f"{place}search by a code, transactions", "", many, "") for place, many in begun.items()]
    return rows


def _child(place: Path, script: str, *values: str) -> str:
    """Run a script in a checkout, as for a new person, and return the last line that it prints, if any."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "CACHE", "DATA")}
        kept = {
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "verbatim-bench")),
        }
        environment = {**os.environ, **folders, **kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(place)}
        command = [sys.executable, "-c", script, *values]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=True)
    return ["", *done.stdout.strip().splitlines()][-1]


if __name__ == "__main__":
    for row in run():
        print(row)
