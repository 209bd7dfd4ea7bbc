"""Tables of the Participants page: one is chosen, read beside the window, and what it brought is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.hub import Hub

Found = TypeVar("Found")


class Brought(Protocol):
    """What a table brought: rows new and brought up to date, and the names that nothing has."""

    @property
    def made(self) -> int:
        """How many are new."""

    @property
    def updated(self) -> int:
        """How many were there."""

    @property
    def unmatched(self) -> Sequence[str]:
        """The names of nobody and nothing."""


def choose(hub: Hub, over: QWidget, title: str, read: Callable[[Path], object]) -> None:
    """Ask for a table, and have it read."""
    kinds = QCoreApplication.translate("tables", "Tables (*.csv *.tsv *.xlsx)")
    name, _ = QFileDialog.getOpenFileName(over, title, str(hub.settings.get("import_folder", Path.home())), kinds)
    if name:
        read(Path(name))


def read(hub: Hub, path: Path, importing: Callable[..., Found], done: Callable[[Found], None], **how: Any) -> None:
    """Read a table beside the window; `how` is what else the importing is told."""
    project = hub.project
    hub.settings.set("import_folder", str(path.absolute().parent))
    hub.jobs.run(
        QCoreApplication.translate("tables", "Reading {name}").format(name=path.name),
        lambda progress: importing(project, path, progress=progress, **how),
        done,
    )


def tell(hub: Hub, found: Brought) -> None:
    """Say how many rows are new, how many were there, and which names nothing has."""
    translate = QCoreApplication.translate
    said = translate("tables", "{made} added, {updated} brought up to date.")
    said = said.format(made=found.made, updated=found.updated)
    unknown = translate("tables", "Not in the project: {names}.").format(names=", ".join(found.unmatched))
    hub.said.emit(f"{said} {unknown}" if found.unmatched else said)
