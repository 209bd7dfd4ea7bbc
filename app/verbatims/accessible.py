"""The list of verbatims as a screen reader reads it: the text of the current row, with the codes of its words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget

from app.reader.accessible import attributes, or_nothing
from app.reader.offsets import Offsets
from app.verbatims.rows import VerbatimRows


class SpokenRow(QAccessibleWidget, QAccessibleTextInterface):
    """The verbatim in focus: where it is from, who says it, its words; offsets are UTF-16 units.

    The caret is at the start of its words. Words that are coded say with what.
    """

    def __init__(self, listed: QAbstractItemView, rows: VerbatimRows) -> None:
        QAccessibleWidget.__init__(self, listed, QAccessible.Role.EditableText)
        QAccessibleTextInterface.__init__(self)
        self._list, self._rows = listed, rows

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Say that this is a text."""
        return self if kind == QAccessible.InterfaceType.TextInterface else or_nothing(super().interface_cast(kind))

    def state(self) -> QAccessible.State:
        """Say that it is of many lines, read but not written."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def text(self, first: Any, last: int | None = None) -> str:  # Qt has two of this name
        """Give a stretch of the row or, asked for a kind of text, the list's name or description."""
        if last is None:
            return super().text(first)
        said = self._said()
        offsets = Offsets(said)
        return said[offsets.points(max(0, first)) : offsets.points(max(0, last))]

    def characterCount(self) -> int:
        said = self._said()
        return Offsets(said).units(len(said))

    def cursorPosition(self) -> int:
        return Offsets(self._said()).units(self._head())

    def setCursorPosition(self, position: int) -> None:
        """The caret stays: rows are gone through by their own keys."""

    def selectionCount(self) -> int:
        """Give 1 where rows are selected: all of the text is then."""
        return int(self._list.selectionModel().hasSelection())

    def selection(self, number: int) -> tuple[int, int]:
        """Give the start and the end of what is selected."""
        return (0, self.characterCount()) if number == 0 and self.selectionCount() else (0, 0)

    def setSelection(self, number: int, start: int, end: int) -> None:
        """Rows are selected as a whole, by their own keys."""

    def addSelection(self, start: int, end: int) -> None:
        """Rows are selected as a whole, by their own keys."""

    def removeSelection(self, number: int) -> None:
        self._list.clearSelection()

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._list.scrollTo(self._list.currentIndex())

    def characterRect(self, offset: int) -> QRect:
        place = self._list.visualRect(self._list.currentIndex())
        return place.translated(self._list.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        return self.cursorPosition()

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """Give the codes and the speaker at an offset as `name:value;`, and the stretch of which this is true."""
        said, head = self._said(), self._head()
        offsets = Offsets(said)
        row, listing = self._row(), self._rows.listing
        if row is None or listing is None:
            return "", 0, offsets.units(len(said))
        at, codes = offsets.points(offset), listing.moment.codes
        shift = head - row.verbatim.start
        whole = [(row.verbatim.start, row.verbatim.end, code) for code in row.verbatim.codes]
        spans = [(start + shift, end + shift, code) for start, end, code in row.coded or whole]
        edges = sorted({0, head, len(said), *(edge for start, end, _ in spans for edge in (start, end))})
        start = max((edge for edge in edges if edge <= at), default=0)
        end = min((edge for edge in edges if edge > at), default=len(said))
        here = [codes[code] for a, b, code in spans if a <= at < b and code in codes]
        speaker = row.verbatim.speaker if at >= head else ""
        return attributes(here, speaker), offsets.units(start), offsets.units(end)

    def _row(self) -> Any:
        index = self._list.currentIndex()
        return self._rows.row(index.row()) if index.isValid() and self._rows.listing is not None else None

    def _said(self) -> str:
        return str(self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _head(self) -> int:
        """Give where the words of the verbatim begin, behind where they are from."""
        row = self._row()
        return len(self._said()) - len(row.verbatim.text) if row is not None else 0


def told(listed: QAbstractItemView) -> None:
    """Tell a screen reader that another row is in focus, and announce with what it is coded."""
    if QAccessible.isActive():
        said = str(listed.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")
        codes = coded(listed)
        listed.setAccessibleDescription(f"{said} {codes}".strip())
        QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(listed, 0, "", said))
        if codes:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(listed, codes))


def coded(listed: QAbstractItemView) -> str:
    """Say with which codes the words of the current row are coded, in the sentence of the transcript."""
    rows, index = listed.model(), listed.currentIndex()
    if not isinstance(rows, VerbatimRows) or rows.listing is None or not index.isValid():
        return ""
    known, row = rows.listing.moment.codes, rows.row(index.row())
    keys = [code for _, _, code in row.coded] or row.verbatim.codes
    names = ", ".join(dict.fromkeys(known[code].label for code in keys if code in known))
    if not names:
        return QCoreApplication.translate("ReaderPane", "Not coded.")
    return QCoreApplication.translate("ReaderPane", "Coded: {codes}.").format(codes=names)


@lru_cache(maxsize=1)
def install() -> None:
    """Let screen readers be told of every list of verbatims, from now on."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    rows = thing.model() if isinstance(thing, QAbstractItemView) else None
    return SpokenRow(thing, rows) if isinstance(thing, QAbstractItemView) and isinstance(rows, VerbatimRows) else None
