"""Codes that become one, and one that becomes two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from coding.codebook import codes, moves, tree
from coding.codebook.names import clean_name
from corpus import leaving, sets
from corpus.errors import CodingError, NothingThere
from corpus.model import (
    Alias,
    Assertion,
    Bearing,
    Code,
    Coding,
    Cue,
    Excerpt,
    ForeignId,
    Framework,
    GroupingMember,
    Judgement,
    Link,
    Memo,
    MemoTarget,
    SetAside,
    Settlement,
    Study,
    Summary,
    Verdict,
    now,
)
from corpus.store.project import Project
from corpus.words import folded

_SAID = ("short", "definition", "include", "exclude", "typical", "atypical", "provenance")
_HEADINGS = {
    "fr": {
        "title": "Fusionné\u00a0: {names}", "short": "En bref\u00a0:", "definition": "Définition\u00a0:",
        "include": "Inclure\u00a0:",
        "exclude": "Exclure\u00a0:", "typical": "Exemple typique\u00a0:", "atypical": "Exemple atypique\u00a0:",
        "provenance": "Provenance\u00a0:", "reason": "Raison du lien avec {code}\u00a0:",
        "aside": "Raison de la mise à l’écart de {code}\u00a0:",
    },
    "en": {
        "title": "Merged: {names}", "short": "In short:", "definition": "Definition:", "include": "Include:",
        "exclude": "Exclude:", "typical": "Typical example:", "atypical": "Atypical example:",
        "provenance": "Provenance:", "reason": "Reason of the link with {code}:",
        "aside": "Reason for setting {code} aside:",
    },
}  # fmt: skip


def merge(project: Project, keys: Iterable[int], into: int) -> None:
    """Make codes one with `into`: all that hangs on them moves there, sub-codes too; a memo keeps what they said.

    Where the same coder had both on the same words, one coding stays. Sub-codes of equal name become one as well.
    """
    with project.change("Merge codes") as session:
        target = codes.row(session, into)
        chosen = [codes.row(session, key) for key in dict.fromkeys(keys)]
        if not chosen or target in chosen:
            raise CodingError("Choose other codes to merge into {code}.", code=target.name)
        if any(code.framework_id != target.framework_id for code in chosen):
            raise CodingError(
                "Descriptive codes and codes of a framework can't be merged, nor codes of two frameworks."
            )
        onto = _pairs(session, target, [code.id for code in chosen])
        headings = _HEADINGS.get(session.scalar(select(Study.language).limit(1)) or "fr", _HEADINGS["en"])
        said = [_said(session.get_one(Code, key), headings) for key in onto]
        _keep_names(session, onto)
        _hand_over(session, onto)
        said += _repoint_links(session, onto, headings["reason"])
        said += _repoint_set_asides(session, onto, headings["aside"])
        names = ", ".join(code.name for code in chosen)
        memo = Memo(
            title=headings["title"].replace("{names}", names),
            body="\n\n".join(said),
            kind="methodological",
            coder_id=project.coder_key(session),
        )
        session.add(memo)
        session.flush()
        session.add(MemoTarget(memo_id=memo.id, code_id=into))
        session.flush()
        leaving.merged(
            session, {session.get_one(Code, key).uid: session.get_one(Code, to).uid for key, to in onto.items()}
        )
        moves.delete_rows(session, Code, onto)


def _said(code: Code, headings: Mapping[str, str]) -> str:
    """Return all that was written of a code, one line a field."""
    lines = [f"{headings[name]} {getattr(code, name)}" for name in _SAID if getattr(code, name)]
    return "\n".join([f"{code.key} {code.name}" if code.key else code.name, *lines])


def _pairs(session: Session, target: Code, chosen: Sequence[int]) -> dict[int, int]:
    """Move the sub-codes of `chosen` under `target`; return each code that goes, with the one it becomes."""
    above = [key for key in tree.ancestors(session, target.id) if key in chosen]
    if above:
        target.parent_id = session.get_one(Code, above[-1]).parent_id
        session.flush()
    onto = dict.fromkeys(chosen, target.id)
    waiting = list(onto.items())
    for key, heir in waiting:
        for child in codes.siblings(session, target.framework_id, key):
            if child.id in onto:
                continue
            alike = codes.sibling(session, target.framework_id, heir, child.name)
            if alike is None or alike in onto:
                child.position = codes.after(session, target.framework_id, heir)
                child.parent_id = heir
                session.flush()
            else:
                onto[child.id] = alike
                waiting.append((child.id, alike))
    return onto


def _keep_names(session: Session, onto: Mapping[int, int]) -> None:
    """Let the codes that stay be found by the names of those that go."""
    for key, heir in onto.items():
        gone, stays = session.get_one(Code, key), session.get_one(Code, heir)
        known = select(Alias.name).where(Alias.code_id.in_([key, heir]))
        if folded(gone.name) not in {folded(name) for name in (stays.name, *session.scalars(known))}:
            session.add(Alias(code_id=heir, name=gone.name))
            session.flush()


def _hand_over(session: Session, onto: dict[int, int]) -> None:
    for target in dict.fromkeys(onto.values()):
        keys = [key for key, heir in onto.items() if heir == target]
        moves.move_codings(session, session.scalars(select(Coding.id).where(Coding.code_id.in_(keys))), target)
        last = session.scalar(select(func.max(Excerpt.position)).where(Excerpt.code_id == target))
        excerpts = session.scalars(
            select(Excerpt).where(Excerpt.code_id.in_(keys)).order_by(Excerpt.code_id, Excerpt.position)
        )
        for number, excerpt in enumerate(excerpts, 0 if last is None else last + 1):
            excerpt.code_id, excerpt.position = target, number
        session.flush()
    moves.repoint(session, Verdict, "code_id", onto, ("id",))
    moves.repoint(session, Verdict, "chosen_code_id", onto, ("id",))
    moves.repoint(session, Judgement, "code_id", onto, ("coding_id", "coder_id"), latest=True)
    moves.repoint(session, Settlement, "code_id", onto, ("document_id", "start", "end"), latest=True)
    moves.repoint(session, Assertion, "code_id", onto, ("id",))
    _join_unworded(session, set(onto.values()))
    _join_summaries(session, onto)
    moves.repoint(session, Cue, "code_id", onto, ("text", "kind", "language"))
    moves.repoint(session, Alias, "code_id", onto, ("name",))
    moves.repoint(session, MemoTarget, "code_id", onto, ("memo_id",))
    moves.repoint(session, GroupingMember, "code_id", onto, ("grouping_id",))
    moves.repoint(session, ForeignId, "code_id", onto, ("program", "guid"))
    sets.repoint(session, onto)


def _join_unworded(session: Session, codes: set[int]) -> None:
    """Let each code have one assertion at most that is still to be worded."""
    waiting = select(Assertion).where(Assertion.code_id.in_(codes), Assertion.text == "").order_by(Assertion.id)
    first: dict[int | None, int] = {}
    onto = {
        one.id: first[one.code_id]
        for one in session.scalars(waiting)
        if first.setdefault(one.code_id, one.id) != one.id
    }
    if onto:
        moves.repoint(session, Bearing, "assertion_id", onto, ("coding_id", *moves.PLACE), latest=True)
        moves.delete_rows(session, Assertion, onto)


def _join_summaries(session: Session, onto: Mapping[int, int]) -> None:
    """Let what was written of a participant and several of the codes be one text."""
    rows = session.scalars(select(Summary).where(Summary.code_id.in_({*onto, *onto.values()})).order_by(Summary.id))
    kept: dict[tuple[int, int], Summary] = {}
    for row in sorted(rows, key=lambda one: one.code_id in onto):
        row_of = kept.setdefault((row.participant_id, onto.get(row.code_id, row.code_id)), row)
        if row_of is row:
            row.code_id = onto.get(row.code_id, row.code_id)
        else:
            row_of.text = f"{row_of.text}\n\n{row.text}"
            session.delete(row)
    session.flush()


def _repoint_links(session: Session, onto: dict[int, int], heading: str) -> list[str]:
    """Move links; return the reasons of those that go because an equal one stands there."""
    other = select(Code.name).where(
        Code.id == case((Link.from_code_id.in_(onto), Link.to_code_id), else_=Link.from_code_id)
    )
    before = session.execute(
        select(Link.id, Link.reason, other.scalar_subquery())
        .where(or_(Link.from_code_id.in_(onto), Link.to_code_id.in_(onto)))
        .order_by(Link.id)
    ).all()
    moves.repoint(session, Link, "from_code_id", onto, ("to_code_id", "kind"))
    moves.repoint(session, Link, "to_code_id", onto, ("from_code_id", "kind"))
    moves.delete_rows(session, Link, session.scalars(select(Link.id).where(Link.from_code_id == Link.to_code_id)))
    left = set(session.scalars(select(Link.id)))
    return [f"{heading.replace('{code}', name)} {reason}" for key, reason, name in before if reason and key not in left]


def _repoint_set_asides(session: Session, onto: dict[int, int], heading: str) -> list[str]:
    """Move what was set aside; return the reasons of those that go because an equal one stands there."""
    named = case((SetAside.to_code_id.in_(onto), SetAside.code_id), else_=SetAside.to_code_id)
    before = session.execute(
        select(SetAside.id, SetAside.reason, func.coalesce(Framework.title, Code.name))
        .outerjoin(Framework, Framework.id == SetAside.framework_id)
        .outerjoin(Code, Code.id == named)
        .where(or_(SetAside.code_id.in_(onto), SetAside.to_code_id.in_(onto)), SetAside.reason != "")
        .order_by(SetAside.id)
    ).all()
    moves.repoint(session, SetAside, "code_id", onto, ("framework_id", "to_code_id"))
    moves.repoint(session, SetAside, "to_code_id", onto, ("code_id",))
    left = set(session.scalars(select(SetAside.id)))
    return [f"{heading.replace('{code}', name)} {reason}" for key, reason, name in before if key not in left]


def split_off(project: Project, code: int, codings: Iterable[int], name: str) -> int:
    """Make a new code beside `code`, give it these of its codings, and return its key.

    It has the links of `code`, and is set aside where that is.
    """
    with project.change("Split off code") as session:
        row = codes.row(session, code)
        wanted = set(codings)
        own = set(session.scalars(select(Coding.id).where(Coding.code_id == code)))
        if not wanted:
            raise CodingError("Choose the codings to split off from {code}.", code=row.name)
        if not wanted <= own:
            raise NothingThere("These are not all codings of {code}.", code=row.name)
        made = codes.insert(session, clean_name(name), row.parent_id, row.framework_id)
        said = {"coder_id": project.coder_key(session), "created_at": now()}
        moves.copy_rows(session, Link, ("from_code_id", "to_code_id"), {code: made}, **said)
        moves.copy_rows(session, SetAside, ("code_id", "to_code_id"), {code: made}, **said)
        moves.move_codings(session, wanted, made)
        return made
