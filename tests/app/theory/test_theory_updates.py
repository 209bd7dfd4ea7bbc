"""A project that holds an older version of a framework is offered what changed, side by side, on the Theory page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.theory.page import TheoryPage
from app.theory.updates import Updates, beside
from coding import codebook
from coding.codebook import frameworks, frameworks_files
from corpus.store.project import Project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the first version of the seven capabilities, one definition rewritten, and a descriptive code."""
    path = tmp_path_factory.mktemp("older") / "study.verbatim"
    with pytest.MonkeyPatch.context() as then, Project.create(path, name="Étude", language="fr", coder="Ada") as made:
        then.setattr(frameworks_files, "find", lambda key: frameworks_files.former(key, "1"))
        frameworks.add(made, "meco-2019")
        codebook.edit(made, codebook.find(made, "C1").key, definition="À ma façon.")
        codebook.add(made, "Irritants")
    return path


@pytest.fixture
def dialog(page: TheoryPage) -> Updates:
    page.offered.see.click()
    (found,) = page.findChildren(Updates)
    return found


def row_of(dialog: Updates, key: str) -> int:
    return list(dialog.found).index(key)


def test_what_the_person_wrote_is_marked_and_left(page: TheoryPage, dialog: Updates) -> None:
    assert page.offered.isVisible()
    row = row_of(dialog, "C1.definition")
    dialog.list.setCurrentRow(row)
    assert dialog.list.item(row).text() == "C1 Analyse de l'expérience client · Definition · yours"
    assert dialog.mine.toPlainText() == "À ma façon."
    assert dialog.shipped.toPlainText() == frameworks_files.find("meco-2019").codes[0].texts["fr"].definition
    assert "stays unless you tick it" in dialog.whose.text()
    assert dialog.list.item(row).checkState() == Qt.CheckState.Unchecked
    dialog.accept()
    project = page.hub.project
    assert codebook.find(project, "C1").definition == "À ma façon."
    assert codebook.find(project, "C1").name == "Capacité d’analyse de l’expérience client"
    assert page.offered.isHidden()
    project.undo()
    assert codebook.find(project, "C1").name == "Analyse de l'expérience client"
    assert page.offered.isVisible()
    project.redo()
    assert page.offered.isHidden()


def test_one_thing_is_chosen_and_the_rest_kept(page: TheoryPage, dialog: Updates) -> None:
    dialog.tick_all(False)
    assert dialog.take.text() == "Keep everything as it is"
    dialog.list.item(row_of(dialog, "C1.definition")).setCheckState(Qt.CheckState.Checked)
    assert dialog.take.text() == "Take over 1"
    dialog.accept()
    code = codebook.find(page.hub.project, "C1")
    assert (code.definition != "À ma façon.", code.name) == (True, "Analyse de l'expérience client")
    assert page.offered.isHidden()


def test_a_fork_is_asked_about_from_the_menu(page: TheoryPage) -> None:
    page.show_framework(frameworks.fork(page.hub.project, "meco-2019"))
    assert page.offered.isHidden()
    assert page.tools.updates.isEnabled()
    page.tools.updates.trigger()
    (dialog,) = page.findChildren(Updates)
    assert dialog.found["C1.definition"].own
    dialog.tick_all(True)
    dialog.accept()
    assert "À ma façon." not in [
        code.definition for code in codebook.listed(page.hub.project) if code.framework != "meco-2019"
    ]


def test_a_framework_of_ones_own_has_nothing_to_compare(page: TheoryPage, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('key = "own"\n[[codes]]\nkey = "a"\nfr = {name = "A", definition = "B."}\n', "utf-8")
    frameworks.add(page.hub.project, path)
    page.show_framework("own")
    assert not page.tools.updates.isEnabled()
    heard: list[object] = []
    page.hub.failed.connect(heard.append)
    page.show_framework(frameworks.fork(page.hub.project, "own"))
    page.tools.show_updates()
    assert len(heard) == 1
    assert not page.findChildren(Updates)


def test_words_that_differ_are_marked_on_both_sides() -> None:
    left, right = beside("le parcours <client> ancien", "le parcours <client> neuf")
    assert left.startswith("le parcours &lt;client&gt; <span")
    assert ("ancien" in left, "neuf" in right, "neuf" in left) == (True, True, False)
    assert beside("", "") == ("", "")
