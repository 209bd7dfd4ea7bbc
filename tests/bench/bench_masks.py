"""All that leaves three studies whose names are hidden: whether one is read in it, and what masking costs."""

from __future__ import annotations

import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from coding import codebook, codings, names
from coding.moment.letters import fold
from coding.moment.moment import Moment
from corpus import anchors, documents, lexicon
from corpus.importers.reader_process import Drafts
from corpus.people import participants, vault
from corpus.store.project import Project
from tests.app.cli.conftest import Ran
from tests.app.cli.conftest import run as verb
from tests.bench import planted_names
from tests.bench.bench_import import INTERVIEWS
from tests.samples import sample_at
from tests.unpacking import texts_of

PATHS = (
    "verbatims -o OUT.docx", "verbatims -o OUT.csv", "interviews -o OUT.xlsx", "interviews -o OUT.html",
    "report -o DIR --format docx --format html --format csv", "report -o DIR --recipe appendix",
    "codes-export OUT.docx", "codes-export OUT.csv", "codings-export OUT.csv", "codings-export OUT.xlsx",
    "matrix --rows participants --columns codes -o OUT.csv", "matrix --rows documents --columns codes -o OUT.docx",
    "search client", "search magasins --json", "search magasins --scope documents", "search vu --scope memos",
    "excerpts --json", "codes --json", "memos --json", "memos -o OUT.md", "figure heat -o OUT.svg",
    "figure frequencies -o OUT.pdf", "figure flow -o OUT.svg", "iramuteq -o OUT.txt",
    "concordance magasins -o OUT.csv", "specificities --by participants -o OUT.csv",
    "correspondence --rows participants --columns codes -o OUT.csv", "attributions --json", "print FIRST -o OUT.pdf",
    "text FIRST", "quote FIRST 0 60", "similar magasins", "summaries --json", "assertions --json", "code-history CODE",
    "report -o DIR --only revealed --only singling", "recruits -o OUT.csv", "iramuteq -o OUT.txt --themes",
    "memos -o OUT.docx", "auto-code CODE --search magasins --dry-run", "suggest --document FIRST --early --json",
    "agreement -o OUT.csv", "approval-send WHO OUT.docx --document FIRST", "figure tree -o OUT.png",
    "copy-for -o OUT.html", "give-away OUT.verbatim --key KEY", "give-away DIR --key KEY --as docx",
)  # fmt: skip
"""What is exported; FIRST is a document, WHO speaks in it, CODE a code, OUT a file, DIR a folder; KEY stays."""
_OURS = {"tours"}
"""Names that are words of our headings, too: the report on co-occurrence has a column of turns."""
COSTS = (
    "verbatims -o OUT.docx", "verbatims -o OUT.csv", "interviews -o OUT.xlsx", "codings-export OUT.csv",
    "codes-export OUT.docx", "matrix --rows participants --columns codes -o OUT.csv", "report -o DIR --only evidence",
    "report -o DIR --only cases", "memos -o OUT.md", "figure heat -o OUT.svg", "iramuteq -o OUT.txt",
    "concordance magasins -o OUT.csv", "search magasins --json", "excerpts --json", "text FIRST",
    "print FIRST -o OUT.pdf",
)  # fmt: skip
"""What is exported masked and shown, one after the other."""
TIMES = 4


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    return [row for part in (_of_sample, _of_interviews, _of_generated) for row in part()]


def _of_sample() -> Iterator[tuple[str, str, float, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = sample_at(Path(folder) / "sample.verbatim")
        with Project.open(path, coder="anna") as project:
            hidden = [one.name for one in participants.listed(project) if one.confidential]
        secret = frozenset(part for name in hidden for part in planted_names.parts(name)) - {"d"}
        yield ("hidden names read in exports of the sample", "", *_leaks(path, secret))
        yield from _costs(path, "the sample")


def _of_interviews() -> Iterator[tuple[str, str, float, str]]:
    if not INTERVIEWS.is_dir():
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.verbatim"
        with Project.create(path, coder="anna", language="fr") as project, Drafts() as drafts:
            files = sorted(INTERVIEWS.glob("*.docx"))
            documents.add(project, [one.load() for file in files for one in drafts.read(file)])  # type: ignore[union-attr]  # all can be read
            people = planted_names.names().people
            for n, info in enumerate(documents.listed(project)):
                participants.add(project, people[n], confidential=n % 2 == 0, documents=[info.key])
                documents.rename(project, info.key, f"Entretien {people[n]}")
            found = [one.name for one in names.found(Moment.of(project)) if _strange(one.name)]
            vault.hide_each(project, found, "other")
            for n, info in enumerate(documents.listed(project)):
                code = codebook.add(project, f"Dit par {people[n]}", definition=found[n % len(found)])
                first = documents.passages(project, info.key)[:20:4]
                for one in first:
                    codings.apply(project, code, anchors.words(info.key, one.start, one.end))
        secret = {part for name in (*found, *people[: len(files) : 2]) for part in planted_names.parts(name)}
        kept = frozenset(one for one in secret if len(one) > 3 and _strange(one))  # shorter ones are in any picture
        yield ("hidden names read in exports of 27 interviews", "", *_leaks(path, kept))
        yield from _costs(path, "27 interviews")


def _strange(name: str) -> bool:
    """Say whether every word of a name is one that no dictionary has: others may be read for what they are."""
    return not any(lexicon.common(one.lower(), "fr") for one in re.findall(r"[^\W\d_]+", name))


def _of_generated() -> Iterator[tuple[str, str, float, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path, planted = Path(folder) / "study.verbatim", planted_names.names()
        with Project.create(path, coder="anna", language="fr") as project:
            planted_names.study(project, planted)
        yield ("hidden names read in exports of 200 interviews", "", *_leaks(path, planted_names.secrets(planted)))
        yield from _costs(path, "2,000 hidden names")


def _leaks(path: Path, secret: frozenset[str]) -> tuple[float, str]:
    """Return how many hidden names are read in all that comes out, and which in what."""
    read, words = dict[str, set[str]](), _words(path)
    for one in PATHS:
        ran, out = _exported(path, one, words)
        texts = (text for file in out for text in (file.name, *texts_of(file)))
        # A letter is addressed by name to the person it is for.
        hidden = secret.difference(planted_names.parts(words["WHO"]) if "WHO" in one else ())
        found = planted_names.read_in((text for each in ((ran.out, ran.err), texts) for text in each), hidden)
        if found := {name for name in found if not (one.startswith("report") and fold(name) in _OURS)}:
            read[one] = found
    told = "; ".join(f"{one}: {', '.join(sorted(found)[:5])}" for one, found in read.items())
    return float(len({name for found in read.values() for name in found})), told or f"{len(PATHS)} paths"


def _words(path: Path) -> dict[str, str]:
    """Return what stands in an export's line for files, the first document, who speaks in it, and a code."""
    place = path.parent / "away"
    with Project.open(path, coder="anna") as project:
        info = documents.listed(project)[0]
        (who, *_) = (one.name for one in participants.listed(project) if info.key in one.documents)
        code = codebook.listed(project)[0].name
    return {
        "OUT": str(place / "out"),
        "DIR": str(place / "out"),
        "KEY": str(path.parent / "key.csv"),
        "FIRST": info.name,
        "WHO": who,
        "CODE": code,
    }


def _given(line: str, words: dict[str, str]) -> list[str]:
    """Return a verb and what it is given."""
    return [re.sub("|".join(words), lambda match: words[match[0]], one) for one in line.split()]


def _exported(path: Path, line: str, words: dict[str, str], *more: str) -> tuple[Ran, list[Path]]:
    """Export by a verb, and return what it said and the files."""
    place = path.parent / "away"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (path.parent / "key.csv").unlink(missing_ok=True)
    name, *given = _given(line, words)
    ran = verb(name, path, *given, *more)
    if ran.code not in (0, 4):  # where there is nothing to draw nothing leaves
        raise RuntimeError(f"{line}: {ran.err}")
    return ran, [one for one in place.rglob("*") if one.is_file()]


def _costs(path: Path, of: str) -> Iterator[tuple[str, str, float, str]]:
    """Yield by how much each export takes longer with names masked, and the export whose masking costs most.

    Each is a process of its own, as a person runs it.
    """
    shares, words = dict[str, float](), _words(path)
    place = path.parent / "away"
    for one in COSTS:
        name, *given = _given(one, words)
        masked, shown = list[float](), list[float]()
        for _ in range(TIMES):
            for times, more in ((masked, "mask"), (shown, "show")):
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                times.append(_taken([name, str(path), *given, "--confidential", more]))
        shares[one] = 100 * (min(masked) / min(shown) - 1)
    worst = max(shares, key=shares.__getitem__)
    told = "; ".join(f"{one.split(' -o')[0].split(' OUT')[0]} {share:.0f}" for one, share in shares.items())
    yield (f"masking, of an export at the median (CPU), {of}", "%", statistics.median(shares.values()), told)
    yield (f"masking, of the export where it costs most (CPU), {of}", "%", shares[worst], worst)


def _taken(line: list[str]) -> float:
    """Run the program and return the seconds of CPU that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run([sys.executable, "-m", "app", *line], check=False, capture_output=True, text=True)
    if ran.returncode not in (0, 4):  # where there is nothing to draw nothing leaves
        raise RuntimeError(ran.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
