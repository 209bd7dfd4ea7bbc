"""Where in a document something is attached: words, the whole, a box, a stretch of time, or a box during a stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, func, select
from sqlalchemy.orm import Session

from corpus.errors import SpanOutside, UnknownDocument
from corpus.model import Anchored, Base, Document, Media, Spanned, Watched

if TYPE_CHECKING:  # NumPy is imported where many are answered for at once: the window opens without it
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Ints = NDArray[np.int64]

Kind = Literal["words", "whole", "box", "stretch", "box during a stretch"]

COLUMNS = ("start", "end", "page", "x", "y", "width", "height", "start_ms", "end_ms")
FIELDS = ("document_id", *COLUMNS)
_values = attrgetter("document", *COLUMNS)
_ROUNDING = 1e-6  # of a page: what a sum of fractions may be over


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a document, by its key; with nothing else it is the whole document.

    `start` and `end` are code points; `x`, `y`, `width` and `height` fractions of the page or picture, from its upper
    left; `page` counts from 1 and is None on a picture; `start_ms` and `end_ms` are milliseconds. Ends are exclusive.
    """

    document: int
    start: int | None = None
    end: int | None = None
    page: int | None = None
    x: float | None = None
    y: float | None = None
    width: float | None = None
    height: float | None = None
    start_ms: int | None = None
    end_ms: int | None = None

    @property
    def kind(self) -> Kind:
        """What sort of place this is."""
        if self.start is not None or self.end is not None:
            return "words"
        timed = self.start_ms is not None or self.end_ms is not None
        if any(value is not None for value in (self.page, *self._box)):
            return "box during a stretch" if timed else "box"
        return "stretch" if timed else "whole"

    @property
    def _box(self) -> tuple[float | None, ...]:
        return self.x, self.y, self.width, self.height

    @property
    def span(self) -> tuple[int, int] | None:
        """The words' start and end; None where the place is not of words."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def time(self) -> tuple[int, int] | None:
        """The stretch's start and end in milliseconds; None where the place has no time."""
        return None if self.start_ms is None or self.end_ms is None else (self.start_ms, self.end_ms)

    @property
    def emptied(self) -> bool:
        """Whether an edit took away all the words that the place held."""
        return self.span is not None and self.start == self.end


class Extent(NamedTuple):
    """How far a document reaches: its characters, and its sound or film where the length of that is known."""

    characters: int
    duration_ms: int | None = None


class Edit(NamedTuple):
    """Characters `start` to `end` of a text give way to `length` others."""

    start: int
    end: int
    length: int


def words(document: int, start: int, end: int) -> Anchor:
    """Return the place of words, in code points."""
    return Anchor(document, start, end)


def whole(document: int) -> Anchor:
    """Return the whole document as a place."""
    return Anchor(document)


def box(document: int, page: int | None, x: float, y: float, width: float, height: float) -> Anchor:
    """Return a box on a page, or on a picture (page None), in fractions of it."""
    return Anchor(document, None, None, page, x, y, width, height)


def stretch(document: int, start_ms: int, end_ms: int, on: Anchor | None = None) -> Anchor:
    """Return a stretch of time; with a box, that box during the stretch."""
    return replace(on or whole(document), document=document, start_ms=start_ms, end_ms=end_ms)


def checked(anchor: Anchor, extent: Extent) -> Anchor:
    """Return `anchor` where it is of one kind, not empty and inside a document of that extent; else `SpanOutside`."""
    kind = anchor.kind
    if kind == "words":
        _check_words(anchor, extent.characters)
    if kind in ("box", "box during a stretch"):
        _check_box(anchor)
    if kind in ("stretch", "box during a stretch"):
        _check_stretch(anchor, extent.duration_ms)
    return anchor


def _check_words(anchor: Anchor, characters: int) -> None:
    start, end = anchor.start, anchor.end
    if start is None or end is None or anchor != words(anchor.document, start, end):
        raise SpanOutside("A place is words, or a box, or a stretch of time, or a box during a stretch.")
    if start >= end:
        raise SpanOutside("The span {start}–{end} is empty.", start=start, end=end)
    if start < 0 or end > characters:
        raise SpanOutside(
            "The span {start}–{end} reaches outside the text, which has {characters} characters.",
            start=start,
            end=end,
            characters=characters,
        )


def _check_box(anchor: Anchor) -> None:
    x, y, width, height = anchor.x, anchor.y, anchor.width, anchor.height
    if x is None or y is None or width is None or height is None or (anchor.page is not None and anchor.page < 1):
        raise SpanOutside("A box needs a corner, a width and a height, and on a page the number of that page.")
    # Written so that what is no number at all is refused, too.
    if not (width > 0 and height > 0):
        raise SpanOutside("The box is empty.")
    if not (x >= 0 and y >= 0 and x + width <= 1 + _ROUNDING and y + height <= 1 + _ROUNDING):
        raise SpanOutside("The box reaches outside its page: its sides are parts of the page, from 0 to 1.")


def _check_stretch(anchor: Anchor, duration_ms: int | None) -> None:
    if anchor.time is None:
        raise SpanOutside("A stretch of time needs a start and an end.")
    start, end = anchor.time
    if start >= end:
        raise SpanOutside("The stretch of time {start}–{end} ms is empty.", start=start, end=end)
    if start < 0 or (duration_ms is not None and end > duration_ms):
        raise SpanOutside("The stretch of time {start}–{end} ms reaches outside the recording.", start=start, end=end)


def inside(anchor: Anchor, extent: Extent) -> bool:
    """Say whether a place is of one kind, not empty and inside a document of that extent."""
    try:
        checked(anchor, extent)
    except SpanOutside:
        return False
    return True


def touch(a: Anchor, b: Anchor) -> bool:
    """Say whether two places share anything: words, a part of a page, or time.

    A whole document touches all that is in it. What is measured in different ways, as words and a box, does not touch.
    """
    if a.document != b.document:
        return False
    if "whole" in (a.kind, b.kind):
        return True
    shared = [(one, other) for one, other in zip(_sides(a), _sides(b), strict=True) if one and other]
    same_page = a.page == b.page or not (_sides(a)[1] and _sides(b)[1])
    return bool(shared) and same_page and all(_overlap(one, other) for one, other in shared)


def _sides(anchor: Anchor) -> tuple[tuple[float, float] | None, ...]:
    """Return what a place takes of the text, of a page's width and height, and of time."""
    across = None if anchor.x is None or anchor.width is None else (anchor.x, anchor.x + anchor.width)
    down = None if anchor.y is None or anchor.height is None else (anchor.y, anchor.y + anchor.height)
    return anchor.span, across, down, anchor.time


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def overlapped(starts: Sequence[int], ends: Sequence[int], start: int, end: int, within: range | None = None) -> range:
    """Return the numbers of the spans of which `start` to `end` covers one character at least.

    The spans ascend in both their starts and their ends, as passages do; `within` looks at some of them alone.
    """
    low, high = (0, len(starts)) if within is None else (within.start, within.stop)
    first = bisect_right(ends, start, low, high)
    return range(first, bisect_left(starts, end, first, high))


def overlapped_many(starts: Ints, ends: Ints, froms: ArrayLike, tos: ArrayLike) -> Ints:
    """Return (n, 2): for each of n spans the first, and the one after the last, of those it overlaps."""
    import numpy as np

    low = np.searchsorted(ends, froms, "right")
    return np.stack([low, np.maximum(np.searchsorted(starts, tos, "left"), low)], axis=-1)


def touched(anchor: Anchor, spans: Ints, times: Ints | None = None) -> Ints:
    """Return the numbers of the passages of its document that a place touches, ascending.

    `spans` (passages, 2) are their code points in order, `times` their milliseconds, below zero where none is known.
    Words touch what they cover a character of, a time what is said during it, the whole document all; a box nothing.
    """
    import numpy as np

    if anchor.kind == "whole":
        return np.arange(len(spans))
    if anchor.span is not None:
        return np.arange(*overlapped_many(spans[:, 0], spans[:, 1], *anchor.span))
    if anchor.time is None or times is None:
        return np.arange(0)
    start, end = anchor.time
    # People speak at the same time, so that ends need not ascend.
    return np.flatnonzero((times[:, 0] >= 0) & (times[:, 0] < end) & (times[:, 1] > start))


def text_of(anchor: Anchor, text: str) -> str:
    """Return the words of a document's text that a place holds: none for a box or a time."""
    if anchor.kind == "whole":
        return text
    return "" if anchor.span is None else text[slice(*anchor.span)]


def carry(anchor: Anchor, edits: Iterable[Edit]) -> Anchor:
    """Return where a place is after edits of its document's text; `emptied` where all its words went.

    Only words move; `carried` says how.
    """
    if anchor.span is None:
        return anchor
    start, end = carried([anchor.span], edits)[0].tolist()
    return replace(anchor, start=start, end=end)


def carried(spans: ArrayLike, edits: Iterable[Edit]) -> Ints:
    """Return where spans (n, 2) are after edits, which ascend and do not touch each other.

    What is put in or replaced inside a span belongs to it; what is put in at its edges does not, nor what replaces
    characters on both sides of an edge. A span none of whose words is left, starts where it ends.
    """
    import numpy as np

    old = np.asarray(spans, np.int64).reshape(-1, 2)
    changed = np.asarray([*edits], np.int64).reshape(-1, 3)
    if not len(changed):
        return old.copy()
    froms, tos, lengths = changed.T
    if (froms > tos).any() or (tos[:-1] >= froms[1:]).any():
        raise ValueError("edits must ascend and not touch each other")
    shifts = np.concatenate(([0], np.cumsum(lengths - (tos - froms))))
    start, end = _start(old[:, 0], froms, tos, lengths, shifts), _end(old[:, 1], froms, tos, shifts)
    return np.stack([np.minimum(start, end), end], axis=1)


def _start(starts: Ints, froms: Ints, tos: Ints, lengths: Ints, shifts: Ints) -> Ints:
    """Return where starts go: past what was put in before them or replaces characters on both sides of them."""
    import numpy as np

    before = np.searchsorted(tos, starts, "right")
    this = np.minimum(before, len(froms) - 1)
    torn = (before < len(froms)) & (froms[this] < starts)
    return np.where(torn, froms[this] + lengths[this], starts) + shifts[before]


def _end(ends: Ints, froms: Ints, tos: Ints, shifts: Ints) -> Ints:
    """Return where ends go: before what was put in after them or replaces characters on both sides of them."""
    import numpy as np

    before = np.searchsorted(froms, ends, "left")
    last = np.maximum(before - 1, 0)
    torn = (before > 0) & (tos[last] > ends)
    return np.where(torn, froms[last] + shifts[last], ends + shifts[before])


def tables() -> tuple[type[Watched], ...]:
    """Return every table whose rows have a place in a document: what is checked, carried and erased."""
    placed = (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Anchored | Spanned))
    return tuple(sorted(placed, key=lambda stored: str(stored.__tablename__)))


def columns(stored: type[Watched]) -> list[Any]:
    """Return what `of_row` needs of a table in the register, and the row's key."""
    names = COLUMNS if issubclass(stored, Anchored) else COLUMNS[:2]
    return [getattr(stored, name) for name in ("id", "document_id", *names)]


def values(anchor: Anchor) -> tuple[Any, ...]:
    """Return a place as the values of `FIELDS`."""
    return _values(anchor)


def fields(anchor: Anchor) -> dict[str, Any]:
    """Return a place as the columns of an anchored row."""
    return dict(zip(FIELDS, values(anchor), strict=True))


def put(row: Anchored, anchor: Anchor) -> None:
    """Put a row on a place, perhaps of another document."""
    for name, value in fields(anchor).items():
        setattr(row, name, value)


def of_row(row: Any) -> Anchor:
    """Return the place of a row that has `document_id` and some or all of `COLUMNS`."""
    return Anchor(row.document_id, *(getattr(row, name, None) for name in COLUMNS))


def at(stored: type[Anchored], anchor: Anchor) -> ColumnElement[bool]:
    """Return what is true of the rows of `stored` that stand exactly at a place."""
    here = [stored.document_id == anchor.document]
    if anchor.kind in ("words", "whole"):
        start, end = stored.start.is_not_distinct_from(anchor.start), stored.end.is_not_distinct_from(anchor.end)
        return and_(*here, start, end, of_text(stored))
    return and_(*here, *(getattr(stored, name).is_not_distinct_from(getattr(anchor, name)) for name in COLUMNS))


def exactly(stored: type[Anchored]) -> ColumnElement[bool]:
    """Return what is true of the rows of `stored` that stand exactly where the query's parameters, `fields`, say."""
    return and_(*(getattr(stored, name).is_not_distinct_from(bindparam(name)) for name in FIELDS))


def of_text(stored: type[Anchored]) -> ColumnElement[bool]:
    """Return what is true of the rows of `stored` that are on words or on a whole document."""
    return and_(stored.x.is_(None), stored.start_ms.is_(None))


def of_words(stored: type[Anchored]) -> ColumnElement[bool]:
    """Return what is true of the rows of `stored` that are on words."""
    return stored.start.is_not(None)


_EXTENTS = select(
    Document.id,
    Document.characters,
    select(func.max(Media.duration_ms)).where(Media.document_id == Document.id).scalar_subquery(),
)
_EXTENT = _EXTENTS.where(Document.id == bindparam("document"))


def extents(session: Session, documents: Iterable[int] | None = None) -> dict[int, Extent]:
    """Return how far each document reaches: all, or those of these keys that are in the project."""
    query = _EXTENTS if documents is None else _EXTENTS.where(Document.id.in_(list(documents)))
    return {key: Extent(characters, duration) for key, characters, duration in session.execute(query)}


def stored(session: Session, anchor: Anchor) -> Anchor:
    """Return a place that may be written: its document is in the project and it lies inside; else raise which not."""
    found = session.execute(_EXTENT, {"document": anchor.document}).first()
    if found is None:
        raise UnknownDocument("This document is no longer in the project.")
    return checked(anchor, Extent(*found[1:]))
