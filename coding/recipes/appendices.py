"""All that a recipe makes as one document: a title, then every part in order, its tables numbered throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coding.exports.reports import Report, Section
from coding.recipes.parts import MadePart

_TITLE = {"fr": "Annexes", "en": "Appendix"}


def joined(parts: Sequence[MadePart], title: str, language: str, spelling: str) -> Report:
    """Return one report of parts that have something to say."""
    sections = [section for made in parts for section in _sections(made)]
    return Report(title or _TITLE.get(language, _TITLE["en"]), language, tuple(sections), spelling)


def _sections(made: MadePart) -> Iterator[Section]:
    own = [one for one in made.report.sections if one.rows or not one.columns]
    captions = {one.caption for one in own}
    if captions != {made.title} or len(own) > 1:  # else the caption says it
        yield Section(made.title, (), (), ())
    for section in own:
        yield replace(section, level=2)
