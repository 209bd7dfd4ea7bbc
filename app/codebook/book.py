"""The codes of the opened project as the window shows them, kept up with every change without reading all again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coding import codebook, codings, frameworks
from corpus.errors import NothingThere, UnknownCode
from corpus.model import Code, Coding, Cue, Framework

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.frameworks import FrameworkInfo
    from corpus.project import Changes, Project

_FEW_CODINGS = 40  # up to here one reads them one by one
_FEW_CODES = 2


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change did to the book: `codes` says whether their tree is another, `counted` whose counts are."""

    codes: bool = False
    counted: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()


class Book:
    """Codes by key in tree order, and how often each is used; the counts in its `CodeInfo` may be older than these."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.codes: dict[int, CodeInfo] = {}
        self.frameworks: list[FrameworkInfo] = []
        self._children: dict[int, list[int]] = {}
        self._tops: dict[str | None, list[int]] = {}
        self._placed: dict[int, tuple[int, int]] = {}
        self._uses: dict[int, Counter[int]] = {}
        self._own: Counter[int] = Counter()
        self._totals: Counter[int] | None = None
        self._coded: Counter[int] = Counter()
        self._read_codes()
        self._read_codings()

    def _read_codes(self) -> None:
        self.frameworks = frameworks.listed(self.project)
        self._arrange(codebook.listed(self.project))

    def _arrange(self, codes: Iterable[CodeInfo]) -> None:
        self.codes = {code.key: code for code in codes}
        self._totals = None
        self._children, self._tops = {}, {None: [], **{info.framework: [] for info in self.frameworks}}
        for code in self.codes.values():
            beside = self._tops[code.framework] if code.parent is None else self._children.setdefault(code.parent, [])
            beside.append(code.key)

    def _read_codings(self) -> None:
        rows = codings.uses(self.project)
        self._placed = {coding: (code, document) for coding, document, code in rows}
        self._uses, self._own, self._coded, self._totals = {}, Counter(), Counter(), None
        for (code, document), times in Counter(self._placed.values()).items():
            self._count(code, document, times)

    def _count(self, code: int, document: int, step: int) -> None:
        uses = self._uses.setdefault(code, Counter())
        uses[document] += step
        self._own[code] += step
        if self._totals is not None:
            self._totals.update(dict.fromkeys(self.above(code), step))
        self._coded[document] += step
        if not uses[document]:
            del uses[document]

    # asked

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
        """Count the codings with this code itself."""
        return self._own[key]

    def total(self, key: int) -> int:
        """Count the codings with a code or one under it."""
        if self._totals is None:
            self._totals = Counter()
            for code, own in self._own.items():
                self._totals.update(dict.fromkeys(self.above(code), own))
        return self._totals[key]

    def documents(self, key: int) -> int:
        """Count the documents in which a code or one under it is used."""
        return len({document for one in self.subtree(key) for document in self._uses.get(one, ())})

    def coded(self, document: int) -> int:
        """Count the codings in a document."""
        return self._coded[document]

    # kept up

    def take(self, changes: Changes) -> Touched:
        """Keep up with a committed change, and say what it did."""
        codes = changes.touches(Code, Cue, Framework)
        if codes and (changes.touches(Cue, Framework) or not self._take_codes(changes.of(Code))):
            self._read_codes()
        keys = changes.of(Coding)
        if len(keys) > _FEW_CODINGS:
            self._read_codings()
            return Touched(codes, frozenset(self.codes), frozenset(self._coded))
        counted, documents = self._take_codings(keys)
        above = {up for key in counted for up in self.above(key)}
        return Touched(codes, frozenset(above), frozenset(documents))

    def _take_codes(self, keys: frozenset[int]) -> bool:
        """Take in a few codes without children, the rest being as it was; tell whether that was possible."""
        if len(keys) > _FEW_CODES or any(self.children(key) for key in keys):
            return False
        codes = dict(self.codes)
        for key in keys:
            codes.pop(key, None)
            try:
                codes[key] = codebook.get(self.project, key)
            except UnknownCode:
                continue
            if (parent := codes[key].parent) is not None and parent not in codes:
                return False
        self._arrange(_in_tree_order(codes.values(), [info.framework for info in self.frameworks]))
        return True

    def _take_codings(self, keys: Iterable[int]) -> tuple[set[int], set[int]]:
        counted: set[int] = set()
        documents: set[int] = set()
        for key in keys:
            before = self._placed.pop(key, None)
            try:
                info = codings.get(self.project, key)
            except NothingThere:
                after = None
            else:
                after = self._placed[key] = (info.code, info.document)
            for place, step in ((before, -1), (after, 1)):
                if place is not None:
                    self._count(*place, step)
                    counted.add(place[0])
                    documents.add(place[1])
        return counted, documents


def _in_tree_order(codes: Iterable[CodeInfo], order: list[str]) -> list[CodeInfo]:
    books = {framework: number for number, framework in enumerate(order)}
    under: dict[int | None, list[CodeInfo]] = {}
    for code in codes:
        under.setdefault(code.parent, []).append(code)
    for beside in under.values():
        beside.sort(key=lambda code: (books.get(code.framework or "", -1), code.position, code.key))
    found: list[CodeInfo] = []
    waiting = under.get(None, [])[::-1]
    while waiting:
        code = waiting.pop()
        found.append(code)
        waiting.extend(under.get(code.key, [])[::-1])
    return found
