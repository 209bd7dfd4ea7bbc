"""What is asked by meaning of a code: what was missed, its verbatims unlike the others, codes that are used alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.verbatims.page import VerbatimsPage
from coding import codebook
from coding.search import alike, searches
from coding.suggest import meaning
from tests.app.verbatims_parts import settle, verbatims_of_sample


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


def silos(page: VerbatimsPage) -> int:
    return codebook.find(page.hub.project, "Silos").key


def test_what_was_missed_is_like_the_code_and_not_coded_so(page: VerbatimsPage, qtbot: QtBot) -> None:
    code = silos(page)
    page.ask(Ask(codes=(code,), of="missed"))
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    assert len(listing) > 3
    missed = alike.missed(listing.moment, code)
    assert all(missed[unit] for unit in listing.units.tolist())
    likes = [like for like, _ in (listing.likeness(number) or (0.0, ()) for number in range(len(listing)))]
    assert likes == sorted(likes, reverse=True)
    assert page.status.about.text() == "Like Silos, and not coded so"
    assert page.of_code.isVisible()
    asked: list[object] = []
    page.hub.place_asked.connect(asked.append)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(asked) == 1
    page.bar.put("mesurer la satisfaction des clients")
    settle(qtbot, page)
    assert page.search.about is None
    assert "Silos" not in page.status.about.text()


def test_a_codes_own_verbatims_come_the_least_like_the_others_first(page: VerbatimsPage, qtbot: QtBot) -> None:
    code = silos(page)
    page.ask(Ask(codes=(code,), of="unlike"))
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    assert listing.of_spans
    told = alike.least_like(listing.moment, code)
    assert [listing.place(number) for number in range(len(listing))] == [(i.document, i.start, i.end) for i, _ in told]
    assert [listing.likeness(number) for number in range(2)] == [(pytest.approx(like), ()) for _, like in told[:2]]
    page.list.grab()
    key = searches.save(page.hub.project, "À part", page.search)
    kept = next(one for one in searches.listed(page.hub.project) if one.key == key)
    assert kept.search.about == ("unlike", code)
    codebook.remove(page.hub.project, code)
    settle(qtbot, page)
    assert page.search.about is None


def test_a_code_with_too_little_says_so_in_the_empty_list(page: VerbatimsPage, qtbot: QtBot) -> None:
    rare = codebook.add(page.hub.project, "Rare")
    settle(qtbot, page)
    page.ask(Ask(codes=(rare,), of="unlike"))
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.empty
    assert "too few verbatims" in page.empty.sentence.text()


def test_the_menu_lets_a_code_be_chosen(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.bar.set_scope("meaning")
    page.bar.turned.emit()
    settle(qtbot, page)
    menu = page.of_code.menu()
    assert isinstance(menu, QMenu)
    asked = list[object]()
    page.hub.codes_alike_asked.connect(lambda: asked.append(1))
    first, *_, last = [action for action in menu.actions() if not action.isSeparator()]
    last.trigger()
    assert asked == [1]
    first.trigger()
    assert page.acts.picker is not None
    page.acts.picker.line.setText("silos")
    QTest.keyClick(page.acts.picker.line, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.search.about == ("missed", silos(page))


def test_what_is_exported_says_how_alike_it_is(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.ask(Ask(codes=(silos(page),), of="missed"))
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    path = tmp_path / "missed.xlsx"
    page.export.write_to(path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not page.hub.jobs.busy)
    head, first, *_ = load_workbook(path).active.iter_rows(values_only=True)  # type: ignore[union-attr]  # it has a sheet
    row = dict(zip(head, first, strict=True))
    like, words = listing.likeness(0) or (0.0, ())
    assert row["likeness"] == pytest.approx(like, abs=1e-3)
    assert row["shared"] == ("; ".join(words) or None)


def test_without_a_model_the_empty_list_says_so(
    page: VerbatimsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "sentence_model", lambda: None)
    page.hub.moment().made.pop("meanings", None)
    page.ask(Ask(codes=(silos(page),), of="missed"))
    settle(qtbot, page)
    assert "sentence model" in page.empty.sentence.text()
