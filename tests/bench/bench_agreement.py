"""Agreement of two coders by character: 25,000 codings with 200 codes in 50 documents, a thousand resamplings."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from coding import codebook
from coding.agreement.comparing import compare
from coding.agreement.disagreements import disagreements
from coding.agreement.stretches import AgreementScope
from coding.moment.moment import Moment
from corpus import documents
from corpus.model import Coder, Coding
from corpus.store.project import Project
from tests.bench.bench_project import PASSAGES, WORDS, _draft

DOCUMENTS, CODES, CODINGS = 50, 200, 25_000


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "bench.verbatim") as project:
        fill(project)
        asked = AgreementScope(("Ada", "Bob"), "character")
        moment, times, queue = Moment.of(project), [], []
        for _ in range(5):
            begun = time.thread_time()
            compare(moment, asked)
            times.append(time.thread_time() - begun)
            begun = time.thread_time()
            disagreements(moment, asked)
            queue.append(time.thread_time() - begun)
    return [
        ("agreement of two coders by character, 1,000 resamplings (CPU)", "ms", 1000 * statistics.median(times), ""),
        ("their disagreements, passage by passage (CPU)", "ms", 1000 * statistics.median(queue), ""),
    ]


def fill(project: Project) -> None:
    """Let two people code the same documents at random."""
    chance = random.Random(1)
    documents.add(project, [_draft(chance, n) for n in range(DOCUMENTS)])
    with project.change("Add codes"):
        codes = [codebook.add(project, f"code {n}") for n in range(CODES)]
    with project.change("Apply codes") as session:
        session.add_all(people := [Coder(name="Ada"), Coder(name="Bob")])
        session.flush()
        rows = []
        for n in range(CODINGS):
            start = chance.randrange(PASSAGES * WORDS * 6)
            rows.append(
                {
                    "document_id": chance.randint(1, DOCUMENTS),
                    "start": start,
                    "end": start + chance.choice([50, 200, 900]),
                    "code_id": chance.choice(codes),
                    "coder_id": people[n % 2].id,
                }
            )
        session.execute(insert(Coding), rows)
