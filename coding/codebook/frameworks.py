"""Frameworks: theories in the project, shipped, brought by the person, or grown here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import Session

from coding.codebook import frameworks_files, moves, removal, tree
from coding.codebook.frameworks_files import FrameworkCode, FrameworkFile
from coding.codebook.names import clean_name
from coding.codebook.removal import Consequences
from corpus.cleaning import clean_line, clean_text
from corpus.errors import FrameworkError
from corpus.model import (
    Alias,
    Assertion,
    Bearing,
    Code,
    Coding,
    Cue,
    Framework,
    Judgement,
    Link,
    SetAside,
    Study,
    now,
)
from corpus.store.project import Project

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    """A framework in the project: `framework` is its key in names, `origin` shipped, imported or grown."""

    key: int
    framework: str
    title: str
    citation: str
    note: str
    language: str
    version: str
    origin: str
    codes: int
    forked_from: str | None


def listed(project: Project) -> list[FrameworkInfo]:
    """Return the frameworks of the project in order."""
    with project.read() as session:
        counted = select(Code.framework_id, func.count()).group_by(Code.framework_id)
        counts = dict(session.execute(counted).all())
        rows = session.scalars(select(Framework).order_by(Framework.position, Framework.id))
        return [
            FrameworkInfo(
                key=row.id,
                framework=row.key,
                title=row.title,
                citation=row.citation,
                note=row.note,
                language=row.language,
                version=row.version,
                origin=row.origin,
                codes=counts.get(row.id, 0),
                forked_from=row.forked_from,
            )
            for row in rows
        ]


def get(project: Project, framework: str) -> FrameworkInfo:
    """Return the framework with that key, case let go; raises `FrameworkError`."""
    for info in listed(project):
        if info.framework.casefold() == framework.casefold():
            return info
    raise FrameworkError("The framework {framework} is not in this project.", framework=framework)


def add(project: Project, key_or_path: str | Path, *, language: str | None = None) -> str:
    """Put a framework into the project, a shipped one by its key or a person's own by its file; return its key.

    Codes speak `language` (fr or en; the study's when not given), cues come in both. The shipped crosswalks to
    frameworks that are there come with it.
    """
    file, origin = _read(key_or_path)
    with project.change("Add framework") as session:
        _refuse_taken(session, file.key)
        language = _language(session, language)
        row = Framework(
            key=file.key,
            title=clean_text(said(file.title, language)) or file.key,
            citation=clean_text(said(file.citation, language)),
            note=clean_text(said(file.note, language)),
            language=language,
            version=clean_line(file.version),
            origin=origin,
            position=_after(session),
        )
        session.add(row)
        session.flush()
        _insert_codes(session, file, row.id, language)
        if origin == "shipped":
            _insert_crosswalks(session, file.key, language, project.coder_key(session))
        return file.key


def _read(key_or_path: str | Path) -> tuple[FrameworkFile, str]:
    if isinstance(key_or_path, Path) or key_or_path.casefold().endswith(".toml"):
        return frameworks_files.load(Path(key_or_path)), "imported"
    return frameworks_files.find(key_or_path), "shipped"


def _refuse_taken(session: Session, key: str) -> None:
    if session.scalar(select(Framework.id).where(func.lower(Framework.key) == key.lower())) is not None:
        raise FrameworkError("The framework {framework} is in this project already.", framework=key)


def _language(session: Session, language: str | None) -> str:
    wanted = language or session.scalar(select(Study.language).limit(1)) or frameworks_files.LANGUAGES[0]
    if wanted not in frameworks_files.LANGUAGES:
        known = ", ".join(frameworks_files.LANGUAGES)
        raise FrameworkError("Frameworks speak {languages}, not {language}.", languages=known, language=wanted)
    return wanted


def said(texts: Mapping[str, str], language: str) -> str:
    """Return what is said in `language`, else in the other."""
    return texts.get(language) or next(iter(texts.values()), "")


def _after(session: Session) -> int:
    last = session.scalar(select(func.max(Framework.position)))
    return 0 if last is None else last + 1


def _insert_codes(session: Session, file: FrameworkFile, framework: int, language: str) -> None:
    keys: dict[str, int] = {}
    waiting = list(enumerate(file.codes))
    while waiting:
        ready = [(at, code) for at, code in waiting if code.parent is None or code.parent in keys]
        rows = [
            {"framework_id": framework, "position": at, "parent_id": keys[code.parent] if code.parent else None}
            | described(code, language)
            for at, code in ready
        ]
        made = session.scalars(insert(Code).returning(Code.id, sort_by_parameter_order=True), rows)
        keys |= {code.key: key for (_, code), key in zip(ready, made, strict=True)}
        waiting = [(at, code) for at, code in waiting if code.key not in keys]
    cues = [
        {"code_id": keys[code.key], "text": clean_name(cue), "language": spoken}
        for code in file.codes
        for spoken, text in code.texts.items()
        for cue in text.cues
    ]
    if cues:
        session.execute(insert(Cue), cues)


def described(code: FrameworkCode, language: str) -> dict[str, Any]:
    """Return the columns that say what a code is; rules stand one a line."""
    text = code.texts.get(language) or next(iter(code.texts.values()))
    texts = {
        "short": text.short,
        "definition": text.definition,
        "include": "\n".join(text.include),
        "exclude": "\n".join(text.exclude),
        "typical": text.typical,
        "atypical": text.atypical,
    }
    fixed = {"key": code.key, "name": clean_name(text.name), "colour": code.colour, "provenance": code.provenance}
    return fixed | {name: clean_text(value) for name, value in texts.items()}


def _insert_crosswalks(session: Session, added: str, language: str, coder: int) -> None:
    rows = session.execute(
        select(Framework.key, Code.key, Code.id)
        .join(Code, Code.framework_id == Framework.id)
        .where(Framework.origin == "shipped", Code.key.is_not(None))
    )
    keys = {f"{framework}:{code}": key for framework, code, key in rows}
    links = [
        {
            "from_code_id": keys[crosswalk.source],
            "to_code_id": keys[crosswalk.target],
            "kind": "crosswalk",
            "basis": crosswalk.basis,
            "reason": said(crosswalk.reason, language),
            "coder_id": coder,
        }
        for crosswalk in frameworks_files.crosswalks()
        if crosswalk.source in keys
        and crosswalk.target in keys
        and added in (crosswalk.source.partition(":")[0], crosswalk.target.partition(":")[0])
    ]
    if links:
        session.execute(insert(Link), links)


def fork(project: Project, framework: str, *, key: str | None = None, title: str = "", links: bool = False) -> str:
    """Copy a framework with its codes and cues, to be grown in this project, and return the copy's key.

    Codes keep their keys and say `literature`; those added later say `this study`. Codings stay behind. With `links`
    those that bring evidence come along, what is set aside, and each coder's judgements as that coder's.
    """
    with project.change("Fork framework") as session:
        source = session.get_one(Framework, get(project, framework).key)
        key, number = _fork_key(session, source.key, key)
        copy = Framework(
            key=key,
            title=clean_text(title).strip() or f"{source.title} ({number})",
            citation=source.citation,
            note=source.note,
            language=source.language,
            version=source.version,
            origin="grown",
            forked_from=source.key,
            position=_after(session),
        )
        session.add(copy)
        session.flush()
        copies = _copy_codes(session, source.id, copy.id)
        if links:
            _copy_links(session, copies, {source.id: copy.id}, project.coder_key(session))
        return key


def _fork_key(session: Session, source: str, wanted: str | None) -> tuple[str, int]:
    """Return the copy's key, and the number that sets it apart."""
    taken = {key.casefold() for key in session.scalars(select(Framework.key))}
    number = next(n for n in range(2, len(taken) + 3) if f"{source}-{n}".casefold() not in taken)
    if wanted is None:
        return f"{source}-{number}", number
    if not _KEY.fullmatch(wanted):
        raise FrameworkError("A key may hold letters A-Z, digits, . _ and -, not {key}.", key=wanted)
    _refuse_taken(session, wanted)
    return wanted, number


def _copy_codes(session: Session, source: int, copy: int) -> dict[int, int]:
    nodes = [node.key for node in tree.nodes(session) if node.framework_id == source]
    rows = {row.id: row for row in session.scalars(select(Code).where(Code.framework_id == source))}
    copies: dict[int, Code] = {}
    own = ("id", "uid", "framework_id", "parent_id", "created_at")
    columns = [column.key for column in Code.__table__.columns if column.key not in own]
    for key in nodes:  # parents come before their children
        row = rows[key]
        values = {name: getattr(row, name) for name in columns} | {"provenance": row.provenance or "literature"}
        made = Code(framework_id=copy, parent_id=copies[row.parent_id].id if row.parent_id else None, **values)
        session.add(made)
        session.flush()
        copies[key] = made
    cues = [
        {"code_id": copies[cue.code_id].id, "text": cue.text, "kind": cue.kind, "language": cue.language}
        for cue in session.scalars(select(Cue).where(Cue.code_id.in_(copies)).order_by(Cue.id))
    ]
    if cues:
        session.execute(insert(Cue), cues)
    aliases = [
        {"code_id": copies[one.code_id].id, "name": one.name}
        for one in session.scalars(select(Alias).where(Alias.code_id.in_(copies)).order_by(Alias.id))
    ]
    if aliases:
        session.execute(insert(Alias), aliases)
    return {old: made.id for old, made in copies.items()}


def _copy_links(session: Session, copies: Mapping[int, int], framework: Mapping[int, int], coder: int) -> None:
    said = {"coder_id": coder, "created_at": now()}
    moves.copy_rows(session, Link, ("to_code_id",), copies, Link.kind == "evidence", **said)
    moves.copy_rows(session, SetAside, ("to_code_id",), copies, **said)
    moves.copy_rows(session, SetAside, ("framework_id",), framework, **said)
    sources: dict[int, list[int]] = {}
    query = select(Link.to_code_id, Link.from_code_id).where(Link.kind == "evidence", Link.to_code_id.in_(copies))
    for target, source in session.execute(query):
        sources.setdefault(target, []).append(source)
    for target, linked in sources.items():
        # Judgements stay when their link goes; without a link they would bear on nothing in the copy.
        coded = select(Coding.id).where(Coding.code_id.in_(tree.subtree(session, linked)))
        moves.copy_rows(session, Judgement, ("code_id",), {target: copies[target]}, Judgement.coding_id.in_(coded))
        _copy_assertions(session, target, copies[target], coded)


def _copy_assertions(session: Session, code: int, copy: int, coded: Select[int]) -> None:
    """Let a copy of a code have the code's assertions, and what codings do to them."""
    for one in session.scalars(select(Assertion).where(Assertion.code_id == code).order_by(Assertion.id)).all():
        same = {name: getattr(one, name) for name in ("text", "scope", "rivals", "position", "coder_id", "created_at")}
        made = Assertion(code_id=copy, **same)
        session.add(made)
        session.flush()
        moves.copy_rows(session, Bearing, ("assertion_id",), {one.id: made.id}, Bearing.coding_id.in_(coded))


def consequences(project: Project, framework: str) -> Consequences:
    """Say what `remove` would take with a framework."""
    info = get(project, framework)
    with project.read() as session:
        return removal.consequences_of(project, session, info.title, _codes_of(session, info.key), framework=info.key)


def _codes_of(session: Session, framework: int) -> frozenset[int]:
    return frozenset(session.scalars(select(Code.id).where(Code.framework_id == framework)))


def remove(project: Project, framework: str) -> None:
    """Take a framework away with its codes and all that `consequences` names; memos on codings stay on the words."""
    with project.change("Remove framework") as session:
        row = session.get_one(Framework, get(project, framework).key)
        removal.clear_the_way(session, _codes_of(session, row.id))
        moves.delete_rows(session, Framework, [row.id])
