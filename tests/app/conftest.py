"""What tests of the window share: settings, a hub, a real project, and the window itself with small pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QPalette, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.hub import Hub
from app.settings import Settings
from app.shell import main_window, status, toast
from corpus.store.project import Project
from tests.app.small_page import SMALL_PAGES
from tests.app.swept import sweep
from tests.waiting import HANG_MS


class PatientBot(QtBot):
    """Waits as long as it takes: a state that comes late on a busy machine is no fault."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = HANG_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = HANG_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitActive(self, widget: Any, *, timeout: int = HANG_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = HANG_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture(autouse=True)
def _no_page_of_another_test() -> Iterator[None]:
    """Delete the pages that were closed: Qt puts it off until a loop ends that tests never leave.

    A language would be spoken still, its letters be as large, and a key held with the last one that was pressed.
    """
    locale = QLocale()
    yield
    if isinstance(application := QApplication.instance(), QApplication):
        sweep()
        _silence(application)
        _undress(application)
        QLocale.setDefault(locale)
        if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
            QTest.keyRelease(QWindow(), Qt.Key.Key_Shift)


def _silence(application: QCoreApplication) -> None:
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def _undress(application: QApplication) -> None:
    plain = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if application.styleSheet() or application.font() != plain:
        application.setStyleSheet("")
        application.setFont(plain)
        application.setPalette(QPalette())
        application.setProperty(theme.IS_DARK, False)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _what_is_said_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave sentences where they are said until a test has read them."""
    monkeypatch.setattr(status, "_SAID_MS", HANG_MS)
    monkeypatch.setattr(toast, "_STAYS_MS", HANG_MS)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    kept = Settings(tmp_path / "person" / "settings.json")
    kept.set("language", "en")
    kept.set("theme", "light")
    return kept


@pytest.fixture
def hub(qapp: QApplication, settings: Settings) -> Iterator[Hub]:
    made = Hub(settings)
    yield made
    made.close()
    made.jobs.stop()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the file of a small project that is closed."""
    path = tmp_path / "Study of shops.verbatim"
    Project.create(path, name="Study of shops", language="en", coder="anna").close()
    return path


@pytest.fixture
def make_window(qtbot: QtBot, hub: Hub) -> Iterator[Callable[[], main_window.Window]]:
    """Return what makes the window on the hub; all are closed at the end."""
    made: list[main_window.Window] = []

    def make() -> main_window.Window:
        window = main_window.Window(hub, SMALL_PAGES)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    hub.jobs.stop()
    for window in made:
        window.close()
        window.deleteLater()
    sweep()


@pytest.fixture
def window(make_window: Callable[[], main_window.Window]) -> main_window.Window:
    return make_window()
