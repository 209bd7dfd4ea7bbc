"""The hub: the opened project as the window sees it, one signal for every change, and the way from page to page."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Qt, Signal

from app.jobs import Jobs
from app.seeing import Seeing
from app.settings import Settings

if TYPE_CHECKING:
    from coding.memos import Target
    from coding.moment.moment import Moment
    from coding.search.searches import Search
    from corpus.store.history import Step
    from corpus.store.project import Changes, Project

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a document, in code points; `coding` selects one."""

    document: int
    start: int = 0
    end: int = 0
    coding: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the Verbatims page is to show: a query, codes, or the items behind a cell with a title.

    `meaning` says that what is like the query is sought, in whatever words; `of` what is asked so of the one code. A
    `search` says all of it.
    """

    query: str = ""
    codes: tuple[int, ...] = ()
    items: tuple[Any, ...] | None = None
    title: str = ""
    document: int | None = None
    meaning: bool = False
    of: Literal["", "like", "missed", "unlike"] = ""
    group: Literal["", "code"] = ""
    search: Search | None = None


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """A figure that is to be drawn as another page shows what it counts.

    `choice` are fields of `figures.FigureChoice`, `view` those of `Moment.viewed`, and `names` what the ways of
    dividing in it are called.
    """

    name: str
    choice: Mapping[str, Any]
    view: Mapping[str, Any]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """Whose work all pages show (None: everybody's), and whether they leave out what was never read again, or `human`
    what came from suggestions.
    """

    layer: tuple[str, ...] | None = None
    reread: bool = False
    human: bool = False


class Hub(QObject):
    """Passed to every page. It holds no words of the study; it only says that something happened.

    opened(): a project was opened · closing(): what is being typed is to be written · closed(): it was closed ·
    changed(Changes): a change was committed (undo too) · noted(Changes): something was written outside the watch ·
    place_asked(Place): show this in the reader · code_asked(int): show a code's entry · memo_asked(int): open a memo ·
    memo_begun(targets): begin one · participant_asked(int): show one in their table · due_asked(): show what is due ·
    verbatims_asked(Ask) · figure_asked(FigureAsked) · codes_alike_asked() · page_asked(str) · said(str): a line for the
    status bar ·
    told(str, Step, buttons): what was done, which can be taken back at once, and what else can be done about it, a
    title and an act each · failed(object): an error for the person · preferred(): a choice of the coder in the project
    is another · restyled(): colours or size of text are others now · viewed(): others' work is shown, or less of it, on
    every page.
    """

    opened = Signal()
    closing = Signal()
    closed = Signal()
    changed = Signal(object)
    noted = Signal(object)
    place_asked = Signal(object)
    code_asked = Signal(int)
    memo_asked = Signal(int)
    memo_begun = Signal(object)
    participant_asked = Signal(int)
    due_asked = Signal()
    verbatims_asked = Signal(object)
    figure_asked = Signal(object)
    codes_alike_asked = Signal()
    page_asked = Signal(str)
    said = Signal(str)
    told = Signal(str, object, object)
    failed = Signal(object)
    preferred = Signal()
    restyled = Signal()
    viewed = Signal()
    _committed = Signal(object, object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = Jobs(self)
        self.project_or_none: Project | None = None
        self._moment: Moment | None = None
        self._view = View()
        self.covers: Path | None = None  # the study, while a copy of it with names hidden is shown in its place
        self._hidden = frozenset[int]()
        self._reading = threading.Lock()
        self._forget: Callable[[], None] | None = None
        # Automatic: at once on the window's thread, queued from a worker's.
        self._committed.connect(self._tell, Qt.ConnectionType.AutoConnection)
        self.jobs.failed.connect(self.failed)
        self.seeing = Seeing(self._keep_seen, self)
        self.closing.connect(self.seeing.write)
        self.closed.connect(self.seeing.forget)

    @property
    def project(self) -> Project:
        """The opened project; a page asks only while one is open."""
        if self.project_or_none is None:
            raise RuntimeError("no project is open")
        return self.project_or_none

    def moment(self, project: Project | None = None) -> Moment:
        """Return the opened project as it is now: one reading that all pages share, on any thread."""
        from coding.moment.moment import Moment

        project = project or self.project
        with self._reading:
            known = self._moment
            fresh = known is None or known.project is not project
            found = Moment.of(project).viewed(**asdict(self._view)) if known is None or fresh else known.now()
            if project is self.project_or_none:
                self._moment = found
            return found

    @property
    def layer(self) -> tuple[str, ...] | None:
        """The coders whose work every page shows; None for all."""
        return self._view.layer

    @property
    def reread(self) -> bool:
        """Whether what was proposed and never read again is left out on every page."""
        return self._view.reread

    @property
    def human(self) -> bool:
        """Whether what came from suggestions is left out on every page."""
        return self._view.human

    def look(self, **less: Any) -> None:
        """Let every page show less, or more: any of `View` may be said, and the rest stays."""
        with self._reading:
            self._view = replace(self._view, **less)
            if self._moment is not None:
                self._moment = self._moment.viewed(**asdict(self._view))
        self.viewed.emit()

    def take(self, project: Project, *, covers: Path | None = None) -> None:
        """Make `project` the opened one, closing the one before; `covers` is the study that it hides the names of."""
        self.close()
        self.project_or_none, self._hidden, self.covers = project, self._unseen(project), covers
        self._forget = project.subscribe(lambda changes: self._committed.emit(project, changes))
        self.settings.opened(covers or project.path)
        self.opened.emit()

    def _tell(self, project: Project, changes: Changes) -> None:
        from corpus.store.project import BESIDE

        if project is self.project_or_none:
            (self.noted if changes.kind == BESIDE else self.changed).emit(changes)
            self._look_again(changes)

    def _look_again(self, changes: Changes) -> None:
        """Let every page show others' work, or no longer, where what is coded blind is other documents now."""
        from corpus.model import Assignment

        if self.project_or_none is not None and changes.touches(Assignment):
            before, self._hidden = self._hidden, self._unseen(self.project)
            if self._hidden != before:
                self.viewed.emit()

    @staticmethod
    def _unseen(project: Project) -> frozenset[int]:
        from coding import blind

        return blind.hidden(project)

    def open(self, path: Path, *, writable: bool = True, covers: Path | None = None) -> bool:
        """Open a project file; on failure the person reads why."""
        from corpus.errors import WorkbenchError
        from corpus.store.project import Project

        current = self.project_or_none
        if current is not None and current.path.resolve() == path.resolve() and current.writable == writable:
            return True
        try:
            project = Project.open(path, coder=self.settings.get("coder"), writable=writable)
        except WorkbenchError as error:
            self.failed.emit(error)
            return False
        self.take(project, covers=covers)
        return True

    def close(self) -> None:
        """Close the opened project, if there is one; jobs on it are cancelled first, changes that wait are written."""
        if self.project_or_none is None:
            return
        self.settle()
        if self._forget is not None:
            self._forget()
        project, self.project_or_none, self._moment = self.project_or_none, None, None
        self._view = View()
        covering, self.covers = self.covers is not None, None
        self.closed.emit()
        project.close()
        if covering:
            from coding.giving import screen_copy

            screen_copy.forget(project.path)

    def settle(self) -> bool:
        """Cancel jobs and write the changes that wait; False where one was refused, which the person reads."""
        if self.project_or_none is not None:
            self.closing.emit()
        return self.jobs.stop()

    def _keep_seen(self, codings: frozenset[int]) -> bool:
        """Write what was before the person's eyes; not now while a job writes."""
        from coding import readings

        project = self.project_or_none
        if project is not None and project.busy:
            return False
        if project is not None:
            self.write(lambda: readings.opened(project, codings))
        return True

    def write(self, verb: Callable[[], Any], done: Callable[[Any], None] | None = None) -> Any:
        """Call a verb that writes; a refusal is shown as its sentence and gives None.

        While another thread holds the door the verb waits in the queue of jobs, and the window stays alive. It is
        written even if the project is closed meanwhile.
        """
        from corpus.errors import WorkbenchError

        if self.project.busy:
            self.said.emit(self.tr("Waiting for the running job; your change follows."))
            self.jobs.run("", lambda _progress: verb(), done, quiet=True, kept=True)
            return None
        try:
            result = verb()
        except WorkbenchError as error:
            self.failed.emit(error)
            return None
        if done is not None:
            done(result)
        return result

    def undoable(self) -> Step | None:
        """The change that undo would take back, as this coder may read of it."""
        return self._told(self.project_or_none.undoable()) if self.project_or_none else None

    def redoable(self) -> Step | None:
        """The change that redo would bring back, as this coder may read of it."""
        return self._told(self.project_or_none.redoable()) if self.project_or_none else None

    def _told(self, step: Step | None) -> Step | None:
        if step is None or step.coder == self.project.coder:
            return step
        from coding import blind

        return blind.told(self.project, step)

    def show_place(self, place: Place) -> None:
        """Show a place in the reader on the Code page."""
        self.page_asked.emit("code")
        self.place_asked.emit(place)

    def show_code(self, key: int) -> None:
        """Show what the codebook on the Code page says of a code."""
        self.page_asked.emit("code")
        self.code_asked.emit(key)

    def show_codes_alike(self) -> None:
        """Show which codes are given to like words, among the codes to review on the Code page."""
        self.page_asked.emit("code")
        self.codes_alike_asked.emit()

    def show_memo(self, key: int) -> None:
        """Open a memo among all memos."""
        self.page_asked.emit("memos")
        self.memo_asked.emit(key)

    def write_memo(self, targets: Sequence[Target] = ()) -> None:
        """Begin a memo on `targets`, on the study without any, beside the page in front."""
        self.memo_begun.emit(tuple(targets))

    def show_participant(self, key: int) -> None:
        """Show a participant in their table."""
        self.page_asked.emit("participants")
        self.participant_asked.emit(key)

    def show_due(self) -> None:
        """Show deadlines and answers awaited, where consents are kept."""
        self.page_asked.emit("participants")
        self.due_asked.emit()

    def show_verbatims(self, ask: Ask) -> None:
        """Show verbatims on their page."""
        self.page_asked.emit("verbatims")
        self.verbatims_asked.emit(ask)

    def show_figure(self, asked: FigureAsked) -> None:
        """Show a figure on the Report page."""
        self.page_asked.emit("report")
        self.figure_asked.emit(asked)
