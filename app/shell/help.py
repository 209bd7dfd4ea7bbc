"""Help for the page one is on, in the language of the window; the keys in it are those that the person has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from app import actions, i18n
from app.action_table import table
from app.settings import Settings

WELCOME = "welcome"
_KEY = re.compile(r"\{key:([a-z_.]+)\}")


def text(page: str, language: str) -> str:
    """Return what helps on a page, as Markdown, with the keys of now; an action without a key is called by its name."""
    written = (files("resources") / "help" / f"{page}.{language}.md").read_text("utf-8")
    return _KEY.sub(lambda found: f"**{actions.shown(found[1]) or table()[found[1]].text}**", written)


class HelpDialog(QDialog):
    """All pages in a list, and what helps on the one that is chosen; it does not stand in the way of the window."""

    def __init__(self, settings: Settings, pages: Sequence[str], page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.resize(760, 520)
        self.names = (*pages, WELCOME)
        self.list, self.view = QListWidget(), QTextBrowser()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setMaximumWidth(180)
        self.list.setStyleSheet("QListWidget::item { padding: 6px; }")
        for name in self.names:
            self.list.addItem(self.tr("First steps") if name == WELCOME else table()[f"view.{name}"].text)
        self.view.setAccessibleName(self.tr("Help"))
        self.view.setOpenLinks(False)
        self.list.currentRowChanged.connect(lambda row: self._show(self.names[row]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.addWidget(self.list)
        across.addWidget(self.view, 1)
        down.setContentsMargins(16, 16, 16, 16)
        down.addLayout(across, 1)
        down.addWidget(buttons)
        self.choose(page)
        self.view.setFocus()

    def choose(self, page: str) -> None:
        """Bring what helps on a page to the front."""
        self.list.setCurrentRow(self.names.index(page) if page in self.names else len(self.names) - 1)

    def _show(self, page: str) -> None:
        features = QTextDocument.MarkdownFeature
        said = text(page, i18n.language(self._settings))
        self.view.document().setMarkdown(said, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
