"""The codes as a tree for Qt: the first cycle, then each framework; filtered here, and changed by nobody here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QLocale, QMimeData, QModelIndex, QObject, Qt, Signal

from app.codebook.counting import TOTAL, counted, counted_as
from app.indexes import NOWHERE, Index
from coding.codebook import CodeInfo
from coding.moment.code_list import Book
from corpus.words import folded

KEY = Qt.ItemDataRole.UserRole + 1  # of a code; None for a heading
COLOUR = Qt.ItemDataRole.UserRole + 2
COUNT = Qt.ItemDataRole.UserRole + 3
DIGIT = Qt.ItemDataRole.UserRole + 4
PLACE = Qt.ItemDataRole.UserRole + 5  # where a code stands, said after its name
BELOW = Qt.ItemDataRole.UserRole + 6  # a line stands above: what follows is only near
MIME = "application/x-verbatim-codes"
WORDS = "application/x-verbatim-words"  # the words selected in the reader
_HEADINGS = 1 << 40  # above the keys of all codes
# Put together once: a tree that unfolds asks each of its codes.
_OF_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_OF_CODE = _OF_HEADING | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable


def codes_in(data: QMimeData) -> list[int]:
    """Give the codes that are dragged."""
    written = bytes(data.data(MIME).data()).decode("ascii", "replace")
    return [int(part) for part in written.split(",") if part.isdecimal()]


def named(book: Book, code: CodeInfo) -> str:
    """Give a code's name with how much is coded with it."""
    said = QCoreApplication.translate("codes", "{code}, coded segments: {count}")
    return said.format(code=code.label, count=book.total(code.key))


class CodeModel(QAbstractItemModel):
    """Shows a `Book`. Dragging, dropping and writing a name only ask: `move_asked(keys, parent, position)` with the
    place among all codes there (None: last), `rename_asked(key, name)`, and `apply_asked(key)` where words are dropped
    on a code; the model changes when the project has.
    """

    move_asked = Signal(object, object, object)
    rename_asked = Signal(int, str)
    apply_asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book: Book | None = None
        self._filter: list[str] = []
        self._by_path = False
        self._kept: frozenset[int] | None = None
        self._children: dict[int, list[int]] = {0: []}
        self._parent: dict[int, int] = {}
        self._row: dict[int, int] = {}
        self._titles: dict[int, tuple[str | None, str]] = {}
        self._sizes: Counter[str | None] = Counter()
        self._folded: dict[int, str] = {}
        self._digits: dict[int, int] = {}
        self._how = TOTAL

    def show(self, book: Book | None) -> None:
        """Show the codes as they are in the book now."""
        self.beginResetModel()
        self.book = book
        codes = book.codes.values() if book else ()
        self._sizes = Counter(code.framework for code in codes)
        self._folded = {code.key: folded(" ".join((code.label, code.code_key or "", *code.aliases))) for code in codes}
        self._arrange()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Keep the codes whose names hold every word of `text`, case and accents aside, and those above them.

        With a slash in it whole paths are looked through.
        """
        words, by_path = folded(text).replace("/", " ").split(), "/" in text.strip().strip("/")
        if (words, by_path) != (self._filter, self._by_path):
            self.beginResetModel()
            self._filter, self._by_path = words, by_path
            self._arrange()
            self.endResetModel()

    def keep(self, codes: frozenset[int] | None) -> None:
        """Keep these codes, and those above them; all for None."""
        if codes != self._kept:
            self.beginResetModel()
            self._kept = codes
            self._arrange()
            self.endResetModel()

    @property
    def filtered(self) -> bool:
        """Whether codes are left out by their names."""
        return bool(self._filter)

    def set_digits(self, keys: Sequence[int]) -> None:
        """Mark the codes that the keys 1–9 stand for."""
        before, self._digits = self._digits, {key: number for number, key in enumerate(keys, 1)}
        self._tell(before.keys() | self._digits.keys(), [DIGIT])

    def count(self, how: str) -> None:
        """Show other counts beside the codes, see `counting.counted_as`."""
        self._how = how
        self.counted(list(self._folded))

    def counted(self, keys: Iterable[int]) -> None:
        """Show the counts of these codes anew."""
        self._tell(keys, [COUNT, Qt.ItemDataRole.ToolTipRole])

    def _tell(self, keys: Iterable[int], roles: list[int]) -> None:
        for key in keys:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index, roles)

    def _arrange(self) -> None:
        self._children, self._parent, self._row, self._titles = {0: []}, {}, {}, {}
        if self.book is None:
            return
        shown = self._shown()
        titles = [
            (None, self.tr("Descriptive codes")),
            *((info.framework, info.title) for info in self.book.frameworks),
        ]
        for number, (framework, title) in enumerate(titles):
            tops = [key for key in self.book.tops(framework) if key in shown]
            if not tops and (self._filter or self._kept is not None):
                continue
            heading = _HEADINGS + number
            self._titles[heading] = (framework, title)
            self._put(heading, 0)
            waiting = [(key, heading) for key in tops]
            for key, parent in waiting:
                self._put(key, parent)
                waiting += [(child, key) for child in self.book.children(key) if child in shown]

    def _put(self, node: int, parent: int) -> None:
        beside = self._children.setdefault(parent, [])
        self._row[node], self._parent[node] = len(beside), parent
        beside.append(node)

    def _shown(self) -> set[int]:
        book = self.book
        assert book is not None
        if not self._filter and self._kept is None:
            return set(book.codes)
        shown: set[int] = set()
        for key in self._met(self._folded):
            shown.update(book.above(key))
        return shown

    def _met(self, keys: Iterable[int]) -> list[int]:
        """Return which of these codes hold every word of the filter and stand in the sets chosen."""
        assert self.book is not None
        codes, kept = self.book.codes, self._kept
        named = [
            (key, folded(codes[key].path) if self._by_path else self._folded[key])
            for key in keys
            if kept is None or key in kept
        ]
        for word in self._filter:
            named = [(key, name) for key, name in named if word in name]
        return [key for key, _ in named]

    # places

    def key_of(self, index: Index) -> int | None:
        """Give the code at an index; None for a heading."""
        node = index.internalId()  # 0 for no place
        return node if 0 < node < _HEADINGS else None

    def framework_of(self, index: Index) -> str | None:
        """Give the framework of a heading or of a code's; None in the first cycle."""
        node = index.internalId() if index.isValid() else 0
        while node and node < _HEADINGS:
            node = self._parent[node]
        return self._titles[node][0] if node else None

    def index_of(self, key: int | None) -> QModelIndex:
        """Give the index of a code; an invalid one where it isn't shown."""
        return self.createIndex(self._row[key], 0, key) if key is not None and key in self._row else QModelIndex()

    def codes(self) -> list[int]:
        """Give the codes shown, from the top down."""
        found: list[int] = []
        waiting = self._children[0][::-1]
        while waiting:
            node = waiting.pop()
            if node < _HEADINGS:
                found.append(node)
            waiting.extend(self._children.get(node, [])[::-1])
        return found

    def first_match(self) -> QModelIndex:
        """Give the first code shown that the filter's words meet by its own name."""
        return self.index_of(next(iter(self._met(self.codes())), None))

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        beside = self._children.get(parent.internalId(), ())
        return self.createIndex(row, column, beside[row]) if 0 <= row < len(beside) and column == 0 else QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two methods of this name
        above = self._parent.get(index.internalId(), 0)
        return self.createIndex(self._row[above], 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._children.get(parent.internalId(), ()))

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return bool(self._children.get(parent.internalId()))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    # what is shown

    def drawn(self, index: Index) -> tuple[str, str | None, str, int | None]:
        """Give by one call what a row is drawn of: its name, colour, count and digit."""
        assert self.book is not None
        key = self.key_of(index)
        if key is None:
            framework, title = self._titles[index.internalId()]
            return title, None, QLocale().toString(self._sizes[framework]), None
        code, total = self.book.codes[key], counted_as(self.book, key, self._how)
        return code.label, code.colour, QLocale().toString(total) if total else "", self._digits.get(key)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.book is None:
            return None
        key = self.key_of(index)
        return self._heading(index.internalId(), role) if key is None else self._code(self.book, key, role)

    def _heading(self, node: int, role: int) -> Any:
        assert self.book is not None
        framework, title = self._titles[node]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == COUNT:
            return QLocale().toString(self._sizes[framework])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{title}, codes: {count}").format(title=title, count=self._sizes[framework])
        return None

    def _code(self, book: Book, key: int, role: int) -> Any:
        code = book.codes[key]
        if role == Qt.ItemDataRole.DisplayRole:
            return code.label
        if role == Qt.ItemDataRole.EditRole:
            return code.name
        if role == KEY:
            return key
        if role == COLOUR:
            return code.colour
        if role == COUNT:
            total = counted_as(book, key, self._how)
            return QLocale().toString(total) if total else ""
        if role == DIGIT:
            return self._digits.get(key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(book, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return named(book, code)
        return None

    def _tip(self, book: Book, key: int) -> str:
        code = book.codes[key]
        others = self.tr("also called {name}").format(name=", ".join(code.aliases)) if code.aliases else ""
        lines = [code.label, others, code.short or code.definition[:300], counted(book, key)]
        return "\n".join(line for line in lines if line)

    # what is asked for

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = index.internalId()
        return (_OF_CODE if node < _HEADINGS else _OF_HEADING) if node else Qt.ItemFlag.ItemIsDropEnabled

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.key_of(index)
        if role == Qt.ItemDataRole.EditRole and key is not None and self.book is not None:
            name = str(value).strip()
            if name and name != self.book.codes[key].name:
                self.rename_asked.emit(key, name)
        return False

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction  # moved in the tree, copied onto words

    def mimeTypes(self) -> list[str]:
        return [MIME, WORDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        keys = [key for index in indexes if (key := self.key_of(index)) is not None]
        data.setData(MIME, ",".join(map(str, keys)).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if data.hasFormat(WORDS):
            return self.key_of(parent) is not None and row < 0
        keys = codes_in(data)
        if self.book is None or not parent.isValid() or not keys or any(key not in self.book.codes for key in keys):
            return False
        framework, target = self.framework_of(parent), self.key_of(parent)
        return all(
            self.book.codes[key].framework == framework and (target is None or target not in self.book.subtree(key))
            for key in keys
        )

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; rows are not taken away here, so the answer is always no."""
        target = self.key_of(parent)
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(WORDS) and target is not None:
            self.apply_asked.emit(target)
        else:
            keys = codes_in(data)
            self.move_asked.emit(keys, target, self._position(keys, row, parent))
        return False

    def _position(self, keys: Sequence[int], row: int, parent: Index) -> int | None:
        """Give the place among all codes there, without those that move: before the code shown at `row`."""
        assert self.book is not None
        beside = self._children.get(parent.internalId(), [])
        if not 0 <= row < len(beside):
            return None
        following = next((key for key in beside[row:] if key not in keys), None)
        if following is None:
            return None
        stay = [key for key in self.book.siblings(following) if key not in keys]
        return stay.index(following)
