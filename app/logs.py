"""The log file: what went wrong and where, never a word of a transcript."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from copy import copy
from io import FileIO, TextIOWrapper
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from app.settings import folder
from corpus import private

log = logging.getLogger(__name__)
_SIZE = 1 << 20  # bytes; one log before is kept


class Discreet(logging.Formatter):
    """Writes of an exception its kind and its way through the program; its message may quote an interview."""

    def format(self, record: logging.LogRecord) -> str:
        # Whoever wrote the record before may have left the error's own words in it.
        own = copy(record)
        own.exc_text = own.stack_info = None
        return super().format(own)

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        lines = []
        while isinstance(error, BaseException):
            frames = extract_tb(error.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            lines.append(f"  {type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


class _Private(logging.FileHandler):
    """A log that its person alone may read."""

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(FileIO(self.baseFilename, self.mode, opener=private.opener), self.encoding, self.errors)


def path() -> Path:
    """Return where the log is kept."""
    return folder("cache") / "verbatim.log"


def start() -> None:
    """Write to the log file from now on; where it can't be written the program goes on without."""
    try:
        if path().is_file() and path().stat().st_size > _SIZE:
            private.tighten(path())
            path().replace(path().with_suffix(".old.log"))
        handler = _Private(path(), encoding="utf-8", errors="backslashreplace", delay=True)
    except OSError:
        return
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for talkative in ("sqlalchemy", "PIL", "matplotlib"):
        logging.getLogger(talkative).setLevel(logging.WARNING)


def catch(tell: Callable[[], object]) -> None:
    """Log errors that nobody expected, and let the person know by `tell`, which is called on the thread that failed."""

    def unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("an unexpected error", exc_info=(kind, error, trace))
        tell()

    def in_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            unexpected(found.exc_type, found.exc_value, found.exc_traceback)

    sys.excepthook = unexpected
    threading.excepthook = in_thread
