"""The words of the program's in sentences: the window says each in its own language, and no sentence passes one raw."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.errors_text import sentence
from app.our_words import words
from coding import excerpts, links, memos
from corpus import rules
from corpus.errors import SetError
from corpus.guide import askings
from corpus.our_words import ListedWords, Word
from corpus.people import approvals, consents, recruiting, values

TOP = Path(__file__).parents[2]
OURS = frozenset({"sort", "about", "op", "type", "others"})
"""What sentences call values that are always words of the program's."""


class Shouting(QTranslator):
    """Says each word of the program's in capitals."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "words" else text


@pytest.fixture
def shouting(qapp: QApplication) -> object:
    """Another language for the words alone."""
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_the_window_has_a_word_for_each_of_the_program(qapp: QApplication) -> None:
    known = {
        *rules.KINDS,
        *rules.ABOUT,
        *(about.sort for about in rules.ABOUT.values()),
        *values.TYPES,
        *askings.STATES,
        *recruiting.STATUSES,
        *consents.USES,
        *approvals.ANSWERS,
        *links.KINDS,
        *links.MODES,
        *links.VERDICTS,
        *links.STANCES,
        *excerpts.PURPOSES,
        *memos.KINDS,
        *(op for ops in rules.OPS.values() for op in ops if op.isalpha()),
    }
    assert known <= words().keys()


def test_a_sentence_says_them_in_the_language_of_the_window(shouting: object) -> None:
    error = SetError(
        "A set of {kind} can be {states}, {name}.",
        kind=Word("codes"),
        states=ListedWords(["asked", "not asked"]),
        name="codes",
    )
    assert sentence(error) == "A set of CODES can be ASKED, NOT ASKED, codes."
    assert str(error) == "A set of codes can be asked, not asked, codes."


def passed() -> list[tuple[str, str, ast.expr]]:
    """Return where errors are made: place, name and expression of each value."""
    found = []
    for path in (path for package in ("corpus", "coding") for path in (TOP / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                place = f"{path.relative_to(TOP)}:{node.lineno}"
                found += [(place, word.arg, word.value) for word in node.exc.keywords if word.arg is not None]
    return found


def raw(name: str, value: ast.expr) -> bool:
    """Say whether a value is a word of the program's, or a list of its constants, that is passed as mere text."""
    made = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
    joined = isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "join"
    listed = joined and isinstance(value.args[0], ast.Name) and value.args[0].id.isupper()  # type: ignore[attr-defined]  # a call's
    return (name in OURS and made not in ("Word", "ListedWords")) or listed


# Only the command line asks for these, by what is typed there.
TYPED = {
    ("coding/reports.py", "keys"),
    ("coding/tables/matrices.py", "cells"),
    ("coding/figures/__init__.py", "keys"),
    ("coding/figures/saving.py", "endings"),
    ("corpus/people/attributes.py", "type"),  # which is no type
}


def test_no_sentence_passes_a_word_of_the_program_as_mere_text() -> None:
    found = passed()
    assert len(found) > 100
    faults = {(place.partition(":")[0], name) for place, name, value in found if raw(name, value)}
    assert faults - TYPED == set()
    assert raw("sort", ast.parse("about.sort", mode="eval").body)
    assert raw("known", ast.parse("', '.join(STATUSES)", mode="eval").body)
    assert not raw("known", ast.parse("', '.join(names)", mode="eval").body)
