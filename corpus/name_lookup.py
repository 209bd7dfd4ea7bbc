"""What is called so: the one rule by which whatever has a name is found by it.

A name as it stands comes first, then names alike but for case, accents and spaces. Where several are alike it is asked
which is meant, and where none is, the nearest is offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Protocol, TypeVar

from corpus.cleaning import clean_line
from corpus.errors import AmbiguousName
from corpus.words import folded


class Named(Protocol):
    """Whatever has a name."""

    @property
    def name(self) -> str:
        """What it is called."""


One = TypeVar("One", bound=Named)


def one(known: Iterable[One], name: str) -> One | None:
    """Return what is called so, None where nothing is; raises `AmbiguousName` where several may be meant."""
    there, wanted = list(known), clean_line(name)
    found = [each for each in there if each.name == wanted] or [
        each for each in there if folded(each.name) == folded(wanted)
    ]
    if len(found) > 1:
        names = ", ".join(dict.fromkeys(each.name for each in found))
        raise AmbiguousName(
            "{name} may mean several: {names}. Write the name as it stands, or give one another name.",
            name=wanted,
            names=names,
        )
    return found[0] if found else None


def nearest(known: Iterable[Named], name: str) -> str | None:
    """Return the name that is nearest to this one, where one is near."""
    plain = {folded(each.name): each.name for each in known}
    near = get_close_matches(folded(clean_line(name)), plain, n=1)
    return plain[near[0]] if near else None
