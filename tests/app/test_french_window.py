"""The window in French, page by page: no English where there is French, no keys of ours, French numbers and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from app.hub import Hub
from app.settings import Settings
from coding import codebook, memos
from coding.codebook import frameworks
from corpus import documents
from tests.app.person import Person, seated
from tests.app.sample_pages import opened_sample

_LIST = "list "
_ROWS = 40  # of a list that are read
_SHORT_KEY = 4  # letters of a code's key that is said, as in C1
# What has no French of its own: names, endings, and what the keyboard says.
_SAME = re.compile(r"https?:|\.\w{2,5}\b|\d{1,2}[.:]\d{2}")
_DECIMAL_POINT = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")
_PLAIN_SPACE = re.compile(r"« | »|\w [;!?%](?:\s|$)|\w : ")


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    settings.set("language", "fr")
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


@cache
def english() -> frozenset[str]:
    """Return the sentences that are said otherwise in French; what waits for it has none in the file."""
    told = (Path(resources.__file__).parent / "translations" / "verbatim_fr.ts").read_text("utf-8")
    pairs = re.findall(r"<source>([^<]*)</source>\s*(?:<[^t][^>]*>[^<]*</[^>]*>\s*)*<translation>([^<]*)<", told)
    said = {unescape(french) for _, french in pairs}
    return frozenset(source for one, french in pairs if (source := unescape(one)) != unescape(french)) - said


def typed(person: Person) -> list[str]:
    """Return what the researchers of the sample wrote themselves, the longest first."""
    project = person.project
    words = [project.info().name, *(info.name for info in documents.listed(project))]
    for code in codebook.listed(project):
        words += [code.name, code.short, code.definition, code.include, code.exclude, code.typical, code.atypical]
    for memo in memos.listed(project):
        words += [memo.title, memo.body, " ".join(memo.body.split())]
    words += [one.title for one in frameworks.listed(project)]
    return sorted(filter(None, words), key=len, reverse=True)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what is read in a part of the window, and where."""
    where = f"{_LIST if isinstance(widget, QAbstractItemView) else ''}{type(widget).__name__} {widget.accessibleName()}"
    said = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text().replace("&", ""))
    elif isinstance(widget, QLineEdit | QTextEdit):
        said.append(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        said += [widget.itemText(row) for row in range(min(widget.count(), _ROWS))]
    elif isinstance(widget, QTabBar):
        said += [widget.tabText(number) for number in range(widget.count())]
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        titles = (widget.model().headerData(n, widget.orientation()) for n in range(min(widget.count(), _ROWS)))
        said += [str(title or "") for title in titles]
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        said += list(_rows(widget, QModelIndex(), 2))
    yield from ((where, one) for one in said if one)


def _rows(view: QAbstractItemView, parent: QModelIndex, deep: int) -> Iterator[str]:
    model = view.model()
    listed = isinstance(model, QAbstractListModel)  # which hides how many columns it has
    for row in range(min(model.rowCount(parent), _ROWS)):
        for column in range(1 if listed else min(model.columnCount(parent), _ROWS)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(index.data(role) or "")
        if deep and not listed:
            yield from _rows(view, model.index(row, 0, parent), deep - 1)


def seen(top: QWidget) -> Iterator[tuple[str, str]]:
    for widget in (top, *top.findChildren(QWidget)):
        if widget is top or widget.isVisibleTo(top):
            yield from texts(widget)


def scenes(person: Person) -> Iterator[tuple[str, QWidget]]:
    """Yield every page and dialog, in front and at rest."""
    window = person.window
    for name in window.page_names:
        window.show_page(name)
        person.rest()
        yield name, window
        if name == "participants":
            for number in range(1, person.participants.tabs.count()):
                person.participants.tabs.setCurrentIndex(number)
                person.rest()
                yield f"participants {number}", window
    for show in (window.show_keys, window.show_sets, window.projects.new, window.guiding.show_preferences):
        show()
        person.rest()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        yield show.__name__, dialog
        dialog.close()
        person.rest()


def test_the_sentences_that_are_looked_for_are_found() -> None:
    assert len(english()) > 1000
    assert {"Remove", "Search memos"} <= english()


def keys(person: Person) -> re.Pattern[str]:
    """Return what finds the keys of codes and frameworks that are too long to be said."""
    known = {one.code_key for one in codebook.listed(person.project)} | {
        one.framework for one in frameworks.listed(person.project)
    }
    long = sorted(key for key in known if key and len(key) > _SHORT_KEY)
    assert long
    return re.compile(rf"(?<![\w:])(?:{'|'.join(map(re.escape, long))})(?!\w)")


def test_every_page_is_french_to_its_numbers_and_spaces(person: Person) -> None:
    found: dict[str, set[tuple[str, str, str]]] = {}
    foreign, key, own = english(), keys(person), typed(person)
    spoken = "\n".join(documents.text(person.project, info.key) for info in documents.listed(person.project))
    for name, top in scenes(person):
        for where, text in seen(top):
            place = (name, where, text)
            if text in foreign:
                found.setdefault("English", set()).add(place)
            if key.search(text):
                found.setdefault("a key", set()).add(place)
            for words in own:
                text = text.replace(words, "")
            if _SAME.search(text) or text.strip() in spoken:
                continue
            # What lists hold is mostly written by people, who may use plain spaces.
            spaces = not where.startswith(_LIST) and _PLAIN_SPACE.search(text)
            if spaces or _DECIMAL_POINT.search(text):
                found.setdefault("a point or a space", set()).add(place)
    assert found == {}
