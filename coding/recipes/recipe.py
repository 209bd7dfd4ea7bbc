"""A recipe: what is to be made of a study, in what order, of whose codings, for whom and in which formats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from coding.tables.arranging import PLAIN, Shape
from coding.tables.saved_matrices import MatrixChoice

DOCUMENTS = ("docx", "html", "md")
TABLES = (*DOCUMENTS, "csv", "xlsx")
PICTURES = ("svg", "pdf", "png")
LANGUAGES = ("fr", "en")

Texts = Mapping[str, str]
"""What is said by language; "" is any."""
Names = Mapping[str, tuple[str, ...]]
"""Several names by language; "" is any."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is made: `table` is a report, `matrix` a kept one, `counted` another, `figure` a picture.

    `drawn` is what is chosen of a figure, as `figures.FigureChoice` calls it, a document by name. `codes` and
    `framework` say of which codes where it asks for them, `file` what its files are called, `formats` which ones
    (None: the recipe's).
    `title` and `note` take the place of its own title, and stand below it; `show` are the columns of its tables that
    are printed, in this order, and `heads` what the first of them are called.
    """

    table: str = ""
    matrix: str = ""
    counted: MatrixChoice | None = None
    figure: str = ""
    shape: Shape = PLAIN
    drawn: Mapping[str, Any] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    framework: str = ""
    title: Texts = field(default_factory=dict)
    note: Texts = field(default_factory=dict)
    show: Names = field(default_factory=dict)
    heads: Names = field(default_factory=dict)
    file: str = ""
    formats: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        """What it is, in a word that a file may be called by."""
        return self.file or self.table or self.figure or "matrix"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is made: `parts` in their order, as files of `formats`, and all of them as one document, `appendix`.

    `languages` are those of headings (none: the study's), `mask` hides who may not be named, `blind` those too who made
    the study, `human` and `reread` leave out what came from suggestions and what nobody read again, `coders` and
    `sets`, by name, say of whose codings, and within what. `leave_out` goes without those who did not agree. `text` is
    what it was read from, `wanted` which parts are made, by number (None: all).
    """

    name: str = ""
    title: Texts = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "csv", "svg")
    appendix: tuple[str, ...] = ("docx",)
    mask: bool = True
    blind: bool = False
    human: bool = False
    reread: bool = False
    leave_out: bool = False
    excel: bool = False
    coders: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    text: str = field(default="", compare=False)
    wanted: frozenset[int] | None = field(default=None, compare=False)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the parts that are made."""
        return [n for n in range(len(self.parts)) if self.wanted is None or n in self.wanted]

    def of_parts(self, keys: Collection[str]) -> Recipe:
        """Return the recipe with those of its parts alone that are called so; each keeps its place."""
        return replace(self, wanted=frozenset(n for n, part in enumerate(self.parts) if part.key in keys))


def said(texts: Texts, language: str) -> str:
    """Return what is said in a language, else in any; empty where nothing is."""
    return texts.get(language) or texts.get("") or next(iter(texts.values()), "")


def named(names: Names, language: str) -> tuple[str, ...]:
    """Return the names in a language, else in any; none where there are none."""
    return names.get(language) or names.get("") or next(iter(names.values()), ())
