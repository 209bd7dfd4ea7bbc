"""Erasing a participant from the window: what would go is told, the name is typed, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub

if TYPE_CHECKING:
    from corpus.erasing.erasing import Erased

_WIDE = 512  # pixels of what is said


class EraseDialog(QDialog):
    """Says what goes, and lets it go once the name is typed; `agreed` is called then. Enter means to cancel."""

    def __init__(self, parent: QWidget, found: Erased, keep_codings: bool, agreed: Callable[[], object]) -> None:
        super().__init__(parent)
        self.found, self.keep_codings = found, keep_codings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Erase the words, keep codings") if keep_codings else self.tr("Erase for good"))
        self.said = QLabel("\n".join([*self._goes(), "", *self._stays()]))
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("The name of who is erased, typed to agree"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.erase = buttons.addButton(self.tr("Erase for good"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.erase.setEnabled(False)
        self.erase.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.name.textChanged.connect(lambda text: self.erase.setEnabled(text.strip() == found.name))
        self.erase.clicked.connect(agreed)
        self.erase.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Type “{name}”").format(name=found.name), self.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.said)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDE + 48)
        self.said.setMinimumHeight(self.said.heightForWidth(_WIDE))  # of lines that are wrapped Qt asks too little
        self.name.setFocus()

    def _goes(self) -> list[str]:
        found, rows = self.found, self.found.rows
        told = [
            (rows.get("document", 0), self.tr("%n document(s)", "", rows.get("document", 0))),
            (found.turns, self.tr("%n turn(s) in texts of several", "", found.turns)),
            (rows.get("coding", 0), self.tr("%n coding(s)", "", rows.get("coding", 0))),
            (rows.get("memo", 0), self.tr("%n memo(s)", "", rows.get("memo", 0))),
            (rows.get("excerpt", 0), self.tr("%n quotation(s)", "", rows.get("excerpt", 0))),
            (rows.get("judgement", 0), self.tr("%n decision(s)", "", rows.get("judgement", 0))),
            (rows.get("consent", 0), self.tr("%n consent form(s)", "", rows.get("consent", 0))),
            (
                sum(found.scrubbed.values()),
                self.tr("their words in %n text(s) of others", "", sum(found.scrubbed.values())),
            ),
            (len(found.backups), self.tr("%n copy (copies) from before an upgrade", "", len(found.backups))),
        ]
        begun = self.tr("What goes with {name}:").format(name=found.name)
        words = [self.tr("their words and their name")] if self.keep_codings else []
        files = self.tr("the files and earlier texts of these, and what the history remembers of all this")
        return [begun, *(f"– {one}" for one in (*words, *(said for count, said in told if count), files))]

    def _stays(self) -> list[str]:
        said = [
            self.tr("Nothing brings it back, nor what was removed before. Counts of others stay as they are."),
            self.tr("Your own copies of the project, and what was exported, are out of reach."),
        ]
        said += [
            self.tr("Others say {name}: that stays in their texts.").format(name=one) for one in self.found.kept_names
        ]
        said += [
            self.tr("The code {name} is called by their words; rename it.").format(name=one)
            for one in self.found.in_vivo
        ]
        if self.found.let_out:
            number = len(self.found.let_out)
            said.append(self.tr("%n time(s) something was let out, see the tab Consent.", "", number))
        return said


def ask(hub: Hub, parent: QWidget, participant: int, *, keep_codings: bool = False) -> None:
    """Work out what would go with a participant, and ask."""
    from coding import erasures
    from corpus.erasing import erasing

    project = hub.project

    def shown(found: Erased) -> None:
        if project is hub.project_or_none:
            told = erasures.told(project, found)
            EraseDialog(parent, told, keep_codings, lambda: _erase(hub, participant, keep_codings)).open()

    hub.jobs.run(
        QCoreApplication.translate("erasing", "Working out what would go"),
        lambda progress: erasing.foreseen(project, participant, keep_codings=keep_codings, progress=progress),
        shown,
    )


def _erase(hub: Hub, participant: int, keep_codings: bool) -> None:
    """Erase, and open the project again, so that no page remembers anything."""
    from corpus.erasing import erasing

    project = hub.project

    def again() -> None:
        if project is hub.project_or_none:
            hub.close()
            hub.open(project.path)

    def done(found: Erased) -> None:
        hub.settings.forget(found.names)
        again()
        hub.said.emit(QCoreApplication.translate("erasing", "One participant is erased; nothing brings them back."))

    def failed(error: Exception) -> None:
        hub.failed.emit(error)
        again()

    hub.jobs.run(
        QCoreApplication.translate("erasing", "Erasing"),
        lambda progress: erasing.erase(project, participant, keep_codings=keep_codings, progress=progress),
        done,
        failed,
    )
