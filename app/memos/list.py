"""The memos as a list: title, kind, what each is about; filtered by kind and by words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.eliding import first_words
from app.i18n import moment
from app.indexes import NOWHERE, Index
from app.memos.words import heading, kind_colour, kind_names, target_name
from coding.memos import MemoInfo

_Role = Qt.ItemDataRole
_PAD = 8


class MemoList(QAbstractListModel):
    """The memos that are wanted, the latest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.memos: list[MemoInfo] = []

    def show_memos(self, memos: list[MemoInfo]) -> None:
        """Take on other memos."""
        if [memo.key for memo in memos] == [memo.key for memo in self.memos]:
            self.memos = memos
            if memos:
                self.dataChanged.emit(self.index(0), self.index(len(memos) - 1))
            return
        self.beginResetModel()
        self.memos = memos
        self.endResetModel()

    def row_of(self, key: int | None) -> int | None:
        """Give the row of a memo."""
        return next((row for row, memo in enumerate(self.memos) if memo.key == key), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.memos)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.memos):
            return None
        memo = self.memos[index.row()]
        if role == _Role.DisplayRole:
            return heading(memo)
        if role == _Role.UserRole:
            return memo.key
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return f"{heading(memo)}\n{second_line(memo)}"
        return None


def second_line(memo: MemoInfo, fitted: Callable[[str, str], str] = lambda about, _around: about) -> str:
    """Give kind, what it is about and when, as stands under a memo's title; what it is about gives way first."""
    kind, when = kind_names().get(memo.kind, memo.kind), moment(memo.edited_at or memo.created_at)
    about = fitted(", ".join(target_name(target) for target in memo.targets), f"{kind} ·  · {when}")
    return " · ".join((kind, about, when))


class MemoLines(QStyledItemDelegate):
    """Paints a memo on two lines, with a bar in the colour of its kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MemoList)
        memo, c, place = model.memos[index.row()], theme.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(c.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(c.hover))
        painter.fillRect(place.left(), place.top() + _PAD, 3, place.height() - 2 * _PAD, kind_colour(memo.kind))
        inner = place.adjusted(_PAD + 6, _PAD, -_PAD, -_PAD)
        line = option.fontMetrics.height()
        font = QFont(painter.font())
        font.setBold(bool(memo.title))
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        self._line(painter, QRect(inner.left(), inner.top(), inner.width(), line), heading(memo))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(c.text if option.state & QStyle.StateFlag.State_Selected else c.muted))
        width = painter.fontMetrics().horizontalAdvance
        below = second_line(memo, lambda about, around: first_words(about, inner.width() - width(around), width))
        self._line(painter, QRect(inner.left(), inner.top() + line + 2, inner.width(), line), below)
        painter.setPen(QColor(c.rule))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _line(self, painter: QPainter, place: QRect, text: str) -> None:
        shown = first_words(text, place.width(), painter.fontMetrics().horizontalAdvance)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
