"""Where a memo is written: plain Markdown, dressed as it will read; `[[` offers what there is to link to."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit

from app.hub import Hub
from app.memos.styling import LINK, Styling
from app.memos.words import linkable_kind
from app.widgets import keep_to_measure
from corpus.words import folded

_OPEN = re.compile(r"\[\[([^\[\]\n]{0,200})$")
_MOST = 12
_CTRL = Qt.KeyboardModifier.ControlModifier


class Body(QTextEdit):
    """link_pressed(str): what is written in a link was clicked with Ctrl held, or Ctrl+Enter pressed on it · ended():
    Ctrl+Enter was pressed elsewhere.
    """

    link_pressed = Signal(str)
    ended = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.styling = Styling(self.document())
        self.offers = QListWidget(self)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setAccessibleName(self.tr("What the memo can link to"))
        self.offers.itemClicked.connect(lambda _item: self._take())
        self.offers.hide()
        self._known: list[tuple[str, str, str]] | None = None
        self.textChanged.connect(self._offer)
        self.cursorPositionChanged.connect(self._offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_to_measure(self)

    def text(self) -> str:
        """Give what is written; Qt's own way would turn no-break spaces into others."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    # links

    def link_at(self, cursor: QTextCursor) -> str | None:
        """Give what is written in the link at a place."""
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le", "ignore")
        links = LINK.finditer(cursor.block().text())
        return next((link[1] for link in links if link.start() <= len(before) <= link.end()), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(self.cursorForPosition(event.position().toPoint()))
        if event.modifiers() & _CTRL and link is not None:
            self.link_pressed.emit(link)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.offers.isVisible() and not event.modifiers() and self._offered(Qt.Key(key)):
            return
        if enters and event.modifiers() & _CTRL:
            link = self.link_at(self.textCursor())
            self.ended.emit() if link is None else self.link_pressed.emit(link)
            return
        super().keyPressEvent(event)

    def _offered(self, key: Qt.Key) -> bool:
        """Let a key move in the list of offers, take one or put the list away; False where it means nothing there."""
        row = self.offers.currentRow()
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.offers.setCurrentRow((row + step) % self.offers.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self._put_away()
            case _:
                return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab take what is offered, before it goes to the next field."""
        if forward and self.offers.isVisible():
            self._take()
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._put_away()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._put_away()
        super().hideEvent(event)

    def _put_away(self) -> None:
        self.offers.hide()
        self.offers.setParent(self)

    # what is offered

    def _typed(self) -> str | None:
        """Give what is typed of a link that is not closed yet."""
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le", "ignore")
        found = _OPEN.search(before)
        return found[1] if found and self.hasFocus() and self.hub.project_or_none is not None else None

    def _offer(self) -> None:
        typed = self._typed()
        found = self._matching(typed) if typed is not None else []
        if typed is None:
            self._known = None
        self.offers.clear()
        for kind, name, written in found:
            item = QListWidgetItem(f"{name} · {linkable_kind(kind)}", self.offers)
            item.setData(Qt.ItemDataRole.UserRole, written)
        if not found:
            self._put_away()
            return
        self.offers.setCurrentRow(0)
        self._place()

    def _matching(self, typed: str) -> list[tuple[str, str, str]]:
        """Give kind, name and link of what holds every word typed; after `§` the passages of a document."""
        from coding.memos import links

        head, mark, number = typed.rpartition("§")
        if mark:
            title = head.partition(":")[2] if folded(head).startswith("passage:") else head
            count, begun = links.passages(self.hub.project, title.strip()), number.strip()
            numbers = [n for n in range(1, count + 1) if str(n).startswith(begun)][:_MOST]
            return [("passage", f"{title.strip()} § {n}", f"passage:{title.strip()} § {n}") for n in numbers]
        if self._known is None:
            offers = links.offers(self.hub.project)
            self._known = [(one.kind, one.name, f"{one.kind}:{one.name}") for one in offers]
        words = folded(typed).replace(":", " ").split()
        return [one for one in self._known if all(word in folded(one[2]) for word in words)][:_MOST]

    def _place(self) -> None:
        """Put the list under the cursor or above it, over all of the window: there may be little room to write in."""
        over, metrics = self.window(), self.offers.fontMetrics()
        spot = self.cursorRect().translated(self.viewport().mapTo(over, QPoint()))
        if self.offers.parentWidget() is not over:
            self.offers.setParent(over)
        rows = min(self.offers.count(), 8)
        height = rows * (self.offers.sizeHintForRow(0) or metrics.height()) + 2 * self.offers.frameWidth() + 2
        width = min(over.width(), max(240, self.offers.sizeHintForColumn(0) + 32))
        left = max(0, min(spot.left(), over.width() - width))
        below = spot.bottom() + height <= over.height()
        top = spot.bottom() + 2 if below else max(0, spot.top() - height - 2)
        self.offers.setGeometry(left, top, width, height)
        self.offers.show()
        self.offers.raise_()

    def _take(self) -> None:
        item, typed = self.offers.currentItem(), self._typed()
        if item is None or typed is None:
            return
        cursor = self.textCursor()
        units = len(typed) + sum(ord(letter) > 0xFFFF for letter in typed)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, units)
        cursor.insertText(f"{item.data(Qt.ItemDataRole.UserRole)}]]")
        self.setTextCursor(cursor)
        self._put_away()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
