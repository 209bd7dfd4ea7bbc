"""Numbers in the window: the same question has the same answer on every page, and what is counted is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import app
from app import actions
from app.code.sources import SourcesPanel
from app.codebook.model import COUNT, CodeModel
from app.codebook.picker import _Matches
from app.codebook.ranking import Match
from app.hub import Ask, Hub
from app.matrix.page import MatrixPage
from app.participants.page import ParticipantsPage
from app.theory.codes import CodesModel
from app.theory.page import TheoryPage
from app.theory.support import AGAINST, TOGETHER, WAITING, SupportModel
from app.verbatims.page import VerbatimsPage
from coding import codebook, links
from coding.moment.code_list import Book
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from corpus import documents
from corpus.people import participants
from tests.app.sample_pages import settle, shown
from tests.app.verbatims_parts import settle as settled
from tests.coding.hard_study import MECO, Hard, hard_study

TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def hard(hub: Hub, tmp_path: Path) -> Iterator[Hard]:
    made = hard_study(tmp_path)
    hub.settings.set("coder", "Ada")
    actions.use(hub.settings)
    hub.take(made.project)
    yield made
    hub.close()


def numbers(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", text)]


def test_tree_and_picker_say_the_same_and_what_it_is(hard: Hard) -> None:
    moment = Moment.of(hard.project)
    book, tree, picker = Book(moment), CodeModel(), _Matches(None)  # type: ignore[arg-type]  # no parent is needed
    tree.show(book)
    picker.book = book
    picker.show([Match(key) for key in book.codes])
    for row, key in enumerate(book.codes):
        segments, used = counts(moment).said(key)
        index, match = tree.index_of(key), picker.index(row)
        assert index.data(COUNT) == match.data(COUNT) == (str(segments) if segments else "")
        said = f"Coded segments: {segments}, without sub-codes {book.own(key)}; documents: {used}"
        assert said in index.data(TIP)
        assert said in match.data(TIP)


def test_sources_add_up_to_all_that_is_coded(hard: Hard, hub: Hub, qtbot: QtBot) -> None:
    moment = Moment.of(hard.project)
    sources = SourcesPanel(hub)
    qtbot.addWidget(sources)
    sources.show_sources(Book(moment), None)
    told = [sources._items[info.key].toolTip(0) for info in documents.listed(hard.project)]
    assert sum(numbers(tip.partition("coded segments: ")[2])[0] for tip in told) == len(moment.net.first)


def test_a_cell_its_preview_and_its_verbatims_agree(hard: Hard, hub: Hub, qtbot: QtBot) -> None:
    page, verbatims = shown(MatrixPage, hub, qtbot), shown(VerbatimsPage, hub, qtbot)
    settled(qtbot, verbatims)
    assert numbers(verbatims.status.count.text())[0] == len(Moment.of(hard.project).net.first)
    asked: list[Ask] = []
    hub.verbatims_asked.connect(asked.append)
    for cell, unit in (("passages", "passage"), ("codings", ""), ("documents", "document")):
        page.choose(replace(page.choice, rows="documents", columns=MECO, cell=cell))
        settle(hub, qtbot)
        grid = page.grid
        assert grid is not None
        for column, key in enumerate(("C1", "C2", "C3")):
            for row in range(grid.shape[0]):
                items = grid.opened(row, column)
                counted = sum(item.counted for item in items)
                page.preview.show_verbatims("a cell", (), items, cell=cell, value=grid.value(row, column))
                value, against = int(grid.value(row, column) or 0), len(items) - counted
                parts = [f"{value} {unit}"] if unit else []
                parts += [f"{counted} coded segment"] if counted else []
                parts += [f"{against} contradicting"] if against else []
                told = page.preview.facts.text().split(" · ") if page.preview.facts.text() else []
                assert [re.sub(r"(\(s\)|s)$", "", one) for one in told] == parts, key
                if counted:
                    assert numbers(page.preview.all.text()) == [counted]
                tip = page.table.cells.index(row, column).data(TIP)
                assert tip.endswith(f": {value}")
                assert ("Coded segments" in tip) == (cell == "codings")
    page.open_cell(0, 0)
    settle(hub, qtbot)
    [ask] = asked
    settled(qtbot, verbatims)
    counted = sum(item.counted for item in ask.items or ())
    assert verbatims.status.count.text().startswith(f"{counted} coded segment")


def test_to_link_counts_what_is_open_now(hard: Hard) -> None:
    project, model = hard.project, CodesModel()
    codebook.add(project, "Neuf")
    codebook.add(project, "Dix")
    model.show(weigh(Moment.of(project)))
    heading = next(row for row in model.rows if row.key is None)
    assert (heading.name, heading.count) == ("To link", 2)
    held = codebook.find(project, "Neuf").key
    links.link(project, held, hard.codes["C1"])
    model.show(weigh(Moment.of(project)), held)
    heads = {row.name: row.count for row in model.rows if row.key is None}
    reading = weigh(Moment.of(project))
    assert heads == {"To link": 1, "Linked": sum(reading.group(one.key) == "linked" for one in reading.first)}
    assert [row.key for row in model.rows].index(held) < [row.name for row in model.rows].index("Linked")


def test_every_number_of_the_evidence_opens_as_many(hard: Hard, hub: Hub, qtbot: QtBot) -> None:
    page, model, reading = shown(TheoryPage, hub, qtbot), SupportModel(), weigh(Moment.of(hard.project))
    model.show(reading)
    for row in model.rows:
        waiting, against, together = (row.numbers[n - 1] for n in (WAITING, AGAINST, TOGETHER))
        assert len(page._behind(reading, row, WAITING)) == waiting
        assert len(page._behind(reading, row, AGAINST)) == against
        assert sum(item.counted for item in page._behind(reading, row, TOGETHER)) == together
        for under in row.under:
            if under.numbers[WAITING - 1] is not None:
                assert len(page._behind(reading, under, WAITING)) == under.numbers[WAITING - 1]


def test_of_whom_it_is_not_known_who_they_are_is_said_where_people_are_counted(
    hard: Hard, hub: Hub, qtbot: QtBot
) -> None:
    matrix, people = shown(MatrixPage, hub, qtbot), shown(ParticipantsPage, hub, qtbot)
    assert not matrix.untied.isVisible()
    matrix.choose(replace(matrix.choice, rows="participants"))
    settle(hub, qtbot)
    assert matrix.untied.isVisible()
    assert people.people.untied.isVisible()
    for line in (matrix.untied, people.people.untied):
        assert numbers(line.label.text())[0] == len(Moment.of(hard.project).voices.unknown)
        assert ">Trio</a>" in line.label.text()
    with qtbot.waitSignal(hub.page_asked) as asked:
        matrix.untied.button.click()
    assert asked.args == ["participants"]
    with qtbot.waitSignal(hub.place_asked) as place:
        people.people.untied.label.linkActivated.emit(str(hard.study.documents["Trio"]))
    assert place.args[0].document == hard.study.documents["Trio"]
    keys = {info.name: info.key for info in participants.listed(hard.project)}
    marks = {one.label: one.key for one in documents.speakers(hard.project)}
    for mark, name in (("ANA", "Anne"), ("BOB", "Basile"), ("LUC", "Luc"), ("MIA", "Mia")):
        participants.tie_speaker(hard.project, marks[mark], keys[name])
    documents.merge_speakers(hard.project, marks["CLO"], marks["BOB"])
    documents.merge_speakers(hard.project, marks["ZOE"], marks["MIA"])
    settle(hub, qtbot)
    qtbot.waitUntil(lambda: not (matrix.untied.isVisible() or people.people.untied.isVisible()))


def test_what_counts_is_said_by_an_object_as_only_so_its_plurals_are_collected() -> None:
    root = Path(app.__file__).parent
    hidden = [
        path.relative_to(root)
        for path in root.rglob("*.py")
        if re.search(r'translate\(\s*"[^"]*",\s*"[^"]*%n', path.read_text("utf-8"))
    ]
    assert not hidden
