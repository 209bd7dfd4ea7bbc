"""What fits no concept of a framework: the queue from which new theory starts, and the concept made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coding import growing, links
from coding.codebook import frameworks
from coding.moment.weighing import OUTSIDE, Theory
from corpus.errors import CodingError
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class CodeToTheorise:
    """A descriptive code outside the framework: how much is coded with it, in how many voices, who said so and why."""

    code: int
    label: str
    segments: int
    people: int
    reason: str
    coder: str
    at: str


def queue(theory: Theory) -> list[CodeToTheorise]:
    """Return the codes outside the framework shown, those in which most people are heard first."""
    found = []
    for code in theory.first:
        if theory.group(code.key) == OUTSIDE:
            said = theory.outside[code.key]
            found.append(
                CodeToTheorise(
                    code.key,
                    code.path,
                    theory.segments(code.key),
                    theory.voices(code.key),
                    said.reason,
                    said.coder,
                    said.created_at,
                )
            )
    return sorted(found, key=lambda one: (-one.people, -one.segments, one.label.casefold()))


def theorise(
    project: Project, codes: Iterable[int], framework: str, name: str, *, definition: str = "", reason: str = ""
) -> int:
    """Make a new concept of a grown framework and link these codes to it, as one change; return the concept's key.

    A link outweighs that a code was outside; should the link be taken away, the code is back in the queue.
    """
    wanted = list(dict.fromkeys(codes))
    if not wanted:
        raise CodingError("Choose the codes that the new concept is made of.")
    if (about := frameworks.get(project, framework)).origin != "grown":
        raise CodingError("{title} stays as it was published; fork it, then change the copy.", title=about.title)
    with project.change("Make a concept"):
        made = growing.add(project, framework, name, reason=reason, definition=definition)
        for code in wanted:
            links.link(project, code, made, reason=reason)
        return made
