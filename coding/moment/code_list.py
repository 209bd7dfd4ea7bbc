"""The codes of a study as trees and lists show them: where each stands, and how often it is used."""

from __future__ import annotations

from dataclasses import dataclass

from coding.codebook import CodeInfo
from coding.codebook.frameworks import FrameworkInfo
from coding.moment.counts import Counts, counts
from coding.moment.moment import Moment
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed in a book: `codes` says whether their tree is another, `counted` whose counts are."""

    codes: bool = False
    counted: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()


class Book:
    """Codes by key in tree order, and how often each is used; `take` keeps it up with the study."""

    def __init__(self, moment: Moment) -> None:
        self._set(moment)

    @property
    def project(self) -> Project:
        """The study."""
        return self.moment.project

    def _set(self, moment: Moment) -> None:
        self.moment = moment
        self.codes: dict[int, CodeInfo] = moment.codes
        self.frameworks: list[FrameworkInfo] = moment.frameworks
        self._counts: Counts = counts(moment)
        self._children, self._tops = moment.keep("tree", (self.codes, self.frameworks), self._tree)

    def _tree(self) -> tuple[dict[int, list[int]], dict[str | None, list[int]]]:
        children: dict[int, list[int]] = {}
        tops: dict[str | None, list[int]] = {None: [], **{info.framework: [] for info in self.frameworks}}
        for code in self.codes.values():
            beside = tops[code.framework] if code.parent is None else children.setdefault(code.parent, [])
            beside.append(code.key)
        return children, tops

    def take(self, moment: Moment) -> Touched:
        """Show a later moment, and say what is different."""
        codes, old = self.codes, self._counts
        self._set(moment)
        if old is self._counts:
            return Touched(codes is not self.codes)
        parts = ("segments", "own", "documents")
        counted = {key for part in parts for key, _ in getattr(old, part).items() ^ getattr(self._counts, part).items()}
        documents = {key for key, _ in old.coded.items() ^ self._counts.coded.items()}
        return Touched(codes is not self.codes, frozenset(counted & self.codes.keys()), frozenset(documents))

    def tops(self, framework: str | None = None) -> list[int]:
        """Give the codes at the top of the first cycle, or of a framework."""
        return self._tops.get(framework, [])

    def children(self, key: int) -> list[int]:
        """Give the codes right under a code."""
        return self._children.get(key, [])

    def siblings(self, key: int) -> list[int]:
        """Give the codes at the same place, the code itself among them."""
        code = self.codes[key]
        return self.tops(code.framework) if code.parent is None else self.children(code.parent)

    def subtree(self, key: int) -> list[int]:
        """Give a code and all under it."""
        found = [key]
        for one in found:
            found.extend(self.children(one))
        return found

    def above(self, key: int) -> list[int]:
        """Give a code and each above it, nearest first."""
        found: list[int] = []
        at: int | None = key
        while at is not None and at in self.codes:
            found.append(at)
            at = self.codes[at].parent
        return found

    def own(self, key: int) -> int:
        """Count the coded segments of a code itself."""
        return self._counts.own.get(key, 0)

    def total(self, key: int) -> int:
        """Count the coded segments of a code with those of the codes under it, each once."""
        return self._counts.segments.get(key, 0)

    def documents(self, key: int) -> int:
        """Count the documents in which a code or one under it is used."""
        return self._counts.documents.get(key, 0)

    def coded(self, document: int) -> int:
        """Count the coded segments in a document."""
        return self._counts.coded.get(document, 0)
