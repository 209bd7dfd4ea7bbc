"""Starting Qt, or saying in one sentence why it can't be started; Qt by itself would abort."""

from __future__ import annotations

import logging
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)
NO_WINDOW = 3


class NoWindow(Exception):
    """The window can't be shown; the message says why and what to do."""


def application() -> QApplication:
    """Give the running Qt application, started if there is none; raises `NoWindow`."""
    if _without_screen():
        raise NoWindow(
            "Verbatim found no screen to open its window on; the command line works without one: verbatim --help."
        )
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise NoWindow(_lacking(str(error))) from error
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    started = _started()
    started.setApplicationName("verbatim")
    started.setApplicationDisplayName("Verbatim")
    started.setDesktopFileName("verbatim")
    return started


def _without_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _started() -> QApplication:
    """Start Qt; its last words before it would abort become ours."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    hints: list[str] = []
    starting = True

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg and starting:
            sys.stderr.write(_lacking(" ".join([*hints, message])) + "\n")
            sys.stderr.flush()
            os._exit(NO_WINDOW)
        hints.append(message)
        del hints[:-5]
        log.info("Qt: %s", message)

    qInstallMessageHandler(hear)
    made = QApplication(["verbatim"])
    starting = False
    return made


def _lacking(said: str) -> str:
    """Make one sentence of what the system or Qt said."""
    if "connect to display" in said:
        return "Verbatim can't reach the screen that DISPLAY or WAYLAND_DISPLAY names; is one running there?"
    library = re.search(r"(lib[\w.+-]+\.so[\w.]*)|xcb-cursor0", said)
    if library is not None:
        name = library[1] or "libxcb-cursor0"
        return f"Verbatim can't open its window: {name} is missing on this system; the README says what to install."
    first = next(iter(said.splitlines()), "Qt does not start.")
    return f"Verbatim can't open its window: {first}"
