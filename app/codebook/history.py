"""The history of what is said of a code: who wrote it, when, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app import theme
from app.i18n import moment

if TYPE_CHECKING:
    from coding.codebook.definitions import Version


class CodeHistoryDialog(QDialog):
    """The latest first; what was taken away is struck out."""

    def __init__(self, parent: QWidget, code: str, versions: Sequence[Version]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of {code}").format(code=code))
        self.resize(640, 480)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.windowTitle())
        self.text.setHtml("".join(self._version(one) for one in reversed(versions)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.text)
        layout.addWidget(buttons)

    def _version(self, one: Version) -> str:
        names = {
            "name": self.tr("Name"),
            "short": self.tr("In short"),
            "definition": self.tr("Definition"),
            "include": self.tr("Include"),
            "exclude": self.tr("Exclude"),
            "typical": self.tr("Typical example"),
            "atypical": self.tr("Atypical example"),
            "level": self.tr("Level"),
        }
        muted = theme.colours().muted
        parts = [f"<p><b>{escape(moment(one.at))}</b> · {escape(one.coder)}</p>"]
        for name, (before, after) in one.fields.items():
            old = f"<s style='color: {muted}'>{_lines(before)}</s><br>" if before else ""
            parts.append(f"<p style='margin-left: 16px'>{escape(names[name])}<br>{old}{_lines(after)}</p>")
        return "".join(parts)


def _lines(text: str) -> str:
    return "<br>".join(escape(text).splitlines())
