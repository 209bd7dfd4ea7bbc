"""What tests of the window share: settings, a hub, a real project, and the window itself with small pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from app import main_window
from app.hub import Hub
from app.page import Page
from app.settings import Settings
from corpus.project import Changes, Project


class SmallPage(Page):
    """A page that writes down what it is told."""

    name = "small"

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.told: list[str] = []
        self.field, self.list = QLineEdit(), QListWidget()
        layout = QHBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)

    def project_opened(self) -> None:
        self.told.append("opened")

    def project_closed(self) -> None:
        self.told.append("closed")

    def project_changed(self, changes: Changes) -> None:
        self.told.append(f"changed: {changes.label}")

    def entered(self) -> None:
        self.told.append("entered")

    def restyled(self) -> None:
        self.told.append("restyled")

    def panes(self) -> tuple[QLineEdit, QListWidget]:
        return self.field, self.list

    def begin_search(self) -> None:
        self.field.setFocus()


SMALL_PAGES = tuple(
    (name, __name__, "SmallPage")
    for name in ("code", "theory", "review", "verbatims", "matrix", "participants", "report")
)


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
def undressed(qapp: QApplication) -> Iterator[None]:
    """Leave the application as other tests expect it."""
    font, palette, locale = qapp.font(), qapp.palette(), QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    QLocale.setDefault(locale)


@pytest.fixture
def make_window(qtbot: QtBot, undressed: None, hub: Hub) -> Iterator[Callable[[], main_window.Window]]:
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
    qtbot.wait(1)


@pytest.fixture
def window(make_window: Callable[[], main_window.Window]) -> main_window.Window:
    return make_window()
