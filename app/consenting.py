"""What leaves the window against a consent is asked about first: why all the same, or without whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.singling import SinglesOut
from corpus.errors import BeyondConsent, Cancelled
from corpus.progress import Progress

if TYPE_CHECKING:
    from app.reader import ReaderPane
    from coding.permits import Leaving, Terms
    from coding.singling import GivenAway

_LET = "let"  # what was put on the clipboard last by leave


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


class Beyond(QDialog):
    """Says who did not agree to what, and asks why it is to leave all the same; `answered` gets the terms."""

    def __init__(
        self, parent: QWidget, error: BeyondConsent, answered: Callable[[Terms], object], *, rows: bool
    ) -> None:
        super().__init__(parent)
        self._answered = answered
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Not agreed to"))
        self.said = QLabel(self.sentence(error))
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.why = QLineEdit()
        self.why.setAccessibleName(self.tr("Why it leaves all the same"))
        self.why.setPlaceholderText(self.tr("This is written down, and no undo takes it back"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.let = buttons.addButton(self.tr("Let it leave"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.let.setEnabled(False)
        self.why.textChanged.connect(lambda text: self.let.setEnabled(bool(text.strip())))
        self.without = buttons.addButton(self.tr("Leave them out"), QDialogButtonBox.ButtonRole.ActionRole)
        self.without.setVisible(rows)
        self.without.clicked.connect(lambda: self._answer(leave_out=True))
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Why all the same"), self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.said)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)

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
    hub: Hub, parent: QWidget, label: str, work: Callable[[Progress, Terms], Any], said: str, *, rows: bool = False,
    unsaid: Callable[[], Mapping[Any, int]] | None = None, terms: Terms | None = None,
    then: Callable[[], object] | None = None, named: str = "", given: Callable[[], GivenAway] | None = None,
) -> None:  # fmt: skip
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
    hub: Hub, parent: QWidget, text: str, leaving: Callable[[], Leaving], way: str = "copy",
    mode: QClipboard.Mode = QClipboard.Mode.Clipboard,
) -> None:  # fmt: skip
    """Put text on the clipboard; where it goes beyond a consent the person is asked, but not for what is selected."""
    from coding import permits
    from coding.permits import AS_AGREED

    def put(terms: Terms = AS_AGREED) -> None:
        permits.let(hub.moment(), way, leaving(), terms)
        _set(text, mode)

    try:
        if permits.kept(hub.project):
            put()
        else:
            _set(text, mode)
    except BeyondConsent as error:
        if mode is QClipboard.Mode.Clipboard:
            Beyond(parent, error, lambda terms: hub.write(lambda: put(terms)), rows=False).open()


def let(
    hub: Hub, parent: QWidget, way: str, leaving: Callable[[], Leaving], act: Callable[[], object]
) -> None:  # fmt: skip
    """Do at once what lets something leave; where it goes beyond a consent the person is asked why all the same."""
    from coding import permits
    from coding.permits import AS_AGREED

    def go(terms: Terms = AS_AGREED) -> None:
        permits.let(hub.moment(), way, leaving(), terms)
        act()

    try:
        if permits.kept(hub.project):
            go()
        else:
            act()
    except BeyondConsent as error:
        Beyond(parent, error, lambda terms: hub.write(lambda: go(terms)), rows=False).open()


def _set(text: str, mode: QClipboard.Mode) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setProperty(_LET, text)  # so that `Guard` does not ask again
    clipboard.setText(text, mode)


class Guard(QObject):
    """Sees what any text of the window puts on the clipboard; what was not agreed to is taken off, and asked for.

    Nothing is dragged out of a text past it: to press on selected words is to begin a selection.
    """

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self.hub, self.window = hub, window
        QGuiApplication.clipboard().dataChanged.connect(self.look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.hold)

    def hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let no words be dragged out of the text that is in focus now."""
        if isinstance(now, QTextEdit | QPlainTextEdit):
            now.viewport().installEventFilter(self)
        elif isinstance(now, QLabel):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
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
        from coding import permits
        from coding.permits import Leaving

        clipboard, project = QGuiApplication.clipboard(), self.hub.project_or_none
        ours = QGuiApplication.focusWindow() is not None or clipboard.ownsClipboard()
        text, let = clipboard.text(), clipboard.property(_LET)
        clipboard.setProperty(_LET, None)
        if not ours or not text or text == let or project is None or not permits.kept(project):
            return
        if permits.beyond(self.hub.moment(), "copy", Leaving((text,))):
            clipboard.clear()
            copy(self.hub, self.window, text, lambda: Leaving((text,)))


def heed(hub: Hub, pane: ReaderPane, document: Callable[[], int | None]) -> None:
    """Let nobody copy from a transcript what was not agreed to be quoted."""

    def copying(start: int, end: int, mode: QClipboard.Mode) -> None:
        from coding.permits import Leaving

        text, key = pane.words(start, end), document()
        copy(hub, pane, text, lambda: Leaving((text,), () if key is None else ((key, start, end),)), mode=mode)

    pane.copying = copying
