"""Preferences, help and the tour: what tells a person where things are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import pages, theme
from app.action_table import table
from app.hub import Hub
from app.i18n import LANGUAGES
from app.settings import Settings
from app.shell import help as helping
from app.shell.help import HelpDialog
from app.shell.preferences import PreferencesDialog
from coding import singling
from coding.suggest import suggestions
from tests.app.person import Person, seated
from tests.app.sample_pages import opened_sample

NAMES = [name for name, *_ in pages.PAGES]


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*NAMES, helping.WELCOME])
def test_each_page_has_help_in_each_language_with_keys_that_are(qtbot: QtBot, page: str, language: str) -> None:
    said = helping.text(page, language)
    assert said.startswith("# ")
    assert len(said.split()) > 30
    assert "{key" not in said
    if language == "fr":
        assert " :" not in said
        assert " ?" not in said
        assert "'" not in said


def test_help_shows_what_helps_on_the_page_in_front_and_on_any_other(person: Person) -> None:
    for number, name in enumerate(NAMES, 1):
        person.go(number)
        person.rest()
        person.press(Qt.Key.Key_F1)
        dialog = person.dialog(HelpDialog)
        assert dialog.list.currentItem().text() == table()[f"view.{name}"].text
        assert len(dialog.view.toPlainText()) > 100
        dialog.list.setCurrentRow(0)
        assert dialog.view.toPlainText().startswith("Code")
        dialog.close()
        person.look()


def test_help_is_in_the_language_of_the_window(person: Person) -> None:
    person.window.settings.set("language", "fr")
    person.window.guiding.show_help()
    assert person.dialog(HelpDialog).view.toPlainText().startswith("Codage")


def test_each_preference_holds_at_once(person: Person) -> None:
    person.do("preferences")
    dialog, settings = person.dialog(PreferencesDialog), person.window.settings
    for choice, wanted in ((dialog.theme, "dark"), (dialog.points, 16), (dialog.study, "fr")):
        choice.setCurrentIndex(choice.findData(wanted))
        choice.activated.emit(choice.currentIndex())
    assert theme.is_dark()
    assert theme.text_size(settings) == 16
    assert settings.get("study_language") == "fr"
    dialog.memo.click()
    assert person.window.memo.dock is not None
    assert person.window.memo.dock.isVisible()
    assert dialog.hidden.isChecked()
    dialog.hidden.click()
    assert not suggestions.hides_before_first_pass(person.project)
    assert not person.review.controls.hidden.isChecked()
    dialog.hidden.click()
    assert person.review.controls.hidden.isChecked()
    dialog.fewest.setValue(5)
    assert singling.fewest(person.project) == 5
    dialog.coder.setText("Zoé")
    dialog.coder.editingFinished.emit()
    assert person.project.coder == "Zoé"
    assert settings.get("coder") == "Zoé"


def test_another_language_shows_the_preferences_in_it(person: Person) -> None:
    person.do("preferences")
    before = person.dialog(PreferencesDialog)
    before.language.setCurrentIndex(before.language.findData("fr"))
    before.language.activated.emit(before.language.currentIndex())
    found = person.window.findChildren
    person.until(lambda: [one for one in found(PreferencesDialog) if one.isVisible() and one is not before])
    assert person.window.settings.get("language") == "fr"


def test_a_choice_of_the_project_waits_until_one_is_open(person: Person) -> None:
    person.hub.close()
    person.window.guiding.show_preferences()
    dialog = person.dialog(PreferencesDialog)
    assert not dialog.hidden.isEnabled()
    assert not dialog.fewest.isEnabled()


def test_the_tour_points_at_what_is_there_and_comes_once(person: Person) -> None:
    path = person.project.path
    person.window.guiding.sample_opened(path)
    tour = person.window.guiding.tour
    assert tour is not None
    seen = []
    for number in range(len(tour.stops)):
        assert tour.isVisible()
        assert tour.frame.isVisible(), tour.stops[number].title
        assert person.window.rect().contains(tour.geometry())
        current = person.window.current_page
        seen.append(current.name if current is not None else "")
        assert seen[-1] == tour.stops[number].page
        assert tour.on.hasFocus()
        person.press(Qt.Key.Key_Space)
    assert person.window.guiding.tour is None
    person.window.guiding.sample_opened(path)
    assert person.window.guiding.tour is None
    person.do("tour")
    assert person.window.guiding.tour is not None


@pytest.mark.parametrize("size", [(1100, 700), (1280, 720)])
def test_the_tour_can_be_left_and_stays_within_a_small_window(person: Person, size: tuple[int, int]) -> None:
    person.window.resize(*size)
    person.do("tour")
    tour = person.window.guiding.tour
    assert tour is not None
    for _ in range(4):
        assert person.window.rect().contains(tour.geometry())
        tour.go_on()
    person.press(Qt.Key.Key_Escape)
    assert person.window.guiding.tour is None
    assert person.window.settings.get("tour")
    QApplication.processEvents()


def test_another_project_is_shown_no_tour(person: Person, study: Path) -> None:
    person.hub.open(study)
    person.window.guiding.sample_opened(Path("elsewhere.verbatim"))
    assert person.window.guiding.tour is None
