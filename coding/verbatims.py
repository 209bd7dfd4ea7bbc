"""Verbatims: what was said, with who said it and what it speaks for; and the table of those selected for print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from coding import codebook, evidence, excerpts
from coding.confidential import EMPLOYER, FIRM_TYPE, FUNCTION, Mask
from coding.evidence import Item
from corpus import documents
from corpus.documents import DocumentInfo, PassageInfo
from corpus.project import Project


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A stretch of text with its context; `start`, `end` and `matches` are code points in the document."""

    document: int
    document_name: str
    start: int
    end: int
    text: str
    speaker: str
    role: str
    participants: tuple[str, ...]
    codes: tuple[int, ...]
    codings: tuple[int, ...] = ()
    coder: str = ""
    direct: bool = False
    linked: bool = False
    stance: str | None = None
    counted: bool = True
    passage: int | None = None
    number: int | None = None
    matches: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Context:
    """Documents and passages of a project, read once to place many spans."""

    project: Project
    documents: Mapping[int, DocumentInfo]
    passages: Mapping[int, tuple[list[int], list[PassageInfo]]]

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read documents and passages."""
        passages: dict[int, tuple[list[int], list[PassageInfo]]] = {}
        for passage in documents.passages(project):
            starts, found = passages.setdefault(passage.document, ([], []))
            starts.append(passage.start)
            found.append(passage)
        return cls(project, {d.key: d for d in documents.listed(project)}, passages)

    def passage_at(self, document: int, start: int, end: int) -> PassageInfo | None:
        """Return the first passage that the span touches."""
        starts, found = self.passages.get(document, ([], []))
        n = max(bisect_right(starts, start) - 1, 0)
        return next((p for p in found[n:] if p.end > start and p.start < max(end, start + 1)), None)

    def verbatim(self, item: Item) -> Verbatim:
        """Return a coded span with its words."""
        info = self.documents[item.document]
        passage = self.passage_at(item.document, item.start, item.end)
        return Verbatim(
            item.document, info.name, item.start, item.end,
            self.project.text(info.text_sha)[item.start : item.end],
            passage.speaker if passage else "", passage.role if passage else "", info.participants,
            item.codes, item.codings, item.coder, item.direct, item.linked, item.stance, item.counted,
            passage.key if passage else None, passage.number if passage else None,
        )  # fmt: skip


def of_items(project: Project, items: Iterable[Item]) -> list[Verbatim]:
    """Return coded spans with their words, in the order given."""
    context = Context.of(project)
    return [context.verbatim(item) for item in items]


def of_code(project: Project, code: int, *, ways: evidence.Ways = "both", coder: str | None = None) -> list[Verbatim]:
    """Return the evidence for a code with its words, in document order."""
    return of_items(project, evidence.of(project, code, evidence=ways, coder=coder))


COLUMNS = (
    "capability", "name", "definition", "verbatim", "attribution", "participant", "function", "company", "document",
    "start", "end", "basis", "selected", "translation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row for print; `selected` is false where a code has no excerpt and all its evidence stands."""

    capability: str
    name: str
    definition: str
    verbatim: str
    attribution: str
    participant: str
    function: str
    company: str
    document: str
    start: int
    end: int
    basis: str
    selected: bool
    translation: str

    def cells(self) -> tuple[str | int, ...]:
        """Return the values in the order of `COLUMNS`."""
        return tuple(
            ("yes" if value else "no") if isinstance(value, bool) else value
            for value in (getattr(self, column) for column in COLUMNS)
        )


def table(project: Project, codes: Iterable[int] | None = None, *, confidential: str = "mask") -> list[TableRow]:
    """Return the selected verbatims of each code, as an article prints them; default: every framework code.

    A code's excerpts stand in their order; a code without any shows its counted evidence. With `mask`, what would
    tell who a confidential participant is becomes `[participant 7]`.
    """
    mask = Mask.of(project, masking=confidential != "show")
    context = Context.of(project)
    net = evidence.net(project)
    chosen = excerpts.listed(project)
    wanted = None if codes is None else set(codes)
    rows: list[TableRow] = []
    for code in codebook.listed(project):
        if code.key not in wanted if wanted is not None else code.cycle == 1:
            continue
        mine = [e for e in chosen if e.code == code.key]
        items = [item for item in net.evidence(code.key) if item.counted]
        spans: list[tuple[int, int, int, str, str, bool, str]]
        if mine:
            spans = [
                (e.document, e.start, e.end, excerpts.printed(project, e), _basis(e.document, e.start, e.end, items),
                 True, e.translation)
                for e in mine
            ]  # fmt: skip
        else:
            spans = [
                (i.document, i.start, i.end, context.verbatim(i).text, "direct" if i.direct else "linked", False, "")
                for i in items
            ]
        for document, start, end, words, basis, selected, translation in spans:
            people = mask.by_document.get(document, ())
            hidden = any(mask.hides(person) for person in people)
            rows.append(
                TableRow(
                    code.code_key or code.name, code.name, code.definition, mask.text(words),
                    mask.attribution(people), mask.names(people),
                    "" if hidden else "; ".join(p.first(FUNCTION) for p in people if p.first(FUNCTION)),
                    "" if hidden else "; ".join(
                        firm for p in people if (firm := p.first(EMPLOYER) or p.first(FIRM_TYPE))
                    ),
                    mask.document(context.documents[document]), start, end, basis, selected, mask.text(translation),
                )
            )  # fmt: skip
    return rows


def _basis(document: int, start: int, end: int, items: list[Item]) -> str:
    inside = [i for i in items if i.document == document and i.start < end and i.end > start]
    if any(i.direct for i in inside):
        return "direct"
    return "linked" if inside else ""
