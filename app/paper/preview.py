"""Seeing a coded transcript as it will be printed; the printer is chosen from there."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QFrame, QGraphicsView, QLineEdit, QWidget

from app.paper import drawing
from app.paper.pages import Pages
from app.paper.slices import Slices
from coding.exports.transcripts import Transcript


class PrintPreview(QPrintPreviewDialog):
    """The pages are laid out in slices once it is shown, and anew for another paper, the printer's too."""

    def __init__(self, transcript: Transcript, over: QWidget) -> None:
        super().__init__(over)  # which has a printer of its own: one that is given would not be kept
        self.transcript = transcript
        self.slices: Slices | None = None
        self._laid: Pages | None = None
        self._sheet = QSize()  # for which it was laid out
        self._printing = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print {name}").format(name=transcript.name))
        self.resize(900, 680)
        printer = self.printer()
        printer.setResolution(drawing.resolution())
        printer.setPageLayout(drawing.page_layout())
        printer.setDocName(transcript.name)
        self.paintRequested.connect(self._paint)
        self._name()

    def _name(self) -> None:
        """Name what Qt left without a name, and begin at the pages, which show that they have the focus."""
        for kind, name in ((QLineEdit, self.tr("Page")), (QComboBox, self.tr("Size of the page"))):
            for part in self.findChildren(kind):
                part.setAccessibleName(name)
                part.setMinimumHeight(part.sizeHint().height())
        for shown in self.findChildren(QPrintPreviewWidget):
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            for pages in shown.findChildren(QGraphicsView):
                pages.setAccessibleName(self.tr("Pages"))
                pages.setFrameShape(QFrame.Shape.StyledPanel)
                pages.setFocus()

    def _paint(self, printer: QPrinter) -> None:
        if self._laid is None or drawing.sheet(printer) != self._sheet:
            self._sheet = drawing.sheet(printer)
            self._laid = drawing.on_sheets(self.transcript, self._sheet)
            self._lay(self._laid)
        if self.slices is None:
            deque(drawing.draw(self._laid, printer), maxlen=0)
        elif printer.paintEngine().type() == QPaintEngine.Type.Picture:
            QPainter(printer).end()  # an empty sheet meanwhile
        else:  # printed once it is laid out; the printer is this dialog's own, so that it has to live on
            self._printing = True
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    def _lay(self, wanted: Pages) -> None:
        if self.slices is not None:
            self.slices.cancelled.disconnect(self._leave)
            self.slices.cancel()

        self.slices = Slices(self, self.tr("Laying out the pages…"), wanted.lay())
        self.slices.done.connect(self._show)
        self.slices.cancelled.connect(self._leave)

    def _show(self, _laid: object) -> None:
        self.slices = None
        if self._printing:
            self._paint(self.printer())
            self._leave()
            return
        shown = self.findChild(QPrintPreviewWidget)
        if isinstance(shown, QPrintPreviewWidget):
            shown.updatePreview()

    def _leave(self) -> None:
        self.reject()
        if self._printing:
            self.deleteLater()
