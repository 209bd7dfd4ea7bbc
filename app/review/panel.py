"""What is suggested for the passage before the person, and why."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from app import theme
from app.codebook.painting import spot
from app.review.queue import Entry
from coding.codebook import CodeInfo
from coding.suggest.records import Suggestion

WORDS_SHOWN = 8


class SuggestionPanel(QWidget):
    """Lists the suggestions for one passage; the chosen one is explained below."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._codes: Mapping[int, CodeInfo] = {}
        self._names: Mapping[int, str] = {}
        heading = QLabel(self.tr("Suggested"))
        heading.setProperty("heading", True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Suggested codes"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMaximumHeight(self.fontMetrics().height() * 8)
        self.list.currentRowChanged.connect(self._chosen)
        self.about = QTextBrowser()
        self.about.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.about.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.about.setOpenLinks(False)
        self.about.setAccessibleName(self.tr("Why this code is suggested"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        layout.addWidget(self.about, 1)

    def show_entry(self, entry: Entry | None, at: int, codes: Mapping[int, CodeInfo], names: Mapping[int, str]) -> None:
        """Show an entry with the suggestion `at` chosen; `codes` and `names` of documents by key."""
        self._entry, self._codes, self._names = entry, codes, names
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(entry.offered if entry else (), 1):
            self.list.addItem(self._item(number, one))
        self.list.setCurrentRow(at if entry else -1)
        self.list.blockSignals(False)
        self._explain(at)

    def _item(self, number: int, one: Suggestion) -> QListWidgetItem:
        code = self._codes[one.code]
        item = QListWidgetItem(spot(code.colour), f"{number}  {code.label}   ·   {self._measure(one)}")
        item.setToolTip(code.path)
        return item

    def _measure(self, one: Suggestion) -> str:
        if one.basis == "definition":
            return self.tr("definition match, unmeasured")
        if one.chance is None:
            return self.tr("score {score:.2f}").format(score=one.score)
        return self.tr("right {share} in 100 times").format(share=round(100 * one.chance))

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._explain(row)
            self.chosen.emit(row)

    def _explain(self, row: int) -> None:
        if self._entry is None or not 0 <= row < len(self._entry.offered):
            self.about.clear()
            return
        one = self._entry.offered[row]
        code = self._codes[one.code]
        colours = theme.colours()
        parts = [f"<p><b>{escape(code.label)}</b></p>"]
        if code.definition:
            parts.append(f"<p style='color:{colours.muted}'>{escape(code.definition)}</p>")
        parts.append(f"<h4>{escape(self.tr('Because of these words'))}</h4><p>{self._words(one)}</p>")
        if one.examples:
            parts.append(f"<h4>{escape(self.tr('Coded so by people'))}</h4>")
            parts.extend(
                f"<p>« {escape(example.text)} »<br><span style='color:{colours.muted}'>"
                f"{escape(self._names.get(example.document, ''))}</span></p>"
                for example in one.examples
            )
        self.about.setHtml("".join(parts))

    def _words(self, one: Suggestion) -> str:
        totals: dict[str, float] = {}
        for reason in one.evidence:
            totals[reason.word.casefold()] = totals.get(reason.word.casefold(), 0.0) + reason.weight
        strongest = sorted(totals.items(), key=lambda pair: -pair[1])[:WORDS_SHOWN]
        return "&nbsp; ".join(
            f"<b>{escape(word)}</b> <span style='color:{theme.colours().muted}'>{weight:+.2f}</span>"
            for word, weight in strongest
            if weight > 0
        )
