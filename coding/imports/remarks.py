"""Remarks that were written in a supervisor's copy, back as memos on what they are on.

A remark that was changed in the copy since it was read is another memo: what was answered to the first stays true.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import memos
from coding.memos import Target
from corpus import anchors
from corpus.cleaning import clean_line, clean_text
from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.model import Code, Document, Memo, Passage
from corpus.store.project import Project

FORMAT = 1
_HEAD = "verbatim-remarks"
_LONGEST, _LONGEST_NAME = 100_000, 200


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of remarks: how many became memos, were there already, and are on what is no longer in the study."""

    added: int
    there: int
    lost: int


@dataclass(frozen=True, slots=True)
class _Remark:
    """A remark; `on` is what it is on: its kind, uid, the uid of its document, and what it was called in the copy."""

    key: str
    who: str
    text: str
    on: tuple[str, str, str, str]

    @property
    def uid(self) -> str:
        """What its memo is known by: the same for the same words of the same person."""
        return str(uuid5(NAMESPACE_URL, "\n".join(("verbatim-remark", self.key, self.who, self.text))))


def import_file(project: Project, path: Path) -> Returned:
    """Write the remarks of a file as memos of those who made them, as one change; raises `ImportFailed`.

    A remark that was read before adds nothing.
    """
    found = {one.uid: one for one in _read(project, path)}
    with project.read() as session:
        there = set(session.scalars(select(Memo.uid).where(Memo.uid.in_(found))))
    fresh = {uid: one for uid, one in found.items() if uid not in there}
    lost = 0
    if fresh:
        with project.change("Read remarks", kind="import") as session:
            for uid, one in fresh.items():
                target = _target(session, one)
                lost += target.kind.startswith("removed")
                memos.add(project, one.text, targets=[target], coder=one.who, uid=uid)
    return Returned(len(fresh), len(found) - len(fresh), lost)


def _read(project: Project, path: Path) -> list[_Remark]:
    try:
        found = json.loads(safety.load(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportFailed(
            path, "{name} is torn, or holds no remarks: save them again from the copy.", name=path.name
        ) from error
    if not isinstance(found, dict) or found.get(_HEAD) != FORMAT or not isinstance(found.get("remarks"), list):
        raise _foreign(path)
    if found.get("study") != project.lineage:
        raise ImportFailed(path, "The remarks in {name} are on another study.", name=path.name)
    return [_understood(path, one) for one in found["remarks"]]


def _foreign(path: Path) -> ImportFailed:
    return ImportFailed(path, "{name} holds no remarks of a supervisor’s copy.", name=path.name)


def _understood(path: Path, one: Any) -> _Remark:
    """Return a remark as the copy writes it; a file in which one is otherwise is refused as a whole."""
    on = one.get("target") if isinstance(one, dict) else None
    if not isinstance(on, dict):
        raise _foreign(path)
    said = [one.get("id"), one.get("who"), one.get("text"), *_about(on)]
    if not all(isinstance(part, str) and len(part) <= _LONGEST for part in said):
        raise _foreign(path)
    key, who, text, kind, uid, document, label = said
    made = _Remark(key, clean_line(who)[:_LONGEST_NAME], clean_text(text).strip(), (kind, uid, document, label))
    if not made.who or not made.text or kind not in ("project", "code", "document", "passage"):
        raise _foreign(path)
    return made


def _about(on: dict[str, Any]) -> Iterator[Any]:
    return (on.get(name, "") for name in ("kind", "uid", "document", "label"))


def _target(session: Session, one: _Remark) -> Target:
    """Return what a remark is on; of a passage that is gone its document, and of what is gone what it was called."""
    kind, uid, document, label = one.on
    if kind == "project":
        return Target("project")
    if kind == "passage":
        row = session.execute(select(Passage.document_id, Passage.start, Passage.end).where(Passage.uid == uid)).first()
        if row is not None:
            return memos.on(anchors.words(row.document_id, row.start, row.end))
        kind, uid = "document", document
    stored = Code if kind == "code" else Document
    key = session.scalar(select(stored.id).where(stored.uid == uid))
    return Target(kind, key) if key is not None else Target(f"removed {kind}", label=clean_line(label))
