"""What the style sheets within a web page hide from its reader: rules for `display` and `visibility`.

Read are selectors of names, classes and ids, within one another too, for the screen. What depends on more than the
page, such as its width or a pointer over it, is taken to be shown. `aria-hidden` is for who listens: readers see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, Self

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_SIGN = re.compile(r"[{}]")
_STATEMENT = re.compile(r"\A(?:[^;{}]*;)+")
_OWN = 1 << 30  # what an element says itself weighs more than any number of ids
_SAYS = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?", re.IGNORECASE)
_COMPOUND = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_PART = re.compile(r"[.#][\w-]+")
_FOR_THE_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*(?:,.*)?\Z|@(?:layer|supports)\b", re.I | re.S)


class StyledElement(Protocol):
    """An element as a rule sees it."""

    name: str
    classes: frozenset[str]
    key: str
    around: Self | None


class Says(NamedTuple):
    """A value of `display` or `visibility`, and how much it weighs beside others that are said of the same element."""

    weight: tuple[bool, int, int, int, int]
    value: str


class _Compound(NamedTuple):
    """A part of a selector: the name of an element, `*` for any, its id and its classes."""

    name: str
    keys: frozenset[str]
    classes: frozenset[str]

    def fits(self, element: StyledElement) -> bool:
        named = self.name in ("*", element.name)
        return named and self.keys <= {element.key} and self.classes <= element.classes


class _Rule(NamedTuple):
    """One selector, from its last part back, with what it says of `property`."""

    parts: tuple[_Compound, ...]
    property: str
    says: Says


@dataclass(slots=True)
class Sheets:
    """The rules of a page, by a class, an id or a name that an element has which they are for."""

    rules: dict[str, list[_Rule]] = field(default_factory=dict)
    count: int = 0

    def add(self, sheet: str) -> None:
        """Take in a style sheet, whose rules come after those so far."""
        for selectors, said in _blocks(_QUOTED.sub("''", _COMMENT.sub(" ", sheet))):
            for property, says in declared(said):
                for selector in selectors.split(","):
                    self.count += 1
                    self._add(selector, property, says)

    def _add(self, selector: str, property: str, says: Says) -> None:
        parts = [_compound(part) for part in selector.replace(">", " ").split()][::-1]
        known = [part for part in parts if part is not None]
        if not parts or len(known) < len(parts):
            return
        keys, classes = (sum(map(len, each)) for each in zip(*((part.keys, part.classes) for part in known)))
        names = sum(part.name != "*" for part in known)
        weight = (says.weight[0], keys, classes, names, self.count)
        last = known[0]
        under = (*(f"#{key}" for key in last.keys), *(f".{one}" for one in last.classes), last.name)[0]
        self.rules.setdefault(under, []).append(_Rule(tuple(known), property, Says(weight, says.value)))

    def of(self, element: StyledElement) -> dict[str, Says]:
        """Return what the rules say of an element, by property: the strongest of each."""
        found: dict[str, Says] = {}
        for under in (element.name, "*", f"#{element.key}", *(f".{one}" for one in element.classes)):
            for rule in self.rules.get(under, ()):
                before = found.get(rule.property)
                if (before is None or before.weight < rule.says.weight) and _fits(rule.parts, element):
                    found[rule.property] = rule.says
        return found


def declared(said: str) -> Iterator[tuple[str, Says]]:
    """Yield what declarations, as in a rule or an element's `style`, say of `display` and `visibility`."""
    for one in _SAYS.finditer(said):
        yield one[1].lower(), Says((one[3] is not None, _OWN, 0, 0, 0), one[2].lower())


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors with their declarations, those that hold on the screen."""
    heads: list[tuple[str, bool]] = []  # of each block that is open, and whether the rules in it hold
    at, barred = 0, 0
    for sign in _SIGN.finditer(sheet):
        said, at = sheet[at : sign.start()].strip(), sign.end()
        if sign[0] == "{":
            said = _STATEMENT.sub("", said).strip()  # such as `@import`
            heads.append((said, _FOR_THE_SCREEN.match(said) is not None))
            barred += not heads[-1][1]
        elif heads:
            head, holds = heads.pop()
            barred -= not holds
            if not barred and not head.startswith("@"):
                yield head, said


def _compound(part: str) -> _Compound | None:
    """Return a part of a selector; None where it asks for more than a name, ids and classes."""
    found = _COMPOUND.fullmatch(part)
    if found is None or not part:
        return None
    said = _PART.findall(found[2])
    return _Compound(
        (found[1] or "*").lower(),
        frozenset(one[1:] for one in said if one[0] == "#"),
        frozenset(one[1:] for one in said if one[0] == "."),
    )


def _fits(parts: Sequence[_Compound], element: StyledElement | None) -> bool:
    """Is an element meant by the last part of a selector, and are those around it by the parts before?"""
    first, *further = parts
    if element is None or not first.fits(element):
        return False
    for part in further:
        element = element.around
        while element is not None and not part.fits(element):
            element = element.around
        if element is None:
            return False
    return True
