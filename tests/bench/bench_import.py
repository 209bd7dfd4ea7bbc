"""Importing the 27 real interviews, from files to a searchable project; CPU time of whole processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

INTERVIEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "transcripts" / "fr" / "artisans_docx"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "interviews"

OURS = """
import resource, sys, tempfile, time
from pathlib import Path
begun = time.process_time()
from corpus.importing import import_files
from corpus.store.project import Project
from corpus.search.index import SearchIndex
folder = Path(tempfile.mkdtemp())
with Project.create(folder / "bench.verbatim") as project:
    outcomes = import_files(project, [Path(sys.argv[1])])
    assert all(outcome.status == "imported" for outcome in outcomes), outcomes
    SearchIndex.of(project, folder).catch_up(project, lambda *_: None)
print((time.process_time() - begun) * 1000)
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
    if not INTERVIEWS.is_dir():
        return [("12 sample interviews imported (CPU)", "ms", _median(OURS, SAMPLE), "27 real ones not at hand")]
    return [
        ("27 interviews imported, passages and index included (CPU)", "ms", _median(OURS, INTERVIEWS), ""),
        ("baseline: python-docx reading their paragraphs alone", "ms", _median(PLAIN, INTERVIEWS), ""),
    ]


def _median(script: str, folder: Path, times: int = 5) -> float:
    def once() -> float:
        done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
        return float(done.stdout.split()[-1])

    return statistics.median(once() for _ in range(times))


if __name__ == "__main__":
    for row in run():
        print(row)
