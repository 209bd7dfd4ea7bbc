"""Who may be named: a confidential participant becomes `[participant 7]`, the same in all that is shown or written.

A confidential organisation becomes `[organisation 2]`, and so do its parts, and those that a confidential participant
is of. Names of the vault become what stands for them there.

A function together with an employer gives a manager away as surely as a name, so both go with the name. Rather one word
too many is masked than one too few: a part of a person's name goes however it is written (of Luc Petit, every "petit").
A name of one word, and a part of a firm's, stay only where they are common words of the language in small letters
(Orange goes, but not an orange).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.moment.authors import NOBODY, Makers
from coding.moment.coarsening import FIRM_TYPE, FUNCTION, Telling, called, owner
from coding.moment.hiding import Hidden, Hiding, Secret
from coding.moment.spellings import of_firm, of_name
from corpus import lexicon, words
from corpus.documents import DocumentInfo
from corpus.model import Attribute, AttributeValue, Belonging, Organisation, Participant, Pseudonym
from corpus.people.known import AttributeInfo, Known, KnownValue, whose
from corpus.people.organisations import EMPLOYER, Belongings, above
from corpus.people.vault import Hidden as HiddenName
from corpus.people.vault import Vault
from corpus.voices import Voices


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A participant as print shows them: `attributes` by name, `number` from 1 in the order of the table, `lot` by
    which they are called where they may not be named.

    `labels` are those of the values that are choices, by the attribute's name, in the language of print. Who is
    `left_out` of analysis is in no count.
    """

    key: int
    number: int
    name: str
    confidential: bool
    attributes: Mapping[str, str]
    pseudonym: str | None = None
    organisations: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    lot: int | None = None
    left_out: bool = False

    @property
    def shown(self) -> str:
        """What stands for the participant where they may not be named."""
        return self.pseudonym or f"[participant {self.lot or self.number}]"

    def first(self, names: frozenset[str]) -> str:
        """Return the value of the first attribute whose folded name is one of `names`."""
        return next((self.said(k) for k, v in self.attributes.items() if words.folded(k).strip() in names and v), "")

    def said(self, name: str) -> str:
        """Return the value of an attribute in the language of print, empty where none is known."""
        return self.labels.get(name) or self.attributes.get(name, "")

    def values(self, names: frozenset[str]) -> list[str]:
        """Return the values of all attributes that are called by a word of `names`, such as `present employer`.

        Of a choice they are the value and its label.
        """
        return [
            one
            for name, value in self.attributes.items()
            if called(name, names)
            for one in dict.fromkeys((value, self.said(name)))
            if one.strip()
        ]

    @property
    def function(self) -> str:
        """The function, empty where none is known."""
        return self.first(FUNCTION)

    @property
    def firm(self) -> str:
        """The employer, else the organisations, else of what type the employer is."""
        return self.first(EMPLOYER) or ", ".join(self.organisations) or self.first(FIRM_TYPE)

    @property
    def attribution(self) -> str:
        """Return function and firm, as an article prints them behind a quotation."""
        return ", ".join(part for part in (self.function, self.firm) if part) or self.name


def _attributes(session: Session, keys: Collection[int] | None = None) -> dict[int, dict[str, str]]:
    """Return what is known of participants by key and name: of all, or of these."""
    query = (
        select(AttributeValue.participant_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(AttributeValue.participant_id.is_not(None))
        .order_by(Attribute.position, AttributeValue.id)
    )
    if keys is not None:
        query = query.where(AttributeValue.participant_id.in_(keys))
    found: dict[int, dict[str, str]] = {}
    for key, name, value in session.execute(query):
        found.setdefault(key or 0, {})[name] = value
    return found


def retold(session: Session, before: dict[int, ShownPerson], values: frozenset[int]) -> dict[int, ShownPerson] | None:
    """Return the participants with the values of these keys as they are now; None where whose they are is not known."""
    who = whose(session, values, "participant")
    if not who:
        return before if who is not None else None
    now = _attributes(session, who)
    return {key: replace(one, attributes=now.get(key, {})) if key in who else one for key, one in before.items()}


def people(session: Session) -> dict[int, ShownPerson]:
    """Read the participants in the order of their table, with what is known of them and what stands for them."""
    values = _attributes(session)
    vault = dict(
        session.execute(
            select(Pseudonym.participant_id, Pseudonym.replacement).where(Pseudonym.participant_id.is_not(None))
        ).all()
    )
    firms: dict[int, list[str]] = {}
    for key, name in session.execute(
        select(Belonging.participant_id, Organisation.name)
        .join(Organisation, Organisation.id == Belonging.organisation_id)
        .where(Belonging.participant_id.is_not(None))
        .order_by(Belonging.id)
    ):
        firms.setdefault(key or 0, []).append(name)
    rows = session.execute(
        select(
            Participant.id, Participant.name, Participant.confidential, Participant.lot, Participant.left_out_on
        ).order_by(Participant.position, Participant.id)
    ).all()
    return {
        row.id: ShownPerson(
            row.id,
            n,
            row.name,
            row.confidential,
            values.get(row.id, {}),
            vault.get(row.id),
            tuple(firms.get(row.id, ())),
            lot=row.lot,
            left_out=row.left_out_on is not None,
        )
        for n, row in enumerate(rows, 1)
    }


def worded(people: dict[int, ShownPerson], known: Known, language: str) -> dict[int, ShownPerson]:
    """Return the participants with their choices as a language has them."""
    chosen = [info for info in known.attributes if info.subject == "participant" and info.choices]
    if not chosen:
        return people
    return {
        key: replace(
            one,
            labels={
                info.name: info.shown(one.attributes[info.name], language)
                for info in chosen
                if info.name in one.attributes
            },
        )
        for key, one in people.items()
    }


@dataclass(frozen=True)
class Mask:
    """The participants and organisations of a moment, and how each may appear; without `masking` as they are.

    `language` is the study's; `makers` of it are those who may not be named either; `telling` says what may be told of
    the former.
    """

    people: Mapping[int, ShownPerson]
    voices: Voices
    belongings: Belongings
    vault: Vault
    language: str
    telling: Telling
    masking: bool = True
    makers: Makers = NOBODY

    def hides(self, key: int) -> bool:
        """Say whether this participant may not be named here."""
        return self.masking and key in self.people and self.people[key].confidential

    @property
    def hiding(self) -> bool:
        """Whether there is anybody or anything that may not be named here."""
        return self._hiding.anything

    def person(self, key: int) -> str:
        """Return a participant's name, or what stands for it; a name of the vault is hidden whoever has it."""
        return self.people[key].shown if self.hides(key) else self.text(self.people[key].name)

    def told(self, key: int, attribute: str) -> str:
        """Return what an attribute says of a participant, as far as it may be told of them."""
        said = self.people[key].said(attribute)
        info = self.telling.of_name.get(attribute)
        return self.text(self.telling.told(info, ("participant", key), said) if info and self.hides(key) else said)

    def value_of(self, info: AttributeInfo, value: KnownValue) -> str:
        """Return what an attribute says of somebody, as print has it and as far as it may be told of them."""
        of = owner(value)
        closed = self.masking and of in self._closed
        return self.telling.told(info, of, value.value) if closed else info.shown(value.value, self.telling.language)

    def known(self, rows: Iterable[KnownValue]) -> list[KnownValue]:
        """Return values with what may be told of those who may not be named."""
        return self.telling.coarsened(rows, self._closed) if self.masking else list(rows)

    @cached_property
    def _closed(self) -> frozenset[tuple[str, int]]:
        """Who may not be told of: people, organisations, and documents in which such people alone speak."""
        people = self.voices.participants_of.items()
        documents = {("document", one) for one, said in people if said and all(map(self.hides, said))}
        organisations = {("organisation", key) for key in self._firms}
        return frozenset({("participant", key) for key in self.people if self.hides(key)} | organisations | documents)

    def _first(self, key: int, names: frozenset[str]) -> str:
        """Return what may be told of the first attribute that is called by one of `names`."""
        about = self.people[key]
        called_so = (name for name in about.attributes if words.folded(name).strip() in names and about.said(name))
        return next(filter(None, (self.told(key, name) for name in called_so)), "")

    @cached_property
    def _firms(self) -> dict[int, str]:
        """The organisations that may not be named here, and what stands for each."""
        infos = self.belongings.infos if self.masking else {}
        closed = {key for key, info in infos.items() if info.confidential}
        return {
            key: f"[organisation {info.lot or info.number}]"
            for key, info in infos.items()
            if closed.intersection(above(infos, key)) or any(map(self.hides, info.participants))
        }

    def organisation(self, key: int) -> str:
        """Return an organisation's name, or what stands for it."""
        return self._firms.get(key) or self.text(self.belongings.infos[key].name)

    def names(self, keys: Iterable[int]) -> str:
        """Return names, or what stands for them."""
        return "; ".join(self.person(key) for key in keys if key in self.people)

    def attribution(self, keys: Iterable[int]) -> str:
        """Return what stands behind a quotation: function and firm, or what stands for a confidential participant.

        With that goes what may be told of their function.
        """
        found = [self.people[key] for key in keys if key in self.people]
        return "; ".join(self._closed_one(one) if self.hides(one.key) else self.text(one.attribution) for one in found)

    def _closed_one(self, person: ShownPerson) -> str:
        return ", ".join(filter(None, (person.shown, self._first(person.key, FUNCTION))))

    def functions(self, keys: Iterable[int]) -> str:
        """Return the functions of those who may be named, and of others what may be told."""
        return "; ".join(filter(None, (self._first(key, FUNCTION) for key in keys)))

    def firms(self, keys: Iterable[int]) -> str:
        """Return the firms of those who may be named, and of others what may be told."""
        told = (self._first(k, EMPLOYER) if self.hides(k) else self.text(self.people[k].firm) for k in keys)
        return "; ".join(filter(None, told))

    def document(self, info: DocumentInfo) -> str:
        """Return the document's name, unless it would tell who a confidential participant is."""
        hidden = [key for key in self.voices.participants_of.get(info.key, ()) if self.hides(key)]
        return self.names(hidden) if hidden else self.text(info.name)

    def speaker(self, key: int) -> str:
        """Return the mark of a speaker, or what stands for the participant who it is."""
        info = self.voices.speakers.get(key)
        if info is None:
            return ""
        said = self.voices.says(info.document, key)
        return self.people[said[0]].shown if len(said) == 1 and self.hides(said[0]) else self.text(info.label)

    def value(self, attribute: str, value: str) -> str:
        """Return the value of an attribute; a function that only confidential participants have is theirs alone.

        Where it was chosen what is told of them, `known` has seen to it.
        """
        info = self.telling.of_name.get(attribute)
        usual = self.masking and (info is None or info.confidential is None)
        if usual and FUNCTION & set(re.findall(r"\w+", words.folded(attribute))):
            sought = words.folded(value)
            holders = [one for one in self.people.values() if sought in map(words.folded, one.values(FUNCTION))]
            if holders and all(self.hides(one.key) for one in holders):
                return "; ".join(one.shown for one in holders)
        return self.text(value)

    def text(self, text: str) -> str:
        """Return `text` with the names of confidential participants, of their employers and of others replaced."""
        return self._hiding.replaced(text)

    def texts(self, texts: Sequence[str]) -> list[str]:
        """Return many texts as `text` does, in a third of the time."""
        return self._hiding.replaced_in(texts)

    def hidden(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text: from where to where, and what stands for it."""
        return self._hiding.found(text)

    @cached_property
    def _hiding(self) -> Hiding:
        secrets = list(self._secrets())
        public = (one.name for one in self.people.values() if not self.hides(one.key))
        common = partial(lexicon.common, language=self.language)
        return Hiding(secrets, language=self.language, common=common, public=public if secrets else ())

    def _open(self, attribute: str) -> bool:
        """Say whether it was chosen that an attribute is shown, whoever has it."""
        info = self.telling.of_name.get(attribute)
        return info is not None and info.confidential == "show"

    def _secrets(self) -> Iterator[Secret]:
        """What may not be read: names of organisations and people, their parts, and the employers of the latter."""
        yield from self.makers.secrets
        for key, shown in self._firms.items():
            yield from of_firm(self.belongings.infos[key].name, shown)
        for person in self.people.values():
            if self.hides(person.key):
                yield from of_name(person.name, person.shown, self.language)
                for name in person.attributes:
                    if not self._open(name):
                        firms = replace(person, attributes={name: person.attributes[name]}).values(EMPLOYER)
                        yield from (one for firm in firms for one in of_firm(firm, person.shown))
        for hidden in self.vault.hidden if self.masking else ():
            yield from _of_kind(hidden, self.language)


def _of_kind(hidden: HiddenName, language: str) -> Iterable[Secret]:
    """Return how a name of the vault may be read: a person's and a firm's in parts, a place's also in single words."""
    if hidden.kind == "person":
        return of_name(hidden.name, hidden.replacement, language)
    if hidden.kind in ("firm", "brand"):
        return of_firm(hidden.name, hidden.replacement)
    said = hidden.name.split()
    alone = said if hidden.kind in ("place", "other") and len(said) > 1 else []
    return (
        Secret(hidden.name, hidden.replacement, noun=len(said) < 2),
        *(Secret(word, hidden.replacement, alone=True) for word in alone),
    )
