"""Who codes, and whose work all pages show: one switch for the whole window, which says so while it is on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from app import theme
from app.eliding import first_words
from app.hub import Hub

if TYPE_CHECKING:
    from corpus.store.project import Project

_WIDEST = 360  # pixels of what is said


class Whose(QToolButton):
    """Stands in the status bar: the coder's name and, where less than everything is shown, what is."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.choices.aboutToShow.connect(self.fill)
        self.setMenu(self.choices)
        hub.opened.connect(self.say)
        hub.viewed.connect(self.say)
        hub.changed.connect(self._changed)
        hub.restyled.connect(self.say)
        self.say()

    def _changed(self, changes: object) -> None:
        from corpus.model import Assignment
        from corpus.store.project import Changes

        if isinstance(changes, Changes) and changes.touches(Assignment):
            self.say()

    def say(self) -> None:
        """Say who codes, and what is shown where that is not everything."""
        project = self.hub.project_or_none
        if project is None:
            return
        less = self.shown_less()
        said = " · ".join((project.coder, *less))
        elided = first_words(said, _WIDEST, self.fontMetrics().horizontalAdvance)
        self.setText(elided.replace("&", "&&"))
        self.setAccessibleName(self.tr("Coder, and whose work is shown: {said}").format(said=said))
        why = self.tr("Whose name your codings carry, and whose work every page shows")
        self.setToolTip("\n".join((said, why)))
        colours = theme.colours()
        self.setStyleSheet(f"QToolButton {{ color: {colours.accent if less else colours.muted}; }}")

    def shown_less(self) -> list[str]:
        """Say each way in which less than everything is shown; nothing where all is."""
        from coding import blind

        project, layer = self.hub.project, self.hub.layer
        said = []
        if layer == (project.coder,):
            said.append(self.tr("my work alone"))
        elif layer is not None:
            said.append(self.tr("work of {coders}").format(coders=", ".join(layer)))
        if self.hub.reread:
            said.append(self.tr("re-read only"))
        if self.hub.human:
            said.append(self.tr("without suggestions"))
        if hidden := blind.hidden(project):
            said.append(self.tr("blind in %n document(s)", "", len(hidden)))
        return said

    def fill(self) -> None:
        """Offer the coders there are, and what can be left out."""
        self.choices.clear()
        project = self.hub.project_or_none
        if project is None:
            return
        coders = sorted({*self.hub.moment().read.coders.values(), project.coder}, key=str.casefold)
        layer, own = self.hub.layer, project.coder
        self._act(self.tr("Your name: {name}…").format(name=own), self.ask_name, None)
        self.choices.addSection(self.tr("Shown on every page"))
        self._act(self.tr("Everybody’s work"), lambda: self._look(None), layer is None)
        self._act(self.tr("My work alone"), lambda: self._look((own,)), layer == (own,))
        for name in coders if len(coders) > 1 else ():
            self._act(self.tr("Work of {coder}").format(coder=name), self._turned(name), name in (layer or ()))
        self.choices.addSeparator()
        self._act(
            self.tr("Leave out what was proposed and never re-read"),
            lambda: self.hub.look(reread=not self.hub.reread),
            self.hub.reread,
        )
        self._act(
            self.tr("Leave out what came from suggestions"),
            lambda: self.hub.look(human=not self.hub.human),
            self.hub.human,
        )
        self._offer_blind(project)

    def _offer_blind(self, project: Project) -> None:
        from coding import blind
        from corpus import documents

        mine = {one.document: one for one in blind.listed(project) if one.coder == project.coder}
        open_ = [one.key for one in documents.listed(project) if one.key not in mine or not mine[one.key].done]
        on = bool(blind.hidden(project))

        def turn() -> None:
            self.hub.write(lambda: blind.assign(project, open_, project.coder, blind=not on))

        said = self._act(self.tr("Code blind until your first pass is declared"), turn, on)
        said.setToolTip(self.tr("Others’ work in a document stays out of sight until then: pages, counts and exports"))
        said.setEnabled(project.writable and bool(open_))

    def _act(self, text: str, slot: Callable[[], object], on: bool | None) -> QAction:
        action = self.choices.addAction(text.replace("&", "&&"))
        action.setCheckable(on is not None)
        action.setChecked(bool(on))
        action.triggered.connect(lambda: slot())
        return action

    def _look(self, layer: tuple[str, ...] | None) -> None:
        self.hub.look(layer=layer)

    def _turned(self, name: str) -> Callable[[], None]:
        """Give what adds a coder to those whose work is shown, or takes one away; with none left all are shown."""
        layer = self.hub.layer or ()
        wanted = tuple(one for one in layer if one != name) if name in layer else (*layer, name)
        return lambda: self._look(wanted or None)

    def ask_name(self) -> None:
        """Ask for the name under which one codes from now on."""
        action = self.window().findChild(QAction, "project.coder")
        if isinstance(action, QAction):
            action.trigger()
