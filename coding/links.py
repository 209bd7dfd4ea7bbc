"""Links from descriptive codes to theory, and judgements of single codings against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, overload

from sqlalchemy import Row, Select, func, select, true
from sqlalchemy.orm import Session

from coding import assertions, blind, readings
from coding.codebook import codes, moves, tree
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere
from corpus.model import Bearing, Code, Coder, Coding, Judgement, Link, now
from corpus.our_words import ListedWords
from corpus.store import columns
from corpus.store.project import Project

MODES = ("all", "one_by_one")
KINDS = ("evidence", "crosswalk")
VERDICTS = ("in", "out", "undecided")
STANCES = assertions.STANCES
AS_IT_IS = ""
"""A stance that leaves what was said to bear on assertions."""


@dataclass(frozen=True, slots=True)
class LinkInfo:
    """`source` speaks for `target`: `mode` all or one_by_one, `kind` evidence or crosswalk."""

    key: int
    source: int
    target: int
    kind: str
    mode: str
    basis: str
    reason: str
    coder: str
    created_at: str


_INFOS: Select[*tuple[Any, ...]] = (
    select(
        Link.id,
        Link.from_code_id,
        Link.to_code_id,
        Link.kind,
        Link.mode,
        Link.basis,
        Link.reason,
        Coder.name,
        Link.created_at,
    )
    .join(Coder, Coder.id == Link.coder_id)
    .order_by(Link.id)
)


@dataclass(frozen=True, slots=True)
class JudgementInfo:
    """A coding weighed against a theoretical code: `verdict` in, out or undecided.

    `stance` is what it does to the code's assertions by the same coder's reading.
    """

    key: int
    coding: int
    code: int
    verdict: str
    stance: str | None
    reason: str
    coder: str
    created_at: str


def link(
    project: Project, source: int, target: int, *, reason: str = "", mode: str | None = None, kind: str = "evidence"
) -> int:
    """Say that `source` speaks for `target` and return the link's key.

    Without a mode it is `all`, but `one_by_one` where the code has a link into that framework already.
    """
    if kind not in KINDS:
        raise CodingError("A link is one of {kinds}, not {kind}.", kinds=ListedWords(KINDS), kind=kind)
    with project.change("Link code") as session:
        ends = codes.row(session, source), codes.row(session, target)
        _check_ends(*ends, kind)
        if session.scalar(_between(source, target, kind)) is not None:
            raise CodingError("{code} is linked to {target} already.", code=ends[0].name, target=ends[1].name)
        made = Link(
            from_code_id=source,
            to_code_id=target,
            kind=kind,
            reason=clean_text(reason).strip(),
            mode=_mode(session, source, ends[1].framework_id, kind) if mode is None else _known_mode(mode),
            coder_id=project.coder_key(session),
        )
        session.add(made)
        session.flush()
        return made.id


def _check_ends(source: Code, target: Code, kind: str) -> None:
    if target.framework_id is None:
        raise CodingError("{target} is of no framework; a link leads to a framework's code.", target=target.name)
    if kind == "evidence" and source.framework_id is not None:
        raise CodingError("{code} is a framework's code; evidence leads from descriptive codes.", code=source.name)
    if kind == "crosswalk" and source.framework_id in (None, target.framework_id):
        raise CodingError("A crosswalk leads from one framework to another.")


def _between(source: int, target: int, kind: str) -> Select[int]:
    return select(Link.id).where(Link.from_code_id == source, Link.to_code_id == target, Link.kind == kind)


def _mode(session: Session, source: int, framework: int | None, kind: str) -> str:
    into = (
        select(func.count(Link.id))
        .join(Code, Code.id == Link.to_code_id)
        .where(Link.from_code_id == source, Link.kind == kind, Code.framework_id == framework)
    )
    return "one_by_one" if kind == "evidence" and session.scalar(into) else "all"


def _known_mode(mode: str) -> str:
    if mode not in MODES:
        raise CodingError("A link counts {modes}, not {mode}.", modes=ListedWords(MODES), mode=mode)
    return mode


@overload
def unlink(project: Project, key: int, /) -> None: ...
@overload
def unlink(project: Project, source: int, target: int, /, *, kind: str = ...) -> None: ...
def unlink(project: Project, key: int, target: int | None = None, /, *, kind: str = "evidence") -> None:
    """Take a link away, named by its key or by its source and target; judgements stay, should it come back."""
    with project.change("Unlink code") as session:
        found = key if target is None else session.scalar(_between(key, target, kind))
        session.delete(_link_row(session, found))


def _link_row(session: Session, key: int | None) -> Link:
    row = None if key is None else session.get(Link, key)
    if row is None:
        raise NothingThere("There is no such link.")
    return row


def set_mode(project: Project, key: int, mode: str) -> None:
    """Let a link count all codings, or only those judged in (`one_by_one`)."""
    with project.change("Change link") as session:
        _link_row(session, key).mode = _known_mode(mode)


def set_reason(project: Project, key: int, reason: str) -> None:
    """Say why a link holds."""
    with project.change("Change link") as session:
        _link_row(session, key).reason = clean_text(reason).strip()


def listed(project: Project, kind: str | None = "evidence") -> list[LinkInfo]:
    """Return the links of one kind, or of both for None, in the order they were made."""
    query = _INFOS if kind is None else _INFOS.where(Link.kind == kind)
    with project.read() as session:
        return [LinkInfo(*row) for row in columns.rows(session, query)]


def mended(session: Session, before: list[LinkInfo], keys: frozenset[int]) -> list[LinkInfo]:
    """Return the links of evidence where of all that were `before` those of these keys alone were written."""
    return _mended(session, before, keys, "evidence")


def crosswalks_mended(session: Session, before: list[LinkInfo], keys: frozenset[int]) -> list[LinkInfo]:
    """Return the crosswalks likewise; `before` itself where none was written."""
    found = _mended(session, before, keys, "crosswalk")
    return before if found == before else found


def _mended(session: Session, before: list[LinkInfo], keys: frozenset[int], kind: str) -> list[LinkInfo]:
    few = len(keys) <= moves.CHUNK
    query = _INFOS.where(Link.kind == kind, Link.id.in_(keys) if few else true())
    found = [LinkInfo(*row) for row in columns.rows(session, query)]
    kept = [one for one in before if one.key not in keys] if few else []
    return sorted([*kept, *found], key=lambda one: one.key)


def judge(
    project: Project, coding: int, code: int, verdict: str, *, stance: str | None = None, reason: str = ""
) -> int:
    """Weigh a coding against a theoretical code and return the judgement's key.

    A coder has one judgement for a coding and a code; judging again changes it, and never another coder's. The latest
    is what counts over the whole study, also where it repeats what its coder said before another spoke. The coding's
    code, or one above it, must be linked to the code. A coding with the code itself can't be judged out: uncode it.
    The stance is kept with the code's assertion, see `assertions.take`; `AS_IT_IS` leaves what was said there.
    """
    _check_verdict(verdict)
    with project.change("Decide") as session:
        row = session.get(Coding, coding)
        if row is None:
            raise NothingThere("This coding is no longer in the project.")
        _check_bearing(session, row, codes.row(session, code), verdict)
        coder = project.coder_key(session)
        said = (verdict, clean_text(reason).strip())
        own, others = _said_before(session, coding, code, coder)
        if own is not None and others:
            # Moments are whole seconds: only a row of a higher key is later than all others for certain.
            session.delete(own)
            own = None
        if own is None:
            own = Judgement(coding_id=coding, code_id=code, coder_id=coder)
            session.add(own)
        if (own.verdict, own.reason) != said:
            own.verdict, own.reason = said
            own.created_at = now()
        session.flush()
        if stance != AS_IT_IS:
            assertions.take(project, session, coding, code, stance, said[1])
        readings.opened(project, [coding])
        return own.id


def _said_before(session: Session, coding: int, code: int, coder: int) -> tuple[Judgement | None, bool]:
    """Return the coder's own judgement, and whether another coder judged since."""
    own = session.scalar(_own(coding, code, coder))
    last = session.scalar(
        select(Judgement.coder_id)
        .where(Judgement.coding_id == coding, Judgement.code_id == code)
        .order_by(Judgement.created_at.desc(), Judgement.id.desc())
        .limit(1)
    )
    return own, last is not None and last != coder


def _check_verdict(verdict: str) -> None:
    if verdict not in VERDICTS:
        raise CodingError(
            "A decision is one of {verdicts}, not {verdict}.", verdicts=ListedWords(VERDICTS), verdict=verdict
        )


def _check_bearing(session: Session, coding: Coding, code: Code, verdict: str) -> None:
    if code.framework_id is None:
        raise CodingError("{code} is of no framework; decisions weigh codings against theory.", code=code.name)
    above = list(tree.ancestors(session, coding.code_id))
    if code.id in above:
        if verdict == "out":
            raise CodingError("These words are coded with {code} directly; uncode them instead.", code=code.name)
        return
    linked = select(Link.id).where(Link.from_code_id.in_(above), Link.to_code_id == code.id, Link.kind == "evidence")
    if session.scalar(linked.limit(1)) is None:
        own = session.get_one(Code, coding.code_id)
        raise CodingError("{code} is not linked to {target}; link it first.", code=own.name, target=code.name)


def _own(coding: int, code: int, coder: int) -> Select[Judgement]:
    return select(Judgement).where(
        Judgement.coding_id == coding, Judgement.code_id == code, Judgement.coder_id == coder
    )


def withdraw(project: Project, coding: int, code: int) -> None:
    """Take the present coder's judgement back; raises `NothingThere`."""
    with project.change("Withdraw decision") as session:
        own = session.scalar(_own(coding, code, project.coder_key(session)))
        if own is None:
            raise NothingThere("There is no decision of yours to withdraw.")
        session.delete(own)
        assertions.take(project, session, coding, code, None, "")


def judge_many(
    project: Project, pairs: Iterable[tuple[int, int]], verdict: str, *, stance: str | None = None, reason: str = ""
) -> list[int]:
    """Weigh codings against theoretical codes, pair by pair and all alike, as one change; see `judge`."""
    with project.change("Decide"):
        return [judge(project, coding, code, verdict, stance=stance, reason=reason) for coding, code in pairs]


def take_stance(project: Project, pairs: Iterable[tuple[int, int]], stance: str | None) -> None:
    """Say what codings do to theoretical codes; what the coder judged of a pair stays, else the coding is judged in."""
    wanted = list(dict.fromkeys(pairs))
    with project.change("Take a stance towards an assertion"):
        said = judgements(project, codings=[coding for coding, _ in wanted])
        own = {(one.coding, one.code): one for one in said if one.coder == project.coder}
        for coding, code in wanted:
            before = own.get((coding, code))
            verdict, reason = (before.verdict, before.reason) if before else ("in", "")
            judge(project, coding, code, verdict, stance=stance, reason=reason)


def judgements(
    project: Project, *, codings: Iterable[int] | None = None, code: int | None = None
) -> list[JudgementInfo]:
    """Return judgements, the latest last: all, or those of these codings and of this code."""
    wanted = None if codings is None else set(codings)
    query: Select[*tuple[Any, ...]] = (
        select(
            Judgement.id,
            Judgement.coding_id,
            Judgement.code_id,
            Judgement.verdict,
            Judgement.coder_id,
            Judgement.reason,
            Coder.name,
            Judgement.created_at,
        )
        .join(Coder, Coder.id == Judgement.coder_id)
        .join(Coding, Coding.id == Judgement.coding_id)
        .order_by(Judgement.created_at, Judgement.id)
    )
    if code is not None:
        query = query.where(Judgement.code_id == code)
    if wanted is not None and len(wanted) <= moves.CHUNK:
        query = query.where(Judgement.coding_id.in_(wanted))
    with project.read() as session:
        query = query.where(~blind.others(project, session, Coding.document_id, Judgement.coder_id))
        rows = session.execute(query).all()
        taken = _stances(session, {row[1] for row in rows})
        found = [_info(row, taken.get((row[4], row[1], row[2]))) for row in rows]
    return [judgement for judgement in found if wanted is None or judgement.coding in wanted]


def _info(row: Row[*tuple[Any, ...]], stance: str | None) -> JudgementInfo:
    key, coding, code, verdict, _, reason, coder, at = row
    return JudgementInfo(key, coding, code, verdict, stance, reason, coder, at)


def _stances(session: Session, codings: set[int]) -> dict[tuple[int, int, int], str | None]:
    """Return what codings do to concepts by coder, coding and concept: of these codings, where they are not many."""
    few = (Bearing.coding_id.in_(codings),) if len(codings) <= moves.CHUNK else ()
    found: dict[tuple[int, int, int], list[str | None]] = {}
    for coder, coding, code, _, stance in assertions.stances(session, *few):
        found.setdefault((coder, coding, code), []).append(stance)
    return {key: assertions.summed(said) for key, said in found.items()}
