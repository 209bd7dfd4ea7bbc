"""Learning beside the window: the whole at first, then lesson by lesson what the person has done since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.hub import Hub
from app.review.work import Learned, learn, refreshed
from corpus.errors import Cancelled
from corpus.model import (
    Assignment,
    Choice,
    Code,
    Coding,
    Cue,
    Document,
    Framework,
    Judgement,
    Link,
    Participant,
    Participation,
    Passage,
    Speaker,
    Verdict,
)

if TYPE_CHECKING:
    from coding.suggest.texts import TurnTexts
    from corpus.progress import Progress
    from corpus.store.project import Changes

_TEXTS = (Document, Passage, Speaker, Cue)
_PEOPLE = (Participant, Participation)
_ANEW = (*_TEXTS, Code, Framework)
_AGAIN = (Coding, Verdict, Judgement, Link, Assignment, Choice)
_TOGETHER_MS = 150  # decisions made in a row are taught in one go


class Learning(QObject):
    """`known` is what was learned last; `stale` once codes or texts are others than those it was learned from.

    learned(): measured and learned anew · taught(): the last decisions were taken in · stopped(): nothing was learned,
    by an error (which the hub was told) or because the person said so.
    """

    learned = Signal()
    taught = Signal()
    stopped = Signal()

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._asked = 0  # answers to earlier questions are not listened to
        self._late = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._late.timeout.connect(self.teach)
        self._told = False
        self.forget()

    def forget(self) -> None:
        """Know nothing of any project."""
        self._late.stop()
        self._asked += 1
        self.known: Learned | None = None
        self.stale, self.busy, self._teaching = True, False, False
        self._texts: TurnTexts | None = None
        self._pending: list[Changes] = []

    def measure(self, framework: str | None) -> None:
        """Measure on whole documents left out, learn from all, and suggest."""
        project, texts = self.hub.project, self._texts
        self._asked += 1
        asked = self._asked
        self.stale, self.busy, self._teaching, self._pending = False, True, False, []

        def work(progress: Progress) -> Learned:
            return learn(self.hub.moment(project), framework, texts, progress)

        self.hub.jobs.run(
            self.tr("Learning from your codings"),
            work,
            lambda learned: self._take(asked, learned),
            lambda error: self._stop(asked, error),
            key="review",
            patient=True,
        )

    def heard(self, changes: Changes) -> None:
        """Keep a change to be taught, or know that all has to be learned anew."""
        left_out = self._others_left_out(changes)
        if left_out or changes.touches(*_ANEW):
            self.stale = True
            if left_out or changes.touches(*_TEXTS):
                self._texts = None
        elif changes.touches(*_AGAIN):
            self._pending.append(changes)

    def _others_left_out(self, changes: Changes) -> bool:
        """Say whether others are left out of analysis than when texts were read."""
        if self._texts is None or not changes.touches(*_PEOPLE):
            return False
        from coding.suggest import turns

        return turns.left_out(self.hub.project, self.hub.moment()) != self._texts.without

    def teach_soon(self) -> None:
        """Teach what is waiting once the person pauses."""
        self._late.start()

    def teach(self) -> None:
        """Teach what is waiting, one lesson at a time, each on the one before."""
        if self.known is None or self.busy or self._teaching or not self._pending:
            return
        known, changes, asked = self.known, self._pending, self._asked
        self._pending, self._teaching = [], True
        self.hub.jobs.run(
            "",
            lambda _progress: refreshed(known, changes),
            lambda taught: self._take_lesson(asked, taught),
            lambda error: self._stop(asked, error),
            quiet=True,
        )

    def _answers(self, asked: int) -> bool:
        """Whether an answer is to the last question; another language makes the page anew while one is on its way."""
        return isValid(self) and asked == self._asked

    def _take(self, asked: int, learned: Learned) -> None:
        if self._answers(asked):
            self.busy, self.known, self._texts = False, learned, learned.suggester.texts
            learned.book.take(self.hub.moment())
            self.learned.emit()
            if not (learned.complete or self._told):
                self._told = True
                self.hub.said.emit(self.tr("What sentences mean is left out: the sentence model can't be loaded."))
            if self._pending:
                self._late.start()

    def _take_lesson(self, asked: int, learned: Learned) -> None:
        if self._answers(asked):
            self._teaching, self.known = False, learned
            self.taught.emit()
            self.teach()

    def _stop(self, asked: int, error: Exception) -> None:
        if self._answers(asked):
            self.stale, self.busy, self._teaching = True, False, False
            self.stopped.emit()
            if not isinstance(error, Cancelled):
                self.hub.failed.emit(error)
