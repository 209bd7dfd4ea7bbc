"""Days as the project keeps them: ISO 8601, such as 2024-05-31."""

from __future__ import annotations

import re
from datetime import date

from corpus.errors import SourceError

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day(text: str | None) -> str | None:
    """Return a day as it is kept, None for none; what is no day is refused.

    >>> day(" 2024-05-31 "), day("")
    ('2024-05-31', None)
    """
    said = (text or "").strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said if _DAY.fullmatch(said) else "").isoformat()
    except ValueError as error:
        raise SourceError("{text} is no day; write one like 2024-05-31.", text=said) from error
