"""The corpus for IRaMuTeQ, from the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app import consenting
from app.hub import Hub

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.progress import Progress


class Corpora(QObject):
    """Asks where the corpus goes, and whether it is of the interviews or of coded segments under their codes."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window

    def ask_where(self) -> None:
        """Ask for a file and write the corpus into it."""
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        whole, themes = self.tr("Interviews (*.txt)"), self.tr("Coded segments under their codes (*.txt)")
        name, kind = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Corpus for IRaMuTeQ"),
            str(folder / f"{self.hub.project.path.stem}.txt"),
            f"{whole};;{themes}",
        )
        if name:
            self.write_to(Path(name) if name.lower().endswith(".txt") else Path(f"{name}.txt"), themes=kind == themes)

    def write_to(self, path: Path, *, themes: bool = False) -> None:
        """Write the corpus, masked."""
        from coding import permits, singling
        from coding.exports import iramuteq

        hub = self.hub
        hub.settings.set("export_folder", str(path.parent))
        moment = hub.moment().viewed(masking=True)

        def work(_progress: Progress, terms: Terms) -> None:
            iramuteq.save(moment, path, themes=themes, terms=terms)

        consenting.export(
            hub,
            self.window,
            self.tr("Writing the corpus"),
            work,
            self.tr("Written: {path}. Confidential participants are masked in it.").format(path=path),
            unsaid=lambda: permits.unsaid(moment, "iramuteq", iramuteq.leaving(moment)),
            given=lambda: singling.of_study(moment, iramuteq.leaving(moment).places),
        )
