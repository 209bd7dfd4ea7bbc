"""Markdown: the text as it is meant to be read, without the marks by which headings, lists and type are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.drafts import Note
from corpus.importers import encodings, safety, turns
from corpus.importers.front_matter import chosen, front_matter
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import Writing, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 40
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|cite|code|del|details|div|em|figure|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|"
    r"pre|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|hr)\s*/?>", re.IGNORECASE)


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read a `.md`: what describes the interview above the text becomes attributes, other keys are told."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    values, text = front_matter(tidy(decoded.text))
    attributes, others = chosen(values)
    notes = decoded.notes
    if others:
        told = "; ".join(f"{name}: {value}" for name, value in others.items())
        notes += (Note("Keys above the text that were left out: {keys}.", {"keys": told}),)
    writing = _written(text)
    if writing is None:  # nested so deeply that the marks are no marks
        return FileReading(text, list(turns.paragraphs(text)), attributes, decoded.encoding, notes)
    return FileReading(writing.text, writing.blocks, attributes, decoded.encoding, notes)


def _written(text: str) -> Writing | None:
    from markdown_it import MarkdownIt

    # What looks like a reference or a tag may be who speaks: [Anne]: Oui, <Anne> Oui.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.disable(["reference", "html_block", "html_inline", "autolink"])
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        return None
    walk = _Walk()
    for token in tokens:
        walk.take(token)
    return walk.writing


@dataclass(slots=True)
class _Walk:
    """The text so far, and the lists that are open: the next number of each, None where it has none."""

    writing: Writing = field(default_factory=Writing)
    lists: list[int | None] = field(default_factory=list)
    mark: str = ""
    inside: str = ""
    line: int = 0
    first: bool = True

    def take(self, token: Token) -> None:
        """Write what a token holds, or remember what it opens."""
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                number = self.lists[-1]
                self.mark = "- " if number is None else f"{number}. "
                self.lists[-1] = None if number is None else number + 1
            case "heading_open" | "th_open" | "td_open" | "tr_open":
                self.inside, self.first = token.type, self.first or token.type == "tr_open"
            case "heading_close" | "table_close":
                self.inside = ""
            case "inline":
                self.inline(token)
            case "fence" | "code_block":
                self.add(token, token.content.rstrip("\n"), 0)

    def inline(self, token: Token) -> None:
        """Write the words of a heading, a cell or a paragraph."""
        parts = list(_parts(token.children or ()))
        text = "".join(piece for piece, _ in parts)
        bold = 0
        for piece, strong in parts:
            if not strong and piece.strip():
                break
            bold += len(piece) if strong or bold else 0
        if self.inside in ("th_open", "td_open"):
            self.writing.add(" ".join(text.split()), "cell", parted_by="\n" if self.first else "\t")
            self.first = False
        else:
            self.add(token, text, bold)

    def add(self, token: Token, text: str, bold: int) -> None:
        kind = "heading" if self.inside == "heading_open" else "paragraph"
        start, end = token.map or (self.line, self.line)
        parted_by = "\n\n" if start > self.line and self.writing.parts else "\n"
        self.writing.add(text, kind, parted_by=parted_by, mark=self.mark, bold=bold)  # type: ignore[arg-type]  # the kinds are those of passages
        self.mark, self.line = "", end


def _parts(children: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a line with whether they are bold: links with where they lead, pictures by what they show."""
    strong, leads, shown = 0, "", ""
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "link_open":
                leads, shown = str(child.attrs.get("href", "")), ""
            case "link_close":
                if leads and leads not in shown and not leads.startswith("#"):
                    yield f" ({leads})", False
            case "softbreak" | "hardbreak":
                yield "\n", bool(strong)
            case "image" | "text" | "text_special" | "code_inline":
                words = _TAG.sub("", _BREAK.sub("\n", child.content))
                shown += words
                yield words, bool(strong)
