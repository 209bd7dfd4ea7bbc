"""Dialogs about a framework as a whole: choosing one to add, forking it, taking it away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.i18n import LANGUAGES
from app.neighbours import NamesDelegate

if TYPE_CHECKING:
    from coding.codebook.frameworks import FrameworkInfo

_KEY = Qt.ItemDataRole.UserRole


class AddFramework(QDialog):
    """The frameworks that ship, with their citations, or a file of one's own; `added` is called with the new key."""

    def __init__(self, hub: Hub, parent: QWidget, added: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.hub, self._added = hub, added
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a framework"))
        self.resize(720, 520)
        self.language = QComboBox()
        for key, title in LANGUAGES.items():
            self.language.addItem(title, key)
        self.language.setCurrentIndex(self.language.findData(hub.project.info().language))
        self.language.setAccessibleName(self.tr("Language of names and definitions"))
        self.language.currentIndexChanged.connect(lambda: self._fill())
        self.shipped = QListWidget()
        self.shipped.setAccessibleName(self.tr("Frameworks that come with the program"))
        self.shipped.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shipped.currentItemChanged.connect(lambda: self._describe())
        self.shipped.itemDoubleClicked.connect(lambda: self.accept())
        self.citation, self.note = QLabel(), QLabel()
        for label in (self.citation, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.citation.setProperty("muted", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.file = QPushButton(self.tr("From a file…"))
        self.file.setToolTip(self.tr("A framework of your own, written as a .toml file"))
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._choose_file)
        buttons.addButton(self.file, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        spoken = QHBoxLayout()
        spoken.addWidget(QLabel(self.tr("Language of names and definitions")))
        spoken.addWidget(self.language)
        spoken.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(spoken)
        self.shipped.setItemDelegate(NamesDelegate(self.shipped))
        layout.addWidget(self.shipped, 1)
        layout.addWidget(self.citation)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        hub.closed.connect(self.reject)
        self._fill()

    def _fill(self) -> None:
        from coding.codebook import frameworks, frameworks_files

        there = {one.framework for one in frameworks.listed(self.hub.project)}
        spoken = self.language.currentData()
        row = max(self.shipped.currentRow(), 0)
        self.shipped.clear()
        for file in frameworks_files.shipped():
            title = file.title.get(spoken) or next(iter(file.title.values()))
            if file.key in there:
                title = self.tr("{title} (in the project)").format(title=title)
            item = QListWidgetItem(self.tr("{title} · codes: {count}").format(title=title, count=len(file.codes)))
            item.setData(_KEY, file.key)
            item.setToolTip(frameworks.said(file.citation, spoken))
            if file.key in there:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.shipped.addItem(item)
        free = [at for at in range(self.shipped.count()) if self.shipped.item(at).flags()]
        self.shipped.setCurrentRow(row if row in free else free[0] if free else -1)
        self._describe()

    def _describe(self) -> None:
        from coding.codebook import frameworks, frameworks_files

        item = self.shipped.currentItem()
        self.add.setEnabled(item is not None)
        file = frameworks_files.find(item.data(_KEY)) if item is not None else None
        self.citation.setText(frameworks.said(file.citation, self.language.currentData()) if file else "")
        self.note.setText(file.note.get(self.language.currentData(), "") if file else "")

    def accept(self) -> None:
        item = self.shipped.currentItem()
        if item is not None:
            self._take(item.data(_KEY))

    def _choose_file(self) -> None:
        kinds = self.tr("Frameworks (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a framework"), str(Path.home()), kinds)
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Add the framework of a file."""
        self._take(path)

    def _take(self, chosen: str | Path) -> None:
        from coding.codebook import frameworks

        project, language = self.hub.project, self.language.currentData()
        self.hub.write(lambda: frameworks.add(project, chosen, language=language), self._done)

    def _done(self, key: str) -> None:
        self._added(key)
        super().accept()


class ForkFramework(QDialog):
    """A copy of a framework that can grow; `forked(key)` is called with it."""

    def __init__(self, hub: Hub, source: FrameworkInfo, parent: QWidget, forked: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.hub, self.source, self._forked = hub, source, forked
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fork the framework"))
        self.setMinimumWidth(520)
        said = QLabel(
            self.tr(
                "The copy takes over the codes and their definitions, marked as from the literature. In it you can "
                "rename, sharpen, add and split codes. Direct codings stay with “{title}”."
            ).format(title=source.title)
        )
        said.setWordWrap(True)
        self.title = QLineEdit(self.tr("{title}, grown in this study").format(title=source.title))
        self.title.setCursorPosition(0)
        self.key = QLineEdit()
        self.key.setPlaceholderText(self.tr("made from {key} when left empty").format(key=source.framework))
        self.links = QCheckBox(self.tr("Take links and decisions &along"))
        self.links.setChecked(True)
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Key"), self.key)
        form.addRow("", self.links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(buttons(self, self.tr("Fork")))
        hub.closed.connect(self.reject)

    def accept(self) -> None:
        from coding.codebook import frameworks

        project, key, title = self.hub.project, self.key.text().strip() or None, self.title.text().strip()
        along, source = self.links.isChecked(), self.source.framework
        self.hub.write(lambda: frameworks.fork(project, source, key=key, title=title, links=along), self._done)

    def _done(self, key: str) -> None:
        self._forked(key)
        super().accept()


def buttons(dialog: QDialog, yes: str) -> QDialogButtonBox:
    """Give the buttons that accept and reject a dialog."""
    made = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    made.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    made.accepted.connect(dialog.accept)
    made.rejected.connect(dialog.reject)
    return made
