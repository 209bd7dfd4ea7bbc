"""Where a recipe's files go: all are made beside, within the folder, and take their places once all are there."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from coding.exports import saving
from corpus.errors import ExportFailed

_BESIDE = ".verbatim-new"
_STRANGE = re.compile(r"[^\w.-]+")
_LONGEST = 60


def named(number: int, key: str, suffix: str) -> str:
    """Return what the file of a part is called.

    >>> named(3, "Annexe n° 2 : «Verbatims»/1", ".docx")
    '03-Annexe-n-2-Verbatims-1.docx'
    """
    plain = _STRANGE.sub("-", key).strip("-.")[:_LONGEST]
    return f"{number:02d}-{plain or 'part'}{suffix}"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file; empty where it can't be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def within(folder: Path, name: str) -> Path | None:
    """Return the file of that name in a folder; None where the name leads elsewhere."""
    pure = PurePosixPath(name)
    strange = pure.is_absolute() or not pure.parts or {"..", "."} & set(pure.parts) or "\\" in name or ":" in name
    return None if strange else folder.joinpath(*pure.parts)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a folder within `folder` to write into; nothing of it remains, nor `folder` where it was not there."""
    there = folder.is_dir()
    saving.made(folder)
    place = folder / _BESIDE
    try:
        shutil.rmtree(place, ignore_errors=True)
        saving.made(place)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        if not there:
            with suppress(OSError):
                folder.rmdir()  # which is refused where something is in it


def settle(place: Path, folder: Path, names: list[str]) -> None:
    """Move files from beside to their places; where a folder is called as one raises `ExportFailed` and moves none."""
    targets = [(place / name, folder / name) for name in names]
    taken = next((target for _, target in targets if target.is_dir()), None)
    if taken is not None:
        raise ExportFailed("{name} can't be written: {why}.", name=str(taken), why="a folder is called so")
    for made, target in targets:
        try:
            target.parent.mkdir(exist_ok=True)
            made.replace(target)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise ExportFailed("{name} can't be written: {why}.", name=str(target), why=why) from error
