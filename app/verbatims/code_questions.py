"""What can be asked by meaning of a code: what was missed, what is like it, and its verbatims unlike the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from app.hub import Ask, Hub
from app.icons import icon

if TYPE_CHECKING:
    from coding.search.searches import Of


class CodeQuestions(QObject):
    """What the questions are called, and what is said of what answers them."""

    def questions(self) -> tuple[tuple[Of, str, str], ...]:
        """Give each question as a menu has it, with what it finds."""
        return (
            ("missed", self.tr("What did I miss?"), self.tr("Passages like those of the code, and not coded so")),
            ("like", self.tr("Passages alike"), self.tr("Passages like those of the code, coded so or not")),
            (
                "unlike",
                self.tr("Verbatims unlike the others"),
                self.tr("The code's own verbatims, the least like the others first"),
            ),
        )

    def codes_alike(self) -> tuple[str, str]:
        """Give the question after codes that are used for the same thing, and what it finds."""
        return self.tr("Codes used alike"), self.tr("Pairs of codes that are given to like words")

    def said(self, of: Of, code: str) -> str:
        """Say what is listed."""
        return {
            "missed": self.tr("Like {code}, and not coded so"),
            "like": self.tr("Like {code}"),
            "unlike": self.tr("{code}: the least like the others first"),
        }[of].format(code=code)

    def nothing(self, of: Of, code: str) -> str:
        """Say that nothing is listed."""
        if of == "unlike":
            return self.tr("No verbatim of {code} is within these choices.").format(code=code)
        return self.tr("Nothing else here is like what {code} was given to.").format(code=code)


def menu_of(menu: QMenu, asked: Callable[[Of], object], alike: Callable[[], object]) -> None:
    """Put the questions into a menu; they only offer to read, whatever is answered."""
    words = CodeQuestions()
    menu.setToolTipsVisible(True)
    for of, text, tip in words.questions():
        action = menu.addAction(text)
        action.setToolTip(tip)
        action.triggered.connect(lambda _checked=False, of=of: asked(of))
    text, tip = words.codes_alike()
    menu.addSeparator()
    action = menu.addAction(text)
    action.setToolTip(tip)
    action.triggered.connect(lambda _checked=False: alike())


class OfCode(QToolButton):
    """A menu of the questions on the Verbatims page; `pick(title, picked, created)` lets a code be chosen."""

    def __init__(self, hub: Hub, pick: Callable[[str, Callable[[int], object], None], object]) -> None:
        super().__init__()
        self.hub, self._pick = hub, pick
        self.setIcon(icon("quality"))
        self.setText(self.tr("Of a code"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Ask by meaning what a code missed, and which of its verbatims are unlike the others"))
        self.setAccessibleName(self.toolTip())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu_of(menu, self.ask, hub.show_codes_alike)
        self.setMenu(menu)

    def ask(self, of: Of) -> None:
        """Let a code be chosen, and ask this of it."""
        titles = {name: text for name, text, _ in CodeQuestions().questions()}
        self._pick(titles[of], lambda code: self.hub.show_verbatims(Ask(codes=(code,), of=of)), None)
