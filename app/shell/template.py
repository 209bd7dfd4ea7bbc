"""The Word document of one's own whose styles exports take: chosen once, and remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.eliding import in_words
from app.settings import Settings

_AROUND = 40  # pixels of a button around its words


class TemplateChoice(QWidget):
    """A button that says which document it is and asks for another, and one that goes without."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.choose, self.without = QPushButton(), QPushButton(self.tr("Without"))
        self.without.setToolTip(self.tr("Word documents have the styles of the program"))
        for button in (self.choose, self.without):
            button.setAutoDefault(False)
        self.choose.clicked.connect(self.ask)
        self.without.clicked.connect(lambda: self.take(None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        self.choose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choose.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("Choose…")) + _AROUND)
        across.addWidget(self.choose, 1)
        across.addWidget(self.without)
        self.setFocusProxy(self.choose)
        self._show()

    def ask(self) -> None:
        """Ask for the document."""
        now = self.settings.template
        beside = str(now.parent) if now is not None else self.settings.get("export_folder", str(Path.home()))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Word template"), beside, self.tr("Word document (*.docx)"))
        if name:
            self.take(Path(name))

    def take(self, path: Path | None) -> None:
        """Remember a document, or that there is none."""
        self.settings.set("template", None if path is None else str(path))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        now = self.settings.template
        said = self.tr("Choose…") if now is None else now.name
        room = self.choose.width() - _AROUND
        self.choose.setText(in_words(said, room, self.fontMetrics().horizontalAdvance).replace("&", "&&"))
        self.choose.setToolTip(str(now or self.tr("A .docx whose styles, margins, head and foot exports take")))
        self.choose.setAccessibleName(f"{self.tr('Word template')} {said}")
        self.without.setEnabled(now is not None)
