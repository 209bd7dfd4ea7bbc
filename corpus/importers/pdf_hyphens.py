"""Lines put together: a hyphen at the end of one broke a word and goes, or belongs to a compound and stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.importers import text_language, word_forms
from corpus.importers.pdf_lines import PdfLine

_HYPHEN = re.compile(r"[-\xad‐]\Z")
_LAST = re.compile(r"[\w-]*\Z")
_FIRST = re.compile(r"\w+(?:-\w+)*")
# What follows a hyphen in French whatever stands before it.
_AFTER = frozenset(
    """je tu il elle on nous vous ils elles ce ci là moi toi lui leur leurs le la les y en même mêmes être peut dire t
    dessus dessous dedans dehors delà""".split()
)


@dataclass(slots=True)
class Hyphens:
    """What a file itself says about its words: how often each stands in it, not at a line's end."""

    seen: Counter[str]
    languages: tuple[str, ...]
    known: dict[tuple[str, str], bool] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> Hyphens:
        """Count the words of all lines, and tell their language."""
        text = "\n".join(line.text for line in lines)
        seen = Counter(re.findall(r"\w+(?:-\w+)*", text.casefold()))
        language = text_language.language_of(text)
        return cls(seen, (language,) if language else ("fr", "en"))

    def joined(self, text: str, following: str) -> tuple[str, str]:
        """Return what a line becomes when `following` goes on, and what parts the two."""
        if not _HYPHEN.search(text) or not following[:1].isalpha():
            return text, " "
        if text.endswith("\xad"):
            return text[:-1], ""  # said to be a break
        left = _LAST.findall(text[:-1].casefold())[0]
        right = _FIRST.findall(following.casefold())[0]
        if not left or following[0].isupper() or self.compound(left, right):
            return text[:-1], "-"
        return text[:-1], ""

    def compound(self, left: str, right: str) -> bool:
        """Do two halves keep their hyphen? The file itself says so, else its language."""
        if (left, right) not in self.known:
            self.known[left, right] = self._compound(left, right)
        return self.known[left, right]

    def _compound(self, left: str, right: str) -> bool:
        whole, broken = self.seen[f"{left}-{right}"], self.seen[left + right]
        if whole != broken:
            return whole > broken
        if right in _AFTER or right.split("-")[0] in ("t", "là"):
            return True
        if self._word(f"{left}-{right}") or self._word(left + right):
            return self._word(f"{left}-{right}")
        return self._half(left.rpartition("-")[2]) and self._half(right)

    def _half(self, half: str) -> bool:
        return len(half) > 2 and (self.seen[half] > 1 or self._word(half))

    def _word(self, word: str) -> bool:
        return word_forms.is_word(word, self.languages)
