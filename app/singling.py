"""What is about to leave tells who somebody is, though no name is in it: said before, with what would help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.widgets import NumberBox

if TYPE_CHECKING:
    from coding.singling import GivenAway

MOST = 99
_KEY = "singled"


class Fewest(NumberBox):
    """How many have to share what is told, so that it singles nobody out; it is kept in the project at once."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        from coding import singling

        self.hub, self._of = hub, hub.project_or_none
        self.setRange(singling.FEWEST, MOST)
        self.setAccessibleName(self.tr("Warn where fewer share what is told"))
        self.setKeyboardTracking(False)
        self.show_kept()
        self.valueChanged.connect(self._keep)

    def show_kept(self) -> None:
        """Show what the opened project keeps."""
        from coding import singling

        project, self._of = self.hub.project_or_none, None
        self.setEnabled(project is not None and project.writable)
        self.setValue(singling.fewest(project) if project is not None else singling.FEWEST)
        self._of = project

    def _keep(self, number: int) -> None:
        from coding import singling

        project = self._of
        if project is not None and project.writable:
            self.hub.write(lambda: singling.keep_fewest(project, number))


class Stopped(QDialog):
    """What is about to leave is stopped, and said why; `let` lets it leave all the same, Enter means to cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.let = self.buttons.addButton("", QDialogButtonBox.ButtonRole.DestructiveRole)
        self.let.setAutoDefault(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.form = QFormLayout()

    def lay_out(self, *parts: QWidget) -> None:
        """Lay out what is said, other parts, the form, and the buttons, below each other."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        for part in (self.said, *parts):
            layout.addWidget(part)
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)


class SinglesOut(Stopped):
    """Lists whom what leaves singles out, what is told of them and what would help; `agreed` lets it leave.

    `look` finds them anew where another number has to share what is told; `still` is what the button says.
    """

    def __init__(
        self,
        hub: Hub,
        parent: QWidget,
        found: GivenAway,
        look: Callable[[], GivenAway],
        agreed: Callable[[], object],
        still: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What tells who it is"))
        self.let.setText(still or self.tr("Export all the same"))
        self.hub, self._look = hub, look
        self.people = self._table()
        self.fewest = Fewest(hub)
        self.fewest.valueChanged.connect(lambda _number: self._again())
        self.let.clicked.connect(agreed)
        self.let.clicked.connect(self.accept)
        self.form.addRow(self.tr("Warn where fewer share what is told"), self.fewest)
        self.lay_out(self.people)
        self.show_found(found)
        self.people.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(820, 460)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels(
            [self.tr("Participant"), self.tr("What is told"), self.tr("How many have it"), self.tr("What helps")]
        )
        table.setAccessibleName(self.tr("Whom what leaves singles out"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setStyleSheet("QTableView::item { padding: 4px 6px; }")
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            table.horizontalHeader().setSectionResizeMode(column, mode)
        return table

    def _again(self) -> None:
        self.hub.jobs.run("", lambda _progress: self._look(), self.show_found, key=_KEY, quiet=True)

    def show_found(self, found: GivenAway) -> None:
        """Show whom it singles out, and the words in it that were flagged."""
        rows = [*self._singled(found), *self._flagged(found)]
        self.people.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.people.setItem(row, column, QTableWidgetItem(text))
        if rows:
            self.people.setCurrentCell(0, 0)
        self.said.setText(self._sentence(len(found.singled), len(found.flagged)))

    def _sentence(self, people: int, words: int) -> str:
        lines = (
            [
                self.tr(
                    "No name is in it, but %n confidential participant(s) can be told by what is written of them.",
                    "",
                    people,
                )
            ]
            if people
            else []
        )
        if words:
            lines.append(self.tr("%n place(s) are written whose words single somebody out.", "", words))
        return " ".join(lines) or self.tr("Nothing in it tells who anybody is.")

    def _singled(self, found: GivenAway) -> list[tuple[str, ...]]:
        from coding.exports import singled

        moment = self.hub.moment().viewed(masking=True)
        return [
            (moment.mask.person(one.participant), singled.told(moment, one), str(one.have), singled.helps(moment, one))
            for one in found.singled
        ]

    def _flagged(self, found: GivenAway) -> list[tuple[str, ...]]:
        from coding.exports import singled

        moment = self.hub.moment().viewed(masking=True)
        return [singled.flag(moment, one) for one in found.flagged]
