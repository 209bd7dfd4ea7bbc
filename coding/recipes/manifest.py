"""The manifest beside what a recipe made: what each file is, of which state of the study, and how to tell it is stale.

It tells of no machine, no path, no time but the study's own, and nobody whom the mask hides.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import func, select

from coding.exports import notes
from coding.moment.moment import Moment
from coding.recipes import files
from coding.recipes.recipe import Recipe
from corpus.errors import NothingThere, WorkbenchError
from corpus.model import Change
from corpus.store.project import Project

NAME = "manifest.json"
_LARGEST = 10_000_000  # bytes

State = Literal["same", "edited", "gone", "stale"]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was made: its name within the folder, what it is, how many rows it has (None: many tables)."""

    file: str
    part: str
    title: str
    rows: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was made, by which recipe, of which study after which change."""

    recipe: str
    recipe_sha256: str
    lineage: str
    change: str
    languages: tuple[str, ...]
    files: tuple[WrittenFile, ...]
    template: str
    parts: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class FolderState:
    """How a folder stands to the study: how many `changes` since (None: not of this study, or of a state it has lost).

    Of each file it says whether it is the `same`, `edited` or `gone` since; or, where all was made `anew`, `stale`: it
    would be otherwise now. `why` says why that could not be told.
    """

    manifest: Manifest
    changes: int | None
    files: Mapping[str, State]
    anew: bool = False
    why: WorkbenchError | None = None

    @property
    def fresh(self) -> bool:
        """Whether all is as the recipe would make it now."""
        known = self.changes == 0 or (self.changes is not None and self.anew)
        return known and set(self.files.values()) <= {"same"}


def sha256(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def body(
    moment: Moment,
    recipe: Recipe,
    languages: Sequence[str],
    written: Sequence[WrittenFile],
    empty: Sequence[str],
    template: str,
) -> bytes:
    """Return a manifest as a file; `empty` are titles of what had nothing to say."""
    lineage, _, change = moment.project.stamp()
    text = moment.mask.text
    document: dict[str, Any] = {
        "format": 1,
        "program": f"Verbatim {_version()}",
        "recipe": {"name": text(recipe.name), "sha256": sha256(recipe.text)},
        "study": {"lineage": lineage, "change": change, "day": notes.day(moment)},
        "languages": list(languages),
        "parts": sorted(recipe.wanted) if recipe.wanted is not None else None,
        "view": {
            "mask": recipe.mask or recipe.blind,
            "blind": recipe.blind,
            "human-only": recipe.human,
            "reread-only": recipe.reread,
            "coders": [text(one) for one in recipe.coders],
            "sets": [text(one) for one in recipe.sets],
        },
        "seeds": _seeds(),
        "template": template,
        "files": [asdict(one) for one in written],
        "empty": list(empty),
    }
    return (json.dumps(moment.makers.out(document), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("verbatim-workbench")
    except metadata.PackageNotFoundError:
        return "?"


def _seeds() -> dict[str, int]:
    from coding.agreement.stretches import AgreementScope

    return {"agreement": AgreementScope(()).seed}


def read(folder: Path) -> Manifest:
    """Read the manifest of a folder; raises `NothingThere` where there is none that can be read."""
    path = folder / NAME
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        kept = json.loads(path.read_bytes())
        written = tuple(WrittenFile(**{name: one[name] for name in WrittenFile.__slots__}) for one in kept["files"])
        found = Manifest(
            str(kept["recipe"]["name"]),
            str(kept["recipe"]["sha256"]),
            str(kept["study"]["lineage"]),
            str(kept["study"]["change"]),
            tuple(map(str, kept["languages"])),
            written,
            str(kept["template"]),
            frozenset(map(int, kept["parts"])) if kept["parts"] is not None else None,
        )
        if not all(isinstance(one.file, str) and files.within(folder, one.file) for one in written):
            raise ValueError
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise NothingThere("Nothing that a recipe made is in {folder}.", folder=str(folder)) from error
    return found


def known(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, None where there is none."""
    try:
        return read(folder)
    except NothingThere:
        return None


def check(project: Project, folder: Path) -> FolderState:
    """Say how what was made stands to the study as it is now, and to the files as they are; see `read`."""
    found = read(folder)
    states = {one.file: _state(folder / one.file, one.sha256) for one in found.files}
    return FolderState(found, _since(project, found), states)


def standing(project: Project, folder: Path | None) -> FolderState | None:
    """Return how a folder stands to the study, None where nothing that a recipe made is there; see `check`."""
    try:
        return check(project, folder) if folder is not None else None
    except NothingThere:
        return None


def _state(path: Path, known: str) -> State:
    now = files.digest(path)
    return "same" if now == known else "edited" if now else "gone"


def _since(project: Project, found: Manifest) -> int | None:
    if found.lineage != project.lineage:
        return None
    with project.read() as session:
        last = session.scalar(select(Change.id).where(Change.uid == found.change))
        if last is None:
            return None if found.change else session.scalar(select(func.count(Change.id)))
        return session.scalar(select(func.count(Change.id)).where(Change.id > last))


def tidy(folder: Path, before: Manifest | None, now: Sequence[str]) -> None:
    """Remove what an earlier run made, this one did not, and nobody has touched since."""
    for one in before.files if before is not None else ():
        path = files.within(folder, one.file)
        if path is not None and one.file not in now and files.digest(path) == one.sha256:
            path.unlink(missing_ok=True)
