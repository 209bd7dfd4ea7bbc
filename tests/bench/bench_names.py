"""Names planted in 200 generated interviews: how many are proposed, how many wrongly, and whether a mask misses one."""

from __future__ import annotations

import random
import re
import statistics
import tempfile
import time
from pathlib import Path

from coding import names
from coding.moment.hiding import fold
from coding.moment.moment import Moment
from corpus import documents
from corpus.drafts import Draft, DraftPassage
from corpus.people import vault
from corpus.store.project import Project

INTERVIEWS, PEOPLE, FIRMS, TURNS = 200, 500, 250, 14
_FIRST = "Anne Luc Hélène Karim Maud Étienne Bastien Nadège Inès Philippe Rose Pierre Léa Noé Chloé Yannick".split()
_ONSETS = "b br c ch d dr f g gr l m n p pr r s t tr v".split()
_VOWELS = "a e i o u é ou an in oi eau".split()
_ENDS = "ard et in oux ier eau ac ec ille on ert ot ais".split()
_WORDS = ("Orange", "Carrefour", "Tours", "Pierre", "Marchand", "Boulanger", "Rose", "Casino")
_SAID = (
    "hier {who} m'a dit que ça ne marchait pas", "on en a parlé avec {who} pendant une heure",
    "c'est {who} qui décide", "je travaille chez {firm} depuis dix ans", "les magasins de {firm} ferment",
    "{who} est parti, et {firm} n'a rien dit", "chez {firm} on attend, comme chez les autres",
    "il y avait madame {last}, du service d'à côté", "monsieur {last} a signé",
)  # fmt: skip


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    chance = random.Random(4)
    people = [f"{chance.choice(_FIRST)} {_surname(chance, n)}" for n in range(PEOPLE)]
    firms = [_firm(chance, n) for n in range(FIRMS)]
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "bench.verbatim") as project:
        documents.add(project, [_interview(chance, n, people, firms) for n in range(INTERVIEWS)])
        begun = time.thread_time()
        found = names.found(Moment.of(project))
        took = time.thread_time() - begun
        proposed = {word for one in found for word in _parts(one.name)}
        wanted = {word for one in (*people, *firms) for word in _parts(one)}
        said = set(_parts("\n".join(documents.text(project, info.key) for info in documents.listed(project))))
        people, firms = ([one for one in each if _parts(one)[-1] in said] for each in (people, firms))
        wrong = [one.name for one in found if not wanted & set(_parts(one.name))]
        vault.hide_each(project, people, "person")
        vault.hide_each(project, firms, "firm")
        missed, cost = _masked(project, people, firms)
    return [
        ("planted persons proposed", "%", _share(people, proposed), f"{len(people)} names"),
        ("planted firms proposed", "%", _share(firms, proposed), f"{len(firms)} names"),
        ("wrong proposals for a hundred right ones", "", 100 * len(wrong) / max(1, len(found) - len(wrong)), ""),
        ("names that a mask missed, of all that were planted", "", missed, ""),
        ("looking for names (CPU)", "ms", 1000 * took, f"{INTERVIEWS} interviews"),
        ("masking all texts (CPU)", "ms", 1000 * cost, f"{PEOPLE + FIRMS} names"),
    ]


def _masked(project: Project, people: list[str], firms: list[str]) -> tuple[int, float]:
    """Return how many mentions are still read once all names are hidden, and how long it takes."""
    moment = Moment.of(project, masking=True)
    texts = [documents.text(project, info.key) for info in documents.listed(project)]
    moment.mask.text(texts[0])
    times = []
    for _ in range(3):
        begun = time.thread_time()
        masked = [moment.mask.text(one) for one in texts]
        times.append(time.thread_time() - begun)
    secret = {_parts(one)[-1] for one in people} | {word for one in firms for word in _parts(one) if word != "fils"}
    shown = [fold(word) for text in masked for word in re.findall(r"\b[^\W\d_]+\b", text) if not word.islower()]
    return sum(word in secret for word in shown), statistics.median(times)


def _share(planted: list[str], proposed: set[str]) -> float:
    return 100 * sum(_parts(one)[-1] in proposed for one in planted) / len(planted)


def _parts(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W\d_]+", name)]


def _syllables(chance: random.Random, number: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(number))


def _surname(chance: random.Random, n: int) -> str:
    if n % 50 == 0:
        return chance.choice(_WORDS)
    name = (_syllables(chance, 2) + chance.choice(_ENDS)).capitalize()
    return f"Le {name}" if n % 23 == 0 else f"de {name}" if n % 29 == 0 else name


def _firm(chance: random.Random, n: int) -> str:
    if n < len(_WORDS):
        return _WORDS[n]
    name = _syllables(chance, 3).capitalize()
    return f"{name} & Fils" if n % 7 == 0 else name.upper() if n % 11 == 0 else name


def _interview(chance: random.Random, n: int, people: list[str], firms: list[str]) -> Draft:
    """Return an interview of plain turns, in most of which somebody or a firm is named, in one of many ways."""
    text, passages = "", []
    for _ in range(TURNS):
        who, start = chance.choice(people), len(text)
        words = {"who": _written(chance, who), "last": who.split(" ", 1)[1], "firm": chance.choice(firms)}
        said = chance.choice(_SAID).format_map(words)
        text += f"{said[:1].upper()}{said[1:]}. Enfin, c'est comme ça, on fait avec les moyens du bord."
        passages.append(DraftPassage("paragraph", start, len(text)))
        text += "\n"
    return Draft(
        path=Path(f"{n}.txt"), name=f"Entretien {n}", text=text, original=f"{n} {text}".encode(),
        media_type="text/plain", importer="plain", language="fr", passages=tuple(passages),
    )  # fmt: skip


def _written(chance: random.Random, who: str) -> str:
    """Return a name as it may be said or typed."""
    first, last = who.split(" ", 1)
    wrong = last[:-2] + last[-1] if len(last) > 7 else last
    return chance.choice((who, who, who.upper(), first, f"{first[0]}. {last}", f"{first} {wrong}"))
