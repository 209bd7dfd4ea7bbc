"""Labelled texts that suggestions are measured on, and draws of so many examples a code."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "labelled"
TESTED = 1000


@dataclass(frozen=True)
class Labelled:
    """A set of texts with their codes, in one language, and what was said `before` each, where that is known."""

    name: str
    language: str
    texts: list[str]
    codes: list[frozenset[str]]
    before: list[str] | None = None


@dataclass(frozen=True)
class Split:
    """So many examples a code to learn from, others to be tested with; `before` is said before these and those."""

    known: list[str]
    given: np.ndarray
    asked: list[str]
    truth: np.ndarray
    names: list[str]
    language: str
    before: tuple[list[str], list[str]] | None = None

    def fields(self) -> list[tuple[list[str], list[str]]]:
        """Return the texts to learn from and to be tested with, and then likewise what was said before them."""
        return [(self.known, self.asked), *([self.before] if self.before else [])]


def miam() -> Labelled:
    """French dialogue acts of one speaker's turn."""
    with (DATA / "fr/miam_loria/train.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    before = [
        last["Utterance"] if last["Dialogue_ID"] == row["Dialogue_ID"] else ""
        for last, row in pairwise([{"Dialogue_ID": ""}, *rows])
    ]
    texts, codes = [r["Utterance"] for r in rows], [frozenset([r["Dialogue_Act"]]) for r in rows]
    return Labelled("miam_loria (fr)", "fr", texts, codes, before)


def alone() -> Labelled:
    """The same acts, each turn by itself."""
    return replace(miam(), name="miam_loria (fr), turns alone", before=None)


def banking() -> Labelled:
    """English questions to a bank."""
    with (DATA / "en/banking77/train.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Labelled("banking77 (en)", "en", [r["text"] for r in rows], [frozenset([r["category"]]) for r in rows])


def clinc() -> Labelled:
    """English requests to an assistant."""
    rows = json.loads((DATA / "en/clinc150/data_full_train_val.json").read_text("utf-8"))["train"]
    return Labelled("clinc150 (en)", "en", [text for text, _ in rows], [frozenset([code]) for _, code in rows])


def emotions() -> Labelled:
    """English remarks, several emotions each."""
    names = (DATA / "en/goemotions/labels.txt").read_text("utf-8").split()
    with (DATA / "en/goemotions/train.tsv").open(encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return Labelled(
        "goemotions (en)", "en", [r[0] for r in rows], [frozenset(names[int(n)] for n in r[1].split(",")) for r in rows]
    )


SETS: tuple[Callable[[], Labelled], ...] = (miam, alone, banking, clinc, emotions)


def split(labelled: Labelled, per_code: int, seed: int) -> Split:
    """Draw examples evenly over codes that have enough of them, and others as they come."""
    chance = random.Random(seed)
    order = list(range(len(labelled.texts)))
    chance.shuffle(order)
    asked, pool = order[:TESTED], order[TESTED:]  # set apart first: drawing examples must not use up the rare codes
    by_code: dict[str, list[int]] = {}
    for at in pool:
        for code in labelled.codes[at]:
            by_code.setdefault(code, []).append(at)
    names = sorted(code for code, places in by_code.items() if len(places) >= per_code)
    wanted = set(names)
    known = sorted({at for code in names for at in by_code[code][:per_code]})
    asked = [at for at in asked if labelled.codes[at] & wanted]
    before = labelled.before
    return Split(
        [labelled.texts[at] for at in known],
        _truth(labelled, known, names),
        [labelled.texts[at] for at in asked],
        _truth(labelled, asked, names),
        names,
        labelled.language,
        ([before[at] for at in known], [before[at] for at in asked]) if before else None,
    )


def _truth(labelled: Labelled, places: Sequence[int], names: Sequence[str]) -> np.ndarray:
    at = {name: column for column, name in enumerate(names)}
    truth = np.zeros((len(places), len(names)), bool)
    for row, place in enumerate(places):
        truth[row, [at[code] for code in labelled.codes[place] if code in at]] = True
    return truth
