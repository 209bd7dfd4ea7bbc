"""What is due: deadlines to withdraw, ends of keeping, approvals awaited, people who were asked and did not answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.people import approvals, consents, participants, recruiting
from corpus.store.project import Project

Kind = Literal["withdrawn", "retention", "withdrawal", "approval", "recruit"]
AHEAD = 30  # days that are looked ahead where nothing else is asked
_PATIENCE = 14  # days after which somebody who was asked is reminded of


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder: whom it is about, and the day it is due (None where none was said).

    `withdrawn`: they withdrew and are in the study still · `retention`: their data were to be kept until then ·
    `withdrawal`: they may withdraw until then · `approval`: their answer is awaited · `recruit`: likewise.
    """

    kind: Kind
    on: str | None
    name: str
    key: int


def listed(project: Project, today: date, by: date | None = None) -> list[Due]:
    """Return what is due by a day (None: a month from today), the most urgent kinds first, by day."""
    first, last = today.isoformat(), (by or today + timedelta(AHEAD)).isoformat()
    with project.read():
        found = [*_of_consents(project, first, last), *_of_approvals(project, last), *_of_recruits(project, today)]
    order: tuple[Kind, ...] = ("withdrawn", "retention", "withdrawal", "approval", "recruit")
    return sorted(found, key=lambda one: (order.index(one.kind), one.on or ""))


def _of_consents(project: Project, first: str, last: str) -> list[Due]:
    forms = {one.key: one for one in consents.listed(project)}
    if not forms:
        return []
    people = {one.key: one for one in participants.listed(project)}
    found = []
    for key, standing in consents.standings(project).items():
        form, name = forms[standing.form], people[key].name
        if standing.withdrawn_on and people[key].documents:
            found.append(Due("withdrawn", standing.withdrawn_on, name, key))
        if form.keep_until and form.keep_until <= last:
            found.append(Due("retention", form.keep_until, name, key))
        if form.withdraw_until and first <= form.withdraw_until <= last and not standing.withdrawn_on:
            found.append(Due("withdrawal", form.withdraw_until, name, key))
    return found


def _of_approvals(project: Project, last: str) -> list[Due]:
    return [
        Due("approval", one.due_on, one.name, one.participant)
        for one in approvals.listed(project)
        if one.answer is None and (one.due_on is None or one.due_on <= last)
    ]


def _of_recruits(project: Project, today: date) -> list[Due]:
    since = (today - timedelta(_PATIENCE)).isoformat()
    return [
        Due("recruit", one.approached_on, one.name, one.key)
        for one in recruiting.listed(project)
        if one.status == "approached" and (one.approached_on is None or one.approached_on <= since)
    ]
