"""The filter of a page: within which sets of documents, participants and codes it shows the study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from app.hub import Hub
from app.sets.words import all_of, counted, kind_names

if TYPE_CHECKING:
    from coding.moment.meeting import Filled
    from coding.moment.moment import Moment

_WIDEST = 320  # pixels of what is said on the button


def there(moment: Moment, within: Iterable[str]) -> tuple[str, ...]:
    """Return the uids of sets that are still in the project."""
    known = {one.info.uid for one in moment.sets.values()} if (wanted := tuple(within)) else ()
    return tuple(uid for uid in wanted if uid in known)


class SetFilter(QToolButton):
    """Says within which sets a page shows the study, and lets a person choose. chosen(tuple): the uids of others."""

    chosen = Signal(object)

    def __init__(self, hub: Hub, page: str) -> None:
        super().__init__()
        self.hub, self._kept = hub, f"sets.{page}"
        self.within: tuple[str, ...] = ()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Within sets"))
        self.sets = QMenu(self)
        self.sets.setToolTipsVisible(True)
        self.sets.aboutToShow.connect(self.fill)
        self.setMenu(self.sets)
        self.say({}, ())

    def recall(self) -> tuple[str, ...]:
        """Return within which sets the page showed this project when it was last open."""
        kept = self.hub.project.recall(self._kept, [])
        self.within = tuple(map(str, kept)) if isinstance(kept, list) else ()
        return self.within

    def seen(self, moment: Moment) -> Moment:
        """Return a moment within the sets chosen, those left out that are gone; on any thread."""
        return moment.viewed(within=there(moment, self.within))

    def say(self, sets: Mapping[int, Filled], within: Iterable[str]) -> None:
        """Say what is kept: `3 of 26 documents: Firms`, or that all is."""
        self.within = tuple(within)
        kept = [one for one in sets.values() if one.info.uid in self.within]
        said = " · ".join(f"{counted(one)}: {one.info.name}" for one in kept) or all_of("documents")
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(said)

    def fill(self) -> None:
        """Offer the sets there are, by what they hold, with how many stand in each."""
        self.sets.clear()
        if self.hub.project_or_none is None:
            return
        sets = self.hub.moment().sets
        self._act(all_of("documents"), lambda: self._choose(()), on=not self.within)
        for kind, title in kind_names().items():
            here = [one for one in sets.values() if one.kind == kind]
            if here:
                self.sets.addSection(title)
            for one in here:
                self._act(f"{one.info.name} ({counted(one)})", self._turned(one.info.uid), one.info.uid in self.within)
        self.sets.addSeparator()
        self.sets.addAction(self.tr("Sets…")).triggered.connect(lambda: self.show_sets())

    def _act(self, text: str, slot: Callable[[], object], on: bool) -> QAction:
        action = self.sets.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: slot())
        return action

    def _turned(self, uid: str) -> Callable[[], None]:
        wanted = tuple(one for one in self.within if one != uid)
        return lambda: self._choose(wanted if uid in self.within else (*self.within, uid))

    def _choose(self, within: tuple[str, ...]) -> None:
        self.within = within
        self.hub.project.remember(self._kept, list(within))
        self.say(self.hub.moment().sets, within)
        self.chosen.emit(within)

    def show_sets(self) -> None:
        """Open the dialog of sets."""
        from app.sets.dialog import SetsDialog

        SetsDialog(self.hub, self.window()).show()
