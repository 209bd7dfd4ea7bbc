"""A guide that is pasted or in a file: topics and questions, whatever marks them; nothing is taken for both."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ImportFailed
from corpus.guide import guide_texts
from corpus.guide.guides import GuideLine

WRITTEN = {
    "headings": "# A\n\n## The shop\n\nHow did you come here?\nWho taught you\n\n## Hands\n\n**What** do they know?",
    "colons": "The shop :\nHow did you come here?\nWho taught you\nHands:\nWhat do they know?",
    "bullets": "The shop\n- How did you come here?\n- Who taught you\n\nHands\n• What do they know?",
    "numbers": "1. The shop\n   1.1 - How did you come here?\n   1.2. Who taught you\n2) Hands\n a) What do they know?",
    "plain": "The shop\nHow did you come here?\nWho taught you\n\nHands\nWhat do they know?",
}
LINES = [
    GuideLine("The shop", "How did you come here?"),
    GuideLine("The shop", "Who taught you"),
    GuideLine("Hands", "What do they know?"),
]


@pytest.mark.parametrize("how", WRITTEN)
def test_topics_and_questions_are_told_apart(how: str) -> None:
    assert guide_texts.lines(WRITTEN[how]) == LINES


def test_a_bare_list_has_no_topics() -> None:
    bare = "How did you come here\n\nTell me of your day.\n10 years on, what will be?\n---\n"
    assert [one.topic for one in guide_texts.lines(bare)] == ["", "", ""]
    assert guide_texts.lines(bare)[2].text == "10 years on, what will be?"


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for line in guide_texts.lines(text):
        assert line.text.strip()
        assert "\n" not in line.text + line.topic


@pytest.mark.parametrize("name", ["guide.txt", "guide.md"])
def test_a_file_of_text_is_read(tmp_path: Path, name: str) -> None:
    written = "# La journée\n1. Où êtes-vous né, et qui vous a élevé ?\n"
    (tmp_path / name).write_bytes(written.encode("utf-8" if name.endswith("md") else "cp1252"))
    assert guide_texts.read(tmp_path / name) == [GuideLine("La journée", "Où êtes-vous né, et qui vous a élevé ?")]


def test_a_word_file_is_read_with_its_headings_and_tables(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("The shop", 1)
    document.add_paragraph("How did you come here?", style="List Number")
    document.add_paragraph("Hands").runs[0].bold = True
    document.add_paragraph("- What do they know?")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The end", "What did I forget to ask you?"
    document.save(str(tmp_path / "guide.docx"))
    assert guide_texts.read(tmp_path / "guide.docx") == [
        GuideLine("The shop", "How did you come here?"),
        GuideLine("Hands", "What do they know?"),
        GuideLine("The end", "What did I forget to ask you?"),
    ]


def test_a_file_without_a_question_is_refused(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("# Only a title\n", "utf-8")
    (tmp_path / "guide.xyz").write_text("x", "utf-8")
    for name, why in (("guide.md", "holds no question"), ("guide.xyz", "can't be read")):
        with pytest.raises(ImportFailed, match=why):
            guide_texts.read(tmp_path / name)
