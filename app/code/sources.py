"""The sources of the study: its documents, how far each is coded, and its participants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import actions, theme
from app.codebook.questions import ask_name, ask_removal
from app.eliding import first_words
from app.errors_text import consequences
from app.hub import Hub
from app.i18n import language, told
from app.i18n import moment as written
from app.icons import icon
from app.indexes import Index
from app.neighbours import Neighbours
from app.sets.list_filter import ListFilter
from app.sets.putting import menu_into
from coding import document_removal
from coding.moment.code_list import Book
from corpus import documents
from corpus.words import folded

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.documents import DocumentInfo
    from corpus.store.project import Changes

_KEY = Qt.ItemDataRole.UserRole + 1  # of a document
_FACTS = Qt.ItemDataRole.UserRole + 2
_DOTS = Qt.ItemDataRole.UserRole + 3
_MANY = (1, 15, 40)  # codings for one, two and three dots
_DOT = 6
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier  # several, to be put into a set


def dots(codings: int) -> int:
    """Give how many dots stand for so many codings."""
    return sum(codings >= least for least in _MANY)


class _SourceLines(QStyledItemDelegate):
    """Two lines for a document, with its dots; one for a heading."""

    def __init__(self, parent: QTreeWidget) -> None:
        super().__init__(parent)
        self.neighbours = Neighbours(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if index.data(_FACTS) else 1
        return QSize(80, option.fontMetrics.lineSpacing() * lines + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        panel = QStyleOptionViewItem(option)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, option.widget)
        painter.save()
        colours, rect, font = theme.colours(), option.rect.adjusted(4, 5, -8, -5), option.font
        facts = index.data(_FACTS)
        font.setBold(not facts)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        count = int(index.data(_DOTS) or 0)
        room = rect.adjusted(0, 0, -(count * (_DOT + 3) + 4) if count else 0, 0)
        painter.setPen(QColor(colours.text))
        name = self.neighbours.shown(index, room.width(), metrics)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), name)
        if facts:
            painter.setPen(QColor(colours.muted))
            below = rect.adjusted(0, metrics.lineSpacing(), 0, 0)
            shown = first_words(facts, below.width(), metrics.horizontalAdvance)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop), shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        for number in range(count):
            x = rect.right() - (number + 1) * (_DOT + 3) + 3
            painter.drawEllipse(QRectF(x, rect.top() + (metrics.height() - _DOT) / 2, _DOT, _DOT))
        painter.restore()


class SourcesPanel(QWidget):
    """`document_asked(key)`: show it. `speakers_asked(key)`: show it and who talks in it."""

    document_asked = Signal(int)
    speakers_asked = Signal(int)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._book: Book | None = None
        self._documents: dict[int, DocumentInfo] = {}
        self._items: dict[int, QTreeWidgetItem] = {}
        self._folded = {"participants"}
        self._within: tuple[frozenset[int], frozenset[int]] | None = None
        self._marked: int | None = None
        self._headings: dict[str, QTreeWidgetItem] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Filter the sources"))
        self.line.setAccessibleName(self.tr("Filter the sources"))
        self.line.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setItemDelegate(_SourceLines(self.tree))
        self.tree.setAccessibleName(self.tr("Sources"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.itemClicked.connect(self._open)
        self.tree.itemActivated.connect(self._open)
        self.tree.itemExpanded.connect(lambda item: self._fold(item, away=False))
        self.tree.itemCollapsed.connect(lambda item: self._fold(item, away=True))
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 0)
        above.setSpacing(4)
        above.addWidget(self.line)
        self.sets = ListFilter(hub, "code", ("documents", "participants"))
        self.sets.filter.chosen.connect(lambda _within: self.keep_within(anew=True))
        above.addWidget(self.sets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self.tree, 1)
        actions.make("code.rename", self.tree, self._rename_current)

    # what is shown

    def show_sources(self, book: Book | None, current: int | None) -> None:
        """Show the documents and participants of the book's moment, those too that are left out of analysis."""
        self._book = book
        self._documents = {info.key: info for info in book.moment.whole.voices.documents} if book else {}
        self._items, self._headings = {}, {}
        self._within = self._standing()
        self.tree.blockSignals(True)
        self.tree.clear()
        if book is not None:
            here = [info for info in self._documents.values() if self._within is None or info.key in self._within[0]]
            self._group("interviews", self.tr("Interviews"), [info for info in here if info.speakers])
            self._group("documents", self.tr("Documents"), [info for info in here if not info.speakers])
            self._people(book.moment.viewed(everybody=True), book.moment.people.keys())
        self.tree.blockSignals(False)
        self._filter(self.line.text())
        self.mark(current)

    def _standing(self) -> tuple[frozenset[int], frozenset[int]] | None:
        """Return the documents and the participants of the sets that are kept to; None where all are shown."""
        from coding.moment import shown

        moment = self.sets.filter.narrowed()
        found = frozenset(info.key for info in shown.documents(moment)) if moment is not None else frozenset()
        self.sets.say(moment, len(found))
        return (found, frozenset(shown.people(moment))) if moment is not None else None

    def heard(self, changes: Changes) -> None:
        """Show those of the sets after a change that may have changed who stands in them."""
        if self.sets.filter.concerns(changes):
            self.keep_within()

    def keep_within(self, *, anew: bool = False) -> None:
        """Show those of the sets; where nothing is other than before, nothing is done."""
        if anew or self._within != self._standing():
            self.show_sources(self._book, self._marked)

    def _heading(self, name: str, title: str, count: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [f"{title} ({count})"])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setExpanded(name not in self._folded)
        self._headings[name] = item
        return item

    def _group(self, name: str, title: str, infos: list[DocumentInfo]) -> None:
        if infos:
            heading = self._heading(name, title, len(infos))
            for info in infos:
                self._items[info.key] = self._row(heading, info)

    def _row(self, above: QTreeWidgetItem, info: DocumentInfo) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [info.name])
        item.setData(0, _KEY, info.key)
        item.setData(0, _FACTS, self._facts(info))
        self._say_coded(item, info)
        return item

    def _facts(self, info: DocumentInfo) -> str:
        words = self.tr("%Ln word(s)", "", info.words)
        count = len(info.speakers)
        speakers = [self.tr("%n speaker(s)", "", count)] if count else []
        apart = [] if self._analysed(info.key) else [self.tr("left out of the analysis")]
        return " · ".join([*apart, *speakers, words])

    def _analysed(self, key: int) -> bool:
        return self._book is None or key in self._book.moment.infos

    def _say_coded(self, item: QTreeWidgetItem, info: DocumentInfo) -> None:
        coded = self._book.coded(info.key) if self._book else 0
        item.setData(0, _DOTS, dots(coded))
        facts = self.tr("coded segments: {count}").format(count=coded)
        item.setToolTip(0, f"{info.name}\n{item.data(0, _FACTS)} · {facts}")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{info.name}, {item.data(0, _FACTS)}, {facts}")

    def _people(self, moment: Moment, analysed: Collection[int]) -> None:
        people = [one for one in moment.people.values() if self._within is None or one.key in self._within[1]]
        if not people:
            return
        heading = self._heading("participants", self.tr("Participants"), len(people))
        spoken = language(self.hub.settings)
        infos = [one for one in moment.known.attributes if one.subject == "participant"]
        heard = moment.voices.participants_of
        first = {who: info.key for info in reversed(moment.documents) for who in heard.get(info.key, ())}
        for person in people:
            item = QTreeWidgetItem(heading, [person.name])
            item.setData(0, _KEY, first.get(person.key))
            said = {
                one.label(spoken): written(value) if one.type == "date" else one.shown(value, spoken)
                for one in infos
                if (value := person.attributes.get(one.name))
            }
            apart = [] if person.key in analysed else [self.tr("left out of the analysis")]
            item.setData(0, _FACTS, " · ".join([*apart, ", ".join(said.values())]) or " ")
            item.setToolTip(0, "\n".join([person.name, *apart, *(told(k, v) for k, v in said.items())]))

    def coded(self, keys: Iterable[int]) -> None:
        """Show anew how far these documents are coded."""
        for key in keys:
            if key in self._items:
                self._say_coded(self._items[key], self._documents[key])

    def told(self, info: DocumentInfo) -> None:
        """Show anew how long a document is."""
        self._documents[info.key] = info
        item = self._items.get(info.key)
        if item is None:
            return
        item.setData(0, _FACTS, self._facts(info))
        self._say_coded(item, info)

    def mark(self, key: int | None) -> None:
        """Mark the document that is being read."""
        self._marked = key
        self.tree.setCurrentItem(self._items.get(key) if key is not None else None)  # type: ignore[arg-type]  # Qt takes None, its stubs do not

    def keys(self) -> list[int]:
        """Give the documents in the order shown."""
        return list(self._items)

    def stepped(self, here: int, step: int) -> int | None:
        """Give the document so many rows on; of one outside of the sets the first shown, or the last."""
        keys = list(self._items)
        at = keys.index(here) + step if here in self._items else min(step, 0)
        inside = 0 <= at < len(keys) or (keys and here not in self._items)
        return keys[at] if inside else None

    def every(self) -> list[int]:
        """Give all documents, whatever is shown: those shown first."""
        return [*self._items, *(key for key in self._documents if key not in self._items)]

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        for heading in self._headings.values():
            shown = 0
            for item in (heading.child(row) for row in range(heading.childCount())):
                assert item is not None
                name = folded(f"{item.text(0)} {item.data(0, _FACTS)}")
                item.setHidden(not all(word in name for word in wanted))
                shown += not item.isHidden()
            heading.setHidden(not shown)

    def _fold(self, item: QTreeWidgetItem, *, away: bool) -> None:
        for name, heading in self._headings.items():
            if heading is item:
                (self._folded.add if away else self._folded.discard)(name)

    # what is asked for

    def _open(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key is not None and not QApplication.keyboardModifiers() & _CHOOSING:
            self.document_asked.emit(key)

    def _menu(self, point: QPoint) -> None:
        item = self.tree.itemAt(point)
        key = item.data(0, _KEY) if item is not None else None
        if key is not None and self._items.get(key) is item:
            if item is not None and not item.isSelected():
                self.tree.clearSelection()
            self.menu_of(key).popup(self.tree.viewport().mapToGlobal(point))

    def menu_of(self, key: int) -> QMenu:
        """Give the menu of a document."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, act in (
            ("open", self.tr("Open"), lambda: self.document_asked.emit(key)),
            ("edit", self.tr("Rename…"), lambda: self.rename(key)),
            ("participants", self.tr("Roles of the speakers…"), lambda: self.speakers_asked.emit(key)),
            ("history", self.tr("Revisions…"), lambda: self.revisions(key)),
            ("import", self.tr("Put a corrected file in its place…"), lambda: self.replace(key)),
            ("delete", self.tr("Remove…"), lambda: self.remove(key)),
        ):
            made = menu.addAction(icon(name), text)
            made.triggered.connect(lambda _checked=False, act=act: act())
            made.setEnabled(name != "import" or self.hub.project.writable)
        menu.addSeparator()
        self._offer_passes(menu, key)
        menu.addSeparator()
        chosen = [key, *(one for one in self.selected() if one != key)]
        menu_into(menu, self.hub, "documents", chosen).setEnabled(self.hub.project.writable)
        return menu

    def selected(self) -> list[int]:
        """Give the documents that are selected, in the order shown."""
        return [key for key, item in self._items.items() if item.isSelected()]

    def _offer_passes(self, menu: QMenu, key: int) -> None:
        """Offer to code a document blind to others' work, and to declare one's first pass over it done."""
        from coding import blind, readings
        from coding.suggest import suggestions

        project = self.hub.project
        done, hides = key in suggestions.first_pass_done(project), key in blind.hidden(project)
        own = [one for one in readings.listed(project) if (one.document, one.coder) == (key, project.coder)]
        theory = any((one.cycle, one.state) == ("theoretical", "done") for one in own)
        for text, on, act in (
            (
                self.tr("Code blind to others’ work"),
                hides,
                lambda: blind.assign(project, [key], project.coder, blind=not hides),
            ),
            (
                self.tr("My first pass is done"),
                done,
                lambda: suggestions.declare_first_pass(project, key, done=not done),
            ),
            (
                self.tr("Theoretical coding is done"),
                theory,
                lambda: readings.declare(project, key, None if theory else "done"),
            ),
        ):
            made = menu.addAction(text)
            made.setCheckable(True)
            made.setChecked(on)
            made.setEnabled(project.writable)
            made.triggered.connect(lambda _checked=False, act=act: self.hub.write(act))

    def revisions(self, key: int) -> None:
        """Show the texts that a document had."""
        from app.code.revisions import RevisionsDialog

        RevisionsDialog(self.hub, key, self).show()

    def replace(self, key: int) -> None:
        """Ask for a corrected file that is to take a document's place."""
        from app.code.corrected import ask_file

        ask_file(self.hub, key, self)

    def _rename_current(self) -> None:
        item = self.tree.currentItem()
        key = item.data(0, _KEY) if item is not None else None
        if key in self._items:
            self.rename(key)

    def rename(self, key: int) -> None:
        """Ask for another name of a document."""
        name = self._documents[key].name
        ask_name(
            self,
            self.tr("Rename document"),
            self.tr("Name"),
            name,
            lambda new: self._write(lambda: documents.rename(self.hub.project, key, new)),
        )

    def remove(self, key: int) -> None:
        """Ask, saying what goes with it, and take a document out of the project."""
        question = self.tr("Remove the document “{name}”?").format(name=self._documents[key].name)
        goes = consequences(document_removal.consequences(self.hub.project, [key]))
        ask_removal(self, question, goes, lambda: self._write(lambda: documents.remove(self.hub.project, [key])))

    def _write(self, verb: Callable[[], Any]) -> None:
        self.hub.write(verb)
