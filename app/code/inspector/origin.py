"""Where a coding that came from a suggestion has come from: what was suggested, why, by which model, who decided."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.code.inspector.focus import Focus
from app.i18n import moment, quoted
from app.review import reasons

if TYPE_CHECKING:
    from coding.codings import CodingInfo
    from coding.suggest.provenance import Provenance

_WORDS = 160  # code points of what was suggested


class OriginBox(QFrame):
    """Shown for codings of origin `suggestion` alone."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(self.tr("What was suggested"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self.text)
        self.hide()

    def show_coding(self, focus: Focus, coding: CodingInfo) -> None:
        """Say where a coding has come from, or nothing where no suggestion led to it."""
        self.setVisible(coding.origin == "suggestion")
        if coding.origin != "suggestion":
            self.text.clear()
            return
        from coding.suggest import provenance

        found = provenance.of_coding(focus.book.project, coding.key)
        if found is None:
            self.text.setText(escape(self.tr("The suggestion itself is not in this project.")))
            return
        lines = (self._code(found), self._words(focus, coding, found), self._why(found), self._decision(found))
        self.text.setText("".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in lines if line))

    def _code(self, found: Provenance) -> str:
        said = self.tr("Suggested: {code}").format(code=f"<b>{escape(found.label)}</b>")
        if found.chosen_label is not None and found.chosen != found.code:
            said = self.tr("Suggested: {code}; coded {chosen} instead").format(
                code=f"<b>{escape(found.label)}</b>", chosen=f"<b>{escape(found.chosen_label)}</b>"
            )
        return f"{said} <span {reasons.muted()}>· {self._measure(found)}</span>"

    def _measure(self, found: Provenance) -> str:
        defined = found.basis == "definition"
        if found.score is None:
            return escape(self.tr("definition match, unmeasured") if defined else self.tr("learned from codings"))
        score = QLocale().toString(found.score, "f", 2)
        if defined:
            return escape(self.tr("definition match, unmeasured, score {score}").format(score=score))
        if found.chance is None:
            return escape(self.tr("learned from codings, score {score}").format(score=score))
        return escape(self.tr("learned from codings, {chance}").format(chance=reasons.times_right(found.chance)))

    def _words(self, focus: Focus, coding: CodingInfo, found: Provenance) -> str:
        if (found.start, found.end) == (coding.start, coding.end) or found.document != focus.document.key:
            return ""
        words = " ".join(focus.text[found.start : found.end].split())
        words = f"{words[:_WORDS].rstrip()}…" if len(words) > _WORDS else words
        return escape(self.tr("For these words: {words}").format(words=quoted(words)))

    def _why(self, found: Provenance) -> str:
        words = reasons.said((one.word, one.weight) for one in found.reasons)
        return self.tr("Because of {words}").format(words=words) if words else ""

    def _decision(self, found: Provenance) -> str:
        said = (
            self.tr("Accepted with a change by {coder}, {moment}")
            if found.decision == "changed"
            else self.tr("Accepted by {coder}, {moment}")
        )
        said = said.format(coder=found.coder, moment=moment(found.decided_at))
        model = self.tr("model {model}").format(model=found.model) if found.model else ""
        return f"<span {reasons.muted()}>{escape(' · '.join(part for part in (said, model) if part))}</span>"
