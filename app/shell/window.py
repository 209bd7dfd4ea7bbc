"""How the window is opened: as little as possible is imported before it is on the screen."""

from __future__ import annotations

import sys
from pathlib import Path


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on the project at `path`, on the sample study, or on the project of last time.

    Returns when the window is closed: 0, or 3 where no window can be opened, said on stderr in one sentence.
    """
    from app.shell.starting import NO_WINDOW, NoWindow, application

    try:
        qt = application()
    except NoWindow as reason:
        sys.stderr.write(f"{reason}\n")
        return NO_WINDOW
    from app import logs
    from app.hub import Hub
    from app.settings import Settings
    from app.shell.main_window import Window

    logs.start()
    settings = Settings()
    hub = Hub(settings)
    window = Window(hub)
    logs.catch(window.unexpected.emit)
    window.begin(path, sample=sample)
    window.show()
    return qt.exec()
