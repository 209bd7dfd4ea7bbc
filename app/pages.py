"""The pages of the window, in the order of the rail; a page is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

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
)


def build(module: str, name: str, hub: Hub) -> Page:
    """Make the page of that class in that module."""
    return cast(Callable[[Hub], Page], getattr(import_module(module), name))(hub)
