"""Words of the reader marked as a question of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.hub import Hub
from corpus.guide import askings

if TYPE_CHECKING:
    from corpus.anchors import Anchor
    from corpus.guide.guides import QuestionInfo

_LONGEST = 70  # characters of a question in the menu


def add_to(menu: QMenu, hub: Hub, place: Anchor) -> None:
    """Offer to mark words as a question of the version that their document used; nothing without a guide."""
    questions = hub.moment().guiding.questions_of(place.document)
    if not questions:
        return
    translate = QCoreApplication.translate
    titles: tuple[tuple[Literal["asked", "otherwise"], str], ...] = (
        ("asked", translate("guide", "This is the question")),
        ("otherwise", translate("guide", "This is, in other words, the question")),
    )
    for state, title in titles:
        within = menu.addMenu(title)
        for one in questions:
            made = within.addAction(_short(one))
            made.triggered.connect(lambda _checked=False, key=one.key, state=state: _mark(hub, key, place, state))


def _short(one: QuestionInfo) -> str:
    words = one.text if len(one.text) <= _LONGEST else one.text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{one.number}  {words}".replace("&", "&&")


def _mark(hub: Hub, question: int, place: Anchor, state: Literal["asked", "otherwise"]) -> None:
    project = hub.project
    hub.write(lambda: askings.mark(project, question, place, state))
