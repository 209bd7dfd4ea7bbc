"""What is a respondent's in a study: documents of theirs alone, their turns in others, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select

from corpus.anchors import Edit
from corpus.errors import NothingThere, SourceError
from corpus.model import Participant, Speaker
from corpus.store.project import Project
from corpus.voices import INTERVIEWER, Voices

Span = tuple[int, int]
Spans = tuple[Span, ...]
_WORD = re.compile(r"[^\W_]+")
_NO_SPACE = re.compile(r"\S")


@dataclass(frozen=True)
class Theirs:
    """What is one respondent's, by key: `alone` are documents, `spans` their turns in others, as `cuts` gives them.

    `turns` counts these. `speakers` are those that they are, with their marks; `lot` is what stands for them.
    """

    key: int
    uid: str
    name: str
    lot: int
    alone: tuple[int, ...]
    spans: Mapping[int, Spans]
    turns: int
    speakers: Mapping[int, str]

    @property
    def shown(self) -> str:
        """What stands for them where they may not be named."""
        return f"[participant {self.lot}]"


def of(project: Project, participant: int) -> Theirs:
    """Return what is a respondent's; raises `SourceError` where it is not known which words are theirs."""
    voices = Voices.of(project)
    with project.read() as session:
        row = session.get(Participant, participant)
        if row is None:
            raise NothingThere("This participant is no longer in the project.")
        marks = select(Speaker.id, Speaker.label).where(Speaker.participant_id == participant)
        named = {row.id: row.label for row in session.execute(marks)}
        uid, name, lot = row.uid, row.name, row.lot or participant
    there = {voices.speakers[key].document for key in named}
    there |= {key for key, people in voices.participants_of.items() if participant in people}
    alone, spans, turns = [], dict[int, Spans](), 0
    for document in sorted(there):
        numbers = range(*voices.runs.get(document, (0, 0)))
        mine = [n for n in numbers if _says(voices, document, n) == (participant,)]
        if _is_alone(voices, document, participant, numbers, mine):
            alone.append(document)
        else:
            _check(voices, document, participant, mine)
            text = project.text(voices.infos[document].text_sha)
            spans[document] = tuple(cuts(text, _spans(voices, numbers), _spans(voices, mine)))
            turns += len(mine)
        heard = set(voices.passages[mine, 4].tolist()) - {0}
        named |= {key: voices.label(key) for key in heard}
    return Theirs(participant, uid, name, lot, tuple(alone), spans, turns, named)


def _says(voices: Voices, document: int, number: int) -> tuple[int, ...]:
    return voices.says(document, int(voices.passages[number, 4]))


def _is_alone(voices: Voices, document: int, participant: int, numbers: Sequence[int], mine: Sequence[int]) -> bool:
    """Say whether nobody but them and interviewers speaks in a document."""
    if voices.participants_of.get(document, [participant]) != [participant]:
        return False
    return all(n in set(mine) or voices.asking[n] for n in numbers)


def _check(voices: Voices, document: int, participant: int, mine: Sequence[int]) -> None:
    """Raise `SourceError` where somebody speaks who may be them."""
    open_ = [key for key in voices.unknown_in.get(document, ()) if voices.speakers[key].role != INTERVIEWER]
    name, called = voices.infos[document].name, voices.names[participant]
    if not mine and (open_ or not any(one.document == document for one in voices.speakers.values())):
        sentence = "It is not known which words of {document} are {name}'s: say first which speaker they are."
        raise SourceError(sentence, document=name, name=called)


def _spans(voices: Voices, numbers: Sequence[int]) -> list[Span]:
    return [(int(start), int(end)) for start, end in voices.passages[list(numbers), 2:4]] if numbers else []


def cuts(text: str, passages: Sequence[Span], turns: Sequence[Span]) -> list[Span]:
    """Return what is cut out of a text so that turns go with the marks before them; they ascend and do not touch.

    >>> cuts("A: un\\nB: deux\\nA: trois", [(3, 5), (9, 13), (17, 22)], [(9, 13)])
    [(5, 13)]
    """
    found, mine, before = list[Span](), set(turns), 0
    for start, end in passages:
        if (start, end) in mine:
            low = found.pop()[0] if found and found[-1][1] == before else before
            found.append((low, end))
        before = end
    if found and not found[0][0]:  # what is first now has no space before it
        rest = text[found[0][1] :]
        found[0] = (0, found[0][1] + len(rest) - len(rest.lstrip()))
    return found


def edits(spans: Sequence[Span]) -> list[Edit]:
    """Return what is done to places where these words go."""
    return [Edit(start, end, 0) for start, end in spans]


def blanked(text: str, turns: Sequence[Span], places: Sequence[int]) -> str:
    """Return a text whose words within `turns` are no words any more, though as many between any two of `places`.

    They are all equally long there, so that their length tells nothing either.

    >>> blanked("A: un mot vrai.", [(3, 15)], [3, 6, 15])
    'A: xx xxxx xxx.'
    """
    made, at = list[str](), 0
    for start, end in turns:
        made.append(text[at:start])
        bounds = sorted({start, end, *(one for one in places if start < one < end)})
        made += [_even(text[low:high]) for low, high in pairwise(bounds)]
        at = end
    return "".join([*made, text[at:]])


def _even(words: str) -> str:
    """Return as many words in as many characters, all of a length; what stands before and after them stays no word."""
    found = list(_WORD.finditer(words))
    if not found:
        return _NO_SPACE.sub(".", words)
    first, last, count = found[0].start(), found[-1].end(), len(found)
    letters, longer = divmod(last - first - (count - 1), count)
    said = " ".join("x" * (letters + (n < longer)) for n in range(count))
    return _NO_SPACE.sub(".", words[:first]) + said + _NO_SPACE.sub(".", words[last:])
