"""A rule says how speakers' marks are written: typed, or made from one label selected in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import documents, importers, importing
from corpus.errors import ImportFailed, SourceError
from corpus.importers import turns
from corpus.importers.speaking import rules
from corpus.importers.speaking.rules import MarkRule
from corpus.store.project import Project


def said(text: str, rule: MarkRule) -> list[tuple[str | None, int | None, str]]:
    passages = turns.cut(text, list(turns.paragraphs(text)), rule).passages
    return [(passage.speaker, passage.start_ms, text[passage.start : passage.end]) for passage in passages]


def test_a_rule_overrules_the_evidence() -> None:
    text = "INT: Why?\nkk ~ Because: one.\nkk ~ And two."
    assert said(text, rules.parse(r"(?P<speaker>\w+) ~ ")) == [
        (None, None, "INT: Why?"),
        ("kk", None, "Because: one."),
        ("kk", None, "And two."),
    ]


def test_a_rule_may_say_the_time() -> None:
    text = "0:05 kk ~ Because.\n1:02:03.5 mm ~ Indeed."
    rule = rules.parse(r"(?P<time>\S+) (?P<speaker>\w+) ~ ")
    assert said(text, rule) == [("kk", 5000, "Because."), ("mm", 3_723_500, "Indeed.")]


def test_a_rule_is_a_line_of_text() -> None:
    rule = rules.parse(r"  (?P<speaker>\w+)>  ")
    assert rules.parse(str(rule)) == rule


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            r"(\w+):",
            r"The rule (\w+): does not say where the speaker's name stands: put it into (?P<speaker>…).",
        ),
        (r"(?P<speaker>\w+", r"The rule (?P<speaker>\w+ can't be read: missing )."),
        ("(?P<speaker>a)" + "b" * 500, "A rule is one line of at most 500 characters."),
    ],
)
def test_what_is_no_rule_is_refused(line: str, sentence: str) -> None:
    with pytest.raises(SourceError) as refused:
        rules.parse(line)
    assert str(refused.value) == sentence


def test_a_rule_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PATIENCE_S", 0.01)
    text = "a" * 5000 + "!"
    with pytest.raises(SourceError, match="takes too long on this text"):
        said(text, rules.parse(r"(?P<speaker>(a|aa)+)+\d"))


# One label selected (between the signs ⟦ ⟧), and what is said by the rule made of it.
SELECTED = [
    ("⟦kk⟧ ~ Why?\nmm, 42 ~ Because ~ so.", [("kk", None, "Why?"), ("mm, 42", None, "Because ~ so.")]),
    ("- ⟦kk⟧ = Why?\n– mm = Because.", [("kk", None, "Why?"), ("mm", None, "Because.")]),
    ("0:05 {⟦kk⟧} Why?\n0:09 {mm n} Because.", [("kk", 5000, "Why?"), ("mm n", 9000, "Because.")]),
    ("12 ⟦kk⟧\tWhy?\n13 mm n\tBecause.", [("kk", None, "Why?"), ("mm n", None, "Because.")]),
    ("⟦kk⟧ @ 0:05\nWhy?\nmm @ 0:09\nBecause.", [("kk", 5000, "Why?"), ("mm", 9000, "Because.")]),
    ("** ⟦kk⟧ **\nWhy?\n** mm **\nBecause.", [("kk", None, "Why?"), ("mm", None, "Because.")]),
    ("⟦KK⟧ Why is\nMM2 because it is\nnot so.", [("KK", None, "Why is"), ("MM2", None, "because it is\nnot so.")]),
    ("⟦kk⟧ why\nmm because\nkk so", [("kk", None, "why\nmm because"), ("kk", None, "so")]),
    ("⟦kk⟧   why\nmm n   because", [("kk", None, "why"), ("mm n", None, "because")]),
    ("Name [⟦kk⟧] why\nName [mm: n] because", [("kk", None, "why"), ("mm: n", None, "because")]),
]


@pytest.mark.parametrize(("marked", "wanted"), SELECTED)
def test_a_label_selected_makes_the_rule_for_all_of_its_form(
    marked: str, wanted: list[tuple[str, int | None, str]]
) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    rule = rules.generalised(text, start, end)
    assert said(text, rule) == wanted
    assert rules.parse(str(rule)) == rule


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 3), (0, 6)])
def test_nothing_or_several_lines_selected_make_no_rule(start: int, end: int) -> None:
    with pytest.raises(SourceError, match=r"^Select one speaker's label, within a line\.$"):
        rules.generalised("kk \nmm: a", start, end)


def test_files_are_imported_by_the_rule(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("kk ~ Why?\nmm ~ Because.\n")
    rule = rules.parse(r"(?P<speaker>\w+) ~ ")
    assert [speaker.label for speaker in importers.read(path, speakers=rule).speakers] == ["kk", "mm"]
    with Project.create(tmp_path / "study.verbatim", language="en") as project:
        (outcome,) = importing.import_files(project, [path], speakers=rule)
        assert outcome.key is not None
        assert [speaker.label for speaker in documents.speakers(project, outcome.key)] == ["kk", "mm"]


def test_a_rule_that_takes_too_long_refuses_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PATIENCE_S", 0.01)
    path = tmp_path / "talk.txt"
    path.write_text("a" * 5000 + "!")
    with pytest.raises(ImportFailed, match="takes too long on this text"):
        importers.read(path, speakers=rules.parse(r"(?P<speaker>(a|aa)+)+\d"))
