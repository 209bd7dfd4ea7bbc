"""An article read for its quotations: block quotes stand between `tex.OPEN` and `tex.CLOSE`, words as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coding.articles.tex import CLOSE, OPEN, plain
from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.writing import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMATS = (".docx", ".odt", ".tex", ".md", ".markdown", ".txt", ".rtf", ".doc", ".html", ".htm", ".pdf")
_WRITTEN = {".tex", ".md", ".markdown", ".txt"}
_QUOTING = ("quote", "intensequote", "citation", "blocktext", "blockquote", "quotations", "verbatim", "normalcentr")


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article; a place is told by `paragraphs` or, where it is written so, by lines."""

    name: str
    text: str
    paragraphs: bool

    def number(self, at: int) -> int:
        """Return the number of the line, or of the paragraph, that a place of the text is in."""
        before = self.text[: at + 1].split("\n")
        return sum(bool(line.strip(OPEN + CLOSE + " \t")) for line in before) if self.paragraphs else len(before)


def read(path: Path) -> Article:
    """Read an article in one of `FORMATS`; raises `ImportFailed`."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ImportFailed(
            path, "{name} can't be checked: save the article as .docx, .odt, .tex or .md.", name=path.name
        )
    return Article(path.name, _text(path, suffix), suffix not in _WRITTEN)


def _text(path: Path, suffix: str) -> str:
    if suffix in _WRITTEN:
        text = tidy(encodings.decode(path, safety.load(path)).text)
        return plain(text) if suffix == ".tex" else _quoted_lines(text)
    text = _imported(path)
    styled = _styled(path, suffix) if suffix in (".docx", ".odt") else frozenset()
    return "\n".join(f"{OPEN}{line}{CLOSE}" if _squeezed(line) in styled else line for line in text.split("\n"))


def _imported(path: Path) -> str:
    from corpus.importers.reader_process import Drafts

    with Drafts() as drafts:
        (first, *_) = drafts.read(path)
        if isinstance(first, ImportFailed):
            raise first
        return first.load().text


def _quoted_lines(text: str) -> str:
    """Return Markdown with each run of lines that begin with > as a block quote."""
    found, inside = [], False
    for line in text.split("\n"):
        quoted = line.lstrip().startswith(">")
        words = line.lstrip().lstrip("> ") if quoted else line
        found.append((CLOSE if inside and not quoted else "") + (OPEN if quoted and not inside else "") + words)
        inside = quoted
    return "\n".join(found) + (CLOSE if inside else "")


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _styled(path: Path, suffix: str) -> frozenset[str]:
    """Return the paragraphs of a Word or OpenDocument text whose style is one for quotations."""
    with safety.unzipped(path) as archive:
        if suffix == ".odt":
            names = [name for name in ("content.xml", "styles.xml") if name in archive.namelist()]
            return frozenset(_of_odt([safety.xml(path, safety.member(path, archive, name)) for name in names]))
        from corpus.importers.word_package import Package

        package = Package.of(path, archive)
        styles = next(map(package.xml, package.parts("styles")), None)
        return frozenset(_of_word(package.xml(package.main), styles))


def _of_word(body: _Element, styles: _Element | None) -> Iterable[str]:
    from corpus.importers.word_styles import child, local, value

    parents = {
        value(one, "styleId"): (value(child(one, "name")), value(child(one, "basedOn")))
        for one in (() if styles is None else styles)
    }
    for paragraph in body.iter("{*}p"):
        style = value(child(paragraph, "pPr", "pStyle"))
        if style and _quotes(style, parents):
            yield _squeezed("".join(one.text or "" for one in paragraph.iter("{*}t") if local(one.tag) == "t"))


def _of_odt(trees: Iterable[_Element]) -> Iterable[str]:
    from corpus.importers.odt_styles import value

    trees = list(trees)
    parents = {
        value(one, "name"): (value(one, "display-name"), value(one, "parent-style-name"))
        for tree in trees
        for one in tree.iter("{*}style")
    }
    for paragraph in trees[0].iter("{*}p"):
        if _quotes(value(paragraph, "style-name"), parents):
            yield _squeezed("".join(map(str, paragraph.itertext())))


def _quotes(style: str, parents: dict[str, tuple[str, str]]) -> bool:
    """Say whether a style, or one it is based on, is one for quotations by its name."""
    for _ in range(12):
        name, above = parents.get(style, ("", ""))
        plain_names = ("".join(filter(str.isalpha, one)).casefold() for one in (style, name) if one)
        if any(one.startswith(_QUOTING) for one in plain_names):
            return True
        if not above:
            return False
        style = above
    return False
