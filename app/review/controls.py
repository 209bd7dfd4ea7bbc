"""What is looked through and in which order: codes, documents, basis, order, first pass."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.hub import Hub
from app.sets.filter import SetFilter
from app.widgets import Halves, NamesBox
from coding.suggest.queue import BASES, BY_CODE, BY_DOCUMENT


class ReviewControls(QWidget):
    """`scope` is a framework or None for descriptive codes, `only` a document or None for all."""

    scope_changed = Signal()
    filter_changed = Signal()
    hiding_changed = Signal(bool)
    done = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.filter = SetFilter(hub, "review", beside=True, brief=True, bare=self.tr("Within sets"))
        self.filter.chosen.connect(lambda _within: self.filter_changed.emit())
        self.scope = _box(self.tr("Codes to suggest"), 12)
        self.only = _box(self.tr("Documents to review"), 12)
        self.basis = _box(self.tr("What the suggestions rest on"), 18)
        self.order = _box(self.tr("Order"), 10)
        self.order.addItem(self.tr("By document"), BY_DOCUMENT)
        self.order.addItem(self.tr("By code, like with like"), BY_CODE)
        for basis in BASES:
            self.basis.addItem("", basis)
        self.count_bases(0, 0, 0)
        self.hidden = QCheckBox(self.tr("Only after my first pass"))
        self.hidden.setToolTip(self.tr("Hide suggestions for a document until your first pass over it is done."))
        self.count = QLabel()
        self.count.setProperty("muted", True)
        boxes, more = QWidget(), QWidget()
        chosen, kept, layout = QHBoxLayout(boxes), QHBoxLayout(more), QHBoxLayout(self)
        for line in (chosen, kept):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
        for box, share in ((self.scope, 5), (self.only, 5), (self.basis, 6), (self.order, 4)):
            chosen.addWidget(box, share)
        chosen.addStretch(1)
        kept.addWidget(self.filter)
        kept.addWidget(self.hidden)
        kept.addStretch(1)
        kept.addWidget(self.count)
        layout.setContentsMargins(16, 0, 16, 8)
        layout.addWidget(Halves(boxes, more))
        self.scope.currentIndexChanged.connect(lambda _: self.scope_changed.emit())
        for box in (self.only, self.basis, self.order):
            box.currentIndexChanged.connect(lambda _: self.filter_changed.emit())
        for box in (self.scope, self.only, self.basis, self.order):
            box.activated.connect(lambda _: self.done.emit())
        self.hidden.clicked.connect(self.hiding_changed)

    def list_scopes(self, frameworks: Iterable[tuple[str, str]]) -> None:
        """Offer the descriptive codes and the frameworks, given by title and key."""
        _fill(self.scope, [(self.tr("Descriptive codes"), None), *frameworks])

    def list_documents(self, documents: Iterable[tuple[str, int]]) -> None:
        """Offer all documents and each, given by name and key."""
        _fill(self.only, [(self.tr("All documents"), None), *documents])

    def count_bases(self, measured: int, defined: int, weaker: int) -> None:
        """Say how many passages have something measured, a match with a definition, or what has little to show."""
        self.basis.setItemText(0, self.tr("From your codings ({count})").format(count=measured))
        self.basis.setItemText(1, self.tr("By definition, unmeasured ({count})").format(count=defined))
        self.basis.setItemText(2, self.tr("Weaker, look twice ({count})").format(count=weaker))

    def choose(self, box: QComboBox, data: object) -> None:
        """Choose without telling anyone."""
        box.blockSignals(True)
        box.setCurrentIndex(max(box.findData(data), 0))
        box.blockSignals(False)


def _box(name: str, letters: int) -> QComboBox:
    box = NamesBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    box.setMaximumWidth(box.fontMetrics().averageCharWidth() * 36)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _fill(box: QComboBox, rows: Iterable[tuple[str, object]]) -> None:
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, data in rows:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(kept), 0))
    box.blockSignals(False)
