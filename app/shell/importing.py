"""Bringing files into the project: chosen or dropped, read as one job, told of where need be."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.hub import Hub
from app.shell.projects import Projects
from corpus import SUFFIX

if TYPE_CHECKING:
    from corpus.importers import PassedOver
    from corpus.importers.reader_process import Drafts
    from corpus.importing import Outcome
    from corpus.pending import Pending
    from corpus.progress import Progress
    from corpus.store.project import Project


def dropped(data: QMimeData) -> list[Path]:
    """Give the files and folders of this machine that `data` names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Importing(QObject):
    """Chooses files, imports them, and shows what became of them."""

    def __init__(self, hub: Hub, projects: Projects, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.projects, self.window = hub, projects, window

    def choose_files(self, *, preview: bool = False) -> None:
        """Ask for files and import them, with a preview where one is wanted, or something is to be looked at."""
        from corpus.importers import SUFFIXES

        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = self.tr("Transcripts and documents ({kinds})").format(kinds=kinds)
        every = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(
            self.window, self.tr("Import files"), self._folder(), f"{kinds};;{every}"
        )
        self.take([Path(name) for name in names], preview=preview)

    def choose_folder(self, *, preview: bool = False) -> None:
        """Ask for a folder and import all that is in it and below, with a preview as above."""
        name = QFileDialog.getExistingDirectory(self.window, self.tr("Import a folder"), self._folder())
        if name:
            self.take([Path(name)], preview=preview)

    def _folder(self) -> str:
        return str(self.hub.settings.get("import_folder", Path.home()))

    def take(self, paths: Sequence[Path], *, preview: bool = False) -> None:
        """Take what was chosen or dropped: a project is opened, a framework added, all else imported."""
        projects = [path for path in paths if path.suffix.lower() == SUFFIX]
        rest = [path for path in paths if path not in projects]
        if projects:
            self.projects.open_path(projects[0])
        if not rest:
            return
        if self.hub.project_or_none is None:
            self.projects.new(lambda: self.take(rest, preview=preview))
            return
        if not self.hub.project.writable:
            self.hub.failed.emit(self.hub.project.read_only())
            return
        for path in rest:
            if path.suffix.lower() == ".toml":
                self._add_framework(path)
        files = [path for path in rest if path.suffix.lower() != ".toml"]
        if files:
            self._import(files, preview)

    def _add_framework(self, path: Path) -> None:
        from coding.codebook import frameworks

        self.hub.write(lambda: frameworks.add(self.hub.project, path), self._framework_added)

    def _framework_added(self, key: str) -> None:
        self.hub.said.emit(self.tr("Framework {key} added").format(key=key))

    def _import(self, files: Sequence[Path], preview: bool) -> None:
        project = self.hub.project
        self.hub.settings.set("import_folder", str(files[0].absolute().parent))
        self.hub.jobs.run(
            self.tr("Importing"),
            lambda progress: _begun(project, files, preview, progress),
            self._begun,
            self._failed,
        )

    def _begun(self, begun: _Begun) -> None:
        if begun.drafts is None:
            if begun.outcomes:
                self._imported(begun.outcomes, begun.over)
            else:
                self.hub.said.emit(self.tr("There is no document to import there"))
            return
        from app.shell.preview.dialog import PreviewDialog

        PreviewDialog(
            self.hub,
            begun.drafts,
            begun.pending,
            lambda outcomes: self._imported(outcomes, begun.over, seen=True),
            self.window,
        ).show()

    def _imported(self, outcomes: Sequence[Outcome], over: PassedOver, *, seen: bool = False) -> None:
        """Say what became of the files; of what was `seen` before nothing more has to be read."""
        from app.shell.outcomes import OutcomesDialog, came_in, noteworthy

        imported = came_in(outcomes)
        said = self._said(outcomes, over, imported)
        self.hub.said.emit(said)

        def list_all() -> None:
            OutcomesDialog(self.hub, outcomes, over, self.window).show()

        if (noteworthy(outcomes) and not seen) or over.folders:
            list_all()
        if imported and (step := self.hub.undoable()) is not None:
            more = (
                [(self.tr("What was left out…"), list_all)] if any(one.notes for one in outcomes) and not seen else []
            )
            self.hub.told.emit(said, step, more)
            self.hub.page_asked.emit("code")

    def _said(self, outcomes: Sequence[Outcome], over: PassedOver, imported: int) -> str:
        said = [self.tr("%n document(s) imported", "", imported)]
        if tied := sum(len(outcome.tied) for outcome in outcomes):
            said.append(self.tr("%n speaker(s) tied to the participant of the same name", "", tied))
        if over.hidden:
            said.append(self.tr("%n hidden file(s) left out", "", len(over.hidden)))
        return ", ".join(said)

    def _failed(self, error: Exception) -> None:
        from corpus.errors import Cancelled

        if isinstance(error, Cancelled):
            self.hub.said.emit(self.tr("Import stopped; nothing was added"))
        else:
            self.hub.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Begun:
    """What became of an import: written, or waiting with its drafts to be looked at."""

    over: PassedOver
    outcomes: Sequence[Outcome] = ()
    pending: Sequence[Pending] = ()
    drafts: Drafts | None = None


def _begun(project: Project, paths: Sequence[Path], preview: bool, progress: Progress) -> _Begun:
    """Read files, and write them where nothing asks for a look."""
    from corpus import documents, importers, importing, pending
    from corpus.correcting import corrected
    from corpus.importers.reader_process import Drafts

    over = importers.passed_over(paths, recursive=True)
    drafts = Drafts()
    with ExitStack() as open_drafts:
        open_drafts.callback(drafts.close)
        files, there = importers.find(paths, recursive=True), documents.originals(project)
        found = corrected.noted(project, pending.read(drafts, files, there, progress=progress))
        if found and (preview or any(one.preview.asks for one in found)):
            import_module("app.shell.preview.dialog")  # here, so that the window does not wait for it
            open_drafts.pop_all()
            return _Begun(over, pending=pending.ordered(found), drafts=drafts)
        return _Begun(over, importing.write(project, [one.ready for one in found], progress=progress))
