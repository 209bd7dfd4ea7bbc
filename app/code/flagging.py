"""Words of the reader flagged, by which whoever says them might be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.hub import Hub

if TYPE_CHECKING:
    from corpus.anchors import Anchor


def add_to(menu: QMenu, hub: Hub, place: Anchor) -> None:
    """Offer to flag words, or to take off the flags that are on some of them."""
    from coding import telltales

    translate, span = QCoreApplication.translate, place.span or (0, 0)
    there = [
        one
        for one in hub.moment().read.telltales
        if one.document == place.document and one.start < span[1] and one.end > span[0]
    ]
    if there:
        off = menu.addAction(translate("flagging", "These words single nobody out"))
        keys = [one.key for one in there]
        off.triggered.connect(lambda: hub.write(lambda: telltales.remove(hub.project, keys)))
        return
    within = menu.addMenu(translate("flagging", "These words single out whoever says them"))
    for kind, title in (
        ("phrase", translate("flagging", "By a turn of phrase")),
        ("date", translate("flagging", "By a date")),
        ("figure", translate("flagging", "By a figure")),
    ):
        made = within.addAction(title)
        made.triggered.connect(lambda _checked=False, kind=kind: _flag(hub, place, kind))


def _flag(hub: Hub, place: Anchor, kind: str) -> None:
    from coding import telltales

    said = QCoreApplication.translate("flagging", "Flagged: whatever prints these words warns of it.")
    hub.write(lambda: telltales.add(hub.project, place, kind), lambda _key: hub.said.emit(said))
