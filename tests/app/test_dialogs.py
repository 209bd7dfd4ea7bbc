"""Every dialog by keyboard: where one begins, how one gets on and out, and that where keys go is seen and named."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from tests import dialog_scenes, question_scenes, view_scenes
from tests.app.person import NO, Person, seated
from tests.app.test_focus_is_seen import LEAST, differing, named, parts
from tests.app.test_screen_readers import nameless
from tests.samples import sample_at

INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView, QGraphicsView)
_MOST = 60  # presses of Tab


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "camille")
    dialog_scenes.furnish(made)
    return made


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, built: Path, tmp_path: Path) -> Iterator[Person]:
    settings.set("coder", "camille")
    shutil.copy(built, tmp_path / "study.verbatim")
    with seated(qtbot, hub) as sitting:
        assert hub.open(tmp_path / "study.verbatim")
        sitting.rest()
        yield sitting


def scenes(person: Person, folder: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give every dialog by name, and what shows it."""
    window = person.window
    yield from dialog_scenes.scenes(window, folder)
    for name, show in (("keys", window.show_keys), ("history", window.show_history), ("new", window.projects.new)):
        yield name, partial(dialog_scenes.made, window, show)
    yield from view_scenes.forms(window)
    yield from question_scenes.scenes(window, folder)


def faults(person: Person, dialog: QWidget) -> Iterator[str]:
    yield from (f"no name: {one}" for one in nameless(dialog))
    first = QApplication.focusWidget()
    if first is None or not dialog.isAncestorOf(first):
        yield "nothing has the focus"
        return
    chain = tabbed(first)
    yield from beginning(dialog, first)
    yield from (f"not reached by Tab: {named(one)}" for one in parts(dialog) if one not in chain and not grouped(one))
    yield from order(dialog, chain)
    yield from unseen(chain)
    yield from panes(dialog, chain)
    yield from leaving(dialog)


def beginning(dialog: QWidget, first: QWidget) -> Iterator[str]:
    """Say where one does not begin with what there is to fill in, or Enter is not what the dialog is for."""
    inputs = [one for one in parts(dialog) if isinstance(one, INPUTS) and not getattr(one, "isReadOnly", bool)()]
    if inputs and not isinstance(first, INPUTS):
        yield f"begins at {named(first)}, not at {named(inputs[0])}"
    default = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isDefault()]
    accepting = [
        one
        for box in dialog.findChildren(QDialogButtonBox)
        for one in box.buttons()
        if box.buttonRole(one) in (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole)
    ]
    if accepting and default != accepting[:1]:
        yield f"Enter means {[one.text() for one in default]} and not {accepting[0].text()}"


def grouped(part: QWidget) -> bool:
    """Say whether the arrow keys reach it, as other buttons of its group."""
    return getattr(part, "group", bool)() is not None and getattr(part, "autoExclusive", bool)()


def tabbed(first: QWidget) -> list[QWidget]:
    """Give the parts that Tab goes to, in this order."""
    found = [first]
    for _ in range(_MOST):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab, NO)
        now = QApplication.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def order(dialog: QWidget, chain: list[QWidget]) -> Iterator[str]:
    """Say where Tab goes up or back to the left instead of on."""
    begun = min(range(len(chain)), key=lambda n: (place(dialog, chain[n]).y(), place(dialog, chain[n]).x()))
    chain = chain[begun:] + chain[:begun]
    for one, other in pairwise(chain):
        a, b = place(dialog, one), place(dialog, other)
        if b.y() + other.height() <= a.y() and b.x() < a.x() + one.width():
            yield f"from {named(one)} back up to {named(other)}"


def place(dialog: QWidget, part: QWidget) -> QPoint:
    return part.mapTo(dialog, QPoint(0, 0))


def unseen(chain: list[QWidget]) -> Iterator[str]:
    for part in chain:
        other = next((one for one in chain if one is not part), None)
        if other is None:
            continue
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_it = part.grab().toImage()
        if part.hasFocus() and with_it.size() == without.size() and differing(without, with_it) < LEAST:
            yield f"focus not seen: {named(part)}"


def panes(dialog: QWidget, chain: list[QWidget]) -> Iterator[str]:
    """Say what F6 does not come to, lists and texts each and the buttons, or that it leaves the dialog."""
    begun, met = QApplication.focusWidget(), list[QWidget]()
    for _ in chain:
        now = QApplication.focusWidget()
        if now is None or not dialog.isAncestorOf(now):
            yield "F6 leaves it"
            return
        if now in met:
            break
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_F6, NO)
    whole = [one for one in chain if isinstance(one, QAbstractItemView | QTextEdit | QPlainTextEdit)]
    yield from (f"not reached by F6: {named(one)}" for one in whole if one not in met)
    buttons = [one for one in chain if isinstance(one, QPushButton)]
    if buttons and not any(isinstance(one, QAbstractButton) for one in met):
        yield "no button is reached by F6"
    if begun is not None:
        begun.setFocus(Qt.FocusReason.TabFocusReason)


def leaving(dialog: QWidget) -> Iterator[str]:
    focused = QApplication.focusWidget()
    if focused is None:
        yield "nothing has the focus in the end"
        return
    QTest.keyClick(focused, Qt.Key.Key_Escape, NO)
    if dialog.isVisible():
        yield "Escape leaves it open"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_dialog_is_one_for_the_keyboard(person: Person, tmp_path: Path, colours: str) -> None:
    person.window.set_theme(colours)
    found = []
    for name, show in scenes(person, tmp_path):
        dialog = show()
        QApplication.processEvents()
        assert isinstance(dialog, QDialog), name
        with person.qtbot.waitActive(dialog):
            dialog.activateWindow()
        found += [f"{name}: {fault}" for fault in faults(person, dialog)]
        dialog.close()
        person.look()
    assert not found, "\n".join(found)
