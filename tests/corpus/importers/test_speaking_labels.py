"""Labels of every form, in every layout of lines, are their speakers': what was said is nobody else's."""

from __future__ import annotations

import itertools

import pytest

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


@pytest.mark.parametrize("name", NO_TALK)
def test_texts_that_are_no_talk_have_no_speakers(name: str) -> None:
    text = NO_TALK[name]
    cut = turns.cut(text, list(turns.paragraphs(text)))
    assert cut.speakers == ()
    assert {passage.kind for passage in cut.passages} == {"paragraph"}
    assert bool(cut.notes) is (name in LOOK_LIKE_TALK)
