"""What a moment is read of: each part of a study, the tables it stands in, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from coding import assertions, blind, codebook, excerpts, links, memos, set_asides, settlements, summaries, telltales
from coding.assertions import AssertionInfo, BearingInfo
from coding.codebook import CodeInfo, frameworks
from coding.codebook.frameworks import FrameworkInfo
from coding.excerpts import ExcerptInfo
from coding.links import LinkInfo
from coding.memos import MemoInfo
from coding.moment import evidence
from coding.moment.guide_use import GuideUse
from coding.moment.last_seen import Eyes
from coding.moment.masks import ShownPerson, people, retold
from coding.moment.rows import Codings, Decisions
from coding.set_asides import SetAsideInfo
from coding.settlements import SettlementInfo
from coding.summaries import SummaryInfo
from coding.telltales import TelltaleInfo
from corpus import sets as stored
from corpus.model import (
    Alias,
    Asking,
    Assertion,
    Assignment,
    Attribute,
    AttributeValue,
    Base,
    Bearing,
    Belonging,
    Code,
    Coder,
    Coding,
    Cue,
    Document,
    Excerpt,
    Framework,
    Grouping,
    GroupingMember,
    Guide,
    Judgement,
    Link,
    Memo,
    MemoTarget,
    Opened,
    Organisation,
    Participant,
    Participation,
    Passage,
    Pseudonym,
    Question,
    Recruit,
    SetAside,
    Settlement,
    Speaker,
    Study,
    Summary,
    Telltale,
)
from corpus.people import known, organisations, participants, recruiting, vault
from corpus.people.known import Known, whose
from corpus.people.organisations import Belongings
from corpus.people.recruiting import RecruitInfo
from corpus.people.vault import Vault
from corpus.sets import SetInfo
from corpus.store.history import WrittenRows
from corpus.store.project import Project
from corpus.voices import Voices

Keys = frozenset[int]


@dataclass(frozen=True)
class Read:
    """What was read of the study's tables: `codes` in tree order, `links` without crosswalks, the rest in its order."""

    voices: Voices
    people: dict[int, ShownPerson]
    known: Known
    belongings: Belongings
    vault: Vault
    codes: dict[int, CodeInfo]
    frameworks: list[FrameworkInfo]
    links: list[LinkInfo]
    crosswalks: list[LinkInfo]
    decisions: Decisions
    codings: Codings
    coders: dict[int, str]
    settled: Keys
    eyes: Eyes
    blind: Keys
    excerpts: list[ExcerptInfo]
    set_asides: list[SetAsideInfo]
    assertions: list[AssertionInfo]
    bearings: list[BearingInfo]
    summaries: list[SummaryInfo]
    settlements: list[SettlementInfo]
    memos: list[MemoInfo]
    guiding: GuideUse
    sets: list[SetInfo]
    recruits: list[RecruitInfo]
    telltales: list[TelltaleInfo]


class ReadPart(NamedTuple):
    """How a field of `Read` is read: of which tables, and how it is mended where few rows of the first were written.

    Of `keyed` tables, the first ones, `mend` takes the keys. `carry` takes on a correction of a text, which moves rows
    along. Either gives None where it can't.
    """

    tables: tuple[type[Base], ...]
    read: Callable[[Project, Session], Any]
    mend: Callable[[Session, Any, Keys], Any] | None = None
    carry: Callable[[Session, Any, WrittenRows], Any] | None = None
    keyed: int = 1

    def again(self, project: Project, session: Session, before: Any, written: WrittenRows) -> Any:
        """Return the field as it is now that rows were written; `before` itself where none of them matter."""
        there = written.tables
        touched = [table for table in self.tables if table.__tablename__ in there]
        if not touched:
            return before
        if written.moves and self.carry is not None and (found := self.carry(session, before, written)) is not None:
            return found
        if self.mend is not None and set(touched) <= set(self.tables[: self.keyed]) and not written.moves:
            keys = frozenset().union(*(written.of(one.__tablename__) for one in touched))
            if (mended := self.mend(session, before, keys)) is not None:
                return mended
        return self.read(project, session)


_BEARING = {stored.__tablename__ for stored in (Bearing, Coder, Assignment)}


def _not_of(subject: str) -> Callable[[Session, Any, Keys], Any]:
    """Return what leaves a field as it was where none of the values that were written is of this subject."""
    return lambda session, before, keys: before if whose(session, keys, subject) == frozenset() else None


PARTS: dict[str, ReadPart] = {
    "voices": ReadPart(
        (Document, Passage, Speaker, Participant, Participation),
        lambda project, _: Voices.of(project),
        carry=Voices.carried,
    ),
    "people": ReadPart(
        (AttributeValue, Participant, Attribute, Pseudonym, Organisation, Belonging),
        lambda _, session: people(session),
        retold,
    ),
    "known": ReadPart(
        (AttributeValue, Study, Participant, Attribute), lambda project, _: participants.known(project), known.mended
    ),
    "belongings": ReadPart(
        (AttributeValue, Organisation, Belonging, Attribute),
        lambda project, _: organisations.belongings(organisations.listed(project)),
        _not_of("organisation"),
    ),
    "vault": ReadPart((Pseudonym,), lambda _, session: vault.read(session)),
    "codes": ReadPart(
        (Code, Cue, Alias, Framework), lambda project, _: {one.key: one for one in codebook.listed(project)}
    ),
    "frameworks": ReadPart((Framework, Code), lambda project, _: frameworks.listed(project)),
    "links": ReadPart((Link, Coder), lambda project, _: links.listed(project), links.mended),
    "crosswalks": ReadPart(
        (Link, Coder), lambda project, _: links.listed(project, "crosswalk"), links.crosswalks_mended
    ),
    "decisions": ReadPart((Judgement, Bearing, Assertion), lambda _, session: Decisions.of(session)),
    "codings": ReadPart((Coding, Document), lambda _, session: Codings.of(session), Codings.mended, Codings.carried),
    "coders": ReadPart((Coder,), lambda _, session: evidence.coders(session)),
    "settled": ReadPart((Coder,), lambda _, session: settlements.layers(session)),
    "eyes": ReadPart(
        (Opened, Coding, Coder), lambda _, session: Eyes.read(session), Eyes.mended, Eyes.carried, keyed=2
    ),
    "blind": ReadPart((Assignment, Coder), lambda project, _: blind.hidden(project)),
    "excerpts": ReadPart((Excerpt, Coder, Assignment), lambda project, _: excerpts.listed(project)),
    "set_asides": ReadPart((SetAside, Coder, Framework), lambda project, _: set_asides.listed(project)),
    "assertions": ReadPart((Assertion, Coder, Assignment), lambda project, _: assertions.listed(project)),
    "bearings": ReadPart(
        (Coding, Bearing, Coder, Assignment),
        lambda project, _: assertions.bearings(project),
        lambda _session, before, _codings: before,  # a coding stays in its document, and takes its bearings with it
        lambda _session, before, written: None if _BEARING & written.tables else before,
    ),
    "summaries": ReadPart((Summary, Coder), lambda project, _: summaries.listed(project)),
    "settlements": ReadPart((Settlement, Coder, Assignment), lambda project, _: settlements.listed(project)),
    "memos": ReadPart(
        (Coding, Memo, MemoTarget, Coder, Document, Code, Participant),
        lambda _, session: memos.every(session),
        memos.mended,
        memos.carried,
    ),
    "guiding": ReadPart(
        (AttributeValue, Guide, Question, Asking, Document, Attribute, Coder),
        lambda project, _: GuideUse.of(project),
        _not_of("document"),
        GuideUse.carried,
    ),
    "sets": ReadPart((Grouping, GroupingMember), lambda project, _: stored.listed(project)),
    "recruits": ReadPart((Recruit, Participant, Organisation), lambda project, _: recruiting.listed(project)),
    "telltales": ReadPart((Telltale, Coder), lambda project, _: telltales.listed(project)),
}
"""How each field of `Read` is read."""
