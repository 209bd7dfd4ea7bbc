"""The editor of a rule: a line for each condition, chosen from what the study has."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.sets.words import about_names, op_names
from app.widgets import NamesBox

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.rules import Condition, Kind, Rule

_HIGHEST = 190  # pixels that conditions take before they are scrolled
_SUBJECTS = {
    "documents": ("document", "participant", "organisation"),
    "participants": ("participant", "organisation", "document"),
    "codes": (),
}


class ConditionLine(QWidget):
    """One condition. changed(): it is another · gone(): it is to be taken away."""

    changed = Signal()
    gone = Signal()

    def __init__(self, moment: Moment, kind: Kind) -> None:
        super().__init__()
        self.moment, self.kind = moment, kind
        self.about, self.op, self.value, self.to = NamesBox(), NamesBox(), NamesBox(), QLineEdit()
        self.about.setAccessibleName(self.tr("What the condition is about"))
        self.op.setAccessibleName(self.tr("How it is compared"))
        self.value.setAccessibleName(self.tr("With what"))
        self.to.setAccessibleName(self.tr("And with what"))
        self.value.setMinimumWidth(140)
        self.op.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.op.setMinimumContentsLength(4)
        self.op.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        away = QToolButton()
        away.setIcon(icon("close"))
        away.setAccessibleName(self.tr("Take the condition away"))
        away.setToolTip(away.accessibleName())
        away.clicked.connect(self.gone)
        self.parts = (self.about, self.op, self.value, self.to, away)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.about, 2), (self.op, 1), (self.value, 2), (self.to, 1), (away, 0)):
            line.addWidget(part, stretch)
        self._fill_about()
        self.about.activated.connect(self._about_chosen)
        self.op.activated.connect(self._op_chosen)
        self.value.editTextChanged.connect(lambda _text: self.changed.emit())
        self.value.activated.connect(lambda _at: self.changed.emit())
        self.to.textChanged.connect(lambda _text: self.changed.emit())
        self._about_chosen()

    def _fill_about(self) -> None:
        from corpus.rules import ABOUT

        for info in self.moment.known.attributes:
            if info.subject in _SUBJECTS[self.kind]:
                self.about.addItem(info.label(self.moment.language), ("attribute", info.key))
        for name, text in about_names().items():
            if self.kind in ABOUT[name].kinds and self._there(name):
                self.about.addItem(text, (name, None))

    def _there(self, about: str) -> bool:
        """Say whether there is anything that a condition can name."""
        return about not in ("set", "organisation", "code", "under", "framework") or bool(self._rows(about))

    def _rows(self, about: str) -> list[tuple[str, int | str]]:
        moment = self.moment
        match about:
            case "set":
                codes = self.kind == "codes"
                return [(o.info.name, o.key) for o in moment.sets.values() if (o.kind == "codes") == codes]
            case "organisation":
                return [(info.name, key) for key, info in moment.belongings.infos.items()]
            case "code" | "under":
                return [(moment.ways[key], key) for key in moment.codes]
            case "framework":
                return [(self.tr("Descriptive codes"), ""), *((f.title, f.framework) for f in moment.frameworks)]
            case "confidential" | "in vivo":
                return [(self.tr("yes"), "yes"), (self.tr("no"), "no")]
        return []

    def _about_chosen(self) -> None:
        from corpus.rules import ABOUT, OPS

        about, key = self.about.currentData() or ("name", None)
        blocked = QSignalBlocker(self.op)
        before, names = self.op.currentData(), op_names()
        self.op.clear()
        for op in OPS[ABOUT[about].sort]:
            self.op.addItem(names[op], op)
        self.op.setCurrentIndex(max(self.op.findData(before), 0))
        blocked.unblock()
        self._fill_value(about, key)
        self._op_chosen()

    def _fill_value(self, about: str, key: int | None) -> None:
        blocked = QSignalBlocker(self.value)
        rows = self._rows(about)
        self.value.clear()
        self.value.setEditable(not rows)
        for text, data in rows:
            self.value.addItem(text, data)
        if about == "attribute":
            said = {one.value for one in self.moment.known.values if one.attribute == key}
            self.value.addItems(sorted(said))
        blocked.unblock()

    def _op_chosen(self) -> None:
        op = self.op.currentData()
        self.value.setVisible(op not in ("some", "none"))
        self.to.setVisible(op == "between")
        self.changed.emit()

    def show_condition(self, one: Condition) -> None:
        """Show a condition; one about what is gone as the first there is."""
        wanted = (one.about, one.key if one.about == "attribute" else None)
        places = [self.about.itemData(n) for n in range(self.about.count())]
        at = next((n for n, data in enumerate(places) if tuple(data) == wanted), 0)
        self.about.setCurrentIndex(at)
        self._about_chosen()
        self.op.setCurrentIndex(max(self.op.findData(one.op), 0))
        if self.value.isEditable():
            self.value.setEditText(one.value)
        else:
            at = self.value.findData(one.key if one.key is not None else one.value)
            self.value.setCurrentIndex(max(at, 0))
        self.to.setText(one.to)
        self._op_chosen()

    def condition(self) -> Condition:
        """Return the condition as it stands."""
        from corpus.rules import Condition

        about, key = self.about.currentData() or ("name", None)
        op = self.op.currentData()
        data = self.value.currentData() if not self.value.isEditable() else None
        if isinstance(data, int):
            return Condition(about, op, key=data)
        value = data if data is not None else self.value.currentText()
        return Condition(about, op, "" if op in ("some", "none") else value, self.to.text(), key)


class RuleEditor(QWidget):
    """Lines of conditions, all or any of which have to hold. changed(): the rule is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ConditionLine] = []
        self.join = QComboBox()
        self.join.setAccessibleName(self.tr("How the conditions are joined"))
        self.join.addItem(self.tr("All of these hold"), "all")
        self.join.addItem(self.tr("Any of these holds"), "any")
        self.join.activated.connect(lambda _at: self.changed.emit())
        self.more = QPushButton(icon("add"), self.tr("Add a condition"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self.add())
        self.below = QVBoxLayout()
        self.below.setSpacing(6)
        self.below.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.join, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._area())
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.more)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)

    def _area(self) -> QWidget:
        """Let many conditions be scrolled, and leave room for who meets them."""
        inside, self.area = QWidget(), QScrollArea()
        inside.setLayout(self.below)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the part that has the focus
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        return self.area

    def _fit(self) -> None:
        """Make room for the conditions there are, up to a bound."""
        each = self.more.sizeHint().height() + self.below.spacing()
        self.area.setFixedHeight(min(len(self.lines) * each, _HIGHEST))

    def beside(self, button: QPushButton) -> None:
        """Put a button at the end of the line below the conditions."""
        self._buttons.addWidget(button)

    def show_rule(self, moment: Moment, kind: Kind, rule: Rule | None) -> None:
        """Show the conditions of a rule, or a first line to fill in."""
        self.moment, self.kind = moment, kind
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = []
        self._fit()
        self.join.setCurrentIndex(1 if rule is not None and rule.join == "any" else 0)
        for one in rule.conditions if rule is not None else ():
            self.add(one)

    def add(self, one: Condition | None = None) -> None:
        """Add a line."""
        line = ConditionLine(self.moment, self.kind)
        if one is not None:
            line.show_condition(one)
        line.changed.connect(self.changed)
        line.gone.connect(partial(self._take, line))
        self.lines.append(line)
        self.below.addWidget(line)
        self._chain()
        self._fit()
        self.changed.emit()

    def _chain(self) -> None:
        """Let Tab go through the lines where they stand, though they were made later than what is below."""
        parts = [self.join, *(part for line in self.lines for part in line.parts), self.more]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _take(self, line: ConditionLine) -> None:
        self.lines.remove(line)
        self._fit()
        line.setParent(None)
        line.deleteLater()
        self.changed.emit()

    def rule(self) -> Rule:
        """Return the rule as it stands; nothing is checked."""
        from corpus.rules import Rule

        return Rule(tuple(line.condition() for line in self.lines), self.join.currentData())
