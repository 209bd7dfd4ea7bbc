"""Rich text: what its reader sees comes in once, what is left out is told, and no file takes longer than its size."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ImportFailed
from corpus.importers import rtf
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import tidy


def rich(body: str) -> FileReading:
    return rtf.read(Path("a.rtf"), rf"{{\rtf1\ansi\ansicpg1252\deff0 {body}}}".encode("cp1252"), Options())


def quoted(reading: FileReading) -> list[tuple[str, str]]:
    return [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]


def notes(reading: FileReading) -> list[str]:
    return [str(note) for note in reading.notes]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Une {\i\*\cs12 belle} maison", "Une belle maison"),
        (r"Une {\*\cs12 belle} maison", "Une belle maison"),
        (r"Une {\i trop \*\nobody belle} maison", "Une trop belle maison"),
        (r"Une {\*\nobody laide} maison", "Une  maison"),
        (r"Une {\*\nobody laide {\b et vide}} maison", "Une  maison"),
        (r"{\upr{ecole}{\*\ud{\u233?cole}}}", "école"),
        (r"{\field{\*\fldinst HYPERLINK \'22x\'22}{\fldrslt le site}}", "le site"),
        (r"{\object{\*\objclass Sheet}{\*\objdata 0102}{\result un tableau}}", "un tableau"),
        (r"avant {\pict\pngblip\bin5 }{\b0}après", "avant après"),
        (r"\u8220\'93oui\u8221\'94", "“oui”"),
        (r"\uc2\u24180\'94\'4e\uc0\u8364 , \uc1\u65?{\uc0}\u-10179?\u-8704?", "年€, A😀"),
        (r"\u99999999999999999999 ?fin", "\ufffdfin"),
        (r"\u-99999999999999999999 ?\u?fin", "\ufffdfin"),
        (r"\'e9t\'e9\~:\_\{a\}\\", "été\xa0:\u2011{a}\\"),
        (r"\lquote a\rquote \emdash\endash\bullet\tab b\line c", "‘a’—–•\tb\nc"),
        ("un\\\ndeux", "un\ndeux"),
        (r"un\page\sect deux\par\sect", "un\ndeux"),
        (r"{\listtext\'b7\tab}point", "·\tpoint"),
        ("mot\ncoup\\'e9", "motcoupé"),
    ],
)
def test_words_come_in_as_they_are_seen(body: str, text: str) -> None:
    assert rich(body).text == text


def test_bytes_are_read_in_the_code_page_of_their_font() -> None:
    fonts = r"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial{\*\falt Times};}{\f2\fcharset128 MS;}{\f3\cpg1253 G;}}"
    assert rich(fonts + r"\'e9 {\f1\'ef\'f0} {\f2\'94N} {\f3\'e1} \'e9 {\f1\plain\'e9}").text == "é пр 年 α é é"
    assert rich(r"\ansicpg1251\'ef\ansicpg99999\'e9\mac\'8e").text == "пéé"
    assert rich(r"\ansicpg10000\'8e").text == "é"


def test_what_is_hidden_or_deleted_stays_out_and_is_counted() -> None:
    reading = rich(r"ANNE : Oui {\v mon nom}\v , Petit\v0 , {\deleted non }{\revised bien}\deleted  pas\plain  s\'fbr.")
    assert reading.text == "ANNE : Oui , bien sûr."
    assert notes(reading) == [
        "Characters of hidden text that were left out: 14.",
        "Characters of deleted text that were left out: 8.",
    ]


def test_running_heads_are_told_and_stay_out() -> None:
    reading = rich(r"{\header Corpus A\par page 2}{\footerf\pard Corpus A\par}{\headerl 3}Bonjour.")
    assert reading.text == "Bonjour."
    assert notes(reading) == ["Running heads and feet were left out: “Corpus A · page 2 · 3”."]


def test_rows_cells_nested_tables_and_what_stands_around_them() -> None:
    reading = rich(
        r"avant\par\trowd\pard\intbl a\par b\cell c\nestcell d\nestcell{\*\nesttableprops\trowd\nestrow}\cell\row "
        r"\trowd\intbl{\b Q}\cell e\cell hors\row\pard apr\'e8s\par fin"
    )
    assert quoted(reading) == [
        ("paragraph", "avant"),
        ("cell", "a\nb"),
        ("cell", "c\nd"),
        ("cell", "Q"),
        ("cell", "e"),
        ("paragraph", "hors"),
        ("paragraph", "après"),
        ("paragraph", "fin"),
    ]
    assert "a\nb\tc\nd\nQ\te" in reading.text


def test_a_row_that_never_ends_loses_nothing() -> None:
    assert quoted(rich(r"\trowd\intbl un\par deux")) == [("paragraph", "un"), ("paragraph", "deux")]


def test_a_text_box_stands_after_its_paragraph_and_its_copy_stays_out() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn id}{\sv 7}}{\shptxt\pard dans\par la bo\'eete\par}}{\shprslt{\*\do dans}}}"
    assert rich(rf"un {box}deux\par trois").text == "un deux\ndans\nla boîte\ntrois"
    assert rich(rf"\trowd\intbl un {box}\cell\row\pard").text.startswith("un \ndans\nla boîte")


def test_headings_and_bold_openings_are_passed_on() -> None:
    reading = rich(r"\pard\outlinelevel0 Titre\par\pard{\b Q : }Pourquoi\b  ?\b0\par\pard\b Tout\par\plain Rien")
    opens = [reading.text[block.start : block.bold] if block.bold else "" for block in reading.blocks]
    assert [kind for kind, _ in quoted(reading)] == ["heading", "paragraph", "paragraph", "paragraph"]
    assert opens == ["", "Q : ", "Tout", ""]


def test_notes_within_notes_each_stand_once_at_the_end() -> None:
    reading = rich(r"Oui{\footnote un{\footnote deux\par trois}quatre}.{\*\annotation{\*\atnid A}cinq}")
    assert quoted(reading) == [
        ("paragraph", "Oui."),
        ("note", "unquatre"),
        ("note", "deux"),
        ("note", "trois"),
        ("note", "cinq"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        r"{\i " * 50_000 + "a" + "}" * 50_000,
        r"{\footnote b" * 50_000 + "a" + "}" * 50_000,
        "a" + r"{\b\b\b\b" * 20_000 + "}" * 20_000,
        r"a\u" + "9" * 50_000 + r" \b" + "1" * 50_000,
        "a" + r"\par" * 100_000,
        "a" + r"{\*" * 100_000 + "}" * 100_000,
    ],
    ids=["groups", "footnotes", "words", "digits", "blank lines", "stars"],
)
def test_whatever_repeats_is_read_in_one_pass(body: str) -> None:
    reading = rich(body)
    assert "a" in reading.text
    assert reading.text.count("\n") <= len(reading.blocks) + 100


@pytest.mark.parametrize("body", [r"a\bin99999999999999999999 x", r"a\bin" + "9" * 5000 + " x", r"a\bin7 x", r"{\b a"])
def test_bytes_that_are_not_there_are_said_to_be_missing(body: str) -> None:
    with pytest.raises(ImportFailed, match=r"^a\.rtf is damaged or cut short\.$"):
        rich(body)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\xad")))
def test_any_text_comes_back(text: str) -> None:
    units = [int.from_bytes(unit, "little", signed=True) for unit in _units(text)]
    reading = rich("x" + "".join(rf"\u{unit}?" for unit in units) + "x")
    assert reading.text == tidy(f"x{text}x")


def _units(text: str) -> list[bytes]:
    data = text.encode("utf-16-le")
    return [data[at : at + 2] for at in range(0, len(data), 2)]


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\par",
                "\\cell",
                "\\row",
                "\\trowd",
                "\\pard",
                "\\intbl",
                "{\\footnote ",
                "{\\shptxt ",
                "{\\*\\ud ",
                "{\\upr",
                "\\v",
                "\\b",
                "\\plain",
                "\\u8364",
                "\\'e9",
                "\\uc3",
                "\\bin2 ",
                "{\\header ",
                "{\\fonttbl",
                "\\f3",
                "\\fcharset128",
                "\\*",
                "a",
                " b",
                "\n",
                "\\",
                "\\nestcell",
                "\\deleted",
                "\\outlinelevel1",
            ]
        )
    )
)
def test_any_order_of_words_is_read_or_refused(words: list[str]) -> None:
    try:
        reading = rich("".join(words))
    except ImportFailed:
        return
    at = 0
    for block in reading.blocks:
        assert at <= block.start < block.end <= len(reading.text)
        assert block.bold is None or block.start < block.bold <= block.end
        at = block.end
