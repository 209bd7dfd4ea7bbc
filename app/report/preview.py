"""A part of the report on its page, as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.report import written

_PAGE = 1200  # pixels: the widest a page is set
_MARGIN = 24


class Preview(QTextBrowser):
    """Shows what it is given and fetches nothing. turned(): it became narrow, or is no longer."""

    turned = Signal()
    _narrow = False

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self.setOpenLinks(False)
        self.setObjectName("preview")
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setMaximumWidth(_PAGE)
        self.document().setDocumentMargin(_MARGIN)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None

    @property
    def narrow(self) -> bool:
        """Whether a line of text at ease is wider than there is room."""
        return self.viewport().width() < written.MEASURE + 2 * _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        before, self._narrow = self._narrow, self.narrow
        super().resizeEvent(event)
        if before != self.narrow:
            self.turned.emit()
