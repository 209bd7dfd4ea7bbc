"""The pages of the window, in the order of the rail; a page is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from app.hub import Hub
from app.page import Page

PAGES: tuple[tuple[str, str, str], ...] = (
    ("code", "app.code.page", "CodePage"),
    ("theory", "app.theory.page", "TheoryPage"),
    ("review", "app.review.page", "ReviewPage"),
    ("verbatims", "app.verbatims.page", "VerbatimsPage"),
    ("matrix", "app.matrix.page", "MatrixPage"),
    ("participants", "app.participants.page", "ParticipantsPage"),
    ("report", "app.report.page", "ReportPage"),
    ("memos", "app.memos.page", "MemosPage"),
    ("quality", "app.quality.page", "QualityPage"),
)
# What pages import once they are shown a study.
_SHOWN = "coding.codebook.differences", "coding.moment.weighing", "corpus.people.due", "importlib.readers"


def load(pages: Iterable[tuple[str, str]]) -> None:
    """Import the modules of pages; one that can't be is said to be so where the page is shown."""
    for module in (*(module for module, _name in pages), *_SHOWN):
        with suppress(ImportError):
            import_module(module)


def build(module: str, name: str, hub: Hub, within: QWidget) -> Page:
    """Make the page of that class in that module."""
    return cast(Callable[[Hub, QWidget], Page], getattr(import_module(module), name))(hub, within)
