"""Times as tools write them: `0:02`, `01:02:03.5`, `00:01:02,340`, `#00:01:02-3#`, and two with a sign between."""

from __future__ import annotations

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
_TENTHS = r"(?:-\d{1,3})?"
_BETWEEN = r"[ \t\u00a0]*(?:--?>|[-–—→]>?|\b(?:à|to|bis|a)\b)[ \t\u00a0]*"
_STAMP = re.compile(
    rf"[\[(<{{#]?[ \t\u00a0]*({CLOCK})(?:{_BETWEEN}({CLOCK})|({_TENTHS}))[ \t\u00a0]*[\])>}}#]?", re.IGNORECASE
)

_BEFORE = re.compile(rf"[\[(]?({CLOCK})[\])]?(?![\w:.,])")
_AFTER = re.compile(rf"(?<![\w:.,])[\[(]?({CLOCK})[\])]?\Z")
_SIGNS = " \t:：-–—"


def milliseconds(clock: str) -> int:
    """Return a time in milliseconds; `00:01:02-3`, of which the last is a tenth, too.

    >>> milliseconds("1:02.5"), milliseconds("01:00:00,040"), milliseconds("00:00:02-3")
    (62500, 3600040, 2300)
    """
    whole, fraction = (*re.split(r"[.,-]", clock.strip(), maxsplit=1), "")[:2]
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(f"{fraction:0<3}"[:3])


def stamp(text: str) -> tuple[int, int | None] | None:
    """Return the time or the two times that `text` is, in milliseconds; None where it is anything else.

    >>> stamp("0:00.1 - 0:08.4"), stamp("[00:10]"), stamp("10:30 was late")
    ((100, 8400), (10000, None), None)
    """
    found = _STAMP.fullmatch(text.strip())
    if found is None:
        return None
    start = milliseconds(found[1] + (found[3] or ""))
    return start, milliseconds(found[2]) if found[2] else None


def apart(text: str) -> tuple[str, int | None]:
    """Return a label without the time before or after it, nor signs around it, and that time in milliseconds.

    >>> apart("[0:12] Ada Bo :"), apart("Ada Bo 1:02.5"), apart("R12")
    (('Ada Bo', 12000), ('Ada Bo', 62500), ('R12', None))
    """
    bare = " ".join(text.split())
    found = _BEFORE.match(bare) or _AFTER.search(bare)
    label = bare[: found.start()] + bare[found.end() :] if found else bare
    return label.strip(_SIGNS) or bare.rstrip(" :：") or bare, milliseconds(found[1]) if found else None
