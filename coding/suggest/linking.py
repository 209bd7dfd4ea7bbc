"""Links worth making: which framework codes a code of the first cycle may speak for, and by which words.

A framework's codes are matched by what is written of them; a code of the first cycle speaks with what is written of it
and with the turns that carry it, half each. Nobody has measured these matches: they are a reading aid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from coding.set_asides import refused
from coding.suggest import examples
from coding.suggest.definitions import Definitions
from coding.suggest.features import Floats, TextFeatures
from coding.suggest.suggester import check_framework
from coding.suggest.texts import CodeDescription, TurnTexts, described, read
from corpus.model import Code, Link
from corpus.progress import Progress, silent
from corpus.store.project import Project

WORDS_SHOWN = 6
_MOST_TURNS = 50

# Readings with their part in a score; the parts of a code's pieces come to one.
Pieces = list[tuple[TextFeatures, float]]


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    """`source` may speak for `target`: `score` is `base` + the weights of `reasons` (words) + `rest`.

    `stands_out` is by how many standard deviations the score lies above those of the other first-cycle codes for the
    same target; `turns` is how many turns with the code were read.
    """

    source: int
    target: int
    score: float
    stands_out: float
    reasons: tuple[tuple[str, float], ...]
    turns: int
    base: float
    rest: float


def suggest_links(
    project: Project,
    framework: str,
    *,
    top: int = 3,
    minimum: float = 0.5,
    every: bool = False,
    texts: TurnTexts | None = None,
    progress: Progress = silent,
) -> list[LinkSuggestion]:
    """Return at most `top` links for each code that has turns or a definition, best first.

    Links made, also of a code above, and links refused are left out, unless `every`. `minimum` is how far a score must
    stand out. Raises `FrameworkError` for a framework that is not in the project.
    """
    check_framework(project, framework)
    codes = described(project)
    texts = texts or read(project, codes, progress)
    theory = Definitions.of(texts, [code for code in codes if code.framework == framework and code.defined])
    first = {code.key: code for code in codes if code.framework is None}
    if theory is None or not first:
        return []
    counts, pieces = _material(project, texts, first)
    sources = [code for code, given in pieces.items() if given]
    scores = np.array([_score(theory, pieces[code]) for code in sources], np.float32)
    if not sources:
        return []
    spread = scores.std(axis=0)
    away = (scores - scores.mean(axis=0)) / np.where(spread > 0, spread, np.inf)
    closed = set() if every else _made(project) | refused(project)
    found = []
    for row, source in enumerate(sources):
        for column in np.argsort(-away[row], kind="stable").tolist():
            target = theory.model.codes[column]
            if away[row, column] >= minimum and (source, target) not in closed:
                found.append((source, target, column, float(away[row, column])))
                if sum(one[0] == source for one in found) == top:
                    break
    return [
        _suggestion(theory, pieces[source], source, target, column, stands_out, counts[source])
        for source, target, column, stands_out in found
    ]


def _material(
    project: Project, texts: TurnTexts, codes: Mapping[int, CodeDescription]
) -> tuple[Counter[int], dict[int, Pieces]]:
    """Return how many turns speak for each code, and all that does: what is written of it, and its turns."""
    labels = examples.labels(project, texts, codes, second_cycle=False)
    turns: dict[int, list[TextFeatures]] = {key: [] for key in codes}
    for place, given in sorted(labels.codes.items()):
        for key in given:
            if len(turns[key]) < _MOST_TURNS:
                turns[key].append(texts.readings[place])
    said = [(key, code.language, text) for key, code in codes.items() for text in examples.sayings(code)]
    written: dict[int, list[TextFeatures]] = {key: [] for key in codes}
    for (key, _, _), reading in zip(
        said, texts.read_each([(language, text) for _, language, text in said]), strict=True
    ):
        written[key].append(reading)
    pieces: dict[int, Pieces] = {}
    for key, code in codes.items():
        groups = [group for group in (written[key], turns[key]) if group] if turns[key] or code.defined else []
        pieces[key] = [(reading, 1 / (len(groups) * len(group))) for group in groups for reading in group]
    return Counter({key: len(given) for key, given in turns.items()}), pieces


def _score(theory: Definitions, pieces: Pieces) -> Floats:
    parts = np.array([part for _, part in pieces], np.float32)
    return np.asarray(parts @ theory.model.scores_of([reading for reading, _ in pieces]), np.float32)


def _suggestion(
    theory: Definitions, pieces: Pieces, source: int, target: int, column: int, stands_out: float, turns: int
) -> LinkSuggestion:
    words: dict[int, float] = {}
    total = 0.0
    for reading, part in pieces:
        shares = theory.model.shares(reading, column)
        total += part * shares.total  # the meaning of texts included, where the language has vectors
        for word, share in zip(reading.words.tolist(), shares.words.tolist(), strict=True):
            words[word] = words.get(word, 0.0) + part * share
    strongest = sorted((one for one in words.items() if one[1] > 0), key=lambda one: (-one[1], one[0]))[:WORDS_SHOWN]
    lexicon = theory.texts.features.lexicon.words
    reasons = tuple((lexicon[word], weight) for word, weight in strongest)
    base = float(theory.model.base()[column])
    rest = total - sum(weight for _, weight in reasons)
    return LinkSuggestion(source, target, base + total, stands_out, reasons, turns, base, rest)


def _made(project: Project) -> set[tuple[int, int]]:
    """Return the pairs that are linked: the links of a code are those of the codes below it too."""
    with project.read() as session:
        query = select(Link.from_code_id, Link.to_code_id).where(Link.kind == "evidence")
        pairs = {(source, target) for source, target in session.execute(query)}
        above = {row.id: row.parent_id for row in session.execute(select(Code.id, Code.parent_id))}
    below: dict[int, set[int]] = {}
    for code in above:
        at: int | None = code
        while at is not None:
            below.setdefault(at, set()).add(code)
            at = above.get(at)
    return {(code, target) for source, target in pairs for code in below.get(source, ())}
