"""What a Word document's styles say of its text: what is a heading, what is bold, what is hidden."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 12


def local(tag: object) -> str:
    """Return the name of a tag without its namespace, of which there are two for the same words."""
    return _local(tag)


@lru_cache(4096)
def _local(tag: Hashable) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: _Element | None, name: str = "val") -> str:
    """Return an attribute, whatever its namespace; empty where there is none."""
    if element is None:
        return ""
    return next((held for key, held in element.attrib.items() if local(key) == name), "")


def child(element: _Element | None, *names: str) -> _Element | None:
    """Return the element found by going down by `names`, the first of each."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one.tag) == name), None)
    return element


class TextLook(NamedTuple):
    """How text looks where that is said: None where it is not."""

    bold: bool | None = None
    hidden: bool | None = None
    style: str = ""


PLAIN = TextLook(bold=False, hidden=False)


def look(properties: _Element | None) -> TextLook:
    """Return what the properties of a run say by themselves, and the style they name."""
    bold, hidden, style = None, None, ""
    for one in () if properties is None else properties:
        tag = local(one.tag)
        if tag == "b":
            bold = on(one)
        elif tag == "vanish":
            hidden = on(one)
        elif tag == "rStyle":
            style = value(one)
    return TextLook(bold, hidden, style)


def on(toggle: _Element) -> bool:
    """Is a property switched on?"""
    return value(toggle) not in ("0", "false", "off")


@dataclass(slots=True)
class WordStyles:
    """The styles by their ids, each asked once; their part is large, and read where a text names one."""

    part: Callable[[], _Element | None]
    elements: Mapping[str, _Element] | None = None
    known: dict[str, TextLook] = field(default_factory=dict)

    def heading(self, style: str) -> bool:
        """Is a style a heading, by its name, its outline level or what it is based on?"""
        for one in self._based(style):
            name = value(child(one, "name")).casefold()
            level = value(child(one, "pPr", "outlineLvl"))
            if name.startswith(("heading ", "titre ")) or name in ("title", "subtitle", "titre") or level.isdecimal():
                return not level.isdecimal() or int(level) < 9
        return False

    def look(self, style: str) -> TextLook:
        """Return how text of a style looks, as the nearest says of those that it is based on."""
        if not style:
            return PLAIN
        if style not in self.known:
            looks = [look(child(one, "rPr")) for one in self._based(style)]
            bold = next((one.bold for one in looks if one.bold is not None), False)
            self.known[style] = TextLook(bold, next((one.hidden for one in looks if one.hidden is not None), False))
        return self.known[style]

    def run(self, said: TextLook, paragraph: TextLook) -> TextLook:
        """Return how a run looks: as it says; else its style turns round what the paragraph's style says."""
        style = self.look(said.style)
        bold = paragraph.bold is not style.bold if said.bold is None else said.bold
        hidden = paragraph.hidden is not style.hidden if said.hidden is None else said.hidden
        return TextLook(bold, hidden)

    def _based(self, style: str) -> list[_Element]:
        if self.elements is None:
            part = self.part()
            self.elements = {} if part is None else {value(one, "styleId"): one for one in part}
        found: list[_Element] = []
        while style and (one := self.elements.get(style)) is not None and len(found) < _DEEPEST:
            found.append(one)
            style = value(child(one, "basedOn"))
        return found
