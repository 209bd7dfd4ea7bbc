"""What tells a person where things are: preferences, help, and the tour of the sample study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from app.hub import Hub
from app.page import Page
from app.settings import Settings
from app.shell.preferences import Chooses, PreferencesDialog
from app.shell.projects import Projects

if TYPE_CHECKING:
    from app.shell.tour import Tour

_SEEN = "tour"


class Guided(Chooses, Protocol):
    """What guiding asks of the window that it belongs to."""

    @property
    def hub(self) -> Hub: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def page_names(self) -> list[str]: ...
    @property
    def current_page(self) -> Page | None: ...
    def show_page(self, name: str) -> None: ...


class Orientation(QObject):
    """Shows each beside the window, made when it is asked for."""

    def __init__(self, guided: Guided, window: QMainWindow) -> None:
        super().__init__(window)
        self._guided, self._window = guided, window
        self.tour: Tour | None = None
        guided.hub.closed.connect(self._stop)
        guided.hub.restyled.connect(lambda: self.tour.restyle() if self.tour is not None else None)

    def show_preferences(self) -> None:
        """Show all that can be chosen."""
        PreferencesDialog(self._guided.hub, self._guided, self._window).show()

    def show_help(self) -> None:
        """Show what helps on the page in front."""
        from app.shell.help import WELCOME, HelpDialog

        guided = self._guided
        page = guided.current_page if guided.hub.project_or_none is not None else None
        name = page.name if page is not None else WELCOME
        HelpDialog(guided.settings, guided.page_names, name, self._window).show()

    def in_another_language(self) -> None:
        """Show the preferences that are open in the language of now, and end a tour."""
        self._stop()
        for dialog in self._window.findChildren(PreferencesDialog):
            dialog.close()
            QTimer.singleShot(0, self.show_preferences)

    def sample_opened(self, path: Path) -> None:
        """Begin the tour where the sample study is opened for the first time."""
        project = self._guided.hub.project_or_none
        if project is not None and project.path == path and not self._guided.settings.get(_SEEN):
            self.show_tour()

    def show_tour(self) -> None:
        """Begin the tour, on the project that is open, else on the sample study."""
        from app.shell.tour import Tour

        if self._guided.hub.project_or_none is None:
            self._guided.settings.set(_SEEN, None)
            self._guided.projects.open_sample()
            return
        self._stop()
        self.tour = Tour(self._window, self._page, self._ended)
        self.tour.go_on()

    def _page(self, name: str) -> Page | None:
        self._guided.show_page(name)
        return self._guided.current_page

    def _ended(self) -> None:
        self.tour = None
        self._guided.settings.set(_SEEN, True)

    def _stop(self) -> None:
        if self.tour is not None:
            self.tour.end()
