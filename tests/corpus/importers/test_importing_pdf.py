"""PDF: lines become paragraphs, what stands on every page goes, and every passage knows its page."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import pdf
from pypdfium2 import PdfDocument

from corpus import importers
from corpus.drafts import Draft
from corpus.errors import Cancelled, ImportFailed
from corpus.places import unpacked

Line = tuple[float, float, float, str]
FULL = "Nous avons toujours pensé que la relation avec le client comptait plus que"


def imported(folder: Path, *pages: list[Line]) -> Draft:
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages))
    return importers.read(path)


def column(*texts: str, top: float = 700, step: float = 14, left: float = 72) -> list[Line]:
    return [(left, top - step * number, 11, text) for number, text in enumerate(texts)]


def quoted(draft: Draft) -> list[str]:
    return [draft.text[passage.start : passage.end] for passage in draft.passages]


def test_lines_are_joined_until_one_ends_early(tmp_path: Path) -> None:
    draft = imported(tmp_path, column(FULL, "tout le reste.", FULL, "les prix.", FULL, "fin."))
    assert quoted(draft) == [f"{FULL} tout le reste.", f"{FULL} les prix.", f"{FULL} fin."]


def test_a_gap_begins_a_paragraph(tmp_path: Path) -> None:
    lines = column(FULL, FULL, FULL) + column(FULL, FULL, top=630)
    assert quoted(imported(tmp_path, lines)) == [" ".join([FULL] * 3), " ".join([FULL] * 2)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("la transfor-", "mation des métiers", "la transformation des métiers"),
        ("nous le pensons, dit-", "il en souriant", "nous le pensons, dit-il en souriant"),
        ("le Nord-", "Ouest du pays", "le Nord-Ouest du pays"),
        ("une offre omni-", "canal pour tous", "une offre omni-canal pour tous"),
    ],
)
def test_a_broken_word_is_joined_and_a_compound_keeps_its_hyphen(
    tmp_path: Path, first: str, second: str, joined: str
) -> None:
    start = FULL[: -len(first)].rsplit(" ", 1)[0] + " "
    draft = imported(tmp_path, column(start + first, second, "", "Le parcours omni-canal."))
    assert joined in draft.text


def test_heads_and_page_numbers_go_and_passages_know_their_page(tmp_path: Path) -> None:
    pages = [
        [
            (72, 800, 9, "Étude 2019 - entretiens"),
            *column(f"Le texte propre à la page {word}."),
            (290, 30, 9, f"{number} / 4"),
        ]
        for number, word in enumerate(("une", "deux", "trois", "quatre"), 1)
    ]
    draft = imported(tmp_path, *pages)
    assert draft.text == "\n".join(f"Le texte propre à la page {word}." for word in ("une", "deux", "trois", "quatre"))
    assert [passage.page for passage in draft.passages] == [1, 2, 3, 4]


def test_a_page_number_goes_from_a_single_page(tmp_path: Path) -> None:
    assert imported(tmp_path, [*column("Un texte."), (300, 40, 10, "1")]).text == "Un texte."


def test_numbers_in_the_margin_go_and_those_in_the_text_stay(tmp_path: Path) -> None:
    lines = column(FULL, FULL, "en", "2019", FULL)
    numbers: list[Line] = [(40, y, 8, str(number)) for number, (_, y, _, _) in enumerate(lines, 12)]
    draft = imported(tmp_path, lines + numbers)
    assert "2019" in draft.text
    assert "12" not in draft.text


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    draft = imported(tmp_path, column(FULL, FULL), column("tout le reste.", FULL, "fin."))
    assert quoted(draft)[0] == f"{FULL} {FULL} tout le reste."
    assert [passage.page for passage in draft.passages] == [1, 2]


def test_turns_are_cut_though_lines_follow_closely(tmp_path: Path) -> None:
    draft = imported(tmp_path, column("INT: Pourquoi ?", f"MARIE: {FULL[:-12]}", "tout le reste.", "INT: Bien."))
    assert [(passage.speaker, draft.text[passage.start : passage.end]) for passage in draft.passages] == [
        *(("INT", "Pourquoi ?"), ("MARIE", f"{FULL[:-12]} tout le reste."), ("INT", "Bien.")),
    ]


def test_what_stands_larger_is_a_heading(tmp_path: Path) -> None:
    draft = imported(tmp_path, [(72, 760, 20, "Entretien"), *column(FULL, FULL)])
    assert [passage.kind for passage in draft.passages] == ["heading", "paragraph"]


def test_what_lies_off_the_page_does_not_come_in(tmp_path: Path) -> None:
    assert (
        imported(tmp_path, [*column("Visible."), (72, -300, 11, "Caché."), (900, 700, 11, "Loin.")]).text == "Visible."
    )


def test_a_page_without_text_is_noted(tmp_path: Path) -> None:
    draft = imported(tmp_path, column("Un."), [], column("Trois."))
    assert [str(note) for note in draft.notes] == ["No text was found on page 2."]


def test_reading_tells_its_progress_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([column("Un."), column("Deux.")]))
    told: list[tuple[int, int]] = []
    importers.read(path, progress=lambda done, total, doing="": told.append((done, total)))
    assert told[-2:] == [(0, 2), (1, 2)]

    def stop(done: int, total: int, doing: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        importers.read(path, progress=stop)


SAID = (
    "INT : Comment la tannerie s'est-elle installée au bord de l'eau ? ROSE : Mon aïeul a acheté le terrain pour une "
    "bouchée de pain, puis il a creusé les bassins de ses mains, avec deux compagnons venus de la vallée voisine. "
    "INT : Et la clientèle ? ROSE : Des selliers, des relieurs, et depuis peu des maisons de couture qui demandent des "
    "peaux entières, ce que nous ne savions plus faire depuis la guerre."
)


def columns() -> tuple[list[Line], list[Line]]:
    lines = textwrap.wrap(SAID, 40)
    half = (len(lines) + 1) // 2
    return column(*lines[:half], left=60), column(*lines[half:], left=320)


def across(left: list[Line], right: list[Line]) -> list[Line]:
    return [line for pair in zip(left, right, strict=False) for line in pair] + left[len(right) :]


def test_two_columns_are_read_one_after_the_other_however_they_were_written(tmp_path: Path) -> None:
    title: Line = (60, 780, 20, "Les tanneurs du vieux pont et leurs voisins")
    for lines in (columns()[0] + columns()[1], across(*columns())):
        assert " ".join(imported(tmp_path, lines).text.split()) == SAID
        assert " ".join(imported(tmp_path, [title, *lines]).text.split()) == f"{title[3]} {SAID}"


def test_rows_of_a_table_are_read_across(tmp_path: Path) -> None:
    left = column("Cuir", "Peau de chèvre", "Tan", "Huile", "Sel", left=60)
    right = column("12 rouleaux", "3", "40 kilos", "un tonneau", "2", left=320)
    text = imported(tmp_path, across(left, right)).text
    assert " ".join(text.split()) == "Cuir 12 rouleaux Peau de chèvre 3 Tan 40 kilos Huile un tonneau Sel 2"


def test_speakers_in_a_column_of_their_own_are_parted_from_their_words(tmp_path: Path) -> None:
    words = column(FULL[:60], "Oui.", FULL[:60], "et le reste.", "Non.", FULL[:60], left=150)
    names = ["INT", "ROSE", "INT", None, "ROSE", "INT"]
    lines = [
        each
        for (x, y, size, text), name in zip(words, names, strict=True)
        for each in (*([(60, y, size, name)] if name else []), (x, y, size, text))
    ]
    draft = imported(tmp_path, lines)
    assert [passage.speaker for passage in draft.passages] == ["INT", "ROSE", "INT", "ROSE", "INT"]
    assert quoted(draft)[2] == f"{FULL[:60]} et le reste."


def test_a_name_that_stands_alone_again_and_again_is_a_line_of_its_own(tmp_path: Path) -> None:
    lines = column(*("Rose-Marie T.", FULL, FULL, "Le voisin d'en face", FULL) * 3)
    draft = imported(tmp_path, lines)
    assert draft.text == "\n".join(("Rose-Marie T.", f"{FULL} {FULL}", "Le voisin d'en face", FULL) * 3)


@pytest.mark.parametrize("beside", [False, True])
def test_notes_in_the_margin_stand_apart(tmp_path: Path, beside: bool) -> None:
    words = column(*([FULL[:60]] * 8))
    notes: list[Line] = [(420, words[at][1], 8, text) for at, text in ((2, "à vérifier"), (3, "avec elle"))]
    lines = [line for each in words for line in (each, *(note for note in notes if beside and note[1] == each[1]))]
    draft = imported(tmp_path, lines + ([] if beside else notes))
    assert [(passage.kind, text) for passage, text in zip(draft.passages, quoted(draft), strict=True)] == [
        *(("paragraph", " ".join([FULL[:60]] * 8)), ("note", "à vérifier avec elle")),
    ]


def test_numbers_of_lines_go_where_they_stand_before_the_words(tmp_path: Path) -> None:
    words = column(*([FULL] * 6))
    lines = [line for number, each in enumerate(words, 1) for line in ((40, each[1], 8, str(number)), each)]
    draft = imported(tmp_path, lines)
    assert draft.text == " ".join([FULL] * 6)
    assert [str(note) for note in draft.notes] == ["Pages whose line numbers were left out: 1."]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    pages = [
        [(72, 800, 9, "Étude 7"), *column(f"Le propos {word}."), (290, 30, 9, str(number))]
        for number, word in enumerate(("premier", "second", "dernier"), 1)
    ]
    assert [str(note) for note in imported(tmp_path, *pages).notes] == [
        "Running heads and feet were left out: “Étude 7”.",
        "Page numbers that were left out: 3.",
    ]


def test_a_speaker_at_the_top_of_each_page_is_no_running_head(tmp_path: Path) -> None:
    page = column("Rose", FULL, "Le voisin", FULL, "Rose", FULL, "Le voisin", FULL, "Rose", FULL, "Le voisin", FULL)
    assert imported(tmp_path, page, page, page).text.count("Rose") == 9


COMPOUNDS = ("un tête-à-", "tête"), ("leur porte-", "plume"), ("le demi-", "frère"), ("un cure-", "dents")
BROKEN = ("la tanne-", "rie"), ("une sel-", "lerie"), ("il tra-", "vaillait"), ("le porte-mon-", "naie")


@pytest.mark.parametrize(("first", "second"), [*COMPOUNDS, *BROKEN])
def test_a_compound_of_the_language_keeps_its_hyphen(tmp_path: Path, first: str, second: str) -> None:
    start = f"{FULL[: -len(first)].rsplit(' ', 1)[0]} {first}"
    draft = imported(tmp_path, column(start, f"{second} {FULL[:60]}"))
    assert (first + second if (first, second) in COMPOUNDS else first[:-1] + second) in draft.text


def test_letters_that_make_no_words_are_told(tmp_path: Path) -> None:
    shifted = "".join(
        chr(97 + (ord(char) - 97 + 7) % 26) if char.isascii() and char.isalpha() else char for char in SAID
    )
    draft = imported(tmp_path, column(*textwrap.wrap(SAID, 80)), column(*textwrap.wrap(shifted.lower(), 80)))
    assert [(str(note), note.doubt) for note in draft.notes] == [
        ("Pages whose letters make no words, as their fonts do not say which they are: 2.", True)
    ]


HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
NUMBERED = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Peau /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    b"/Subtype /CIDFontType2 /BaseFont /Peau /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    b"/Supplement 0 >> >>] >>"
)


def test_letters_that_are_numbers_alone_are_told(tmp_path: Path) -> None:
    data = pdf([column(*textwrap.wrap(SAID, 60))]).replace(HELVETICA, NUMBERED)
    (tmp_path / "a.pdf").write_bytes(data)
    assert [note.doubt for note in importers.read(tmp_path / "a.pdf").notes] == [True]


def test_letters_that_mean_no_character_are_refused(tmp_path: Path) -> None:
    letters = b" ".join(b"<%02X> <0001>" % letter for letter in b"abcdefghij")
    table = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 10 beginbfchar %b endbfchar endcmap" % letters
    data = pdf([column("abcdef ghij")]).replace(HELVETICA, HELVETICA[:-2] + b"/ToUnicode 99 0 R >>")
    made = b"99 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(table), table)
    (tmp_path / "a.pdf").write_bytes(data.replace(b"xref\n0 ", made + b"xref\n0 ", 1))
    with pytest.raises(ImportFailed, match="which letters"):
        importers.read(tmp_path / "a.pdf")


def test_words_that_may_not_be_said_make_sense(tmp_path: Path) -> None:
    masked = "Nous avons XXXX avec XXXXXX et XXXXXXX puis XXXX"
    assert imported(tmp_path, column(*([masked] * 20))).notes == ()


def test_remarks_on_a_page_and_fields_filled_in_are_notes(tmp_path: Path) -> None:
    remark = "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (\u00c0 revoir.) >>"
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (age) /Rect [10 40 90 60] /V (42 ans) >>"
    (tmp_path / "a.pdf").write_bytes(pdf([column("Le propos.")], annotations=[remark, field]))
    draft = importers.read(tmp_path / "a.pdf")
    assert [(passage.kind, passage.page) for passage in draft.passages] == [("paragraph", 1), ("note", 1), ("note", 1)]
    assert quoted(draft) == ["Le propos.", "À revoir.", "42 ans"]


def test_a_file_that_claims_countless_pages_is_refused(tmp_path: Path) -> None:
    data = pdf([column("Toujours la même.")]).replace(b"/Count 1 ", b"/Count 1000000 ")
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(ImportFailed, match="1000000 pages"):
        importers.read(tmp_path / "a.pdf")


def test_a_page_tree_that_holds_itself_again_and_again_is_refused(tmp_path: Path) -> None:
    data = pdf([column("Toujours la même.")])
    tree = b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 3000000 >>"
    (tmp_path / "a.pdf").write_bytes(re.sub(rb"<< /Type /Pages [^>]*>>", tree, data))
    with pytest.raises(ImportFailed):
        importers.read(tmp_path / "a.pdf")


def independent(path: Path) -> list[str]:
    """Return pdfium's own text of each page."""
    with PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@given(st.lists(st.lists(st.text("abcé -‘", min_size=1, max_size=30), max_size=9), min_size=1, max_size=3))
def test_no_word_is_lost_and_each_line_is_found_again(lines: list[list[str]]) -> None:
    # What stands at the edges of several pages is a running head: these have edges of their own.
    edges = [
        [f"{word} {of} {edge}" for of in ("sur", "sous", "par")] for word in ("un", "deux", "trois") for edge in "xy"
    ]
    pages = [column(*edges[2 * at], *texts, *edges[2 * at + 1]) for at, texts in enumerate(lines)]
    with TemporaryDirectory() as folder:
        draft = imported(Path(folder), *pages)
        read = independent(Path(folder) / "a.pdf")
    assert Counter(re.findall(r"\w", draft.text)) == Counter(re.findall(r"\w", "".join(read)))
    for place in unpacked(draft.places):
        here = draft.text[place.start : place.start + place.length]
        there = read[place.page - 1][place.first : place.first + place.length]
        assert here.replace("\t", " ") == there.replace("\ufffe", "-").replace("\x02", "-")


def test_a_line_is_found_again_where_its_letters_were_composed(tmp_path: Path) -> None:
    draft = imported(tmp_path, column("so\xadmet", "l'aïeul"))
    assert [draft.text[at : at + length] for at, length, _, _ in unpacked(draft.places)] == draft.text.split("\n")
