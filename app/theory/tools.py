"""The menu of what can be done with a framework: add, fork, grow, compare, take out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QToolButton, QWidget

from app import actions
from app.errors_text import consequences
from app.hub import Hub
from app.i18n import quoted
from app.icons import icon
from coding.moment.weighing import Theory
from corpus.errors import FrameworkError

if TYPE_CHECKING:
    from coding.codebook import CodeInfo

GROWN = "grown"


class Tools(QToolButton):
    """Asked about the framework and the code that the page shows now.

    framework_asked(key): show that framework · code_made(key): a code was made or changed.
    """

    framework_asked = Signal(str)
    code_made = Signal(int)

    def __init__(self, hub: Hub, page: QWidget, shown: Callable[[], tuple[Theory | None, int | None]]) -> None:
        super().__init__()
        self.hub, self._page, self._shown = hub, page, shown
        self.setText(self.tr("Framework"))
        self.setIcon(icon("theory"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Framework tools"))
        menu = QMenu(self)
        self._entry(menu, self.tr("Add a framework…"), self.add_framework)
        menu.addSeparator()
        self.fork = actions.make("theory.fork", page, self.fork_framework)
        menu.addAction(self.fork)
        self.grow = actions.make("theory.grow", page, self.add_code)
        menu.addAction(self.grow)
        self.edit = self._entry(menu, "", self.edit_code)
        self.split = self._entry(menu, "", self.split_code)
        self.drop = self._entry(menu, "", self.remove_code)
        menu.addSeparator()
        self.crosswalks = self._entry(menu, self.tr("Crosswalks…"), self.show_crosswalks)
        self.updates = self._entry(menu, self.tr("What changed since it was added…"), self.show_updates)
        self.remove = self._entry(menu, self.tr("Take the framework out…"), self.remove_framework)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.allow)
        self.setMenu(menu)
        self.allow()

    def _entry(self, menu: QMenu, said: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(said)
        action.triggered.connect(lambda _checked=False: slot())
        return action

    @property
    def reading(self) -> Theory | None:
        """What the page shows."""
        return self._shown()[0]

    @property
    def code(self) -> CodeInfo | None:
        """The framework's code one is at."""
        reading, key = self._shown()
        return reading.codes.get(key) if reading is not None and key is not None else None

    def allow(self) -> None:
        """Offer what the framework shown allows; only a grown one can be changed."""
        reading, code = self.reading, self.code
        framework = reading.framework if reading else None
        grown = framework is not None and framework.origin == GROWN
        for action in (self.fork, self.crosswalks, self.remove):
            action.setEnabled(framework is not None)
        brought = framework is not None and (framework.origin == "shipped" or framework.forked_from is not None)
        self.updates.setEnabled(brought and self.hub.project.writable)
        # Ctrl+K in a framework that can't grow says what to do first.
        self.grow.setEnabled(framework is not None)
        name = quoted(code.label) if code else self.tr("the code")
        for action, said in (
            (self.edit, self.tr("Edit {code}…")),
            (self.split, self.tr("Split {code}…")),
            (self.drop, self.tr("Take {code} away…")),
        ):
            action.setText(said.format(code=name).replace("&", "&&"))
            action.setEnabled(grown and code is not None)
            action.setToolTip("" if grown else self._fork_first())

    def _fork_first(self) -> str:
        return self.tr("This framework stays as it was published; fork it, then change the copy.")

    def _can_grow(self) -> bool:
        reading = self.reading
        if reading is None or reading.framework is None:
            return False
        if reading.framework.origin != GROWN:
            self.hub.said.emit(self._fork_first())
            return False
        return True

    def add_framework(self) -> None:
        """Ask which framework to add."""
        from app.theory.dialogs import AddFramework

        AddFramework(self.hub, self._page, self.framework_asked.emit).open()

    def fork_framework(self) -> None:
        """Ask for the copy's title, and make it."""
        from app.theory.dialogs import ForkFramework

        if self.reading is not None and self.reading.framework is not None:
            ForkFramework(self.hub, self.reading.framework, self._page, self.framework_asked.emit).open()

    def add_code(self) -> None:
        """Ask for a new code of the framework."""
        from app.theory.forms import CodeForm

        if self._can_grow() and self.reading is not None:
            CodeForm(self.hub, self.reading, self._page, self.code_made.emit).open()

    def edit_code(self) -> None:
        """Ask what else is to be said of the code one is at."""
        from app.theory.forms import CodeForm

        if self._can_grow() and self.reading is not None and self.code is not None:
            CodeForm(self.hub, self.reading, self._page, self.code_made.emit, self.code).open()

    def split_code(self) -> None:
        """Ask by which words the code one is at is to be split."""
        from app.theory.forms import SplitForm

        if self._can_grow() and self.reading is not None and self.code is not None:
            SplitForm(self.hub, self.reading, self.code, self._page, self.code_made.emit).show()

    def remove_code(self) -> None:
        """Say what goes with the code one is at, and take it away once the person agrees."""
        from coding import codebook

        code, project = self.code, self.hub.project
        if self._can_grow() and code is not None:
            found = codebook.consequences(project, code.key)
            self._ask(
                self.tr("Take “{code}” away?").format(code=code.label),
                consequences(found),
                lambda: codebook.remove(project, code.key),
            )

    def remove_framework(self) -> None:
        """Say what goes with the framework, and take it out once the person agrees."""
        from coding.codebook import frameworks

        reading, project = self.reading, self.hub.project
        if reading is not None and (framework := reading.framework) is not None:
            found = frameworks.consequences(project, framework.framework)
            question = self.tr("Take “{title}” out of the project?").format(title=framework.title)
            self._ask(
                question, consequences(found, below=False), lambda: frameworks.remove(project, framework.framework)
            )

    def _ask(self, question: str, goes: str, verb: Callable[[], object]) -> None:
        box = QMessageBox(self._page)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(question)
        box.setInformativeText(goes)
        yes = box.addButton(self.tr("Take away"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(lambda: self.hub.write(verb))
        self.hub.closed.connect(box.reject)
        box.open()

    def show_crosswalks(self) -> None:
        """Show where the framework meets others."""
        from app.theory.crosswalks import Crosswalks

        if self.reading is not None and self.reading.framework is not None:
            Crosswalks(self.hub, self.reading.framework.framework, self._page).show()

    def show_updates(self) -> None:
        """Show what the framework says otherwise as it ships now, to be taken over."""
        from app.theory.updates import Updates
        from coding.codebook.differences import changes

        if self.reading is None or (framework := self.reading.framework) is None:
            return
        try:
            found = changes(self.hub.project, framework.framework)
        except FrameworkError as error:  # a fork of a framework that a person brought
            self.hub.failed.emit(error)
        else:
            Updates(self.hub, framework, found, self._page).open()
