"""What a word is, for every count in the program."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
# Most texts can be written in the bytes of Windows' Western letters: `a` for each that may be in a word.
_WESTERN = "cp1252"
_KINDS = bytes(b" a"[bytes([byte]).decode(_WESTERN, "replace").isalnum()] for byte in range(256))


def count(text: str) -> int:
    """Return the number of words: runs of letters and digits."""
    try:
        kinds = text.encode(_WESTERN).translate(_KINDS)
    except UnicodeEncodeError:
        return len(_WORD.findall(text))
    return kinds.count(b" a") + kinds.startswith(b"a")


def found(text: str) -> list[str]:
    """Return the words in their order."""
    return _WORD.findall(text)


def any_in(text: str, start: int, end: int) -> bool:
    """Say whether there is a letter or digit from `start` to `end`, code points."""
    return _WORD.search(text, start, end) is not None


def spans(text: str) -> NDArray[np.int64]:
    """Return (words, 2): start and end of each word of `text`, in code points; the same words that `count` counts."""
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    inside = np.zeros(len(points) + 2, bool)
    inside[1:-1] = _letters()[np.minimum(points, 0xFFFF)]
    for n in np.flatnonzero(points > 0xFFFF):
        inside[n + 1] = text[n].isalnum()
    return np.flatnonzero(inside[1:] != inside[:-1]).reshape(-1, 2).astype(np.int64)


@cache
def _letters() -> NDArray[np.bool_]:
    """Return (65536,): which code points of the basic plane are letters or digits."""
    import numpy as np

    return np.array([chr(point).isalnum() for point in range(0x10000)], bool)


def folded(text: str) -> str:
    """Return `text` without case and accents, œ as oe and ’ as ', for comparing names."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    plain = plain.replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
