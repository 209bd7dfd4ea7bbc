"""Draw every page from the sample study, light and dark, in French and in English, at three sizes.

Run as `python -m tests.screenshots FOLDER [PAGE ...]`, offscreen; `QT_SCALE_FACTOR=2` draws at 200 %.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Big enough for the largest window; the platform's own screen is 800 × 800.
_SCREEN = '{"screens": [{"name": "desk", "x": 0, "y": 0, "width": 2560, "height": 1440}]}'

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.hub import Hub  # noqa: E402
from app.participants.page import ParticipantsPage  # noqa: E402
from app.settings import Settings  # noqa: E402
from app.shell.main_window import Window  # noqa: E402
from app.shell.preview.dialog import PreviewDialog  # noqa: E402
from tests import mixed_files  # noqa: E402

SIZES = ((1280, 720), (1440, 900), (2560, 1440))
LANGUAGES = ("fr", "en")
THEMES = ("light", "dark")
DIALOGS = ("keys", "history", "new", "preview", "preview-text", "preview-refused")
TABS = ("organisations", "documents", "consent", "recruitment", "guide")
CODER = "camille"
_LONGEST_MS = 30_000


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(hub: Hub) -> None:
    """Wait until no job runs and what was asked for is painted."""
    for _ in range(_LONGEST_MS // 50):
        wait(50)
        if not hub.jobs.busy:
            break
    wait(150)


def _dialog(window: Window, show: Callable[[], None]) -> QWidget:
    before = set(window.findChildren(QDialog))
    show()
    [made] = set(window.findChildren(QDialog)) - before
    return made


def _preview(window: Window, files: Path, row: int) -> QWidget:
    """Show what a folder of mixed files would bring, and of one of them all there is to say."""
    window.importing.take([files], preview=True)
    settle(window.hub)
    [made] = [dialog for dialog in window.findChildren(PreviewDialog) if dialog.isVisible()]
    made.list.choose(row)
    return made


def scenes(window: Window, files: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give every scene by name, and what shows it."""

    def page(name: str) -> QWidget:
        window.show_page(name)
        return window

    def tab(number: int) -> QWidget:
        window.show_page("participants")
        window.findChildren(ParticipantsPage)[0].tabs.setCurrentIndex(number)
        return window

    yield from ((name, partial(page, name)) for name in window.page_names)
    yield from ((f"participants-{name}", partial(tab, number)) for number, name in enumerate(TABS, 1))
    dialogs = (window.show_keys, window.show_history, window.projects.new)
    yield from ((name, partial(_dialog, window, show)) for name, show in zip(DIALOGS[:3], dialogs, strict=True))
    yield from ((name, partial(_preview, window, files, row)) for name, row in zip(DIALOGS[3:], (0, 4, 1), strict=True))

    def welcome() -> QWidget:
        window.projects.close()
        return window

    yield "welcome", welcome


def draw(folder: Path, study: Path, room: Path, wanted: set[str], language: str, theme: str) -> None:
    """Draw all scenes in one language and one palette."""
    settings = Settings(room / f"{language}-{theme}.json")
    settings.set("language", language)
    settings.set("theme", theme)
    settings.set("coder", CODER)
    settings.opened(study)
    hub = Hub(settings)
    window = Window(hub)
    window.show()
    for width, height in SIZES:
        window.resize(width, height)
        hub.open(study)
        settle(hub)
        for name, show in scenes(window, room / "files"):
            if (wanted and name not in wanted) or (name in DIALOGS and width != SIZES[0][0]):
                continue
            shown = show()
            settle(hub)
            size = "" if isinstance(shown, QDialog) else f"-{width}x{height}"
            shown.grab().save(str(folder / f"{name}-{language}-{theme}{size}.png"))
            if isinstance(shown, QDialog):
                shown.close()
    window.close()
    window.deleteLater()
    wait(1)


def main(folder: Path, wanted: set[str]) -> None:
    """Draw into `folder` the scenes `wanted`, or all."""
    from coding import sample

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = room
        screen = Path(room) / "screen.json"
        screen.write_text(_SCREEN, "utf-8")
        application = QApplication(["verbatim", "-platform", f"offscreen:configfile={screen}"])
        application.setApplicationName("verbatim")
        study = Path(room) / "Parcours client.verbatim"
        sample.build(study, coder=CODER).close()
        mixed_files.written(Path(room) / "files")
        for language, theme in product(LANGUAGES, THEMES):
            draw(folder, study, Path(room), wanted, language, theme)


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
