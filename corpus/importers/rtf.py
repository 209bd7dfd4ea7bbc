"""Rich text, `.rtf`: one pass over its control words, so that time grows with the file and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

from corpus.drafts import Note
from corpus.errors import ImportFailed
from corpus.importers import rtf_words as known
from corpus.importers import safety
from corpus.importers.reading import FileReading, Options
from corpus.importers.rtf_flows import Flow
from corpus.importers.writing import Writing

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]+)(?P<number>-?[0-9]+)? ?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<plain>[^\\{}\r\n]+)",
    re.DOTALL,
)
_ENDS = frozenset(("par", "sect", "page"))


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read rich text; table cells are blocks of kind `cell`, footnotes and comments are notes at the end.

    Tracked insertions are in; deletions, hidden text, headers and footers are left out.
    """
    safety.check_kind(path, data, "rtf")
    source = data.decode("latin-1")
    walk = _Walk()
    if not walk.run(source, source.index("{")):
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name)
    writing = Writing()
    for piece in walk.body.end():
        writing.add(piece.text, piece.kind, parted_by=piece.parted_by, bold=piece.bold)
    for line in (line for note in walk.notes for line in note.said()):
        writing.add(line, "note")
    return FileReading(writing.text, writing.blocks, notes=tuple(walk.told()))


class _State(NamedTuple):
    """What holds within a group: where its text goes (nowhere: None), how it looks and how its bytes are read.

    `around` is where text last went: what shows text goes there again within what shows none.
    """

    flow: Flow | None
    around: Flow
    opened: str = ""
    font: str = ""
    skipped: int = 1
    bold: bool = False
    hidden: bool = False
    deleted: bool = False


@dataclass(slots=True)
class _Walk:
    """One pass over a file, writing as it goes."""

    body: Flow = field(default_factory=Flow)
    notes: list[Flow] = field(default_factory=list)
    heads: list[Flow] = field(default_factory=list)
    groups: list[_State] = field(default_factory=list)
    state: _State = field(init=False)
    bytes_read: list[str] = field(default_factory=list)
    to_skip: int = 0
    starred: bool = False
    code_page: str = "cp1252"
    default_font: str = ""
    defined_font: str = ""
    fonts: dict[str, str | None] = field(default_factory=dict)
    level: int = 9
    hidden: int = 0
    deleted: int = 0

    def __post_init__(self) -> None:
        self.state = _State(self.body, self.body)

    def run(self, source: str, at: int) -> bool:
        """Take in the group that opens at `at`; False where it is never closed."""
        opened = -1
        while found := _TOKEN.search(source, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "plain":
                self.plain(found[0])
            elif kind == "hex":
                self.plain(chr(int(found["hex"], 16)))
            elif kind is not None:
                self.flush()
                self.to_skip = 0
                if found[0] == "{":
                    self.groups.append(self.state)
                    opened = at
                elif found[0] == "}":
                    self.close()
                    if not self.groups:
                        return True
                elif found["word"] == "bin":
                    at += max(_number(found["number"]), 0)
                elif found["sign"]:
                    self.sign(found["sign"], at_start=found.start() == opened)
                else:
                    self.word(found["word"], found["number"])
        return False

    def plain(self, text: str) -> None:
        """Take in bytes as they stand, less those that say again what `\\u` said."""
        if self.to_skip:
            text, self.to_skip = text[self.to_skip :], max(self.to_skip - len(text), 0)
        if text and self.state.flow:
            self.bytes_read.append(text)

    def flush(self) -> None:
        """Write the bytes so far, all at once, as a character may take several."""
        if self.bytes_read:
            codec = self.fonts.get(self.state.font) or self.code_page
            text = "".join(self.bytes_read).encode("latin-1").decode(codec, "replace")
            self.bytes_read.clear()
            self.write(text)

    def write(self, text: str) -> None:
        """Write text where it goes, or count it where no reader sees it."""
        state = self.state
        if state.flow is None:
            return
        if state.deleted:
            self.deleted += len(text)
        elif state.hidden:
            self.hidden += len(text)
        else:
            state.flow.write(text, state.bold)

    def close(self) -> None:
        """End a group: what held in it holds no longer, and a text box stands after the paragraph it is in."""
        inner, self.state = self.state, self.groups.pop()
        if inner.opened == "shptxt" and self.state.opened != "shptxt" and inner.flow:
            self.state.around.boxes += inner.flow.end()

    def sign(self, sign: str, *, at_start: bool) -> None:
        """Take in a backslash with what is no letter."""
        if sign == "*":
            self.starred = at_start
        elif sign in "\r\n":
            self.word("par", None)
        elif sign in known.SIGNS:
            self.write(known.SIGNS[sign])

    def word(self, word: str, number: str | None) -> None:
        """Take in a control word."""
        starred, self.starred = self.starred, False
        if word in known.CHARACTERS:
            self.write(known.CHARACTERS[word])
        elif word == "u":
            self.write(_character(_number(number)))
            self.to_skip = self.state.skipped
        elif opens := _OPENS.get(word):
            opens(self, word)
        elif word in known.NO_TEXT or (starred and word not in known.FORMATS):
            self.state = self.state._replace(flow=None, opened=word)
        elif does := _DOES.get(word):
            does(self, _number(number, 1))
        elif word in known.CODE_PAGES:
            self.code_page = known.CODE_PAGES[word]
        elif flow := self.state.flow:
            self.layout(flow, word, _number(number, 1))

    def layout(self, flow: Flow, word: str, number: int) -> None:
        """Take in what ends paragraphs, cells and rows, or begins them."""
        if word in _ENDS:
            if word == "par" or flow.parts:
                flow.end_paragraph(heading=self.level < 9)
        elif word == "nestcell":
            flow.end_paragraph()
        elif word == "cell":
            flow.end_cell()
        elif word == "row":
            flow.end_row()
        elif word in ("trowd", "intbl"):
            flow.in_row = True
        elif word == "pard":
            flow.begin_paragraph()
            self.level = 9
        elif word == "outlinelevel":
            self.level = number

    def change(self, **what: object) -> None:
        """Let something hold from here to the end of the group."""
        self.state = self.state._replace(**what)  # type: ignore[arg-type]  # each is of its field's type

    def open_apart(self, flows: list[Flow]) -> None:
        """Let the text of the group run by itself."""
        flows.append(Flow())
        self.change(flow=flows[-1], around=flows[-1])

    def define(self, number: int, codec: str | None) -> None:
        """Say how the bytes of the font that is being defined are read."""
        if self.state.opened == "fonttbl":
            self.fonts[self.defined_font] = codec

    def use_font(self, number: int) -> None:
        """Choose a font; in the table of fonts, begin to define it."""
        if self.state.opened == "fonttbl":
            self.defined_font = str(number)
        else:
            self.change(font=str(number))

    def set_default_font(self, number: int) -> None:
        self.default_font = str(number)

    def set_code_page(self, number: int) -> None:
        self.code_page = known.of_code_page(number)

    def told(self) -> Iterator[Note]:
        """Yield what was left out."""
        heads = " · ".join(dict.fromkeys(line for head in self.heads for line in head.said()))
        if self.hidden:
            yield Note("Characters of hidden text that were left out: {count}.", {"count": self.hidden})
        if self.deleted:
            yield Note("Characters of deleted text that were left out: {count}.", {"count": self.deleted})
        if any(map(str.isalpha, heads)):
            yield Note("Running heads and feet were left out: “{heads}”.", {"heads": shorten(heads, 200)})


_DOES: dict[str, Callable[[_Walk, int], None]] = {
    "f": _Walk.use_font,
    "deff": _Walk.set_default_font,
    "ansicpg": _Walk.set_code_page,
    "fcharset": lambda walk, n: walk.define(n, known.of_charset(n)),
    "cpg": lambda walk, n: walk.define(n, known.of_code_page(n)),
    "uc": lambda walk, n: walk.change(skipped=max(n, 0)),
    "b": lambda walk, n: walk.change(bold=n != 0),
    "v": lambda walk, n: walk.change(hidden=n != 0),
    "deleted": lambda walk, n: walk.change(deleted=n != 0),
    "plain": lambda walk, n: walk.change(font=walk.default_font, bold=False, hidden=False, deleted=False),
}
_OPENS: dict[str, Callable[[_Walk, str], None]] = {
    **dict.fromkeys(known.NOTES, lambda walk, word: walk.open_apart(walk.notes)),
    **dict.fromkeys(known.HEADS, lambda walk, word: walk.open_apart(walk.heads)),
    "shptxt": lambda walk, word: walk.change(flow=Flow(), opened=word),
    "ud": lambda walk, word: walk.change(flow=walk.state.around, opened=word),
}


def _number(digits: str | None, otherwise: int = 0) -> int:
    """Return the number after a control word; one that is beyond all reason stays so without being computed."""
    return int(digits[:18]) if digits else otherwise


def _character(number: int) -> str:
    """Return the character of a code, which may be written as a negative number of 16 bits."""
    number += 0x10000 if -0x8000 <= number < 0 else 0
    return chr(number) if 0 <= number < 0x110000 else "\ufffd"
