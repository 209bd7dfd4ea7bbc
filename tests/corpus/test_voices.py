"""Voices: the rule of who says what, case by case, and what a stretch of a document touches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import documents, words
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.people import participants
from corpus.people import ties as tied_to
from corpus.store.project import Project
from corpus.voices import Voices
from tests.corpus.support import draft, empty_project

Turns = list[tuple[str, str]]


def talk(name: str, *turns: tuple[str, str], between: str = "\n") -> Draft:
    """Return a document of turns, each a mark and words; INT asks, and an empty mark is nobody's."""
    passages, text = [], ""
    for mark, said in turns:
        passages.append(DraftPassage("turn", len(text), len(text) + len(said), mark or None))
        text += said + between
    marks = tuple(dict.fromkeys(mark for mark, _ in turns if mark))
    speakers = tuple(DraftSpeaker(mark, "interviewer" if mark == "INT" else "respondent", 1) for mark in marks)
    made = draft(name, text)
    return Draft(
        path=made.path,
        name=name,
        text=text,
        original=f"{name}: {text}".encode(),
        media_type="text/plain",
        importer="plain",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def added(project: Project, *turns: tuple[str, str], people: tuple[str, ...] = (), ties: str = "") -> int:
    """Add a document with its participants; `ties` are marks with names, as `L=Luc M=Mia`."""
    document = documents.add(project, [talk("Un", *turns)])[0].key
    keys = {}
    for name in people:
        keys[name] = participants.add(project, name)
        with project.change("Say who speaks, and leave open as whom") as session:
            tied_to.participation(session, keys[name], document)
    marks = {one.label: one.key for one in documents.speakers(project)}
    for pair in ties.split():
        mark, name = pair.split("=")
        participants.tie_speaker(project, marks[mark], keys[name])
    return document


def said_by(project: Project, document: int, mark: str) -> list[str]:
    """Return the names of those whose words a mark's are; an empty mark is that of no speaker."""
    voices = Voices.of(project)
    return [voices.names[one] for one in voices.says(document, voices.called(document, mark) if mark else 0)]


def test_an_interviewer_is_no_participant_even_where_tied(project: Project) -> None:
    document = added(project, ("INT", "Et ?"), ("L", "Oui."), people=("Luc",), ties="INT=Luc")
    assert said_by(project, document, "INT") == []
    assert said_by(project, document, "L") == []  # Luc is the interviewer


def test_a_tied_speaker_is_that_participant(project: Project) -> None:
    document = added(project, ("L", "Oui."), ("M", "Non."), people=("Luc", "Mia"), ties="M=Luc L=Mia")
    assert said_by(project, document, "L") == ["Mia"]
    assert said_by(project, document, "M") == ["Luc"]


def test_an_untied_speaker_is_the_one_participant_whom_no_other_speaker_is(project: Project) -> None:
    document = added(project, ("L", "Oui."), ("M", "Non."), people=("Luc", "Mia"), ties="M=Mia")
    assert said_by(project, document, "L") == ["Luc"]
    assert Voices.of(project).unknown == []


def test_an_untied_speaker_of_two_who_might_be_it_is_neither(project: Project) -> None:
    document = added(project, ("L", "Oui."), ("M", "Non."), people=("Luc", "Mia"))
    assert said_by(project, document, "L") == said_by(project, document, "M") == []
    voices = Voices.of(project)
    assert [voices.label(key) for key in voices.unknown] == ["L", "M"]
    assert voices.unknown_in == {document: voices.unknown}


def test_nobody_is_unknown_where_there_is_no_participant(project: Project) -> None:
    document = added(project, ("L", "Oui."))
    assert said_by(project, document, "L") == []
    assert Voices.of(project).unknown == []


def test_words_without_a_speaker_are_those_of_all_where_nobody_is_marked(project: Project) -> None:
    document = added(project, ("", "Oui."), ("", "Non."), people=("Luc", "Mia"))
    assert said_by(project, document, "") == ["Luc", "Mia"]


def test_words_without_a_speaker_are_of_the_only_participant_where_somebody_is_marked(project: Project) -> None:
    document = added(project, ("", "Oui."), ("INT", "Et ?"), people=("Luc",))
    assert said_by(project, document, "") == ["Luc"]
    other = participants.add(project, "Mia")
    participants.tie(project, other, document)
    assert said_by(project, document, "") == []


def test_interviewers_alone_are_heard_as_nobody(project: Project) -> None:
    document = added(project, ("INT", "Et alors ?"), ("L", "Oui."), people=("Luc",))
    asked, both = Voices.of(project).heard(document, 0, 5), Voices.of(project).heard(document, 0, 15)
    assert (asked.participants, asked.asked, asked.answered) == ((), True, False)
    assert [Voices.of(project).names[one] for one in both.participants] == ["Luc"]
    assert (both.asked, both.answered) == (True, True)


def test_punctuation_of_a_neighbours_turn_is_not_touched(project: Project) -> None:
    document = added(project, ("L", "Oui, voilà."), ("M", "… Non."), people=("Luc", "Mia"), ties="L=Luc M=Mia")
    voices = Voices.of(project)
    start = len("Oui, voilà.\n")
    assert voices.touched(document, 5, start + 2) == range(1)
    assert voices.touched(document, 5, start + 3) == range(2)
    assert voices.touched(document, 10, start + 4) == range(1, 2)
    assert voices.touched(document, 10, start + 1) == range(2)  # no letter at all: every character counts


def test_a_place_outside_every_turn_is_the_documents(project: Project) -> None:
    document = added(project, ("L", "Oui."), ("M", "Non."), people=("Luc",), ties="L=Luc")
    voices = Voices.of(project)
    assert voices.touched(document, 4, 5) == range(0)
    assert voices.heard(document, 4, 5).participants == tuple(key for key, _ in voices.participants)


PIECES = st.text("ab,. …!é", max_size=5)
# No importer makes a passage of nothing.
TURNS = st.lists(st.tuples(st.sampled_from(["INT", "L", "M", ""]), PIECES.filter(len)), min_size=1, max_size=6)


@contextmanager
def spoken(turns: Turns) -> Iterator[tuple[Project, int, str]]:
    """Give a project with these turns, two participants of whom one is tied, and its text."""
    ties = "L=Luc" if any(mark == "L" for mark, _ in turns) else ""
    with tempfile.TemporaryDirectory() as folder, Project.open(empty_project(Path(folder)), coder="Ada") as project:
        document = added(project, *turns, people=("Luc", "Mia"), ties=ties)
        yield project, document, documents.text(project, document)


@given(TURNS, st.data())
def test_a_stretch_touches_the_turns_of_which_it_holds_a_word(turns: Turns, data: st.DataObject) -> None:
    with spoken(turns) as (project, document, text):
        voices = Voices.of(project)
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        rows = voices.passages.tolist()
        holds = [n for n, row in enumerate(rows) if words.any_in(text, max(start, row[2]), min(end, row[3]))]
        overlaps = [n for n, row in enumerate(rows) if max(start, row[2]) < min(end, row[3])]
        [touched] = voices.touched_by(np.array([[document, start, end]], np.int64)).tolist()
        wanted = holds or overlaps
        assert range(*touched) == (range(wanted[0], wanted[-1] + 1) if wanted else range(0))


@given(TURNS, st.data())
def test_a_stretch_is_heard_as_its_words_are(turns: Turns, data: st.DataObject) -> None:
    with spoken(turns) as (project, document, text):
        voices = Voices.of(project)
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        letters = [n for n in range(start, end) if words.any_in(text, n, n + 1)]
        heard = voices.heard(document, start, end)
        single = [voices.heard(document, n, n + 1) for n in letters]
        passages = {n for at in letters for n in voices.touched(document, at, at + 1)}
        if letters and passages == set(voices.touched(document, start, end)):
            assert set(heard.participants) == {one for voice in single for one in voice.participants}
            assert set(heard.speakers) == {one for voice in single for one in voice.speakers}
            assert heard.asked == any(voice.asked for voice in single)
            assert heard.answered == any(voice.answered for voice in single)


def test_of_several_untied_speakers_only_one_who_is_named_alike_is_the_participant(tmp_path: Path) -> None:
    people = tuple(map(DraftSpeaker, ("MARC", "ANNE", "PAUL")))
    with Project.create(tmp_path / "a.verbatim") as project:
        [added] = documents.add(project, [draft("Table", "Et vous ?\nNous aussi.\nMoi non.", speakers=people)])
        participants.add(project, "Anne Li", documents=[added.key])
        voices = Voices.of(project)
        said = {voices.label(key): voices.says(added.key, key) for key in voices.speakers}
        anne = voices.participants[0][0]
        assert said == {"MARC": (), "ANNE": (anne,), "PAUL": ()}
        assert sorted(map(voices.label, voices.unknown)) == ["MARC", "PAUL"]
        participants.edit(project, anne, name="Zoé Li")
        assert {Voices.of(project).says(added.key, key) for key in voices.speakers} == {()}
