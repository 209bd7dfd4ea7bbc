"""What leaves the window against a consent is asked about first: why all the same, or without whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.hub import Hub
from app.singling import SinglesOut, Stopped
from corpus.errors import BeyondConsent, Cancelled
from corpus.progress import Progress

if TYPE_CHECKING:
    from app.reader import ReaderPane
    from coding.permits import Leaving, Terms
    from coding.singling import GivenAway

_LET = "let"  # what was put on the clipboard last by leave
_WHOLE = "whole"  # that, and as it is read within the window
_PASTE = QKeySequence.StandardKey.Paste


def uses() -> dict[str, str]:
    """Give what each use is called."""
    return {
        "quotation": QCoreApplication.translate("consents", "Quotation"),
        "firm": QCoreApplication.translate("consents", "Name of the firm"),
        "archive": QCoreApplication.translate("consents", "Archive"),
        "recording": QCoreApplication.translate("consents", "Recording"),
        "images": QCoreApplication.translate("consents", "Images"),
    }


def told() -> dict[str, str]:
    """Give what is written down of what left: a use that was not agreed to, or names."""
    return {**uses(), "names": QCoreApplication.translate("consents", "Names shown")}


class Beyond(Stopped):
    """Says who did not agree to what, and asks why it is to leave all the same; `answered` gets the terms."""

    def __init__(
        self, parent: QWidget, error: BeyondConsent, answered: Callable[[Terms], object], *, rows: bool
    ) -> None:
        super().__init__(parent)
        self._answered = answered
        self.setWindowTitle(self.tr("Not agreed to"))
        self.said.setText(self.sentence(error))
        self.why = QLineEdit()
        self.why.setAccessibleName(self.tr("Why it leaves all the same"))
        self.why.setPlaceholderText(self.tr("This is written down, and no undo takes it back"))
        self.let.setText(self.tr("Let it leave"))
        self.why.textChanged.connect(self._see_why)
        self.let.clicked.connect(lambda: self._answer())
        self.without = self.buttons.addButton(self.tr("Leave them out"), QDialogButtonBox.ButtonRole.ActionRole)
        self.without.setAutoDefault(False)
        self.without.setVisible(rows)
        self.without.clicked.connect(lambda: self._answer(leave_out=True))
        self.form.addRow(self.tr("Why all the same"), self.why)
        self.lay_out()
        self.setMinimumWidth(560)
        self._see_why("")
        self.why.setFocus()

    def _see_why(self, text: str) -> None:
        """Let it leave once a reason is given: then Enter means that."""
        self.let.setEnabled(bool(text.strip()))
        default = self.let if self.let.isEnabled() else self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        default.setDefault(True)

    def sentence(self, error: BeyondConsent) -> str:
        """Say who did not agree to what."""
        by_name: dict[str, list[str]] = {}
        for name, use in error.breaches:
            by_name.setdefault(name, []).append(uses().get(use, self.tr("Consent withdrawn")))
        who = "\n".join(f"{name} – {', '.join(dict.fromkeys(said))}" for name, said in by_name.items())
        return self.tr("This shows what these participants did not agree to:") + f"\n\n{who}"

    def _answer(self, *, leave_out: bool = False) -> None:
        from coding.permits import Terms

        self._answered(Terms(leave_out=True) if leave_out else Terms(self.why.text().strip()))
        self.accept()


def export(
    hub: Hub,
    parent: QWidget,
    label: str,
    work: Callable[[Progress, Terms], Any],
    said: str,
    *,
    rows: bool = False,
    unsaid: Callable[[], Mapping[Any, int]] | None = None,
    terms: Terms | None = None,
    then: Callable[[], object] | None = None,
    named: str = "",
    given: Callable[[], GivenAway] | None = None,
) -> None:
    """Run what writes a file as a job, and say so; where it goes beyond a consent the person is asked first.

    `unsaid` gives by use of how many it is not known whether they agreed, which is said as well; `then` comes last. By
    `named` the way is written down by which those who may not be named are. `given` finds whom it singles out without a
    name: they are shown first.
    """
    from coding import permits
    from coding.permits import AS_AGREED
    from corpus.people import disclosures

    agreed = AS_AGREED if terms is None else terms

    def both(progress: Progress) -> int | GivenAway:
        if given is not None and (told := given()):
            return told
        work(progress, agreed)
        if named:
            disclosures.note_named(hub.project, named)
        return max(unsaid().values(), default=0) if unsaid is not None and permits.kept(hub.project) else 0

    def again(new: Terms, looked: Callable[[], GivenAway] | None = None) -> None:
        export(
            hub, parent, label, work, said, rows=rows, unsaid=unsaid, terms=new, then=then, named=named, given=looked
        )

    def done(number: int | GivenAway) -> None:
        if not isinstance(number, int):
            assert given is not None
            SinglesOut(hub, parent, number, given, lambda: again(agreed)).open()
            return
        told = QCoreApplication.translate(
            "consents", "Participants of whom it is not known whether they agreed: {number}."
        )
        hub.said.emit(f"{said} {told.format(number=number)}" if number else said)
        if then is not None:
            then()

    def failed(error: Exception) -> None:
        if isinstance(error, BeyondConsent):
            Beyond(parent, error, again, rows=rows and not agreed.leave_out).open()
        elif not isinstance(error, Cancelled):
            hub.failed.emit(error)

    hub.jobs.run(label, both, done, failed)


def copy(
    hub: Hub,
    parent: QWidget,
    text: str,
    leaving: Callable[[], Leaving],
    way: str = "copy",
    mode: QClipboard.Mode = QClipboard.Mode.Clipboard,
    *,
    named: bool = False,
    given: Callable[[], GivenAway] | None = None,
    said: str = "",
) -> None:
    """Put text on the clipboard, masked unless it is `named`; what is only selected is let or not, and asks nobody."""
    from coding import permits

    masked = text if named else masked_of(hub, text)

    def put() -> None:
        _set(masked, text)
        if said or masked != text:
            hub.said.emit(
                said or QCoreApplication.translate("consents", "Copied; names that may not be read are masked.")
            )

    if mode is QClipboard.Mode.Clipboard:
        still = QCoreApplication.translate("consents", "Copy all the same")
        let(hub, parent, way, leaving, put, named=named, given=given, still=still)
    elif not (given and given()) and not (permits.kept(hub.project) and permits.beyond(hub.moment(), way, leaving())):
        QGuiApplication.clipboard().setText(masked, mode)


def let(
    hub: Hub,
    parent: QWidget,
    way: str,
    leaving: Callable[[], Leaving],
    act: Callable[[], object],
    *,
    named: bool = False,
    given: Callable[[], GivenAway] | None = None,
    still: str = "",
) -> None:
    """Do at once what lets something leave; where it goes beyond a consent the person is asked why all the same.

    Whom it singles out, which `given` finds, is shown first, with a button that says `still`. That those who may not be
    named are is written down.
    """
    from coding import permits
    from coding.permits import AS_AGREED
    from corpus.people import disclosures

    def go(terms: Terms = AS_AGREED) -> None:
        if permits.kept(hub.project):
            permits.let(hub.moment(), way, leaving(), terms)
        act()
        if named:
            disclosures.note_named(hub.project, way)

    def ask() -> None:
        try:
            go()
        except BeyondConsent as error:
            Beyond(parent, error, lambda terms: hub.write(lambda: go(terms)), rows=False).open()

    if given is not None and (told := given()):
        SinglesOut(hub, parent, told, given, ask, still).open()
    else:
        ask()


def masked_of(hub: Hub, text: str) -> str:
    """Return a text as it may leave the window: names that may not be read are masked."""
    return hub.moment().viewed(masking=True).mask.text(text)


def _set(masked: str, text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setProperty(_LET, masked)  # so that `Guard` does not ask again
    clipboard.setProperty(_WHOLE, [masked, text])
    clipboard.setText(masked)


class Guard(QObject):
    """Sees what any text of the window puts on the clipboard; what was not agreed to is taken off, and asked for.

    Names that may not be read are masked there; pasted into this window by key, words are as they were. So they are
    where X11 keeps what is only selected, which the middle button pastes anywhere; there nobody is asked. Nothing is
    dragged out of a text past it: to press on selected words is to begin a selection.
    """

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window
        QGuiApplication.clipboard().dataChanged.connect(self.look)
        QGuiApplication.clipboard().selectionChanged.connect(self.look_at_selected)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.hold)
        hub.closed.connect(lambda: QGuiApplication.clipboard().setProperty(_WHOLE, None))

    def hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let no words be dragged out of the text that is in focus now, and words be pasted into it as they were."""
        if isinstance(now, QTextEdit | QPlainTextEdit):
            now.viewport().installEventFilter(self)
        if isinstance(now, QTextEdit | QPlainTextEdit | QLabel | QLineEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.matches(_PASTE):
            return _pasted(watched)
        if event.type() == QEvent.Type.MouseButtonPress and not isinstance(watched, QLineEdit):
            text = watched if isinstance(watched, QLabel) else watched.parent()
            if isinstance(text, QLabel):
                text.setSelection(0, 0)
            elif isinstance(text, QTextEdit | QPlainTextEdit) and not QGuiApplication.keyboardModifiers():
                cursor = text.textCursor()
                cursor.clearSelection()
                text.setTextCursor(cursor)
        return False

    def look(self) -> None:
        """Look at what stands there, if it was put there by this window."""
        clipboard, project = QGuiApplication.clipboard(), self.hub.project_or_none
        ours = QGuiApplication.focusWindow() is not None or clipboard.ownsClipboard()
        text, let = clipboard.text(), clipboard.property(_LET)
        clipboard.setProperty(_LET, None)
        if ours and text and text != let and project is not None and self._told(text):
            from coding import singling
            from coding.permits import Leaving

            clipboard.clear()
            copy(
                self.hub,
                self.window,
                text,
                lambda: Leaving((text,)),
                given=lambda: singling.of_words(self.hub.moment(), (), (text,)),
            )

    def look_at_selected(self) -> None:
        """Look at what was selected in this window, where the system keeps it: it is masked, or left out."""
        clipboard = QGuiApplication.clipboard()
        said = clipboard.text(QClipboard.Mode.Selection) if clipboard.ownsSelection() else ""
        let = self.selectable(said) if said and self.hub.project_or_none is not None else said
        if let != said:
            clipboard.setText(let, QClipboard.Mode.Selection)

    def selectable(self, text: str) -> str:
        """Return what may stand for selected words where another program can read them; empty where nothing may."""
        if not self._told(text):
            return text
        masked = masked_of(self.hub, text)
        return "" if self._told(masked) else masked

    def _told(self, text: str) -> bool:
        """Say whether a text tells a name that may not be read, flagged words, or what was not agreed to."""
        from coding import permits, singling
        from coding.permits import Leaving

        moment = self.hub.moment()
        if masked_of(self.hub, text) != text or singling.of_words(moment, (), (text,)):
            return True
        return bool(permits.kept(moment.project) and permits.beyond(moment, "copy", Leaving((text,))))


def _pasted(into: QObject) -> bool:
    """Paste what was copied in this window as it was read here; say whether that was done."""
    clipboard = QGuiApplication.clipboard()
    masked, text = clipboard.property(_WHOLE) or ("", "")
    if masked == text or clipboard.text() != masked:
        return False
    if isinstance(into, QLineEdit) and not into.isReadOnly():
        into.insert(text.replace("\n", " "))
    elif isinstance(into, QTextEdit | QPlainTextEdit) and not into.isReadOnly():
        into.insertPlainText(text)
    else:
        return False
    return True


def heed(hub: Hub, pane: ReaderPane, document: Callable[[], int | None]) -> None:
    """Let nobody copy from a transcript what was not agreed to be quoted."""

    def copying(start: int, end: int, mode: QClipboard.Mode) -> None:
        from coding import singling
        from coding.permits import Leaving

        text, key = pane.words(start, end), document()
        places = () if key is None else ((key, start, end),)
        copy(
            hub,
            pane,
            text,
            lambda: Leaving((text,), places),
            mode=mode,
            given=lambda: singling.of_words(hub.moment(), places),
        )

    pane.copying = copying
