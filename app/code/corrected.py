"""A corrected file in the place of the one a document came from: compared beside the window, shown, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub

if TYPE_CHECKING:
    from corpus.correcting.corrected import Comparison
    from corpus.progress import Progress
    from corpus.store.project import Project


def ask_file(hub: Hub, document: int, over: QWidget) -> None:
    """Ask for the corrected file of a document, and show what it would change."""
    from corpus.importers import SUFFIXES

    title = QCoreApplication.translate("corrected", "The corrected file")
    kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    name, _ = QFileDialog.getOpenFileName(over, title, str(hub.settings.get("import_folder", Path.home())), kinds)
    if name:
        compare(hub, document, Path(name), over)


def compare(hub: Hub, document: int, path: Path, over: QWidget) -> None:
    """Read a file and show what it would change."""
    project = hub.project

    def shown(found: Comparison) -> None:
        CorrectedDialog(hub, found, over).open()

    said = QCoreApplication.translate("corrected", "Comparing")
    hub.jobs.run(said, lambda progress: _compared(project, document, path, progress), shown)


def _compared(project: Project, document: int, path: Path, progress: Progress) -> Comparison:
    from corpus.correcting import corrected
    from corpus.errors import ImportFailed
    from corpus.importers.apart import Drafts

    with Drafts() as drafts:
        found = next(iter(drafts.read_all([path], progress=progress)), None)
        if found is None or isinstance(found, ImportFailed):
            raise found or ImportFailed(path, "{name} holds no text.", name=path.name)
        return corrected.compared(project, document, found.load())


class CorrectedDialog(QDialog):
    """Says how many codings stay, lists those that need a look, and warns of another interview."""

    def __init__(self, hub: Hub, found: Comparison, parent: QWidget) -> None:
        from corpus.correcting.corrected import ALIKE

        super().__init__(parent)
        self.hub, self.found = hub, found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A corrected version of {name}").format(name=found.name))
        self.resize(760, 440)
        self.says = QLabel(self._told())
        self.warns = QLabel(
            self.tr("They share only {share} of their words in the same order: this may be another interview.").format(
                share=QLocale().toString(round(found.likeness * 100)) + " %"
            )
        )
        self.warns.setVisible(found.likeness < ALIKE)
        for label in (self.says, self.warns):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table = self._looks()
        self.table.setVisible(bool(found.looks))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Put it in its place"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (self.says, self.warns):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        hub.closed.connect(self.close)

    def _told(self) -> str:
        found = self.found
        said = [
            self.tr("%Ln place(s) differ.", "", found.changed),
            self.tr("%Ln coding(s), excerpt(s) and question(s) stay on their words.", "", found.carried),
        ]
        if found.looks:
            said.append(self.tr("These lose their words, or most of them are others:"))
        return " ".join(said)

    def _looks(self) -> QTableWidget:
        table = QTableWidget(len(self.found.looks), 3)
        table.setAccessibleName(self.tr("What needs a look"))
        table.setHorizontalHeaderLabels([self.tr("Code"), self.tr("Words now"), self.tr("Words then")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, one in enumerate(self.found.looks):
            for column, text in enumerate((one.code, one.words, one.now or self.tr("nothing"))):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeRowsToContents()
        return table

    def accept(self) -> None:
        from corpus.correcting import corrected

        project, found = self.hub.project, self.found
        self.hub.write(lambda: corrected.write(project, found))
        super().accept()
