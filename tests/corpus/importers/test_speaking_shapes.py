"""However a talk goes and however its times are written, everybody's words are their own."""

from __future__ import annotations

import pytest

from corpus.importers import layouts, turns
from corpus.importers.reading import FileReading

Said = list[tuple[str | None, str]]

ASKED = ["Comment avez-vous commencé ?", "Et ensuite ?", "Que vous reste-t-il de ces années ?", "Rien d'autre ?"]
TOLD = [
    "Par hasard. Un voisin cherchait des bras.",
    "Ensuite l'usine a fermé, et j'ai suivi une formation.",
    "Le goût du bois : ça ne part pas.",
    "Non. On a fait le tour.",
]
LONG = [
    "Mon père tenait le banc de gauche, moi celui de droite.",
    "Le contremaître disait : « plus vite », et nous allions plus lentement.",
    "Il répondait : « demain », tous les jours.",
    "Le soir, on rentrait par le canal.",
    "Il répondait : « demain », et riait.",
]


def heard(text: str) -> tuple[Said, turns.Cut]:
    cut = turns.cut(text, list(turns.paragraphs(text)))
    return [(passage.speaker, text[passage.start : passage.end]) for passage in cut.passages], cut


def talk(asks: str, answers: str) -> Said:
    return [one for q, a in zip(ASKED, TOLD, strict=True) for one in ((asks, q), (answers, a))]


@pytest.mark.parametrize("label", ["***", "???", "?", "…", "---", "___", "[?]", "(…)"])
@pytest.mark.parametrize("asks", ["INT", "Camille"])
def test_signs_in_the_place_of_a_name_are_a_speaker(label: str, asks: str) -> None:
    said = talk(asks, label)
    found, cut = heard("".join(f"{who} : {words}\n" for who, words in said))
    assert (found, cut.notes) == (said, ())
    assert {one.label: one.role for one in cut.speakers} == {asks: "interviewer", label: "respondent"}


@pytest.mark.parametrize("label", ["***", "…", "---"])
def test_signs_are_one_of_several_speakers(label: str) -> None:
    said: Said = [
        ("INT", "Qui commence ?"),
        ("Léa", "Moi."),
        (label, "Non, moi, j'étais là avant."),
        *talk("INT", label),
    ]
    said += [("Léa", "Je n'ai rien dit, je crois."), (label, "On t'écoute.")]
    assert heard("\n\n".join(f"{who} : {words}" for who, words in said))[0] == said


@pytest.mark.parametrize(("asks", "answers"), [("E", "Femme, 42 ans"), ("Moi", "王芳"), ("Nadia Ba", "la gardienne")])
def test_few_questions_between_many_paragraphs_are_told(asks: str, answers: str) -> None:
    text = "\n".join(f"{asks} : {q}\n{answers} : {a}\n" + "\n".join(LONG * 2) for q, a in zip(ASKED, TOLD, strict=True))
    found, cut = heard(text)
    assert [who for who, _ in found] == [asks, answers] * 4
    assert found[1][1] == "\n".join([TOLD[0], *LONG * 2])
    assert cut.notes == ()


def test_phrases_before_quotations_are_said_by_who_tells() -> None:
    said: Said = [("INT", ASKED[0]), ("Paule", "\n".join(LONG)), ("INT", ASKED[1]), ("Paule", "\n".join(LONG * 2))]
    cited = [(who, words.replace("Il répondait", "Elle a dit")) for who, words in said]
    for talked in (said, [*said, *said], [*cited, *said]):
        assert heard("\n".join(f"{who} : {words}" for who, words in talked))[0] == talked


@pytest.mark.parametrize("label", ["Moi", "un client", "+33 6 12 34 56 78", "Responsable e-commerce", "[X]", "***"])
@pytest.mark.parametrize("number", ["", "{}. ", "({}) ", "{:03d} "])
def test_one_question_and_one_answer_are_a_talk(label: str, number: str) -> None:
    said: Said = [("Anna", "Vous êtes là depuis longtemps ?"), (label, "Depuis trois ans.\nEt vous ?")]
    label_is_a_field = label.startswith("Responsable")
    text = "\n".join(number.format(n) + f"{who} : {words}" for n, (who, words) in enumerate(said, 1))
    assert heard(text)[0] == (said if not label_is_a_field else [(None, line) for line in text.split("\n")])


@pytest.mark.parametrize(
    "text",
    [
        "La caisse : un lieu ?\nNotre idée part du client, qui attend.\nHypothèse : il part.",
        "Titre : où va le rayon ?\nAuteur : Jeanne Ba, de Lille",
    ],
)
def test_a_title_that_asks_is_no_talk(text: str) -> None:
    assert heard(text)[1].speakers == ()


CLOCKS = ["00:{:02d}:07", "{}:07.5", "00:{:02d}:07.250", "{}'07", "{} min 07", "{} min 07 s", "[00:{:02d}:07]"]
PLACES = {
    "before": "{time} {who} : {words}",
    "after": "{who} {time} : {words}",
    "behind": "{who} : {time} {words}",
    "at the end": "{who} : {words} {time}",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("clock", CLOCKS)
def test_times_are_no_words_wherever_they_stand(place: str, clock: str) -> None:
    said = talk("Camille Roux", "07")
    lines = [PLACES[place].format(time=clock.format(n), who=who, words=words) for n, (who, words) in enumerate(said, 1)]
    found, cut = heard("\n".join(lines))
    assert (found, cut.notes) == (said, ())
    when = [(one.end_ms if place == "at the end" else one.start_ms) for one in cut.passages]
    assert [(time or 0) // 1000 for time in when] == [60 * n + 7 for n in range(1, len(said) + 1)]


def test_times_of_day_at_the_end_of_some_turns_are_words() -> None:
    said = talk("INT", "Inès")
    said[1] = ("Inès", "On ouvre à 10:30")
    said[5] = ("Inès", "Et on ferme à 9:15")
    assert heard("\n".join(f"{who} : {words}" for who, words in said))[0] == said


def test_a_title_before_each_turn_is_a_speaker_where_all_lines_open_so() -> None:
    said = [*talk("Camille (elle/iel)", "Responsable achats"), ("Responsable achats", "Ah, si : le bruit.")]
    found, cut = heard("\n".join(f"{who} : {words}" for who, words in said))
    assert (found, cut.notes) == (said, ())


def test_who_is_called_an_interviewer_and_never_asks_answers() -> None:
    for asks in ("INT", "Camille"):
        cut = heard("\n".join(f"{who} : {words}" for who, words in talk(asks, "Enq 3")))[1]
        assert {one.label: one.role for one in cut.speakers} == {asks: "interviewer", "Enq 3": "respondent"}


@pytest.mark.parametrize("number", ["({})", "[{}]", "{})", "{}.", "{:03d}"])
def test_numbers_of_turns_are_no_labels(number: str) -> None:
    said = talk("INT", "Paule")
    found, _ = heard("\n".join(f"{number.format(n)} {who} : {words}" for n, (who, words) in enumerate(said, 1)))
    assert found == said


FORMS = [
    *("{who}) {words}", "<{who}> → {words}", "[{who}] – {words}", "{who} [00:0{n}] — {words}", "{who} :: {words}"),
    *("{who} [00:0{n}]. – {words}", "[{who}] / {words}", "{who}\t{words} [00:0{n}]", "> {who}:\t[00:0{n}] {words}"),
    *("{n}\t{who} ; {words}", "{n}\t{who}:\t[00:0{n}] {words}"),
]


@pytest.mark.parametrize("form", FORMS)
def test_what_sets_labels_off_is_no_word(form: str) -> None:
    said = talk("INT", "Paule B.")
    found, cut = heard("\n".join(form.format(who=who, n=n, words=words) for n, (who, words) in enumerate(said, 1)))
    assert (found, cut.notes) == (said, ())


@pytest.mark.parametrize("form", ["{who} – {words}", "{who} → {words}", "{who}\t{words}"])
def test_few_questions_are_told_by_any_sign(form: str) -> None:
    said = [(who, "\n".join([words, *(LONG * 2 if who == "Paule" else [])])) for who, words in talk("Camille", "Paule")]
    assert heard("\n".join(form.format(who=who, words=words) for who, words in said))[0] == said


@pytest.mark.parametrize("asks", ["ENQ.", "Camille", "J.-P."])
@pytest.mark.parametrize("lead", ["", "- ", "{n}. "])
def test_names_on_lines_of_their_own_stand_below_titles(asks: str, lead: str) -> None:
    said = talk(asks, "ΑΝΝΑ")
    above = "Entretien 7\nDate : 3 mai\nLieu : Lens\n\n" if not lead else ""
    found, _ = heard(
        above + "\n\n".join(lead.format(n=n) + f"{who}\n{words}" for n, (who, words) in enumerate(said, 1))
    )
    assert found[3 if above else 0 :] == said


LISTS = {
    "clauses": "1) The name may not be used.\n2) You keep this notice.\n3) No warranty is given.\n" * 3,
    "letters": "a. You may share it.\nb. You may change it.\nc. You must name us.\n\n" * 4,
    "brackets": "(1) If you copy it, say so.\n(2) If you change it, say so.\n(3) We answer for nothing.",
    "capitals": "".join(
        f"{word}: as we know it, and as you do.\n" for word in "API CLI DOM EOF EOL ETW FS GDB".split()
    ),
    "a table": "topic | told in\n" + "".join(f"what {n} is | chapters {n}, {n + 2} and 12\n" for n in range(9)),
    "a table that asks": "question\tanswered in\nwho says it\tchapter one, there\nwho hears\tchapter two, again",
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_that_count_and_name_things_are_no_talk(name: str) -> None:
    assert heard(LISTS[name])[1].speakers == ()


THEMES = [
    *(("Confiance", "Je leur fais confiance."), ("Prix", "Mon budget est serré."), ("Confiance", "On se connaît.")),
    *(("Prix", "J'attends les soldes."), ("Accueil", "Ils disent bonjour."), ("Accueil", "Vous êtes bien là.")),
]


@pytest.mark.parametrize("sign", ["\t", " : "])
def test_quotations_beside_themes_are_a_doubt_and_nobody_is_called_by_a_theme(sign: str) -> None:
    cut = heard("\n".join(f"{theme}{sign}« {words} »" for theme, words in THEMES * 2))[1]
    assert (cut.speakers, [note.doubt for note in cut.notes]) == ((), [True])


def test_a_table_of_themes_between_tabs_remains_a_table() -> None:
    text = "Sous-thème\tExtrait\n" + "\n".join("\t".join(row) for row in THEMES)
    reading = layouts.recognised(FileReading(text, list(turns.paragraphs(text))))
    assert {block.kind for block in reading.blocks} == {"cell"}
    assert turns.cut(reading.text, reading.blocks).speakers == ()


def test_a_word_before_a_colon_within_a_sentence_is_no_speaker() -> None:
    told = "J'ai commencé en bas, à la\ncaisse : on y apprend tout, je vous assure."
    said = [(who, f"{words}\n{told}" if who == "Paule" else words) for who, words in talk("Camille", "Paule")]
    found, cut = heard("\n".join(f"{who} : {words}" for who, words in said))
    assert (found, cut.notes) == (said, ())
