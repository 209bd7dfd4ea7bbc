"""Memos narrowed to those that are wanted, by the same rules in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coding.memos.written import MemoInfo, Target
from corpus.words import folded

CHANGED, MADE, TITLE = "changed", "made", "title"
TODAY, WEEK, MONTH, YEAR = "today", "week", "month", "year"
_BACK = {TODAY: 0, WEEK: 6, MONTH: 29}  # days


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """What is wanted: a kind, a coder, words that all stand in title, text or target, made or changed last from the day
    `since` to the day `until`, as ISO 8601 has them.

    `about` is a kind of target such as code, or that and its key.
    """

    kind: str | None = None
    coder: str | None = None
    words: str = ""
    since: str = ""
    until: str = ""
    about: tuple[str, int | None] | None = None

    def keeps(self, memo: MemoInfo) -> bool:
        """Say whether a memo is wanted."""
        return (
            self.kind in (None, memo.kind)
            and self.coder in (None, memo.coder)
            and self._within(memo)
            and (self.about is None or any(self._on(target) for target in memo.targets))
            and all(word in said(memo) for word in folded(self.words).split())
        )

    def _within(self, memo: MemoInfo) -> bool:
        if not (self.since or self.until):
            return True
        on = day(memo)
        return self.since <= on and (not self.until or on <= self.until)

    def _on(self, target: Target) -> bool:
        assert self.about is not None
        kind, key = self.about
        alike = target.kind == kind or (kind, target.kind) == ("document", "passage")
        return alike and key in (None, target.key)


def day(memo: MemoInfo) -> str:
    """Return the day on which a memo was made or changed last, by the calendar here, as ISO 8601 has it."""
    at = memo.edited_at or memo.created_at
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return at[:10]


def period(name: str, today: date | None = None) -> tuple[str, str]:
    """Return the first day and the last of `TODAY`, `WEEK` (7 days), `MONTH` (30 days) or `YEAR`; empty for others."""
    last = today or date.today()
    if name == YEAR:
        return last.replace(month=1, day=1).isoformat(), last.isoformat()
    back = _BACK.get(name)
    return ("", "") if back is None else ((last - timedelta(days=back)).isoformat(), last.isoformat())


def those(memos: Iterable[MemoInfo], wanted: MemoFilter) -> list[MemoInfo]:
    """Return the memos that are wanted, in their order."""
    return [memo for memo in memos if wanted.keeps(memo)]


def said(memo: MemoInfo) -> str:
    """Return all that is looked through for words, case and accents let go."""
    return folded(" ".join((memo.title, memo.body, memo.coder, *(target.label for target in memo.targets))))


def ordered(memos: Iterable[MemoInfo], by: str) -> list[MemoInfo]:
    """Return memos by what was changed or made last, or by title."""
    if by == TITLE:
        return sorted(memos, key=lambda memo: (not memo.title, folded(memo.title or memo.body), memo.key))

    def latest(memo: MemoInfo) -> tuple[str, int]:
        return memo.created_at if by == MADE else memo.edited_at or memo.created_at, memo.key

    return sorted(memos, key=latest, reverse=True)
