"""The tags of a web page, found in one pass whatever is left open, and the words between them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.importers.html_styles import Sheets, declared

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# What holds no tags: it goes on to its own end.
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "title")}
_UNSEEN = frozenset("script style title".split())
# What a browser shows no words of, or only one at a time.
_AWAY = frozenset("noscript template svg iframe object select datalist".split())
_ON_PAPER = re.compile(r"\s*(?:print|speech)\b", re.IGNORECASE)
# What opens within the same element, or within those around it that are named second, and ends it.
_ENDS = {
    "p": frozenset(("p",)),
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "tr": frozenset(("tr", "td", "th", "p", "li")),
    "td": frozenset(("td", "th", "p", "li")),
    "th": frozenset(("td", "th", "p", "li")),
}
_HOLDS = frozenset("table ul ol dl div blockquote section article body html".split())
_NEAR = 20
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_UP_TO_QUOTE = re.compile(r"[^>\"']*")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']*)))?")
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(\w+)", re.IGNORECASE)
_HUGE = re.compile(r"&#(?:[0-9]{8}[0-9]*|[xX][0-9a-fA-F]{7}[0-9a-fA-F]*);?")


Linked = Callable[[str], str]


@dataclass(eq=False, slots=True)
class Element:
    """A tag that was opened, with how many tables and headings, and how many paragraphs, stand in it.

    A cell knows its `table`, and a table its `rows`. `away` says that nothing in it is shown, `invisible` that nothing
    is but what says otherwise.
    """

    name: str
    around: Element | None = None
    key: str = ""
    classes: frozenset[str] = frozenset()
    style: str = ""
    unseen: bool = False
    away: bool = False
    invisible: bool = False
    bold: bool = False
    tables: int = 0
    paragraphs: int = 0
    rows: int = 0
    table: Element | None = None

    @property
    def hidden(self) -> bool:
        """Say whether its reader does not see the words that stand in it."""
        return self.away or self.invisible


class Event(NamedTuple):
    """An element that opens (`opens`) or ends, or words (`text`) that stand in it."""

    element: Element
    opens: bool = False
    text: str = ""


@dataclass(slots=True)
class _OpenTags:
    """A page on its way: the elements that are open, and what is known not to come any more."""

    source: str
    linked: Linked
    open: list[Element] = field(default_factory=lambda: [Element("")])
    names: Counter[str] = field(default_factory=Counter)
    tables: list[Element] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    elements: list[Element] = field(default_factory=list)
    sheets: Sheets = field(default_factory=Sheets)

    def find(self, what: str, at: int) -> int:
        """Return where `what` stands next; it is never looked for again once it does not come any more."""
        found = -1 if what in self.missing else self.source.find(what, at)
        if found < 0:
            self.missing.add(what)
        return found

    def tag_end(self, at: int) -> int:
        """Return where the tag ends whose name ends at `at`: at a `>` that is in no quotes, if there is one."""
        began = at
        while ">" not in self.missing:
            at = _UP_TO_QUOTE.match(self.source, at).end()  # type: ignore[union-attr]  # it matches everywhere
            sign = self.source[at : at + 1]
            if sign == ">":
                return at
            at = self.find(sign, at + 1) + 1 if sign else 0
            if not at:
                break
        return self.find(">", began)

    def events(self) -> Iterator[Event]:
        """Yield what opens, ends and is said, in order."""
        at = 0
        while (tag := self.source.find("<", at)) >= 0:
            yield from self.words(at, tag)
            name = _NAME.match(self.source, tag + 1)
            closes = _NAME.match(self.source, tag + 2) if self.source.startswith("</", tag) else None
            named = name or closes
            end = self.tag_end(named.end()) if named else self.aside_end(tag)
            if end < 0:
                yield from self.words(tag, tag + 1)  # no tag: a sign in the text
                at = tag + 1
                continue
            at = end + 1
            if name:
                element = self.element(name[0].lower(), self.source[name.end() : end])
                yield from self.opened(element, self.source[end - 1] == "/")
                if element.name in _RAW and self.open[-1] is element:
                    began, at = at, self.raw_end(element.name, at)
                    if element.name == "style" and not element.away:
                        self.sheets.add(self.source[began:at])
            elif closes:
                yield from self.closed(closes[0].lower())
        yield from self.words(at, len(self.source))
        while len(self.open) > 1:
            yield self.ended()

    def words(self, start: int, end: int) -> Iterator[Event]:
        """Yield the words between two tags where they are to be seen, or may be hidden."""
        around = self.open[-1]
        if start < end and not around.unseen:
            text = html.unescape(_HUGE.sub("\ufffd", self.source[start:end]))
            if text:  # a number may stand for nothing
                yield Event(around, text=text)

    def aside_end(self, at: int) -> int:
        """Return where a comment or a declaration ends that may stand at `at`; -1 where none does."""
        if self.source.startswith("<!--", at) and "-->" not in self.missing:
            found = _COMMENT_END.search(self.source, at + 2)
            if found:
                return found.end() - 1
            self.missing.add("-->")
        return self.find(">", at) if self.source[at + 1 : at + 2] in ("!", "?", "/") else -1

    def raw_end(self, name: str, at: int) -> int:
        """Return where what holds no tags ends; a title that never does is no title."""
        found = None if name in self.missing else _RAW[name].search(self.source, at)
        if found:
            return found.start()
        self.missing.add(name)
        return at if name == "title" else len(self.source)

    def element(self, name: str, attributes: str) -> Element:
        """Return an element as what is said of it and what is around make it."""
        around = self.open[-1]
        said = {key.lower(): "".join(values) for key, *values in _ATTRIBUTE.findall(attributes)} if attributes else {}
        style = said.get("style", "")
        weight = _WEIGHT.search(style)
        bold = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900") if weight else None
        element = Element(
            name,
            around,
            said.get("id", ""),
            frozenset(said.get("class", "").split()),
            style,
            unseen=around.unseen or name in _UNSEEN,
            away=name in _AWAY
            or "hidden" in said
            or (name == "style" and bool(_ON_PAPER.match(said.get("media", ""))))
            or (name == "dialog" and "open" not in said),
            bold=(around.bold or name in _BOLD) if bold is None else bold,
        )
        self.elements.append(element)
        if (
            name == "link"
            and said.get("rel", "").lower() == "stylesheet"
            and not _ON_PAPER.match(said.get("media", ""))
        ):
            self.sheets.add(self.linked(html.unescape(said.get("href", ""))))
        return element

    def opened(self, element: Element, at_once: bool) -> Iterator[Event]:
        """Open an element after those are ended that it can't stand in."""
        for inner in range(len(self.open) - 1, max(len(self.open) - _NEAR, 0), -1):
            if self.open[inner].name in _HOLDS:
                break
            if self.open[inner].name in _ENDS.get(element.name, ()):
                while len(self.open) > inner:
                    yield self.ended()
        self.open.append(element)
        if element.name == "table":
            self.tables.append(element)
        elif self.tables:
            element.table = self.tables[-1]
            element.table.rows += element.name == "tr"
        self.names[element.name] += 1
        yield Event(element, opens=True)
        if at_once or element.name in _VOID:
            yield self.ended()

    def closed(self, name: str) -> Iterator[Event]:
        """End the innermost element of that name, and those within it that were left open."""
        if not self.names[name]:
            return
        while self.open[-1].name != name:
            yield self.ended()
        yield self.ended()

    def ended(self) -> Event:
        """End the innermost element; the one around it holds what it held."""
        element = self.open.pop()
        if element.name == "table":
            self.tables.pop()
        self.names[element.name] -= 1
        around = self.open[-1]
        around.tables += element.tables + (element.name in ("table", "h1", "h2", "h3", "h4", "h5", "h6"))
        around.paragraphs += element.paragraphs + (element.name in ("p", "div"))
        return Event(element)


def events(source: str, linked: Linked = lambda _: "") -> list[Event]:
    """Return what opens, ends and is said on a page, without scripts and styles but with what is hidden.

    `linked` returns the style sheet at an address that the page names.
    """
    page = _OpenTags(source, linked)
    found = [event for event in page.events() if not event.element.unseen]
    for element in page.elements:  # those around others come before them
        _hide(element, page.sheets)
    return found


def _hide(element: Element, sheets: Sheets) -> None:
    """Say what of an element is hidden by itself, by the style sheets, or with what is around it."""
    said = sheets.of(element) if sheets.rules else {}
    for property, says in declared(element.style):
        if property not in said or said[property].weight <= says.weight:
            said[property] = says
    around = element.around or element
    if "display" in said and element.name not in _AWAY:
        element.away = said["display"].value == "none"
    element.away |= around.away
    element.invisible = around.invisible
    if "visibility" in said and said["visibility"].value != "inherit":
        element.invisible = said["visibility"].value in ("hidden", "collapse")
