"""The transcript as a screen reader reads it: its text, the caret, what is selected, and the codes of its words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6.Shiboken import VoidPtr

from .offsets import Offsets
from .selecting import Selecting


class NamedCode(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str: ...


class SpokenText(QAccessibleWidget, QAccessibleTextInterface):
    """A transcript; offsets are UTF-16 units of the whole text, as Qt's screen readers count."""

    def __init__(self, pane: Selecting) -> None:
        QAccessibleWidget.__init__(self, pane, QAccessible.Role.EditableText)
        QAccessibleTextInterface.__init__(self)
        self._pane = pane
        self._counted: tuple[str, Offsets] = ("", Offsets(""))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Say that this is a text."""
        return self if kind == QAccessible.InterfaceType.TextInterface else or_nothing(super().interface_cast(kind))

    def state(self) -> QAccessible.State:
        """Say that it is of many lines, read but not written."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def text(self, first: Any, last: int | None = None) -> str:  # Qt has two of this name
        """Give a stretch of the transcript or, asked for a kind of text, the pane's name or description."""
        if last is None:
            return super().text(first)
        return self._pane.words(self._point(first), self._point(last))

    def characterCount(self) -> int:
        text = self._text()
        return self._offsets().units(len(text))

    def cursorPosition(self) -> int:
        return self._unit(self._pane.caret())

    def setCursorPosition(self, position: int) -> None:
        self._show(self._point(position), self._point(position))

    def selectionCount(self) -> int:
        start, end = self._pane.selection()
        return int(start < end)

    def selection(self, number: int) -> tuple[int, int]:
        """Give the start and the end of what is selected; both are the caret where nothing is."""
        start, end = self._pane.selection()
        return (self._unit(start), self._unit(end)) if number == 0 else (0, 0)

    def setSelection(self, number: int, start: int, end: int) -> None:
        if number == 0:
            self._show(self._point(start), self._point(end))

    def addSelection(self, start: int, end: int) -> None:
        self.setSelection(0, start, end)

    def removeSelection(self, number: int) -> None:
        if number == 0:
            caret = self._pane.caret()
            self._pane.select(caret, caret)

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._pane.scroll_to(self._point(start))

    def characterRect(self, offset: int) -> QRect:
        spot = self._pane.spot(self._point(offset))
        if spot is None:
            return QRect()
        place = spot.toAlignedRect()
        place.setWidth(max(place.width(), 1))
        return place.translated(self._pane.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        inside = self._pane.viewport().mapFromGlobal(point)
        return self._unit(self._pane.offset_at(QPointF(inside)))

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """Give the codes and the speaker at an offset as `name:value;`, and the stretch of which this is true."""
        at = self._point(offset)
        start, end, codings = self._pane.layers_at(at)
        passage = self._pane.passage_of(at)
        speaker = passage.speaker if passage is not None else ""
        return attributes(codings, speaker), self._unit(start), self._unit(end)

    def _show(self, start: int, end: int) -> None:
        self._pane.select(start, end)
        self._pane.scroll_to(end)

    def _text(self) -> str:
        return self._pane.words(0, self._pane.length())

    def _offsets(self) -> Offsets:
        text = self._text()
        if text is not self._counted[0] and text != self._counted[0]:
            self._counted = text, Offsets(text)
        return self._counted[1]

    def _unit(self, point: int) -> int:
        return self._offsets().units(point)

    def _point(self, unit: int) -> int:
        return max(0, min(self._offsets().points(unit), self._pane.length()))


def or_nothing(interface: Any) -> Any:
    """Give an interface for Qt, which takes None for something that is there, and would call it."""
    return VoidPtr(0) if interface is None else interface


def attributes(codings: Iterable[NamedCode], speaker: str) -> str:
    """Give codes and speaker as `name:value;`, as screen readers take the attributes of a text."""
    said = {"codes": ", ".join(dict.fromkeys(one.name for one in codings)), "speaker": speaker}
    return "".join(f"{name}:{_escaped(value)};" for name, value in said.items() if value)


def _escaped(value: str) -> str:
    """Keep a value apart from the signs that part attributes (IAccessible2)."""
    for sign in "\\:;,=":
        value = value.replace(sign, f"\\{sign}")
    return value


@lru_cache(maxsize=1)
def install() -> None:
    """Let screen readers be told of every transcript, from now on."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Give what a screen reader is told of a transcript; nothing for all else, of which Qt knows itself."""
    return SpokenText(thing) if isinstance(thing, Selecting) else None
