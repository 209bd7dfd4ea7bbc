"""Making, opening and closing projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from app.hub import Hub
from app.settings import folder
from corpus import SUFFIX

if TYPE_CHECKING:
    from app.shell.new_project import NewProject
    from corpus.progress import Progress


class Projects(QObject):
    """The verbs of the Project menu that are about the project as a whole.

    sample_opened(Path): the sample study is open.
    """

    sample_opened = Signal(object)

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window
        self.asked: Path | None = None

    def new(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a new project and make it; `then` is called once it is open."""
        from app.shell.new_project import NewProjectDialog

        dialog = NewProjectDialog(self.hub.settings, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accepted() -> None:
            if self._make(dialog.chosen()) and then is not None:
                then()

        dialog.accepted.connect(accepted)
        dialog.open()

    def _make(self, wanted: NewProject) -> bool:
        from coding.codebook import frameworks
        from corpus.errors import WorkbenchError
        from corpus.store.project import Project

        try:
            project = Project.create(
                wanted.path, name=wanted.name, language=wanted.language, coder=self.hub.settings.get("coder")
            )
        except WorkbenchError as error:
            self.hub.failed.emit(error)
            return False
        try:
            for key in wanted.frameworks:
                frameworks.add(project, key, language=wanted.language)
        except WorkbenchError as error:
            self.hub.failed.emit(error)
        self.hub.take(project)
        return True

    def choose(self) -> None:
        """Ask for a project and open it."""
        beside = self.hub.settings.get("project_folder", str(Path.home()))
        kinds = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        every = self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open project"), beside, f"{kinds};;{every}")
        if name:
            self.hub.settings.set("project_folder", str(Path(name).parent))
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open the project at `path`; `asked` remembers it should that fail."""
        self.asked = path
        if self.hub.open(path) and (before := self.hub.project.upgraded_from) is not None:
            said = self.tr("The project was brought up to date; a copy as it was is kept as {name}.")
            self.hub.said.emit(said.format(name=before.name))

    def open_sample(self) -> None:
        """Open the person's copy of the sample study, made first where there is none."""
        path = folder("data") / self.tr("Sample study{suffix}").format(suffix=SUFFIX)
        if path.is_file():
            self._show_sample(path)
            return
        coder = self.hub.settings.get("coder")
        self.hub.jobs.run(
            self.tr("Making the sample study"),
            lambda progress: _build_sample(path, progress, coder),
            lambda _result: self._show_sample(path),
        )

    def _show_sample(self, path: Path) -> None:
        self.open_path(path)
        self.sample_opened.emit(path)

    def give_away(self) -> None:
        """Ask for a copy in which names are replaced for good."""
        from app.shell.giving import GiveAway

        GiveAway(self.hub, self.window).open()

    def close(self) -> None:
        """Close the project; the next start shows the welcome page."""
        self.hub.close()
        self.hub.settings.set("last", None)

    def name_coder(self) -> None:
        """Ask whose name codings carry from now on."""
        from corpus.store.project import default_coder

        now = self.hub.settings.get("coder") or default_coder()
        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Name of the coder"))
        dialog.setLabelText(self.tr("Every coding, link and memo carries the name of who made it. Yours is:"))
        dialog.setTextValue(now)
        dialog.textValueSelected.connect(self.take_name)
        dialog.open()

    def take_name(self, name: str) -> None:
        """Let what is made from now on carry this name."""
        name = name.strip()
        if not name:
            return
        self.hub.settings.set("coder", name)
        project = self.hub.project_or_none
        if project is not None and project.coder != name:
            path = project.path
            self.hub.close()
            self.hub.open(path)


def _build_sample(path: Path, progress: Progress, coder: Any) -> None:
    """Build beside `path` and move when done, so that a half-made study is never found there."""
    from coding import sample

    unfinished = path.with_name(f"unfinished{SUFFIX}")
    for left in ("", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + left).unlink(missing_ok=True)
    sample.build(unfinished, progress, coder=coder).close()
    unfinished.replace(path)
