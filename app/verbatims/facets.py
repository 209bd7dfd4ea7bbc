"""The facets beside the list: what is listed can be chosen by, with how many each choice would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem

from app import theme
from app.codebook.painting import spot
from app.i18n import language, told
from app.memos.words import kind_names
from app.neighbours import NamesDelegate
from app.settings import Settings

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.search.choosing import Facet
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from coding.search.searches import Chosen

_KEY = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_MANY = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OPEN = "verbatims.open_facets"
_HIDDEN = "verbatims.hidden_attributes"
SETS = frozenset({"set", "set:codes"})
"""The facets whose values are sets."""


class Facets(QTreeWidget):
    """Checked values are what is chosen; `chose()` says that the person checked or unchecked one."""

    chose = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shape: object = None
        self._titles: Mapping[str, str] = {}
        self._called: Mapping[str, str] = {}
        self._unit = ""
        self._items: dict[tuple[str, Chosen], QTreeWidgetItem] = {}
        self._seen: dict[tuple[str, Chosen], tuple[int, bool, str]] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setItemDelegateForColumn(0, NamesDelegate(self))
        self.setAccessibleName(self.tr("By what one chooses among what is found"))
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(self._keep_open)
        self.itemCollapsed.connect(self._keep_open)
        self._listing: Listing | OtherHits | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.attributes().popup(self.viewport().mapToGlobal(at)))

    @property
    def hidden(self) -> frozenset[str]:
        """The facets of attributes that the person does without."""
        kept = self._settings.get(_HIDDEN)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    def attributes(self) -> QMenu:
        """Give the menu of attributes, each to be a facet or not."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Attributes to choose by"))
        facets = self._listing.facets if self._listing is not None else ()
        for name in (one.name for one in facets if one.name.startswith("attribute:")):
            act = menu.addAction(self.title(name).replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(name not in self.hidden)
            act.triggered.connect(lambda shown, name=name: self.show_attribute(name, shown=shown))
        return menu

    def show_attribute(self, name: str, *, shown: bool) -> None:
        """Let an attribute be a facet, or not; one that something is chosen by stays."""
        self._settings.set(_HIDDEN, sorted(self.hidden - {name} if shown else self.hidden | {name}))
        if self._listing is not None:
            self.take(self._listing)

    def title(self, name: str) -> str:
        """Give the heading of a facet."""
        kind, _, rest = name.partition(":")
        return {
            "code": self.tr("Codes"),
            "framework": self._titles.get(rest, rest),
            "attribute": self._called.get(rest) or f"{rest[:1].upper()}{rest[1:]}".replace("_", " "),
            "speaker": self.tr("Speaker"),
            "role": self.tr("Role"),
            "document": self.tr("Document"),
            "coder": self.tr("Coder"),
            "origin": self.tr("Origin"),
            "participant": self.tr("Participant"),
            "organisation": self.tr("Organisation"),
            "has": self.tr("Codes and notes"),
            "set": self.tr("Sets of codes") if rest else self.tr("Sets"),
            "kind": self.tr("Kind of memo"),
        }.get(kind, name)

    def label(self, name: str, key: Chosen, label: str) -> str:
        """Give a value in the window's language, where it is a word of ours."""
        said = self._ours(str(key)) if name in ("role", "origin", "has") else None
        said = kind_names().get(str(key)) if name == "kind" else said
        return said or (self.tr("(none)") if key is None else label)

    def _ours(self, key: str) -> str | None:
        return {
            "interviewer": self.tr("Interviewer"),
            "respondent": self.tr("Interviewee"),
            "unknown": self.tr("Unknown"),
            "manual": self.tr("By hand"),
            "in vivo": self.tr("In vivo"),
            "suggestion": self.tr("Suggestion"),
            "import": self.tr("Import"),
            "auto": self.tr("Auto-coded"),
            "capability": self.tr("Illustrates a capability"),
            "code": self.tr("Coded"),
            "uncoded": self.tr("Not coded"),
            "memo": self.tr("With a memo"),
            "excerpt": self.tr("With an excerpt"),
        }.get(key)

    def take(self, listing: Listing | OtherHits) -> None:
        """Show the facets of what was found with their counts and what is chosen."""
        chosen, codes, titles = listing.search.chosen, listing.moment.codes, listing.moment.titles
        self._titles = titles
        self._called = listing.moment.known.labelled(language(self._settings))
        self._unit = self._counted(listing)
        self._listing, hidden = listing, self.hidden
        told = (one for one in listing.facets if _tells(one, chosen) and (one.name in chosen or one.name not in hidden))
        facets = tuple(sorted(told, key=lambda one: _rank(one.name)))
        shape = (
            tuple((one.name, tuple((value.key, value.label) for value in one.values)) for one in facets),
            tuple((code.key, code.parent, code.colour) for code in codes.values()),
            theme.is_dark(),
            tuple(titles.items()),
            tuple(self._called.items()),
        )
        self.blockSignals(True)
        if shape != self._shape:
            self._shape = shape
            self._build(facets, codes)
        self._count(facets, chosen)
        self.blockSignals(False)
        self.viewport().update()

    def _counted(self, listing: Listing | OtherHits) -> str:
        """Say what the numbers beside the values count."""
        return {
            "documents": self.tr("documents"),
            "memos": self.tr("memos"),
            "definitions": self.tr("codes"),
        }.get(listing.search.scope) or (
            self.tr("coded segments") if getattr(listing, "of_spans", False) else self.tr("passages")
        )

    def _build(self, facets: tuple[Facet, ...], codes: Mapping[int, CodeInfo]) -> None:
        at = self.verticalScrollBar().value()
        self.clear()
        self._items, self._seen = {}, {}
        kept = self._settings.get(_OPEN) or {}
        spots: dict[str, QIcon] = {}  # many codes have few colours
        for facet in facets:
            top = QTreeWidgetItem([self.title(facet.name), ""])
            top.setData(0, _NAME, facet.name)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            if facet.name.startswith("attribute:"):
                top.setToolTip(0, self.tr("Right click: which attributes stand here"))
            above: dict[Chosen, QTreeWidgetItem] = {}
            parents: dict[Chosen, QTreeWidgetItem] = {}
            for value in facet.values:
                code = codes.get(value.key) if isinstance(value.key, int) and of_codes(facet.name) else None
                parent = top
                if code is not None and code.parent in above:
                    parent = parents[code.parent] = above[code.parent]
                text = self.label(facet.name, value.key, value.label)
                item = above[value.key] = self._items[facet.name, value.key] = QTreeWidgetItem(parent, [text, ""])
                item.setToolTip(0, f"{text}\n{code.definition}" if code is not None and code.definition else text)
                item.setData(0, _KEY, value.key)
                item.setData(0, _NAME, facet.name)
                item.setTextAlignment(1, _RIGHT)
                if code is not None:
                    if code.colour not in spots:
                        spots[code.colour] = spot(code.colour, 14, self.devicePixelRatioF())
                    item.setIcon(0, spots[code.colour])
            self.addTopLevelItem(top)  # whole, as the view hears of each item that comes later
            for item in parents.values():
                item.setExpanded(True)
            top.setExpanded(bool(kept.get(facet.name, of_codes(facet.name) and len(facet.values) <= _MANY)))
        self.verticalScrollBar().setValue(at)

    def _count(self, facets: tuple[Facet, ...], chosen: Mapping[str, tuple[Chosen, ...]]) -> None:
        muted = QBrush(QColor(theme.colours().muted))
        plain = QBrush(QColor(theme.colours().text))
        for facet in facets:
            picked = chosen.get(facet.name, ())
            for value in facet.values:
                item, checked = self._items[facet.name, value.key], value.key in picked
                state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
                now = (value.count, checked, self._unit)
                if self._seen.get((facet.name, value.key)) == now and item.checkState(0) is state:
                    continue  # most of thousands of codes count as before
                self._seen[facet.name, value.key] = now
                item.setText(1, str(value.count) if value.count else "")
                item.setToolTip(1, told(self._unit, value.count))
                item.setForeground(0, plain if value.count or checked else muted)
                item.setForeground(1, muted)
                item.setCheckState(0, state)

    def chosen(self) -> dict[str, tuple[Chosen, ...]]:
        """Give what is checked, by facet."""
        found: dict[str, tuple[Chosen, ...]] = {}
        for (name, key), item in self._items.items():
            if item.checkState(0) == Qt.CheckState.Checked:
                found[name] = (*found.get(name, ()), key)
        return found

    def check(self, name: str, key: Chosen, checked: bool = True) -> None:
        """Check a value, or uncheck it, as the person would."""
        self._items[name, key].setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0 and item.parent() is not None:
            self.chose.emit()

    def _keep_open(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            kept = dict(self._settings.get(_OPEN) or {})
            kept[item.data(0, _NAME)] = item.isExpanded()
            self._settings.set(_OPEN, kept)

    def headings(self) -> Iterator[str]:
        """Give the headings, in order."""
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            if item is not None:
                yield item.text(0)


def of_codes(name: str) -> bool:
    """Whether the values of a facet of that name are codes."""
    return name == "code" or name.startswith("framework:")


def _tells(facet: Facet, chosen: Mapping[str, tuple[Chosen, ...]]) -> bool:
    """Whether a facet has something to choose between."""
    if facet.name in chosen or of_codes(facet.name) or facet.name in SETS | {"document"}:
        return bool(facet.values)
    return len(facet.values) > 1


def _rank(name: str) -> tuple[int, str]:
    order = (
        "kind", "framework", "code", "has", "set", "participant", "organisation", "speaker", "role", "attribute",
        "document", "coder", "origin",
    )  # fmt: skip
    kind = name.partition(":")[0]
    return order.index(kind) if kind in order else len(order), "" if kind != "attribute" else name
