"""Numbers into scores: logistic regression on what words, letters and the words before bring, with its leave-outs.

The model is linear in all that texts are alike by (`likeness`), so that a score is exactly a base plus what each word
and the meaning bring. Examples of rare codes count more. Beside the codes learned from everything stand as many
leave-outs as there are folds: what an example gets from them is what it would get had its fold not been learned from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from threadpoolctl import ThreadpoolController

from coding.suggest.features import (
    NOTHING,
    FeatureRows,
    Features,
    Floats,
    Ints,
    Scales,
    TextFeatures,
    at_edges,
    pair_places,
)
from coding.suggest.likeness import (
    ASKED,
    BEFORE,
    CONSTANT,
    DOCUMENT,
    LETTERS,
    MEANING,
    WORDS,
    Likeness,
    one_hot,
)
from coding.suggest.logistic import Solution, Times, chances, log_odds, solve
from corpus.progress import Progress, silent

# Found on sets of several kinds, see docs/suggestions.md.
PENALTY = 0.03
# Above this many examples learning takes minutes; see `examples.chosen`.
MOST = 12_000
_BLOCK = 256
# An example that is to be moved by no more leaves the leave-outs as they are.
_LITTLE = 0.02
_TABLES_KEPT = 64
# Numbers worked on at a time.
_CELLS = 4_000_000


@cache
def _threads() -> ThreadpoolController:
    """Return what says how many threads NumPy may take; finding its libraries takes some milliseconds."""
    return ThreadpoolController()


@dataclass(slots=True)
class WeightTables:
    """What each word, as a whole, by its letters and said before, each pair and each dimension brings to each code.

    Those of `meaning` are of the text, those of `asked` of what was said before.
    `inside` is what being of a document brings, by the order of `documents`, their keys.
    """

    words: Floats
    letters: Floats
    pairs: Floats
    before: Floats
    meaning: Floats
    asked: Floats
    inside: Floats
    documents: Ints


@dataclass(slots=True)
class Shares:
    """What made a score, beside its base: each word of the text and before it, what both mean, and its document.

    `ends` is how the text begins and ends.
    """

    words: NDArray[np.float64]
    before: NDArray[np.float64]
    meaning: float
    document: float
    ends: float

    @property
    def total(self) -> float:
        """The score without its base."""
        return float(self.words.sum()) + float(self.before.sum()) + self.meaning + self.document + self.ends


def _telling(times: Times, progress: Progress, done: int, total: int) -> Times:
    """Return what multiplies and says so each time, so that it can be stopped in the middle or let others go first."""

    def told(values: Floats) -> Floats:
        progress(done, total, "Learning")
        return times(values)

    return told


class LearnedModel:
    """A learned set of codes: scores texts, and says what each word brought.

    `targets` are examples × columns, `weights` how much each example counts, `folds` (of the targets' shape) in which
    fold each stands, -1 for in none; part 0 is learned from all, part f + 1 from all but fold f. Every score is what
    was learned times `stretch` plus `shift`, which make it the log-odds of being right; see `calibrate`.
    """

    def __init__(
        self,
        features: Features,
        codes: Sequence[int],
        rows: FeatureRows,
        targets: Floats,
        weights: Floats,
        folds: Ints | None = None,
        solution: Solution | None = None,
        near: Floats | None = None,
        meaning: float = MEANING,
        penalty: float = PENALTY,
        progress: Progress = silent,
    ) -> None:
        """Learn, from `near` coefficients if they are given, unless the `solution` is known.

        `meaning` is its share in how alike texts are, and `penalty` how much less is made of few examples.
        """
        self.features = features
        self.codes = tuple(codes)
        self.rows = rows
        self.targets = targets
        self.weights = weights
        self.meaning = meaning
        self.penalty = penalty
        self.folds = np.full(targets.shape, -1, np.int64) if folds is None else folds
        self.parts = int(self.folds.max(initial=-1)) + 2
        self.stretch, self.shift = 1.0, 0.0
        self._tables: WeightTables | None = None
        self._left_out_tables: dict[tuple[int, int], WeightTables] = {}
        # What `settle` is to learn: rows added or relabelled, and columns in which one that is gone had a say.
        self._changed: set[int] = set()
        self._moved = np.zeros(targets.shape[1], bool)
        # Written down for learning from the start alone: what is taught later takes few steps.
        self._likeness = None if solution else Likeness(features, rows, meaning, written=True)
        self.solution = solution or self._learn(slice(None), self._from(near), progress)

    def _from(self, near: Floats | None) -> Solution | None:
        """Return a solution to begin from, or None where these are not coefficients of these examples."""
        counts = self._counts()
        if near is None or near.shape != counts.shape:
            return None
        start = log_odds(np.tile(self.targets, self.parts), counts)
        near = np.where(counts > 0, near, np.float32(0))
        return Solution(near, self._alike().times(near) + start, start)

    def _learn(self, columns: slice | Ints, known: Solution | None = None, progress: Progress = silent) -> Solution:
        """Solve some columns of all parts side by side: column c of part p is p × columns + c."""
        alike = self._alike()
        targets, counts = np.tile(self.targets, self.parts)[:, columns], self._counts()[:, columns]
        if known is not None:
            start = log_odds(targets, counts)
            known = Solution(known.coefficients, known.scores + (start - known.start), start)
        return self._by_width(alike, targets, counts, known, progress)

    def _alike(self) -> Likeness:
        """Return the likeness of the examples, made anew when they or the words known have changed."""
        words = len(self.features.lexicon.words)
        if self._likeness is None or self._likeness.size != (len(self.rows), words):
            self._likeness = Likeness(self.features, self.rows, self.meaning)
        return self._likeness

    def lean(self, meaning: float, penalty: float, progress: Progress = silent) -> None:
        """Learn with another share of what texts mean, or another penalty."""
        self.meaning, self.penalty, self._likeness = meaning, penalty, self._alike().leaning(meaning)
        self._forget()
        self.solution = self._learn(slice(None), self._from(self.solution.coefficients), progress)

    def _by_width(
        self, alike: Likeness, targets: Floats, counts: Floats, known: Solution | None, progress: Progress
    ) -> Solution:
        """Solve so many columns at a time that memory does not run out."""
        width = max(1, _CELLS // max(1, len(targets)))
        total = targets.shape[1]
        with _threads().limit(limits=1, user_api="blas"):  # more of them wait for each other half of the time
            solved = [
                solve(
                    _telling(alike.times, progress, at.start, total),
                    targets[:, at],
                    counts[:, at],
                    self.penalty,
                    known and known.part(at),
                )
                for at in (slice(left, left + width) for left in range(0, total, width))
            ]
        return Solution(*(np.concatenate([getattr(one, name) for one in solved], axis=-1) for name in Solution.NAMES))

    def _counts(self) -> Floats:
        """Return how much each example counts in each column of each part: nought where its fold is left out."""
        parts = [self.folds != part - 1 if part else np.ones(self.folds.shape, bool) for part in range(self.parts)]
        return np.hstack([self._evened(np.asarray(part * self.weights[:, None], np.float32)) for part in parts])

    def _evened(self, counts: Floats) -> Floats:
        """Return counts in which what carries a rare code counts more: by the root of how rare it is among codes.

        The column after the codes, of what is worth coding, stays as it is.
        """
        codes, yes = slice(len(self.codes)), self.targets > 0
        carried = np.maximum((counts * yes).sum(axis=0)[codes], 1)
        more = np.ones(counts.shape[1], np.float32)
        more[codes] = np.sqrt(carried.mean() / carried) if len(carried) else 1
        return np.where(yes, counts * more, counts)

    def _columns(self, part: int) -> slice:
        width = self.targets.shape[1]
        return slice(part * width, (part + 1) * width)

    def base(self, part: int = 0) -> Floats:
        """Return the score of a text that nothing is known of, by column."""
        at = self._columns(part)
        held = np.float32(CONSTANT) * self.solution.coefficients[:, at].sum(axis=0)
        return np.asarray(self.shift + self.stretch * (self.solution.start[at] + held), np.float32)

    def left_out(self) -> Floats:
        """Return examples × columns: the score each example would get had its fold not been learned from."""
        columns = np.arange(self.targets.shape[1])
        rows = np.arange(len(self.rows))[:, None]
        learned = self.solution.scores[rows, (self.folds + 1) * len(columns) + columns]
        return np.asarray(self.shift + self.stretch * learned, np.float32)

    def calibrate(self, stretch: float, shift: float) -> None:
        """Stretch and shift all scores by so much more; a stretch above nought leaves their order as it is."""
        self.rescale(self.stretch * stretch, self.shift * stretch + shift)

    def rescale(self, stretch: float, shift: float) -> None:
        """Make every score what was learned times `stretch` plus `shift`, whatever they were before."""
        self.stretch, self.shift = stretch, shift
        self._forget()

    def _forget(self) -> None:
        """Let go of what words brought before scores changed."""
        self._tables = None
        self._left_out_tables.clear()

    def tables(self) -> WeightTables:
        """Return what each word brings to each column, worked out after the last change of the examples."""
        if self._tables is None or len(self._tables.words) < len(self.features.lexicon.words):
            self._tables = self._tables_of(self.solution.coefficients[:, self._columns(0)])
        return self._tables

    def _tables_of(self, coefficients: Floats) -> WeightTables:
        """Return what each word brings under these coefficients, examples × columns."""
        features, rows, coefficients = self.features, self.rows, np.float32(self.stretch) * coefficients
        letters, idf = features.whole()
        square = np.square(idf)[:, None]
        whole = coefficients * rows.word_scale[:, None]
        inner = features.wide(rows.words).T @ (coefficients * rows.letter_scale[:, None])
        ahead = features.wide(rows.before).T @ (coefficients * rows.before_scale[:, None])
        documents = np.unique(rows.document[rows.document >= 0])
        return WeightTables(
            np.asarray(features.wide(rows.words).T @ whole) * (np.float32(WORDS) * square),
            np.float32(LETTERS) * np.asarray(letters @ (letters.T @ inner)),
            np.asarray(rows.pairs.T @ whole) * (np.float32(WORDS) * np.square(features.pair_idf)[:, None]),
            np.asarray(ahead) * (np.float32(BEFORE) * square),
            np.float32(self.meaning) * (rows.meaning.T @ coefficients),
            np.float32(self.meaning * ASKED) * (rows.asked.T @ coefficients),
            np.float32(DOCUMENT) * np.asarray(one_hot(rows.document, documents).T @ coefficients),
            documents,
        )

    def scores(self, rows: FeatureRows) -> Floats:
        """Return rows × columns."""
        tables = self.tables()
        width = rows.words.shape[1]
        scores = rows.word_scale[:, None] * (rows.words @ tables.words[:width] + rows.pairs @ tables.pairs)
        scores += rows.letter_scale[:, None] * (rows.words @ tables.letters[:width])
        scores += rows.before_scale[:, None] * (rows.before @ tables.before[: rows.before.shape[1]])
        scores += one_hot(rows.document, tables.documents) @ tables.inside
        scores += rows.meaning @ tables.meaning + rows.asked @ tables.asked
        return np.asarray(scores + self.base(), np.float32)

    def scores_of(self, readings: Sequence[TextFeatures], before: Sequence[TextFeatures] | None = None) -> Floats:
        """Return texts × columns."""
        return self.scores(self.features.rows(readings, before))

    def shares(
        self,
        reading: TextFeatures,
        column: int,
        *,
        before: TextFeatures = NOTHING,
        document: int = -1,
        part: int = 0,
        scales: Scales | None = None,
    ) -> Shares:
        """Return what each word of a text, and before it, adds to its score in one column of a part.

        With `base` they are all of the score. `scales` are worked out where they are not given.
        """
        tables, column = (self._of_left_out(part, column), 0) if part else (self.tables(), column)
        scales = scales or self.features.rows([reading], [before]).scales(0)
        each = scales.words * tables.words[:, column] + scales.letters * tables.letters[:, column]
        words, ends = self._of_pairs(reading, scales.words * tables.pairs[:, column])
        words += _spread(reading.words, each)
        ahead = _spread(before.words, scales.before * tables.before[:, column])
        own, asked = self.features.meanings([reading, before])
        meaning = float(own @ tables.meaning[:, column] + asked @ tables.asked[:, column])
        inside = tables.inside[tables.documents == document, column].sum()
        return Shares(words, ahead, meaning, float(inside), ends)

    def _of_left_out(self, part: int, column: int) -> WeightTables:
        """Return what each word brings to one column of a leave-out; the last ones asked for are kept."""
        known = self._left_out_tables
        found = known.pop((part, column), None)
        if found is None or len(found.words) < len(self.features.lexicon.words):
            at = self._columns(part).start + column
            found = self._tables_of(self.solution.coefficients[:, at : at + 1])
        known[part, column] = found
        if len(known) > _TABLES_KEPT:
            del known[next(iter(known))]
        return found

    def _of_pairs(self, reading: TextFeatures, bring: Floats) -> tuple[NDArray[np.float64], float]:
        """Return what the pairs and cues of a text bring, shared by their words, and what its edges do."""
        shares = np.zeros(len(reading.words), np.float64)
        pairs, first, end = pair_places(reading)
        known_pairs = self.features.pairs
        if not len(known_pairs):
            return shares, 0.0
        at = np.minimum(np.searchsorted(known_pairs, pairs), len(known_pairs) - 1)
        known = known_pairs[at] == pairs
        at, first, end = at[known], first[known], end[known]
        each, edge = _spread(at, bring), at_edges(known_pairs[at])
        ends, each = float(each[edge].sum()), np.where(edge, 0, each) / (end - first)
        for step in range(int((end - first).max(initial=0))):
            inside = first + step < end
            np.add.at(shares, first[inside] + step, each[inside])
        return shares, ends

    def add(
        self,
        reading: TextFeatures,
        before: TextFeatures,
        targets: Floats,
        weight: float,
        folds: Ints,
        document: int = -1,
    ) -> None:
        """Take in one more text; `settle` learns it."""
        row = self.features.rows([reading], [before], [document])
        beside = self._alike().beside(self.features, row)
        solution = self.solution
        solution.scores = np.vstack([solution.scores, beside @ solution.coefficients + solution.start])
        solution.coefficients = np.vstack([solution.coefficients, np.zeros(solution.start.shape, np.float32)])
        self._changed.add(len(self.rows))
        self.rows = stacked(self.rows, row)
        self.targets = np.vstack([self.targets, targets])
        self.weights = np.append(self.weights, np.float32(weight))
        self.folds = np.vstack([self.folds, folds])

    def remove(self, which: int) -> None:
        """Leave one example out; `settle` unlearns it."""
        solution, kept = self.solution, np.delete(np.arange(len(self.rows)), which)
        beside = self._alike().beside(self.features, self.rows.take([which]))
        self._likeness = None
        self._moved |= np.abs(self.penalty * solution.coefficients[which, self._columns(0)]) > _LITTLE
        self._changed = {row - (row > which) for row in self._changed if row != which}
        scores = solution.scores - np.outer(beside, solution.coefficients[which])
        solution.coefficients, solution.scores = solution.coefficients[kept], np.asarray(scores[kept], np.float32)
        self.rows = self.rows.take(kept)
        self.targets, self.weights, self.folds = self.targets[kept], self.weights[kept], self.folds[kept]

    def relabel(self, which: int, targets: Floats, weight: float) -> None:
        """Give an example other codes, or let it count otherwise; `settle` learns it."""
        if not (np.array_equal(self.targets[which], targets) and self.weights[which] == np.float32(weight)):
            self.targets[which], self.weights[which] = targets, weight
            self._changed.add(which)

    def settle(self, *, whole: bool = False) -> None:
        """Learn what was added, removed and relabelled, from where it stands.

        The leave-outs are learned in the columns in which that says something new, or in all of them when `whole`.
        """
        self._forget()
        width, moved = self.targets.shape[1], self._moved | self._surprised(sorted(self._changed))
        later = np.flatnonzero(np.tile(moved | whole, self.parts - 1)) + width
        columns, solution = np.concatenate([np.arange(width), later]), self.solution
        learned = self._learn(columns, solution.part(columns))
        solution.coefficients[:, columns], solution.scores[:, columns] = learned.coefficients, learned.scores
        solution.start[columns] = learned.start
        self._changed.clear()
        self._moved[:] = False

    def _surprised(self, rows: list[int]) -> NDArray[np.bool_]:
        """Say of each column whether one of these examples says there what was not expected of it."""
        at = self._columns(0)
        gap = self.targets[rows] - chances(self.solution.scores[rows, at])
        pull = self.weights[rows, None] * gap - self.penalty * self.solution.coefficients[rows, at]
        return np.asarray((np.abs(pull) > _LITTLE).any(axis=0))


def _spread(ids: Ints, bring: Floats) -> NDArray[np.float64]:
    """Return what each of these adds, where one that is there c times brings 1 + log(c) times its own."""
    _, back, counts = np.unique(ids, return_inverse=True, return_counts=True)
    return np.asarray(bring[ids] * ((1 + np.log(counts)) / counts)[back], np.float64)


def stacked(rows: FeatureRows, more: FeatureRows) -> FeatureRows:
    """Return rows with `more` under them."""
    width = max(rows.words.shape[1], more.words.shape[1])
    for one in (rows, more):
        for name in ("words", "before"):
            if getattr(one, name).shape[1] < width:
                wide = getattr(one, name).copy()
                wide.resize(wide.shape[0], width)
                setattr(one, name, wide)
    return FeatureRows(
        *(sparse.vstack([getattr(rows, name), getattr(more, name)]).tocsr() for name in ("words", "pairs", "before")),
        *(
            np.concatenate([getattr(rows, name), getattr(more, name)])
            for name in ("word_scale", "letter_scale", "before_scale", "meaning", "asked", "document")
        ),
    )


def likeness(features: Features, rows: FeatureRows, others: FeatureRows) -> Floats:
    """Return rows × others: the cosine by words plus those by letters and, where there is one, by meaning.

    How texts begin and end says how they are coded, and not what they are about.
    """
    by_word = features.said_block(others) @ features.said_block(rows).T
    # Letters are compared through words: each text has some dozens of them, and thousands of n-grams.
    letters, _ = features.whole()
    ours = features.letter_block(rows)
    theirs = features.wide(others.words)
    by_letter = np.empty((len(others), len(rows)), np.float32)
    for at in range(0, len(rows), _BLOCK):
        block = letters @ ours[at : at + _BLOCK].T.toarray()
        by_letter[:, at : at + _BLOCK] = theirs @ block
    near = by_word.toarray() + by_letter * others.letter_scale[:, None]
    near += np.float32(MEANING / WORDS) * (others.meaning @ rows.meaning.T)
    return np.asarray(near.T, np.float32)
