"""Icons drawn in strokes: they live as long as Qt holds them, and have nothing to draw on where there is no room."""

from __future__ import annotations

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QIconEngine
from PySide6.QtWidgets import QApplication

from app.icons import icon


def engines() -> int:
    """Count the engines of icons that Python holds."""
    gc.collect()
    return sum(isinstance(thing, QIconEngine) for thing in gc.get_objects())


def test_a_copy_that_qt_changes_for_itself_can_still_be_drawn(qapp: QApplication) -> None:
    drawn = icon("code")
    held = engines()
    copy = QIcon(drawn)
    copy.setIsMask(True)  # which makes an engine of its own
    assert engines() == held + 1, "Qt draws by it, and Python alone would free it"
    assert copy.pixmap(QSize(24, 24)).width() >= 24


def test_an_icon_of_no_size_is_nothing(qapp: QApplication) -> None:
    assert icon("code").pixmap(QSize(0, 0)).isNull()
