"""Rich text, `.rtf`: striprtf gives the words; cells, notes and tracked deletions are told apart before."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import Writing

# Private characters that stand for what striprtf would flatten into `|` and line ends.
_CELL, _ROW, _LINE = "\ue0f1", "\ue0f2", "\ue0f3"
_MARKERS = (("nestcell|cell", _CELL), ("nestrow|row", _ROW), ("line", _LINE))
_TOKEN = re.compile(r"\\bin(\d+) ?|\\[^a-zA-Z]|[{}]", re.DOTALL)
_NOTE = re.compile(r"\{(?:\\\*)?\s*\\(?:footnote|annotation)(?![a-z])")
_DELETED = re.compile(r"(\{(?:\\[a-z]+-?\d* ?|\s)*?)\\deleted(?![a-z0-9])")


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read rich text; table cells are blocks of kind `cell`, footnotes and comments are notes at the end."""
    safety.check_kind(path, data, "rtf")
    source = data.decode("latin-1").lstrip("\xef\xbb\xbf \r\n\t")
    if _group(source, 0) is None:
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name)
    if "\\deleted0" not in source:
        source = _DELETED.sub(r"\1\\*\\deleted", source)
    writing = Writing()
    _write_body(writing, _words(path, source))
    for note in _notes(source):
        for line in re.split(rf"[\n{_CELL}{_ROW}{_LINE}]+", _words(path, note)):
            if line.strip():
                writing.add(line.strip(), "note")
    return Reading(writing.text, writing.blocks)


def _group(source: str, start: int) -> str | None:
    """Return the group that opens at `start`; None where it is never closed."""
    depth = 0
    at = start
    while found := _TOKEN.search(source, at):
        at = found.end() + int(found[1] or 0)
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return source[start:at]
    return None


def _notes(source: str) -> list[str]:
    """Return each footnote and comment as a document of its own, with the fonts and code page of the whole."""
    page = re.search(r"\\ansicpg\d+", source)
    fonts = re.search(r"\{\\fonttbl", source)
    head = "{\\rtf1\\ansi" + (page[0] if page else "") + ((_group(source, fonts.start()) or "") if fonts else "")
    groups = ((found, _group(source, found.start())) for found in _NOTE.finditer(source))
    return [f"{head}{group[len(found[0]) :]}" for found, group in groups if group]


def _words(path: Path, source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    for words, marker in _MARKERS:
        source = re.sub(rf"(?<!\\)\\(?:{words})(?![a-zA-Z0-9-]) ?", rf"{{\\uc0\\u{ord(marker)} }}", source)
    try:
        return str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]  # striprtf has no types
    except (ValueError, LookupError, TypeError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error


def _write_body(writing: Writing, words: str) -> None:
    in_row = False
    cell: list[str] = []
    for piece in re.split(rf"([\n{_CELL}{_ROW}])", words.replace("\r", "").replace(_LINE, "\v")):
        line = piece.replace("\v", "\n")
        if piece == _CELL:
            writing.add("\n".join(cell).strip(), "cell", parted_by="\t" if in_row else "\n")
            in_row, cell = True, []
        elif piece == _ROW:
            in_row, cell = False, []
        elif piece == "\n" and cell and not in_row:
            writing.add("\n".join(cell))
            cell = []
        elif piece == "\n":
            cell += [] if in_row else [""]
        elif line:
            cell.append(line)
    if cell:
        writing.add("\n".join(cell))
