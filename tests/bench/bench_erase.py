"""Erasing one of 100 respondents at 25,000 codings: how long it takes, and looking through all that is kept then."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from coding import codebook, codings, memos
from coding.codings import Entry
from coding.memos import Target
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.erasing import erasing, scanning
from corpus.people import participants
from corpus.store.project import Project

RESPONDENTS, CODINGS, CODES, TURNS, WORDS = 100, 25_000, 200, 120, 60
_SAID = (
    "on voit le client qui passe et rien ne bouge dans le rayon du lundi au samedi sans que personne le dise".split()
)


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "bench.verbatim") as project:
        added = documents.add(project, [_interview(chance, n) for n in range(RESPONDENTS)])
        people = [participants.add(project, f"Personne Zw{n}q", documents=[one.key]) for n, one in enumerate(added)]
        _code(project, chance, [one.key for one in added])
        for n, key in enumerate(people):
            memos.add(project, f"Une note longue sur ce que dit la personne {n}.", targets=[Target("participant", key)])
        size = project.path.stat().st_size / 1e6
        begun, cpu = time.perf_counter(), time.process_time()
        found = erasing.erase(project, people[40])
        took, worked = time.perf_counter() - begun, time.process_time() - cpu
        begun = time.process_time()
        left = scanning.scan(project.path, ["quaxo40", "Personne Zw40q"], key=project.key)
        sought = time.process_time() - begun
    note = f"{RESPONDENTS} respondents, {size:.0f} MB; {found.codings} codings went, found still: {len(left)}"
    return [
        ("one respondent erased, 25,000 codings", "ms", 1000 * took, note),
        ("one respondent erased, 25,000 codings (CPU)", "ms", 1000 * worked, note),
        ("all that is kept looked through for two names (CPU)", "ms", 1000 * sought, ""),
    ]


def _interview(chance: random.Random, number: int) -> Draft:
    parts, passages, at = list[str](), list[DraftPassage](), 0
    for turn in range(TURNS):
        label = "INT" if turn % 2 else "REP"
        said = " ".join([f"quaxo{number}", *(chance.choice(_SAID) for _ in range(WORDS))])
        line = f"{label} : {said}."
        passages.append(DraftPassage("turn", at + len(label) + 3, at + len(line), speaker=label))
        parts.append(line)
        at += len(line) + 1
    text = "\n".join(parts)
    return Draft(
        path=Path(f"{number}.txt"),
        name=f"Entretien {number}",
        text=text,
        original=text.encode(),
        media_type="text/plain",
        importer="txt",
        language="fr",
        passages=tuple(passages),
        speakers=(DraftSpeaker("INT", "interviewer", TURNS // 2), DraftSpeaker("REP", "respondent", TURNS // 2)),
    )


def _code(project: Project, chance: random.Random, papers: list[int]) -> None:
    codes = [codebook.add(project, f"Code {n}") for n in range(CODES)]
    wanted = []
    for n in range(CODINGS):
        paper = papers[n % len(papers)]
        start = chance.randrange(20_000)
        wanted.append(Entry(chance.choice(codes), anchors.words(paper, start, start + 80)))
    codings.enter(project, wanted)
