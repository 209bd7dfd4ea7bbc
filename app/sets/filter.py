"""The filter of a page: within which sets of documents, participants and codes it shows the study."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.eliding import in_words
from app.hub import Hub
from app.i18n import told
from app.icons import icon
from app.sets.words import all_of, counted, kind_names, show_all
from corpus.rules import KINDS, Kind

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.moment.rule_matching import Filled
    from corpus.sets import SetInfo
    from corpus.store.project import Changes

_WIDEST = 320  # pixels of what is said on the button
_BESIDE = 48  # pixels around what is said
_LETTERS = 18  # of the names of sets, where there is little room


def there(moment: Moment, within: Iterable[str]) -> tuple[str, ...]:
    """Return the uids of sets that are still in the project."""
    known = {one.info.uid for one in moment.sets.values()} if (wanted := tuple(within)) else ()
    return tuple(uid for uid in wanted if uid in known)


class SetFilter(QWidget):
    """Says within which sets a page shows the study, lets a person choose, and takes them off in one click.

    chosen(tuple): the uids of others. `kinds` are those that the page can be kept to, `bare` what is said where it is
    to none. What is `beside` a list is not seen before the study has a set; what is `brief` says but the names of sets.
    """

    chosen = Signal(object)

    def __init__(
        self,
        hub: Hub,
        page: str,
        kinds: tuple[Kind, ...] = KINDS,
        *,
        beside: bool = False,
        brief: bool = False,
        bare: str = "",
    ) -> None:
        super().__init__()
        self.hub, self.kinds, self.beside, self._kept = hub, kinds, beside, f"sets.{page}"
        self._brief, self._bare = brief, bare or all_of(kinds[0])
        self.within: tuple[str, ...] = ()
        self.said = self._names = ""
        self.found: Callable[[], Mapping[Kind, Collection[int]]] = dict
        """Gives what a page has found, to be put into sets."""
        self.button, self.away = QToolButton(), QToolButton()
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.setAccessibleName(self.tr("Within sets"))
        self.away.setIcon(icon("close"))
        self.away.setAccessibleName(show_all())
        self.away.setToolTip(self.away.accessibleName())
        self.away.clicked.connect(self.take_off)
        self.sets = QMenu(self)
        self.sets.setToolTipsVisible(True)
        self.sets.aboutToShow.connect(self.fill)
        self.button.setMenu(self.sets)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button)
        line.addWidget(self.away)
        if beside and not brief:
            line.addStretch(1)
            self.button.setMinimumWidth(0)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if beside:
            self.hide()
        self._tell(())

    def text(self) -> str:
        """Give what is said, as far as there is room for it."""
        return self.button.text().replace("&&", "&")

    def recall(self) -> tuple[str, ...]:
        """Return within which sets the page showed this project when it was last open."""
        kept = self.hub.project.recall(self._kept, [])
        self.within = tuple(map(str, kept)) if isinstance(kept, list) else ()
        return self.within

    def seen(self, moment: Moment) -> Moment:
        """Return a moment within the sets chosen, those left out that are gone; on any thread."""
        return moment.viewed(within=there(moment, self.within))

    def narrowed(self) -> Moment | None:
        """Return the study of now within the sets chosen, and say so; None where all of it is shown."""
        if self.hub.project_or_none is None or not self.within:
            self.say({}, ())
            return None
        moment = self.seen(self.hub.moment())
        self.say(moment.sets, moment.within)
        return moment if moment.within else None

    def concerns(self, changes: Changes) -> bool:
        """Say whether what is within the sets may be other than before."""
        return bool(self.within) or bool(changes.keys.keys() & {"grouping", "grouping_member"})

    def say(self, sets: Mapping[int, Filled], within: Iterable[str]) -> None:
        """Say what is kept: `3 of 26 documents: Firms`, or that all is."""
        self.within = tuple(within)
        self._tell([one for one in sets.values() if one.info.uid in self.within])
        if self.beside:
            self.setVisible(self.hub.project_or_none is not None and any(self._offered()))

    def _tell(self, kept: Sequence[Filled]) -> None:
        self.said = " · ".join(told(counted(one), one.info.name) for one in kept) or self._bare
        self.button.setToolTip(self.said)
        self._names = ", ".join(one.info.name for one in kept)
        self.button.setProperty("narrowed", bool(kept))
        self.button.style().polish(self.button)
        self.away.setVisible(bool(kept))
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.away.sizeHint().width() - _BESIDE if self.beside else _WIDEST
        if self._brief:
            room = self.fontMetrics().averageCharWidth() * _LETTERS
        if not self.within and (self._brief or not self.beside):
            room = _WIDEST
        said = (self._names if self._brief else "") or self.said
        shown = in_words(said, room, self.fontMetrics().horizontalAdvance)
        self.button.setText(shown.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.beside:
            self._fit()

    def _offered(self) -> Iterator[SetInfo]:
        """Give the sets that the page can be kept to, without asking who stands in them."""
        return (one for one in self.hub.moment().stored_sets if one.kind in self.kinds)

    def fill(self) -> None:
        """Offer the sets there are, by what they hold, with how many stand in each."""
        self.sets.clear()
        if self.hub.project_or_none is None:
            return
        sets, titles = self.hub.moment().sets, kind_names()
        self._act(all_of(self.kinds[0]), self.take_off, on=not self.within)
        for kind in self.kinds:
            here = [one for one in sets.values() if one.kind == kind]
            if here:
                self.sets.addSection(titles[kind])
            for one in here:
                self._act(f"{one.info.name} ({counted(one)})", self._turned(one.info.uid), one.info.uid in self.within)
        if self.hub.project.writable:
            self._offer_found()
        self.sets.addSeparator()
        self.sets.addAction(self.tr("Sets…")).triggered.connect(lambda: self.show_sets())

    def _offer_found(self) -> None:
        from app.sets.putting import menu_into

        found = {kind: keys for kind, keys in self.found().items() if keys}
        if found:
            self.sets.addSeparator()
        for kind, keys in found.items():
            menu_into(self.sets, self.hub, kind, keys)

    def _act(self, text: str, slot: Callable[[], object], on: bool) -> QAction:
        action = self.sets.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: slot())
        return action

    def _turned(self, uid: str) -> Callable[[], None]:
        wanted = tuple(one for one in self.within if one != uid)
        return lambda: self._choose(wanted if uid in self.within else (*self.within, uid))

    def take_off(self) -> None:
        """Show all again."""
        self._choose(())

    def _choose(self, within: tuple[str, ...]) -> None:
        self.within = within
        self.hub.project.remember(self._kept, list(within))
        self.say(self.hub.moment().sets if within else {}, within)
        self.chosen.emit(within)

    def show_sets(self) -> None:
        """Open the dialog of sets."""
        from app.sets.dialog import SetsDialog

        SetsDialog(self.hub, self.window()).show()
