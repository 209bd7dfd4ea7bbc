"""The tab of the recruitment log: who was asked, why, when, where and how, and what they answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting
from app.hub import Hub
from app.i18n import told
from app.icons import icon
from app.participants import tables
from app.participants.ledger import Column, Ledger
from app.participants.tabs import Tab
from app.sets.words import nothing_within
from app.widgets import EmptyState
from corpus.people import participants, recruiting
from corpus.people.recruiting import RecruitInfo
from corpus.progress import Progress

if TYPE_CHECKING:
    from coding.moment.moment import Moment


class RecruitmentTab(Tab):
    """A line for each person asked; above it how many answered what."""

    about = frozenset({"recruit", "participant", "organisation", "participation"})

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._added: int | None = None
        self.statuses = {
            "approached": self.tr("No answer yet"),
            "accepted": self.tr("Accepted"),
            "refused": self.tr("Refused"),
            "silent": self.tr("Did not answer"),
            "withdrawn": self.tr("Withdrew"),
        }
        self.table = Ledger(hub, self.tr("Recruitment log"), self._columns())
        self.counts = QLabel()
        self.counts.setProperty("muted", True)
        self.nothing = EmptyState(
            "participants",
            self.tr("Nobody is in the recruitment log yet."),
            self.tr("Add someone who was asked"),
            self.add,
            hint=self.tr(
                "A name or a number, why they were chosen, and what they answered: the sample table "
                "and a report for COREQ are counted from it."
            ),
        )
        self.outside = QLabel()
        self.outside.setWordWrap(True)
        self.outside.setProperty("muted", True)
        self.outside.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        actions.make("participants.add", self, self.add)
        actions.make("participants.remove", self.table, self.remove)

    def _columns(self) -> list[Column]:
        def field(title: str, name: str, *, day: bool = False) -> Column:
            return Column(title, lambda one: getattr(one, name) or "", self._writing(name), day=day)

        return [
            Column(self.tr("No."), lambda one: str(one.number)),
            field(self.tr("Who"), "name"),
            Column(self.tr("Answer"), lambda one: one.status, self._writing("status"), self.statuses),
            field(self.tr("Asked on"), "approached_on", day=True),
            field(self.tr("Answered on"), "answered_on", day=True),
            field(self.tr("Why"), "why"),
            field(self.tr("How"), "channel"),
            field(self.tr("Where"), "place"),
            field(self.tr("Reason"), "reason"),
            Column(self.tr("Organisation"), lambda one: one.organisation_name, self._set_organisation),
            Column(self.tr("Participant"), lambda one: one.participant_name, self._set_participant),
        ]

    def _writing(self, name: str) -> Callable[[RecruitInfo, str], object]:
        def write(one: RecruitInfo, text: str) -> None:
            fields: Any = {name: text}
            recruiting.edit(self.hub.project, one.key, **fields)

        return write

    def _set_participant(self, one: RecruitInfo, text: str) -> None:
        found = participants.find(self.hub.project, text).key if text.strip() else None
        recruiting.edit(self.hub.project, one.key, participant=found)

    def _set_organisation(self, one: RecruitInfo, text: str) -> None:
        from corpus.people import organisations

        found = organisations.find(self.hub.project, text).key if text.strip() else None
        recruiting.edit(self.hub.project, one.key, organisation=found)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.counts, 1)
        self.buttons = [
            self._button("add", self.tr("Add"), self.add, "participants.add"),
            self._button("import", self.tr("Read a table…"), self.choose_table),
            self._button("export", self.tr("Write a table…"), self.choose_where),
            self._button("delete", self.tr("Remove"), self.remove, "participants.remove"),
        ]
        for button in self.buttons:
            head.addWidget(button)
        self.views = QStackedWidget()
        self.views.addWidget(self.nothing)
        self.views.addWidget(self.table)
        self.views.addWidget(self.outside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.views, 1)

    def _button(self, name: str, text: str, slot: Callable[[], object], action: str = "") -> QPushButton:
        button = QPushButton(icon(name), text)
        key = actions.shown(action) if action else ""
        button.setToolTip(f"{text} ({key})" if key else text)
        button.clicked.connect(lambda: slot())
        return button

    def refresh(self) -> None:
        project, moment = self.hub.project_or_none, self.narrowed()
        every = recruiting.listed(project) if project is not None else []
        found = every if moment is None else self._within(moment, every)
        self.table.show_rows(found)
        self.outside.setText(nothing_within(moment) if moment is not None and not found else "")
        self.views.setCurrentWidget(self.table if found else self.outside if every else self.nothing)
        for button in self.buttons:
            button.setEnabled(project is not None)
        numbers = [(title, sum(one.status == status for one in found)) for status, title in self.statuses.items()]
        said = [told(self.tr("People asked"), len(found)), *(told(title, n) for title, n in numbers if n)]
        self.counts.setText(" · ".join(said) if found else "")

    def _within(self, moment: Moment, every: list[RecruitInfo]) -> list[RecruitInfo]:
        """Return those who are within the sets of the page, and who was added last, as their line is being written."""
        from coding.moment import shown

        kept = {one.key for one in shown.recruits(moment)} | {self._added}
        return [one for one in every if one.key in kept]

    def panes(self) -> Sequence[QWidget]:
        return (self.nothing.button if self.views.currentWidget() is self.nothing else self.table,)

    def add(self) -> None:
        """Put someone into the log, and begin to write their name."""
        if self.hub.project_or_none is None:
            return
        name = self.tr("Person {number}").format(number=len(recruiting.listed(self.hub.project)) + 1)
        key = self.hub.write(lambda: recruiting.add(self.hub.project, name=name))
        if key is not None:
            self._added = key
            self.refresh()
            self.table.begin(key, 1)

    def remove(self) -> None:
        """Take those who are selected out of the log."""
        keys = [one.key for one in self.table.chosen()]
        if keys:
            self.hub.write(lambda: recruiting.remove(self.hub.project, keys))

    def choose_table(self) -> None:
        """Ask for a table and read it."""
        tables.choose(self.hub, self, self.tr("Read a recruitment log"), self.read_table)

    def read_table(self, path: Path) -> None:
        """Read a log; those of a name that is there are brought up to date."""
        tables.read(self.hub, path, recruiting.import_table, lambda found: tables.tell(self.hub, found))

    def choose_where(self) -> None:
        """Ask for a file, and whether names are to stand in it, and write the log there."""
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        kinds = {
            self.tr("Table without names that may not be read (*.csv)"): True,
            self.tr("Excel workbook without these names (*.xlsx)"): True,
            self.tr("Table with all names, to be read in again (*.csv)"): False,
            self.tr("Excel workbook with all names, to be read in again (*.xlsx)"): False,
        }
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Write the recruitment log"), str(folder / "recruits"), ";;".join(kinds)
        )
        if name:
            path = Path(name)
            path = path if path.suffix else path.with_name(path.name + kind.rpartition("*")[2].rstrip(")"))
            self.write_table(path, masking=kinds.get(kind, True))

    def write_table(self, path: Path, *, masking: bool = True) -> None:
        """Write the log, within the sets of the page; without a mask it names all who are in it."""
        project, moment = self.hub.project, self.narrowed()

        def work(_progress: Progress, terms: Any) -> None:
            from coding.exports import recruitment

            seen = (moment or self.hub.moment(project)).viewed(masking=masking)
            recruitment.save_log(seen, path, terms=terms)

        said = self.tr("Written: {path}") if masking else self.tr("Written: {path}. It names all who were asked.")
        said = said.format(path=path)
        consenting.export(self.hub, self, self.tr("Exporting"), work, said)
