"""The left of the tab: the versions of the guide, the questions of one, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.guide.questions import QuestionView
from app.guide.shown import GuideState
from app.hub import Hub
from app.i18n import moment
from app.icons import icon
from app.widgets import NamesBox
from corpus.guide import guides, questions

if TYPE_CHECKING:
    from corpus.guide.guides import QuestionInfo


class Versions(QWidget):
    """version_chosen(int) · question_chosen(int) · new_asked(): another version, of a text · edit_asked(): its name."""

    version_chosen = Signal(int)
    question_chosen = Signal(int)
    new_asked = Signal()
    edit_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.shown: GuideState | None = None
        self.combo = NamesBox()
        self.combo.setAccessibleName(self.tr("Version of the guide"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.activated.connect(lambda: self.version_chosen.emit(self.combo.currentData()))
        self.list = QuestionView()
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.text, self.topic = QLineEdit(), QLineEdit()
        for line, name, said in (
            (self.text, "text", self.tr("Words of the question")),
            (self.topic, "topic", self.tr("Topic")),
        ):
            line.setAccessibleName(said)
            line.editingFinished.connect(lambda line=line, name=name: self._typed(line, name))
        self.more = self._button("add", self.tr("New version"))
        self.more.setMenu(self._menu())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rename = self._button("edit", self.tr("Name and date of the version…"), self.edit_asked.emit)
        self.drop = self._button("delete", self.tr("Remove the version"), self.remove_version)
        self.add = self._button("add", self.tr("Add a question below"), self.add_question)
        self.up = self._button("up", self.tr("Move the question up"), lambda: self.shift(-1))
        self.down = self._button("down", self.tr("Move the question down"), lambda: self.shift(1))
        self.remove = self._button("delete", self.tr("Remove the question"), self.remove_question)
        self._lay_out()

    def _button(self, name: str, said: str, slot: Callable[[], object] | None = None) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(said)
        button.setAccessibleName(said)
        if slot is not None:
            button.clicked.connect(lambda: slot())
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("document"), self.tr("Paste, read or draft a guide…"), self.new_asked.emit)
        menu.addAction(icon("split"), self.tr("Copy this version, to be changed"), self.copy)
        return menu

    def _lay_out(self) -> None:
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.combo, 1)
        for button in (self.more, self.rename, self.drop):
            head.addWidget(button)
        for button in (self.add, self.up, self.down, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Question"), self.text)
        form.addRow(self.tr("Topic"), self.topic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addLayout(tools)

    def show_version(self, shown: GuideState | None) -> None:
        """Show a version, with the question in focus that was."""
        before, self.shown = self.current, shown
        blocked = QSignalBlocker(self.combo)
        self.combo.clear()
        for one in shown.moment.guiding.versions if shown is not None else ():
            said = self.tr("{name} · from {date}").format(name=one.name, date=moment(one.used_from or ""))
            self.combo.addItem(said if one.used_from else one.name, one.key)
        if shown is not None:
            self.combo.setCurrentIndex(self.combo.findData(shown.version.key))
        blocked.unblock()
        self.list.questions.show_questions(shown)
        keys = [one.key for one in shown.questions] if shown is not None else []
        at = keys.index(before.key) if before is not None and before.key in keys else 0
        if keys:
            self.list.setCurrentIndex(self.list.questions.index(at))
        self._fill()

    @property
    def current(self) -> QuestionInfo | None:
        """The question in focus."""
        row = self.list.currentIndex().row()
        return self.shown.questions[row] if self.shown is not None and 0 <= row < len(self.shown.questions) else None

    def choose(self, key: int) -> None:
        """Bring a question to the front."""
        for row, one in enumerate(self.shown.questions if self.shown is not None else ()):
            if one.key == key and row != self.list.currentIndex().row():
                self.list.setCurrentIndex(self.list.questions.index(row))

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._fill()
        if self.current is not None:
            self.question_chosen.emit(self.current.key)

    def _fill(self) -> None:
        one = self.current
        for line, words in ((self.text, one.text if one else ""), (self.topic, one.topic if one else "")):
            line.setText(words)
            line.setCursorPosition(0)
            line.setEnabled(one is not None)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(one is not None)

    def _typed(self, line: QLineEdit, name: str) -> None:
        one, words = self.current, line.text().strip()
        if one is None or words == getattr(one, name) or (name == "text" and not words):
            return
        key, project = one.key, self.hub.project
        self.hub.write(lambda: questions.edit(project, key, **{name: words}))

    def add_question(self) -> None:
        """Add a question below the one in focus, to be worded."""
        if self.shown is None:
            return
        guide, project = self.shown.version.key, self.hub.project
        place = self.list.currentIndex().row() + 1
        self.hub.write(lambda: questions.add(project, guide, self.tr("New question"), position=place), self._added)

    def _added(self, key: int) -> None:
        self.choose(key)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def shift(self, by: int) -> None:
        """Put the question in focus further up or down."""
        if (one := self.current) is not None and self.shown is not None:
            to, project, key = one.number - 1 + by, self.hub.project, one.key
            if 0 <= to < len(self.shown.questions):
                self.hub.write(lambda: questions.move(project, key, to))

    def remove_question(self) -> None:
        """Take the question in focus away."""
        if (one := self.current) is not None:
            project, key = self.hub.project, one.key
            self.hub.write(lambda: questions.remove(project, [key]))

    def remove_version(self) -> None:
        """Take the version away; undo brings it back."""
        if self.shown is not None:
            project, key = self.hub.project, self.shown.version.key
            self.hub.write(lambda: guides.remove(project, key))

    def copy(self) -> None:
        """Make a version whose questions carry on those of this one, and show it."""
        if self.shown is None:
            return
        project, key = self.hub.project, self.shown.version.key
        taken = {one.name for one in self.shown.moment.guiding.versions}
        name = next(said for n in range(2, len(taken) + 3) if (said := f"{self.shown.version.name} ({n})") not in taken)
        self.hub.write(lambda: guides.copy(project, key, name), self.version_chosen.emit)
