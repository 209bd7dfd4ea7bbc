"""Which passages a span covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Self

from sqlalchemy import select

from corpus import anchors
from corpus.model import Passage
from corpus.project import Project


class Span(Protocol):
    """A stretch of a document, in code points."""

    @property
    def document(self) -> int:
        """The document's key."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The passages of a project by document: keys, starts and ends in document order."""

    by_document: dict[int, tuple[list[int], list[int], list[int]]]

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read the spans of all passages."""
        found: dict[int, tuple[list[int], list[int], list[int]]] = {}
        query = select(Passage.document_id, Passage.id, Passage.start, Passage.end)
        with project.read() as session:
            for document, key, start, end in session.execute(query.order_by(Passage.document_id, Passage.position)):
                keys, starts, ends = found.setdefault(document, ([], [], []))
                keys.append(key)
                starts.append(start)
                ends.append(end)
        return cls(found)

    def passages(self, span: Span) -> list[int]:
        """Return the keys of the passages of which `span` covers one character at least, in order."""
        keys, starts, ends = self.by_document.get(span.document, ([], [], []))
        touched = anchors.overlapped(starts, ends, span.start, span.end)
        return keys[touched.start : touched.stop]
