"""A copy to give away: as what, where to, and where the key goes, which stays here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import consenting
from app.accounts import AccountDialog
from app.errors_text import sentence
from app.hub import Hub

if TYPE_CHECKING:
    from coding.exports.reports import Report
    from coding.giving.giving import GivenCopy
    from coding.permits import Terms
    from corpus.progress import Progress


class GiveAway(QDialog):
    """Asks what is given away and where it is written."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A copy to give away"))
        said = QLabel(
            self.tr(
                "Names are replaced for good: those of confidential participants and organisations, and all of the tab "
                "Names. The copy is pseudonymised, not anonymous. It has no history and no original files; a statement "
                "of what was done is written beside it."
            )
        )
        said.setWordWrap(True)
        self.kind = QComboBox()
        for text, kind in (
            (self.tr("A project, with its codings"), "project"),
            (self.tr("Documents, for Word"), "docx"),
            (self.tr("Documents, plain text"), "txt"),
        ):
            self.kind.addItem(text, kind)
        self.kind.setAccessibleName(self.tr("What is given away"))
        folder = Path(hub.settings.get("export_folder") or hub.project.path.parent)
        name = hub.project.path.stem
        self.out = QLineEdit(str(folder / self.tr("{name} - to give away").format(name=name)))
        self.key = QLineEdit(str(hub.project.path.parent / self.tr("{name} - key.csv").format(name=name)))
        self.wrong = QLabel()
        self.wrong.setWordWrap(True)
        self.wrong.setAccessibleName(self.tr("Why it can’t be written so"))
        self.wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = buttons.addButton(self.tr("Write the copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("As"), self.kind)
        form.addRow(self.tr("Copy"), self._with_button(self.out, self.tr("Where the copy is written"), ""))
        form.addRow(
            self.tr("Key"),
            self._with_button(self.key, self.tr("Where the key is written, for you alone"), self.tr("Tables (*.csv)")),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(self.wrong)
        layout.addWidget(buttons)
        self.setMinimumWidth(620)
        self.write.setDefault(True)
        self.kind.setFocus()

    def _with_button(self, line: QLineEdit, title: str, kinds: str) -> QWidget:
        line.setAccessibleName(title)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(title)
        choose.setAutoDefault(False)
        choose.clicked.connect(lambda: self._choose(line, title, kinds))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(choose)
        return both

    def _choose(self, line: QLineEdit, title: str, kinds: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, title, line.text(), kinds, options=QFileDialog.Option.DontConfirmOverwrite
        )  # nothing is ever written over
        if name:
            line.setText(name)

    def _write(self) -> None:
        """Write it as a job, unless it can't be written there; who did not agree to it is asked about first."""
        from coding import singling
        from coding.giving import giving
        from corpus.errors import ExportFailed

        kind, out, key = self.kind.currentData(), Path(self.out.text().strip()), Path(self.key.text().strip())
        try:
            giving.check(out, key, kind)
        except ExportFailed as error:
            self.wrong.setText(sentence(error))
            self.wrong.show()
            self.adjustSize()
            return
        hub, moment = self.hub, self.hub.moment().viewed(masking=True)
        given: list[GivenCopy] = []

        def work(progress: Progress, terms: Terms) -> None:
            if kind == "project":
                given.append(giving.copy(moment, out, key, terms=terms, progress=progress))
            else:
                given.append(giving.documents(moment, out, key, kind, terms=terms, progress=progress))

        hub.settings.set("export_folder", str(out.parent))
        said = self.tr("The copy is written; keep the key apart from it.")
        window = self.parentWidget()
        assert window is not None
        consenting.export(
            hub,
            window,
            self.tr("Replacing names"),
            work,
            said,
            then=lambda: AccountDialog(window, _stated(given[0])).open(),
            given=lambda: singling.of_study(moment, giving.leaving(moment).places),
        )
        self.accept()


def _stated(made: GivenCopy) -> Report:
    """Give the statement of what was done, below where all of it is."""
    from coding.exports.reports import Section

    translate = QCoreApplication.translate
    paths = made.paths if len(made.paths) == 1 else (made.statement.parent,)
    apart = translate("GiveAway", "Keep apart from it: {path}").format(path=made.key)
    written = Section(translate("GiveAway", "Written"), (*map(str, (*paths, made.statement)), apart), (), ())
    return replace(made.told, sections=(written, *made.told.sections))
