"""What stands within the pages, and the dialogs they open: each view of a page, each part of the report, each form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QDialog, QWidget

from app.code.page import CodePage
from app.code.rereading import RereadingDialog
from app.hub import Ask
from app.memos.page import MemosPage
from app.page import Page
from app.participants.page import ParticipantsPage
from app.quality.page import QualityPage
from app.report.page import ReportPage
from app.review.page import ReviewPage
from app.shell.main_window import Window
from app.shell.outcomes import OutcomesDialog
from app.theory.page import TheoryPage
from app.verbatims.page import VerbatimsPage
from coding import codebook
from corpus.errors import ImportFailed
from corpus.importers import PassedOver
from corpus.importing import Outcome
from tests.waiting import work_on

Scene = tuple[str, Callable[[], QWidget]]
P = TypeVar("P", bound=Page)
_ANSWERED_MS, _LOOK_MS = 1_500, 50
_RECRUITS = 4
THEORY = ("table", "evidence", "outside", "coverage")
WORDS = ("lines", "where", "words", "near", "tree")
FRAMEWORKS = ("add", "fork", "crosswalks")
QUALITY = ("agreement", "disagreements", "saturation")
INSPECTED = ("memo", "history", "document")


def scenes(window: Window) -> Iterator[Scene]:
    """Give what stands within each page by name, and what shows it."""
    yield from ((f"view-{name}", show) for name, show in _views(window))
    yield from ((f"form-{name}", show) for name, show in forms(window))


def _views(window: Window) -> Iterator[Scene]:
    yield from _in_code(window)
    for number, name in enumerate(THEORY, 1):
        yield f"theory-{name}", partial(_theory, window, number)
    yield "review-quality", partial(_quality, window)
    for view in WORDS:
        yield f"verbatims-{view}", partial(_words, window, view)
    yield "verbatims-nothing", partial(_asked, window, "xylophone")
    yield "verbatims-selected", partial(_selected, window)
    for scope in ("documents", "memos", "definitions"):
        yield f"verbatims-{scope}", partial(_scope, window, scope)
    yield from (
        ("verbatims-missed", partial(_of_code, window, "missed")),
        ("codes-alike", partial(_alike, window)),
        ("verbatims-unlike", partial(_of_code, window, "unlike")),
    )
    for number in range(_page(window, "report", ReportPage).parts.count()):
        yield f"report-{number}", partial(_part, window, number)
    for number, name in enumerate(QUALITY):
        yield f"quality-{name}", partial(_compared, window, number)
    yield "recruitment", partial(_recruits, window)
    yield "memo-new", partial(_memo, window)
    yield "memo-beside", partial(_beside, window)


def forms(window: Window) -> Iterator[Scene]:
    yield "preferences", _made(window, lambda: window.guiding.show_preferences())
    yield "about", _made(window, window.show_about)
    yield "help", _made(window, lambda: window.guiding.show_help())
    yield "outcomes", partial(_outcomes, window)
    tools = _page(window, "theory", TheoryPage).tools
    for name, show in zip(FRAMEWORKS, (tools.add_framework, tools.fork_framework, tools.show_crosswalks), strict=True):
        yield f"framework-{name}", _made(window, show)
    code = _page(window, "code", CodePage)
    key = next(iter(code.shown.book.codes)) if code.shown.book else 0
    yield "codes-pasted", _made(window, partial(code.codebook.paste, None, None))
    yield "code-history", _made(window, partial(code.codebook.show_history, key))
    yield "code-removed", _made(window, partial(code.codebook.remove, key))
    yield "rereading", partial(_rereading, window, key)
    yield "auto-speaker", _made(window, lambda: _page(window, "verbatims", VerbatimsPage).auto.by_speaker())


def _page(window: Window, name: str, kind: type[P]) -> P:
    window.show_page(name)
    return window.findChildren(kind)[0]


def _made(window: Window, show: Callable[[], object]) -> Callable[[], QWidget]:
    def made() -> QWidget:
        before = set(window.findChildren(QDialog))
        show()
        return next(iter(set(window.findChildren(QDialog)) - before))

    return made


def _in_code(window: Window) -> Iterator[Scene]:
    def read() -> CodePage:
        code = _page(window, "code", CodePage)
        code.picker.close_quietly()
        code.arrangement.close_drawer()
        code.reading.bar.close_bar()
        return code

    def picking() -> QWidget:
        code = read()
        code.reading.pane.select(40, 120)
        code.verbs.pick("c")
        return window

    def finding() -> QWidget:
        bar = read().reading.bar
        bar.open()
        bar.line.setText("client")
        return window

    def sources() -> QWidget:
        read().arrangement.toggle_drawer()
        return window

    def inspected(name: str) -> QWidget:
        code = read()
        code.reading.pane.select_coding(code.reading.pane.stripes()[0].key)
        code.look()
        code.arrangement.show_inspector()
        code.inspector.setCurrentWidget(getattr(code.inspector, name))
        return window

    def described() -> QWidget:
        code = read()
        code.arrangement.show_codebook()
        code.codebook.show_code(next(iter(code.shown.book.codes)) if code.shown.book else 0)
        return window

    yield from (("code-picker", picking), ("code-find", finding), ("code-sources", sources), ("code-entry", described))
    yield from ((f"inspector-{name}", partial(inspected, name)) for name in ("coding", *INSPECTED))


def _theory(window: Window, number: int) -> QWidget:
    _page(window, "theory", TheoryPage).show_view(number)
    return window


def _quality(window: Window) -> QWidget:
    page = _page(window, "review", ReviewPage)
    while page.known is None or window.hub.jobs.busy:
        work_on(_LOOK_MS)
    page.side.setCurrentWidget(page.quality)
    return window


def _asked(window: Window, query: str) -> QWidget:
    window.hub.show_verbatims(Ask(query=query))
    return window


def _words(window: Window, view: str) -> QWidget:
    _asked(window, "client")
    _page(window, "verbatims", VerbatimsPage).views.turn(view)  # type: ignore[arg-type]  # of the names above
    return window


def _selected(window: Window) -> QWidget:
    _asked(window, "client")
    page = _page(window, "verbatims", VerbatimsPage)
    page.views.turn("verbatims")
    work_on(_ANSWERED_MS)
    picked = QItemSelection(page.list.rows.index(0, 0), page.list.rows.index(4, 0))
    page.list.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return window


def _scope(window: Window, scope: str) -> QWidget:
    page = _page(window, "verbatims", VerbatimsPage)
    page.bar.scopes.setCurrentIndex([page.bar.scopes.itemData(n) for n in range(page.bar.scopes.count())].index(scope))
    page.bar.scopes.activated.emit(page.bar.scopes.currentIndex())
    return window


def _of_code(window: Window, of: Literal["missed", "unlike"]) -> QWidget:
    code = codebook.find(window.hub.project, "Silos").key
    window.hub.show_verbatims(Ask(codes=(code,), of=of))
    return window


def _alike(window: Window) -> QWidget:
    window.hub.show_codes_alike()
    return window


def _part(window: Window, number: int) -> QWidget:
    _page(window, "report", ReportPage).parts.setCurrentRow(number)
    return window


def _compared(window: Window, number: int) -> QWidget:
    _page(window, "quality", QualityPage).tabs.setCurrentIndex(number)
    return window


def _recruits(window: Window) -> QWidget:
    page = _page(window, "participants", ParticipantsPage)
    page.tabs.setCurrentIndex(_RECRUITS)
    return window


def _memo(window: Window) -> QWidget:
    _page(window, "memos", MemosPage).write_memo([])
    return window


def _beside(window: Window) -> QWidget:
    window.show_page("code")
    window.memo.want(True)
    return window


def _outcomes(window: Window) -> QWidget:
    file = Path("Entretien 12 avec la directrice marketing, transcription relue par la cheffe de projet.pdf")
    refused = ImportFailed(file, "{name} holds no text.", name=file.name)
    said = [Outcome(file, "refused", error=refused), Outcome(file, "imported", document=file.stem)]
    dialog = OutcomesDialog(window.hub, said, PassedOver([Path(".DS_Store")], [Path("node_modules")]), window)
    dialog.show()
    return dialog


def _rereading(window: Window, key: int) -> QWidget:
    dialog = RereadingDialog(window.hub, key, "Prototyper", window)
    dialog.show()
    return dialog
