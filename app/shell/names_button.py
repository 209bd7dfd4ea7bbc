"""One key hides the names on every page, for who shares their screen, and shows them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton, QWidget

from app import actions
from app.hub import Hub

if TYPE_CHECKING:
    from corpus.store.project import Changes, Project

_ABOUT = frozenset({"participant", "organisation", "pseudonym"})


class Covering(QObject):
    """Opens a copy of the study in which names are replaced, for reading only, and the study again.

    All pages show what is open; so no page can forget to hide a name.
    """

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub

    def turn(self) -> None:
        """Hide the names, or show them again."""
        if self.hub.project_or_none is None:
            return
        if self.hub.covers is not None:
            self.hub.open(self.hub.covers)
            return
        self.hub.jobs.run(self.tr("Hiding names"), self._made, self._show, self.hub.failed.emit, key="covering")

    def _made(self, progress: object) -> tuple[Path, Path]:
        from coding.giving import screen_copy

        moment = self.hub.moment(self.hub.project)
        return moment.project.path, screen_copy.covered(moment, progress)  # type: ignore[arg-type]  # as jobs give it

    def _show(self, made: tuple[Path, Path]) -> None:
        from coding.giving import screen_copy

        real, path = made
        project = self.hub.project_or_none
        if project is None or project.path != real or not self.hub.open(path, writable=False, covers=real):
            screen_copy.forget(path)


class NamesButton(QToolButton):
    """Says in the status bar whether names are shown or hidden, where the study has any that are to be."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setAutoRaise(True)
        hub.opened.connect(self.say)
        hub.closed.connect(self.hide)
        hub.changed.connect(self._changed)
        self.say()

    def _changed(self, changes: Changes) -> None:
        if changes.keys.keys() & _ABOUT:
            self.say()

    def say(self) -> None:
        """Say which is on."""
        project, hidden = self.hub.project_or_none, self.hub.covers is not None
        shown = project is not None and (hidden or _to_hide(project))
        self.setText(self.tr("Names hidden") if hidden else self.tr("Names shown"))
        said = (
            self.tr("On every page, for reading only; {key} shows them")
            if hidden
            else self.tr("{key} hides them on every page, for who shares their screen")
        )
        self.setToolTip(said.format(key=actions.shown("view.names")))
        self.setAccessibleName(self.text())
        self.setVisible(shown)


def _to_hide(project: Project) -> bool:
    from corpus.people import vault  # once there is a project: the window is on the screen before the database is

    return vault.anything(project)
