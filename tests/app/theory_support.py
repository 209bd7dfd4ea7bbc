"""What the tests of the Theory page share: the sample study, opened in a hub, and the page on it."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from app.theory.page import TheoryPage
from coding import codebook, links
from corpus.store.project import Project
from tests.samples import sample_at


def build(folder: Path) -> Path:
    """Make the sample study."""
    return sample_at(folder / "sample.verbatim", "Ada")


def opened(built: Path, folder: Path) -> Hub:
    """Return a hub with a copy of a study open."""
    settings = Settings(folder / "settings.json")
    settings.set("coder", "Ada")
    shutil.copy(built, folder / "study.verbatim")
    made = Hub(settings)
    assert made.open(folder / "study.verbatim")
    return made


def shown(hub: Hub, qtbot: QtBot) -> TheoryPage:
    """Return the page as the window would show it."""
    made = TheoryPage(hub)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.project_opened()
    made.show()
    qtbot.waitExposed(made)
    return made


def key_of(project: Project, name: str) -> int:
    """Return the key of a code."""
    return codebook.find(project, name).key


def made_links(project: Project, code: str) -> dict[str, str]:
    """Return the modes of a code's links, by the short name of what it is linked to."""
    codes = {one.key: one.code_key or one.name for one in codebook.listed(project)}
    return {codes[one.target]: one.mode for one in links.listed(project) if one.source == key_of(project, code)}


def take(page: TheoryPage, code: str, capability: str = "C1") -> None:
    """Take a code in hand, at a capability."""
    project = page.hub.project
    page.triage.go_to(key_of(project, code), key_of(project, capability))
    QApplication.processEvents()
    assert page.triage.code == key_of(project, code)


def heard(signal: object) -> list[object]:
    """Return the list that all the signal says is added to."""
    found: list[object] = []
    signal.connect(found.append)  # type: ignore[attr-defined]  # there at run time
    return found
