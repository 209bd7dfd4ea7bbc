"""The drawer of all memos: the list, what it is narrowed to, and the memo that is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting
from app.hub import Hub
from app.icons import icon
from app.memos.date_filter import When
from app.memos.editor import MemoEditor
from app.memos.list import MemoLines, MemoList
from app.memos.opening import open_target
from app.memos.words import about_names, kind_names, order_names
from app.sets.list_filter import ListFilter
from app.widgets import EmptyState, NamesBox, remember_splitter
from coding import memos
from coding.memos import MemoInfo, Target, chosen
from coding.moment import shown
from corpus.rules import KINDS

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.progress import Progress


class Drawer(QWidget):
    """All memos."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._all: list[MemoInfo] = []
        self._refreshing = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search memos"))
        self.search.setAccessibleName(self.tr("Search memos"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.kind = self._choice(self.tr("Kind of memo"), {"": self.tr("All kinds"), **kind_names()})
        self.about = self._choice(self.tr("What the memos are about"), about_names())
        self.coder = self._choice(self.tr("Coder"), {"": self.tr("All coders")})
        self.when = When()
        self.when.changed.connect(self._narrow)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.order = self._choice(self.tr("Order"), order_names())
        self.sets = ListFilter(hub, "memos", KINDS)
        self.sets.filter.chosen.connect(self._narrow)
        self.export = QToolButton()
        self.export.setIcon(icon("export"))
        self.add = QPushButton(icon("add"), self.tr("New memo"))
        self.add.clicked.connect(lambda: self.begin())
        exports = actions.make("memos.export", self, self.ask_where)
        self.export.setToolTip(exports.toolTip())
        self.export.setAccessibleName(exports.text())
        self.export.clicked.connect(self.ask_where)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.setMouseTracking(True)
        self.model = MemoList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(MemoLines(self.list))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.editor = MemoEditor(hub, "page")
        self.editor.target_asked.connect(lambda target: open_target(hub, target))
        self.editor.made.connect(self.show_memo)
        self.editor.memo_linked.connect(self.show_memo)
        self.editor.removed.connect(self.list.setFocus)
        self.empty = EmptyState(
            "memo",
            self.tr("Memos keep what you think while you code: on the study, on a code, on somebody's words."),
            self.tr("Write the first memo"),
            lambda: self.begin(),
        )
        self._lay_out()

    def _choice(self, name: str, titles: dict[str, str]) -> QComboBox:
        choice = NamesBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, title in titles.items():
            choice.addItem(title, key)
        choice.currentIndexChanged.connect(self._narrow)
        return choice

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.export)
        head.addWidget(self.add)
        narrowing = QGridLayout()
        narrowing.setSpacing(8)
        for n, choice in enumerate((self.kind, self.about, self.coder, self.order, self.when, self.count)):
            narrowing.addWidget(choice, n // 2, n % 2)
            narrowing.setColumnStretch(n % 2, 1)
        narrowing.addWidget(self.when.between, 3, 0, 1, 2)
        left, self.across = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.across)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(left)
        down = QVBoxLayout(left)
        down.setContentsMargins(16, 8, 8, 0)
        down.setSpacing(8)
        down.addLayout(head)
        down.addLayout(narrowing)
        down.addWidget(self.sets)
        down.addWidget(self.list, 1)
        self.across.addWidget(self.editor)
        self.across.setSizes([460, 640])
        self.across.setStretchFactor(1, 1)
        remember_splitter(self.across, "memos", self.hub.settings)

    def refresh(self) -> None:
        """Read the memos again."""
        project = self.hub.project_or_none
        self._all = memos.listed(project) if project else []
        self._name_coders()
        self._narrow()

    def _name_coders(self) -> None:
        now = self.coder.currentData()
        self.coder.blockSignals(True)
        while self.coder.count() > 1:
            self.coder.removeItem(1)
        for name in sorted({memo.coder for memo in self._all}):
            self.coder.addItem(name, name)
        self.coder.setCurrentIndex(max(0, self.coder.findData(now)))
        self.coder.blockSignals(False)

    def close_memo(self) -> None:
        """Let go of all memos, as when the project is closed."""
        self._all = []
        self.editor.show_memo(None)
        self._narrow()

    def _wanted(self) -> chosen.MemoFilter:
        about, (since, until) = self.about.currentData(), self.when.days()
        return chosen.MemoFilter(
            self.kind.currentData() or None,
            self.coder.currentData() or None,
            self.search.text(),
            since,
            until,
            (about, None) if about else None,
        )

    def _narrow(self, _changed: object = None) -> None:
        moment = self.sets.filter.narrowed()
        within = self._all if moment is None else shown.memos(moment, self._all)
        found = chosen.ordered(chosen.those(within, self._wanted()), self.order.currentData())
        self.sets.say(moment, len(within))
        current = self.editor.memo.key if self.editor.memo is not None else None
        self._refreshing = True
        self.model.show_memos(found)
        every, kept = len(self._all), len(found)
        self.count.setText(
            self.tr("%n memo(s)", "", every)
            if kept == every
            else self.tr("{shown} of {every} memos").format(shown=kept, every=every)
        )
        row = self.model.row_of(current)
        if row is not None:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._refreshing = False
        whole = next((memo for memo in self._all if memo.key == current), None)
        if whole is not None:
            self.editor.show_memo(whole)
        elif current is not None:
            self.editor.gone()
        writing = self.editor.isEnabled()
        self.empty.setVisible(not self._all and not writing)
        self.across.setVisible(bool(self._all) or writing)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._refreshing or not current.isValid():
            return
        key = int(current.data(Qt.ItemDataRole.UserRole))
        self.editor.keep()
        memo = next((memo for memo in self._all if memo.key == key), None)
        self.editor.show_memo(memo)

    def show_memo(self, key: int) -> None:
        """Bring a memo to the front, whatever the list is narrowed to."""
        if self.model.row_of(key) is None:
            for choice in (self.kind, self.about, self.coder):
                choice.setCurrentIndex(0)
            self.when.clear()
            self.search.clear()
            if self.sets.filter.within:
                self.sets.filter.take_off()
        memo = next((memo for memo in self._all if memo.key == key), None)
        if memo is not None:
            self.editor.show_memo(memo)
            self._narrow()
            self.list.scrollTo(self.list.currentIndex())

    def begin(self, targets: Sequence[Target] = ()) -> None:
        """Begin a new memo."""
        self.empty.hide()
        self.across.show()
        self.list.clearSelection()
        self.editor.begin(targets, self.kind.currentData() or "theoretical")

    # export

    def ask_where(self) -> None:
        """Ask for a file and write the memos that are listed into it."""
        if not self.model.memos:
            return
        kinds = {
            self.tr("Word document (*.docx)"): "docx",
            self.tr("Markdown (*.md)"): "md",
            self.tr("Web page (*.html)"): "html",
            self.tr("Comma-separated (*.csv)"): "csv",
            self.tr("Table for Excel (*.xlsx)"): "xlsx",
        }
        dialog = QFileDialog(self, self.tr("Export memos"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_to(Path(path)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the memos that are listed, in the format of the file's ending; confidential participants are masked."""
        from coding.exports import memos as printed

        hub, listed = self.hub, list(self.model.memos)

        def work(_progress: Progress, terms: Terms) -> None:
            printed.save(hub.moment(), listed, path, excel=True, terms=terms, template=hub.settings.template)

        said = self.tr("Written: {name}. Confidential participants are masked in it.").format(name=path.name)
        consenting.export(
            hub, self, self.tr("Export memos"), work, said, given=lambda: printed.giving_away(hub.moment(), listed)
        )
