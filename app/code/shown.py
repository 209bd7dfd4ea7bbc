"""What the Code page shows now, as the page and its verbs share it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.code.recent import Recent

if TYPE_CHECKING:
    from coding.codings import CodingInfo
    from coding.moment.book import Book
    from corpus.documents import DocumentInfo


@dataclass
class Shown:
    """The document with its words and codings, the codes, those used last, and `whole`, the coding of all of it that
    was clicked."""

    book: Book | None = None
    document: DocumentInfo | None = None
    text: str = ""
    codings: dict[int, CodingInfo] = field(default_factory=dict)
    whole: int | None = None
    recent: Recent = field(default_factory=Recent)
