"""The status bar: project, coder, language, when it was last saved, the index, and the running job with its cancel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTime, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QStyle, QStyleOption, QToolButton, QWidget

from app import actions
from app.eliding import in_words
from app.errors_text import change_label
from app.hub import Hub
from app.i18n import LANGUAGES
from app.icons import icon
from app.shell.coder_switch import Whose
from app.shell.names_button import NamesButton
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from corpus.store.project import Changes

_SHOW_JOB_AFTER_MS = 200
_SAID_MS = 8_000
_MARGIN = 8
_ABOUT_DUE = frozenset({"consent", "approval", "recruit", "participant", "participation"})


@dataclass(frozen=True, slots=True)
class _Fresh:
    """What was changed just now, said where nobody else says it, and the action that takes it back."""

    sentence: str
    key: str


class Status(QStatusBar):
    """Told by the hub; work over 200 ms is shown, and can be cancelled here.

    Whatever was changed is said with the key that takes it back: in the words of whoever did it, else by its label.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._fresh: _Fresh | None = None
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self._tell)
        self.setSizeGripEnabled(False)
        self.study, self.job = ElidedLabel(), ElidedLabel()
        self.coder, self.language, self.saved, self.index = Whose(hub), QLabel(), QLabel(), QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("Progress of the running job"))
        self.cancel = QToolButton()
        self.cancel.setIcon(icon("close"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop the running job; nothing of it remains"))
        self.cancel.setAccessibleName(self.tr("Cancel the running job"))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.clicked.connect(self._cancel)
        self.names = NamesButton(hub)
        self.due = QToolButton()
        self.due.setAutoRaise(True)
        self.due.setToolTip(self.tr("Deadlines, data to be kept no longer, and answers awaited: shows them"))
        self.due.clicked.connect(hub.show_due)
        self._lay_out()
        self._late = QTimer(self, singleShot=True, interval=_SHOW_JOB_AFTER_MS)
        self._late.timeout.connect(self._show_job)
        jobs = hub.jobs
        jobs.started.connect(self._job_started)
        jobs.progressed.connect(self._job_progressed)
        jobs.finished.connect(self._job_finished)
        hub.opened.connect(self.project_opened)
        hub.closed.connect(self.project_closed)
        hub.changed.connect(self._changed)
        hub.told.connect(lambda said, *_: self._told_apart(said))
        hub.changed.connect(self._count_due)
        hub.said.connect(self._say)
        self._job_finished()
        if hub.project_or_none is None:
            self.project_closed()
        else:
            self.project_opened()

    def _lay_out(self) -> None:
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self.study, 3)
        for part in (self.language, self.saved, self.index):
            part.setProperty("muted", True)
            part.setContentsMargins(8, 0, 8, 0)
            part.setTextFormat(Qt.TextFormat.PlainText)
        self.addPermanentWidget(self.job, 2)
        for widget in (
            *(self.due, self.bar, self.cancel, self.names),
            *(self.coder, self.language, self.saved, self.index),
        ):
            self.addPermanentWidget(widget)

    def project_opened(self) -> None:
        """Say which study is open, by whom and in what language."""
        project = self.hub.project
        info = project.info()
        self.study.setText(info.name if project.writable else self.tr("{study} (reading only)").format(study=info.name))
        self.study.setToolTip(str(project.path))
        self.coder.say()
        self.language.setText(LANGUAGES.get(info.language, info.language))
        self.language.setToolTip(self.tr("Language of the interviews"))
        self._saved()
        self._show_project(True)
        self._count_due()

    def project_closed(self) -> None:
        """Say nothing of a study."""
        self.study.setText("")
        self._show_project(False)
        self.due.hide()

    def _count_due(self, changes: Changes | None = None) -> None:
        """Say quietly how much is due, nothing where nothing is."""
        if changes is not None and not changes.keys.keys() & _ABOUT_DUE:
            return
        from corpus.people import due

        number = len(due.listed(self.hub.project, date.today()))
        self.due.setText(self.tr("%n thing(s) due", "", number))
        self.due.setVisible(number > 0)

    def _show_project(self, shown: bool) -> None:
        parts: tuple[QWidget, ...] = (self.coder, self.language, self.saved, self.index)
        for part in parts:
            part.setVisible(shown)

    def _changed(self, changes: Changes) -> None:
        self._saved()
        step = self.hub.undoable()
        label = change_label(changes.label)
        if step is not None and step.change == changes.id:
            self._fresh = _Fresh(self.tr("Done: {change}").format(change=label), "edit.undo")
        elif changes.kind == "undo":
            taken = self.hub.redoable()
            label = change_label(taken.label) if taken else label
            self._fresh = _Fresh(self.tr("Undone: {label}").format(label=label), "edit.redo")
        else:
            self._fresh = None
        self._told.start()

    def _tell(self) -> None:
        """Say what was changed, where nobody did."""
        if self._fresh is not None:
            self._say(self._fresh.sentence)

    def _told_apart(self, sentence: str) -> None:
        """Leave the key out where a notice has a button for it."""
        self._fresh = None
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        key = actions.shown(self._fresh.key) if self._fresh is not None else ""
        self._fresh = None
        self.showMessage(f"{sentence.removesuffix('.')} · {key}" if key else sentence, _SAID_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shorten what is said in the middle: its end is the key."""
        said = self.currentMessage()
        if not said:
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        room = self._room()
        painter.setPen(self.palette().windowText().color())
        shown = in_words(said, room.width(), self.fontMetrics().horizontalAdvance)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _room(self) -> QRect:
        parts: tuple[QWidget, ...] = (
            *(self.due, self.job, self.bar, self.cancel, self.names),
            *(self.coder, self.language, self.saved, self.index),
        )
        end = min((part.x() for part in parts if part.isVisible()), default=self.width())
        return QRect(_MARGIN, 0, max(0, end - 2 * _MARGIN), self.height())

    def _saved(self) -> None:
        self.saved.setText(self.tr("saved {time}").format(time=QTime.currentTime().toString("HH:mm")))
        self.saved.setToolTip(self.tr("Every change is saved at once"))

    def index_says(self, state: str) -> None:
        """Show the state of the search index: "busy", "ready", "failed" or nothing."""
        words = {"busy": self.tr("index …"), "ready": self.tr("index ready"), "failed": self.tr("no index")}
        self.index.setText(words.get(state, ""))
        self.index.setToolTip(self.tr("Whether search knows of the latest changes"))

    def _job_started(self, label: str) -> None:
        self.job.setText(label)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._late.start()

    def _show_job(self) -> None:
        for part in (self.job, self.bar, self.cancel):
            part.show()

    def _job_progressed(self, done: int, total: int, doing: str) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.bar.setToolTip(doing)

    def _job_finished(self) -> None:
        self._late.stop()
        for part in (self.job, self.bar, self.cancel):
            part.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.job.setText(self.tr("Stopping …"))
        self.hub.jobs.cancel()
