"""PDF: lines become paragraphs, what stands on every page goes, and every passage knows its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import pdf

from corpus import importers
from corpus.drafts import Draft
from corpus.errors import Cancelled

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
