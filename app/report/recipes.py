"""Recipes in the window: chosen, changed as a form or as text, what they make seen before, and made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import consenting, theme
from app.errors_text import sentence
from app.hub import Hub
from app.i18n import language
from app.icons import icon
from app.report.recipe_form import RecipeForm
from app.report.recipe_state import RecipeState
from app.report.recipe_text import RecipeText
from app.widgets import NamesBox, remember_splitter
from corpus.errors import Cancelled, RecipeError

if TYPE_CHECKING:
    from coding.recipes.making import Planned
    from coding.recipes.manifest import FolderState
    from coding.recipes.recipe import Recipe
    from coding.recipes.saved_recipes import RecipeInfo

_SOON_MS = 300
_NEW = '[[part]]\ntable = "interviews"\n'


class Recipes(QWidget):
    """The recipes of the project and those that ship."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.info: RecipeInfo | None = None
        self.recipe: Recipe | None = None
        self._asked = 0
        self.names = NamesBox()
        self.names.setAccessibleName(self.tr("Recipe"))
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.names.setMinimumContentsLength(18)
        self.new_button = self._tool("add", self.tr("New recipe…"), self.begin)
        self.rename_button = self._tool("edit", self.tr("Rename…"), self.ask_name)
        self.remove_button = self._tool("remove", self.tr("Remove this recipe"), self.remove)
        self.keep_button = QPushButton(self.tr("Keep"))
        self.keep_button.setToolTip(self.tr("Keep what was changed in the project; it can be undone"))
        self.make_button = QPushButton(icon("export"), self.tr("Make…"))
        self.make_button.setProperty("primary", True)
        self.form, self.text = RecipeForm(hub), RecipeText()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.form, self.tr("Form"))
        self.tabs.addTab(self.text, self.tr("Text"))
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.standing = RecipeState(hub)
        self.seen = QTableWidget(0, 3)
        self.seen.setAccessibleName(self.tr("What will be made"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()
        self.restyled()

    def _tool(self, name: str, text: str, slot: Any) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: slot())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 8)
        head.addWidget(self.names, 1)
        for button in (self.new_button, self.rename_button, self.remove_button):
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.keep_button)
        head.addWidget(self.make_button)
        self.seen.setHorizontalHeaderLabels([self.tr("What will be made"), self.tr("Rows"), self.tr("Files")])
        self.seen.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.seen.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.seen.setTabKeyNavigation(False)
        self.seen.verticalHeader().hide()
        header = self.seen.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        right = QWidget()
        down = QVBoxLayout(right)
        down.setContentsMargins(0, 0, 8, 8)
        for part in (self.fault, self.seen, self.standing):
            down.addWidget(part)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.tabs)
        self.across.addWidget(right)
        self.across.setSizes([480, 420])
        remember_splitter(self.across, "recipes", self.hub.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.across, 1)

    def _connect(self) -> None:
        self.names.activated.connect(lambda _row: self._choose(self.names.currentData()))
        self.form.changed.connect(self._formed)
        self.text.textChanged.connect(self._typed)
        self.keep_button.clicked.connect(lambda: self.keep())
        self.make_button.clicked.connect(self.ask_folder)
        self._soon.timeout.connect(self.look)

    def fill(self) -> None:
        """List the recipes anew; the one that is shown stays, unless it is gone or was changed elsewhere."""
        from coding.recipes import saved_recipes

        found = [*saved_recipes.listed(self.hub.project), *saved_recipes.shipped()]
        own = {info.name.casefold() for info in found if info.key is not None}
        found = [info for info in found if info.key is not None or info.name.casefold() not in own]
        self.names.clear()
        for info in found:
            self.names.addItem(info.name if info.key else self._shipped(info), info)
        now = self.info
        same = next((info for info in found if now is not None and info.name == now.name), found[0])
        self.names.setCurrentIndex(found.index(same))
        if now is None or same != now:
            self._show(same)
        else:
            self.look()

    def _shipped(self, info: RecipeInfo) -> str:
        from coding.recipes import saved_recipes
        from coding.recipes.recipe import said

        title = said(saved_recipes.read(info).title, language(self.hub.settings))
        return self.tr("{name} (ships with Verbatim)").format(name=title or info.name)

    def restyled(self) -> None:
        """Take on the colours of the window."""
        self.fault.setStyleSheet(f"color: {theme.colours().danger}")
        self.text.restyled()

    def forget(self) -> None:
        """Let go of the recipe that is shown."""
        self._asked += 1
        self.info, self.recipe = None, None
        self._soon.stop()
        self.names.clear()
        self.seen.setRowCount(0)

    def _choose(self, info: RecipeInfo) -> None:
        """Go to another recipe; what was changed of this one is kept, and stays in sight where it can't be read."""
        if self.changed and self.recipe is None:
            self.names.setCurrentText(self.info.name if self.info is not None else "")
            self.text.setFocus()
            return
        if self.changed:
            self.keep()
        self._show(info)

    def _show(self, info: RecipeInfo) -> None:
        self.info, self.standing.name = info, info.name
        self.text.show_text(info.text)
        self._typed()

    @property
    def looking(self) -> bool:
        """Whether what will be made is still to be told."""
        return self._soon.isActive() or self.hub.jobs.busy

    @property
    def changed(self) -> bool:
        """Whether the text is otherwise than it is kept."""
        return self.info is not None and self.text.toPlainText() != self.info.text

    def _formed(self, recipe: Recipe) -> None:
        from coding.recipes import reading

        self.text.show_text(reading.written(recipe))

    def _typed(self) -> None:
        """Read the text, and say what is wrong with it and where."""
        from coding.recipes import reading

        wrong: RecipeError | None = None
        try:
            name = self.info.name if self.info is not None else ""
            self.recipe = reading.read(self.text.toPlainText(), name)
        except RecipeError as error:
            self.recipe, wrong = None, error
        line = wrong.values.get("line") if wrong is not None else None
        self.text.blame(line if isinstance(line, int) else None)
        self._blame(wrong)
        self.form.setEnabled(self.recipe is not None)
        if self.recipe is not None:
            self.form.show_recipe(self.recipe)
        self._able()
        self._soon.start()

    def _blame(self, wrong: Exception | None) -> None:
        self.fault.setText(sentence(wrong) if wrong is not None else "")
        self.fault.setVisible(wrong is not None)

    def _able(self) -> None:
        good, own = self.recipe is not None, self.info is not None and self.info.key is not None
        writable = self.hub.project_or_none is not None and self.hub.project.writable
        self.keep_button.setEnabled(good and self.changed and writable)
        self.make_button.setEnabled(good)
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(own and writable)
        self.new_button.setEnabled(writable)

    def look(self) -> None:
        """Say what will be made, and how what was made last stands to the study; on the worker."""
        from coding.recipes import making, manifest

        project, recipe = self.hub.project_or_none, self.recipe
        if project is None or recipe is None or not self.isVisible():
            return
        self._asked += 1
        asked, folder = self._asked, self.standing.folder
        self.hub.jobs.run(
            self.tr("Looking at what the recipe makes"),
            lambda progress: (
                making.planned(self.hub.moment(project), recipe, progress),
                manifest.standing(project, folder),
            ),
            lambda found: self._tell(*found) if asked == self._asked else None,
            lambda error: self._failed(asked, error),
            key="recipe",
        )

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked and not isinstance(error, Cancelled):
            self._blame(error)

    def _tell(self, planned: list[Planned], compared: FolderState | None) -> None:
        self.seen.setRowCount(len(planned))
        for row, one in enumerate(planned):
            said = sentence(one.wrong) if one.wrong is not None else one.title
            endings = ", ".join(dict.fromkeys(Path(name).suffix[1:] for name in one.files))
            nothing = self.tr("nothing yet") if not one.rows else endings
            for column, text in enumerate((said, str(one.rows), "" if one.wrong is not None else nothing)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.seen.setItem(row, column, item)
        self.standing.show_state(compared)

    def ask_folder(self) -> None:
        """Ask where to, and make it there."""
        start = str(self.standing.folder or self.hub.settings.get("export_folder", str(Path.home())))
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Make the recipe in this folder"), start):
            self.make(Path(folder))

    def make(self, folder: Path) -> None:
        """Make the recipe as it is shown; what was changed of it is kept first, so that it can be made again."""
        from coding.recipes import making

        recipe, project = self.recipe, self.hub.project
        if recipe is None:
            return
        if self.changed and project.writable:
            self.keep()
        self.standing.made(folder)
        consenting.export(
            self.hub,
            self,
            self.tr("Making the recipe"),
            lambda progress, terms: making.make(
                self.hub.moment(project), recipe, folder, terms, template=self.hub.settings.template, progress=progress
            ),
            self.tr("Written: {path}").format(path=folder),
            rows=True,
            then=self.look,
            named="" if recipe.mask else "recipe",
            given=lambda: making.giving_away(self.hub.moment(project), recipe),
        )

    def keep(self, name: str | None = None) -> None:
        """Keep the recipe as it is shown in the project."""
        from coding.recipes import saved_recipes
        from coding.recipes.saved_recipes import RecipeInfo

        if self.info is None or self.recipe is None:
            return
        name, text, project = name or self.info.name, self.text.toPlainText(), self.hub.project
        key = self.hub.write(lambda: saved_recipes.save(project, name, text))
        self.info = RecipeInfo(key, name, text)
        self._able()

    def begin(self) -> None:
        """Ask what a new recipe is called, and begin it."""
        self._ask(self.tr("New recipe"), "", self.begin_as)

    def begin_as(self, name: str) -> None:
        """Begin a recipe of that name with one part."""
        from coding.recipes import saved_recipes

        project = self.hub.project
        self.hub.write(
            lambda: saved_recipes.save(project, name, _NEW),
            lambda key: self._show(saved_recipes.RecipeInfo(key, name, _NEW)),
        )

    def ask_name(self) -> None:
        """Ask for another name of the recipe."""
        if self.info is not None:
            self._ask(self.tr("Rename the recipe"), self.info.name, self.rename)

    def rename(self, name: str) -> None:
        """Give the recipe another name."""
        from coding.recipes import saved_recipes

        info, project = self.info, self.hub.project
        if info is not None and info.key is not None:
            key = info.key
            self.hub.write(lambda: saved_recipes.rename(project, key, name), lambda _done: self._named(info, name))

    def _named(self, info: RecipeInfo, name: str) -> None:
        from coding.recipes.saved_recipes import RecipeInfo

        self.info, self.standing.name = RecipeInfo(info.key, name, info.text), name
        self.fill()

    def remove(self) -> None:
        """Forget the recipe; undo brings it back."""
        from coding.recipes import saved_recipes

        project, info = self.hub.project, self.info
        if info is not None and info.key is not None:
            key = info.key
            self.info = None
            self.hub.write(lambda: saved_recipes.remove(project, key))
            self.hub.said.emit(self.tr("{name} is no longer kept").format(name=info.name))

    def _ask(self, title: str, name: str, done: Any) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(name)
        dialog.resize(420, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda text: done(text.strip()) if text.strip() else None)
        dialog.open()
