"""Recipes kept in a project by name, and those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.recipes import reading
from coding.recipes.recipe import Recipe
from corpus import name_lookup
from corpus.cleaning import clean_line, clean_text
from corpus.errors import NothingThere, RecipeError
from corpus.model import Recipe as Row
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class RecipeInfo:
    """A recipe by name; `key` is None for one that ships."""

    key: int | None
    name: str
    text: str


def save(project: Project, name: str, text: str) -> int:
    """Keep a recipe under `name` and return its key; one that has the name gives way.

    One that can't be read is refused, see `reading.read`.
    """
    name, text = _clean(name), clean_text(text)
    reading.read(text, name)
    with project.change("Keep recipe") as session:
        row = _called(session, name)
        if row is None:
            row = Row(name=name, text=text)
            session.add(row)
        row.text = text
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give a kept recipe another name; a name that is taken is refused."""
    with project.change("Rename recipe") as session:
        row, name = _row(session, key), _clean(name)
        other = _called(session, name)
        if other is not None and other.id != key:
            raise RecipeError("Another recipe is called {name}.", name=name)
        row.name = name


def remove(project: Project, key: int) -> None:
    """Forget a kept recipe; what was made by it stays."""
    with project.change("Remove recipe") as session:
        session.delete(_row(session, key))


def listed(project: Project) -> list[RecipeInfo]:
    """Return the kept recipes by name."""
    with project.read() as session:
        rows = session.scalars(select(Row).order_by(Row.name, Row.id))
        return [RecipeInfo(row.id, row.name, row.text) for row in rows]


def shipped() -> list[RecipeInfo]:
    """Return the recipes that ship, by name."""
    found = [one for one in resources.files("resources.recipes").iterdir() if one.name.endswith(".toml")]
    named = sorted(found, key=lambda one: one.name)
    return [RecipeInfo(None, one.name.removesuffix(".toml"), one.read_text("utf-8")) for one in named]


def find(project: Project, name: str) -> RecipeInfo:
    """Return the recipe called so, see `name_lookup.one`, a kept one before one that ships; raises `NothingThere`."""
    kept, ready = listed(project), shipped()
    found = name_lookup.one(kept, name) or name_lookup.one(ready, name)
    if found is not None:
        return found
    near = name_lookup.nearest([*kept, *ready], name)
    raise NothingThere(
        "No recipe is kept as {name}; is {near} meant?" if near else "No recipe is kept as {name}.",
        name=name,
        near=near,
    )


def own(project: Project, name: str) -> int:
    """Return the key of a recipe that is kept; raises `RecipeError` for one that ships."""
    found = find(project, name)
    if found.key is None:
        raise RecipeError("{name} ships with the program; keep a copy of it to change it.", name=found.name)
    return found.key


def of_file(path: Path) -> RecipeInfo:
    """Return the recipe in a file, called as the file; raises `RecipeError` where it can't be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise RecipeError("{name} can't be read: {why}.", name=path.name, why=why) from error
    except UnicodeDecodeError as error:
        raise RecipeError("{name} is not UTF-8 text; save it again as UTF-8.", name=path.name) from error
    return RecipeInfo(None, clean_line(path.stem), clean_text(text))


def read(info: RecipeInfo) -> Recipe:
    """Read a recipe; raises `RecipeError`, which names the line."""
    return reading.read(info.text, info.name)


def _clean(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise RecipeError("A recipe needs a name.")
    return name


def _called(session: Session, name: str) -> Row | None:
    rows = session.scalars(select(Row).order_by(Row.id))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _row(session: Session, key: int) -> Row:
    row = session.get(Row, key)
    if row is None:
        raise NothingThere("This recipe is no longer kept.")
    return row
