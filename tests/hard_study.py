"""A study that is hard to show: long names, crowded words, thousands of codes, hundreds of documents, much text."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import insert

from coding.codebook import frameworks
from corpus import documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.model import Code, Coding, Link
from corpus.people import participants
from corpus.store.project import Project

LONG_NAME = (
    "How what was promised on the telephone comes to be known, or not known, by those who stand in the shop "
    "on a Saturday, when there are three of them for the whole floor and the delivery has just come in (second round)"
)
WORDS = (
    "on a vu que le client revient quand la boutique lui parle et cela change tout pour nous parce que nos équipes "
    "savent alors écouter ce qui se dit entre le rayon et la caisse sans attendre la réunion du lundi matin"
).split()
COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#b5bd22", "#17a2b8", "#e08214", "#4d4d4d")
LONG_TEXT = 100_000  # words
SMALL, CODES = 500, 2_000


def _said(chance: random.Random, words: int) -> str:
    sentences = []
    while words > 0:
        size = min(words, chance.randint(6, 18))
        sentences.append(" ".join(chance.choice(WORDS) for _ in range(size)).capitalize() + ".")
        words -= size
    return " ".join(sentences)


def _draft(name: str, words: int, seed: int) -> Draft:
    chance, lines, passages, at = random.Random(seed), [], [], 0
    while words > 0:
        size = min(words, chance.randint(20, 110))
        label = "R01" if len(lines) % 2 else "INT"
        mark, said = f"{label}: ", _said(chance, size)
        passages.append(DraftPassage("turn", at + len(mark), at + len(mark + said), label))
        lines.append(mark + said)
        at, words = at + len(lines[-1]) + 1, words - size
    text = "\n".join(lines)
    return Draft(
        path=Path(f"{seed}.txt"),
        name=name,
        text=text,
        original=text.encode(),
        media_type="text/plain",
        importer="plain",
        language="fr",
        passages=tuple(passages),
        speakers=(DraftSpeaker("INT", "interviewer"), DraftSpeaker("R01", "respondent")),
    )


def build(path: Path, *, coder: str, small: int = SMALL, codes: int = CODES, words: int = LONG_TEXT) -> Project:
    """Make the study and return it opened; the first document is the crowded one, the second the long one."""
    project = Project.create(path, name="Une étude dont le nom est long lui aussi, " + LONG_NAME.lower(), coder=coder)
    drafts = [_draft("00 Passage très codé", 3_000, 1), _draft("01 Cent mille mots", words, 2)]
    names = (f"Entretien {n:03d} transcription relue par la cheffe de projet traitement_A" for n in range(2, small))
    documents.add(project, [*drafts, *(_draft(name, 60, n) for n, name in enumerate(names, 3))])
    frameworks.add(project, "meco-2019")
    for n in range(24):
        participants.add(
            project,
            f"Marie-Françoise de la Villardière-Montmorency {n:02d}",
            documents=[n + 1],
            attributes={"fonction": f"Responsable adjointe des régions {n % 5}", "secteur": f"S{n % 3}"},
        )
    _code(project, codes)
    return project


def _code(project: Project, codes: int) -> None:
    chance = random.Random(3)
    with project.change("Add codes") as session:
        first = session.query(Code).count() + 1
        rows = [{"name": _name(n), "position": n, "colour": COLOURS[n % len(COLOURS)]} for n in range(codes)]
        keys = list(session.scalars(insert(Code).returning(Code.id, sort_by_parameter_order=True), rows))
        coder = project.coder_key(session)
        theory = list(range(1, first))
        crowd = [(1, 40 + n * 9, 640 + n * 31, keys[n]) for n in range(12)]
        thick = [(1, 4_000 + n * 5, 4_300 + n * 5, keys[n]) for n in range(40)]
        spread = [
            (chance.randint(2, 40), at, at + chance.choice([60, 200]), chance.choice(keys))
            for at in (chance.randrange(200) for _ in range(3_000))
        ]
        long = [(2, at, at + chance.choice([60, 300, 900]), chance.choice(keys)) for at in range(0, 400_000, 160)]
        placed = dict.fromkeys([*crowd, *thick, *spread, *long])
        session.execute(
            insert(Coding),
            [{"document_id": d, "start": a, "end": b, "code_id": c, "coder_id": coder} for d, a, b, c in placed],
        )
        session.execute(
            insert(Link),
            [{"from_code_id": key, "to_code_id": chance.choice(theory), "coder_id": coder} for key in keys[:300]],
        )


def _name(number: int) -> str:
    if number % 5 == 2:
        return f"{LONG_NAME} {number}"
    return f"{('Écoute', 'Irritants', 'Caisse', 'Livraison')[number % 4]} {number}"
