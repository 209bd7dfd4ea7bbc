"""What concepts rest on: the evidence table, what contradicts, and who supplies the quotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from coding import excerpts, permits
from coding.codebook import CodeInfo
from coding.excerpts import ExcerptInfo
from coding.exports import opening
from coding.exports.opening import Count, OpeningWords
from coding.exports.reports import Report, Section, as_sheet
from coding.exports.sheets import Cell, Sheet, apart
from coding.exports.verbatims import printed
from coding.moment import shown
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from coding.permits import Place
from coding.tables.coverage import Coverage, coverage, heard

_WORDS = {
    "fr": {
        "evidence": "Données à l’appui", "concept": "Concept", "code": "Code descriptif",
        "direct": "(codé directement)", "total": "(ensemble)", "against": "(contraires)",
        "whole": "Ensemble\u00a0: chaque segment et chaque personne une fois, quel que soit le nombre de codes.",
        "segments": "Segments codés", "people": "Participant·e·s", "quotations": "Verbatims", "of": "{n} sur {asked}",
        "framework": "Cadre théorique", "descriptive": "Codes descriptifs",
        "body": "Verbatims pour le corps du texte", "kept": "Les verbatims pour le corps du texte sont à part.",
        "once": "Un verbatim choisi pour plusieurs concepts n’est imprimé qu’une fois.",
        "asked": "Participant·e·s\u00a0: n sur N à qui la question a été posée.",
        "counter": "Cas contraires", "said_by": "Verbatim", "function": "Fonction",
        "balance": "Équilibre des verbatims", "person": "Participant·e", "printed": "Verbatims imprimés",
        "share": "Part (%)", "documents": "Documents", "none": "(personne de connu)",
        "most": "{people} personnes fournissent {n} des {total} verbatims.",
    },
    "en": {
        "evidence": "Evidence", "concept": "Concept", "code": "Descriptive code", "direct": "(coded directly)",
        "total": "(all)", "against": "(contrary)",
        "whole": "All: each segment and each person once, however many codes bring them.",
        "segments": "Coded segments", "people": "Participants", "quotations": "Quotations", "of": "{n} of {asked}",
        "framework": "Framework", "descriptive": "Descriptive codes",
        "body": "Quotations for the body of the text", "kept": "Quotations for the body of the text stand apart.",
        "once": "A quotation that was chosen for several concepts is printed once.",
        "asked": "Participants: n of N who were asked.",
        "counter": "Counter-cases", "said_by": "Quotation", "function": "Function",
        "balance": "Balance of quotations", "person": "Participant", "printed": "Quotations in print",
        "share": "Share (%)",
        "documents": "Documents", "none": "(nobody known)",
        "most": "{people} people supply {n} of the {total} quotations.",
    },
}  # fmt: skip
_MOST = 2  # people who are named as supplying the most


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def _report(moment: Moment, title: str, sections: Iterable[Section]) -> Report:
    return Report(_words(moment)[title], moment.language if moment.language in _WORDS else "en", tuple(sections))


class SupportSource(NamedTuple):
    """Where a part of the evidence for a concept comes from: a descriptive code, None for what was coded directly."""

    source: int | None
    spans: Ints


def supports(moment: Moment, concept: int) -> list[SupportSource]:
    """Return the evidence that counts for a concept, by where it comes from; what several bring is in each."""
    net = moment.net
    counted, direct = net.spans(concept), net.spans(concept, "direct")
    below = set(net.subtree(concept))
    sources = dict.fromkeys(link.source for link in moment.links if link.target in below)
    found = [SupportSource(source, np.intersect1d(counted, net.spans(source))) for source in sources]
    return [*([SupportSource(None, direct)] if len(direct) else []), *(one for one in found if len(one.spans))]


def chosen(moment: Moment, without: frozenset[int] = frozenset()) -> list[ExcerptInfo]:
    """Return the excerpts within the sets, but those in which people who are left out are heard."""
    return [
        one
        for one in moment.excerpts
        if shown.place(moment, *_place(one)) and not (without and without & permits.heard(moment, [_place(one)]))
    ]


def places(moment: Moment, without: frozenset[int] = frozenset()) -> list[Place]:
    """Return where the quotations of the evidence table stand."""
    return [_place(one) for one in chosen(moment, without)]


class _EvidenceTable:
    """The evidence table while it is made: no quotation is printed twice."""

    def __init__(self, moment: Moment, without: frozenset[int], *, body: bool = False) -> None:
        self.moment, self.words, self.body = moment, _words(moment), body
        every = chosen(moment, without)
        power = {_place(one) for one in every if one.purpose == "power"}
        self.left = [one for one in every if (_place(one) in power) is body]
        self.people, self.spans = heard(moment)
        first = moment.net.codings[moment.net.first]
        self.where = first[:, [1, 3, 4]]

    def rows(self, codes: Sequence[CodeInfo]) -> list[tuple[Cell, ...]]:
        found, mask = coverage(self.moment, codes), self.moment.mask
        rows: list[tuple[Cell, ...]] = []
        for code in codes:
            asked = _asked(found, code.key)
            for source, spans in supports(self.moment, code.key):
                own = self.moment.codes[source].label if source is not None else self.words["direct"]
                first = (mask.text(code.label), mask.text(own), *self._counted(code, spans, asked))
                rows += [(*first, words) for words in self._printed(code.key, source, spans) or [""] * (not self.body)]
            rows += [*self._total(code, asked), *self._against(code, asked)]
        return rows

    def _against(self, code: CodeInfo, asked: int) -> list[tuple[Cell, ...]]:
        """Return the line of what contradicts a concept, which counts nowhere else; none where nothing does."""
        net = self.moment.net
        spans = np.setdiff1d(net.every_span(code.key), net.spans(code.key))
        if self.body or not len(spans):
            return []
        return [(self.moment.mask.text(code.label), self.words["against"], *self._counted(code, spans, asked), "")]

    def _total(self, code: CodeInfo, asked: int) -> list[tuple[Cell, ...]]:
        """Return the line of all evidence for a concept, each segment once, where it comes from several codes."""
        if self.body or len(supports(self.moment, code.key)) < 2:
            return []
        label, spans = self.moment.mask.text(code.label), self.moment.net.spans(code.key)
        return [(label, self.words["total"], *self._counted(code, spans, asked), "")]

    def _counted(self, code: CodeInfo, spans: Ints, asked: int) -> tuple[Count, OpeningWords]:
        """Return how many segments there are, and how many participants of those who were asked are heard in them."""
        theirs = np.isin(self.spans, spans)
        number = len(np.unique(self.people[theirs]))
        said = self.words["of"].format(n=number, asked=max(asked, number))
        opens = (opening.of_code(self.moment, code.key, part) for part in (spans, np.unique(self.spans[theirs])))
        return Count(len(spans), next(opens)), OpeningWords(said, next(opens))

    def _printed(self, concept: int, source: int | None, spans: Ints) -> list[str]:
        """Print the excerpts of a concept, or of the code behind it, that are on these spans, and let go of them."""
        wanted = [one for one in self.left if one.code in (concept, source) and self._on(one, spans)]
        first = {_place(one): one for one in reversed(wanted)}
        self.left = [one for one in self.left if _place(one) not in first]
        return [_quoted(self.moment, one) for one in reversed(first.values())]

    def _on(self, one: ExcerptInfo, spans: Ints) -> bool:
        document, start, end = self.where[spans].T
        return bool(((document == one.document) & (start < one.end) & (end > one.start)).any())


def _place(one: ExcerptInfo) -> Place:
    return one.document, one.start, one.end


def _quoted(moment: Moment, one: ExcerptInfo) -> str:
    people = moment.voices.heard(one.document, one.start, one.end).participants
    words = moment.mask.text(excerpts.cut_from(moment.text(one.document), one))
    said = printed(words, moment.mask.attribution(people), moment.language)
    foreign = one.translation if moment.language != moment.known.language else ""
    return f"{said}\n{printed(moment.mask.text(foreign), '', moment.language)}" if foreign else said


def _asked(found: Coverage, concept: int) -> int:
    return sum(found.cells[concept, person].state != "not asked" for person in found.people)


def _divided(moment: Moment) -> list[tuple[str, list[CodeInfo]]]:
    """Return the codes of each framework with its title; where there is no framework, the descriptive codes."""
    codes = list(shown.codes(moment).values())
    if not moment.frameworks:
        return [(_words(moment)["descriptive"], codes)] if codes else []
    by = [(info.title, [one for one in codes if one.framework == info.framework]) for info in moment.frameworks]
    return [(title, found) for title, found in by if found]


def evidence(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return for each concept the codes it rests on, with segments, participants of those asked, and quotations.

    Those that are for the body of the text have tables of their own, and stand in no other.
    """
    words, sections = _words(moment), []
    columns = tuple(words[name] for name in ("concept", "code", "segments", "people", "quotations"))
    body, table = _EvidenceTable(moment, without, body=True), _EvidenceTable(moment, without)
    kept = f" {words['kept']}" if body.left else ""
    for made, caption in ((body, "body"), (table, "evidence")):
        for title, codes in _divided(moment) if made.left or made is table else ():
            whole = f" {words['whole']}" if made is table else ""
            notes = (f"{words['asked']} {words['once']}{kept}{whole}",)
            if rows := tuple(made.rows(codes)):
                sections.append(
                    Section("", (), columns, rows, caption=f"{words[caption]} – {title}", notes=notes, joined=4)
                )
    return _report(moment, "evidence", sections)


def evidence_sheet(moment: Moment, without: frozenset[int] = frozenset()) -> Sheet:
    """Return the same with the framework of each line."""
    return as_sheet(evidence(moment, without), _words(moment)["framework"])


def _against(moment: Moment, without: frozenset[int]) -> list[tuple[CodeInfo, Place]]:
    """Return of each code the words that contradict it."""
    found = []
    for code in shown.codes(moment).values():
        if all(weighed.stance != "contradicts" for weighed in moment.net.judgements.get(code.key, {}).values()):
            continue
        for item in moment.evidence(code.key):
            place = (item.document, item.start, item.end)
            if not item.counted and not (without and without & permits.heard(moment, [place])):
                found.append((code, place))
    return found


def counter_places(moment: Moment, without: frozenset[int] = frozenset()) -> list[Place]:
    """Return where the words stand that contradict a concept."""
    return [place for _, place in _against(moment, without)]


def counter(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return the words that contradict each concept, with who said them."""
    words, mask = _words(moment), moment.mask
    rows = []
    for code, (document, start, end) in _against(moment, without):
        people = moment.voices.heard(document, start, end).participants
        said = printed(mask.text(moment.text(document)[start:end]), mask.attribution(people), moment.language)
        rows.append(
            (
                mask.text(code.label),
                said,
                apart([mask.names(people)], moment.language),
                mask.document(moment.infos[document]),
            )
        )
    columns = tuple(words[name] for name in ("concept", "said_by", "person", "documents"))
    return _report(moment, "counter", [Section("", (), columns, tuple(rows), caption=words["counter"], joined=1)])


def balance(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return how many of the quotations in print each participant supplies, and of the coded segments."""
    words, mask = _words(moment), moment.mask
    printed_of: Counter[int | None] = Counter()
    taken = dict.fromkeys(places(moment, without))
    for place in taken:
        printed_of.update(moment.voices.heard(*place).participants or (None,))
    who, _ = heard(moment)
    coded, total = Counter(who.tolist()), len(taken)
    people = [key for key in shown.people(moment) if key not in without and (printed_of[key] or coded[key])]
    order = sorted(people, key=lambda key: (-printed_of[key], -coded[key]))
    shares = {key: _of_hundred(printed_of[key], total) for key in order}
    rows: list[tuple[Cell, ...]] = [
        (
            mask.person(key),
            mask.functions([key]),
            Count(printed_of[key], partial(_supplied, moment, key, without)),
            shares[key],
            Count(coded[key], opening.of_spans(moment, opening.of_person(moment, key).tolist())),
        )
        for key in order
    ]
    if printed_of[None]:
        rows.append((words["none"], "", printed_of[None], _of_hundred(printed_of[None], total), None))
    first = sum(printed_of[key] for key in order[:_MOST])
    said = words["most"].format(people=min(_MOST, len(order)), n=first, total=total)
    columns = (words["person"], words["function"], words["printed"], words["share"], words["segments"])
    notes = (said,) if total and len(order) > _MOST else ()
    return _report(moment, "balance", [Section("", (), columns, tuple(rows), caption=words["balance"], notes=notes)])


def _supplied(moment: Moment, person: int, without: frozenset[int]) -> list[EvidenceItem]:
    """Return the segments that the quotations of a participant are cut from."""
    found: dict[tuple[int, ...], EvidenceItem] = {}
    for one in chosen(moment, without):
        document, start, end = _place(one)
        if person in moment.voices.heard(document, start, end).participants:
            here = (item for item in moment.evidence(one.code) if item.document == document)
            found |= {item.codings: item for item in here if item.start < end and item.end > start}
    return list(found.values())


def _of_hundred(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
