"""What a code that came late leaves to do: the documents worked on before it was made, to be read again for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub, Place
from app.neighbours import NamesDelegate

_DOCUMENT = Qt.ItemDataRole.UserRole


class RereadingDialog(QDialog):
    """A queue that stays open beside the work: a document is opened from it, and declared read for the code."""

    def __init__(self, hub: Hub, code: int, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub, self.code, self.label = hub, code, label
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("To re-read for {code}").format(code=label))
        self.resize(420, 480)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setProperty("muted", True)
        self.list = QListWidget()
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Documents to re-read"))
        self.list.itemActivated.connect(lambda _item: self.open_document())
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.clicked.connect(self.open_document)
        self.read = QPushButton(self.tr("Read for this code"))
        self.read.clicked.connect(self.declare)
        acts = QHBoxLayout()
        acts.addStretch()
        acts.addWidget(self.open_button)
        acts.addWidget(self.read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addWidget(self.list, 1)
        layout.addLayout(acts)
        hub.changed.connect(self.refresh)
        hub.closed.connect(self.reject)
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Read the queue again, staying at the same place in it."""
        from coding import readings
        from corpus import documents

        project = self.hub.project_or_none
        if project is None:
            return
        at = self.list.currentRow()
        names = {info.key: info.name for info in documents.listed(project)}
        owed = readings.owed(project, self.code)
        self.list.clear()
        for key in owed:
            item = QListWidgetItem(names[key], self.list)
            item.setData(_DOCUMENT, key)
        self.list.setCurrentRow(min(max(at, 0), len(owed) - 1))
        if owed:
            said = self.tr("You worked on %n document(s) before this code was made.", "", len(owed))
        else:
            said = self.tr("Nothing is left to re-read for {code}.").format(code=self.label)
        self.about.setText(said)
        for button in (self.open_button, self.read):
            button.setEnabled(bool(owed) and (button is self.open_button or project.writable))

    def _document(self) -> int | None:
        item = self.list.currentItem()
        return int(item.data(_DOCUMENT)) if item is not None else None

    def open_document(self) -> None:
        """Show the document in the reader."""
        if (document := self._document()) is not None:
            self.hub.show_place(Place(document))

    def declare(self) -> None:
        """Say that the document is read for the code, and go to the next."""
        from coding import readings

        project, document = self.hub.project, self._document()
        if document is not None:
            self.hub.write(lambda: readings.declare(project, document, "done", code=self.code))
