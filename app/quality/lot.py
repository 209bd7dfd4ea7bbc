"""What is to be coded twice, drawn by lot: how many, from which seed, for whom; and what was drawn before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.widgets import NamesBox, NumberBox

if TYPE_CHECKING:
    from coding.agreement.draws import DrawInfo
    from coding.moment.moment import Moment


class LotDialog(QDialog):
    """Draws within what `moment` shows; documents may be given to a coder, blind."""

    def __init__(self, hub: Hub, parent: QWidget, moment: Moment) -> None:
        super().__init__(parent)
        self.hub, self.moment = hub, moment
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Draw what is coded twice"))
        self.unit, self.number, self.seed, self.to = QComboBox(), NumberBox(), NumberBox(), NamesBox()
        self.unit.addItem(self.tr("Documents"), "documents")
        self.unit.addItem(self.tr("Passages"), "passages")
        self.unit.currentIndexChanged.connect(lambda _n: self._count())
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.to.setEditable(True)
        self.to.addItems(["", *(name for name in moment.read.coders.values())])
        self.to.setToolTip(self.tr("Others’ work in these documents stays out of their sight until their first pass"))
        self.among = QLabel()
        self.among.setProperty("muted", True)
        self.before = QListWidget()
        self.before.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Draw"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._count()
        self._list()

    def _lay_out(self) -> None:
        form = QFormLayout()
        rows = (
            (self.tr("What is drawn"), self.unit),
            (self.tr("How many"), self.number),
            (self.tr("Seed"), self.seed),
            (self.tr("Given blind to"), self.to),
        )
        for title, field in rows:
            field.setAccessibleName(title)
            form.addRow(title, field)
        self.drawn = QLabel(self.tr("Drawn before"))
        self.drawn.setBuddy(self.before)
        self.before.setAccessibleName(self.drawn.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addLayout(form)
        for part in (self.among, self.drawn, self.before, self.buttons):
            layout.addWidget(part)
        self.resize(520, 420)

    def _count(self) -> None:
        """Say of how many is drawn, and offer no more."""
        from coding.agreement import draws

        among = len(draws.population(self.moment, self.unit.currentData()))
        self.number.setRange(min(1, among), among)
        self.among.setText(self.tr("Of {among}. The same seed draws the same again.").format(among=among))
        self.to.setEnabled(self.unit.currentData() == "documents")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(among) and self.hub.project.writable)

    def _list(self) -> None:
        from coding.agreement import draws

        for one in draws.listed(self.hub.project):
            self.before.addItem(self._told(one))
        for part in (self.drawn, self.before):
            part.setVisible(bool(self.before.count()))

    def _told(self, one: DrawInfo) -> str:
        mask, infos = self.moment.mask, self.moment.infos
        names = dict.fromkeys(mask.document(infos[at.document]) for at in one.places if at.document in infos)
        said = self.tr("{number} of {among}, seed {seed}: {names}")
        return said.format(number=len(one.places), among=one.among, seed=one.seed, names=", ".join(names))

    def accept(self) -> None:
        """Draw; a refusal is told and the dialog stays."""
        from coding.agreement import draws

        unit, number, seed = self.unit.currentData(), self.number.value(), self.seed.value()
        to = self.to.currentText().strip() if self.to.isEnabled() else ""
        made = self.hub.write(lambda: draws.draw(self.moment, unit, number, seed, to=to or None))
        if made is not None or self.hub.project.busy:
            super().accept()
