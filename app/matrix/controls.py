"""Where one chooses what the matrix counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import actions
from app.hub import Hub
from app.icons import icon
from app.matrix.choice import MatrixOffer, cell_names
from app.sets.filter import SetFilter
from app.widgets import Halves, NamesBox
from coding.tables.saved_matrices import MatrixChoice

_EVERYONE = ""
_WIDEST = 1240  # pixels of a line of choices; more would part labels from what they label


def _line(*parts: tuple[QWidget, int], grows: bool = True) -> QWidget:
    made = QWidget()
    if grows:
        made.setMaximumWidth(_WIDEST)
    else:
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for part, stretch in parts:
        layout.addWidget(part, stretch)
    return made


class MatrixControls(QWidget):
    """Two lines of choices. chosen(Choice): the person chose otherwise."""

    chosen = Signal(object)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.filter = SetFilter(hub, "matrix", brief=True)
        self.filter.chosen.connect(lambda within: self._say(within=within))
        self._choice, self._offer = MatrixChoice(), MatrixOffer({}, (), {}, 0, 0)
        self.rows, rows = self._combo(self.tr("Rows"))
        self.columns, columns = self._combo(self.tr("Columns"))
        self.cell, cell = self._combo(self.tr("Count"))
        self.evidence, evidence = self._combo(self.tr("Evidence"))
        self.coder, coder = self._combo(self.tr("Coder"))
        self.attribute, attribute = self._combo(self.tr("Only where"))
        self.value, value = self._combo("=")
        self.value.setAccessibleName(self.tr("Value of the attribute"))
        self.swap = QToolButton()
        self.swap.setIcon(icon("swap"))
        self.swap.setAccessibleName(self.tr("Exchange rows and columns"))
        self.interviewer = QCheckBox(self.tr("Interviewer’s words"))
        self.interviewer.setToolTip(self.tr("Count the words of interviewers too"))
        self.masking = QCheckBox(self.tr("Mask confidential names"))
        self.masking.setToolTip(self.tr("Numbers stand for those who may not be named, also in exports"))
        self.human = QCheckBox(self.tr("Human only"))
        self.human.setToolTip(self.tr("Leave out codings that came from suggestions"))
        self.reread = QCheckBox(self.tr("Re-read only"))
        self.reread.setToolTip(self.tr("Leave out what was proposed and never read again"))
        self.above = QHBoxLayout()
        self.above.setSpacing(8)
        self.above.addWidget(_line((rows, 3), (self.swap, 0), (columns, 3), (cell, 2)), 1)
        self.above.addStretch(0)
        conditions = _line((evidence, 2), (coder, 2), (attribute, 4), (value, 2))
        whose = _line((self.filter, 0), (self.interviewer, 0), (self.masking, 0), grows=False)
        below = Halves(conditions, Halves(whose, _line((self.human, 0), (self.reread, 0), (QWidget(), 1)), 10), 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(self.above)
        layout.addWidget(below)
        self._fill_fixed()
        self.rows.activated.connect(lambda: self._say(rows=self.rows.currentData()))
        self.columns.activated.connect(lambda: self._say(columns=self.columns.currentData()))
        self.cell.activated.connect(lambda: self._say(cell=self.cell.currentData()))
        self.evidence.activated.connect(lambda: self._say(evidence=self.evidence.currentData()))
        self.coder.setToolTip(self.tr("One coder's codings and decisions alone; over all, the latest decision counts"))
        self.coder.activated.connect(lambda: self._say(coder=self.coder.currentData()))
        self.attribute.activated.connect(self._attribute_chosen)
        self.value.activated.connect(lambda: self._say(where={self.attribute.currentData(): self.value.currentData()}))
        self.interviewer.clicked.connect(lambda on: self._say(interviewer=on))
        self.masking.clicked.connect(lambda on: self._say(mask=on))
        self.human.clicked.connect(lambda on: self._say(human=on))
        self.reread.clicked.connect(lambda on: self._say(reread=on))
        self.swap.clicked.connect(self.exchange)

    def _combo(self, text: str) -> tuple[QComboBox, QWidget]:
        combo = NamesBox()
        combo.setAccessibleName(text)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = QLabel(text)
        label.setProperty("muted", True)
        label.setBuddy(combo)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(combo, 1)
        return combo, both

    def _fill_fixed(self) -> None:
        for name, text in cell_names().items():
            self.cell.addItem(text, name)
        for name, text in (
            ("both", self.tr("Both")),
            ("direct", self.tr("Direct")),
            ("linked", self.tr("Linked")),
            ("crossed", self.tr("Both, and through crosswalks")),
        ):
            self.evidence.addItem(text, name)

    def show_choice(self, choice: MatrixChoice, offer: MatrixOffer) -> None:
        """Show what is counted, among what there is."""
        self._choice, self._offer = choice, offer
        self.filter.say(offer.sets, choice.within)
        dimensions = list(offer.dimensions.items())
        for combo, entries, now in (
            (self.rows, dimensions, choice.rows),
            (self.columns, dimensions, choice.columns),
            (self.coder, [("", self.tr("All")), *((name, name) for name in offer.coders)], choice.coder),
        ):
            self._fill(combo, entries, now)
        named = next(iter(choice.where), _EVERYONE)
        self._fill(
            self.attribute, [(_EVERYONE, self.tr("no condition")), *((n, self._called(n)) for n in offer.values)], named
        )
        self._fill_values(named, choice.where.get(named, ""))
        for combo, now in ((self.cell, choice.cell), (self.evidence, choice.evidence)):
            combo.setCurrentIndex(combo.findData(now))
        self.interviewer.setChecked(choice.interviewer)
        self.interviewer.setEnabled(choice.cell in ("words", "share"))
        self.masking.setChecked(choice.mask)
        self.human.setChecked(choice.human)
        self.reread.setChecked(choice.reread)
        theory = any(name == "codes" or name.startswith("framework:") for name in (choice.rows, choice.columns))
        self.evidence.setEnabled(theory)

    @property
    def dimensions(self) -> Mapping[str, str]:
        """What the ways of dividing are called."""
        return self._offer.dimensions

    def _fill(self, combo: QComboBox, entries: list[tuple[str, str]], now: str) -> None:
        blocked = QSignalBlocker(combo)
        if [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())] != entries:
            combo.clear()
            for name, text in entries:
                combo.addItem(text, name)
                combo.setItemData(combo.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(combo.findData(now))
        combo.setToolTip(combo.currentText())
        blocked.unblock()

    def _called(self, name: str) -> str:
        if name == "organisation":
            return self.tr("Organisation")
        return self._offer.dimensions.get(f"attribute:{name}", name)

    def _fill_values(self, attribute: str, now: str) -> None:
        values = self._offer.values.get(attribute, ())
        self._fill(self.value, [(value, value) for value in values], now)
        parent = self.value.parentWidget()
        if parent is not None:
            parent.setVisible(bool(values))

    def _attribute_chosen(self) -> None:
        name = self.attribute.currentData()
        values = self._offer.values.get(name, ())
        self._fill_values(name, values[0] if values else "")
        self._say(where={name: values[0]} if values else {})

    def exchange(self) -> None:
        """Put rows in the place of columns."""
        self._say(rows=self._choice.columns, columns=self._choice.rows)

    def _say(self, **changed: object) -> None:
        self._choice = replace(self._choice, **changed)  # type: ignore[arg-type]  # the keywords are fields of Choice
        self.chosen.emit(self._choice)

    def name_keys(self) -> None:
        """Write the keys of the moment on the buttons."""
        key = actions.shown("matrix.swap")
        self.swap.setToolTip(f"{self.swap.accessibleName()} ({key})" if key else self.swap.accessibleName())
