"""Whether the letters of a page make words: fonts without a table of their letters give others, or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.importers import text_language
from corpus.importers.pdf_lines import PdfLine

_UNKNOWN = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_LEADERS = re.compile(r"[.·_…-]{3,}")
_LATIN = re.compile("[a-z\xdf-\xf6\xf8-\u017f]{4,}")
_VOWELS = frozenset(
    letter for letter in (*map(chr, range(ord("a"), 0x180)),) if unicodedata.normalize("NFD", letter)[0] in "aeiouyæœøı"
)
_FEW_SIGNS, _FEW_WORDS = 20, 12


def meaningless(lines: Sequence[PdfLine]) -> bool:
    """Do many characters of a page stand for no letter, or have too many of its words no vowel?"""
    text = _LEADERS.sub("", " ".join(line.text for line in lines))
    signs = len(text) - sum(map(str.isspace, text)) - sum(map(str.isdigit, text))
    if signs < _FEW_SIGNS:
        return False
    if len(_UNKNOWN.findall(text)) > 0.15 * signs or sum(map(str.isalpha, text)) < 0.5 * signs:
        return True
    guessed = sum(line.guessed for line in lines) > 0.3 * len(lines)
    return (guessed and text_language.language_of(text) is None) or _unsaid(text)


def _unsaid(text: str) -> bool:
    """Have more words of four letters no vowel than in any language that is written in Latin letters?"""
    # `XXXX` for what may not be said is no word.
    said = {word for word in _LATIN.findall(text.casefold()) if len(set(word)) > 2}
    return len(said) >= _FEW_WORDS and sum(map(_VOWELS.isdisjoint, said)) > max(2, 0.1 * len(said))
