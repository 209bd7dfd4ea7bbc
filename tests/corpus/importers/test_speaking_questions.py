"""Interviews of which only the questions, or nothing at all, are marked: what is answered is nobody's question."""

from __future__ import annotations

import pytest

from corpus.drafts import Block
from corpus.importers import turns
from tests.corpus.importers.test_speaking_shapes import ASKED, LONG, TOLD, heard

QUESTIONS = {
    "Q{n} : {q}\n{a}\n": "Q",
    "Q{n}. {q}\n{a}\n": "Q",
    "Q{n} - {q}\n\n{a}\n\n": "Q",
    "Q{n}) {q}\n{a}\n\n": "Q",
    "Question {n} : {q}\n\n{a}\n\n": "Question",
    "Question n°{n} : {q}\n– {a}\n\n": "Question",
    "Pregunta {n}: {q}\n{a}\n": "Pregunta",
    "{n}. {q}\n{a}\n\n": "Question",
    "{n}) {q}\n\n{a}\n\n": "Question",
    "- {q}\n{a}\n\n": "Question",
    "> {q}\n\n{a}\n\n": "Question",
    "{q}\n– {a}\n\n": "Question",
    "{q}\n\n{a}\n\n": "Question",
}
ANSWERS = ["Par hasard, je crois.", "J'ai suivi une formation.", "Le bois : je l'ai aimé.\nMoi, toujours.", "Non."]


@pytest.mark.parametrize("form", QUESTIONS)
def test_what_stands_below_a_question_is_somebody_elses(form: str) -> None:
    found, cut = heard("".join(form.format(n=n, q=q, a=a) for n, (q, a) in enumerate(zip(ASKED, ANSWERS), 1)))
    asks = QUESTIONS[form]
    assert found == [one for q, a in zip(ASKED, ANSWERS) for one in ((asks, q), (None, a))]
    assert [(one.label, one.role) for one in cut.speakers] == [(asks, "interviewer")]


@pytest.mark.parametrize(("asks", "answers"), [("Q{}", "R{}"), ("Question {}", "Réponse {}"), ("E.{}", "A.{}")])
def test_labels_that_count_pairs_are_two_speakers(asks: str, answers: str) -> None:
    pairs = enumerate(zip(ASKED, TOLD, strict=True), 1)
    cut = heard("\n".join(f"{asks.format(n)} : {q}\n{answers.format(n)} : {a}" for n, (q, a) in pairs))[1]
    bare = [label.format("").strip(" .") for label in (asks, answers)]
    assert [(one.label, one.turns, one.role) for one in cut.speakers] == [
        (bare[0], 4, "interviewer"),
        (bare[1], 4, "respondent"),
    ]


def test_people_who_speak_once_each_in_their_order_remain_several() -> None:
    text = "INT : Qui êtes-vous ?\n" + "".join(f"P{n} : Moi, je viens de la rue {n}.\n" for n in range(1, 6))
    assert [one.label for one in heard(text)[1].speakers] == ["INT", *(f"P{n}" for n in range(1, 6))]


def test_a_question_in_bold_type_ends_where_the_type_does() -> None:
    text, blocks = "", []
    for q, a in zip(ASKED, ANSWERS, strict=True):
        start, text = len(text), f"{text}{q} {a}\n"
        blocks.append(Block(start, len(text) - 1, bold=start + len(q)))
    cut = turns.cut(text, blocks)
    assert [text[one.start : one.end] for one in cut.passages if one.speaker == "Question"] == ASKED
    assert [text[one.start : one.end] for one in cut.passages if one.speaker is None] == ANSWERS


ESSAYS = {
    "questions and answers of a shop": "".join(f"{q}\nOn répond sous trois jours, par courrier.\n\n" for q in ASKED),
    "a guide": "\n".join(f"{n}. {q}" for n, q in enumerate(ASKED * 2, 1)),
    "an essay": "\n\n".join(["Pourquoi je suis venu ?", *LONG * 6, "Fallait-il rester ?", *LONG * 9]),
}


@pytest.mark.parametrize("name", ESSAYS)
def test_questions_that_nobody_answers_for_themselves_are_text(name: str) -> None:
    assert heard(ESSAYS[name])[1].speakers == ()
