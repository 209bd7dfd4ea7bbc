"""Which suggestions one believes by what they show for themselves; the others are weaker, and stand apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from coding.suggest.common_words import General, bare
from coding.suggest.definitions import Definitions
from coding.suggest.records import OFTEN, Example, Reason, Suggestion
from corpus.words import folded

# What a word has to bring, in log-odds, to be a reason by itself. On the sample study with half of its interviews left
# uncoded, this leaves out 6 of 23 wrong suggestions and none of the right ones.
_TELLS = 0.1
# What speaks clearly for a code: the odds are twice as high, all together or by one word, or a third higher by a word
# that nothing more speaks against than for it.
_CLEARLY, _STRONG = 0.7, 0.3
# How often a word has to be coded so, to be a reason by itself: twice of two may be chance.
_PROVEN = 4
# What the words that are shown have to bring, where one word in common with a sentence of the code is all there is.
_SHOWS = 0.08
# What the words in common have to bring themselves, with what is written of a code.
_BRINGS = 0.04
# And how often it has to be coded so for the turn to stand out less, and how like the nearest of these the turn has to
# be in meaning, above what any two have in common: an *atelier* where things are made is no workshop where people meet.
_OFTEN, _AKIN = 3, 0.05
_WORD = re.compile(r"[\w-]+")


def founded(one: Suggestion, general: General) -> bool:
    """Say whether what was learned from codings shows why: a word that tells by itself, or a passage that it is like.

    A general word does where three of four passages with it are coded so; nothing does where all that is said makes
    the code less likely than it is anywhere.
    """
    telling = [each for each in one.evidence if folded(each.word) not in general or _mostly(each)]
    return one.score >= one.base and told(one.start, telling, one.examples, one.said)


def told(start: int, evidence: Sequence[Reason], near: Sequence[Example], said: float) -> bool:
    """Say whether these are reasons for a suggestion of words from `start` on, which `said` so much for the code.

    A word that is coded so less than twice in three and not written of the code is none by itself, nor is the
    question, nor what brings next to nothing in all its places; one that is written of it, where it was always
    coded otherwise, or where neither it, with nothing said against it, nor all that is said is clearly for the code.
    A passage that is like it is none where what is said here, by its words and its meaning, speaks against the code,
    or where fewer than two words that bring something are common; one that is alike in meaning alone, where that is
    not clearly for the code, or no word that is written of it or was coded so brings something.
    """
    own = [one for one in evidence if one.start >= start]
    brought = defaultdict[str, float](float)
    for one in own:
        brought[_form(one.word)] += one.weight
    telling = [one for one in own if brought[_form(one.word)] >= _TELLS and (one.times or one.written)]
    if any(_alone(one, said) for one in telling):
        return True
    bring = _forms(one.word for one in own)
    meant = bool(telling) and said >= _CLEARLY and any(one.alike == "meaning" for one in near)
    return meant or (said > 0 and any(len(_forms(one.shared) & bring) > 1 for one in near))


def _alone(one: Reason, said: float) -> bool:
    """Say whether a word tells by itself."""
    if one.times >= (_OFTEN if one.written else _PROVEN) and 3 * one.times >= 2 * one.of:
        return True
    clear = max(one.weight, said) >= _CLEARLY or said >= one.weight >= _STRONG
    return one.written and bool(one.times or not one.of) and clear


def _mostly(one: Reason) -> bool:
    return one.times >= _OFTEN and 4 * one.times >= 3 * one.of


def fits(place: int, one: Suggestion, definitions: Definitions) -> bool:
    """Say whether what is written of a code shows why: by two words in common, or by one that is enough.

    They have to bring something, but for a cue that is said as it is written and whose words nobody coded yet. One
    alone is said of many things, so that no other code may come nearer, nor may most of what is coded with it be coded
    otherwise, or what people coded so be of something else.
    """
    own = [each for each in one.evidence if each.start >= one.start]
    if one.sentence is None:
        return False
    cue, shared = one.sentence.part == "cue", one.sentence.shared
    as_written = cue and not own and _forms(shared) <= _forms(_WORD.findall(one.sentence.text))
    if not as_written and _brought(own, shared) < _BRINGS:
        return False
    several = len(_forms(shared)) > 1
    if not several and any(_otherwise(each) for each in own if each.word in shared):
        return False
    coded = any(each.how == OFTEN and each.word in shared and (cue or each.times >= _OFTEN) for each in own)
    if not several and not (definitions.leads(place, one.code) and _akin(one.examples)):
        return False
    shown = several or cue or sum(each.weight for each in own) >= _SHOWS
    return shown and definitions.stands_out(place, one.code, alone=not (several or coded))


def _otherwise(one: Reason) -> bool:
    """Say whether all that was coded with a word was coded otherwise, or most of several."""
    return one.of > 0 and (not one.times or (one.of >= _OFTEN and 2 * one.times < one.of))


def _brought(own: Iterable[Reason], shared: Iterable[str]) -> float:
    """Return what words that are shared brought."""
    forms = _forms(shared)
    return sum(one.weight for one in own if _form(one.word) in forms)


def _akin(near: Sequence[Example]) -> bool:
    return not near or max(one.meaning for one in near) >= _AKIN


def _forms(words: Iterable[str]) -> set[str]:
    return set(map(_form, words))


def _form(word: str) -> str:
    return bare(folded(word))


def shows(one: Suggestion) -> bool:
    """Say whether a weaker suggestion has anything to show: a sentence of its code, or words that are coded so."""
    if one.basis == "definition":
        return one.sentence is not None
    return any(each.start >= one.start for each in one.evidence)
