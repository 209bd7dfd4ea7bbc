"""What the inspector looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coding.codings import CodingInfo
    from coding.moment.code_list import Book
    from corpus.documents import DocumentInfo


@dataclass(frozen=True, slots=True)
class Focus:
    """A coding, else words (code points, empty at the caret), of a document; `around` are codings on these words,
    `speakers` those who say them."""

    book: Book
    document: DocumentInfo
    text: str
    span: tuple[int, int]
    coding: CodingInfo | None = None
    around: tuple[CodingInfo, ...] = ()
    speakers: tuple[str, ...] = ()

    def words(self, coding: CodingInfo) -> str:
        """Give the words of a coding."""
        return self.text[coding.start : coding.end]
