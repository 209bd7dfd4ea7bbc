"""One memo, written in place: what is typed is kept by itself, a moment later."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.hub import Hub
from app.i18n import moment
from app.icons import icon
from app.memos.words import kind_names, target_name
from coding import memos
from coding.memos import MemoInfo, Target

_KEPT_AFTER_MS = 1_000


class MemoEditor(QWidget):
    """Shows a memo, or a new one that is kept once something is written.

    target_asked(Target): what it is about is to be seen · made(int): a new memo was kept · removed().
    """

    target_asked = Signal(object)
    made = Signal(int)
    removed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.memo: MemoInfo | None = None
        self._draft: tuple[Target, ...] | None = None
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        for name, text in kind_names().items():
            self.kind.addItem(text, name)
        self.remove_button = QPushButton(icon("delete"), self.tr("Remove"))
        self.remove_button.clicked.connect(self.remove)
        self.body = QPlainTextEdit()
        self.body.setPlaceholderText(self.tr("Write …"))
        self.body.setAccessibleName(self.tr("Text of the memo"))
        self.body.setTabChangesFocus(True)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.about.setAccessibleName(self.tr("What the memo is about"))
        self.about.linkActivated.connect(self._link)
        self.made_by = QLabel()
        self.made_by.setProperty("muted", True)
        self.made_by.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.kind)
        head.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.about)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.made_by)
        self._later = QTimer(self, singleShot=True, interval=_KEPT_AFTER_MS)
        self._later.timeout.connect(self.keep)
        self.title.textEdited.connect(lambda _text: self._later.start())
        self.body.textChanged.connect(self._later.start)
        self.kind.activated.connect(lambda _n: self.keep())
        for field in (self.title, self.body):
            field.installEventFilter(self)
        self.show_memo(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def show_memo(self, memo: MemoInfo | None) -> None:
        """Show a memo; what is being typed into the one that is shown stays."""
        if memo is not None and self.memo is not None and memo.key == self.memo.key and self.typed:
            self.memo = memo
            return
        self._later.stop()
        self.memo, self._draft = memo, None
        self._fill(memo.title if memo else "", memo.body if memo else "", memo.kind if memo else "plain")
        self._say_about(memo.targets if memo else ())
        self.setEnabled(memo is not None)
        if memo is not None:
            said = self.tr("{coder}, {moment}").format(coder=memo.coder, moment=moment(memo.created_at))
            if memo.edited_at:
                said += " · " + self.tr("edited {moment}").format(moment=moment(memo.edited_at))
            self.made_by.setText(said)
        else:
            self.made_by.clear()
        self.remove_button.setVisible(memo is not None)

    def begin(self, targets: Sequence[Target] = (), kind: str = "theoretical") -> None:
        """Begin a new memo on `targets`, on the study without any."""
        self.keep()
        self.show_memo(None)
        self._draft = tuple(targets) or (Target("project"),)
        self._fill("", "", kind)
        self._say_about(self._draft)
        self.setEnabled(True)
        self.title.setFocus()

    def _fill(self, title: str, body: str, kind: str) -> None:
        for field in (self.title, self.body, self.kind):
            field.blockSignals(True)
        if self.title.text() != title:
            self.title.setText(title)
        if self.body.toPlainText() != body:
            self.body.setPlainText(body)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        for field in (self.title, self.body, self.kind):
            field.blockSignals(False)

    def _say_about(self, targets: Sequence[Target]) -> None:
        c, links = theme.colours(), []
        for n, target in enumerate(targets):
            name = escape(target_name(target))
            open_ = target.kind != "project" and target.key is not None
            links.append(f'<a href="{n}" style="color:{c.accent}">{name}</a>' if open_ else name)
        self.about.setText(self.tr("On: {targets}").format(targets=", ".join(links)) if links else "")

    def _link(self, number: str) -> None:
        targets = self.memo.targets if self.memo is not None else (self._draft or ())
        self.keep()
        self.target_asked.emit(targets[int(number)])

    @property
    def typed(self) -> bool:
        """Whether something is written that is not kept yet."""
        title, body = self.title.text().strip(), self.body.toPlainText()
        if self.memo is None:
            return self._draft is not None and bool(title or body.strip())
        return (title, body, self.kind.currentData()) != (self.memo.title, self.memo.body, self.memo.kind)

    def keep(self) -> None:
        """Write what was typed into the project; a memo left without a word stays as it was."""
        self._later.stop()
        project = self.hub.project_or_none
        title, body, kind = self.title.text().strip(), self.body.toPlainText(), str(self.kind.currentData())
        if project is None or not self.typed or not (title or body.strip()):
            return
        if self.memo is not None:
            key = self.memo.key
            self.hub.write(lambda: memos.edit(project, key, title=title, body=body, kind=kind))
            return
        targets, self._draft = self._draft or (), None
        made = self.hub.write(lambda: memos.add(project, body, title=title, kind=kind, targets=targets), self.made.emit)
        if made is None and not project.busy:
            self._draft = targets

    def remove(self) -> None:
        """Take the memo away; undo brings it back."""
        if self.memo is None:
            return
        project, key = self.hub.project, self.memo.key
        blocked = QSignalBlocker(self.body)
        self._later.stop()
        self.hub.write(lambda: memos.remove(project, key), lambda _result: self.removed.emit())
        blocked.unblock()
