"""Who says which turns: speakers renamed and joined, turns given to others, parted and joined, and all taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from corpus import documents
from corpus.correcting import speakers, turns
from corpus.errors import NothingThere, SourceError
from corpus.model import Code, Coding, Passage
from corpus.people import participants
from corpus.store.checking import check
from corpus.store.project import Project
from tests.corpus.support import draft, dump, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.verbatim") as made:
        documents.add(made, [interview("one", "ANNE", "ANE"), interview("two", "ANNE")])
        yield made


def key(project: Project, document: int, label: str) -> int:
    return next(one.key for one in documents.speakers(project, document) if one.label == label)


def everywhere(project: Project, label: str) -> list[int]:
    return [one.key for one in documents.speakers(project) if one.label == label]


def heard(project: Project, document: int) -> list[str]:
    return [one.speaker for one in documents.passages(project, document)]


def said(project: Project, document: int) -> list[str]:
    text = documents.text(project, document)
    return [text[one.start : one.end] for one in documents.passages(project, document)]


def taken_back(project: Project, before: object) -> None:
    """Undo, redo and undo again, and find the file as it was each time."""
    assert not check(project)
    after = dump(project.path)
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after
    project.undo()
    assert dump(project.path) == before


@pytest.mark.parametrize(
    ("verb", "one", "two"),
    [
        (lambda p: speakers.rename(p, [key(p, 1, "ANNE")], "Anna "), ["INT", "Anna", "ANE"], ["INT", "ANNE"]),
        (lambda p: speakers.rename(p, everywhere(p, "ANNE"), "A."), ["INT", "A.", "ANE"], ["INT", "A."]),
        (lambda p: speakers.join(p, [key(p, 1, "ANE")], "ANNE"), ["INT", "ANNE", "ANNE"], ["INT", "ANNE"]),
        (lambda p: speakers.join(p, everywhere(p, "ANNE"), "ANE"), ["INT", "ANE", "ANE"], ["INT", "ANE"]),
        (lambda p: speakers.give_all(p, everywhere(p, "ANNE"), "INT"), ["INT", "INT", "ANE"], ["INT", "INT"]),
        (lambda p: speakers.give_all(p, everywhere(p, "ANNE"), None), ["INT", "", "ANE"], ["INT", ""]),
        (lambda p: speakers.give(p, [documents.passages(p, 1)[0].key], "B"), ["B", "ANNE", "ANE"], ["INT", "ANNE"]),
    ],
)
def test_speakers_are_put_right_in_one_document_or_in_all(
    project: Project, verb: Callable[[Project], object], one: list[str], two: list[str]
) -> None:
    before = dump(project.path)
    verb(project)
    assert (heard(project, 1), heard(project, 2)) == (one, two)
    taken_back(project, before)


def test_who_says_nothing_any_more_is_no_speaker_and_a_new_one_has_the_role_of_the_name_elsewhere(
    project: Project,
) -> None:
    documents.set_role(project, key(project, 2, "ANNE"), "interviewer")
    speakers.rename(project, [key(project, 1, "ANNE")], "Zoé")
    speakers.give(project, [documents.passages(project, 1)[2].key], "ANNE")
    assert [(one.label, one.role) for one in documents.speakers(project, 1)] == [
        ("INT", "interviewer"),
        ("Zoé", "respondent"),
        ("ANNE", "interviewer"),
    ]


def test_the_participant_of_a_speaker_stays_with_the_name(project: Project) -> None:
    person = participants.add(project, "Anne Martin")
    participants.tie_speaker(project, key(project, 1, "ANNE"), person)
    speakers.rename(project, [key(project, 1, "ANNE")], "R1")
    speakers.join(project, [key(project, 1, "R1")], "ANE")
    assert [(one.label, one.participant) for one in documents.speakers(project, 1)] == [
        ("INT", None),
        ("ANE", "Anne Martin"),
    ]


@pytest.mark.parametrize(
    ("verb", "why", "sentence"),
    [
        (lambda p: speakers.rename(p, everywhere(p, "ANNE"), "ANE"), SourceError, "in one is called ANE already"),
        (lambda p: speakers.rename(p, everywhere(p, "ANNE"), " \n"), SourceError, "needs a name"),
        (lambda p: speakers.join(p, [99], "ANE"), NothingThere, "speaker"),
        (lambda p: speakers.give(p, [99], "ANE"), NothingThere, "passage"),
        (lambda p: turns.split(p, 1, 0), SourceError, "nothing to part"),
        (lambda p: turns.join(p, documents.passages(p, 1)[-1].key), SourceError, "No passage follows"),
        (lambda p: turns.join(p, 99), NothingThere, "passage"),
    ],
)
def test_what_can_not_be_is_refused_whole(
    project: Project, verb: Callable[[Project], object], why: type[Exception], sentence: str
) -> None:
    before = dump(project.path)
    with pytest.raises(why, match=sentence):
        verb(project)
    assert dump(project.path) == before


def coded(project: Project, document: int, words: str) -> int:
    start = documents.text(project, document).index(words)
    with project.change("Code") as session:
        session.execute(insert(Code), [{"name": "code", "position": 0}])
        row = Coding(
            document_id=document, start=start, end=start + len(words), code_id=1, coder_id=project.coder_key(session)
        )
        session.add(row)
        session.flush()
        return row.id


def words_of(project: Project, coding: int) -> str:
    with project.read() as session:
        row = session.get_one(Coding, coding)
        return documents.text(project, row.document_id)[row.start : row.end]


def test_a_turn_is_parted_between_words_and_what_is_coded_stays(project: Project) -> None:
    coding = coded(project, 1, "ANNE dit quelque chose")
    before = dump(project.path)
    at = documents.text(project, 1).index(" quelque")
    made = turns.split(project, 1, at, "ANE")
    assert said(project, 1)[:2] == ["INT dit", "quelque chose dans one."]
    assert heard(project, 1) == ["INT", "ANE", "ANNE", "ANE"]
    assert made == documents.passages(project, 1)[1].key
    assert [one.number for one in documents.passages(project, 1)] == [1, 2, 3, 4]
    assert words_of(project, coding) == "ANNE dit quelque chose"
    taken_back(project, before)


def test_a_place_within_a_word_parts_before_the_word(project: Project) -> None:
    at = documents.text(project, 1).index("elque chose")
    turns.split(project, 1, at)
    assert said(project, 1)[:2] == ["INT dit", "quelque chose dans one."]


def test_who_says_nothing_any_more_is_no_speaker_unless_a_participant(project: Project) -> None:
    def speaking() -> set[str]:
        return {one.label for one in documents.speakers(project, 1)}

    before, keys = dump(project.path), {one.label: one.key for one in documents.speakers(project, 1)}
    turns.join(project, documents.passages(project, 1)[0].key)
    assert speaking() == {"INT", "ANE"}
    taken_back(project, before)
    participants.tie_speaker(project, keys["ANNE"], participants.add(project, "Anne Roy"))
    turns.join(project, documents.passages(project, 1)[0].key)
    assert speaking() == {"INT", "ANE", "ANNE"}


def test_a_turn_goes_on_with_the_next_and_has_its_time(project: Project) -> None:
    coding = coded(project, 1, "dans one")
    with project.change("Time") as session:
        session.execute(update(Passage).values(start_ms=Passage.position * 1000, end_ms=Passage.position * 1000 + 900))
    before = dump(project.path)
    assert not turns.join(project, documents.passages(project, 1)[0].key)
    first, second = documents.passages(project, 1)
    assert said(project, 1)[0] == "INT dit quelque chose dans one. ANNE dit quelque chose dans one."
    assert (first.words, first.start_ms, first.end_ms, first.speaker) == (12, 0, 1900, "INT")
    assert (second.number, second.speaker) == (2, "ANE")
    assert words_of(project, coding) == "dans one"
    taken_back(project, before)


def test_what_is_parted_and_joined_is_as_before_but_for_its_line(project: Project) -> None:
    text, at = documents.text(project, 1), documents.text(project, 1).index(" dit")
    turns.split(project, 1, at)
    assert documents.text(project, 1) == text.replace(" dit", "\ndit", 1)
    turns.join(project, documents.passages(project, 1)[0].key)
    assert documents.text(project, 1) == text
    assert said(project, 1)[0] == "INT dit quelque chose dans one."


def test_passages_that_only_a_space_parts_are_joined_without_a_correction(project: Project) -> None:
    documents.add(project, [draft("three", "un deux\ntrois quatre")])
    with project.change("Cut") as session:
        first = session.scalars(select(Passage).where(Passage.document_id == 3, Passage.position == 0)).one()
        second = session.scalars(select(Passage).where(Passage.document_id == 3, Passage.position == 1)).one()
        first.end, second.start, second.end = 2, 3, 7
    before = dump(project.path)
    turns.join(project, documents.passages(project, 3)[0].key)
    assert said(project, 3) == ["un deux"]
    assert [one.words for one in documents.passages(project, 3)] == [2]
    taken_back(project, before)
