"""Where two coders disagree, one after the other: both readings side by side, and what is settled of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import actions, theme
from app.hub import Hub, Place
from app.neighbours import NamesDelegate
from app.widgets import EmptyState

if TYPE_CHECKING:
    from coding.agreement.disagreements import Disagreement
    from coding.agreement.stretches import AgreementScope
    from coding.moment.moment import Moment

_OUTCOMES = ("first", "second", "both", "neither", "redefine")


class DisagreementQueue(QWidget):
    """everything(): the disagreements of all codes are asked for."""

    everything = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.found: list[Disagreement] = []
        self.moment: Moment | None = None
        self.question: AgreementScope | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Disagreements"))
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.hidden = QCheckBox(self.tr("Hide whose reading is whose"))
        self.hidden.clicked.connect(lambda _on: self._show())
        self.done = QCheckBox(self.tr("Settled ones, too"))
        self.done.clicked.connect(lambda _on: self._fill())
        self.all = QPushButton(self.tr("All codes"))
        self.all.clicked.connect(lambda _on: self.everything.emit())
        self.names = {side: QLabel() for side in ("a", "b")}
        self.sides = {side: QTextBrowser() for side in ("a", "b")}
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why it is settled so"))
        self._lay_out()

    def _lay_out(self) -> None:
        for side, view in self.sides.items():
            view.setOpenLinks(False)
            view.setAccessibleName(self.tr("Reading {side}").replace("{side}", side.upper()))
        parts = []
        for side, view in self.sides.items():
            part = QWidget()
            down = QVBoxLayout(part)
            down.setContentsMargins(0, 0, 0, 0)
            down.addWidget(self.names[side])
            down.addWidget(view, 1)
            parts.append(part)
        left = QWidget()
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.list, 1)
        for box in (self.hidden, self.done, self.all):
            down.addWidget(box)
        right = QWidget()
        down = QVBoxLayout(right)
        down.setContentsMargins(12, 0, 0, 0)
        down.addWidget(self.said)
        both = QHBoxLayout()
        for part in parts:
            both.addWidget(part, 1)
        down.addLayout(both, 1)
        down.addWidget(self.reason)
        down.addLayout(self._buttons())
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(right)
        across.setSizes([320, 760])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        self.across, self.nothing = across, EmptyState("quality", "")
        layout.addWidget(across, 1)
        layout.addWidget(self.nothing, 1)
        self.nothing.hide()
        self.setFocusProxy(self.list)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        acts: dict[str, tuple[str, Callable[[], None]]] = {
            name: (title, lambda name=name: self.settle(name))  # type: ignore[misc]  # a name a button
            for name, title in zip(_OUTCOMES, self._titles(), strict=True)
        }
        acts["reopen"] = (self.tr("Reopen"), self.reopen)
        acts["source"] = (self.tr("Open the source"), self.open_source)
        for name, (title, act) in acts.items():
            button = self.buttons[name] = QPushButton(title)
            button.clicked.connect(lambda _on=False, act=act: act())
            line.addWidget(button)
            actions.make(f"quality.{name}", self.list, act)
        line.addStretch(1)
        return line

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Reading A"),
            self.tr("Reading B"),
            self.tr("Both readings"),
            self.tr("Neither"),
            self.tr("Redefine the code"),
        )

    def show_found(self, moment: Moment, question: AgreementScope, found: Iterable[Disagreement]) -> None:
        """Show disagreements, staying at the same one or at its place."""
        self.moment, self.question, self.found = moment, question, list(found)
        self._turn("")
        self._fill()

    def say(self, why: str) -> None:
        """Say why there is nothing to settle."""
        self.moment, self.found = None, []
        self._fill()
        self._turn(why)

    def _turn(self, why: str) -> None:
        self.nothing.sentence.setText(why)
        self.nothing.setVisible(bool(why))
        self.across.setHidden(bool(why))

    def _fill(self) -> None:
        row = self.list.currentRow()
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for n, one in enumerate(self.found):
            if (one.settled is None or self.done.isChecked()) and self.moment is not None:
                label = f"{self.moment.codes[one.code].label} · {self.moment.infos[one.document].name}"
                item = QListWidgetItem(f"✓ {label}" if one.settled is not None else label)
                item.setData(Qt.ItemDataRole.UserRole, n)
                item.setToolTip(label)
                self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        blocked.unblock()
        self._show()

    @property
    def current(self) -> Disagreement | None:
        """The disagreement that is shown."""
        item = self.list.currentItem()
        return self.found[int(item.data(Qt.ItemDataRole.UserRole))] if item is not None else None

    def _turned(self, one: Disagreement) -> bool:
        from coding.agreement.disagreements import turned

        return self.hidden.isChecked() and turned(one)

    def _show(self) -> None:
        one = self.current
        for name, button in self.buttons.items():
            button.setEnabled(one is not None and (name != "reopen" or one.settled is not None))
        if one is None or self.moment is None or self.question is None:
            self.said.setText(self.tr("There is nothing to settle here."))
            for view in self.sides.values():
                view.clear()
            return
        coders, spans = list(dict.fromkeys(self.question.coders)), [one.first, one.second]
        if self._turned(one):
            spans.reverse()
        text = self.moment.text(one.document)
        for n, side in enumerate(self.sides):
            name = "" if self.hidden.isChecked() else f" · {coders[n]}"
            said = "" if spans[n] else " · " + self.tr("not coded")
            self.names[side].setText(f"{side.upper()}{name}{said}")
            self.sides[side].setHtml(_marked(text, one.start, one.end, spans[n]))
        self.said.setText(self._told(one))
        self.reason.setText(one.settled.reason if one.settled is not None else "")

    def _told(self, one: Disagreement) -> str:
        assert self.moment is not None
        label = self.moment.codes[one.code].path
        definition = self.moment.codes[one.code].definition
        told = f"{label} — {definition}" if definition else label
        if one.settled is None:
            return told
        outcome = dict(zip(_OUTCOMES, self._titles(), strict=True))[self._shown_outcome(one, one.settled.outcome)]
        return told + "\n" + self.tr("Settled:") + " " + outcome

    def _shown_outcome(self, one: Disagreement, outcome: str) -> str:
        return {"first": "second", "second": "first"}.get(outcome, outcome) if self._turned(one) else outcome

    def settle(self, outcome: str) -> None:
        """Decide on the disagreement that is shown; A and B are as they are shown."""
        from coding.agreement import disagreements

        one, question = self.current, self.question
        if one is None or question is None:
            return
        chosen, why = self._shown_outcome(one, outcome), self.reason.text()
        self.hub.write(lambda: disagreements.settle(self.hub.project, one, chosen, question, reason=why))

    def reopen(self) -> None:
        """Take back what was decided of the disagreement that is shown."""
        from coding import settlements

        one = self.current
        if one is not None and (settled := one.settled) is not None:
            self.hub.write(lambda: settlements.unsettle(self.hub.project, settled.key))

    def open_source(self) -> None:
        """Show the passage in its document."""
        if (one := self.current) is not None:
            self.hub.show_place(Place(one.document, one.start, one.end))


def _marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """Return a passage in which what was coded stands on colour and is underlined."""
    colours, at, said = theme.colours(), start, []
    style = f"background:{QColor(colours.selection).name()}; text-decoration:underline"
    for low, high in sorted(spans):
        low = max(low, at)
        said += [escape(text[at:low]), f'<span style="{style}">{escape(text[low:high])}</span>']
        at = max(at, high)
    said.append(escape(text[at:end]))
    return "".join(said).replace("\n", "<br>")
