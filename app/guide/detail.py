"""What stands behind the cell in focus: the words that ask, why they were found, the answers, and what to say of it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app import actions, theme
from app.action_table import table
from app.guide.shown import GuideState, sign, state_names
from app.i18n import percent
from app.widgets import NamesBox
from coding.guide.answers import Who
from corpus.guide.guides import QuestionInfo

ACTS = ("guide.asked", "guide.otherwise", "guide.not_asked", "guide.unmark", "guide.open")


class QuestionDetail(QWidget):
    """used_chosen(int, object): an interview used that version; None leaves it to its date."""

    used_chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._document = 0
        self.title, self.facts = QLabel(), QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.facts.setProperty("muted", True)
        for label in (self.title, self.facts):
            label.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("The question and its answers"))
        self.used = NamesBox()
        self.used.setAccessibleName(self.tr("Version that the interview used"))
        self.used.setToolTip(self.tr("Version that the interview used"))
        self.used.activated.connect(lambda: self.used_chosen.emit(self._document, self.used.currentData()))
        self.buttons: dict[str, QPushButton] = {}
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.line.addWidget(self.used)
        self.line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        layout.addWidget(self.text, 1)
        layout.addLayout(self.line)

    def take(self, acts: dict[str, Callable[[], object]]) -> None:
        """Show a button for each act, called by its key as well."""
        names = {
            "guide.asked": self.tr("Asked"),
            "guide.otherwise": self.tr("In other words"),
            "guide.not_asked": self.tr("Not asked"),
            "guide.unmark": self.tr("Unmark"),
            "guide.open": self.tr("Open"),
        }
        for name, act in acts.items():
            button = QPushButton(names[name])
            button.setToolTip(f"{table()[name].text} ({actions.shown(name)})")
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.buttons[name] = button
            self.line.addWidget(button)

    def clear(self) -> None:
        """Show nothing."""
        self.title.clear()
        self.facts.clear()
        self.text.clear()

    def show_question(self, shown: GuideState, document: int, question: QuestionInfo) -> None:
        """Show a question in an interview: where it is asked, and the answers there."""
        self._document = document
        cell, state = shown.cell(document, question), shown.state(document, question)
        sure = cell is not None and cell.sure
        self.title.setText(f"{shown.moment.infos[document].name} · {question.number}  {question.text}")
        known = f"{sign(state, sure)} {state_names()[state]}"
        self.facts.setText(" · ".join((known, *self._why(shown, document, question))))
        text, marks = shown.moment.text(document), cell.marks if cell is not None else ()
        parts = [self._quoted(text[mark.start : mark.end]) for mark in marks if mark.start is not None]
        for who in shown.answers.rows:
            pieces = [one for one in shown.answers.answer(who, question).pieces if one.document == document]
            words = [text[one.start : one.end] for one in pieces]
            if words:
                parts.append(self._said(shown.answers.name(who), words))
        self.text.setHtml("".join(parts) or self._muted(self._nothing(state)))
        self._fill_used(shown, document)
        for name, button in self.buttons.items():
            button.setVisible(True)
            button.setEnabled(shown.moment.project.writable or name == "guide.open")
        self.used.setEnabled(shown.moment.project.writable)
        self.used.show()

    def show_answer(self, shown: GuideState, who: Who, question: QuestionInfo) -> None:
        """Show the whole answer of a respondent."""
        cell = shown.answers.answer(who, question)
        self.title.setText(f"{shown.answers.name(who)} · {question.number}  {question.text}")
        self.facts.setText(f"{sign(cell.state, cell.sure)} {state_names()[cell.state]}")
        parts = [self._quoted(shown.moment.text(document)[start:end]) for document, start, end in cell.asked_at]
        words = shown.answers.text(who, question)
        if words:
            parts.append(self._said("", words.split("\n\n")))
        self.text.setHtml("".join(parts) or self._muted(self._nothing(cell.state)))
        self.used.hide()
        for name, button in self.buttons.items():
            button.setVisible(name == "guide.open")

    def _why(self, shown: GuideState, document: int, question: QuestionInfo) -> list[str]:
        from coding.guide import likeness

        cell = shown.cell(document, question)
        if cell is None or cell.sure or cell.marks[0].score is None:
            return (
                [] if cell is None or not cell.sure else [self.tr("marked by {name}").format(name=cell.marks[0].coder)]
            )
        mark, info = cell.marks[0], shown.moment.infos[document]
        words = likeness.shared(shown.moment.text(document)[mark.start : mark.end], question.text, info.language)
        found = [self.tr("found by likeness, {score}").format(score=percent(mark.score or 0, 0))]
        return [*found, self.tr("words: {words}").format(words=", ".join(words))] if words else found

    def _nothing(self, state: str) -> str:
        if state == "absent":
            return self.tr("The version that this interview used does not have this question.")
        if state == "not asked":
            return self.tr("It was not asked here.")
        return self.tr("Nothing is marked: find the questions, or select the words in the reader and mark them there.")

    def _quoted(self, words: str) -> str:
        return f'<p style="margin:0 0 8px 0"><i>{escape(" ".join(words.split()))}</i></p>'

    def _said(self, name: str, turns: list[str]) -> str:
        head = f'<p style="margin:0; color:{theme.colours().muted}">{escape(name)}</p>' if name else ""
        return head + "".join(f'<p style="margin:0 0 8px 0; line-height:135%">{escape(words)}</p>' for words in turns)

    def _muted(self, sentence: str) -> str:
        return f'<p style="color:{theme.colours().muted}">{escape(sentence)}</p>'

    def _fill_used(self, shown: GuideState, document: int) -> None:
        guiding = shown.moment.guiding
        used = guiding.used[document]
        by_itself = guiding.version(used.guide)
        reason = self.tr("by its date") if used.how == "date" else self.tr("the newest")
        blocked = QSignalBlocker(self.used)
        self.used.clear()
        if used.how == "said" or by_itself is None:
            self.used.addItem(self.tr("Leave it to the date"), None)
        else:
            self.used.addItem(self.tr("Version: {name} ({reason})").format(name=by_itself.name, reason=reason), None)
        for one in guiding.versions:
            self.used.addItem(self.tr("Version: {name}").format(name=one.name), one.key)
        self.used.setCurrentIndex(self.used.findData(used.guide) if used.how == "said" else 0)
        blocked.unblock()
