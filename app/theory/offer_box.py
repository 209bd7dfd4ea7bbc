"""A link that is suggested: for which code, because of which words, and the two buttons that decide on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app import actions
from app.review import reasons

if TYPE_CHECKING:
    from coding.suggest.linking import LinkSuggestion


class OfferBox(QFrame):
    """Shown beside the definition of a framework's code that is suggested. accepted() · refused(): by a button."""

    accepted = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.basis, self.why = QLabel(), QLabel(), QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setTextFormat(Qt.TextFormat.RichText)
        self.basis.setProperty("muted", True)
        for label in (self.title, self.basis, self.why):
            label.setWordWrap(True)
        self.why.setAccessibleName(self.tr("Why this link is suggested"))
        self.accept, self.refuse = QPushButton(), QPushButton()
        self.accept.setProperty("primary", True)
        self.accept.setToolTip(self.tr("Make the link, with these words as its reason"))
        self.refuse.setToolTip(self.tr("It does not illustrate it: this link is suggested no more"))
        self.accept.clicked.connect(self.accepted)
        self.refuse.clicked.connect(self.refused)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.accept)
        row.addWidget(self.refuse)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.basis)
        layout.addWidget(self.why)
        layout.addSpacing(4)
        layout.addLayout(row)
        self.hide()

    def show_offer(self, one: LinkSuggestion | None, source: str, digit: str, *, writable: bool) -> None:
        """Show a suggestion for the descriptive code `source`, or none; `digit` is the key that links too."""
        self.setVisible(one is not None)
        if one is None:
            return
        font = self.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setText(self.tr("Suggested for “{code}”").format(code=source))
        self.basis.setText(
            self.tr("Definition match, unmeasured: what is written of both, and %n passage(s) read", "", one.turns)
        )
        self.why.setText(self.tr("Because of {words}").format(words=reasons.said(one.reasons)))
        keys = " · ".join(key for key in (digit, actions.shown("theory.accept")) if key)
        self.accept.setText(self.tr("Link  {keys}").format(keys=keys))
        self.refuse.setText(self.tr("Not this  {key}").format(key=actions.shown("theory.refuse")))
        for button in (self.accept, self.refuse):
            button.setEnabled(writable)
