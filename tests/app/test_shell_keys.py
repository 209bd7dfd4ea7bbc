"""Keys: one table, changed by the person, remembered; and digits on every keyboard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import actions
from app.action_table import EVERYWHERE, table
from app.hub import Hub
from app.settings import Settings
from app.shell.keys_dialog import KeysDialog
from app.shell.main_window import Window

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PRESS = QEvent.Type.KeyPress


def pressed(key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NONE, scan: int = 0) -> QKeyEvent:
    if scan:
        return QKeyEvent(PRESS, key, held, scan, 0, 0, text)
    return QKeyEvent(PRESS, key, held, text)


AZERTY = [
    (Qt.Key.Key_Agrave, "à"),
    (Qt.Key.Key_Ampersand, "&"),
    (Qt.Key.Key_Eacute, "é"),
    (Qt.Key.Key_QuoteDbl, '"'),
    (Qt.Key.Key_Apostrophe, "'"),
    (Qt.Key.Key_ParenLeft, "("),
    (Qt.Key.Key_Minus, "-"),
    (Qt.Key.Key_Egrave, "è"),
    (Qt.Key.Key_Underscore, "_"),
    (Qt.Key.Key_Ccedilla, "ç"),
]


@pytest.mark.parametrize(("digit", "key", "text"), [(digit, *pair) for digit, pair in enumerate(AZERTY)])
def test_digits_of_azerty(digit: int, key: Qt.Key, text: str) -> None:
    assert actions.digit_of(pressed(key, text)) == digit
    assert actions.digit_of(pressed(Qt.Key(Qt.Key.Key_0 + digit), str(digit), SHIFT)) == digit


@pytest.mark.parametrize(("digit", "text"), list(enumerate(")!@#$%^&*(")))
def test_digits_of_qwerty(digit: int, text: str) -> None:
    assert actions.digit_of(pressed(Qt.Key(Qt.Key.Key_0 + digit), str(digit))) == digit
    assert actions.digit_of(pressed(Qt.Key(ord(text)), text, SHIFT)) == digit


def test_other_keys_are_no_digits() -> None:
    assert actions.digit_of(pressed(Qt.Key.Key_J, "j")) is None
    assert actions.digit_of(pressed(Qt.Key.Key_1, "1", Qt.KeyboardModifier.ControlModifier)) is None
    assert actions.digit_of(pressed(Qt.Key.Key_Shift, "", SHIFT)) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="scan codes differ from system to system")
def test_the_place_of_a_key_decides_where_it_is_known() -> None:
    hyphen_of_qwerty, six_of_azerty = 20, 15
    assert actions.digit_of(pressed(Qt.Key.Key_Minus, "-", scan=hyphen_of_qwerty)) is None
    assert actions.digit_of(pressed(Qt.Key.Key_Minus, "-", scan=six_of_azerty)) == 6
    assert actions.digit_of(pressed(Qt.Key.Key_Agrave, "à", scan=19)) == 0


def test_no_two_actions_of_a_page_share_a_key(qtbot: QtBot) -> None:
    shared = {
        (name, key, other.name)
        for name, action in table().items()
        if not action.fixed
        for key in action.keys
        for other in actions.conflicts(name, key)
    }
    assert shared == set()


def test_keys_can_be_read_by_qt_and_pages_are_known(qtbot: QtBot) -> None:
    pages = {
        EVERYWHERE,
        "picker",
        "preview",
        "code",
        "theory",
        "review",
        "verbatims",
        "matrix",
        "participants",
        "guide",
        "report",
        "memos",
        "quality",
    }
    for action in table().values():
        assert action.page in pages
        for key in () if action.fixed else action.keys:
            assert QKeySequence(key).toString(), f"{key} of {action.name}"


def test_keys_of_a_page_work_within_it_and_not_while_writing(qtbot: QtBot, settings: Settings) -> None:
    actions.use(settings)
    window, page, other = QWidget(), QWidget(), QLineEdit()
    field, inside = QLineEdit(), QWidget()
    for widget in (inside, page):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    within, around = QVBoxLayout(page), QVBoxLayout(window)
    within.addWidget(field)
    within.addWidget(inside)
    around.addWidget(page)
    around.addWidget(other)
    qtbot.addWidget(window)
    done: list[str] = []
    actions.make("code.next", page, lambda: done.append("next"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for widget in (inside, field, other):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_J)
    assert done == ["next"]
    assert (field.text(), other.text()) == ("j", "j")


def test_a_key_is_changed_its_owner_named_and_all_is_remembered(window: Window, hub: Hub, study: Path) -> None:
    hub.open(study)
    page = window.current_page
    assert page is not None
    memo = actions.make("code.memo", page, lambda: None)
    recode = actions.make("code.recode", page, lambda: None)
    window.show_keys()
    dialog = window.findChild(KeysDialog)
    dialog.choose("code.memo")
    dialog.edit.setKeySequence(QKeySequence("Ctrl+R"))
    assert "Recode" in dialog.note.text()
    dialog.set.click()
    assert memo.shortcuts() == [QKeySequence("Ctrl+R")]
    assert recode.shortcuts() == []
    assert Settings(window.settings._path).get("keys") == {"code.memo": ["Ctrl+R"], "code.recode": []}
    again = actions.make("code.memo", page, lambda: None)
    assert again.shortcuts() == [QKeySequence("Ctrl+R")]
    assert "Ctrl+R" in again.toolTip()
    dialog.choose("code.memo")
    dialog.reset.click()
    dialog.choose("code.recode")
    dialog.reset.click()
    assert recode.shortcuts() == [QKeySequence("Ctrl+R")]
    assert window.settings.get("keys") is None


def test_digits_cannot_be_taken_from_the_recent_codes(window: Window) -> None:
    window.show_keys()
    dialog = window.findChild(KeysDialog)
    dialog.choose("code.recent")
    assert not dialog.edit.isEnabled()
    assert not dialog.set.isEnabled()


def test_keys_are_searched(window: Window, qtbot: QtBot) -> None:
    window.show_keys()
    dialog = window.findChild(KeysDialog)
    qtbot.keyClicks(dialog.search, "uncode")
    shown = [name for name, item in dialog._items.items() if not item.isHidden()]
    assert shown == ["code.uncode"]
    dialog.search.setText("F6")
    shown = [name for name, item in dialog._items.items() if not item.isHidden()]
    assert shown == ["panes.next", "panes.previous"]


def test_a_question_mark_shows_all_keys(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    window.activateWindow()
    page = window.current_page
    assert page is not None
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Question)
    dialog = window.findChild(KeysDialog)
    assert dialog.isVisible()
    assert "code.uncode" in dialog._items
