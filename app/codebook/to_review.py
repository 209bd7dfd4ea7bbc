"""The codes to review, where one works on them: never used, resting on one person, or lying under another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import i18n
from app.codebook.painting import spot
from app.hub import Hub
from app.icons import icon
from app.neighbours import NamesDelegate
from app.sets.filter import SetFilter

if TYPE_CHECKING:
    from coding.moment.book import Book
    from coding.tables.loose_codes import LooseCodes

_CODE = Qt.ItemDataRole.UserRole


class _List(QTreeWidget):
    opened = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        else:
            super().keyPressEvent(event)

    def current(self) -> int | None:
        """The code one is at."""
        item = self.currentItem()
        return item.data(0, _CODE) if item is not None else None

    def open_current(self) -> None:
        if (key := self.current()) is not None:
            self.opened.emit(key)


class ToReview(QWidget):
    """`left` when the person goes back to the tree, `list.opened(key)` when a code's entry is wanted."""

    left = Signal()

    def __init__(self, hub: Hub, within: SetFilter) -> None:
        super().__init__()
        self.hub, self.within = hub, within
        back = QToolButton()
        back.setIcon(icon("left"))
        back.setAccessibleName(self.tr("Back to the codebook"))
        back.setToolTip(self.tr("Back to the codebook (Escape)"))
        back.clicked.connect(lambda _checked=False: self.left.emit())
        self.title = QLabel(self.tr("Codes to review"))
        self.said = QLabel()
        self.said.setProperty("muted", True)
        self.said.setWordWrap(True)
        self.said.setContentsMargins(8, 0, 8, 4)
        self.list = _List()
        self.list.setAccessibleName(self.tr("Codes to review"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self.list.open_current())
        self.list.left.connect(self.left)
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(4, 4, 8, 0)
        head.addWidget(back)
        head.addWidget(self.title, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)

    def look(self, book: Book) -> None:
        """List the codes of a book, within the sets of the codebook, that deserve another look, once they are found."""
        from coding.tables.loose_codes import loose

        hub = self.hub

        def show(found: LooseCodes) -> None:
            if self.isVisible() and hub.project_or_none is book.project:
                self.show_codes(book, found)

        work = self.tr("Looking for codes to review")
        hub.jobs.run(
            work, lambda _progress: loose(self.within.seen(hub.moment(book.project))), show, key="to review", quiet=True
        )

    def show_codes(self, book: Book, found: LooseCodes) -> None:
        """List the codes with what each is to be reviewed for, staying at the same one."""
        before = self.list.current()
        self.list.clear()
        self._group(book, self.tr("Never used"), [(key, "") for key in found.unused])
        heard = found.single.items()
        alone = [
            (key, f"{book.moment.mask.person(who)} · {book.total(key)}") for key, who in heard if key in book.codes
        ]
        self._group(book, self.tr("Resting on one person"), alone)
        lies = self.tr("{share} under {code}")
        overlaps = [
            (one.code, lies.format(share=i18n.percent(one.share), code=book.codes[one.other].label))
            for one in found.overlaps if one.code in book.codes and one.other in book.codes
        ]  # fmt: skip
        self._group(book, self.tr("Overlapping"), overlaps)
        kept = f"{self.within.said}\n" if self.within.within else ""
        self.said.setText(
            kept
            + self.tr("Enter opens a code's entry; what can be done with it stands in its menu.")
            if self.list.topLevelItemCount() else kept + self.tr("No code needs another look.")
        )  # fmt: skip
        self._go_to(before)

    def _group(self, book: Book, title: str, rows: list[tuple[int, str]]) -> None:
        rows = [(key, why) for key, why in rows if key in book.codes]
        if not rows:
            return
        group = QTreeWidgetItem(self.list, [f"{title} ({len(rows)})"])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for key, why in rows:
            code = book.codes[key]
            item = QTreeWidgetItem(group, [code.label, why])
            item.setData(0, _CODE, key)
            item.setIcon(0, spot(code.colour, ratio=self.devicePixelRatioF()))
            for column, said in enumerate((code.path, why)):
                item.setToolTip(column, said)
        group.setExpanded(True)

    def _go_to(self, key: int | None) -> None:
        rows = list(self._rows())
        wanted = next((row for row in rows if row.data(_CODE) == key), rows[0] if rows else None)
        if wanted is not None:
            self.list.setCurrentIndex(wanted)

    def _rows(self) -> Iterator[QModelIndex]:
        model = self.list.model()
        for at in range(model.rowCount()):
            group = model.index(at, 0)
            yield from (model.index(row, 0, group) for row in range(model.rowCount(group)))
