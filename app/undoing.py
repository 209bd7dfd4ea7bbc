"""Undo and redo, asking once before a change of somebody else or of another sitting is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors_text import change_label
from app.hub import Hub
from app.i18n import moment

if TYPE_CHECKING:
    from corpus.history import Step


class Undoing(QObject):
    """Takes back and brings back; to agree for one coder's day is to agree for all changes of that day."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window
        self._agreed: set[tuple[str, str]] = set()
        hub.closed.connect(self._agreed.clear)

    def undo(self) -> None:
        """Take the last change back, once the person agrees."""
        if (step := self.hub.undoable()) is not None:
            self._agreed_on(step, self.tr("Undo “{label}”?"), self.tr("Undo"), self._undo)

    def redo(self) -> None:
        """Bring back what was taken back last, once the person agrees."""
        if (step := self.hub.redoable()) is not None:
            self._agreed_on(step, self.tr("Redo “{label}”?"), self.tr("Redo"), self._redo)

    def _undo(self) -> None:
        self.hub.write(self.hub.project.undo, self._undone)

    def _redo(self) -> None:
        self.hub.write(self.hub.project.redo, self._redone)

    def _undone(self, step: Step) -> None:
        self.hub.said.emit(self.tr("Undone: {label}").format(label=change_label(step.label)))

    def _redone(self, step: Step) -> None:
        self.hub.said.emit(self.tr("Redone: {label}").format(label=change_label(step.label)))

    def _agreed_on(self, step: Step, question: str, verb: str, go_on: Callable[[], None]) -> None:
        day = (step.coder, step.at[:10])
        if step.own or day in self._agreed:
            go_on()
            return
        box = QMessageBox(self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(verb)
        box.setText(question.format(label=change_label(step.label)))
        box.setInformativeText(
            self.tr("{coder} made this change on {moment}, in another sitting.").format(
                coder=step.coder, moment=moment(step.at)
            )
        )
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)

        def agree() -> None:
            self._agreed.add(day)
            go_on()

        yes.clicked.connect(agree)
        box.open()
