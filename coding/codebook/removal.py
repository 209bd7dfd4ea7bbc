"""Codes that go, and what goes with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coding import blind
from coding.codebook import codes, moves, tree
from corpus import leaving
from corpus.model import Assertion, Code, Coding, Excerpt, Judgement, Link, Memo, MemoTarget, SetAside
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class Consequences:
    """What goes with `code`, or what else is removed: `codes` counts sub-codes, `judgements` those on its codings or
    against it, `documents` where its codings are (0: not said).

    `set_asides` counts what says that a code is outside a framework, or does not speak for a code of it. `unseen` says
    that what others did where this coder codes blind goes too, uncounted, if there is any.
    """

    code: str
    codes: int
    codings: int
    documents: int
    links: int
    judgements: int
    excerpts: int
    memos: int
    set_asides: int = 0
    unseen: bool = False

    @property
    def sentence(self) -> str:
        """What goes, in one English sentence."""
        codings = _counted(self.codings, "coding")
        if codings and self.documents:
            codings += f" in {_counted(self.documents, 'document')}"
        parts = [
            _counted(self.codes, "sub-code"),
            codings,
            _counted(self.links, "link"),
            _counted(self.set_asides, "set-aside"),
            _counted(self.judgements, "decision"),
            _counted(self.excerpts, "excerpt"),
            _counted(self.memos, "memo"),
        ]
        said = [part for part in parts if part]
        rest = self.unseen * " What others did out of your sight goes too."
        if not said:
            return f"Nothing else goes with {self.code}{self.unseen * ', as far as you see'}.{rest}"
        verb = "go" if len(said) > 1 or not said[0].startswith("1 ") else "goes"
        listed = f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else said[0]
        return f"With {self.code} {verb} {listed}.{rest}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}" if number else ""


def consequences(project: Project, key: int) -> Consequences:
    """Say what `remove` would take with a code."""
    with project.read() as session:
        return consequences_of(project, session, codes.row(session, key).name, tree.subtree(session, [key]), named=1)


def consequences_of(
    project: Project,
    session: Session,
    name: str,
    keys: Collection[int],
    *,
    named: int = 0,
    framework: int | None = None,
) -> Consequences:
    """Say what goes with the codes `keys`, of which `named` are what is removed itself, called `name`.

    `framework` is the key of the framework that goes with them.
    """
    coded = Coding.code_id.in_(keys)
    seen = {stored: blind.seen(project, session, stored) for stored in (Coding, Judgement, Excerpt)}
    counted = select(func.count(), func.count(Coding.document_id.distinct())).select_from(Coding)
    codings, documents = session.execute(counted.where(coded, seen[Coding])).one()
    on_codings = Judgement.coding_id.in_(select(Coding.id).where(coded))
    frameworks = [] if framework is None else [framework]
    aside = or_(SetAside.code_id.in_(keys), SetAside.to_code_id.in_(keys), SetAside.framework_id.in_(frameworks))
    links, set_asides, judgements, excerpts = (
        session.scalar(select(func.count()).select_from(stored).where(condition)) or 0
        for stored, condition in (
            (Link, or_(Link.from_code_id.in_(keys), Link.to_code_id.in_(keys))),
            (SetAside, aside),
            (Judgement, or_(Judgement.code_id.in_(keys), on_codings) & seen[Judgement]),
            (Excerpt, Excerpt.code_id.in_(keys) & seen[Excerpt]),
        )
    )
    memos = len(_memos_of(session, keys))
    return Consequences(
        code=name,
        codes=len(keys) - named,
        codings=codings,
        documents=documents,
        links=links,
        judgements=judgements,
        excerpts=excerpts,
        memos=memos,
        set_asides=set_asides,
        unseen=bool(blind.hidden(project)),
    )


def _memos_of(session: Session, keys: Collection[int]) -> list[int]:
    """Return the memos that are about these codes and nothing else."""
    about = select(MemoTarget.memo_id).where(MemoTarget.code_id.in_(keys))
    elsewhere = select(MemoTarget.memo_id).where(or_(MemoTarget.code_id.is_(None), MemoTarget.code_id.not_in(keys)))
    return list(session.scalars(select(Memo.id).where(Memo.id.in_(about), Memo.id.not_in(elsewhere))))


def remove(project: Project, key: int) -> None:
    """Take a code away with its sub-codes and all that `consequences` names; memos on codings stay on the words."""
    with project.change("Remove code") as session:
        codes.row(session, key)
        keys = tree.subtree(session, [key])
        clear_the_way(session, keys)
        moves.delete_rows(session, Code, [key])


def clear_the_way(session: Session, keys: Collection[int]) -> None:
    """Before the codes `keys` go: take memos about them alone away, leave those on their codings on the words.

    Assertions of them stay, without a concept, but for those that are still to be worded.
    """
    moves.delete_rows(session, Memo, _memos_of(session, keys))
    unworded = select(Assertion.id).where(Assertion.code_id.in_(keys), Assertion.text == "")
    moves.delete_rows(session, Assertion, session.scalars(unworded))
    leaving.codes(session, keys)
    moves.leave_on_words(session, session.scalars(select(Coding.id).where(Coding.code_id.in_(keys))))
