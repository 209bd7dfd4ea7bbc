"""Many verbatims at once: a bar says how many, a preview is thinned before anything is written, undo is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.verbatims.acts import CHECK_FIRST
from app.verbatims.page import VerbatimsPage
from app.verbatims.thinning import ThinningDialog, ThinRows
from coding import codebook, codings, excerpts, links
from coding.exports import hits
from tests.app.verbatims_parts import settle, thinned, verbatims_of_sample

CTRL = Qt.KeyboardModifier.ControlModifier
SELECT = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


def key(page: VerbatimsPage, name: str) -> int:
    return codebook.find(page.hub.project, name).key


def select(qtbot: QtBot, page: VerbatimsPage, asked: Ask, *rows: int) -> None:
    """Show what is asked for, and select these rows."""
    page.hub.verbatims_asked.emit(asked)
    settle(qtbot, page)
    page.list.setFocus()
    page.list.go(rows[0])
    for at in rows[1:]:
        page.list.selectionModel().select(page.list.rows.index(at), SELECT)


def pick(page: VerbatimsPage, qtbot: QtBot, name: str) -> None:
    picker = page.acts.picker
    assert picker is not None
    picker.line.setText(name)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)


def test_the_bar_is_there_while_several_are_selected(page: VerbatimsPage, qtbot: QtBot) -> None:
    select(qtbot, page, Ask(query="client"), 0)
    assert not page.selected.isVisible()
    select(qtbot, page, Ask(query="client"), 0, 1, 3)
    assert page.selected.isVisible()
    assert page.selected.count.text().startswith("3 ")
    page.list.go(2)
    assert not page.selected.isVisible()


def test_what_is_unticked_is_not_coded_and_one_click_takes_all_back(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, told = page.hub.project, list[tuple[str, object]]()
    page.hub.told.connect(lambda said, step, _more: told.append((said, step)))
    select(qtbot, page, Ask(query="client"), 0, 1, 2)
    places = [page.list.rows.place(at) for at in (0, 2)]
    before = {one.key for one in codings.listed(project)}
    qtbot.keyClick(page.list, Qt.Key.Key_K, CTRL)
    pick(page, qtbot, "Silos")
    assert {one.key for one in codings.listed(project)} == before
    thinned(qtbot, page, without=[1])
    made = [one for one in codings.listed(project) if one.key not in before]
    assert [(one.document, one.start, one.end) for one in made] == places
    [(said, step)] = told
    assert said.startswith("2 ")
    project.undo(step)  # type: ignore[arg-type]  # a step
    assert {one.key for one in codings.listed(project)} == before


def test_recoding_keeps_the_code_of_what_is_unticked(page: VerbatimsPage, qtbot: QtBot) -> None:
    select(qtbot, page, Ask(codes=(key(page, "Procédures"),)), 0, 1)
    first, second = (page.list.rows.row(at).verbatim.codings[0] for at in (0, 1))
    qtbot.keyClick(page.list, Qt.Key.Key_R, CTRL)
    pick(page, qtbot, "Silos")
    thinned(qtbot, page, without=[0])
    codes = {one.key: one.code for one in codings.listed(page.hub.project)}
    assert (codes[first], codes[second]) == (key(page, "Procédures"), key(page, "Silos"))


def test_deciding_heeds_what_is_unticked(page: VerbatimsPage, qtbot: QtBot) -> None:
    c1 = key(page, "C1")
    select(qtbot, page, Ask(codes=(c1,)), 0)
    linked = [at for at in range(page.list.rows.rowCount()) if not page.list.rows.row(at).verbatim.direct][:3]
    select(qtbot, page, Ask(codes=(c1,)), *linked)
    there = [page.list.rows.row(at).verbatim.codings[0] for at in linked]
    page.selected.decide.menu().actions()[0].trigger()
    thinned(qtbot, page, without=[1])
    said = {one.coding for one in links.judgements(page.hub.project, codings=there, code=c1) if one.verdict == "in"}
    assert said == {there[0], there[2]}


def test_excerpts_heed_what_is_unticked(page: VerbatimsPage, qtbot: QtBot) -> None:
    code = key(page, "Procédures")
    before = {one.key for one in excerpts.listed(page.hub.project)}
    select(qtbot, page, Ask(codes=(code,)), 0, 1)
    place = page.list.rows.place(1)
    page.acts.excerpt()
    thinned(qtbot, page, without=[0])
    made = [one for one in excerpts.listed(page.hub.project) if one.key not in before]
    assert [(one.document, one.start, one.end) for one in made] == [place]


def test_who_does_not_want_the_preview_writes_at_once(page: VerbatimsPage, qtbot: QtBot) -> None:
    select(qtbot, page, Ask(query="client"), 0, 1)
    page.selected.first.setChecked(False)
    assert page.hub.settings.get(CHECK_FIRST) is False
    before = len(codings.listed(page.hub.project))
    page.acts.code()
    pick(page, qtbot, "Silos")
    assert len(codings.listed(page.hub.project)) == before + 2


def test_only_what_is_selected_is_exported(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path) -> None:
    select(qtbot, page, Ask(query="client"), 0, 2)
    listing = page.list.rows.listing
    assert listing is not None
    only = hits.only(listing, page.list.chosen())
    assert [only.place(n) for n in range(len(only))] == [page.list.rows.place(at) for at in (0, 2)]
    path = tmp_path / "chosen.csv"
    with qtbot.waitSignal(page.hub.said):
        page.export.write_to(path, page.list.chosen())
    assert len(path.read_text("utf-8-sig").splitlines()) >= 3


def test_all_that_is_listed_is_coded_automatically_and_marked(page: VerbatimsPage, qtbot: QtBot) -> None:
    select(qtbot, page, Ask(query='"parcours client"'), 0)
    count, before = page.list.rows.rowCount(), {one.key for one in codings.listed(page.hub.project)}
    page.auto.listed()
    thinned(qtbot, page, without=[0])
    pick(page, qtbot, "Silos")
    settle(qtbot, page)
    made = [one for one in codings.listed(page.hub.project) if one.key not in before]
    assert (len(made), {one.origin for one in made}) == (count - 1, {"auto"})


def test_a_speaker_is_ticked_as_a_whole_and_gets_a_code(page: VerbatimsPage, qtbot: QtBot) -> None:
    before = {one.key for one in codings.listed(page.hub.project)}
    page.auto.by_speaker()
    [dialog] = [one for one in page.findChildren(ThinningDialog) if one.isVisible()]
    assert not dialog.rows.ticked
    dialog.rows.setData(dialog.rows.index(0), True, Qt.ItemDataRole.CheckStateRole)
    name, count = dialog.rows.index(0).data().rsplit(" · ", 1)
    assert len(dialog.rows.ticked) == int(count)
    page.findChildren(type(dialog))[0].layout().itemAt(3).widget().setCurrentIndex(1)
    dialog.accept()
    made = [one for one in codings.listed(page.hub.project) if one.key not in before]
    assert {codebook.get(page.hub.project, one.code).name for one in made} == {name}
    assert len(made) == int(count)


def test_a_group_is_ticked_in_part_once_one_of_it_is_not(qtbot: QtBot) -> None:
    rows = ThinRows({"a": [0, 1], "b": [2]}, lambda item: (str(item), ""), ticked=True)
    rows.toggle([1])
    states = [rows.index(at).data(Qt.ItemDataRole.CheckStateRole) for at in range(rows.rowCount())]
    off, part, on = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
    assert states == [part, off, on, on, on]
    rows.toggle([0, 3])
    assert rows.ticked == {0, 1, 2}
