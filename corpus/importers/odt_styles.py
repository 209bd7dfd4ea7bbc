"""What the styles of an OpenDocument text say: which text is hidden, which is bold, which is a title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_FAMILIES = {"p": "paragraph", "h": "paragraph", "span": "text", "a": "text"}
_TITLES = frozenset(("Title", "Subtitle"))
_DEEPEST = 20


def tag(element: _Element | None) -> str:
    """Return an element's name without its namespace; none for what is no element."""
    name = None if element is None else element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def value(element: _Element, name: str) -> str:
    """Return an attribute by its name without its namespace."""
    return next((held for key, held in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


class _Style(NamedTuple):
    """A style's parent, and what it says itself of being hidden and bold; None where it says nothing."""

    parent: str
    hidden: bool | None = None
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """A document's styles by family and name."""

    all: dict[tuple[str, str], _Style] = field(default_factory=dict)

    @classmethod
    def of(cls, *trees: _Element | None) -> OdtStyles:
        """Gather the styles of trees; one of the first is taken where they share a name."""
        found: dict[tuple[str, str], _Style] = {}
        for style in (style for tree in trees if tree is not None for style in tree.iter("{*}style")):
            found.setdefault((value(style, "family") or "paragraph", value(style, "name")), _read(style))
        return cls(found)

    def title(self, name: str) -> bool:
        """Is a paragraph's style that of a title?"""
        parent = self.all[key].parent if (key := ("paragraph", name)) in self.all else ""
        return name in _TITLES or parent in _TITLES

    def hides(self, element: _Element) -> bool:
        """Is what stands in an element hidden from its reader?"""
        name = tag(element)
        if value(element, "is-hidden") == "true" or value(element, "visibility") in ("collapse", "filter"):
            return True
        if name == "section" and value(element, "display") in ("none", "condition"):
            return value(element, "display") == "none"
        if name in ("p", "h") and any(value(one, "is-hidden") == "true" for one in element.iter("{*}hidden-paragraph")):
            return True
        return any(style.hidden for style in self._first(element, "hidden"))

    def bold(self, element: _Element, around: bool) -> bool:
        """Is the text in an element bold, given whether that around it is?"""
        return next((bool(style.bold) for style in self._first(element, "bold")), around)

    def _first(self, element: _Element, what: str) -> Iterator[_Style]:
        """Yield the style of an element, or the nearest of its parents, that says something of `what`."""
        family, name = _FAMILIES.get(tag(element), ""), value(element, "style-name")
        for _ in range(_DEEPEST):
            style = self.all.get((family, name))
            if style is None:
                return
            if getattr(style, what) is not None:
                yield style
                return
            name = style.parent


def _read(style: _Element) -> _Style:
    hidden: bool | None = None
    bold: bool | None = None
    for properties in (one for one in style if tag(one) == "text-properties"):
        display, weight = value(properties, "display"), value(properties, "font-weight")
        hidden = display == "none" if display in ("none", "true") else hidden
        bold = weight in ("bold", "600", "700", "800", "900") if weight else bold
    return _Style(value(style, "parent-style-name"), hidden, bold)
