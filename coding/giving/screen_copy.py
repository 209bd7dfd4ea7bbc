"""A study to look at while others do, in which names are hidden on every page: a copy that stays with its person."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from coding.giving import name_removal
from coding.moment.moment import Moment
from corpus import SUFFIX, private
from corpus.model import new_uid
from corpus.progress import Progress, silent
from corpus.store import sqlite
from corpus.store.project import Project

_KEPT = "hidden"


def covered(moment: Moment, progress: Progress = silent) -> Path:
    """Write a copy in which names are replaced into the person's own folder, and return where it is.

    Rows have the keys they have in the study; codings, and what is found, stay on their words.
    """
    moment = moment.viewed(masking=True)
    path = private.folder(private.of_person("cache") / _KEPT) / f"{new_uid()}{SUFFIX}"
    try:
        private.file(path, new=True)
        sqlite.copy(moment.project.path, path)
        with Project.open(path, coder=moment.project.coder) as copy:
            name_removal.burn(copy, moment, progress)
    except BaseException:
        forget(path)
        raise
    return path


def forget(path: Path) -> None:
    """Take such a copy away; of another file nothing is."""
    if path.parent.name == _KEPT:
        for end in ("", "-wal", "-shm", ".lock"):
            with suppress(OSError):
                path.with_name(path.name + end).unlink(missing_ok=True)
