"""Who may be named in what leaves the project: a confidential participant becomes `[participant 7]`.

A function together with an employer gives a manager away as surely as a name, so both go with the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from sqlalchemy import select

from corpus import documents, words
from corpus.model import Attribute, AttributeValue, Participant, Participation, Pseudonym
from corpus.project import Project

FUNCTION = frozenset({"function", "fonction", "role", "job", "job title", "poste", "metier"})
EMPLOYER = frozenset(
    {"company", "employer", "firm", "organisation", "organization", "entreprise", "employeur", "societe", "enseigne"}
)
_SHORTEST = 3  # letters of a part of a name that is masked by itself
_ALIKE = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "n": "nñ", "o": "oôö", "u": "uùûü", "y": "yÿ"}
FIRM_TYPE = frozenset({"company type", "company_type", "type d'entreprise", "type of company", "firm type"})


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as print shows them: `attributes` by name, `number` from 1 in the order of the table."""

    key: int
    number: int
    name: str
    confidential: bool
    attributes: Mapping[str, str]
    pseudonym: str | None = None

    @property
    def shown(self) -> str:
        """What stands for the participant where they may not be named."""
        return self.pseudonym or f"[participant {self.number}]"

    def first(self, names: frozenset[str]) -> str:
        """Return the value of the first attribute whose folded name is one of `names`."""
        return next((v for k, v in self.attributes.items() if words.folded(k).strip() in names and v), "")

    @property
    def attribution(self) -> str:
        """Return function and firm, as an article prints them behind a quotation."""
        firm = self.first(EMPLOYER) or self.first(FIRM_TYPE)
        return ", ".join(part for part in (self.first(FUNCTION), firm) if part) or self.name


@dataclass(frozen=True)
class Mask:
    """The participants of a project, and how each may appear."""

    people: Mapping[int, Person]
    by_document: Mapping[int, tuple[Person, ...]]
    masking: bool = True

    @classmethod
    def of(cls, project: Project, *, masking: bool = True) -> Self:
        """Read participants, their attributes and pseudonyms."""
        with project.read() as session:
            values: dict[int, dict[str, str]] = {}
            for key, name, value in session.execute(
                select(AttributeValue.participant_id, Attribute.name, AttributeValue.value)
                .join(Attribute, Attribute.id == AttributeValue.attribute_id)
                .where(AttributeValue.participant_id.is_not(None))
                .order_by(Attribute.position, AttributeValue.id)
            ):
                values.setdefault(key or 0, {})[name] = value
            vault = {
                row.participant_id: row.replacement
                for row in session.execute(
                    select(Pseudonym.participant_id, Pseudonym.replacement).where(Pseudonym.participant_id.is_not(None))
                )
            }
            rows = session.execute(
                select(Participant.id, Participant.name, Participant.confidential)
                .order_by(Participant.position, Participant.id)
            ).all()  # fmt: skip
            people = {
                row.id: Person(row.id, n, row.name, row.confidential, values.get(row.id, {}), vault.get(row.id))
                for n, row in enumerate(rows, 1)
            }
            by_document: dict[int, list[Person]] = {}
            for document, key in session.execute(
                select(Participation.document_id, Participation.participant_id).order_by(Participation.id)
            ):
                by_document.setdefault(document, []).append(people[key])
        return cls(people, {key: tuple(found) for key, found in by_document.items()}, masking)

    def hides(self, person: Person) -> bool:
        """Say whether this person may not be named here."""
        return self.masking and person.confidential

    def attribution(self, people: tuple[Person, ...]) -> str:
        """Return what stands behind a quotation: function and firm, or what stands for a confidential participant."""
        return "; ".join(p.shown if self.hides(p) else p.attribution for p in people)

    def names(self, people: tuple[Person, ...]) -> str:
        """Return the people's names, masked where they must be."""
        return "; ".join(p.shown if self.hides(p) else p.name for p in people)

    def document(self, info: documents.DocumentInfo) -> str:
        """Return the document's name, unless it would tell who a confidential participant is."""
        hidden = [p for p in self.by_document.get(info.key, ()) if self.hides(p)]
        return hidden[0].shown if hidden else info.name

    def text(self, text: str) -> str:
        """Return `text` with the names, parts of names and employers of confidential participants replaced."""
        if self._secrets is None:
            return text
        pattern, shown = self._secrets
        return pattern.sub(lambda match: shown[(match.lastindex or 1) - 1], text)

    @cached_property
    def _secrets(self) -> tuple[re.Pattern[str], list[str]] | None:
        """One pattern for all, the longest first: what was put for one secret is not searched for another."""
        found: dict[str, str] = {}
        for person in self.people.values():
            if self.hides(person):
                parts = () if re.search(r"\d", person.name) else re.split(r"[\s-]+", person.name)
                parts = [part for part in parts if len(part) >= _SHORTEST and part[0].isupper()]
                for secret in (person.name, person.first(EMPLOYER), *parts):
                    if secret.strip():
                        found.setdefault(" ".join(secret.split()), person.shown)
        if not found:
            return None
        order = sorted(found, key=len, reverse=True)
        return re.compile("|".join(f"({_loose(secret)})" for secret in order)), [found[secret] for secret in order]


def _loose(secret: str) -> str:
    """Return a pattern for a name however its accents and spaces are written.

    Of several words the case is let go, too; a single one could be a common noun, and must be a name by its capital.
    """
    letters = "".join(_letter(letter) for letter in secret)
    if " " in secret:
        return rf"(?<!\w)(?i:{letters})(?!\w)"
    capitals = "".join(_letter(letter) for letter in secret.upper())
    return rf"(?<!\w)(?:{letters}|{capitals})(?!\w)"


def _letter(letter: str) -> str:
    if letter.isspace() or letter == "-":
        return r"[\s-]+"
    if letter in "'’":
        return "['’]"
    base = words.folded(letter)
    alike = _ALIKE.get(base, "")
    if not alike:
        return re.escape(letter)
    return f"[{alike.upper() if letter.isupper() else alike}]"
