"""Which files are meant by the paths a person names: those themselves, and those in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

# What programs leave beside a person's files, and the person's own projects.
_SYSTEM_FILES = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))
_SYSTEM_ENDINGS = (".verbatim", ".verbatim-wal", ".verbatim-shm")


class PassedOver(NamedTuple):
    """What `find` leaves out of folders: files that no person put there, and folders it did not go into."""

    hidden: list[Path]
    folders: list[Path]


def find(paths: Iterable[Path], recursive: bool = False) -> list[Path]:
    """Return the files to import: those named, and those in folders, sorted; each once.

    A file is kept whatever its type, so that it is refused with a reason. What `passed_over` returns is left out;
    `recursive` goes into the folders below.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        files = _in_folder(path, recursive)[0] if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.absolute(), file)
    return list(found.values())


def passed_over(paths: Iterable[Path], recursive: bool = False) -> PassedOver:
    """Return what `find` leaves out: hidden files, locks (`~$x.docx`) and projects, and folders within folders."""
    over = [_in_folder(path, recursive)[1] for path in map(Path, paths) if path.is_dir()]
    return PassedOver(*(sorted({path for each in over for path in each[n]}) for n in range(2)))


def _in_folder(folder: Path, recursive: bool) -> tuple[list[Path], PassedOver]:
    files: list[Path] = []
    over = PassedOver([], [])
    # A folder that may not be read is refused as a file is.
    for parent, folders, names in os.walk(folder, onerror=lambda error: files.append(Path(error.filename))):
        for name in names:
            (over.hidden if hidden(name) else files).append(Path(parent, name))
        into = [
            name for name in folders if recursive and not name.startswith(".") and not Path(parent, name).is_symlink()
        ]
        over.hidden.extend(Path(parent, name) for name in folders if name.startswith("."))
        over.folders.extend(Path(parent, name) for name in folders if name not in into and not name.startswith("."))
        folders[:] = into
    return sorted(files), over


def hidden(name: str) -> bool:
    """Say whether a file is none that a person put there: a hidden one, a lock, or a project."""
    plain = name.lower()
    return plain.startswith((".", "~$")) or plain in _SYSTEM_FILES or plain.endswith(_SYSTEM_ENDINGS)
