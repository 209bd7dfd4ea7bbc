"""Likeness of meaning: passages that say something like given words, whatever words they say it in.

Vectors of sentences (`coding/suggest/meaning.py`) all lean one way, that of the study's subject: what is common to all
of its passages is taken off them and off what is asked, and off each likeness what passages have on average. What is
left is about nought for any two passages and one for the same words. It is a likeness of subjects, and no proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np

from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from coding.search.meaning_query import Floats, Ints, Liked, LikenessQuery, Mask, Place, in_common, words
from coding.search.searches import Search
from coding.suggest import meaning
from coding.suggest.meaning import LANGUAGES, SentenceVectors, Torn, one_long
from coding.suggest.reasons import tells
from coding.suggest.turns import parts
from coding.suggest.vector_cache import VectorCache
from corpus import private
from corpus.anchors import Anchor
from corpus.errors import NothingThere, UnknownCode
from corpus.progress import Progress, silent

SAME = 0.2
"""Pairs of codes that are less alike are not offered."""
ENOUGH = 3
"""Codings without which nothing is said of how a code is used."""
_SPEAKING = 2  # words that tell something: what has fewer is like anything
_PIECE_WORDS = 25  # of sentences taken together: in a whole turn what one of them says is lost
_FEW = 10  # a study of so many passages has half of what they have in common taken off
_FEW_PAIRS = 3  # the same of pairs of codes: two codes alone are as alike as any two
_AT_ONCE = 256


@dataclass(frozen=True)
class Meanings:
    """The meanings of a study's passages, long ones in parts: `passage` is the number of each part's.

    `spans` is where each begins and ends. `vectors` are centred by `common` and of length one. `unknown` are documents
    in languages the model never saw.
    """

    passage: Ints
    spans: Ints
    vectors: Floats
    common: Floats
    unknown: tuple[int, ...]
    kept: VectorCache
    model: SentenceVectors

    def of(self, texts: Sequence[str]) -> Floats:
        """Return the centred vectors of texts, of length one; raises `NothingThere` without a model."""
        return one_long(one_long(_worked(self.model, self.kept, texts)) - self.common)


def said(text: str) -> LikenessQuery:
    """Ask for what says something like a sentence."""
    if not any(map(tells, words(text))):
        raise NothingThere("Say it in a sentence, or in words that say something by themselves.")
    return LikenessQuery((text,))


def sought(moment: Moment, search: Search, progress: Progress = silent) -> tuple[Liked, Mask | None]:
    """Return how alike is what a search by meaning asks for, and which passages alone it may be, see `listing`."""
    if search.about is None:
        return of_line(moment, search.query, progress), None
    of, code = search.about
    if code not in moment.codes:
        raise UnknownCode("A code of this search is no longer in the project.")
    if of == "unlike":
        return unlike(moment, code, search.ways, progress), None
    liked = alike(moment, of_code(moment, code, search.ways), progress)
    return liked, missed(moment, code, search.ways) if of == "missed" else None


def of_line(moment: Moment, query: str, progress: Progress = silent) -> Liked:
    """Return how alike passages are to what is typed in a line; none is while it says nothing yet."""
    if any(map(tells, words(query))):
        return alike(moment, said(query), progress)
    count = len(moment.passages)
    return Liked(LikenessQuery(()), np.full(count, -np.inf, np.float32), np.zeros((count, 2), np.int64))


def at(moment: Moment, place: Anchor | Place) -> LikenessQuery:
    """Ask for what says something like the words of a place."""
    document, start, end = place if isinstance(place, tuple) else (place.document, place.start or 0, place.end or 0)
    return LikenessQuery(said(moment.text(document)[start:end]).texts, ((document, start, end),))


def of_code(moment: Moment, code: int, ways: Ways = "both") -> LikenessQuery:
    """Ask for what is like all that illustrates a code; where nothing does, like what is written of it."""
    places = tuple(sorted({(one.document, one.start, one.end) for one in _evidence(moment, code, ways)}))
    if not places:
        return defined(moment, code)
    return LikenessQuery(tuple(moment.text(document)[start:end] for document, start, end in places), places)


def defined(moment: Moment, code: int) -> LikenessQuery:
    """Ask for what is like the name and the definition of a code."""
    info = moment.codes[code]
    return said(". ".join(filter(None, (info.name, info.definition.strip()))))


def alike(moment: Moment, asked: LikenessQuery, progress: Progress = silent) -> Liked:
    """Return how alike a study's passages are to what is asked; a long one as its part most alike is."""
    known = meanings(moment, progress)
    like = known.vectors @ one_long(known.of(asked.texts).sum(axis=0, keepdims=True))[0]
    like = like - like.mean() if len(like) else like
    scores, spans = np.full(len(moment.passages), -np.inf, np.float32), np.zeros((len(moment.passages), 2), np.int64)
    rising = np.argsort(like, kind="stable")  # of a passage the last part stays, which is the most alike
    scores[known.passage[rising]], spans[known.passage[rising]] = like[rising], known.spans[rising]
    for document, start, end in asked.places if len(asked.texts) == 1 else ():
        scores[list(moment.voices.touched(document, start, end))] = -np.inf
    return Liked(asked, scores, spans, known.unknown)


def missed(moment: Moment, code: int | None = None, ways: Ways = "both") -> Mask:
    """Return which passages are not coded with a code, directly or by a link; without one, with none at all."""
    net, spans = moment.net, moment.item_passages
    numbers = range(len(net.first)) if code is None else net.spans(code, ways).tolist()
    found = np.ones(len(moment.passages), bool)
    for low, high in (spans[number] for number in numbers):
        found[low:high] = False
    return found


def least_like(
    moment: Moment, code: int, ways: Ways = "both", progress: Progress = silent
) -> list[tuple[EvidenceItem, float]]:
    """Return the verbatims of a code, the one least like all the others first, with how alike it is to them."""
    found = _evidence(moment, code, ways)
    if len(found) < ENOUGH:
        raise NothingThere(
            "{code} has too few verbatims to say which is unlike the others: {count} of {least}.",
            code=moment.codes[code].label,
            count=len(found),
            least=ENOUGH,
        )
    known = meanings(moment, progress)
    vectors = known.of([moment.text(one.document)[one.start : one.end] for one in found])
    known.kept.keep()
    rest = one_long(vectors.sum(axis=0) - vectors)
    like = (vectors * rest).sum(axis=1)
    return [(found[n], float(like[n])) for n in np.argsort(like, kind="stable")]


def unlike(moment: Moment, code: int, ways: Ways = "both", progress: Progress = silent) -> Liked:
    """Return how alike each verbatim of a code is to all its others, see `least_like`; by coded span."""
    scores = np.full(len(moment.net.first), -np.inf, np.float32)
    for one, like in least_like(moment, code, ways, progress):
        scores[moment.span_numbers[one.codings[0]]] = like
    return Liked(LikenessQuery(()), scores, np.zeros((len(scores), 2), np.int64))


@dataclass(frozen=True, slots=True)
class SameUse:
    """Two codes given to like words: how alike, in how many verbatims each, `both` on the same words, words shared."""

    codes: tuple[int, int]
    likeness: float
    verbatims: tuple[int, int]
    both: int
    shared: tuple[str, ...]


def same_use(moment: Moment, codes: Iterable[int], progress: Progress = silent) -> list[SameUse]:
    """Return the pairs of codes of one book that are given to words alike, most alike first; none under the other.

    What is given to fewer than three verbatims is left out. Alike is less what pairs of codes are on average.
    """
    used = {code: found for code in codes if len(found := _evidence(moment, code, "direct")) >= ENOUGH}
    if len(used) < 2:
        return []
    known, texts = meanings(moment, progress), dict[int, list[str]]()
    middles = dict[int, Floats]()
    for number, (code, found) in enumerate(used.items()):
        progress(number, len(used), "Comparing")
        texts[code] = [moment.text(one.document)[one.start : one.end] for one in found]
        middles[code] = one_long(known.of(texts[code]).sum(axis=0, keepdims=True))[0]
    known.kept.keep()
    pairs = [pair for pair in combinations(used, 2) if _apart(moment, *pair)]
    like = np.array([middles[one] @ middles[other] for one, other in pairs], np.float32)
    like -= like.sum() / (len(like) + _FEW_PAIRS)
    kept = [n for n in np.argsort(-like, kind="stable").tolist() if like[n] >= SAME]
    return [_same(used, texts, pairs[n], float(like[n])) for n in kept]


def _same(
    used: dict[int, list[EvidenceItem]], texts: dict[int, list[str]], pair: tuple[int, int], like: float
) -> SameUse:
    one, other = ([(item.document, item.start, item.end) for item in used[code]] for code in pair)
    both = sum(any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for b in other) for a in one)
    both_say = in_common("\n".join(texts[pair[0]]), texts[pair[1]])
    return SameUse(pair, like, (len(one), len(other)), both, both_say)


def _apart(moment: Moment, one: int, other: int) -> bool:
    """Say whether two codes are of one book, and neither stands under the other."""
    net = moment.net
    same = moment.codes[one].framework == moment.codes[other].framework
    return same and other not in net.subtree(one) and one not in net.subtree(other)


def _asking(moment: Moment) -> Mask:
    """Return which passages interviewers say: their questions are like whatever is asked."""
    keys = [key for key, info in moment.voices.speakers.items() if info.role == "interviewer"]
    return np.asarray(np.isin(moment.passages[:, 4], keys))


def _evidence(moment: Moment, code: int, ways: Ways) -> list[EvidenceItem]:
    return [one for one in moment.net.evidence(code, ways) if one.counted]


def meanings(moment: Moment, progress: Progress = silent) -> Meanings:
    """Return the meanings of a study's passages, worked out once; raises `NothingThere` without a model."""
    return moment.keep("meanings", (moment.voices,), lambda: _meanings(moment, progress))


def _meanings(moment: Moment, progress: Progress) -> Meanings:
    model = meaning.sentence_model()
    if model is None or model.torn:
        raise _missing()
    folder = private.of_person("cache") / "meanings"
    key = moment.project.key
    kept = VectorCache(folder / f"{key}-pieces.npz")
    found, unknown = _pieces(moment)
    given: list[Floats] = [np.zeros((0, meaning.SENTENCES), np.float32)]
    for first in range(0, len(found), _AT_ONCE):
        progress(first, len(found), "Reading")
        given.append(_worked(model, kept, [piece.text for piece in found[first : first + _AT_ONCE]]))
    kept.keep()
    vectors = one_long(np.vstack(given))
    common = np.asarray(vectors.sum(axis=0) / (len(vectors) + _FEW), np.float32)
    passages = np.array([piece.passage for piece in found], np.int64)
    spans = np.array([piece.span for piece in found], np.int64).reshape(-1, 2)
    return Meanings(passages, spans, one_long(vectors - common), common, unknown, kept, model)


def _worked(model: SentenceVectors, kept: VectorCache, texts: Sequence[str]) -> Floats:
    try:
        return kept.of(model.name, texts, model.of_texts)
    except Torn as error:
        raise _missing() from error


def _missing() -> NothingThere:
    return NothingThere(
        "The sentence model that comes with the program is missing, so nothing can be sought by "
        "meaning; all else works."
    )


class _PassagePiece(NamedTuple):
    passage: int
    span: tuple[int, int]
    text: str


def _pieces(moment: Moment) -> tuple[list[_PassagePiece], tuple[int, ...]]:
    """Return each part of a passage that says something, and the documents left out."""
    unknown = tuple(key for key, info in moment.infos.items() if info.language not in LANGUAGES)
    found = list[_PassagePiece]()
    asking = _asking(moment)
    for number, (_, document, start, end, _) in enumerate(moment.passages.tolist()):
        if document in unknown or asking[number]:
            continue
        text = moment.text(document)
        for low, high in parts(text, start, end, _PIECE_WORDS):
            piece = text[low:high]
            if sum(map(tells, words(piece))) >= _SPEAKING:
                found.append(_PassagePiece(number, (low, high), piece))
    return found, unknown
