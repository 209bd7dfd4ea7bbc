"""Archives, `.zip`: the files in them, as if they lay in a folder of the archive's name."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.finding import hidden

SUFFIX = ".zip"
MOST = 2_000
"""How many files an archive may hold."""


def parted(path: Path) -> tuple[Path, Path | None]:
    """Return an archive and the path of a file in it, where `path` names such a file; else `path` alone."""
    archive = next((above for above in path.parents if above.suffix.lower() == SUFFIX and above.is_file()), None)
    return (path, None) if archive is None else (archive, path)


def members(path: Path, data: bytes, only: Path | None = None) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of an archive in their order, each with the path it would have if the archive were a folder."""
    if safety.sniff(data) not in ("zip", "office", "epub", "docx", "odt"):
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name)
    with safety.unzipped(path, data) as archive:
        files = sorted((one for one in archive.infolist() if _wanted(one)), key=lambda one: one.filename)
        if len(files) > MOST:
            raise ImportFailed(path, "{name} holds more than {most} files: split it.", name=path.name, most=MOST)
        if not files:
            raise ImportFailed(path, "{name} holds no file to import.", name=path.name)
        for one in files:
            inside = path / PurePosixPath(one.filename)
            if only in (None, inside):
                yield inside, safety.member(path, archive, one.filename)


def _wanted(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is a file that a person put there."""
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and bool(parts) and "__MACOSX" not in parts and not any(map(hidden, parts))
