"""The Quality page: agreement of coders, their disagreements, and code saturation, a tab each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app import actions, consenting, i18n, saving
from app.errors_text import sentence
from app.hub import Hub
from app.page import Page
from app.quality.choice import ComparisonChoice
from app.quality.curve import SaturationCurve
from app.quality.figures import FiguresView
from app.quality.found import FORMATS, Found
from app.quality.queue import DisagreementQueue
from app.sets.filter import SetFilter
from app.widgets import Halves

if TYPE_CHECKING:
    from coding.agreement.stretches import AgreementScope
    from coding.moment.moment import Moment
    from corpus.progress import Progress
    from corpus.store.project import Changes


class QualityPage(Page):
    """Whom and what is compared stands above all tabs; a code opened among the figures is the queue's alone."""

    name = "quality"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self._stale, self._asked = True, 0
        self.code: int | None = None
        self.found: Found | None = None
        self.choice, self.figures, self.queue, self.curve = (
            ComparisonChoice(),
            FiguresView(),
            DisagreementQueue(hub),
            SaturationCurve(hub),
        )
        self.filter = SetFilter(hub, "quality")
        self.reflexive = QCheckBox(self.tr("Reflexive approach"))
        self.reflexive.setToolTip(self.tr("The study does without agreement of coders: it is not shown"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.figures, self.tr("Agreement"))
        self.tabs.addTab(self.queue, self.tr("Disagreements"))
        self.tabs.addTab(self.curve, self.tr("Saturation"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        beside = QWidget()
        more = QHBoxLayout(beside)
        more.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Halves(self.choice, beside))
        self.lot = QPushButton(self.tr("Draw by lot…"))
        self.lot.setToolTip(self.tr("Draw documents or passages that are to be coded twice, by a seed that is kept"))
        self.lot.clicked.connect(self.draw_lot)
        for part in (self.lot, self.reflexive, self.filter):
            more.addWidget(part)
        more.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        self.choice.changed.connect(self.refresh)
        self.curve.changed.connect(self.refresh)
        self.filter.chosen.connect(lambda _within: self.refresh())
        self.queue.everything.connect(lambda: self.open(None))
        self.figures.opened.connect(self.open)
        self.figures.changed.connect(self.refresh)
        self.figures.export_asked.connect(self.export)
        self.reflexive.clicked.connect(self._declare)
        actions.make("quality.figure", self.curve, self.curve.draw)
        actions.make("quality.export", self.figures, self.export)
        actions.make("quality.draw", self, self.draw_lot)
        self.tabs.currentChanged.connect(lambda _n: self._show_choice())

    def project_opened(self) -> None:
        self.filter.recall()
        self._stale, self.code = True, None
        if self.isVisible():
            self.refresh()

    def project_closed(self) -> None:
        self._asked += 1
        self.found = None
        self.figures.say("")
        self.queue.say("")

    def project_changed(self, changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def entered(self) -> None:
        if self._stale:
            self.refresh()

    def restyled(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def home(self) -> QWidget:
        return self.panes()[0]

    def panes(self) -> Sequence[QWidget]:
        if self.tabs.currentWidget() is not self.curve and self.figures.nothing.sentence.text():
            return (self.choice.first,)
        if self.tabs.currentWidget() is self.queue:
            return self.queue.list, self.queue.sides["a"], self.queue.sides["b"]
        return (self.figures.table if self.tabs.currentWidget() is self.figures else self.curve.table,)

    def open(self, code: int | None) -> None:
        """Show where coders disagree about a code, or about any."""
        self.code = code
        self.tabs.setCurrentWidget(self.queue)
        self.refresh()

    def draw_lot(self) -> None:
        """Ask what is to be drawn by lot."""
        from app.quality.lot import LotDialog

        if self.hub.project_or_none is not None:
            LotDialog(self.hub, self, self.filter.narrowed() or self.hub.moment()).open()

    def _declare(self, on: bool) -> None:
        from coding.agreement import approach

        self.hub.write(lambda: approach.declare(self.hub.project, reflexive=on))

    def _show_choice(self) -> None:
        """Show what is compared where coders are."""
        for part in (self.choice, self.lot):
            part.setVisible(self.tabs.currentWidget() is not self.curve)

    def refresh(self) -> None:
        """Compute all tabs anew on the worker; an answer that is no longer wanted is let go."""
        if self.hub.project_or_none is None:
            return
        from coding.agreement import approach

        self._stale = False
        self._asked += 1
        asked = self._asked
        moment = (self.filter.narrowed() or self.hub.moment()).viewed(printed=i18n.language(self.hub.settings))
        reflexive = approach.reflexive(self.hub.project)
        self.reflexive.setChecked(reflexive)
        for tab in (self.figures, self.queue):
            self.tabs.setTabVisible(self.tabs.indexOf(tab), not reflexive)
        self._show_choice()
        self.choice.offer(moment)
        self.figures.offer(moment)
        self.curve.offer(moment)
        work = self._work(moment, compare=not reflexive)
        self.hub.jobs.run(
            self.tr("Comparing coders"),
            work,
            lambda found: self._show(moment, *found) if asked == self._asked else None,
            key="quality",
        )

    @property
    def question(self) -> AgreementScope:
        """What is compared, and how intervals are drawn."""
        return replace(
            self.choice.asked(), resamplings=self.figures.resamplings.value(), seed=self.figures.seed.value()
        )

    def _work(self, moment: Moment, *, compare: bool) -> Any:
        from coding.agreement import disagreements
        from coding.tables.saturation import saturation

        question, parent = self.question, self.figures.exclusive.currentData()
        narrow = self.choice.asked((self.code,)) if self.code in moment.codes else question
        divided = self.curve.by.currentData()
        parts = {divided[0]: divided[1]} if divided else {}
        rule = self.curve.rule

        def work(_progress: Progress) -> tuple[Any, ...]:
            found = saturation(moment, rule, **parts)
            if not compare:
                return None, None, narrow, found
            compared = _tried(lambda: Found.of(moment, question, parent))
            return compared, _tried(lambda: disagreements.disagreements(moment, narrow)), narrow, found

        return work

    def _show(self, moment: Moment, compared: Any, queue: Any, narrow: Any, found: Any) -> None:
        self.curve.show_found(moment, found)
        self.found = compared if isinstance(compared, Found) else None
        if compared is None:
            return
        focused = self.window().focusWidget()
        for tab, one in ((self.figures, compared), (self.queue, queue)):
            if isinstance(one, Exception):
                tab.say(self._why(one))
        if focused is not None and not focused.isVisible():  # what had the focus is gone
            self.home().setFocus()
        if self.found is not None:
            self.found.show(self.figures)
        if not isinstance(queue, Exception):
            self.queue.all.setVisible(self.code is not None)
            self.queue.show_found(moment, narrow, queue)

    def _why(self, error: Exception) -> str:
        """Say why coders can't be compared."""
        if self.choice.first.count() == 1:
            return self.tr("There is one coder here. What others code in this file, under their own name, is compared.")
        return sentence(error)

    def export(self) -> None:
        """Ask where to, and write the figures there."""
        if self.found is None:
            return
        folder = Path(self.hub.settings.get("export_folder", str(Path.home())))
        path = saving.ask(self, self.tr("Export"), folder / "agreement", FORMATS)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the figures as they are shown, names masked; the ending chooses the format."""
        if (found := self.found) is not None:
            self.hub.settings.set("export_folder", str(path.parent))
            consenting.export(
                self.hub,
                self,
                self.tr("Exporting"),
                lambda _progress, terms: found.save(path, self.hub.settings.template, terms),
                self.tr("Written: {path}").format(path=path),
            )


def _tried(work: Callable[[], Any]) -> Any:
    """Give what is computed, or why it can't be."""
    from corpus.errors import WorkbenchError

    try:
        return work()
    except WorkbenchError as error:
        return error
