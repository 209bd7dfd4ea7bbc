"""What the program writes for itself is for its person alone, whatever the umask; on Windows their profile is."""

from __future__ import annotations

import gzip
import logging
import os
import stat
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
log = logging.getLogger(__name__)


def opener(path: str, flags: int) -> int:
    """Open for `open(…, opener=opener)`: a new file is its owner's alone, an older one becomes so."""
    made = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), FILE)
    if flags & os.O_CREAT:
        tighten(Path(path))
    return made


def file(path: Path, *, new: bool = False) -> None:
    """Make an empty file; where one is there already it is kept, and refused if it has to be `new`."""
    os.close(opener(str(path), os.O_WRONLY | os.O_CREAT | (os.O_EXCL if new else 0)))


def folder(path: Path) -> Path:
    """Make a folder, with those above it that are missing, or close one that is there to others."""
    if not path.parent.exists():
        folder(path.parent)
    path.mkdir(mode=FOLDER, exist_ok=True)
    tighten(path)
    return path


def tighten(path: Path) -> None:
    """Take from others what an earlier version gave them."""
    if os.name == "nt":
        return
    with suppress(OSError):  # another's file stays as it is
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            path.chmod(mode & FOLDER)


def of_person(kind: str) -> Path:
    """Return the person's folder for `config`, `cache` or `data`, made if it is missing, and closed to others."""
    import platformdirs

    find = {
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
        "data": platformdirs.user_data_path,
    }[kind]
    return folder(find("verbatim", appauthor=False))


def kept(name: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is kept in the person's cache by a name, else make it, and keep it where that can be written."""
    try:
        return gzip.decompress((of_person("cache") / name).read_bytes())
    except (OSError, EOFError, zlib.error):
        made = make()
    try:
        beside = folder(of_person("cache") / name.parent) / f"{name.name}.{os.getpid()}"
        with open(beside, "wb", opener=opener) as out:
            out.write(gzip.compress(made, 1))
        beside.replace(beside.with_name(name.name))
    except OSError as error:
        log.warning("%s can't be kept: errno %s", name.name, error.errno)
    return made
