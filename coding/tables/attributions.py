"""Who is said to have spoken behind quotations in print, and whether that gives away someone confidential.

A quotation breaks the word given to someone confidential where what stands behind it, or its own words, name the firm
of theirs; and one that no participant can have said is a slip of the pen, or a person who is missing from the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from coding.moment import shown
from coding.moment.masks import ShownPerson
from coding.moment.moment import Moment
from coding.tables import verbatims
from corpus import words
from corpus.people.organisations import EMPLOYER

Kind = Literal["firm behind", "firm within", "nobody"]
_QUOTED = re.compile(
    r"(?:«[\s\u202f]*(?P<one>[^«»]+)»|“(?P<two>[^“”]+)”)[\s\u202f]*(?:\[(?P<in>[^\[\]\n]+)\]|\((?P<by>[^()\n]+)\))"
)
_LEAST = 3  # words of a quotation; fewer are a term in quotation marks
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words with what stands behind them; `place` is document, start and end where they are of the project."""

    words: str
    attribution: str
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a quotation: `participant` is the confidential one, or the nearest where it is nobody's."""

    kind: Kind
    quoted: Quoted
    participant: int | None
    firm: str = ""


def in_text(text: str) -> list[Quoted]:
    """Return the quotations of an article that somebody stands behind: `« … » [function, firm]`, or in parentheses."""
    found = []
    for match in _QUOTED.finditer(text):
        said, by = match["one"] or match["two"], match["in"] or match["by"]
        if len(_WORD.findall(said)) >= _LEAST and _WORD.search(by):
            found.append(Quoted(" ".join(said.split()), by.strip()))
    return found


def selected(moment: Moment, codes: Iterable[int] | None = None) -> list[Quoted]:
    """Return the quotations that the table of selected verbatims prints, in this view."""
    rows = verbatims.table(moment, codes)
    return [Quoted(row.verbatim, row.attribution, row.place) for row in rows if row.selected]


def in_documents(moment: Moment) -> list[Quoted]:
    """Return the quotations within documents that are articles: in which someone known stands behind some words."""
    return [
        replace(one, place=(info.key, 0, 0))
        for info in shown.documents(moment)
        if (found := in_text(moment.text(info.key))) and any(_meant(moment, one.attribution) for one in found)
        for one in found
    ]


def slips(moment: Moment, quoted: Sequence[Quoted]) -> list[Slip]:
    """Return what is wrong with these quotations, in their order."""
    behind = [_behind(moment, one) for one in quoted]
    firms = _firms(moment) | {_plain(one.firm): (one.participant, one.firm) for one in behind if one and one.firm}
    return [
        slip
        for one, slipped in zip(quoted, behind, strict=True)
        for slip in (*([slipped] if slipped else []), *_within(one, firms))
    ]


def _behind(moment: Moment, one: Quoted) -> Slip | None:
    """Return what is wrong with what stands behind a quotation."""
    for said in one.attribution.split(";"):
        meant = _meant(moment, said)
        if not meant:
            return Slip("nobody", one, _nearest(moment, said))
        _, _, rest = said.strip().partition(",")
        firm = rest.strip()
        if firm and all(person.confidential and not _told(person, firm) for person in meant):
            return Slip("firm behind", one, meant[0].key, firm)
    return None


def _meant(moment: Moment, attribution: str) -> list[ShownPerson]:
    """Return the participants who may be meant: by number, by name or what stands for it, or by function.

    Of several with one function those are, of whom what stands behind it is known.
    """
    said = words.folded(attribution).strip(" []")
    people = moment.people.values()
    if number := _NUMBER.fullmatch(said):
        return [one for one in people if one.number == int(number[0])]
    named = [one for one in people if said in (words.folded(one.name), words.folded(one.shown).strip("[]"))]
    function, _, rest = (part.strip() for part in said.partition(","))
    alike = [one for one in people if one.function and words.folded(one.function) == function]
    known = [one for one in alike if rest and (_told(one, rest) or rest in map(words.folded, _of(one)))]
    return named or known or alike


def _told(person: ShownPerson, said: str) -> bool:
    """Say whether words are an attribute of a participant that is no firm's name, such as of what type it is."""
    firms, plain = set(map(words.folded, _of(person))), words.folded(said)
    return plain in (words.folded(one) for one in person.attributes.values()) and plain not in firms


def _of(person: ShownPerson) -> list[str]:
    return [*person.values(EMPLOYER), *person.organisations]


def _nearest(moment: Moment, said: str) -> int | None:
    functions = {words.folded(one.function): one.key for one in moment.people.values() if one.function}
    near = get_close_matches(words.folded(said.partition(",")[0]).strip(" []"), functions, 1, 0.6)
    return functions[near[0]] if near else None


def _firms(moment: Moment) -> dict[str, tuple[int | None, str]]:
    """Return the firms of confidential participants by their plain names, with whose they are."""
    return {
        _plain(firm): (one.key, firm) for one in moment.people.values() if one.confidential for firm in _of(one) if firm
    }


def _within(one: Quoted, firms: dict[str, tuple[int | None, str]]) -> Iterator[Slip]:
    said = f" {_plain(one.words)} "
    for plain, (participant, firm) in firms.items():
        if plain and f" {plain} " in said:
            yield Slip("firm within", one, participant, firm)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(words.folded(text)))
