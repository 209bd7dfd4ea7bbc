"""The respondents: their table, what is done with them, and beside it where the one in focus speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.hub import Hub
from app.icons import icon
from app.participants.cases import Cases
from app.participants.notice import TableNotice
from app.participants.table import Respondents
from app.participants.ties import Ties
from app.participants.untied import Untied
from app.sets import putting
from app.sets.filter import SetFilter
from app.widgets import EmptyState, Halves, remember_splitter

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.tables.people import PersonCounts
    from corpus.progress import Progress


_OF_ALL = 3  # buttons that come first, and speak of all participants


class People(Cases):
    """import_asked(): a table is to be read · memo_asked(): a memo on the one in focus is to be written."""

    import_asked = Signal()
    memo_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub, Respondents, self.tr("Participants"), self.tr("Filter participants"))
        self.ties = Ties(hub)
        self.notice, self.untied = TableNotice(), Untied(hub)
        self.filter = SetFilter(hub, "participants")
        self.buttons = {
            "participants.add": self._button("add", self.tr("Add"), self.add),
            "participants.attribute": self._button("columns", self.tr("Add attribute"), self.add_attribute),
            "participants.import": self._button("import", self.tr("Read a table…"), self.import_asked.emit),
            "participants.memo": self._button("memo", self.tr("Memo"), self.memo_asked.emit),
            "participants.set": putting.button(hub, "participants", lambda: self.selected),
            "participants.remove": self._button("delete", self.tr("Remove"), self.remove),
        }
        self.opening = self._button("verbatims", self.tr("Open the case"), self.open_case)
        self.erasing: list[QAction] = []
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda at: self.person_menu().popup(self.table.viewport().mapToGlobal(at))
        )
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

    def _lay_out(self) -> None:
        left_of, known, chosen = QWidget(), QWidget(), QWidget()
        narrowing, acts, more = QHBoxLayout(left_of), QHBoxLayout(known), QHBoxLayout(chosen)
        for line in (narrowing, acts, more):
            line.setContentsMargins(0, 0, 0, 0)
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(120)
        narrowing.addWidget(self.search, 1)
        narrowing.addWidget(self.shown)
        narrowing.addStretch(1)
        for number, button in enumerate((*self.buttons.values(), self.opening)):
            (acts if number < _OF_ALL else more).addWidget(button)
        more.addStretch(0)
        known.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.views, self.across, left = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal), QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(Halves(left_of, Halves(known, chosen)))
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
        for part in range(2):
            self.across.setStretchFactor(part, 1)
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
        current = self.read()
        self.keep_within()
        if self.hub.project_or_none is None:
            self.notice.hide()
            self.untied.show_moment(None)
        self.views.setCurrentWidget(self.across if self.model.people else self.empty)
        if current is None or self.ties.person is not current:  # who is chosen just now is shown already
            self.ties.show_person(current)

    def moved(self) -> None:
        self.ties.show_person(self.current)

    def _show_counts(self, found: dict[int | None, PersonCounts]) -> None:
        if found == self.model.counts:
            return
        self.model.take_counts(found)
        if self._widths and not self._by_hand:
            last = self.model.columnCount()
            self._widths |= {n: self._widest(n) for n in range(last - 2, last)}
            self._arrange()

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

    def keep_within(self) -> None:
        """Show the participants of the sets that are chosen."""
        from coding.moment import shown

        moment = self.filter.narrowed()
        self.keep(None if moment is None else shown.people(moment))

    def offer_sets(self) -> None:
        """Offer the sets that the participants who are selected can be put into."""
        into = self.buttons["participants.set"]
        if self.selected:
            into.menu().popup(into.mapToGlobal(into.rect().bottomLeft()))

    def add(self) -> None:
        """Add a participant, whose name is typed at once."""
        from corpus.people import participants

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

    def person_menu(self) -> QMenu:
        """Make the menu of the participant in focus."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.opening, self.buttons["participants.memo"], self.buttons["participants.remove"]):
            menu.addAction(button.icon(), button.text()).triggered.connect(button.click)
        menu.addSeparator()
        menu.addMenu(self.columns_menu(menu))
        menu.addActions(self.erasing)
        writable = self.current is not None and self.hub.project.writable
        for action in self.erasing:
            action.setEnabled(writable)
        return menu

    def leave_out(self) -> None:
        """Leave the participant in focus out of analysis, or count them again; undo takes it back."""
        from corpus.people import participants

        project, person = self.hub.project, self.current
        if person is None:
            return
        out = person.left_out_on is None
        said = (
            self.tr("{name} is left out of analysis: of counts, lists and tables.")
            if out
            else self.tr("{name} is counted again.")
        )
        self.hub.write(
            lambda: participants.leave_out(project, [person.key], out=out),
            lambda _result: self.hub.said.emit(said.format(name=person.name)),
        )

    def erase(self) -> None:
        """Ask whether the participant in focus is to be erased."""
        self._erase(keep_codings=False)

    def erase_words(self) -> None:
        """Ask whether the words of the participant in focus are to be erased, and codings stay."""
        self._erase(keep_codings=True)

    def _erase(self, *, keep_codings: bool) -> None:
        from app.participants import erasing

        if (person := self.current) is not None:
            erasing.ask(self.hub, self.window(), person.key, keep_codings=keep_codings)

    def remove(self) -> None:
        """Take the selected participants out; undo brings them back."""
        from corpus.people import participants

        project, keys = self.hub.project, self.selected
        if not keys:
            return
        said = self.tr("%n participant(s) removed; undo brings them back.", "", len(keys))
        self.hub.write(lambda: participants.remove(project, keys), lambda _result: self.hub.said.emit(said))
