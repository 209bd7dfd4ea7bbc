"""A part of the report on its page, as it will be printed; its numbers open to the words behind them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.report import report_text

_PAGE = 1200  # pixels: the widest a page is set
_MARGIN = 24
_STEPS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}


class ReportPreview(QTextBrowser):
    """Shows what it is given and fetches nothing.

    turned(): it became narrow, or is no longer · opened(str): what is behind a link is asked for. Right and Left go
    from link to link, as Tab would take hundreds of steps.
    """

    turned = Signal()
    opened = Signal(str)
    _narrow = False

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.opened.emit(url.toString()))
        self.setObjectName("preview")
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setMaximumWidth(_PAGE)
        self.document().setDocumentMargin(_MARGIN)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            super().focusNextPrevChild(step)
            self.setFocus()  # behind the last link it goes on to the next widget

    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)

    @property
    def narrow(self) -> bool:
        """Whether a line of text at ease is wider than there is room."""
        return self.viewport().width() < report_text.MEASURE + 2 * _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        before, self._narrow = self._narrow, self.narrow
        super().resizeEvent(event)
        if before != self.narrow:
            self.turned.emit()
