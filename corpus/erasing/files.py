"""What the program keeps beside a project file: copies from before an upgrade, and what it can work out again."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus import private
from corpus.errors import ProjectError
from corpus.store import schema
from corpus.store.project import Project

_TIMES = 3  # as large as the file: its log, and the file written anew


def check_room(project: Project) -> None:
    """Raise `ProjectError` where the disk has no room to write the file anew."""
    if not project.writable:
        raise project.read_only()
    size = sum(one.stat().st_size for one in own(project.path) if one.exists())
    if shutil.disk_usage(project.path.resolve().parent).free < _TIMES * size:
        sentence = "There is too little room on the disk to write {name} anew; nothing was done."
        raise ProjectError(sentence, name=project.path.name)


def own(path: Path) -> list[Path]:
    """Return the project file, and what SQLite and the program put beside it."""
    there = path.resolve()
    return [there, *(there.with_name(there.name + end) for end in ("-wal", "-shm", "-journal"))]


def backups(project: Project) -> list[Path]:
    """Return the copies of a project from before it was brought up to date."""
    return schema.backups(project.path)


def forget_backups(project: Project) -> tuple[tuple[str, ...], list[ProjectError]]:
    """Take these copies away; return the names of those that went, and why others can't be."""
    removed, refused = list[str](), list[ProjectError]()
    for path in backups(project):
        try:
            path.unlink()
            removed.append(path.name)
        except OSError as error:
            sentence = "{name} is a copy from before, with all that was erased, and can't be removed: {why}."
            refused.append(ProjectError(sentence, name=path.name, why=error.strerror or "?"))
    return tuple(removed), refused


def caches(key: str) -> list[Path]:
    """Return what is kept of a project, by its key, in the person's cache: the index of its words, and vectors."""
    folder = private.of_person("cache")
    return [folder / "search" / key, *sorted((folder / "meanings").glob(f"{key}*"))]


def forget_caches(project: Project) -> None:
    """Take away what can be worked out again."""
    for path in caches(project.key):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
