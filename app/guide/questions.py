"""The questions of a version as a list: topics, what is asked, and below it in how many interviews it was."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.guide.shown import GuideState, counted
from app.indexes import NOWHERE, Index

_Role = Qt.ItemDataRole
_PAD = 8
_WRAP = int(Qt.TextFlag.TextWordWrap)


class QuestionList(QAbstractListModel):
    """The questions in order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: GuideState | None = None

    def show_questions(self, shown: GuideState | None) -> None:
        """Take on a version."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.questions)

    def lines(self, row: int) -> tuple[str, str, str]:
        """Give the topic where it begins with this question, the question, and how often it was asked."""
        assert self.shown is not None
        one, before = self.shown.questions[row], self.shown.questions[row - 1] if row else None
        topic = one.topic if before is None or before.topic != one.topic else ""
        return topic, f"{one.number}  {one.text}", counted(self.shown.tallies[row])

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self.shown is None or not index.isValid():
            return None
        one = self.shown.questions[index.row()]
        if role == _Role.UserRole:
            return one.key
        if role == _Role.DisplayRole:
            return one.text
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return "\n".join((one.topic, *self.lines(index.row())[1:])).strip()
        return None


class QuestionLines(QStyledItemDelegate):
    """Paints a question on as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        return QSize(120, sum(height for _, _, height in self._parts(option.font, index, width)) + 2 * _PAD + 2)

    def _parts(self, font: QFont, index: Index, width: int) -> list[tuple[str, QFont, int]]:
        model = index.model()
        assert isinstance(model, QuestionList)
        bold = QFont(font)
        bold.setBold(True)
        found = []
        for text, face in zip(model.lines(index.row()), (bold, font, font), strict=True):
            room = QRect(0, 0, width - 2 * _PAD, 10_000)
            height = QFontMetrics(face).boundingRect(room, _WRAP, text).height() if text else 0
            found.append((text, face, height + 2 if text else 0))
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, place = theme.colours(), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(c.selection if chosen else c.hover))
        top = place.top() + _PAD
        for number, (text, face, height) in enumerate(self._parts(option.font, index, place.width())):
            painter.setFont(face)
            painter.setPen(QColor(c.muted if number == 2 and not chosen else c.text))
            painter.drawText(QRect(place.left() + _PAD, top, place.width() - 2 * _PAD, height), _WRAP, text)
            top += height
        painter.setPen(QColor(c.rule))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()


class QuestionView(QListView):
    """Lays its rows out anew when it is made wider or narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.questions = QuestionList(self)
        self.setModel(self.questions)
        self.setItemDelegate(QuestionLines(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Questions of the guide"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
