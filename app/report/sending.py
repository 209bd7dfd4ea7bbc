"""What was sent to a journal: kept by name, what changed since, and the remarks on it with what answers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app import consenting
from app.hub import Ask, Hub
from app.i18n import language
from app.icons import icon
from app.neighbours import NamesDelegate
from app.report.sending_forms import AnswerForm, RemarkForm, SendForm
from coding import remarks, submissions

if TYPE_CHECKING:
    from coding.exports.reports import Section
    from coding.moment.moment import Moment
    from coding.remarks import RemarkInfo
    from coding.submissions import StudyDifference, SubmissionInfo
    from corpus.progress import Progress

_KEY = Qt.ItemDataRole.UserRole


def _table(name: str, columns: Sequence[str]) -> QTableWidget:
    made = QTableWidget(0, len(columns))
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(list(columns))
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setWordWrap(True)
    made.setTabKeyNavigation(False)
    made.setStyleSheet("QTableWidget::item { padding: 4px 6px; }")
    made.verticalHeader().hide()
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.sectionResized.connect(lambda *_: made.resizeRowsToContents())
    return made


def _fill(table: QTableWidget, rows: Sequence[Sequence[object]]) -> None:
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            item = QTableWidgetItem(str(cell))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            table.setItem(row, column, item)
    table.resizeRowsToContents()


class SubmissionsDialog(QDialog):
    """Not modal, and follows along; each act is one change that undo takes back."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.hub = hub
        self.sent: list[SubmissionInfo] = []
        self.remarks: list[RemarkInfo] = []
        self.found: Sequence[StudyDifference] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Submissions and remarks"))
        self.resize(1080, 620)
        self._lay_out()
        hub.changed.connect(lambda _changes: self.refresh())
        hub.viewed.connect(self.refresh)
        hub.closed.connect(self.close)
        self.refresh()

    def _lay_out(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was sent"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.keep = self._button("add", self.tr("Keep what is sent…"), self.ask_keep)
        self.forget = self._button("remove", self.tr("Forget"), self._forget)
        self.article = self._button("export", self.tr("Article as it was sent…"), self._ask_article)
        left = self._column([self.list, self.keep, self.article, self.forget])
        left.layout().setContentsMargins(0, 0, 8, 0)  # type: ignore[union-attr]  # it has one
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        names = (self.tr("What"), self.tr("Change"), self.tr("Name"), self.tr("As sent"), self.tr("Now"))
        self.changes = _table(self.tr("What changed since"), names)
        for column in (0, 1):
            self.changes.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.changes.setToolTip(self.tr("Double-click or Enter: the segments of the code"))
        self.changes.activated.connect(lambda index: self.open(index.row()))
        self.table = _table(self.tr("Remarks"), (self.tr("By whom"), self.tr("Remark"), self.tr("Answer")))
        self.table.setToolTip(self.tr("Double-click or Enter: answer the remark"))
        self.table.activated.connect(lambda _index: self.ask_answer())
        self.table.itemSelectionChanged.connect(self._enable)
        self.write = self._button("add", self.tr("Write down a remark…"), self.ask_remark)
        self.answer = self._button("edit", self.tr("Answer…"), self.ask_answer)
        self.remove = self._button("remove", self.tr("Remove"), self._remove)
        acts = QHBoxLayout()
        for button in (self.write, self.answer, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        below = self._column([self.table])
        layout = below.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(acts)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setChildrenCollapsible(False)
        for part in (self._column([self.about, self.changes]), below):
            down.addWidget(part)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(down)
        across.setSizes([280, 800])
        across.setStretchFactor(1, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(across, 1)
        whole.addWidget(close)

    def _button(self, name: str, said: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(icon(name), said)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: act())
        return made

    def _column(self, parts: Sequence[QWidget]) -> QWidget:
        made = QWidget()
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            down.addWidget(part)
        return made

    @property
    def chosen(self) -> SubmissionInfo | None:
        """What was sent that is looked at; None is what was sent nowhere."""
        row = self.list.currentRow()
        return self.sent[row] if 0 <= row < len(self.sent) else None

    @property
    def remark(self) -> RemarkInfo | None:
        """The remark that is selected."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return self.remarks[min(rows)] if rows and min(rows) < len(self.remarks) else None

    def refresh(self) -> None:
        """Read again what was sent and what was remarked."""
        project = self.hub.project_or_none
        if project is None:
            return
        before = self.chosen.key if self.chosen is not None else None
        self.sent = submissions.listed(project)
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for one in self.sent:
            item = QListWidgetItem(one.name)
            item.setData(_KEY, one.key)
            item.setToolTip(one.name)
            self.list.addItem(item)
        self.list.addItem(self.tr("Remarks on no submission"))
        row = next((n for n, one in enumerate(self.sent) if one.key == before), 0)
        self.list.setCurrentRow(row)
        blocked.unblock()
        self._show()

    def _show(self) -> None:
        """Show what is said of what is chosen, and look for what changed since."""
        one, project = self.chosen, self.hub.project
        key = one.key if one is not None else None
        self.remarks = [each for each in remarks.listed(project) if each.submission == key]
        self.found = ()
        _fill(self.changes, [])
        self.changes.setVisible(one is not None)
        self._show_remarks()
        self._enable()
        if one is None:
            said = self.tr("Nothing was sent yet: keep what is sent, and this says later what changed since.")
            self.about.setText("" if self.sent else said)
            return
        self.about.setText(self.tr("Looking for what changed since…"))
        self.hub.jobs.run(
            self.tr("Comparing with what was sent"),
            partial(_compared, self.hub, one),
            partial(self._compared, one),
            key="submissions",
        )

    def _show_remarks(self) -> None:
        from coding.exports import sending

        rows = sending.remarked(self._seen(), self.remarks)
        _fill(self.table, rows)

    def _seen(self) -> Moment:
        return self.hub.moment().viewed(masking=True, printed=language(self.hub.settings))

    def _compared(self, one: SubmissionInfo, found: tuple[Sequence[StudyDifference], Section]) -> None:
        if not isValid(self) or self.chosen != one:
            return
        self.found, section = found
        self.about.setText("\n".join(section.paragraphs))
        _fill(self.changes, section.rows)

    def _enable(self) -> None:
        one, writable = self.chosen, self.hub.project.writable
        self.keep.setEnabled(writable)
        self.write.setEnabled(writable)
        self.forget.setEnabled(one is not None and writable)
        self.article.setEnabled(one is not None and bool(one.article))
        for button in (self.answer, self.remove):
            button.setEnabled(self.remark is not None and writable)

    # acts

    def ask_keep(self) -> None:
        """Ask for a name, and keep the study as it stands."""
        SendForm(self.hub, self, self.freeze).open()

    def freeze(self, name: str, note: str, article: Path | None) -> None:
        """Keep the study as it stands under a name."""
        hub, project = self.hub, self.hub.project

        def work(_progress: Progress) -> int:
            from coding import reports

            moment = hub.moment(project).viewed(masking=True)
            return submissions.freeze(moment, name, reports.tables_sent(moment), note=note, article=article)

        hub.jobs.run(self.tr("Keeping what is sent"), work, self._kept, hub.failed.emit)

    def _kept(self, key: int) -> None:
        if isValid(self):
            self.refresh()
            self.list.setCurrentRow(next((n for n, one in enumerate(self.sent) if one.key == key), 0))

    def _forget(self) -> None:
        if (one := self.chosen) is not None:
            self.hub.write(lambda: submissions.remove(self.hub.project, one.key))

    def _ask_article(self) -> None:
        if (one := self.chosen) is None:
            return
        beside = str(Path(self.hub.settings.get("export_folder", str(Path.home()))) / one.article_name)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Article as it was sent"), beside)
        if name:
            self.write_article(one, Path(name))

    def write_article(self, one: SubmissionInfo, path: Path) -> None:
        """Give the article back as it was sent."""
        from coding import permits
        from coding.exports import saving

        hub, project = self.hub, self.hub.project

        def work(_progress: Progress, terms: permits.Terms) -> None:
            permits.let(hub.moment(project), "submissions", permits.Leaving(), terms)
            saving.written(path, submissions.article(project, one))

        hub.settings.set("export_folder", str(path.parent))
        consenting.export(hub, self, self.tr("Exporting"), work, self.tr("Written: {path}").format(path=path))

    def open(self, row: int | None = None) -> None:
        """Show the segments of the code that a difference is of; without a row the dialog itself."""
        if row is None:
            super().open()
            return
        codes = self.hub.moment().codes.values()
        if 0 <= row < len(self.found):
            key = next((one.key for one in codes if one.label == self.found[row].name), None)
            if key is not None:
                self.hub.show_verbatims(Ask(codes=(key,)))

    def ask_remark(self) -> None:
        """Ask what somebody remarked."""
        RemarkForm(self.hub, self, self.chosen.key if self.chosen is not None else None).open()

    def ask_answer(self) -> None:
        """Ask what answers the remark."""
        if (one := self.remark) is not None:
            AnswerForm(self.hub, self, one).open()

    def _remove(self) -> None:
        if (one := self.remark) is not None:
            self.hub.write(lambda: remarks.remove(self.hub.project, one.key))


def _compared(hub: Hub, one: SubmissionInfo, _progress: Progress) -> tuple[Sequence[StudyDifference], Section]:
    """Return what changed since something was sent, and how that is said."""
    from coding import reports
    from coding.exports import sending

    moment = hub.moment(hub.project).viewed(masking=True)
    found = submissions.since(moment, one, reports.tables_sent(moment))
    return found, sending.changed(moment.viewed(printed=language(hub.settings)), one, found)
