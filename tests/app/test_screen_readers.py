"""What a screen reader is told: transcripts and verbatims are texts with carets and codes; every control has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.reader import ReaderCoding, ReaderPane, ReaderPassage
from app.reader.accessible import SpokenText
from app.settings import Settings
from app.shell.main_window import Window
from app.verbatims.accessible import SpokenRow
from tests.app.verbatims_parts import settle, verbatims_of_sample
from tests.samples import sample_at

TEXT = "INT: Et 😀 alors ?\nANNE: On regarde les ventes; puis on décide."
START, END = TEXT.index("regarde"), TEXT.index(" les")


@pytest.fixture
def spoken(qtbot: QtBot) -> tuple[ReaderPane, SpokenText]:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    passages = [
        ReaderPassage(1, 1, "turn", 5, TEXT.index("\n"), "INT", "interviewer"),
        ReaderPassage(2, 2, "turn", TEXT.index("On"), len(TEXT), "ANNE", "respondent"),
    ]
    codes = [
        ReaderCoding(1, START, END, 1, "écoute; d'abord", "#aa3322"),
        ReaderCoding(2, START, len(TEXT), 2, "b", "#aa3322"),
    ]
    pane.show_document(TEXT, passages, codes)
    QApplication.processEvents()
    found = QAccessible.queryAccessibleInterface(pane)
    assert isinstance(found, SpokenText)
    return pane, found


def units(point: int, text: str = TEXT) -> int:
    return len(text[:point].encode("utf-16-le")) // 2


def test_the_transcript_is_a_text_in_units_of_qt(spoken: tuple[ReaderPane, SpokenText]) -> None:
    _, said = spoken
    assert said.textInterface() is said
    assert said.characterCount() == units(len(TEXT))
    assert said.text(0, said.characterCount()) == TEXT
    assert said.text(units(START), units(END)) == "regarde"
    assert said.text(QAccessible.Text.Name)
    assert bool(said.state().readOnly) is True


def test_caret_and_selection_are_told_and_taken(spoken: tuple[ReaderPane, SpokenText]) -> None:
    pane, said = spoken
    pane.select(START, START)
    assert said.cursorPosition() == units(START)
    assert said.selectionCount() == 0
    pane.select(START, END)
    assert (said.selectionCount(), said.selection(0)) == (1, (units(START), units(END)))
    assert said.cursorPosition() == units(END)
    said.setSelection(0, units(0), units(3))
    assert pane.selection() == (0, 3)
    said.removeSelection(0)
    assert pane.selection() == (3, 3)
    said.setCursorPosition(units(END))
    assert pane.selection() == (END, END)
    rect = said.characterRect(units(START))
    assert rect.isValid()
    assert said.offsetAtPoint(rect.center()) == units(START)


def test_the_codes_and_the_speaker_of_words_are_attributes(spoken: tuple[ReaderPane, SpokenText]) -> None:
    _, said = spoken
    both, start, end = said.attributes(units(START + 2))
    assert both == "codes:b\\, écoute\\; d'abord;speaker:ANNE;"
    assert (start, end) == (units(START), units(END))
    one, start, end = said.attributes(units(END + 2))
    assert one == "codes:b;speaker:ANNE;"
    assert (start, end) == (units(END), units(len(TEXT)))
    none, start, end = said.attributes(units(6))
    assert none == "speaker:INT;"
    assert start == 0
    assert end == units(TEXT.index("\n") + 1)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Listen as a screen reader does, and give what is announced."""
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


def test_codes_are_announced_where_the_caret_comes_to_them(
    spoken: tuple[ReaderPane, SpokenText], heard: list[str]
) -> None:
    pane, said = spoken
    pane.select(START + 2, START + 2)
    assert heard == ["Coded: b, écoute; d'abord."]
    assert said.text(QAccessible.Text.Description).endswith("puis on décide. Coded: b, écoute; d'abord.")
    pane.select(START + 3, START + 3)
    assert len(heard) == 1, "the same codes are told once"
    pane.select(END + 2, END + 2)
    pane.select(6, 6)
    assert heard[1:] == ["Coded: b.", "Not coded."]
    assert "Coded" not in said.text(QAccessible.Text.Description)


def test_the_row_in_focus_is_a_text_with_its_codes(qtbot: QtBot, hub: Hub, tmp_path: Path) -> None:
    with verbatims_of_sample(qtbot, hub, tmp_path) as page:
        listed = page.list
        listed.go(3)
        said = QAccessible.queryAccessibleInterface(listed)
        assert isinstance(said, SpokenRow)
        row = listed.rows.row(3)
        text = said.text(0, said.characterCount())
        assert text.endswith(row.verbatim.text)
        assert row.verbatim.document_name in text
        assert text[said.cursorPosition() :] == row.verbatim.text
        assert said.selection(0) == (0, said.characterCount())
        code, at = row.verbatim.codes[0], said.cursorPosition()
        found, first, last = said.attributes(at)
        assert hub.moment().codes[code].name.split(",")[0].split(":")[0] in found
        assert first <= at < last
        listed.go(0)
        assert said.text(0, said.characterCount()) != text


def test_codes_are_announced_where_one_comes_to_a_verbatim(
    qtbot: QtBot, hub: Hub, tmp_path: Path, heard: list[str]
) -> None:
    with verbatims_of_sample(qtbot, hub, tmp_path) as page:
        heard.clear()
        page.list.go(1)
        codes = page.list.rows.row(1).verbatim.codes
        assert codes
        assert len(heard) == 1
        assert heard[0].startswith("Coded: ")
        assert all(hub.moment().codes[code].label in heard[0] for code in codes)
        assert page.list.accessibleDescription().endswith(heard[0])
        page.hub.verbatims_asked.emit(Ask(query="comment"))
        settle(qtbot, page)
        bare = [at for at in range(page.list.rows.rowCount()) if not page.list.rows.row(at).coded]
        bare = [at for at in bare if not page.list.rows.row(at).verbatim.codes and at != page.list.currentIndex().row()]
        heard.clear()
        page.list.go(bare[0])
        assert heard == ["Not coded."]


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Window]:
    settings.set("coder", "anna")
    sample_at(tmp_path / "study.verbatim")
    made = Window(hub)
    made.resize(1440, 900)
    made.show()
    assert hub.open(tmp_path / "study.verbatim")
    qtbot.waitUntil(lambda: not hub.jobs.busy)
    yield made
    hub.close()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def nameless(top: QWidget) -> list[str]:
    """Give the controls that a screen reader would have no name for."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    found = []
    for control in top.findChildren(QWidget):
        inner = control.objectName().startswith("qt_") or "Private" in type(control).__name__
        within = isinstance(control.parentWidget(), QComboBox | QLineEdit | QAbstractScrollArea) and not isinstance(
            control.parentWidget(), QScrollArea
        )
        if not isinstance(control, kinds) or inner or within or not control.isVisibleTo(top):
            continue
        told = QAccessible.queryAccessibleInterface(control)
        if told is not None and not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} in {type(control.parentWidget()).__name__}")
    return found


def test_every_control_of_every_page_and_dialog_has_a_name(window: Window, qtbot: QtBot) -> None:
    for name in window.page_names:
        window.show_page(name)
        qtbot.waitUntil(lambda: not window.hub.jobs.busy)
        assert nameless(window) == [], name
    for show in (window.show_keys, window.show_history, window.projects.new):
        before = set(window.findChildren(QDialog))
        show()
        [dialog] = set(window.findChildren(QDialog)) - before
        assert nameless(dialog) == [], type(dialog).__name__
        dialog.close()
