"""What a framework says since a newer version ships: a quiet line that offers it, and both texts side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.hub import Hub
from app.neighbours import NamesDelegate
from app.theory.crosswalks import said_basis

if TYPE_CHECKING:
    from coding.codebook.differences import Difference
    from coding.codebook.frameworks import FrameworkInfo

_KEY = Qt.ItemDataRole.UserRole
_PARTS = re.compile(r"\s+|\S+")
_Item, _On, _Off = Qt.ItemFlag, Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Offered(QFrame):
    """One line above the page's views, only while the framework shown is behind. asked(): to see what changed."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = QLabel(self.tr("A newer version of this framework comes with the program. Nothing changes by itself."))
        said.setProperty("muted", True)
        self.see = QPushButton(self.tr("See what changed…"))
        self.see.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(said)
        row.addWidget(self.see)
        row.addStretch()
        self.hide()

    def offer(self, info: FrameworkInfo | None, *, writable: bool) -> None:
        """Be seen where a newer version of the framework ships than the project holds."""
        from coding.codebook.differences import newer

        self.setVisible(writable and info is not None and newer(info) is not None)


class Updates(QDialog):
    """The list of what changed, each ticked unless the person wrote it; beside it the project's text and the other."""

    def __init__(self, hub: Hub, info: FrameworkInfo, found: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(parent)
        self.hub, self.info = hub, info
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What changed in {title}").format(title=info.title))
        self.resize(1080, 620)
        self.found = {one.key: one for one in found}
        self.list = QListWidget()
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setAccessibleName(self.tr("What changed in the framework"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._describe())
        self.list.itemChanged.connect(lambda _item: self._count())
        self.mine, self.shipped = QTextBrowser(), QTextBrowser()
        self.mine.setAccessibleName(self.tr("In the project"))
        self.shipped.setAccessibleName(self.tr("As it ships now"))
        self.whose = QLabel()
        self.whose.setWordWrap(True)
        self.whose.setProperty("muted", True)
        self._lay_out()
        self._fill()
        hub.closed.connect(self.reject)

    def _lay_out(self) -> None:
        beside = QWidget()
        grid = QGridLayout(beside)
        grid.setContentsMargins(12, 0, 0, 0)
        for column, (above, text) in enumerate(
            ((self.tr("In the project"), self.mine), (self.tr("As it ships now"), self.shipped))
        ):
            grid.addWidget(QLabel(above), 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.whose, 2, 0, 1, 2)
        halves = QSplitter()
        halves.addWidget(self.list)
        halves.addWidget(beside)
        halves.setSizes([420, 660])
        halves.setChildrenCollapsible(False)
        kept = QLabel(self.tr("Codings, links and decisions stay as they are. Ctrl+Z takes all of it back at once."))
        kept.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(halves, 1)
        layout.addWidget(kept)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.every = buttons.addButton(self.tr("Tick all"), QDialogButtonBox.ButtonRole.ActionRole)
        self.every.setAutoDefault(False)
        self.every.clicked.connect(lambda: self.tick_all(True))
        self.none = buttons.addButton(self.tr("Tick none"), QDialogButtonBox.ButtonRole.ActionRole)
        self.none.setAutoDefault(False)
        self.none.clicked.connect(lambda: self.tick_all(False))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self) -> None:
        self.list.blockSignals(True)
        for one in self.found.values():
            item = QListWidgetItem(self._title(one))
            item.setData(_KEY, one.key)
            item.setToolTip(item.text())
            item.setFlags(_Item.ItemIsEnabled | _Item.ItemIsSelectable)
            if not one.used:
                item.setFlags(item.flags() | _Item.ItemIsUserCheckable)
                item.setCheckState(_Off if one.own else _On)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._describe()
        self._count()

    def _title(self, one: Difference) -> str:
        field = {
            "title": self.tr("Title"),
            "citation": self.tr("Source"),
            "note": self.tr("Note"),
            "name": self.tr("Name"),
            "short": self.tr("In short"),
            "definition": self.tr("Definition"),
            "include": self.tr("Include"),
            "exclude": self.tr("Exclude"),
            "typical": self.tr("Typical example"),
            "atypical": self.tr("Atypical example"),
            "cues": self.tr("Cues"),
            "crosswalk": self.tr("Crosswalk"),
            "code": self.tr("Code"),
        }[one.field]
        what = {"added": self.tr("added"), "gone": self.tr("no longer there")}.get(one.what, "")
        parts = [part for part in (one.code, field, what, self.tr("yours") if one.own else "") if part]
        return " · ".join(parts)

    def _describe(self) -> None:
        item = self.list.currentItem()
        one = self.found[item.data(_KEY)] if item is not None else None
        left, right = beside(_said(one, one.mine), _said(one, one.shipped)) if one is not None else ("", "")
        self.mine.setHtml(left)
        self.shipped.setHtml(right)
        self.whose.setText(self._said_whose(one))

    def _said_whose(self, one: Difference | None) -> str:
        if one is None:
            return self.tr("The project says what ships.")
        if one.used:
            return self.tr("The framework no longer has this code, but you work with it: it stays.")
        if one.own and not one.mine:
            return self.tr("You took this away: it comes back only if you tick it.")
        return self.tr("You wrote this yourself: it stays unless you tick it.") if one.own else ""

    def _ticked(self) -> list[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(_KEY) for item in items if item.checkState() == _On]

    def _count(self) -> None:
        count = len(self._ticked())
        self.take.setText(self.tr("Take over %n", "", count) if count else self.tr("Keep everything as it is"))

    def tick_all(self, on: bool) -> None:
        """Tick everything that can be ticked, or nothing."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.flags() & _Item.ItemIsUserCheckable:
                item.setCheckState(_On if on else _Off)

    def accept(self) -> None:
        from coding.codebook import updating

        project, framework, chosen = self.hub.project, self.info.framework, self._ticked()
        self.hub.write(lambda: updating.update(project, framework, chosen), lambda _taken: self._done())

    def _done(self) -> None:
        super().accept()


def _said(one: Difference, text: str) -> str:
    """Give the text of a difference; what a crosswalk rests on is said in the window's language."""
    basis, _, reason = text.partition("\n")
    return f"{said_basis(basis)}\n{reason}" if one.field == "crosswalk" and text else text


def beside(mine: str, shipped: str) -> tuple[str, str]:
    """Return both texts as rich text, with the words marked that the other does not have."""
    one, other = _PARTS.findall(mine), _PARTS.findall(shipped)
    left, right = [], []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        left.append(_marked("".join(one[i1:i2]), theme.colours().danger if tag != "equal" else ""))
        right.append(_marked("".join(other[j1:j2]), theme.colours().accent if tag != "equal" else ""))
    return "".join(left), "".join(right)


def _marked(text: str, colour: str) -> str:
    said = escape(text).replace("\n", "<br>")
    return f'<span style="color: {colour}"><b>{said}</b></span>' if colour and said.strip() else said
