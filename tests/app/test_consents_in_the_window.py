"""Every path out of the window stops at a consent: the person is asked why, and what is let out is written down."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import consenting
from app.consenting import Beyond
from app.hub import Hub
from app.matrix.page import MatrixPage
from app.reader import ReaderPane
from app.report.page import ReportPage
from app.verbatims.export import Export
from coding.moment.moment import Moment
from coding.search.listings import listing
from coding.search.other_hits import hits
from coding.search.searches import Search
from corpus import documents
from corpus.people import consents, disclosures, participants
from corpus.search.index import SearchIndex
from tests.app.sample_pages import choose_part, opened_sample, settle, shown

ROOT = Path(__file__).resolve().parents[2]
WHY = "Agreed to by phone"


@pytest.fixture
def sample(hub: Hub, tmp_path: Path) -> Hub:
    opened_sample(hub, tmp_path)
    return hub


def refuse(hub: Hub, answer: str = "no") -> None:
    """Let every participant say no, or yes, to being quoted and to having their firm named."""
    with hub.project.change("Record consents"):
        for one in participants.listed(hub.project):
            consents.add(hub.project, one.key, quotation=answer, firm=answer)


def asked(hub: Hub, qtbot: QtBot, parent: QWidget) -> Beyond:
    settle(hub, qtbot)
    (dialog,) = [one for one in parent.findChildren(Beyond) if one.isVisible()]
    return dialog


def report(hub: Hub, qtbot: QtBot, path: Path) -> QWidget:
    page = shown(ReportPage, hub, qtbot)
    choose_part(page, "verbatims")
    settle(hub, qtbot)
    page.export_to(path.with_suffix(".docx"))
    return page


def found(scope: str) -> Callable[[Hub, QtBot, Path], QWidget]:
    def export(hub: Hub, qtbot: QtBot, path: Path) -> QWidget:
        index = SearchIndex.of(hub.project, path.parent / "cache")
        look = listing if scope in ("passages", "codings") else hits
        there = look(Search("client", scope=scope), Moment.of(hub.project), index)  # type: ignore[arg-type]  # each scope
        button = Export(hub, lambda: there)
        qtbot.addWidget(button)
        button.write_to(path.with_suffix(".csv"))
        return button

    return export


PATHS = {
    "report": report,
    "search": found("passages"),
    "codings": found("codings"),
    "documents": found("documents"),
}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_out_asks_and_writes_down_what_is_let_out(path: str, sample: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    refuse(sample)
    parent = PATHS[path](sample, qtbot, tmp_path / "out")
    dialog = asked(sample, qtbot, parent)
    assert participants.listed(sample.project)[0].name in dialog.said.text()
    assert not list(tmp_path.glob("out.*"))
    assert not dialog.let.isEnabled()
    dialog.why.setText(WHY)
    dialog.let.click()
    settle(sample, qtbot)
    assert list(tmp_path.glob("out.*"))
    assert {one.why for one in disclosures.listed(sample.project)} == {WHY}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_out_is_open_where_all_agreed(path: str, sample: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    refuse(sample, "yes")
    PATHS[path](sample, qtbot, tmp_path / "out")
    settle(sample, qtbot)
    assert list(tmp_path.glob("out.*"))
    assert disclosures.listed(sample.project) == []


def test_of_whom_nothing_is_known_is_said_with_the_file(sample: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    first = participants.listed(sample.project)[0]
    consents.add(sample.project, first.key, quotation="yes")
    for path in ("report", "search"):
        with qtbot.waitSignal(sample.said) as told:
            PATHS[path](sample, qtbot, tmp_path / path)
        assert "it is not known whether they agreed" in told.args[0]


def test_who_did_not_agree_can_be_left_out(sample: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    refuse(sample)
    dialog = asked(sample, qtbot, PATHS["search"](sample, qtbot, tmp_path / "out"))
    assert dialog.without.isVisible()
    dialog.without.click()
    settle(sample, qtbot)
    assert list(tmp_path.glob("out.*"))
    assert disclosures.listed(sample.project) == []


def test_a_matrix_by_firm_asks_as_a_table_as_a_picture_and_when_copied(
    sample: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    from coding.exports import matrices
    from coding.permits import Terms
    from coding.tables.saved_matrices import MatrixChoice
    from corpus.errors import BeyondConsent

    refuse(sample)
    table = MatrixChoice("attribute:Entreprise", "codes", mask=False).counted(Moment.of(sample.project))
    with pytest.raises(BeyondConsent):
        matrices.save(table, tmp_path / "out.csv")
    page = shown(MatrixPage, sample, qtbot)
    page.choose(MatrixChoice("attribute:Entreprise", "codes", mask=False))
    settle(sample, qtbot)
    firm = next(v for one in participants.listed(sample.project) if (v := one.attributes.get("Entreprise")))
    QGuiApplication.clipboard().setText("before")
    page.table.copying(f"{firm}\t3")
    assert QGuiApplication.clipboard().text() == "before"
    dialog = asked(sample, qtbot, page)
    dialog.why.setText(WHY)
    dialog.let.click()
    assert QGuiApplication.clipboard().text() == f"{firm}\t3"
    let, named = disclosures.listed(sample.project)
    assert [(one.path, one.uses) for one in (let, named)] == [("matrix", ("firm",)), ("matrix", ("names",))]
    matrices.save(table, tmp_path / "out.csv", terms=Terms(WHY))
    assert (tmp_path / "out.csv").is_file()


def test_copying_from_a_transcript_asks_and_selecting_alone_never_does(sample: Hub, qtbot: QtBot) -> None:
    refuse(sample)
    info = documents.listed(sample.project)[0]
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.show_document(sample.project.text(info.text_sha), [], [])
    consenting.heed(sample, pane, lambda: info.key)
    pane.show()
    QGuiApplication.clipboard().setText("before")
    pane.copying(0, info.characters, QClipboard.Mode.Selection)
    assert not pane.findChildren(Beyond)
    pane.select(0, info.characters)
    pane.copy()
    assert QGuiApplication.clipboard().text() == "before"
    dialog = asked(sample, qtbot, pane)
    dialog.why.setText(WHY)
    dialog.let.click()
    assert QGuiApplication.clipboard().text().replace("\r\n", "\n") == sample.project.text(info.text_sha)
    assert [(one.path, one.why) for one in disclosures.listed(sample.project)] == [("copy", WHY)]


@pytest.mark.parametrize("kind", [QTextBrowser, QPlainTextEdit, QLabel, QLineEdit])
def test_words_copied_from_any_text_of_the_window_are_taken_off_and_asked_about(
    sample: Hub, qtbot: QtBot, kind: type[QWidget]
) -> None:
    info = documents.listed(sample.project)[0]
    one = next(one for one in documents.passages(sample.project, info.key) if one.words > 12 and one.speaker != "INT")
    words = sample.project.text(info.text_sha)[one.start : one.end].replace("\n", " ")
    window = QWidget()
    qtbot.addWidget(window)
    text = kind(window)
    guard = consenting.Guard(sample, window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    clipboard = QGuiApplication.clipboard()
    for said, kept in ((words, words), ("Nothing that anybody said.", "Nothing that anybody said.")):
        put(text, said)
        guard.look()
        assert clipboard.text() == kept
    refuse(sample)
    put(text, words)
    guard.look()
    assert clipboard.text() == ""
    [dialog] = [one for one in window.findChildren(Beyond) if one.isVisible()]
    dialog.why.setText(WHY)
    dialog.let.click()
    settle(sample, qtbot)
    assert clipboard.text() == words
    assert [(one.path, one.why) for one in disclosures.listed(sample.project)] == [("copy", WHY)]
    put(text, "Nothing that anybody said.")
    guard.look()
    assert clipboard.text() == "Nothing that anybody said."


@pytest.mark.parametrize("kind", [QPlainTextEdit, QLineEdit])
def test_hidden_names_are_masked_on_the_clipboard_and_pasted_within_the_window_as_they_were(
    sample: Hub, qtbot: QtBot, kind: type[QWidget]
) -> None:
    name = next(one.name for one in participants.listed(sample.project) if one.confidential)
    window = QWidget()
    qtbot.addWidget(window)
    text = kind(window)
    assert isinstance(text, QPlainTextEdit | QLineEdit)
    guard = consenting.Guard(sample, window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    text.setFocus()
    guard.hold(None, text)
    put(text, f"Vu avec {name}, hier.")
    guard.look()
    shown = Moment.of(sample.project, masking=True).mask.text(f"Vu avec {name}, hier.")
    assert name not in shown
    assert QGuiApplication.clipboard().text() == shown
    text.clear()
    QTest.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said_in(text) == f"Vu avec {name}, hier."
    text.clear()
    QGuiApplication.clipboard().setText("from elsewhere")
    QTest.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said_in(text) == "from elsewhere"


def test_what_is_only_selected_is_masked_or_left_out_where_another_program_can_read_it(
    sample: Hub, qtbot: QtBot
) -> None:
    name = next(one.name for one in participants.listed(sample.project) if one.confidential)
    said = f"Vu avec {name}, hier."
    window = QWidget()
    qtbot.addWidget(window)
    text, guard = QLineEdit(said, window), consenting.Guard(sample, window)
    masked = Moment.of(sample.project, masking=True).mask.text(said)
    assert name not in masked
    assert [guard.selectable(one) for one in (said, masked, "hier", "")] == [masked, masked, "hier", ""]
    refuse(sample)
    assert guard.selectable(masked_words(sample)) == ""
    window.show()
    text.selectAll()
    text.copy()
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection():  # as X11 does
        guard.look_at_selected()
        assert name not in clipboard.text(QClipboard.Mode.Selection)


def masked_words(sample: Hub) -> str:
    info = documents.listed(sample.project)[0]
    one = next(one for one in documents.passages(sample.project, info.key) if one.words > 12 and one.speaker != "INT")
    return consenting.masked_of(sample, sample.project.text(info.text_sha)[one.start : one.end])


def said_in(text: QPlainTextEdit | QLineEdit) -> str:
    return text.text() if isinstance(text, QLineEdit) else text.toPlainText()


@pytest.mark.parametrize("kind", [QTextBrowser, QPlainTextEdit])
def test_selected_words_are_not_dragged_out_of_a_text(sample: Hub, qtbot: QtBot, kind: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    text = kind(window)
    assert isinstance(text, QTextBrowser | QPlainTextEdit)
    text.resize(400, 300)
    guard = consenting.Guard(sample, window)
    window.show()
    qtbot.waitExposed(window)
    text.setPlainText("On a suivi le parcours client trois semaines. " * 20)
    guard.hold(None, text)
    for held in (True, False):
        if not held:
            text.viewport().removeEventFilter(guard)
        text.selectAll()
        QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
        assert text.textCursor().hasSelection() != held
        QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))


def put(text: QWidget, words: str) -> None:
    """Select all of a text and copy it, as Ctrl+C does."""
    if isinstance(text, QPlainTextEdit | QTextBrowser):
        text.setPlainText(words)
        text.selectAll()
        text.copy()
    elif isinstance(text, QLineEdit):
        text.setText(words)
        text.selectAll()
        text.copy()
    elif isinstance(text, QLabel):
        text.setText(words)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        text.setFocus()
        text.setSelection(0, len(words))
        QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


OUT = re.compile(r"clipboard\(\)\.setText|getSaveFileName|AcceptSave|\.grab\(|QPrinter|QDrag\(|setMimeData")
WAYS_OUT = {
    "app/consenting.py": "asks", "app/code/printing.py": "asks", "app/matrix/page.py": "asks",
    "app/report/page.py": "asks", "app/saving.py": "names a file; who asks for it asks for consent",
    "app/paper/preview.py": "prints what `app/code/printing.py` asked for",
    "app/verbatims/export.py": "asks", "app/matrix/table.py": "gives what is copied to its page",
    "app/reader/selecting.py": "is told by `heed`", "app/shell/new_project.py": "makes an empty project",
    "app/shell/pictures.py": "is asked for by the verb `pictures`", "app/participants/consent_tab.py": "asks",
    "app/participants/recruitment_tab.py": "asks", "app/report/sending.py": "asks", "app/shell/corpora.py": "asks",
    "app/shell/giving.py": "asks", "app/shell/supervisor.py": "asks",
    "app/guide/tab.py": "asks", "app/memos/drawer.py": "asks", "app/quality/page.py": "asks",
    "app/code/dragging.py": "carries no words, which a code alone takes",
    "app/accounts.py": "tells how much of somebody went, or was given away, and none of their words",
}  # fmt: skip


def test_every_way_out_of_the_window_is_named() -> None:
    there = {
        str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py") if OUT.search(path.read_text("utf-8"))
    }
    assert there <= set(WAYS_OUT), "let it ask, by app/consenting.py, or say why it needs no consent"


READERS = {
    "app/code/reading.py": "app/code/page.py",
    "app/code/companion.py": "app/code/page.py",
    "app/review/reading.py": "app/review/page.py",
}


def test_every_transcript_that_is_shown_heeds_consents() -> None:
    shows = {path for path in (ROOT / "app").rglob("*.py") if "ReaderPane()" in path.read_text("utf-8")}
    assert {str(path.relative_to(ROOT)) for path in shows} == set(READERS)
    assert all("consenting.heed" in (ROOT / page).read_text("utf-8") for page in READERS.values())
