"""The companion of a wide window: verbatims of the current code, memos, or a second document beside the text."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from app import theme
from app.codebook.model import named
from app.hub import Place
from app.memos.words import kind_names, target_name
from app.reader import ReaderPane
from app.settings import Settings
from app.widgets import EmptyState, NamesBox
from coding import memos
from coding.memos.markdown import plain
from coding.moment.code_list import Book
from corpus import documents

if TYPE_CHECKING:
    from app.reader import ReaderCoding, ReaderPassage

_VERBATIMS = 300  # read at once
_SHOWN = 400  # code points of each
Texts = Callable[[int], tuple[str, list["ReaderPassage"], list["ReaderCoding"]]]


class Companion(QTabWidget):
    """`place_asked(Place)` when a verbatim is clicked; nothing is read while it is hidden."""

    place_asked = Signal(object)

    def __init__(self, settings: Settings, read: Texts) -> None:
        """`read` gives text, passages and codings of a document."""
        super().__init__()
        self.settings, self._read = settings, read
        self._book: Book | None = None
        self._code: int | None = None
        self._stale = True
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Companion"))
        self.heading = QLabel()
        self.heading.setProperty("muted", True)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._places: list[Place] = []
        self.verbatims = _browser(self.tr("Quotations of the current code"))
        self.verbatims.anchorClicked.connect(lambda url: self.place_asked.emit(self._places[int(url.path())]))
        self.memos = _browser(self.tr("Memos of the project"))
        self.which = NamesBox()
        self.which.setAccessibleName(self.tr("Second document"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.activated.connect(lambda _index: self._show_document())
        self.pane = ReaderPane()
        self.nothing = EmptyState("verbatims", self.tr("Select a code to see what is coded with it here."))
        self.addTab(_column(self.heading, self.verbatims, self.nothing), self.tr("Quotations"))
        self.addTab(_column(self.which, self.pane), self.tr("Second document"))
        self.addTab(_column(self.memos), self.tr("Memos"))
        self.currentChanged.connect(lambda _index: self._fill())
        self.restyle()

    def show_book(self, book: Book | None) -> None:
        """Accompany another project, or none."""
        self._book, self._code = book, None
        self.which.clear()
        self.pane.show_document("", [], [])
        self.refresh()

    def show_code(self, code: int | None) -> None:
        """Show the verbatims of a code."""
        if code is not None and code != self._code:
            self._code = code
            self.refresh()

    def refresh(self) -> None:
        """Read again what is shown, now or when it is next seen."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        if self._book is None:
            self.verbatims.clear()
            self.memos.clear()
        elif self.currentIndex() == 0:
            self._show_verbatims(self._book)
        elif self.currentIndex() == 1:
            self._show_names(self._book)
        else:
            self._show_memos(self._book)

    def _show_verbatims(self, book: Book) -> None:
        self.verbatims.clear()
        code = book.codes.get(self._code) if self._code is not None else None
        self.nothing.setVisible(code is None)
        for part in (self.heading, self.verbatims):
            part.setVisible(code is not None)
        if code is None:
            return
        every = book.moment.evidence(code.key, "direct")
        found = [one for one in every if not one.whole]
        heading = named(book, code)
        if whole := len(every) - len(found):
            heading += " · " + self.tr("of whole documents: {count}").format(count=whole)
        self.heading.setText(heading)
        infos = {info.key: info for info in documents.listed(book.project, sorted({one.document for one in found}))}
        self._places = [Place(one.document, one.start, one.end, one.codings[0]) for one in found[:_VERBATIMS]]
        parts = []
        for number, place in enumerate(self._places):
            info = infos[place.document]
            words = book.project.text(info.text_sha)[place.start : place.end]
            parts.append(f'<p>{_cut(words)}<br><a href="{number}">{escape(info.name)}</a></p>')
        self.verbatims.setHtml("".join(parts))

    def _show_names(self, book: Book) -> None:
        now = self.which.currentData()
        self.which.clear()
        self.which.addItem(self.tr("Choose a document"), None)
        for info in documents.listed(book.project):
            self.which.addItem(info.name, info.key)
        self.which.setCurrentIndex(max(0, self.which.findData(now)))
        self._show_document(keep_place=True)

    def _show_document(self, *, keep_place: bool = False) -> None:
        key = self.which.currentData()
        text, passages, coded = self._read(key) if key is not None else ("", [], [])
        self.pane.show_document(text, passages, coded, keep_place=keep_place)

    def _show_memos(self, book: Book) -> None:
        parts = []
        for memo in reversed(memos.listed(book.project)):
            about = ", ".join(map(target_name, memo.targets))
            head = " · ".join(part for part in (memo.title, kind_names().get(memo.kind, memo.kind), about) if part)
            parts.append(f"<p><b>{escape(head)}</b><br>{_cut(plain(memo.body))}</p>")
        self.memos.setHtml("".join(parts))

    def restyle(self) -> None:
        """Take on the window's colours and size of text."""
        self.pane.set_theme(theme.reader_theme())
        self.pane.set_text_size(theme.text_size(self.settings) - 1)


def _browser(name: str) -> QTextBrowser:
    made = QTextBrowser()
    made.setOpenLinks(False)
    made.setFrameShape(QTextBrowser.Shape.NoFrame)
    made.setAccessibleName(name)
    return made


def _cut(text: str) -> str:
    """Give text as HTML, cut between words where it is long."""
    words = " ".join(text[: _SHOWN + 1].split())
    return escape(words.rpartition(" ")[0] or words) + " …" if len(text) > _SHOWN else escape(words)


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(8, 8, 8, 0)
    for part in parts:
        layout.addWidget(part, isinstance(part, QLabel | QComboBox) is False)
    layout.addStretch(0)
    column.setMinimumSize(QSize(160, 100))
    return column
