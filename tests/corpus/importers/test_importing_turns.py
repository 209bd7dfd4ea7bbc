"""Speaker marks become passages by evidence: what counts as a mark, who speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.drafts import Block
from corpus.importers import turns


def cut(text: str) -> turns.Cut:
    return turns.cut(text, list(turns.paragraphs(text)))


def said(text: str) -> list[tuple[str | None, str]]:
    passages, *_ = cut(text)
    return [(passage.speaker, text[passage.start : passage.end]) for passage in passages]


def speakers(text: str) -> list[str]:
    return [speaker.label for speaker in cut(text)[1]]


def roles(text: str) -> dict[str, str]:
    return {speaker.label: speaker.role for speaker in cut(text)[1]}


TWO_TURNS = [("A1", "Pourquoi ce métier ?"), ("B2", "Par goût.")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("INT: Pourquoi ce métier ?\nMARIE: Par goût.", "INT", "MARIE"),
        ("INT : Pourquoi ce métier ?\n\nMarie Dupont : Par goût.", "INT", "Marie Dupont"),
        ("Enquêtrice\u00a0: Pourquoi ce métier ?\nMme Dupont\u00a0: Par goût.", "Enquêtrice", "Mme Dupont"),
        ("[Chercheur] Pourquoi ce métier ?\n[Interviewé] Par goût.", "Chercheur", "Interviewé"),
        ("[Chercheur] (0:02 - 0:08)\nPourquoi ce métier ?\n\n[Marie] (0:08- 0: 10)\nPar goût.", "Chercheur", "Marie"),
        ("[00:01:02] INT: Pourquoi ce métier ?\n[00:01:09] MARIE: Par goût.", "INT", "MARIE"),
        ("00:01:02 Paul: Pourquoi ce métier ?\n00:01:09 Marie: Par goût.", "Paul", "Marie"),
        ("Paul: 00:01:02\n\nPourquoi ce métier ?\n\nMarie: 00:01:09\n\nPar goût.", "Paul", "Marie"),
        ("Paul (00:01):\nPourquoi ce métier ?\nMarie (00:09):\nPar goût.", "Paul", "Marie"),
        (
            "Paul  0:01\nPourquoi ce métier ?\n\nMarie  0:09\nPar goût.\n\nPaul  0:12\nOui.\n\nMarie 0:13\nOui.",
            "Paul",
            "Marie",
        ),
        ("**INT :** Pourquoi ce métier ?\n\n**Marie :** Par goût.", "INT", "Marie"),
        ("INT\tPourquoi ce métier ?\nR04\tPar goût.", "INT", "R04"),
        ("Q: Pourquoi ce métier ?\nR: Par goût.", "Q", "R"),
        ("Q : Pourquoi ce métier ?\nR : Par goût.\nQ : Encore ?\nR : Oui.", "Q", "R"),
        ("Speaker 1: Pourquoi ce métier ?\nSpeaker 2: Par goût.", "Speaker 1", "Speaker 2"),
        ("INT:Pourquoi ce métier ?\nMARIE:Par goût.", "INT", "MARIE"),
    ],
)
def test_marks_of_every_form_open_turns(text: str, first: str, second: str) -> None:
    assert said(text)[:2] == [(first, "Pourquoi ce métier ?"), (second, "Par goût.")]


@pytest.mark.parametrize(
    "text",
    [
        "Note : ce texte est court.\nExemple : celui-ci.",
        "Tableau 1 : les ventes\n\nUn paragraphe.\n\nTableau 2 : les achats\n\nUn autre.",
        "Il dit une chose : elle compte.\nElle en dit une autre : elle aussi.",
        "Expérience client : la route\n\nUn.\n\nExpérience client : le but\n\nDeux.\n\nExpérience client : la fin",
        "Nom : Dupont\nFonction : Directrice\nDate : 12 mars",
        "http://exemple.org\nhttps://exemple.org",
        "Rendez-vous à 10:30\nFin vers 12:00",
        "8:30 arrivée au bureau\n9:00 réunion",
        "[rires] On a bien ri.\n\n[rires] Encore.\n\n[silence]\n\n[rires]",
        "[Entreprise] est grande.\n\nOui.\n\n[Entreprise] recrute.\n\n[Entreprise] paie bien.",
        "[le site](https://exemple.org) est là.\n\n[le site](https://exemple.org) encore.",
        "- du pain\n- du lait\n- des oeufs\n- du beurre\n- du sel",
        "On a fait le point : rien.\n\nEnsuite, pause.",
    ],
)
def test_a_colon_does_not_make_a_speaker(text: str) -> None:
    assert speakers(text) == []
    assert {passage.kind for passage in cut(text)[0]} == {"paragraph"}


def test_a_turn_holds_all_its_paragraphs_and_the_title_is_a_paragraph() -> None:
    text = "Entretien 01\n\n[INT] (0:01 - 0:04)\nBonjour.\n\nPrêt ?\n\n[Marie] (0:05 - 1:02:07)\nOui.\n\nAllons-y.\n"
    title, question, answer = cut(text)[0]
    assert (title.kind, title.speaker, text[title.start : title.end]) == ("paragraph", None, "Entretien 01")
    assert (question.kind, text[question.start : question.end]) == ("turn", "Bonjour.\n\nPrêt ?")
    assert text[answer.start : answer.end] == "Oui.\n\nAllons-y."
    assert (question.start_ms, question.end_ms, answer.start_ms, answer.end_ms) == (1000, 4000, 5000, 3_727_000)


def test_times_alone_cut_and_stay_outside() -> None:
    text = "[00:00:05] Bonjour à tous.\n\n[00:01:02] On commence."
    assert said(text) == [(None, "Bonjour à tous."), (None, "On commence.")]
    assert [passage.start_ms for passage in cut(text)[0]] == [5000, 62_000]


def test_a_time_alone_goes_on_with_the_speaker() -> None:
    text = "INT: Alors ?\nMARIE: D'abord ceci.\n[00:01:02] Puis cela.\nINT: Bien."
    assert said(text)[1:3] == [("MARIE", "D'abord ceci."), ("MARIE", "Puis cela.")]


def test_a_time_that_closes_a_turn_stays_outside() -> None:
    text = "INT: Pourquoi ? #00:00:10-0#\nMARIE: Par goût. #00:00:14-5#"
    passages, *_ = cut(text)
    assert [text[passage.start : passage.end] for passage in passages] == ["Pourquoi ?", "Par goût."]
    assert [passage.end_ms for passage in passages] == [10_000, 14_500]


def test_a_header_above_the_talk_names_no_speaker() -> None:
    text = (
        "Interviewer : F. Jacob\nParticipant : P3\nDate : 12 mars\n\n"
        + "INT : Alors, ça va ?\nMARIE : Oui, merci.\n" * 3
    )
    assert speakers(text) == ["INT", "MARIE"]
    assert said(text)[0] == (None, "Interviewer : F. Jacob")


def test_talk_without_punctuation_begins_with_its_first_turn() -> None:
    text = "Date : 12 mars\nINT: bonjour\nMARIE: bonjour\nINT: vous me disiez que la boutique avait fermé ce jour là"
    assert [speaker for speaker, _ in said(text)] == [None, "INT", "MARIE", "INT"]


def test_a_label_in_an_answer_is_no_speaker() -> None:
    answer = "MARIE: Deux choses.\nune remarque sur le prix : il monte.\nExemple : le pain.\n"
    text = ("INT: Quoi ?\n" + answer) * 3
    assert speakers(text) == ["INT", "MARIE"]


def test_someone_who_speaks_once_in_a_talk_is_a_speaker() -> None:
    text = "INT: Bonjour.\nMARIE: Bonjour.\nINT: On y va ?\nSerge: Moi aussi, je suis là.\nMARIE: Oui.\nINT: Bien."
    assert speakers(text) == ["INT", "MARIE", "Serge"]


def test_a_slip_of_a_frequent_mark_is_offered_not_merged() -> None:
    talk = "Chercheur: Et après ?\nMarie: Après, rien.\n" * 4
    found = {speaker.label: speaker for speaker in cut(talk + "Chercheru: Vraiment ?\nMarei: Vraiment.\n")[1]}
    assert found["Chercheru"].same_as == "Chercheur"
    assert found["Marei"].same_as == "Marie"
    assert found["Chercheru"].turns == 1
    assert found["Marie"].same_as is None


@pytest.mark.parametrize(("one", "other"), [("P1", "P2"), ("Speaker 1", "Speaker 2"), ("R", "Q"), ("R04", "R05")])
def test_numbers_and_letters_tell_people_apart(one: str, other: str) -> None:
    text = f"INT: Quoi ?\n{one}: Rien.\n" * 6 + f"{other}: Si.\n"
    assert all(speaker.same_as is None for speaker in cut(text)[1])


def test_roles_come_from_the_words_of_the_labels() -> None:
    assert roles("INT: Ça va.\nMARIE: Oui.") == {"INT": "interviewer", "MARIE": "respondent"}
    assert roles("Participant: Oui.\nModerator: Bien.\nParticipant: Oui.") == {
        "Participant": "respondent",
        "Moderator": "interviewer",
    }


def test_roles_come_from_who_asks() -> None:
    talk = "Paul: Et ensuite ?\nMarie: Ensuite, on a livré la commande au client.\n" * 3
    assert roles(talk) == {"Paul": "interviewer", "Marie": "respondent"}


def test_roles_stay_unknown_where_nobody_asks() -> None:
    assert set(roles("Paul: Je pense que oui.\nMarie: Moi, non.\n" * 3).values()) == {"unknown"}


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_dashes_open_turns_of_two_people(dash: str) -> None:
    lines = ["Vous venez ?", "Oui, demain.", "À quelle heure ?", "À huit heures."]
    text = "\n".join(f"{dash} {line}" for line in lines)
    assert said(text) == [(f"{dash} {number % 2 + 1}", line) for number, line in enumerate(lines)]


def test_two_kinds_of_dash_are_two_people() -> None:
    text = "– Vous venez ?\n- Oui.\n- Enfin, peut-être.\n– Quand ?\n- Demain."
    assert [speaker for speaker, _ in said(text)] == ["–", "-", "-", "–", "-"]


def test_headings_are_passages_and_the_speaker_goes_on_below() -> None:
    text = "INT: Quoi ?\nMARIE: Ceci.\nThème 2\nEt cela."
    blocks = [*turns.paragraphs(text)]
    heading = next(block for block in blocks if text[block.start : block.end] == "Thème 2")
    blocks[blocks.index(heading)] = Block(heading.start, heading.end, "heading")
    passages, *_ = turns.cut(text, blocks)
    assert [(passage.kind, passage.speaker) for passage in passages] == [
        *(("turn", "INT"), ("turn", "MARIE")),
        *(("heading", None), ("turn", "MARIE")),
    ]


def test_cells_and_notes_end_a_turn() -> None:
    text = "INT: Quoi ?\nMARIE: Ceci.\nune cellule\nun mot en bas"
    first, second, cell, note = turns.paragraphs(text)
    blocks = [first, second, Block(cell.start, cell.end, "cell"), Block(note.start, note.end, "note")]
    assert [(passage.kind, passage.speaker) for passage in turns.cut(text, blocks)[0]] == [
        *(("turn", "INT"), ("turn", "MARIE")),
        *(("cell", None), ("note", None)),
    ]


def test_folded_lines_are_one_paragraph_and_long_lines_are_one_each() -> None:
    line = "mot " * 17 + "fin"
    folded = f"{line}\n{line}\n{line}\nvoilà.\n\n{line}\n{line}\nvoilà."
    assert len(said(folded)) == 2
    assert len(said("Un paragraphe.\nUn autre, plus long que le premier.\nUn troisième.\nLe quatrième.")) == 4


PIECES = st.sampled_from(
    [
        *(
            "INT:",
            "MARIE :",
            "[Chercheur]",
            "(0:02 - 0:08)",
            "[00:01:02]",
            "#00:01:02-3#",
            "– ",
            "- ",
            "Q:",
            "R\t",
            "**A:**",
        ),
        *(
            "\n",
            "\n\n",
            " ",
            "\t",
            "\u00a0",
            "\u2029",
            "\u2028",
            "\u200b",
            "\x0c",
            "Bonjour",
            "ça va ?",
            "é",
            "e\u0301",
        ),
        *("👩‍🔬", "😀", "Marie: 00:01:09", "Paul  0:01", ":", "10:30", "Note :", "[", "]", "22:175", "?", "."),
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_whatever_the_text_passages_are_sound(text: str) -> None:
    passages, found, _ = cut(text)
    end = 0
    for passage in passages:
        assert end <= passage.start < passage.end <= len(text)
        quoted = text[passage.start : passage.end]
        assert quoted == quoted.strip()
        end = passage.end
    assert {passage.speaker for passage in passages} - {None} == {speaker.label for speaker in found}
    assert all(speaker.turns > 0 for speaker in found)
    assert len({speaker.label for speaker in found}) == len(found)


LABELS = st.sampled_from(["INT", "MARIE", "Chercheur", "Mme Dupont", "R04"])
WORDS = st.text(st.characters(categories=["Ll", "So", "Mn", "Zs"]), min_size=1, max_size=40).filter(str.strip)


@given(st.lists(st.tuples(LABELS, WORDS), min_size=2, max_size=20))
def test_marks_lie_outside_and_all_words_inside(talk: list[tuple[str, str]]) -> None:
    talk = [("INT", "pourquoi ?"), *talk]
    text = "\n".join(f"{label}: {words}" for label, words in talk)
    passages, *_ = cut(text)
    assert [(passage.speaker, text[passage.start : passage.end]) for passage in passages] == [
        (label, words.strip()) for label, words in talk
    ]


@pytest.mark.parametrize(("mark", "asks"), [("§§ ", True), ("", False)])
def test_answers_that_all_begin_alike_are_a_doubt(mark: str, asks: bool) -> None:
    asked = ("Depuis quand ?", "Et avant ?", "Avec qui ?", "Et demain ?")
    told = ("Dix ans au siège.", "Avant, la vente.", "Seule, le plus souvent.", "On verra bien.")
    found = cut("\n".join(f"INT : {q}\n{mark}{a}" for q, a in zip(asked, told, strict=True)))
    assert [speaker.label for speaker in found.speakers] == ["INT"]
    assert [note.doubt for note in found.notes] == [asks]
