"""Transcripts in tables: rows are turns of who stands in the column of names; other tables stay what they are."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.importers.layouts import columns
from tests.corpus.importers.layouts.drafted import drafted, said, timed
from tests.corpus.importers.made_files import docx, odt, paragraph

Rows = list[list[str]]

TALK: Rows = [
    ["AB", "Alors, comment ça se passe ?"],
    ["Mme [P]", "On prend le bois tel qu'il vient."],
    ["AB", "Tel qu'il vient, c'est-à-dire ?"],
    ["Mme [P]", "Avec les nœuds, avec tout."],
    ["AB", "Et après ?"],
    ["Mme [P]", "Après on le laisse."],
]
TURNS = [(speaker, words) for speaker, words in TALK]


def word(rows: Rows) -> bytes:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>")


def opened(rows: Rows) -> bytes:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    lines = ("".join(cell.format(escape(text)) for text in row) for row in rows)
    return odt(
        "<table:table>" + "".join(f"<table:table-row>{line}</table:table-row>" for line in lines) + "</table:table>"
    )


def rich(rows: Rows) -> bytes:
    lines = ("".join(f"{cell}\\cell " for cell in row) for row in rows)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "".join(f"\\trowd {line}\\row " for line in lines) + "}").encode("cp1252")


def page(rows: Rows) -> str:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return "<meta charset=utf-8><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


FORMATS = [("a.docx", word), ("a.odt", opened), ("a.html", page), ("a.txt", tabs)]


@pytest.mark.parametrize(("name", "made"), FORMATS)
@pytest.mark.parametrize("head", [None, ["Locuteur", "Texte"], ["Speaker", "Transcript"], ["Qui parle", "Propos"]])
def test_a_row_is_a_turn_in_every_format_and_the_head_is_not_said(tmp_path, name, made, head) -> None:  # type: ignore[no-untyped-def]
    draft = drafted(tmp_path, name, made([head, *TALK] if head else TALK))
    assert said(draft) == TURNS
    assert {passage.kind for passage in draft.passages} == {"turn"}
    assert [(speaker.label, speaker.role) for speaker in draft.speakers] == [
        *(("AB", "interviewer"), ("Mme [P]", "respondent")),
    ]


def test_rich_text(tmp_path: Path) -> None:
    rows = [["Sprecher", "Inhalt"], ["AB", "Und dann?"], ["CD", "Dann nichts mehr."], ["AB", "Gar nichts?"]]
    assert said(drafted(tmp_path, "a.rtf", rich(rows))) == [(who, words) for who, words in rows[1:]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "| Qui | Texte |\n| --- | :-- |\n" + "".join(f"| {who} | {words} |\n" for who, words in TALK)),
        ("a.txt", "Qui;Texte\n" + "".join(f"{who};{words}\n" for who, words in TALK)),
    ],
)
def test_other_signs_part_cells_too(tmp_path: Path, name: str, text: str) -> None:
    assert said(drafted(tmp_path, name, text)) == TURNS


@pytest.mark.parametrize(("name", "made"), FORMATS)
def test_times_and_line_numbers_have_columns_of_their_own(tmp_path, name, made) -> None:  # type: ignore[no-untyped-def]
    rows = [[str(n + 1), f"00:00:{n * 7:02}", who, words] for n, (who, words) in enumerate(TALK)]
    draft = drafted(tmp_path, name, made(rows))
    assert said(draft) == TURNS
    assert [passage.start_ms for passage in draft.passages] == [n * 7000 for n in range(6)]


def test_a_turn_may_have_several_paragraphs_in_its_cell(tmp_path: Path) -> None:
    text = page(TALK).replace("tout.</td>", "tout.<p>Un.</p><p>Deux.</p><p>Trois.</p></td>")
    assert said(drafted(tmp_path, "a.html", text))[3] == ("Mme [P]", f"{TALK[3][1]}\nUn.\n\nDeux.\n\nTrois.")


@pytest.mark.parametrize("first", ["{who} :", "{who}\n[00:0{n}]", "00:0{n} {who}"])
def test_a_name_stands_without_the_colon_or_time_beside_it(tmp_path: Path, first: str) -> None:
    rows = [[first.format(who=who, n=n), words] for n, (who, words) in enumerate(TALK)]
    draft = drafted(tmp_path, "a.html", page(rows).replace("\n", "<br>"))
    assert said(draft) == TURNS
    assert [passage.start_ms for passage in draft.passages] == [n * 1000 if "{n}" in first else None for n in range(6)]


def test_a_name_left_empty_is_the_one_above_and_remarks_stay_beside(tmp_path: Path) -> None:
    rows = [
        ["Qui", "Texte", "Remarques"],
        ["AB", "Et après cela ?", ""],
        ["P", "Rien du tout.", "elle rit longuement"],
        ["", "Ou presque rien.", ""],
        ["AB", "Et encore après ?", "un temps"],
    ]
    assert said(drafted(tmp_path, "a.docx", word(rows))) == [
        *(("AB", "Et après cela ?"), ("P", "Rien du tout."), (None, "elle rit longuement")),
        *(("P", "Ou presque rien."), ("AB", "Et encore après ?"), (None, "un temps")),
    ]


def test_each_speaker_may_have_a_column(tmp_path: Path) -> None:
    rows = [
        ["Enquêtrice", "Enquêtée"],
        ["Vous venez d'où ?", "Je viens du nord."],
        ["Du nord ?", "Oui, tout en haut."],
    ]
    assert said(drafted(tmp_path, "a.docx", word(rows))) == [
        *(("Enquêtrice", "Vous venez d'où ?"), ("Enquêtée", "Je viens du nord.")),
        *(("Enquêtrice", "Du nord ?"), ("Enquêtée", "Oui, tout en haut.")),
    ]
    elan = "Begin Time - ss.msec\tEnd Time - ss.msec\tAda\tBob\n0.5\t1.25\tEt puis ?\t\n1.3\t2.0\t\tPuis rien.\n"
    draft = drafted(tmp_path, "a.txt", elan)
    assert timed(draft) == [(500, 1250, "Et puis ?"), (1300, 2000, "Puis rien.")]
    assert [speaker for speaker, _ in said(draft)] == ["Ada", "Bob"]


def test_a_table_that_goes_on_after_a_title_goes_on(tmp_path: Path) -> None:
    parts = (_body(word(TALK)), paragraph("Suite"), _body(word([["AB", "Voilà, merci bien."]])))
    draft = drafted(tmp_path, "a.docx", docx("".join(parts)))
    assert said(draft) == [*TURNS, (None, "Suite"), ("AB", "Voilà, merci bien.")]


def _body(document: bytes) -> str:
    import io
    import zipfile

    text = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    return text[text.index("<w:tbl>") : text.index("<w:sectPr/>")]


def test_elan_lines_of_one_tier_after_another_are_put_into_the_order_of_time(tmp_path: Path) -> None:
    # A column of people between the tiers and the times is said by nobody.
    lines = ("Ada||100|900|Et ?", "Ada||3000|3900|Et là ?", "Bob||1000|2900|Rien.", "Bob||4000|5000|Rien du tout.")
    rows = [line.split("|") for line in lines]
    draft = drafted(tmp_path, "a.txt", tabs(rows))
    assert said(draft) == [("Ada", "Et ?"), ("Bob", "Rien."), ("Ada", "Et là ?"), ("Bob", "Rien du tout.")]
    assert timed(draft)[1] == (1000, 2900, "Rien.")
    assert len(draft.notes) == 1


def test_words_that_go_on_below_a_row_belong_to_it(tmp_path: Path) -> None:
    text = "Fait à Lille\n" + tabs(TALK[:3]) + "\nEt là ?\n" + tabs(TALK[3:])
    draft = drafted(tmp_path, "a.txt", text)
    assert said(draft) == [(None, "Fait à Lille"), *TURNS[:2], ("AB", f"{TALK[2][1]}\nEt là ?"), *TURNS[3:]]
    assert draft.text == text


OTHERS = {
    "themes": "Thème|Verbatim/Prix|C'est trop cher./Accueil|On me salue./Prix|Ça monte encore./Accueil|On me connaît.",
    "groups": "Prix|C'est trop cher pour moi./Prix|Ça monte tous les ans./Accueil|On me salue./Accueil|On me connaît.",
    "people": "Participant|Profession/P1|Cheffe de projet achats/P2|Vendeur en magasin/P3|Sans emploi connu",
    "figures": "Année|Ventes|Part/2021|12,5|30 %/2022|13,5|31 %/2023|14,5|32 %",
    "counts": "Nord|12|15|Un bon accueil./Sud|3|40|Un mauvais jour./Nord|5|9|Peu de monde./Sud|7|8|Personne du tout.",
    "day": "09:00|Accueil des participants/10:30|Pause dans le hall/11:00|Table ronde du matin",
    "rooms": "09:00|Salle A|Accueil de tous/10:30|Hall|Une pause/11:00|Salle A|Table ronde/12:00|Hall|Le repas pris",
    "sides": "Avantage|On gagne du temps./Inconvénient|On se perd./Avantage|On se voit bien./Inconvénient|On fatigue.",
    "towns": "Ville|Avis/Lille|On y mange bien./Metz|On y dort bien./Lille|Il y fait gris./Metz|Il y fait froid.",
    "letters": "a|b/c|d",
}


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize(("name", "made"), FORMATS[:3])
def test_a_table_of_something_else_has_no_speakers(tmp_path, name, made, kind) -> None:  # type: ignore[no-untyped-def]
    rows = [line.split("|") for line in OTHERS[kind].split("/")]
    draft = drafted(tmp_path, name, made(rows))
    assert not draft.speakers
    assert [cell for row in rows for cell in row if ":" not in cell] == [
        words for _, words in said(draft) if ":" not in words
    ]
    assert columns.told(rows) is None


@given(st.lists(st.lists(st.text(max_size=9), min_size=3, max_size=3), min_size=1, max_size=9))
def test_any_table_is_read(rows: Rows) -> None:
    told = columns.told(rows)
    if told:
        assert 0 <= told.words < 3
        assert all(len(told.times(row)) == 2 for row in rows)


def test_a_tier_with_the_times_of_another_is_left_out_and_told(tmp_path: Path) -> None:
    rows = [
        (f"{who}{tier}", f"{3 * n}.1", f"{3 * n + 2}.4", words if not tier else f"[{words}]")
        for tier in ("", "-en")
        for who in ("AB", "Mme [P]")
        for n, (speaker, words) in enumerate(TURNS)
        if speaker == who
    ]
    draft = drafted(tmp_path, "a.txt", "\n".join(map("\t".join, rows)))
    assert said(draft) == TURNS
    assert str(draft.notes[0]) == "Tiers that annotate others were left out: AB-en, Mme [P]-en."


@pytest.mark.parametrize("head", ["speaker_name,startTime,endTime,sentence", "Speaker_ID,start_time,end_time,text"])
def test_heads_as_programs_write_them_are_known(tmp_path: Path, head: str) -> None:
    lines = [f'{who},00:{n:02},00:{n + 1:02},"{words}"' for n, (who, words) in enumerate(TURNS)]
    assert said(drafted(tmp_path, "a.csv", "\n".join([head, *lines]))) == TURNS
