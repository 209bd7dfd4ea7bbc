"""Which codings the margin shows: by code, cycle, framework, coder and origin, said where it is not all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.code.inspector.coding_tab import origin_said
from app.eliding import first_words, in_words
from app.icons import icon

if TYPE_CHECKING:
    from app.code.shown import OnPage
    from app.hub import Hub
    from app.reader import ReaderPane
    from coding.codings import CodingInfo

_MOST = 30  # codes in the menu: those that the document has most of
_WIDEST = 220  # pixels of what is said


class MarginFilter(QToolButton):
    """The margin's menu. Within a dimension any value chosen will do, and a coding must meet every dimension."""

    changed = Signal()

    def __init__(self, hub: Hub, shown: OnPage, pane: ReaderPane, selected: Callable[[], Iterable[int]]) -> None:
        super().__init__()
        self._shown, self._pane, self._selected = shown, pane, selected
        self.chosen: dict[str, set[object]] = {}
        self.setIcon(icon("filter"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        hub.closed.connect(self.clear)
        self._say()

    def keeps(self, key: int) -> bool:
        """Say whether the margin shows a coding."""
        coding = self._shown.codings.get(key)
        return coding is None or all(self._value(coding, name) in wanted for name, wanted in self.chosen.items())

    def _value(self, coding: CodingInfo, name: str) -> object:
        code = self._shown.book.codes.get(coding.code) if self._shown.book is not None else None
        values: dict[str, object] = {"code": coding.code, "coder": coding.coder, "origin": coding.origin}
        if code is not None:
            values |= {"cycle": code.cycle, "framework": code.framework}
        return values.get(name)

    def choose(self, name: str, value: object, *, on: bool) -> None:
        """Keep to codings of a value besides others of its dimension, or no longer."""
        wanted = self.chosen.setdefault(name, set())
        (wanted.add if on else wanted.discard)(value)
        if not wanted:
            del self.chosen[name]
        self._apply()

    def keep_to_codes(self, codes: Iterable[int]) -> None:
        """Keep to these codes, and to no others."""
        self.chosen.pop("code", None)
        if wanted := set(codes):
            self.chosen["code"] = set(wanted)
        self._apply()

    def clear(self) -> None:
        """Show all codings."""
        self.chosen = {}
        self._apply()

    def _apply(self) -> None:
        self._pane.keep_to(self.keeps if self.chosen else None)
        self._say()
        self.changed.emit()

    def _titles(self) -> dict[str, str]:
        return {
            "code": self.tr("Code"),
            "cycle": self.tr("Cycle"),
            "framework": self.tr("Framework"),
            "coder": self.tr("Coder"),
            "origin": self.tr("Origin"),
        }

    def _named(self, name: str, value: object) -> str:
        """Give a value as a person knows it."""
        book = self._shown.book
        if name == "code" and book is not None and isinstance(value, int):
            return book.codes[value].label if value in book.codes else str(value)
        if name == "cycle":
            return self.tr("Descriptive coding") if value == 1 else self.tr("Theoretical coding")
        if name == "framework" and book is not None:
            names: dict[str, str] = {info.framework: info.title for info in book.frameworks}
            return names.get(str(value), self.tr("Of no framework"))
        return origin_said(str(value)) if name == "origin" else str(value)

    def fill(self) -> None:
        """Offer what the document shown has, with how many codings."""
        self._menu.clear()
        everything = self._menu.addAction(self.tr("Show all codings"), self.clear)
        everything.setEnabled(bool(self.chosen))
        codes = list(self._selected())
        these = self._menu.addAction(self.tr("Only the codes selected in the codebook"))
        these.triggered.connect(lambda _checked=False: self.keep_to_codes(codes))
        these.setEnabled(bool(codes))
        self._menu.addSeparator()
        for name, title in self._titles().items():
            self._offer(self._menu.addMenu(title), name)

    def _offer(self, menu: QMenu, name: str) -> None:
        counts = Counter(self._value(coding, name) for coding in self._shown.codings.values())
        wanted = self.chosen.get(name, set())
        values = dict.fromkeys([*wanted, *(value for value, _ in counts.most_common(_MOST))])
        for value in sorted(values, key=lambda value: self._named(name, value).casefold()):
            text = f"{self._named(name, value)} · {counts[value]}".replace("&", "&&")
            action = menu.addAction(in_words(text, 2 * _WIDEST, self.fontMetrics().horizontalAdvance))
            action.setCheckable(True)
            action.setChecked(value in wanted)
            action.triggered.connect(lambda on=False, value=value: self.choose(name, value, on=on))
        menu.setEnabled(bool(values))

    def _say(self) -> None:
        """Say what the margin keeps to; nothing but the icon where it shows all."""
        parts = [self._named(name, value) for name, wanted in self.chosen.items() for value in wanted]
        said = self.tr("The margin shows: {codings}").format(codings=", ".join(sorted(parts)))
        whole = said if parts else self.tr("Filter the codings in the margin")
        self.setText(first_words(said, _WIDEST, self.fontMetrics().horizontalAdvance) if parts else "")
        self.setToolTip(whole)
        self.setAccessibleName(whole)
