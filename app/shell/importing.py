"""Bringing files into the project: chosen or dropped, read as one job, told of where need be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.hub import Hub
from app.shell.projects import Projects
from corpus import SUFFIX

if TYPE_CHECKING:
    from corpus.importers import PassedOver
    from corpus.importing import Outcome


def dropped(data: QMimeData) -> list[Path]:
    """Give the files and folders of this machine that `data` names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Importing(QObject):
    """Chooses files, imports them, and shows what became of them."""

    def __init__(self, hub: Hub, projects: Projects, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.projects, self.window = hub, projects, window

    def choose_files(self) -> None:
        """Ask for files and import them."""
        from corpus.importers import SUFFIXES

        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = self.tr("Transcripts and documents ({kinds})").format(kinds=kinds)
        every = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(
            self.window, self.tr("Import files"), self._folder(), f"{kinds};;{every}"
        )
        self.take([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and import all that is in it and below."""
        name = QFileDialog.getExistingDirectory(self.window, self.tr("Import a folder"), self._folder())
        if name:
            self.take([Path(name)])

    def _folder(self) -> str:
        return str(self.hub.settings.get("import_folder", Path.home()))

    def take(self, paths: Sequence[Path]) -> None:
        """Take what was chosen or dropped: a project is opened, a framework added, all else imported."""
        projects = [path for path in paths if path.suffix.lower() == SUFFIX]
        rest = [path for path in paths if path not in projects]
        if projects:
            self.projects.open_path(projects[0])
        if not rest:
            return
        if self.hub.project_or_none is None:
            self.projects.new(lambda: self.take(rest))
            return
        if not self.hub.project.writable:
            self.hub.failed.emit(self.hub.project.read_only())
            return
        for path in rest:
            if path.suffix.lower() == ".toml":
                self._add_framework(path)
        files = [path for path in rest if path.suffix.lower() != ".toml"]
        if files:
            self._import(files)

    def _add_framework(self, path: Path) -> None:
        from coding.codebook import frameworks

        self.hub.write(lambda: frameworks.add(self.hub.project, path), self._framework_added)

    def _framework_added(self, key: str) -> None:
        self.hub.said.emit(self.tr("Framework {key} added").format(key=key))

    def _import(self, files: Sequence[Path], password: str | None = None) -> None:
        from corpus.importers import passed_over
        from corpus.importing import import_files

        project = self.hub.project
        self.hub.settings.set("import_folder", str(files[0].absolute().parent))
        self.hub.jobs.run(
            self.tr("Importing"),
            lambda progress: (
                import_files(project, files, password=password, progress=progress),
                passed_over(files, recursive=True),
            ),
            lambda done: self._imported(*done),
            self._failed,
        )

    def _imported(self, outcomes: list[Outcome], over: PassedOver) -> None:
        from app.shell.outcomes import OutcomesDialog, noteworthy

        imported = sum(outcome.status == "imported" for outcome in outcomes)
        said = [self.tr("%n document(s) imported", "", imported)]
        if tied := sum(len(outcome.tied) for outcome in outcomes):
            said.append(self.tr("%n speaker(s) tied to the participant of the same name", "", tied))
        if over.hidden:
            said.append(self.tr("%n hidden file(s) left out", "", len(over.hidden)))
        self.hub.said.emit(", ".join(said))
        if noteworthy(outcomes) or over.folders:
            OutcomesDialog(self.hub, outcomes, over, self._with_password, self.window).show()
        if imported:
            self.hub.page_asked.emit("code")

    def _with_password(self, path: Path, password: str) -> None:
        self._import([path], password)

    def _failed(self, error: Exception) -> None:
        from corpus.errors import Cancelled

        if isinstance(error, Cancelled):
            self.hub.said.emit(self.tr("Import stopped; nothing was added"))
        else:
            self.hub.failed.emit(error)
