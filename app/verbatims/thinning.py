"""A preview of what is about to be done to many places, thinned by unticking: of groups, and of one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListView, QVBoxLayout, QWidget

from app.indexes import NOWHERE, Index
from app.neighbours import WordsDelegate

_SHOWN = 200  # code points of what was said
_ROLES = (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole)


class _Row(NamedTuple):
    """A group's heading where `item` is None."""

    group: str
    item: int | None


class ThinRows(QAbstractListModel):
    """Items under the names of their groups; `said(item)` gives an item's words and where they stand, when shown."""

    changed = Signal()

    def __init__(
        self, groups: Mapping[str, Sequence[int]], said: Callable[[int], tuple[str, str]], *, ticked: bool
    ) -> None:
        super().__init__()
        self._groups, self._said = groups, said
        self.ticked = {item for items in groups.values() for item in items} if ticked else set[int]()
        self._rows: list[_Row] = []
        for name, items in groups.items():
            self._rows += [_Row(name, None)] if name else []
            self._rows += [_Row(name, item) for item in items]

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick all of these rows where the first is not ticked, else none; a heading stands for its group."""
        items = {item for at in rows for item in self._items(self._rows[at])}
        ticked = self._state(self._rows[rows[0]]) is not Qt.CheckState.Checked
        self.ticked = self.ticked | items if ticked else self.ticked - items
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), list(_ROLES))
        self.changed.emit()

    def _items(self, row: _Row) -> Sequence[int]:
        return self._groups[row.group] if row.item is None else (row.item,)

    def _state(self, row: _Row) -> Qt.CheckState:
        items = self._items(row)
        number = sum(item in self.ticked for item in items)
        if 0 < number < len(items):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if number else Qt.CheckState.Unchecked

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(row)
        if role == Qt.ItemDataRole.FontRole and row.item is None:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row)
        return None

    def _shown(self, row: _Row) -> str:
        if row.item is None:
            return f"{row.group} · {len(self._groups[row.group])}"
        words, where = self._said(row.item)
        words = " ".join(words[: 2 * _SHOWN].split())
        return f"{words[:_SHOWN].rstrip()}{' …' if len(words) > _SHOWN else ''}\n{where}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle([index.row()])
        return role == Qt.ItemDataRole.CheckStateRole


class _View(QListView):
    """Space ticks or unticks all rows that are selected."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, rows = self.model(), sorted(index.row() for index in self.selectedIndexes())
        if event.key() == Qt.Key.Key_Space and rows and isinstance(model, ThinRows):
            model.toggle(rows)
        else:
            super().keyPressEvent(event)


class ThinningDialog(QDialog):
    """`verb(number)` names what is done to the ticked ones, and `done(items)` does it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        rows: ThinRows,
        verb: Callable[[int], str],
        done: Callable[[list[int]], object],
        extra: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._verb, self._done, self.rows = verb, done, rows
        rows.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(720, 520)
        head = QLabel(title)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        explain = QLabel(self.tr("Untick what is not meant; Space does so for all that are selected."))
        explain.setProperty("muted", True)
        self.list = _View()
        self.list.setStyleSheet("QListView::item { padding: 6px 4px; }")
        self.list.setItemDelegate(WordsDelegate(self.list))
        self.list.setModel(rows)
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (head, explain, self.list, extra, self.buttons):
            if part is not None:
                layout.addWidget(part)
        rows.changed.connect(self._say)
        self._say()
        self.list.setFocus()
        self.list.setCurrentIndex(rows.index(0))

    def _say(self) -> None:
        number = len(self.rows.ticked)
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(self._verb(number))
        button.setEnabled(number > 0)

    def accept(self) -> None:
        self._done(sorted(self.rows.ticked))
        super().accept()
