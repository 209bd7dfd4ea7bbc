"""What more examples would bring: measured beside the window, share by share, and making way for lessons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.hub import Hub
from app.review.work import Learned
from coding.suggest.curve import SHARES, LearningCurve, Point, point, ten_more
from corpus.errors import Cancelled
from corpus.progress import Progress

_PAUSE_MS = 2_000  # after the last decision


class Forecast(QObject):
    """`curve` is what is known once all shares are measured. moved(): more is known, or nothing more will be."""

    moved = Signal()

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._asked = 0  # answers to earlier questions are not listened to
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._next)
        self.forget()

    def forget(self) -> None:
        """Know nothing of any codings."""
        self._asked += 1
        self._later.stop()
        self._known: Learned | None = None
        self.busy = self._makes_way = False
        self.curve: LearningCurve | None = None
        self._points: list[Point] = []

    def begin(self, known: Learned) -> None:
        """Measure with growing shares of what was learned from; where nothing could be measured, nothing is done."""
        self.forget()
        if known.quality is not None:
            self._known, self._labels, self._quality = known, known.suggester.labels, known.quality
            self._next()

    def make_way(self) -> None:
        """Let what was just decided be learned first, and go on once the person pauses."""
        self._makes_way = self.busy
        if self._later.isActive():
            self._later.start()

    def _next(self) -> None:
        known = self._known
        if known is None:
            return
        self.busy, self._makes_way = True, False
        project, texts, codes = self.hub.project, known.suggester.texts, known.suggester.codes
        share, labels, quality, asked = SHARES[len(self._points)], self._labels, self._quality, self._asked

        def work(progress: Progress) -> Point:
            def wanted(done: int, total: int, doing: str = "") -> None:
                if asked != self._asked or self._makes_way:
                    raise Cancelled
                progress(done, total, doing)

            whole = quality.figures
            return point(project, texts, labels, codes, share, seed=quality.seed, whole=whole, progress=wanted)

        self.hub.jobs.run(
            self.tr("Measuring with fewer examples"),
            work,
            partial(self._take, asked),
            partial(self._stop, asked),
            key="review.forecast",
        )

    def _take(self, asked: int, found: Point) -> None:
        if not isValid(self) or asked != self._asked:
            return
        self._points.append(found)
        if len(self._points) < len(SHARES):
            (self._later.start if self._makes_way else self._next)()
            return
        self.busy = False
        self.curve = LearningCurve(tuple(self._points), ten_more(self._points), self._quality.seed)
        self.moved.emit()

    def _stop(self, asked: int, error: Exception) -> None:
        if isValid(self) and asked == self._asked:
            if self._makes_way and isinstance(error, Cancelled):
                self._later.start()
                return
            self.busy = False
            self.moved.emit()
            if not isinstance(error, Cancelled):
                self.hub.failed.emit(error)
