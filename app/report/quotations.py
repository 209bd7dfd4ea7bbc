"""An article whose quotations are sought in the sources: those with which something is wrong, each with both places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub, Place
from app.icons import icon

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.progress import Progress

Line = tuple[int, str, str, str, tuple[int, int, int] | None]
"""A line or paragraph of the article, the quotation, what is wrong, the source, and where that is."""


class Quotations(QWidget):
    """The list, and the button that asks for an article, which can be dropped on `page`, too.

    `changed` is called once another article is to be checked, or none any more.
    """

    def __init__(self, hub: Hub, page: QWidget, changed: Callable[[], None], within: QWidget) -> None:
        super().__init__(within)
        self.hub, self._changed = hub, changed
        self.path: Path | None = None
        self.lines: Sequence[Line] = ()
        self.button = QPushButton(icon("open"), self.tr("Check an article…"))
        self.button.setToolTip(
            self.tr("Seek the quotations of a Word, OpenDocument, LaTeX or Markdown file in the sources")
        )
        self.button.clicked.connect(self.choose)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self.note = QLabel()
        self.note.setProperty("muted", True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.close_button = QPushButton(icon("close"), self.tr("Put the article away"))
        self.close_button.clicked.connect(lambda: self.check(None))
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(self.tr("Quotations of the article"))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.setStyleSheet("QTableWidget::item { padding: 4px 6px; }")
        self.table.setToolTip(self.tr("Double-click or Enter: the words in their source"))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self.table.activated.connect(lambda index: self.open(index.row()))
        across = QHBoxLayout()
        across.setContentsMargins(16, 8, 16, 0)
        across.addWidget(self.note, 1)
        across.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(across)
        layout.addWidget(self.table, 1)

    def choose(self) -> None:
        """Ask for an article, and check its quotations."""
        from coding.articles.reading import FORMATS

        folder = self.hub.settings.get("article_folder", str(Path.home()))
        named = self.tr("Articles ({kinds})").format(kinds=" ".join(f"*{suffix}" for suffix in FORMATS))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Check an article"), folder, named)
        if name:
            self.hub.settings.set("article_folder", str(Path(name).parent))
            self.check(Path(name))

    def check(self, path: Path | None) -> None:
        """Take this article, or put the last one away."""
        self.path = path
        self._changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an article that is dropped on the page where one can be checked."""
        if not self.button.isVisible():
            return super().eventFilter(watched, event)
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            event.acceptProposedAction()
            self.check(files[0] if files else self.path)
            return True
        return super().eventFilter(watched, event)

    def read(self, path: Path, moment: Moment, progress: Progress) -> tuple[list[Line], int, bool]:
        """Give the lines of an article, how many quotations it has, and whether it is counted by paragraphs."""
        from coding.articles import checking, reading
        from coding.exports import quoting
        from coding.exports.attributions import shortened

        article = reading.read(path)
        found = checking.check(moment, article, progress)
        lines: list[Line] = [
            (
                one.number,
                shortened(one.quoted.words),
                "\n".join(quoting.said(moment, one)),
                quoting.source(moment, one),
                (one.found.document, one.found.start, one.found.end) if one.found is not None else None,
            )
            for one in checking.of_quotations(found)
        ]
        return lines, len(found), article.paragraphs

    def take(self, lines: Sequence[Line], read: int, paragraphs: bool) -> None:
        """Show the lines of an article that has `read` quotations."""
        self.lines = lines
        said = self.tr("%n quotation(s) to look at", "", len(lines))
        name = self.path.name if self.path is not None else ""
        self.note.setText(self.tr("{article}: {said}, of {read}.").format(article=name, said=said, read=read))
        number = self.tr("Paragraph") if paragraphs else self.tr("Line")
        self.table.setHorizontalHeaderLabels(
            [number, self.tr("Quotation"), self.tr("What is wrong"), self.tr("Source")]
        )
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(map(str, line[:4])):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()

    def open(self, row: int) -> None:
        """Ask for the words that a quotation is from, where they were found."""
        if 0 <= row < len(self.lines) and (place := self.lines[row][4]) is not None:
            self.hub.show_place(Place(*place))
