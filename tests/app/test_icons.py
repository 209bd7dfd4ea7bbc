"""Icons drawn in strokes: they live as long as Qt holds them, and have nothing to draw on where there is no room."""

from __future__ import annotations

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.icons import icon


def test_a_copy_that_qt_changes_for_itself_can_still_be_drawn(qapp: QApplication) -> None:
    for size in (16, 24, 47):
        copy = QIcon(icon("code"))
        copy.setIsMask(True)  # which makes an engine of its own
        gc.collect()
        assert copy.pixmap(QSize(size, size)).width() >= size


def test_an_icon_of_no_size_is_nothing(qapp: QApplication) -> None:
    assert icon("code").pixmap(QSize(0, 0)).isNull()
