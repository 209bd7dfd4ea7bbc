"""How long work reports on itself and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told `done` of `total` units and what is being done; raises `Cancelled` to stop the work."""

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Report `done` of `total`."""


def silent(done: int, total: int, doing: str = "") -> None:
    """Report to nobody and never cancel."""
