"""Guiding: what a moment knows of the interview guide, and in what state each question is in each interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from sqlalchemy.orm import Session

from corpus.guide import askings, guides
from corpus.guide.askings import AskingInfo
from corpus.guide.guides import GuideInfo, QuestionInfo, Used
from corpus.model import Guide
from corpus.store.history import WrittenRows
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class QuestionCell:
    """A question in an interview: `state` is asked, otherwise or not asked; `marks` say where, the places in order.

    `sure` says that a person said so; else it was found.
    """

    state: str
    sure: bool
    marks: tuple[AskingInfo, ...]

    @property
    def asked(self) -> bool:
        """Whether it was asked, in these words or others."""
        return self.state != "not asked"


@dataclass(frozen=True)
class GuideUse:
    """The versions of the guide, the oldest first; which each document used; and all that is marked."""

    versions: list[GuideInfo]
    used: Mapping[int, Used]
    marks: list[AskingInfo]

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read it."""
        return cls(guides.listed(project), guides.used(project), askings.listed(project))

    @staticmethod
    def carried(_session: Session, before: GuideUse, written: WrittenRows) -> GuideUse | None:
        """Return `before` after a correction of texts where there is no guide; None where there may be one."""
        return before if not before.versions and Guide.__tablename__ not in written.tables else None

    @cached_property
    def questions(self) -> dict[int, QuestionInfo]:
        """The questions of all versions by key."""
        return {one.key: one for info in self.versions for one in info.questions}

    @cached_property
    def cells(self) -> dict[tuple[int, int], QuestionCell]:
        """Document and line → what is known of the question there; what a person said alone counts, where they did."""
        found: dict[tuple[int, int], list[AskingInfo]] = {}
        for mark in self.marks:
            found.setdefault((mark.document, self.questions[mark.question].line), []).append(mark)
        return {place: _cell(marks) for place, marks in found.items()}

    def version(self, key: int | None = None) -> GuideInfo | None:
        """Return a version by key, else the newest; None where there is none."""
        named = [one for one in self.versions if key is None or one.key == key]
        return named[-1] if named else None

    def questions_of(self, document: int) -> tuple[QuestionInfo, ...]:
        """Return the questions of the version that a document used."""
        used = self.used.get(document)
        version = self.version(used.guide) if used is not None else None
        return version.questions if version is not None else ()

    def holds(self, document: int, line: int) -> bool:
        """Say whether the version that a document used has a question of this line."""
        return any(one.line == line for one in self.questions_of(document))


def _cell(marks: list[AskingInfo]) -> QuestionCell:
    said = [mark for mark in marks if mark.sure] or marks
    states = {mark.state for mark in said}
    state = next(one for one in askings.STATES if one in states)
    return QuestionCell(
        state, said[0].sure, tuple(mark for mark in said if (mark.state == "not asked") == (state == "not asked"))
    )
