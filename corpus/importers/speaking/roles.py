"""Roles: who asks and who answers, told by the words of the labels, else by who ends turns with a question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.drafts import DraftPassage, Role
from corpus.importers.speaking import label_words
from corpus.importers.speaking.label_words import fold
from corpus.importers.speaking.labels import head
from corpus.importers.speaking.times import TIME, plain

# Shares of turns that end in a question mark.
_OFTEN, _SOMETIMES = 0.35, 0.2


@lru_cache(maxsize=1024)
def named(label: str) -> Role | None:
    """Return the role a label names by itself, `unknown` for one that only says somebody speaks; else None."""
    word = head(label)
    if word in label_words.ALSO_PLAIN_WORDS and len(re.sub(r"\d+", "", fold(label)).strip(" ")) > len(word) + 2:
        return None
    if word in label_words.INTERVIEWER:
        return "interviewer"
    if word in label_words.RESPONDENT:
        return "respondent"
    return "unknown" if word in label_words.NEUTRAL else None


def surely_named(label: str) -> bool:
    """Does a label name a role by a word that stands for nothing else?"""
    return named(label) is not None and head(label) not in label_words.ALSO_PLAIN_WORDS


@dataclass(slots=True)
class SpeakerTally:
    """What was heard of one speaker: turns, how many of them end in a question, and their length in code points."""

    turns: int = 0
    questions: int = 0
    length: int = 0

    @property
    def asking(self) -> float:
        """The share of turns that end in a question."""
        return self.questions / self.turns


def heard(text: str, passages: Sequence[DraftPassage], unnamed: str | None = None) -> dict[str, SpeakerTally]:
    """Return what was heard of each speaker, in the order they first speak; turns of nobody count as `unnamed`."""
    found: dict[str, SpeakerTally] = {}
    for passage in passages:
        speaker = unnamed if passage.speaker is None and passage.kind == "turn" else passage.speaker
        if speaker is not None:
            one = found.setdefault(speaker, SpeakerTally())
            one.turns += 1
            one.questions += ends_in_question(text, passage.start, passage.end)
            one.length += passage.end - passage.start
    return found


_TIME_AT_END = rf"(?:^|\s)[\s>*_-]*{TIME}\Z"
_GREEK = re.compile(r"[\u0370-\u03ff]")
_ASIDE_AT_END = re.compile(r"(?:[\s\"”»’'*_]|[\[(][^\[\]()]*[\])])+\Z")


def ends_in_question(text: str, start: int, end: int) -> bool:
    """Does what is said in `text[start:end]` end with a question, but for quotation marks, remarks and a time?"""
    said = end_of_words(text, start, end)
    # In Greek the sign is a semicolon, and Unicode makes both one.
    return said[-1:] in ("?", "\uff1f", "\u061f") or (said[-1:] == ";" and _GREEK.search(said) is not None)


def end_of_words(text: str, start: int, end: int) -> str:
    """Return the last words of `text[start:end]`, without quotation marks, remarks and a time that close it."""
    said = text[max(start, end - 80) : end].rstrip()
    if said[-1:].isalpha() or said[-1:] in (".", "?", "!", "…"):
        return said  # as nearly all turns end
    return _ASIDE_AT_END.sub("", re.sub(_TIME_AT_END, "", plain(said)))


def told(of: Mapping[str, SpeakerTally]) -> dict[str, Role]:
    """Tell the role of each speaker; unknown where neither words nor questions say anything."""
    roles: dict[str, Role | None] = {label: named(label) for label in of}
    roles = {label: None if role == "unknown" or _belied(of, label, role) else role for label, role in roles.items()}
    if "interviewer" not in roles.values():
        # The letters A, P and R name a respondent only across from someone who is named as asking.
        roles |= dict.fromkeys(label for label in of if len(fold(label)) == 1)
        roles |= dict.fromkeys(_asking(of, roles), "interviewer")
    known = "interviewer" in roles.values()
    return {label: role or _answering(one, of, roles, known) for (label, role), one in zip(roles.items(), of.values())}


def _answers(label: str) -> bool:
    return named(label) == "respondent" and surely_named(label)


def _belied(of: Mapping[str, SpeakerTally], label: str, role: Role | None) -> bool:
    """Does somebody whose label says that they ask never do so, while another does again and again?"""
    if role != "interviewer" or of[label].turns < 2 or of[label].asking > 0.1:
        return False
    return any(one.turns > 1 and one.asking >= 0.4 and not _answers(other) for other, one in of.items())


def _answering(
    one: SpeakerTally, of: Mapping[str, SpeakerTally], roles: Mapping[str, Role | None], known: bool
) -> Role:
    """Return whether somebody without a role answers: of two the other one, of several whoever seldom asks."""
    if not known:
        return "unknown"
    asking = max(other.asking for label, other in of.items() if roles[label] == "interviewer")
    if len(of) == 2:
        return "respondent" if one.asking < _OFTEN or one.asking < asking else "unknown"
    seldom = one.asking < _SOMETIMES or one.asking < 0.5 * asking
    return "respondent" if one.turns >= 3 and seldom else "unknown"


def _asking(of: Mapping[str, SpeakerTally], roles: Mapping[str, Role | None]) -> set[str]:
    """Return who ends many turns by a question, or some, much more than others do, with turns that are short."""
    others = [label for label, role in roles.items() if role is None]
    if len(others) == 1 and len(of) == 2:
        return set(others)
    often = {label: one for label, one in of.items() if one.turns >= 3 or len(of) == 2}
    longest = max((one.length / one.turns for one in often.values()), default=0.0)
    least = min((one.asking for one in often.values()), default=0.0)
    most = max((one.asking for one in often.values()), default=0.0)
    asking = {
        label
        for label, one in often.items()
        if one.asking >= max(_OFTEN, 0.6 * most)
        or (one.asking >= _SOMETIMES and one.asking >= 3 * least and one.length / one.turns <= 0.6 * longest)
    }
    if len(of) == 2 and len(asking) == 2:
        first, second = sorted(asking, key=lambda label: of[label].asking)
        asking = {second} if of[second].asking >= 1.5 * of[first].asking else set()
    return asking & set(others) if len(asking) < len(of) else set()
