"""A memo as it reads: Markdown laid out, its links to be clicked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from app.memos.styling import LINK
from app.widgets import keep_to_measure
from coding.memos.markdown import name

_MARKS = re.compile(r"[\\`*_\[\]<>#|~()]")


class MemoView(QTextBrowser):
    """link_pressed(str): what is written in the link that was clicked."""

    link_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self._links: list[str] = []
        self.anchorClicked.connect(lambda url: self.link_pressed.emit(self._links[int(url.path())]))

    def show_text(self, text: str, broken: Mapping[str, str]) -> None:
        """Lay a memo out; `broken` gives what is said behind the links that lead nowhere."""
        self._links = []

        def link(found: re.Match[str]) -> str:
            said = _MARKS.sub(r"\\\g<0>", name(found[1]))
            if found[1] in broken:
                return f"{said} *({broken[found[1]]})*"
            self._links.append(found[1])
            return f"[{said}](memo:{len(self._links) - 1})"

        features = QTextDocument.MarkdownFeature
        written = LINK.sub(link, text)
        flags = features.MarkdownDialectGitHub | features.MarkdownNoHTML
        self.document().setMarkdown(written, flags)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_to_measure(self)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: a memo shows what is in the project."""
        return None
