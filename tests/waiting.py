"""How long tests wait for what must come: so long that only what hangs gets there, on a machine however busy."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

HANG_S = 300
HANG_MS = 1000 * HANG_S


def until(state: Callable[[], object]) -> None:
    """Return once the state has come, where no window's loop runs."""
    end = time.monotonic() + HANG_S
    while not state():
        assert time.monotonic() < end, "what must come did not"
        threading.Event().wait(0.02)


def work_on(milliseconds: int) -> None:
    """Let the window and all other threads work for so long; while `QTest.qWait` waits, no thread of Python does."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        QApplication.processEvents()
        threading.Event().wait(0.01)
