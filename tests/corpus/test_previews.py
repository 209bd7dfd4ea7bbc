"""What an import would bring is told before it is written, and what the person answers is what will be written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus import previews
from corpus.drafts import DraftSpeaker, Note, identity
from corpus.errors import ImportFailed
from corpus.importers import turns
from corpus.previews import Preview, PreviewAnswers
from tests.corpus.support import draft

PEOPLE = (DraftSpeaker("INT", "interviewer", 3), DraftSpeaker("ANNA", "respondent", 2))
TALK = "Where did it begin?\nIn the shop,  of all places.\nAnd then?\nWe drew it.\nWhy?"


def counts(preview: Preview) -> list[tuple[str, int, int]]:
    return [(one.label, one.turns, one.words) for one in preview.voices]


def test_a_preview_tells_who_says_how_much_with_two_lines_of_each() -> None:
    found = previews.of(draft("a", TALK, speakers=PEOPLE))
    assert (found.status, found.name, found.encoding, found.language) == ("ready", "a", "UTF-8", "fr")
    assert (found.characters, found.words, found.passages) == (len(TALK), 16, 5)
    assert [(one.label, one.role, one.turns, one.words) for one in found.voices] == [
        ("INT", "interviewer", 3, 7),
        ("ANNA", "respondent", 2, 9),
    ]
    assert found.voices[0].lines == ("Where did it begin?", "And then?")
    assert found.voices[1].lines == ("In the shop, of all places.", "We drew it.")
    assert (found.first[1].speaker, found.first[1].text) == ("ANNA", "In the shop, of all places.")
    assert not found.asks


def test_a_long_line_ends_between_words() -> None:
    found = previews.of(draft("a", "wonderful " * 40))
    [line] = [one.text for one in found.first]
    assert line.endswith("wonderful …")
    assert len(line) < 170


def test_doubts_are_told_from_what_was_left_out_and_a_guess_is_called_one() -> None:
    left, guess = Note("Running heads left out."), Note("{encoding} is a guess.", {"encoding": "cp437"}, doubt=True)
    found = previews.of(replace(draft("a", TALK), notes=(left, guess)))
    assert (found.status, found.asks, found.guessed) == ("doubtful", True, True)
    assert (found.doubts, found.told) == ((guess,), (left,))
    assert not previews.of(replace(draft("a", TALK), notes=(left,))).guessed


def test_a_mark_that_may_be_misspelt_is_a_doubt_until_it_is_answered() -> None:
    people = (PEOPLE[0], PEOPLE[1], DraftSpeaker("ANA", "unknown", 1, "ANNA"))
    asked = draft("a", TALK, speakers=people)
    assert [str(note) for note in previews.of(asked).doubts] == ["ANA (1) may be ANNA, misspelt."]
    for answers in (PreviewAnswers().joined("ANA", "ANA"), PreviewAnswers().joined("ANA", "ANNA")):
        told, written = previews.of(asked).answered(answers), previews.answered(asked, answers)
        assert (told.status, counts(told)) == ("ready", counts(previews.of(written)))
    joined = previews.answered(asked, PreviewAnswers().joined("ANA", "ANNA"))
    assert [(one.label, one.turns) for one in joined.speakers] == [("INT", 3), ("ANNA", 3)]
    assert [passage.speaker for passage in joined.passages] == ["INT", "ANNA", "ANNA", "INT", "ANNA"]
    assert previews.answered(asked, PreviewAnswers()) == asked


def test_marks_joined_one_after_the_other_are_all_the_last() -> None:
    people = tuple(DraftSpeaker(label, "unknown", 1) for label in ("A", "B", "C"))
    answers = PreviewAnswers().joined("A", "B").joined("B", "C")
    joined = previews.answered(draft("a", "one\ntwo\nthree", speakers=people), answers)
    assert [(one.label, one.turns) for one in joined.speakers] == [("C", 3)]
    assert {passage.speaker for passage in joined.passages} == {"C"}


def test_a_role_and_a_language_are_what_was_answered() -> None:
    talk, answers = draft("a", TALK, speakers=PEOPLE), replace(PreviewAnswers().role("ANNA", "unknown"), language="en")
    written = previews.answered(talk, answers)
    assert [one.role for one in written.speakers] == ["interviewer", "unknown"]
    assert previews.of(talk).answered(answers) == previews.of(written)
    assert (written.language, previews.answered(talk, PreviewAnswers()).language) == ("en", "fr")


def test_what_is_there_already_is_said_and_asks_nothing() -> None:
    known = replace(draft("copy", TALK), notes=(Note("Look.", doubt=True),))
    found = previews.of(known, {identity(known): "first"})
    assert (found.status, found.name, found.there, found.asks) == ("duplicate", "copy", "first", False)


def test_those_that_ask_come_first_and_the_rest_as_it_came() -> None:
    locked = previews.refused(Path("b.pdf"), ImportFailed("b.pdf", "{name} needs its password.", name="b.pdf"))
    song = previews.refused(Path("c.mp3"), ImportFailed("c.mp3", "{name} is a song.", name="c.mp3"))
    doubtful = previews.of(replace(draft("d", TALK), notes=(Note("Look.", doubt=True),)))
    plain = [previews.of(draft(name, TALK)) for name in "ae"]
    assert (locked.needs, song.needs, song.asks) == ("password", None, False)
    order = previews.ordered([plain[0], song, locked, doubtful, plain[1]])
    assert [one.path.name for one in order] == ["d.txt", "b.pdf", "c.mp3", "a.txt", "e.txt"]


def test_that_roles_are_unclear_is_no_doubt_once_one_is_given() -> None:
    people = (DraftSpeaker("ANNA", "unknown", 3), DraftSpeaker("BEA", "unknown", 2))
    unclear = previews.of(replace(draft("a", TALK, speakers=people), notes=(turns.UNCLEAR,)))
    assert unclear.doubts == (turns.UNCLEAR,)
    assert unclear.answered(PreviewAnswers().role("BEA", "unknown")).doubts == (turns.UNCLEAR,)
    assert unclear.answered(PreviewAnswers().role("BEA", "respondent")).status == "ready"


def test_the_first_label_in_doubt_is_found_in_what_is_shown() -> None:
    doubt = Note("Look.", {"label": "ANNA", "start": 3}, doubt=True)
    assert previews.of(replace(draft("a", "ANNA ANNA"), notes=(doubt,))).doubtful_label == (5, 9)
    assert previews.of(replace(draft("a", "ANNA"), notes=(doubt,))).doubtful_label is None
    assert previews.of(draft("a", "ANNA ANNA")).doubtful_label is None
