"""How good suggestions are, on whole documents left out: beside what the simplest ways would have got."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np

from coding.suggest import examples, measures, training
from coding.suggest.coder_agreement import SuggestionAgreement, concordance
from coding.suggest.examples import Labels
from coding.suggest.features import Floats
from coding.suggest.learning import likeness
from coding.suggest.logistic import chances
from coding.suggest.measures import Truth
from coding.suggest.suggester import check_framework
from coding.suggest.texts import CodeDescription, TurnTexts, described, read
from coding.suggest.training import Trained
from corpus import documents
from corpus.progress import Progress, silent
from corpus.store.project import Project

BASELINES = ("most_frequent", "nearest", "centroid")
_CHOSEN = "suggester"


@dataclass(frozen=True, slots=True)
class CodeQuality:
    """One code on documents left out: precision and recall at the threshold that the other documents gave."""

    code: int
    label: str
    examples: int
    precision: float
    recall: float
    average_precision: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Share of passages with a right code among the first, and average precision over codes."""

    hit_at_1: float
    hit_at_3: float
    macro_ap: float


@dataclass(frozen=True, slots=True)
class Quality:
    """An evaluation; `passages` are turns that carry a code, `documents` were left out in turn."""

    passages: int
    documents: int
    codes: int
    figures: Figures
    per_code: tuple[CodeQuality, ...]
    baselines: Mapping[str, Figures]
    calibration: tuple[Mapping[str, float | int], ...]
    codable_auc: float | None
    train_s: float
    predict_ms_per_passage: float
    seed: int
    concordance: SuggestionAgreement | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the figures under the names the command line prints."""
        return {
            "left_out": "document",
            "passages": self.passages,
            "documents": self.documents,
            "codes": self.codes,
            **asdict(self.figures),
            "per_code": [
                {
                    "code": q.label,
                    "examples": q.examples,
                    "precision": q.precision,
                    "recall": q.recall,
                    "average_precision": q.average_precision,
                }
                for q in self.per_code
            ],
            "baselines": {name: asdict(figures) for name, figures in self.baselines.items()},
            "calibration": [dict(band) for band in self.calibration],
            "codable_auc": self.codable_auc,
            "train_s": self.train_s,
            "predict_ms_per_passage": self.predict_ms_per_passage,
            "seed": self.seed,
        }


def evaluate(
    project: Project,
    *,
    framework: str | None = None,
    seed: int = 0,
    texts: TurnTexts | None = None,
    among: Collection[int] | None = None,
    progress: Progress = silent,
) -> Quality:
    """Leave each document out in turn, learn from the others alone, and see what is said of its coded passages.

    Only what people coded before a suggestion was shown to them counts; see `examples.Labels`. A code given nowhere
    else counts as missed. The same codings and `seed` give the same figures. With `among`, only these documents are
    left out in turn; what is learned from is the same.
    """
    if framework is not None:
        check_framework(project, framework)
    every = described(project)
    texts = texts or read(project, every, progress)
    codes = {code.key: code for code in every if code.framework == framework}
    found = examples.labels(project, texts, codes, second_cycle=framework is not None)
    measured = only_in(among, texts, found.measured())
    return left_out(project, texts, measured, found, codes, seed=seed, progress=progress)


def only_in(documents: Collection[int] | None, texts: TurnTexts, found: Labels) -> Labels:
    """Return the labels of turns in these documents; all for None."""
    if documents is None:
        return found
    kept = {place: given for place, given in found.codes.items() if texts.turns[place].document in documents}
    return replace(found, codes=kept)


def left_out(
    project: Project,
    texts: TurnTexts,
    found: Labels,
    learned: Labels,
    codes: Mapping[int, CodeDescription],
    *,
    seed: int = 0,
    progress: Progress = silent,
) -> Quality:
    """Measure on all of `found`, each document in turn, what is learned from the other documents of `learned`."""
    keys = sorted({texts.turns[place].document for place in found.codes})
    columns = tuple(sorted({code for given in found.codes.values() for code in given}))
    folds = _Folds(columns)
    for done, document in enumerate(keys):
        progress(done, len(keys), "Leaving documents out")
        folds.take(_fold(project, texts, found, learned, codes, columns, document, seed))
    progress(len(keys), len(keys), "")
    quality = folds.quality({code: codes[code].label for code in columns}, len(keys), seed)
    own = {
        who: {place: given for place, given in some.items() if place in found.codes}
        for who, some in found.by_coder.items()
    }
    compared = concordance(own, found.codes, project.coder, folds.suggested, lambda place: texts.turns[place].document)
    return replace(quality, concordance=compared)


@dataclass(slots=True)
class _Fold:
    """What was said of one document by models that had not seen its codings; rows are its turns."""

    truth: Truth
    scores: dict[str, Floats]
    said: Truth
    worth: Floats
    chances: Floats
    train_s: float
    predict_s: float
    suggested: dict[int, set[int]] = field(default_factory=dict)


def _fold(
    project: Project,
    texts: TurnTexts,
    found: Labels,
    learned: Labels,
    codes: Mapping[int, CodeDescription],
    columns: tuple[int, ...],
    document: int,
    seed: int,
) -> _Fold:
    places = [place for place in texts.of_document(document) if place in found.codes or place not in learned.codes]
    at = {code: column for column, code in enumerate(columns)}
    truth = np.zeros((len(places), len(columns)), bool)
    for row, place in enumerate(places):
        truth[row, [at[code] for code in found.codes.get(place, ())]] = True
    hidden = examples.plain(documents.text(project, document))
    begun = time.perf_counter()
    trained = training.train(texts, learned, codes, without=document, hidden=hidden, seed=seed)
    ready = time.perf_counter()
    nothing = np.full(truth.shape, -np.inf, np.float32)
    fold = _Fold(
        truth,
        {name: nothing.copy() for name in (_CHOSEN, *BASELINES)},
        np.zeros(truth.shape, bool),
        np.zeros(len(places), np.float32),
        np.zeros(truth.shape, np.float32),
        ready - begun,
        0.0,
    )
    if trained is None:
        return fold
    scores = trained.model.scores(texts.rows.take(places))
    fold.predict_s = time.perf_counter() - ready
    fold.worth = trained.worth(scores, [texts.readings[place] for place in places])
    own = [column for column, code in enumerate(trained.codes) if code in at]  # parents may be learned for their codes
    where = [at[trained.codes[column]] for column in own]
    thresholds = np.array([trained.standings[trained.codes[column]].threshold for column in own])
    fold.scores[_CHOSEN][:, where] = scores[:, own]
    fold.said[:, where] = scores[:, own] >= thresholds
    fold.chances[:, where] = chances(scores[:, own])
    fold.suggested = {place: {columns[n] for n in np.flatnonzero(fold.said[row])} for row, place in enumerate(places)}
    for name, baseline in _baselines(trained, texts, places).items():
        fold.scores[name][:, where] = baseline[:, own]
    _leave_unproven(fold, places, found, learned, at)
    return fold


def _leave_unproven(fold: _Fold, places: list[int], found: Labels, learned: Labels, at: Mapping[int, int]) -> None:
    """Ask nothing of codes that were put on a turn and don't count: they would be neither right nor wrong."""
    for row, place in enumerate(places):
        unproven = learned.codes.get(place, set()) - found.codes.get(place, set())
        if left := [at[code] for code in unproven if code in at]:
            fold.said[row, left] = False
            fold.chances[row, left] = 0
            for scores in fold.scores.values():
                scores[row, left] = -np.inf


def _baselines(trained: Trained, texts: TurnTexts, places: list[int]) -> dict[str, Floats]:
    """Return the scores of the simplest ways, from the very examples and features that the model had."""
    coded = [row for row, place in enumerate(trained.places) if place >= 0 and trained.model.targets[row, :-1].any()]
    given = trained.model.targets[coded, :-1]
    near = likeness(trained.model.features, texts.rows.take(places), trained.model.rows.take(coded))
    nearest = np.zeros((len(places), given.shape[1]), np.float32)
    for column in range(given.shape[1]):
        nearest[:, column] = near[:, given[:, column] > 0.5].max(axis=1)
    return {
        "most_frequent": np.tile(given.mean(axis=0), (len(places), 1)),
        "nearest": nearest,
        "centroid": np.asarray(near @ (given / given.sum(axis=0)), np.float32),
    }


@dataclass(slots=True)
class _Folds:
    columns: tuple[int, ...]
    folds: list[_Fold] = field(default_factory=list)

    @property
    def suggested(self) -> dict[int, set[int]]:
        """What would be suggested, by place: each by the model that had not seen its document."""
        return {place: codes for fold in self.folds for place, codes in fold.suggested.items()}

    def take(self, fold: _Fold) -> None:
        self.folds.append(fold)

    def quality(self, labels: Mapping[int, str], left_out: int, seed: int) -> Quality:
        """Return the figures over all that was left out in turn."""
        if not self.folds:
            none = Figures(0.0, 0.0, 0.0)
            return Quality(
                passages=0,
                documents=0,
                codes=0,
                figures=none,
                per_code=(),
                baselines=dict.fromkeys(BASELINES, none),
                calibration=(),
                codable_auc=None,
                train_s=0.0,
                predict_ms_per_passage=0.0,
                seed=seed,
            )
        truth = np.concatenate([fold.truth for fold in self.folds])
        coded: Truth = np.asarray(truth.any(axis=1), bool)
        said = np.concatenate([fold.said for fold in self.folds])[coded]
        chances = np.concatenate([fold.chances for fold in self.folds])[coded]
        worth = np.concatenate([fold.worth for fold in self.folds])
        truth_of_coded = truth[coded]
        scores = {
            name: np.concatenate([fold.scores[name] for fold in self.folds])[coded] for name in (_CHOSEN, *BASELINES)
        }
        own = scores[_CHOSEN]
        per_code = tuple(
            CodeQuality(
                code,
                labels[code],
                int(truth_of_coded[:, column].sum()),
                *measures.precision_recall(said[:, column], truth_of_coded[:, column]),
                measures.average_precision(own[:, column], truth_of_coded[:, column]),
            )
            for column, code in enumerate(self.columns)
        )
        turns = sum(len(fold.truth) for fold in self.folds)
        return Quality(
            passages=int(coded.sum()),
            documents=left_out,
            codes=len(self.columns),
            figures=_figures(own, truth_of_coded),
            per_code=per_code,
            baselines={name: _figures(scores[name], truth_of_coded) for name in BASELINES},
            calibration=tuple(measures.calibration(chances, truth_of_coded)),
            codable_auc=measures.area_under_curve(worth, coded),
            train_s=float(np.mean([fold.train_s for fold in self.folds])),
            predict_ms_per_passage=1000 * sum(fold.predict_s for fold in self.folds) / max(1, turns),
            seed=seed,
        )


def _figures(scores: Floats, truth: Truth) -> Figures:
    average: Iterable[float] = (
        measures.average_precision(scores[:, column], truth[:, column]) for column in range(truth.shape[1])
    )
    return Figures(
        measures.hits(scores, truth, 1), measures.hits(scores, truth, 3), float(np.mean([0.0, *average][1:] or [0.0]))
    )
