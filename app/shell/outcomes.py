"""What a person should know after an import: refused files, duplicates, notes, and speaker marks to be confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors_text import sentence
from app.hub import Hub
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from corpus.documents import SpeakerInfo
    from corpus.importers import PassedOver
    from corpus.importing import Outcome


def noteworthy(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep the outcomes that a person should hear of."""
    return [outcome for outcome in outcomes if outcome.status != "imported" or outcome.tied or _asks(outcome)]


def _asks(outcome: Outcome) -> bool:
    return bool(outcome.notes) or any(speaker.same_as for speaker in outcome.speakers)


class OutcomesDialog(QDialog):
    """Not modal: the person may read on and answer later.

    `again(path, password)` imports a protected file once its password is given.
    """

    def __init__(
        self, hub: Hub, outcomes: Sequence[Outcome], over: PassedOver, again: Callable[[Path, str], None],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.hub, self._again = hub, again
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.resize(720, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        imported = sum(outcome.status == "imported" for outcome in outcomes)
        self.summary = QLabel(self.tr("%n document(s) imported.", "", imported))
        layout.addWidget(self.summary)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        self._rows = QGridLayout(inside)
        self._rows.setColumnStretch(0, 2)
        self._rows.setColumnStretch(1, 5)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(12)
        area.setWidget(inside)
        layout.addWidget(area, 1)
        for outcome in noteworthy(outcomes):
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
            self._row(name, sentence(outcome.error), self._password(outcome))
        elif outcome.status == "duplicate":
            said = self.tr("Already in the project, as {document}.")
            self._row(name, said.format(document=outcome.document))
        else:
            for note in outcome.notes:
                self._row(name, sentence(note))
            self._add_tied(outcome)
            self._add_marks(outcome)

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

    def _add_marks(self, outcome: Outcome) -> None:
        if outcome.key is None or self.hub.project_or_none is None:
            return
        from corpus import documents

        speakers = documents.speakers(self.hub.project, outcome.key)
        by_label = {speaker.label: speaker for speaker in speakers}
        for speaker in speakers:
            into = by_label.get(speaker.same_as or "")
            if into is not None:
                said = self.tr("{mark} (%n turn(s)) → {other}?", "", speaker.passages)
                said = said.format(mark=speaker.label, other=into.label)
                self._row(outcome.document or outcome.path.name, said, self._merge(speaker, into))

    def _row(self, name: str, said: str, answer: QWidget | None = None) -> None:
        row = self._rows.rowCount()
        label = ElidedLabel(name)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(said)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
        if answer is not None:
            self._rows.addWidget(answer, row, 2, Qt.AlignmentFlag.AlignTop)

    def _merge(self, speaker: SpeakerInfo, into: SpeakerInfo) -> QPushButton:
        button = QPushButton(self.tr("Merge"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Merge {mark} into {other}").format(mark=speaker.label, other=into.label))

        def merge() -> None:
            from corpus import documents

            project = self.hub.project
            self.hub.write(lambda: documents.merge_speakers(project, speaker.key, into.key), merged)

        def merged(_result: object) -> None:
            button.setText(self.tr("Merged"))
            button.setEnabled(False)

        button.clicked.connect(merge)
        return button

    def _password(self, outcome: Outcome) -> QWidget | None:
        if outcome.path.suffix.lower() != ".pdf" or outcome.error is None or "password" not in outcome.error.sentence:
            return None
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(self.tr("Password, then Enter"))
        field.setAccessibleName(self.tr("Password of {name}").format(name=outcome.path.name))

        def give() -> None:
            if field.text():
                field.setEnabled(False)
                self._again(outcome.path, field.text())

        field.returnPressed.connect(give)
        return field
