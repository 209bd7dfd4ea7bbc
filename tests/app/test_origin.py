"""Where a coding came from: a suggestion accepted in Review says so in the inspector of the Code page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QTabWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.code.inspector.coding_tab import CodingTab
from app.hub import Hub, Place
from app.i18n import moment
from app.settings import Settings
from coding import codebook, codings
from coding.suggest import provenance, suggestions
from coding.suggest.records import Reason, Suggestion
from corpus import anchors, documents
from corpus.model import Verdict
from tests.app.person import Person, seated
from tests.app.review_parts import go_to_words
from tests.app.sample_pages import opened_sample


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


def tab_on(person: Person, coding: int) -> CodingTab:
    """Open a coding on the Code page, as a click on it elsewhere does."""
    info = codings.get(person.project, coding)
    person.hub.show_place(Place(info.document, info.start, info.end, info.key))
    person.rest()
    tab = person.code.inspector.coding
    assert tab.code.text().startswith(codebook.get(person.project, info.code).label)
    return tab


def told(tab: CodingTab) -> str:
    page = QTextDocument()
    page.setHtml(tab.origin.text.text())
    return page.toPlainText().replace("\u00a0", " ")


def made_up(person: Person, basis: str = "codings") -> Suggestion:
    """Return a suggestion on the first words of a document, with reasons that are easy to tell."""
    info = documents.listed(person.project)[4]
    text = documents.text(person.project, info.key)
    code = codebook.find(person.project, "Vendeurs").key
    words = [Reason("caisse", 10, 16, 0.25), Reason("Caisse", 30, 36, 0.5), Reason("mais", 40, 44, -0.125)]
    return Suggestion(
        info.key,
        8,
        60,
        text[8:60],
        code,
        0.75,
        basis,
        tuple(words),
        (),
        "ridge-9-abc",
        1,
        (0, 90),
        None if basis == "definition" else 0.5,
        0.0,
        0.0,
        "sha",
        "sha",
    )


def test_what_was_accepted_in_review_is_told_in_code(person: Person) -> None:
    person.go(3)
    person.until(lambda: person.review.known is not None and person.review.queue.suggestion is not None)
    one = go_to_words(person.review)
    person.press(Qt.Key.Key_A)
    person.until(lambda: person.review.queue.suggestion is not one)
    made = codings.find(person.project, one.code, anchors.words(one.document, one.start, one.end))
    tab = tab_on(person, made.key)
    said = told(tab)
    assert tab.origin.isVisible()
    assert f"Suggested: {codebook.get(person.project, one.code).label}" in said
    assert one.chance is not None
    assert f"learned from codings, agrees with your coding {round(100 * one.chance)} times in 100" in said
    strongest = max(one.evidence, key=lambda reason: reason.weight)
    assert strongest.word.casefold() in said
    found = provenance.of_coding(person.project, made.key)
    assert found is not None
    assert f"Accepted by anna, {moment(found.decided_at)} · model {one.model}" in said
    person.hub.write(person.project.undo)
    person.rest()
    assert not tab.origin.isVisible()


def test_a_coding_by_hand_tells_of_no_suggestion(person: Person) -> None:
    by_hand = next(one for one in codings.listed(person.project) if one.origin == "manual" and not one.whole)
    tab = tab_on(person, by_hand.key)
    assert tab.words.isVisible()
    assert not tab.origin.isVisible()
    assert tab.origin.text.text() == ""


def test_the_words_are_added_up_and_only_those_that_spoke_for_it_are_told(person: Person) -> None:
    tab = tab_on(person, suggestions.accept(person.project, made_up(person)))
    assert "Because of caisse +0.75" in told(tab)
    assert "mais" not in told(tab).partition("Because of")[2]
    assert "For these words" not in told(tab)


def test_no_chance_is_told_where_none_was_kept(person: Person) -> None:
    tab = tab_on(person, suggestions.accept(person.project, made_up(person)))
    assert "learned from codings, agrees with your coding 50 times in 100" in told(tab)
    with person.project.change("Bring from an earlier format") as session:
        session.execute(update(Verdict).values(chance=None))
    person.rest()
    tab = tab_on(person, codings.listed(person.project, documents=[documents.listed(person.project)[0].key])[0].key)
    tab = tab_on(person, suggested(person))
    assert "learned from codings, score 0.75" in told(tab)
    assert "times in 100" not in told(tab)


def suggested(person: Person) -> int:
    """Return the one coding that came from a suggestion with a verdict."""
    (found,) = [one.coding for one in provenance.listed(person.project)]
    return found


def test_another_code_and_other_words_are_told_beside_what_was_suggested(person: Person) -> None:
    one, other = made_up(person, "definition"), codebook.find(person.project, "Irritants").key
    tab = tab_on(person, suggestions.accept(person.project, one, span=(8, 20), code=other))
    said = told(tab)
    assert "Suggested: Vendeurs; coded Irritants instead" in said
    assert "definition match, unmeasured, score 0.75" in said
    assert f"For these words: “{' '.join(one.text.split())}”" in said
    assert "Accepted with a change by anna" in said


def test_names_are_never_taken_for_markup(person: Person) -> None:
    one = made_up(person)
    codebook.edit(person.project, one.code, name="<i>Vendeurs & Cie</i>")
    assert "Suggested: <i>Vendeurs & Cie</i>" in told(tab_on(person, suggestions.accept(person.project, one)))


def test_a_suggestion_that_stayed_in_another_project_is_said_to_be_missing(person: Person) -> None:
    document = documents.listed(person.project)[4].key
    key = codings.apply(person.project, made_up(person).code, anchors.words(document, 8, 30), origin="suggestion")
    assert told(tab_on(person, key)) == "The suggestion itself is not in this project."


def test_in_a_narrow_column_nothing_is_cut_off(person: Person) -> None:
    made = codings.find(person.project, *_judged(person))
    person.window.resize(1280, 720)
    person.rest()
    tab = tab_on(person, made.key)
    column = person.code.inspector.parentWidget()
    while not isinstance(column, QTabWidget):
        assert column is not None
        column = column.parentWidget()
    column.setCurrentWidget(person.code.inspector)
    person.rest()
    assert tab.isVisible()
    assert tab.width() < 330
    bar = tab.area.horizontalScrollBar()
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    boxes = [box for box in tab.findChildren(QComboBox) if box.isVisible()]
    assert len(boxes) == 2
    assert {box.mapTo(tab, box.rect().topRight()).x() < tab.width() for box in boxes} == {True}


def _judged(person: Person) -> tuple[int, anchors.Anchor]:
    """Return a coding whose code is linked, so that it can be judged: code and place."""
    one = next(one for one in codings.listed(person.project) if one.code == person.find("Irritants") and not one.whole)
    return one.code, one.anchor
