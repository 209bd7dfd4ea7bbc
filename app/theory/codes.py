"""The list of descriptive codes, those without a link first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from PySide6.QtCore import QLocale, QMimeData, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.eliding import in_words
from app.indexes import Index
from app.neighbours import Neighbours
from app.theory import drawing
from app.theory.drawing import PAD
from app.theory.lists import KEY, ROW, KeyedList, KeyedRows
from coding.moment.weighing import LINKED, OPEN, OUTSIDE, Theory

MIME = "application/x-verbatim-code"


@dataclass(frozen=True, slots=True)
class Chip:
    """A link as the list shows it."""

    text: str
    name: str
    colour: str
    mode: str
    inherited: bool


@dataclass(eq=False)
class CodeRow:
    """A row of the list; a heading has no `key` but a `size`. What a code shows is computed when it is first drawn.

    It is `two_lines` where something stands below its name.
    """

    key: int | None
    name: str
    reading: Theory = field(repr=False, compare=False)
    colour: str = ""
    two_lines: bool = False
    size: int = 0

    @cached_property
    def above(self) -> str:
        """The names of the codes above it, as a path; empty at the top."""
        return "" if self.key is None else self.reading.codes[self.key].path.removesuffix(self.name)

    @cached_property
    def count(self) -> int:
        """How many codes are in the group, or how many segments are coded with the code."""
        return self.size if self.key is None else self.reading.segments(self.key)

    @cached_property
    def waiting(self) -> int:
        """How many of its segments are to be judged before they count."""
        return 0 if self.key is None else self.reading.waiting(self.key)

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """The links it has, its own and from above."""
        return () if self.key is None else _chips(self.reading, self.key)


class CodesModel(KeyedRows[CodeRow]):
    """Groups of codes under their headings: to link, linked, fitting nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[int, str] = {}

    def show(self, reading: Theory, held: int | None = None) -> None:
        """Show the codes; `held` stays in the group where it was, so that it does not leave under one's hands.

        Headings count what is in the groups now, `held` in its own.
        """
        now = reading.groups
        sizes, groups = Counter(now.values()), dict(now)
        if held in groups and held in self._groups:
            groups[held] = self._groups[held]
        self._groups = groups
        rows: list[CodeRow] = []
        for group, title in (
            (OPEN, self.tr("To link")),
            (LINKED, self.tr("Linked")),
            (OUTSIDE, self.tr("Outside the framework: to theorise")),
        ):
            mine = [code for code in reading.first if groups[code.key] == group]
            if mine:
                rows.append(CodeRow(None, title, reading, size=sizes[group]))
                rows.extend(
                    CodeRow(
                        code.key, code.name, reading, code.colour, code.parent is not None or now[code.key] == LINKED
                    )
                    for code in mine
                )
        self.take(rows)

    def mark(self, row: CodeRow) -> int | None:
        return row.key

    def shape(self, row: CodeRow) -> bool:
        return row.two_lines

    def next_open(self, reading: Theory, after: int | None) -> int | None:
        """Give the next code that still waits for a link, from the top again after the last."""
        keys = [row.key for row in self.rows if row.key is not None]
        at = keys.index(after) + 1 if after in keys else 0
        return next((key for key in keys[at:] + keys[:at] if key != after and reading.group(key) == OPEN), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == KEY:
            return row.key
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and row.key is not None:
            return "\n".join([f"{row.above}{row.name}", *(f"→ {chip.name}" for chip in row.chips)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("{name}, coded segments: {count}").format(name=f"{row.above}{row.name}", count=row.count)
            return (
                said
                if row.key is not None
                else self.tr("{name}, codes: {count}").format(name=row.name, count=row.count)
            )
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(chip.name for chip in row.chips)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].key is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(MIME, str(indexes[0].data(KEY)).encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction


def _chips(reading: Theory, code: int) -> tuple[Chip, ...]:
    own = reading.own_links(code)
    chips = []
    for target, mode in reading.modes([code]).items():
        to = reading.codes[target]
        mode = own[target].mode if target in own else mode
        short = to.code_key if to.code_key and len(to.code_key) <= 4 else to.name
        chips.append(Chip(short, to.label, to.colour, mode, target not in own))
    return tuple(chips)


class _CodeRows(QStyledItemDelegate):
    """Draws a heading, or a code with its chips under it."""

    def __init__(self, rows: CodesModel, parent: QObject) -> None:
        super().__init__(parent)
        self.rows, self.neighbours = rows, Neighbours(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self.rows.rows[index.row()]
        line = option.fontMetrics.height()
        if row.key is None:
            return QSize(0, line + 20)
        return QSize(0, line + 12 + (line + 2 if row.two_lines else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CodeRow = index.data(ROW)
        painter.save()
        painter.setFont(option.font)
        if row.key is None:
            self._heading(painter, option.rect, row)
        else:
            state = option.state
            drawing.ground(
                painter,
                option.rect,
                current=bool(state & QStyle.StateFlag.State_Selected),
                hovered=bool(state & QStyle.StateFlag.State_MouseOver),
                focused=bool(state & QStyle.StateFlag.State_Active) and option.widget.hasFocus(),
            )
            self._code(painter, option.rect.adjusted(12, 6, -12, -6), row, index)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, row: CodeRow) -> None:
        painter.setFont(drawing.bolder(drawing.smaller(painter.font())))
        painter.setPen(QColor(theme.colours().muted))
        words = rect.adjusted(12, 8, -12, -4)
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.name)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, QLocale().toString(row.count)
        )

    def _code(self, painter: QPainter, rect: QRect, row: CodeRow, index: Index) -> None:
        metrics = painter.fontMetrics()
        line, middle = metrics.height(), Qt.AlignmentFlag.AlignVCenter
        side = line // 2
        swatch = QRect(rect.left(), rect.top() + (line - side) // 2, side, side)
        painter.fillRect(swatch, theme.code_colour(row.colour))
        count = QLocale().toString(row.count)
        width = metrics.horizontalAdvance(count) + PAD
        words = QRect(rect.left() + side + PAD, rect.top(), rect.width() - side - PAD - width, line)
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(words, middle, self.neighbours.shown(index, words.width(), metrics, row.name))
        painter.setPen(QColor(theme.colours().muted))
        painter.drawText(
            QRect(rect.left(), rect.top(), rect.width(), line), middle | Qt.AlignmentFlag.AlignRight, count
        )
        painter.setFont(drawing.smaller(painter.font()))
        self._below(painter, QRect(words.left(), rect.top() + line + 2, rect.right() - words.left(), line), row)

    def _below(self, painter: QPainter, rect: QRect, row: CodeRow) -> None:
        metrics, at = painter.fontMetrics(), rect.left()
        for chip in row.chips:
            width = min(drawing.chip_width(metrics, chip.text), max(rect.width() // 2, 40))
            if at + width > rect.right():
                painter.drawText(QRect(at, rect.top(), PAD * 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, "…")
                return
            place = QRect(at, rect.top(), width, rect.height())
            drawing.chip(painter, place, chip.text, theme.code_colour(chip.colour), chip.mode, inherited=chip.inherited)
            at += width + 4
        left = QRect(at + 2, rect.top(), max(rect.right() - at - 2, 0), rect.height())
        said = self.tr("to review: {count}").format(count=row.waiting) if row.waiting else ""
        if not said and not row.chips:
            said = row.above.rstrip("/")
        painter.setPen(QColor(theme.colours().accent if row.waiting else theme.colours().muted))
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, in_words(said, left.width(), metrics.horizontalAdvance))


class CodesList(KeyedList):
    """Codes to be chosen, and dragged onto a capability."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows = CodesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_CodeRows(self.rows, self))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def keys(self) -> Iterable[object | None]:
        return (row.key for row in self.rows.rows)

    def show_codes(self, reading: Theory, held: int | None = None) -> None:
        """Show the codes of a reading, staying at the same code."""
        place = self.kept()
        self.rows.show(reading, held)
        self.come_back(place)
