"""Putting what is chosen in a list into a set: into one that is made by hand, or into a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QPushButton, QWidget

from app.hub import Hub
from app.icons import icon
from app.sets.words import SetCounts

if TYPE_CHECKING:
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from corpus.rules import Kind

_ROOM = 420  # pixels, for a name that says what a set is for


def menu_into(menu: QMenu, hub: Hub, kind: Kind, keys: Collection[int]) -> QMenu:
    """Add to a menu where these documents, participants or codes can be put."""
    below = menu.addMenu(icon("participants"), SetCounts().to_put(kind, len(keys)))
    offer(below, hub, kind, keys)
    return below


def offer(below: QMenu, hub: Hub, kind: Kind, keys: Collection[int]) -> None:
    """Fill a menu with a new set, and with those made by hand that not all of these are in."""
    from corpus import sets

    new = below.addAction(QCoreApplication.translate("sets", "New set…"))
    new.setEnabled(bool(keys))
    new.triggered.connect(lambda: ask(hub, below.parentWidget(), kind, keys))
    there = [one for one in sets.listed(hub.project) if one.kind == kind and not one.ruled]
    if there:
        below.addSeparator()
    for one in there:
        action = below.addAction(one.name.replace("&", "&&"))
        action.setEnabled(not set(keys) <= one.by_hand)
        action.triggered.connect(lambda _on=False, key=one.key, name=one.name: _put(hub, key, name, keys))


def button(hub: Hub, kind: Kind, keys: Callable[[], Collection[int]]) -> QPushButton:
    """Make a button that offers where what is selected at that moment can be put."""
    made = QPushButton(icon("participants"), QCoreApplication.translate("sets", "Put into a set"))
    menu = QMenu(made)

    def fill() -> None:
        menu.clear()
        offer(menu, hub, kind, keys())

    menu.aboutToShow.connect(fill)
    made.setMenu(menu)
    return made


def of_search(found: Listing | OtherHits | None) -> Mapping[Kind, Collection[int]]:
    """Give the documents, participants or codes that a search has found."""
    from coding.search.gathering import gathered

    return gathered(found) if found is not None else {}


def _put(hub: Hub, key: int, name: str, keys: Iterable[int]) -> None:
    from corpus import sets

    project, members = hub.project, tuple(keys)
    said = QCoreApplication.translate("sets", "Put into {name}.").format(name=name)
    hub.write(lambda: sets.put_in(project, key, members), lambda _: hub.said.emit(said))


def ask(hub: Hub, parent: QWidget | None, kind: Kind, keys: Iterable[int]) -> QInputDialog:
    """Ask for the name of a new set, and make it with these in it."""
    members = tuple(keys)
    dialog = name_dialog(parent.window() if parent is not None else None)
    dialog.textValueSelected.connect(lambda name: _make(hub, name, kind, members))
    dialog.open()
    return dialog


def name_dialog(parent: QWidget | None) -> QInputDialog:
    """Make what asks for the name of a new set; what is done with it is for who shows it."""
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("sets", "New set"))
    dialog.setLabelText(translate("sets", "Name of the set:"))
    dialog.sizeHint()  # by which Qt makes what is in it
    if (line := dialog.findChild(QLineEdit)) is not None:
        line.setMinimumWidth(_ROOM)
    return dialog


def _make(hub: Hub, name: str, kind: Kind, members: tuple[int, ...]) -> None:
    from corpus import sets

    project = hub.project
    said = QCoreApplication.translate("sets", "The set {name} is made.").format(name=name.strip())
    hub.write(lambda: sets.make(project, name, kind, members), lambda _: hub.said.emit(said))
