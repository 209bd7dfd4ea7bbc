"""One writer at a time: a lock that the operating system takes back from a process that dies."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from corpus.errors import ProjectError, ProjectLocked
from corpus.model.base import now

# The lock covers one byte far beyond the note, so that others can read who holds it (Windows locks are mandatory).
_LOCKED_BYTE = 1 << 30


def lock_path(project: Path) -> Path:
    """Return where the lock of `project` lies: beside the file itself, whatever link led to it."""
    project = project.resolve()
    return project.with_name(f".{project.name}.lock")


class WriteLock:
    """Held from making to `release`; raises `ProjectLocked` naming who holds the project otherwise."""

    def __init__(self, project: Path, coder: str) -> None:
        self._path = lock_path(project)
        self._file = self._taken(project)
        note = {"coder": coder, "host": socket.gethostname(), "pid": os.getpid(), "at": now()}
        # The lock holds without its note, which a full disk may refuse.
        with contextlib.suppress(OSError):
            self._file.truncate(0)
            self._file.write(json.dumps(note).encode())

    def _taken(self, project: Path) -> FileIO:
        while True:
            try:
                file = FileIO(self._path, "a+b", opener=_like(project))
            except OSError as error:
                raise ProjectError(
                    "{name} can't be written: its folder does not allow it.", name=project.name
                ) from error
            if not _try_lock(file):
                with file:
                    note = holder(project)
                    raise ProjectLocked(_sentence(note), name=project.name, **note)
            if self._still_there(file):
                return file
            file.close()

    def _still_there(self, file: FileIO) -> bool:
        """Say whether `file` is the lock, for its last holder may have removed it between our opening and locking."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the project back; others may write."""
        if self._file.closed:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()


def _like(project: Path) -> Callable[[str, int], int]:
    """Return what opens a lock for those who may open its project, and for nobody else."""
    mode = stat.S_IMODE(project.stat().st_mode) & 0o666
    return lambda path, flags: os.open(path, flags, mode)


def holder(project: Path) -> dict[str, str]:
    """Return what the lock's note says of who holds it: coder, host, pid, at."""
    try:
        note = json.loads(lock_path(project).read_bytes() or b"{}")
    except (OSError, ValueError):
        return {}
    if not isinstance(note, dict):
        return {}
    return {key: str(note[key]) for key in ("coder", "host", "pid", "at") if key in note}


def _sentence(note: dict[str, str]) -> str:
    if len(note) == 4:
        return "{name} is being written by {coder} (process {pid} on {host}, since {at}); close it there first."
    return "{name} is being written by another process; close it there first."


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: FileIO) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: FileIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
