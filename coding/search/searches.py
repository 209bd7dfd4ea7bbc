"""Searches: what is asked of the verbatims, and those kept by name, which run anew each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from corpus import name_lookup
from corpus.cleaning import clean_line, clean_text
from corpus.errors import CodingError, NothingThere
from corpus.model import Coder
from corpus.model import SavedSearch as _Row
from corpus.search import query as queries
from corpus.search.nodes import Node
from corpus.store.project import Project

Chosen = int | str | None
Scope = Literal["passages", "documents", "codings", "memos", "definitions", "meaning"]
Order = Literal["document", "relevance", "left", "right"]
Group = Literal["", "participant", "code"]
View = Literal["verbatims", "lines", "where", "words", "near", "tree"]
Of = Literal["like", "missed", "unlike"]
"""What is asked by meaning of a code: passages like its own, those of them that it missed, or its odd verbatims."""


@dataclass(frozen=True, slots=True)
class Search:
    """A query and what its verbatims must be: one of the values chosen in every facet that is named.

    `within` are the sets that it is sought in, by uid. `scope` is what is sought in (in `meaning` for passages that say
    something like the query, or like what `about` asks of a code, see `alike`); `order`, `group` and `view` are how it
    is looked at. `items` are the coded spans behind a cell, called `title`; they are never kept.
    """

    query: str = ""
    chosen: Mapping[str, tuple[Chosen, ...]] = field(default_factory=dict)
    ways: Ways = "both"
    scope: Scope = "passages"
    order: Order = "document"
    group: Group = ""
    view: View = "verbatims"
    items: tuple[EvidenceItem, ...] | None = None
    title: str = ""
    within: tuple[str, ...] = ()
    about: tuple[Of, int] | None = None

    def seen(self, moment: Moment) -> Moment:
        """Return a moment as it is seen within the sets that are asked for."""
        return moment.viewed(within=self.within)

    @property
    def node(self) -> Node | None:
        """What is asked of words; nothing where nothing is, or what they mean is sought. Raises `QueryError`."""
        return queries.parse(self.query) if self.query.strip() and self.scope != "meaning" else None

    @property
    def asks(self) -> bool:
        """Whether anything is asked for: words, choices, the items of a cell, or something of a code."""
        return bool(self.query.strip() or self.chosen or self.items is not None or self.about)

    @property
    def of_own(self) -> bool:
        """Whether the verbatims of a code are sought, by how unlike the others they are."""
        return self.scope == "meaning" and self.about is not None and self.about[0] == "unlike"

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes chosen: those of frameworks where there are any, else those of the first cycle."""
        theory = [key for name, keys in self.chosen.items() if name.startswith("framework:") for key in keys]
        return tuple(key for key in theory or self.chosen.get("code", ()) if isinstance(key, int))


@dataclass(frozen=True, slots=True)
class SearchInfo:
    """A search kept by name."""

    key: int
    name: str
    search: Search
    coder: str | None


def save(project: Project, name: str, search: Search) -> int:
    """Keep a search by name and return its key; one of that name takes the new query."""
    with project.change("Keep search") as session:
        name = _named(name)
        row = session.scalar(select(_Row).where(_Row.name == name))
        if row is None:
            row = _Row(name=name, coder_id=project.coder_key(session))
            session.add(row)
        row.query = clean_text(search.query)
        row.filters = {
            "chosen": {facet: list(keys) for facet, keys in search.chosen.items()},
            "within": list(search.within),
            "about": list(search.about or ()),
            **{name: getattr(search, name) for name in _KEPT},
        }
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give a kept search another name, free in the project."""
    with project.change("Rename search") as session:
        row, name = _row(session, key), _named(name)
        if session.scalar(select(func.count(_Row.id)).where(_Row.name == name, _Row.id != key)):
            raise CodingError("There is a search called {name} already.", name=name)
        row.name = name


def remove(project: Project, key: int) -> None:
    """Forget a kept search; what it finds stays as it is."""
    with project.change("Remove search") as session:
        session.delete(_row(session, key))


def listed(project: Project) -> list[SearchInfo]:
    """Return the kept searches in order of name."""
    query = select(_Row.id, _Row.name, _Row.query, _Row.filters, Coder.name).outerjoin(Coder, Coder.id == _Row.coder_id)
    with project.read() as session:
        found = [
            SearchInfo(key, name, _read(words, filters), coder)
            for key, name, words, filters, coder in session.execute(query)
        ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def find(project: Project, name: str) -> SearchInfo:
    """Return the search kept by that name, see `name_lookup.one`; raises `NothingThere`."""
    known = listed(project)
    found = name_lookup.one(known, name)
    if found is not None:
        return found
    near = name_lookup.nearest(known, name)
    raise NothingThere(
        "No search is kept as {name}; is {near} meant?" if near else "No search is kept as {name}.",
        name=name,
        near=near,
    )


_KEPT: dict[str, tuple[str, ...]] = {
    "ways": get_args(Ways),
    "scope": get_args(Scope),
    "order": get_args(Order),
    "group": get_args(Group),
    "view": get_args(View),
}


def _read(query: str, filters: Any) -> Search:
    """Take what can be read of filters, which may come from another version."""
    filters = filters if isinstance(filters, dict) else {}
    chosen = filters.get("chosen")
    known: dict[str, Any] = {name: filters.get(name) for name, values in _KEPT.items() if filters.get(name) in values}
    chosen = chosen.items() if isinstance(chosen, dict) else ()
    within = filters.get("within")
    known["within"] = tuple(map(str, within)) if isinstance(within, list) else ()
    match filters.get("about"):
        case [of, int(code)] if of in get_args(Of):
            known["about"] = (of, code)
    return Search(query, {str(name): tuple(keys) for name, keys in chosen if isinstance(keys, list)}, **known)


def _named(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise CodingError("A search needs a name.")
    return name


def _row(session: Session, key: int) -> _Row:
    row = session.get(_Row, key)
    if row is None:
        raise NothingThere("This search is no longer in the project.")
    return row
