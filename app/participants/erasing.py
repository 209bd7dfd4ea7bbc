"""Erasing a participant from the window: what would go is told, the name is typed, and then what went is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from app import errors_text, i18n, saving
from app.accounts import AccountDialog, AccountView, laid
from app.hub import Hub

if TYPE_CHECKING:
    from coding.exports.reports import Report
    from corpus.erasing.erasing import Erased

_FORMATS = (".docx", ".html", ".md")


class EraseDialog(QDialog):
    """Says what goes, and lets it go once the name is typed; `agreed` is called then. Enter means to cancel."""

    def __init__(
        self, parent: QWidget, told: Report, name: str, keep_codings: bool, agreed: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Erase the words, keep codings") if keep_codings else self.tr("Erase for good"))
        self.said = AccountView(told)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("The name of who is erased, typed to agree"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.erase = buttons.addButton(self.tr("Erase for good"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.erase.setEnabled(False)
        self.erase.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.name.textChanged.connect(lambda text: self.erase.setEnabled(text.strip() == name))
        self.erase.clicked.connect(lambda: agreed())
        self.erase.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Type “{name}”").format(name=name), self.name)
        layout = laid(self, self.said)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.name.setFocus()


class ErasedDialog(AccountDialog):
    """Says what went and what is out of reach, to be copied or saved: it is kept nowhere."""

    def __init__(self, hub: Hub, parent: QWidget, told: Report) -> None:
        super().__init__(parent, told)
        self.hub = hub
        self.save = self.buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setDefault(True)
        self.save.clicked.connect(self.ask)

    def ask(self) -> None:
        """Ask where the account is to be saved, and save it there."""
        folder = Path(self.hub.settings.get("export_folder") or Path.home())
        path = saving.ask(self, self.tr("Save what was erased"), folder / self.told.title, _FORMATS)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save the account; the ending chooses the format."""
        from coding.exports import saving as exports
        from corpus.errors import ExportFailed

        self.hub.settings.set("export_folder", str(path.parent))
        try:
            exports.save_report(self.told, path, self.hub.settings.template)
        except ExportFailed as error:
            self.hub.failed.emit(error)
        else:
            self.hub.said.emit(self.tr("Written: {path}").format(path=path))


def ask(hub: Hub, parent: QWidget, participant: int, *, keep_codings: bool = False) -> None:
    """Work out what would go with a participant, and ask."""
    from coding import erasures
    from corpus.erasing import erasing

    project = hub.project

    def shown(found: Erased) -> None:
        if project is hub.project_or_none:
            told = erasures.account(erasures.told(project, found), i18n.language(hub.settings), done=False)
            agreed = partial(_erase, hub, parent, participant, keep_codings)
            EraseDialog(parent, told, found.name, keep_codings, agreed).open()

    hub.jobs.run(
        QCoreApplication.translate("erasing", "Working out what would go"),
        lambda progress: erasing.foreseen(project, participant, keep_codings=keep_codings, progress=progress),
        shown,
    )


def _erase(hub: Hub, parent: QWidget, participant: int, keep_codings: bool) -> None:
    """Erase, open the project again, so that no page remembers anything, and tell what went."""
    from coding import erasures
    from corpus.erasing import erasing
    from corpus.errors import Cancelled, ErasureUnfinished

    project = hub.project

    def again() -> None:
        if project is hub.project_or_none:
            hub.close()
            hub.open(project.path)

    def tell(found: Erased, unfinished: list[str]) -> None:
        hub.settings.forget(found.names)
        told = erasures.told(project, found)
        again()
        account = erasures.account(told, i18n.language(hub.settings), unfinished=unfinished)
        ErasedDialog(hub, parent, account).open()

    def done(found: Erased) -> None:
        tell(found, [])
        hub.said.emit(QCoreApplication.translate("erasing", "One participant is erased; nothing brings them back."))

    def failed(error: Exception) -> None:
        if isinstance(error, Cancelled):
            hub.said.emit(QCoreApplication.translate("erasing", "Cancelled; nobody is erased."))
        else:
            hub.failed.emit(error)
        if isinstance(error, ErasureUnfinished):
            tell(error.erased, [errors_text.sentence(error)])
        elif project is hub.project_or_none:
            again()
            hub.participant_asked.emit(participant)

    hub.jobs.run(
        QCoreApplication.translate("erasing", "Erasing"),
        lambda progress: erasing.erase(project, participant, keep_codings=keep_codings, progress=progress),
        done,
        failed,
    )
