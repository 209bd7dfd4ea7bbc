"""Names in lists and tables, shortened so that neighbours differ, and whole in their tooltips."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.eliding import Agreeing, Width, broken, first_words, untorn
from app.indexes import Index

_WHOLE = Qt.TextElideMode.ElideNone
_LINE = "\u2028"  # by which Qt parts the lines of a cell
_FILLED = (0.9, 0.7, 0.5)  # of lines of whole words, as they end before their room does
_ROUNDED = 1  # pixels
_MOST = 5_000  # names looked at; no list of a study holds more that anybody reads


class Neighbours(QObject):
    """The names that stand under one row of a model, in one column: read when one first has no room, and again once
    rows have come or gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model: QAbstractItemModel | None = None
        self._known: dict[tuple[int, int, int], Agreeing] = {}

    def shown(self, index: Index, room: float, metrics: QFontMetrics, text: str | None = None) -> str:
        """Give what is shown of the name at an index, or of `text` that stands for it."""
        text = str(index.data() or "") if text is None else text
        if metrics.horizontalAdvance(text) <= room:
            return text
        return self._of(index).shown(text, room, metrics.horizontalAdvance)

    def _of(self, index: Index) -> Agreeing:
        model, column, above = index.model(), index.column(), index.parent()
        place = column, above.row(), above.internalId() if above.isValid() else 0
        if model is not self._model:
            self._model = model
            for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
                signal.connect(self._forget)
            self._known = {}
        if (known := self._known.get(place)) is None:
            known = self._known[place] = Agreeing(_names(model, column, above))
        return known

    def _forget(self, *_: object) -> None:
        self._known = {}


def _names(model: QAbstractItemModel, column: int, above: Index) -> Iterator[str]:
    for row in range(min(model.rowCount(above), _MOST)):
        yield str(model.index(row, column, above).data() or "")


class NamesDelegate(QStyledItemDelegate):
    """Draws a view as Qt does, but for names that have no room: those take `lines` lines, and are then shortened."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.neighbours = Neighbours(self)
        self.lines = 1

    def fill(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take what is drawn from the model."""
        super().initStyleOption(option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        self.fill(option, index)
        width, text, metrics = option.rect.width(), option.text, option.fontMetrics
        wide = metrics.horizontalAdvance(text) if text and width > 0 else 0
        # Most names are short: their room is not asked for.
        if wide <= width // 2 or option.textElideMode is _WHOLE or wide <= (room := _room(option)):
            return
        if wide <= room + _ROUNDED:  # as wide as Qt itself makes a column for it, and would then shorten it
            option.textElideMode = _WHOLE
            return
        option.text = _LINE.join(self._fitted(index, one, room, metrics) for one in text.split(_LINE))

    def _fitted(self, index: Index, text: str, room: int, metrics: QFontMetrics) -> str:
        def within(wide: float) -> str:
            return self.neighbours.shown(index, wide, metrics, text)

        if self.lines > 1:
            shorter = (within(room * self.lines * share) for share in _FILLED)  # asked for only where it comes to that
            for name in chain((text,), shorter):
                if (lines := broken(name, room, metrics.horizontalAdvance, self.lines)) is not None:
                    return _LINE.join(lines)
        return within(room)


class WordsDelegate(QStyledItemDelegate):
    """Draws a view as Qt does, but texts that have no room up to the end of a word, line by line; each may take
    `lines` lines.
    """

    lines = 1

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.rect.width() > 0:
            room, width = _room(option), option.fontMetrics.horizontalAdvance
            option.text = _LINE.join(self._fitted(line, room, width) for line in option.text.split(_LINE))

    def _fitted(self, text: str, room: int, width: Width) -> str:
        if self.lines == 1 or width(text) <= room:
            return first_words(text, room, width)
        if (lines := broken(text, room, width, self.lines)) is not None:
            return _LINE.join(lines)
        head = ""
        for word in untorn(text):
            if width((head + word).rstrip()) > room:
                break
            head += word
        rest = first_words(text[len(head) :], room, width)
        return _LINE.join(filter(None, (head.rstrip(), rest)))


def _room(option: QStyleOptionViewItem) -> int:
    style = option.widget.style() if option.widget else QApplication.style()
    words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
    return words.width() - 2 * margin - 1  # a width is a rounded one: Qt would shorten again, within a word
