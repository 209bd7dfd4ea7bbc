"""Labels of every form, in every layout of lines, are their speakers': what was said is nobody else's."""

from __future__ import annotations

import itertools

import pytest

from corpus.drafts import Block
from corpus.importers import turns
from tests.corpus.importers.no_talk import LOOK_LIKE_TALK, NO_TALK

ASKED = ["Comment êtes-vous arrivée ici ?", "Et qu'est-ce qui vous a plu ?", "Vous y pensez encore ?", "Autre chose ?"]
ANSWERED = [
    "Par une amie qui tenait déjà l'atelier, un hiver où je cherchais du travail.",
    "Le bruit : on entend les machines depuis la rue, et le soir plus rien.",
    "Souvent. Je revois la cour, les vélos, le chef qui criait.",
    "Non, je crois que j'ai fait le tour.",
]

LABEL_WITH_DASH, LABEL_WITH_BAR = "Camille Roux - ACME", "Camille (elle) | ACME"
LABELS = [
    *("IB", "I.B.", "I. B.", "ib", "R", "R1", "E1", "E-01", "P-03", "P_03", "07", "7", "112", "#4", "n°3", "N° 12"),
    *("Participant n°3", "Participante no 4", "Participant 3", "participant", "Répondante", "Enquêté·e", "enquêté.e"),
    *(
        "Enquêté(e)",
        "Interviewé",
        "interviewée",
        "Femme, 42 ans",
        "Homme, 35-40 ans, cadre",
        "H, 58",
        "F42",
        "une élève",
    ),
    *(
        "Mme [X]",
        "M. X",
        "M. [Y]",
        "Mme D.",
        "Madame la directrice",
        "la directrice",
        "le maire",
        "la DRH",
        "[X], 30 ans",
    ),
    *("« Inès »", '"Inès"', "Inès", "inès", "INÈS", "Inès B.", "Inès Ben Ali", "Inès-Marie d'Aubigné", "O'Brien"),
    *("Dr. Müller (DSI)", "Pr Ba", "Sœur Agnès", "Jean-Éric Łoś", "Camille (elle)", LABEL_WITH_BAR),
    *(LABEL_WITH_DASH, "iPhone de Camille", "Galaxy A52", "ines.benali@acme.fr", "+33 6 12 34 56 78"),
    *(
        "@azur42",
        "azur42",
        "ines_benali",
        "u/azur",
        "Ινες",
        "Инес",
        "محمد",
        "משה",
        "王",
        "王小明",
        "イネス",
        "आशा",
        "한지민",
    ),
    *("Employé/e", "Salarié & élu", "Agent de maîtrise 2", "Chef d'équipe", "Équipe", "SPEAKER_01", "Speaker 2"),
    *("Locuteur 2", "Voix féminine", "Client", "Patiente 4", "Élève A", "A", "B", "X.", "Mère", "Groupe 1", "ent. 12"),
]


def talk(*labels: str) -> list[tuple[str, str]]:
    pairs = itertools.chain.from_iterable(zip(ASKED, ANSWERED, strict=True))
    return list(zip(itertools.cycle(labels), pairs))


def clock(number: int) -> str:
    return f"00:{number * 7 // 60:02d}:{number * 7 % 60:02d}"


LAYOUTS = {
    "colon": "{label} : {words}\n",
    "colon at once": "{label}: {words}\n",
    "wide colon": "{label}：{words}\n",
    "thin space": "{label}\u2009: {words}\n",
    "narrow space": "{label}\u202f:\u00a0{words}\n",
    "zero-width space": "\u200b{label}\u200b: {words}\n",
    "blank lines": "{label} : {words}\n\n",
    "bold": "**{label} :** {words}\n\n",
    "words below": "{label} :\n{words}\n\n",
    "tab": "{label}\t{words}\n",
    "colon and tab": "{label} :\t{words}\n",
    "dash": "{label} – {words}\n",
    "hyphen": "{label} - {words}\n",
    "long dash": "{label} — {words}\n",
    "bar": "{label} | {words}\n",
    "angle": "{label} > {words}\n",
    "arrow": "{label} → {words}\n",
    "equals": "{label} = {words}\n",
    "bracket": "[{label}] {words}\n",
    "bracket and colon": "[{label}] : {words}\n",
    "angles": "<{label}> {words}\n",
    "dash before": "- {label} : {words}\n",
    "bullet before": "• {label} : {words}\n",
    "number before": "{number:03d}\t{label} : {words}\n",
    "number and point": "{number}. {label} : {words}\n",
    "time before": "[{clock}] {label} : {words}\n",
    "bare time before": "{clock} {label} : {words}\n",
    "time and dash": "{clock} - {label} : {words}\n",
    "time after": "{label} [{clock}] : {words}\n",
    "time in round brackets": "{label} ({clock}) : {words}\n",
    "time after colon": "{label} : [{clock}] {words}\n",
    "time for a colon": "{label} [{clock}] {words}\n",
    "line of its own": "{label}\n{words}\n\n",
    "line with time": "{label}  {clock}\n{words}\n\n",
    "line with time first": "{clock} {label}\n{words}\n\n",
    "line with time in brackets": "[{clock}.120] - {label}\n{words}\n\n",
    "three lines": "{clock}\n{label}\n{words}\n\n",
    "three lines, label first": "{label}\n{clock}\n{words}\n\n",
    "sign after": "{label} 🎤 : {words}\n",
}
# The sign that sets off the labels of a layout stands in these labels too, and is taken for it.
UNTOLD = {
    ("dash", LABEL_WITH_DASH),
    ("long dash", LABEL_WITH_DASH),
    ("hyphen", LABEL_WITH_DASH),
    ("bar", LABEL_WITH_BAR),
}


def laid_out(layout: str, said: list[tuple[str, str]]) -> str:
    form = LAYOUTS[layout]
    return "".join(
        form.format(label=label, words=words, number=number + 1, clock=clock(number))
        for number, (label, words) in enumerate(said)
    )


def heard(text: str) -> tuple[list[tuple[str | None, str]], turns.Cut]:
    cut = turns.cut(text, list(turns.paragraphs(text)))
    return [(passage.speaker, text[passage.start : passage.end]) for passage in cut.passages], cut


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("asks", ["INT", "Camille"])
def test_labels_in_layouts(layout: str, asks: str) -> None:
    wrong = []
    for label in (label for label in LABELS if (layout, label) not in UNTOLD):
        said = talk(asks, label)
        found, cut = heard(laid_out(layout, said))
        roles = {speaker.label: speaker.role for speaker in cut.speakers}
        if (found, roles, cut.notes) != (said, {asks: "interviewer", label: "respondent"}, ()):
            wrong.append((label, found, roles, cut.notes))
    assert not wrong


def spoken(text: str) -> list[tuple[str | None, int | None, int | None, str]]:
    cut = turns.cut(text, list(turns.paragraphs(text)))
    return [(p.speaker, p.start_ms, p.end_ms, text[p.start : p.end]) for p in cut.passages]


@pytest.mark.parametrize(
    ("sign", "answers"),
    [("Q : ", ""), ("INT : ", ""), ("Q : ", "– "), ("INT : ", "- "), ("**Question :** ", "")],
)
def test_below_questions_that_alone_are_marked_somebody_else_speaks(sign: str, answers: str) -> None:
    text = "".join(f"{sign}{asked}\n\n{answers}{said}\n\n" for asked, said in zip(ASKED, ANSWERED, strict=True))
    found, cut = heard(text)
    (speaker,) = cut.speakers
    assert speaker.role == "interviewer"
    assert found == [(name, words) for pair in zip(ASKED, ANSWERED) for name, words in zip((speaker.label, None), pair)]
    assert [note.doubt for note in cut.notes] == [False]


def test_above_answers_that_alone_are_marked_somebody_else_asks() -> None:
    text = "".join(f"{asked}\n\nR : {said}\n\n" for asked, said in zip(ASKED, ANSWERED, strict=True))
    found, cut = heard(text)
    assert [(speaker.label, speaker.role) for speaker in cut.speakers] == [("R", "respondent")]
    assert found == [(name, words) for pair in zip(ASKED, ANSWERED) for name, words in zip((None, "R"), pair)]


def test_a_label_written_otherwise_is_told_by_the_labels_around_it() -> None:
    text = "INT : Et alors ?\nla voisine : Rien du tout.\n" * 3 + "INT : Bien.\nINT - Encore ?\n"
    found, _ = heard(text)
    assert [name for name, _ in found] == ["INT", "la voisine"] * 3 + ["INT", "INT"]


def test_an_opening_that_recurs_and_is_not_understood_is_told_with_its_lines() -> None:
    answer = "IB : Deux choses.\nmon conseil pour les jeunes : partir.\n"
    text = ("INT : Et alors ?\n" + answer) * 3
    _, cut = heard(text)
    assert [speaker.label for speaker in cut.speakers] == ["INT", "IB"]
    (note,) = cut.notes
    assert note.doubt
    assert str(note) == (
        "Lines that may open a turn, and were not taken to: 3, such as 3 (mon conseil pour les jeunes), "
        "6 (mon conseil pour les jeunes), 9 (mon conseil pour les jeunes)."
    )


def test_times_within_a_turn_and_at_its_end_leave_the_words() -> None:
    text = (
        "INT: Et alors ? #00:00:10-0#\nIB: D'abord ceci. #00:00:14-5#\nPuis cela. #00:00:20-1#\n"
        "INT: Oui ? #00:00:21-0#\nIB: Oui. [00:00:25.250] Et encore.\n"
    )
    assert spoken(text) == [
        ("INT", None, 10_000, "Et alors ?"),
        ("IB", None, 14_500, "D'abord ceci."),
        ("IB", None, 20_100, "Puis cela."),
        ("INT", None, 21_000, "Oui ?"),
        ("IB", None, None, "Oui."),
        ("IB", 25_250, None, "Et encore."),
    ]


def test_times_without_brackets_run_through_a_text_that_names_nobody() -> None:
    text = "00:00 Bonjour.\n\n00:12 On est partis tôt.\n\n01:40 Et voilà.\n"
    assert spoken(text) == [
        (None, 0, None, "Bonjour."),
        (None, 12_000, None, "On est partis tôt."),
        (None, 100_000, None, "Et voilà."),
    ]


def test_numbers_of_lines_are_not_said() -> None:
    text = "1 INT: Pourquoi avez-vous\n2 choisi ce métier ?\n3 IB: Par goût, et parce que\n4 tout le monde le fait.\n"
    assert [(name, words) for name, _, _, words in spoken(text)] == [
        ("INT", "Pourquoi avez-vous"),
        ("INT", "choisi ce métier ?"),
        ("IB", "Par goût, et parce que"),
        ("IB", "tout le monde le fait."),
    ]


@pytest.mark.parametrize(
    "form",
    [
        *("{who}  {time}\n{words}\n\n", "{time} - {who}\n  {words}\n\n", "{who} - {time}\n{words}\n\n"),
        *("{who}, {time}\n{words}\n\n", "[{time}] {who}\n{words}\n\n", "{who} ({time}):\n{words}\n\n"),
        *("{time}\n{who}\n{words}\n\n", "[{time}] {who}: {words}\n\n", "{time} {who}\n{words}\n"),
    ],
)
def test_three_turns_are_enough_where_there_are_times(form: str) -> None:
    said = [("Ana Lopes", "0:03", "On y va ?"), ("Ole", "0:07", "Oui, je suis prêt."), ("Ana Lopes", "1:12", "Bien.")]
    text = "Rencontre avec Ole\n\n" + "".join(form.format(who=who, time=time, words=words) for who, time, words in said)
    starts = [(name, start) for name, start, _, _ in spoken(text) if name]
    assert starts == [("Ana Lopes", 3000), ("Ole", 7000), ("Ana Lopes", 72_000)]


def test_headings_that_take_turns_are_labels() -> None:
    lines = [line for who, words in talk("Interviewer", "Participant 07") for line in (who, words)]
    text, blocks, at = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(at, at + len(line), "paragraph" if number % 2 else "heading"))
        at += len(line) + 1
    cut = turns.cut(text, blocks)
    assert [(p.speaker, text[p.start : p.end]) for p in cut.passages] == talk("Interviewer", "Participant 07")
    assert [speaker.role for speaker in cut.speakers] == ["interviewer", "respondent"]


@pytest.mark.parametrize("name", NO_TALK)
def test_texts_that_are_no_talk_have_no_speakers(name: str) -> None:
    text = NO_TALK[name]
    cut = turns.cut(text, list(turns.paragraphs(text)))
    assert cut.speakers == ()
    assert {passage.kind for passage in cut.passages} == {"paragraph"}
    assert bool(cut.notes) is (name in LOOK_LIKE_TALK)


def blocks_of(lines: list[str], kind: str) -> tuple[str, list[Block]]:
    """Return a text whose lines are by turns set apart, as headings or in bold type, and plain."""
    blocks, at = [], 0
    for number, line in enumerate(lines):
        end = at + len(line)
        heading, bold = number % 2 == 0 and kind == "heading", number % 2 == 0 and kind == "bold"
        blocks.append(Block(at, end, "heading" if heading else "paragraph", bold=end if bold else None))
        at = end + 1
    return "\n".join(lines), blocks


@pytest.mark.parametrize("kind", ["heading", "bold"])
def test_questions_set_apart_are_asked_and_what_is_below_is_answered(kind: str) -> None:
    text, blocks = blocks_of([line for pair in zip(ASKED, ANSWERED) for line in pair], kind)
    cut = turns.cut(text, blocks)
    assert [(speaker.label, speaker.role) for speaker in cut.speakers] == [("Question", "interviewer")]
    assert [(p.speaker, text[p.start : p.end]) for p in cut.passages] == [
        (name, words) for pair in zip(ASKED, ANSWERED) for name, words in zip(("Question", None), pair)
    ]


@pytest.mark.parametrize("kind", ["heading", "bold"])
def test_questions_set_apart_above_explanations_are_headings(kind: str) -> None:
    help_page = ["Comment payer ?", "Par carte, à la caisse."] * 4
    assert turns.cut(*blocks_of(help_page, kind)).speakers == ()


def test_a_bold_beginning_is_a_label_where_it_comes_again_and_again() -> None:
    blocks, parts, at = [], [], 0
    for who, words in talk("Ana Lopes", "la voisine"):
        parts.append(f"{who} {words}")
        blocks.append(Block(at, at + len(parts[-1]), bold=at + len(who)))
        at += len(parts[-1]) + 1
    text = "\n".join(parts)
    cut = turns.cut(text, blocks)
    assert [(p.speaker, text[p.start : p.end]) for p in cut.passages] == talk("Ana Lopes", "la voisine")


@pytest.mark.parametrize(
    "form", ["[X] : {}", "(Inès) : {}", "<Inès> – {}", "[X]\n{}", "1. IB : {}", "LEA: {}", "L: {}"]
)
def test_a_bracket_or_a_number_around_one_label_alone_is_no_other_style(form: str) -> None:
    asks = form.replace("[X]", "INT").replace("(Inès)", "INT").replace("<Inès>", "INT").replace("IB", "INT")
    asks = asks.replace("LEA", "MAX").replace("L:", "M:")
    text = "".join(
        f"{asks.format('On part demain matin.')}\n\n{form.format('La route est longue et froide.')}\n\n" for _ in ASKED
    )
    found, cut = heard(text)
    assert [words for _, words in found] == ["On part demain matin.", "La route est longue et froide."] * 4
    assert len(cut.speakers) == 2
