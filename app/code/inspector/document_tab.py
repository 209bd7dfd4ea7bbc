"""The document in focus: what it is, who talks in it, and which codes are on the whole of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.code.inspector.focus import Focus
from app.code.turns import rename
from app.hub import Hub
from app.i18n import moment
from app.neighbours import NamesDelegate
from app.roles import ROLES, role_said
from app.widgets import NamesBox
from corpus import documents
from corpus.documents import SpeakerInfo
from corpus.people import participants

_ROOM_FOR_COUNTS = 480  # pixels


class DocumentTab(QWidget):
    """Roles and participants of the speakers can be changed here."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, 5)
        self.table.setItemDelegate(NamesDelegate(self.table))
        self.table.setAccessibleName(self.tr("Speakers"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Speaker"), self.tr("Role"), self.tr("Who"), self.tr("Passages"), self.tr("Words")]
        )
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self._speakers: list[SpeakerInfo] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.facts)
        layout.addWidget(self.table, 1)

    def show_focus(self, focus: Focus | None) -> None:
        """Show the document."""
        if focus is None:
            self.facts.clear()
            self.table.setRowCount(0)
            return
        info, number = focus.document, QLocale().toString
        self.facts.setText(
            self.tr(
                "{name}\n{words} words, {passages} passages, {codings} codings · {language} · imported {moment}"
            ).format(
                name=info.name,
                words=number(info.words),
                passages=number(info.passages),
                codings=number(focus.book.coded(info.key)),
                moment=moment(info.imported_at),
                language=QLocale(info.language).nativeLanguageName() or info.language,
            )
        )
        self._show_speakers(focus)

    def _show_speakers(self, focus: Focus) -> None:
        project = focus.book.project
        speakers = self._speakers = documents.speakers(project, focus.document.key)
        people = [(person.key, person.name) for person in participants.listed(project)]
        by_name = {name: key for key, name in people}
        self.table.setRowCount(len(speakers))
        self.table.verticalHeader().setDefaultSectionSize(QComboBox().sizeHint().height() + 6)
        for row, speaker in enumerate(speakers):
            for column, text in (
                (0, speaker.label),
                (3, str(speaker.passages)),
                (4, QLocale().toString(speaker.words)),
            ):
                self.table.setItem(row, column, QTableWidgetItem(text))
            counts_said = self.tr("passages: {passages}, words: {words}")
            speaker_item = self.table.item(row, 0)
            assert speaker_item is not None
            speaker_item.setToolTip(counts_said.format(passages=speaker.passages, words=speaker.words))
            roles = _choices([(role, role_said(role)) for role in ROLES], speaker.role)
            roles.setAccessibleName(self.tr("Role of {speaker}").format(speaker=speaker.label))
            roles.activated.connect(
                lambda _i, key=speaker.key, box=roles: self._write(
                    lambda: documents.set_role(project, key, box.currentData())
                )
            )
            self.table.setCellWidget(row, 1, roles)
            person = by_name.get(speaker.participant or "")
            who = _choices([(None, "—"), *people], person)
            who.setAccessibleName(self.tr("Participant who is {speaker}").format(speaker=speaker.label))
            who.activated.connect(
                lambda _i, key=speaker.key, box=who: self._write(
                    lambda: participants.tie_speaker(project, key, box.currentData())
                )
            )
            self.table.setCellWidget(row, 2, who)

    def _menu(self, point: QPoint) -> None:
        row = self.table.rowAt(point.y())
        if 0 <= row < len(self._speakers):
            self.menu_of(self._speakers[row]).popup(self.table.viewport().mapToGlobal(point))

    def menu_of(self, speaker: SpeakerInfo) -> QMenu:
        """Give the menu of a speaker."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made = menu.addAction(self.tr("Rename, or join with another…"), lambda: rename(self.hub, speaker, self))
        made.setEnabled(self.hub.project.writable)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (3, 4):
            self.table.setColumnHidden(column, self.width() < _ROOM_FOR_COUNTS)

    def _write(self, verb: Callable[[], object]) -> None:
        self.hub.write(verb)


def _choices(choices: list[tuple[object, str]], now: object) -> QComboBox:
    box = NamesBox()
    box.setStyleSheet("QComboBox { margin: 2px 6px 2px 0; }")  # rows of them would touch
    for data, text in choices:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box
