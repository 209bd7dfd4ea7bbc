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
from corpus.our_words import ListedWords
from corpus.people import lots
from corpus.progress import Progress, silent
from corpus.store.project import Project
from corpus.words import folded

Kind = Literal["person", "firm", "brand", "place", "function", "contact", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_NOUNS: Mapping[str, Mapping[Kind, str]] = {
    "fr": {
        "person": "personne",
        "firm": "entreprise",
        "brand": "marque",
        "place": "lieu",
        "function": "fonction",
        "contact": "coordonnées",
        "other": "nom",
    },
    "en": {
        "person": "person",
        "firm": "company",
        "brand": "brand",
        "place": "place",
        "function": "function",
        "contact": "contact",
        "other": "name",
    },
}
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
        .where(Pseudonym.participant_id.is_(None))
        .order_by(Pseudonym.id)
    ).all()
    hidden = [Hidden(row.id, row.original, row.kind or "other", row.replacement) for row in rows if row.replacement]
    hidden.sort(key=lambda one: (folded(one.name), one.key))
    return Vault(tuple(hidden), frozenset(row.original for row in rows if not row.replacement))


def anything(project: Project) -> bool:
    """Say whether there is anybody or anything that may not be named."""
    asked = (
        select(Participant.id).where(Participant.confidential),
        select(Organisation.id).where(Organisation.confidential),
        select(Pseudonym.id).where(Pseudonym.replacement != ""),
    )
    with project.read() as session:
        return any(session.scalar(one.limit(1)) is not None for one in asked)


def hide(project: Project, names: Iterable[str], kind: str, *, replacement: str | None = None) -> list[Hidden]:
    """Put names into the vault and return them; several names at once stand for the same, and so get one replacement.

    Without a replacement one is drawn. A name that is there already keeps its own unless another is given.
    """
    with project.change("Hide names") as session:
        return _Shelves(project, session).hidden([(names, kind, replacement)])


def hide_each(project: Project, names: Iterable[str], kind: str, *, replacement: str | None = None) -> list[Hidden]:
    """Put names into the vault, each with a replacement of its own, one change."""
    with project.change("Hide names") as session:
        return _Shelves(project, session).hidden(([name], kind, replacement) for name in names)


class _Shelves:
    """The vault while names are put into it, read once for however many."""

    def __init__(self, project: Project, session: Session) -> None:
        rows = session.scalars(select(Pseudonym)).all()
        self._session, self._language = session, project.info().language
        self._there = {folded(row.original): row for row in rows if row.participant_id is None}
        told = (row.replacement.strip("[]").rpartition(" ")[2] for row in rows)
        self._taken = {int(last) for last in told if last.isdecimal()}
        self._said = set[str]()  # nouns whose numbers in texts are taken

    def hidden(self, each: Iterable[tuple[Iterable[str], str, str | None]]) -> list[Hidden]:
        """Put names in, those given together under one replacement, and return what is hidden then."""
        rows = [row for names, kind, replacement in each for row in self._put(names, kind, replacement)]
        self._session.flush()
        return [Hidden(row.id, row.original, row.kind or "other", row.replacement) for row in dict.fromkeys(rows)]  # type: ignore[arg-type]  # a kind

    def _put(self, names: Iterable[str], kind: str, replacement: str | None) -> list[Pseudonym]:
        known = next((one for one in KINDS if one == kind), None)
        if known is None:
            raise SourceError("A name is of a {kinds}, not of a {kind}.", kinds=ListedWords(KINDS), kind=kind)
        wanted = {folded(name): name for name in reversed([*filter(None, map(clean_line, names))])}
        if not wanted or not all(any(map(str.isalnum, name)) for name in wanted.values()):
            raise SourceError("A name to hide has at least one letter or digit.")
        there = [self._there[plain] for plain in wanted if plain in self._there]
        kept = next((row.replacement for row in there if row.replacement), None)
        shown = bracketed(replacement) if replacement is not None else kept or self._drawn(known)
        return [self._row(plain, name, known, shown) for plain, name in reversed(wanted.items())]

    def _row(self, plain: str, name: str, kind: Kind, shown: str) -> Pseudonym:
        row = self._there.get(plain)
        if row is None:
            row = self._there[plain] = Pseudonym(original=name, kind=kind, replacement=shown)
            self._session.add(row)
        elif row.replacement != shown or row.kind != kind:
            row.replacement, row.kind = shown, kind
        return row

    def _drawn(self, kind: Kind) -> str:
        noun = _NOUNS.get(self._language, _NOUNS["en"])[kind]
        if noun not in self._said:
            self._said.add(noun)
            self._taken |= lots.said(self._session, noun)
        return f"[{noun} {lots.draw(self._taken)}]"


def import_table(project: Project, path: Path, progress: Progress = silent) -> list[Hidden]:
    """Put a list of names into the vault, from a table with a column of names; all or none, one change.

    A column says of what each is, another what stands for it; where none does, it is drawn, and of names on lines that
    say the same replacement one stands for all.
    """
    table = tables.read(path, progress=progress)
    name, kind, shown = (table.find(_CALLED[one]) for one in ("name", "kind", "replacement"))
    if name is None:
        raise TableError("{file} has no column of names; call one {column}.", file=path.name, column="name")
    lines = (
        (
            [row.cells[name]],
            _kind(row.cells[kind]) if kind is not None else "other",
            (row.cells[shown].strip() or None) if shown is not None else None,
        )
        for row in table.rows
        if row.cells[name].strip()
    )
    with project.change("Hide names") as session:
        return _Shelves(project, session).hidden(lines)


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


def _rows(session: Session, names: Iterable[str]) -> dict[str, Pseudonym]:
    """Return what the vault has of these names, case and accents let go."""
    wanted = set(map(folded, names))
    rows = session.scalars(select(Pseudonym).where(Pseudonym.participant_id.is_(None)))
    return {plain: row for row in rows if (plain := folded(row.original)) in wanted}
