"""Plain text and Markdown: the text as it stands, its paragraphs and headings told from the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.drafts import Block
from corpus.importers import encodings, safety, turns
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import tidy

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([^\W\d][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)\Z")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<title>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"(?:=+|-{2,})[ \t]*\Z")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")


def read_text(path: Path, data: bytes, options: Options) -> Reading:
    """Read a `.txt`: nothing in it is altered but BOM, line ends and normal form."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    text = tidy(decoded.text)
    return Reading(text, list(turns.paragraphs(text)), encoding=decoded.encoding, notes=decoded.notes)


def read_markdown(path: Path, data: bytes, options: Options) -> Reading:
    """Read a `.md`: front matter becomes attributes and leaves the text, all else stands as it is."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    attributes, text = front_matter(tidy(decoded.text))
    return Reading(text, list(_blocks(text)), attributes, decoded.encoding, decoded.notes)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the keys and values that stand between two lines of dashes at the top, lists joined by `; `, and the rest.

    >>> front_matter("---\\nfunction: Buyer\\ntags:\\n  - a\\n  - b\\n---\\nText")
    ({'function': 'Buyer', 'tags': 'a; b'}, 'Text')
    """
    found = _FRONT.match(text)
    attributes = _keys(found[1].split("\n")) if found else None
    return (attributes, text[found.end() :].lstrip("\n")) if found and attributes else ({}, text)


def _keys(lines: list[str]) -> dict[str, str] | None:
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        bare = line.strip()
        found = _KEY.match(line)
        if not bare or bare.startswith("#"):
            continue
        if found:
            key = found[1].strip()
            values[key] = _values(found[2] or "")
        elif not key:
            return None
        elif bare.startswith("- "):
            values[key].append(_unquoted(bare[2:]))
        elif line[0] in " \t":
            values[key][-1:] = [" ".join([*values[key][-1:], _unquoted(bare)])]
        else:
            return None
    return {key: "; ".join(value) for key, value in values.items()}


def _values(text: str) -> list[str]:
    text = text.strip()
    if text in ("|", ">", "|-", ">-", "[]", "~", "null"):
        return []
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(item) for item in text[1:-1].split(",") if item.strip()]
    return [_unquoted(text)] if text else []


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        inner = text[1:-1]
        return inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"')
    return text


def _blocks(text: str) -> Iterator[Block]:
    """Yield headings without their `#`, and paragraphs parted by blank lines."""
    open_at: int | None = None
    last = at = 0
    fenced = False
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        fenced ^= _FENCE.match(line) is not None
        heading = None if fenced else _HEADING.match(text, at, stop)
        underlined = not fenced and open_at is not None and last == at - 1 and _UNDERLINE.match(line)
        if underlined and open_at is not None and "\n" not in text[open_at:last]:
            yield Block(open_at, last, "heading")
            open_at = None
        elif heading or (not line.strip() and not fenced):
            if open_at is not None:
                yield Block(open_at, last)
            open_at = None
            if heading:
                yield Block(heading.start("title"), heading.end("title"), "heading")
        else:
            open_at = at if open_at is None else open_at
        last = stop
        at = stop + 1
    if open_at is not None:
        yield Block(open_at, len(text))
