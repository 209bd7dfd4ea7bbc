"""One switch says whose work every page shows, and says so while it shows less than everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.hub import Hub
from app.settings import Settings
from app.shell.coder_switch import Whose
from app.theory.page import TheoryPage
from coding import blind, codebook, codings, links
from coding.codebook import frameworks
from coding.suggest import suggestions
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    frameworks.add(made.project, "meco-2019")
    code = codebook.add(made.project, "film")
    links.link(made.project, code, next(c.key for c in codebook.listed(made.project) if c.code_key == "C1"))
    codings.apply(made.project, code, made.words("Achats", "parcours client"))
    with made.coder("Noé"):
        codings.apply(made.project, code, made.words("Achats", "coince"))
    return made


@pytest.fixture
def hub(study: Study, qapp: QApplication, tmp_path: Path):  # type: ignore[no-untyped-def]  # a fixture that yields
    made = Hub(Settings(tmp_path / "settings.json"))
    made.take(study.project)
    yield made
    made.close()


@pytest.fixture
def page(hub: Hub, study: Study, qtbot: QtBot) -> CodePage:
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.project_opened()
    made.open_document(study.documents["Achats"])
    return made


def shown(page: CodePage) -> tuple[list[str], int]:
    """Give whose codings the reader shows, and how many segments the codebook counts."""
    assert page.shown.book is not None
    return sorted(one.coder for one in page.shown.codings.values()), page.shown.book.total(_film(page.hub))


def _film(hub: Hub) -> int:
    return codebook.find(hub.project, "film").key


def test_every_page_shows_the_work_of_the_coders_chosen(hub: Hub, page: CodePage, qtbot: QtBot) -> None:
    theory, whose = TheoryPage(hub), Whose(hub)
    for made in (theory, whose):
        qtbot.addWidget(made)
    theory.project_opened()
    assert shown(page) == (["Ada", "Noé"], 2)
    assert whose.text() == "Ada"

    hub.look(layer=("Noé",))
    theory.refresh()
    assert shown(page) == (["Noé"], 1)
    assert theory.reading is not None
    assert theory.reading.segments(_film(hub)) == 1
    assert whose.text() == "Ada · work of Noé"

    codings.apply(hub.project, _film(hub), page.hub and _place(page))
    assert shown(page) == (["Noé"], 1), "one's own new coding is out of the layer shown"
    hub.look(layer=None)
    assert shown(page) == (["Ada", "Ada", "Noé"], 3)


def _place(page: CodePage):  # type: ignore[no-untyped-def]  # a place of the document shown
    from corpus import anchors

    assert page.shown.document is not None
    return anchors.words(page.shown.document.key, 0, 4)


def test_the_menu_turns_coders_on_and_off(hub: Hub, qtbot: QtBot) -> None:
    whose = Whose(hub)
    qtbot.addWidget(whose)

    def press(text: str) -> None:
        whose.fill()
        next(action for action in whose.choices.actions() if action.text() == text).trigger()

    press("My work alone")
    assert (hub.layer, whose.text()) == (("Ada",), "Ada · my work alone")
    press("Work of Noé")
    assert hub.layer == ("Ada", "Noé")
    press("Leave out what came from suggestions")
    assert (hub.human, hub.moment().human, hub.layer) == (True, True, ("Ada", "Noé"))
    assert whose.text().endswith("· without suggestions")
    press("Leave out what came from suggestions")
    assert not hub.moment().human
    press("Work of Ada")
    press("Work of Noé")
    assert hub.layer is None
    press("Leave out what was proposed and never re-read")
    assert hub.reread
    assert "re-read only" in whose.text()


def test_what_is_coded_blind_is_out_of_sight_on_the_page(hub: Hub, page: CodePage, study: Study, qtbot: QtBot) -> None:
    whose, here = Whose(hub), study.documents["Achats"]
    qtbot.addWidget(whose)
    blind.assign(hub.project, [here], "Ada", blind=True)
    assert shown(page) == (["Ada"], 1)
    assert "blind in 1 document" in whose.text()
    suggestions.declare_first_pass(hub.project, here)
    assert shown(page) == (["Ada", "Noé"], 2)
    assert whose.text() == "Ada"
