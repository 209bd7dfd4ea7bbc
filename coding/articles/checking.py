"""The check of an article's quotations: each beside where it is from, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from coding import permits
from coding.articles.attributions import Slip, meant, slips
from coding.articles.matching import QuotationSource, sought
from coding.articles.quoted import LEAST, Quoted, within
from coding.articles.reading import Article
from coding.articles.sources import Sources, sources
from coding.moment.masks import ShownPerson
from coding.moment.moment import Moment
from corpus import words
from corpus.progress import Progress, silent

Kind = Literal[
    "not found", "altered", "not theirs", "nobody", "asked", "firm behind", "firm within", "named", "uncoded",
    "judged out", "set aside", "refused",
]  # fmt: skip
_UNSURE = 6  # words that agree, or nearly so, by which words without marks are a quotation


@dataclass(frozen=True, slots=True)
class ArticleFault:
    """What is wrong, with the values that its sentence names."""

    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation, its line or paragraph in the article, where it is from, and what is wrong with it."""

    quoted: Quoted
    number: int
    found: QuotationSource | None
    faults: tuple[ArticleFault, ...]
    withheld: bool = False


def check(moment: Moment, article: Article, progress: Progress = silent) -> list[Checked]:
    """Return every quotation of an article; a reference to what is printed is taken to be no participant's words.

    Words that nobody put in quotation marks are a quotation where they are somebody's. `withheld` says of the words
    of somebody who is not to be quoted that they are shown nowhere.
    """
    every, known, weighing = sources(moment), within(article.text), _Weighing(moment)
    found = list[Checked]()
    slipped: dict[Quoted, list[Slip]] = {}
    for slip in slips(moment, [one for one in known if one.sure and not one.of_literature]):
        slipped.setdefault(slip.quoted, []).append(slip)
    for done, one in enumerate(known):
        progress(done, len(known), article.name)
        places = _likely(every, one)
        if places or (one.sure and not one.of_literature):
            found.append(_checked(weighing, one, article.number(one.start), places, slipped.get(one, ())))
    return found


def _likely(every: Sources, one: Quoted) -> list[QuotationSource]:
    places = sought(every, one.words)
    if one.sure or not places:
        return places
    size = len(words.found(one.words))
    return places if size >= _UNSURE and 4 * places[0].differing <= size else []


def _checked(
    weighing: _Weighing, one: Quoted, number: int, places: list[QuotationSource], slipped: Iterable[Slip]
) -> Checked:
    told = meant(weighing.moment, one.attribution) if one.attribution and not one.of_literature else []
    place = next((each for each in places if weighing.people(each) & {who.key for who in told}), None)
    place = place or (places[0] if places else None)
    faults = [*_of_words(one, place), *weighing.of_voice(one, told, place), *_of_slips(slipped)]
    faults += weighing.of_names(one) if not any(fault.kind.startswith("firm") for fault in faults) else ()
    faults += weighing.of_place(place) if place else ()
    withheld = any(fault.kind == "refused" for fault in faults)
    return Checked(one, number, place, tuple(faults), withheld)


def _of_words(one: Quoted, place: QuotationSource | None) -> Iterator[ArticleFault]:
    if place is None:
        yield ArticleFault("not found")
    for change in place.changes if place else ():
        yield ArticleFault("altered", {"printed": change.printed, "said": change.said})


def _of_slips(slipped: Iterable[Slip]) -> Iterator[ArticleFault]:
    for slip in slipped:
        if slip.kind in ("firm behind", "firm within"):  # nobody is said with who speaks
            yield ArticleFault(slip.kind, {"firm": slip.firm})


@dataclass
class _Weighing:
    """What the study says of places, read once for many."""

    moment: Moment

    def people(self, place: QuotationSource) -> frozenset[int]:
        """Return whose words stand at a place."""
        return frozenset(self.moment.voices.heard(place.document, place.start, place.end).participants)

    def of_voice(self, one: Quoted, told: list[ShownPerson], place: QuotationSource | None) -> Iterator[ArticleFault]:
        """Yield what is wrong with who stands behind a quotation."""
        if place is None:
            return
        voice, mask = self.moment.voices.heard(place.document, place.start, place.end), self.moment.mask
        said_by = mask.names(voice.participants) or "; ".join(filter(None, map(mask.speaker, voice.speakers)))
        if not voice.answered:
            yield ArticleFault("asked", {"who": said_by})
        elif told and voice.participants and not {who.key for who in told} & set(voice.participants):
            yield ArticleFault("not theirs", {"named": one.attribution, "who": said_by})
        elif one.attribution and not told and not one.of_literature and one.sure:
            yield ArticleFault("nobody", {"named": one.attribution, "who": said_by})

    @cached_property
    def _masked(self) -> Moment:
        return self.moment.viewed(masking=True)

    def of_names(self, one: Quoted) -> Iterator[ArticleFault]:
        """Yield the names of confidential people, or of their firms, in a quotation and behind it."""
        for text in (one.words, one.attribution):
            for start, end, shown in self._masked.mask.hidden(text):
                yield ArticleFault("named", {"name": text[start:end], "who": shown})

    @cached_property
    def _refusing(self) -> frozenset[int]:
        known = permits.kept(self.moment.project)
        return frozenset(key for key, one in known.items() if one.answer("quotation") == "no")

    @cached_property
    def _bearing(self) -> frozenset[int]:
        """The codings that are evidence for a concept."""
        net = self.moment.net
        theory = [key for key, code in self.moment.codes.items() if code.cycle == 2]
        return frozenset(net.codings[net.bearing(theory), 0].tolist())

    @cached_property
    def _outside(self) -> frozenset[int]:
        return frozenset(one.code for one in self.moment.read.set_asides if one.framework is not None)

    def of_place(self, place: QuotationSource) -> Iterator[ArticleFault]:
        """Yield what the study says against quoting these words: by who said them, and by what became of them."""
        moment = self.moment
        refusing = self._refusing & permits.heard(moment, [(place.document, place.start, place.end)])
        if refusing:
            yield ArticleFault("refused", {"who": moment.mask.names(refusing)})
        table = moment.coded.codings
        on = table[(table[:, 1] == place.document) & (table[:, 3] < place.end) & (table[:, 4] > place.start)]
        if not len(on):
            yield ArticleFault("uncoded")
        elif not self._bearing.intersection(on[:, 0].tolist()):
            yield from self._put_away(on)

    def _put_away(self, on: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Iterator[ArticleFault]:
        """Yield why coded words are evidence for no concept, where somebody decided so."""
        moment, keys = self.moment, set(on[:, 0].tolist())
        out = [
            code
            for code, weighed in moment.net.judgements.items()
            if any(key in keys and one.verdict == "out" for key, one in weighed.items())
        ]
        aside = [code for code in dict.fromkeys(on[:, 2].tolist()) if code in self._outside]
        for kind, codes in (("judged out", out), ("set aside", aside)):
            if codes:
                named = ", ".join(moment.mask.text(moment.codes[code].label) for code in codes if code in moment.codes)
                yield ArticleFault(kind, {"codes": named})  # type: ignore[arg-type]  # one of the two


def of_quotations(found: Iterable[Checked]) -> list[Checked]:
    """Return those with which something is wrong."""
    return [one for one in found if one.faults]


__all__ = ["LEAST", "ArticleFault", "Checked", "Kind", "check", "of_quotations"]
