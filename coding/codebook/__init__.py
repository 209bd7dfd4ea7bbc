"""Codes: making, finding, changing and arranging them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from coding.codebook import codes, names, tree
from coding.codebook.merging import merge, split_off
from coding.codebook.names import CodeNames, clean_name
from coding.codebook.palette import PALETTE
from coding.codebook.removal import Consequences, consequences, remove
from corpus.errors import CodingError, UnknownCode
from corpus.model import Alias, Code, Cue, Framework
from corpus.store import columns
from corpus.store.project import Project

__all__ = [
    "PALETTE", "CodeInfo", "Consequences", "add", "consequences", "edit", "find", "get", "listed", "merge", "move",
    "move_many", "remove", "resolver", "split_off", "subtree", "ways",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """A code; `path` is `parent/child`, `exact` as in `tree.Node`.

    How often it is used, `coding.moment.counts` says.
    """

    key: int
    uid: str
    name: str
    path: str
    exact: str
    code_key: str | None
    framework: str | None
    parent: int | None
    depth: int
    cycle: int
    position: int
    level: str | None
    short: str
    definition: str
    include: str
    exclude: str
    typical: str
    atypical: str
    colour: str
    provenance: str
    in_vivo: bool
    cues: tuple[str, ...]
    created_at: str = ""
    aliases: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()  # the language of each cue, empty where nobody said

    def cues_in(self, language: str) -> tuple[str, ...]:
        """Return the cues of a language, with those of which nobody said the language; all where there are none."""
        found = tuple(cue for cue, spoken in zip(self.cues, self.spoken, strict=True) if spoken in ("", language))
        return found or self.cues

    @property
    def label(self) -> str:
        """`C1 Analyse` where the key is short enough to be said, else the name."""
        return tree.label(self.code_key, self.name)

    @property
    def above(self) -> str:
        """The path of the code it stands under; nothing at the top."""
        return self.path[: -len(self.name) - 1] if self.parent is not None else ""


def listed(project: Project) -> list[CodeInfo]:
    """Return every code in tree order: the first cycle, then each framework."""
    with project.read() as session:
        cues, aliases = _gathered(session, _CUES), _gathered(session, _ALIASES)
        walked = tree.walked(session, *_TOLD)
        return [_info(row, place, cues.get(row[0], ()), aliases.get(row[0], ())) for row, place in walked]


def get(project: Project, key: int) -> CodeInfo:
    """Return one code; raises `UnknownCode`."""
    with project.read() as session:
        row, names = tree.row(session, key, *_TOLD), tree.names(session, key)
        if row is None:
            raise UnknownCode("This code is no longer in the project.")
        cues, aliases = (
            [told for _, *told in columns.rows(session, query.where(code == key))]
            for query, code in ((_CUES, Cue.code_id), (_ALIASES, Alias.code_id))
        )
        return _info(row, tree.placed(names), cues, aliases)


_CUES = select(Cue.code_id, Cue.text, Cue.language).order_by(Cue.id)
_ALIASES = select(Alias.code_id, Alias.name).order_by(Alias.id)
# The last in the order of `CodeInfo`, as thousands of rows are read by place much faster than by name.
_TOLD = (
    Code.uid, Code.created_at, Code.position, Code.level, Code.short, Code.definition, Code.include, Code.exclude,
    Code.typical, Code.atypical, Code.colour, Code.provenance, Code.in_vivo,
)  # fmt: skip


def _info(
    row: Sequence[Any], place: tree.Place, cues: Sequence[Sequence[str]], aliases: Sequence[Sequence[str]]
) -> CodeInfo:
    key, code_key, name, parent, framework_id, framework, uid, created_at, *told = row
    path, exact, depth = place
    above = (key, uid, name, path, exact, code_key, framework, parent, depth, 1 if framework_id is None else 2)
    named, spoken = tuple(text for text, _ in cues), tuple(language for _, language in cues)
    values: list[Any] = [*above, *told, named, created_at, tuple(name for (name,) in aliases), spoken]
    return CodeInfo(*values)


def _gathered(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, list[Sequence[str]]]:
    found: dict[int, list[Sequence[str]]] = {}
    for code, *told in columns.rows(session, query):
        found.setdefault(code, []).append(told)
    return found


def find(project: Project, name: str) -> CodeInfo:
    """Return the code that `name` means: key (`C1`), name, `framework:key`, path `parent/child`, `/path`, other name.

    Case and accents matter only between codes that differ by them. Raises `UnknownCode`, `AmbiguousCode`.
    """
    return get(project, resolver(project)(name))


def at(project: Project, path: str) -> int | None:
    """Return the key of the first-cycle code at exactly this path, or None."""
    found: int | None = None
    with project.read() as session:
        for name in tree.names_of(path):
            found = codes.sibling(session, None, found, name)
            if found is None:
                return None
    return found


def resolver(project: Project) -> Callable[[str], int]:
    """Return a `find` that gives keys and reads the codes once, for many questions in a row."""
    with project.read() as session:
        others = {code: [name for (name,) in told] for code, told in _gathered(session, _ALIASES).items()}
        return CodeNames(tree.nodes(session), others).find


def ways(project: Project) -> dict[int, str]:
    """Return for each code the shortest name by which `find` finds it."""
    with project.read() as session:
        nodes = tree.nodes(session)
    known = CodeNames(nodes)
    return {node.key: known.way(node.key) for node in nodes}


def exact(project: Project) -> dict[int, str]:
    """Return for each code the path that means it alone in every project that has it."""
    with project.read() as session:
        return {node.key: names.exact(node) for node in tree.nodes(session)}


def subtree(project: Project, key: int) -> frozenset[int]:
    """Return the keys of a code and of all codes under it."""
    with project.read() as session:
        return tree.subtree(session, [key])


def add(
    project: Project,
    name: str,
    *,
    parent: int | None = None,
    framework: str | None = None,
    key: str | None = None,
    in_vivo: bool = False,
    **fields: Any,
) -> int:
    """Make a code and return its key; in `parent/child` the parents that lack are made too.

    After a slash at the very start `\\/` stands for a slash within a name, as in `tree.names_of`. `key` is a framework
    code's fixed short name. `fields` are those of `CodeInfo` that describe the code.
    """
    *above, last = tree.names_of(name.strip())
    with project.change("Add code") as session:
        book = codes.book_of(session, parent, framework)
        for part in above:
            part = clean_name(part)
            found = codes.sibling(session, book, parent, part)
            parent = codes.insert(session, part, parent, book) if found is None else found
        return codes.insert(session, clean_name(last), parent, book, key=key, in_vivo=in_vivo, **fields)


def edit(project: Project, key: int, **fields: Any) -> None:
    """Change what is said of a code: `name`, the fields of `CodeInfo` that describe it, `cues` and
    `aliases` as a whole.

    `code_key` can be changed in a framework grown in the project; elsewhere keys are fixed.
    """
    with project.change("Edit code") as session:
        row = codes.row(session, key)
        if "name" in fields:
            name = clean_name(fields.pop("name"))
            if codes.sibling(session, row.framework_id, row.parent_id, name) not in (None, key):
                raise CodingError("There is a code called {code} here already.", code=name)
            row.name = name
        if "code_key" in fields:
            row.key = _new_key(session, row, fields.pop("code_key"))
        codes.fill(session, row, fields)


def _new_key(session: Session, row: Code, key: str | None) -> str | None:
    if key == row.key:
        return key
    origin = session.scalar(select(Framework.origin).where(Framework.id == row.framework_id))
    if origin not in (None, "grown"):
        raise CodingError("The keys of this framework are fixed; fork it to change them.")
    return None if key is None else codes.free_key(session, key, row.framework_id, row.id)


def move_many(project: Project, keys: Sequence[int], parent: int | None, position: int | None = None) -> None:
    """Put codes, in this order, under another or at the top, the first at `position` among its new siblings."""
    with project.change("Move codes" if len(keys) > 1 else "Move code"):
        for number, key in enumerate(keys):
            move(project, key, parent, None if position is None else position + number)


def move(project: Project, key: int, parent: int | None, position: int | None = None) -> None:
    """Put a code, with all under it, under another or at the top, at `position` among its new siblings (or last)."""
    with project.change("Move code") as session:
        row = codes.row(session, key)
        if parent is not None:
            above = codes.row(session, parent)
            if above.framework_id != row.framework_id:
                raise CodingError(
                    "{code} can't go under {parent}: a code stays among the descriptive codes, or in its framework.",
                    code=row.name,
                    parent=above.name,
                )
            if parent in tree.subtree(session, [key]):
                raise CodingError("{code} can't go under itself.", code=row.name)
        if codes.sibling(session, row.framework_id, parent, row.name) not in (None, key):
            raise CodingError("There is a code called {code} here already.", code=row.name)
        siblings = [code for code in codes.siblings(session, row.framework_id, parent) if code.id != key]
        row.parent_id = parent
        siblings.insert(len(siblings) if position is None else max(0, position), row)
        for number, code in enumerate(siblings):
            code.position = number
