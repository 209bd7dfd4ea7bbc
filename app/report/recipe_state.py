"""How what a recipe made stands to the study as it is now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.errors_text import sentence
from app.hub import Hub
from corpus.errors import Cancelled

if TYPE_CHECKING:
    from coding.recipes.manifest import FolderState

_MADE = "made"


class RecipeState(QWidget):
    """Knows the folder that each recipe was made into last, from this window, and says whether that is stale."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.name = ""
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.compare_button = QPushButton(self.tr("Compare"))
        self.compare_button.setToolTip(self.tr("Make it anew aside, and say which files would be otherwise now"))
        self.compare_button.clicked.connect(self.compare)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.said, 1)
        across.addWidget(self.compare_button)
        self.hide()

    @property
    def folder(self) -> Path | None:
        """The folder that the recipe was made into last."""
        found = self._known().get(self._place)
        return Path(found) if isinstance(found, str) else None

    def made(self, folder: Path) -> None:
        """Keep in mind where the recipe is made."""
        self.hub.settings.set(_MADE, {**self._known(), self._place: str(folder)})

    def _known(self) -> dict[str, object]:
        known = self.hub.settings.get(_MADE, {})
        return known if isinstance(known, dict) else {}

    @property
    def _place(self) -> str:
        return f"{self.hub.project.key}/{self.name}"

    def show_state(self, compared: FolderState | None) -> None:
        """Say how what was made stands to the study; nothing where nothing was made."""
        self.setVisible(compared is not None)
        if compared is not None:
            self.said.setText(self._sentence(compared).replace("{folder}", str(self.folder)))
            self.compare_button.setVisible(bool(compared.changes) and not compared.anew)

    def _sentence(self, compared: FolderState) -> str:
        differ = sum(state != "same" for state in compared.files.values())
        if compared.why is not None:
            return sentence(compared.why)
        if compared.changes is None:
            return self.tr("What is in {folder} is of another study, or of a state that this one no longer has.")
        if differ and (compared.anew or not compared.changes):
            return self.tr("%n file(s) in {folder} are not as they would be made now.", "", differ)
        if not compared.changes:
            return self.tr("What it made in {folder} is of the study as it is now.")
        if compared.anew:
            return self.tr("The study has changed since, but nothing in {folder} would be otherwise.")
        return self.tr("What it made in {folder} may be stale: %n change(s) of the study since.", "", compared.changes)

    def compare(self) -> None:
        """Make it anew aside, and say what would be otherwise."""
        from coding.recipes import making

        project, folder = self.hub.project, self.folder
        if folder is not None:
            self.hub.jobs.run(
                self.tr("Comparing with what was made"),
                lambda progress: making.compared(self.hub.moment(project), folder, progress),
                self.show_state,
                lambda error: None if isinstance(error, Cancelled) else self.hub.failed.emit(error),
                key="compare",
            )
