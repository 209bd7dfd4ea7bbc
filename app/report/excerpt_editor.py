"""One excerpt made ready for print: cut, put a word in brackets, translate; all else equals the source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.hub import Hub, Place
from app.icons import icon
from app.neighbours import WordsDelegate
from app.reader.offsets import Offsets
from app.widgets import NamesBox
from coding import excerpts
from coding.excerpts import ExcerptInfo
from corpus import documents

_AROUND = 24  # characters shown before an insertion


class ExcerptEditor(QWidget):
    """Shows the source of an excerpt, what is cut struck through; every step is written at once and can be undone."""

    def __init__(self, hub: Hub, within: QWidget) -> None:
        super().__init__(within)
        self.hub = hub
        self.excerpt: ExcerptInfo | None = None
        self._offsets = Offsets("")
        self.source = QPlainTextEdit()
        self.source.setReadOnly(True)
        self.source.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.source.setAccessibleName(self.tr("Words of the excerpt"))
        self.source.selectionChanged.connect(self._able)
        self.source.cursorPositionChanged.connect(self._able)
        self.cut_button = self._button("remove", self.tr("Cut"), self.cut)
        self.cut_button.setToolTip(self.tr("Leave the selected words out; (…) is printed"))
        self.restore_button = self._button("undo", self.tr("Give back"), self.restore)
        self.restore_button.setToolTip(self.tr("Take a cut back: the one at the cursor, or what is selected of it"))
        self.open_button = self._button("open", self.tr("Source"), self.open)
        self.open_button.setToolTip(self.tr("Show the words in the reader"))
        self.inserted = QLineEdit()
        self.inserted.setPlaceholderText(self.tr("[words to put in at the cursor]"))
        self.inserted.setAccessibleName(self.tr("Words to put in at the cursor"))
        self.inserted.returnPressed.connect(self.insert)
        self.insert_button = self._button("add", self.tr("Put in"), self.insert)
        self.insertions = QListWidget()
        self.insertions.setItemDelegate(WordsDelegate(self.insertions))
        self.insertions.setAccessibleName(self.tr("Words put in; Delete takes one out"))
        self.insertions.setToolTip(self.tr("Delete takes one out"))
        self.insertions.installEventFilter(self)
        self.translation = QPlainTextEdit()
        self.translation.setPlaceholderText(self.tr("Translation"))
        self.translation.setAccessibleName(self.tr("Translation"))
        self.translation.setTabChangesFocus(True)
        self.translation.installEventFilter(self)
        self.purpose = NamesBox()
        self.purpose.setAccessibleName(self.tr("What the quotation is for"))
        for key, said in (
            ("", self.tr("For the body or the table")),
            ("power", self.tr("For the body of the article")),
            ("proof", self.tr("For its table")),
        ):
            self.purpose.addItem(said, key)
        self.purpose.activated.connect(lambda _at: self._edit(purpose=self.purpose.currentData()))
        self._lay_out()
        self.show_excerpt(None)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(lambda: slot())
        return button

    def _lay_out(self) -> None:
        cutting, inserting = QHBoxLayout(), QHBoxLayout()
        for part in (self.cut_button, self.restore_button, self.open_button):
            cutting.addWidget(part)
        cutting.addStretch(1)
        cutting.addWidget(self.purpose)
        inserting.addWidget(self.inserted, 1)
        inserting.addWidget(self.insert_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.source, 3)
        layout.addLayout(cutting)
        layout.addLayout(inserting)
        layout.addWidget(self.insertions)
        layout.addWidget(self.translation, 1)

    def show_excerpt(self, excerpt: ExcerptInfo | None) -> None:
        """Show an excerpt; the cursor stays where the words stay."""
        self.keep_translation()
        same = excerpt is not None and self.excerpt is not None and excerpt.key == self.excerpt.key
        place = self.source.textCursor().position() if same else 0
        self.excerpt = excerpt
        self.setEnabled(excerpt is not None)
        text = ""
        if excerpt is not None:
            text = documents.text(self.hub.project, excerpt.document)[excerpt.start : excerpt.end]
        self._offsets = Offsets(text)
        if self.source.toPlainText() != text:
            self.source.setPlainText(text)
        cursor = self.source.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.source.setTextCursor(cursor)
        if excerpt is None or not self.translation.hasFocus() or not same:
            self.translation.setPlainText(excerpt.translation if excerpt else "")
        self.purpose.setCurrentIndex(max(0, self.purpose.findData(excerpt.purpose if excerpt else "")))
        self._show_cuts()
        self._show_insertions()
        self._able()

    def _show_cuts(self) -> None:
        marks = []
        for first, last in self.excerpt.cuts if self.excerpt else ():
            cursor = QTextCursor(self.source.document())
            cursor.setPosition(self._unit(first))
            cursor.setPosition(self._unit(last), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setFontStrikeOut(True)
            look.setForeground(QColor(theme.colours().muted))
            look.setBackground(QColor(theme.colours().hover))
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.source.setExtraSelections(marks)

    def _show_insertions(self) -> None:
        self.insertions.clear()
        if self.excerpt is not None:
            text = documents.text(self.hub.project, self.excerpt.document)
            for at, words in self.excerpt.insertions:
                before = " ".join(text[max(at - _AROUND, self.excerpt.start) : at].split())
                item = QListWidgetItem(f"… {before} [{words}]")
                item.setData(Qt.ItemDataRole.UserRole, (at, words))
                self.insertions.addItem(item)
        count = self.insertions.count()
        self.insertions.setVisible(count > 0)
        self.insertions.setFixedHeight((self.fontMetrics().height() + 8) * min(max(count, 1), 3) + 4)

    def restyled(self) -> None:
        """Take on the colours of the moment."""
        self._show_cuts()

    def _unit(self, point: int) -> int:
        assert self.excerpt is not None
        return self._offsets.units(point - self.excerpt.start)

    def _point(self, unit: int) -> int:
        assert self.excerpt is not None
        return self._offsets.points(unit) + self.excerpt.start

    def selection(self) -> tuple[int, int]:
        """Give the selected words, or twice the place of the cursor, in code points of the document."""
        cursor = self.source.textCursor()
        return self._point(cursor.selectionStart()), self._point(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select words by code points of the document."""
        cursor = self.source.textCursor()
        cursor.setPosition(self._unit(start))
        cursor.setPosition(self._unit(end), QTextCursor.MoveMode.KeepAnchor)
        self.source.setTextCursor(cursor)

    def _touched(self) -> tuple[int, int] | None:
        """Give what of the cuts is to be given back: the selection, else the cut the cursor is in."""
        if self.excerpt is None:
            return None
        start, end = self.selection()
        for first, last in self.excerpt.cuts:
            if start == end and first <= start <= last:
                return first, last
            if start < last and end > first and start < end:
                return start, end
        return None

    def _able(self) -> None:
        start, end = self.selection() if self.excerpt is not None else (0, 0)
        self.cut_button.setEnabled(start < end)
        self.restore_button.setEnabled(self._touched() is not None)

    def cut(self) -> None:
        """Leave the selected words out."""
        if self.excerpt is not None and self.selection()[0] < self.selection()[1]:
            self._edit(cuts=(*self.excerpt.cuts, self.selection()))

    def restore(self) -> None:
        """Give cut words back."""
        touched = self._touched()
        if self.excerpt is not None and touched is not None:
            self._edit(cuts=excerpts.without(self.excerpt.cuts, *touched))

    def insert(self) -> None:
        """Put the typed words in at the cursor."""
        words = self.inserted.text().strip().strip("[]").strip()
        if self.excerpt is not None and words:
            at = self.selection()[1]
            self._edit(insertions=(*self.excerpt.insertions, (at, words)))
            self.inserted.clear()

    def take_out(self) -> None:
        """Take the chosen insertion out."""
        item = self.insertions.currentItem()
        if self.excerpt is not None and item is not None:
            at, words = item.data(Qt.ItemDataRole.UserRole)
            self._edit(insertions=tuple(one for one in self.excerpt.insertions if one != (at, words)))

    def keep_translation(self) -> None:
        """Write the translation that was typed."""
        excerpt, project = self.excerpt, self.hub.project_or_none
        text = self.translation.toPlainText()
        if excerpt is not None and project is not None and text != excerpt.translation:
            # Known as kept before it is written, since the change shows the excerpt anew.
            self.excerpt = replace(excerpt, translation=text)
            self.hub.write(lambda: excerpts.edit(project, excerpt.key, translation=text))

    def _edit(self, **changed: object) -> None:
        excerpt, project = self.excerpt, self.hub.project
        if excerpt is not None:
            self.hub.write(lambda: excerpts.edit(project, excerpt.key, **changed))  # type: ignore[arg-type]  # the keywords are those of edit

    def open(self) -> None:
        """Show the words in the reader."""
        if self.excerpt is not None:
            self.hub.show_place(Place(self.excerpt.document, self.excerpt.start, self.excerpt.end))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.translation and event.type() == QEvent.Type.FocusOut:
            self.keep_translation()
        if watched is self.insertions and isinstance(event, QKeyEvent) and _takes_out(event):
            self.take_out()
            return True
        return super().eventFilter(watched, event)


def _takes_out(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
