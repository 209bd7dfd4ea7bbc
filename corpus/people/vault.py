"""The vault: names that stay in the project, and what stands for each of them in all that leaves it.

A replacement is drawn by lot, so that its number tells nothing of a table or of who came first, and is in the study's
language. Words that were looked at and are no name are kept, too, so that nobody is asked for them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError, TableError
from corpus.model import Organisation, Participant, Pseudonym
from corpus.our_words import Words
from corpus.people import lots
from corpus.progress import Progress, silent
from corpus.store.project import Project
from corpus.words import folded

Kind = Literal["person", "firm", "brand", "place", "function", "contact", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_NOUNS: Mapping[str, Mapping[Kind, str]] = {
    "fr": {"person": "personne", "firm": "entreprise", "brand": "marque", "place": "lieu", "function": "fonction",
           "contact": "coordonnées", "other": "nom"},
    "en": {"person": "person", "firm": "company", "brand": "brand", "place": "place", "function": "function",
           "contact": "contact", "other": "name"},
}  # fmt: skip
_CALLED = {
    "name": ("name", "nom", "original", "mot"),
    "kind": ("kind", "type", "genre", "nature"),
    "replacement": ("replacement", "remplacement", "pseudonym", "pseudonyme"),
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A name of the vault, and what stands for it; `name` is what commands call it by."""

    key: int
    name: str
    kind: Kind
    replacement: str


@dataclass(frozen=True, slots=True)
class Vault:
    """What is hidden, by name, and the words that are no names."""

    hidden: tuple[Hidden, ...]
    refused: frozenset[str]


def read(session: Session) -> Vault:
    """Return the vault, names in alphabetical order."""
    rows = session.execute(
        select(Pseudonym.id, Pseudonym.original, Pseudonym.kind, Pseudonym.replacement)
        .where(Pseudonym.participant_id.is_(None)).order_by(Pseudonym.id)
    ).all()  # fmt: skip
    hidden = [Hidden(row.id, row.original, row.kind or "other", row.replacement) for row in rows if row.replacement]
    hidden.sort(key=lambda one: (folded(one.name), one.key))
    return Vault(tuple(hidden), frozenset(row.original for row in rows if not row.replacement))


def anything(project: Project) -> bool:
    """Say whether there is anybody or anything that may not be named."""
    asked = (
        select(Participant.id).where(Participant.confidential),
        select(Organisation.id).where(Organisation.confidential),
        select(Pseudonym.id).where(Pseudonym.replacement != ""),
    )  # fmt: skip
    with project.read() as session:
        return any(session.scalar(one.limit(1)) is not None for one in asked)


def hide(
    project: Project, names: Iterable[str], kind: str, *, replacement: str | None = None
) -> list[Hidden]:  # fmt: skip
    """Put names into the vault and return them; several names at once stand for the same, and so get one replacement.

    Without a replacement one is drawn. A name that is there already keeps its own unless another is given.
    """
    if kind not in KINDS:
        raise SourceError("A name is of a {kinds}, not of a {kind}.", kinds=Words(KINDS), kind=kind)
    wanted = list(dict.fromkeys(filter(None, map(clean_line, names))))
    if not wanted:
        raise SourceError("A name to hide has at least one character.")
    with project.change("Hide names") as session:
        there = _rows(session, wanted)
        kept = next((row.replacement for row in there.values() if row.replacement), None)
        shown = bracketed(replacement) if replacement is not None else kept or _drawn(project, session, kind)
        for name in wanted:
            row = there.get(folded(name))
            if row is None:
                session.add(Pseudonym(original=name, kind=kind, replacement=shown))
            elif row.replacement != shown or row.kind != kind:
                row.replacement, row.kind = shown, kind
        session.flush()
        plain = set(map(folded, wanted))
        return [one for one in read(session).hidden if folded(one.name) in plain]


def hide_each(project: Project, names: Iterable[str], kind: str, *, replacement: str | None = None) -> list[Hidden]:
    """Put names into the vault, each with a replacement of its own, one change."""
    with project.change("Hide names"):
        return [one for name in names for one in hide(project, [name], kind, replacement=replacement)]


def import_table(project: Project, path: Path, progress: Progress = silent) -> list[Hidden]:
    """Put a list of names into the vault, from a table with a column of names; all or none, one change.

    A column says of what each is, another what stands for it; where none does, it is drawn, and of names on lines that
    say the same replacement one stands for all.
    """
    table = tables.read(path, progress=progress)
    name, kind, shown = (table.find(_CALLED[one]) for one in ("name", "kind", "replacement"))
    if name is None:
        raise TableError("{file} has no column of names; call one {column}.", file=path.name, column="name")
    with project.change("Hide names"):
        made = [
            one
            for row in table.rows
            if row.cells[name].strip()
            for one in hide(project, [row.cells[name]], _kind(row.cells[kind]) if kind is not None else "other",
                            replacement=(row.cells[shown].strip() or None) if shown is not None else None)
        ]  # fmt: skip
    return made


def _kind(said: str) -> str:
    plain = folded(said).strip()
    return next((kind for kind in KINDS if plain in (kind, *(folded(one[kind]) for one in _NOUNS.values()))), plain)


def refuse(project: Project, names: Iterable[str]) -> None:
    """Keep that words are no name; what is hidden stays so."""
    with project.change("Say that words are no name") as session:
        wanted = list(dict.fromkeys(filter(None, map(clean_line, names))))
        there = _rows(session, wanted)
        session.add_all(
            Pseudonym(original=name, kind=None, replacement="") for name in wanted if folded(name) not in there
        )


def forget(project: Project, names: Iterable[str]) -> None:
    """Take names, and words that were no names, out of the vault: they are read again as they stand."""
    with project.change("Take names out of the vault") as session:
        wanted = [clean_line(one) for one in names]
        there = _rows(session, wanted)
        missing = next((one for one in wanted if folded(one) not in there), None)
        if missing is not None:
            raise NothingThere("{name} is not in the vault.", name=missing)
        session.execute(delete(Pseudonym).where(Pseudonym.id.in_([row.id for row in there.values()])))


def bracketed(text: str) -> str:
    """Return a replacement in square brackets, by which a reader sees that a name stood there."""
    inner = clean_line(text).strip("[] ")
    if not inner:
        raise SourceError("What stands for a name has at least one character.")
    return f"[{inner}]"


def _drawn(project: Project, session: Session, kind: Kind) -> str:
    nouns = _NOUNS.get(project.info().language, _NOUNS["en"])
    told = session.scalars(select(Pseudonym.replacement))
    taken = {int(last) for one in told if (last := one.strip("[]").rpartition(" ")[2]).isdecimal()}
    return f"[{nouns[kind]} {lots.draw(taken)}]"


def _rows(session: Session, names: Iterable[str]) -> dict[str, Pseudonym]:
    """Return what the vault has of these names, case and accents let go."""
    wanted = set(map(folded, names))
    rows = session.scalars(select(Pseudonym).where(Pseudonym.participant_id.is_(None)))
    return {plain: row for row in rows if (plain := folded(row.original)) in wanted}
