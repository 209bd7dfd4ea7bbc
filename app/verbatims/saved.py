"""The drop-down of searches kept by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.action_table import table
from app.hub import Hub
from app.icons import icon
from app.verbatims.questions import Questions

if TYPE_CHECKING:
    from coding.search.searches import Search, SearchInfo


class Saved(QToolButton):
    """`chosen(search)` asks to search for it."""

    chosen = Signal(object)

    def __init__(self, hub: Hub, asking: Questions, search: Callable[[], Search]) -> None:
        super().__init__()
        self.hub, self._asking, self._search = hub, asking, search
        self.setText(self.tr("Searches"))
        self.setIcon(icon("star"))
        self.setAccessibleName(self.tr("Searches kept by name"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.drop = QMenu(self)
        self.drop.setToolTipsVisible(True)
        self.drop.aboutToShow.connect(self.fill)
        self.setMenu(self.drop)

    def fill(self) -> None:
        """Write the menu anew."""
        from coding.search import searches

        self.drop.clear()
        found = searches.listed(self.hub.project)
        for one in found:
            action = self.drop.addAction(one.name.replace("&", "&&"))
            action.setToolTip(one.search.query)
            action.triggered.connect(partial(self._choose, one))
        if not found:
            self.drop.addAction(self.tr("No search is kept yet")).setEnabled(False)
        self.drop.addSeparator()
        keep = self.drop.addAction(table()["verbatims.save"].text)
        keep.triggered.connect(lambda _=False: self.save())
        if found:
            rename, remove = self.drop.addMenu(self.tr("Rename")), self.drop.addMenu(self.tr("Remove"))
            for one in found:
                name = one.name.replace("&", "&&")
                rename.addAction(name).triggered.connect(partial(self._rename, one))
                remove.addAction(name).triggered.connect(partial(self._remove, one))

    def _choose(self, one: SearchInfo, _checked: bool = False) -> None:
        self.chosen.emit(one.search)

    def save(self) -> None:
        """Keep what is shown by name."""
        search = self._search()
        if not search.query.strip() and not search.chosen:
            self.hub.said.emit(self.tr("Type a query or choose a facet first."))
            return
        self._asking.ask(
            self.tr("Keep this search"),
            self.tr("Name of the search"),
            self.tr("Keep"),
            lambda name: self._save(name, search),
            text=search.query,
        )

    def _save(self, name: str, search: Search) -> None:
        from coding.search import searches

        project = self.hub.project
        self.hub.write(lambda: searches.save(project, name, search))

    def _rename(self, one: SearchInfo, _checked: bool = False) -> None:
        from coding.search import searches

        project = self.hub.project
        self._asking.ask(
            self.tr("Rename {name}").format(name=one.name),
            self.tr("Name of the search"),
            self.tr("Rename"),
            lambda name: self.hub.write(lambda: searches.rename(project, one.key, name)),
            text=one.name,
        )

    def _remove(self, one: SearchInfo, _checked: bool = False) -> None:
        from coding.search import searches

        project = self.hub.project
        self.hub.write(lambda: searches.remove(project, one.key))
