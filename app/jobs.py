"""One worker for long work: it runs beside the window, says how far it is, and stops when asked."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimerEvent, Signal

from app import garbage
from corpus.errors import Cancelled, WorkbenchError
from corpus.progress import Progress

log = logging.getLogger(__name__)
_REPORT_EVERY_S = 0.05
_COLLECT_EVERY_MS = 100


@dataclass(slots=True)
class _Job:
    label: str
    work: Callable[[Progress], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    key: str | None
    quiet: bool
    kept: bool
    patient: bool

    def forget(self) -> None:
        """Let go of pages and widgets, on the window's thread, so that the worker is never the last to hold one."""
        self.work, self.done, self.failed = _nothing, None, None


def _nothing(_progress: Progress) -> None:
    pass


class _Worker:
    """A thread, and how to stop it: `cancel` ends the running job, `stopping` the thread once `last` is done."""

    def __init__(self, loop: Callable[[_Worker], None]) -> None:
        self.cancel = threading.Event()
        self.stopping = False
        self.last: deque[_Job] = deque()
        self.refused = False
        self.thread = threading.Thread(target=loop, args=(self,), name="verbatim-jobs", daemon=True)


class Jobs(QObject):
    """Runs one job at a time on a thread of its own, in the order given.

    `work(progress)` runs on the worker; `done(result)` and `failed(error)` on the window's thread. A job with a `key`
    takes the place of one that waits under the same key. A `quiet` job shows no progress. After `stop` nothing of
    the jobs before it is heard again, and new ones may be run; but those to be `kept` are done first. A `patient` job
    takes minutes, and lets what waits be done whenever it says how far it is; it may hold nothing open then. While
    there is a worker, cyclic garbage is collected on the window's thread alone.

    started(label) · progressed(done, total, doing) · finished(): of the running job, unless it is quiet ·
    failed(error): of a job that was given no `failed`.
    """

    started = Signal(str)
    progressed = Signal(object, object, str)
    finished = Signal()
    failed = Signal(object)
    _call = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._running: _Job | None = None
        self._worker: _Worker | None = None
        self._collecting = 0
        self._call.connect(self._run_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        label: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        key: str | None = None,
        quiet: bool = False,
        kept: bool = False,
        patient: bool = False,
    ) -> None:
        """Put a job in the queue; one to be `kept` is done whatever becomes of others, a `patient` one waits."""
        with self._wake:
            if key is not None:
                self._waiting = deque(job for job in self._waiting if job.key != key)
            self._waiting.append(_Job(label, work, done, failed, key, quiet, kept, patient))
            if self._worker is None:
                self._worker = _Worker(self._loop)
                garbage.start(self._worker.thread)
                self._collecting = self.startTimer(_COLLECT_EVERY_MS)
            self._wake.notify_all()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        with self._wake:
            return self._running is not None or bool(self._waiting)

    @property
    def label(self) -> str:
        """What the running job, or one that waits, is called; empty where only quiet ones are at work."""
        with self._wake:
            jobs = [self._running, *self._waiting]
            return next((job.label for job in jobs if job is not None and not job.quiet), "")

    def cancel(self) -> None:
        """Ask the running job to stop; it leaves nothing behind."""
        with self._wake:
            if self._worker is not None:
                self._worker.cancel.set()

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Cancel everything, do what is to be kept, and wait for the worker; False where what was kept failed."""
        with self._wake:
            worker, self._worker = self._worker, None
            waiting, self._waiting = self._waiting, deque()
            running, self._running = self._running, None
            if worker is None:
                return True
            held = copy(running)  # until the worker has let go of it
            worker.last.extend(job for job in waiting if job.kept)
            keeping = bool(worker.last) or (running is not None and running.kept)
            worker.stopping = True
            worker.cancel.set()
            self._wake.notify_all()
        self.killTimer(self._collecting)
        if keeping:
            self._see_through(worker)
        garbage.wait(worker.thread, timeout_s)
        del held
        self.finished.emit()
        # What was answered to the person's changes may have begun more.
        return (not self.busy or self.stop(timeout_s)) and not worker.refused

    def _see_through(self, worker: _Worker) -> None:
        """Wait, however long it takes, for what must not be lost; the window still shows how far it is."""
        while worker.thread.is_alive():
            worker.thread.join(_REPORT_EVERY_S)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Collect garbage here, since no worker does."""
        garbage.collect()

    def _loop(self, worker: _Worker) -> None:
        while True:
            with self._wake:
                if self._worker is worker:
                    self._running = None
                while not self._waiting and not worker.stopping:
                    self._wake.wait()
                if not worker.stopping:
                    job = self._running = self._waiting.popleft()
                    worker.cancel.clear()
                elif worker.last:
                    job = worker.last.popleft()
                else:
                    return
            self._do(job, worker)

    def _do(self, job: _Job, worker: _Worker) -> None:
        last = 0.0

        def progress(done: int, total: int, doing: str = "") -> None:
            nonlocal last
            if worker.cancel.is_set():
                raise Cancelled
            if job.patient:
                self._give_way(job, worker)
            now = time.monotonic()
            if not job.quiet and (now - last >= _REPORT_EVERY_S or done >= total):
                last = now
                self.progressed.emit(done, total, doing)

        if not job.quiet:
            self.started.emit(job.label)
        try:
            result = job.work(progress)
        except Exception as error:
            if not isinstance(error, WorkbenchError):
                log.exception("a job failed")
            worker.refused |= job.kept
            self._call.emit(worker, job, lambda error=error: self._fail(job, error))
        else:
            self._call.emit(worker, job, lambda: job.done(result) if job.done else None)

    def _give_way(self, patient: _Job, worker: _Worker) -> None:
        """Do what waits and is not patient itself before going on; to cancel then is to cancel that alone."""
        while True:
            with self._wake:
                job = next((job for job in self._waiting if not job.patient), None)
                if job is None or worker.stopping:
                    break
                self._waiting.remove(job)
                self._running = job
            self._do(job, worker)
            worker.cancel.clear()
            with self._wake:
                if self._worker is worker:
                    self._running = patient
                    if not patient.quiet:
                        self.started.emit(patient.label)
        if worker.stopping:
            raise Cancelled

    def _run_call(self, worker: _Worker, job: _Job, call: Callable[[], None]) -> None:
        try:
            if job.kept or not worker.stopping:
                self.finished.emit()
                call()
        finally:
            job.forget()

    def _fail(self, job: _Job, error: Exception) -> None:
        if job.failed is not None:
            job.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
