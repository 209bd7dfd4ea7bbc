"""Draw every page from the sample study, light and dark, in French and in English, at three sizes, and what is hard.

Run as `python -m tests.screenshots FOLDER [PAGE ...]`, offscreen; `QT_SCALE_FACTOR=2` draws at 200 %. Hard material is
drawn as `hard-PAGE` (long names, crowded words, 2,000 codes, 500 documents, 100,000 words), an empty project as
`empty-PAGE`; what stands within a page as `view-WHAT`, what it opens as `form-WHAT`, what asks as `box-WHAT`; `hard`,
`empty`, `view`, `form` and `box` alone are all of these.
"""

from __future__ import annotations

import os
import shutil
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

from app.code.page import CodePage  # noqa: E402
from app.hub import Hub  # noqa: E402
from app.participants.names_tab import NamesTab  # noqa: E402
from app.participants.page import ParticipantsPage  # noqa: E402
from app.settings import Settings  # noqa: E402
from app.shell.main_window import Window  # noqa: E402
from app.shell.preview.dialog import PreviewDialog  # noqa: E402
from corpus.store.project import Project  # noqa: E402
from tests import dialog_scenes, hard_study, mixed_files, question_scenes, view_scenes  # noqa: E402

HARD = (("fr", "light", (1280, 720)), ("en", "dark", (1440, 900)), ("fr", "dark", (2560, 1440)))
SIZES = ((1280, 720), (1440, 900), (2560, 1440))
LANGUAGES = ("fr", "en")
THEMES = ("light", "dark")
DIALOGS = ("keys", "history", "new", "preview", "preview-text", "preview-refused")
TABS = ("organisations", "documents", "consent", "recruitment", "guide", "names")
CODER = "camille"
_IDLE = 8  # looks in a row: what is asked for may take a moment to begin
_LONGEST_MS = 300_000  # 2,000 codes take their time to learn from


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(hub: Hub) -> None:
    """Wait until no job runs and what was asked for is painted."""
    idle = 0
    for _ in range(_LONGEST_MS // 50):
        wait(50)
        idle = 0 if hub.jobs.busy else idle + 1
        if idle == _IDLE:
            break


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
        [people] = window.findChildren(ParticipantsPage)
        people.tabs.setCurrentIndex(number)
        if isinstance(people.shown, NamesTab):
            people.shown.look()
        return window

    shows = {"participants": partial(tab, 0)}
    yield from ((name, shows.get(name, partial(page, name))) for name in window.page_names)
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
    for width, height in SIZES if not wanted or any(not _furnished(name) for name in wanted) else ():
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
    _draw_furnished(window, folder, room, wanted, f"{language}-{theme}")
    window.close()
    window.deleteLater()
    wait(1)


def hard_scenes(window: Window) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give what shows each page of the hard study, the Code page where words are crowded and in a long text."""

    def read(document: int, offset: int, *, chosen: bool) -> QWidget:
        window.show_page("code")
        [code] = window.findChildren(CodePage)
        code.open_document(document)
        pane = code.reading.pane
        pane.scroll_to(offset, "top")
        pane.select_coding(pane.stripes()[-1].key if chosen else None)
        code.look()
        return window

    for name, document, offset in (("twelve", 1, 0), ("forty", 1, 4_000), ("long", 2, 300_000)):
        yield f"code-{name}", partial(read, document, offset, chosen=False)
    yield "code-chosen", partial(read, 1, 0, chosen=True)
    slow = ("theory", "review")  # these learn from 2,000 codes, and what is counted waits for them
    others = sorted((name for name in window.page_names if name != "code"), key=lambda name: name in slow)
    yield from ((name, partial(_page, window, name)) for name in others)


def _page(window: Window, name: str) -> QWidget:
    window.show_page(name)
    return window


def draw_study(folder: Path, study: Path, room: Path, kind: str, wanted: set[str]) -> None:
    """Draw a study that is hard to show, each look at one size."""
    for language, theme, (width, height) in HARD:
        settings = Settings(room / f"{kind}-{language}-{theme}.json")
        for setting, value in (("language", language), ("theme", theme), ("coder", CODER)):
            settings.set(setting, value)
        hub = Hub(settings)
        window = Window(hub)
        window.show()
        window.resize(width, height)
        hub.open(study)
        settle(hub)
        pages = ((name, partial(_page, window, name)) for name in window.page_names)
        for name, show in hard_scenes(window) if kind == "hard" else pages:
            if not wanted & {kind, f"{kind}-{name}"} and wanted:
                continue
            show()
            settle(hub)
            window.grab().save(str(folder / f"{kind}-{name}-{language}-{theme}-{width}x{height}.png"))
        hub.close()
        window.close()
        window.deleteLater()
        wait(1)


def _furnished(name: str) -> bool:
    """Say whether a scene is of the study with long names."""
    return name in dialog_scenes.NAMES or name.startswith(("view", "form", "box"))


def _draw_furnished(window: Window, folder: Path, room: Path, wanted: set[str], how: str) -> None:
    """Draw the dialogs of a study with long names, and what stands within its pages, in the smallest window."""
    if wanted and not any(map(_furnished, wanted)):
        return
    window.resize(*SIZES[0])
    window.hub.open(room / "furnished.verbatim")
    settle(window.hub)
    asked = question_scenes.scenes(window, room)
    for name, show in (*dialog_scenes.scenes(window, room), *view_scenes.scenes(window), *asked):
        if not wanted or wanted & {name, name.partition("-")[0]}:
            shown = show()
            settle(window.hub)
            shown.grab().save(str(folder / f"{name}-{how}.png"))
            if shown is not window:
                shown.close()


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
        shutil.copyfile(study, Path(room) / "furnished.verbatim")
        dialog_scenes.furnish(Path(room) / "furnished.verbatim")
        mixed_files.written(Path(room) / "files")
        if not wanted or not all(name.startswith(("hard", "empty")) for name in wanted):
            for language, theme in product(LANGUAGES, THEMES):
                draw(folder, study, Path(room), wanted, language, theme)
        for kind, build in (("hard", hard_study.build), ("empty", Project.create)):
            if not wanted or any(name.startswith(kind) for name in wanted):
                build(Path(room) / f"{kind}.verbatim", coder=CODER).close()
                draw_study(folder, Path(room) / f"{kind}.verbatim", Path(room), kind, wanted)


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
