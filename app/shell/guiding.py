"""What tells a person where things are: preferences, help, and the tour of the sample study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.page import Page
from app.shell.preferences import PreferencesDialog

if TYPE_CHECKING:
    from app.shell.main_window import Window
    from app.shell.tour import Tour

_SEEN = "tour"


class Guiding(QObject):
    """Shows each beside the window, made when it is asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.tour: Tour | None = None
        window.hub.closed.connect(self._stop)
        window.hub.restyled.connect(lambda: self.tour.restyle() if self.tour is not None else None)

    def show_preferences(self) -> None:
        """Show all that can be chosen."""
        PreferencesDialog(self._window.hub, self._window, self._window).show()

    def show_help(self) -> None:
        """Show what helps on the page in front."""
        from app.shell.help import WELCOME, HelpDialog

        window = self._window
        page = window.current_page if window.hub.project_or_none is not None else None
        HelpDialog(window.settings, window.page_names, page.name if page is not None else WELCOME, window).show()

    def in_another_language(self) -> None:
        """Show the preferences that are open in the language of now, and end a tour."""
        self._stop()
        for dialog in self._window.findChildren(PreferencesDialog):
            dialog.close()
            QTimer.singleShot(0, self.show_preferences)

    def sample_opened(self, path: Path) -> None:
        """Begin the tour where the sample study is opened for the first time."""
        project = self._window.hub.project_or_none
        if project is not None and project.path == path and not self._window.settings.get(_SEEN):
            self.show_tour()

    def show_tour(self) -> None:
        """Begin the tour, on the project that is open, else on the sample study."""
        from app.shell.tour import Tour

        if self._window.hub.project_or_none is None:
            self._window.settings.set(_SEEN, None)
            self._window.projects.open_sample()
            return
        self._stop()
        self.tour = Tour(self._window, self._page, self._ended)
        self.tour.go_on()

    def _page(self, name: str) -> Page | None:
        self._window.show_page(name)
        return self._window.current_page

    def _ended(self) -> None:
        self.tour = None
        self._window.settings.set(_SEEN, True)

    def _stop(self) -> None:
        if self.tour is not None:
            self.tour.end()
