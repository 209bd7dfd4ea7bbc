"""The corpus as IRaMuTeQ and Alceste read it: a line of stars says what is known of who speaks, then their words.

Names have neither spaces nor accents nor signs; a star or an underscore of the text is no sign of the corpus, so that
stars become ∗ and underscores a space. A theme, `-*code`, stands before words that are coded so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coding import permits
from coding.exports import saving
from coding.moment import shown
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Leaving, Place, Terms
from corpus import words

_FIRST = "**** *id"
_ESCAPED = str.maketrans({"*": "∗", "_": " ", "’": "'", "\u00a0": " ", "\u202f": " ", "\t": " "})


def corpus(moment: Moment, *, themes: bool = False) -> str:
    """Return a text for each document and who speaks in it; with `themes` coded segments alone, under their code."""
    parts, number = list[str](), 0
    for places in _texts(moment):
        body = list(_themed(moment, places) if themes else _plain(moment, places))
        if body:
            number += 1
            parts += [_stars(moment, number, places[0]), *body, ""]
    return moment.makers.out("\n".join(parts))


def save(moment: Moment, path: Path, *, themes: bool = False, terms: Terms = AS_AGREED) -> int:
    """Write the corpus and return how many texts it has; raises `BeyondConsent`."""
    body = corpus(moment, themes=themes)
    permits.let(moment, "iramuteq", leaving(moment), terms)
    saving.written(path, body.encode())
    return body.count(_FIRST)


def leaving(moment: Moment) -> Leaving:
    """Return what leaves with the corpus: the words of everybody who speaks in it."""
    places = [place for text in _texts(moment) for place in text]
    return Leaving((), places, [info.key for info in shown.documents(moment)])


def _texts(moment: Moment) -> Iterator[list[Place]]:
    """Yield the passages of each document by the participants who say them, interviewers left out."""
    voices = moment.voices
    for info in shown.documents(moment):
        low, high = voices.runs.get(info.key, (0, 0))
        by_people: dict[tuple[int, ...], list[Place]] = {}
        for row, talks in zip(moment.passages[low:high].tolist(), moment.talks[low:high].tolist(), strict=True):
            if talks and shown.place(moment, info.key, row[2], row[3]):
                by_people.setdefault(voices.says(info.key, row[4]), []).append((info.key, row[2], row[3]))
        yield from by_people.values()


def _stars(moment: Moment, number: int, place: Place) -> str:
    """Return the line of stars of a text: its number, its document, and what is known of who says it."""
    known = {"id": f"{number:03}", "doc": moment.mask.document(moment.infos[place[0]])}
    people = moment.voices.heard(*place).participants
    if len(people) == 1:
        person = moment.people[people[0]]
        # The row of who may not be named would find them in the table of interviews.
        known["participant"] = person.shown if moment.mask.hides(person.key) else str(person.number)
        for name in person.attributes:
            known.setdefault(_name(name), moment.mask.told(person.key, name))
    return " ".join(["****", *(f"*{_name(name)}_{_name(value)}" for name, value in known.items() if _name(value))])


def _name(text: str) -> str:
    """Return a name as a corpus may have it: small letters and digits.

    >>> _name("Cheffe de rayon, été")
    'cheffederayonete'
    """
    return "".join(one for one in words.folded(text) if one.isascii() and one.isalnum())


def _said(moment: Moment, places: Iterable[Place]) -> list[str]:
    """Return the words of each place on one line a paragraph, masked, in which nothing is a sign of the corpus."""
    spoken = [moment.text(document)[start:end] for document, start, end in places]
    return [_on_lines(text.translate(_ESCAPED)) for text in moment.mask.texts(spoken)]


def _on_lines(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _plain(moment: Moment, places: Iterable[Place]) -> Iterator[str]:
    yield from filter(None, _said(moment, places))


def _themed(moment: Moment, places: Iterable[Place]) -> Iterator[str]:
    coded = moment.coded
    table = coded.codings[~coded.whole]
    found = list[tuple[int, Place]]()
    for document, start, end in places:
        on = table[(table[:, 1] == document) & (table[:, 3] < end) & (table[:, 4] > start)]
        for _, _, code, first, last, _ in on.tolist():
            if code in moment.codes:
                found.append((code, (document, max(first, start), min(last, end))))
    for (code, _), said in zip(found, _said(moment, (place for _, place in found)), strict=True):
        if said:
            yield f"-*{_name(moment.mask.text(moment.codes[code].label))}"
            yield said
