"""Who speaks in a document to be: how much, two lines of each, and the role, which one key changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.neighbours import WordsDelegate
from app.roles import ROLES, role_said
from app.widgets import EmptyState

if TYPE_CHECKING:
    from corpus.previews import PreviewVoice

_NAME_WIDTH = 22  # characters


class PreviewVoices(QWidget):
    """`role_given(label, role, in all files)` · `same_said(label, other)`: whose a mark is, another's or its own."""

    role_given = Signal(str, str, bool)
    same_said = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._voices: list[PreviewVoice] = []
        self._elsewhere: Mapping[str, int] = {}
        self.table = QTreeWidget()
        self.table.setItemDelegate(WordsDelegate(self.table))
        self.table.setColumnCount(5)
        self.table.setHeaderLabels(
            [self.tr("Speaker"), self.tr("Role"), self.tr("Turns"), self.tr("Words"), self.tr("First words")]
        )
        self.table.setRootIsDecorated(False)
        self.table.setAllColumnsShowFocus(True)
        self.table.setAccessibleName(self.tr("Speakers"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.currentItemChanged.connect(lambda *_: self._chosen())
        header = self.table.header()
        header.setStretchLastSection(True)
        for column in range(1, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setColumnWidth(0, self.fontMetrics().averageCharWidth() * _NAME_WIDTH)
        hint = self.tr("Select one speaker’s label in the text, and say that it is a label.")
        self.nobody = EmptyState("participants", self.tr("Nobody is marked as speaking."), hint=hint)
        self.nobody.button.setAutoDefault(False)
        self.everywhere = QCheckBox(self.tr("in all files"))
        self._lay_out()
        self._make_actions()

    def _lay_out(self) -> None:
        self.buttons: dict[str, QPushButton] = {}
        below = QHBoxLayout()
        below.setSpacing(8)
        titles = (self.tr("Interviewer"), self.tr("Interviewee"), self.tr("Unknown"))
        for role, title in zip(ROLES, titles, strict=True):
            button = self.buttons[role] = QPushButton(f"{title} ({actions.shown(f'preview.{role}')})")
            button.setToolTip(self.tr("Give the speaker this role; with Shift, in all files where the label stands"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, role=role: self.give(role))
            below.addWidget(button)
        below.addWidget(self.everywhere)
        below.addStretch()
        spoken = QWidget()
        layout = QVBoxLayout(spoken)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(spoken)
        self._stack.addWidget(self.nobody)

    def _make_actions(self) -> None:
        for role in ROLES:
            actions.make(f"preview.{role}", self.window(), partial(self.give, role))
            actions.make(f"preview.{role}_all", self.window(), partial(self.give, role, everywhere=True))
        actions.make("preview.join", self.window(), self._join)
        actions.make("preview.part", self.window(), self._part)

    def show_voices(self, voices: Sequence[PreviewVoice], elsewhere: Mapping[str, int], *, other: bool) -> None:
        """Show who speaks, in an `other` document or anew; `elsewhere` counts the other documents that have a label."""
        kept = self.current
        self._voices, self._elsewhere = list(voices), elsewhere
        self.table.blockSignals(True)
        self.table.clear()
        for voice in voices:
            self._add(voice)
        self.table.blockSignals(False)
        self._stack.setCurrentIndex(0 if voices else 1)
        if voices:
            asked = next((voice.label for voice in voices if voice.same_as is not None), voices[0].label)
            self.choose(asked if kept is None or other else kept.label)
        self._chosen()

    def _add(self, voice: PreviewVoice) -> None:
        number = QLocale().toString
        said = [voice.label, role_said(voice.role), number(voice.turns), number(voice.words), "\n".join(voice.lines)]
        item = QTreeWidgetItem(self.table, said)
        for column in (2, 3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, voice.label)
        item.setToolTip(4, "\n\n".join(voice.lines))

    @property
    def current(self) -> PreviewVoice | None:
        """The speaker that is selected."""
        row = self.table.currentIndex().row()
        return self._voices[row] if 0 <= row < len(self._voices) else None

    def choose(self, label: str) -> None:
        """Select a speaker, or the first where nobody has that label."""
        labels = [voice.label for voice in self._voices]
        item = self.table.topLevelItem(labels.index(label) if label in labels else 0)
        if item is not None:
            self.table.setCurrentItem(item)

    def _chosen(self) -> None:
        voice = self.current
        for button in self.buttons.values():
            button.setEnabled(voice is not None)
        others = self._elsewhere.get(voice.label, 0) if voice else 0
        self.everywhere.setVisible(others > 0)
        self.everywhere.setToolTip(self.tr("The label stands in %n other file(s), too", "", others))

    def give(self, role: str, *, everywhere: bool = False) -> None:
        """Give the selected speaker a role, in all files where that is asked for."""
        voice = self.current
        if voice is not None:
            also = everywhere or (self.everywhere.isVisible() and self.everywhere.isChecked())
            self.role_given.emit(voice.label, role, also)

    def _join(self) -> None:
        if (voice := self.current) is not None and voice.same_as is not None:
            self.same_said.emit(voice.label, voice.same_as)

    def _part(self) -> None:
        if (voice := self.current) is not None and voice.same_as is not None:
            self.same_said.emit(voice.label, voice.label)
