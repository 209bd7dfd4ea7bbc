"""The loop in the real window where it was not seen to yet: room, stripes that are told about, code by heading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.reader.margin import Foremost
from app.reader.theme import type_of
from app.settings import Settings
from app.verbatims.thinning import ThinningDialog
from coding import autocoding, codebook, codings
from coding.moment.counts import counts
from coding.moment.moment import Moment
from corpus import anchors, documents
from tests.app.at_the_desk import seat, span
from tests.app.person import NO, Person, seated
from tests.coding.test_autocoding import headed


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def lines(person: Person) -> float:
    pane = person.code.reading.pane
    return pane.viewport().height() / type_of(pane.text_size(), pane.font()).pitch


def apply(person: Person, name: str, words: str) -> int:
    document = person.code.shown.document
    assert document is not None
    return codings.apply(person.project, person.find(name), anchors.words(document.key, *span(person, words)))


def test_twenty_six_lines_are_read_at_1440_by_900_whatever_the_inspector_says(person: Person) -> None:
    assert (person.window.width(), person.window.height()) == (1440, 900)
    assert lines(person) >= 26
    key = apply(person, "Irritation", "chaque lundi")
    person.settle()
    person.code.reading.pane.select_coding(key)
    person.code.look()
    QApplication.processEvents()
    assert person.code.inspector.speaking
    assert lines(person) >= 26


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1440, 900), (2560, 1440)])
def test_a_click_on_a_stripe_tells_code_coder_and_origin_in_a_window_of_any_size(
    person: Person, size: tuple[int, int]
) -> None:
    document = person.code.shown.document
    assert document is not None
    found = autocoding.of_places([(document.key, *span(person, "Personne ne le lit"))])
    autocoding.apply(person.project, found, person.find("Irritation"))
    person.window.resize(*size)
    person.settle()
    pane = person.code.reading.pane
    [stripe] = pane.stripes()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, NO, stripe.rect.center().toPoint())
    assert pane.note.isVisible()
    assert all(said in pane.note.text() for said in ("Irritation", "Ada", "auto-coded"))
    assert pane.viewport().rect().contains(pane.note.geometry())


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_twelve_codes_on_the_same_words_are_named_beside_them(person: Person, size: tuple[int, int]) -> None:
    names = "accueil prix stock rayon caisse site appli drive colis retour panne avis".split()
    document = person.code.shown.document
    assert document is not None
    place = anchors.words(document.key, *span(person, "Le tableau de bord tombe chaque lundi."))
    with person.project.change("Code"):
        for name in names:
            codings.apply(person.project, codebook.add(person.project, name), place)
    person.window.resize(*size)
    person.settle()
    pane = person.code.reading.pane
    stripes = pane.stripes()
    assert len(stripes) == 12
    legend = pane.margin.legend(stripes, pane._columns, pane.viewport().height(), Foremost())
    told = " ".join(line for name in legend.names for line in name.lines)
    assert all(name in told for name in names)


def test_what_stands_under_a_heading_is_coded_as_one_change_and_marked_until_it_is_read(person: Person) -> None:
    document = documents.add(person.project, [headed("Titres")])[0].key
    person.go(4)
    person.settle()
    page, code = person.verbatims, person.find("Irritation")
    before = {one.key for one in codings.listed(person.project)}
    page.auto.by_heading()
    [dialog] = [one for one in page.findChildren(ThinningDialog) if one.isVisible()]
    rows = dialog.rows
    [heading] = [at for at in range(rows.rowCount()) if str(rows.index(at).data()).startswith("Accueil")]
    rows.setData(rows.index(heading), True, Qt.ItemDataRole.CheckStateRole)
    dialog.accept()
    assert page.acts.picker is not None
    page.acts.picker.line.setText("Irritation")
    QTest.keyClick(page.acts.picker.line, Qt.Key.Key_Return)
    person.settle()
    made = [one for one in codings.listed(person.project) if one.key not in before]
    assert {(one.code, one.origin, one.document) for one in made} == {(code, "auto", document)}
    assert segments(person, code) == 0, "nobody has read them yet"
    person.window.show_page("code")
    person.code.open_document(document)
    for one in made:
        person.code.reading.pane.select_coding(one.key)
        person.code.look()
    person.settle()
    person.until(lambda: segments(person, code) == len({(one.start, one.end) for one in made}))
    person.project.undo()
    assert {one.key for one in codings.listed(person.project)} == before, "one change"


def segments(person: Person, code: int) -> int:
    """Count what is coded with a code and was read."""
    return counts(Moment.of(person.project).viewed(reread=True)).segments.get(code, 0)
