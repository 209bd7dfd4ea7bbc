"""What of a study is listed where only its sets are asked for: documents, participants and codes, in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coding.codebook import CodeInfo
from coding.memos import MemoInfo, Target
from coding.moment.masks import ShownPerson
from coding.moment.moment import Moment
from corpus.documents import DocumentInfo
from corpus.people.organisations import above
from corpus.people.recruiting import RecruitInfo


def within(moment: Moment, document: int, people: Iterable[int]) -> bool:
    """Say whether the words of these people in a document are within the sets that are asked for."""
    papers, participants, _ = moment.scope
    here = papers is None or document in papers
    return here and (participants is None or not participants.isdisjoint(people))


def documents(moment: Moment) -> list[DocumentInfo]:
    """Return the documents of the sets, where participants of the sets speak."""
    if not moment.within:
        return moment.documents
    people = moment.voices.participants_of
    return [one for one in moment.documents if within(moment, one.key, people.get(one.key, ()))]


def people(moment: Moment) -> dict[int, ShownPerson]:
    """Return the participants of the sets, who speak in documents of the sets."""
    papers, participants, _ = moment.scope
    found = {key: one for key, one in moment.people.items() if participants is None or key in participants}
    if papers is None:
        return found
    there = {key for paper in papers for key in moment.voices.participants_of.get(paper, ())}
    return {key: one for key, one in found.items() if key in there}


def organisations(moment: Moment) -> list[int]:
    """Return the organisations of which, or of parts of which, participants or documents of the sets are."""
    belongings = moment.belongings
    if moment.scope.documents is None and moment.scope.participants is None:
        return list(belongings.infos)
    voices, kept = moment.voices, people(moment)
    own = {firm for key in kept for firm in belongings.of_participant.get(key, ())}
    for one in documents(moment):
        own.update(belongings.of(one.key, [key for key in voices.participants_of.get(one.key, ()) if key in kept]))
    inside = {key for firm in own for key in above(belongings.infos, firm)}
    return [key for key in belongings.infos if key in inside]


def recruits(moment: Moment) -> list[RecruitInfo]:
    """Return those asked who are participants of the sets; who is none is where the organisation they are of is."""
    if moment.scope.documents is None and moment.scope.participants is None:
        return moment.read.recruits
    kept, firms = people(moment), set(organisations(moment))
    return [
        one
        for one in moment.read.recruits
        if (one.organisation in firms if one.participant is None else one.participant in kept)
    ]


def place(moment: Moment, document: int, start: int, end: int) -> bool:
    """Say whether words of a document are within the sets: in their documents, and of their participants."""
    if moment.scope.participants is None:
        return moment.scope.documents is None or document in moment.scope.documents
    return within(moment, document, moment.voices.heard(document, start, end).participants)


def codes(moment: Moment) -> dict[int, CodeInfo]:
    """Return the codes of the sets."""
    wanted = moment.scope.codes
    return moment.codes if wanted is None else {key: one for key, one in moment.codes.items() if key in wanted}


def memos(moment: Moment, found: Iterable[MemoInfo]) -> list[MemoInfo]:
    """Return the memos on something that is within the sets; one on the whole study is within none."""
    if not moment.within:
        return list(found)
    kept: dict[str, Collection[int]] = {
        "code": codes(moment),
        "participant": people(moment),
        "document": {one.key for one in documents(moment)},
        "coding": set(moment.coded.codings[:, 0].tolist()),
    }

    def here(target: Target) -> bool:
        if target.kind == "passage" and target.key is not None and target.span is not None:
            return place(moment, target.key, *target.span)
        return target.key in kept.get("document" if target.kind == "passage" else target.kind, ())

    return [one for one in found if any(map(here, one.targets))]
