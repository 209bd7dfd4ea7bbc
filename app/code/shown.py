"""What the Code page shows now, as the page and its verbs share it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.code.recent import RecentCodes
from app.reader.spans import Moving

if TYPE_CHECKING:
    from app.reader.canvas import Moved
    from coding.codings import CodingInfo
    from coding.moment.book import Book
    from corpus.documents import DocumentInfo
    from corpus.store.project import Changes


@dataclass
class OnPage:
    """The document with its words and codings, the codes, those used last, and `whole`, the coding of all of it that
    was clicked; `wholes` are the codings of all of it."""

    book: Book | None = None
    document: DocumentInfo | None = None
    text: str = ""
    codings: Moving[CodingInfo] = field(default_factory=Moving)
    wholes: set[int] = field(default_factory=set)
    whole: int | None = None
    recent: RecentCodes = field(default_factory=RecentCodes)

    def hold(self, found: Iterable[CodingInfo]) -> None:
        """Hold these codings and no others."""
        self.codings = Moving((coding.key, coding) for coding in found)
        self.wholes = {key for key, coding in self.codings.items() if coding.whole}

    def take(self, fresh: Iterable[CodingInfo], gone: Iterable[int] = ()) -> None:
        """Hold codings as they are now, and let go of those that are gone."""
        for key in gone:
            self.codings.pop(key, None)
            self.wholes.discard(key)
        for coding in fresh:
            self.codings[coding.key] = coding
            (self.wholes.add if coding.whole else self.wholes.discard)(coding.key)

    def correct(self, info: DocumentInfo, text: str, changes: Changes, fresh: Mapping[int, CodingInfo]) -> list[int]:
        """Hold the document after a correction, of whose codings `fresh` were written; return those that are gone."""
        self.document, self.text = info, text
        gone = [key for key in written(changes) if key in self.codings and key not in fresh]
        for move in moves_of(changes, info.key):
            self.codings.move(*move)
        self.take(fresh.values(), gone)
        self.take([replace(self.codings[key], end=info.characters) for key in self.wholes])
        return gone


def written(changes: Changes) -> frozenset[int]:
    """Give the codings that a change wrote one by one."""
    return changes.rows.get("coding", frozenset())


def moves_of(changes: Changes, document: int) -> list[Moved]:
    """Give how a change moved the codings of a document."""
    return [(one.start, one.by, one.apart) for one in changes.moves
            if one.document == document and one.stored == "coding"]  # fmt: skip
