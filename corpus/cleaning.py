"""What may stand in a name or a text that a person gives: whatever they paste or a file is called can be stored and
shown. Nothing here refuses: a character that can't be kept gives way, and the rest stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

# Control characters but tab and line end, and the two code points that no XML, and so no Office file, can hold.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
# A byte of a file's name that is no UTF-8, as Python hands it on; after a first half it is the second of a pair.
_STRAY_BYTE = re.compile("(?<![\ud800-\udbff])[\udc80-\udcff]")


def without_surrogates(text: str) -> str:
    """Join halves of characters that stand apart; a half alone becomes U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def clean_text(text: str) -> str:
    """Return `text` in NFC with `\\n` line ends; a control character becomes a space."""
    whole = without_surrogates(text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NO_CHARACTER.sub("\ufffd", _NO_TEXT.sub(" ", whole)))


def clean_title(text: str) -> str:
    """Return `text` cleaned, on one line, without white space around it."""
    return " ".join(clean_text(text).replace("\t", " ").splitlines()).strip()


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces between its words."""
    return " ".join(clean_text(text).split())


def file_title(stem: str) -> str:
    """Return a file's name as a title; a byte that is no UTF-8 is read as Windows wrote it."""
    return clean_title(_STRAY_BYTE.sub(_as_windows, stem)) or "?"


def _as_windows(stray: re.Match[str]) -> str:
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace")


def in_place(text: str) -> str:
    """Return `text` as long as it is, with U+FFFD for what can't be stored: offsets into it stay true."""
    return _UNSTORABLE.sub("\ufffd", text)


def each_text(value: Any, made: Callable[[str], str], *, keys: bool = False) -> Any:
    """Return what JSON holds with each text as `made` gives it; `keys` says that of names of fields, too.

    >>> each_text({"a": ["b", 1]}, str.upper), each_text({"a": None}, str.upper, keys=True)
    ({'a': ['B', 1]}, {'A': None})
    """
    match value:
        case str():
            return made(value)
        case list() | tuple():
            return [each_text(one, made, keys=keys) for one in value]
        case dict():
            return {made(key) if keys else key: each_text(one, made, keys=keys) for key, one in value.items()}
    return value
