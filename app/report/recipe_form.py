"""A recipe as a form: whose, for whom, in which formats, and its parts in their order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.i18n import LANGUAGES as NAMES
from app.i18n import language
from app.icons import icon
from app.report import parts
from coding.recipes.recipe import DOCUMENTS, LANGUAGES, PICTURES, TABLES, Part, Recipe, Texts, said

_FORMATS = tuple(dict.fromkeys((*TABLES, *PICTURES)))


class RecipeForm(QScrollArea):
    """Shows a recipe and changes it. changed(Recipe): the person wants it otherwise."""

    changed = Signal(object)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.recipe = Recipe()
        self.titles = {tongue: QLineEdit() for tongue in LANGUAGES}
        self.languages = {key: QCheckBox(name) for key, name in NAMES.items()}
        self.formats = {name: QCheckBox(name.upper()) for name in _FORMATS}
        self.appendix = {name: QCheckBox(name.upper()) for name in DOCUMENTS}
        self.masking = QCheckBox(self.tr("Mask confidential names"))
        self.human = QCheckBox(self.tr("Without what came from suggestions"))
        self.reread = QCheckBox(self.tr("Without what nobody read again"))
        self.leave_out = QCheckBox(self.tr("Without those who did not agree"))
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of the recipe, in their order"))
        self.add_button = self._button("add", self.tr("Add a part"))
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.add_button)
        menu.aboutToShow.connect(self.fill)
        self.add_button.setMenu(menu)
        self.up_button = self._button("up", self.tr("Move up"))
        self.down_button = self._button("down", self.tr("Move down"))
        self.remove_button = self._button("remove", self.tr("Take out"))
        self._lay_out()
        self._connect()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(12, 12, 12, 4)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Title in French"), self.titles["fr"])
        form.addRow(self.tr("Title in English"), self.titles["en"])
        form.addRow(self.tr("Languages"), _row(self.languages))
        form.addRow(self.tr("All parts in one"), _row(self.appendix))
        form.addRow(self.tr("Tables as"), _row({name: self.formats[name] for name in TABLES}))
        form.addRow(self.tr("Figures as"), _row({name: self.formats[name] for name in PICTURES}))
        for box in (self.masking, self.human, self.reread, self.leave_out):
            form.addRow("", box)
        self.languages["fr"].setToolTip(self.tr("Without a language, the study’s"))
        buttons = QVBoxLayout()
        for button in (self.add_button, self.up_button, self.down_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        listed = QHBoxLayout()
        listed.setContentsMargins(12, 4, 12, 12)
        listed.addWidget(self.parts, 1)
        listed.addLayout(buttons)
        self.parts.setMinimumHeight(160)
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(form)
        down.addLayout(listed, 1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _connect(self) -> None:
        for line in self.titles.values():
            line.editingFinished.connect(self._say_titles)
        for boxes in (self.languages, self.formats, self.appendix):
            for box in boxes.values():
                box.clicked.connect(self._say)
        for box in (self.masking, self.human, self.reread, self.leave_out):
            box.clicked.connect(self._say)
        self.parts.currentRowChanged.connect(lambda _row: self._able())
        self.up_button.clicked.connect(lambda: self.move_part(-1))
        self.down_button.clicked.connect(lambda: self.move_part(1))
        self.remove_button.clicked.connect(self.take_out)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe."""
        self.recipe = recipe
        for tongue, line in self.titles.items():
            line.setText(recipe.title.get(tongue) or recipe.title.get("", ""))
        for boxes, chosen in (
            (self.languages, recipe.languages),
            (self.formats, recipe.formats),
            (self.appendix, recipe.appendix),
        ):
            for name, box in boxes.items():
                box.setChecked(name in chosen)
        for box, on in (
            (self.masking, recipe.mask),
            (self.human, recipe.human),
            (self.reread, recipe.reread),
            (self.leave_out, recipe.leave_out),
        ):
            box.setChecked(on)
        self._list(max(0, self.parts.currentRow()))

    def _list(self, at: int) -> None:
        blocked = QSignalBlocker(self.parts)
        self.parts.clear()
        for part in self.recipe.parts:
            self.parts.addItem(called(part, language(self.hub.settings)))
        self.parts.setCurrentRow(min(at, self.parts.count() - 1))
        blocked.unblock()
        self._able()

    def _able(self) -> None:
        row, last = self.parts.currentRow(), self.parts.count() - 1
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < last)
        self.remove_button.setEnabled(row >= 0 and last > 0)

    def fill(self) -> None:
        """Write the menu of what may be added anew: reports, and the matrices that are kept."""
        from coding.tables import saved_matrices

        menu = self.add_button.menu()
        menu.clear()
        for key, name in parts.names().items():
            menu.addAction(name).triggered.connect(lambda _on=False, key=key: self.add(Part(table=key)))
        drawn = menu.addMenu(self.tr("Figure"))
        for key, name in parts.figures().items():
            drawn.addAction(name).triggered.connect(lambda _on=False, key=key: self.add(Part(figure=key)))
        kept = saved_matrices.listed(self.hub.project) if self.hub.project_or_none else []
        if kept:
            menu.addSeparator()
        for one in kept:
            shown = one.name.replace("&", "&&")
            menu.addAction(shown).triggered.connect(lambda _on=False, name=one.name: self.add(Part(matrix=name)))

    def add(self, part: Part) -> None:
        """Put a part below the one that is chosen."""
        at = self.parts.currentRow() + 1
        self._have((*self.recipe.parts[:at], part, *self.recipe.parts[at:]), at)

    def take_out(self) -> None:
        """Take the part out that is chosen."""
        at = self.parts.currentRow()
        self._have((*self.recipe.parts[:at], *self.recipe.parts[at + 1 :]), at)

    def move_part(self, steps: int) -> None:
        """Move the part that is chosen up or down."""
        at, listed = self.parts.currentRow(), list(self.recipe.parts)
        listed.insert(at + steps, listed.pop(at))
        self._have(tuple(listed), at + steps)

    def _have(self, listed: tuple[Part, ...], at: int) -> None:
        self.recipe = replace(self.recipe, parts=listed)
        self._list(at)
        self.changed.emit(self.recipe)

    def _say_titles(self) -> None:
        said: Texts = {tongue: line.text().strip() for tongue, line in self.titles.items() if line.text().strip()}
        before = self.recipe.title
        alike = len(set(said.values())) == 1 and len(said) == len(LANGUAGES)
        title = {"": next(iter(said.values()))} if alike else said
        if title != before:
            self.recipe = replace(self.recipe, title=title)
            self.changed.emit(self.recipe)

    def _say(self) -> None:
        self.recipe = replace(
            self.recipe,
            languages=_on(self.languages),
            formats=_on(self.formats),
            appendix=_on(self.appendix),
            mask=self.masking.isChecked(),
            human=self.human.isChecked(),
            reread=self.reread.isChecked(),
            leave_out=self.leave_out.isChecked(),
        )
        self.changed.emit(self.recipe)


def _on(boxes: dict[str, QCheckBox]) -> tuple[str, ...]:
    return tuple(name for name, box in boxes.items() if box.isChecked())


def _row(boxes: dict[str, QCheckBox]) -> QWidget:
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(10)
    for box in boxes.values():
        across.addWidget(box)
    across.addStretch(1)
    return made


def called(part: Part, spoken: str) -> str:
    """Give what a part is called in the window."""
    counted = part.counted
    kind = parts.names().get(part.table) or parts.figures().get(part.figure) or part.matrix
    kind = f"{counted.rows} × {counted.columns}" if counted is not None else kind
    own = said(part.title, spoken)
    return f"{own} – {kind}" if own and own != kind else kind
