"""What a memo of a kind begins with."""

from __future__ import annotations

from importlib.resources import files


def of(kind: str, language: str) -> str:
    """Return the headings of a kind of memo in French or English, empty where it has none."""
    path = files("resources") / "memos" / f"{kind}.{language}.md"
    return path.read_text("utf-8") if path.is_file() else ""
