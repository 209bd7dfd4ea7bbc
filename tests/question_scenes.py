"""What asks, and forms that had no picture: code and split forms, framework updates, thinning, print, boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import i18n
from app.paper.preview import PrintPreview
from app.participants.erasing import ErasedDialog, EraseDialog
from app.shell.main_window import Window
from app.shell.preview.dialog import PreviewDialog
from app.singling import SinglesOut
from app.theory.forms import CodeForm, SplitForm
from app.theory.page import TheoryPage
from app.theory.updates import Updates
from app.verbatims.thinning import ThinningDialog, ThinRows
from coding import erasures, singling
from coding.codebook import frameworks
from coding.codebook.differences import Difference
from coding.exports.transcripts import transcript
from coding.moment.weighing import Theory
from corpus import documents
from corpus.erasing import erasing
from corpus.people import disclosures, participants
from tests import mixed_files
from tests.dialog_scenes import LONG, made, opened
from tests.waiting import work_on

Scene = tuple[str, Callable[[], QWidget]]
_LOOKS = 6_000  # of 50 ms, which only what hangs gets to


def scenes(window: Window, folder: Path) -> Iterator[Scene]:
    """Give each form and question by name, and what shows it."""
    yield "form-code-new", partial(_code, window, at=None)
    yield "form-code-edit", partial(_code, window, at=0)
    yield "form-code-split", partial(_split, window)
    yield "form-framework-updates", partial(_updates, window)
    yield "form-thinning", partial(_thinning, window)
    yield "form-print", partial(_print, window)
    yield "form-import-preview", partial(_preview, window, folder)
    yield "form-coder", partial(made, window, window.projects.name_coder)
    step = window.hub.undoable()
    if step is not None:
        asked = partial(window.undoing.undo, replace(step, own=False))
        yield "box-undo", partial(made, window, asked)
    yield "box-quit", partial(made, window, partial(window._ask_to_stop, LONG))
    yield "box-erase", partial(_erase, window)
    yield "box-erased", partial(_erased, window)
    yield "form-give-away", partial(made, window, window.projects.give_away)
    yield "box-singled-out", partial(_singled_out, window)
    yield "box-complaint", partial(made, window, window._complain)
    yield "box-framework", partial(made, window, lambda: _theory(window).tools.remove_framework())


def _erase(window: Window) -> QWidget:
    person = participants.listed(window.hub.project)[0]
    found = erasing.foreseen(window.hub.project, person.key)
    told = erasures.account(found, i18n.language(window.hub.settings), done=False)
    return opened(EraseDialog(window, told, found.name, False, lambda: None))


def _erased(window: Window) -> QWidget:
    """Tell of an erasure after which there is all to say that there can be."""
    person = participants.listed(window.hub.project)[0]
    gone = erasing.foreseen(window.hub.project, person.key)
    out = disclosures.DisclosureInfo(
        1, "2026-11-30T09:00:00Z", "camille", "verbatims", ("quotation",), (person.name,), ""
    )
    told = replace(gone, in_vivo=(LONG,), media=(f"/{LONG}.mp3",), kept_names=(person.name,), let_out=(out, out))
    account = erasures.account(told, i18n.language(window.hub.settings))
    return opened(ErasedDialog(window.hub, window, account))


def _singled_out(window: Window) -> QWidget:
    found = singling.singled(window.hub.moment())
    given = singling.GivenAway([found[0], replace(found[0], told=((LONG, LONG), *found[0].told))])
    return opened(SinglesOut(window.hub, window, given, lambda: given, lambda: None))


def _theory(window: Window) -> TheoryPage:
    window.show_page("theory")
    return window.findChildren(TheoryPage)[0]


def _reading(window: Window) -> Theory:
    tools = _theory(window).tools
    _until(lambda: tools.reading is not None)
    assert tools.reading is not None
    return tools.reading


def _until(state: Callable[[], object]) -> None:
    for _ in range(_LOOKS):
        if state():
            return
        work_on(50)
    raise AssertionError("what must come did not")


def _code(window: Window, at: int | None) -> QWidget:
    reading = _reading(window)
    code = None if at is None else reading.codes[reading.capabilities[at].key]
    return opened(CodeForm(window.hub, reading, window, lambda _key: None, code))


def _split(window: Window) -> QWidget:
    reading = _reading(window)
    code = reading.codes[reading.capabilities[0].key]
    return opened(SplitForm(window.hub, reading, code, window, lambda _key: None))


def _updates(window: Window) -> QWidget:
    info = frameworks.listed(window.hub.project)[0]
    found = [
        Difference("C1.name", f"C1 {LONG}", "name", "changed", LONG, LONG.upper(), own=True),
        Difference("C1.definition", f"C1 {LONG}", "definition", "changed", LONG * 3, f"{LONG} et autre chose." * 3),
        Difference("C9", "C9 Un code de plus", "code", "added", "", "Ce qui n’était pas dit."),
        Difference("C2.cues", "C2", "cues", "changed", "on choisit\nd’abord", "on choisit\nensuite"),
    ]
    return opened(Updates(window.hub, info, found, window))


def _thinning(window: Window) -> QWidget:
    names = [info.name for info in documents.listed(window.hub.project)]
    rows = ThinRows({"": range(len(names))}, lambda n: (f"{n} {LONG}, et ce qui suit.", names[n]), ticked=True)
    return opened(ThinningDialog(window, LONG, rows, lambda number: f"OK ({number})", lambda _kept: None))


def _print(window: Window) -> QWidget:
    moment = window.hub.moment().viewed(masking=True)
    dialog = PrintPreview(transcript(moment, documents.listed(window.hub.project)[0].key), window)
    dialog.open()
    _until(lambda: dialog.slices is None)
    return dialog


def _preview(window: Window, folder: Path) -> QWidget:
    """Show what a folder of mixed files would bring."""
    files = folder / "mixed"
    if not files.exists():
        mixed_files.written(files)
    window.importing.take([files], preview=True)
    _until(lambda: any(one.isVisible() for one in window.findChildren(PreviewDialog)))
    [dialog] = [one for one in window.findChildren(PreviewDialog) if one.isVisible()]
    _until(lambda: not window.hub.jobs.busy)
    return dialog
