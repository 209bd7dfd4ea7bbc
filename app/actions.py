"""Actions made from the table, with the keys that the person chose; and the digits, wherever a keyboard has them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from app.action_table import EVERYWHERE, Action, table
from app.settings import Settings

_CHANGED = "verbatim.keys"


def use(settings: Settings) -> None:
    """Take the keys that the person chose, for all actions made before and after."""
    application = QApplication.instance()
    assert application is not None
    application.setProperty(_CHANGED, settings.get("keys") or {})
    for window in QApplication.topLevelWidgets():
        for action in window.findChildren(QAction):
            if action.objectName() in table():
                _bind(action)


def keys_of(name: str) -> tuple[str, ...]:
    """Give the keys of an action: the person's where they chose some, else ours."""
    application = QApplication.instance()
    changed = (application.property(_CHANGED) if application else None) or {}
    chosen = changed.get(name)
    return tuple(map(str, chosen)) if chosen is not None else table()[name].keys


def shown(name: str) -> str:
    """Give the first key of an action as it is printed on this system's keyboards."""
    keys = keys_of(name)
    if not keys or table()[name].fixed:
        return " ".join(keys)
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def change_keys(settings: Settings, name: str, keys: tuple[str, ...] | None) -> None:
    """Give an action other keys, remembered; None gives ours back."""
    changed = dict(settings.get("keys") or {})
    if keys is None or keys == table()[name].keys:
        changed.pop(name, None)
    else:
        changed[name] = list(keys)
    settings.set("keys", changed or None)
    use(settings)


def conflicts(name: str, key: str) -> list[Action]:
    """Name the other actions that `key` already stands for where the action `name` works."""
    page = table()[name].page
    wanted = QKeySequence(key)
    return [
        other
        for other in table().values()
        if other.name != name
        and not other.fixed
        and (other.page == page or EVERYWHERE in (other.page, page))
        and any(QKeySequence(taken) == wanted for taken in keys_of(other.name))
    ]


def make(name: str, parent: QWidget, slot: Callable[[], object]) -> QAction:
    """Make the action `name` on `parent`, a menu or the part of a page within which its keys work.

    Keys of one letter go to a text field that has the focus, and never fire while one is written in.
    """
    known = table()[name]
    action = QAction(known.text, parent)
    action.setObjectName(name)
    everywhere = known.page == EVERYWHERE
    context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    action.setShortcutContext(context)
    action.triggered.connect(lambda _checked=False: slot())
    _bind(action)
    parent.addAction(action)
    return action


def _bind(action: QAction) -> None:
    name = action.objectName()
    if not table()[name].fixed:
        action.setShortcuts([QKeySequence(key) for key in keys_of(name)])
    key = shown(name)
    action.setToolTip(f"{table()[name].text} ({key})" if key else table()[name].text)


# What the top row writes without Shift in France and Belgium.
_AZERTY = {
    **dict.fromkeys((Qt.Key.Key_Ampersand,), 1),
    **dict.fromkeys((Qt.Key.Key_Eacute,), 2),
    **dict.fromkeys((Qt.Key.Key_QuoteDbl,), 3),
    **dict.fromkeys((Qt.Key.Key_Apostrophe,), 4),
    **dict.fromkeys((Qt.Key.Key_ParenLeft,), 5),
    **dict.fromkeys((Qt.Key.Key_Minus, Qt.Key.Key_section), 6),
    **dict.fromkeys((Qt.Key.Key_Egrave,), 7),
    **dict.fromkeys((Qt.Key.Key_Underscore, Qt.Key.Key_Exclam), 8),
    **dict.fromkeys((Qt.Key.Key_Ccedilla,), 9),
    **dict.fromkeys((Qt.Key.Key_Agrave,), 0),
}
# What it writes with Shift in America.
_SHIFTED = dict(zip("!@#$%^&*()", (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)))
# The keys themselves, by the numbers the system gives them: these are right for every layout.
_APPLE_KEYS = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)))
_FIRST_KEY = 2 if sys.platform == "win32" else 10


def digit_of(event: QKeyEvent) -> int | None:
    """Give the digit 0–9 that a key stands for, with or without Shift, on QWERTY and on AZERTY; None for other keys.

    With Ctrl, Alt or Meta held it is None.
    """
    held = event.modifiers()
    if held & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    ):
        return None
    return top_row(event)


def top_row(event: QKeyEvent) -> int | None:
    """Give the digit on the key of the top row or the keypad, whatever else is held."""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    if sys.platform == "darwin":
        real = event.nativeScanCode() > 0
        by_key = _APPLE_KEYS.get(event.nativeVirtualKey()) if real else None
    else:
        real = event.nativeScanCode() > 0
        at = event.nativeScanCode() - _FIRST_KEY
        by_key = (at + 1) % 10 if 0 <= at <= 9 else None
    if real:
        return by_key
    # A key sent by a program has no place on a keyboard: what it writes must do.
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _SHIFTED.get(event.text()) if event.text() else None
    return _AZERTY.get(Qt.Key(key))
