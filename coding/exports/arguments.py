"""The assertions of a study for print: all of them as a table, and each beside what bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coding.exports import opening
from coding.exports.opening import Count, OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet, apart
from coding.exports.verbatims import printed
from coding.moment.moment import Moment
from coding.tables.arguments import FOR, Argument, Borne, Place, arguments

_WORDS = {
    "fr": {
        "title": "Assertions", "assertion": "Assertion", "scope": "Portée", "concept": "Concept",
        "rivals": "Explications rivales", "supports": "Appuient", "nuances": "Nuancent",
        "contradicts": "Contredisent", "people": "Participant·e·s", "mind": "À noter", "of": "{n} sur {asked}",
        "stance": "Position", "said": "Verbatim", "reason": "Raison", "document": "Document", "number": "N°",
        "is supports": "appuie", "is nuances": "nuance", "is contradicts": "contredit",
        "to word": "à formuler", "no support": "rien ne l’appuie encore",
        "one person": "ne repose que sur une personne",
        "one document": "ne repose que sur un document", "unworded": "(à formuler) {concept}",
        "more against": "plus souvent contredite qu’appuyée",
        "colon": "{name}\u00a0: {said}",
        "note": "Segments qui appuient, nuancent ou contredisent chaque assertion. Participant·e·s\u00a0: entendu·e·s"
        " dans ce qui appuie ou nuance, sur N à qui la question a été posée.",
        "negative": "Cas contraires\u00a0: {people}",
    },
    "en": {
        "title": "Assertions", "assertion": "Assertion", "scope": "Scope", "concept": "Concept",
        "rivals": "Rival explanations", "supports": "Support", "nuances": "Nuance", "contradicts": "Contradict",
        "people": "Participants", "mind": "To mind", "of": "{n} of {asked}", "stance": "Stance", "said": "Quotation",
        "reason": "Reason", "document": "Document", "number": "No.",
        "is supports": "supports", "is nuances": "nuances", "is contradicts": "contradicts",
        "to word": "to be worded", "no support": "nothing supports it yet", "one person": "rests on one person alone",
        "one document": "rests on one document alone", "unworded": "(to be worded) {concept}",
        "more against": "more often contradicted than supported",
        "colon": "{name}: {said}",
        "note": "Segments that support, nuance or contradict each assertion. Participants: heard in what supports or"
        " nuances, of N who were asked.",
        "negative": "Counter-cases: {people}",
    },
}  # fmt: skip
COLUMNS = (
    "number", "assertion", "scope", "concept", "stance", "quotation", "reason", "participant", "document", "start",
    "end", "coders", "participants", "asked", "rivals", "warnings",
)  # fmt: skip


class _AssertionPage:
    """A table of assertions while it is made, in a language."""

    def __init__(self, moment: Moment, without: frozenset[int]) -> None:
        self.moment, self.mask = moment, moment.mask
        self.words = _WORDS.get(moment.language, _WORDS["en"])
        self.found = arguments(moment, without)

    def concept(self, one: Argument) -> str:
        code = self.moment.codes.get(one.info.code or 0)
        return self.mask.text(code.label) if code is not None else ""

    def claim(self, one: Argument) -> str:
        if one.info.text:
            return self.mask.text(one.info.text)
        return self.words["unworded"].format(concept=self.concept(one)).strip()

    def minded(self, one: Argument) -> str:
        return apart((self.words[warned] for warned in one.warnings), self.moment.language)

    def row(self, one: Argument) -> tuple[Cell, ...]:
        counts = (self.counted(one.of(stance)) for stance in ("supports", "nuances", "contradicts"))
        said, held = self.words["of"].format(n=len(one.people), asked=one.asked), self.counted(one.of(*FOR))
        people = OpeningWords(said, held.opens) if isinstance(held, Count) else said
        return (one.number, self.claim(one), self.concept(one), *counts, people, self.minded(one))

    def counted(self, borne: Sequence[Borne]) -> int:
        """Return how many segments bear on an assertion; they open where all of them are codings."""
        numbers = self.moment.span_numbers
        spans = sorted({numbers[key] for each in borne for key in each.codings})
        return Count(len(borne), opening.of_spans(self.moment, spans)) if all(b.codings for b in borne) else len(borne)

    def section(self, one: Argument) -> Section:
        """Return an assertion beside its quotations."""
        columns = tuple(self.words[name] for name in ("stance", "said", "reason", "document"))
        rows = tuple(
            (self.words[f"is {each.stance}"], self.quoted(each), self.mask.text(each.reason), self.document(each.place))
            for each in one.borne
        )
        heading = f"{one.number}. {self.claim(one)}"
        return Section(heading, tuple(self.paragraphs(one)), columns if rows else (), rows, joined=1)

    def paragraphs(self, one: Argument) -> Iterator[str]:
        said = {"scope": one.info.scope, "concept": self.concept(one), "rivals": one.info.rivals}
        for name, text in said.items():
            if text:
                yield self.words["colon"].format(name=self.words[name], said=self.mask.text(text))
        people = self.words["of"].format(n=len(one.people), asked=one.asked)
        yield self.words["colon"].format(name=self.words["people"], said=people)
        if one.against:
            yield self.words["negative"].format(people=apart([self.mask.names(one.against)], self.moment.language))
        if one.warnings:
            yield self.words["colon"].format(name=self.words["mind"], said=self.minded(one))

    def quoted(self, one: Borne) -> str:
        document, start, end = one.place
        if (start, end) == (0, self.moment.infos[document].characters):
            return self.document(one.place)
        words = self.mask.text(self.moment.text(document)[start:end])
        return printed(words, self.mask.attribution(one.people), self.moment.language)

    def document(self, place: Place) -> str:
        return self.mask.document(self.moment.infos[place[0]])


def report(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return the table of all assertions, and then each beside the words that bear on it."""
    page = _AssertionPage(moment, without)
    names = ("number", "assertion", "concept", "supports", "nuances", "contradicts", "people", "mind")
    columns = tuple(page.words[name] for name in names)
    rows = tuple(page.row(one) for one in page.found)
    table = Section("", (), columns, rows, caption=page.words["title"], notes=(page.words["note"],))
    language = moment.language if moment.language in _WORDS else "en"
    return Report(page.words["title"], language, (table, *map(page.section, page.found)) if rows else ())


def sheet(moment: Moment, without: frozenset[int] = frozenset()) -> Sheet:
    """Return a line for each segment that bears on an assertion, and one for an assertion on which none does."""
    page = _AssertionPage(moment, without)
    return Sheet("Assertions", COLUMNS, tuple(line for one in page.found for line in _lines(page, one)))


def _lines(page: _AssertionPage, one: Argument) -> Iterator[tuple[Cell, ...]]:
    mask = page.mask
    first = (one.number, page.claim(one), mask.text(one.info.scope), page.concept(one))
    last = (len(one.people), one.asked, mask.text(one.info.rivals), page.minded(one))
    for each in one.borne:
        document, start, end = each.place
        words = mask.text(page.moment.text(document)[start:end])
        yield (
            *first,
            each.stance,
            words,
            mask.text(each.reason),
            mask.names(each.people),
            page.document(each.place),
            start,
            end,
            "; ".join(each.coders),
            *last,
        )
    if not one.borne:
        yield (*first, "", "", "", "", "", None, None, "", *last)


def places(moment: Moment, without: frozenset[int] = frozenset()) -> list[Place]:
    """Return where the words stand that bear on assertions."""
    return [each.place for one in arguments(moment, without) for each in one.borne]
