"""Who is said to have spoken behind quotations in print, and whether that gives away someone confidential.

A quotation breaks the word given to someone confidential where what stands behind it, or its own words, name the firm
of theirs; and one that no participant can have said is a slip of the pen, or a person who is missing from the table. A
table that prints the function of someone confidential beside what else is known of them breaks it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from coding.articles.quoted import Quoted, attributed
from coding.moment import shown
from coding.moment.coarsening import FUNCTION, called, chosen
from coding.moment.masks import ShownPerson
from coding.moment.moment import Moment
from coding.tables import verbatims
from corpus import words
from corpus.people.known import AttributeInfo
from corpus.people.organisations import EMPLOYER
from corpus.people.values import FALSE, TRUE

Kind = Literal["firm behind", "firm within", "nobody", "told"]
_LINE = re.compile(r"[^\n\t]*+\t[^\n]*+")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(
    r"(?:(?:participante?|interviewee?|interview|entretien|repondante?|respondent|[peri])\s?(?:n[o°]?\s?)?)?0{0,3}(\d{1,6})"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a quotation: `participant` is the confidential one, or the nearest where it is nobody's."""

    kind: Kind
    quoted: Quoted
    participant: int | None
    firm: str = ""


def selected(moment: Moment, codes: Iterable[int] | None = None) -> list[Quoted]:
    """Return the quotations that the table of selected verbatims prints, in this view."""
    rows = verbatims.table(moment, codes)
    return [Quoted(row.verbatim, row.attribution, row.place) for row in rows if row.selected]


def in_documents(moment: Moment) -> list[Quoted]:
    """Return the quotations within documents that are articles: in which someone known stands behind some words."""
    return [
        replace(one, place=(info.key, 0, 0))
        for info in shown.documents(moment)
        if (found := attributed(moment.text(info.key))) and any(meant(moment, one.attribution) for one in found)
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


def in_text(moment: Moment, text: str) -> list[Slip]:
    """Return what is wrong with the quotations of an article, and with the tables in it."""
    return [*slips(moment, attributed(text)), *of_tables(moment, text)]


def in_tables(moment: Moment) -> list[Slip]:
    """Return the lines of tables, in articles among the documents, that tell the function of someone confidential."""
    articles = dict.fromkeys(one.place[0] for one in in_documents(moment) if one.place is not None)
    return [
        replace(slip, quoted=replace(slip.quoted, place=(key, 0, 0)))
        for key in articles
        for slip in of_tables(moment, moment.text(key))
    ]


def of_tables(moment: Moment, text: str) -> list[Slip]:
    """Return the lines of an article's tables that tell the function of someone confidential beside something else.

    Of who may be meant are those of whom a line tells most; where some of them may be named and no cell of it says
    that they may not, nobody is told of.
    """
    found, told = list[Slip](), set[int]()
    for match in _LINE.finditer(text):
        cells = [one.strip() for one in match[0].split("\t")]
        people = [one for one in _in_line(moment, cells) if one.key not in told]
        if people and all(one.confidential for one in people):
            told.add(people[0].key)
            quoted = Quoted(" · ".join(filter(None, cells)), "", None, match.start(), match.end())
            found.append(Slip("told", quoted, people[0].key))
    return found


def _in_line(moment: Moment, cells: Sequence[str]) -> list[ShownPerson]:
    """Return whom a line of a table tells of by a function that is not to be shown, and something else."""
    plain = {words.folded(cell) for cell in cells if cell}
    if plain & FALSE:
        return []
    every = moment.mask.telling.of_name.values()
    about = {
        one.key: [info for info in every if words.folded(one.said(info.name)) in plain]
        for one in moment.people.values()
        if one.confidential or not plain & TRUE
    }
    closed = {key: infos for key, infos in about.items() if len(infos) > 1 and any(map(_closed, infos))}
    most = max(map(len, closed.values()), default=0)
    return [moment.people[key] for key, infos in closed.items() if len(infos) == most]


def _closed(info: AttributeInfo) -> bool:
    return called(info.name, FUNCTION) and chosen(info) != "show"


def _behind(moment: Moment, one: Quoted) -> Slip | None:
    """Return what is wrong with what stands behind a quotation."""
    for said in one.attribution.split(";"):
        people = meant(moment, said)
        if not people:
            return Slip("nobody", one, _nearest(moment, said))
        _, _, rest = said.strip().partition(",")
        firm = rest.strip()
        if firm and all(person.confidential and not _told(person, firm) for person in people):
            return Slip("firm behind", one, people[0].key, firm)
    return None


def meant(moment: Moment, attribution: str) -> list[ShownPerson]:
    """Return the participants who may be meant: by number, by name or what stands for it, or by function.

    Of several with one function those are, of whom what stands behind it is known.
    """
    said = words.folded(attribution).strip(" []")
    people = moment.people.values()
    named = [one for one in people if said in (words.folded(one.name), words.folded(one.shown).strip("[]"))]
    if not named and (number := _NUMBER.fullmatch(said)):
        return [one for one in people if one.number == int(number[1])]
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
