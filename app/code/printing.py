"""A coded transcript from the window onto paper: seen as it will be printed, or kept as a PDF; masked as agreed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app import actions, consenting
from app.code.shown import OnPage
from app.hub import Hub

if TYPE_CHECKING:
    from coding.exports.transcripts import Transcript


class Printing(QObject):
    """Prints the document that is shown, with its codings."""

    def __init__(self, hub: Hub, shown: OnPage, over: QWidget) -> None:
        super().__init__(over)
        self.hub, self.shown, self._over = hub, shown, over
        actions.make("code.print", over, self.preview)
        actions.make("code.pdf", over, self.ask_where)

    def preview(self) -> None:
        """Show the pages as they will be printed; the printer is chosen from there."""
        self._let(self._preview)

    def _preview(self, transcript: Transcript) -> None:
        from app.paper.preview import PrintPreview

        PrintPreview(transcript, self._over).open()

    def ask_where(self) -> None:
        """Ask for a file and write the transcript into it."""
        document = self.shown.document
        if document is None:
            return
        dialog = QFileDialog(self._over, self.tr("Save the coded transcript as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        name = self.hub.moment().viewed(masking=True).mask.document(document)
        dialog.selectFile(f"{name}.pdf".replace("/", "-"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_to(Path(path)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the transcript as a PDF, where all who speak in it agreed or it is said why."""
        self._let(lambda transcript: self._write(transcript, path))

    def _write(self, transcript: Transcript, path: Path) -> None:
        from app.paper import drawing
        from app.paper.slices import Slices

        def failed(error: OSError) -> None:
            self.hub.said.emit(self.tr("{name} can’t be written: {why}").format(name=path.name, why=error.strerror))

        said = self.tr("Written: {name}. Confidential participants are masked in it.").format(name=path.name)
        slices = Slices(self._over, self.tr("Writing {name}…").format(name=path.name), drawing.saving(transcript, path))
        slices.done.connect(lambda _pages: self.hub.said.emit(said))
        slices.failed.connect(failed)

    def _let(self, act: Callable[[Transcript], object]) -> None:
        from coding import singling
        from coding.exports.transcripts import transcript

        if (document := self.shown.document) is not None:
            moment = self.hub.moment().viewed(masking=True)
            made = transcript(moment, document.key)
            consenting.let(
                self.hub,
                self._over,
                "print",
                lambda: made.leaving,
                lambda: act(made),
                given=lambda: singling.of_words(moment, made.leaving.places),
                still=self.tr("Print all the same"),
            )
