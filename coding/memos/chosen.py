"""Memos narrowed to those that are wanted, by the same rules in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coding.memos.written import MemoInfo, Target
from corpus.words import folded

CHANGED, MADE, TITLE = "changed", "made", "title"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted: a kind, a coder, words that all stand in title, text or target, since a day as ISO 8601 has it.

    `about` is a kind of target such as code, or that and its key.
    """

    kind: str | None = None
    coder: str | None = None
    words: str = ""
    since: str = ""
    about: tuple[str, int | None] | None = None

    def keeps(self, memo: MemoInfo) -> bool:
        """Say whether a memo is wanted."""
        return (
            self.kind in (None, memo.kind)
            and self.coder in (None, memo.coder)
            and (memo.edited_at or memo.created_at) >= self.since
            and (self.about is None or any(self._on(target) for target in memo.targets))
            and all(word in said(memo) for word in folded(self.words).split())
        )

    def _on(self, target: Target) -> bool:
        assert self.about is not None
        kind, key = self.about
        alike = target.kind == kind or (kind, target.kind) == ("document", "passage")
        return alike and key in (None, target.key)


def those(memos: Iterable[MemoInfo], wanted: Wanted) -> list[MemoInfo]:
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
