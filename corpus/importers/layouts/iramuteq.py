"""Corpora as IRaMuTeQ and Alceste read them: a line `**** *name_value …` begins a text and says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.drafts import Block
from corpus.importers import turns
from corpus.importers.reading import FileReading

_STARS = re.compile(r"^(?:\*{4}|\d{4})[ \t]+\*[^\n]*$", re.MULTILINE)
_VARIABLE = re.compile(r"\*(\S+)")
_THEME = re.compile(r"^-\*[ \t]*(\S[^\n]*)$", re.MULTILINE)


def texts(reading: FileReading) -> list[FileReading] | None:
    """Return each text of a corpus with its variables as attributes; None where the reading is no such corpus.

    Nothing may stand above the first line of stars. A line `-*theme` within a text is a heading.
    """
    stars = list(_STARS.finditer(reading.text))
    if not stars or reading.text[: stars[0].start()].strip():
        return None
    variables = [_variables(line[0]) for line in stars]
    if not all(variables):
        return None
    limits = [*(line.start() for line in stars[1:]), len(reading.text)]
    bodies = [reading.text[line.end() : limit].strip("\n") for line, limit in zip(stars, limits)]
    several = len(stars) > 1
    return [
        replace(
            reading,
            text=body,
            blocks=list(_blocks(body)),
            attributes={**reading.attributes, **found},
            part=str(number) if several else None,
            name=name if several else "",
        )
        for number, (body, found, name) in enumerate(zip(bodies, variables, _names(variables)), 1)
        if body.strip()
    ]


def _variables(line: str) -> dict[str, str]:
    """Return the variables of a line of stars: `*age_20_30` is `20_30` for `age`, `*pilot` is there or not.

    >>> _variables("**** *sex_F *age_20_30 *pilot")
    {'sex': 'F', 'age': '20_30', 'pilot': 'pilot'}
    """
    found: dict[str, str] = {}
    for variable in _VARIABLE.findall(line[4:]):
        name, _, value = variable.partition("_")
        if name:
            found[name] = "; ".join(filter(None, (found.get(name), value or name)))
    return found


def _names(variables: Sequence[Mapping[str, str]]) -> list[str]:
    """Return a name for each text: the value of the first variable that tells all apart, else its number."""
    for name in variables[0]:
        values = [each.get(name, "") for each in variables]
        if all(values) and len(set(values)) == len(values):
            return [f"{name} {value}" for value in values]
    return [str(number) for number in range(1, len(variables) + 1)]


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    for theme in _THEME.finditer(text):
        yield from _paragraphs(text, at, theme.start())
        yield Block(theme.start(1), theme.end(1), "heading")
        at = theme.end()
    yield from _paragraphs(text, at, len(text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    found = turns.paragraphs(text[start:end])
    return (replace(block, start=block.start + start, end=block.end + start) for block in found)
