"""Whom what is exported singles out is shown in the window before it is written, with how many have to share it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import consenting
from app.hub import Hub
from app.matrix.page import MatrixPage
from app.memos.page import MemosPage
from app.reader import ReaderPane
from app.shell.corpora import Corpora
from app.shell.supervisor import Supervisor
from app.singling import SinglesOut
from app.verbatims.export import Export
from coding import memos, singling, telltales
from coding.moment.moment import Moment
from coding.search.listings import listing
from coding.search.searches import Search
from coding.tables.saved_matrices import MatrixChoice
from corpus import anchors, documents
from corpus.people import participants
from corpus.search.index import SearchIndex
from tests.app.sample_pages import opened_sample, settle, shown

_BY = MatrixChoice("attribute:Secteur", "codes", mask=True)


@pytest.fixture
def sample(hub: Hub, tmp_path: Path) -> Hub:
    opened_sample(hub, tmp_path)
    return hub


def asked(parent: QWidget) -> SinglesOut | None:
    return next((one for one in parent.findChildren(SinglesOut) if one.isVisible()), None)


def rows(dialog: SinglesOut) -> list[list[str]]:
    table = dialog.people
    cells = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def matrix_by_sector(hub: Hub, qtbot: QtBot) -> MatrixPage:
    """Show a matrix by an attribute of which two confidential participants have each a value of their own."""
    page = shown(MatrixPage, hub, qtbot)
    page.choose(_BY)
    settle(hub, qtbot)
    return page


def test_a_matrix_tells_whom_it_singles_out_and_is_written_once_that_is_agreed(
    sample: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    page, path = matrix_by_sector(sample, qtbot), tmp_path / "out.csv"
    page.export_to(path)
    settle(sample, qtbot)
    dialog = asked(page)
    assert dialog is not None
    assert not path.exists()
    first, second = rows(dialog)
    assert first[0].startswith("[participant")
    assert first[1:] == ["Secteur\u00a0: Luxe", "1", "généraliser ou retirer Secteur"]
    assert second[1] == "Secteur\u00a0: Banque-assurance"
    dialog.reject()
    settle(sample, qtbot)
    assert not path.exists()
    page.export_to(path)
    settle(sample, qtbot)
    again = asked(page)
    assert again is not None
    again.let.click()
    settle(sample, qtbot)
    assert path.is_file()


def test_how_many_have_to_share_it_is_chosen_where_it_is_told_and_kept(
    sample: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    maud = next(one for one in participants.listed(sample.project) if one.name.startswith("Maud"))
    participants.edit(sample.project, maud.key, attributes={"Secteur": "Luxe"})
    page = matrix_by_sector(sample, qtbot)
    page.export_to(tmp_path / "out.csv")
    settle(sample, qtbot)
    dialog = asked(page)
    assert dialog is not None
    assert [row[2] for row in rows(dialog)] == ["1"]
    dialog.fewest.setValue(3)
    settle(sample, qtbot)
    assert singling.fewest(sample.project) == 3
    assert [row[2] for row in rows(dialog)] == ["2", "1"]
    dialog.fewest.setValue(2)
    settle(sample, qtbot)
    assert len(rows(dialog)) == 1


def test_flagged_words_are_told_before_quotations_are_exported(sample: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    index = SearchIndex.of(sample.project, tmp_path / "cache")
    button = Export(sample, lambda: listing(Search("client"), Moment.of(sample.project), index))
    qtbot.addWidget(button)
    button.write_to(tmp_path / "out.csv")
    settle(sample, qtbot)
    assert asked(button) is None, "functions and employers are hidden"
    assert (tmp_path / "out.csv").is_file()
    document, start, _ = listing(Search("client"), Moment.of(sample.project), index).place(0)
    telltales.add(sample.project, anchors.words(document, start, start + 7), "figure", "she alone has that many")
    button.write_to(tmp_path / "again.csv")
    settle(sample, qtbot)
    dialog = asked(button)
    assert dialog is not None
    [row] = rows(dialog)
    words = documents.text(sample.project, document)[start : start + 7]
    assert row[1] == f"Chiffre\u00a0: «\u00a0{words}\u00a0» – she alone has that many"
    assert not (tmp_path / "again.csv").exists()


@pytest.mark.parametrize(
    ("write", "warns"),
    [
        (lambda hub, window, path: Corpora(hub, window).write_to(path), True),
        (lambda hub, window, path: Supervisor(hub, window).write_to(path), False),
    ],
    ids=["iramuteq", "supervisor"],
)
def test_what_tells_attributes_warns_and_what_tells_none_is_written(
    sample: Hub, tmp_path: Path, qtbot: QtBot, write: Callable[[Hub, QWidget, Path], None], warns: bool
) -> None:
    window, path = QWidget(), tmp_path / "out.txt"
    qtbot.addWidget(window)
    window.show()
    write(sample, window, path)
    settle(sample, qtbot)
    assert (asked(window) is not None) is warns
    assert path.exists() is not warns


def test_flagged_words_in_memos_are_told_before_these_are_exported(sample: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    page, path = shown(MemosPage, sample, qtbot), tmp_path / "memos.docx"
    document = documents.listed(sample.project)[0].key
    text = documents.text(sample.project, document)
    start = text.index(" ", 400) + 1
    telltales.add(sample.project, anchors.words(document, start, start + 25), "phrase")
    said = " ".join(text[start : start + 25].split())
    page.drawer.write_to(path)
    settle(sample, qtbot)
    assert path.is_file(), "no memo says them"
    path.unlink()
    memos.add(sample.project, f"Elle dit « {said} » encore.")
    settle(sample, qtbot)
    page.drawer.write_to(path)
    settle(sample, qtbot)
    dialog = asked(page)
    assert dialog is not None
    assert said in " ".join(rows(dialog)[0][1].split())
    assert not path.exists()
    dialog.let.click()
    settle(sample, qtbot)
    assert path.is_file()


def test_flagged_words_are_told_before_a_transcript_is_printed_and_words_are_copied(
    sample: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    info = documents.listed(sample.project)[0]
    telltales.add(sample.project, anchors.words(info.key, 400, 430), "phrase")
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.show_document(sample.project.text(info.text_sha), [], [])
    consenting.heed(sample, pane, lambda: info.key)
    pane.show()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    pane.copying(0, 300, QClipboard.Mode.Clipboard)
    assert clipboard.text() != "before", "these are not flagged"
    clipboard.setText("before")
    pane.copying(390, 460, QClipboard.Mode.Selection)
    pane.copying(390, 460, QClipboard.Mode.Clipboard)
    assert clipboard.text() == "before"
    dialog = asked(pane)
    assert dialog is not None
    assert dialog.let.text() == "Copy all the same"
    dialog.let.click()
    assert clipboard.text() == sample.project.text(info.text_sha)[390:460]
