"""Who speaks, put right in the reader: turns given to others, parted and joined, speakers renamed and joined."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QWidget

from app.code.naming import SpeakerDialog
from app.codebook.questions import ask_removal
from app.errors_text import going
from app.hub import Hub
from app.icons import icon

if TYPE_CHECKING:
    from app.code.shown import OnPage
    from app.reader import ReaderPane, ReaderPassage
    from corpus.documents import SpeakerInfo


class Turns(QObject):
    """What the reader's menu offers for the turns in focus; each is one change of the project."""

    def __init__(self, hub: Hub, shown: OnPage, pane: ReaderPane, over: QWidget) -> None:
        super().__init__(over)
        self.hub, self.shown, self.pane, self._over = hub, shown, pane, over

    def fill(self, menu: QMenu) -> None:
        """Add what can be done about who says the words in focus."""
        document, said = self.shown.document, self._said()
        if document is None or not said or not self.hub.project.writable:
            return
        menu.addSeparator()
        self._who(menu.addMenu(icon("participants"), self.tr("Who speaks")), document.key, said)
        split = menu.addAction(self.tr("Split the turn here"), self.split)
        start = self.pane.selection()[0]
        split.setEnabled(said[0].start < start < said[0].end)
        first, last = said[0].number, said[-1].number
        before = menu.addAction(self.tr("Join with the turn before"), lambda: self.join(first - 1))
        before.setEnabled(first > 1)
        after = menu.addAction(self.tr("Join with the turn after"), lambda: self.join(last))
        after.setEnabled(last < document.passages)

    def _said(self) -> list[ReaderPassage]:
        """Give the passages in focus: those selected, else the one at the caret."""
        return self.pane.passages_in(*self.pane.selection())

    def _who(self, menu: QMenu, document: int, said: list[ReaderPassage]) -> None:
        from corpus import documents

        heard = {one.speaker for one in said}
        there = documents.speakers(self.hub.project, document)
        for speaker in there:
            made = menu.addAction(speaker.label.replace("&", "&&"))
            made.setCheckable(True)
            made.setChecked(heard == {speaker.label})
            made.triggered.connect(lambda _checked=False, label=speaker.label: self.give(label))
        nobody = menu.addAction(self.tr("Nobody"))
        nobody.setCheckable(True)
        nobody.setChecked(heard == {""})
        nobody.triggered.connect(lambda _checked=False: self.give(None))
        menu.addAction(self.tr("Somebody else…"), self.ask_who)
        one = next((speaker for speaker in there if heard == {speaker.label}), None)
        if one is not None:
            menu.addSeparator()
            said_so = self.tr("Rename {speaker}, or join with another…").format(speaker=one.label.replace("&", "&&"))
            menu.addAction(said_so, lambda: rename(self.hub, one, self._over))

    def give(self, label: str | None) -> None:
        """Let the turns in focus be said by the speaker of that name, or by nobody."""
        from corpus.correcting import speakers

        project, keys = self.hub.project, [one.key for one in self._said()]
        self.hub.write(lambda: speakers.give(project, keys, label))

    def ask_who(self) -> None:
        """Ask who says the turns in focus: a name that is new to the document, too."""
        from corpus import documents

        names = sorted({one.label for one in documents.speakers(self.hub.project)})
        SpeakerDialog(
            self._over,
            self.tr("Who speaks"),
            self.tr("Who says these turns?"),
            names,
            "",
            1,
            lambda name, _everywhere: self.give(name),
        ).open()

    def split(self) -> None:
        """Part the turn at the caret; what follows is a turn of its own."""
        from corpus.correcting import turns

        project, document, at = self.hub.project, self.shown.document, self.pane.selection()[0]
        if document is not None:
            self.hub.write(lambda: turns.split(project, document.key, at))

    def join(self, number: int) -> None:
        """Let the passage of that number go on with the next; where coded words go with the mark, ask first."""
        from corpus import documents
        from corpus.correcting import corrections, turns

        project, document = self.hub.project, self.shown.document
        if document is None:
            return
        key = next(one.key for one in documents.passages(project, document.key) if one.number == number)
        _, lost = turns.joined(project, key)
        found = corrections.foreseen(project, document.key, [lost] if lost else [])

        def act() -> None:
            self.hub.write(lambda: turns.join(project, key))

        if found:
            goes = going(**asdict(found))
            ask_removal(self._over, self.tr("Join the turns, and let the mark between them go?"), goes, act)
        else:
            act()


def rename(hub: Hub, speaker: SpeakerInfo, over: QWidget) -> None:
    """Ask for another name of a speaker, and join them with whoever has it, in one document or wherever it occurs."""
    from corpus import documents
    from corpus.correcting import speakers

    project = hub.project
    alike = [one for one in documents.speakers(project) if one.label == speaker.label]
    names = sorted({one.label for one in documents.speakers(project, speaker.document)})

    def done(name: str, everywhere: bool) -> None:
        keys = [one.key for one in alike] if everywhere else [speaker.key]
        within = {one.document for one in alike} if everywhere else {speaker.document}
        taken = any(one.label == name and one.document in within for one in documents.speakers(project))
        verb = speakers.join if taken else speakers.rename
        hub.write(lambda: verb(project, keys, name))

    translate = QCoreApplication.translate
    explained = translate("speakers", "Another name; where a speaker has it already, the two become one.")
    title = translate("speakers", "Rename or join {speaker}").format(speaker=speaker.label)
    SpeakerDialog(over, title, explained, names, speaker.label, len(alike), done).open()
