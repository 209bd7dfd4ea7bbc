"""The Participants page: the respondents' table with where each speaks, and what else is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app import actions
from app.hub import Hub
from app.page import Page
from app.participants import tables
from app.participants.documents_tab import Documents
from app.participants.firms import Organisations
from app.participants.people import People
from app.participants.tabs import Later, Tab
from app.shell.importing import dropped

if TYPE_CHECKING:
    from corpus.people.participants import ParticipantsImported
    from corpus.store.project import Changes

TABLES = (".csv", ".tsv", ".xlsx")
_ABOUT_PEOPLE = frozenset({"participant", "participation", "attribute", "attribute_value", "document", "speaker"})
_ABOUT_COUNTS = _ABOUT_PEOPLE | {"coding", "passage"}


class ParticipantsPage(Page):
    """Tabs: participants, and what else is known of people and documents."""

    name = "participants"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self._stale = False
        self.people = People(hub)
        self.tabs = QTabWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.people, self.tr("Participants"))
        self.later = [Later(make, hub, self.people.filter.narrowed) for _, make in self._more()]
        corner = QWidget()
        kept = QHBoxLayout(corner)
        kept.setContentsMargins(0, 0, 8, 0)
        kept.addWidget(self.people.filter)
        self.tabs.setCornerWidget(corner)
        self.people.filter.chosen.connect(lambda _within: self._keep_within())
        for place, (title, _) in zip(self.later, self._more(), strict=True):
            self.tabs.addTab(place, title)
        self.setAcceptDrops(True)
        self.people.import_asked.connect(self.choose_table)
        self.people.memo_asked.connect(self.write_memo)
        hub.participant_asked.connect(self.show_participant)
        hub.due_asked.connect(self.show_due)
        actions.make("participants.add", self.people, self.people.add)
        actions.make("participants.attribute", self.people, self.people.add_attribute)
        actions.make("participants.remove", self.people.table, self.people.remove)
        self.people.erasing = [
            actions.make("participants.leave_out", self.people.table, self.people.leave_out),
            actions.make("participants.erase", self.people.table, self.people.erase),
            actions.make("participants.erase_words", self.people.table, self.people.erase_words),
        ]
        actions.make("participants.set", self.people.table, self.people.offer_sets)
        actions.make("participants.import", self, self.choose_table)
        actions.make("participants.memo", self, self.write_memo)
        self.people.name_keys()

    def _more(self) -> Sequence[tuple[str, Callable[[Hub], Tab]]]:
        """Give the tabs behind the first: what each is called, and what builds it when it is first shown."""
        return (
            (self.tr("Organisations"), _organisations_tab),
            (self.tr("Documents"), _documents_tab),
            (self.tr("Consent"), _consent_tab),
            (self.tr("Recruitment"), _recruitment_tab),
            (self.tr("Interview guide"), _guide_tab),
            (self.tr("Names"), _names_tab),
        )

    def project_opened(self) -> None:
        self.people.filter.recall()
        self._refresh()

    def project_closed(self) -> None:
        self.people.refresh()
        for tab in self.later:
            tab.changed()

    def project_changed(self, changes: Changes) -> None:
        touched = changes.keys.keys()
        anew = self.people.filter.concerns(changes)
        if anew:
            self.people.keep_within()
        for tab in self.later:
            tab.changed(changes, anew=anew)
        if touched & _ABOUT_PEOPLE:
            self.people.refresh()
        if touched & _ABOUT_COUNTS:
            if self.isVisible():
                self.people.count()
            else:
                self._stale = True

    def _keep_within(self) -> None:
        """Show every tab within the sets that are chosen."""
        self.people.keep_within()
        for tab in self.later:
            tab.changed()

    def entered(self) -> None:
        if self._stale:
            self._stale = False
            self.people.count()

    def _refresh(self) -> None:
        self.people.refresh()
        for tab in self.later:
            tab.changed()
        self._stale = not self.isVisible()
        if self.isVisible():
            self.people.count()

    def restyled(self) -> None:
        self.people.restyled()
        for tab in self.later:
            tab.changed()

    def home(self) -> QWidget:
        return self.panes()[0]

    @property
    def shown(self) -> Tab | None:
        """The tab in front where it is one of those behind the first."""
        place = self.tabs.currentWidget()
        return place.made() if isinstance(place, Later) else None

    def panes(self) -> Sequence[QWidget]:
        if (shown := self.shown) is not None:
            return shown.panes()
        return self.people.table, self.people.ties

    def begin_search(self) -> None:
        if (shown := self.shown) is not None:
            if shown.search is not None:
                shown.search.setFocus()
                shown.search.selectAll()
            return
        self.people.search.setFocus()
        self.people.search.selectAll()

    def show_participant(self, key: int) -> None:
        """Bring a participant to the front."""
        self.tabs.setCurrentWidget(self.people)
        self.people.choose(key)

    def show_due(self) -> None:
        """Bring what is due to the front."""
        place = next(number for number, (_, make) in enumerate(self._more()) if make is _consent_tab)
        self.tabs.setCurrentWidget(self.later[place])
        self.later[place].made().panes()[-1].setFocus()

    def write_memo(self) -> None:
        """Begin a memo on the participant in focus, else on the study."""
        from coding.memos import Target

        person = self.people.current if self.tabs.currentWidget() is self.people else None
        self.hub.write_memo([Target("participant", person.key, label=person.name)] if person else [])

    def choose_table(self) -> None:
        """Ask for a table of participants and read it."""
        tables.choose(self.hub, self, self.tr("Read a table of participants"), self.read_table)

    def read_table(self, path: Path, key: str | None = None) -> None:
        """Read a table of participants; `key` is the column that names documents, by default the first."""
        from corpus.people import participants

        self.tabs.setCurrentWidget(self.people)
        tables.read(self.hub, path, participants.import_table, lambda found: self._read(path, found), key=key)

    def _read(self, path: Path, found: ParticipantsImported) -> None:
        self.people.notice.tell(path, found, lambda key: self.read_table(path, key))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _tables(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _tables(event)
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        read = getattr(self.shown, "read_table", self.read_table)
        for path in paths:
            read(path)


def _organisations_tab(hub: Hub) -> Tab:

    return Organisations(hub)


def _documents_tab(hub: Hub) -> Tab:

    return Documents(hub)


def _consent_tab(hub: Hub) -> Tab:
    from app.participants.consent_tab import ConsentTab

    return ConsentTab(hub)


def _guide_tab(hub: Hub) -> Tab:
    from app.guide.tab import GuideTab

    return GuideTab(hub)


def _recruitment_tab(hub: Hub) -> Tab:
    from app.participants.recruitment_tab import RecruitmentTab

    return RecruitmentTab(hub)


def _names_tab(hub: Hub) -> Tab:
    from app.participants.names_tab import NamesTab

    return NamesTab(hub)


def _tables(event: QDropEvent) -> list[Path]:
    """Give what is dropped where all of it is tables; the window takes everything else."""
    paths = dropped(event.mimeData())
    return paths if paths and all(path.suffix.lower() in TABLES for path in paths) else []
