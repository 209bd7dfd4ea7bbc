"""What two texts share: words that say something, in the same form or in one of the same family."""

from __future__ import annotations

from collections.abc import Iterable

from coding.suggest.reasons import tells
from coding.suggest.texts import TurnTexts
from corpus.store.project import Project

_STEM = 5  # letters that words of a family have in common, at least
_FAMILY = 0.65  # and so much of the longer one
_GIVEN_BACK = 2  # letters that both have in common and may belong to the ending all the same
# What may follow these letters in French and in English, folded: servir and service are of no family.
_ENDINGS = frozenset(
    """
    s x e es ee ees i ie ies is it its ir ira u ue ues us a ai as ais ait aient ant ante antes ants r er ers ez era eras
    erait eraient eront erons ent ons ions iez ion al ale ales aux aire aires if ifs ive ives ivement ite ites le les
    ique iques iquement iste istes isme ise iser isee age ages eur eurs euse euses rice rices ement ements ment ments
    ation ations ateur ateurs atrice tion tions taire taires able ables ible ibles oire oires ier iers iere ieres ere
    eres ance ances ence ences ure ures eux nt nte ntes nts issons issent issait issant ing ed ly or ors y
    """.split()
) | {""}


class Families:
    """Words that say something, to be asked for in whatever form."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(filter(tells, words))
        self._by_stem: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) >= _STEM:
                self._by_stem.setdefault(word[:_STEM], []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(_akin(word, one) for one in self._by_stem.get(word[:_STEM], ()))


def shared(own: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Return the folded words of `own` that say something and stand in `others` in some form."""
    there = Families(others)
    return frozenset(word for word in set(own) if tells(word) and word in there)


def spoken(project: Project, texts: TurnTexts, place: int, span: tuple[int, int]) -> dict[str, str]:
    """Return the words within a span of a turn, each folded one as first spoken, the rarest first."""
    lexicon, idf = texts.features.lexicon.words, texts.features.word_idf
    reading, inside = texts.inside(place, span)
    turn, found = texts.turns[place], dict[str, str]()
    whole = project.text(texts.words[turn.document])
    numbers = reading.words[inside]
    for number, start, end in zip(numbers, reading.starts[inside], reading.ends[inside], strict=True):
        found.setdefault(lexicon[number], whole[turn.start + start : turn.start + end])
    rare = {lexicon[number]: -float(idf[number]) for number in numbers}
    return {word: found[word] for word in sorted(found, key=lambda word: (rare[word], word))}


def _akin(word: str, other: str) -> bool:
    """Say whether two words that begin alike are of one family: arbitrage and arbitrer, not commerce and commencer."""
    longer = max(len(word), len(other))
    alike = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return alike >= max(_STEM, _FAMILY * longer) and any(
        word[cut:] in _ENDINGS and other[cut:] in _ENDINGS for cut in range(alike - _GIVEN_BACK, alike + 1)
    )
