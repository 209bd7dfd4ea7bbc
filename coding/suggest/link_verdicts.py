"""What a person decides on links that are suggested: accepted, they are links; refused, memos on both codes."""

from __future__ import annotations

from sqlalchemy import select

from coding import links, memos
from corpus.errors import NothingThere
from corpus.model import Code, Link, Memo, MemoTarget
from corpus.project import Project

BASIS = "definition match"
REFUSED = "Does not speak for it"


def accept(project: Project, source: int, target: int, *, reason: str = "", mode: str | None = None) -> int:
    """Make the link that was suggested, with the reason for it, and return its key; its basis says that it was."""
    with project.change("Accept link") as session:
        key = links.link(project, source, target, reason=reason, mode=mode)
        session.get_one(Link, key).basis = BASIS
        return key


def refuse(project: Project, source: int, target: int, reason: str = "") -> int:
    """Say that `source` does not speak for `target`, in a theoretical memo on both; return the memo's key.

    The link is not suggested again while the memo is there. Raises `NothingThere` where a code is gone.
    """
    with project.change("Refuse link") as session:
        if session.get(Code, source) is None or session.get(Code, target) is None:
            raise NothingThere("A code of this suggestion is no longer in the project.")
        both = [memos.Target("code", source), memos.Target("code", target)]
        return memos.add(project, reason, title=REFUSED, kind="theoretical", targets=both)


def refused(project: Project) -> frozenset[tuple[int, int]]:
    """Return the pairs of which a person said that the first does not speak for the second."""
    query = (
        select(MemoTarget.memo_id, Code.id, Code.framework_id)
        .join(Memo, Memo.id == MemoTarget.memo_id)
        .join(Code, Code.id == MemoTarget.code_id)
        .where(Memo.title == REFUSED, Memo.kind == "theoretical")
    )
    said: dict[int, tuple[list[int], list[int]]] = {}
    with project.read() as session:
        for memo, code, framework in session.execute(query):
            said.setdefault(memo, ([], []))[framework is not None].append(code)
    return frozenset((source, target) for sources, targets in said.values() for source in sources for target in targets)
