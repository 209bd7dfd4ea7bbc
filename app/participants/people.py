"""The respondents: their table, what is done with them, and beside it where the one in focus speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.hub import Hub
from app.icons import icon
from app.participants.notice import Notice
from app.participants.table import FIXED, NAME, Cells, Respondents, Sorted, type_names
from app.participants.ties import Ties
from app.participants.untied import Untied
from app.widgets import EmptyState, remember_splitter

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.tables.people import PersonCounts
    from corpus.known import AttributeInfo
    from corpus.participants import ParticipantInfo
    from corpus.progress import Progress

_WIDEST, _NARROWEST = 240, 112  # pixels a column takes by itself
_AROUND, _ARROW = 24, 24  # pixels around a title, and those of the arrow beside it
_MEASURED = 5  # cells of a column by which it is made wide enough


class People(QWidget):
    """import_asked(): a table is to be read · memo_asked(): a memo on the one in focus is to be written."""

    import_asked = Signal()
    memo_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._by_hand = self._fitting = False
        self._widths: dict[int, int] = {}
        self._needed: dict[int, int] = {}
        self.model = Respondents(hub, self)
        self.model.refused.connect(hub.said)
        self.model.tied.connect(hub.said)
        self.sorted = Sorted(self.model, self)
        self.table = self._made_table()
        self.ties = Ties(hub)
        self.notice, self.untied = Notice(), Untied(hub)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter participants"))
        self.search.setAccessibleName(self.tr("Filter participants"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.shown = QLabel()
        self.shown.setProperty("muted", True)
        self.buttons = {
            "participants.add": self._button("add", self.tr("Add"), self.add),
            "participants.attribute": self._button("columns", self.tr("Add attribute"), self.add_attribute),
            "participants.import": self._button("import", self.tr("Read a table…"), self.import_asked.emit),
            "participants.memo": self._button("memo", self.tr("Memo"), self.memo_asked.emit),
            "participants.remove": self._button("delete", self.tr("Remove"), self.remove),
        }
        self._lay_out()

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(lambda: slot())
        return button

    def name_keys(self) -> None:
        """Write the keys of the moment on the buttons."""
        for name, button in self.buttons.items():
            key = actions.shown(name)
            button.setToolTip(f"{button.text()} ({key})" if key else button.text())

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.sorted)
        table.setItemDelegate(Cells(table))
        table.setAccessibleName(self.tr("Participants"))
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
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.sectionResized.connect(lambda *_: self._resized())
        header.sortIndicatorChanged.connect(lambda *_: self._ordered())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        table.selectionModel().currentRowChanged.connect(self._moved)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        self.search.setMaximumWidth(320)
        head.addWidget(self.search, 1)
        head.addWidget(self.shown)
        head.addStretch(0)
        for button in self.buttons.values():
            head.addWidget(button)
        self.views, self.across, left = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal), QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addLayout(head)
        inset.addWidget(self.notice)
        inset.addWidget(self.untied)
        layout.addLayout(inset)
        layout.addWidget(self.views, 1)
        self.views.addWidget(self.across)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(left)
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.table)
        self.across.addWidget(self.ties)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([900, 250])
        self.ties.setMinimumWidth(200)
        left.setMinimumWidth(320)
        remember_splitter(self.across, "participants", self.hub.settings)
        self.empty = EmptyState(
            "participants",
            self.tr("Say who was interviewed: function, company, sector, and whether they may be named."),
            self.tr("Read a table…"),
            self.import_asked.emit,
            hint=self.tr("A CSV or Excel file with a line for each person; or drop it here, or add people one by one."),
        )
        self.views.addWidget(self.empty)

    def refresh(self) -> None:
        """Read the participants again, the one in focus stays in focus."""
        before = self.current
        self.model.refresh()
        if self.hub.project_or_none is None:
            self.notice.hide()
            self.untied.show_moment(None)
            self._by_hand = False
        self.views.setCurrentWidget(self.across if self.model.people else self.empty)
        if not self._by_hand and self.model.people:
            self.fit()
        people = self.model.people
        kept = next((one for one in people if before is not None and one.key == before.key), None)
        if (kept or people) and self.current is None:
            self.choose((kept or people[0]).key)
        if self.current is None or self.ties.person is not self.current:  # who is chosen just now is shown already
            self.ties.show_person(self.current)
        self._say_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand:
            self._share()

    def _resized(self) -> None:
        pulled = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        self._by_hand = self._by_hand or (pulled and not self._fitting)

    def fit(self) -> None:
        """Give each column the room its words need, within bounds, until the person pulls one."""
        self._widths = {n: self._widest(n) for n in range(self.model.columnCount())}
        self._arrange()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)

    def _widest(self, column: int) -> int:
        """Measure the cells with the most letters: to measure all costs a call for each of their roles."""
        rows = range(self.sorted.rowCount())
        cells = sorted((self.sorted.index(row, column) for row in rows), key=lambda cell: len(str(cell.data() or "")))
        return max((self.table.sizeHintForIndex(cell).width() for cell in cells[-_MEASURED:]), default=0) + 1

    def _arrange(self) -> None:
        self._needed = {n: min(max(wide, self._title_width(n)), _WIDEST) for n, wide in self._widths.items()}
        self._share()

    def _ordered(self) -> None:
        if not self._by_hand:
            self._arrange()

    def _title_width(self, column: int) -> int:
        """Give how wide a title stands; the arrow of the order takes room in its own column alone."""
        header = self.table.horizontalHeader()
        title = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
        arrow = _ARROW if column == header.sortIndicatorSection() else 0
        return header.fontMetrics().horizontalAdvance(title) + _AROUND + arrow

    def _show_counts(self, found: dict[int | None, PersonCounts]) -> None:
        self.model.take_counts(found)
        if self._widths and not self._by_hand:
            last = self.model.columnCount()
            self._widths |= {n: self._widest(n) for n in range(last - 2, last)}
            self._arrange()

    def _share(self) -> None:
        """Share out the room there is among the columns, by what they need."""
        before, self._fitting = self._fitting, True
        header, widths = self.table.horizontalHeader(), self._needed
        # Where they don't fit side by side, attributes give way; their tooltips have all.
        giving = [n for n in widths if self.model.attribute(n) is not None]
        over = sum(widths.values()) - self.table.viewport().width()
        room = sum(max(widths[n] - _NARROWEST, 0) for n in giving)
        for column, width in widths.items():
            less = max(width - _NARROWEST, 0) * min(over / room, 1.0) if column in giving and over > 0 and room else 0
            header.resizeSection(column, int(width - less))
        self._fitting = before

    def restyled(self) -> None:
        """Take on another size of text."""
        self.fit()

    def count(self) -> None:
        """Count words and codings on the worker."""
        project = self.hub.project_or_none
        if project is None:
            return

        def work(progress: Progress) -> tuple[Moment, dict[int | None, PersonCounts]]:
            from coding.tables import people

            moment = self.hub.moment(project)
            return moment, people.counts(moment, progress)

        def show(found: tuple[Moment, dict[int | None, PersonCounts]]) -> None:
            if project is self.hub.project_or_none:
                self.untied.show_moment(found[0])
                self._show_counts(found[1])

        self.hub.jobs.run(self.tr("Counting words"), work, show, lambda _error: None, key="participants")

    def _narrow(self, text: str) -> None:
        self.sorted.narrow(text)
        self._say_shown()

    def _say_shown(self) -> None:
        shown, total = self.sorted.rowCount(), len(self.model.people)
        self.shown.setText(self.tr("{shown} of {total}").format(shown=shown, total=total) if shown < total else "")

    @property
    def current(self) -> ParticipantInfo | None:
        """The participant in focus."""
        index = self.sorted.mapToSource(self.table.currentIndex())
        inside = index.isValid() and index.row() < len(self.model.people)
        return self.model.people[index.row()] if inside else None

    @property
    def selected(self) -> list[int]:
        """The keys of the selected participants."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.people[self.sorted.mapToSource(row).row()].key for row in rows]

    def index_of(self, key: int, column: int = NAME) -> QModelIndex:
        """Give where a participant's cell is shown."""
        row = next((n for n, one in enumerate(self.model.people) if one.key == key), -1)
        return self.sorted.mapFromSource(self.model.index(row, column))

    def choose(self, key: int) -> None:
        """Put the focus on a participant; a filter that hides them is let go."""
        if not self.index_of(key).isValid():
            self.search.clear()
        index = self.index_of(key)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.ties.show_person(self.current)

    def add(self) -> None:
        """Add a participant, whose name is typed at once."""
        from corpus import participants

        project = self.hub.project
        taken = {one.name.casefold() for one in self.model.people}
        name, number = self.tr("New participant"), 1
        while (name if number == 1 else f"{name} {number}").casefold() in taken:
            number += 1
        name = name if number == 1 else f"{name} {number}"
        self.hub.write(lambda: participants.add(project, name), self._name)

    def _name(self, key: int) -> None:
        self.choose(key)
        index = self.index_of(key)
        if index.isValid():
            self.table.setFocus()
            self.table.edit(index)

    def remove(self) -> None:
        """Take the selected participants out; undo brings them back."""
        from corpus import participants

        project, keys = self.hub.project, self.selected
        if not keys:
            return
        said = self.tr("%n participant(s) removed; undo brings them back.", "", len(keys))
        self.hub.write(lambda: participants.remove(project, keys), lambda _result: self.hub.said.emit(said))

    def add_attribute(self) -> None:
        """Ask for the name of an attribute and add it as the last column."""
        from corpus import attributes

        project = self.hub.project
        self._ask(
            self.tr("Add an attribute"),
            "",
            lambda name: self.hub.write(lambda: attributes.add(project, name), self._show_attribute),
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
        attribute = self.model.attribute(header.logicalIndexAt(at))
        if attribute is not None:
            self.attribute_menu(attribute).popup(header.mapToGlobal(at))

    def attribute_menu(self, attribute: AttributeInfo) -> QMenu:
        """Make the menu of a column: its name, its type, its removal."""
        from corpus import attributes

        project = self.hub.project
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def rename(name: str) -> None:
            self.hub.write(lambda: attributes.rename(project, attribute.key, name))

        menu.addAction(self.tr("Rename…")).triggered.connect(
            lambda: self._ask(self.tr("Rename the attribute"), attribute.name, rename)
        )
        types = menu.addMenu(self.tr("Holds"))
        for name, text in type_names().items():
            action: QAction = types.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == attribute.type)
            action.triggered.connect(
                lambda _on=False, name=name: self.hub.write(lambda: attributes.set_type(project, attribute.key, name))
            )
        menu.addSeparator()
        menu.addAction(self.tr("Remove the attribute")).triggered.connect(
            lambda: self.hub.write(lambda: attributes.remove(project, attribute.key))
        )
        return menu
