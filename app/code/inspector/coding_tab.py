"""One coding: its code, by whom, how it came about, its words, what was suggested, how it was judged against theory."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.code.inspector.focus import Focus
from app.code.inspector.origin import OriginBox
from app.codebook.painting import spot
from app.i18n import moment, quoted
from app.neighbours import NamesDelegate
from app.widgets import ElidedLabel
from coding import links
from coding.codings import CodingInfo
from coding.links import JudgementInfo
from coding.moment.code_list import Book

_SHOWN = 4_000  # code points of the words
_ADVICE = 10  # pixels above and below a line of advice
_NARROW = 60  # letters of the window's type


def origin_said(origin: str) -> str:
    """Say how a coding came about."""
    translate = QCoreApplication.translate
    said = {
        "manual": translate("origins", "by hand"),
        "in vivo": translate("origins", "in vivo"),
        "suggestion": translate("origins", "from a suggestion"),
        "import": translate("origins", "imported"),
        "auto": translate("origins", "auto-coded"),
    }
    return said.get(origin, origin)


class CodingTab(QWidget):
    """`judged(code, verdict, stance)`: verdict None withdraws. `coding_chosen(key)` from the list at the caret."""

    recode_asked = Signal()
    uncode_asked = Signal()
    memo_asked = Signal()
    coding_chosen = Signal(int)
    judged = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._weighed: list[tuple[QWidget, QComboBox, QComboBox]] = []
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(self._one())

    def _nothing(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(12, _ADVICE, 12, 8)
        self.advice = QLabel()
        self.advice.setProperty("muted", True)
        self.advice.setWordWrap(True)
        self.here = QListWidget()
        self.here.setItemDelegate(NamesDelegate(self.here))
        self.here.setAccessibleName(self.tr("Codings at the caret"))
        self.here.itemActivated.connect(self._choose)
        self.here.itemClicked.connect(self._choose)
        layout.addWidget(self.advice)
        layout.addWidget(self.here, 1)
        layout.addStretch()
        return part

    def _one(self) -> QWidget:
        self.swatch = QLabel()
        self.code = ElidedLabel()
        font = self.code.font()
        font.setBold(True)
        self.code.setFont(font)
        self.facts = QLabel()
        self.facts.setProperty("muted", True)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(self.tr("Words coded"))
        self.origin = OriginBox()
        self._judging = QGridLayout()
        self._judging.setContentsMargins(0, 4, 0, 0)
        self._judging.setColumnStretch(0, 1)
        head, self._buttons = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self.swatch)
        head.addWidget(self.code, 1)
        for name, text, asked in (
            ("code.recode", self.tr("Change code…"), self.recode_asked),
            ("code.uncode", self.tr("Uncode"), self.uncode_asked),
            ("code.memo", self.tr("Memo"), self.memo_asked),
        ):
            button = QPushButton(text)
            button.setToolTip(f"{text} ({actions.shown(name)})")
            button.clicked.connect(lambda _checked=False, asked=asked: asked.emit())
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        inner = QWidget()
        down = QVBoxLayout(inner)
        down.setContentsMargins(12, 8, 12, 8)
        down.setSpacing(6)
        down.addLayout(head)
        down.addWidget(self.facts)
        down.addWidget(self.origin)
        down.addWidget(self.words)
        down.addLayout(self._judging)
        down.addLayout(self._buttons)
        down.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(inner)
        return self.area

    def show_focus(self, focus: Focus | None) -> None:
        """Show a coding, or what to do where there is none."""
        if focus is None or focus.coding is None:
            self._show_nothing(focus)
            return
        coding = focus.coding
        code = focus.book.codes[coding.code]
        self.swatch.setPixmap(spot(code.colour, ratio=self.devicePixelRatioF()).pixmap(QSize(16, 16)))
        self.code.setText(code.label if code.parent is None else f"{code.label} · {code.above}")
        facts = self.tr("{coder}, {moment}, {origin}").format(
            coder=coding.coder, moment=moment(coding.created_at), origin=origin_said(coding.origin)
        )
        if coding.whole:
            facts = self.tr("{facts} · on the whole document").format(facts=facts)
        self.facts.setText(" · ".join(filter(None, (facts, self._over(focus)))))
        said = focus.words(coding)
        said = f"{said[:_SHOWN].strip()}…" if len(said) > _SHOWN else said.strip()
        self.words.setVisible(not coding.whole)
        self.words.setText(quoted(said))
        self.origin.show_coding(focus, coding)
        self._show_judgements(focus.book, coding)
        self._stack.setCurrentIndex(1)

    def _show_nothing(self, focus: Focus | None) -> None:
        selected = focus is not None and focus.span[0] < focus.span[1]
        advice = (
            self.tr("Type the first letters of a code to apply it to the words selected.")
            if selected
            else self.tr("Ctrl+K or a digit codes the sentence outlined. Or select words and type the name of a code.")
        )
        over = self._over(focus) if focus is not None else ""
        self.advice.setText(" ".join(filter(None, (f"{over}." if over else "", advice))))
        self.here.clear()
        if focus is not None:
            for coding in focus.around:
                code, ratio = focus.book.codes[coding.code], self.devicePixelRatioF()
                item = QListWidgetItem(spot(code.colour, ratio=ratio), f"{code.label} · {coding.coder}")
                item.setData(Qt.ItemDataRole.UserRole, coding.key)
                self.here.addItem(item)
        self._make_room()
        self._stack.setCurrentIndex(0)

    def _over(self, focus: Focus) -> str:
        """Say that words are of several speakers: they stay one coding."""
        if len(focus.speakers) < 2:
            return ""
        said = self.tr("over {count} speakers: {speakers}")
        return said.format(count=len(focus.speakers), speakers=", ".join(focus.speakers))

    def advice_height(self) -> int:
        """Give the height of a line of advice."""
        return self.fontMetrics().height() + 2 * _ADVICE

    def _choose(self, item: QListWidgetItem) -> None:
        self.coding_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._arrange()

    def _make_room(self) -> None:
        """List the codings at the caret where there is room for one below the advice."""
        room = self.height() - self.advice_height() - self.fontMetrics().height()
        self.here.setVisible(self.here.count() > 0 and room > 0)

    def _arrange(self) -> None:
        """In a narrow column buttons stand below each other, and verdicts below the name of their code."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(below if narrow else across)
        for row, parts in enumerate(self._weighed):
            stacked = ((2 * row, 0, 1, 2), (2 * row + 1, 0, 1, 1), (2 * row + 1, 1, 1, 1))
            for column, part in enumerate(parts):
                self._judging.addWidget(part, *(stacked[column] if narrow else (row, column, 1, 1)))

    # judgements

    def _show_judgements(self, book: Book, coding: CodingInfo) -> None:
        while (item := self._judging.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._weighed.clear()
        above = book.above(coding.code)
        targets = [link.target for link in book.moment.links if link.source in above]
        if not targets:
            return
        judged = links.judgements(book.project, codings=[coding.key])
        said = {one.code: one for one in judged if one.coder == book.project.coder}
        for target in dict.fromkeys(targets):
            judgement = said.get(target)
            name = ElidedLabel(book.codes[target].label)
            verdict, stance = self._verdicts(), self._stances()
            verdict.setCurrentIndex(max(0, verdict.findData(judgement.verdict if judgement else None)))
            stance.setCurrentIndex(max(0, stance.findData(judgement.stance if judgement else None)))
            stance.setEnabled(judgement is not None)
            verdict.setToolTip(self._others(verdict, [one for one in judged if one.code == target], judgement))
            verdict.setAccessibleName(self.tr("Decision on {code}").format(code=name.text()))
            stance.setAccessibleName(self.tr("Stance towards {code}").format(code=name.text()))
            for box in (verdict, stance):
                box.activated.connect(
                    lambda _i, target=target, verdict=verdict, stance=stance: self.judged.emit(
                        target, verdict.currentData(), stance.currentData() if verdict.currentData() else None
                    )
                )
            self._weighed.append((name, verdict, stance))
        self._arrange()

    def _others(self, box: QComboBox, judged: list[JudgementInfo], own: JudgementInfo | None) -> str:
        """Say how other coders judged the coding, each on a line; the box shows one's own judgement alone."""
        said = self.tr("{coder}: {verdict}")
        return "\n".join(
            said.format(coder=one.coder, verdict=box.itemText(box.findData(one.verdict)))
            for one in judged
            if one != own
        )

    def _verdicts(self) -> QComboBox:
        box = QComboBox()
        for data, text in (
            (None, self.tr("no decision")),
            ("in", self.tr("kept")),
            ("out", self.tr("not kept")),
            ("undecided", self.tr("to discuss")),
        ):
            box.addItem(text, data)
        return box

    def _stances(self) -> QComboBox:
        box = QComboBox()
        for data, text in (
            (None, self.tr("no stance")),
            ("supports", self.tr("supports")),
            ("nuances", self.tr("nuances")),
            ("contradicts", self.tr("contradicts")),
        ):
            box.addItem(text, data)
        return box
