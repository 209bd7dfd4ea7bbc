"""What is being written and is no change yet: kept beside the log with every pause, made one change when it is left.

So undo takes back a sitting at a memo and not a word of it, and what was typed outlives a crash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coding.memos import written
from coding.memos.written import MemoInfo, Target
from corpus.anchors import Anchor
from corpus.errors import NothingThere
from corpus.store.project import Project

_KEPT = "memo.drafts"


@dataclass(frozen=True, slots=True)
class MemoDraft:
    """A memo as it is typed: a new one on `targets`, or that of the key `memo`, as it was when `upon` was its stamp.

    `desk` is where a new one is written, as there may be several.
    """

    title: str
    body: str
    kind: str
    targets: tuple[Target, ...] = ()
    memo: int | None = None
    upon: str = ""
    desk: str = "new"

    @property
    def slot(self) -> str:
        """What tells this draft from others."""
        return str(self.memo or self.desk)


def stamp(memo: MemoInfo) -> str:
    """Return when a memo was last written."""
    return memo.edited_at or memo.created_at


def keep(project: Project, draft: MemoDraft) -> None:
    """Keep what is typed; it is no change."""
    project.remember(_KEPT, {**_read(project), draft.slot: asdict(draft)})


def forget(project: Project, slot: str) -> None:
    """Let go of a draft that was written, or is not wanted."""
    known = _read(project)
    if known.pop(slot, None) is not None:
        project.remember(_KEPT, known)


def kept(project: Project) -> list[MemoDraft]:
    """Return what this coder typed and never left, as after a crash."""
    return [_draft(values) for values in _read(project).values()]


def _read(project: Project) -> dict[str, Any]:
    found = project.recall(_KEPT)
    return {slot: values for slot, values in found.items() if _sound(values)} if isinstance(found, dict) else {}


def _sound(values: Any) -> bool:
    try:
        _draft(values)
    except (TypeError, KeyError, AttributeError):
        return False
    return True


def _draft(values: dict[str, Any]) -> MemoDraft:
    targets = [
        Target(one["kind"], one["key"], Anchor(**one["anchor"]) if one["anchor"] else None, one["label"])
        for one in values["targets"]
    ]
    return MemoDraft(**{**values, "targets": tuple(targets)})


def recover(project: Project) -> list[int]:
    """Write what was typed and never left, as one change, and return the keys of these memos."""
    drafts = kept(project) if project.writable else []
    if not drafts:
        return []
    with project.change("Keep what was being written"):
        keys = [write(project, one) for one in drafts if one.title or one.body.strip()]
        project.remember(_KEPT, {})
    return keys


def write(project: Project, draft: MemoDraft) -> int:
    """Write what was typed, as one change that lets go of the draft, and return the key of the memo.

    Where the memo was changed since by somebody else, or is gone, what was typed becomes a memo of its own.
    """
    memo = _memo(project, draft.memo)
    if memo is not None and (stamp(memo) == draft.upon or _same(memo, draft)):
        written.edit(project, memo.key, title=draft.title, body=draft.body, kind=draft.kind)
        key = memo.key
    else:
        key = _added(project, draft, memo.targets if memo is not None else draft.targets)
    forget(project, draft.slot)
    return key


def _same(memo: MemoInfo, draft: MemoDraft) -> bool:
    return (memo.title, memo.body, memo.kind) == (draft.title, draft.body, draft.kind)


def _memo(project: Project, key: int | None) -> MemoInfo | None:
    try:
        return written.get(project, key) if key is not None else None
    except NothingThere:
        return None


def _added(project: Project, draft: MemoDraft, targets: Sequence[Target]) -> int:
    there = [one for one in targets if written.there(project, one)]
    if draft.kind == "annotation" and not draft.title and len(there) == 1 and there[0].anchor is not None:
        return written.annotate(project, there[0].anchor, draft.body)
    return written.add(project, draft.body, title=draft.title, kind=draft.kind, targets=there)
