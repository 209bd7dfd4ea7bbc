"""All benchmarks, each in a process of its own, as one table with the baselines of the same run."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

PARTS = (
    "bench_start",
    "bench_import",
    "bench_project",
    "bench_apply",
    "bench_reader",
    "bench_window",
    "bench_preview",
    "bench_correct",
    "bench_sets",
    "bench_people",
    "bench_agreement",
    "bench_figures",
    "bench_recipes",
    "bench_names",
    "bench_masks",
    "bench_erase",
)
GOALS = {
    "one respondent erased, 25,000 codings": 5000,
    "window on screen after Python starts": 500,
    "27 interviews imported, passages and index included (CPU)": 3000,
    "50 docx of 8,000 words imported and indexed, beyond the start (CPU)": 1300,
    "project of 100 documents opened from the Welcome page": 1000,
    "project of 100 documents opened at the very start": 1000,
    "code: digit pressed to stored and seen": 50,
    "code: digit pressed to stored and seen (CPU, so without waiting for the disk)": 25,
    "code: next coding": 8,
    "agreement of two coders by character, 1,000 resamplings (CPU)": 2000,
    "the slowest figure, 25,000 codings × 200 codes, drawn and written (CPU)": 1000,
    "matrix participants × codes, 25,000 codings (CPU)": 150,
    "matrix participants × framework, in words, 25,000 codings (CPU)": 150,
    "co-occurrence of codes, 25,000 codings (CPU)": 300,
    "all verbatims to CSV, 25,000 codings (CPU)": 600,
    "all verbatims to DOCX, 25,000 codings (CPU)": 3000,
    "the recipe of the appendix, 25,000 codings (CPU)": 15_000,
    "the recipe of the appendix: memory at most": 400,
    "picker: open, 2,000 codes": 20,
    "picker: rank at a key, 2,000 codes": 12,
    "codebook: filter at a key, 2,000 codes": 12,
    "the slowest page the first time": 150,
    "the slowest page again": 50,
    "reader: open, 1,000,000 words, 50,000 codings": 300,
    "reader: scroll a frame, 1,000,000 words, 50,000 codings": 8,
    "matrix documents × codes, 25,000 codings": 300,
    "open the project": 400,
    "first opening of Theory": 150,
    "Evidence view": 150,
    "link a code": 50,
    "sets by rule recomputed after a coding": 20,
    "sets by rule recomputed after an attribute's value": 20,
    "first opening of Participants": 150,
    "participants: a cell stored and seen, 200 × 20 (CPU)": 50,
    "preview of 100 files": 4000,
    "preview of 100 files: longest stall": 50,
    "preview: longest stall from file to file": 50,
    "preview: longest stall of roles and reading again": 50,
    "reader: scroll a frame, 100,000 words, 5,000 codings": 16,
    "reader: memory over an empty one, 1,000,000 words, 50,000 codings": 150,
    "correct: stored and seen, at the head of 100,000 words, 5,000 codings (CPU)": 30,
    "corrected file of 10,000 words, 300 codings: in place (CPU)": 300,
}


# Modules are kept compiled, as an installation keeps them: compiling them would be half of what opening takes.
KEPT = str(Path(tempfile.gettempdir(), "verbatim-bench"))
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": KEPT}


def main() -> int:
    """Run the parts named on the command line, or all, and print a Markdown table."""
    parts = sys.argv[1:] or PARTS
    subprocess.run([sys.executable, "-m", "compileall", "-q", "app", "coding", "corpus"], env=ENVIRONMENT, check=True)
    rows = [row for part in parts for row in _run(part)]
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| what | median | goal | beside it | ratio |\n| --- | --- | --- | --- | --- |")
    for n, (name, unit, value, note) in enumerate(rows):
        if name.startswith("baseline: "):
            continue
        beside, ratio = note, ""
        if n + 1 < len(rows) and rows[n + 1][0].startswith("baseline: "):
            other = rows[n + 1]
            beside = f"{other[0].removeprefix('baseline: ')}: {other[2]:.3g} {other[1]}"
            ratio = f"{value / other[2]:.2f}" if other[2] else ""
        goal = f"under {GOALS[name]} {unit}" if name in GOALS else ""
        print(f"| {name} | {value:.3g} {unit} | {goal} | {beside} | {ratio} |")
    return 0


def _run(part: str) -> list[tuple[str, str, float, str]]:
    script = (
        "import json; from importlib import import_module; "
        f"print('ROWS' + json.dumps(import_module('tests.bench.{part}').run()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=ENVIRONMENT)
    found = [line for line in done.stdout.splitlines() if line.startswith("ROWS")]
    if not found:
        print(f"{part} could not be run: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return []
    return [tuple(row) for row in json.loads(found[0].removeprefix("ROWS"))]


if __name__ == "__main__":
    sys.exit(main())
