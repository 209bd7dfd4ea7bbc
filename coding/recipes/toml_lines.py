"""On which line of a TOML text something stands, which its reader does not tell."""

from __future__ import annotations

import re
import tomllib

Way = tuple[str | int, ...]
"""The keys, and places in lists, that lead to a value."""
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def line_of(text: str, way: Way) -> int:
    """Return the line, from 1, on which a value begins; 1 where it is not there.

    The text is read to the end of one line after the other, until the value is known.
    """
    lines, begun = text.split("\n"), 0
    for number in range(1, len(lines) + 1):
        try:
            known = tomllib.loads("\n".join(lines[:number]))
        except (ValueError, RecursionError):
            continue
        if _there(known, way):
            return begun + 1
        begun = number
    return 1


def _there(known: object, way: Way) -> bool:
    for step in way:
        inside = range(len(known)) if isinstance(known, list) else known if isinstance(known, dict) else ()
        if step not in inside:
            return False
        known = known[step]  # type: ignore[index]  # inside is empty of what has none
    return True


def fault(text: str, error: Exception) -> tuple[int, str]:
    """Return the line and the reason of a fault of TOML's own reader."""
    reason = str(error)
    found = _AT.search(reason)
    if found is None:
        return 1, reason
    return int(found[1] or len(text.split("\n"))), reason[: found.start()]
