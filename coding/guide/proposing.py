"""Proposing: a draft of the guide from the interviews alone, of what interviewers ask in half of them or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coding.guide import likeness, utterances
from coding.guide.interviews import asking, interviews
from coding.guide.utterances import Utterance
from coding.moment.moment import Moment
from corpus import words
from corpus.guide.guides import GuideLine
from corpus.progress import Progress, silent
from corpus.search.analysis import SMALL

SHARE = 0.5
"""In how many of the interviews a question is heard that is proposed."""
_ALIKE = 0.45
_SEEDS = 8  # interviews whose sentences are tried: what half of all ask is asked in some of them
_FULL_WORDS = 2
_LONGEST = 60  # words; who talks longer explains
_MOST = 40
_OPENING = frozenset(
    "et donc alors ok okay oui voila justement mais bon ben puis enfin d'accord tres bien super parfait du coup "
    "and so now well then right great yes but okay thanks".split()
)


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question that recurs, as one interviewer put it, and the interviews that it is heard in."""

    text: str
    documents: tuple[int, ...]


def propose(moment: Moment, share: float = SHARE, progress: Progress = silent) -> list[ProposedQuestion]:
    """Return the questions that are heard in a `share` of the interviews or more, in the order they are asked."""
    places = asking(moment)
    wanted = [key for key in interviews(moment) if key in places]
    said: list[Utterance] = []
    for done, key in enumerate(wanted):
        progress(done, len(wanted) + 1, moment.infos[key].name)
        said += [one for one in utterances.heard(moment, key, places[key]) if _asks(moment, one)]
    least = max(2, int(np.ceil(share * len(wanted))))
    if len(wanted) < least or not said:
        return []
    return _clusters(moment, said, wanted, least)


def draft(moment: Moment, share: float = SHARE, progress: Progress = silent) -> list[GuideLine]:
    """Return what `propose` finds as the lines of a version to edit."""
    return [GuideLine("", one.text) for one in propose(moment, share, progress)]


def _asks(moment: Moment, one: Utterance) -> bool:
    """Say whether a sentence may be a question of a guide: with words of its own, and not too long."""
    text = moment.text(one.document)[one.start : one.end]
    full = sum(word not in SMALL for word in one.bag)
    return one.sentences == 1 and full >= _FULL_WORDS and words.count(text) <= _LONGEST and text.endswith("?")


def _clusters(moment: Moment, said: Sequence[Utterance], wanted: Sequence[int], least: int) -> list[ProposedQuestion]:
    step = max(1, len(wanted) // _SEEDS)
    seeding = set(wanted[::step])
    seeds = [n for n, one in enumerate(said) if one.document in seeding]
    alike = likeness.scores([one.bag for one in said], [[said[n].bag] for n in seeds])
    documents = np.array([one.document for one in said])
    place = _places(said)
    left = np.ones(len(said), bool)
    found: list[tuple[float, ProposedQuestion]] = []
    while len(found) < _MOST:
        near = (alike >= _ALIKE) & left[:, None]
        heard = [len(set(documents[near[:, column]].tolist())) for column in range(len(seeds))]
        weight = [
            (heard[c], float(alike[near[:, c], c].sum())) if left[seeds[c]] else (0, 0.0) for c in range(len(seeds))
        ]
        best = max(range(len(seeds)), key=weight.__getitem__)
        if weight[best][0] < least:
            break
        members = np.flatnonzero(near[:, best])
        found.append((float(np.median(place[members])), _proposed(moment, said, members, seeds[best])))
        left[members] = False
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _places(said: Sequence[Utterance]) -> np.ndarray:
    """Return how far in its interview each sentence is, 0 to 1."""
    last: dict[int, int] = {}
    for one in said:
        last[one.document] = max(last.get(one.document, 0), one.first)
    return np.array([one.first / max(last[one.document], 1) for one in said])


def _proposed(moment: Moment, said: Sequence[Utterance], members: np.ndarray, seed: int) -> ProposedQuestion:
    one = said[seed]
    text = moment.text(one.document)[one.start : one.end]
    return ProposedQuestion(_bare(text), tuple(dict.fromkeys(said[n].document for n in members.tolist())))


def _bare(text: str) -> str:
    """Return a question without what only leads up to it.

    >>> _bare("Ok, et donc, how did it begin?")
    'How did it begin?'
    """
    left = " ".join(text.split())
    while (first := re.match(r"[^\W_]+(?:'[^\W_]+)?[ ,.:;!-]*", left)) is not None:
        if words.folded(first[0]).strip(" ,.:;!-") not in _OPENING:
            break
        left = left[first.end() :]
    left = left or text
    return left[:1].upper() + left[1:]
