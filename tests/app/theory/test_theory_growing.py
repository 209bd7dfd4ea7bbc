"""A framework grows in the study: forked with its links, sharpened, split by its evidence, compared with others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.hub import Hub
from app.theory.crosswalks import Crosswalks
from app.theory.dialogs import AddFramework, ForkFramework
from app.theory.forms import CodeForm, SplitForm
from app.theory.page import TheoryPage
from coding import codebook, links, memos
from coding.codebook import CodeInfo, frameworks
from coding.moment.moment import Moment
from corpus.store.project import Project
from tests.app.theory_support import heard


@pytest.fixture
def project(hub: Hub) -> Project:
    return hub.project


def code_of(project: Project, framework: str, key: str) -> CodeInfo:
    return next(one for one in codebook.listed(project) if (one.framework, one.code_key) == (framework, key))


def test_a_published_framework_says_to_fork_it_first(page: TheoryPage) -> None:
    said = heard(page.hub.said)
    page.tools.allow()

    page.tools.add_code()

    assert "fork it" in str(said[-1])
    assert not page.findChildren(CodeForm)
    assert not page.tools.split.isEnabled()


def test_forking_by_the_dialog_shows_the_copy(page: TheoryPage, project: Project) -> None:
    page.tools.fork_framework()
    [dialog] = page.findChildren(ForkFramework)
    dialog.title.setText("Capacités, revues")
    dialog.accept()

    assert page.reading is not None
    assert page.reading.framework is not None
    assert page.reading.framework.title == "Capacités, revues"
    assert page.framework.currentText() == "Capacités, revues"
    assert page.tools.grow.isEnabled()


def test_a_code_is_added_and_sharpened_by_its_form(page: TheoryPage, project: Project) -> None:
    page.show_framework(frameworks.fork(project, "meco-2019", links=True))
    page.tools.add_code()
    [form] = page.findChildren(CodeForm)
    form.name.setText("Orchestration")
    form.key.setText("C8")
    form.definition.setPlainText("Tenir les sept ensemble.")
    form.reason.setPlainText("Trois répondants en parlent.")
    form.accept()

    made = page.triage.capability
    assert made is not None
    info = codebook.get(project, made)
    assert (info.name, info.code_key, info.provenance) == ("Orchestration", "C8", "this study")
    assert [one.body for one in memos.of(project, "code", made)] == ["Trois répondants en parlent."]

    page.tools.edit_code()
    form = page.findChildren(CodeForm)[-1]
    assert form.definition.toPlainText() == "Tenir les sept ensemble."
    form.name.setText("Orchestration des canaux")
    form.accept()
    assert codebook.get(project, made).name == "Orchestration des canaux"
    assert page.triage.detail.heading.text() == "C8 Orchestration des canaux"


def test_a_refused_form_stays_open(page: TheoryPage, project: Project) -> None:
    page.show_framework(frameworks.fork(project, "meco-2019", links=True))
    failed = heard(page.hub.failed)
    page.tools.add_code()
    [form] = page.findChildren(CodeForm)
    form.name.setText("Autre")
    form.key.setText("C1")

    form.accept()

    assert failed
    assert form.isVisible()


def test_the_split_form_ticks_the_words(page: TheoryPage, project: Project) -> None:
    key = frameworks.fork(project, "meco-2019", links=True)
    page.show_framework(key)
    old = code_of(project, key, "C6")
    page.triage.capabilities.choose(old.key)
    page.tools.split_code()
    [form] = page.findChildren(SplitForm)
    assert form.words.count() == len(Moment.of(project).evidence(old.key))
    for row in (0, 1):
        form.words.item(row).setCheckState(Qt.CheckState.Checked)
    assert form.counted.text().startswith("ticked: 2 ")
    form.name.setText("Vendeurs ambassadeurs")
    form.beside.setChecked(True)
    form.accept()

    new = page.triage.capability
    assert new is not None
    assert codebook.get(project, new).name == "Vendeurs ambassadeurs"
    assert sum(one.counted for one in Moment.of(project).evidence(new)) == 2


def test_a_shipped_framework_is_added_and_shown(page: TheoryPage, project: Project) -> None:
    page.tools.add_framework()
    [dialog] = page.findChildren(AddFramework)
    rows = [dialog.shipped.item(at) for at in range(dialog.shipped.count())]
    homburg = next(row for row in rows if row.data(Qt.ItemDataRole.UserRole) == "homburg-2017")
    present = next(row for row in rows if row.data(Qt.ItemDataRole.UserRole) == "meco-2019")
    assert present.flags() == Qt.ItemFlag.NoItemFlags

    dialog.shipped.setCurrentItem(homburg)
    assert "Homburg" in dialog.citation.text()
    dialog.accept()

    assert page.triage.capabilities.rows.rowCount() == 4


def test_a_file_of_ones_own_is_added(page: TheoryPage, project: Project, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('key = "own"\n[[codes]]\nkey = "A"\nfr.name = "Accueil"\nfr.definition = "Recevoir."\n', "utf-8")
    page.tools.add_framework()
    [dialog] = page.findChildren(AddFramework)

    dialog.take_file(own)

    assert [row.label for row in page.triage.capabilities.rows.rows] == ["A Accueil"]


def test_a_broken_file_is_refused_and_the_dialog_stays(page: TheoryPage, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("key = ", "utf-8")
    failed = heard(page.hub.failed)
    page.tools.add_framework()
    [dialog] = page.findChildren(AddFramework)

    dialog.take_file(broken)

    assert "broken.toml" in str(failed[0])
    assert dialog.isVisible()


def test_crosswalks_are_shown_added_reasoned_and_taken_away(page: TheoryPage, project: Project) -> None:
    frameworks.add(project, "homburg-2017")
    page.tools.show_crosswalks()
    [dialog] = page.findChildren(Crosswalks)
    before = dialog.list.topLevelItemCount()
    assert before == len(links.listed(project, "crosswalk")) > 0
    assert dialog.whole.text()

    dialog.source.setCurrentIndex(5)
    dialog.target.setCurrentIndex(1)
    dialog.why.setText("Une même question")
    dialog.add.click()
    assert dialog.list.topLevelItemCount() == before + 1
    assert links.listed(project, "crosswalk")[-1].reason == "Une même question"

    item = dialog.list.topLevelItem(before)
    assert item is not None
    dialog.list.setCurrentItem(item)
    dialog.reason.setText("Une autre")
    dialog.reason.returnPressed.emit()
    assert links.listed(project, "crosswalk")[-1].reason == "Une autre"

    dialog.remove.click()
    assert dialog.list.topLevelItemCount() == before
    project.undo()
    assert dialog.list.topLevelItemCount() == before + 1


def test_taking_a_framework_out_says_what_goes_with_it(page: TheoryPage, project: Project) -> None:
    page.tools.remove_framework()
    [box] = page.findChildren(QMessageBox)
    assert "7 code" in box.informativeText()
    assert "16 link" in box.informativeText()

    next(button for button in box.buttons() if button.text() == "Take away").click()

    assert not frameworks.listed(project)
    assert page.stack.currentWidget() is page.no_framework
