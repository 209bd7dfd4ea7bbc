"""Links that are suggested and accepted; those refused are in `coding.set_asides`."""

from __future__ import annotations

from coding import links
from corpus.model import Link
from corpus.store.project import Project

BASIS = "definition match"


def accept(project: Project, source: int, target: int, *, reason: str = "", mode: str | None = None) -> int:
    """Make the link that was suggested, with the reason for it, and return its key; its basis says that it was."""
    with project.change("Accept link") as session:
        key = links.link(project, source, target, reason=reason, mode=mode)
        session.get_one(Link, key).basis = BASIS
        return key
