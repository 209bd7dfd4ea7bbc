"""Crosswalks: where codes of two frameworks meet, and why. They carry no evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.neighbours import WordsDelegate
from app.theory.detail import ReasonField
from app.widgets import NamesBox

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.links import LinkInfo
    from corpus.store.project import Changes

_LINK = Qt.ItemDataRole.UserRole


class Crosswalks(QDialog):
    """A list that stays open beside the work; a reason is changed in place, a crosswalk added and taken away."""

    def __init__(self, hub: Hub, framework: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub, self.framework = hub, framework
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Crosswalks"))
        self.resize(860, 520)
        self.list = QTreeWidget()
        self.list.setItemDelegate(WordsDelegate(self.list))
        self.list.setHeaderLabels([self.tr("From"), self.tr("To"), self.tr("Basis"), self.tr("Reason")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Crosswalks of the framework"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((232, 264, 96)):
            self.list.setColumnWidth(column, width)
        self.list.currentItemChanged.connect(lambda *_: self._describe())
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setMinimumHeight(self.whole.fontMetrics().height() * 3)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reason = ReasonField()
        self.reason.setAccessibleName(self.tr("Reason of the crosswalk"))
        self.reason.returnPressed.connect(self._keep_reason)
        self.reason.left.connect(self._describe)
        self.remove = QPushButton(self.tr("Take away"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.source, self.target, self.why = NamesBox(), NamesBox(), QLineEdit()
        self.source.setAccessibleName(self.tr("From this code"))
        self.target.setAccessibleName(self.tr("To this code"))
        self.why.setPlaceholderText(self.tr("Why they meet"))
        self.why.setAccessibleName(self.tr("Why they meet"))
        self.why.returnPressed.connect(self._add)
        self.add = QPushButton(self.tr("Add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self._lay_out()
        hub.changed.connect(self._changed)
        hub.closed.connect(self.reject)
        self._fill()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(QLabel(self.tr("Reason")), 0, 0)
        grid.addWidget(self.reason, 0, 1, 1, 3)
        grid.addWidget(self.remove, 0, 4)
        grid.addWidget(QLabel(self.tr("New")), 1, 0)
        grid.addWidget(self.source, 1, 1)
        grid.addWidget(self.target, 1, 2)
        grid.addWidget(self.why, 1, 3)
        grid.addWidget(self.add, 1, 4)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        for box in (self.source, self.target):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        said = QLabel(self.tr("A crosswalk says that codes of two frameworks meet; it carries no evidence."))
        said.setProperty("muted", True)
        layout.addWidget(said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.whole)
        layout.addLayout(grid)

    def _changed(self, changes: Changes) -> None:
        from corpus.model import Code, Framework, Link

        if changes.touches(Code, Framework, Link):
            self._fill()

    def _fill(self) -> None:
        from coding import codebook, links

        codes = {one.key: one for one in codebook.listed(self.hub.project) if one.cycle == 2}
        was = self._link()
        self.list.clear()
        for link in links.listed(self.hub.project, "crosswalk"):
            source, target = codes[link.source], codes[link.target]
            if self.framework in (source.framework, target.framework):
                said = [self._said(source), self._said(target), said_basis(link.basis), link.reason]
                item = QTreeWidgetItem(self.list, said)
                item.setData(0, _LINK, link)
                for column, text in enumerate(said):
                    item.setToolTip(column, text)
                if was and link.key == was.key:
                    self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        _offer(self.source, [one for one in codes.values() if one.framework == self.framework])
        _offer(self.target, [one for one in codes.values() if one.framework != self.framework])
        self.add.setEnabled(bool(self.source.count() and self.target.count()))
        self._describe()

    def _said(self, code: CodeInfo) -> str:
        return code.label if code.framework == self.framework else _name(code)

    def _link(self) -> LinkInfo | None:
        item = self.list.currentItem()
        return item.data(0, _LINK) if item is not None else None

    def _describe(self) -> None:
        link = self._link()
        self.whole.setText(link.reason if link else self.tr("There are no crosswalks yet between these frameworks."))
        self.reason.setText(link.reason if link else "")
        self.reason.setCursorPosition(0)
        self.reason.setEnabled(link is not None)
        self.remove.setEnabled(link is not None)

    def _keep_reason(self) -> None:
        from coding import links

        project, link, reason = self.hub.project, self._link(), self.reason.text()
        if link is not None and link.reason != reason.strip():
            self.hub.write(lambda: links.set_reason(project, link.key, reason))

    def _remove(self) -> None:
        from coding import links

        project, link = self.hub.project, self._link()
        if link is not None:
            self.hub.write(lambda: links.unlink(project, link.key))

    def _add(self) -> None:
        from coding import links

        project, reason = self.hub.project, self.why.text()
        source, target = self.source.currentData(), self.target.currentData()
        if source is not None and target is not None:
            self.hub.write(
                lambda: links.link(project, source, target, reason=reason, kind="crosswalk"),
                lambda _key: self.why.clear(),
            )


def _name(code: CodeInfo) -> str:
    return f"{code.label} ({code.framework})"


def _offer(box: QComboBox, codes: list[CodeInfo]) -> None:
    kept = box.currentData()
    box.clear()
    for code in codes:
        box.addItem(_name(code), code.key)
        box.setItemData(box.count() - 1, code.definition, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(box.findData(kept), 0) if codes else -1)


def said_basis(basis: str) -> str:
    """Give what a crosswalk rests on, in the window's language."""
    translate = QCoreApplication.translate
    return {
        "by definition": translate("Crosswalks", "by definition"),
        "by name": translate("Crosswalks", "by name"),
        "in part": translate("Crosswalks", "in part"),
        "stated": translate("Crosswalks", "stated"),
    }.get(basis, basis)
