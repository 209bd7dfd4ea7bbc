"""A whole sitting by keyboard alone, AZERTY included, from the import to the undoing of all that was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from app.shell.outcomes import OutcomesDialog
from coding import codings, excerpts, links
from coding.codebook import frameworks
from corpus import documents
from corpus.store.project import Project
from tests.app.at_the_desk import counted, digit_of_azerty
from tests.app.person import ALT, CTRL, SHIFT, Person, seated
from tests.coding.support import dump

Key = Qt.Key
PRICES = "Le prix du bois monte chaque mois et les clients discutent le devis numéro {n}."
HANDS = "La main sent la matière avant que l'outil numéro {n} ne touche la pièce."
WANTED = 30


class Mouse(QObject):
    """Notes whether a mouse was used."""

    used = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.used = self.used or isinstance(event, QMouseEvent)
        return False


def interview(folder: Path, name: str, first: int, turns: int) -> Path:
    said = [
        f"INT : [00:{n:02}:00] Et la suite ?\n\nR{first} : {(PRICES if n % 2 else HANDS).format(n=n)}"
        for n in range(first, first + turns)
    ]
    path = folder / f"{name}.txt"
    path.write_text("\n\n".join(said) + "\n", "utf-8")
    return path


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    settings.set("coder", "anna")
    project = Project.create(tmp_path / "study.verbatim", name="Étude", language="fr", coder="anna")
    frameworks.add(project, "meco-2019")
    project.close()
    with seated(qtbot, hub) as sitting:
        assert hub.open(tmp_path / "study.verbatim")
        sitting.rest()
        yield sitting


def test_a_whole_sitting(person: Person, tmp_path: Path, qapp: QApplication) -> None:
    mouse = Mouse()
    qapp.installEventFilter(mouse)
    before = dump(person.project)
    import_interviews(person, tmp_path)
    code_thirty_passages(person)
    link_and_decide(person)
    review(person)
    search_and_choose(person)
    export(person, tmp_path / "listed.csv")
    undo_all(person)
    assert dump(person.project) == before
    assert person.refused == []
    assert not mouse.used
    qapp.removeEventFilter(mouse)


def import_interviews(person: Person, folder: Path) -> None:
    """Choose the files in Qt's own dialog: the way to their folder, then their names, typed and not clicked."""
    paths = [interview(folder, name, first, 18) for name, first in (("Anne", 1), ("Béa", 21), ("Cléo", 41))]

    def typed(dialog: QFileDialog) -> None:
        assert dialog.isAncestorOf(QApplication.focusWidget() or person.window)
        person.write(f"{folder}/")
        person.press(Key.Key_Return)
        assert dialog.directory() == QDir(str(folder))
        person.write(" ".join(f'"{path.name}"' for path in paths))
        person.press(Key.Key_Return)

    person.window.setFocus()
    with person.asked(QFileDialog, typed):
        person.press(Key.Key_I, CTRL | SHIFT)
    person.until(lambda: len(documents.listed(person.project)) == 3)
    person.rest()
    while any(one.isVisible() for one in person.window.findChildren(OutcomesDialog)):
        person.press(Key.Key_Escape)
        person.look()


def code_thirty_passages(person: Person) -> None:
    """Make two codes, and give them to whole sentences by digit, by full stop and by name."""
    page, pane = person.code, person.code.reading.pane
    digit_with_alt(person, 1)
    person.until(lambda: person.window.current_page is page)
    while page.shown.document is not None and page.sources.keys().index(page.shown.document.key) > 0:
        person.press(Key.Key_PageUp, CTRL)
    pane.setFocus()
    person.press(Key.Key_Home, CTRL)
    made = 0
    while made < WANTED:
        person.press(Key.Key_Down)
        start, end = pane.selection()
        said = page.shown.text[start:end]
        if said == page.shown.text[slice(*pane.meant())] and "suite" not in said and start < end:
            name = "prix" if "prix" in said else "geste"
            if made < 2:
                person.press(Key.Key_K, CTRL)
                person.write(name)
                person.press(Key.Key_Return, CTRL)
            elif made == 4:
                person.press(Key.Key_K, CTRL)
                person.write(name)
                person.press(Key.Key_Return)
            else:
                digit_of_azerty(person, page.shown.recent.slots.index(person.find(name)) + 1)
            made += 1
            assert len(codings.listed(person.project)) == made
        elif end >= len(page.shown.text.rstrip()) or start == end:
            person.press(Key.Key_PageDown, CTRL)
            person.press(Key.Key_Home, CTRL)
        if end >= len(page.shown.text.rstrip()):
            person.press(Key.Key_PageDown, CTRL)
            person.press(Key.Key_Home, CTRL)
    assert len(codings.listed(person.project)) == WANTED
    assert all(one.start < one.end for one in codings.listed(person.project))


def digit_with_alt(person: Person, number: int) -> None:
    person.press(getattr(Key, f"Key_{number}"), ALT)


def link_and_decide(person: Person) -> None:
    digit_with_alt(person, 2)
    person.rest()
    with counted(person, "link to"):
        digit_of_azerty(person, 1)
    person.press(Key.Key_N)
    digit_of_azerty(person, 5)
    person.rest()
    assert sorted(person.names()[one.target][:2] for one in links.listed(person.project)) == ["C1", "C5"]
    reach(person, lambda: person.theory.triage.words.hasFocus())
    with counted(person, "decide on"):
        person.press(Key.Key_X)
    person.rest()
    assert [one.verdict for one in links.judgements(person.project)] == ["out"]


def reach(person: Person, there: Callable[[], bool], key: Qt.Key = Key.Key_F6) -> None:
    """Press F6, or Tab, until the focus is where it is wanted."""
    for _ in range(24):
        if there():
            return
        person.press(key)
    raise AssertionError(f"{key} never came there")


def review(person: Person) -> None:
    digit_with_alt(person, 3)
    page = person.review
    person.until(lambda: page.known is not None)
    person.rest()
    reach(person, page.controls.hidden.hasFocus, Key.Key_Tab)
    person.press(Key.Key_Space)  # a choice made once for a study: suggestions before the first pass
    person.rest()
    assert page.queue.suggestion is not None
    reach(person, lambda: page.reading.pane.hasFocus())
    many = len(codings.listed(person.project))
    with counted(person, "accept"):
        person.press(Key.Key_A)
    person.rest()
    assert len(codings.listed(person.project)) == many + 1
    person.press(Key.Key_R)
    person.rest()
    assert len(codings.listed(person.project)) == many + 1


def search_and_choose(person: Person) -> None:
    person.press(Key.Key_F, CTRL | SHIFT)
    listed(person)
    person.write("devis")
    person.press(Key.Key_Return)
    listed(person)
    assert person.verbatims.list.rows.rowCount() > 9
    reach(person, lambda: person.verbatims.list.hasFocus())
    person.press(Key.Key_J)
    person.press(Key.Key_Asterisk)
    person.rest()
    assert len(excerpts.listed(person.project)) == 1
    listed(person)


def listed(person: Person) -> None:
    page = person.verbatims
    person.until(lambda: page.isVisible() and not page.seeking.waiting and not page.acts.locked)
    person.rest()


def export(person: Person, path: Path) -> None:
    person.press(Key.Key_E, CTRL)
    dialog = person.dialog(QFileDialog)
    person.until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or person.window))
    person.write(str(path))
    person.press(Key.Key_Return)
    person.until(path.is_file)
    person.rest()
    person.until(lambda: not any(one.isVisible() for one in person.window.findChildren(QDialog)))
    person.look()
    assert "devis" in path.read_text("utf-8-sig")


def undo_all(person: Person) -> None:
    steps = 0
    while person.hub.undoable() is not None and steps < 99:
        step = person.hub.undoable()
        if step is not None and step.label == "Add framework":
            break
        person.press(Key.Key_Z, CTRL)
        person.rest()
        steps += 1
    assert steps > WANTED
