"""The Report page: a part of the report seen as it will be printed, and its export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting, saving, theme
from app.errors_text import sentence
from app.hub import Ask, FigureAsked, Hub
from app.icons import icon
from app.page import Page
from app.report import figure_view, notice, parts, report_text
from app.report.excerpts import Excerpts
from app.report.notice import ReportNotice, Wrong
from app.report.preview import ReportPreview
from app.report.quotations import Line, Quotations
from app.report.trail import Trail
from app.sets.filter import SetFilter
from app.sets.words import nothing_within, show_all
from app.widgets import EmptyState, Halves, NamesBox, line_of, remember_splitter
from coding import acts, reports
from coding.exports.opening import Acts
from coding.search.searches import Search
from corpus.errors import NothingThere

if TYPE_CHECKING:
    from app.report.recipes import Recipes
    from coding.exports.reports import Report
    from coding.moment.moment import Moment
    from corpus.store.project import Changes

_QUOTED = "verbatims"  # the part that is made of excerpts
_CHECKED = "attributions"  # the part in which an article can be checked
_OF_CODES = ("concepts", "stories")  # the parts that are of codes and quote little


class ReportPage(Page):
    """Parts at the left, the part in the middle; beside the verbatims the excerpts they are made of."""

    name = "report"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self._asked = 0
        self._stale = True
        self._report: Report | None = None
        self.parts = QListWidget()
        self.parts.setStyleSheet("QListWidget { background: transparent; } QListWidget::item { padding: 5px 8px; }")
        self.parts.setAccessibleName(self.tr("Parts of the report"))
        for name, text in parts.names().items():
            self.parts.addItem(text)
            self.parts.item(self.parts.count() - 1).setData(Qt.ItemDataRole.UserRole, name)
        self._list_figures()
        self.scope = NamesBox()
        self.scope.setAccessibleName(self.tr("Quotations of"))
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(24)
        self.scope.setMaximumWidth(420)
        self.masking = QCheckBox(self.tr("Mask confidential names"))
        self.masking.setChecked(True)
        self.masking.setToolTip(self.tr("Numbers stand for those who may not be named, with function and employer"))
        self.export_button = QPushButton(icon("export"), self.tr("Export…"))
        self._recipes: Recipes | None = None
        self.recipes_button = QPushButton(icon("document"), self.tr("Recipes"))
        self.recipes_button.setCheckable(True)
        self.recipes_button.setToolTip(self.tr("What is to be made of the study, kept so that it can be made again"))
        self.filter = SetFilter(hub, "report")
        self.filter.chosen.connect(lambda _within: self.refresh())
        self._lay_out()
        self.parts.currentRowChanged.connect(self._part_chosen)
        self.scope.activated.connect(lambda _n: self.refresh())
        self.masking.clicked.connect(self.refresh)
        self.export_button.clicked.connect(self.export)
        self.recipes_button.clicked.connect(self.refresh)
        hub.figure_asked.connect(self.show_figure)
        actions.make("report.next", self, lambda: self.step(1))
        actions.make("report.previous", self, lambda: self.step(-1))
        actions.make("report.export", self, self.export)

    def _lay_out(self) -> None:
        """Put the parts together from the outside in, as Qt dresses again all of what is given a parent."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.parts)
        middle = QWidget(self)
        layout.addWidget(middle, 1)
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.across = QSplitter(Qt.Orientation.Horizontal, middle)
        self.views = QStackedWidget(self.across)
        self._of = QLabel(self.tr("Quotations of"))
        self._of.setProperty("muted", True)
        self._of.setBuddy(self.scope)
        chosen, made, head = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part, stretch in ((self._of, 0), (self.scope, 1), (self.masking, 0), (self.filter, 0)):
            chosen.addWidget(part, stretch)
        chosen.addStretch(1)
        made.addStretch(1)
        for button in (self.recipes_button, self.export_button):
            made.addWidget(button)
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(Halves(line_of(chosen), line_of(made)))
        down.addLayout(head)
        self.notice = ReportNotice()
        self.notice.asked.connect(self.choose)
        down.addWidget(self.notice)
        self._fill_views()
        made.insertWidget(made.indexOf(self.export_button), self.quotations.button)
        self.setTabOrder(self.recipes_button, self.quotations.button)
        self.excerpts = Excerpts(self.hub, self.across)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.views)
        self.across.addWidget(self.excerpts)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([760, 360])
        self.excerpts.setMinimumWidth(260)
        self.views.setMinimumWidth(320)
        remember_splitter(self.across, "report", self.hub.settings)
        down.addWidget(self.across, 1)
        self._widen()
        self._dress()

    def _fill_views(self) -> None:
        self.paper = QFrame(self.views)
        self.paper.setObjectName("paper")
        sheet = QHBoxLayout(self.paper)
        sheet.setContentsMargins(0, 0, 0, 0)
        self.preview = ReportPreview(self.paper)
        self.preview.setPlaceholderText(self.tr("The report shows as soon as it is put together."))
        self.preview.setAccessibleName(self.tr("The part as it is printed"))
        self.preview.opened.connect(self.open)
        self.preview.setToolTip(self.tr("A click on a number, or Right and Enter, opens the words behind it"))
        self.preview.turned.connect(lambda: self._write(self._report) if self._report is not None else None)
        sheet.addWidget(self.preview)
        self.trail = Trail(self.views)
        self.trail.place_asked.connect(self.hub.show_place)
        self.quotations = Quotations(self.hub, self, self.refresh, self.views)
        self.figure = figure_view.FigureView(self.hub, self._look, self._not_drawn, self.views)
        self._nothing = EmptyState("report", "", "", self._fill_in)
        self._refused = EmptyState("warning", "", self.tr("Try again"), self.refresh)
        for view in (self.paper, self.trail, self.quotations, self._nothing, self._refused, self.figure):
            self.views.addWidget(view)

    def _dress(self) -> None:
        """Make what is around the page of its colour."""
        self.paper.setStyleSheet(f"#paper {{ background: {theme.colours().raised}; }}")

    def _list_figures(self) -> None:
        """List the figures below the parts."""
        head = QListWidgetItem(self.tr("Figures"))
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.parts.addItem(head)
        for name, text in figure_view.names().items():
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.parts.addItem(item)

    def _row_of(self, part: object) -> int:
        """Return the row of a part or figure, the first where it is not known."""
        rows = range(self.parts.count())
        return next((n for n in rows if part and self.parts.item(n).data(Qt.ItemDataRole.UserRole) == part), 0)

    def _look(self) -> Moment:
        """Return the study as the page shows it, on any thread."""
        moment = self.filter.seen(self.hub.moment(self.hub.project))
        return moment.viewed(masking=self.choices.mask)

    def _not_drawn(self, error: Exception) -> None:
        """Say why there is no figure."""
        if not isinstance(error, NothingThere):
            self._failed(self._asked, error)
            return
        self.export_button.setEnabled(False)
        self._nothing.sentence.setText(sentence(error))
        self._nothing.button.setText(parts.to_code())
        self._nothing.button.show()
        self.views.setCurrentWidget(self._nothing)

    @property
    def draws(self) -> bool:
        """Whether a figure is shown."""
        return self.part.startswith(figure_view.PREFIX)

    def project_opened(self) -> None:
        kept = self.hub.project.recall("report")
        self.filter.recall()
        self._stale = True
        blocked = QSignalBlocker(self.parts)
        self.parts.setCurrentRow(self._row_of(kept))
        blocked.unblock()
        if self.isVisible():
            self.refresh()

    def project_closed(self) -> None:
        self._asked += 1
        self.quotations.path = None
        self._report = None
        self.figure.clear()
        self.recipes_button.setChecked(False)
        if self._recipes is not None:
            self._recipes.forget()
        self.preview.clear()
        self.trail.keep(None)
        self.trail.show_acts(())
        self.scope.clear()
        self.excerpts.refresh()

    def project_changed(self, changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _widen(self) -> None:
        """Give the list of parts the width of its longest name."""
        across = self.parts.sizeHintForColumn(0) + self.parts.verticalScrollBar().sizeHint().width()
        self.parts.setFixedWidth(across + 2 * self.parts.frameWidth())

    def entered(self) -> None:
        if self._stale:
            self.refresh()

    def restyled(self) -> None:
        self._widen()
        self.excerpts.editor.restyled()
        self._dress()
        if self._recipes is not None:
            self._recipes.restyled()
        if self._report is not None:
            self._write(self._report)

    def home(self) -> QWidget:
        return self.parts

    def panes(self) -> Sequence[QWidget]:
        return self.parts, self.views, self.excerpts

    @property
    def part(self) -> str:
        """The part that is shown."""
        item = self.parts.currentItem()
        name = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return str(name) if name else next(iter(reports.REGISTER))

    def _asks(self, choice: reports.Asked) -> bool:
        """Say whether the part that is shown heeds this choice."""
        return choice == "mask" if self.draws else choice in reports.find(self.part).asks

    @property
    def choices(self) -> reports.ReportChoices:
        """What the person chose of the part that is shown."""
        acts = self.trail.acts if self._asks("acts") else None
        return reports.ReportChoices(self.masking.isChecked(), self.scope.currentData(), acts)

    def step(self, steps: int) -> None:
        """Go to the next part, or the one before."""
        row = self.parts.currentRow() + steps
        if 0 <= row < self.parts.count() and not self.parts.item(row).flags():
            row += steps  # the heading
        self.parts.setCurrentRow(max(0, min(row, self.parts.count() - 1)))

    def _part_chosen(self, _row: int) -> None:
        self.recipes_button.setChecked(False)
        if self.hub.project_or_none is not None:
            self.hub.project.remember("report", self.part)
            self.refresh()

    def refresh(self) -> None:
        """Make the part anew on the worker; an answer that is no longer wanted is let go."""
        project = self.hub.project_or_none
        if project is None:
            return
        self._asked += 1
        self._stale = False
        asked = self._asked
        self._show_choices()
        if self.recipes_button.isChecked():
            self._show_recipes()
            return
        if self.draws:
            self._report = None
            self.views.setCurrentWidget(self.figure)
            self.figure.show_figure(self.part.removeprefix(figure_view.PREFIX))
            return
        if self._asks("acts"):
            self._report = None
            self.views.setCurrentWidget(self.trail)
            self.hub.jobs.run(
                self.tr("Reading the audit trail"),
                lambda _progress: acts.acts(project),
                lambda found: self.trail.show_acts(found) if asked == self._asked else None,
                lambda error: self._failed(asked, error),
                key="report",
            )
            return
        part, choices, article = self.part, self.choices, self.quotations.path
        if part == _CHECKED and article is not None:
            self._check(asked, article, choices)
            return
        self.hub.jobs.run(
            self.tr("Writing the report"),
            lambda _progress: self._made(part, choices),
            lambda found: self._show(asked, *found),
            lambda error: self._failed(asked, error),
            key="report",
        )

    def _made(self, part: str, choices: reports.ReportChoices) -> tuple[Report, Wrong]:
        """Give a report, and what is wrong with what it prints of people."""
        moment = self.filter.seen(self.hub.moment(self.hub.project))
        return reports.report(moment, part, choices), notice.of(moment, part, choices)

    def _check(self, asked: int, article: Path, choices: reports.ReportChoices) -> None:
        """Seek the quotations of an article on the worker."""

        def shown(found: tuple[list[Line], int, bool]) -> None:
            if asked == self._asked:
                self.quotations.take(*found)
                self.export_button.setEnabled(False)
                self.views.setCurrentWidget(self.quotations)

        seen = self.filter.seen(self.hub.moment(self.hub.project)).viewed(masking=choices.mask)
        self.hub.jobs.run(
            self.tr("Checking the article"),
            lambda progress: self.quotations.read(article, seen, progress),
            shown,
            lambda error: self._failed(asked, error),
            key="report",
        )

    def show_figure(self, asked: FigureAsked) -> None:
        """Draw what another page shows."""
        self.figure.ask(asked)
        self.masking.setChecked(bool(asked.view.get("masking", self.masking.isChecked())))
        if self.part == figure_view.PREFIX + asked.name:
            self.refresh()
        self.choose(figure_view.PREFIX + asked.name)

    def choose(self, part: str) -> None:
        """Go to a part."""
        self.parts.setCurrentRow(self._row_of(part))

    def _show_choices(self) -> None:
        self.notice.hide()
        of_verbatims = self._asks("codes")
        self.filter.setVisible(not self._asks("acts"))
        self.filter.narrowed()
        for widget in (self._of, self.scope):
            widget.setVisible(of_verbatims)
        self.excerpts.setVisible(self.part == _QUOTED)
        self.masking.setVisible(self._asks("mask"))
        self.quotations.button.setVisible(self.part == _CHECKED)
        self.export_button.setEnabled(True)
        if of_verbatims:
            self._of.setText(self.tr("Codes") if self.part in _OF_CODES else self.tr("Quotations of"))
            self._fill_scope()
            self.excerpts.refresh(self.scope.currentData())

    @property
    def recipes(self) -> Recipes:
        """The recipes, made when they are first shown."""
        from app.report.recipes import Recipes

        if self._recipes is None:
            self._recipes = Recipes(self.hub)
            self.views.addWidget(self._recipes)
        return self._recipes

    def _show_recipes(self) -> None:
        for widget in (self._of, self.scope, self.masking, self.filter, self.excerpts):
            widget.hide()
        self.export_button.setEnabled(False)
        self.views.setCurrentWidget(self.recipes)
        self.recipes.fill()

    def _fill_scope(self) -> None:
        now = self.scope.currentData()
        blocked = QSignalBlocker(self.scope)
        self.scope.clear()
        for text, codes in parts.scopes(self.hub.project):
            self.scope.addItem(text, codes)
        kept = next((n for n in range(self.scope.count()) if self.scope.itemData(n) == now), 0)
        self.scope.setCurrentIndex(kept)
        blocked.unblock()

    def _show(self, asked: int, report: Report, wrong: Wrong) -> None:
        if asked != self._asked:
            return
        self.notice.show_wrong(wrong)
        if any(section.rows for section in report.sections):
            self.views.setCurrentWidget(self.paper)  # which takes its size before it has a text to lay out
            self._report = report
            self._write(report)
            return
        self._report = report
        self.export_button.setEnabled(False)
        self.excerpts.setVisible(False)
        moment = self.filter.narrowed()
        go, _ = parts.next_step(self.part)
        self._nothing.sentence.setText(nothing_within(moment) if moment else parts.nothing(self.part))
        self._nothing.button.setText(show_all() if moment else go)
        self._nothing.button.setVisible(bool(moment or go))
        self.views.setCurrentWidget(self._nothing)

    def _fill_in(self) -> None:
        if self.filter.within:
            self.filter.take_off()
            return
        if self.draws:
            self.hub.page_asked.emit("code")
            return
        self.hub.page_asked.emit(parts.next_step(self.part)[1])

    def _write(self, report: Report) -> None:
        bar = self.preview.verticalScrollBar()
        place = bar.value()
        self.preview.setHtml(report_text.html(report, narrow=self.preview.narrow))
        bar.setValue(place)

    def open(self, link: str) -> None:
        """Show the words behind a number on the Verbatims page."""
        if self._report is not None and (found := report_text.opens(self._report, link)) is not None:
            title, opens = found
            if isinstance(opens, Acts):
                self.trail.keep(opens.changes, title)
                self.choose("trail")
                return
            if isinstance(opens, Search):
                self.hub.show_verbatims(Ask(search=opens, title=title))
                return
            self.hub.jobs.run(
                self.tr("Gathering coded segments"),
                lambda _progress: opens(),
                lambda items: self.hub.show_verbatims(Ask(items=tuple(items), title=title)),
            )

    def _failed(self, asked: int, error: Exception) -> None:
        from corpus.errors import Cancelled

        if asked != self._asked:
            return
        stopped = self.tr("The report was stopped.")
        self._refused.sentence.setText(stopped if isinstance(error, Cancelled) else sentence(error))
        self.views.setCurrentWidget(self._refused)

    def export(self) -> None:
        """Ask where to, and write the part there."""
        if not self.export_button.isEnabled() or self.hub.project_or_none is None:
            return
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        formats = figure_view.SUFFIXES if self.draws else reports.find(self.part).formats
        path = saving.ask(self, self.tr("Export"), folder / self.part.removeprefix(figure_view.PREFIX), formats)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the part as it is shown; the ending chooses the format: docx, html, md, csv, xlsx; svg, pdf, png."""
        project, part, choices = self.hub.project, self.part, self.choices
        self.hub.settings.set("export_folder", str(path.parent))
        if self.draws:
            self.figure.export_to(path)
            return
        consenting.export(
            self.hub,
            self,
            self.tr("Exporting"),
            lambda _progress, terms: reports.save(
                self.filter.seen(self.hub.moment(project)),
                part,
                path,
                choices,
                terms=terms,
                template=self.hub.settings.template,
            ),
            self.tr("Written: {path}").format(path=path),
            rows=True,
            unsaid=lambda: reports.unsaid(self.filter.seen(self.hub.moment(project)), part, choices),
            named="" if choices.mask else part,
        )
