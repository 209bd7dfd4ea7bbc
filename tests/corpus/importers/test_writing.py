"""A text put together piece by piece: every block says where it stands, however the piece was tidied."""

from __future__ import annotations

from corpus.drafts import Block
from corpus.importers.writing import Writing


def test_bold_type_that_opens_a_piece_is_measured_in_the_tidied_text() -> None:
    writing = Writing()
    writing.add("avant")
    writing.add("Ine\u0300s\xad : oui", bold=6)
    block = writing.blocks[1]
    assert writing.text[block.start : block.bold] == "Inès"
    assert [one.bold for one in writing.blocks[:1]] == [None]


def test_a_text_read_elsewhere_keeps_its_blocks() -> None:
    writing = Writing()
    writing.add("avant")
    writing.graft("un\ndeux", [Block(0, 2, bold=1), Block(3, 7, "cell")])
    writing.add("après")
    assert [writing.text[block.start : block.end] for block in writing.blocks] == ["avant", "un", "deux", "après"]
    assert writing.text == "avant\nun\ndeux\naprès"
    assert writing.text[writing.blocks[1].start : writing.blocks[1].bold] == "u"
