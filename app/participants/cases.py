"""A table of cases, participants, organisations or documents: narrowed, sorted, wide enough, its columns changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLabel, QMenu, QTableView, QWidget

from app.hub import Ask, Hub
from app.participants import column_widths
from app.participants.confidential import Confidential
from app.participants.recoding import Groups
from app.participants.table import FIXED, NAME, Cells, Respondents, Sorted, type_names
from app.participants.wording import Wording
from app.widgets import HintedField

if TYPE_CHECKING:
    from corpus.people.known import AttributeInfo

_WIDEST, _NAMED = 240, 140  # pixels a column takes by itself, and those of names on two lines
_READ = 176  # below which few attributes are read: where words would be torn, the table scrolls
_AROUND, _ARROW = 20, 22  # pixels around a title, and those of the arrow beside it
_MEASURED = 5  # cells of a column by which it is made wide enough


class Cases(QWidget):
    """What lays itself out around `table`, `search` and `shown`; `moved` is what the one in focus is shown by."""

    def __init__(self, hub: Hub, model: type[Respondents], title: str, filter: str) -> None:
        super().__init__()
        self.hub = hub
        self._by_hand = self._fitting = False
        self._widths: dict[int, int] = {}
        self._words: dict[int, int] = {}
        self._longest: dict[int, int] = {}
        self.model = model(hub, self)
        self.model.refused.connect(hub.said)
        self.model.tied.connect(hub.said)
        self.sorted = Sorted(self.model, self)
        self.table = self._made_table(title)
        self.search = HintedField(filter)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.shown = QLabel()
        self.shown.setProperty("muted", True)

    def moved(self) -> None:
        """Show the one in focus beside the table."""

    def _made_table(self, title: str) -> QTableView:
        table = QTableView()
        table.setModel(self.sorted)
        table.setItemDelegate(Cells(table))
        table.setAccessibleName(title)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.sectionResized.connect(lambda *_: self._resized())
        header.sortIndicatorChanged.connect(lambda *_: self._ordered())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.moved())
        table.viewport().installEventFilter(self)
        return table

    def read(self) -> Any:
        """Read the cases again; the one in focus stays in focus, and is returned."""
        before = self.current
        self._fitting = True  # columns are made anew one by one, and each asks for its room
        changed = self.model.refresh()
        self._fitting = False
        if self.hub.project_or_none is None:
            self._by_hand = False
        people = self.model.people
        if not people:
            self._widths = self._words = {}  # of columns that may be gone
        elif not self._by_hand:
            self.fit(changed)
        else:
            self._hide()
        kept = next((one for one in people if before is not None and one.key == before.key), None)
        if (kept or people) and self.current is None:
            self.choose((kept or people[0]).key)
        self._say_shown()
        return self.current

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not (self._by_hand or self._fitting):
            self._share()
        return False

    def _resized(self) -> None:
        pulled = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        self._by_hand = self._by_hand or (pulled and not self._fitting)

    def fit(self, columns: set[int] | None = None) -> None:
        """Give each column, or these, the room its words need, within bounds, until the person pulls one."""
        every = range(self.model.columnCount())
        self._longest = {n: wide for n, wide in self._longest.items() if columns is not None and n not in columns}
        self._widths = {
            n: self._widths[n] if columns is not None and n not in columns and n in self._widths else self._widest(n)
            for n in every
        }
        self._arrange()

    def _widest(self, column: int) -> int:
        """Measure the cells with the most letters: to measure all costs a call for each of their roles."""
        model, people = self.model, self.model.people
        said = sorted(range(len(people)), key=lambda row: len(model.said(people[row], column)))
        cells = (self.sorted.mapFromSource(model.index(row, column)) for row in said[-_MEASURED:])
        return max((self.table.sizeHintForIndex(cell).width() for cell in cells if cell.isValid()), default=0) + 1

    def _arrange(self) -> None:
        self._hide()
        columns = self.model.columnCount()  # undo may have taken some since they were measured
        self._words = {n: wide for n, wide in self._widths.items() if n < columns and not self.table.isColumnHidden(n)}
        self._share()

    def _hide(self) -> None:
        """Take those columns out of sight that say nothing of these cases, and those the person chose."""
        chosen = self.hub.settings.get(self._hidden, [])
        for n in range(self.model.columnCount()):
            self.table.setColumnHidden(n, n in self.model.unsaid or (n != NAME and self.model.called(n) in chosen))

    @property
    def _hidden(self) -> str:
        return f"columns_hidden.{self.model.subject}"

    def hide_column(self, column: int, hidden: bool) -> None:
        """Take a column out of sight, or show it again; the choice is remembered."""
        kept = [one for one in self.hub.settings.get(self._hidden, []) if one != self.model.called(column)]
        self.hub.settings.set(self._hidden, [*kept, self.model.called(column)] if hidden else kept)
        self._arrange()

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Make the menu of what columns are shown."""
        menu = QMenu(self.tr("Columns"), parent)
        for column in (n for n in range(self.model.columnCount()) if n != NAME and n not in self.model.unsaid):
            action = menu.addAction(str(self.model.headerData(column, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(column))
            action.toggled.connect(lambda on, column=column: self.hide_column(column, not on))
        return menu

    def _ordered(self) -> None:
        if not self._by_hand:
            self._arrange()

    def _title_width(self, column: int, lines: int) -> int:
        """Give how wide a title stands; the arrow of the order takes room in its own column alone."""
        header = self.table.horizontalHeader()
        title = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
        arrow = _ARROW if column == header.sortIndicatorSection() else 0
        return column_widths.title_width(title, header.fontMetrics(), lines=lines) + _AROUND + arrow

    def _share(self) -> None:
        """Share out the room there is among the columns: on one line where they fit, else on two."""
        before, self._fitting = self._fitting, True
        there = self.table.viewport().width()
        needed, lines = self._needed(1), 1
        if sum(needed.values()) > there:
            needed, lines = self._needed(2), 2
        # Where they don't fit side by side, names and attributes give way; their tooltips have all.
        giving = [n for n in needed if n == NAME or self.model.attribute(n) is not None]
        least = {n: min(self._least(n, lines), needed[n]) for n in giving} if lines > 1 else {}
        if sum(least.get(n, wide) for n, wide in needed.items()) > there:
            least = {n: max(wide, _READ) for n, wide in least.items()}
        widths = column_widths.spread(column_widths.shared(needed, least, there), self._words, there)
        for column, width in widths.items():
            self.table.horizontalHeader().resizeSection(column, width)
        column_widths.stand(self.table, lines, 2 if any(widths[n] < wide for n, wide in self._words.items()) else 1)
        self._fitting = before

    def _least(self, column: int, lines: int) -> int:
        """Give the room in which a column tears no word, and that of names is whole on two lines."""
        if column not in self._longest:
            said, metrics = {self.model.said(one, column) for one in self.model.people}, self.table.fontMetrics()
            whole = (
                max((column_widths.title_width(one, metrics, lines=2) for one in said), default=0)
                if column == NAME
                else 0
            )
            self._longest[column] = max(column_widths.longest_word(said, metrics), min(whole, _NAMED)) + _AROUND
        return max(self._longest[column], self._title_width(column, lines))

    def _needed(self, lines: int) -> dict[int, int]:
        """Give how wide each column stands by itself with a title of so many lines."""
        return {n: min(max(wide, self._title_width(n, lines)), _WIDEST) for n, wide in self._words.items()}

    def restyled(self) -> None:
        """Take on another size of text."""
        self.fit()

    def keep(self, keys: Iterable[int] | None) -> None:
        """Show these cases alone; all for None."""
        self.sorted.keep(None if keys is None else frozenset(keys))
        self._say_shown()

    def _narrow(self, text: str) -> None:
        self.sorted.narrow(text)
        self._say_shown()

    def open_case(self) -> None:
        """Show all that is coded in the words of the case in focus."""
        from coding.moment import dimensions

        case = self.current
        if case is None:
            return
        moment = self.hub.moment()
        people = self.model.subject == "participant"
        by = dimensions.by_participants(moment) if people else dimensions.by_organisations(moment)
        place = next((n for n, label in enumerate(by.labels) if label.key == case.key), None)
        items = () if place is None else tuple(by.seen(place).values())
        self.hub.show_verbatims(Ask(items=items, title=case.name))

    def _say_shown(self) -> None:
        shown, total = self.sorted.rowCount(), len(self.model.people)
        self.shown.setText(self.tr("{shown} of {total}").format(shown=shown, total=total) if shown < total else "")

    @property
    def current(self) -> Any:
        """The case in focus."""
        index = self.sorted.mapToSource(self.table.currentIndex())
        inside = index.isValid() and index.row() < len(self.model.people)
        return self.model.people[index.row()] if inside else None

    @property
    def selected(self) -> list[int]:
        """The keys of the selected cases."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.people[self.sorted.mapToSource(row).row()].key for row in rows]

    def index_of(self, key: int, column: int = NAME) -> QModelIndex:
        """Give where a cell of a case is shown."""
        row = next((n for n, one in enumerate(self.model.people) if one.key == key), -1)
        return self.sorted.mapFromSource(self.model.index(row, column))

    def choose(self, key: int) -> None:
        """Put the focus on a case; a filter that hides it is let go."""
        if not self.index_of(key).isValid():
            self.search.clear()
        index = self.index_of(key)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def add_attribute(self) -> None:
        """Ask for the name of an attribute and add it as the last column."""
        from corpus.people import attributes

        project = self.hub.project
        self._ask(
            self.tr("Add an attribute"),
            "",
            lambda name: self.hub.write(
                lambda: attributes.add(project, name, subject=self.model.subject), self._show_attribute
            ),
        )

    def _show_attribute(self, key: int) -> None:
        place = next((n for n, one in enumerate(self.model.attributes) if one.key == key), None)
        if place is not None:
            self.fit()
            person = self.current
            if person is not None:
                self.table.setCurrentIndex(self.index_of(person.key, FIXED + place))

    def _ask(self, title: str, text: str, done: Callable[[str], object]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(lambda name: done(name.strip()) if name.strip() else None)
        dialog.open()

    def _header_menu(self, at: QPoint) -> None:
        header = self.table.horizontalHeader()
        column = header.logicalIndexAt(at)
        attribute = self.model.attribute(column)
        menu = self.attribute_menu(attribute) if attribute is not None else QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        if column >= 0 and column != NAME:
            menu.addAction(self.tr("Hide this column")).triggered.connect(lambda: self.hide_column(column, True))
        menu.addMenu(self.columns_menu(menu))
        menu.popup(header.mapToGlobal(at))

    def attribute_menu(self, attribute: AttributeInfo) -> QMenu:
        """Make the menu of a column: its name, labels and type, its groups, its removal."""
        from corpus.people import attributes, recoding

        project = self.hub.project
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def rename(name: str) -> None:
            self.hub.write(lambda: attributes.rename(project, attribute.key, name))

        menu.addAction(self.tr("Rename…")).triggered.connect(
            lambda: self._ask(self.tr("Rename the attribute"), attribute.name, rename)
        )
        menu.addAction(self.tr("Names and choices…")).triggered.connect(
            lambda: Wording(self.hub, attribute, self).open()
        )
        types = menu.addMenu(self.tr("Holds"))
        for name, text in type_names().items():
            action: QAction = types.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == attribute.type)
            action.triggered.connect(
                lambda _on=False, name=name: self.hub.write(lambda: attributes.set_type(project, attribute.key, name))
            )
        if attribute.subject == "participant":
            menu.addMenu(Confidential(self.hub, attribute, self))
        menu.addAction(self.tr("Make groups…")).triggered.connect(lambda: Groups(self.hub, attribute, self).open())
        if attribute.made_from is not None:
            changed = recoding.stale(project, attribute.key)
            again = menu.addAction(self.tr("Make again: %n value(s) changed since", "", changed))
            again.setEnabled(changed > 0)
            again.triggered.connect(lambda: self.hub.write(lambda: recoding.again(project, attribute.key)))
        menu.addSeparator()
        menu.addAction(self.tr("Remove the attribute")).triggered.connect(
            lambda: self.hub.write(lambda: attributes.remove(project, attribute.key))
        )
        return menu
