"""In which order rows and columns of a matrix stand: by case, by role, or as time went on (Miles, Huberman & Saldaña).

A case is an organisation, and within it participants by name; a role is a participant's function. A document goes with
those who speak in it, a participant with the first interview.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from coding.moment.dimensions import Label
from coding.moment.moment import Moment
from coding.tables.saturation import collected

Meaning = Literal["case", "role", "time"]
MEANINGS: tuple[Meaning, ...] = ("case", "role", "time")


def ordered(moment: Moment, labels: Sequence[Label], by: Meaning) -> list[int]:
    """Return the places of labels; those of which nothing is known stand last, in the order they had."""
    of = _Told(moment)
    ways: dict[Meaning, Callable[[Label], str]] = {"case": of.case, "role": of.role, "time": of.day}
    told = ways[by]
    known = {n: told(label) for n, label in enumerate(labels)}
    within = {n: label.name.casefold() if by == "case" and known[n] else "" for n, label in enumerate(labels)}
    return sorted(known, key=lambda n: (not known[n], known[n], within[n]))


class _Told:
    """What is told of a label."""

    def __init__(self, moment: Moment) -> None:
        self.moment, self.days = moment, collected(moment)
        self.papers: dict[int, list[int]] = {}
        for paper, people in moment.voices.participants_of.items():
            for one in people:
                self.papers.setdefault(one, []).append(paper)

    def people(self, label: Label) -> Sequence[int]:
        if not isinstance(label.key, int):
            return ()
        if label.kind == "document":
            return self.moment.voices.participants_of.get(label.key, ())
        return (label.key,) if label.kind == "participant" else ()

    def case(self, label: Label) -> str:
        belongings, people, key = self.moment.belongings, self.people(label), label.key
        if not isinstance(key, int):
            return ""
        if label.kind == "organisation":
            firms: Sequence[int] = (key,)
        elif label.kind == "document":
            firms = belongings.of(key, people)
        else:
            firms = belongings.of_participant.get(key, ()) if label.kind == "participant" else ()
        return min((belongings.infos[one].name.casefold() for one in firms), default="")

    def role(self, label: Label) -> str:
        said = (self.moment.function(one).casefold() for one in self.people(label))
        return min(filter(None, said), default="")

    def day(self, label: Label) -> str:
        if not isinstance(label.key, int):
            return ""
        papers = [label.key] if label.kind == "document" else []
        papers += self.papers.get(label.key, []) if label.kind == "participant" else []
        return min((self.days[one] for one in papers if one in self.days), default="")
