"""What documents are called: by their file, and by its folder where the file alone does not tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from corpus.cleaning import clean_title, file_title
from corpus.drafts import Draft

_DEPTH = 3


def source(path: Path) -> str:
    """Return a file's name with the two folders it is in, parted by slashes: what tells it from others of its name."""
    return "/".join(map(file_title, path.absolute().parts[1:][-_DEPTH:]))


def names(drafts: Iterable[Draft], taken: Mapping[str, str | None]) -> list[str]:
    """Return what new documents are called, in order: each name is free, and holds the folder where files share it.

    `taken` are the names of those that are there, with their sources where they are known.
    """
    drafts = list(drafts)
    used = set(taken)
    alike: dict[str, list[Path]] = {}
    for draft in drafts:
        alike.setdefault(_title(draft), []).append(draft.path.absolute().parent)
    found = []
    for draft in drafts:
        title, folder = _title(draft), draft.path.absolute().parent
        elsewhere = title in taken and _folder(taken[title]) != _folder(source(draft.path))
        if elsewhere or len(set(alike[title])) > 1:
            title = clean_title(f"{_apart(folder, alike[title])} {title}")
        found.append(_free(title, used))
        used.add(found[-1])
    return found


def _folder(source: str | None) -> str | None:
    return source and source.rpartition("/")[0]


def _title(draft: Draft) -> str:
    return clean_title(draft.name) or "?"


def _apart(folder: Path, others: Sequence[Path]) -> str:
    """Return the last folders of a path, as many as tell it from the others."""
    parts = folder.parts[1:]
    for depth in range(1, len(parts)):
        if sum(other.parts[-depth:] == parts[-depth:] for other in set(others)) == 1:
            return " ".join(parts[-depth:])
    return " ".join(parts[-1:])


def _free(wanted: str, used: set[str]) -> str:
    if wanted not in used:
        return wanted
    return next(name for n in range(2, len(used) + 3) if (name := f"{wanted} ({n})") not in used)
