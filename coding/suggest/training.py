"""One training: from codings to a model whose thresholds come from whole documents left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from coding.suggest import examples, measures, storage, tuning
from coding.suggest.examples import Labels
from coding.suggest.features import Floats, Ints, TextFeatures
from coding.suggest.learning import LearnedModel, stacked
from coding.suggest.measures import CodeMeasures, Truth
from coding.suggest.texts import CodeDescription, TurnTexts
from corpus.progress import Progress, silent

_VERSION = "logistic-9"
# Whole documents are left out together, in so many folds.
FOLDS = 4
# A passage is worth coding when it is worth more, by words and length, than the lowest twentieth of those coded.
_GATE = 0.05
# Few examples say little of where to say yes: what all codes say together counts as so many more for each.
_STEADY = 10
# More examples that come and go than these are learned anew rather than one by one.
_ONE_BY_ONE = 8
# Thresholds move little with one decision, and take longer to find than the decision to learn.
_MEASURED_EVERY = 10
# So many of the last decisions bring back what was measured before them when they are undone.
_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """What whole documents left out said of a model: of each code, from where on a turn is worth coding, and its scale.

    `worth_by` weighs what tells whether a turn is worth coding; `stretch` and `shift` are those of the scores.
    """

    standings: Mapping[int, CodeMeasures]
    gate: float
    worth_by: Floats
    stretch: float
    shift: float


@dataclass(slots=True)
class Trained:
    """A model with what it was made of; the last column of its targets is `worth coding`, after the codes.

    `places` names the turn behind each row of the model, -1 for what is written of a code; `unproven` are codes of
    turns that teach and are not measured against, see `examples.Labels`. `measured` is what was measured when these
    versions were taught, so that undoing a decision brings back its suggestions.
    """

    model: LearnedModel
    places: list[int]
    standings: dict[int, CodeMeasures]
    gate: float
    version: str
    said: list[tuple[int, str, str]]
    taught: int = 0
    worth_by: Floats = field(default_factory=lambda: np.array([1, 0, 0], np.float32))
    unproven: Mapping[int, frozenset[int]] = field(default_factory=dict)
    measured: dict[str, Measured] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes that were learned, in the order of the columns."""
        return self.model.codes

    def worth(self, scores: Floats, readings: Sequence[TextFeatures]) -> Floats:
        """Return how much turns are worth coding: by their scores in the last column, and by how much is said."""
        return np.asarray(self.worth_by[:-1] @ _worth_columns(scores, readings) + self.worth_by[-1], np.float32)

    def known(self, code: int) -> bool:
        """Whether suggestions of this code rest on enough examples."""
        standing = self.standings.get(code)
        return standing is not None and standing.enough


def train(
    texts: TurnTexts,
    found: Labels,
    codes: Mapping[int, CodeDescription],
    *,
    without: int | None = None,
    hidden: str = "",
    seed: int = 0,
    measured: bool = True,
    kept: Callable[[str], bytes | None] = lambda version: None,
    progress: Progress = silent,
) -> Trained | None:
    """Learn codes from what was coded and what is written of them; None where nothing was coded.

    Nothing that was done in document `without`, nor words of codes quoted from it (`hidden`), is learned. `kept` gives
    the bytes of a model of the same version, which shortens the way to the same place.
    """
    found = examples.lifted(found if without is None else found.less(texts.of_document(without)), codes)
    picked = examples.chosen(texts, found, without=without, seed=seed)
    counts = found.counts()
    columns = tuple(sorted(code for code in counts if code in codes))
    if not columns:
        return None
    at = {code: column for column, code in enumerate(columns)}
    said = [(code, codes[code].language, text) for code in columns for text in examples.sayings(codes[code], hidden)]
    targets = np.zeros((len(picked) + len(said), len(columns) + 1), np.float32)
    weights = np.full(len(targets), examples.PSEUDO, np.float32)
    for row, (given, weight) in enumerate(picked.values()):
        targets[row] = wanted(given, at)
        weights[row] = weight
    for row, (code, _, _) in enumerate(said, len(picked)):
        targets[row, [at[code], -1]] = 1
    written = texts.features.rows(texts.read_each([(language, text) for _, language, text in said]))
    places = [*picked, *([-1] * len(said))]
    folds = folded(texts, places, targets) if measured else None
    version = _version(texts, picked, said)
    saved = kept(version)
    near = None if saved is None else storage.coefficients(saved)
    rows = stacked(texts.rows.take(list(picked)), written)
    if folds is None:
        model = LearnedModel(texts.features, columns, rows, targets, weights, near=near, progress=progress)
    else:
        model = tuning.learned(texts.features, columns, rows, targets, weights, folds, near=near, progress=progress)
    trained = Trained(model, places, {}, float("-inf"), version, said, unproven=found.unproven())
    if measured:
        measure(trained, texts)
    _remember(trained)
    return trained


def folded(texts: TurnTexts, places: Sequence[int], targets: Floats) -> Ints:
    """Return in which fold each example stands, column by column: all turns of a document in the same.

    The documents that carry a code are dealt out evenly; where it is one document alone, its turns are. What is
    written of codes (place -1) stands in none.
    """
    folds = np.full(targets.shape, -1, np.int64)
    real = np.array([row for row, place in enumerate(places) if place >= 0], np.int64)
    if not len(real):
        return folds
    keys = sorted({texts.turns[places[row]].document for row in real})
    number = {key: at for at, key in enumerate(keys)}
    document = np.array([number[texts.turns[places[row]].document] for row in real])
    carried = np.zeros((len(keys), targets.shape[1]))
    np.add.at(carried, document, targets[real])
    ranks = np.argsort(np.argsort(-carried, axis=0, kind="stable"), axis=0)
    folds[real] = ranks[document] % FOLDS
    for column in np.flatnonzero((carried > 0).sum(axis=0) < 2):
        order = np.argsort(-targets[real, column], kind="stable")
        folds[real[order], column] = np.arange(len(real)) % FOLDS
    return folds


def wanted(given: frozenset[int] | set[int], at: Mapping[int, int]) -> Floats:
    """Return the targets of an example: a one for each code, and one for being worth coding."""
    row = np.zeros(len(at) + 1, np.float32)
    inside = [at[code] for code in given if code in at]
    row[inside] = 1
    row[-1] = bool(given)
    return row


def teach(trained: Trained, texts: TurnTexts, found: Labels, codes: Mapping[int, CodeDescription]) -> bool:
    """Bring a model up to date with what changed in the examples; false where too much did.

    The scores are those of learning everything anew; thresholds are found again after every tenth decision, and are
    those of before where examples are again what they were.
    """
    found = examples.lifted(found, codes)
    counts = found.counts()
    if {code for code in counts if code in codes} != set(trained.codes):
        return False
    picked = examples.chosen(texts, found)
    at = {code: column for column, code in enumerate(trained.codes)}
    model, row_of = trained.model, {place: row for row, place in enumerate(trained.places) if place >= 0}
    gone, new = row_of.keys() - picked.keys(), picked.keys() - row_of.keys()
    if len(gone) + len(new) > _ONE_BY_ONE:
        return False
    for place in picked.keys() - new:
        given, weight = picked[place]
        model.relabel(row_of[place], wanted(given, at), weight)
    for row in sorted((row_of[place] for place in gone), reverse=True):
        model.remove(row)
        del trained.places[row]
    for place in sorted(new):
        given, weight = picked[place]
        folds = _fold_of(trained, texts, place)
        document = texts.turns[place].document
        model.add(texts.readings[place], texts.before[place], wanted(given, at), weight, folds, document)
        trained.places.append(place)
    trained.unproven = found.unproven()
    trained.taught += 1
    trained.version = _version(texts, picked, trained.said)
    before = trained.measured.get(trained.version)
    due = before is None and trained.taught % _MEASURED_EVERY == 0
    model.settle(whole=due)
    if due:
        measure(trained, texts)
    elif before is not None:
        _bring_back(trained, before)
    for code, standing in trained.standings.items():
        if standing.examples != counts[code]:
            trained.standings[code] = replace(standing, examples=counts[code])
    _remember(trained)
    return True


def _remember(trained: Trained) -> None:
    """Keep what was measured for the examples that are learned now."""
    model, known = trained.model, trained.measured
    known.pop(trained.version, None)
    standings = dict(trained.standings)
    known[trained.version] = Measured(standings, trained.gate, trained.worth_by, model.stretch, model.shift)
    if len(known) > _REMEMBERED:
        del known[next(iter(known))]


def _bring_back(trained: Trained, before: Measured) -> None:
    trained.standings, trained.gate, trained.worth_by = dict(before.standings), before.gate, before.worth_by
    trained.model.rescale(before.stretch, before.shift)


def _fold_of(trained: Trained, texts: TurnTexts, place: int) -> Ints:
    """Return the folds of a new example: those of its document, where that has one already."""
    document, folds = texts.turns[place].document, trained.model.folds
    for row, other in enumerate(trained.places):
        if other >= 0 and texts.turns[other].document == document:
            return np.array(folds[row])
    return np.full(folds.shape[1], document % FOLDS if trained.model.parts > 1 else -1, np.int64)


def measure(trained: Trained, texts: TurnTexts) -> None:
    """Make scores the log-odds of being right, and set thresholds and gate, by whole documents left out.

    Where a code was given in one document alone, parts of that are left out instead. Only what people coded before a
    suggestion was shown counts: what is `unproven` is neither right nor wrong.
    """
    real = [row for row, place in enumerate(trained.places) if place >= 0]
    places = [trained.places[row] for row in real]
    truth = trained.model.targets[real] > 0.5
    counts = _counting(trained, places, truth)
    kept = counts[:, :-1]
    scores = trained.model.left_out()[real]
    stretch, shift = measures.logistic(scores[:, :-1][kept], truth[:, :-1][kept])
    if stretch > 0:  # else scores say nothing, and there is nothing to make of them
        trained.model.calibrate(stretch, shift)
    seen = trained.model.left_out()[real]
    common = measures.best_threshold(seen[:, :-1][kept], truth[:, :-1][kept])
    documents = np.array([texts.turns[place].document for place in places])
    for column, code in enumerate(trained.codes):
        rows = counts[:, column]
        found = _standing(trained.codes, column, seen[rows], truth[rows], documents[rows], common)
        trained.standings[code] = replace(found, examples=int(truth[:, column].sum()))
    rows = counts[:, -1]
    worth = truth[rows, -1]
    if worth.any() and not worth.all():
        readings = [texts.readings[place] for place, row in zip(places, rows, strict=True) if row]
        trained.worth_by = measures.weighing(_worth_columns(seen[rows], readings), worth)
        trained.gate = float(np.quantile(trained.worth(seen[rows], readings)[worth], _GATE))


def _counting(trained: Trained, places: Sequence[int], truth: Truth) -> Truth:
    """Return which cells of turns × columns are measured: not those that only suggestions, or no eyes, put there."""
    counts = np.ones(truth.shape, bool)
    at = {code: column for column, code in enumerate(trained.codes)}
    for row, place in enumerate(places):
        if unproven := trained.unproven.get(place):
            counts[row, [at[code] for code in unproven if code in at]] = False
            counts[row] &= (truth[row] & counts[row])[:-1].any()  # else nobody coded here without seeing a suggestion
    return counts


def _standing(
    codes: Sequence[int], column: int, scores: Floats, truth: Truth, documents: Ints, common: float
) -> CodeMeasures:
    """Return what turns that were left out say of one code; its threshold leans on the `common` one of all codes."""
    own, right = scores[:, column], truth[:, column]
    threshold = measures.leaning(measures.best_threshold(own, right), int(right.sum()), common, _STEADY)
    said = own >= threshold
    precision, recall = measures.precision_recall(said, right)
    others = truth[said & ~right, :-1]
    given = sorted(
        ((codes[n], int(times)) for n, times in enumerate(others.sum(axis=0)) if times), key=lambda one: -one[1]
    )
    return CodeMeasures(
        code=codes[column],
        examples=int(right.sum()),
        threshold=threshold,
        precision=precision,
        recall=recall,
        average_precision=measures.average_precision(own, right),
        documents=len(np.unique(documents[truth[:, -1]])),
        wrong=int(others.any(axis=1).sum()),
        instead=tuple(given),
    )


def _worth_columns(scores: Floats, readings: Sequence[TextFeatures]) -> Floats:
    """Return 2 × turns: the score of being worth coding, and the logarithm of the number of words."""
    return np.stack([scores[:, -1], np.log1p([len(reading.words) for reading in readings])]).astype(np.float32)


def _version(
    texts: TurnTexts, picked: Mapping[int, tuple[frozenset[int], float]], said: list[tuple[int, str, str]]
) -> str:
    """Return a name for the model that is the same for the same examples and sayings."""
    made = hashlib.sha256(f"{_VERSION}/{texts.features.dimensions}".encode())
    for place, (codes, weight) in picked.items():
        turn = texts.turns[place]
        made.update(f"{turn.document}/{turn.start}/{turn.end}/{sorted(codes)}/{weight};".encode())
    made.update(repr(said).encode())
    return f"{_VERSION}-{made.hexdigest()[:12]}"
