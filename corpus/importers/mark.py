"""A mark: where a turn begins, or what stands in a text without being said."""

from __future__ import annotations

from dataclasses import dataclass

UNNAMED = ""
"""The label of a voice that no mark names: somebody else than who spoke before."""
QUESTION = "Question"
"""The label of who asks where headings, or paragraphs in bold type, are the questions of an interview."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found: code points `start` to `end` are the mark, the words begin after; times in milliseconds.

    Without a label, who spoke goes on. A mark that `closes` ends what was said before, at its time.
    """

    start: int
    end: int
    label: str | None
    start_ms: int | None = None
    end_ms: int | None = None
    closes: bool = False
