"""The documents that an import would bring, those first that ask for a look; each can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.eliding import first_words
from app.errors_text import sentence
from app.icons import icon
from app.indexes import NOWHERE, Index
from app.neighbours import Neighbours

if TYPE_CHECKING:
    from corpus.pending import Pending
    from corpus.previews import Preview

_Role = Qt.ItemDataRole
FACTS = _Role.UserRole + 1
_ICONS = {"doubtful": "warning", "refused": "close", "ready": "check", "duplicate": "document"}


class Files(QAbstractListModel):
    """A row for each document; ticked are those that would be written. `ticked()`: another choice of them."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pending: list[Pending] = []

    def show_pending(self, pending: Sequence[Pending]) -> None:
        """Show these documents; rows stay in place where there are as many."""
        if len(pending) != len(self.pending):
            self.beginResetModel()
            self.pending = list(pending)
            self.endResetModel()
            return
        self.pending = list(pending)
        if self.pending:
            self.dataChanged.emit(self.index(0), self.index(len(self.pending) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pending)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.pending[index.row()].writable else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        one = self.pending[index.row()]
        preview = one.shown
        match role:
            case _Role.DisplayRole:
                return preview.name
            case _Role.CheckStateRole if one.writable:
                return Qt.CheckState.Checked if one.wanted else Qt.CheckState.Unchecked
            case _Role.DecorationRole:
                return icon(_ICONS[preview.status], _colour(preview))
            case _Role.ToolTipRole:
                return f"{preview.path}\n{self.facts(one)}"
            case _Role.AccessibleTextRole:
                return f"{preview.name}, {self.state(preview)}, {self.facts(one)}"
        return self.facts(one) if role == FACTS else None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole:
            return False
        self.pending[index.row()] = self.pending[index.row()].choose(Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def facts(self, one: Pending) -> str:
        """Say the one thing of a document that matters most."""
        preview = one.shown
        if preview.there is not None and one.comes_in:
            return self.tr("Read anew in the place of {document}").format(document=preview.there)
        if preview.error is not None:
            return sentence(preview.error)
        if preview.there is not None:
            return self.tr("Already in the project, as {document}.").format(document=preview.there)
        if preview.doubts:
            return sentence(preview.doubts[0])
        words = self.tr("%Ln word(s)", "", preview.words)
        speakers = self.tr("%n speaker(s)", "", len(preview.voices))
        return f"{speakers} · {words}" if preview.voices else words

    def state(self, preview: Preview) -> str:
        """Say what would become of a document."""
        return {
            "doubtful": self.tr("to look at"),
            "refused": self.tr("can't be read"),
            "ready": self.tr("ready"),
            "duplicate": self.tr("there already"),
        }[preview.status]


def _colour(preview: Preview) -> str:
    colours = theme.colours()
    return {"doubtful": colours.danger, "refused": colours.muted, "ready": colours.good}.get(
        preview.status, colours.muted
    )


class FileList(QListView):
    """Two lines for each document, with its tick. `chosen(int)`: show the document of that row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.files = Files(self)
        self.setModel(self.files)
        self.setItemDelegate(_FileLines(self))
        self.setAccessibleName(self.tr("Documents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.row()))

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.setCurrentIndex(self.files.index(row))


class _FileLines(QStyledItemDelegate):
    """The name, and below it, muted, what matters most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.neighbours = Neighbours(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.lineSpacing() * 2 + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        # Room for a tick, too, where there is none, so that names stand below each other.
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style, widget = option.widget.style() if option.widget else QApplication.style(), option.widget
        element = QStyle.SubElement
        tick = style.subElementRect(element.SE_ItemViewItemCheckIndicator, option, widget)
        picture = style.subElementRect(element.SE_ItemViewItemDecoration, option, widget)
        room = style.subElementRect(element.SE_ItemViewItemText, option, widget).adjusted(4, 0, -4, 0)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        painter.save()
        option.icon.paint(painter, picture)
        self._write(painter, option, index, room.left(), room.width())
        painter.restore()
        if index.data(_Role.CheckStateRole) is not None:
            on = option.checkState == Qt.CheckState.Checked
            option.rect = tick
            option.state = QStyle.StateFlag.State_Enabled | (
                QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
            )
            style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, option, painter, widget)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, left: int, width: int) -> None:
        colours, high = theme.colours(), option.fontMetrics.lineSpacing()
        top = option.rect.top() + (option.rect.height() - 2 * high) // 2
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        facts, strong, plain = index.data(FACTS), QFontMetrics(bold), QFontMetrics(option.font)
        for shown, font, ink in (
            (self.neighbours.shown(index, width, strong), bold, colours.text),
            (first_words(facts or "", width, plain.horizontalAdvance), option.font, colours.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(left, top, width, high, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += high
