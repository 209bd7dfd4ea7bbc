"""How often suggestions are right on labelled texts, beside simple ways, and how fast they are learned and made.

`python tests/bench/bench_suggest.py [--quick] [--slow]`: hit@1 and hit@3 (and macro average precision), means over
seeds; the slow one is spaCy's own classifier.
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from coding.suggest import meaning, measures, pipeline, tuning  # noqa: E402
from coding.suggest.examples import PSEUDO  # noqa: E402
from coding.suggest.features import NOTHING, Features, Floats, Lexicon, TextFeatures  # noqa: E402
from coding.suggest.learning import MOST, LearnedModel  # noqa: E402
from coding.suggest.training import FOLDS  # noqa: E402
from coding.suggest.vector_cache import MEANING, VectorCache  # noqa: E402
from corpus import anchors  # noqa: E402
from tests.bench.labelled import DATA, SETS, Split, alone, banking, emotions, miam, split  # noqa: E402

INTERVIEWS = ROOT.parent / "shared" / "data" / "refi" / "qdpx" / "qc-1.2.0_demo.qdpx"
TRANSCRIPTS = ROOT.parent / "shared" / "data" / "transcripts" / "fr" / "artisans_docx"
REFI = "{urn:QDA-XML:project:1.0}"
SEEDS = (1, 2, 3, 4, 5)
PER_CODE = (5, 10, 20, 50)
Row = tuple[str, str, float, str]


KEPT = VectorCache()  # the vectors of all texts met, as every way and every seed asks for the same


class Reader:
    """Texts read once by spaCy."""

    def __init__(self, *, meanings: bool = True) -> None:
        self.lexicon = Lexicon()
        self.pipelines = {language: pipeline.load(language, kept=KEPT) for language in ("fr", "en")}
        for nlp in self.pipelines.values():
            if not meanings and MEANING in nlp.pipe_names:
                nlp.remove_pipe(MEANING)

    def read(self, language: str, texts: Sequence[str]) -> list[TextFeatures]:
        """Return readings of texts."""
        return [self.lexicon.read(doc) for doc in self.pipelines[language].pipe(texts, batch_size=256)]


def ours(part: Split, *, meanings: bool = True) -> Floats:
    """Score with what suggestions are made of; names of codes are known, as they are in a codebook."""
    reader = Reader(meanings=meanings)
    (readings, asked), *more = [[reader.read(part.language, texts) for texts in field] for field in part.fields()]
    ahead = more[0] if more else [[NOTHING] * len(readings), [NOTHING] * len(asked)]
    features = Features.fit(reader.lexicon, readings, ahead[0] + ahead[1] if more else ())
    written = reader.read(part.language, [name.replace("_", " ") for name in part.names])
    named = [replace(name, edges=(False, False)) for name in written]
    targets = np.vstack([part.given, np.eye(len(part.names), dtype=bool)]).astype(np.float32)
    weights = np.concatenate([np.ones(len(readings)), np.full(len(named), PSEUDO)]).astype(np.float32)
    folds = np.tile(np.append(_dealt(part.given), np.full(len(named), -1))[:, None], (1, targets.shape[1] + 1))
    worth = np.ones((len(targets), 1), np.float32)  # the column that says what is worth coding: here, all of it
    rows = features.rows([*readings, *named], [*ahead[0], *[NOTHING] * len(named)])
    model = tuning.learned(features, range(len(part.names)), rows, np.hstack([targets, worth]), weights, folds)
    return model.scores_of(asked, ahead[1])[:, :-1]


def _dealt(given: np.ndarray) -> np.ndarray:
    """Return in which fold each example stands, those of a code evenly over all."""
    folds = np.zeros(len(given), np.int64)
    for column in given.T:
        folds[column] = np.arange(column.sum()) % FOLDS
    return folds


def by_words(part: Split) -> Floats:
    """Score as suggestions do where the sentence model can't be loaded."""
    return ours(part, meanings=False)


def majority(part: Split) -> Floats:
    """Score every text alike: by how frequent codes are."""
    return np.tile(part.given.mean(axis=0), (len(part.asked), 1)).astype(np.float32)


def _tfidf(part: Split) -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return _beside(part, lambda: TfidfVectorizer(strip_accents="unicode", sublinear_tf=True))


def _beside(part: Split, words: Callable[[], Any]) -> tuple[Any, Any]:
    """Return the words of texts as numbers, and in columns of their own those of what was said before them."""
    from scipy import sparse

    read = [((own := words()).fit_transform(known), own.transform(asked)) for known, asked in part.fields()]
    known, asked = (sparse.hstack(columns).tocsr() for columns in zip(*read, strict=True))
    return known, asked


def naive_bayes(part: Split) -> Floats:
    """Complement naive Bayes on counts of words, one code against the rest of it."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.naive_bayes import ComplementNB

    known, asked = _beside(part, lambda: CountVectorizer(strip_accents="unicode"))
    rows, columns = np.nonzero(part.given)
    fitted = ComplementNB().fit(known[rows], columns)
    return _placed(fitted.predict_log_proba(asked), fitted.classes_, part)


def centroid(part: Split) -> Floats:
    """Cosine with the mean of each code's texts."""
    from sklearn.preprocessing import normalize

    known, asked = _tfidf(part)
    means = normalize(part.given.T.astype(np.float32) @ known)
    return np.asarray((asked @ means.T).todense() if hasattr(means, "todense") else asked @ means.T, np.float32)


def neighbours(part: Split) -> Floats:
    """The 15 nearest texts vote with their cosine."""
    known, asked = _tfidf(part)
    near = (asked @ known.T).toarray()
    floor = -np.sort(-near, axis=1)[:, [min(14, near.shape[1] - 1)]]
    return np.asarray(np.where(near >= floor, near, 0) @ part.given, np.float32)


def logistic(part: Split) -> Floats:
    """TF-IDF of words and logistic regression, one code against the rest."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    known, asked = _tfidf(part)
    fitted = OneVsRestClassifier(LogisticRegression(C=10, solver="liblinear")).fit(known, part.given.astype(int))
    return np.asarray(fitted.predict_proba(asked), np.float32)


def embedded(part: Split) -> Floats:
    """TF-IDF of words beside the vectors of a sentence model, and logistic regression, one code against the rest."""
    found = meaning.source(part.language, KEPT)
    assert found is not None
    nlp = pipeline.load(part.language)
    known, asked = _tfidf(part)
    vectors = [[found.vectors([nlp.make_doc(t) for t in texts]) for texts in field] for field in part.fields()]
    learned = _joint((known, *(own for own, _ in vectors), np.ones((known.shape[0], 1))), part.given)
    parts = asked, *(own for _, own in vectors), np.ones((asked.shape[0], 1))
    return np.asarray(sum(values @ weights for values, weights in zip(parts, learned, strict=True)), np.float32)


def _joint(parts: Sequence[Any], given: np.ndarray) -> list[np.ndarray]:
    """Return what scikit-learn's liblinear finds with C=10, all codes at once in a third of the time or less.

    `parts` are columns beside each other, the last of them ones: liblinear makes the base small too.
    """
    from scipy import optimize

    cuts = np.cumsum([values.shape[1] for values in parts])
    shape = int(cuts[-1]), given.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        scores = sum(values @ held for values, held in zip(parts, np.split(weights, cuts[:-1]), strict=True))
        gap = 1 / (1 + np.exp(-scores)) - given
        slope = weights + 10 * np.vstack([values.T @ gap for values in parts])
        missed = (np.logaddexp(0, scores) - given * scores).sum()
        return float(np.square(weights).sum() / 2 + 10 * missed), slope.ravel()

    found = optimize.minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"gtol": 0.01})
    return np.split(found.x.reshape(shape), cuts[:-1])


def _placed(scores: np.ndarray, classes: np.ndarray, part: Split) -> Floats:
    placed = np.full((len(part.asked), len(part.names)), -1e9, np.float32)
    placed[:, classes] = scores
    return placed


WAYS: Mapping[str, Callable[[Split], Floats]] = {
    "suggestions": ours,
    "without meaning": by_words,
    "TF-IDF + embeddings": embedded,
    "TF-IDF + logistic": logistic,
    "majority": majority,
    "complement naive Bayes": naive_bayes,
    "centroid": centroid,
    "15 nearest": neighbours,
}


def figures(scores: Floats, truth: np.ndarray) -> tuple[float, float, float]:
    """Return hit@1, hit@3 and macro average precision."""
    average = [measures.average_precision(scores[:, at], truth[:, at]) for at in range(truth.shape[1])]
    return measures.hits(scores, truth, 1), measures.hits(scores, truth, 3), float(np.mean(average))


def quality(seeds: Sequence[int] = SEEDS, per_code: Sequence[int] = PER_CODE) -> Iterator[Row]:
    """Yield set and size, way, hit@3, and the other figures."""
    for load in SETS:
        labelled = load()
        for count in per_code:
            parts = [split(labelled, count, seed) for seed in seeds]
            if max(len(part.known) for part in parts) > MOST:
                continue  # suggestions never learn from as many
            for way, scored in WAYS.items():
                found = np.mean([figures(scored(part), part.truth) for part in parts], axis=0)
                note = f"hit@1 {found[0]:.3f}, macro AP {found[2]:.3f}, {len(parts[0].names)} codes"
                yield f"{labelled.name}, {count} a code", way, float(found[1]), note


def spacy_categorizer(part: Split) -> Floats:
    """spaCy's own textcat_multilabel on bags of words, 20 rounds with its defaults."""
    import spacy
    from spacy.training import Example
    from thinc.util import fix_random_seed

    nlp = spacy.blank(part.language)
    category: Any = nlp.add_pipe("textcat_multilabel")
    fix_random_seed(1)
    shown = [
        Example.from_dict(nlp.make_doc(text), {"cats": dict(zip(part.names, map(float, given), strict=True))})
        for text, given in zip(part.known, part.given, strict=True)
    ]
    nlp.initialize(lambda: shown)
    order = random.Random(1)
    for _ in range(20):
        order.shuffle(shown)
        for at in range(0, len(shown), 16):
            nlp.update(shown[at : at + 16])
    labels = category.labels
    found = np.array([[doc.cats[label] for label in labels] for doc in nlp.pipe(part.asked)], np.float32)
    return found[:, [labels.index(name) for name in part.names]]


def slow_quality(per_code: int = 10, seeds: Sequence[int] = (1,)) -> Iterator[Row]:
    """Yield what spaCy's own classifier gets, which takes minutes, and suggestions on the same texts."""
    for load in (alone, banking, emotions):  # the 150 codes of clinc150 would take a quarter of an hour
        parts = [split(load(), per_code, seed) for seed in seeds]
        for way, scored in (("suggestions", ours), ("spaCy textcat_multilabel", spacy_categorizer)):
            begun = time.process_time()
            found = np.mean([figures(scored(part), part.truth) for part in parts], axis=0)
            note = f"hit@1 {found[0]:.3f}, macro AP {found[2]:.3f}, {time.process_time() - begun:.0f} s"
            yield f"{load().name}, {per_code} a code", way, float(found[1]), note


def interviews(seeds: Sequence[int] = SEEDS) -> Iterator[Row]:
    """Yield figures on coded interviews, each left out in turn: three of another program's, and the sample study's."""
    from coding import sample
    from corpus.store.project import Project

    with tempfile.TemporaryDirectory() as made:
        with Project.create(Path(made) / "bench.verbatim", language="en", coder="bench") as project:
            _fill(project, Path(made))
            yield from _left_out("3 interviews (en)", project, None, seeds)
        with sample.build(Path(made) / "sample.verbatim") as project:
            yield from _left_out("sample study (fr)", project, None, seeds)
            yield from _left_out("sample study (fr), framework", project, "meco-2019", seeds)


def _left_out(name: str, project: Any, framework: str | None, seeds: Sequence[int]) -> Iterator[Row]:
    """Yield figures with and without the sentence model, and those of simple ways."""
    from coding.suggest import evaluate

    found = [evaluate.evaluate(project, framework=framework, seed=seed) for seed in seeds]
    given, meaning.source = meaning.source, lambda *_: None
    try:
        bare = [evaluate.evaluate(project, framework=framework, seed=seed) for seed in seeds]
    finally:
        meaning.source = given
    name = f"{name}, {found[0].codes} codes on {found[0].passages} turns"
    ways = {"suggestions": [one.figures for one in found], "without meaning": [one.figures for one in bare]}
    ways |= {way: [one.baselines[way] for one in found] for way in evaluate.BASELINES}
    for way, each in ways.items():
        hit_at_1, hit_at_3, ap = np.mean([(one.hit_at_1, one.hit_at_3, one.macro_ap) for one in each], axis=0)
        yield name, way, float(hit_at_3), f"hit@1 {hit_at_1:.3f}, macro AP {ap:.3f}, documents left out"
    yield name, "worth coding (AUC)", float(np.mean([one.codable_auc or 0.0 for one in found])), ""


def _fill(project: Any, folder: Path) -> None:
    """Fill a project with the interviews, codes and codings of another program's."""
    from coding import codebook, codings
    from corpus import documents, importing

    with zipfile.ZipFile(INTERVIEWS) as packed:
        packed.extractall(folder)
        tree = ElementTree.fromstring(packed.read("project.qde"))
    importing.import_files(project, [folder / "sources"], language="en")
    keys: dict[str, int] = {}
    for parent in tree.iter():  # a tree of codes, parents first
        for code in parent.findall(f"{REFI}Code"):
            under = keys.get(parent.get("guid", ""))
            keys[code.attrib["guid"]] = codebook.add(project, code.attrib["name"].replace("_", " "), parent=under)
    wanted = set()
    for source in tree.iter(f"{REFI}TextSource"):
        document = documents.find(project, Path(source.attrib["plainTextPath"].rpartition("/")[2]).stem).key
        for part in source.iter(f"{REFI}PlainTextSelection"):
            span = int(part.attrib["startPosition"]), int(part.attrib["endPosition"])
            wanted |= {(document, span, keys[to.attrib["targetGUID"]]) for to in part.iter(f"{REFI}CodeRef")}
    codings.apply_many(project, [(code, anchors.words(document, *span)) for document, span, code in sorted(wanted)])


def speed(examples: int = 2000, codes: int = 40) -> Iterator[Row]:
    """Yield how long the steps take with so many examples, in seconds of this process."""
    chance = random.Random(1)
    french = [" ".join(chance.choices(miam().texts, k=3)) for _ in range(3000)]
    reader = Reader()
    begun = time.process_time()
    read = reader.read("fr", french)
    yield f"read {len(read)} turns", "s", time.process_time() - begun, f"{sum(len(r.words) for r in read)} words"
    part = split(banking(), examples // codes + 2, 1)
    rows = np.flatnonzero(part.given[:, :codes].any(axis=1))
    real = part.given[rows, :codes].astype(np.float32)
    by_lot = np.eye(codes, dtype=np.float32)[[chance.randrange(codes) for _ in rows]]
    english = Reader()
    said = english.read("en", [part.known[row] for row in rows])
    for name, lexicon, readings, targets in (
        ("", english.lexicon, said, real),
        (", codes by lot", reader.lexicon, read, by_lot),
    ):
        begun = time.process_time()
        features = Features.fit(lexicon, readings[:examples])
        folds = np.tile(np.arange(examples)[:, None] % FOLDS, (1, codes))
        ones = np.ones(examples, np.float32)
        model = LearnedModel(
            features, range(codes), features.rows(readings[:examples]), targets[:examples], ones, folds
        )
        model.tables()
        yield f"learn {examples} × {codes}{name}", "s", time.process_time() - begun, f"and {FOLDS} leave-outs"
        begun = time.process_time()
        model.scores_of((readings * 2)[examples : examples + 1000])
        yield f"score a turn{name}", "ms", time.process_time() - begun, "of 1000"
        taken = []
        for at in range(examples, examples + 9):
            begun = time.process_time()
            model.add(readings[at], NOTHING, targets[at], 1.0, folds[0])
            model.settle()
            taken.append(time.process_time() - begun)
        yield f"one more example{name}", "ms", 1000 * statistics.median(taken), ""
    yield "peak memory", "MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ""


def study(codes: int = 24, coded: int = 600) -> Iterator[Row]:
    """Yield how long real interviews take, coded by the words they share: read and suggested anew, and measured."""
    from coding import codebook, codings
    from coding.suggest import evaluate
    from coding.suggest.suggester import Suggester
    from corpus import documents, importing
    from corpus.store.project import Project

    with (
        tempfile.TemporaryDirectory() as made,
        Project.create(Path(made) / "bench.verbatim", language="fr", coder="bench") as project,
    ):
        importing.import_files(project, [TRANSCRIPTS], language="fr")
        turns = [turn for turn in documents.passages(project) if turn.words > 12]
        words = [
            set(re.findall(r"\w{6,}", documents.text(project, t.document)[t.start : t.end].lower())) for t in turns
        ]
        common = Counter(word for said in words for word in said).most_common(codes + 30)[30:]
        keys = {word: codebook.add(project, word) for word, _ in common}
        wanted = [
            (keys[word], anchors.words(turn.document, turn.start, turn.end))
            for turn, said in zip(turns, words, strict=True)
            for word in sorted(said & keys.keys())[:2]
        ]
        codings.apply_many(project, random.Random(1).sample(wanted, min(coded, len(wanted))))
        name = f"{len(documents.listed(project))} interviews"
        for what in ("first", "again"):
            begun = time.process_time()
            suggester = Suggester.train(project)
            found = suggester.suggest()
            taken = time.process_time() - begun
            yield f"{name} suggested, {what}", "s", taken, f"{coded} codings, {len(found)} turns with suggestions"
        begun = time.process_time()
        Suggester.train(project, texts=suggester.texts).suggest()
        yield f"{name} suggested, texts read", "s", time.process_time() - begun, ""
        yield f"{name}, after a decision", "ms", 1000 * statistics.median(_taught(project, suggester)), "of 9 accepted"
        begun = time.process_time()
        quality = evaluate.evaluate(project, texts=suggester.texts)
        yield f"{name} measured", "s", time.process_time() - begun, f"{quality.documents} left out in turn"
    yield "peak memory", "MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ""


def _taught(project: Any, suggester: Any) -> Iterator[float]:
    """Yield the seconds after which each of some accepted suggestions is learned."""
    from coding.suggest import suggestions

    heard: list[Any] = []
    project.subscribe(heard.append)
    for passage in [one for one in suggester.suggest() if one.suggestions][:9]:
        heard.clear()
        suggestions.accept(project, passage.suggestions[0])
        begun = time.process_time()
        for changes in heard:
            suggester = suggester.update(changes)
        yield time.process_time() - begun


def run(quick: bool = False, slow: bool = False) -> Iterator[Row]:
    """Give rows of name, unit or way, figure and note."""
    warnings.simplefilter("ignore")
    if TRANSCRIPTS.is_dir():
        yield from study()
    if DATA.is_dir():
        yield from speed()
    if INTERVIEWS.is_file():
        yield from interviews()
    if DATA.is_dir():
        yield from quality((1,), (10,)) if quick else quality()
        if slow:
            yield from slow_quality()


if __name__ == "__main__":
    for row in run("--quick" in sys.argv, "--slow" in sys.argv):
        print(f"{row[0]:42} {row[1]:24} {row[2]:8.3f}  {row[3]}", flush=True)
