"""Asking who a speaker is, or who speaks: a name, in one document or wherever it occurs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class SpeakerDialog(QDialog):
    """`done(name, everywhere)` is called with a name that isn't empty; names of speakers there are offered."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        explained: str,
        names: Sequence[str],
        now: str,
        documents: int,
        done: Callable[[str, bool], object],
    ) -> None:
        super().__init__(parent)
        self._done = done
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        explain = QLabel(explained)
        explain.setWordWrap(True)
        explain.setTextFormat(Qt.TextFormat.PlainText)
        self.line = QComboBox()
        self.line.setEditable(True)
        self.line.addItems(list(names))
        self.line.setCurrentText(now)
        self.line.setAccessibleName(self.tr("Name of the speaker"))
        self.everywhere = QCheckBox(self.tr("In all %n document(s) where this name occurs", "", documents))
        self.everywhere.setVisible(documents > 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (explain, self.line, self.everywhere, self.buttons):
            layout.addWidget(part)
        if (edit := self.line.lineEdit()) is not None:
            edit.selectAll()

    def accept(self) -> None:
        if name := self.line.currentText().strip():
            self._done(name, self.everywhere.isChecked())
            super().accept()
