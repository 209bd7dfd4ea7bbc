"""Verbatims: what was said, with who said it and what it speaks for; and the table of those selected for print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from coding import excerpts
from coding.excerpts import ExcerptInfo
from coding.moment import shown
from coding.moment.evidence import Item
from coding.moment.moment import Moment
from corpus.voices import INTERVIEWER, Voices


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A stretch of text with its context; `start`, `end` and `matches` are code points in the document.

    `speaker` and `role` are those of its first passage; `people` are the keys of those who are heard in it, and
    `participants` their names.
    """

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
    people: tuple[int, ...] = ()
    unread: bool = False
    crossed: bool = False

    @property
    def basis(self) -> str:
        """By which ways it came in as evidence."""
        return " + ".join(way for way in ("direct", "linked", "crossed") if getattr(self, way))


def verbatim(moment: Moment, item: Item, *, matches: tuple[tuple[int, int], ...] = ()) -> Verbatim:
    """Return a stretch of text with its words and who says them."""
    place, voices = (item.document, item.start, item.end), moment.voices
    known: dict[tuple[int, int, int], _Said] = moment.keep("said", (voices,), dict)
    if place not in known:
        known[place] = _said(voices, item.document, voices.touched(*place))
    return _verbatim(moment, item, known[place], matches)


def in_passages(
    moment: Moment, item: Item, passages: range, matches: tuple[tuple[int, int], ...] = ()
) -> Verbatim:  # fmt: skip
    """Return a stretch of text that touches these passages, given by number."""
    return _verbatim(moment, item, _said(moment.voices, item.document, passages), matches)


class _Said(NamedTuple):
    """Who says a stretch of text: its first passage by key and number, that one's speaker and role, and the people."""

    passage: int | None
    number: int | None
    speaker: str
    role: str
    people: tuple[int, ...]


def _said(voices: Voices, document: int, passages: range) -> _Said:
    people = voices.heard_in(document, passages).participants
    if not passages:
        return _Said(None, None, "", "", people)
    key, *_, speaker = voices.passages[passages[0]].tolist()
    info = voices.speakers.get(speaker)
    number = passages[0] - voices.runs[document][0] + 1
    return _Said(key, number, info.label if info else "", info.role if info else "", people)


def _verbatim(moment: Moment, item: Item, said: _Said, matches: tuple[tuple[int, int], ...]) -> Verbatim:
    names = moment.voices.names
    return Verbatim(
        item.document, moment.infos[item.document].name, item.start, item.end,
        moment.text(item.document)[item.start : item.end], said.speaker, said.role,
        tuple(names[one] for one in said.people), item.codes, item.codings, item.coder, item.direct, item.linked,
        item.stance, item.counted, said.passage, said.number, matches, said.people, item.unread, item.crossed,
    )  # fmt: skip


def of_items(moment: Moment, items: Iterable[Item]) -> list[Verbatim]:
    """Return coded spans with their words, in the order given."""
    return [verbatim(moment, item) for item in items]


COLUMNS = (
    "capability", "name", "definition", "verbatim", "attribution", "participant", "function", "company", "document",
    "start", "end", "basis", "selected", "translation", "reread",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row for print; `selected` is false where a code has no excerpt and all its evidence stands, `reread` where
    a link proposed it and nobody had it before their eyes since.

    `place` is its document, start and end; `label` what print calls its code, and `framework` its framework's title,
    empty for a descriptive code.
    """

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
    reread: bool = True
    place: tuple[int, int, int] = (0, 0, 0)
    label: str = ""
    framework: str = ""

    def cells(self) -> tuple[str | int, ...]:
        """Return the values in the order of `COLUMNS`."""
        return tuple(
            ("yes" if value else "no") if isinstance(value, bool) else value
            for value in (getattr(self, column) for column in COLUMNS)
        )


def table(moment: Moment, codes: Iterable[int] | None = None) -> list[TableRow]:
    """Return the selected verbatims of each code, as an article prints them; default: every framework code.

    A code's excerpts stand in their order; a code without any shows its counted evidence. Where the view masks, what
    would tell who a confidential participant is becomes `[participant 7]`.
    """
    wanted = None if codes is None else set(codes)
    chosen: dict[int, list[ExcerptInfo]] = {}
    for excerpt in moment.excerpts:
        if shown.place(moment, excerpt.document, excerpt.start, excerpt.end):
            chosen.setdefault(excerpt.code, []).append(excerpt)
    rows: list[TableRow] = []
    for key, code in shown.codes(moment).items():
        if code.cycle == 1 if wanted is None else key not in wanted:
            continue
        items = [item for item in moment.evidence(key) if item.counted]
        for excerpt in chosen.get(key, ()):
            place = (excerpt.document, excerpt.start, excerpt.end)
            words = excerpts.cut_from(moment.text(excerpt.document), excerpt)
            rows.append(_row(moment, key, place, words, items, excerpt.translation, selected=True))
        for item in items if key not in chosen else ():
            words = moment.text(item.document)[item.start : item.end]
            place = (item.document, item.start, item.end)
            rows.append(_row(moment, key, place, words, [item], "", selected=False))
    return rows


def _row(
    moment: Moment, key: int, place: tuple[int, int, int], words: str, items: list[Item], translation: str, *,
    selected: bool,
) -> TableRow:  # fmt: skip
    document, start, end = place
    inside = [i for i in items if i.document == document and i.start < end and i.end > start]
    basis = "direct" if any(i.direct for i in inside) else "linked" if inside else ""
    code, mask, voice = moment.codes[key], moment.mask, moment.voices.heard(*place)
    people = voice.participants
    asking = [key for key in voice.speakers if moment.voices.speakers[key].role == INTERVIEWER]
    heard = [key for key in voice.speakers if not voice.answered or key not in asking]
    attribution = mask.attribution(people) or "; ".join(filter(None, map(mask.speaker, heard)))
    return TableRow(
        code.code_key or mask.text(code.name), mask.text(code.name), mask.text(code.definition), mask.text(words),
        attribution, mask.names(people), mask.functions(people), mask.firms(people),
        mask.document(moment.infos[document]), start, end, basis, selected, mask.text(translation),
        not inside or not all(i.unread for i in inside), place,
        mask.text(code.label), moment.titles.get(code.framework or "", ""),
    )  # fmt: skip
