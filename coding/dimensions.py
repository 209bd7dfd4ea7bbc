"""The ways of dividing a study into rows or columns: by document, participant, speaker, attribute, code or coder.

Everything is reduced to three orders of units: passages, coded spans and words, each numbered from 0 through the whole
project. A passage holds a run of words and a span covers a run of passages and of words, so a label's units are
ranges, and a cell is a join of two lists of ranges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import numpy as np
from sqlalchemy import func, select

from coding import codebook
from coding.evidence import Ints, Item, Net, Ways, net
from corpus import anchors, columns, documents, participants, words
from corpus.errors import WorkbenchError
from corpus.model import Attribute, AttributeValue, Framework, Participant, Participation, Passage, Speaker
from corpus.project import Project

Pairs = tuple[Ints, Ints]
NONE = "(none)"


@dataclass(frozen=True, slots=True)
class Label:
    """A row's or column's name; `key` is the row key of what it stands for, or an attribute's value, or None."""

    key: int | str | None
    name: str
    kind: str


@dataclass
class Source:
    """One moment of a project: its passages in order, its coded spans, and who is in what.

    `passages` is (n, 5) int64: key, document, start, end, speaker (0 for none), by document and position; `talks`
    (n,) marks those whose words count.
    """

    project: Project
    net: Net
    documents: list[documents.DocumentInfo]
    passages: Ints
    talks: np.ndarray
    participants: list[tuple[int, str]]
    participants_of: dict[int, list[int]]
    speakers: list[tuple[int, int, str, int | None]]
    where: Ints | None = field(default=None)

    @classmethod
    def of(
        cls,
        project: Project,
        *,
        coder: str | None = None,
        interviewer: bool = False,
        where: Mapping[str, str] | None = None,
    ) -> Self:
        """Read the project; `where` keeps the passages whose participant or document has those attributes."""
        with project.read() as session:
            people = session.execute(
                select(Participant.id, Participant.name).order_by(Participant.position, Participant.id)
            ).all()
            of_document: dict[int, list[int]] = {}
            for document, participant in session.execute(
                select(Participation.document_id, Participation.participant_id).order_by(Participation.id)
            ):
                of_document.setdefault(document, []).append(participant)
            speakers = session.execute(
                select(Speaker.id, Speaker.document_id, Speaker.label, Speaker.participant_id, Speaker.role)
                .order_by(Speaker.id)
            ).all()  # fmt: skip
            query = select(
                Passage.id, Passage.document_id, Passage.start, Passage.end, func.coalesce(Passage.speaker_id, 0),
                Passage.position,
            )  # fmt: skip
            rows = columns.read(session, query)
        table = rows[np.lexsort((rows[:, 5], rows[:, 1])), :5]
        silent = [] if interviewer else [row.id for row in speakers if row.role == "interviewer"]
        made = cls(
            project, net(project, coder=coder), documents.listed(project), table, ~np.isin(table[:, 4], silent),
            [(row.id, row.name) for row in people], of_document,
            [(row.id, row.document_id, row.label, row.participant_id) for row in speakers],
        )  # fmt: skip
        if where:
            kept = [made._having(name, value) for name, value in where.items()]
            made.where = np.flatnonzero(np.logical_and.reduce(kept))
        return made

    def _having(self, name: str, value: str) -> np.ndarray:
        by, kind = attribute(self, name), _values(self, name)[1]
        sought = words.folded(self.settled(value, kind))
        wanted = [n for n, label in enumerate(by.labels) if words.folded(label.name) == sought]
        mask = np.zeros(len(self.passages), bool)
        labels, units = by.by_passage
        mask[units[np.isin(labels, wanted)]] = True
        return mask

    def settled(self, value: str, kind: str) -> str:
        """Return `value` as the study keeps one of that type: yes, Oui and 1 are one."""
        return participants.settled(value, kind, self.project.info().language)

    @cached_property
    def runs(self) -> dict[int, tuple[int, int]]:
        """Document → the range of its passages."""
        found, starts, sizes = np.unique(self.passages[:, 1], return_index=True, return_counts=True)
        return {int(d): (int(s), int(s + n)) for d, s, n in zip(found, starts, sizes, strict=True)}

    def _ranges(self, begins: Mapping[int, tuple[int, Ints, Ints]]) -> Ints:
        """Return (spans, 2): the range of units each coded span touches; `begins` has first number, starts, ends."""
        coded = self.net.codings[self.net.first]
        found = np.zeros((len(coded), 2), np.int64)
        keys, firsts, sizes = np.unique(coded[:, 1], return_index=True, return_counts=True)
        for document, at, size in zip(keys.tolist(), firsts.tolist(), sizes.tolist(), strict=True):
            if document in begins:
                first, starts, ends = begins[document]
                rows = slice(at, at + size)
                found[rows] = anchors.overlapped_many(starts, ends, coded[rows, 3], coded[rows, 4]) + first
        return found

    @cached_property
    def item_passages(self) -> Ints:
        """Return (spans, 2): the range of passages each coded span covers."""
        return self._ranges(
            {d: (low, self.passages[low:high, 2], self.passages[low:high, 3]) for d, (low, high) in self.runs.items()}
        )

    @cached_property
    def _words(self) -> tuple[Ints, dict[int, tuple[int, Ints, Ints]]]:
        """Return (passages, 2) ranges of words, and by document the first word's number, starts and ends."""
        ranges = np.zeros((len(self.passages), 2), np.int64)
        by_document: dict[int, tuple[int, Ints, Ints]] = {}
        total = 0
        for info in self.documents:
            low, high = self.runs.get(info.key, (0, 0))
            if low == high:
                continue
            found = words.spans(self.project.text(info.text_sha))
            owner = np.searchsorted(self.passages[low:high, 2], found[:, 0], "right") - 1
            inside = (owner >= 0) & (found[:, 0] < self.passages[low:high, 3][owner]) & self.talks[low:high][owner]
            found, owner = found[inside], owner[inside]
            ranges[low:high, 0] = total + np.searchsorted(owner, np.arange(high - low), "left")
            ranges[low:high, 1] = total + np.searchsorted(owner, np.arange(high - low), "right")
            by_document[info.key] = total, found[:, 0], found[:, 1]
            total += len(found)
        return ranges, by_document

    @property
    def passage_words(self) -> Ints:
        """Return (passages, 2): the range of counted words in each passage; none in the interviewer's turns."""
        return self._words[0]

    @cached_property
    def item_words(self) -> Ints:
        """Return (spans, 2): the range of counted words each coded span touches."""
        return self._ranges(self._words[1])

    def admits(self, span: int) -> bool:
        """Say whether a coded span covers a passage that `where` keeps."""
        return self.where is None or bool(np.isin(np.arange(*self.item_passages[span]), self.where).any())

    def people_of(self, document: int, speaker: int) -> list[int]:
        """Return whose words they are: the speaker's participant, else those of the document."""
        tied = self._tied.get(speaker)
        return [tied] if tied is not None else self.participants_of.get(document, [])

    @cached_property
    def _tied(self) -> dict[int, int]:
        return {key: participant for key, _, _, participant in self.speakers if participant is not None}


@dataclass
class Dimension:
    """Labels and their units.

    A source's units are whole passages: `by_passage` is (label numbers, passage numbers), each pair once and ordered
    by passage. A code's or coder's are what its spans cover: `coded` is (label numbers, span numbers). `codes` are the
    keys of the labels that have evidence.
    """

    kind: str
    labels: tuple[Label, ...]
    source: Source
    by_passage: Pairs = field(default_factory=lambda: (np.zeros(0, np.int64), np.zeros(0, np.int64)))
    of_document: Mapping[int, list[int]] = field(default_factory=dict)
    coded: Pairs | None = None
    codes: tuple[int, ...] = ()
    ways: Ways = "both"

    @cached_property
    def by_item(self) -> Pairs:
        """Return (label numbers, span numbers): a span belongs where the passages it covers do, else its document."""
        if self.coded is not None:
            return self.coded
        ranges = self.source.item_passages
        span, passage = spread(np.arange(len(ranges)), ranges)
        pair, place = matches(self.by_passage[1], passage)
        bare = np.flatnonzero(ranges[:, 0] == ranges[:, 1])
        coded = self.source.net.codings[self.source.net.first]
        rest = [(label, int(n)) for n in bare for label in self.of_document.get(int(coded[n, 1]), ())]
        table = np.array(rest, np.int64).reshape(-1, 2)
        return once((
            np.concatenate([self.by_passage[0][place], table[:, 0]]), np.concatenate([span[pair], table[:, 1]])
        ))  # fmt: skip

    def units(self, unit: str) -> Pairs:
        """Return label and unit numbers for `passage`, `item` or `word`, within `where`, ordered by unit."""
        if unit == "item":
            labels, items = self.by_item
            if self.source.where is None:
                return labels, items
            mask = np.array([self.source.admits(int(n)) for n in items], bool)
            return labels[mask], items[mask]
        if self.coded is not None:
            labels, items = self.coded
            ranges = self.source.item_passages if unit == "passage" else self.source.item_words
            return once(self._kept(spread(labels, ranges[items]), unit))
        labels, numbers = self.by_passage
        if unit == "passage":
            return self._kept((labels, numbers), unit)
        return once(self._kept(spread(labels, self.source.passage_words[numbers]), unit))

    def _kept(self, pairs: Pairs, unit: str) -> Pairs:
        allowed = self.source.where
        if allowed is None:
            return pairs
        if unit == "word":
            _, allowed = spread(allowed, self.source.passage_words[allowed])
        mask = np.isin(pairs[1], allowed)
        return pairs[0][mask], pairs[1][mask]

    def seen(self, label: int) -> dict[int, Item]:
        """Return the spans of one label by number, as they came in as evidence where the label is a code."""
        if not self.codes:
            labels, items = self.units("item")
            found = items[labels == label].tolist()
            return dict(zip(found, self.source.net.every(found), strict=True))
        read = self.source.net
        numbers = {int(key): int(n) for key, n in zip(read.codings[:, 0], read.span, strict=True)}
        evidence = {numbers[item.codings[0]]: item for item in read.evidence(self.codes[label], self.ways)}
        return {n: item for n, item in evidence.items() if self.source.admits(n)}


def once(pairs: Pairs) -> Pairs:
    """Return each pair once, ordered by unit and then by label."""
    labels, units = pairs
    if not len(labels):
        return labels, units
    width = int(labels.max()) + 1
    joined = columns.distinct(np.sort(units * width + labels))
    return joined % width, joined // width


def spread(labels: Ints, ranges: Ints) -> Pairs:
    """Return a pair for every unit of every range: `labels` (n,), `ranges` (n, 2)."""
    sizes = ranges[:, 1] - ranges[:, 0]
    ends = np.cumsum(sizes)
    units = np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.int64)
    units += np.repeat(ranges[:, 0] - (ends - sizes), sizes)
    return np.repeat(labels, sizes), units


def matches(ordered: Ints, wanted: Ints) -> Pairs:
    """Return the numbers in `wanted` and in `ordered` (sorted) of every two that are equal."""
    ranges = np.stack([np.searchsorted(ordered, wanted, "left"), np.searchsorted(ordered, wanted, "right")], axis=1)
    return spread(np.arange(len(wanted)), ranges)


def _pairs(found: Iterable[tuple[int, int]]) -> Pairs:
    table = np.array(list(found), np.int64).reshape(-1, 2)
    return once((table[:, 0], table[:, 1]))


def _divided(
    source: Source, kind: str, labels: list[Label], place: Mapping[tuple[int, int], list[int]],
    of_document: Mapping[int, list[int]],
) -> Dimension:  # fmt: skip
    """Return a dimension of passages; `place` gives the labels of each (document, speaker)."""
    pairs = _pairs(
        (label, n)
        for n, who in enumerate(zip(source.passages[:, 1].tolist(), source.passages[:, 4].tolist(), strict=True))
        for label in place[who]
    )
    return Dimension(kind, tuple(labels), source, pairs, of_document)


def _voices(source: Source) -> list[tuple[int, int]]:
    """Return every (document, speaker) that has a passage; the speaker is 0 where there is none."""
    return [(int(d), int(s)) for d, s in np.unique(source.passages[:, [1, 4]], axis=0)]


def by_documents(source: Source) -> Dimension:
    """Divide by document."""
    place = {document.key: [n] for n, document in enumerate(source.documents)}
    labels = [Label(d.key, d.name, "document") for d in source.documents]
    return _divided(source, "documents", labels, {who: place[who[0]] for who in _voices(source)}, place)


def by_participants(source: Source) -> Dimension:
    """Divide by participant; what has none stands in a last label `(none)`, so that totals agree."""
    place = {key: n for n, (key, _) in enumerate(source.participants)}
    labels = [Label(key, name, "participant") for key, name in source.participants] + [Label(None, NONE, "participant")]
    none = [len(place)]
    voices = {who: [place[key] for key in source.people_of(*who)] or none for who in _voices(source)}
    whole = {d.key: [place[key] for key in source.participants_of.get(d.key, [])] or none for d in source.documents}
    return _divided(source, "participants", labels, voices, whole)


def by_speakers(source: Source) -> Dimension:
    """Divide by speaker of a document; what has none stands in `(none)`, if there is any."""
    names = {document.key: document.name for document in source.documents}
    order = {document.key: n for n, document in enumerate(source.documents)}
    speakers = sorted(source.speakers, key=lambda s: (order[s[1]], s[0]))
    place = {speaker[0]: [n] for n, speaker in enumerate(speakers)}
    labels = [Label(key, f"{names[document]} · {label}", "speaker") for key, document, label, _ in speakers]
    voices = {who: place.get(who[1], [len(place)]) for who in _voices(source)}
    if [len(place)] in voices.values():
        labels.append(Label(None, NONE, "speaker"))
    return _divided(source, "speakers", labels, voices, {})


def _values(source: Source, name: str) -> tuple[str, str, list[tuple[int | None, int | None, str]]]:
    """Return an attribute's name, its type, and (participant, document, value) of each that has one."""
    with source.project.read() as session:
        known = session.scalars(select(Attribute)).all()
        named = [one for one in known if words.folded(one.name) == words.folded(name)]
        if not named and words.folded(name) in map(words.folded, participants.CONFIDENTIAL):
            flags = session.execute(select(Participant.id, Participant.confidential))
            return (
                name,
                "boolean",
                [(key, None, source.settled("yes" if flag else "no", "boolean")) for key, flag in flags],
            )
        if not named:
            raise WorkbenchError(
                "No attribute is called {name}; there are: {known}.",
                name=name, known=", ".join(sorted({one.name for one in known})) or NONE,
            )  # fmt: skip
        query = select(AttributeValue.participant_id, AttributeValue.document_id, AttributeValue.value)
        rows = session.execute(
            query.where(AttributeValue.attribute_id.in_([one.id for one in named])).order_by(AttributeValue.id)
        )
        return named[0].name, named[0].type, [(p, d, v) for p, d, v in rows]


def attribute(source: Source, name: str) -> Dimension:
    """Divide by the values of an attribute of participants or documents; what has no value stands in `(none)`."""
    attribute_name, _, rows = _values(source, name)
    shown: dict[str, str] = {}
    for _, _, value in rows:
        shown.setdefault(words.folded(value.strip()), value.strip())
    order = sorted(value for value in shown if value)
    place = {value: n for n, value in enumerate(order)}
    labels = [Label(shown[v], shown[v], "attribute") for v in order] + [Label(None, NONE, "attribute")]
    folded = [(p, d, place.get(words.folded(value.strip()))) for p, d, value in rows]
    of_participant = {p: n for p, _, n in folded if p is not None and n is not None}
    of_document = {d: n for _, d, n in folded if d is not None and n is not None}

    def found(people: list[int], document: int) -> list[int]:
        values = sorted({of_participant[p] for p in people if p in of_participant})
        return values or [of_document.get(document, len(place))]

    voices = {who: found(source.people_of(*who), who[0]) for who in _voices(source)}
    whole = {d.key: found(source.participants_of.get(d.key, []), d.key) for d in source.documents}
    return _divided(source, f"attribute:{attribute_name}", labels, voices, whole)


def by_codes(source: Source, framework: str | None, ways: Ways) -> Dimension:
    """Divide by the codes of the inductive codebook, or of a framework, each with its evidence."""
    kind = "codes" if framework is None else f"framework:{framework}"
    if framework is not None:
        with source.project.read() as session:
            known = [row.key for row in session.execute(select(Framework.key))]
        if framework not in known:
            raise WorkbenchError(
                "The project has no framework {key}; it has: {known}.", key=framework, known=", ".join(known) or NONE
            )
    codes = [code for code in codebook.listed(source.project) if code.framework == framework]
    spans = [source.net.spans(code.key, ways) for code in codes]
    numbers = np.repeat(np.arange(len(spans)), [len(found) for found in spans])
    pairs = once((numbers, np.concatenate([np.zeros(0, np.int64), *spans])))
    labels = tuple(Label(code.key, code.path if framework is None else code.label, "code") for code in codes)
    return Dimension(kind, labels, source, coded=pairs, codes=tuple(code.key for code in codes), ways=ways)


def by_coders(source: Source) -> Dimension:
    """Divide by who coded."""
    who = source.net.codings[source.net.first, 5]
    names = sorted(source.net.coders[key] for key in set(who.tolist()))
    place = {key: names.index(name) for key, name in source.net.coders.items() if name in names}
    pairs = _pairs((place[key], n) for n, key in enumerate(who.tolist()))
    return Dimension("coders", tuple(Label(n, n, "coder") for n in names), source, coded=pairs)


def dimension(source: Source, name: str, ways: Ways) -> Dimension:
    """Return the dimension called `name` on the command line."""
    kind, _, rest = name.partition(":")
    if kind == "framework" and rest:
        return by_codes(source, rest, ways)
    if kind == "attribute" and rest:
        return attribute(source, rest)
    simple = {"documents": by_documents, "participants": by_participants, "speakers": by_speakers, "coders": by_coders}
    if name == "codes":
        return by_codes(source, None, ways)
    if name in simple:
        return simple[name](source)
    raise WorkbenchError(
        "{name} is no way to divide a study; say documents, participants, speakers, codes, framework:KEY, "
        "attribute:NAME or coders.", name=name,
    )  # fmt: skip
