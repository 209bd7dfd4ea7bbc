"""The preview: before anything is written, what each file would bring, and how to have it otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.codebook.questions import ask_removal
from app.errors_text import sentence
from app.hub import Hub
from app.shell.preview.choices import PreviewChoices
from app.shell.preview.files import FileList
from app.shell.preview.notes import PreviewNotes
from app.shell.preview.opening import PreviewOpening
from app.shell.preview.voices import PreviewVoices
from app.widgets import ElidedLabel, packed, remember_splitter, unpacked

if TYPE_CHECKING:
    from corpus.drafts import DraftPassage, Role
    from corpus.importers.reader_process import Drafts
    from corpus.importing import Outcome
    from corpus.pending import Pending
    from corpus.previews import Preview


class PreviewDialog(QDialog):
    """Not modal. What is written are the very drafts that are shown; `written(outcomes)` is called with them."""

    def __init__(
        self,
        hub: Hub,
        drafts: Drafts,
        pending: Sequence[Pending],
        written: Callable[[list[Outcome]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.hub, self._drafts, self._written = hub, drafts, written
        self.pending = list(pending)
        self.outcomes: list[Outcome] = []
        self._reading = self._over = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import: what will come in"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.summary, self.name, self.facts = QLabel(), ElidedLabel(), ElidedLabel()
        self.list, self.notes = FileList(self), PreviewNotes(self)
        self.choices, self.voices, self.opening = (
            PreviewChoices(hub.settings, self),
            PreviewVoices(self),
            PreviewOpening(self),
        )
        self.bar = QProgressBar()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._listen()
        self._wait(False)
        self._show_all()
        self.list.choose(0)
        self._resize()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.summary.setWordWrap(True)
        self.facts.setProperty("muted", True)
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.name.setFont(font)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("The file is being read again"))
        self.write.setProperty("primary", True)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.voices)
        self.parts.addWidget(self.opening)
        self.parts.setSizes([220, 340])
        self.room = QWidget()  # below what is said of a file that can't be read
        right = QWidget()
        down = QVBoxLayout(right)
        down.setContentsMargins(16, 0, 0, 0)
        down.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.name, 1)
        above.addWidget(self.choices.first)
        above.addWidget(self.choices.all)
        down.addLayout(above)
        for part in (self.facts, self.notes, self.choices):
            down.addWidget(part)
        down.addWidget(self.parts, 1)
        down.addWidget(self.room, 1)
        self.across = QSplitter()
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.list)
        self.across.addWidget(right)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([300, 800])
        below = QHBoxLayout()
        below.addWidget(self.summary, 1)
        below.addWidget(self.bar)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.across, 1)
        layout.addLayout(below)
        self.write.setDefault(True)  # not before it stands in the dialog, which would forget it

    def _listen(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.files.ticked.connect(self._ticked)
        self.voices.role_given.connect(self.give_role)
        for part in (self.voices, self.notes):
            part.same_said.connect(self.join)
        self.notes.compare_asked.connect(self.compare)
        actions.make("preview.compare", self, self.compare)
        self.opening.label_selected.connect(self._generalise)
        self.opening.more_asked.connect(self._more)
        self.choices.asked.connect(self.ask)
        self.choices.language_said.connect(self.say_language)
        self.choices.everywhere.connect(self.ask_everywhere)
        self.choices.anew.connect(self.begin_anew)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.hub.closed.connect(self._give_up)
        self.hub.restyled.connect(self._show_all)

    def _resize(self) -> None:
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        self.resize(min(1120, room.width() - 40), min(780, room.height() - 60))
        self.restoreGeometry(unpacked(self.hub.settings.get("preview.geometry")))
        remember_splitter(self.across, "preview", self.hub.settings)
        remember_splitter(self.parts, "preview.parts", self.hub.settings)

    # what is shown

    @property
    def current(self) -> Pending:
        """The document that is shown."""
        return self.pending[max(self.list.currentIndex().row(), 0)]

    def _show_all(self) -> None:
        self.list.files.show_pending(self.pending)
        self._show(self.list.currentIndex().row(), other=False)
        self._count()

    def _show(self, row: int, *, other: bool = True) -> None:
        if not 0 <= row < len(self.pending):
            return
        one = self.pending[row]
        preview = one.shown
        self.name.setText(preview.name)
        self.facts.setText(self._facts(preview))
        self.notes.show_notes(one)
        self.choices.show_choices(one, several=len({each.path for each in self.pending}) > 1)
        self.parts.setVisible(preview.error is None)
        self.room.setVisible(preview.error is not None)
        self.voices.show_voices(preview.voices, self._elsewhere(one), other=other)
        self.opening.show_opening(preview)
        if other and (label := preview.doubtful_label) is not None:
            self.opening.select(*label)

    def _more(self, length: int) -> None:
        """Show more of the text, which waits on disk."""
        one = self.current

        def show(found: tuple[str, Sequence[DraftPassage]]) -> None:
            if self.current.found is one.found:
                self.opening.show_more(*found)

        self.hub.jobs.run("", lambda _progress: one.beginning(length), show, quiet=True, key="preview.more")

    def _elsewhere(self, one: Pending) -> dict[str, int]:
        """Return in how many other documents each label stands."""
        found: dict[str, int] = {}
        for other in self.pending:
            if other is not one and other.writable:
                for voice in other.preview.voices:
                    found[voice.label] = found.get(voice.label, 0) + 1
        return found

    def _facts(self, preview: Preview) -> str:
        facts = [preview.path.suffix.lstrip(".").upper()]
        if preview.error is None:
            facts += [self.tr("%Ln word(s)", "", preview.words), self.tr("%Ln passage(s)", "", preview.passages)]
        return " · ".join([*filter(None, facts), str(preview.path.parent)])

    def _ticked(self) -> None:
        self.pending = list(self.list.files.pending)
        self._count()

    def _count(self) -> None:
        coming = sum(one.comes_in for one in self.pending)
        status = [one.shown.status for one in self.pending]
        parts = [
            self.tr("%n document(s)", "", len(status)),
            *(
                said.format(count=count)
                for count, said in (
                    (status.count("doubtful"), self.tr("{count} to look at")),
                    (status.count("refused"), self.tr("{count} can't be read")),
                    (status.count("duplicate"), self.tr("{count} there already")),
                )
                if count
            ),
        ]
        self.summary.setText(", ".join(parts))
        self.write.setText(self.tr("&Import %n document(s)", "", coming))
        self.write.setEnabled(coming > 0 and not self._reading)

    # what the person answers

    def _answer(self, change: Callable[[Pending], Pending], *, everywhere: bool = False) -> None:
        now = self.current
        self.pending = [change(one) if everywhere or one is now else one for one in self.pending]
        self._show_all()

    def give_role(self, label: str, role: Role, everywhere: bool) -> None:
        """Give a speaker its role, in this document or in all that have the label."""
        self._answer(lambda one: one.with_role(label, role), everywhere=everywhere)

    def join(self, label: str, other: str) -> None:
        """Say whose a mark is in this document: its own, or another's."""
        self._answer(lambda one: one.answer(one.answers.joined(label, other)))

    def say_language(self, language: str) -> None:
        """Say in which language this document is."""
        from dataclasses import replace

        self._answer(lambda one: one.answer(replace(one.answers, language=language or None)))

    def compare(self) -> None:
        """Show what this file would change in the document that it looks like a corrected version of."""
        from app.code import corrected
        from corpus import documents

        one, name = self.current, self.current.preview.corrects
        if name is not None and one.writable:
            key = documents.find(self.hub.project, name).key
            corrected.show(self.hub, key, lambda _progress: one.load(), self, lambda: self._in_its_place(one, name))

    def _in_its_place(self, one: Pending, name: str) -> None:
        """Let a file that is in a document's place by now come in no more."""
        from dataclasses import replace

        done = replace(one, wanted=False, preview=replace(one.preview, there=name, corrects=None))
        self.pending = [
            done if each.path == one.path and each.identity == one.identity else each for each in self.pending
        ]
        self._show_all()

    # what is read again

    def _generalise(self, start: int, end: int) -> None:
        from corpus.errors import SourceError
        from corpus.importers.speaking import rules

        try:
            self.ask({"speakers": str(rules.generalised(self.opening.shown, start, end))})
        except SourceError as error:
            self.choices.say(sentence(error))

    def ask(self, asked: Mapping[str, Any]) -> None:
        """Read this file again with other options."""
        from corpus import pending
        from corpus.errors import SourceError

        try:
            wanted = pending.asking(self.current.asked, asked)
        except SourceError as error:
            self.choices.say(sentence(error))
            return
        self._read_again({self.current.path: wanted})

    def ask_everywhere(self) -> None:
        """Read all files as this one is read."""
        asked = self.current.asked
        self._read_again({one.path: {**asked, "password": one.asked.get("password")} for one in self.pending})

    def begin_anew(self) -> None:
        """Take back what was asked and answered for this document, and read it as at first."""
        from corpus.previews import PreviewAnswers

        path = self.current.path
        self.pending = [one.answer(PreviewAnswers()) if one.path == path else one for one in self.pending]
        self._read_again({path: {}})

    def _read_again(self, asked: Mapping[Any, Any]) -> None:
        from corpus import documents, pending

        project, drafts, before = self.hub.project, self._drafts, list(self.pending)
        self._wait(True)
        self.hub.jobs.run(
            self.tr("Reading"),
            lambda progress: pending.read_again(drafts, before, asked, documents.originals(project), progress=progress),
            self._read,
            self._failed,
            key="preview",
        )

    def _read(self, found: list[Pending]) -> None:
        path, row = self.current.path, self.list.currentIndex().row()
        self.pending = found
        self._wait(False)
        self._show_all()
        if not (row < len(found) and found[row].path == path):
            self.list.choose(next((at for at, one in enumerate(found) if one.path == path), 0))

    def _failed(self, error: Exception) -> None:
        from corpus.errors import Cancelled

        self._wait(False)
        self._count()
        if not isinstance(error, Cancelled):
            self.hub.failed.emit(error)

    def _wait(self, reading: bool) -> None:
        self._reading = reading
        self.bar.setVisible(reading)
        self.write.setEnabled(not reading)

    # what is written

    def accept(self) -> None:
        """Write what is shown and ticked."""
        self._write([one for one in self.pending if one.wanted or not one.writable])

    def _write(self, wanted: Sequence[Pending], *, losing: bool = False) -> None:
        from corpus import importing

        ready = [one.ready for one in wanted]
        project, anew = self.hub.project, any(one.written for one in wanted)
        self._wait(True)
        self.setEnabled(False)
        self.hub.jobs.run(
            self.tr("Importing"),
            lambda progress: importing.write(project, ready, anew=anew, losing=losing, progress=progress),
            lambda outcomes: self._written_down(wanted, outcomes),
            self._not_written,
        )

    def _written_down(self, wanted: Sequence[Pending], outcomes: list[Outcome]) -> None:
        losing = [outcome.status == "refused" and bool(outcome.lost) for outcome in outcomes]
        self.outcomes += [outcome for outcome, stopped in zip(outcomes, losing, strict=True) if not stopped]
        if not any(losing):
            self._say_written()
            return
        self.setEnabled(True)
        stopped = list(itertools.compress(wanted, losing))
        count = sum(len(outcome.lost) for outcome in itertools.compress(outcomes, losing))
        ask_removal(
            self,
            self.tr("Read anew, and let go of what the new words have no place for?"),
            self.tr("%n coding(s) or excerpt(s) would be removed. It can be undone.", "", count),
            lambda: self._write(stopped, losing=True),
        ).rejected.connect(self._say_written)

    def _say_written(self) -> None:
        super().accept()
        self._written(self.outcomes)

    def _not_written(self, error: Exception) -> None:
        self.setEnabled(True)
        self._failed(error)

    def reject(self) -> None:
        """Close without importing, once the person agrees to lose what was chosen and said."""
        if not any(one.changed for one in self.pending):
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Close without importing?"))
        box.setInformativeText(self.tr("What was chosen and said here is lost."))
        yes = box.addButton(self.tr("Do not import"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(self._give_up)
        box.open()

    def _give_up(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """Let go of the drafts, whichever way it is closed."""
        if self._over:
            return
        self._over, drafts = True, self._drafts
        if self._reading and result == QDialog.DialogCode.Rejected:
            self.hub.jobs.cancel()
        self.hub.settings.set("preview.geometry", packed(self.saveGeometry()))
        self.hub.jobs.run("", lambda _progress: drafts.close(), quiet=True)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field says what was typed there, and does not import.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (entered and isinstance(self.focusWidget(), QLineEdit)):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._over)
        if not self._over:
            self.reject()
