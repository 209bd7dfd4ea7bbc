"""Names in lists and tables, shortened so that neighbours differ, and whole in their tooltips."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.eliding import Agreeing
from app.indexes import NOWHERE, Index

_MOST = 5_000  # names looked at; no list of a study holds more that anybody reads


class Neighbours(QObject):
    """The names of a model's column, read when one first has no room, and again once rows have come or gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model: QAbstractItemModel | None = None
        self._known: dict[int, Agreeing] = {}

    def shown(self, index: Index, room: float, metrics: QFontMetrics, text: str | None = None) -> str:
        """Give what is shown of the name at an index, or of `text` that stands for it."""
        text = str(index.data() or "") if text is None else text
        if metrics.horizontalAdvance(text) <= room:
            return text
        return self._of(index).shown(text, room, metrics.horizontalAdvance)

    def _of(self, index: Index) -> Agreeing:
        model, column = index.model(), index.column()
        if model is not self._model:
            self._model = model
            for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
                signal.connect(self._forget)
            self._known = {}
        if (known := self._known.get(column)) is None:
            known = self._known[column] = Agreeing(name for name, _ in zip(_names(model, column), range(_MOST)))
        return known

    def _forget(self, *_: object) -> None:
        self._known = {}


def _names(model: QAbstractItemModel, column: int, above: Index = NOWHERE) -> Iterator[str]:
    for row in range(model.rowCount(above)):
        yield str(model.index(row, column, above).data() or "")
        if not isinstance(model, QAbstractListModel | QAbstractTableModel):
            yield from _names(model, column, model.index(row, 0, above))


class NamesDelegate(QStyledItemDelegate):
    """Draws a view as Qt does, but for names that have no room."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.neighbours = Neighbours(self)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        width = option.rect.width()
        if width <= 0 or option.textElideMode == Qt.TextElideMode.ElideNone:
            return
        # Most names are short: their room is not asked for.
        if option.fontMetrics.horizontalAdvance(option.text) > width // 2:
            option.text = self.neighbours.shown(index, _room(option), option.fontMetrics, option.text)


def _room(option: QStyleOptionViewItem) -> int:
    style = option.widget.style() if option.widget else QApplication.style()
    words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
    return words.width() - 2 * margin
