"""What the Code page shows now, as the page and its verbs share it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.code.inspector.coding_tab import origin_said
from app.code.recent import RecentCodes
from app.reader import MemoMark
from app.reader.spans import Moving
from coding import codings
from corpus.model import Document, Participant, Participation

if TYPE_CHECKING:
    from app.reader.spans import Moved, SpanChange
    from coding.codings import CodingInfo
    from coding.memos import Target
    from coding.moment.code_list import Book
    from coding.moment.moment import Moment
    from corpus.documents import DocumentInfo
    from corpus.store.project import Changes

_SAID = 120  # code points of a memo without a title
FEW = 40  # codings read one by one


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

    def told(self, key: int) -> str:
        """Say of a coding its code, who coded it and how it came about."""
        coding = self.codings.get(key)
        if coding is None or self.book is None:
            return ""
        return " · ".join((self.book.codes[coding.code].label, coding.coder, origin_said(coding.origin)))

    def memos(self) -> list[MemoMark]:
        """Give the memos about words and codings of the document, one mark for each place."""
        if self.book is None or self.document is None:
            return []
        return [
            MemoMark(memo.key, *place, memo.title or " ".join(memo.body.split())[:_SAID])
            for memo in self.book.moment.viewed(everybody=True).memos
            for target in memo.targets
            if (place := self._place(target)) is not None
        ]

    def _place(self, target: Target) -> tuple[int, int] | None:
        if target.kind == "coding":
            coding = self.codings.get(target.key or 0)
            return (coding.start, coding.end) if coding is not None and not coding.whole else None
        here = self.document is not None and target.key == self.document.key
        return target.span if target.kind == "passage" and here else None

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

    def correct(self, info: DocumentInfo, text: str, codings: SpanChange[CodingInfo]) -> None:
        """Hold the document after a correction."""
        self.document, self.text = info, text
        for move in codings.moves:
            self.codings.move(*move)
        self.take(codings.fresh.values(), codings.gone)
        self.take([replace(self.codings[key], end=info.characters) for key in self.wholes])


def moves_of(changes: Changes, stored: str, document: int) -> list[Moved]:
    """Give how a change moved the rows of a table along with the text of a document."""
    return [(one.start, one.by, one.apart) for one in changes.moves if (one.document, one.stored) == (document, stored)]


def only_corrects(changes: Changes, document: int) -> bool:
    """Say whether a change wrote the text of one document, and little else that is shown beside what moved along."""
    few = all(len(changes.rows.get(stored, ())) <= FEW for stored in ("coding", "passage"))
    numbered = any(move.columns == ("position",) for move in changes.moves)
    others = changes.touches(Participant, Participation)
    return changes.of(Document) == {document} and few and not numbered and not others


def kept(info: DocumentInfo) -> DocumentInfo:
    """Return what a correction leaves of a document."""
    return replace(info, text_sha="", words=0, characters=0, passages=0)


def read_codings(moment: Moment, keys: frozenset[int], document: int) -> Iterable[tuple[int, CodingInfo]]:
    """Give those of these codings that are there, in the document and in sight, by their keys."""
    there = keys.intersection(moment.whole.codings.within([document])[:, 0].tolist())  # what is gone is not asked for
    return [(one.key, one) for one in codings.among(moment.project, there)] if there else []
