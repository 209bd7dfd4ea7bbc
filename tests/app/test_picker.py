"""The code picker: what is found for what is typed, and what each key asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.codebook.comparing import examples
from app.codebook.model import PLACE
from app.codebook.picker import CodePicker
from app.codebook.ranking import Ranking
from coding import codebook, codings
from coding.codebook import CodeInfo, frameworks
from coding.moment.code_list import Book
from coding.moment.moment import Moment
from corpus.store.project import Project
from tests.coding.support import Study, make_study

NAMES = ("prototyper", "écouter le client", "écouter/appels", "éprouver", "Œuvrer à plusieurs", "client perdu")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path)
    for name in NAMES:
        codebook.add(made.project, name)
    frameworks.add(made.project, "meco-2019")
    yield made
    made.project.close()


def key(project: Project, name: str) -> int:
    return codebook.find(project, name).key


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1


class Bench(QWidget):
    """A page with words, and the picker over it."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study, self.book = study, Book(Moment.of(study.project))
        self.words, self.elsewhere = QLineEdit("words"), QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.elsewhere)
        self.picker = CodePicker(self)
        self.chosen: list[int] = []
        self.created: list[str] = []

    def open(self, text: str = "", **more: object) -> CodePicker:
        self.words.setFocus()
        more.setdefault("create", self.created.append)
        self.picker.open(self.book, QRect(300, 100, 1, 20), self.chosen.append, text=text, **more)  # type: ignore[arg-type]  # wider than the signature on purpose
        return self.picker

    def shown(self) -> list[str]:
        matches = self.picker.matches
        return [str(matches.index(row).data()) for row in range(matches.rowCount())]


@pytest.fixture
def bench(study: Study, qtbot: QtBot) -> Bench:
    made = Bench(study)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_a_match_at_the_start_comes_before_one_within(bench: Bench) -> None:
    bench.open("cli")
    assert bench.shown()[:2] == ["client perdu", "écouter le client"]


def test_accents_and_case_make_no_difference(bench: Bench) -> None:
    bench.open("ECOUTER LE")
    assert bench.shown()[0] == "écouter le client"
    bench.picker.line.setText("oeuvrer")
    assert bench.shown()[0] == "Œuvrer à plusieurs"


def test_of_equal_matches_the_one_used_last_comes_first(bench: Bench) -> None:
    project = bench.study.project
    bench.open("é", recent=[key(project, "éprouver")])
    assert bench.shown()[0] == "éprouver"
    bench.picker.close_quietly()
    bench.open("é", recent=[key(project, "écouter le client")])
    assert bench.shown()[0] == "écouter le client"


def test_with_nothing_typed_recent_codes_come_first_and_all_are_there(bench: Bench) -> None:
    project = bench.study.project
    bench.open(recent=[key(project, "C3"), key(project, "client perdu")])
    assert bench.shown()[1] == "client perdu"
    assert set(bench.shown()) == {code.label for code in bench.book.codes.values()}


def test_a_framework_code_is_found_by_its_key_and_a_sub_code_by_its_path(bench: Bench) -> None:
    project = bench.study.project
    bench.open("c3")
    assert bench.picker.current() == key(project, "C3")
    bench.picker.line.setText("écouter/app")
    assert bench.picker.current() == key(project, "écouter/appels")
    assert bench.picker.list.currentIndex().data(PLACE) == "écouter"


def test_a_typing_error_shows_near_names_that_the_arrow_reaches(bench: Bench) -> None:
    picker = bench.open("prototipr")
    assert bench.shown()[0] == "prototyper"
    assert picker.matches.matches[0].near
    assert "near" in picker.hint.text()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert (bench.created, bench.chosen) == ([], [])
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert bench.chosen == [key(bench.study.project, "prototyper")]


def test_enter_with_nothing_found_does_nothing(bench: Bench) -> None:
    picker = bench.open("xyzzy")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert (bench.chosen, bench.created) == ([], [])
    assert picker.isVisible()


def test_enter_applies_and_gives_the_focus_back(bench: Bench) -> None:
    picker = bench.open("proto")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert bench.chosen == [key(bench.study.project, "prototyper")]
    assert not picker.isVisible()
    assert bench.words.hasFocus()


def test_shift_enter_applies_and_stays_open_for_the_next(bench: Bench) -> None:
    picker = bench.open("proto")
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert picker.isVisible()
    QTest.keyClicks(picker.line, "perdu")
    assert picker.line.text() == "perdu"
    QTest.keyClick(picker.line, Qt.Key.Key_Enter)
    project = bench.study.project
    assert bench.chosen == [key(project, "prototyper"), key(project, "client perdu")]


def test_only_ctrl_enter_creates(bench: Bench) -> None:
    picker = bench.open("proto/essai")
    assert picker.make.isVisible()
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.created == ["proto/essai"]
    assert not picker.isVisible()


def test_ctrl_enter_on_a_name_that_is_there_applies_it(bench: Bench) -> None:
    picker = bench.open("Prototyper ")
    assert not picker.make.isVisible()
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.created == []
    assert bench.chosen == [key(bench.study.project, "prototyper")]


def test_where_codes_are_only_chosen_none_can_be_made(bench: Bench) -> None:
    project = bench.study.project
    among = {key(project, "prototyper"), key(project, "éprouver")}
    picker = bench.open("p", create=None, among=among)
    assert set(bench.shown()) == {"prototyper", "éprouver"}
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert picker.isVisible()
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not picker.isVisible()
    assert bench.chosen == [key(project, "prototyper")]


def test_arrows_run_through_the_list_and_escape_closes(bench: Bench) -> None:
    picker = bench.open()
    first = picker.current()
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    second = picker.current()
    assert second is not None
    assert second != first
    QTest.keyClick(picker.line, Qt.Key.Key_Up)
    QTest.keyClick(picker.line, Qt.Key.Key_Up)
    assert picker.current() == first
    QTest.keyClick(picker.line, Qt.Key.Key_PageDown)
    QTest.keyClick(picker.line, Qt.Key.Key_PageDown)
    assert picker.list.currentIndex().row() == picker.matches.rowCount() - 1
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert bench.chosen == []


def test_it_closes_when_one_turns_elsewhere_and_leaves_the_focus_there(bench: Bench) -> None:
    picker = bench.open("p")
    bench.elsewhere.setFocus()
    assert not picker.isVisible()
    assert bench.elsewhere.hasFocus()


def test_it_stays_within_the_page(bench: Bench) -> None:
    for anchor in (QRect(0, 0, 1, 1), QRect(890, 690, 1, 1), QRect(500, 300, 1, 60)):
        bench.picker.open(bench.book, anchor, bench.chosen.append)
        assert bench.rect().contains(bench.picker.geometry())
        bench.picker.close_quietly()


def test_typing_paints_nothing_that_lies_below(bench: Bench, qapp: QApplication) -> None:
    below = Painted(bench)
    below.resize(bench.size())
    below.lower()
    below.show()
    picker = bench.open()
    qapp.processEvents()
    qapp.processEvents()
    assert below.times, "what lies below was never seen"
    below.times = 0
    picker.line.setText("client")
    qapp.processEvents()
    assert (below.times, bench.shown()[:1]) == (0, ["client perdu"])


def test_the_focused_code_shows_its_definition_and_three_verbatims(bench: Bench, qtbot: QtBot) -> None:
    study, project = bench.study, bench.study.project
    code = key(project, "prototyper")
    codebook.edit(project, code, definition="Fabriquer pour <apprendre>.")
    words = ("Le tableau de bord", "tombe chaque lundi", "Personne ne le lit, hélas", "LUC : Le tableau de bord")
    for said in words:
        codings.apply(project, code, study.words("Bureau", said))
    bench.book = Book(Moment.of(project))
    bench.open("proto")
    qtbot.waitUntil(lambda: "LUC : Le tableau" in bench.picker.about.toPlainText())
    about = bench.picker.about.toPlainText()
    assert "Fabriquer pour <apprendre>." in about
    assert [about.count(f"{head} · Bureau") for head in ("Last", "Typical", "Most unlike")] == [1, 1, 1]


def test_three_verbatims_are_last_typical_and_most_unlike(study: Study) -> None:
    project, code = study.project, key(study.project, "prototyper")
    assert examples(project, [code]) == []
    said = (
        "parcours client trois semaines",
        "suivi le parcours client trois",
        "le parcours client",
        "Ça coince en rayon",
    )
    for words in said:
        codings.apply(project, code, study.words("Achats", words))
    last = codings.apply(project, code, study.words("Caisse", "We watch it every day"))
    found = {example.kind: example.text for example in examples(project, [code])}
    assert found["last"] == "We watch it every day"
    assert found["typical"] in said[:3]
    assert found["unlike"] == "Ça coince en rayon"
    codings.uncode(project, [last])
    assert examples(project, [code])[0].text == "Ça coince en rayon"


def test_ranking_thousands_of_codes_finds_the_one_meant(study: Study) -> None:
    code = codebook.get(study.project, key(study.project, "prototyper"))
    many = [
        replace(code, key=number, name=f"code {number}", path=f"group {number % 40}/code {number}")
        for number in range(2_000)
    ]
    ranking = Ranking(many)
    assert ranking.ranked("code 1234")[0].key == 1234
    assert ranking.ranked("group 7/code 7")[0].key == 7
    assert len(ranking.ranked("code")) == 60
    assert ranking.ranked("cdoe 1999")[0].near


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1), max_size=9
    ),
    text=st.text(),
)
def test_each_code_is_found_by_its_own_name_and_nothing_fails(study: Study, names: list[str], text: str) -> None:
    some: CodeInfo = codebook.listed(study.project)[0]
    codes = [replace(some, key=number, name=name, path=name) for number, name in enumerate(names) if name.strip()]
    ranking = Ranking(codes)
    for code in codes:
        assert code.key in {match.key for match in ranking.ranked(code.name)}
    found = [match.key for match in ranking.ranked(text)]
    assert len(found) == len(set(found))
