"""The codes to review: never used, resting on one person, lying under another, or given to the like of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
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
from app.verbatims.code_questions import CodeQuestions
from corpus.errors import Cancelled

if TYPE_CHECKING:
    from coding.moment.code_list import Book
    from coding.search.alike import SameUse
    from coding.tables.loose_codes import LooseCodes
    from corpus.progress import Progress

_CODE = Qt.ItemDataRole.UserRole
_PAIR = Qt.ItemDataRole.UserRole + 1


class _List(QTreeWidget):
    opened = Signal(int)
    pair_opened = Signal(object, str)
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
        item = self.currentItem()
        if item is not None and (pair := item.data(0, _PAIR)) is not None:
            self.pair_opened.emit(pair, item.text(0))
        elif (key := self.current()) is not None:
            self.opened.emit(key)


class ToReview(QWidget):
    """`left` when the person goes back to the tree, `list.opened(key)` when a code's entry is wanted, and
    `pair_asked(codes, title)` when what two are given to is. Codes are compared by what their verbatims mean once
    that was asked for (`comparing`), as the first time takes a while.
    """

    left = Signal()
    pair_asked = Signal(object, str)

    def __init__(self, hub: Hub, within: SetFilter) -> None:
        super().__init__()
        self.hub, self.within, self.comparing = hub, within, False
        self._book: Book | None = None
        self._pairs: QTreeWidgetItem | None = None
        self._arriving = False  # whether one goes to the pairs once they are there
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
        self.list.pair_opened.connect(self.pair_asked)
        text, tip = CodeQuestions().codes_alike()
        self.compare = QToolButton()
        self.compare.setText(text)
        self.compare.setToolTip(tip)
        self.compare.clicked.connect(lambda _checked=False: self._ask())
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(4, 4, 8, 0)
        head.addWidget(back)
        head.addWidget(self.title, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.compare)

    def look(self, book: Book) -> None:
        """List the codes of a book, within the sets of the codebook, that deserve another look, once they are found."""
        from coding.tables.loose_codes import loose

        hub = self.hub

        def show(found: LooseCodes) -> None:
            if self.isVisible() and hub.project_or_none is book.project:
                self.show_codes(book, found)
                if self.comparing:
                    self._compare()

        work = self.tr("Looking for codes to review")
        hub.jobs.run(
            work, lambda _progress: loose(self.within.seen(hub.moment(book.project))), show, key="to review", quiet=True
        )

    def ask_alike(self) -> None:
        """Let the next look go on to the codes that are given to like words."""
        self.comparing = self._arriving = True

    def _ask(self) -> None:
        self.ask_alike()
        self._compare()

    def _compare(self) -> None:
        """Ask which codes are given to like words, and list them below the others once that is found."""
        book, hub = self._book, self.hub
        if book is None:
            return

        def work(progress: Progress) -> list[SameUse]:
            from coding.moment import shown
            from coding.search import alike

            moment = self.within.seen(hub.moment(book.project))
            codes = shown.codes(moment)
            return alike.same_use(moment, [code for code in moment.codes if code in codes], progress)

        def done(found: list[SameUse]) -> None:
            if self.isVisible() and self._book is book:
                self.show_pairs(book, found)

        self.compare.setEnabled(False)
        hub.jobs.run(self.tr("Comparing codes"), work, done, self._not_compared, key="codes alike")

    def _not_compared(self, error: Exception) -> None:
        self.compare.setEnabled(True)
        self.comparing = self._arriving = False
        self.compare.setVisible(True)
        if not isinstance(error, Cancelled):
            self.hub.failed.emit(error)

    def show_pairs(self, book: Book, found: Sequence[SameUse]) -> None:
        """List the pairs of codes that are given to like words, most alike first."""
        self.compare.setVisible(False)
        labels = {key: code.label for key, code in book.codes.items()}
        pairs = [one for one in found if labels.keys() >= set(one.codes)]
        if self._pairs is not None:  # of an earlier look that came late
            self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(self._pairs))
            self._pairs = None
        if not pairs:
            self._tell(self.tr("No two codes are given to like words."))
            return
        self._pairs = group = self._heading(self.tr("Like words, likeness ({count})").format(count=len(pairs)))
        for one in pairs:
            names = " · ".join(labels[code] for code in one.codes)
            item = QTreeWidgetItem(group, [names, QLocale().toString(one.likeness, "f", 2)])
            item.setData(0, _CODE, one.codes[0])
            item.setData(0, _PAIR, one.codes)
            item.setIcon(0, spot(book.codes[one.codes[0]].colour, ratio=self.devicePixelRatioF()))
            tip = self._told(one, [labels[code] for code in one.codes])
            for column in range(2):
                item.setToolTip(column, tip)
        group.setExpanded(True)
        self._tell()
        first = group.child(0)
        if first is not None and (self._arriving or self.list.currentItem() is None):
            self.list.setCurrentItem(first)
        self._arriving = False

    def _told(self, one: SameUse, names: Sequence[str]) -> str:
        """Say in how many verbatims each of two codes is, in how many both are, and which words they share."""
        each = self.tr("{code}: {verbatims}")
        counts = [
            each.format(code=name, verbatims=self.tr("%n coded segment(s)", "", number))
            for name, number in zip(names, one.verbatims, strict=True)
        ]
        both = self.tr("%n on the same words", "", one.both)
        shared = [self.tr("Words shared: {words}").format(words=", ".join(one.shared))] if one.shared else []
        return "\n".join([*counts, both, *shared])

    def show_codes(self, book: Book, found: LooseCodes) -> None:
        """List the codes with what each is to be reviewed for, staying at the same one."""
        before, self._book = self.list.current(), book
        self._pairs = None
        self.list.clear()
        self.compare.setVisible(not self.comparing)
        self._group(book, self.tr("Never used"), [(key, "") for key in found.unused])
        heard = found.single.items()
        alone = [
            (key, f"{book.moment.mask.person(who)} · {book.total(key)}") for key, who in heard if key in book.codes
        ]
        self._group(book, self.tr("Resting on one person"), alone)
        lies = self.tr("{share} under {code}")
        overlaps = [
            (one.code, lies.format(share=i18n.percent(one.share), code=book.codes[one.other].label))
            for one in found.overlaps
            if one.code in book.codes and one.other in book.codes
        ]
        self._group(book, self.tr("Overlapping"), overlaps)
        self._tell()
        self._go_to(before)

    def _tell(self, more: str = "") -> None:
        """Say what can be done with what is listed, and what was not found."""
        how = self.tr("Enter opens a code's entry, or what two are given to; what else can be done stands in the menu.")
        listed = how if self.list.topLevelItemCount() else self.tr("No code needs another look.")
        self.said.setText("\n".join(filter(None, (self.within.said if self.within.within else "", listed, more))))

    def _group(self, book: Book, title: str, rows: list[tuple[int, str]]) -> None:
        rows = [(key, why) for key, why in rows if key in book.codes]
        if not rows:
            return
        group = self._heading(f"{title} ({len(rows)})")
        for key, why in rows:
            code = book.codes[key]
            item = QTreeWidgetItem(group, [code.label, why])
            item.setData(0, _CODE, key)
            item.setIcon(0, spot(code.colour, ratio=self.devicePixelRatioF()))
            for column, said in enumerate((code.path, why)):
                item.setToolTip(column, said)
        group.setExpanded(True)

    def _heading(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.list, [title])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return group

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
