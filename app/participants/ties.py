"""Where a participant speaks: documents to be ticked, and under each the speakers that may be them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMenu, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.hub import Hub, Place
from app.neighbours import NamesDelegate
from app.roles import ROLES, role_said
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from corpus.documents import SpeakerInfo
    from corpus.people.participants import ParticipantInfo

_Role = Qt.ItemDataRole
_DOCUMENT, _SPEAKER = int(_Role.UserRole), int(_Role.UserRole) + 1


class Ties(QWidget):
    """Ties one participant to documents and speakers."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.person: ParticipantInfo | None = None
        self.title = ElidedLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        hint = QLabel(self.tr("Tick where they speak, and which speaker they are."))
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter documents"))
        self.search.setAccessibleName(self.tr("Filter documents"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.only = QCheckBox(self.tr("Not tied yet"))
        self.only.setToolTip(self.tr("Documents that no participant is tied to yet, and this participant's own"))
        self.only.toggled.connect(self._narrow)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Documents and speakers"))
        self.tree.setItemDelegate(NamesDelegate(self.tree))
        self.tree.itemChanged.connect(self._ticked)
        self.tree.itemActivated.connect(self._open)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        for part in (self.title, hint, self.search, self.only):
            layout.addWidget(part)
        layout.addWidget(self.tree, 1)

    def show_person(self, person: ParticipantInfo | None) -> None:
        """Show where this participant speaks."""
        kept = self.tree.verticalScrollBar().value() if person and self.person and person.key == self.person.key else 0
        self.person = person
        blocked = QSignalBlocker(self.tree)
        self.tree.clear()
        self.setEnabled(person is not None)
        self.title.setText(person.name if person else self.tr("Choose a participant"))
        if person is not None:
            self._fill(person)
        blocked.unblock()
        self._narrow()
        self.tree.verticalScrollBar().setValue(kept)

    def _fill(self, person: ParticipantInfo) -> None:
        voices = self.hub.moment().voices
        speakers: dict[int, list[SpeakerInfo]] = {}
        for speaker in voices.speakers.values():
            speakers.setdefault(speaker.document, []).append(speaker)
        for info in voices.documents:
            tied = info.key in person.documents
            item = QTreeWidgetItem(self.tree, [info.name])
            item.setData(0, _DOCUMENT, info.key)
            others = [name for name in info.participants if name != person.name]
            tip = self.tr("{document}; with {others}") if others else "{document}"
            item.setToolTip(0, tip.format(document=info.name, others=", ".join(others)))
            item.setData(0, _SPEAKER + 1, bool(others) and not tied)
            item.setCheckState(0, Qt.CheckState.Checked if tied else Qt.CheckState.Unchecked)
            for speaker in speakers.get(info.key, ()) if tied else ():
                self._add_speaker(item, speaker, person)
            item.setExpanded(tied)

    def _add_speaker(self, item: QTreeWidgetItem, speaker: SpeakerInfo, person: ParticipantInfo) -> None:
        mine = speaker.participant == person.name
        text = self.tr("{speaker} · %n turn(s)", "", speaker.passages).format(speaker=speaker.label)
        if speaker.participant and not mine:
            text += f" · {speaker.participant}"
        elif speaker.role == "interviewer":
            text += " · " + self.tr("interviewer")
        child = QTreeWidgetItem(item, [text])
        child.setData(0, _SPEAKER, speaker.key)
        child.setToolTip(0, text)
        child.setCheckState(0, Qt.CheckState.Checked if mine else Qt.CheckState.Unchecked)

    def _narrow(self, _changed: object = None) -> None:
        from corpus.words import folded

        wanted = folded(self.search.text()).split()
        for n in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(n)
            if item is not None:
                taken = self.only.isChecked() and bool(item.data(0, _SPEAKER + 1))
                item.setHidden(taken or not all(word in folded(item.text(0)) for word in wanted))

    def _ticked(self, item: QTreeWidgetItem) -> None:
        # Not at once: the tree is filled anew by the change, and is still busy with the click.
        document, speaker = item.data(0, _DOCUMENT), item.data(0, _SPEAKER)
        on = item.checkState(0) is Qt.CheckState.Checked
        QTimer.singleShot(0, self, lambda: self._tie(document, speaker, on))

    def _tie(self, document: int | None, speaker: int | None, on: bool) -> None:
        from corpus.people import participants

        person, project = self.person, self.hub.project_or_none
        if person is None or project is None:
            return
        if speaker is not None:
            self.hub.write(lambda: participants.tie_speaker(project, speaker, person.key if on else None))
        elif document is not None:
            verb = participants.tie if on else participants.untie
            self.hub.write(lambda: verb(project, person.key, document))
        self.show_person(self.person)

    def _menu(self, point: QPoint) -> None:
        item = self.tree.itemAt(point)
        if item is not None and item.data(0, _SPEAKER) is not None:
            self.menu_of(item.data(0, _SPEAKER)).popup(self.tree.viewport().mapToGlobal(point))

    def menu_of(self, key: int) -> QMenu:
        """Give the menu of a speaker: their name, and their role in the interview."""
        from app.code.turns import rename
        from corpus import documents

        project, speaker = self.hub.project, self.hub.moment().voices.speakers[key]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename, or join with another…"), lambda: rename(self.hub, speaker, self))
        menu.addSeparator()
        for role in ROLES:
            made = menu.addAction(role_said(role))
            made.setCheckable(True)
            made.setChecked(speaker.role == role)
            made.triggered.connect(
                lambda _checked=False, role=role: self.hub.write(lambda: documents.set_role(project, key, role))
            )
        menu.setEnabled(project.writable)
        return menu

    def _open(self, item: QTreeWidgetItem) -> None:
        above: QTreeWidgetItem | None = item.parent()
        document = item.data(0, _DOCUMENT) if above is None else above.data(0, _DOCUMENT)
        if document is not None:
            self.hub.show_place(Place(document))
