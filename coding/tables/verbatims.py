"""Verbatims: what was said, with who said it and what it speaks for; and the table of those selected for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np

from coding import excerpts
from coding.excerpts import ExcerptInfo
from coding.moment import shown
from coding.moment.evidence import EvidenceItem, Net
from coding.moment.moment import Moment
from corpus.voices import INTERVIEWER, Voice, Voices


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


def verbatim(moment: Moment, item: EvidenceItem, *, matches: tuple[tuple[int, int], ...] = ()) -> Verbatim:
    """Return a stretch of text with its words and who says them."""
    place, voices = (item.document, item.start, item.end), moment.voices
    known: dict[tuple[int, int, int], _Speaking] = moment.keep("said", (voices,), dict)
    if place not in known:
        known[place] = _said(voices, item.document, voices.touched(*place))
    return _verbatim(moment, item, known[place], matches)


def in_passages(
    moment: Moment, item: EvidenceItem, passages: range, matches: tuple[tuple[int, int], ...] = ()
) -> Verbatim:
    """Return a stretch of text that touches these passages, given by number."""
    return _verbatim(moment, item, _said(moment.voices, item.document, passages), matches)


class _Speaking(NamedTuple):
    """Who says a stretch of text: its first passage by key and number, that one's speaker and role, and the people."""

    passage: int | None
    number: int | None
    speaker: str
    role: str
    people: tuple[int, ...]


def _said(voices: Voices, document: int, passages: range) -> _Speaking:
    people = voices.heard_in(document, passages).participants
    if not passages:
        return _Speaking(None, None, "", "", people)
    key, *_, speaker = voices.passages[passages[0]].tolist()
    info = voices.speakers.get(speaker)
    number = passages[0] - voices.runs[document][0] + 1
    return _Speaking(key, number, info.label if info else "", info.role if info else "", people)


def _verbatim(moment: Moment, item: EvidenceItem, said: _Speaking, matches: tuple[tuple[int, int], ...]) -> Verbatim:
    names = moment.voices.names
    return Verbatim(
        document=item.document,
        document_name=moment.infos[item.document].name,
        start=item.start,
        end=item.end,
        text=moment.text(item.document)[item.start : item.end],
        speaker=said.speaker,
        role=said.role,
        participants=tuple(names[one] for one in said.people),
        codes=item.codes,
        codings=item.codings,
        coder=item.coder,
        direct=item.direct,
        linked=item.linked,
        stance=item.stance,
        counted=item.counted,
        passage=said.passage,
        number=said.number,
        matches=matches,
        people=said.people,
        unread=item.unread,
        crossed=item.crossed,
    )


def of_items(moment: Moment, items: Iterable[EvidenceItem]) -> list[Verbatim]:
    """Return coded spans with their words, in the order given."""
    return [verbatim(moment, item) for item in items]


_SAID = {True: "yes", False: "no"}


class TableRow(NamedTuple):
    """One row for print; `selected` is false where a code has no excerpt and all its evidence stands, `reread` where
    a link proposed it and nobody had it before their eyes since.

    `place` is its document, start and end; `label` what print calls its code, and `framework` its framework's title,
    empty for a descriptive code; `purpose` is that of the excerpt, see `excerpts.PURPOSES`.
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
    purpose: str = ""

    def cells(self) -> tuple[str | int, ...]:
        """Return the values in the order of `COLUMNS`."""
        plain: Any = self
        return (*plain[:12], _SAID[self.selected], self.translation, _SAID[self.reread])


COLUMNS = TableRow._fields[:15]


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
    lines, text = list[_TableLine](), cache(moment.text)
    for key, code in shown.codes(moment).items():
        if code.cycle == 1 if wanted is None else key not in wanted:
            continue
        items = _counted(moment.net, key)
        lines += [_chosen(text(excerpt.document), key, excerpt, items) for excerpt in chosen.get(key, ())]
        lines += [_found(text(item.place[0]), key, item) for item in items if key not in chosen]
    return list(_rows(moment, lines))


class _Counted(NamedTuple):
    """A coded span that counts for a code: whether it was coded so itself, and whether it was read since."""

    place: tuple[int, int, int]
    direct: bool
    reread: bool


def _counted(net: Net, code: int) -> list[_Counted]:
    """Return the evidence that counts for a code: of thousands, faster than `Net.evidence`, which tells more."""
    spans = net.spans(code)
    direct, unread = np.zeros(len(net.first), bool), np.zeros(len(net.first), bool)
    direct[net.every_span(code, "direct")] = True
    unread[net.unread(code)] = True
    places = map(tuple, net.coded.places[spans].tolist())
    return list(map(_Counted, places, direct[spans].tolist(), (~unread[spans]).tolist()))


class _TableLine(NamedTuple):
    """What stands in a row: of which code, which words from where, what brought them in, whether they were chosen."""

    code: int
    place: tuple[int, int, int]
    words: str
    basis: str
    reread: bool
    selected: bool
    translation: str = ""
    purpose: str = ""


def _chosen(text: str, key: int, one: ExcerptInfo, items: list[_Counted]) -> _TableLine:
    behind = [i for i in items if i.place[0] == one.document and i.place[1] < one.end and i.place[2] > one.start]
    return _TableLine(
        key,
        (one.document, one.start, one.end),
        excerpts.cut_from(text, one),
        "direct" if any(i.direct for i in behind) else "linked" if behind else "",
        not behind or any(i.reread for i in behind),
        True,
        one.translation,
        one.purpose,
    )


def _found(text: str, key: int, item: _Counted) -> _TableLine:
    _, start, end = item.place
    return _TableLine(key, item.place, text[start:end], "direct" if item.direct else "linked", item.reread, False)


def _rows(moment: Moment, lines: Sequence[_TableLine]) -> Iterator[TableRow]:
    """Return the rows of lines; what is alike in many of them is masked once."""
    mask, voices = moment.mask, moment.voices
    of_code, of_document = cache(partial(_named, moment)), cache(lambda key: mask.document(moment.infos[key]))
    by, translated = cache(partial(_by, moment)), cache(mask.text)
    of_passages = cache(lambda document, passages: by(voices.heard_in(document, passages)))
    said = mask.texts([line.words for line in lines])
    for line, words, passages in zip(lines, said, _touched(moment, lines), strict=True):
        document, start, end = line.place
        short, name, definition, label, framework = of_code(line.code)
        attribution, names, functions, firms = of_passages(document, passages)
        yield TableRow(
            capability=short,
            name=name,
            definition=definition,
            verbatim=words,
            attribution=attribution,
            participant=names,
            function=functions,
            company=firms,
            document=of_document(document),
            start=start,
            end=end,
            basis=line.basis,
            selected=line.selected,
            translation=translated(line.translation),
            reread=line.reread,
            place=line.place,
            label=label,
            framework=framework,
            purpose=line.purpose,
        )


def _touched(moment: Moment, lines: Sequence[_TableLine]) -> Iterator[range]:
    """Return which passages each line touches."""
    places = np.array([line.place for line in lines], np.int64).reshape(-1, 3)
    order = np.argsort(places[:, 0], kind="stable")
    found = np.empty((len(lines), 2), np.int64)
    found[order] = moment.voices.touched_by(places[order])
    return (range(low, high) for low, high in found.tolist())


def _named(moment: Moment, key: int) -> tuple[str, str, str, str, str]:
    """Return a code as it is printed: its short name, name, definition and label, and the title of its framework."""
    code, text, title = moment.codes[key], moment.mask.text, moment.titles.get(moment.codes[key].framework or "", "")
    return code.code_key or text(code.name), text(code.name), text(code.definition), text(code.label), title


def _by(moment: Moment, voice: Voice) -> tuple[str, str, str, str]:
    """Return who speaks as it is printed: what stands behind the words, names, functions and firms."""
    mask, people, speakers = moment.mask, voice.participants, moment.voices.speakers
    heard = [key for key in voice.speakers if not voice.answered or speakers[key].role != INTERVIEWER]
    attribution = mask.attribution(people) or "; ".join(filter(None, map(mask.speaker, heard)))
    return attribution, mask.names(people), mask.functions(people), mask.firms(people)
