"""Evidence: which openings of a text are speakers' marks: those of the style that the whole text supports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.importers.speaking import numbered_labels
from corpus.importers.speaking.labels_apart import Apart
from corpus.importers.speaking.openings import BRACKETS, BlockLine, MarkOpening
from corpus.importers.speaking.styles import Style

# Styles in the order in which they are believed where the evidence is the same.
_BELIEF = (*sorted(BRACKETS), ":", "stamp", "beside", "tab", "bold", "dash", *"|>·)", "alone", *"=.", "  ", " ")


class MarkEvidence(NamedTuple):
    """The openings that are marks, in order, and those that may be."""

    marks: list[MarkOpening]
    doubtful: list[MarkOpening]


def weigh(text: str, lines: Sequence[BlockLine], found: Iterable[MarkOpening]) -> MarkEvidence:
    """Choose the style of marks that the whole text supports, and the marks of other styles that agree with it."""
    styles: dict[str, list[MarkOpening]] = {}
    for opening in found:
        styles.setdefault(opening.style, []).append(opening)
    judged = [_kind(name)(text, lines, numbered_labels.alike(styles[name])) for name in _BELIEF if name in styles]
    judged.sort(key=lambda style: -len(style.marks))
    taken: dict[int, MarkOpening] = {}
    doubtful: list[MarkOpening] = []
    for style in judged:
        if taken:
            left = [opening for opening in style.openings if opening.line not in taken]
            style = type(style)(text, lines, left, frozenset(opening.label for opening in taken.values()))
        taken |= {opening.line: opening for opening in style.marks}
        doubtful += style.doubtful
    marks = sorted(taken.values(), key=lambda opening: opening.line)
    return MarkEvidence(
        marks, sorted({o.line: o for o in doubtful if o.line not in taken}.values(), key=lambda o: o.line)
    )


def _kind(name: str) -> type[Style]:
    return Apart if name in ("alone", "beside") else Style
