"""The list of verbatims: laid out where it is looked at, so that 25,000 of them scroll like ten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from app import theme
from app.indexes import NOWHERE, Index
from app.reader.heights import Heights
from app.verbatims import accessible
from app.verbatims.many_heights import ManyHeights
from app.verbatims.rows import Place, VerbatimRows
from app.verbatims.typesetting import Card, Frame, folded, frame, heading, paint_line, separator, unfolded

if TYPE_CHECKING:
    from coding.search.listings import Listing

_KEPT = 200
_BAR = 3
Action = QAbstractItemView.CursorAction


class List(QAbstractItemView):
    """Shows a listing; `went(at)` says that the current row is another, `opened()` that one was entered
    or double-clicked."""

    went = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Before anything is set: Qt asks for rows and places while it is.
        self.unfolded: set[Place] = set()
        self.size_pt = float(theme.TEXT_SIZE)
        self._faded = False
        self._frame: Frame | None = None
        self._heights = Heights(())
        self._cards: OrderedDict[int, Card] = OrderedDict()
        self._settled: set[int] = set()
        self._headings: dict[int, str] = {}
        self.rows = VerbatimRows(self)
        self.setModel(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Quotations"))
        accessible.install()
        self.went.connect(lambda: accessible.told(self))

    # what is shown

    def words(self) -> Mapping[str, str]:
        """Give the names of tags."""
        return {
            "direct": self.tr("direct"),
            "linked": self.tr("linked"),
            "crossed": self.tr("through a crosswalk"),
            "unread": self.tr("not re-read"),
            "supports": self.tr("supports"),
            "nuances": self.tr("nuances"),
            "contradicts": self.tr("contradicts"),
            "excerpt": self.tr("excerpt"),
            "alike": self.tr("likeness"),
        }

    def show_listing(self, listing: Listing | None, place: Place | None = None) -> None:
        """Show another listing; the current row is that of `place`, or of what comes after it."""
        above = self._above_current()
        chosen = {self.rows.place(index.row()) for index in self.selectionModel().selectedRows()}
        self.rows.take(listing)
        self._lay_out()
        at = None if place is None else self.rows.at(place)
        if at is None:
            self.verticalScrollBar().setValue(0)
            at = 0 if self.rows.rowCount() else None
        if at is not None:
            self._settle(at)
            self.verticalScrollBar().setValue(self._heights.top(at) - (above if place is not None else 0))
            self.go(at)
            if len(chosen) > 1:
                self._choose_again(chosen)
        self.went.emit()

    def _choose_again(self, chosen: set[Place]) -> None:
        again = QItemSelection()
        for place in chosen:
            at = self.rows.at(place)
            if at is not None and self.rows.place(at) == place:
                again.select(self.rows.index(at), self.rows.index(at))
        self.selectionModel().select(again, QItemSelectionModel.SelectionFlag.Select)

    def _above_current(self) -> int:
        """Give how far below the upper edge the current row begins, in pixels, kept within the view."""
        at = self.currentIndex().row()
        if not 0 <= at < len(self._heights):
            return 0
        return max(0, min(self._heights.top(at) - self.verticalOffset(), self.viewport().height() // 2))

    def fade(self, faded: bool) -> None:
        """Show that these rows are not, or not yet, what was asked for."""
        if faded != self._faded:
            self._faded = faded
            self.viewport().update()

    def restyle(self, size_pt: float) -> None:
        """Take on the colours and the size of text."""
        self.size_pt = size_pt
        self._relay()

    def _relay(self) -> None:
        at, above = self.currentIndex().row(), self._above_current()
        self._lay_out()
        if 0 <= at < len(self._heights):
            self._settle(at)
            self.verticalScrollBar().setValue(self._heights.top(at) - above)

    def _lay_out(self) -> None:
        self._cards.clear()
        self._headings.clear()
        self._settled.clear()
        listing = self.rows.listing
        if listing is None:
            self._frame, self._heights = None, Heights(())
        else:
            font = QFont(self.font())
            width = self.viewport().width()
            self._frame = frame(width, self.size_pt, font, self.words(), listing.moment.codes, tagged=listing.tagged)
            for first, key, name, count in listing.groups:
                self._headings[first] = f"{self.tr('(none)') if key is None else name} · {count}"
            heights = self._guessed(listing, self._frame)
            for first in self._headings:
                heights[first] += self._heading
            self._heights = ManyHeights(heights)
        self._fit_bar()
        self.viewport().update()

    def _guessed(self, listing: Listing, made: Frame) -> NDArray[np.int64]:
        """Guess the height of every row: int64[rows]."""
        if listing.lines is not None:
            return np.full(len(listing.lines), self._line, np.int64)
        kinds, inverse = np.unique(listing.lengths(), return_inverse=True)
        heights = np.array([made.guess(int(length)) for length in kinds.tolist()], np.int64)
        return np.asarray(heights[inverse], np.int64)

    @property
    def _heading(self) -> int:
        """The height of the line above a group."""
        assert self._frame is not None
        return self._frame.type.pitch + 16

    @property
    def _line(self) -> int:
        assert self._frame is not None
        return self._frame.type.pitch + 8

    def _card(self, at: int) -> Card | None:
        """Give a verbatim laid out; None for a match that is one line."""
        known = self._cards.get(at)
        if known is not None:
            self._cards.move_to_end(at)
            return known
        listing, made = self.rows.listing, self._frame
        assert listing is not None
        assert made is not None
        open_ = self.rows.place(at) in self.unfolded
        if self.rows.in_lines and not open_:
            return None
        row, number = self.rows.row(at), self.rows.number(at)
        card = unfolded(row, made, *listing.around(number)) if open_ else folded(row, made)
        self._cards[at] = card
        if len(self._cards) > _KEPT:
            self._cards.popitem(last=False)
        return card

    def _settle(self, at: int) -> int:
        """Give the true height of a row, which takes the place of the guess."""
        if at not in self._settled:
            card = self._card(at)
            line = self._line if self.rows.in_lines else 0
            above = self._heading if at in self._headings else 0
            self._heights[at] = above + line + (card.height if card else 0)
            self._settled.add(at)
        return self._heights[at]

    def _settle_seen(self) -> None:
        """Lay out what is on the screen; what stands at its upper edge stays there."""
        if not len(self._heights):
            return
        bar, total = self.verticalScrollBar(), self._heights.total
        top = self._heights.at(self.verticalOffset())
        into = self.verticalOffset() - self._heights.top(top)
        before = self._heights[top]
        after = self._settle(top)
        if top not in (0, self.currentIndex().row()) and after != before:
            into = max(0, into + after - before)
        at, y = top, after - into
        while y < self.viewport().height() and at + 1 < len(self._heights):
            at += 1
            y += self._settle(at)
        if self._heights.total != total:
            self._fit_bar()
            bar.setValue(self._heights.top(top) + into)

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(48)
        bar.setRange(0, max(0, self._heights.total - height))

    # the current row

    @property
    def at(self) -> int | None:
        """The current row."""
        row = self.currentIndex().row()
        return row if row >= 0 else None

    def go(self, at: int, flags: QItemSelectionModel.SelectionFlag | None = None) -> None:
        """Make a row the current one, selected alone unless told otherwise, and bring it into view."""
        if not self.rows.rowCount():
            return
        index = self.rows.index(max(0, min(at, self.rows.rowCount() - 1)))
        self.selectionModel().setCurrentIndex(index, flags or QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, steps: int) -> None:
        """Go so many rows on."""
        self.go((-1 if self.at is None else self.at) + steps)

    def chosen(self) -> list[int]:
        """Give the numbers in the listing of the rows selected, else of the current one."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if not rows and self.at is not None:
            rows = [self.at]
        return sorted({self.rows.number(at) for at in rows})

    def toggle(self) -> None:
        """Unfold the current verbatim with a turn before and after, or fold it again."""
        if self.at is None:
            return
        place = self.rows.place(self.at)
        self.unfolded ^= {place}
        self._cards.pop(self.at, None)
        self._settled.discard(self.at)
        self._settle(self.at)
        self._fit_bar()
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.went.emit()

    # what Qt asks of a view

    def visualRect(self, index: Index) -> QRect:
        if not 0 <= index.row() < len(self._heights):
            return QRect()
        top = self._heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights[index.row()])

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not 0 <= index.row() < len(self._heights):
            return
        height = self._settle(index.row())
        self._fit_bar()
        top, bar, room = self._heights.top(index.row()), self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or height > room:
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalOffset()
        if not 0 <= y < self._heights.total:
            return QModelIndex()
        return self.rows.index(self._heights.at(y))

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at = self.at
        if at is None:
            return self.rows.index(0) if self.rows.rowCount() else QModelIndex()
        page = self.viewport().height() - self._heights[at] // 2
        there = {
            Action.MoveUp: at - 1,
            Action.MovePrevious: at - 1,
            Action.MoveDown: at + 1,
            Action.MoveNext: at + 1,
            Action.MoveHome: 0,
            Action.MoveEnd: self.rows.rowCount() - 1,
            Action.MovePageDown: max(at + 1, self._heights.at(self._heights.top(at) + page)),
            Action.MovePageUp: min(at - 1, self._heights.at(max(0, self._heights.top(at) - page))),
        }.get(action, at)
        return self.rows.index(max(0, min(there, self.rows.rowCount() - 1)))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if not len(self._heights):
            return
        first = self._heights.at(rect.top() + self.verticalOffset())
        last = self._heights.at(rect.bottom() + self.verticalOffset())
        self.selectionModel().select(QItemSelection(self.rows.index(first), self.rows.index(last)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._fit_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relay()
        else:
            self._fit_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.at is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the page's commands."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle_seen()
        painter = QPainter(self.viewport())
        painter.setOpacity(0.45 if self._faded else 1.0)
        if len(self._heights) and self._frame is not None:
            at = self._heights.at(self.verticalOffset())
            y = self._heights.top(at) - self.verticalOffset()
            while y < self.viewport().height() and at < len(self._heights):
                self._paint_row(painter, at, y)
                y += self._heights[at]
                at += 1
        painter.end()

    def _paint_row(self, painter: QPainter, at: int, top: int) -> None:
        assert self._frame is not None
        colours, width, height = theme.colours(), self.viewport().width(), self._heights[at]
        current = at == self.at
        if at in self._headings:
            heading(painter, self._frame, self._headings[at], QRectF(0, top, width, self._heading))
            top, height = top + self._heading, height - self._heading
        if self.selectionModel().isRowSelected(at, NOWHERE):
            shade = QColor(colours.selection)
            shade.setAlphaF(0.55)
            painter.fillRect(0, top, width, height, shade)
        if current:
            painter.fillRect(0, top, _BAR, height, QColor(colours.accent))
        match = self.rows.match_at(at)
        y = top
        if match is not None:
            paint_line(painter, self._frame, self.rows.row(at), match, QRectF(0, top, width, self._line))
            y += self._line
        if (card := self._card(at)) is not None:
            card.paint(painter, 0, y)
        if match is None or card is not None:
            separator(painter, 0, width, top + height - 1)
