"""The dialog that makes a new project: name, file, language of the interviews, frameworks to begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
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

from app.i18n import LANGUAGES, language
from app.neighbours import NamesDelegate
from app.settings import Settings
from corpus import SUFFIX

_KEY = Qt.ItemDataRole.UserRole
_BEGINS_WITH = "meco-2019"
_LONGEST = 60  # characters of a study's name that its file takes over


@dataclass(frozen=True, slots=True)
class NewProject:
    """What the person chose; `language` is fr or en, `frameworks` are keys."""

    path: Path
    name: str
    language: str
    frameworks: tuple[str, ...]


class NewProjectDialog(QDialog):
    """Ask for a new project; `chosen` holds the answer once it is accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.setWindowTitle(self.tr("New project"))
        self.setMinimumWidth(640)
        self._file_follows_name = True
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("such as: Customer journeys 2026"))
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("File of the project"))
        self.note = QLabel()
        self.note.setProperty("muted", True)
        self.note.setWordWrap(True)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        self.language = QComboBox()
        for key, title in LANGUAGES.items():
            self.language.addItem(title, key)
        self.language.setCurrentIndex(self.language.findData(settings.get("study_language", language(settings))))
        self.frameworks = QListWidget()
        self.frameworks.setItemDelegate(NamesDelegate(self.frameworks))
        self.frameworks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frameworks.setAccessibleName(self.tr("Frameworks to begin with"))
        self._list_frameworks()
        label = QLabel(self.tr("&File"))
        label.setBuddy(self.file)
        form = self.form = QFormLayout()
        form.setSpacing(12)
        form.addRow(self.tr("&Name of the study"), self.name)
        form.addRow(label, row)
        form.addRow("", self.note)
        form.addRow(self.tr("&Language of the interviews"), self.language)
        form.addRow(self.tr("F&rameworks"), self.frameworks)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = buttons.addButton(self.tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._name_changed)
        self.file.textEdited.connect(self._file_edited)
        self.language.currentIndexChanged.connect(lambda: self._list_frameworks())
        self._name_changed()

    def chosen(self) -> NewProject:
        """Give what the fields say."""
        path = _project_at(self.file.text().strip())
        keys = tuple(item.data(_KEY) for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        name = self.name.text().strip() or path.stem
        return NewProject(path, name, self.language.currentData(), keys)

    def accept(self) -> None:
        self.settings.set("study_language", self.language.currentData())
        self.settings.set("project_folder", str(self.chosen().path.parent))
        super().accept()

    def _list_frameworks(self) -> None:
        from coding.codebook import frameworks, frameworks_files

        before = {item.data(_KEY): item.checkState() for item in self._items()}
        self.frameworks.clear()
        spoken = self.language.currentData()
        for framework in frameworks_files.shipped():
            item = QListWidgetItem(framework.title.get(spoken) or next(iter(framework.title.values())))
            item.setData(_KEY, framework.key)
            item.setToolTip(f"{item.text()}\n{frameworks.said(framework.citation, spoken)}")
            first = Qt.CheckState.Checked if framework.key == _BEGINS_WITH else Qt.CheckState.Unchecked
            item.setCheckState(before.get(framework.key, first))
            self.frameworks.addItem(item)
        height = self.frameworks.sizeHintForRow(0) * min(self.frameworks.count(), 8)
        self.frameworks.setFixedHeight(height + 2 * self.frameworks.frameWidth() + 4)

    def _items(self) -> list[QListWidgetItem]:
        return [self.frameworks.item(row) for row in range(self.frameworks.count())]

    def _name_changed(self) -> None:
        if self._file_follows_name:
            stem = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", self.name.text()).strip(" .")[:_LONGEST] or self.tr(
                "New study"
            )
            self.file.setText(str(_free(self._folder() / f"{stem}{SUFFIX}")))
        self._check()

    def _file_edited(self) -> None:
        self._file_follows_name = False
        self._check()

    def _check(self) -> None:
        path = self.chosen().path
        fault = ""
        try:
            if not path.parent.is_dir():
                fault = self.tr("There is no such folder.")
            elif path.name and path.exists():
                fault = self.tr("There is already a file of this name; choose another.")
        except OSError as error:
            fault = self.tr("There can be no file of this name: {why}.").format(why=error.strerror)
        self.note.setText(fault)
        self.form.setRowVisible(self.note, bool(fault))
        self.make.setEnabled(bool(path.name) and not fault)

    def _folder(self) -> Path:
        kept = Path(self.settings.get("project_folder", ""))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known = (folder for folder in (kept, Path(documents)) if folder.is_absolute() and folder.is_dir())
        return next(known, Path.home())

    def _browse(self) -> None:
        kinds = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to keep the project"),
            self.file.text(),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._file_follows_name = False
            self.file.setText(str(_project_at(name)))
            self._check()


def _project_at(text: str) -> Path:
    """Give the file that `text` names, with the ending of projects; where it names none yet, the folder."""
    path = Path(text)
    if text.startswith("~/"):
        path = path.expanduser()
    return path if not path.name or path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _free(path: Path) -> Path:
    """Give `path`, or its like with a number, where no file is yet."""
    if not path.exists():
        return path
    return next(p for n in range(2, 10_000) if not (p := path.with_stem(f"{path.stem} ({n})")).exists())
