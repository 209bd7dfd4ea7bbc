"""Archives, `.zip`: the files in them, as if they lay in a folder of the archive's name."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.finding import hidden

SUFFIX = ".zip"
MOST = 2_000
"""How many files an archive may hold."""


def is_one(path: Path) -> bool:
    """Say whether a path is that of an archive, itself in none."""
    return path.suffix.lower() == SUFFIX and path.is_file()


def parted(path: Path) -> tuple[Path, Path | None]:
    """Return an archive and the path of a file in it, where `path` names such a file; else `path` alone."""
    archive = next((above for above in path.parents if above.suffix.lower() == SUFFIX and above.is_file()), None)
    return (path, None) if archive is None else (archive, path)


def listed(path: Path) -> list[Path]:
    """Return the files of an archive in their order, each as the path it would have if the archive were a folder."""
    safety.check(path)
    with safety.unzipped(path) as archive:
        return list(dict.fromkeys(_inside(path, one) for one in _files(path, archive, None)))


def members(path: Path, only: Path | None = None) -> Iterator[tuple[Path, bytes | ImportFailed]]:
    """Yield the files of an archive, or `only` one, each with its path and its bytes, or why it has none."""
    safety.check(path)
    with safety.unzipped(path) as archive:
        for one in _files(path, archive, only):
            inside = _inside(path, one)
            link = stat.S_ISLNK(one.external_attr >> 16)
            refused = ImportFailed(inside, "{name} is not a regular file.", name=inside.name)
            yield inside, refused if link else safety.member(path, archive, one)


def _files(path: Path, archive: zipfile.ZipFile, only: Path | None) -> list[zipfile.ZipInfo]:
    name = only and only.relative_to(path).as_posix()
    files = [one for one in archive.infolist() if one.filename == name]  # so that of thousands each is found at once
    if not files:
        wanted = (one for one in archive.infolist() if _wanted(one) and only in (None, _inside(path, one)))
        files = sorted(wanted, key=lambda one: one.filename)
    if len(files) > MOST:
        raise ImportFailed(path, "{name} holds more than {most} files: split it.", name=path.name, most=MOST)
    if not files:
        raise ImportFailed(path, "{name} holds no file to import.", name=path.name)
    return files


def _inside(path: Path, member: zipfile.ZipInfo) -> Path:
    return path / PurePosixPath(member.filename)


def _wanted(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is a file that a person put there."""
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and bool(parts) and "__MACOSX" not in parts and not any(map(hidden, parts))
