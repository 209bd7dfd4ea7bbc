"""Forms for what is sent: keeping it, writing down what somebody remarked, and what answers a remark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.theory.dialogs import buttons
from app.widgets import NamesBox
from coding import remarks

if TYPE_CHECKING:
    from coding.remarks import RemarkInfo

_LINES = 4


def _field(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * _LINES + 18)
    return made


class _Form(QDialog):
    """Fields above two buttons."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self.form)
        layout.addWidget(buttons(self, QCoreApplication.translate("Sending", "Keep")))
        hub.closed.connect(self.reject)


class SendForm(_Form):
    """The name under which what is sent is kept, with a note and the article; `keep` gets them."""

    def __init__(self, hub: Hub, parent: QWidget, keep: Callable[[str, str, Path | None], object]) -> None:
        super().__init__(hub, parent)
        self.setWindowTitle(self.tr("Keep what is sent"))
        self._keep = keep
        self.article: Path | None = None
        self.name, self.note = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("such as the journal and the round"))
        self.choose = QPushButton()
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.ask)
        self.form.addRow(self.tr("&Name"), self.name)
        self.form.addRow(self.tr("N&ote"), self.note)
        self.form.addRow(self.tr("&Article"), self.choose)
        self.name.setFocus()
        self._show()

    def ask(self) -> None:
        """Ask for the file of the article."""
        folder = self.hub.settings.get("article_folder", str(Path.home()))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The article that is sent"), folder)
        if name:
            self.article = Path(name)
            self.hub.settings.set("article_folder", str(self.article.parent))
            self._show()

    def _show(self) -> None:
        said = self.tr("Choose…") if self.article is None else self.article.name
        self.choose.setText(said.replace("&", "&&"))
        self.choose.setAccessibleName(self.tr("Article") + f" {said}")

    def accept(self) -> None:
        self._keep(self.name.text(), self.note.text(), self.article)
        super().accept()


class RemarkForm(_Form):
    """A remark: who made it and what they say, of what was sent under the key `submission`."""

    def __init__(self, hub: Hub, parent: QWidget, submission: int | None) -> None:
        super().__init__(hub, parent)
        self.setWindowTitle(self.tr("Write down a remark"))
        self._submission = submission
        self.who, self.text = QLineEdit(), _field(self.tr("The remark"))
        self.who.setPlaceholderText(self.tr("such as Reviewer 2"))
        self.form.addRow(self.tr("By &whom"), self.who)
        self.form.addRow(self.tr("&Remark"), self.text)
        self.who.setFocus()

    def accept(self) -> None:
        text, who, project = self.text.toPlainText(), self.who.text(), self.hub.project
        made = self.hub.write(lambda: remarks.add(project, text, who=who, submission=self._submission))
        if made is not None or project.busy:
            super().accept()


class AnswerForm(_Form):
    """What answers a remark: words, and the code, document or memo that does."""

    def __init__(self, hub: Hub, parent: QWidget, remark: RemarkInfo) -> None:
        super().__init__(hub, parent)
        self.setWindowTitle(self.tr("Answer the remark"))
        self._remark = remark
        said = QLabel(f"{remark.who}\n{remark.text}".strip())
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.words = _field(self.tr("The answer"))
        self.words.setPlainText(remark.answer)
        moment = hub.moment()
        self.code = self._box([(one.label, one.key) for one in moment.codes.values()], remark.code)
        self.document = self._box([(one.name, one.key) for one in moment.documents], remark.document)
        memos = [(one.title or " ".join(one.body.split()), one.key) for one in moment.memos]
        self.memo = self._box(memos, remark.memo)
        self.form.addRow(self.tr("Remark"), said)
        self.form.addRow(self.tr("&Answer"), self.words)
        self.form.addRow(self.tr("Answered by the &code"), self.code)
        self.form.addRow(self.tr("by the &document"), self.document)
        self.form.addRow(self.tr("by the &memo"), self.memo)
        self.words.setFocus()

    def _box(self, named: list[tuple[str, int]], now: int | None) -> NamesBox:
        made = NamesBox()
        made.setSizeAdjustPolicy(NamesBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(24)
        if now is None:
            made.addItem(self.tr("none"), None)
        for name, key in named:
            made.addItem(name, key)
        made.setCurrentIndex(max(made.findData(now), 0))
        return made

    def accept(self) -> None:
        words, project, key = self.words.toPlainText(), self.hub.project, self._remark.key
        tied = {"code": self.code.currentData(), "document": self.document.currentData()}
        memo = self.memo.currentData()
        self.hub.write(lambda: remarks.answer(project, key, words=words, memo=memo, **tied))
        super().accept()
