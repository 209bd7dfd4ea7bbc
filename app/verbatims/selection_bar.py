"""What can be done with many verbatims at once: a bar under the list, while several are selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from app import actions
from app.icons import icon
from app.settings import Settings
from app.verbatims.acts import CHECK_FIRST, RowActs


class SelectionBar(QFrame):
    """Says how many are selected; its buttons do what the keys do."""

    def __init__(self, settings: Settings, acts: RowActs, export: Callable[[], object]) -> None:
        super().__init__()
        self._settings, self._acts = settings, acts
        self.setAccessibleName(self.tr("What can be done with the selected segments"))
        self.count = QLabel()
        head, line = QHBoxLayout(), QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 16, 8)
        layout.setSpacing(6)
        for row in (head, line):
            row.setSpacing(8)
            layout.addLayout(row)
        head.addWidget(self.count)
        head.addStretch(1)
        for name, text, key, act in (
            ("add", self.tr("Code…"), "verbatims.code", acts.code),
            ("swap", self.tr("Recode…"), "verbatims.recode", acts.recode),
            ("link", self.tr("Bears on…"), "verbatims.bear", acts.bear),
            ("star", self.tr("Excerpt"), "verbatims.excerpt", acts.excerpt),
            ("export", self.tr("Export…"), "", export),
        ):
            line.addWidget(self._button(name, text, key, act))
        line.insertWidget(2, self._deciding())
        line.addStretch(1)
        self.first = QCheckBox(self.tr("Check before writing"))
        self.first.setToolTip(self.tr("Show what is about to be done to several, so that some can be left out"))
        self.first.setChecked(settings.get(CHECK_FIRST) is not False)
        self.first.toggled.connect(lambda on: settings.set(CHECK_FIRST, None if on else False))
        head.addWidget(self.first)
        self.hide()

    def _button(self, name: str, text: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({actions.shown(key)})" if key else text)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _deciding(self) -> QToolButton:
        self.decide = QToolButton()
        self.decide.setText(self.tr("Decide"))
        self.decide.setIcon(icon("check"))
        self.decide.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.decide.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.decide)
        for text, key, act in (
            (self.tr("Keep"), "verbatims.judge_in", lambda: self._acts.judge("in")),
            (self.tr("To discuss"), "verbatims.judge_undecided", lambda: self._acts.judge("undecided")),
            (self.tr("Do not keep"), "verbatims.judge_out", self._acts.judge_out),
        ):
            menu.addAction(f"{text}\t{actions.shown(key)}").triggered.connect(lambda _checked=False, act=act: act())
        self.decide.setMenu(menu)
        return self.decide

    def show_count(self, number: int) -> None:
        """Say how many are selected; where it is one, its keys are enough."""
        self.count.setText(self.tr("%n selected", "", number))
        self.setVisible(number > 1)
