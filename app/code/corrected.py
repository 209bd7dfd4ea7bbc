"""A corrected file in the place of the one a document came from: compared beside the window, shown, then written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.code.revisions import AROUND, html
from app.hub import Hub
from app.i18n import percent

if TYPE_CHECKING:
    from corpus.correcting.corrected import Comparison
    from corpus.correcting.revisions import RevisionPiece
    from corpus.drafts import Draft
    from corpus.progress import Progress
    from corpus.store.project import Project

_PIECES = 2_000  # of two texts that are shown beside each other


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
    show(hub, document, lambda progress: _read(path, progress), over)


def show(
    hub: Hub,
    document: int,
    read: Callable[[Progress], Draft],
    over: QWidget,
    written: Callable[[], object] = lambda: None,
) -> None:
    """Show what a draft would change; `written()` is called once it is in the document's place."""
    project = hub.project

    def shown(found: tuple[Comparison, list[RevisionPiece]]) -> None:
        dialog = CorrectedDialog(hub, *found, over)
        dialog.accepted.connect(written)
        dialog.open()

    said = QCoreApplication.translate("corrected", "Comparing")
    hub.jobs.run(said, lambda progress: _compared(project, document, read(progress)), shown)


def _read(path: Path, progress: Progress) -> Draft:
    from corpus.errors import ImportFailed
    from corpus.importers.reader_process import Drafts

    with Drafts() as drafts:
        found = next(iter(drafts.read_all([path], progress=progress)), None)
        if found is None or isinstance(found, ImportFailed):
            raise found or ImportFailed(path, "{name} holds no text.", name=path.name)
        return found.load()


def _compared(project: Project, document: int, draft: Draft) -> tuple[Comparison, list[RevisionPiece]]:
    from corpus import documents
    from corpus.correcting import corrected, revisions

    pieces = revisions.compared(documents.text(project, document), draft.text)
    return corrected.compared(project, document, draft), revisions.shortened(pieces, AROUND)[:_PIECES]


class CorrectedDialog(QDialog):
    """Shows what differs, says how many codings stay, lists those that need a look, and warns of another interview."""

    def __init__(self, hub: Hub, found: Comparison, pieces: Sequence[RevisionPiece], parent: QWidget) -> None:
        from corpus.correcting.corrected import ALIKE

        super().__init__(parent)
        self.hub, self.found = hub, found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A corrected version of {name}").format(name=found.name))
        self.resize(760, 560)
        self.says = QLabel(self._told())
        self.warns = QLabel(
            self.tr("They share only {share} of their words in the same order: this may be another interview.").format(
                share=percent(found.likeness)
            )
        )
        self.warns.setVisible(found.likeness < ALIKE)
        for label in (self.says, self.warns):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.differs = QTextBrowser()
        self.differs.setAccessibleName(self.tr("What differs"))
        self.differs.setHtml(html(pieces))
        self.table = self._looks()
        self.table.setVisible(bool(found.looks))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Put it in its place"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (self.says, self.warns):
            layout.addWidget(part)
        layout.addWidget(self.differs, 1)
        layout.addWidget(self.table, 1)
        if not found.looks:
            self.resize(640, 340)
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
