"""From pane to pane within dialogs, by the keys that do so in the window: lists, texts, fields, buttons."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import actions

_KNOWN = "verbatim.panes"


class Stepping(QObject):
    """Gives each dialog the keys when it first has the focus."""

    def __init__(self, over: QObject) -> None:
        super().__init__(over)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and not dialog.property(_KNOWN):
            dialog.setProperty(_KNOWN, True)
            actions.make("panes.next", dialog, partial(step, dialog, 1))
            actions.make("panes.previous", dialog, partial(step, dialog, -1))


def step(dialog: QDialog, steps: int) -> None:
    """Give the focus to the next pane of a dialog, or the one before."""
    found, now = panes(dialog), dialog.focusWidget()
    if found:
        at = next((n for n, pane in enumerate(found) if now in pane), 0)
        found[(at + steps) % len(found)][0].setFocus(Qt.FocusReason.TabFocusReason)


def panes(dialog: QDialog) -> list[list[QWidget]]:
    """Return what Tab goes through, in its order: each list and each text by itself, fields and buttons together."""
    chain, part = list[QWidget](), dialog.nextInFocusChain()
    while part is not dialog and part is not None:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled():
            chain.append(part)
        part = part.nextInFocusChain()
    return [list(pane) for _, pane in groupby(chain, _kind)]


def _kind(part: QWidget) -> object:
    if isinstance(part, QAbstractItemView | QTextEdit | QPlainTextEdit):
        return id(part)
    return QAbstractButton if isinstance(part, QAbstractButton) else QWidget
