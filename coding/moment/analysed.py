"""A study without those who are left out of analysis: no list and no count has their words, which the file keeps.

A document that is theirs alone is left out, and of others their turns; codings and quotations on their words alone,
what is known of them, and memos on nothing else. Who may not be named is not named either where they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from coding.memos import MemoInfo
from coding.moment.masks import ShownPerson
from coding.moment.parts import Read
from coding.moment.rows import Codings, Ints
from corpus.people.organisations import belongings
from corpus.voices import INTERVIEWER, Voices

Keys = frozenset[int]


def away(people: dict[int, ShownPerson]) -> Keys:
    """Return the participants who are left out."""
    return frozenset(key for key, one in people.items() if one.left_out)


def documents_left_out(whole: Read, read: Read) -> Keys:
    """Return the documents that are not read: those in which only who is left out speaks."""
    return frozenset() if read is whole else frozenset(whole.voices.infos.keys() - read.voices.infos.keys())


def passages_left_out(whole: Read, read: Read) -> Keys:
    """Return the passages that are not read."""
    if read is whole:
        return frozenset()
    return frozenset(whole.voices.passages[:, 0].tolist()) - frozenset(read.voices.passages[:, 0].tolist())


def analysed(whole: Read, away: Keys) -> Read:
    """Return what was read without these participants."""
    voices, papers = whole.voices, _papers(whole.voices, away)
    within = frozenset(key for key, people in voices.participants_of.items() if away.intersection(people)) - papers
    gone = _codings(whole, away, papers, within)
    table = whole.codings.table
    return replace(
        whole,
        voices=_voices(voices, away, papers, within),
        people={key: one for key, one in whole.people.items() if key not in away},
        known=replace(
            whole.known,
            values=tuple(
                one for one in whole.known.values if one.participant not in away and one.document not in papers
            ),
        ),
        belongings=belongings(
            replace(one, participants=_but(one.participants, away), documents=_but(one.documents, papers))
            for one in whole.belongings.infos.values()
        ),
        codings=Codings(table[~np.isin(table[:, 0], gone)]) if len(gone) else whole.codings,
        decisions=whole.decisions.without(gone, frozenset()),
        excerpts=[
            one
            for one in whole.excerpts
            if one.document not in papers and not _theirs(voices, away, within, one.document, one.start, one.end)
        ],
        memos=_memos(whole, away, papers, frozenset(gone.tolist())),
        bearings=[
            one
            for one in whole.bearings
            if one.coding not in gone and (one.place is None or one.place.document not in papers)
        ],
        summaries=[one for one in whole.summaries if one.participant not in away],
        settlements=[one for one in whole.settlements if one.document not in papers],
        guiding=replace(
            whole.guiding,
            used={key: one for key, one in whole.guiding.used.items() if key not in papers},
            marks=[one for one in whole.guiding.marks if one.document not in papers],
        ),
    )


def _but(keys: Iterable[int], gone: Keys) -> tuple[int, ...]:
    return tuple(key for key in keys if key not in gone)


def _papers(voices: Voices, away: Keys) -> Keys:
    """Return the documents in which nobody else speaks, interviewers aside."""
    only = (key for key, people in voices.participants_of.items() if people and away.issuperset(people))
    return frozenset(key for key in only if not _others(voices, key))


def _others(voices: Voices, document: int) -> bool:
    """Say whether a speaker who is no participant of a document speaks in it."""
    low, high = voices.runs.get(document, (0, 0))
    speaking = set(voices.passages[low:high, 4].tolist()) - {0}
    return any(
        voices.speakers[one].role != INTERVIEWER and not voices.says(document, one)
        for one in speaking
        if one in voices.speakers
    )


def _theirs(voices: Voices, away: Keys, within: Keys, document: int, start: int, end: int) -> bool:
    """Say whether words of a document are of those who are left out, and of nobody else."""
    if document not in within:
        return False
    heard = voices.heard(document, start, end).participants
    return bool(heard) and away.issuperset(heard)


def _codings(whole: Read, away: Keys, papers: Keys, within: Keys) -> Ints:
    """Return the codings on their words alone, by key."""
    table = whole.codings.table
    gone = table[np.isin(table[:, 1], list(papers)), 0].tolist()
    near = table[np.isin(table[:, 1], list(within)) & (table[:, 6] == 0)]
    gone += [row[0] for row in near.tolist() if _theirs(whole.voices, away, within, row[1], row[3], row[4])]
    return np.array(gone, np.int64)


def _voices(voices: Voices, away: Keys, papers: Keys, within: Keys) -> Voices:
    """Return who speaks without them: their turns are no passages."""
    said = {
        (document, speaker): (people := voices.says(document, speaker)) and away.issuperset(people)
        for document in within
        for speaker in {0, *(key for key, one in voices.speakers.items() if one.document == document)}
    }
    rows = voices.passages
    mine = np.array([bool(said.get((document, speaker))) for document, speaker in rows[:, [1, 4]].tolist()], bool)
    left = rows[~np.isin(rows[:, 1], list(papers)) & ~mine] if len(rows) else rows
    speakers = {
        key: one
        for key, one in voices.speakers.items()
        if one.document not in papers and not said.get((one.document, key))
    }
    others = {key: [one for one in found if one not in away] for key, found in voices.participants_of.items()}
    return replace(
        voices,
        documents=[one for one in voices.documents if one.key not in papers],
        passages=left,
        speakers=speakers,
        tied={key: who for key, who in voices.tied.items() if key in speakers},
        participants=[one for one in voices.participants if one[0] not in away],
        participants_of={key: found for key, found in others.items() if key not in papers and found},
    )


def _memos(whole: Read, away: Keys, papers: Keys, gone: Keys) -> list[MemoInfo]:
    """Return the memos, but those that are about them alone."""
    about = {"participant": away, "document": papers, "passage": papers, "coding": gone}
    return [
        one
        for one in whole.memos
        if not one.targets or not all(target.key in about.get(target.kind, ()) for target in one.targets)
    ]
