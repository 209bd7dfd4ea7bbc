"""The tab of consents: what participants agreed to, what was sent to approve, what is due, and what was let out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting, saving
from app.hub import Hub
from app.icons import icon
from app.participants import tables
from app.participants.ledger import Column, Ledger
from app.participants.tabs import Tab
from app.widgets import EmptyState, NamesBox, remember_splitter
from corpus import documents
from corpus.people import approvals, consents, disclosures, due, participants
from corpus.people.approvals import ApprovalInfo
from corpus.people.consents import ConsentInfo
from corpus.progress import Progress

Row = TypeVar("Row")
_FORM = 1  # the column in which a new line is begun


class ConsentTab(Tab):
    """Forms above; below approvals, reminders, and what left all the same."""

    about = frozenset({"consent", "approval", "participant", "participation", "document", "recruit"})

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._standing: dict[int, consents.ConsentStanding] = {}
        self.forms = Ledger(hub, self.tr("Consents"), self._form_columns())
        nothing = self.tr("Nothing was sent to approve yet; choose a participant, then “Send to approve…”.")
        self.approvals = Ledger(hub, self.tr("Sent to approve"), self._approval_columns(), nothing)
        nothing = self.tr("Nothing is due within a month: no answer is awaited, and no day that was agreed on comes.")
        self.due = Ledger(hub, self.tr("What is due"), self._due_columns(), nothing)
        nothing = self.tr("Nothing left the program against what was agreed to.")
        self.let_out = Ledger(hub, self.tr("Let out all the same"), self._disclosure_columns(), nothing)
        self.who = NamesBox()
        self.who.setAccessibleName(self.tr("Participant"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(18)
        self.nothing = EmptyState("check", "", self.tr("Record a consent"), self.add)
        self._lay_out()
        actions.make("participants.add", self, self.add)
        actions.make("participants.remove", self.forms, self.remove)
        actions.make("participants.remove", self.approvals, self.remove_approvals)

    def _form_columns(self) -> list[Column]:
        answers = {"": self.tr("unsaid"), "yes": self.tr("yes"), "no": self.tr("no")}

        kept = self.tr("Kept and listed; no way out of the program lets out recordings or pictures of people.")

        def field(title: str, name: str, *, day: bool = False, choices: dict[str, str] | None = None) -> Column:
            tip = kept if name in ("recording", "images") else ""
            return Column(title, lambda one: getattr(one, name) or "", self._writing(name), choices, day, tip)

        return [
            Column(self.tr("Participant"), lambda one: one.name),
            field(self.tr("Form"), "form"),
            field(self.tr("Signed on"), "signed_on", day=True),
            *(field(title, use, choices=answers) for use, title in consenting.uses().items()),
            field(self.tr("Withdraw until"), "withdraw_until", day=True),
            field(self.tr("Keep until"), "keep_until", day=True),
            field(self.tr("Withdrawn on"), "withdrawn_on", day=True),
            Column(self.tr("Signed last"), self._counts),
            field(self.tr("Note"), "note"),
        ]

    def _counts(self, one: ConsentInfo) -> str:
        standing = self._standing.get(one.participant)
        return "✓" if standing is not None and standing.form == one.key else ""

    def _writing(self, name: str) -> Callable[[ConsentInfo, str], object]:
        def write(one: ConsentInfo, text: str) -> None:
            fields: Any = {name: text}
            consents.edit(self.hub.project, one.key, **fields)

        return write

    def _approval_columns(self) -> list[Column]:
        answers = {
            "": self.tr("awaited"),
            "approved": self.tr("approved"),
            "changes": self.tr("with changes"),
            "refused": self.tr("refused"),
        }

        def answer(one: ApprovalInfo, said: str) -> None:
            approvals.answered(self.hub.project, one.key, said or None, on=date.today().isoformat())

        return [
            Column(self.tr("Participant"), lambda one: one.name),
            Column(self.tr("What"), lambda one: one.document_name or self.tr("Quotations")),
            Column(self.tr("Sent on"), lambda one: one.sent_on or "", day=True),
            Column(
                self.tr("Due on"),
                lambda one: one.due_on or "",
                lambda one, said: approvals.edit(self.hub.project, one.key, due_on=said),
                day=True,
            ),
            Column(self.tr("Answer"), lambda one: one.answer or "", answer, answers),
            Column(
                self.tr("Answered on"),
                lambda one: one.answered_on or "",
                lambda one, said: approvals.answered(self.hub.project, one.key, one.answer, on=said),
                day=True,
            ),
            Column(self.tr("Text"), lambda one: self.tr("corrected since") if one.changed else ""),
            Column(
                self.tr("Note"),
                lambda one: one.note,
                lambda one, said: approvals.edit(self.hub.project, one.key, note=said),
            ),
        ]

    def _due_columns(self) -> list[Column]:
        said = {
            "withdrawn": self.tr("withdrew and is in the study still"),
            "retention": self.tr("data were to be kept until then"),
            "withdrawal": self.tr("may withdraw until then"),
            "approval": self.tr("has not answered what was sent to approve"),
            "recruit": self.tr("was asked and has not answered"),
        }
        return [
            Column(self.tr("Day"), lambda one: one.on or "", day=True),
            Column(self.tr("Who"), lambda one: one.name),
            Column(self.tr("What"), lambda one: said[one.kind]),
        ]

    def _disclosure_columns(self) -> list[Column]:
        uses = consenting.told()
        return [
            Column(self.tr("Moment"), lambda one: one.at, day=True),
            Column(self.tr("Coder"), lambda one: one.coder),
            Column(self.tr("What"), lambda one: one.path),
            Column(self.tr("Uses"), lambda one: ", ".join(uses.get(use, use) for use in one.uses)),
            Column(self.tr("Participants"), lambda one: ", ".join(one.participants)),
            Column(self.tr("Why"), lambda one: one.why),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.who)
        self.send = self._button("export", self.tr("Send to approve…"), self.choose_what)
        self.buttons = [
            self._button("add", self.tr("Record a consent"), self.add, "participants.add"),
            self.send,
            self._button("import", self.tr("Read a table…"), self.choose_table),
            self._button("delete", self.tr("Remove"), self.remove, "participants.remove"),
        ]
        for button in self.buttons[:2]:
            head.addWidget(button)
        head.addStretch(1)
        for button in self.buttons[2:]:
            head.addWidget(button)
        self.views = QStackedWidget()
        self.views.addWidget(self.nothing)
        self.views.addWidget(self.forms)
        self.below = QTabWidget()
        self.below.setDocumentMode(True)
        for table in (self.due, self.approvals, self.let_out):
            self.below.addTab(table, table.accessibleName())
        self.across = QSplitter(Qt.Orientation.Vertical)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.views)
        self.across.addWidget(self.below)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([380, 200])
        remember_splitter(self.across, "consents", self.hub.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.across, 1)

    def _button(self, name: str, text: str, slot: Callable[[], object], action: str = "") -> QPushButton:
        button = QPushButton(icon(name), text)
        key = actions.shown(action) if action else ""
        button.setToolTip(f"{text} ({key})" if key else text)
        button.clicked.connect(lambda: slot())
        return button

    def refresh(self) -> None:
        project = self.hub.project_or_none
        people = self._kept(participants.listed(project) if project is not None else [], lambda one: one.key)
        forms = self._kept(consents.listed(project) if project is not None else [], lambda one: one.participant)
        sent = self._kept(approvals.listed(project) if project is not None else [], lambda one: one.participant)
        self._standing = consents.standings(project) if project is not None else {}
        self.forms.show_rows(forms)
        self.approvals.show_rows(sent)
        self.due.show_rows(list(due.listed(project, date.today())) if project is not None else [])
        self.let_out.show_rows(disclosures.listed(project) if project is not None else [])
        for place, table in enumerate((self.due, self.approvals, self.let_out)):
            number = len(table.rows.rows)
            self.below.setTabText(place, f"{table.accessibleName()} ({number})" if number else table.accessibleName())
        now = self.who.currentData()
        self.who.clear()
        for one in people:
            self.who.addItem(one.name, one.key)
        self.who.setCurrentIndex(max(0, self.who.findData(now)))
        for button in self.buttons:
            button.setEnabled(bool(people))
        self.nothing.sentence.setText(
            self.tr("No consent is recorded yet: exports are not held to any.")
            if people
            else self.tr("Add participants first; then record here what each agreed to.")
        )
        self.nothing.button.setVisible(bool(people))
        self.views.setCurrentWidget(self.forms if forms else self.nothing)

    def _kept(self, rows: list[Row], who: Callable[[Row], int]) -> list[Row]:
        """Return the rows of participants who are within the sets of the page."""
        from coding.moment import shown

        moment = self.narrowed()
        people = None if moment is None else shown.people(moment)
        return [row for row in rows if people is None or who(row) in people]

    def panes(self) -> Sequence[QWidget]:
        first = self.forms if self.views.currentWidget() is self.forms else self.nothing.button
        return first, self.below.currentWidget()

    def add(self) -> None:
        """Record a form of the participant who is chosen, and begin to write its version."""
        participant = self.who.currentData()
        if participant is None:
            return
        key = self.hub.write(lambda: consents.add(self.hub.project, participant))
        if key is not None:
            self.refresh()
            self.forms.begin(key, _FORM)

    def remove(self) -> None:
        """Take the forms that are selected out of the project."""
        keys = [one.key for one in self.forms.chosen()]
        if keys:
            self.hub.write(lambda: consents.remove(self.hub.project, keys))

    def remove_approvals(self) -> None:
        """Forget that what is selected was sent."""
        keys = [one.key for one in self.approvals.chosen()]
        if keys:
            self.hub.write(lambda: approvals.remove(self.hub.project, keys))

    def choose_table(self) -> None:
        """Ask for a table of consents and read it."""
        tables.choose(self.hub, self, self.tr("Read a table of consents"), self.read_table)

    def read_table(self, path: Path) -> None:
        """Read a table of consents; the form of a version that is there is brought up to date."""
        tables.read(self.hub, path, consents.import_table, lambda found: tables.tell(self.hub, found))

    def choose_what(self) -> None:
        """Offer what may be sent to the participant who is chosen: their quotations, or a transcript."""
        menu = self.menu_of(self.who.currentData())
        menu.popup(self.send.mapToGlobal(QPoint(0, self.send.height())))

    def menu_of(self, participant: int) -> QMenu:
        """Give the menu of what may be sent to a participant."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Quotations"), lambda: self.choose_where(participant, None))
        names = {info.key: info.name for info in documents.listed(self.hub.project)}
        for key in participants.get(self.hub.project, participant).documents:
            said = self.tr("Transcript: {name}").format(name=names[key])
            menu.addAction(said, partial(self.choose_where, participant, key))
        return menu

    def choose_where(self, participant: int, document: int | None) -> None:
        """Ask for a file and write there what is to be approved."""
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        path = saving.ask(self, self.tr("Send to approve"), folder / self.who.currentText(), (".docx", ".html", ".md"))
        if path is not None:
            self.send_to(participant, document, path)

    def send_to(self, participant: int, document: int | None, path: Path) -> None:
        """Write what is to be approved, and note that it was sent today."""
        project, today = self.hub.project, date.today().isoformat()
        self.hub.settings.set("export_folder", str(path.parent))

        def work(_progress: Progress, terms: Any) -> None:
            from coding.exports import approvals as letters

            letters.send(
                self.hub.moment(project),
                participant,
                document,
                path,
                sent_on=today,
                terms=terms,
                template=self.hub.settings.template,
            )

        said = self.tr("Written: {path}").format(path=path)
        consenting.export(self.hub, self, self.tr("Exporting"), work, said)
