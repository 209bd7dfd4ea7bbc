"""Coding many places at once, as one change: what a search, speakers or headings point to, proposed and thinned first.

What is coded so is marked as made by itself (`auto`) until somebody has it before their eyes, see `coding.readings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from coding import codebook, codings
from coding.codebook import codes
from coding.codebook.names import clean_name
from coding.guide.interviews import headings
from coding.moment.moment import Moment
from corpus import anchors
from corpus.anchors import Anchor
from corpus.store.project import Project
from corpus.words import folded


@dataclass(frozen=True, slots=True)
class ProposedCoding:
    """A place that is proposed, and what it stands under: a speaker or a heading; nothing where a search found it."""

    name: str
    anchor: Anchor


def of_places(places: Iterable[tuple[int, int, int]]) -> list[ProposedCoding]:
    """Return what a search found, each place (document, start, end) once."""
    return [ProposedCoding("", anchors.words(*place)) for place in dict.fromkeys(places)]


def by_speaker(moment: Moment, documents: Iterable[int] | None = None) -> list[ProposedCoding]:
    """Return every turn that somebody says, by speaker; marks alike but for case and accents are one."""
    speakers, spelt = moment.voices.speakers, dict[str, str]()
    found = []
    for _, document, start, end, who in _passages(moment, documents):
        if who in speakers and start < end:
            label = speakers[who].label
            found.append(ProposedCoding(spelt.setdefault(folded(label), label), anchors.words(document, start, end)))
    return _by_name(found)


def by_heading(moment: Moment, documents: Iterable[int] | None = None) -> list[ProposedCoding]:
    """Return what stands between each heading and the next, by heading; case and accents make no other one."""
    titles, spelt = headings(moment), dict[str, str]()
    found: dict[int, tuple[str, int, int, int]] = {}  # by how many headings, or beginnings of documents, came before
    number, within, name = 0, 0, ""
    for key, document, start, end, _ in _passages(moment, documents):
        if key in titles or document != within:
            said = " ".join(moment.text(document)[start:end].split()) if key in titles else ""
            number, within, name = number + 1, document, spelt.setdefault(folded(said), said)
        if key not in titles and name and start < end:
            found[number] = (*found.get(number, (name, document, start))[:3], end)
    return _by_name(ProposedCoding(name, anchors.words(*place)) for name, *place in found.values())


def _passages(moment: Moment, documents: Iterable[int] | None) -> list[list[int]]:
    """Return the passages of some documents, or of all: key, document, start, end, speaker."""
    wanted = None if documents is None else frozenset(documents)
    return [row for row in moment.passages.tolist() if wanted is None or row[1] in wanted]


def _by_name(found: Iterable[ProposedCoding]) -> list[ProposedCoding]:
    return sorted(found, key=lambda one: folded(one.name))


def like(found: Iterable[ProposedCoding], patterns: Sequence[str]) -> list[ProposedCoding]:
    """Return what stands under a name that one of the patterns fits; `*` and `?` stand for anything."""
    plain = [folded(pattern) for pattern in patterns]
    return [one for one in found if any(fnmatchcase(folded(one.name), pattern) for pattern in plain)]


def apply(project: Project, proposed: Iterable[ProposedCoding], code: int) -> list[int]:
    """Put a code on all that is proposed as one change; what has it already stays. Return the new codings."""
    with project.change("Auto-code"):
        return codings.apply_many(project, [(code, one.anchor) for one in proposed], origin=codings.AUTO)


def create(project: Project, proposed: Iterable[ProposedCoding], path: str) -> list[int]:
    """Make a descriptive code, `parent/child` understood, and put it on all that is proposed: one change."""
    with project.change("Auto-code"):
        return apply(project, proposed, codebook.add(project, path))


def apply_each(project: Project, proposed: Iterable[ProposedCoding], under: int | None = None) -> list[int]:
    """Code each place with the code named like what it stands under, made under `under` where it lacks: one change."""
    wanted = list(proposed)
    with project.change("Auto-code") as session:
        book = codes.book_of(session, under, None)
        known = {folded(one.name): one.id for one in reversed(codes.siblings(session, book, under))}
        for one in wanted:
            if folded(one.name) not in known:
                known[folded(one.name)] = codes.insert(session, clean_name(one.name), under, book)
        return codings.apply_many(
            project, [(known[folded(one.name)], one.anchor) for one in wanted], origin=codings.AUTO
        )
