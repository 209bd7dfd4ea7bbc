"""The dialog in which words of a document are put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors_text import going, sentence
from app.hub import Hub
from corpus.anchors import Anchor
from corpus.errors import WorkbenchError

if TYPE_CHECKING:
    from corpus.correcting.carrying import Correction
    from corpus.correcting.speaking import Spoken

_TOLD = 4  # passages whose speaker is told of


class CorrectDialog(QDialog):
    """Asks how words are to read; what would lose all of its words is told while one writes.

    `done(corrections, reason)` is called with what differs, so that all that stands on the other words stays on them.
    """

    def __init__(
        self, hub: Hub, place: Anchor, words: str, done: Callable[[list[Correction], str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.hub, self._place, self._before, self._done = hub, place, words, done
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct the text"))
        self.resize(560, 300)
        self.words = QPlainTextEdit(words)
        self.words.setAccessibleName(self.tr("How the words are to read"))
        self.words.setTabChangesFocus(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, for the list of revisions (optional)"))
        self.reason.setAccessibleName(self.tr("Why"))
        explain = QLabel(self.tr("Codings, excerpts and memos stay on their words. Undo brings the old text back."))
        explain.setProperty("muted", True)
        self.notice = QLabel()
        for label in (explain, self.notice):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Correct"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (explain, self.words, self.reason, self.notice, self.buttons):
            layout.addWidget(part)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.words.textChanged.connect(self._look)
        hub.closed.connect(self.close)
        self._look()
        self.words.selectAll()

    def corrections(self) -> list[Correction]:
        """Give what differs from the words as they are."""
        from corpus.correcting import rereading

        start = self._place.start or 0
        return rereading.corrections(self._before, self.words.toPlainText(), start)

    def _look(self) -> None:
        from corpus.correcting import corrections, speaking

        wanted, said, project = self.corrections(), list[str](), self.hub.project
        able = bool(wanted)
        try:
            if found := corrections.foreseen(project, self._place.document, wanted):
                said.append(going(**asdict(found)))
            said += map(self._otherwise, speaking.told(project, self._place.document, wanted)[:_TOLD])
        except WorkbenchError as error:
            said, able = [sentence(error)], False
        self.notice.setText("\n".join(said))
        self.notice.setVisible(bool(said))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(able)

    def _otherwise(self, one: Spoken) -> str:
        """Say what a correction leaves of who speaks otherwise than it looks."""
        said = {
            "joined": self.tr("The words of passage {number}, said by {speaker}, go on as those of {then}."),
            "mark": self.tr("Passage {number} is still said by {speaker}: the menu of the text gives it to another."),
            "line": self.tr(
                "The line of {then} stays in passage {number}, said by {speaker}, until the turn is split."
            ),
        }[one.kind]
        nobody = self.tr("nobody")
        return said.format(number=one.number, speaker=one.speaker or nobody, then=one.then or nobody)

    def accept(self) -> None:
        wanted = self.corrections()
        if wanted and self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self._done(wanted, self.reason.text())
            super().accept()
