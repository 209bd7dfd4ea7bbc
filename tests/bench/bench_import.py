"""Importing interviews, from files to a searchable project; CPU time of whole processes, that which reads included."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.corpus.importers.made_files import docx, paragraph

INTERVIEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "transcripts" / "fr" / "artisans_docx"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "interviews"

OURS = """
import resource, sys, tempfile
from pathlib import Path
from corpus.importing import import_files
from corpus.store.project import Project
from corpus.search.index import SearchIndex
folder = Path(tempfile.mkdtemp())
with Project.create(folder / "bench.verbatim") as project:
    outcomes = import_files(project, [Path(sys.argv[1])])
    assert all(outcome.status == "imported" for outcome in outcomes), outcomes
    SearchIndex.of(project, folder).catch_up(project, lambda *_: None)
whole = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print(sum(sum(resource.getrusage(who)[:2]) for who in whole) * 1000)
"""
MANY = """
import resource, sys, tempfile
from pathlib import Path
import lxml.etree
from corpus import documents
from corpus.importing import import_files
from corpus.store.project import Project
from corpus.search.index import SearchIndex
def spent():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
folder = Path(tempfile.mkdtemp())
with Project.create(folder / "bench.verbatim") as project:
    begun = spent()
    outcomes = import_files(project, [Path(sys.argv[1])])
    assert all(outcome.status == "imported" for outcome in outcomes), outcomes
    SearchIndex.of(project, folder).catch_up(project, lambda *_: None)
    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024)
    print((spent() - begun) * 1000)
"""
PLAIN = """
import sys, time
from pathlib import Path
begun = time.process_time()
import docx
for path in sorted(Path(sys.argv[1]).glob("*.docx")):
    "\\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
print((time.process_time() - begun) * 1000)
"""


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note; the baseline only reads the text."""
    many = [
        ("50 docx of 8,000 words imported and indexed, beyond the start (CPU)", "ms", _of_many(-1), ""),
        ("… most memory held by a process", "MB", _of_many(-2), ""),
    ]
    if not INTERVIEWS.is_dir():
        return [("12 sample interviews imported (CPU)", "ms", _median(OURS, SAMPLE), "27 real ones not at hand"), *many]
    return [
        *many,
        ("27 interviews imported, passages and index included (CPU)", "ms", _median(OURS, INTERVIEWS), ""),
        ("baseline: python-docx reading their paragraphs alone", "ms", _median(PLAIN, INTERVIEWS), ""),
    ]


def _of_many(line: int) -> float:
    """Import fifty long interviews, and return the number on a line of what is said."""
    with tempfile.TemporaryDirectory() as name:
        chance = random.Random(50)
        known = [f"mot{n}" for n in range(6000)]
        for number in range(50):
            turns = [" ".join(chance.choices(known, k=40)) for _ in range(200)]
            talk = (f"{('INT', 'INÈS')[n % 2]} : {said}{'.?'[n % 2 == 0]}" for n, said in enumerate(turns))
            Path(name, f"{number}.docx").write_bytes(docx("".join(map(paragraph, talk))))
        return _median(MANY, Path(name), times=3, line=line)


def _median(script: str, folder: Path, times: int = 5, line: int = -1) -> float:
    def once() -> float:
        done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
        return float(done.stdout.split()[line])

    return statistics.median(once() for _ in range(times))


if __name__ == "__main__":
    for row in run():
        print(row)
