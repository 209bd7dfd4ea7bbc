"""The parts of a Word document's package, found by what they are to its main part."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import ImportFailed
from corpus.importers import safety

if TYPE_CHECKING:
    from lxml.etree import _Element

# Tags and ends of tags in one part: three times those of a thousand pages.
_MOST_TAGS = 6_000_000


class Relation(NamedTuple):
    """What another part is to the main one: its key in the text, its kind, and its name or the address of a file."""

    key: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An opened document: `main` is the name of the part that holds its text."""

    path: Path
    archive: zipfile.ZipFile
    names: frozenset[str]
    main: str
    relations: tuple[Relation, ...]

    @classmethod
    def of(cls, path: Path, archive: zipfile.ZipFile) -> Package:
        """Find the main part and what belongs to it; refused where there is no text."""
        bare = cls(path, archive, frozenset(archive.namelist()), "", ())
        targets = (one.target for one in bare._related("", "_rels/.rels") if one.kind == "officeDocument")
        main = next((name for name in (*targets, "word/document.xml") if name in bare.names), None)
        if main is None:
            raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
        folder, name = posixpath.split(main)
        relations = tuple(bare._related(folder, posixpath.join(folder, "_rels", f"{name}.rels")))
        return cls(path, archive, bare.names, main, relations)

    def _related(self, folder: str, part: str) -> Iterator[Relation]:
        for one in self.xml(part) if part in self.names else ():
            kind = one.get("Type", "").rpartition("/")[2]
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relation(one.get("Id", ""), kind, target if outside else inside, outside)

    def bytes(self, part: str) -> bytes:
        """Return a part as it is."""
        return safety.member(self.path, self.archive, part)

    def xml(self, part: str) -> _Element:
        """Return a part that is XML."""
        data = self.bytes(part)
        if data.count(b"<") > _MOST_TAGS:
            name = self.path.name
            raise ImportFailed(
                self.path, "{name} unpacks to far more than a document holds: it is not opened.", name=name
            )
        return safety.xml(self.path, data)

    def parts(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind, such as `footnotes`; the usual name where nothing points to one."""
        found = [one.target for one in self.relations if one.kind == kind and one.target in self.names]
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return list(dict.fromkeys(found)) or ([usual] if usual in self.names else [])

    def related(self, key: str) -> Relation | None:
        """Return what the text names by a key."""
        return next((one for one in self.relations if one.key == key), None)
