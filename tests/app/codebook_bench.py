"""A page that holds nothing but the codebook, and what tests do with it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QMenu, QWidget

from app.codebook.panel import CodebookPanel
from app.codebook.picker import CodePicker
from app.hub import Hub
from coding import codebook
from coding.moment.code_list import Book, Touched
from coding.moment.moment import Moment
from corpus.store.project import Changes, Project
from tests.coding.support import Study

W = TypeVar("W", bound=QWidget)
HERE = QModelIndex()


class Bench(QWidget):
    """A page that keeps the panel up with the project."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.resize(420, 700)
        self.book = Book(Moment.of(hub.project))
        self.panel = CodebookPanel(hub, CodePicker(self))
        self.panel.setParent(self)
        self.panel.resize(420, 700)
        self.panel.show_book(self.book)
        self.touched: list[Touched] = []
        hub.changed.connect(self.take)

    def take(self, changes: Changes) -> None:
        self.touched.append(self.book.take(self.book.moment.now()))
        self.panel.take(self.touched[-1])
        self.panel.heard(changes)

    def names(self) -> list[str]:
        """Give the names shown, with their depth."""
        found: list[str] = []

        def walk(parent: QModelIndex, depth: int) -> None:
            for row in range(self.panel.model.rowCount(parent)):
                index = self.panel.model.index(row, 0, parent)
                found.append("  " * depth + str(index.data()))
                walk(index, depth + 1)

        walk(HERE, 0)
        return found


def key(study: Study | Project, name: str) -> int:
    return codebook.find(study.project if isinstance(study, Study) else study, name).key


def index(bench: Bench, name: str) -> QModelIndex:
    return bench.panel.model.index_of(key(bench.book.project, name))


def menu_action(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def dialog(bench: QWidget, kind: type[W]) -> W:
    found = [widget for widget in bench.findChildren(kind) if widget.isVisible()]
    assert len(found) == 1
    return found[0]
