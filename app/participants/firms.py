"""The tab Organisations: the firms of the study, what they are part of, and beside them who and what is of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.icons import icon
from app.indexes import Index
from app.neighbours import NamesDelegate
from app.participants.cases import Cases
from app.participants.table import NAME, Respondents
from app.participants.tabs import Tab
from app.widgets import ElidedLabel, EmptyState, remember_splitter

if TYPE_CHECKING:
    from corpus.people.organisations import Belongings, OrganisationInfo
    from corpus.store.project import Project

_Role = Qt.ItemDataRole
_KIND, _KEY = int(_Role.UserRole), int(_Role.UserRole) + 1


class Firms(Respondents):
    """Behind the attributes: what an organisation is part of, how many participants and documents are of it."""

    subject: ClassVar[str] = "organisation"
    tail: ClassVar[int] = 3
    told: ClassVar[frozenset[int]] = frozenset({0})

    def read(self, project: Project) -> Sequence[Any]:
        from corpus.people import organisations

        found = organisations.listed(project)
        self.belongings: Belongings = organisations.belongings(found)
        voices = self.hub.moment(project).voices if found else None
        people = voices.participants_of if voices else {}
        of = [self.belongings.of(info.key, people.get(info.key, ())) for info in (voices.documents if voices else ())]
        self.documents = {info.key: sum(info.key in one for one in of) for info in found}
        return found

    def write(self, key: int, **known: Any) -> None:
        from corpus.people import organisations

        project = self.hub.project
        self.hub.write(lambda: organisations.edit(project, key, **known))

    def titles(self) -> tuple[str, ...]:
        return self.tr("Part of"), self.tr("Participants"), self.tr("Documents")

    def tips(self) -> tuple[str, ...]:
        return (
            self.tr("The organisation that it is a part of"),
            self.tr("Participants who are said to be of it"),
            self.tr("Documents that are said to be of it, or in which its participants speak"),
        )

    def counted(self, case: Any, place: int) -> int | str | None:
        if place == 0:
            return self.belongings.infos[case.parent].name if case.parent is not None else ""
        return len(case.participants) if place == 1 else self.documents.get(case.key, 0)

    @property
    def _parents(self) -> int:
        return self.columnCount() - self.tail

    def offered(self, row: int, column: int) -> list[str] | None:
        if column != self._parents:
            return super().offered(row, column)
        from corpus.people.organisations import above

        # What is a part of it is left out: nothing is a part of itself.
        firm, infos = self.people[row].key, self.belongings.infos
        return [one.name for one in self.people if firm not in above(infos, one.key)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self._parents else flags

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        from corpus.people import organisations

        if index.column() != self._parents or role != _Role.EditRole:
            return super().setData(index, value, role)
        firm, project = self.people[index.row()], self.hub.project
        above = next((one.key for one in self.people if one.name == str(value)), None)
        if above != firm.parent:
            self.hub.write(lambda: organisations.set_parent(project, firm.key, above))
        return False


class FirmCases(Cases):
    """The table of organisations, and what the one in focus has beside it."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub, Firms, self.tr("Organisations"), self.tr("Filter organisations"))
        self.members = Members(hub)

    def moved(self) -> None:
        self.members.show_firm(self.current)


class Members(QWidget):
    """Ticks the participants and documents that are of an organisation."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.firm: OrganisationInfo | None = None
        self.title = ElidedLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        hint = QLabel(self.tr("Documents are of the organisations of those who speak, unless others are ticked here."))
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.tree = QTreeWidget()
        self.tree.setItemDelegate(NamesDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Participants and documents of the organisation"))
        self.tree.itemChanged.connect(self._ticked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(hint)
        layout.addWidget(self.tree, 1)

    def show_firm(self, firm: OrganisationInfo | None) -> None:
        """Show who and what is of this organisation."""
        at = self.tree.verticalScrollBar().value()
        self.firm = firm
        blocked = QSignalBlocker(self.tree)
        self.tree.clear()
        self.setEnabled(firm is not None)
        self.title.setText(firm.name if firm else self.tr("Choose an organisation"))
        if firm is not None:
            voices = self.hub.moment().voices
            papers = [(info.key, info.name) for info in voices.documents]
            self._fill("participants", self.tr("Participants"), voices.participants, firm.participants, True)
            self._fill("documents", self.tr("Documents"), papers, firm.documents, bool(firm.documents))
        blocked.unblock()
        self.tree.verticalScrollBar().setValue(at)

    def _fill(
        self, kind: str, title: str, rows: Sequence[tuple[int, str]], ticked: Sequence[int], opened: bool
    ) -> None:
        top = QTreeWidgetItem(self.tree, [title])
        for key, name in rows:
            item = QTreeWidgetItem(top, [name])
            item.setData(0, _KIND, kind)
            item.setData(0, _KEY, key)
            item.setToolTip(0, name)
            item.setCheckState(0, Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        top.setExpanded(opened)

    def _ticked(self, item: QTreeWidgetItem) -> None:
        # Not at once: the tree is filled anew by the change, and is still busy with the click.
        kind, key, on = item.data(0, _KIND), item.data(0, _KEY), item.checkState(0) is Qt.CheckState.Checked
        if kind is not None:
            QTimer.singleShot(0, self, lambda: self._join(kind, key, on))

    def _join(self, kind: str, key: int, on: bool) -> None:
        from corpus.people import organisations

        firm, project = self.firm, self.hub.project_or_none
        if firm is None or project is None:
            return
        verb = organisations.belong if on else organisations.leave
        self.hub.write(lambda: verb(project, firm.key, **{kind: [key]}))


class Organisations(Tab):
    """The firms of the study."""

    about = frozenset(
        {
            "organisation",
            "belonging",
            "participant",
            "participation",
            "document",
            "attribute",
            "attribute_value",
        }
    )

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.cases = FirmCases(hub)
        self.search = self.cases.search
        self.made = QPushButton(icon("swap"), self.tr("From an attribute"))
        self.made.setToolTip(self.tr("Make an organisation of each employer that participants have"))
        self.made.setMenu(QMenu(self.made))
        self.made.menu().aboutToShow.connect(self._offer)
        self.views = QStackedWidget()
        self._lay_out()

    def _button(self, name: str, text: str, slot: Any) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(lambda: slot())
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(8)
        self.cases.search.setMaximumWidth(320)
        head.addWidget(self.cases.search, 1)
        head.addWidget(self.cases.shown)
        head.addStretch(0)
        for button in (
            self._button("add", self.tr("Add"), self.add),
            self.made,
            self._button("columns", self.tr("Add attribute"), self.cases.add_attribute),
            self._button("verbatims", self.tr("Open the case"), self.cases.open_case),
            self._button("delete", self.tr("Remove"), self.remove),
        ):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self.views, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.cases.table)
        across.addWidget(self.cases.members)
        for part in range(2):
            across.setStretchFactor(part, 1)
        across.setSizes([900, 280])
        remember_splitter(across, "organisations", self.hub.settings)
        self.empty = EmptyState(
            "participants",
            self.tr("An organisation is a case: a firm with its participants and documents, part of a group or not."),
            self.tr("Add"),
            self.add,
            hint=self.tr("Or make them of an attribute of participants, such as their employer."),
        )
        self.views.addWidget(across)
        self.views.addWidget(self.empty)

    def refresh(self) -> None:
        from coding.moment import shown

        firm, moment = self.cases.read(), self.narrowed()
        self.cases.keep(None if moment is None else shown.organisations(moment))
        self.cases.members.show_firm(firm)
        self.views.setCurrentIndex(0 if self.cases.model.people else 1)

    def panes(self) -> Sequence[QWidget]:
        return self.cases.table, self.cases.members

    def add(self) -> None:
        """Add an organisation, whose name is typed at once."""
        from corpus.people import organisations

        project, taken = self.hub.project, {one.name.casefold() for one in self.cases.model.people}
        first, number = self.tr("New organisation"), 1
        name = first
        while name.casefold() in taken:
            number += 1
            name = f"{first} {number}"
        self.hub.write(lambda: organisations.add(project, name), self._name)

    def _name(self, key: int) -> None:
        self.cases.choose(key)
        index = self.cases.index_of(key, NAME)
        if index.isValid():
            self.cases.table.setFocus()
            self.cases.table.edit(index)

    def remove(self) -> None:
        """Take the selected organisations out; undo brings them back."""
        from corpus.people import organisations

        project, keys = self.hub.project, self.cases.selected
        if keys:
            self.hub.write(lambda: organisations.remove(project, keys))

    def _offer(self) -> None:
        """Offer the attributes of participants, those that name firms first."""
        from corpus.people import organisations, participants

        project, menu = self.hub.project, self.made.menu()
        menu.clear()
        known = participants.attributes(project)
        firms = organisations.offered(project, [one.name for one in known])
        for one in sorted(known, key=lambda one: one.name not in firms):
            found = organisations.named(project, one.key)
            new = sum(not each.there for each in found)
            text = self.tr("{attribute}: %n new", "", new).format(attribute=one.label(self.cases.model.language))
            action = menu.addAction(text)
            action.setEnabled(bool(found))
            action.triggered.connect(lambda _on=False, key=one.key: self._make(key))

    def _make(self, attribute: int) -> None:
        from corpus.people import organisations

        project = self.hub.project
        self.hub.write(lambda: organisations.made_of(project, attribute))
