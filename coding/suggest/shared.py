"""What two texts share: words that say something, in the same form or in one of the same family."""

from __future__ import annotations

from collections.abc import Iterable

from coding.suggest.reasons import tells
from coding.suggest.texts import Texts
from corpus.store.project import Project

_STEM = 5  # letters that words of a family have in common, at least
_FAMILY = 0.65  # and so much of the longer one


def shared(own: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Return the folded words of `own` that say something and stand in `others` in some form."""
    there = set(others)
    families: dict[str, list[str]] = {}
    for word in there:
        if len(word) >= _STEM and tells(word):
            families.setdefault(word[:_STEM], []).append(word)
    return frozenset(
        word
        for word in set(own)
        if tells(word) and (word in there or any(_akin(word, one) for one in families.get(word[:_STEM], ())))
    )


def spoken(project: Project, texts: Texts, place: int, span: tuple[int, int]) -> dict[str, str]:
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
    return alike >= max(_STEM, _FAMILY * longer)
