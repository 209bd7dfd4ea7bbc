"""Files of figures: the same byte for byte, with letters and words in them, and nothing of who made them."""

from __future__ import annotations

import struct
import zlib

import pytest
from docx import Document
from lxml import etree

from coding import figures
from coding.figures import FigureChoice, saving
from coding.moment.moment import Moment
from corpus.errors import ExportFailed

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("suffix", [*saving.SUFFIXES, saving.PRINTED])
def test_a_file_is_the_same_again(suffix, sample, tmp_path):
    bodies = set()
    for n in range(2):
        path = tmp_path / f"{n}{suffix}"
        saving.save(
            figures.draw(Moment.of(sample.project), "frequencies", FigureChoice(width=60, most=3)), path, sample
        )
        bodies.add(path.read_bytes())
    assert len(bodies) == 1
    assert str(tmp_path).encode() not in bodies.pop()


def test_a_drawing_is_as_wide_as_a_column_and_read_aloud(sample, tmp_path):
    made = figures.draw(sample, "heat", FigureChoice(width=90), "fr")
    saving.save(made, tmp_path / "heat.svg", sample)
    root = etree.parse(tmp_path / "heat.svg").getroot()
    assert float(root.get("width").removesuffix("pt")) == pytest.approx(90 / 25.4 * 72)
    assert (root.get("role"), root.get("lang")) == ("img", "fr")
    assert [root.find(f"{SVG}{tag}").text for tag in ("title", "desc")] == ["Carte de chaleur", made.alt]
    assert root.get("aria-labelledby") == "title-heat desc-heat"
    assert not root.findall(f".//{SVG}text"), "letters are shapes"
    assert b"<dc:date>" not in (tmp_path / "heat.svg").read_bytes()


def test_a_word_document_has_a_figure_with_its_caption_and_what_is_said_in_its_place(sample, tmp_path):
    made = figures.draw(sample, "frequencies", FigureChoice(width=90, most=3), "en")
    saving.save(made, tmp_path / "a.docx", sample.viewed(printed="en"))
    document = Document(tmp_path / "a.docx")
    (picture,) = document.inline_shapes
    assert round(picture.width.mm) == 90
    assert picture._inline.docPr.get("descr") == made.alt
    assert any(one.text.startswith("Figure\u00a01. Frequencies") for one in document.paragraphs)
    assert any("describe this corpus" in one.text for one in document.paragraphs)


def test_a_pdf_has_its_letters_in_it(sample):
    body = saving.body(figures.draw(sample, "frequencies"), ".pdf")
    assert b"/FontFile2" in body
    assert b"/Type3" not in body
    assert b"CreationDate" not in body


def test_a_picture_has_six_hundred_dots_to_the_inch_and_says_what_it_shows(sample):
    made = figures.draw(sample, "frequencies", FigureChoice(width=90), "en")
    body = saving.body(made, ".png")
    assert struct.unpack(">I", body[16:20])[0] == int(90 / 25.4 * 600)
    assert made.alt.encode() in body or made.alt.encode("latin-1") in _texts(body)


def _texts(png: bytes) -> bytes:
    found, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + size]
        found += data if kind == b"tEXt" else zlib.decompress(data[data.index(b"\0") + 2 :]) if kind == b"zTXt" else b""
        at += 12 + size
    return found


def test_a_target_that_can_not_be_written_stays_as_it_is(sample, tmp_path):
    made = figures.draw(sample, "frequencies")
    (tmp_path / "there.svg").mkdir()
    for path in (tmp_path / "none" / "a.svg", tmp_path / "there.svg"):
        with pytest.raises(ExportFailed, match=r"can't be written"):
            saving.save(made, path, sample)
    with pytest.raises(ExportFailed, match=r"must end in \.svg, \.pdf, \.png"):
        saving.save(made, tmp_path / "a.gif", sample)
    assert [one.name for one in tmp_path.iterdir()] == ["there.svg"]


def test_the_window_gets_dots_as_it_wants_them(sample):
    wide, high, dots = saving.pixels(figures.draw(sample, "saturation", FigureChoice(width=140)), 100)
    assert (wide, len(dots)) == (int(140 / 25.4 * 100), wide * high * 4)
    assert dots[:4] == b"\xff\xff\xff\xff", "paper is white"
