"""All that a person can choose, on one page; each choice holds at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.hub import Hub
from app.i18n import LANGUAGES, language
from app.shell.template import TemplateChoice
from app.singling import Fewest


class Chooses(Protocol):
    """What the preferences ask of the window."""

    def set_language(self, choice: str) -> None: ...
    def set_theme(self, choice: str) -> None: ...
    def set_text_size(self, points: int) -> None: ...
    def name_coder(self, name: str) -> None: ...
    def set_memo_beside(self, wanted: bool) -> None: ...
    def show_keys(self) -> None: ...
    def show_tour(self) -> None: ...


class PreferencesDialog(QDialog):
    """Stays beside the window, which answers to each choice."""

    def __init__(self, hub: Hub, window: Chooses, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(480)
        settings, system = hub.settings, self.tr("As the system")
        self.language = self._choice({"system": system, **LANGUAGES}, settings.get("language", "system"))
        self.theme = self._choice(
            {"system": system, "light": self.tr("Light"), "dark": self.tr("Dark")}, settings.get("theme", "system")
        )
        self.points = self._choice(
            {size: self.tr("{points} points").format(points=size) for size in theme.TEXT_SIZES},
            theme.text_size(settings),
        )
        self.study = self._choice(dict(LANGUAGES), settings.get("study_language", language(settings)))
        self.coder = QLineEdit(_coder(hub))
        self.coder.setAccessibleName(self.tr("Your name as a coder"))
        self.memo = QCheckBox(self.tr("A memo stands beside each page"))
        self.memo.setChecked(bool(settings.get("memo.beside", False)))
        self.hidden = QCheckBox(self.tr("Hide suggestions on a document until its first pass is declared"))
        self.fewest = Fewest(hub)
        self.template = TemplateChoice(settings)
        self.keys = QPushButton(self.tr("All keys…"))
        self.tour = QPushButton(self.tr("Show the tour again"))
        self._lay_out()
        self._connect(window)
        hub.opened.connect(self._see_project)
        hub.closed.connect(self._see_project)
        self._see_project()

    def _choice(self, titles: Mapping[Any, str], now: object) -> QComboBox:
        choice = QComboBox()
        for key, title in titles.items():
            choice.addItem(title, key)
        choice.setCurrentIndex(max(0, choice.findData(now)))
        return choice

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Language of the window"), self.language),
            (self.tr("Colours"), self.theme),
            (self.tr("Text size"), self.points),
            (self.tr("Your name as a coder"), self.coder),
            (self.tr("Language of new projects"), self.study),
            (self.tr("Word template"), self.template),
            (self.tr("Warn where fewer share what is told"), self.fewest),
        )
        for title, field in rows:
            field.setAccessibleName(title)
            form.addRow(title, field)
        for part in (self.memo, self.hidden, self.keys, self.tour):
            form.addRow(part)
        self.note = QLabel(self.tr("Each choice holds at once."))
        self.note.setProperty("muted", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        for button in (self.keys, self.tour, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 16, 24, 16)
        down.setSpacing(16)
        down.addLayout(form)
        down.addWidget(self.note)
        down.addWidget(buttons)

    def _connect(self, window: Chooses) -> None:
        def on(choice: QComboBox, act: Callable[..., None]) -> None:
            choice.activated.connect(lambda _row: act(choice.currentData()))

        on(self.language, window.set_language)
        on(self.theme, window.set_theme)
        on(self.points, window.set_text_size)
        on(self.study, lambda chosen: self.hub.settings.set("study_language", chosen))
        self.coder.editingFinished.connect(lambda: window.name_coder(self.coder.text()))
        self.memo.clicked.connect(window.set_memo_beside)
        self.hidden.clicked.connect(self._hide)
        self.keys.clicked.connect(window.show_keys)
        self.tour.clicked.connect(window.show_tour)

    def _see_project(self) -> None:
        """Offer what is a choice in a project only while one is open for writing."""
        project = self.hub.project_or_none
        self.hidden.setEnabled(project is not None and project.writable)
        self.fewest.show_kept()
        if project is not None:
            from coding.suggest import suggestions

            self.hidden.setChecked(suggestions.hides_before_first_pass(project))

    def _hide(self, hide: bool) -> None:
        from coding.suggest import suggestions

        project = self.hub.project
        self.hub.write(lambda: suggestions.hide_before_first_pass(project, hide))
        self.hub.preferred.emit()


def _coder(hub: Hub) -> str:
    from corpus.store.project import default_coder

    return str(hub.settings.get("coder") or default_coder())
