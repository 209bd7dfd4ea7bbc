"""Times as transcripts write them: how they are recognised, and how many milliseconds they are."""

from __future__ import annotations

import re
from functools import lru_cache

GAP = r"[ \t\xa0\x7f]"
"""One space of a text made `plain`: what may stand around labels and times without being seen."""

# Spaces of other widths and characters without any. An expression of all of them takes long to compile, so that one is
# enough for the many in which a space may stand.
_WIDE = re.compile(r"[\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff]")

_CLOSE = r"\d{1,3}:\d{2,3}(?::\d{2}(?::\d{2})?)?(?:[.,]\d{1,3})?"
_APART = rf"(?:{GAP}:{GAP}?|:{GAP})"
_COLONS = rf"(?:{_CLOSE}|\d{{1,3}}{_APART}\d{{2}}(?:{_APART}\d{{2}})?(?:[.,]\d{{1,3}})?(?!:?\d))"
_TEAMS = r"\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3}"
_HOURS = rf"\d{{1,2}}{GAP}?h{GAP}?\d{{1,2}}(?:{GAP}?m(?:i?n)?(?:{GAP}?\d{{1,2}}{GAP}?s(?:ec)?)?)?(?!\w)"
_MINUTES = rf"\d{{1,3}}{GAP}?(?:m(?:i?n)?{GAP}?\d{{1,2}}{GAP}?s(?:ec)?|mi?n\.?{GAP}?\d{{2}})(?!\w)"
_PRIMES = r"\d{1,3}['’′]\d{2}(?:''|[\"”″])?(?!\w)"
CLOCK = rf"(?:{_TEAMS}|{_COLONS}|{_HOURS}|{_MINUTES}|{_PRIMES})(?:{GAP}?[AaPp]\.?[Mm]\b\.?)?"
_TO = rf"{GAP}*(?:-->|->|--|[-–—→~]|à|to|bis)(?={GAP}*\d){GAP}*"
RANGE = rf"{CLOCK}(?:{_TO}{CLOCK})?"
_SECONDS = rf"\d{{1,5}}(?:[.,]\d{{1,3}})?{GAP}?s(?:ec)?"
_INNER = rf"(?:{RANGE}|{_SECONDS}(?:{_TO}{_SECONDS})?|\d{{2}}\.\d{{2}}\.\d{{2}})"
# One set of characters opens it, so that a search skips from one of them to the next.
ENCLOSED = rf"[\[(<{{\#](?:(?<!\#){GAP}*{_INNER}{GAP}*[\])>}}]|(?<=\#){RANGE}(?:-\d{{1,3}})?\#)"
TIME = rf"(?:{ENCLOSED}|{RANGE})"

STAMP = re.compile(ENCLOSED)
_BARE = re.compile(RANGE)
_ONE = re.compile(rf"{CLOCK}|{_SECONDS}|\d{{2}}\.\d{{2}}\.\d{{2}}")
_PARTS = re.compile(r"\d+(?:[.,]\d{1,3}(?=\D*\Z))?")
_LEAD = re.compile(rf"(?:{GAP}|[>*_–—-])*")
_OF_A_RECORDING = re.compile(rf"\D|\d+(?::|['’′]|{GAP}?min)")
_TENTHS = re.compile(r"-(\d{1,3})#")
_OF_DAY = re.compile(r"[AaPp]\.?[Mm]\b")


def plain(text: str) -> str:
    """Return `text`, as long as it was, with a no-break space for each of another width and U+007F for one of none."""
    return text if text.isascii() else _WIDE.sub(lambda found: "\xa0" if found[0].isspace() else "\x7f", text)


@lru_cache(maxsize=1024)
def milliseconds(time: str | None) -> tuple[int | None, int | None]:
    """Read a time, or a range of two, as milliseconds; what is missing, or is a time of day, is None.

    >>> milliseconds("[0:02 - 1:02:03.5]"), milliseconds("#00:01:02-3#")
    ((2000, 3723500), (62300, None))
    """
    if time is None or _OF_DAY.search(time):
        return None, None
    start, end, *_ = (*(_value(found[0]) for found in _ONE.finditer(plain(time))), None, None)
    tenths = _TENTHS.search(time)
    if tenths and start is not None:
        start += int(f"{tenths[1]:0<3}")
    return start, end if start is None or end is None or end >= start else None


def alone(text: str, start: int, end: int) -> str | None:
    """Return the time that is all of `text[start:end]`, plain, but for space and signs."""
    lead = _LEAD.match(text, start, end)
    found = opening(text, lead.end() if lead else start, end)
    if found is None or not _OF_A_RECORDING.match(found[0]) or text[found.end() : end].strip(" \t\xa0\x7f*_"):
        return None
    return found[0]


def opening(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the time, or the two times, with or without brackets, that `text[start:end]`, plain, begins with."""
    return STAMP.match(text, start, end) or _BARE.match(text, start, end)


def bare(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the time, or the two times, that `text[start:end]`, plain, begins with."""
    return _BARE.match(text, start, end)


def _value(clock: str) -> int:
    parts = re.split(r"\D+", clock.strip()) if re.fullmatch(r"\d{2}\.\d{2}\.\d{2}", clock) else _PARTS.findall(clock)
    whole = [part for part in parts if part]
    if clock.count(":") == 3:
        whole.pop()  # frames, of whose number in a second nothing is known
    seconds, fraction = 0, ""
    for part in whole:
        number, _, fraction = part.replace(",", ".").partition(".")
        seconds = seconds * 60 + int(number)
    if "h" in clock and len(whole) == 2:
        seconds *= 60
    return seconds * 1000 + int(f"{fraction:0<3}"[:3] if fraction else 0)
