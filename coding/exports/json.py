"""Anything as one JSON document."""

from __future__ import annotations

import json
from typing import Any


def body(document: Any) -> bytes:
    """Return `document` as JSON in UTF-8, letters as they are, with a line end."""
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "replace")
