"""What is told of somebody who may not be named: each attribute as it is, by a coarser word, or not at all.

It is chosen for each attribute. Where nothing is chosen, functions and employers are hidden and all else is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus import words
from corpus.people.known import AttributeInfo, Known, KnownValue
from corpus.people.organisations import EMPLOYER
from corpus.people.values import Told

FUNCTION = frozenset({"function", "fonction", "role", "job", "job title", "poste", "metier"})
FIRM_TYPE = frozenset({"company type", "company_type", "type d'entreprise", "type of company", "firm type"})


def called(name: str, sought: frozenset[str]) -> bool:
    """Say whether an attribute is called by a word of `sought`, as `present employer` is; a type of firm is no firm."""
    plain = words.folded(name).strip()
    return plain not in FIRM_TYPE and (plain in sought or not sought.isdisjoint(plain.replace("_", " ").split()))


def chosen(info: AttributeInfo) -> Told:
    """Return what becomes of an attribute where somebody confidential has it."""
    if info.confidential is not None:
        return info.confidential
    return "hide" if info.subject == "participant" and called(info.name, FUNCTION | EMPLOYER) else "show"


@dataclass(frozen=True)
class Telling:
    """What is known of a study, and how it is told in print in a language."""

    known: Known
    language: str

    @cached_property
    def _groups(self) -> dict[tuple[int, str, int], str]:
        """What recoded attributes say: by the attribute they are made from, and of whom; the one made last holds."""
        made = {info.key: info for info in self.known.attributes if info.made_from is not None}
        return {
            (made[one.attribute].made_from or 0, *owner(one)): made[one.attribute].shown(one.value, self.language)
            for one in sorted(self.known.values, key=lambda one: one.attribute)
            if one.attribute in made
        }

    @cached_property
    def of_name(self) -> Mapping[str, AttributeInfo]:
        """The attributes of participants by name."""
        return {info.name: info for info in self.known.attributes if info.subject == "participant"}

    def told(self, info: AttributeInfo, of: tuple[str, int], value: str) -> str:
        """Return what is told of somebody confidential, as print has it; empty where nothing is."""
        match chosen(info):
            case "show":
                return info.shown(value, self.language)
            case "generalise":
                return (info.coarser or self._groups.get((info.key, *of), "")) if value else ""
        return ""

    def coarsened(self, rows: Iterable[KnownValue], closed: frozenset[tuple[str, int]]) -> list[KnownValue]:
        """Return values with what is told of those who are `closed`; what was never chosen stays as it is."""
        infos = {info.key: info for info in self.known.attributes if info.confidential not in (None, "show")}
        return [
            one._replace(value=self.told(infos[one.attribute], owner(one), one.value))
            if one.attribute in infos and owner(one) in closed
            else one
            for one in rows
        ]


def owner(one: KnownValue) -> tuple[str, int]:
    """Return of whom a value is: participant, document or organisation, and its key."""
    found = {"participant": one.participant, "document": one.document, "organisation": one.organisation}
    return next((kind, key) for kind, key in found.items() if key is not None)
