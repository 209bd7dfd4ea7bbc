"""Tables, files and a whole recipe over 25,000 codings of 200 codes in 50 documents."""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert

from coding import codebook, links, reports
from coding.codebook import frameworks
from coding.exports import supervisor
from coding.moment.moment import Moment
from coding.recipes import making, saved_recipes
from coding.tables import matrices
from corpus import documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.model import Coding, Excerpt
from corpus.people import participants
from corpus.store.project import Project

DOCUMENTS, PASSAGES, WORDS, CODES, CODINGS, PRINTED = 50, 160, 100, 200, 25_000, 400
VOCABULARY = "client parcours magasin vendeur site livraison colis accueil rayon caisse service retour".split()


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "bench.verbatim", Path(folder) / "out"
        with Project.create(path, language="fr", coder="Ada") as project:
            _fill(project)
            moment, codes = Moment.of(project), tuple(one.key for one in codebook.listed(project) if one.cycle == 1)
            every, recipe = (
                reports.ReportChoices(codes=codes),
                saved_recipes.read(saved_recipes.find(project, "appendix")),
            )

            copy = path.with_suffix(".html")

            def save(name: str) -> float:
                return _times(lambda: reports.save(moment, "verbatims", out.with_name(name), every), 1)

            return [
                _row("matrix participants × codes", _matrix(moment, "participants", "codes", "passages")),
                _row(
                    "matrix participants × framework, in words",
                    _matrix(moment, "participants", "framework:meco-2019", "words"),
                ),
                _row("co-occurrence of codes", _matrix(moment, "codes", "codes", "passages")),
                _row("all verbatims to CSV", save("v.csv"), f"{CODINGS:,} verbatims"),
                _row("all verbatims to DOCX", save("v.docx"), f"{CODINGS:,} verbatims"),
                _row("the copy for a supervisor", _times(lambda: supervisor.save(moment, copy), 1)),
                _row("the recipe of the appendix", _times(lambda: making.make(moment, recipe, out), 1)),
                ("the recipe of the appendix: memory at most", "MB", _peak(), ""),
            ]


def _row(name: str, taken_ms: float, note: str = "") -> tuple[str, str, float, str]:
    return f"{name}, {CODINGS:,} codings (CPU)", "ms", taken_ms, note


def _peak() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 if sys.platform != "darwin" else most / 1024**2


def _matrix(moment: Moment, rows: str, columns: str, cell: str) -> float:
    """Return what one takes of a study that is read, and of which the same was counted before."""
    matrices.build(moment, rows, columns, cell)
    return _times(lambda: matrices.build(moment.viewed(), rows, columns, cell), 5)


def _times(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1000)
    return statistics.median(taken)


def _fill(project: Project) -> None:
    """Write interviews, people, codes, a framework with links, 25,000 codings, and excerpts."""
    draw = random.Random(7)
    keys = [one.key for one in documents.add(project, [_draft(draw, number) for number in range(DOCUMENTS)])]
    for number, key in enumerate(keys, 1):
        participants.add(
            project,
            f"Participant {number}",
            documents=[key],
            confidential=number % 4 == 0,
            attributes={"Secteur": draw.choice(("GSA", "GSS", "B2B"))},
        )
    with project.change("Add codes"):
        codes = [codebook.add(project, f"Code {n}", definition="Ce que dit le client.") for n in range(CODES)]
    frameworks.add(project, "meco-2019")
    theory = [one.key for one in codebook.listed(project) if one.framework]
    _link(project, codes, theory)
    with project.change("Apply codes") as session:
        coder = project.coder_key(session)
        places = [_place(draw, keys) for _ in range(CODINGS)]
        session.execute(insert(Coding), [{**one, "code_id": draw.choice(codes), "coder_id": coder} for one in places])
        printed = [{**one, "code_id": draw.choice(theory), "coder_id": coder} for one in places[:PRINTED]]
        session.execute(insert(Excerpt), printed)


def _place(draw: random.Random, keys: list[int]) -> dict[str, int]:
    start = draw.randrange(PASSAGES * WORDS * 6)
    return {"document_id": draw.choice(keys), "start": start, "end": start + draw.choice((50, 200, 400))}


def _draft(draw: random.Random, number: int) -> Draft:
    text, passages = "", list[DraftPassage]()
    for turn in range(PASSAGES):
        start = len(text)
        text += " ".join(draw.choice(VOCABULARY) for _ in range(WORDS))
        passages.append(DraftPassage("turn", start, len(text), speaker="AB"[turn % 2]))
        text += "\n\n"
    speakers = (DraftSpeaker("A", "interviewer", PASSAGES // 2), DraftSpeaker("B", "respondent", PASSAGES // 2))
    return Draft(
        path=Path(f"{number}.txt"),
        name=f"Entretien {number}",
        text=text,
        original=f"{number} {text}".encode(),
        media_type="text/plain",
        importer="plain",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


def _link(project: Project, codes: list[int], theory: list[int]) -> None:
    with project.change("Link codes"):
        for number, code in enumerate(codes):
            links.link(project, code, theory[number % len(theory)])
