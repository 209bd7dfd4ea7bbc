"""The account of what was done, to be read and copied: somebody is erased, a copy is given away."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coding.exports.reports import Report, Section

# Pixels: a line that is read with ease, and what a screen 720 high has room for beside the rest of a dialog.
_WIDE, _HIGH = 640, 480


class AccountView(QTextBrowser):
    """Shows an account, and fetches nothing; it is as high as what it says, where there is room."""

    def __init__(self, told: Report) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(told.title)
        self.setHtml("".join(_html(section, told.language) for section in told.sections))
        self.document().setTextWidth(_WIDE - 20)  # beside a scroll bar
        self.setMinimumSize(_WIDE, min(round(self.document().size().height()) + 4, _HIGH))

    def loadResource(self, type: int, name: object) -> object:
        return None


class AccountDialog(QDialog):
    """Shows an account until it is closed."""

    def __init__(self, parent: QWidget, told: Report) -> None:
        super().__init__(parent)
        self.told = told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(told.title)
        self.said = AccountView(told)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self.put)
        self.buttons.rejected.connect(self.reject)
        laid(self, self.said).addWidget(self.buttons)
        self.said.setFocus()

    def put(self) -> None:
        """Put the account on the clipboard, as plain lines."""
        from coding.exports import plain

        QGuiApplication.clipboard().setText(plain.text(self.told))


def laid(dialog: QDialog, said: QWidget) -> QVBoxLayout:
    """Lay out what is said in a dialog, and return where what is below it goes."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(16)
    layout.addWidget(said, 1)
    return layout


def _html(section: Section, language: str) -> str:
    from coding.exports import plain

    heading, *lines = plain.lines(section, language)
    said = "<br>".join(escape(line).replace("\u202f", "&nbsp;") for line in lines)  # Qt breaks at a narrow space
    return f'<p style="font-weight:600; margin:8px 0 4px 0">{escape(heading)}</p><p style="margin:0">{said}</p>'
