"""Sets of documents, of participants or of codes, by hand or by a rule: made, filled and changed, each as one change.

Who stands in a set by its rule is never stored: `coding.moment.sets` says it of any moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import name_lookup as by_name
from corpus import rules
from corpus.cleaning import clean_line, clean_text
from corpus.errors import NothingThere, SetError
from corpus.model import Attribute, Base, Code, Document, Grouping, GroupingMember, Organisation, Participant
from corpus.our_words import Word
from corpus.people import values
from corpus.rules import Condition, Kind, Rule
from corpus.store.project import Project
from corpus.words import folded


class _Of(NamedTuple):
    """What a kind of set holds: its table, and the column of a member."""

    table: type[Document] | type[Participant] | type[Code]
    column: str


_OF: Mapping[str, _Of] = {
    "documents": _Of(Document, "document_id"),
    "participants": _Of(Participant, "participant_id"),
    "codes": _Of(Code, "code_id"),
}
_ROWS: Mapping[str, type[Base]] = {
    "attribute": Attribute,
    "set": Grouping,
    "organisation": Organisation,
    "code": Code,
    "under": Code,
}


@dataclass(frozen=True, slots=True)
class SetInfo:
    """A set: who stands in it by hand, by key, or the rule that says who does.

    `unreadable` where there is a rule that this version can't read.
    """

    key: int
    uid: str
    name: str
    kind: Kind
    note: str
    rule: Rule | None
    unreadable: bool
    by_hand: frozenset[int]

    @property
    def ruled(self) -> bool:
        """Whether a rule says who stands in it."""
        return self.rule is not None or self.unreadable


def listed(project: Project) -> list[SetInfo]:
    """Return the sets by kind and name."""
    with project.read() as session:
        members: dict[int, set[int]] = {}
        row = GroupingMember
        columns = (row.grouping_id, func.coalesce(row.document_id, row.participant_id, row.code_id))
        for key, member in session.execute(select(*columns)):
            members.setdefault(key, set()).add(member)
        found = [_info(one, members.get(one.id, ())) for one in session.scalars(select(Grouping))]
    order = {kind: n for n, kind in enumerate(rules.KINDS)}
    known = [one for one in found if one.kind in order]
    return sorted(known, key=lambda one: (order[one.kind], folded(one.name), one.key))


def _info(row: Grouping, members: Iterable[int]) -> SetInfo:
    kind: Kind = row.kind  # type: ignore[assignment]  # others are left out of the list
    rule = rules.read(row.rule, kind) if row.rule is not None else None
    unreadable = row.rule is not None and rule is None
    return SetInfo(row.id, row.uid, row.name, kind, row.note or "", rule, unreadable, frozenset(members))


def find(project: Project, name: str) -> SetInfo:
    """Return the set of that name, case and accents let go; raises `NothingThere`."""
    return called(listed(project), name)


def called(known: Collection[SetInfo], name: str) -> SetInfo:
    """Return the one of these sets that has the name, or the uid; raises `NothingThere`."""
    wanted = clean_line(name)
    found = next((one for one in known if one.uid == wanted), None) or by_name.one(known, wanted)
    if found is not None:
        return found
    near = by_name.nearest(known, wanted)
    raise NothingThere(
        "No set is called {name}; is {near} meant?" if near else "No set is called {name}.", name=wanted, near=near
    )


def make(
    project: Project, name: str, kind: Kind, members: Iterable[int] = (), *, rule: Rule | None = None, note: str = ""
) -> int:
    """Make a set of documents, participants or codes, by hand or by a rule, and return its key."""
    with project.change("Make set") as session:
        if kind not in _OF:
            raise SetError("A set is of documents, participants or codes, not of {kind}.", kind=kind)
        last = session.scalar(select(func.max(Grouping.position)))
        row = Grouping(
            name=_free_name(session, name),
            kind=kind,
            note=clean_text(note).strip() or None,
            position=0 if last is None else last + 1,
        )
        session.add(row)
        session.flush()
        if rule is not None:
            set_rule(project, row.id, rule)
        if wanted := list(members):
            put_in(project, row.id, wanted)
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give a set another name; rules, searches and matrices that speak of it go on to do so."""
    with project.change("Rename set") as session:
        row = _row(session, key)
        row.name = _free_name(session, name, key)


def describe(project: Project, key: int, note: str) -> None:
    """Say in a note what a set is for."""
    with project.change("Describe set") as session:
        _row(session, key).note = clean_text(note).strip() or None


def put_in(project: Project, key: int, members: Iterable[int]) -> None:
    """Put documents, participants or codes into a set that is made by hand; who stands in it already stays."""
    with project.change("Put into set") as session:
        row = _by_hand(session, key)
        table, column = _OF[row.kind]
        own = select(GroupingMember).where(GroupingMember.grouping_id == key)
        there = {getattr(one, column) for one in session.scalars(own)}
        for member in dict.fromkeys(members):
            if session.get(table, member) is None:
                raise NothingThere("What is to be put into {name} is no longer in the project.", name=row.name)
            if member not in there:
                session.add(GroupingMember(grouping_id=key, **{column: member}))


def take_out(project: Project, key: int, members: Iterable[int]) -> None:
    """Take documents, participants or codes out of a set that is made by hand; they stay in the project."""
    with project.change("Take out of set") as session:
        row, wanted = _by_hand(session, key), set(members)
        for one in session.scalars(select(GroupingMember).where(GroupingMember.grouping_id == key)):
            if getattr(one, _OF[row.kind].column) in wanted:
                session.delete(one)


def set_rule(project: Project, key: int, rule: Rule) -> None:
    """Let a rule say who stands in a set; who was put into it by hand no longer does. A circle of sets is refused."""
    with project.change("Give set a rule") as session:
        row = _row(session, key)
        kind: Kind = row.kind  # type: ignore[assignment]  # of a set that was made here
        rule = rules.checked(rule, kind)
        for one in rule.conditions:
            _check_row(session, one, kind)
        _refuse_circle(session, row, rule)
        for member in session.scalars(select(GroupingMember).where(GroupingMember.grouping_id == key)):
            session.delete(member)
        row.rule = rules.written(rule)


def take_rule(project: Project, key: int, members: Iterable[int]) -> None:
    """Let a set be made by hand from now on: these stand in it, such as those who meet its rule today."""
    with project.change("Take the rule off the set") as session:
        row = _row(session, key)
        if row.rule is None:
            raise NothingThere("{name} has no rule.", name=row.name)
        row.rule = None
        session.flush()
        put_in(project, key, members)


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take sets out of the project; what stands in them stays. A rule that speaks of one is met by nobody then."""
    wanted = list(keys)
    with project.change("Remove sets" if len(wanted) > 1 else "Remove set") as session:
        for key in wanted:
            session.delete(_row(session, key))


def repoint(session: Session, onto: Mapping[int, int]) -> None:
    """Let rules that speak of codes speak of those that these were merged into."""
    for row in session.scalars(select(Grouping).where(Grouping.rule.is_not(None))):
        rule = rules.read(row.rule, row.kind) if row.kind in _OF else None  # type: ignore[arg-type]  # just looked
        if rule is not None and (rule.rows("code") | rule.rows("under")) & onto.keys():
            row.rule = rules.written(Rule(tuple(_moved(one, onto) for one in rule.conditions), rule.join))


def _moved(one: Condition, onto: Mapping[int, int]) -> Condition:
    key = onto.get(one.key, one.key) if one.about in ("code", "under") and one.key is not None else one.key
    return Condition(one.about, one.op, one.value, one.to, key)


def _check_row(session: Session, one: Condition, kind: Kind) -> None:
    """Refuse a condition about what is not there, or on a value that its attribute can't have."""
    if one.about not in _ROWS:
        return
    row = session.get(_ROWS[one.about], one.key)
    if row is None:
        raise NothingThere("What the rule speaks of is no longer in the project.")
    if isinstance(row, Grouping) and (kind == "codes") != (row.kind == "codes"):
        raise SetError(
            "A set of {kind} can't be told by {name}, which holds {others}.",
            kind=Word(kind),
            name=row.name,
            others=Word(row.kind),
        )
    if isinstance(row, Attribute) and rules.of_attribute(one, row.type, "", values.choices(row.choices)) is None:
        raise SetError(
            "{value} is no {type}, as {attribute} has them.", value=one.value, type=Word(row.type), attribute=row.name
        )


def _refuse_circle(session: Session, row: Grouping, rule: Rule) -> None:
    """Refuse a rule by which a set would be told by itself."""
    all_sets = {one.id: one for one in session.scalars(select(Grouping))}
    waiting = [(key, key) for key in rule.rows("set")]
    seen: set[int] = set()
    while waiting:
        key, by = waiting.pop()
        if key == row.id:
            raise SetError(
                "{name} would be told by itself, by way of {other}; sets can't go round in a circle.",
                name=row.name,
                other=all_sets[by].name,
            )
        if key in all_sets and key not in seen:
            seen.add(key)
            inner = _info(all_sets[key], ()).rule
            waiting += [(one, by) for one in (inner.rows("set") if inner is not None else ())]


def _row(session: Session, key: int) -> Grouping:
    row = session.get(Grouping, key)
    if row is None or row.kind not in _OF:
        raise NothingThere("This set is no longer in the project.")
    return row


def _by_hand(session: Session, key: int) -> Grouping:
    row = _row(session, key)
    if row.rule is not None:
        raise SetError("Who stands in {name} is said by its rule; take that off to fill it by hand.", name=row.name)
    return row


def _free_name(session: Session, name: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not name:
        raise SetError("A set needs a name.")
    others = session.execute(select(Grouping.id, Grouping.name))
    if any(folded(other) == folded(name) and key != but for key, other in others):
        raise SetError("Another set is called {name}.", name=name)
    return name
