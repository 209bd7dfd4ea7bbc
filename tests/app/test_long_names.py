"""Names of two hundred letters and lists of thousands: nothing is clipped, blank or shown alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.matrix import painting
from app.neighbours import NamesDelegate, Neighbours
from app.widgets import Halves, HintedField, NamesBox, measured_as_drawn
from tests.hard_study import LONG_NAME

NAMES = [f"Interview {n:02d}, {LONG_NAME}, copy {n}" for n in range(30)]


def model_of(names: list[str]) -> QStandardItemModel:
    model = QStandardItemModel()
    for name in names:
        model.appendRow([QStandardItem(name), QStandardItem("1")])
    return model


def test_neighbours_in_a_list_differ_whatever_they_share(qtbot: QtBot) -> None:
    view, model = QListView(), model_of(NAMES)
    qtbot.addWidget(view)
    view.setModel(model)
    neighbours, metrics = Neighbours(), view.fontMetrics()
    shown = [neighbours.shown(model.index(row, 0), 160, metrics) for row in range(30)]
    assert len(set(shown)) == 30
    assert max(map(metrics.horizontalAdvance, shown)) <= 160
    model.appendRow([QStandardItem(NAMES[0].replace("00", "99"))])
    assert neighbours.shown(model.index(30, 0), 160, metrics) not in shown


def test_a_view_drawn_by_qt_shows_the_same(qtbot: QtBot) -> None:
    view, model = QTableView(), model_of(NAMES)
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = NamesDelegate(view)
    texts = []
    for row in range(30):
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.rect = QRect(0, 0, 180, 24)
        option.textElideMode = Qt.TextElideMode.ElideRight
        delegate.initStyleOption(option, model.index(row, 0))
        texts.append(option.text)
    assert len(set(texts)) == 30
    assert max(map(view.fontMetrics().horizontalAdvance, texts)) <= 180


@pytest.mark.parametrize("turned", [True, False])
@pytest.mark.parametrize("names", [[LONG_NAME], NAMES, [*NAMES[:2], "short"], ["x" * 190, "x" * 189 + "y"]])
def test_headings_of_a_matrix_leave_room_for_its_cells(qtbot: QtBot, names: list[str], turned: bool) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    measure = painting.turned_height if turned else painting.name_height
    shown = painting.within(names, 84, view.font(), 200, turned=turned)
    assert max(measure(name, 84, view.font()) for name in shown) <= 200
    assert len(set(shown)) == len(set(names))
    assert "short" not in names or "short" in shown


def test_what_has_no_room_side_by_side_stands_below(qtbot: QtBot) -> None:
    first, second = QPushButton("one " * 20), QPushButton("two " * 20)
    both = Halves(first, second)
    qtbot.addWidget(both)
    both.show()
    needed = first.sizeHint().width() + second.sizeHint().width() + 8
    both.resize(needed + 5, 100)
    QApplication.processEvents()
    assert first.y() == second.y()
    both.resize(needed - 5, 100)
    QApplication.processEvents()
    assert second.y() >= first.geometry().bottom()
    assert second.width() >= second.sizeHint().width()
    assert both.minimumSizeHint().width() < needed


def test_two_parts_are_arranged_anew_when_one_comes_to_need_more(qtbot: QtBot) -> None:
    first, second = QPushButton("one"), QPushButton("two")
    both = Halves(first, second)
    qtbot.addWidget(both)
    both.resize(300, 100)
    both.show()
    QApplication.processEvents()
    assert first.y() == second.y()
    first.setText("one " * 60)
    qtbot.waitUntil(lambda: second.y() >= first.geometry().bottom())


def test_a_choice_asks_for_the_room_its_words_take(qtbot: QtBot) -> None:
    for words in ("has a value", "between", "interviewee"):
        box, option = NamesBox(), QStyleOptionComboBox()
        qtbot.addWidget(box)
        box.setStyleSheet("QComboBox { border: 1px solid; padding: 4px 6px } QComboBox::drop-down { width: 20px }")
        box.addItem(words)
        box.resize(box.sizeHint())
        box.initStyleOption(option)
        assert option.currentText == words


def test_rows_of_several_lines_are_drawn_in_the_room_they_are_measured_in(qtbot: QtBot) -> None:
    page, model = QWidget(), model_of(["2 · 29 Nov 2026, 21:34 · camille · 1 place\nMisheard while transcribing."])
    qtbot.addWidget(page)
    page.setStyleSheet("QListView::item { padding: 3px 40px; }")
    view, option = QListView(page), QStyleOptionViewItem()
    view.setModel(model)
    measured_as_drawn(view)
    page.show()
    view.initViewItemOption(option)
    option.rect, option.text = QRect(0, 0, 200, 40), "Misheard"
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    drawn = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
    assert drawn.width() > 190


def test_a_hint_without_room_ends_with_a_word(qtbot: QtBot) -> None:
    field = HintedField("Filtrer les participant·e·s")
    qtbot.addWidget(field)
    field.show()
    field.resize(130, 28)
    assert field.placeholderText() in ("Filtrer…", "Filtrer les…")
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < 130
    field.resize(600, 28)
    assert field.placeholderText() == "Filtrer les participant·e·s" == field.accessibleName()


def test_a_name_is_shortened_to_what_is_drawn_whole(qtbot: QtBot) -> None:
    view, model = QListView(), model_of(["C1 Capacité d’analyse de l’expérience client"])
    qtbot.addWidget(view)
    view.setModel(model)
    delegate, option = NamesDelegate(view), QStyleOptionViewItem()
    for width in range(100, 240):
        view.initViewItemOption(option)
        option.rect = QRect(0, 0, width, 20)
        delegate.initStyleOption(option, model.index(0, 0))
        layout = QTextLayout(option.text, option.font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).width()
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        assert line.naturalTextWidth() <= room - 2 * margin


@pytest.mark.parametrize("padding", ["0", "0 6px"])
def test_a_column_as_wide_as_its_words_shows_them_whole(qtbot: QtBot, padding: str) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setStyleSheet(f"QTreeView::item {{ padding: {padding}; }}")
    tree.setHeaderLabels(["", ""])
    tree.setItemDelegate(NamesDelegate(tree))
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    tree.show()
    for words in ("0.39", "0,07", "36\u00a0fois sur\u202f100", "1 on the same words", "C1 · C2"):
        tree.clear()
        tree.addTopLevelItem(QTreeWidgetItem(["Irritants", words]))
        QApplication.processEvents()
        index, option, delegate = tree.model().index(0, 1), QStyleOptionViewItem(), tree.itemDelegate()
        tree.initViewItemOption(option)
        option.rect = tree.visualRect(index)
        assert isinstance(delegate, NamesDelegate)
        delegate.initStyleOption(option, index)
        assert option.text == words


def test_a_choice_shows_whole_words_of_a_name_without_room(qtbot: QtBot) -> None:
    box, option = NamesBox(), QStyleOptionComboBox()
    qtbot.addWidget(box)
    box.addItems([LONG_NAME])
    box.resize(180, 28)
    box.initStyleOption(option)
    assert box.fontMetrics().horizontalAdvance(option.currentText) < 180
    assert set(option.currentText.replace("…", " ").split()) <= set(LONG_NAME.split())
    assert box.currentText() == LONG_NAME


def test_halves_within_halves_take_three_lines_and_come_back_to_one(qtbot: QtBot) -> None:
    first, second, third = (QPushButton(word * 12) for word in ("One ", "Two ", "Three "))
    around, within = QWidget(), Halves(second, third)
    both, layout = Halves(first, within), QVBoxLayout(around)
    layout.addWidget(both)
    layout.addStretch(1)
    qtbot.addWidget(around)
    around.show()
    whole = both.sizeHint().width()
    for room, lines in ((whole, 1), (within.sizeHint().width(), 2), (third.sizeHint().width() + 4, 3), (whole, 1)):
        around.resize(room + 40, 300)
        QApplication.processEvents()
        tops = {part.mapTo(around, QPoint()).y() for part in (first, second, third)}
        assert len(tops) == lines
        assert all(part.width() >= part.sizeHint().width() for part in (first, second, third))
