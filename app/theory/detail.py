"""What a capability means, and the link that the code in hand has with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.i18n import moment
from app.theory.offer_box import OfferBox
from coding.moment.weighing import ALL, ONE_BY_ONE, Theory

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.links import LinkInfo
    from coding.set_asides import SetAsideInfo


class ReasonField(QLineEdit):
    """A reason, never demanded: Enter keeps it, Esc leaves it. left(): the field was left."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class LinkBox(QFrame):
    """A link's mode, reason, coder and day, and the button that takes it away; or the same of what is set aside.

    moded(mode) · reasoned(text) · left() · removed(): what the person did.
    """

    moded = Signal(str)
    reasoned = Signal(str)
    left = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = _text()
        self.all, self.one = QPushButton(self.tr("All count")), QPushButton(self.tr("One by one"))
        for button in (self.all, self.one):
            button.setCheckable(True)
        self.all.setToolTip(self.tr("All coded segments of the code count, less those not kept"))
        self.one.setToolTip(self.tr("A coded segment counts only once it is kept"))
        self.modes = QButtonGroup(self)
        self.modes.addButton(self.all)
        self.modes.addButton(self.one)
        self.all.clicked.connect(lambda: self.moded.emit(ALL))
        self.one.clicked.connect(lambda: self.moded.emit(ONE_BY_ONE))
        self.reason = ReasonField()
        why = self.tr("Why? ({key} to write, Enter keeps, Esc skips)")
        self.reason.setPlaceholderText(why.format(key=actions.shown("theory.reason")))
        self.reason.setAccessibleName(self.tr("Reason of the link, optional"))
        self.reason.returnPressed.connect(self._keep)
        self.reason.left.connect(self._leave)
        self.said = _text(muted=True)
        self.remove = QPushButton(self.tr("Take away"))
        self.remove.setToolTip(self.tr("Take this away (Delete); decisions stay, should it come back"))
        self.remove.clicked.connect(self.removed)
        modes = QHBoxLayout()
        modes.setSpacing(4)
        modes.addWidget(self.all)
        modes.addWidget(self.one)
        modes.addStretch()
        last = QHBoxLayout()
        last.addWidget(self.said, 1)
        last.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(modes)
        layout.addWidget(self.reason)
        layout.addLayout(last)
        self._kept = ""
        self._about: tuple[str, int] | None = None

    def show_link(self, link: LinkInfo, source: str) -> None:
        """Show a link."""
        self.title.setText(self.tr("Linked from “{code}”").format(code=source))
        (self.one if link.mode == ONE_BY_ONE else self.all).setChecked(True)
        self._show(("link", link.key), link)
        self._show_modes(True)

    def show_set_aside(self, aside: SetAsideInfo, source: str, target: str) -> None:
        """Show that a code is outside the framework, or that it does not speak for `target`, and why."""
        if aside.target is None:
            self.title.setText(self.tr("“{code}” is outside the framework: to theorise").format(code=source))
        else:
            said = self.tr("The link of “{code}” with “{target}” is refused")
            self.title.setText(said.format(code=source, target=target))
        self._show(("set aside", aside.key), aside)
        self._show_modes(False)

    def _show(self, about: tuple[str, int], shown: LinkInfo | SetAsideInfo) -> None:
        reason = shown.reason
        # What is being written is not overwritten when something else changes meanwhile.
        if about != self._about or not self.reason.hasFocus():
            self.reason.setText(reason)
            self.reason.setCursorPosition(0)
        self._about, self._kept = about, reason
        self.reason.setToolTip(reason)
        self.said.setText(self.tr("{coder}, {moment}").format(coder=shown.coder, moment=moment(shown.created_at)))
        self.show()

    def _show_modes(self, shown: bool) -> None:
        self.all.setVisible(shown)
        self.one.setVisible(shown)

    def _keep(self) -> None:
        self.reasoned.emit(self.reason.text().strip())
        self.left.emit()

    def _leave(self) -> None:
        self.reason.setText(self._kept)
        self.left.emit()


class ConceptDetail(QScrollArea):
    """The link first, or one that is suggested, then the definition with what to include and to leave out."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Definition and link"))
        self.link, self.offer = LinkBox(), OfferBox()
        self.heading = _text()
        self.short, self.definition = _text(muted=True), _text()
        self.include, self.exclude, self.typical = _text(), _text(), _text()
        self.provenance = _text(muted=True)
        self._titles: dict[QLabel, QLabel] = {}
        inside = QWidget()
        self.setWidget(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(4)
        layout.addWidget(self.link)
        layout.addWidget(self.offer)
        layout.addWidget(self.heading)
        layout.addWidget(self.short)
        layout.addWidget(self.definition)
        for title, text in (
            (self.tr("Include"), self.include),
            (self.tr("Exclude"), self.exclude),
            (self.tr("Typical"), self.typical),
        ):
            label = self._titles[text] = _text(muted=True)
            label.setText(title)
            layout.addSpacing(4)
            layout.addWidget(label)
            layout.addWidget(text)
        layout.addSpacing(4)
        layout.addWidget(self.provenance)
        layout.addStretch()

    def show_code(self, reading: Theory, code: int | None, capability: int | None) -> None:
        """Show a capability and the link that `code` has with it, or what says that it has none."""
        about = reading.codes.get(capability) if capability is not None else None
        source = reading.codes.get(code) if code is not None else None
        link = reading.own_links(source.key).get(capability) if source and capability is not None else None
        aside = reading.set_aside(source.key, capability) if source else None
        if link is not None and source is not None:
            self.link.show_link(link, source.name)
        elif aside is not None and source is not None:
            self.link.show_set_aside(aside, source.name, about.label if about else "")
        else:
            self.link.hide()
        self._define(about)

    def _define(self, about: CodeInfo | None) -> None:
        said = (
            (self.heading, about.label if about else ""),
            (self.short, about.short if about and about.short != about.name else ""),
            (self.definition, about.definition if about else ""),
            (self.include, _lines(about.include) if about else ""),
            (self.exclude, _lines(about.exclude) if about else ""),
            (self.typical, about.typical if about else ""),
            (self.provenance, self._provenance(about)),
        )
        for label, text in said:
            label.setText(text)
            label.setVisible(bool(text))
            if label in self._titles:
                self._titles[label].setVisible(bool(text))
        font = self.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.link.title.setFont(font)

    def _provenance(self, about: CodeInfo | None) -> str:
        known = {"literature": self.tr("From the literature"), "this study": self.tr("From this study")}
        return known.get(about.provenance, about.provenance) if about else ""


def _lines(rules: str) -> str:
    lines = [line for line in rules.split("\n") if line.strip()]
    return "\n".join(f"· {line}" for line in lines) if len(lines) > 1 else rules


def _text(*, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("muted", muted)
    return label
