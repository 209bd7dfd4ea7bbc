"""One memo, written in place: each pause keeps a draft, and turning to something else makes one change of a sitting."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions, i18n, theme
from app.hub import Hub
from app.i18n import moment
from app.icons import icon
from app.memos.body import Body
from app.memos.opening import open_link
from app.memos.reading import MemoView
from app.memos.words import kind_names, target_name
from app.widgets import NamesBox
from coding import memos
from coding.memos import MemoInfo, Target, drafts, links, templates

if TYPE_CHECKING:
    from coding.memos import Linked

_PAUSE_MS = 1_000


class MemoEditor(QWidget):
    """Shows a memo, or a new one that is kept once something is written; the one editor, wherever memos are written.

    `desk` tells its draft from those of other editors; a `low` one takes little height, and whoever shows it says what
    the memo is about.
    target_asked(Target): what it is about is to be seen · made(int): a new memo was kept · removed() ·
    memo_linked(int): another memo is to be seen.
    """

    target_asked = Signal(object)
    made = Signal(int)
    removed = Signal()
    memo_linked = Signal(int)

    def __init__(self, hub: Hub, desk: str, *, low: bool = False) -> None:
        super().__init__()
        self.hub, self._desk = hub, desk
        self.memo: MemoInfo | None = None
        self._begun: tuple[Target, ...] | None = None
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.kind = NamesBox()
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        for name, text in kind_names().items():
            self.kind.addItem(text, name)
        self.read_button = QToolButton()
        self.read_button.setIcon(icon("read"))
        self.read_button.setCheckable(True)
        self.read_button.setAccessibleName(self.tr("Read the memo as it is laid out"))
        self.remove_button = QPushButton(icon("delete"), self.tr("Remove"))
        self.remove_button.clicked.connect(self.remove)
        self.body, self.reading = Body(hub), MemoView()
        self.body.setPlaceholderText(self.tr("Write … [[ makes a link."))
        self.body.setToolTip(self.tr("[[ links to a code, a document, a participant, a memo."))
        self.body.setAccessibleName(self.tr("Text of the memo"))
        self.reading.setAccessibleName(self.tr("The memo as it reads"))
        self.about, self.lost, self.made_by = QLabel(), QLabel(), QLabel()
        for label in (self.about, self.lost, self.made_by):
            label.setWordWrap(True)
        self.about.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.about.setObjectName("about")
        self.about.setAccessibleName(self.tr("What the memo is about"))
        self.about.linkActivated.connect(self._target)
        self.made_by.setProperty("muted", True)
        self._lay_out(low=low)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._pause)
        self._listen()
        self.show_memo(None)

    def _lay_out(self, *, low: bool) -> None:
        self.views = QStackedWidget()
        self.views.addWidget(self.body)
        self.views.addWidget(self.reading)
        below = QHBoxLayout()
        below.addWidget(self.kind, 1)
        below.addWidget(self.read_button)
        below.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(0, 0, 0, 0) if low else (16, 8, 16, 16))
        layout.setSpacing(6 if low else 8)
        if low:
            self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.kind.setMinimumContentsLength(6)  # the longest kind would leave the title no room
            below.insertWidget(0, self.title, 1)
            self.remove_button.setText("")
            self.remove_button.setAccessibleName(self.tr("Remove the memo"))
            self.remove_button.setToolTip(self.tr("Remove the memo"))
        else:
            layout.addWidget(self.title)
        layout.addLayout(below)
        layout.addWidget(self.about)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.lost)
        layout.addWidget(self.made_by)
        for line in (self.about, self.made_by):
            line.setHidden(low)

    def _listen(self) -> None:
        self.title.textEdited.connect(lambda _text: self._later.start())
        self.title.returnPressed.connect(self.body.setFocus)
        self.body.ended.connect(self.keep)
        self.hub.closing.connect(self.keep)
        self.body.textChanged.connect(self._later.start)
        self.kind.activated.connect(lambda _n: self._kind_chosen())
        self.read_button.toggled.connect(self._read)
        for part in (self.body, self.reading):
            part.link_pressed.connect(self._link)
        self.read_button.clicked.connect(lambda _checked: self._go_in())
        reads = actions.make("memos.read", self, self.read_button.click)
        self.read_button.setToolTip(reads.toolTip())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Write what was typed where one turns to something else in the window; elsewhere, keep it as a draft."""
        if before is None or not self.isAncestorOf(before) or (now is not None and self.isAncestorOf(now)):
            return
        if now is None:
            self._pause()
        else:
            self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def show_memo(self, memo: MemoInfo | None) -> None:
        """Show a memo; what is being typed into the one that is shown stays."""
        if memo is not None and self.memo is not None and memo.key == self.memo.key and self.typed:
            self.memo = memo
            return
        self._later.stop()
        self.memo, self._begun = memo, None
        self._fill(memo.title if memo else "", memo.body if memo else "", memo.kind if memo else "plain")
        self._say_about(memo.targets if memo else ())
        self._open(there=memo is not None)
        self.made_by.setText(self._said_of(memo) if memo is not None else "")
        self.remove_button.setVisible(memo is not None)

    def _said_of(self, memo: MemoInfo) -> str:
        said = self.tr("{coder}, {moment}").format(coder=memo.coder, moment=moment(memo.created_at))
        edited = self.tr("edited {moment}").format(moment=moment(memo.edited_at)) if memo.edited_at else ""
        return " · ".join(filter(None, (said, edited)))

    def _open(self, *, there: bool) -> None:
        """Let one write, where there is a memo and the project takes what is written; else one reads."""
        project = self.hub.project_or_none
        closed = project is None or not project.writable
        self.setEnabled(there)
        self.title.setReadOnly(closed)
        self.body.setReadOnly(closed)
        self.kind.setDisabled(closed)
        self.remove_button.setDisabled(closed)

    def begin(self, targets: Sequence[Target] = (), kind: str = "theoretical") -> None:
        """Begin a new memo on `targets`, on the study without any."""
        self.keep()
        self.offer(targets, kind)
        self.title.setFocus()

    def offer(self, targets: Sequence[Target] = (), kind: str = "plain") -> None:
        """Show an empty memo on `targets`, which is one as soon as something is written."""
        self.show_memo(None)
        self._begun = memos.named(self.hub.project, targets) or (Target("project"),)
        self.read_button.setChecked(False)
        self._fill("", templates.of(kind, self._language), kind)
        self._say_about(self._begun)
        self._open(there=True)

    def gone(self) -> None:
        """Let go of a memo that was taken away elsewhere; what is being typed into it becomes one of its own."""
        if self.memo is None or not self.typed:
            self.show_memo(None)
            return
        drafts.forget(self.hub.project, str(self.memo.key))
        self._begun, self.memo = self.memo.targets, None
        self.remove_button.hide()
        self._later.start()

    @property
    def _language(self) -> str:
        return i18n.language(self.hub.settings)

    def _fill(self, title: str, body: str, kind: str) -> None:
        for field in (self.title, self.body, self.kind):
            field.blockSignals(True)
        if self.title.text() != title:
            self.title.setText(title)
        if self.body.text() != body:
            self.body.setPlainText(body)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        for field in (self.title, self.body, self.kind):
            field.blockSignals(False)
        self._see_links()

    def _kind_chosen(self) -> None:
        if not self.body.text().strip():
            self.body.setPlainText(templates.of(str(self.kind.currentData()), self._language))
        self._later.start()

    # what it is about, and what it links to

    def _say_about(self, targets: Sequence[Target]) -> None:
        c, said = theme.colours(), []
        for n, target in enumerate(targets):
            name = escape(target_name(target))
            open_ = target.kind != "project" and target.key is not None
            said.append(f'<a href="{n}" style="color:{c.accent}">{name}</a>' if open_ else name)
        self.about.setText(self.tr("On: {targets}").format(targets=", ".join(said)) if said else "")

    def _target(self, number: str) -> None:
        target = self._targets[int(number)]
        self.keep()
        self.target_asked.emit(target)

    @property
    def _targets(self) -> tuple[Target, ...]:
        return self.memo.targets if self.memo is not None else (self._begun or ())

    def _links(self) -> Sequence[Linked]:
        project = self.hub.project_or_none
        return links.found(project, self.body.text()) if project is not None else ()

    def _see_links(self) -> None:
        """Say which links lead nowhere, and lay the memo out anew where it is read."""
        text = self.body.text()
        lost = {text[one.start + 2 : one.end - 2]: one.name for one in self._links() if one.to is None}
        self.body.styling.tell(lost)
        self.lost.setVisible(bool(lost))
        self.lost.setText(self.tr("These links lead nowhere: {names}").format(names=", ".join(lost.values())))
        if self.read_button.isChecked():
            self.reading.show_text(text, dict.fromkeys(lost, self.tr("leads nowhere")))

    def _link(self, written: str) -> None:
        text = self.body.text()
        to = next((one.to for one in self._links() if text[one.start + 2 : one.end - 2] == written), None)
        if to is None:
            self.hub.said.emit(self.tr("This link leads nowhere."))
            return
        self.keep()
        if to.kind == "memo":
            self.memo_linked.emit(to.key)
        else:
            open_link(self.hub, to)

    def _read(self, reads: bool) -> None:
        self._see_links()
        self.views.setCurrentWidget(self.reading if reads else self.body)

    def _go_in(self) -> None:
        front = self.reading if self.read_button.isChecked() else self.body
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Put the cursor where one writes."""
        self.read_button.setChecked(False)
        self.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # keeping

    @property
    def _now(self) -> tuple[str, str, str]:
        return self.title.text().strip(), self.body.text(), str(self.kind.currentData())

    @property
    def typed(self) -> bool:
        """Whether something is written that is not kept yet."""
        title, body, kind = self._now
        if self.memo is None:
            return self._begun is not None and bool(title or body.strip() not in ("", self._template(kind)))
        return (title, body, kind) != (self.memo.title, self.memo.body, self.memo.kind)

    def _template(self, kind: str) -> str:
        return templates.of(kind, self._language).strip()

    def _draft(self) -> drafts.MemoDraft:
        key, upon = (self.memo.key, drafts.stamp(self.memo)) if self.memo is not None else (None, "")
        title, body, kind = self._now
        return drafts.MemoDraft(title, body, kind, self._targets, key, upon, self._desk)

    def _pause(self) -> None:
        """Keep what was typed as a draft, which outlives a crash."""
        project = self.hub.project_or_none
        if project is None or not self.typed:
            return
        if project.busy:
            self._later.start()
            return
        drafts.keep(project, self._draft())
        self._see_links()

    def keep(self) -> None:
        """Make what was typed a change of the project; a memo left without a word stays as it was."""
        self._later.stop()
        project, draft = self.hub.project_or_none, self._draft()
        if project is None or not self.typed or not (draft.title or draft.body.strip()):
            return
        begun, self._begun = self._begun, None
        key = self.hub.write(lambda: drafts.write(project, draft), lambda key: self._kept(draft, key))
        if key is None and not project.busy:
            self._begun = begun
            drafts.keep(project, draft)

    def _kept(self, draft: drafts.MemoDraft, key: int) -> None:
        """Take on the memo as it is stored now, while it is still the one that is shown."""
        if key != draft.memo:
            self.made.emit(key)
        elif self.memo is not None and self.memo.key == key and self.hub.project_or_none is not None:
            self.memo = memos.get(self.hub.project, key)

    def remove(self) -> None:
        """Take the memo away; undo brings it back."""
        if self.memo is None:
            return
        project, key = self.hub.project, self.memo.key
        self._later.stop()
        self._fill(self.memo.title, self.memo.body, self.memo.kind)
        drafts.forget(project, str(key))
        self.hub.write(lambda: memos.remove(project, key), lambda _result: self.removed.emit())
