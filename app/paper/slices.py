"""Long work that only the window's thread may do, as what Qt draws letters with: a slice at a time."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QProgressDialog, QWidget

_SLICE_S = 0.015  # so that a key pressed meanwhile is answered at once
_QUIET_MS = 500  # before anything is said about it
_PARTS = 1_000


class Slices(QObject):
    """Goes through `steps`, each of which says how much is done, from 0 to 1, between other events of the window.

    A box says how far it is and can cancel it, which ends the steps where they are. done(result) · cancelled() ·
    failed(error): a file could not be written.
    """

    done = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, over: QWidget, label: str, steps: Generator[float, None, Any]) -> None:
        super().__init__(over)
        self._steps = steps
        self.box = QProgressDialog(label, "", 0, _PARTS, over)
        self.box.setCancelButtonText(self.tr("Cancel"))
        self.box.setWindowTitle(label)
        self.box.setWindowModality(Qt.WindowModality.NonModal)  # a modal one runs events within events
        self.box.setMinimumDuration(_QUIET_MS)
        self.box.setAutoClose(False)
        self.box.canceled.connect(self.cancel)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_S
        try:
            share = next(self._steps)
            while time.monotonic() < until:
                share = next(self._steps)
        except StopIteration as end:
            self._end(self.done, end.value)
        except OSError as error:
            self._end(self.failed, error)
        else:
            self.box.setValue(min(_PARTS - 1, round(share * _PARTS)))

    def cancel(self) -> None:
        """Leave off; nothing remains of what was begun."""
        if self._timer.isActive():
            self._end(self.cancelled)

    def _end(self, ending: SignalInstance, *told: object) -> None:
        self._timer.stop()
        self._steps.close()
        self.box.close()
        self.box.deleteLater()
        self.deleteLater()
        ending.emit(*told)
