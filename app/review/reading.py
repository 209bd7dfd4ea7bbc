"""The passage in its document: what is suggested boxed, the words that drove it underlined, the codings beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import theme
from app.reader import PassingMark, ReaderCoding, ReaderPane, ReaderPassage
from app.settings import Settings
from app.widgets import ElidedLabel
from coding import codings
from corpus import documents

if TYPE_CHECKING:
    from coding.moment.code_list import Book
    from coding.suggest.records import Suggestion
    from corpus.documents import DocumentInfo
    from corpus.store.project import Project


class PassagePane(QWidget):
    """Selecting words puts them in the place of those suggested; Escape takes that back."""

    typed = Signal(str)
    first_pass_declared = Signal(bool)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.document: int | None = None
        self._suggestion: Suggestion | None = None
        self._writable = True
        self._codings: dict[int, ReaderCoding] = {}
        self.title = ElidedLabel()
        self.first_pass = QCheckBox(self.tr("My first pass is done"))
        self.first_pass.setToolTip(self.tr("Say that you have read and coded this document once yourself."))
        self.first_pass.clicked.connect(self.first_pass_declared)
        self.pane = ReaderPane()
        self.pane.key_text.connect(self.typed)
        self.pane.selection_changed.connect(lambda _start, _end: self._mark())
        self.hint = QLabel()
        self.hint.setContentsMargins(16, 6, 16, 2)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 8)
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.first_pass)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pane, 1)
        layout.addWidget(self.hint)
        self.restyle()

    def restyle(self) -> None:
        """Take on the colours and the size of text that the window has now."""
        self.pane.set_theme(theme.reader_theme())
        self.pane.set_text_size(theme.text_size(self._settings))
        self._mark()

    def allow(self, writable: bool) -> None:
        """Let the person decide, or say that the project is open for reading only."""
        self._writable = writable
        self.first_pass.setEnabled(writable)
        self._mark()

    def forget(self) -> None:
        """Show nothing."""
        self.document = self._suggestion = None
        self._codings = {}
        self.pane.show_document("", [], [])

    def show_document(self, project: Project, info: DocumentInfo, book: Book) -> None:
        """Show a document with the codings it has."""
        self._suggestion = None
        self.document = info.key
        self.title.setText(" · ".join(part for part in (info.name, ", ".join(info.participants)) if part))
        passages = [
            ReaderPassage(p.key, p.number, p.kind, p.start, p.end, p.speaker, p.role)
            for p in documents.passages(project, info.key)
        ]
        self._codings = _read(project, info.key, book)
        self.pane.show_document(project.text(info.text_sha), passages, self._codings.values())

    def show_codings(self, project: Project, book: Book) -> None:
        """Draw the codings that are others than before, and leave the text where it stands."""
        if self.document is None:
            return
        found = _read(project, self.document, book)
        self.pane.drop(self._codings.keys() - found.keys())
        self.pane.put(coding for key, coding in found.items() if self._codings.get(key) != coding)
        self._codings = found

    def show_suggestion(self, one: Suggestion) -> None:
        """Box what is suggested and bring it into view; the same suggestion again leaves all as it is."""
        if self._suggestion == one:
            return
        self._suggestion = one
        self.pane.select(one.start, one.start)
        self._mark()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Show all that is suggested, or at least how it begins."""
        if (one := self._suggestion) is not None:
            self.pane.scroll_to(one.start, "center")
            self.pane.scroll_to(one.end)
            self.pane.scroll_to(one.start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._bring_into_view)  # only then is the height known

    def span(self, one: Suggestion) -> tuple[int, int]:
        """Return the words the person selected instead, else those suggested."""
        start, end = self.pane.selection()
        return (start, end) if end > start else (one.start, one.end)

    def let_go(self) -> None:
        """Go back from the words selected to those suggested."""
        if (one := self._suggestion) is not None:
            self.pane.select(one.start, one.start)
            self.pane.scroll_to(one.start)

    def _mark(self) -> None:
        one = self._suggestion
        if one is None:
            return
        own = self.span(one) != (one.start, one.end)
        marks = [PassingMark(*self.span(one), "suggestion")]
        marks += [PassingMark(reason.start, reason.end, "reason") for reason in one.evidence if reason.weight > 0]
        self.pane.set_marks(marks)
        if not self._writable:
            said = self.tr("This project is open for reading only: suggestions can be read, not decided on.")
        elif own:
            said = self.tr("The words you selected will be coded. Esc goes back to those suggested.")
        else:
            said = self.tr("The boxed words will be coded; select others to code those instead.")
        self.hint.setText(said)
        colours = theme.colours()
        self.hint.setStyleSheet(f"color: {colours.accent if own and self._writable else colours.muted}")


def _read(project: Project, document: int, book: Book) -> dict[int, ReaderCoding]:
    found = {}
    for one in codings.of_document(project, document):
        code = book.codes.get(one.code)
        if code is not None and not one.whole:
            found[one.key] = ReaderCoding(one.key, one.start, one.end, one.code, code.label, code.colour, one.coder)
    return found
