"""A copy of the study for a supervisor, and the remarks they wrote in it: from the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app import consenting
from app.hub import Hub

if TYPE_CHECKING:
    from coding.imports.remarks import Returned


class Supervisor(QObject):
    """Asks where the copy goes and writes it; asks for the file of remarks and reads it."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window

    def ask_where(self) -> None:
        """Ask for a file and write the copy into it."""
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        beside = str(folder / f"{self.hub.project.path.stem}.html")
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Copy for a supervisor"), beside, self.tr("Web page (*.html)")
        )
        if name:
            self.write_to(Path(name) if name.lower().endswith(".html") else Path(f"{name}.html"))

    def write_to(self, path: Path) -> None:
        """Write the copy, masked, with all that the study holds."""
        from coding import permits, singling
        from coding.exports import supervisor

        hub = self.hub
        hub.settings.set("export_folder", str(path.parent))
        moment = hub.moment()
        consenting.export(
            hub,
            self.window,
            self.tr("Writing the copy"),
            lambda progress, terms: supervisor.save(moment, path, terms=terms, progress=progress),
            self.tr("Written: {path}. Confidential participants are masked in it.").format(path=path),
            rows=True,
            unsaid=lambda: permits.unsaid(moment, "supervisor", supervisor.leaving(moment.viewed(masking=True))),
            given=lambda: singling.of_quotations(
                moment, [(one.key, 0, one.characters) for one in supervisor.documents(moment)]
            ),
        )

    def ask_remarks(self) -> None:
        """Ask for the file that was saved from the copy, and read it."""
        folder = str(self.hub.settings.get("import_folder", Path.home()))
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Remarks of a supervisor"), folder, self.tr("Remarks (*.json)")
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read remarks as memos, and show them."""
        from coding.imports import remarks

        project = self.hub.project
        self.hub.write(lambda: remarks.import_file(project, path), self._read)

    def _read(self, found: Returned) -> None:
        said = [self.tr("%n remark(s) read as memos", "", found.added)]
        if found.there:
            said.append(self.tr("%n read before", "", found.there))
        if found.lost:
            said.append(self.tr("%n on what is no longer in the study", "", found.lost))
        if found.added and (step := self.hub.undoable()) is not None:
            self.hub.told.emit(", ".join(said), step, [])
            self.hub.page_asked.emit("memos")
        else:
            self.hub.said.emit(", ".join(said))
