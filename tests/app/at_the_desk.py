"""A person at the desk: the Code page of a small study whose codes are alike, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.hub import Hub
from app.settings import Settings
from coding import codebook
from coding.codebook import frameworks
from tests.app.person import NO, Person
from tests.coding.support import make_study

_KEYS = Path(__file__).resolve().parents[2] / "docs" / "keys.md"
CODES = ("Vendeurs", "Vendeurs en rayon", "Irritation", "écouter/appels", "Œuvrer à plusieurs")
TEXTS = {
    "Bureau": "LUC : Le tableau de bord tombe chaque lundi. Personne ne le lit, hélas.\n\n"
    "EVE : Et pourquoi ?\n\nLUC : On ne nous a rien demandé. On subit.",
    "Caisse": "MIA : La file casse ici. On la regarde tous les jours.",
}
AZERTY = tuple(
    zip(
        "&é\"'(-è_ç",
        (
            *(Qt.Key.Key_Ampersand, Qt.Key.Key_Eacute, Qt.Key.Key_QuoteDbl, Qt.Key.Key_Apostrophe),
            *(Qt.Key.Key_ParenLeft, Qt.Key.Key_Minus, Qt.Key.Key_Egrave, Qt.Key.Key_Underscore, Qt.Key.Key_Ccedilla),
        ),
    )
)


def seat(person: Person, hub: Hub, settings: Settings, folder: Path) -> Person:
    """Open the study before the person, on the Code page and its first text."""
    settings.set("coder", "Ada")
    study = make_study(folder, texts=TEXTS)
    for name in CODES:
        codebook.add(study.project, name)
    frameworks.add(study.project, "meco-2019")
    study.project.close()
    assert hub.open(folder / "study.verbatim")
    person.code.open_document(study.documents["Bureau"])
    person.code.entered()
    person.settle()
    return person


def span(person: Person, words: str) -> tuple[int, int]:
    """Give where words stand in the text that is read."""
    start = person.code.shown.text.index(words)
    return start, start + len(words)


def told() -> dict[str, int]:
    """Give how many keys the acts done most take, by the manual."""
    rows = [line.strip("|").split("|") for line in _KEYS.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    return {row[0].strip(): int(row[2]) for row in rows}


def keys_of(act: str) -> int:
    """Give how many keys the one act takes that begins so, by the manual."""
    [number] = [number for name, number in told().items() if name.startswith(act)]
    return number


@contextmanager
def counted(person: Person, act: str) -> Iterator[None]:
    """See to it that an act takes as many keys as the manual says."""
    before = person.pressed
    yield
    assert person.pressed - before == keys_of(act)


def digit_of_azerty(person: Person, number: int) -> None:
    """Press a digit as a French keyboard sends it: without Shift, by what else the key writes."""
    person.pressed += 1
    text, key = AZERTY[number - 1]
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, NO, text))
