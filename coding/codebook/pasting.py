"""Codes from a list that was pasted: what stands further right goes under what stands above it, `a/b` goes under a."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coding.codebook import CodeInfo, codes, tree
from coding.codebook.names import clean_name
from corpus.cleaning import clean_line
from corpus.errors import CodingError
from corpus.store.project import Project
from corpus.words import folded

_TAB = 4  # blanks that a tab stands for
_BULLET = re.compile(r"(?:[-–—•◦▪*·]|[0-9]{1,3}[.)])(?:[ ]+|$)")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastedCode:
    """A code that a list names: its names from the top down, and whether it is in the project already.

    `line` is the line that named it first, counted from 1.
    """

    names: Names
    line: int
    there: bool

    @property
    def depth(self) -> int:
        """How many codes of the list it stands under."""
        return len(self.names) - 1


def read(text: str) -> list[tuple[int, Names]]:
    r"""Return line and names of every code of a list, those above it first, each once.

    >>> read("Accueil\n  - attente\nPrix/remises")
    [(1, ('Accueil',)), (2, ('Accueil', 'attente')), (3, ('Prix',)), (3, ('Prix', 'remises'))]
    """
    found: dict[Names, int] = {}
    above: list[tuple[int, Names]] = []  # how far right each code stands under which the next line may go
    for number, line in enumerate(text.splitlines(), 1):
        indent, names = _of_line(line)
        if not names:
            continue
        while above and above[-1][0] >= indent:
            above.pop()
        base = above[-1][1] if above else ()
        for n in range(1, len(names) + 1):
            found.setdefault((*base, *names[:n]), number)
        above.append((indent, (*base, *names)))
    return [(number, names) for names, number in found.items()]


def _of_line(line: str) -> tuple[int, Names]:
    """Return how far right the words of a line begin, and the names on it; bullets and numbers are let go."""
    line = line.rstrip().expandtabs(_TAB)
    words = line.lstrip()
    bullet = _BULLET.match(words)
    words = words[bullet.end() :] if bullet else words
    names = tree.names_of(words) if words.startswith("/") else words.strip("/").split("/")
    return len(line) - len(line.lstrip()), tuple(name for name in map(clean_line, names) if name)


def proposed(
    text: str, known: Mapping[int, CodeInfo], *, parent: int | None = None, framework: str | None = None
) -> list[PastedCode]:
    """Return the codes that a list names, as they would come under `parent` or to the top of a book."""
    there = _places(known, parent, framework)
    return [PastedCode(names, line, tuple(map(folded, names)) in there) for line, names in read(text)]


def _places(known: Mapping[int, CodeInfo], parent: int | None, framework: str | None) -> set[Names]:
    """Return the folded names of the codes under a parent, from there down."""
    found: dict[int, Names] = {}
    for key, code in known.items():  # in tree order: what is above comes first
        if code.parent == parent and (parent is not None or code.framework == framework):
            found[key] = (folded(code.name),)
        elif code.parent in found:
            found[key] = (*found[code.parent], folded(code.name))
    return set(found.values())


def paste(project: Project, text: str, *, parent: int | None = None, framework: str | None = None) -> list[int]:
    """Make the codes of a list that lack, under `parent` or at the top, as one change; return the new keys.

    A code that is there already, case and accents let go, stays as it is, and what goes under it does.
    """
    wanted = read(text)
    if not wanted:
        raise CodingError("There is no name in this list.")
    with project.change("Paste codes") as session:
        book = codes.book_of(session, parent, framework)
        at: dict[Names, int | None] = {(): parent}
        beside: dict[int | None, dict[str, int]] = {}
        made: list[int] = []
        for _, names in wanted:
            above, name = at[tuple(map(folded, names[:-1]))], folded(names[-1])
            if above not in beside:
                beside[above] = {folded(one.name): one.id for one in reversed(codes.siblings(session, book, above))}
            if name not in beside[above]:
                made.append(codes.insert(session, clean_name(names[-1]), above, book))
                beside[above][name] = made[-1]
            at[tuple(map(folded, names))] = beside[above][name]
        return made
