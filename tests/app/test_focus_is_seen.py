"""Where keys go is seen: a part that takes the focus looks otherwise while it has it, in light and in dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from tests.app.person import Person, seated
from tests.samples import sample_at

LEAST = 20  # pixels that differ
SEEN = 40  # of 255, by which one of their colours does


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "anna")


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, built: Path, tmp_path: Path) -> Iterator[Person]:
    settings.set("coder", "anna")
    shutil.copy(built, tmp_path / "study.verbatim")
    with seated(qtbot, hub) as sitting:
        assert hub.open(tmp_path / "study.verbatim")
        sitting.rest()
        yield sitting


def differing(one: QImage, other: QImage) -> int:
    """Count pixels that plainly differ, along rows and columns that are looked at in turn."""
    assert one.size() == other.size()
    found = 0
    for y in range(one.height()):
        for x in range(0, one.width(), 1 if y < 4 or y > one.height() - 5 else 5):
            if one.pixel(x, y) != other.pixel(x, y):
                a, b = QColor(one.pixel(x, y)), QColor(other.pixel(x, y))
                parts = zip(a.getRgb(), b.getRgb())
                found += max(abs(int(p) - int(q)) for p, q in parts) >= SEEN
                if found >= LEAST:
                    return found
    return found


def parts(page: QWidget) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
        and not one.focusProxy()
        and not one.visibleRegion().isEmpty()
    ]


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName() or getattr(widget, 'text', str)()}"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_part_that_has_the_focus_shows_it(person: Person, colours: str) -> None:
    person.window.set_theme(colours)
    unseen = []
    elsewhere = person.window.rail.button("code")
    for name in person.window.page_names:
        person.window.show_page(name)
        person.settle()
        page = person.window.current_page
        assert page is not None
        for part in parts(page):
            elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            without = part.grab().toImage()
            part.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            there = part.hasFocus() and part.isVisible() and part.grab().size() == without.size()
            if there and differing(without, part.grab().toImage()) < LEAST:
                unseen.append(f"{name}: {named(part)}")
    assert "\n".join(unseen) == ""
