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
    from corpus.store.history import Step


class Undoing(QObject):
    """Takes back and brings back; to agree for one coder's day is to agree for all changes of that day."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window
        self._agreed: set[tuple[str, str]] = set()
        hub.closed.connect(self._agreed.clear)

    def undo(self, step: Step | None) -> None:
        """Take back the change the person was shown as the last, once they agree."""
        if step is not None:
            self._agreed_on(step, self.tr("Undo “{label}”?"), self.tr("Undo"), lambda: self._undo(step))

    def redo(self, step: Step | None) -> None:
        """Bring back what the person was shown as taken back last, once they agree."""
        if step is not None:
            self._agreed_on(step, self.tr("Redo “{label}”?"), self.tr("Redo"), lambda: self._redo(step))

    def _undo(self, step: Step) -> None:
        project = self.hub.project
        self.hub.write(lambda: project.undo(step), lambda _: self._undone(step))

    def _redo(self, step: Step) -> None:
        project = self.hub.project
        self.hub.write(lambda: project.redo(step), lambda _: self._redone(step))

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
        box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)  # in French undo and cancel are one word
        box.setDefaultButton(yes)

        def agree() -> None:
            self._agreed.add(day)
            go_on()

        yes.clicked.connect(agree)
        self.hub.closed.connect(box.reject)
        box.open()
