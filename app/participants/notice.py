"""What a table of participants brought, told in a strip above the respondents until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from app.icons import icon

if TYPE_CHECKING:
    from corpus.people.participants import ParticipantsImported
    from corpus.people.ties import Tied

_NAMED = 12  # unmatched rows named in the line; the tooltip has all


def same_name(tied: Sequence[Tied]) -> str:
    """Say which speakers were tied by themselves, the first of them by their marks."""
    said = QCoreApplication.translate("participants", "Tied to the participant of the same name: {names}.")
    names = ", ".join(f"{one.speaker} ({one.document_name})" for one in tied[:_NAMED])
    return said.format(names=names + (" …" if len(tied) > _NAMED else ""))


class TableNotice(QFrame):
    """Says how many rows came, and which found no document; another column may name the documents."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setProperty("good", True)
        self._again: Callable[[str], object] | None = None
        self.label, self.unmatched = QLabel(), QLabel()
        for part in (self.label, self.unmatched):
            part.setWordWrap(True)
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column = QComboBox()
        self.column.setAccessibleName(self.tr("Column that names the documents"))
        self.column.activated.connect(self._chosen)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close the notice"))
        close.setAccessibleName(self.tr("Close the notice"))
        close.clicked.connect(self.hide)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.label)
        said.addWidget(self.unmatched)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addLayout(said, 1)
        layout.addWidget(self.column)
        layout.addWidget(close)
        self.hide()

    def tell(self, path: Path, found: ParticipantsImported, again: Callable[[str], object]) -> None:
        """Tell what came; `again(column)` reads the table anew, its documents named by that column."""
        said = (
            self.tr("%n row(s) read from {name}.", "", found.rows).format(name=path.name),
            self.tr("%n participant(s) new,", "", found.made),
            self.tr("%n brought up to date,", "", found.updated),
            self.tr("%n tied to a document.", "", len(found.tied)),
            *([same_name(found.speakers)] if found.speakers else []),
        )
        self.label.setText(" ".join(said))
        names = ", ".join(found.unmatched[:_NAMED]) + (" …" if len(found.unmatched) > _NAMED else "")
        self.unmatched.setText(self.tr("No document is called: {names}.").format(names=names))
        self.unmatched.setToolTip("\n".join(found.unmatched))
        self.unmatched.setVisible(bool(found.unmatched))
        self._again = again
        self.column.clear()
        self.column.addItem(self.tr("Documents by another column …"), "")
        for column in found.columns:
            self.column.addItem(column, column)
        self.column.setVisible(bool(found.columns and (found.unmatched or not (found.tied or found.speakers))))
        self.show()

    def _chosen(self, _index: int) -> None:
        if self._again is not None and self.column.currentData():
            self._again(str(self.column.currentData()))
