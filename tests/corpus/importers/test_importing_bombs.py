"""Files that were made to cost: refused before they unpack, or read in one pass, and only what a reader sees."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import ODF, docx, odt, pdf, zipped

from corpus import importers
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers import html, html_tags, safety
from corpus.importers import odt as odt_reader
from corpus.importers.reading import FileReading, Options

BOMB = "unpacks to far more than a document holds: it is not opened."


def imported(folder: Path, name: str, data: bytes | str) -> Draft:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return importers.read(path)


def page(source: str) -> FileReading:
    return html.read(Path("a.html"), f"<html>{source}".encode(), Options(encoding="utf-8"))


def said(reading: FileReading | Draft) -> list[str]:
    return [str(note) for note in reading.notes]


def quoted(reading: FileReading) -> list[tuple[str, str]]:
    return [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]


def test_the_type_of_a_document_is_told_by_its_first_bytes_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("mimetype", "w") as mimetype:
        for _ in range(64):
            mimetype.write(b"application/vnd.oasis.opendocument.text" + bytes(1 << 20))
    data = path.read_bytes()
    tracemalloc.start()
    try:
        assert safety.sniff(data) == "odt"
        with pytest.raises(ImportFailed, match=BOMB):
            importers.read(path)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.odt", odt("<text:p>a</text:p>" * 600_000)),
        ("a.docx", docx("<w:p/>" * 1_500_000)),
        ("a.odt", odt("".join(f'<text:p>{n}<text:s text:c="{n % 7}999999"/></text:p>' for n in range(1200)))),
    ],
    ids=["paragraphs", "blank paragraphs", "spaces"],
)
def test_what_repeats_without_end_is_not_opened(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(ImportFailed, match=f"^{name} {BOMB}$"):
        imported(tmp_path, name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.odt", odt("<text:p>un</text:p>" + "<text:p/>" * 200_000 + "<text:p>deux</text:p>")),
        ("a.odt", odt("<text:p>un" + "<text:line-break/>" * 100_000 + "deux</text:p>")),
        (
            "a.odt",
            odt("<text:p>un</text:p>" + '<text:p><text:s text:c="9"/></text:p>' * 3000 + "<text:p>deux</text:p>"),
        ),
        ("a.html", "<html>un" + "<br>" * 200_000 + "deux"),
        ("a.html", "<html>un<pre>" + "\n" * 200_000 + "</pre>deux"),
    ],
    ids=["paragraphs", "breaks", "spaces", "page", "preformatted"],
)
def test_no_more_blank_lines_come_in_than_anybody_means(tmp_path: Path, name: str, data: bytes | str) -> None:
    text = imported(tmp_path, name, data).text
    assert text.split() == ["un", "deux"]
    assert text.count("\n") <= 3001


def test_what_lies_deep_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    for depth in (20, 200, 5000):
        deep = "<text:section>" * depth + "<text:p>fond</text:p>" + "</text:section>" * depth
        path = tmp_path / f"{depth}.odt"
        path.write_bytes(odt(deep))
        if depth < 5000:
            assert importers.read(path).text == "fond"
        else:
            with pytest.raises(ImportFailed, match="damaged"):
                importers.read(path)


TAGS = {
    "never closed": "<div>" * 100_000 + "fond",
    "never ended": "fond" + "<a " * 100_000,
    "in quotes": "fond" + '<a b="' * 100_000,
    "in both quotes": "fond" + "<a b='\"" * 100_000,
    "comments": "fond" + "<!-- " * 100_000,
    "ends of nothing": "<b>" * 50_000 + "fond" + "</i>" * 50_000,
    "cells in cells": "<td>" * 50_000 + "fond",
    "tables in cells": "<table><tr><td>" * 30_000 + "fond",
    "items": "<ul>" + "<b>" * 20_000 + "<li></li>" * 20_000 + "fond",
    "scripts": "fond" + "<title>" * 50_000,
    "signs": "fond" + "<" * 200_000 + "&" * 200_000,
    "numbers": "fond&#" + "9" * 200_000 + ";&#x" + "f" * 200_000 + ";",
}


@pytest.mark.parametrize("source", TAGS.values(), ids=TAGS)
def test_a_page_is_read_in_one_pass_whatever_is_left_open(source: str) -> None:
    assert "fond" in page(source).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>avant</p><script>ne pas</scripty> lire</SCRIPT nul><p>après</p>", "avant\naprès"),
        ("<p>avant</p><style>p {}</style\n><p>après</p>", "avant\naprès"),
        ("<head><title>Titre</title><p>avant<p>après", "avant\naprès"),
        ("<p>a < b et c > d & e</p>", "a < b et c > d & e"),
        ("<p title='a > b'>un</p><p title=\"c > d\">deux</p>", "un\ndeux"),
        ("<p>un<!-- a > b -->deux<!-->trois<!doctype x>quatre<?php x?></p>", "undeuxtroisquatre"),
        ('<p>un<p title="jamais fermé>deux</p>', "un\ndeux"),
        ("<table><tr><td>un<td>deux<tr><td>trois</table>", "un\tdeux\ntrois"),
        ("<ul><li>un<ul><li>deux</ul><li>trois</ul>", "un\ndeux\ntrois"),
        ("<dl><dt>un<dd>deux<dt>trois</dl>", "un\ndeux\ntrois"),
        ("<p>caf&eacute;&#233;&#xe9;&nbsp;&#99999999;&bogus;", "caféééé\xa0\ufffd&bogus;".replace("éééé", "ééé")),
    ],
)
def test_tags_are_told_from_words(source: str, text: str) -> None:
    assert page(source).text == text


@pytest.mark.parametrize(
    "tag",
    [
        '<span style="color:red; DISPLAY : none">',
        "<span hidden>",
        '<span hidden="until-found">',
        "<span style='visibility:hidden'>",
        '<span style="display:none"><b>',
        "<div hidden><p>",
    ],
)
def test_what_a_page_hides_stays_out_and_is_counted(tag: str) -> None:
    name = tag[1:].split()[0]
    reading = page(f"<p>Oui, {tag}Mme Petit</{name}> bien.")
    assert reading.text.split() == ["Oui,", "bien."]
    assert said(reading) == ["Characters of hidden text that were left out: 9."]


SHEETS = {
    "a class": (".x { color: red; DISPLAY : none }", '<p class="a x">'),
    "an id": ("#x{display:none}", '<p id="x">'),
    "a name": ("aside, q {visibility: hidden}", "<q>"),
    "all that it takes": ("p.a.x{display:none}", '<p class="x a">'),
    "within another": (".box > .in p { visibility: collapse; }", '<div class="box"><i class=in><p>'),
    "for the screen": ("@import 'a.css'; @media screen, tv { .x {display:none} }", '<p class="x">'),
    "what weighs more": ("p.x{display:none} .x{display:block} p{display:block}", '<p class="x">'),
    "what comes later": (".x{display:block} .x{display:none}", '<p class="x">'),
    "what must be": (".x{display:none !important} #y{display:block}", '<p class="x" id="y" style="display:block">'),
    "beside remarks": ("/* .y{} */ .x{display:none/**/} /*", '<p class="x">'),
    "beside what is broken": ("} .y{ .z{display:block} } .x{display:none", '<p class="x">'),
    "around": (".x{display:none}", '<div class="x"><p style="display:block">'),
}


@pytest.mark.parametrize(("sheet", "tags"), SHEETS.values(), ids=SHEETS)
def test_what_a_style_sheet_hides_stays_out_and_is_counted(sheet: str, tags: str) -> None:
    sheet += "" if sheet.endswith(("}", "/*")) else "}"
    for source in (f"<style>{sheet}</style><b>Oui, {tags}Mme Petit", f"<b>Oui, {tags}Mme Petit<style>{sheet}</style>"):
        reading = page(source)
        assert reading.text == "Oui,"
        assert said(reading) == ["Characters of hidden text that were left out: 9."]


SHOWN = {
    "another class": (".x{display:none}", '<p class="xx" id="x">'),
    "letters of another size": (".x{display:none}", '<p class="X">'),
    "on paper": ("@media print{.x{display:none}}", '<p class="x">'),
    "in a narrow window": ("@media screen and (max-width:9em){.x{display:none}}", '<p class="x">'),
    "under a pointer": (".x:hover, .x::before, .x[title], .x+.y {display:none}", '<p class="x">'),
    "elsewhere": (".box .x{display:none}", '<p class="x">'),
    "said otherwise within": (".x{visibility:hidden}", '<p class="x"><b style="visibility:visible">'),
    "said otherwise of a part": (".x{visibility:hidden} .y{visibility:visible}", '<p class="x"><i class=y>'),
    "said otherwise": (".x{display:none}", '<p class="x" style="display:block">'),
    "shown all the same": ("p{display:block}", "<p hidden>"),
    "in a rule within a rule": (".y{.x{display:none}}", '<p class="x">'),
}


@pytest.mark.parametrize(("sheet", "tags"), SHOWN.values(), ids=SHOWN)
def test_what_a_style_sheet_does_not_hide_comes_in(sheet: str, tags: str) -> None:
    reading = page(f"<style>{sheet}</style><p>Oui, {tags}bien")
    assert (reading.text.split(), said(reading)) == (["Oui,", "bien"], [])
    assert page(f"<style media=print>.x{{display:none}}</style><p>Oui, {tags}bien").text.split() == (
        ["Oui,", "bien"] if "hidden" not in tags else ["Oui,"]
    )


@pytest.mark.parametrize("tag", ["noscript", "template", "svg", "select", "dialog", "datalist"])
def test_what_a_browser_keeps_back_is_counted(tag: str) -> None:
    reading = page(f"<p>Oui</p><{tag}><p>Mme <br>Petit</p></{tag}><p>bien")
    assert (reading.text, said(reading)) == ("Oui\nbien", ["Characters of hidden text that were left out: 9."])


@pytest.mark.parametrize(
    "sheet", [".x{" * 100_000, "/*" * 100_000, ".x " * 100_000 + "{display:none}", "@media " * 50_000, "}" * 100_000]
)
def test_a_style_sheet_is_read_in_one_pass_whatever_is_left_open(sheet: str) -> None:
    assert page(f"<style>{sheet}</style><div class=x><p class=x>fond").text == "fond"


@pytest.mark.parametrize("tag", ['<span class="a hidden b">', '<span aria-hidden="true">', '<span title="hidden">'])
def test_what_only_sounds_hidden_comes_in(tag: str) -> None:
    assert page(f"<p>Oui, {tag}bien</span>.").text == "Oui, bien."


def test_bold_that_opens_a_block_is_passed_on() -> None:
    reading = page("<p><b>Q</b> : oui</p><p><i>R</i><b>non</b></p><p><span style='font-weight:700'>Tout</span></p>")
    opens = [reading.text[block.start : block.bold] if block.bold else "" for block in reading.blocks]
    assert opens == ["Q", "", "Tout"]


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "</",
                "/>",
                "<p>",
                "<td>",
                "<table>",
                "<tr>",
                "<h1>",
                "</h1>",
                "</td>",
                "<!--",
                "-->",
                "<script>",
                "</script x>",
                '"',
                "'",
                "=",
                "a",
                " ",
                "&#3;",
                "<pre>",
                "</pre>",
                "<p hidden>",
                "</p>",
                "<br/>",
                "<svg>",
                "<div>",
            ]
        )
    )
)
def test_any_order_of_tags_is_read(parts: list[str]) -> None:
    reading = page("".join(parts))
    at = 0
    for block in reading.blocks:
        assert at <= block.start < block.end <= len(reading.text)
        at = block.end
    bare = [event for event in html_tags.events("".join(parts)) if not event.text]
    opened = [event.element for event in bare if event.opens]
    assert len(opened) * 2 == len([event for event in bare if event.element.name])


@pytest.mark.parametrize("charset", ["punycode", "idna", "undefined", "hex", "unicode_escape"])
def test_a_page_that_names_no_table_of_characters_is_read_by_evidence(charset: str) -> None:
    data = f"<html><meta charset={charset}><p>".encode() + "été \\u0041".encode()
    assert html.read(Path("a.html"), data, Options()).text == "été \\u0041"


def test_hidden_parts_of_an_open_document_stay_out_and_are_counted(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="H2" style:family="text" style:parent-style-name="H"/>'
        '<style:style style:name="S" style:family="text" style:parent-style-name="H">'
        '<style:text-properties text:display="true"/></style:style>'
        '<style:style style:name="P" style:family="paragraph">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:p>Oui, <text:span text:style-name="H2">un</text:span>'
        '<text:span text:style-name="S">vu</text:span></text:p>'
        '<text:p text:style-name="P">deux</text:p><text:h text:style-name="P">trois</text:h>'
        '<text:section text:display="none"><text:p>quatre</text:p></text:section>'
        '<text:section text:display="condition" text:is-hidden="true"><text:p>cinq</text:p></text:section>'
        '<text:section text:display="condition"><text:p>là</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>six</text:p>'
        '<text:p><text:hidden-text text:is-hidden="true">sept</text:hidden-text>ici</text:p>'
        '<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>huit</text:p>'
        "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ôté</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    draft = imported(tmp_path, "a.odt", odt(body, styles))
    assert draft.text == "Oui, vu\nlà\nici\na"
    assert said(draft) == [
        "Characters of hidden text that were left out: 32.",
        "Characters of deleted text that were left out: 3.",
    ]


def test_running_heads_and_named_styles_of_an_open_document(tmp_path: Path) -> None:
    styles = (
        f'<office:document-styles {ODF} xmlns:fo="urn:x"><office:styles><style:style style:name="Strong_20_Emphasis" '
        'style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>'
        "<office:master-styles><style:master-page><style:header><text:p>Corpus A</text:p></style:header><style:footer>"
        "<text:p>3</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
    )
    body = '<text:p><text:span text:style-name="Strong_20_Emphasis">Q :</text:span> oui</text:p>'
    with zipfile.ZipFile(tmp_path / "b.odt", "w") as archive:
        made = zipfile.ZipFile(io.BytesIO(odt(body)))
        for name in made.namelist():
            archive.writestr(name, made.read(name))
        archive.writestr("styles.xml", styles)
    reading = odt_reader.read(tmp_path / "b.odt", (tmp_path / "b.odt").read_bytes(), Options())
    assert (reading.text, reading.blocks[0].bold) == ("Q : oui", 3)
    assert said(reading) == ["Running heads and feet were left out: “Corpus A”."]


def test_a_heading_of_signs_is_read_in_one_pass(tmp_path: Path) -> None:
    lines = [
        "# C# #",
        "## un ##   ",
        "#",
        "# # #",
        "# " + "# " * 20_000 + "x",
        "# a" + "#" * 20_000 + " " * 20_000 + "b",
    ]
    draft = imported(tmp_path, "a.md", "\n".join(lines))
    headings = [draft.text[p.start : p.end] for p in draft.passages if p.kind == "heading"]
    assert [heading[:9] for heading in headings] == ["C#", "un", "#", "# # # # #", "a########"]


def test_a_document_of_a_million_pages_is_refused(tmp_path: Path) -> None:
    many = pdf([[(50, 700, 12, "un")]]).replace(b"/Count 1 ", b"/Count 1000000 ")
    with pytest.raises(ImportFailed, match="1000000 pages"):
        imported(tmp_path, "a.pdf", many)


def test_a_member_that_lies_of_its_size_is_no_bomb(tmp_path: Path) -> None:
    data = bytearray(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": " " * (32 << 20)}))
    at = data.rindex(b"content.xml") - 22  # the size said in the directory
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(ImportFailed):
        imported(tmp_path, "a.odt", bytes(data))
