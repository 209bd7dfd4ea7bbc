"""The menu bar: every action that works on all pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from app import actions
from app.action_table import table
from app.errors_text import change_label
from app.hub import Hub
from app.i18n import LANGUAGES
from app.shell.corpora import Corpora
from app.shell.importing import Importing
from app.shell.names_button import Covering
from app.shell.projects import Projects
from app.shell.supervisor import Supervisor
from app.shell.undoing import Undoing

_NAME_WIDTH = 360  # pixels of a recent project's path


class Guides(Protocol):
    """What tells a person where things are, see `app.shell.orientation`."""

    def show_preferences(self) -> None: ...
    def show_help(self) -> None: ...
    def show_tour(self) -> None: ...


class MenuWindow(Protocol):
    """What the menus ask of the window that they belong to."""

    @property
    def page_names(self) -> list[str]: ...
    @property
    def guiding(self) -> Guides: ...
    def menuBar(self) -> QMenuBar: ...
    def close(self) -> bool: ...
    def search(self) -> None: ...
    def show_page(self, name: str) -> None: ...
    def step_pane(self, steps: int) -> None: ...
    def set_theme(self, choice: str) -> None: ...
    def step_text_size(self, steps: int) -> None: ...
    def set_language(self, choice: str) -> None: ...
    def toggle_fullscreen(self) -> None: ...
    def show_memo_beside(self) -> None: ...
    def show_history(self) -> None: ...
    def show_sets(self) -> None: ...
    def show_submissions(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_about(self) -> None: ...


class Menus(QObject):
    """Fills the window's menu bar; undo and redo carry the label of their change."""

    def __init__(
        self, hub: Hub, projects: Projects, importing: Importing, undoing: Undoing, window: MenuWindow
    ) -> None:
        super().__init__(window.menuBar())
        self.hub, self.window = hub, window
        self._projects, self._importing, self._undoing = projects, importing, undoing
        self.corpora = Corpora(hub, window.menuBar().window())
        self.supervisor = Supervisor(hub, window.menuBar().window())
        self.covering = Covering(hub, window.menuBar())
        self._of_project: list[QAction] = []
        self._project()
        self._edit()
        self._view()
        self._help()
        hub.opened.connect(self.refresh)
        hub.closed.connect(self.refresh)
        hub.changed.connect(self.refresh)
        self.refresh()

    def _menu(self, title: str) -> QMenu:
        menu = self.window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _project(self) -> None:
        projects, importing = self._projects, self._importing
        menu = self._menu(self.tr("&Project"))
        actions.make("project.new", menu, projects.new)
        actions.make("project.open", menu, projects.choose)
        self.recent = menu.addMenu(self.tr("Recent projects"))
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill_recent)
        actions.make("project.sample", menu, projects.open_sample)
        menu.addSeparator()
        self._of_writing = [
            actions.make("project.import_files", menu, importing.choose_files),
            actions.make("project.import_folder", menu, importing.choose_folder),
            actions.make("project.preview_files", menu, partial(importing.choose_files, preview=True)),
            actions.make("project.preview_folder", menu, partial(importing.choose_folder, preview=True)),
        ]
        self._of_project.append(actions.make("project.give_away", menu, projects.give_away))
        menu.addSeparator()
        self._of_project.append(actions.make("project.copy_for", menu, self.supervisor.ask_where))
        self._of_project.append(actions.make("project.iramuteq", menu, self.corpora.ask_where))
        self._of_writing.append(actions.make("project.copy_remarks", menu, self.supervisor.ask_remarks))
        menu.addSeparator()
        actions.make("project.coder", menu, projects.name_coder)
        self._of_project.append(actions.make("project.close", menu, projects.close))
        actions.make("project.quit", menu, self.window.close).setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_recent(self) -> None:
        self.recent.clear()
        metrics = self.recent.fontMetrics()
        for path in self.hub.settings.recent if self.hub.covers is None else ():  # a file may be called by a name
            shown = metrics.elidedText(str(path), Qt.TextElideMode.ElideMiddle, _NAME_WIDTH).replace("&", "&&")
            action = self.recent.addAction(shown)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        self.recent.setEnabled(True)
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _open(self, path: Path) -> None:
        self._projects.open_path(path)

    def _edit(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        self.undo = actions.make("edit.undo", menu, lambda: self._undoing.undo(self._shown[0]))
        self.redo = actions.make("edit.redo", menu, lambda: self._undoing.redo(self._shown[1]))
        menu.addSeparator()
        self._of_project += [
            actions.make("verbatims.search", menu, self.window.search),
            actions.make("edit.history", menu, self.window.show_history),
            actions.make("edit.sets", menu, self.window.show_sets),
            actions.make("edit.submissions", menu, self.window.show_submissions),
        ]
        menu.addSeparator()
        preferences = actions.make("preferences", menu, self.window.guiding.show_preferences)
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _view(self) -> None:
        window = self.window
        menu = self._menu(self.tr("&View"))
        for name in window.page_names:
            if f"view.{name}" in table():
                show = actions.make(f"view.{name}", menu, partial(window.show_page, name))
                self._of_project.append(show)
        self._of_project.append(actions.make("memos.beside", menu, window.show_memo_beside))
        menu.addSeparator()
        for name, steps in (("panes.next", 1), ("panes.previous", -1)):
            self._of_project.append(actions.make(name, menu, partial(window.step_pane, steps)))
        menu.addSeparator()
        titles = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.themes = self._choices(self.tr("Colours"), menu, "theme", titles, window.set_theme)
        size = menu.addMenu(self.tr("Text size"))
        for name, steps in (("text.larger", 1), ("text.smaller", -1), ("text.standard", 0)):
            actions.make(name, size, partial(window.step_text_size, steps))
        titles = {"system": self.tr("As the system"), **LANGUAGES}
        self.languages = self._choices(self.tr("Language"), menu, "language", titles, window.set_language)
        menu.addSeparator()
        self._of_project.append(actions.make("view.names", menu, self.covering.turn))
        actions.make("view.fullscreen", menu, window.toggle_fullscreen)

    def _choices(
        self, title: str, menu: QMenu, key: str, titles: dict[str, str], choose: Callable[[str], None]
    ) -> QMenu:
        below = menu.addMenu(title)
        group = QActionGroup(below)
        now = self.hub.settings.get(key, "system")
        for value, text in titles.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.setData(value)
            below.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))
        return below

    def _help(self) -> None:
        menu = self._menu(self.tr("&Help"))
        actions.make("help", menu, self.window.guiding.show_help)
        actions.make("tour", menu, self.window.guiding.show_tour)
        actions.make("keys", menu, self.window.show_keys)
        actions.make("about", menu, self.window.show_about)

    def refresh(self, _changes: object = None) -> None:
        """Show what can be undone and redone, and what needs an open project."""
        hub = self.hub
        project = hub.project_or_none
        for action in self._of_project:
            action.setEnabled(project is not None)
        for action in self._of_writing:
            action.setEnabled(project is not None and project.writable)
        # What is written here is what will be taken back, whatever a worker may write before it is pressed.
        self._shown = hub.undoable(), hub.redoable()
        for action, step in zip((self.undo, self.redo), self._shown, strict=True):
            verb = table()[action.objectName()].text
            named = self.tr("{verb} “{label}”")
            action.setText(named.format(verb=verb, label=change_label(step.label)) if step else verb)
            action.setEnabled(step is not None and project is not None and project.writable)
