"""Pictures of the window, page by page, for the demonstration and for looking at what was built."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.progress import Progress, silent

if TYPE_CHECKING:
    from app.shell.main_window import Window

SETTLE_S = 60.0


@dataclass(frozen=True, slots=True)
class PictureLook:
    """How a picture is to look: `width` and `height` in logical pixels, theme light or dark, language fr or en."""

    width: int = 1440
    height: int = 900
    theme: str = "light"
    language: str = "fr"

    @property
    def name(self) -> str:
        """The part of the file name that says so."""
        return f"{self.theme}-{self.language}-{self.width}x{self.height}"


def take(
    project: Path,
    folder: Path,
    looks: Iterable[PictureLook] = (PictureLook(),),
    *,
    pages: Iterable[str] = (),
    progress: Progress = silent,
) -> list[Path]:
    """Write a PNG of each page in each look into `folder` and return the files; raises `NoWindow` without Qt.

    The project is opened as a person would and left as it was.
    """
    from app.shell.starting import application

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    wanted = list(looks)
    for done, look in enumerate(wanted):
        with _window(project, look) as window:
            for name in pages or window.page_names:
                progress(done, len(wanted), name)
                window.show_page(name)
                _set_out(window, name)
                settle(window)
                path = folder / f"{name}-{look.name}.png"
                window.grab().save(str(path))
                made.append(path)
    return made


@contextmanager
def _window(project: Path, look: PictureLook) -> Iterator[Window]:
    from app.hub import Hub
    from app.settings import Settings
    from app.shell.main_window import Window

    with tempfile.TemporaryDirectory() as private:
        settings = Settings(Path(private) / "settings.json")
        settings.set("theme", look.theme)
        settings.set("language", look.language)
        hub = Hub(settings)
        window = Window(hub)
        window.resize(look.width, look.height)
        window.show()
        hub.open(project)
        try:
            yield window
        finally:
            hub.close()
            window.close()
            window.deleteLater()
            settle(window)


def _set_out(window: Window, page: str) -> None:
    """Bring a page to where it has something to show."""
    from app.hub import Ask
    from coding import codebook
    from corpus.errors import UnknownCode

    if page == "verbatims":
        try:
            codes: tuple[int, ...] = (codebook.find(window.hub.project, "C1").key,)
        except UnknownCode:
            codes = ()
        window.hub.show_verbatims(Ask(query="parcours client", codes=codes))


def settle(window: Window) -> None:
    """Let the window finish what it has begun: jobs, timers, painting."""
    from PySide6.QtCore import QCoreApplication, QEvent

    quiet_since = time.monotonic()
    end = quiet_since + SETTLE_S
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if window.hub.jobs.busy:
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since > 0.4:
            return
        time.sleep(0.01)
