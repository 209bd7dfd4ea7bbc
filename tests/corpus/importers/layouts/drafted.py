"""What tests of layouts share: a file read, and who says what in it."""

from __future__ import annotations

from pathlib import Path

from corpus import importers
from corpus.drafts import Draft


def drafted(folder: Path, name: str, data: str | bytes) -> Draft:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path)


def said(draft: Draft) -> list[tuple[str | None, str]]:
    return [(passage.speaker, draft.text[passage.start : passage.end]) for passage in draft.passages]


def timed(draft: Draft) -> list[tuple[int | None, int | None, str]]:
    return [(each.start_ms, each.end_ms, draft.text[each.start : each.end]) for each in draft.passages]
