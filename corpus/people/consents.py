"""Consents: what each participant agreed to, form by form, and which answer counts.

Of each use the form signed last that says anything of it counts, so that a no is never lost because a later form does
not ask. A withdrawal counts for all uses, unless a form was signed after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypedDict, Unpack, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line, clean_text
from corpus.days import day
from corpus.errors import NothingThere, SourceError, TableError
from corpus.model import Consent, Participant
from corpus.our_words import ListedWords
from corpus.people import values
from corpus.people.participants import NAME
from corpus.progress import Progress, silent
from corpus.store.project import Project

Use = Literal["quotation", "firm", "archive", "recording", "images"]
USES: tuple[Use, ...] = get_args(Use)
DAYS = ("signed_on", "withdraw_until", "keep_until", "withdrawn_on")
_YES = values.TRUE | {"y", "o", "x", "agreed", "d'accord"}
_NO = values.FALSE | {"n", "refused", "refuse"}
_UNSAID = frozenset({"", "-", "?", "unsaid", "non dit", "non precise"})
_ALL, _NONE = frozenset({"all", "tout", "tous", "toutes"}), frozenset({"none", "aucun", "aucune", "rien"})
_CALLED: dict[str, tuple[str, ...]] = {
    "form": ("form", "version", "formulaire", "form version", "version du formulaire"),
    "signed_on": ("signed on", "signed", "signé le", "date de signature"),
    "withdraw_until": ("withdraw until", "retrait jusqu'au", "retractation jusqu'au", "withdrawal deadline"),
    "keep_until": ("keep until", "conserver jusqu'au", "conservation jusqu'au", "retention"),
    "withdrawn_on": ("withdrawn on", "withdrawn", "retiré le", "retrait le"),
    "note": ("note", "notes", "remarque", "remarques"),
    "quotation": ("quotation", "quotations", "quote", "quotes", "citation", "citations"),
    "firm": ("firm", "name of the firm", "firm named", "nom de l'entreprise", "nom de l'entreprise cité"),
    "archive": ("archive", "archives", "archivage", "archiving"),
    "recording": ("recording", "recordings", "enregistrement", "enregistrements", "audio"),
    "images": ("images", "image", "pictures", "photos"),
    "uses": ("uses", "usages", "agreed", "agreed to", "accord", "accords"),
}
"""What columns of a table are called."""


class ConsentFields(TypedDict, total=False):
    """What may be said of a form; of a use `yes`, `no`, or nothing."""

    form: str
    signed_on: str | None
    withdraw_until: str | None
    keep_until: str | None
    withdrawn_on: str | None
    quotation: str | None
    firm: str | None
    archive: str | None
    recording: str | None
    images: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ConsentInfo:
    """One form of one participant: of each use `yes`, `no`, or None where nothing was said."""

    key: int
    participant: int
    name: str
    form: str
    signed_on: str | None
    withdraw_until: str | None
    keep_until: str | None
    withdrawn_on: str | None
    quotation: str | None
    firm: str | None
    archive: str | None
    recording: str | None
    images: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """What counts of a participant: `uses` as was said last, `form` the key of the form signed last."""

    form: int
    uses: Mapping[Use, str]
    withdrawn_on: str | None = None

    def answer(self, use: Use) -> str | None:
        """Return `yes`, `no`, or None where nothing was said; who withdrew agrees to nothing."""
        return "no" if self.withdrawn_on else self.uses.get(use)


class ConsentsImported(NamedTuple):
    """What a table brought: forms new and brought up to date, and the names that no participant has."""

    made: int
    updated: int
    unmatched: tuple[str, ...]


def listed(project: Project, participant: int | None = None) -> list[ConsentInfo]:
    """Return the forms, those of one participant together in the order they were signed."""
    query = select(Consent, Participant.name).join(Participant, Participant.id == Consent.participant_id)
    if participant is not None:
        query = query.where(Consent.participant_id == participant)
    with project.read() as session:
        order = (Participant.position, Participant.id, Consent.signed_on, Consent.id)
        return [_info(row, name) for row, name in session.execute(query.order_by(*order))]


def _info(row: Consent, name: str) -> ConsentInfo:
    return ConsentInfo(
        key=row.id,
        participant=row.participant_id,
        name=name,
        form=row.form,
        signed_on=row.signed_on,
        withdraw_until=row.withdraw_until,
        keep_until=row.keep_until,
        withdrawn_on=row.withdrawn_on,
        quotation=row.quotation,
        firm=row.firm,
        archive=row.archive,
        recording=row.recording,
        images=row.images,
        note=row.note,
    )


def standing(forms: Iterable[ConsentInfo]) -> ConsentStanding:
    """Return what counts of one participant's forms, at least one."""
    signed = sorted(forms, key=lambda one: (one.signed_on or "", one.key))
    said: dict[Use, str] = {}
    for one in signed:
        said.update({use: answer for use in USES if (answer := getattr(one, use)) is not None})
    last = signed[-1]
    withdrawn = max((one.withdrawn_on for one in signed if one.withdrawn_on), default=None)
    again = withdrawn is not None and not last.withdrawn_on and (last.signed_on or "") > withdrawn
    return ConsentStanding(last.key, said, None if again else withdrawn)


def standings(project: Project) -> dict[int, ConsentStanding]:
    """Return what counts of each participant of whom there is a form."""
    by: dict[int, list[ConsentInfo]] = {}
    for one in listed(project):
        by.setdefault(one.participant, []).append(one)
    return {participant: standing(forms) for participant, forms in by.items()}


def add(project: Project, participant: int, **fields: Unpack[ConsentFields]) -> int:
    """Keep what a participant agreed to by one form, and return its key."""
    with project.change("Record consent") as session:
        if session.get(Participant, participant) is None:
            raise NothingThere("This participant is no longer in the project.")
        row = Consent(participant_id=participant, **_clean(fields))
        session.add(row)
        session.flush()
        return row.id


def edit(project: Project, key: int, **fields: Unpack[ConsentFields]) -> None:
    """Change what is given of a form; an empty day or answer takes it off."""
    with project.change("Edit consent") as session:
        row = _row(session, key)
        for name, value in _clean(fields).items():
            setattr(row, name, value)


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take forms out of the project."""
    with project.change("Remove consent") as session:
        for key in keys:
            session.delete(_row(session, key))


def find(project: Project, participant: int, form: str | None = None) -> ConsentInfo:
    """Return a participant's form of that version, or their only one; raises `NothingThere`."""
    there = listed(project, participant)
    found = [one for one in there if form is None or tables.key(one.form) == tables.key(form)]
    if not found:
        raise NothingThere("There is no such form of this participant.")
    if len(found) > 1 and form is None:
        sentence = "This participant has several forms: say which, of {forms}."
        raise SourceError(sentence, forms=", ".join(one.form or "“”" for one in found))
    return found[-1]


def import_table(project: Project, path: Path, *, progress: Progress = silent) -> ConsentsImported:
    """Read forms from a CSV or XLSX table with a column of participants, as one change; raises `TableError`.

    Each use has a column of yes and no, or one column, `uses`, names all that was agreed to; there, what is not named
    was not agreed to. The form of a participant that is there by its version is brought up to date.
    """
    table = tables.read(path, progress=progress)
    naming = table.find(NAME)
    columns = {name: place for name, called in _CALLED.items() if (place := table.find(called)) is not None}
    if naming is None or not columns.keys() & {*USES, *DAYS, "uses"}:
        sentence = "{name} needs a column “participant” and one for a use, such as “quotation”, or “uses”."
        raise TableError(sentence, name=table.path.name)
    made, updated, unmatched = 0, 0, []
    with project.change("Import consents", kind="import") as session:
        people = {tables.key(name): key for key, name in session.execute(select(Participant.id, Participant.name))}
        for row in table.rows:
            participant = people.get(tables.key(row.cells[naming]))
            if participant is None:
                unmatched.append(row.cells[naming])
                continue
            fields = _of_cells({name: row.cells[place] for name, place in columns.items()}, row.line)
            new = _put(project, session, participant, fields)
            made, updated = made + new, updated + (not new)
    return ConsentsImported(made, updated, tuple(unmatched))


def _put(project: Project, session: Session, participant: int, fields: ConsentFields) -> bool:
    """Write a form of a table, and say whether it is new."""
    form = clean_line(fields.get("form") or "")
    rows = session.scalars(select(Consent).where(Consent.participant_id == participant))
    known = next((row for row in rows if tables.key(row.form) == tables.key(form)), None)
    if known is None:
        add(project, participant, **fields)
    else:
        edit(project, known.id, **fields)
    return known is None


def _of_cells(cells: Mapping[str, str], line: int) -> ConsentFields:
    fields: Any = {name: cell for name, cell in cells.items() if name not in (*USES, "uses")}
    try:
        fields.update({name: day(cells[name]) for name in DAYS if name in cells})
        fields.update(agreed(cells.get("uses", "")))
        fields.update({use: answer(cells[use]) for use in USES if use in cells})
    except SourceError as error:
        raise TableError("Line {line}: {why}", line=line, why=error) from error
    found: ConsentFields = fields
    return found


def answer(text: str | None) -> str | None:
    """Return `yes`, `no`, or None where nothing is said; raises `SourceError`."""
    said = tables.key(text or "")
    if said in _UNSAID:
        return None
    if said not in _YES | _NO:
        raise SourceError("{text} is no answer; say yes, no or unsaid.", text=(text or "").strip())
    return "yes" if said in _YES else "no"


def agreed(text: str) -> dict[str, str]:
    """Return the answers of a list of all that was agreed to, nothing where it is empty; raises `SourceError`.

    >>> sorted(use for use, answer in agreed("quotation; archive").items() if answer == "yes")
    ['archive', 'quotation']
    """
    named = [part for part in (tables.key(part) for part in text.replace(";", ",").split(",")) if part]
    if not named:
        return {}
    found = set(USES) if set(named) & _ALL else {_use(one, text) for one in named if one not in _NONE}
    return {use: "yes" if use in found else "no" for use in USES}


def _use(name: str, text: str) -> Use:
    use = next((use for use in USES if name in map(tables.key, _CALLED[use])), None)
    if use is None:
        raise SourceError("{text} is no list of uses; say some of {uses}.", text=text.strip(), uses=ListedWords(USES))
    return use


def _clean(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields as they are kept; raises `SourceError` for what is no day or no answer."""
    found: dict[str, Any] = {}
    for name, value in fields.items():
        if name in DAYS:
            found[name] = day(value)
        elif name in USES:
            found[name] = answer(value)
        else:
            found[name] = clean_line(value or "") if name == "form" else clean_text(value or "").strip()
    return found


def _row(session: Session, key: int) -> Consent:
    row = session.get(Consent, key)
    if row is None:
        raise NothingThere("This form is no longer in the project.")
    return row
