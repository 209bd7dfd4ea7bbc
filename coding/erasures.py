"""What may be told of an erasure: to who codes blind, nothing of anybody's work."""

from __future__ import annotations

from dataclasses import replace

from coding import blind
from corpus.erasing.erasing import Erased
from corpus.store.project import Project

_NOBODYS_WORK = frozenset({"document", "participant", "attribute_value", "consent", "recruit", "speaker", "approval"})


def told(project: Project, found: Erased) -> Erased:
    """Return what went, or would go, as this coder may know it."""
    if not blind.hidden(project):
        return found
    rows = {table: count for table, count in found.rows.items() if table in _NOBODYS_WORK}
    return replace(found, rows=rows, scrubbed={}, in_vivo=())
