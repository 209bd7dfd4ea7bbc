"""The recruitment log: who was asked to take part, why, when, where and how, and what they answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypedDict, Unpack, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line, clean_text
from corpus.days import day
from corpus.errors import NothingThere, SourceError, TableError
from corpus.model import Organisation, Participant, Recruit
from corpus.our_words import ListedWords
from corpus.people.participants import NAME
from corpus.progress import Progress, silent
from corpus.store.project import Project

Status = Literal["approached", "accepted", "refused", "silent", "withdrawn"]
STATUSES: tuple[Status, ...] = get_args(Status)
_DAYS = ("approached_on", "answered_on")
_TEXTS = ("place", "channel", "why", "reason")
COLUMNS = ("name", "status", "approached_on", "answered_on", "place", "channel", "why", "reason", "organisation",
           "participant")  # fmt: skip
_CALLED: dict[str, tuple[str, ...]] = {
    "name": ("name", "nom", "person", "personne"),
    "status": ("status", "statut", "answer", "réponse"),
    "approached_on": ("approached on", "approached", "date", "sollicité le", "contacté le", "date de contact"),
    "answered_on": ("answered on", "answered", "répondu le", "date de réponse"),
    "place": ("place", "lieu", "where", "où"),
    "channel": ("channel", "how", "canal", "moyen", "comment", "mode de contact"),
    "why": ("why", "pourquoi", "criterion", "critère", "raison du choix"),
    "reason": ("reason", "raison", "motif", "raison du refus"),
    "organisation": ("organisation", "organization", "firm", "company", "entreprise"),
    "participant": ("participant", "participante", "participant·e"),
}
_MEANT: dict[str, tuple[str, ...]] = {
    "approached": ("approached", "sollicité", "sollicitée", "contacté", "contactée", "en attente", "asked", ""),
    "accepted": ("accepted", "accepté", "acceptée", "accepte", "oui", "yes", "interviewed", "interviewé"),
    "refused": ("refused", "refusé", "refusée", "refuse", "non", "no", "declined", "décliné"),
    "silent": ("silent", "sans réponse", "silence", "no answer", "pas de réponse"),
    "withdrawn": ("withdrawn", "retiré", "retirée", "désisté", "désistée", "dropped out", "abandon"),
}


class RecruitFields(TypedDict, total=False):
    """What may be said of someone who was asked; participant and organisation by key."""

    name: str
    status: str
    approached_on: str | None
    answered_on: str | None
    place: str
    channel: str
    why: str
    reason: str
    participant: int | None
    organisation: int | None


@dataclass(frozen=True, slots=True)
class RecruitInfo:
    """Someone asked: `number` counts from 1 in the order of the log; keys and names of participant and organisation."""

    key: int
    number: int
    name: str
    status: str
    approached_on: str | None
    answered_on: str | None
    place: str
    channel: str
    why: str
    reason: str
    participant: int | None
    participant_name: str
    organisation: int | None
    organisation_name: str

    def cells(self) -> tuple[str, ...]:
        """Return what is known in the order of `COLUMNS`."""
        return (
            self.name,
            self.status,
            self.approached_on or "",
            self.answered_on or "",
            self.place,
            self.channel,
            self.why,
            self.reason,
            self.organisation_name,
            self.participant_name,
        )


class RecruitsImported(NamedTuple):
    """What a table brought: people new and brought up to date, and the names of no participant or organisation."""

    made: int
    updated: int
    unmatched: tuple[str, ...]


def listed(project: Project) -> list[RecruitInfo]:
    """Return all who were asked, in the order of the log."""
    query = (
        select(Recruit, Participant.name, Organisation.name)
        .join(Participant, Participant.id == Recruit.participant_id, isouter=True)
        .join(Organisation, Organisation.id == Recruit.organisation_id, isouter=True)
        .order_by(Recruit.position, Recruit.id)
    )
    with project.read() as session:
        return [
            RecruitInfo(
                key=row.id,
                number=number,
                name=row.name,
                status=row.status,
                approached_on=row.approached_on,
                answered_on=row.answered_on,
                place=row.place,
                channel=row.channel,
                why=row.why,
                reason=row.reason,
                participant=row.participant_id,
                participant_name=who or "",
                organisation=row.organisation_id,
                organisation_name=firm or "",
            )
            for number, (row, who, firm) in enumerate(session.execute(query), 1)
        ]


def add(project: Project, **fields: Unpack[RecruitFields]) -> int:
    """Put someone, by name, into the log, tied to the participant who is called so, and return their key."""
    with project.change("Add to the recruitment log") as session:
        said = _clean(session, {"name": "", **fields})
        last = session.scalar(select(func.max(Recruit.position)))
        if "participant_id" not in said:
            said["participant_id"] = _named(session, Participant, said["name"])
        row = Recruit(**said, position=0 if last is None else last + 1)
        session.add(row)
        session.flush()
        return row.id


def edit(project: Project, key: int, **fields: Unpack[RecruitFields]) -> None:
    """Change what is given of someone in the log; an empty day takes it off."""
    with project.change("Edit the recruitment log") as session:
        row = _row(session, key)
        for name, value in _clean(session, fields).items():
            setattr(row, name, value)


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take people out of the log."""
    with project.change("Remove from the recruitment log") as session:
        for key in keys:
            session.delete(_row(session, key))


def find(project: Project, name: str) -> RecruitInfo:
    """Return the one of that name, or number; raises `NothingThere`."""
    there = listed(project)
    found = [one for one in there if tables.key(one.name) == tables.key(name)] or [
        one for one in there if str(one.number) == name.strip()
    ]
    if not found:
        raise NothingThere("Nobody in the recruitment log is called {name}.", name=name)
    if len(found) > 1:
        sentence = "Several are called {name}; say which by its number, of {numbers}."
        raise SourceError(sentence, name=name, numbers=", ".join(str(one.number) for one in found))
    return found[0]


def import_table(project: Project, path: Path, *, progress: Progress = silent) -> RecruitsImported:
    """Read a log from a CSV or XLSX table, those of a name that is there brought up to date: one change.

    Raises `TableError`. A participant or an organisation that is not in the project is named, and left out.
    """
    table = tables.read(path, progress=progress)
    columns = {name: place for name, called in _CALLED.items() if (place := table.find(called)) is not None}
    naming = columns.get("name", table.find(NAME))
    if naming is None or not columns.keys() & {"status", "approached_on", "channel", "why"}:
        raise TableError("{name} needs a column “name” and one such as “status”.", name=table.path.name)
    made, updated, unmatched = 0, 0, dict[str, None]()
    with project.change("Import the recruitment log", kind="import") as session:
        there = {tables.key(one.name): one.key for one in listed(project)}
        for row in table.rows:
            cells = {name: row.cells[place] for name, place in columns.items()} | {"name": row.cells[naming]}
            try:
                fields = _of_cells(session, cells, unmatched)
                known = there.get(tables.key(cells["name"]))
                if known is None:
                    there[tables.key(cells["name"])] = add(project, **fields)
                else:
                    edit(project, known, **fields)
            except SourceError as error:
                raise TableError("Line {line}: {why}", line=row.line, why=error) from error
            made, updated = made + (known is None), updated + (known is not None)
    return RecruitsImported(made, updated, tuple(unmatched))


def _of_cells(session: Session, cells: Mapping[str, str], unmatched: dict[str, None]) -> Any:
    fields: dict[str, Any] = {name: cell for name, cell in cells.items() if name not in ("participant", "organisation")}
    for name, kind in (("participant", Participant), ("organisation", Organisation)):
        if said := clean_line(cells.get(name, "")):
            fields[name] = _named(session, kind, said)
            if fields[name] is None:
                unmatched[said] = None
                del fields[name]
    return fields


def _named(session: Session, kind: type[Participant] | type[Organisation], name: str) -> int | None:
    """Return the key of the participant or organisation of that name, where there is just one."""
    found = [row.id for row in session.execute(select(kind.id, kind.name)) if tables.key(row.name) == tables.key(name)]
    return found[0] if len(found) == 1 else None


def status(text: str) -> str:
    """Return the status that a person writes, in French or English; raises `SourceError`."""
    said = tables.key(text)
    found = next((one for one, words in _MEANT.items() if said in map(tables.key, words)), None)
    if found is None:
        raise SourceError("{text} is no status; say one of {known}.", text=text.strip(), known=ListedWords(STATUSES))
    return found


def _clean(session: Session, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields as they are kept; raises `SourceError` for what is no day, status or name."""
    found: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _DAYS:
            found[name] = day(value)
        elif name in _TEXTS:
            found[name] = clean_text(value or "").strip()
        elif name == "status":
            found[name] = status(value or "")
        elif name == "name":
            found[name] = clean_line(value or "")
            if not found[name]:
                raise SourceError("Someone in the recruitment log needs a name; a number will do.")
        else:
            kind: Any = Participant if name == "participant" else Organisation
            if value is not None and session.get(kind, value) is None:
                raise NothingThere("This is no longer in the project.")
            found[f"{name}_id"] = value
    return found


def _row(session: Session, key: int) -> Recruit:
    row = session.get(Recruit, key)
    if row is None:
        raise NothingThere("This line is no longer in the recruitment log.")
    return row
