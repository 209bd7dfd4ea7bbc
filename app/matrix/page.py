"""The Matrix page: choose rows, columns and cell; every number opens to its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting
from app.errors_text import sentence
from app.hub import Ask, FigureAsked, Hub
from app.i18n import language
from app.icons import icon
from app.matrix import arranging, exporting
from app.matrix.choice import MatrixOffer, cell_names, offer
from app.matrix.controls import MatrixControls
from app.matrix.counting import compute
from app.matrix.grid import Grid
from app.matrix.preview import SHOWN, CellPreview
from app.matrix.saved import SavedButton
from app.matrix.table import MatrixTable
from app.page import Page
from app.participants.untied import Untied
from app.sets.filter import there
from app.sets.words import nothing_within, show_all
from app.widgets import EmptyState, remember_splitter
from coding.tables.saved_matrices import MatrixChoice

if TYPE_CHECKING:
    from coding.moment.evidence import EvidenceItem
    from coding.moment.moment import Moment
    from coding.tables.verbatims import Verbatim
    from corpus.progress import Progress
    from corpus.store.project import Changes

_ELSEWHERE = frozenset(
    {"saved_matrix", "saved_search", "recipe", "memo", "memo_target", "excerpt", "exposure", "verdict"}
)
_MUTED_AFTER_MS = 150
_PREVIEW_AFTER_MS = 60


class MatrixPage(Page):
    """Counts on the worker whatever changes; what is seen is of the latest change, or muted until it is."""

    name = "matrix"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self._choice: MatrixChoice | None = None
        self._asked = 0
        self._stale = True
        self._behind: tuple[int, int, Grid] | None = None
        self.controls = MatrixControls(hub)
        self.table = MatrixTable()
        self.table.copying = self._copy
        self.preview = CellPreview()
        self.saved = SavedButton(hub, lambda: self.choice, lambda: self.grid.title if self.grid is not None else None)
        self.export_button = QPushButton(icon("export"), self.tr("Export…"))
        self.figure_button = QToolButton()
        self.figure_button.setIcon(icon("figure"))
        self.figure_button.setAccessibleName(self.tr("Draw as a figure"))
        self.figure_button.setToolTip(self.tr("Draw as a figure: the heat map of what is shown, for print"))
        self.figure_button.clicked.connect(self.draw)
        self.arrange = arranging.ArrangeButton()
        self.arrange.chosen.connect(lambda shape: self.choose(replace(self.choice, shape=shape)))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("muted", True)
        self.note.setContentsMargins(16, 4, 16, 8)
        self.note.setAccessibleName(self.tr("What is to be known of the numbers"))
        self.controls.above.addWidget(self.arrange)
        self.controls.above.addWidget(self.figure_button)
        self.controls.above.addWidget(self.saved)
        self.controls.above.addWidget(self.export_button)
        self.untied = Untied(hub, with_button=True)
        self._lay_out()
        self._muted = QTimer(self, singleShot=True, interval=_MUTED_AFTER_MS)
        self._muted.timeout.connect(self._mute)
        self._look = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._look.timeout.connect(self._preview)
        self.controls.chosen.connect(self.choose)
        self.table.asked.connect(self.open_cell)
        self.table.moved.connect(lambda *_: self._look.start())
        self.preview.place_asked.connect(hub.show_place)
        self.preview.all_asked.connect(self.table.ask)
        self.saved.chosen.connect(self.choose)
        self.export_button.clicked.connect(self.export)
        hub.noted.connect(self._noted)
        actions.make("matrix.open", self.table, self.table.ask)
        actions.make("matrix.swap", self, self.controls.exchange)
        actions.make("matrix.arrange", self, self.arrange.showMenu)
        actions.make("matrix.save", self, self.saved.keep)
        actions.make("matrix.figure", self, self.draw)
        actions.make("matrix.export", self, self.export)
        self.controls.name_keys()

    def _lay_out(self) -> None:
        self._documents = EmptyState(
            "matrix",
            self.tr("A matrix compares interviews. Bring in the first ones."),
            self.tr("Go to Code"),
            lambda: self.hub.page_asked.emit("code"),
        )
        self._codings = EmptyState(
            "matrix",
            self.tr("Numbers appear here once text is coded."),
            self.tr("Go to Code"),
            lambda: self.hub.page_asked.emit("code"),
        )
        self._nothing = EmptyState(
            "matrix",
            self.tr("There is nothing to put in rows or columns."),
            self.tr("Choose anew"),
            self._choose_anew,
        )
        self._outside = EmptyState("matrix", "", show_all(), lambda: self.controls.filter.take_off())
        self._refused = EmptyState("warning", "", self.tr("Count again"), self.refresh)
        self.views = QStackedWidget()
        for view in (self.table, self._documents, self._codings, self._nothing, self._outside, self._refused):
            self.views.addWidget(view)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.views)
        across.addWidget(self.preview)
        across.setStretchFactor(0, 3)
        across.setStretchFactor(1, 1)
        across.setSizes([900, 300])
        self.views.setMinimumWidth(320)
        remember_splitter(across, "matrix", self.hub.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self.untied)
        layout.addWidget(across, 1)
        layout.addWidget(self.note)

    def project_opened(self) -> None:
        kept = self.hub.project.recall("matrix")
        self._choice = MatrixChoice.of(kept) if isinstance(kept, dict) else None
        self._stale = True
        if self.isVisible():
            self.refresh()

    def project_closed(self) -> None:
        self._asked += 1
        self._behind, self._choice = None, None
        self._muted.stop()
        self._look.stop()
        self.table.show_grid(None)
        self.preview.show_verbatims("", (), ())
        self.untied.show_moment(None)

    def project_changed(self, changes: Changes) -> None:
        if changes.keys.keys() <= _ELSEWHERE:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _noted(self, _changes: Changes) -> None:
        """What was opened is read: count again behind what is shown, which stays as it is until the answer is there."""
        if self._stale or not self.isVisible():
            self._stale = True
        else:
            self._count()

    def entered(self) -> None:
        if self._stale:
            self.refresh()

    def restyled(self) -> None:
        self.table.lay_out()
        self.table.viewport().update()
        self.preview.paint_again()

    def home(self) -> QWidget:
        return self.table

    def panes(self) -> Sequence[QWidget]:
        return self.table, self.preview, self.controls

    @property
    def grid(self) -> Grid | None:
        """What is shown, unless newer numbers are under way."""
        cells = self.table.cells
        return None if self._stale or cells.pending else cells.grid

    @property
    def choice(self) -> MatrixChoice:
        """What is counted."""
        return self._choice or MatrixChoice(mask=True)

    def choose(self, choice: MatrixChoice) -> None:
        """Count something else, and remember it for this coder."""
        self._choice = choice
        self.hub.project.remember("matrix", choice.kept())
        self._stale = True
        self.refresh()

    def _choose_anew(self) -> None:
        self._choice = None
        self.refresh()

    def refresh(self) -> None:
        """Count on the worker; an answer that is no longer wanted is let go."""
        if self.hub.project_or_none is None:
            return
        self.table.cells.pending = True
        self.table.waiting = self.tr("The numbers come as soon as they are counted.")
        self._muted.start()
        self._count()

    def _count(self) -> None:
        self._asked += 1
        self._stale = False  # what changes from here on is not in what is counted
        asked, project, choice = self._asked, self.hub.project, self._choice
        spoken = language(self.hub.settings)
        self.hub.jobs.run(
            self.tr("Counting"),
            lambda progress: _counted(self.hub.moment(project), choice, spoken, progress),
            lambda found: self._show(asked, *found),
            lambda error: self._failed(asked, error),
            key="matrix",
        )

    def _mute(self) -> None:
        self.table.viewport().update()

    def _show(self, asked: int, offered: MatrixOffer, choice: MatrixChoice, grid: Grid | None) -> None:
        if asked != self._asked:
            return
        self._muted.stop()
        self._choice = choice
        self.controls.show_choice(choice, offered)
        self.arrange.show_shape(choice.shape, choice.cell)
        self.table.show_grid(grid)
        if not offered.documents:
            view: QWidget = self._documents
        elif not offered.codings:
            view = self._codings
        elif grid is not None and all(grid.matrix.values.shape):
            view = self.table
        elif choice.within:
            view = self._outside
            moment = self.hub.moment()
            self._outside.sentence.setText(nothing_within(moment.viewed(within=there(moment, choice.within))))
        else:
            view = self._nothing
        self.views.setCurrentWidget(view)
        self.preview.setVisible(view is self.table)
        self.note.setText(arranging.said(grid) if grid is not None and view is self.table else "")
        self.note.setVisible(bool(self.note.text()))
        self.untied.show_moment(grid.matrix.moment if grid is not None and grid.by_people else None)
        self.export_button.setEnabled(view is self.table)
        self.figure_button.setEnabled(view is self.table)
        self._look.start()

    def _failed(self, asked: int, error: Exception) -> None:
        from corpus.errors import Cancelled

        if asked != self._asked:
            return
        self._muted.stop()
        self._stale = True
        stopped = self.tr("The count was stopped.")
        self._refused.sentence.setText(stopped if isinstance(error, Cancelled) else sentence(error))
        self.views.setCurrentWidget(self._refused)
        self.preview.hide()
        self.note.hide()
        self.export_button.setEnabled(False)

    def title(self, grid: Grid, row: int, column: int) -> str:
        """Give what a cell is called."""
        return grid.cell_name(row, column)

    def open_cell(self, row: int, column: int) -> None:
        """Show the words behind a cell on the Verbatims page."""
        grid = self.grid
        if grid is None:
            return
        if not grid.is_total(row, column):
            self._open(grid, row, column, grid.opened(row, column))
            return
        asked = self._asked

        def show(items: list[EvidenceItem]) -> None:
            if asked == self._asked:
                self._open(grid, row, column, items)

        # A total gathers what stands behind many cells.
        self.hub.jobs.run(self.tr("Gathering coded segments"), lambda _progress: grid.opened(row, column), show)

    def _open(self, grid: Grid, row: int, column: int, items: list[EvidenceItem]) -> None:
        if items:
            self.hub.show_verbatims(Ask(items=tuple(items), title=self.title(grid, row, column)))
        else:
            self.hub.said.emit(self.tr("Nothing stands behind this cell."))

    def _preview(self) -> None:
        grid, index = self.grid, self.table.currentIndex()
        if grid is None or not index.isValid():
            return
        row, column, asked = index.row(), index.column(), self._asked
        title = self.title(grid, row, column)
        self._behind = (row, column, grid)

        def look(_progress: object) -> tuple[list[Verbatim], list[EvidenceItem]]:
            from coding.tables import verbatims

            items = grid.opened(row, column)
            return list(verbatims.of_items(grid.matrix.moment, items[:SHOWN])), items

        def show(found: tuple[list[Verbatim], list[EvidenceItem]]) -> None:
            if asked == self._asked and self._behind == (row, column, grid):
                self.preview.show_verbatims(title, *found, cell=grid.matrix.cell, value=grid.counted(row, column))

        self.hub.jobs.run("", look, show, lambda _error: None, key="matrix.preview", quiet=True)

    def _copy(self, text: str) -> None:
        """Put chosen cells on the clipboard, unless their names show what was not agreed to."""
        from coding.permits import Leaving

        if (grid := self.grid) is not None:
            consenting.copy(
                self.hub,
                self,
                text,
                lambda: Leaving((text,)),
                way="matrix",
                named=not grid.matrix.moment.masking,
                given=lambda: exporting.giving_away(grid),
            )

    def draw(self) -> None:
        """Show the heat map of what is shown as a figure for print."""
        grid = self.grid
        if grid is None or self.views.currentWidget() is not self.table:
            return
        matrix, seen = grid.matrix, grid.matrix.moment
        view = {name: getattr(seen, name) for name in ("layer", "masking", "interviewer", "within", "human", "reread")}
        chosen = {
            "rows": matrix.row_kind,
            "columns": matrix.column_kind,
            "cell": matrix.cell,
            "evidence": matrix.evidence,
            "percent": grid.percent,
            "order": grid.choice.shape.order,
        }
        asked = FigureAsked("heat", chosen, {**view, "where": dict(seen.where)}, self.controls.dimensions)
        self.hub.show_figure(asked)

    def export(self) -> None:
        """Ask where to and in which form, and write the matrix or its figure there."""
        if self.grid is None:
            return
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        forms = exporting.forms()
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export the matrix"), str(folder / "matrix"), ";;".join(form.said for form in forms)
        )
        if name:
            form = next((one for one in forms if one.said == kind), forms[0])
            self.export_to(form.named(Path(name)), form)

    def export_to(self, path: Path, form: exporting.Form = exporting.AS_SHOWN) -> None:
        """Write the matrix as it is shown, or in another form; the ending chooses the format."""
        grid = self.grid
        if grid is None:
            return
        self.hub.settings.set("export_folder", str(path.parent))
        font = self.font()
        consenting.export(
            self.hub,
            self,
            self.tr("Exporting"),
            lambda progress, terms: exporting.save(grid, path, form, font, terms, progress, self.hub.settings.template),
            self.tr("Written: {path}").format(path=path),
            named="" if grid.matrix.moment.masking else "matrix",
            given=lambda: exporting.giving_away(grid),
        )


def _counted(
    moment: Moment, choice: MatrixChoice | None, spoken: str, progress: Progress
) -> tuple[MatrixOffer, MatrixChoice, Grid | None]:
    offered = offer(moment, spoken)
    wanted = offered.first() if choice is None else offered.mended(choice)
    if not offered.codings:
        return offered, wanted, None
    names = offered.dimensions
    title = f"{names[wanted.rows]} × {names[wanted.columns]} · {cell_names()[wanted.cell]}"
    return offered, wanted, compute(moment, wanted, title, progress, names[wanted.columns])
