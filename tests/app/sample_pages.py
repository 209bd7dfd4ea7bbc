"""A page on the sample study, built once for all tests and copied for each."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.page import Page
from app.report.page import ReportPage
from coding import reports
from tests.samples import sample_at

P = TypeVar("P", bound=Page)


def opened_sample(hub: Hub, folder: Path) -> None:
    path = folder / "sample.verbatim"
    sample_at(path)
    hub.settings.set("coder", "anna")
    assert hub.open(path)


def shown(kind: type[P], hub: Hub, qtbot: QtBot, size: tuple[int, int] = (1180, 680)) -> P:
    """Make a page as the window does, and bring it to the front."""
    page = kind(hub)
    qtbot.addWidget(page)
    page.resize(*size)
    if hub.project_or_none is not None:
        page.project_opened()
    page.show()
    qtbot.waitExposed(page)
    page.entered()
    settle(hub, qtbot)
    return page


def choose_part(page: ReportPage, name: str) -> None:
    """Click a part of the report in the list."""
    item = page.parts.item(list(reports.REGISTER).index(name))
    QTest.mouseClick(page.parts.viewport(), Qt.MouseButton.LeftButton, pos=page.parts.visualItemRect(item).center())
    assert page.part == name


def settle(hub: Hub, qtbot: QtBot) -> None:
    """Wait until no job runs and what they found has been shown."""

    def still() -> bool:
        QApplication.processEvents()  # what a job found is shown, and may ask for another
        return not hub.jobs.busy

    qtbot.waitUntil(lambda: not hub.jobs.busy and still())
    QApplication.processEvents()
