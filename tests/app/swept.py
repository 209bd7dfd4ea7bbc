"""Doing at once what Qt puts off, so that nothing of a page is left to the next test."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def sweep() -> None:
    """Do all that was posted, what was to be deleted included."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
