"""What is known of participants, documents and organisations: attributes, and the values they have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import words
from corpus.model import AttributeValue
from corpus.people import values
from corpus.people.values import PossibleValue, Told

SUBJECTS = ("participant", "document", "organisation")


@dataclass(frozen=True, slots=True)
class AttributeInfo:
    """A column of what is known of participants, documents or organisations, as `subject` says; see `values.TYPES`.

    `fact` says which of the program's own it is (see `corpus.people.facts`), `labels` what it is called by language,
    `made_from` the attribute that it was recoded from, `confidential` what is told where somebody confidential has it
    (None: as its name says), `coarser` the word that stands there then, else that of the attribute made from it.
    """

    key: int
    name: str
    type: str
    subject: str
    position: int
    fact: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[PossibleValue, ...] = ()
    made_from: int | None = None
    confidential: Told | None = None
    coarser: str = ""

    def label(self, language: str) -> str:
        """Return what the attribute is called in a language, else its name."""
        return self.labels.get(language) or self.name

    def fits(self, value: str) -> bool:
        """Say whether a value can be one of this attribute's."""
        return values.fits(value, self.type, self.choices)

    def settled(self, value: str, language: str) -> str:
        """Return a value as it is kept in a study of that language."""
        return values.settled(value, self.type, language, self.choices)

    def shown(self, value: str, language: str) -> str:
        """Return a value as it is shown in a language: a choice by its label."""
        found = values.chosen(value, self.choices) if self.choices else None
        return value if found is None else found.label(language)

    def rank(self, value: str) -> tuple[int, float, str]:
        """Return what sorts values of this attribute."""
        return values.rank(value, self.type, self.choices)


class KnownValue(NamedTuple):
    """What an attribute says of a participant, a document or an organisation, all by key; and its own key."""

    attribute: int
    participant: int | None
    document: int | None
    organisation: int | None
    value: str
    key: int = 0


_row = AttributeValue
_VALUES = select(
    _row.attribute_id, _row.participant_id, _row.document_id, _row.organisation_id, _row.value, _row.id
).order_by(_row.id)
_FEW = 500  # values up to which single ones are read again


def told(session: Session, keys: Collection[int] | None = None) -> list[KnownValue]:
    """Return the values in the order in which they were first told: all, or those of these keys that are there."""
    query = _VALUES if keys is None else _VALUES.where(_row.id.in_(keys))
    return [KnownValue(*row) for row in session.connection().execute(query)]


def whose(session: Session, keys: frozenset[int], subject: str) -> frozenset[int] | None:
    """Return of which participants, documents or organisations the values of these keys are.

    None where it is not known, as one is gone, or where they are many.
    """
    found = told(session, keys) if len(keys) <= _FEW else []
    if len(found) < len(keys):
        return None
    return frozenset(key for one in found if (key := getattr(one, subject)) is not None)


def mended(session: Session, before: Known, keys: frozenset[int]) -> Known | None:
    """Return what was known `before` with the values of these keys as they are now; None where they are many."""
    if len(keys) > _FEW:
        return None
    kept = [one for one in before.values if one.key not in keys]
    return replace(before, values=tuple(sorted([*kept, *told(session, keys)], key=lambda one: one.key)))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of participants, documents and organisations; of a value one of the three is not None, by key.

    `secret` says by participant whether they may not be named.
    """

    language: str
    attributes: tuple[AttributeInfo, ...]
    values: tuple[KnownValue, ...]
    secret: Mapping[int, bool]

    def called(self, name: str) -> list[AttributeInfo]:
        """Return the attributes of that name or label, case and accents let go, the one made first before others."""
        plain = words.folded(name)
        named = [one for one in self.attributes if words.folded(one.name) == plain]
        named = named or [one for one in self.attributes if plain in map(words.folded, one.labels.values())]
        return sorted(named, key=lambda one: one.key)

    def labelled(self, language: str) -> dict[str, str]:
        """Return by name what attributes are called in a language, where that is not their name."""
        return {one.name: one.label(language) for one in self.attributes if one.label(language) != one.name}

    def settled(self, value: str, name: str) -> str:
        """Return `value` as the study keeps one of the attribute `name`: yes, Oui and 1 are one."""
        named = self.called(name)
        return named[0].settled(value, self.language) if named else values.settled(value, "boolean", self.language)
