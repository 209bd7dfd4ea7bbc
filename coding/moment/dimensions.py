"""The ways of dividing a study into rows or columns: by document, participant, organisation, speaker, attribute, code,
coder or question of the guide.

Everything is reduced to three orders of units: passages, coded spans and words, each numbered from 0 through the whole
project. A passage holds a run of words and a span covers a run of passages and of words, so a label's units are
ranges, and a cell is a join of two lists of ranges.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from coding.guide import tallies
from coding.guide.answers import Who, answers
from coding.moment import shown
from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, matches, once, spread
from coding.moment.rows import Ints
from corpus import words
from corpus.errors import MatrixError
from corpus.people import participants, values
from corpus.people.known import AttributeInfo, KnownValue
from corpus.people.organisations import above
from corpus.voices import INTERVIEWER

NONE = "(none)"
_ORGANISATIONS = ("organisation", "organisations", "organization", "organizations")
SETS: Mapping[str, tuple[str, ...]] = {
    "sets": ("documents", "participants"),
    "sets:documents": ("documents",),
    "sets:participants": ("participants",),
    "sets:codes": ("codes",),
}
"""The ways of dividing by sets, and what the sets of each hold."""


@dataclass(frozen=True, slots=True)
class Label:
    """A row's or column's name; `key` is the row key of what it stands for, or an attribute's value, or None."""

    key: int | str | None
    name: str
    kind: str


@dataclass
class Dimension:
    """Labels and their units.

    A source's units are whole passages: `by_passage` is (label numbers, passage numbers), each pair once and ordered
    by passage. A code's or coder's are what its spans cover: `coded` is (label numbers, span numbers). `codes` are the
    keys of the labels that have evidence. `nobody` is the label of what is nobody's, which a span has only where it has
    no other. `asked` says of each question who was asked it, see `answers.Who`.
    """

    kind: str
    labels: tuple[Label, ...]
    moment: Moment
    by_passage: Pairs = field(default_factory=lambda: (np.zeros(0, np.int64), np.zeros(0, np.int64)))
    of_document: Mapping[int, list[int]] = field(default_factory=dict)
    coded: Pairs | None = None
    codes: tuple[int, ...] = ()
    ways: Ways = "both"
    nobody: int | None = None
    asked: tuple[frozenset[Who], ...] | None = None

    @cached_property
    def by_item(self) -> Pairs:
        """Return (label numbers, span numbers): a span belongs where the passages it covers do, else its document."""
        if self.coded is not None:
            return self.coded
        ranges = self.moment.item_passages
        span, passage = spread(np.arange(len(ranges)), ranges)
        pair, place = matches(self.by_passage[1], passage)
        bare = np.flatnonzero(ranges[:, 0] == ranges[:, 1])
        coded = self.moment.net.codings[self.moment.net.first]
        rest = [(label, int(n)) for n in bare for label in self.of_document.get(int(coded[n, 1]), ())]
        table = np.array(rest, np.int64).reshape(-1, 2)
        labels, spans = once(
            (np.concatenate([self.by_passage[0][place], table[:, 0]]), np.concatenate([span[pair], table[:, 1]]))
        )
        said = np.zeros(len(ranges), bool)
        said[spans[labels != self.nobody]] = True
        kept = (labels != self.nobody) | ~said[spans]
        return labels[kept], spans[kept]

    def units(self, unit: str) -> Pairs:
        """Return label and unit numbers for `passage`, `item` or `word`, among those asked for, ordered by unit."""
        if unit == "item":
            return _kept(self.by_item, admitted(self.moment))
        if self.coded is not None:
            labels, items = self.coded
            ranges = self.moment.item_passages if unit == "passage" else self.moment.item_words
            return once(_kept(spread(labels, ranges[items]), self._asked(unit)))
        labels, numbers = self.by_passage
        if unit == "passage":
            return _kept((labels, numbers), self._asked(unit))
        return once(_kept(spread(labels, self.moment.passage_words[numbers]), self._asked(unit)))

    def _asked(self, unit: str) -> np.ndarray | None:
        """Return which passages, or words, are asked for: bool[units]; None for all."""
        passages = asked(self.moment)
        if passages is None or unit == "passage":
            return passages
        ranges = self.moment.passage_words
        mask = np.zeros(int(ranges.max(initial=0)), bool)
        mask[spread(np.flatnonzero(passages), ranges[passages])[1]] = True
        return mask

    def seen(self, label: int) -> dict[int, EvidenceItem]:
        """Return the spans of one label by number, as they came in as evidence where the label is a code."""
        if not self.codes:
            labels, items = self.units("item")
            found = items[labels == label].tolist()
            return dict(zip(found, self.moment.net.every(found), strict=True))
        numbers, kept = self.moment.span_numbers, admitted(self.moment)
        found = {numbers[item.codings[0]]: item for item in self.moment.evidence(self.codes[label], self.ways)}
        return found if kept is None else {n: item for n, item in found.items() if kept[n]}

    def unread(self, label: int) -> Ints:
        """Return the numbers of the spans that count for a code, and that nobody read since they were proposed."""
        return self.moment.net.unread(self.codes[label], self.ways)


def _pairs(found: Iterable[tuple[int, int]]) -> Pairs:
    table = np.array(list(found), np.int64).reshape(-1, 2)
    return once((table[:, 0], table[:, 1]))


def _kept(pairs: Pairs, mask: np.ndarray | None) -> Pairs:
    """Return the pairs whose unit is one of `mask`, bool[units]; all for None."""
    return pairs if mask is None else (pairs[0][mask[pairs[1]]], pairs[1][mask[pairs[1]]])


def asked(moment: Moment) -> np.ndarray | None:
    """Return which passages are of the participants or documents that a view asks for: bool[passages]; None for all."""
    found = [mask for mask in (_described(moment), _standing(moment)) if mask is not None]
    return np.asarray(np.logical_and.reduce(found), bool) if found else None


def _standing(moment: Moment) -> np.ndarray | None:
    """Return which passages are in the documents, and of the participants, of the sets that a view asks for."""
    kept = [("documents", moment.scope.documents), ("participants", moment.scope.participants)]
    masks = [of_set(moment, kind, keys) for kind, keys in kept if keys is not None]
    return np.asarray(np.logical_and.reduce(masks), bool) if masks else None


def _described(moment: Moment) -> np.ndarray | None:
    """Return which passages are of those who have the attributes that a view asks for."""
    if not moment.where:
        return None
    plain = moment.viewed(where=None, within=(), masking=False)
    inputs = (moment.voices, moment.known, moment.belongings, moment.where)
    return moment.keep("asked", inputs, lambda: _asked(plain, moment.where))


def _asked(moment: Moment, where: Iterable[tuple[str, str]]) -> np.ndarray:
    found = np.ones(len(moment.passages), bool)
    for name, value in where:
        by, wanted = by_name(moment, name, value)
        labels, units = by.by_passage
        one = np.zeros(len(found), bool)
        one[units[np.isin(labels, wanted)]] = True
        found &= one
    return found


def admitted(moment: Moment) -> np.ndarray | None:
    """Return which coded spans touch a passage that the view asks for by attributes: bool[spans]; None for all.

    Others than those within its sets are not in its net at all.
    """
    passages = _described(moment)
    if passages is None:
        return None
    spans, units = spread(np.arange(len(moment.item_passages)), moment.item_passages)
    mask = np.zeros(len(moment.item_passages), bool)
    mask[spans[passages[units]]] = True
    return mask


def _divided(
    moment: Moment,
    kind: str,
    labels: list[Label],
    place: Callable[[int, int], Sequence[int]],
    of_document: Callable[[int], Sequence[int]],
) -> Dimension:
    """Return a dimension of passages; `place` gives the labels of a speaker of a document, `of_document` of a whole."""
    turns = np.unique(moment.passages[:, [1, 4]], axis=0).tolist()
    width = int(moment.passages[:, 4].max(initial=0)) + 1
    who = moment.passages[:, 1] * width + moment.passages[:, 4]
    number = np.searchsorted([document * width + speaker for document, speaker in turns], who)
    places = [place(document, speaker) for document, speaker in turns]
    sizes = np.array([len(one) for one in places], np.int64)
    flat = np.array([label for one in places for label in one], np.int64)
    first = np.cumsum(sizes) - sizes
    units, at = spread(np.arange(len(number)), np.stack([first[number], first[number] + sizes[number]], axis=1))
    whole = {info.key: list(of_document(info.key)) for info in moment.documents}
    nobody = next((n for n, label in enumerate(labels) if label.key is None), None)
    return Dimension(kind, tuple(labels), moment, once((flat[at], units)), whole, nobody=nobody)


def by_documents(moment: Moment) -> Dimension:
    """Divide by document."""
    listed = shown.documents(moment)
    place = {info.key: [n] for n, info in enumerate(listed)}
    labels = [Label(info.key, moment.mask.document(info), "document") for info in listed]
    return _divided(
        moment, "documents", labels, lambda document, _: place.get(document, ()), lambda key: place.get(key, ())
    )


def by_participants(moment: Moment) -> Dimension:
    """Divide by whose words they are; those of nobody who is known stand in a last label `(none)`: totals agree."""
    voices = moment.voices
    place = {key: n for n, key in enumerate(shown.people(moment))}
    labels = [Label(key, moment.mask.person(key), "participant") for key in place] + [Label(None, NONE, "participant")]

    def found(document: int, speaker: int) -> list[int]:
        people = voices.says(document, speaker)
        return [place[key] for key in people if key in place] if people else [len(place)]

    return _divided(moment, "participants", labels, found, lambda document: found(document, 0))


def by_organisations(moment: Moment) -> Dimension:
    """Divide by organisation, each with its parts; what is of none stands in a last label `(none)`."""
    belongings = moment.belongings
    place = {key: n for n, key in enumerate(belongings.infos)}
    labels = [Label(key, moment.mask.organisation(key), "organisation") for key in place]
    labels.append(Label(None, NONE, "organisation"))

    def found(document: int, speaker: int) -> list[int]:
        mine = belongings.of(document, moment.voices.says(document, speaker))
        whole = {place[key] for one in mine for key in above(belongings.infos, one)}
        return sorted(whole) or [len(place)]

    return _divided(moment, "organisations", labels, found, lambda document: found(document, 0))


def by_respondents(moment: Moment) -> Dimension:
    """Divide by who is heard: participants, else the speakers who are tied to none, else documents without a speaker.

    An interviewer's words are nobody's.
    """
    voices = moment.voices
    labels: dict[tuple[str, int], int] = {}

    def place(document: int, speaker: int) -> list[int]:
        if speaker in voices.speakers and voices.speakers[speaker].role == INTERVIEWER:
            return []
        who = [("participant", key) for key in voices.says(document, speaker)]
        who = who or [("speaker", speaker) if speaker else ("document", document)]
        return [labels.setdefault(one, len(labels)) for one in who]

    found = _divided(moment, "respondents", [], place, lambda document: place(document, 0))
    found.labels = tuple(Label(key, str(key), kind) for kind, key in labels)
    return found


def by_speakers(moment: Moment) -> Dimension:
    """Divide by speaker of a document; what has none stands in `(none)`, if there is any."""
    voices, mask = moment.voices, moment.mask
    order = {info.key: n for n, info in enumerate(moment.documents)}
    every = voices.speakers.values()
    heard = [info for info in every if shown.within(moment, info.document, voices.says(info.document, info.key))]
    speakers = sorted(heard, key=lambda info: (order[info.document], info.key))
    place = {info.key: [n] for n, info in enumerate(speakers)}
    labels = [
        Label(info.key, f"{mask.document(moment.infos[info.document])} · {mask.speaker(info.key)}", "speaker")
        for info in speakers
    ]
    none = [len(labels)]
    if (moment.passages[:, 4] == 0).any():
        labels.append(Label(None, NONE, "speaker"))
    return _divided(
        moment, "speakers", labels, lambda _, speaker: place.get(speaker, () if speaker else none), lambda _: ()
    )


def by_name(moment: Moment, name: str, value: str) -> tuple[Dimension, list[int]]:
    """Return the division that `name=value` asks for, by organisation or by an attribute, and the labels it means.

    `organisation` means the organisations where the study has any. Names, labels and values are taken without case and
    accents, and a choice by its label, too.
    """
    if moment.belongings.infos and words.folded(name) in _ORGANISATIONS:
        by, sought = by_organisations(moment), words.folded(value)
        return by, [n for n, label in enumerate(by.labels) if words.folded(label.name) == sought]
    by, sought = attribute(moment.viewed(masking=False), name), words.folded(moment.known.settled(value, name))
    said = [label.name if label.key is None else str(label.key) for label in by.labels]
    return by, [n for n, one in enumerate(said) if words.folded(one) == sought]


def _values(moment: Moment, name: str) -> tuple[AttributeInfo, list[KnownValue]]:
    """Return an attribute, and the values that are given of it."""
    known = moment.known
    named = known.called(name)
    if not named and words.folded(name) in map(words.folded, participants.CONFIDENTIAL):
        said = {flag: values.settled("yes" if flag else "no", "boolean", known.language) for flag in (True, False)}
        secret = AttributeInfo(0, name, "boolean", "participant", 0)
        return secret, [KnownValue(0, key, None, None, said[flag]) for key, flag in known.secret.items()]
    if not named:
        raise MatrixError(
            "No attribute is called {name}; there are: {known}.",
            name=name,
            known=", ".join(sorted({one.name for one in known.attributes})) or NONE,
        )
    keys = {one.key for one in named}
    return named[0], [one for one in known.values if one.attribute in keys]


def attribute(moment: Moment, name: str) -> Dimension:
    """Divide by the values of an attribute, in the order of its type; what has no value stands in `(none)`.

    An ordered choice has all of its choices. What is said of the participant who speaks counts before what is of the
    document, and that before what is of organisations.
    """
    info, rows = _values(moment, name)
    rows = moment.mask.known(rows)
    spelt: dict[str, str] = {}
    for value in (*(one.value.strip() for one in rows), *_every(info)):
        spelt.setdefault(words.folded(value), value)
    order = sorted(
        (plain for plain in spelt if plain), key=lambda plain: info.rank(info.shown(spelt[plain], moment.language))
    )
    place = {value: n for n, value in enumerate(order)}
    labels = [
        Label(spelt[v], moment.mask.value(info.name, info.shown(spelt[v], moment.language)), "attribute") for v in order
    ]
    labels.append(Label(None, NONE, "attribute"))
    filled = [(one, place[plain]) for one in rows if (plain := words.folded(one.value.strip()))]
    of_participant = {one.participant: n for one, n in filled if one.participant is not None}
    of_document = {one.document: n for one, n in filled if one.document is not None}
    of_organisation = {one.organisation: n for one, n in filled if one.organisation is not None}
    infos = moment.belongings.infos

    def found(document: int, speaker: int) -> list[int]:
        people = moment.voices.says(document, speaker)
        values = {of_participant[p] for p in people if p in of_participant}
        values = values or ({of_document[document]} if document in of_document else set())
        if not values and of_organisation:
            nearest = (above(infos, key) for key in moment.belongings.of(document, people))
            mine = (next((key for key in line if key in of_organisation), None) for line in nearest)
            values = {of_organisation[key] for key in mine if key is not None}
        return sorted(values) or [len(place)]

    return _divided(moment, f"attribute:{info.name}", labels, found, lambda document: found(document, 0))


def _every(info: AttributeInfo) -> list[str]:
    return [one.value for one in info.choices] if info.type == "ordered" else []


def by_codes(moment: Moment, framework: str | None, ways: Ways) -> Dimension:
    """Divide by the codes of the inductive codebook, or of a framework, each with its evidence."""
    known = [one.framework for one in moment.frameworks]
    if framework is not None and framework not in known:
        raise MatrixError(
            "The project has no framework {key}; it has: {known}.", key=framework, known=", ".join(known) or NONE
        )
    kind = "codes" if framework is None else f"framework:{framework}"
    return of_codes(
        moment, kind, [key for key, code in shown.codes(moment).items() if code.framework == framework], ways
    )


def of_codes(moment: Moment, kind: str, codes: Sequence[int], ways: Ways) -> Dimension:
    """Divide by these codes, each with the evidence that counts for it."""
    spans = [moment.net.spans(code, ways) for code in codes]
    numbers = np.repeat(np.arange(len(spans)), [len(found) for found in spans])
    pairs = once((numbers, np.concatenate([np.zeros(0, np.int64), *spans])))
    labels = tuple(Label(key, moment.mask.text(_said(moment, key, kind)), "code") for key in codes)
    return Dimension(kind, labels, moment, coded=pairs, codes=tuple(codes), ways=ways)


def _said(moment: Moment, code: int, kind: str) -> str:
    return moment.codes[code].path if kind == "codes" else moment.codes[code].label


def by_sets(moment: Moment, kinds: Collection[str], ways: Ways) -> Dimension:
    """Divide by the sets of documents and of participants, or by those of codes; what is in several is in each."""
    listed = [one for one in moment.sets.values() if one.kind in kinds]
    labels = tuple(Label(one.info.uid, moment.mask.text(one.info.name), "set") for one in listed)
    if "codes" in kinds:
        spans = [_spans(moment, one.members, ways) for one in listed]
        numbers = np.repeat(np.arange(len(spans)), [len(found) for found in spans])
        pairs = once((numbers, np.concatenate([np.zeros(0, np.int64), *spans])))
        return Dimension("sets:codes", labels, moment, coded=pairs)
    masks = [of_set(moment, one.kind, one.members) for one in listed]
    units = [np.flatnonzero(mask) for mask in masks]
    numbers = np.repeat(np.arange(len(units)), [len(found) for found in units])
    whole = {
        info.key: [n for n, one in enumerate(listed) if one.kind == "documents" and info.key in one.members]
        for info in moment.documents
    }
    pairs = once((numbers, np.concatenate([np.zeros(0, np.int64), *units])))
    return Dimension("sets", labels, moment, pairs, whole)


def _spans(moment: Moment, codes: Iterable[int], ways: Ways) -> Ints:
    return np.concatenate([np.zeros(0, np.int64), *(moment.net.spans(code, ways) for code in codes)])


def of_set(moment: Moment, kind: str, keys: Iterable[int]) -> np.ndarray:
    """Return which passages are in these documents, or of these participants, as `kind` says: bool[passages]."""
    if kind == "documents":
        return np.asarray(np.isin(moment.passages[:, 1], list(keys)))
    who, passages = moment.said
    mask = np.zeros(len(moment.passages), bool)
    mask[passages[np.isin(who, list(keys))]] = True
    return mask


def by_coders(moment: Moment) -> Dimension:
    """Divide by who coded."""
    net = moment.net
    who = net.codings[net.first, 5]
    names = sorted({net.coders[key] for key in set(who.tolist())}, key=moment.makers.text)
    place = {key: names.index(name) for key, name in net.coders.items() if name in names}
    pairs = _pairs((place[key], n) for n, key in enumerate(who.tolist()))
    return Dimension("coders", tuple(Label(n, moment.makers.text(n), "coder") for n in names), moment, coded=pairs)


def by_questions(moment: Moment, kind: str = "questions") -> Dimension:
    """Divide by the answers to the questions of the newest version of the guide, or by its `topics`.

    What answers none, the interviewer's words among it, stands in a last label `(none)`.
    """
    found = answers(moment)
    names = {one.key: f"{one.number} {one.text}" if kind == "questions" else one.topic for one in found.questions}
    place = {name: n for n, name in enumerate(dict.fromkeys(filter(None, names.values())))}
    held = [one for one in found.questions if names[one.key]]
    pairs = {
        (place[names[one.key]], piece.passage)
        for one in held
        for who in found.rows
        for piece in found.answer(who, one).pieces
    }
    rest = set(range(len(moment.passages))) - {passage for _, passage in pairs}
    who: list[frozenset[Who]] = [frozenset() for _ in range(len(place) + 1)]
    for one in held:
        who[place[names[one.key]]] |= _heard(moment, tallies.asked(found, one))
    labels = [Label(name, moment.mask.text(name), kind) for name in place] + [Label(None, NONE, kind)]
    by_passage = _pairs([*pairs, *((len(place), passage) for passage in rest)])
    whole = {info.key: [len(place)] for info in moment.documents}
    return Dimension(kind, tuple(labels), moment, by_passage, whole, nobody=len(place), asked=tuple(who))


def _heard(moment: Moment, who: frozenset[Who]) -> frozenset[Who]:
    """Return of these respondents those whom the view asks for."""
    if asked(moment) is None:
        return who
    people = by_respondents(moment)
    heard = {people.labels[n] for n in set(people.units("passage")[0].tolist())}
    return who & {(label.kind, label.key) for label in heard}
