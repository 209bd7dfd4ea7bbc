"""The tab of names: those that the texts seem to hold, decided on by key, and those that are hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app import actions
from app.hub import Hub
from app.icons import icon
from app.participants import tables
from app.participants.ledger import Column, Ledger
from app.participants.tabs import Tab
from app.widgets import EmptyState
from coding import entities, names
from coding.names import FoundName
from corpus import anchors
from corpus.people import vault
from corpus.people.vault import Hidden

if TYPE_CHECKING:
    from corpus.progress import Progress


class NamesTab(Tab):
    """Above what is to be decided, each line with its words; below what is hidden, and what stands for it."""

    about = frozenset({"pseudonym", "participant", "organisation", "attribute_value"})

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._found: list[FoundName] = []
        self._of: object = None
        self._told = False  # that there is no language model
        self.kinds = {
            "person": self.tr("Person"),
            "firm": self.tr("Firm"),
            "brand": self.tr("Brand"),
            "place": self.tr("Place"),
            "function": self.tr("Function"),
            "contact": self.tr("Contact"),
            "other": self.tr("Other name"),
        }
        nothing = self.tr("No name awaits a decision.")
        self.found = Ledger(hub, self.tr("Names to decide on"), self._found_columns(), nothing)
        self.found.setEditTriggers(Ledger.EditTrigger.NoEditTriggers)
        self.hidden = Ledger(hub, self.tr("Hidden names"), self._hidden_columns(), self.tr("No name is hidden yet."))
        self.counts = QLabel()
        self.counts.setProperty("muted", True)
        self.counts.setWordWrap(True)
        self.nothing = EmptyState(
            "participants",
            self.tr("Which names do the texts hold?"),
            self.tr("Look for names"),
            self.look,
            hint=self.tr(
                "People, firms, places and addresses are listed with the words around them. A key hides one "
                "in all that leaves the project, behind a number drawn by lot; here all stays readable."
            ),
        )
        self._lay_out()
        for kind in vault.KINDS:
            actions.make(f"names.{kind}", self.found, partial(self.hide_as, kind))
        actions.make("names.none", self.found, self.refuse)
        actions.make("names.source", self.found, self.open_source)
        actions.make("participants.remove", self.hidden, self.show_again)
        self.found.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.found.customContextMenuRequested.connect(self._offer)
        self.found.doubleClicked.connect(lambda _at: self.open_source())

    def _found_columns(self) -> list[Column]:
        return [
            Column(self.tr("Name"), lambda one: one.name),
            Column(self.tr("Seems to be"), lambda one: self.kinds[one.kind]),
            Column(self.tr("Times"), lambda one: str(one.count)),
            Column(self.tr("Documents"), lambda one: str(one.documents)),
            Column(self.tr("Said"), self._said),
        ]

    def _hidden_columns(self) -> list[Column]:
        return [
            Column(self.tr("Name"), lambda one: one.name),
            Column(self.tr("What it is"), lambda one: one.kind, self._turn, self.kinds),
            Column(self.tr("Stands for it"), lambda one: one.replacement, self._rename),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.counts, 1)
        self.buttons = [
            self._button("search", self.tr("Look for names"), self.look),
            self._button("import", self.tr("Read a list…"), self.choose_table),
        ]
        for button in self.buttons:
            head.addWidget(button)
        self.split = QSplitter(Qt.Orientation.Vertical)
        for table in (self.found, self.hidden):
            self.split.addWidget(table)
        self.split.setSizes([400, 200])
        self.split.setChildrenCollapsible(False)
        self.views = QStackedWidget()
        self.views.addWidget(self.nothing)
        self.views.addWidget(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.views, 1)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(lambda: slot())
        return button

    def refresh(self) -> None:
        project = self.hub.project_or_none
        if project is not self._of:
            self._of, self._found = project, []
        moment = self.hub.moment(project) if project is not None else None
        open_ = names.still(moment, self._found) if moment is not None else []
        self.found.show_rows(open_)
        if open_ and not self.found.currentIndex().isValid():
            self.found.selectRow(0)
        self.hidden.show_rows(list(moment.vault.hidden) if moment is not None else [])
        self.hidden.setVisible(bool(self.hidden.rows.rows))
        self.found.setVisible(bool(open_) or not self.hidden.rows.rows)
        self.views.setCurrentWidget(self.split if open_ or self.hidden.rows.rows else self.nothing)
        for button in self.buttons:
            button.setEnabled(project is not None)
        self._count(open_)

    def _count(self, left: Sequence[FoundName]) -> None:
        said = [self.tr("%n names to decide on", "", len(left))] if self._found else []
        if hidden := self.hidden.rows.rows:
            said.append(self.tr("%n names are hidden", "", len(hidden)))
        if left:
            keys = [f"{actions.shown(f'names.{kind}')}\u00a0{self.kinds[kind].lower()}" for kind in vault.KINDS]
            none = self.tr("no name")
            said.append(", ".join([*keys, f"{actions.shown('names.none')}\u00a0{none}"]))
        if any(not one.sure for one in left):
            said.append(self.tr("of texts without capitals, the words that no dictionary has are listed"))
        self.counts.setText(" · ".join(said))

    def _said(self, one: FoundName) -> str:
        return names.around(self.hub.moment(), one.places[0])

    def panes(self) -> Sequence[QWidget]:
        if self.views.currentWidget() is self.nothing:
            return (self.nothing.button,)
        return tuple(table for table in (self.found, self.hidden) if not table.isHidden())

    def look(self) -> None:
        """Look for names beside the window, and list those that are to be decided on."""
        project = self.hub.project_or_none
        if project is None:
            return
        narrowed = self.narrowed()

        def work(progress: Progress) -> list[FoundName]:
            return names.found(narrowed or self.hub.moment(project), progress)

        self.hub.jobs.run(self.tr("Looking for names"), work, self._looked, key="names")

    def _looked(self, found: list[FoundName]) -> None:
        self._found = found
        self.refresh()
        model = entities.missing(self.hub.moment().known.language)
        if model and not self._told:
            self._told = True
            said = self.tr("Looked for without a language model; with {model} a few more may be found.")
            self.hub.said.emit(said.format(model=model))
        if found:
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hub.said.emit(self.tr("No more names were found."))

    def hide_as(self, kind: str) -> None:
        """Hide the names that are selected, each behind a number of its own, and go on to the next."""
        wanted = [one.name for one in self.found.chosen()]
        if wanted:
            self._write(lambda: vault.hide_each(self.hub.project, wanted, kind))

    def refuse(self) -> None:
        """Say that what is selected is no name."""
        wanted = [one.name for one in self.found.chosen()]
        if wanted:
            self._write(lambda: vault.refuse(self.hub.project, wanted))

    def _write(self, act: Callable[[], object]) -> None:
        at = self.found.currentIndex().row()
        self.hub.write(act, lambda _done: self._select(at))

    def _select(self, row: int) -> None:
        last = len(self.found.rows.rows) - 1
        if last >= 0:
            self.found.selectRow(min(row, last))

    def open_source(self) -> None:
        """Show the first place of the name in focus in its document."""
        one = self.found.current
        if one is not None:
            self.hub.place_asked.emit(anchors.words(*one.places[0]))

    def show_again(self) -> None:
        """Take the hidden names that are selected out of the vault."""
        wanted = [one.name for one in self.hidden.chosen()]
        if wanted:
            self.hub.write(lambda: vault.forget(self.hub.project, wanted))

    def _turn(self, one: Hidden, kind: str) -> None:
        vault.hide(self.hub.project, [one.name], kind)

    def _rename(self, one: Hidden, said: str) -> None:
        vault.hide(self.hub.project, [one.name], one.kind, replacement=said)

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        for kind, title in self.kinds.items():
            action = menu.addAction(self.tr("Hide as: {kind}").format(kind=title))
            action.triggered.connect(lambda _=False, kind=kind: self.hide_as(kind))
        menu.addSeparator()
        menu.addAction(self.tr("No name")).triggered.connect(self.refuse)
        menu.addAction(self.tr("Open the source")).triggered.connect(self.open_source)
        menu.popup(self.found.viewport().mapToGlobal(at))

    def choose_table(self) -> None:
        """Ask for a list of names and read it."""
        tables.choose(self.hub, self, self.tr("Read a list of names"), self.read_table)

    def read_table(self, path: Path) -> None:
        """Read a list of names to hide."""

        def done(made: list[Hidden]) -> None:
            self.hub.said.emit(self.tr("%n names are hidden", "", len(made)))

        tables.read(self.hub, path, vault.import_table, done)
