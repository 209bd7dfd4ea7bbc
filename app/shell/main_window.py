"""The window: rail, pages, menus, notices and status bar around the one opened project."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting, i18n, pages, theme
from app.errors_text import sentence
from app.hub import Hub
from app.icons import icon
from app.memos.docking import MemoDocking
from app.page import Page
from app.shell.importing import Importing, dropped
from app.shell.indexing import Indexing
from app.shell.menus import Menus
from app.shell.orientation import Orientation
from app.shell.pane_keys import Stepping
from app.shell.projects import Projects
from app.shell.rail import Rail
from app.shell.status import Status
from app.shell.toast import Toast
from app.shell.undoing import Undoing
from app.shell.welcome import Welcome
from app.widgets import EmptyState, packed, unpacked

if TYPE_CHECKING:
    from corpus.store.history import Step

log = logging.getLogger(__name__)


class Window(QMainWindow):
    """Made once; what it holds is made anew when the language changes. `unexpected` is for errors nobody foresaw."""

    unexpected = Signal()
    painted = Signal()

    def __init__(self, hub: Hub, registry: Sequence[tuple[str, str, str]] = pages.PAGES) -> None:
        super().__init__()
        self.hub, self.settings = hub, hub.settings
        self._registry = {name: (module, kind) for name, module, kind in registry}
        self._shown = False
        self._closing = False
        self._complaint: QMessageBox | None = None
        self._offered: Step | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self.projects = Projects(hub, self)
        self.importing = Importing(hub, self.projects, self)
        self.undoing = Undoing(hub, self)
        self.stepping = Stepping(self)
        self.indexing = Indexing(hub, self)
        actions.use(self.settings)
        i18n.install(application, self.settings)
        theme.apply(application, self.settings)
        self.setWindowIcon(icon("verbatims", theme.LIGHT.accent))
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.resize(1280, 800)
        self.restoreGeometry(unpacked(self.settings.get("geometry")))
        self.memo, self.guiding = MemoDocking(hub, self), Orientation(self, self)
        self.projects.sample_opened.connect(self.guiding.sample_opened)
        self.guard = consenting.Guard(hub, self)
        self._build()
        hub.opened.connect(self._project_opened)
        hub.closing.connect(self._finish_typing)
        hub.closed.connect(self._project_closed)
        hub.page_asked.connect(self.show_page)
        hub.failed.connect(self._failed)
        hub.told.connect(lambda said, step, more: self._told(said, step, *more))
        for gone in (hub.changed, hub.closed):
            gone.connect(self._offer_no_more)
        self.unexpected.connect(self._complain)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_colours_changed)

    @property
    def page_names(self) -> list[str]:
        """The names of all pages, in the order of the rail."""
        return list(self._registry)

    def begin(self, path: Path | None, *, sample: bool = False) -> None:
        """Open a project, the sample or the project of last time as soon as the window has been painted once."""
        kept = self.settings.get("last")
        if path is None and not sample and kept and Path(kept).is_file():
            path = Path(kept)
        if sample:
            self.painted.connect(self.projects.open_sample)
        elif path is not None:
            self._views.setCurrentWidget(self._opening)
            self._opening.sentence.setText(self.tr("Opening {name} …").format(name=path.stem))
            self.painted.connect(lambda: self._begin_with(path))
        self.painted.connect(self._warm_up)

    def _warm_up(self) -> None:
        """Load, beside the window, what the pages will need when they are first shown."""
        self.hub.jobs.run("", lambda _progress: pages.load(self._registry.values()), quiet=True)

    def _begin_with(self, path: Path) -> None:
        self.projects.open_path(path)
        if self.hub.project_or_none is None:
            self._views.setCurrentWidget(self._welcome)

    def _build(self) -> None:
        """Make all that is seen, in the present language."""
        self._pages: dict[str, Page | EmptyState] = {}
        self.menuBar().deleteLater()
        self._welcome = Welcome(self.settings)
        self._welcome.new_asked.connect(self.projects.new)
        self._welcome.open_asked.connect(self.projects.choose)
        self._welcome.sample_asked.connect(self.projects.open_sample)
        self._welcome.recent_asked.connect(self.projects.open_path)
        self._opening = EmptyState("open", "")
        self.rail = Rail(self.page_names)
        self.rail.asked.connect(self.show_page)
        self._stack = QStackedWidget()
        work = QWidget()
        across = QHBoxLayout(work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        self._work = work
        self._views = QStackedWidget()
        for view in (self._welcome, self._opening, work):
            self._views.addWidget(view)
        central = QWidget()
        down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._views)
        self.setCentralWidget(central)
        self.toast = Toast(central)
        self.status = Status(self.hub)
        self.setStatusBar(self.status)
        self.status.index_says(self.indexing.state)
        self.indexing.changed.connect(self.status.index_says)
        self.memo.build()
        self.setMenuBar(None)  # type: ignore[arg-type]  # None takes the bar away; the stubs do not know it
        self.menus = Menus(self.hub, self.projects, self.importing, self.undoing, self)
        if self.hub.project_or_none is not None:
            self._project_opened()

    def _project_opened(self) -> None:
        project = self.hub.project
        self.settings.set("last", str(project.path.resolve()))
        self.setWindowTitle(project.info().name)
        self.setWindowFilePath(str(project.path))
        self._views.setCurrentWidget(self._work)
        # While the page is being made, what it will show is read beside it.
        self.hub.jobs.run("", lambda _progress: self.hub.moment(project), quiet=True)
        kept = self.settings.get("page")
        self.show_page(kept if kept in self._registry else self.page_names[0])

    def _finish_typing(self) -> None:
        """Let the field that is being typed into write what it has, as when one leaves it."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    def _project_closed(self) -> None:
        self.setWindowTitle("")
        self.setWindowFilePath("")
        self._welcome.refresh()
        self._views.setCurrentWidget(self._welcome)

    def show_page(self, name: str) -> None:
        """Bring a page to the front, made now if it is shown for the first time."""
        if name not in self._registry or self.hub.project_or_none is None:
            return
        before = self._stack.currentWidget()
        page = self.page(name)
        if page is not before:
            self._stack.setCurrentWidget(page)
            # The stack leaves the focus on whatever of the page comes first.
            home = page.home() if isinstance(page, Page) else page
            home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rail.show_page(name)
        self.settings.set("page", name)
        if isinstance(page, Page):
            page.entered()
            self.memo.page_shown(page)
        focused = self.focusWidget()
        if focused in (None, page) or not focused.isVisible() or not page.isAncestorOf(focused):
            self._focus(page)

    def page(self, name: str) -> Page | EmptyState:
        """Give the page of that name."""
        if name not in self._pages:
            made = self._pages[name] = self._made(name)
            self._stack.addWidget(made)
            if isinstance(made, Page) and self.hub.project_or_none is not None:
                made.project_opened()
        return self._pages[name]

    def _made(self, name: str) -> Page | EmptyState:
        try:
            return pages.build(*self._registry[name], self.hub, self._stack)
        except ImportError:
            # A broken installation costs the page that needs the missing part, not the window.
            log.exception("page %s can't be loaded", name)
            return EmptyState("warning", self.tr("A part of the program that this page needs can't be loaded."))

    @property
    def current_page(self) -> Page | None:
        """The page in front, while a project is open."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def search(self) -> None:
        """Go to the Verbatims page, ready to type a query."""
        self.show_page("verbatims")
        if self.current_page is not None:
            self.current_page.begin_search()

    def step_pane(self, steps: int) -> None:
        """Give the focus to the next pane of the page, or the one before; the rail is one of them."""
        page = self.current_page
        if page is None:
            return
        panes: list[QWidget] = [self.rail, *(pane for pane in page.panes() if pane.isVisible()), *self.memo.panes()]
        if len(panes) == 1:
            panes.append(page)
        focused = self.focusWidget()
        at = next((i for i, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), 0)
        self._focus(panes[(at + steps) % len(panes)])

    def _focus(self, pane: QWidget) -> None:
        if pane is self.rail:
            self.rail.button(self.settings.get("page")).setFocus(Qt.FocusReason.TabFocusReason)
            return
        takes = [pane, *pane.findChildren(QWidget)]
        able = (w for w in takes if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled())
        next(able, pane).setFocus(Qt.FocusReason.TabFocusReason)

    def set_theme(self, choice: str) -> None:
        """Take on light, dark or the system's colours."""
        self.settings.set("theme", None if choice == "system" else choice)
        self._restyle()

    def step_text_size(self, steps: int) -> None:
        """Make text larger or smaller; 0 takes the standard size."""
        theme.step_text_size(self.settings, steps)
        self._restyle()

    def _restyle(self) -> None:
        theme.apply(self._application, self.settings)
        self.hub.restyled.emit()

    def _system_colours_changed(self) -> None:
        if self.settings.get("theme") is None:
            self._restyle()

    def set_language(self, choice: str) -> None:
        """Speak French, English or the system's language from now on."""
        self.settings.set("language", None if choice == "system" else choice)
        i18n.install(self._application, self.settings)
        # Not at once: the menu that was used to choose is made anew, too.
        QTimer.singleShot(0, self._build)
        self.guiding.in_another_language()

    def set_text_size(self, points: int) -> None:
        """Take on a size of text, in points."""
        theme.set_text_size(self.settings, points)
        self._restyle()

    def set_memo_beside(self, wanted: bool) -> None:
        """Let a memo stand beside each page, or put it away."""
        self.memo.want(wanted)

    def name_coder(self, name: str) -> None:
        """Let what is made from now on carry this name."""
        self.projects.take_name(name)

    def show_tour(self) -> None:
        """Begin the tour."""
        self.guiding.show_tour()

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show all keys, to be read and changed."""
        from app.shell.keys_dialog import KeysDialog

        KeysDialog(self.settings, self, self.rail.name_buttons).show()

    def show_memo_beside(self) -> None:
        """Go to the memo beside the page; from there, put it away."""
        self.memo.toggle()

    def show_history(self) -> None:
        """Show the audit trail."""
        from app.shell.history_dialog import HistoryDialog

        HistoryDialog(self.hub, self).show()

    def show_submissions(self) -> None:
        """Show what was sent, what changed since, and the remarks on it."""
        from app.report.sending import SubmissionsDialog

        if self.hub.project_or_none is not None:
            SubmissionsDialog(self.hub, self).show()

    def show_sets(self) -> None:
        """Show the sets of documents, participants and codes."""
        from app.sets.dialog import SetsDialog

        if self.hub.project_or_none is not None:
            SetsDialog(self.hub, self).show()

    def show_about(self) -> None:
        """Say what this is."""
        from importlib.metadata import version

        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIconPixmap(icon("verbatims", theme.colours().accent).pixmap(48, 48))
        box.setWindowTitle(self.tr("About Verbatim"))
        box.setText(f"Verbatim {version('verbatim-workbench')}")
        box.setInformativeText(
            self.tr(
                "A workbench for coding qualitative interviews. Free software under the MIT licence; uses Qt (LGPL)."
            )
        )
        box.open()

    def _failed(self, error: Exception) -> None:
        from corpus.errors import ProjectLocked

        asked, self._offered = self.projects.asked, None
        if isinstance(error, ProjectLocked) and asked is not None:
            reading = (self.tr("Open for reading"), lambda: self.hub.open(asked, writable=False))
            self.toast.say(sentence(error), reading)
            return
        self.toast.say(sentence(error))

    def _told(self, said: str, step: Step, *more: tuple[str, Callable[[], object]]) -> None:
        """Say what was done, and offer to take it back as long as it is the last that was done."""
        self._offered = step
        self.toast.say(said, (self.tr("Undo"), lambda: self.undoing.undo(step)), *more, good=True)

    def _offer_no_more(self, _changes: object = None) -> None:
        if self._offered is not None and self.hub.undoable() != self._offered:
            self._offered = None
            self.toast.hide()

    def _complain(self) -> None:
        """Say once that something unexpected happened, and where the log is."""
        from app import logs

        if self._complaint is not None:
            return
        box = self._complaint = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Something went wrong that should not have. All you did before is saved."))
        box.setInformativeText(
            self.tr("What happened is noted, without a word of your interviews, in {path}.").format(path=logs.path())
        )
        box.finished.connect(self._complaint_read)
        box.open()

    def _complaint_read(self) -> None:
        self._complaint = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event.mimeData())
        event.acceptProposedAction()
        # Not at once: the program the files come from waits until this returns.
        QTimer.singleShot(0, lambda: self.importing.take(paths))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Alt+1 … on keyboards where digits need Shift.
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            digit = actions.top_row(event)
            if digit and digit <= len(self._registry):
                self.show_page(self.page_names[digit - 1])
                return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        doing = self.hub.jobs.label
        if doing and not self._closing:
            event.ignore()
            self._ask_to_stop(doing)
            return
        if not self.hub.settle():
            event.ignore()
            self._closing = False
            return
        self.settings.set("geometry", packed(self.saveGeometry()))
        self.memo.keep_place()
        self.hub.close()
        event.accept()

    def _ask_to_stop(self, doing: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Stop “{job}” and quit?").format(job=doing))
        box.setInformativeText(self.tr("The job is not done; nothing of it will remain."))
        stop = box.addButton(self.tr("Stop and quit"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stop)
        stop.clicked.connect(self._stop_and_close)
        box.open()

    def _stop_and_close(self) -> None:
        self._closing = True
        self.close()
