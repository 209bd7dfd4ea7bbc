"""Recipes on the Report page: changed as a form and as text, seen before, made, stopped, and told when stale."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.consenting import Beyond
from app.hub import Hub
from app.report.page import ReportPage
from app.report.recipes import Recipes
from coding import codebook, codings
from coding.recipes import saved_recipes
from coding.recipes.recipe import Part
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage
from corpus.people import consents, participants
from corpus.store.project import Project
from tests.app.sample_pages import settle, shown

TEXT = """title = "Annexes"
formats = ["md"]
appendix = ["html"]

[[part]]
table = "tree"

[[part]]
table = "verbatims"
codes = ["Terrain"]
"""
SAID = "On a suivi le parcours client trois semaines."


@pytest.fixture
def pane(hub: Hub, tmp_path: Path, qtbot: QtBot) -> Recipes:
    """The recipes of a study of one interview."""
    with Project.create(tmp_path / "study.verbatim", name="Étude", language="fr", coder="Ada") as project:
        draft = Draft(
            path=Path("Achats.txt"),
            name="Achats",
            text=SAID,
            original=SAID.encode(),
            media_type="text/plain",
            importer="txt",
            language="fr",
            passages=(DraftPassage("turn", 0, len(SAID)),),
        )
        [added] = documents.add(project, [draft])
        codings.apply(project, codebook.add(project, "Terrain"), anchors.words(added.key, 0, 10))
        participants.add(project, "Anne", documents=[added.key])
        saved_recipes.save(project, "Mine", TEXT)
    hub.settings.set("coder", "Ada")
    assert hub.open(tmp_path / "study.verbatim")
    page = shown(ReportPage, hub, qtbot)
    page.recipes_button.click()
    settle(hub, qtbot)
    assert page.views.currentWidget() is page.recipes
    found(page.recipes, qtbot, "Mine")
    return page.recipes


def found(pane: Recipes, qtbot: QtBot, name: str) -> None:
    row = next(n for n in range(pane.names.count()) if pane.names.itemData(n).name == name)
    pane.names.setCurrentIndex(row)
    pane.names.activated.emit(row)
    look(pane, qtbot)


def look(pane: Recipes, qtbot: QtBot) -> list[tuple[str, str, str]]:
    """Wait until what will be made is told, and return it."""
    qtbot.waitUntil(lambda: not pane.looking)
    settle(pane.hub, qtbot)
    cells = [[pane.seen.item(row, column) for column in range(3)] for row in range(pane.seen.rowCount())]
    return [tuple(item.text() for item in row if item is not None) for row in cells]  # type: ignore[misc]  # as the window calls it


def text_of(pane: Recipes, name: str = "Mine") -> str:
    return saved_recipes.find(pane.hub.project, name).text


def test_what_will_be_made_is_told(pane: Recipes, qtbot: QtBot) -> None:
    assert look(pane, qtbot) == [("Arbre des codes", "1", "md"), ("Sélection de verbatims", "1", "md")]
    assert pane.form.titles["fr"].text() == "Annexes"
    assert (pane.keep_button.isEnabled(), pane.make_button.isEnabled(), pane.standing.isVisible()) == (
        False,
        True,
        False,
    )


def test_a_recipe_is_changed_as_a_form_and_kept(pane: Recipes, qtbot: QtBot) -> None:
    pane.form.masking.click()
    pane.form.formats["csv"].click()
    pane.form.parts.setCurrentRow(0)
    pane.form.add(Part(table="interviews"))
    pane.form.up_button.click()
    assert text_of(pane) == TEXT
    pane.keep_button.click()
    recipe = saved_recipes.read(saved_recipes.find(pane.hub.project, "Mine"))
    assert ([part.table for part in recipe.parts], recipe.mask, recipe.formats) == (
        ["interviews", "tree", "verbatims"],
        False,
        ("md", "csv"),
    )
    assert [row[0] for row in look(pane, qtbot)] == ["Entretiens", "Arbre des codes", "Sélection de verbatims"]
    pane.form.remove_button.click()
    assert len(pane.form.recipe.parts) == 2
    pane.hub.project.undo()
    settle(pane.hub, qtbot)
    assert pane.text.toPlainText() == text_of(pane) == TEXT


def test_a_text_that_can_not_be_read_is_marked_at_its_line(pane: Recipes, qtbot: QtBot) -> None:
    pane.text.setPlainText(TEXT.replace('"tree"', '"trees"'))
    assert pane.fault.text().startswith(("Line 6: trees", "Ligne 6"))
    [mark] = pane.text.extraSelections()
    assert mark.cursor.blockNumber() == 5  # type: ignore[attr-defined]  # there at run time
    assert [one.isEnabled() for one in (pane.keep_button, pane.make_button, pane.form)] == [False] * 3
    found(pane, qtbot, "appendix")
    assert pane.info is not None
    assert pane.info.name == "Mine", "what can't be kept is not left"
    pane.text.setPlainText(TEXT)
    assert (pane.fault.isVisible(), pane.text.extraSelections()) == (False, [])


def test_a_recipe_that_ships_is_kept_as_ones_own_once_it_is_changed(pane: Recipes, qtbot: QtBot) -> None:
    found(pane, qtbot, "appendix")
    assert [one.isEnabled() for one in (pane.rename_button, pane.remove_button)] == [False] * 2
    pane.form.masking.click()
    found(pane, qtbot, "Mine")
    assert not saved_recipes.read(saved_recipes.find(pane.hub.project, "appendix")).mask
    assert saved_recipes.find(pane.hub.project, "appendix").key is not None


def test_recipes_are_begun_renamed_and_removed(pane: Recipes, qtbot: QtBot) -> None:
    pane.begin_as("Fresh")
    pane.rename("Fresher")
    settle(pane.hub, qtbot)
    assert [one.name for one in saved_recipes.listed(pane.hub.project)] == ["Fresher", "Mine"]
    assert (pane.names.currentText(), pane.standing.name) == ("Fresher", "Fresher")
    pane.remove_button.click()
    settle(pane.hub, qtbot)
    assert [one.name for one in saved_recipes.listed(pane.hub.project)] == ["Mine"]
    assert pane.names.currentText() == "Mine"


def test_a_recipe_is_made_and_told_when_it_is_stale(pane: Recipes, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    pane.make(out)
    look(pane, qtbot)
    assert {path.name for path in out.iterdir()} == {"01-tree.md", "02-verbatims.md", "appendix.html", "manifest.json"}
    assert str(out) in pane.standing.said.text()
    assert not pane.standing.compare_button.isVisible()
    codebook.add(pane.hub.project, "Neuf")
    settle(pane.hub, qtbot)
    look(pane, qtbot)
    assert pane.standing.compare_button.isVisible()
    pane.standing.compare_button.click()
    settle(pane.hub, qtbot)
    assert "2" in pane.standing.said.text(), "the tree, and the appendix"
    assert not pane.standing.compare_button.isVisible()


def test_a_run_that_is_stopped_leaves_nothing(
    pane: Recipes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coding.recipes import parts

    made = parts.made

    def stopped(*given: object, **named: object) -> object:
        pane.hub.jobs.cancel()
        return made(*given, **named)  # type: ignore[arg-type]  # as the window calls it

    look(pane, qtbot)
    monkeypatch.setattr(parts, "made", stopped)
    pane.make(tmp_path / "out")
    settle(pane.hub, qtbot)
    assert not (tmp_path / "out").exists()


def test_what_was_not_agreed_to_is_asked_about(pane: Recipes, tmp_path: Path, qtbot: QtBot) -> None:
    [anne] = participants.listed(pane.hub.project)
    consents.add(pane.hub.project, anne.key, signed_on="2024-05-31", quotation="no")
    settle(pane.hub, qtbot)
    look(pane, qtbot)
    pane.make(tmp_path / "out")
    settle(pane.hub, qtbot)
    assert not (tmp_path / "out").exists()
    [asked] = pane.findChildren(Beyond)
    asked.why.setText("She said yes on the phone")
    next(button for button in asked.findChildren(QPushButton) if button is asked.let).click()
    settle(pane.hub, qtbot)
    assert (tmp_path / "out" / "02-verbatims.md").exists()


def test_the_parts_of_the_report_come_back(pane: Recipes, qtbot: QtBot) -> None:
    page = pane.parent()
    while not isinstance(page, ReportPage):
        assert page is not None
        page = page.parent()
    page.step(1)
    settle(pane.hub, qtbot)
    assert (page.recipes_button.isChecked(), page.views.currentWidget()) == (False, page.paper)
    pane.hub.close()
    assert pane.names.count() == 0
