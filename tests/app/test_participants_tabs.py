"""Tabs of the Participants page: built when first shown, reading again what changed while they were out of sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.participants.tabs import Later, Tab
from corpus.people import participants
from tests.app.sample_pages import opened_sample


class Names(Tab):
    """A tab that says how many participants there are, and how often it was read."""

    about = frozenset({"participant"})

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.label, self.reads = QLabel(self), 0

    def refresh(self) -> None:
        self.reads += 1
        project = self.hub.project_or_none
        self.label.setText(str(len(participants.listed(project))) if project else "")


def test_a_tab_is_built_when_it_is_shown_and_reads_what_changed_meanwhile(
    hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_sample(hub, tmp_path)
    place = Later(Names, hub, lambda: None)
    qtbot.addWidget(place)
    hub.changed.connect(place.changed)
    assert place.tab is None
    place.show()
    tab = place.tab
    assert isinstance(tab, Names)
    before = int(tab.label.text())
    participants.add(hub.project, "Nouvelle")
    qtbot.waitUntil(lambda: tab.label.text() == str(before + 1))
    place.hide()
    reads = tab.reads
    participants.add(hub.project, "Autre")
    participants.add(hub.project, "Troisième")
    qtbot.waitUntil(lambda: place._stale)
    assert tab.reads == reads
    place.show()
    assert tab.reads == reads + 1
    assert tab.label.text() == str(before + 3)
