"""Participants: who was interviewed, what is known of them, and where they speak."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import leaving, name_lookup, tables
from corpus.cleaning import clean_line, clean_text
from corpus.drafts import Person
from corpus.errors import NothingThere, SourceError, TableError
from corpus.model import Attribute, AttributeValue, Document, Participant, Participation, Speaker
from corpus.model.base import now
from corpus.people import lots, organisations, ties, values
from corpus.people.attributes import set_column, set_values
from corpus.people.known import SUBJECTS, AttributeInfo, Known, told
from corpus.people.ties import Tied
from corpus.progress import Progress, silent
from corpus.store.project import Project

NAME = ("name", "nom", "participant", "participante", "participant name", "nom du participant")
CONFIDENTIAL = ("confidential", "confidentiel", "confidentielle", "confidentialité", "confidentiality")
_KEYS = (*NAME, "document", "interview", "entretien", "file", "fichier", "transcript", "transcription")
_PUBLIC = ("", "n", "-", "public", "publique", "non confidentiel", "non confidentielle", "not confidential")
_OPEN = values.FALSE.union(_PUBLIC)


@dataclass(frozen=True, slots=True)
class ParticipantInfo:
    """A participant: `number` counts from 1 in the order of the table, `attributes` go by name."""

    key: int
    number: int
    name: str
    confidential: bool
    attributes: Mapping[str, str]
    documents: tuple[int, ...]
    left_out_on: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantsImported:
    """What a table brought: `tied` are names of participants and documents, `unmatched` the keys without document.

    `speakers` were tied by themselves to the new participant of their name. `apart` are those taken for another person
    than the one before of their name, as what is said of them differs: the lines of both. `firms` are the columns that
    name organisations which the project has not yet (see `organisations.made_of`).
    """

    rows: int
    made: int
    updated: int
    tied: list[tuple[str, str]]
    unmatched: list[str]
    columns: tuple[str, ...]
    speakers: tuple[Tied, ...] = ()
    apart: tuple[Namesake, ...] = ()
    firms: tuple[str, ...] = ()


class Namesake(NamedTuple):
    """A person of a name that another has as well: what they are called, their line, and the other's."""

    name: str
    line: int
    other: int


def listed(project: Project) -> list[ParticipantInfo]:
    """Return the participants in the order of the table."""
    with project.read() as session:
        known = _known_of(session)
        spoken: dict[int, list[int]] = {}
        for participant, document in session.execute(
            select(Participation.participant_id, Participation.document_id).order_by(Participation.id)
        ):
            spoken.setdefault(participant, []).append(document)
        rows = session.execute(
            select(Participant.id, Participant.name, Participant.confidential, Participant.left_out_on).order_by(
                Participant.position, Participant.id
            )
        ).all()
    return [
        ParticipantInfo(key, number, name, confidential, known.get(key, {}), tuple(spoken.get(key, ())), left_out_on)
        for number, (key, name, confidential, left_out_on) in enumerate(rows, 1)
    ]


def _known_of(session: Session) -> dict[int, dict[str, str]]:
    """Return what is known of participants by key and name, in the order of the columns."""
    named = select(Attribute.id, Attribute.name)
    said = select(AttributeValue.attribute_id, AttributeValue.participant_id, AttributeValue.value)
    columns: dict[int, list[tuple[int, str]]] = {}
    for attribute, participant, value in session.connection().execute(said):  # thousands, sorted by hand
        if participant is not None:
            columns.setdefault(attribute, []).append((participant, value))
    known: dict[int, dict[str, str]] = {}
    for attribute, name in session.execute(named.order_by(Attribute.position, Attribute.id)):
        for participant, value in columns.get(attribute, ()):
            known.setdefault(participant, {})[name] = value
    return known


def find(project: Project, name: str) -> ParticipantInfo:
    """Return the participant of that name, see `name_lookup.one`; raises `NothingThere`."""
    known = listed(project)
    found = name_lookup.one(known, name)
    if found is not None:
        return found
    near = name_lookup.nearest(known, name)
    raise NothingThere(
        "No participant is called {name}; is {near} meant?" if near else "No participant is called {name}.",
        name=name,
        near=near,
    )


def get(project: Project, key: int) -> ParticipantInfo:
    """Return one participant; raises `NothingThere`."""
    found = next((info for info in listed(project) if info.key == key), None)
    if found is None:
        raise _gone()
    return found


def attributes(project: Project, subject: str = "participant") -> list[AttributeInfo]:
    """Return the attributes of participants, or of documents or organisations, in the order of their columns."""
    with project.read() as session:
        rows = session.scalars(
            select(Attribute).where(Attribute.subject == subject).order_by(Attribute.position, Attribute.id)
        )
        return [
            AttributeInfo(
                key=row.id,
                name=row.name,
                type=row.type,
                subject=row.subject,
                position=row.position,
                fact=row.key,
                labels=row.labels or {},
                choices=values.choices(row.choices),
                made_from=row.made_from_id,
                confidential=next((one for one in values.TOLD if one == row.confidential), None),
                coarser=row.coarser or "",
            )
            for row in rows
        ]


def known(project: Project) -> Known:
    """Return the attributes of participants, documents and organisations, in that order, with every value."""
    found = tuple(one for subject in SUBJECTS for one in attributes(project, subject))
    with project.read() as session:
        rows = tuple(told(session))
        secret = {row.id: row.confidential for row in session.execute(select(Participant.id, Participant.confidential))}
    return Known(project.info().language, found, rows, secret)


def add(
    project: Project,
    name: str,
    *,
    confidential: bool = False,
    attributes: Mapping[str, str] | None = None,
    documents: Iterable[int] = (),
) -> int:
    """Add a participant, tie them to `documents` and to the speakers of their name, and return the key."""
    with project.change("Add participant") as session:
        last = session.scalar(select(func.max(Participant.position)))
        row = Participant(
            name=_free_name(session, name),
            confidential=confidential,
            position=0 if last is None else last + 1,
            lot=lots.draw(lots.taken(session, Participant)),
        )
        session.add(row)
        session.flush()
        key = row.id
        set_values(project, session, key, attributes or {})
        ties.by_name(session, people=(key,))
        for document in documents:
            tie(project, key, document)
        return key


def edit(
    project: Project,
    key: int,
    name: str | None = None,
    confidential: bool | None = None,
    attributes: Mapping[str, str] | None = None,
) -> list[Tied]:
    """Change what is given of a participant; an empty value takes an attribute off, others stay as they are.

    Return the speakers who were tied by themselves, as they have the new name.
    """
    with project.change("Edit participant") as session:
        row = session.get(Participant, key)
        if row is None:
            raise _gone()
        before = tables.key(row.name)
        if name is not None:
            row.name = _free_name(session, name, but=key)
        if confidential is not None:
            row.confidential = confidential
        set_values(project, session, key, attributes or {})
        return ties.by_name(session, people=(key,)) if tables.key(row.name) != before else []


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take participants out of the project; their documents and codings stay."""
    wanted = list(keys)
    with project.change("Remove participants" if len(wanted) > 1 else "Remove participant") as session:
        leaving.participants(session, wanted)
        for key in wanted:
            row = session.get(Participant, key)
            if row is None:
                raise _gone()
            session.delete(row)


def leave_out(project: Project, keys: Iterable[int], *, out: bool = True) -> None:
    """Leave participants out of analysis, or count them again: their words and codings stay where they are."""
    with project.change("Leave out of analysis" if out else "Take into analysis again") as session:
        for key in keys:
            row = session.get(Participant, key)
            if row is None:
                raise _gone()
            row.left_out_on = (row.left_out_on or now()[:10]) if out else None


def tie(project: Project, participant: int, document: int) -> None:
    """Say that a participant speaks in a document; its one respondent, where there is one, is taken to be them."""
    with project.change("Tie participant to document") as session:
        if session.get(Participant, participant) is None:
            raise _gone()
        if session.get(Document, document) is None:
            raise NothingThere("This document is no longer in the project.")
        ties.participation(session, participant, document)
        ties.sole_respondent(session, document)


def untie(project: Project, participant: int, document: int) -> None:
    """Take back that a participant, and a speaker who was taken to be them, speaks in a document."""
    with project.change("Untie participant from document") as session:
        rows = session.scalars(
            select(Participation).where(
                Participation.participant_id == participant, Participation.document_id == document
            )
        ).all()
        if not rows:
            raise NothingThere("This participant is not tied to this document.")
        for row in rows:
            session.delete(row)
        for speaker in session.scalars(
            select(Speaker).where(Speaker.document_id == document, Speaker.participant_id == participant)
        ):
            speaker.participant_id = None


def tie_speaker(project: Project, speaker: int, participant: int | None) -> None:
    """Say which participant a speaker is, or that it is none; the participant is tied to the document as well."""
    with project.change("Tie speaker to participant") as session:
        row = session.get(Speaker, speaker)
        if row is None:
            raise NothingThere("This speaker is no longer in the project.")
        if participant is not None:
            if session.get(Participant, participant) is None:
                raise _gone()
            ties.participation(session, participant, row.document_id)
        row.participant_id = participant


def tie_speakers(project: Project, speakers: Iterable[int], participant: int | None) -> None:
    """Say of several speakers, as one change, that they are this participant, or none."""
    with project.change("Tie speakers to participant"):
        for speaker in speakers:
            tie_speaker(project, speaker, participant)


def _gone() -> NothingThere:
    return NothingThere("This participant is no longer in the project.")


def _free_name(session: Session, name: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not name:
        raise SourceError("A participant needs a name.")
    others = session.execute(select(Participant.id, Participant.name))
    if any(tables.key(other) == tables.key(name) and key != but for key, other in others):
        raise SourceError("Another participant is called {name}.", name=name)
    return name


def import_table(
    project: Project,
    path: Path,
    *,
    key: str | None = None,
    confidential: str | None = None,
    progress: Progress = silent,
) -> ParticipantsImported:
    """Make participants of the rows of a CSV or XLSX table, or bring those of the same name up to date: one change.

    `key` is the column that names documents, by default the first. `confidential` is the column that says who may not
    be named; there, what can't be understood counts as yes. Raises `TableError`.
    """
    table = tables.read(path, progress=progress)
    tying = table.column(key) if key else 0
    secret = table.column(confidential) if confidential else table.find(CONFIDENTIAL)
    named = table.find(NAME)
    naming = tying if named is None else named
    columns = [place for place in range(len(table.columns)) if place not in {tying, naming, secret}]
    with project.change("Import participants", kind="import") as session:
        there = session.execute(select(Document.id, Document.name, Document.source)).all()
        names = {row.id: row.name for row in there}
        match = ties.matcher(names, {row.id: row.source for row in there}, [row.cells[tying] for row in table.rows])
        _check_header(table, tying, match)
        people = _People(session)
        # People of one function are told apart by this as well; a name, or a document, is one person's.
        told = [] if secret is None or tables.key(table.columns[naming]) in _KEYS else [secret]
        rows, same = [], _Namesakes([*columns, *told])
        for done, row in enumerate(table.rows):
            progress(done, len(table.rows), table.path.name)
            person = people.called(same.name(clean_line(row.cells[naming] or row.cells[tying]), row))
            rows += [(person, row.cells)] if person is not None else []
        session.flush()
        if secret is not None:
            _set_confidential(rows, secret)
        speakers = ties.by_name(session, people=people.new)
        tied, unmatched = _tie_rows(session, rows, tying, match)
        if not (key or tied) and tables.key(table.columns[tying]) not in _KEYS:
            unmatched = []  # it is no column of documents: people are told by their function alone
        for place in columns:
            set_column(project, session, table.columns[place], _said(rows, place))
        progress(len(table.rows), len(table.rows), table.path.name)
        found = [(person.name, names[document]) for person, document in tied]
    firms = organisations.offered(project, [table.columns[place] for place in columns])
    return ParticipantsImported(
        rows=len(table.rows),
        made=people.made,
        updated=people.updated,
        tied=found,
        unmatched=unmatched,
        columns=tuple(table.columns[place] for place in columns),
        speakers=tuple(speakers),
        apart=tuple(same.apart),
        firms=firms,
    )


def answering(project: Project, people: Sequence[tuple[int, Person]]) -> list[Tied]:
    """Make participants of those whom documents come from, tied to them; what is known of one already stays."""
    if not people:
        return []
    with project.change("Import participants", kind="import") as session:
        known = _People(session)
        rows = [(known.called(person.name), document, person) for document, person in people]
        session.flush()
        there = {
            (row.participant_id, row.name)
            for row in session.execute(select(AttributeValue.participant_id, Attribute.name).join(Attribute))
        }
        columns: dict[str, dict[int, str]] = {}
        for one, document, person in rows:
            if one is None:
                continue
            ties.participation(session, one.id, document)
            for name, value in person.attributes.items():
                if (one.id, name) not in there:
                    columns.setdefault(name, {})[one.id] = clean_text(value).strip()
        for name, values in columns.items():
            set_column(project, session, name, values)
        return ties.by_name(session, documents={document for document, _ in people})


def _check_header(table: tables.Table, tying: int, match: Callable[[str], int | None]) -> None:
    column = table.columns[tying]
    answers = {"oui", "non", "yes", "true", "false", "vrai", "faux"}
    named = match(column) is not None and tables.key(column) not in _KEYS
    if named or any(tables.key(name) in answers for name in table.columns):
        raise TableError("The first row of {name} has to name the columns.", name=table.path.name)


def _said(rows: Iterable[tuple[Participant, tuple[str, ...]]], place: int) -> dict[int, str]:
    """Return what one column says of each participant: of several rows, the last that says something."""
    said: dict[int, str] = {}
    for person, cells in rows:
        said[person.id] = cells[place] or said.get(person.id, "")
    return said


def _set_confidential(rows: Iterable[tuple[Participant, tuple[str, ...]]], secret: int) -> None:
    """Let one row that says so be enough."""
    said: dict[Participant, bool] = {}
    for person, cells in rows:
        said[person] = said.get(person, False) or tables.key(cells[secret]) not in _OPEN
    for person, confidential in said.items():
        person.confidential = confidential


def _tie_rows(
    session: Session,
    rows: Iterable[tuple[Participant, tuple[str, ...]]],
    tying: int,
    match: Callable[[str], int | None],
) -> tuple[list[tuple[Participant, int]], list[str]]:
    known = {(p, d) for p, d in session.execute(select(Participation.participant_id, Participation.document_id))}
    heard = set(session.scalars(select(Speaker.participant_id)))
    tied: dict[tuple[int, int], Participant] = {}
    unmatched: list[str] = []
    for person, cells in rows:
        document = match(cells[tying])
        if document is not None:
            tied[person.id, document] = person
        elif person.id not in heard or tables.key(cells[tying] or person.name) != tables.key(person.name):
            unmatched.append(cells[tying] or person.name)
    session.add_all(Participation(participant_id=p, document_id=d) for p, d in tied if (p, d) not in known)
    session.flush()
    for document in dict.fromkeys(document for _, document in tied):
        ties.sole_respondent(session, document)
    return [(person, document) for (_, document), person in tied.items()], unmatched


class _Namesakes:
    """The rows of one name: those in which no column says two things are one person."""

    def __init__(self, columns: Iterable[int]) -> None:
        self.columns = list(columns)
        self.people: dict[str, list[tuple[int, dict[int, str]]]] = {}
        self.apart: list[Namesake] = []

    def name(self, name: str, row: tables.Row) -> str:
        """Return what the person of a row is called: from the second of a name on, with a number."""
        said = {place: row.cells[place] for place in self.columns if row.cells[place]}
        known = self.people.setdefault(tables.key(name), [])
        for number, (_, before) in enumerate(known, 1):
            if all(tables.key(before.get(place, value)) == tables.key(value) for place, value in said.items()):
                before |= said
                return _numbered(name, number)
        known.append((row.line, said))
        called = _numbered(name, len(known))
        if len(known) > 1 and name:
            self.apart.append(Namesake(called, row.line, known[0][0]))
        return called


def _numbered(name: str, number: int) -> str:
    return f"{name} ({number})" if number > 1 and name else name


class _People:
    """The participants by name, case and accents let go, made as they are asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.known = {tables.key(row.name): row for row in session.scalars(select(Participant))}
        self.position = 1 + (session.scalar(select(func.max(Participant.position))) or 0) if self.known else 0
        self.before = frozenset(self.known)
        self.lots = lots.taken(session, Participant)
        self.asked: set[str] = set()

    def called(self, name: str) -> Participant | None:
        """Return the participant called `name`; None where there is no name."""
        name = clean_line(name)
        if not name:
            return None
        wanted = tables.key(name)
        if wanted not in self.known:
            lot = lots.draw(self.lots)
            self.known[wanted] = Participant(name=name, confidential=False, position=self.position, lot=lot)
            self.session.add(self.known[wanted])
            self.position += 1
        self.known[wanted].name = name
        self.asked.add(wanted)
        return self.known[wanted]

    @property
    def new(self) -> set[int]:
        """Return the keys of those that were made, once they are written."""
        return {self.known[name].id for name in self.asked - self.before}

    @property
    def made(self) -> int:
        """Return how many are new."""
        return len(self.asked - self.before)

    @property
    def updated(self) -> int:
        """Return how many were there before."""
        return len(self.asked & self.before)
