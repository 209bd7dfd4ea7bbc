"""What a person should know after an import: refused files, duplicates, ties, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors_text import sentence
from app.hub import Hub
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from corpus.importers import PassedOver
    from corpus.importing import Outcome


def came_in(outcomes: Sequence[Outcome]) -> int:
    """Count what was imported, or read anew in the place of what was there."""
    return sum(outcome.status in ("imported", "replaced") for outcome in outcomes)


def noteworthy(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep the outcomes that a person should hear of: what did not come in, and who was tied by name."""
    return [outcome for outcome in outcomes if not came_in([outcome]) or outcome.tied]


def with_notes(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep the outcomes that a person may want to hear of: of some, what was left out or done."""
    return [outcome for outcome in outcomes if not came_in([outcome]) or outcome.tied or outcome.notes]


class OutcomesDialog(QDialog):
    """Not modal: the person may read on meanwhile."""

    def __init__(self, hub: Hub, outcomes: Sequence[Outcome], over: PassedOver, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.resize(720, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        self.summary = QLabel(self.tr("%n document(s) imported.", "", came_in(outcomes)))
        layout.addWidget(self.summary)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.StyledPanel)  # which shows where keys go
        inside = QWidget()
        self._rows = QGridLayout(inside)
        self._rows.setColumnStretch(0, 2)
        self._rows.setColumnStretch(1, 3)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(12)
        area.setWidget(inside)
        layout.addWidget(area, 1)
        for outcome in with_notes(outcomes):
            self._add(outcome)
        self._add_passed_over(over)
        self._rows.setRowStretch(self._rows.rowCount(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        hub.closed.connect(self.close)

    def _add(self, outcome: Outcome) -> None:
        name = outcome.path.name
        if outcome.error is not None:
            self._row(name, sentence(outcome.error))
        elif outcome.status == "duplicate":
            said = self.tr("Already in the project, as {document}.")
            self._row(name, said.format(document=outcome.document))
        else:
            for note in outcome.notes:
                self._row(name, sentence(note))
            self._add_tied(outcome)

    def _add_tied(self, outcome: Outcome) -> None:
        """Say which speakers were taken to be a participant, as they have the name."""
        for tied in outcome.tied:
            said = self.tr("{mark} has the name of the participant {name}, and is tied to them.")
            self._row(tied.document_name, said.format(mark=tied.speaker, name=tied.participant))

    def _add_passed_over(self, over: PassedOver) -> None:
        """Say what no importer was asked about: hidden files count together, a folder stands by itself."""
        if over.hidden:
            names = ", ".join(dict.fromkeys(path.name for path in over.hidden))
            self._row(names, self.tr("%n hidden file(s) left out.", "", len(over.hidden)))
        for folder in over.folders:
            self._row(folder.name, self.tr("A link to a folder; import that folder by itself."))

    def _row(self, name: str, said: str) -> None:
        row = self._rows.rowCount()
        label = ElidedLabel(name)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(said)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
