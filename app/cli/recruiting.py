"""Verbs on who was asked to take part, what was sent to approve, and what is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.consent_checks import agreeing_whole, leaving
from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    coder,
    masked,
    participant_named,
    project_file,
    reading,
    refuse_sets,
    seen,
    template,
    within,
    writing,
)
from app.cli.output import counted, progress_bar, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.people.recruiting import RecruitFields
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_STATUSES = ["approached", "accepted", "refused", "silent", "withdrawn"]


def _said(verb: Verb) -> Verb:
    """Add what the log says of someone."""
    for option in reversed(
        (
            click.option("--status", type=click.Choice(_STATUSES), help="What became of it."),
            click.option("--approached-on", metavar="DATE", help="The day they were asked, like 2024-05-31."),
            click.option("--answered-on", metavar="DATE", help="The day they answered."),
            click.option("--place", metavar="TEXT", help="Where they were asked."),
            click.option("--channel", metavar="TEXT", help="How they were reached."),
            click.option("--why", metavar="TEXT", help="Why they were chosen."),
            click.option("--reason", metavar="TEXT", help="Why they refused or withdrew."),
            click.option("--organisation", metavar="NAME", help="The firm they are of, one of the project."),
            click.option("--participant", metavar="NAME", help="The participant they are; else the one of that name."),
        )
    ):
        verb = option(verb)
    return verb


def _given(project: Project, fields: dict[str, Any]) -> RecruitFields:
    """Return what was said, participant and organisation by key; an empty name takes them off."""
    from corpus.people import organisations

    found: Any = {name: value for name, value in fields.items() if value is not None}
    if "participant" in found:
        found["participant"] = participant_named(project, found["participant"]) if found["participant"] else None
    if "organisation" in found:
        named = found["organisation"]
        found["organisation"] = organisations.find(project, named).key if named else None
    kept: RecruitFields = found
    return kept


@program.command()
@project_file
@click.argument("table", type=click.Path(path_type=Path), required=False, metavar="[TABLE]")
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write the log as .csv or .xlsx; with --confidential show it can be imported again.",
)
@masked
@within
@as_json
@coder
@agreeing_whole
def recruits(
    file: Path,
    table: Path | None,
    path: Path | None,
    confidential: str,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
    terms: Terms,
) -> int:
    """List who was asked to take part; import a TABLE of them (CSV or XLSX), or write one.

    A table has a column `name` and any of status, approached_on, answered_on, place, channel, why, reason,
    organisation, participant. The report `recruitment` counts them and names nobody who may not be named.

    Example: verbatim recruits study.verbatim log.csv
    """
    if table is not None and path is not None:
        raise click.UsageError("A TABLE is read, and OUT is written: say one of them.")
    if table is not None:
        refuse_sets(sets)
        return _import(file, table, as_json, coder)
    if path is not None:
        return _export(file, path, sets, confidential == "mask", terms)
    from coding.moment import shown
    from corpus.people import recruiting

    with reading(file) as project:
        found = shown.recruits(seen(project, sets))
    if as_json:
        tell_json([{"number": one.number, **dict(zip(recruiting.COLUMNS, one.cells(), strict=True))} for one in found])
    else:
        tell_table(("number", *recruiting.COLUMNS), [(one.number, *one.cells()) for one in found])
    return 0


def _import(file: Path, table: Path, as_json: bool, coder: str | None) -> int:
    from corpus.people import recruiting

    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = recruiting.import_table(project, table, progress=progress)
    if as_json:
        tell_json(found._asdict())
    say(f"{found.made} people added to the log, {found.updated} brought up to date.")
    for name in found.unmatched:
        say(f"No participant or organisation is called {name}.")
    if found.made + found.updated == 0:
        return NOTHING_DONE
    return 1 if found.unmatched else 0


def _export(file: Path, path: Path, sets: tuple[str, ...], masking: bool, terms: Terms) -> int:
    from coding.exports import recruitment, saving

    if path.suffix.lower() not in saving.SHEETS:
        raise click.BadParameter(f"{path.name} must end in .csv or .xlsx.", param_hint="-o")
    with leaving(file, terms) as project:
        recruitment.save_log(seen(project, sets, masking=masking), path, terms=terms)
    tell(str(path))
    if masking:
        say("Names are masked, so that this can't be imported again; --confidential show writes them.")
    else:
        say("This file names all who were asked, also those who refused.")
    return 0


@program.command("recruit-add")
@project_file
@click.argument("name", metavar="NAME")
@_said
@coder
def recruit_add(file: Path, name: str, coder: str | None, **fields: Any) -> None:
    """Put someone who was asked to take part into the log; a number or a description will do for a name.

    Example: verbatim recruit-add study.verbatim "Directrice, Lille" --channel email --why "Runs a pilot shop"
    """
    from corpus.people import recruiting

    with writing(file, coder) as project:
        recruiting.add(project, **_given(project, {**fields, "name": name}))


@program.command("recruit-edit")
@project_file
@click.argument("name", metavar="NAME")
@click.option("--name", "new", metavar="TEXT", help="Their name, anew.")
@_said
@coder
def recruit_edit(file: Path, name: str, new: str | None, coder: str | None, **fields: Any) -> None:
    """Change what the log says of someone, who is called by name or number.

    Example: verbatim recruit-edit study.verbatim "Directrice, Lille" --status refused --reason "No time"
    """
    from corpus.people import recruiting

    if new is None and all(value is None for value in fields.values()):
        raise click.UsageError("Say what to change, for instance --status.")
    with writing(file, coder) as project:
        recruiting.edit(project, recruiting.find(project, name).key, **_given(project, {**fields, "name": new}))


@program.command("recruit-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@coder
def recruit_remove(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Take people out of the recruitment log.

    Example: verbatim recruit-remove study.verbatim "Directrice, Lille"
    """
    from corpus.people import recruiting

    with writing(file, coder) as project:
        recruiting.remove(project, [recruiting.find(project, name).key for name in names])


@program.command()
@project_file
@within
@as_json
def approvals(file: Path, sets: tuple[str, ...], as_json: bool) -> None:
    """List what was sent to participants to approve, what they answered, and which texts were corrected since.

    Example: verbatim approvals study.verbatim
    """
    from coding.moment import shown
    from corpus.people import approvals

    with reading(file) as project, project.read():
        kept = shown.people(seen(project, sets))
        found = [one for one in approvals.listed(project) if one.participant in kept]
    if as_json:
        tell_json(
            [
                {
                    "participant": one.name,
                    "what": one.what,
                    "document": one.document_name or None,
                    "sent_on": one.sent_on,
                    "due_on": one.due_on,
                    "answered_on": one.answered_on,
                    "answer": one.answer,
                    "note": one.note,
                    "changed": one.changed,
                }
                for one in found
            ]
        )
        return
    header = ("participant", "what", "document", "sent_on", "due_on", "answer", "answered_on", "changed", "note")
    tell_table(
        header,
        [
            (
                one.name,
                one.what,
                one.document_name,
                one.sent_on or "",
                one.due_on or "",
                one.answer or "",
                one.answered_on or "",
                "corrected since" if one.changed else "",
                one.note,
            )
            for one in found
        ],
    )


_DOCUMENT = click.option("--document", metavar="D", help="The transcript of this document; by default quotations.")


@program.command("approval-send")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT")
@_DOCUMENT
@click.option("--sent-on", metavar="DATE", help="The day it is sent; by default today.")
@click.option("--due-on", metavar="DATE", help="The day until which an answer is hoped for.")
@template
@coder
@agreeing_whole
def approval_send(
    file: Path,
    participant: str,
    path: Path,
    document: str | None,
    sent_on: str | None,
    due_on: str | None,
    template: Path | None,
    coder: str | None,
    terms: Terms,
) -> None:
    """Write what a participant is to approve (.docx, .html, .md), with a letter and lines to answer, and note it.

    Their own words need no consent of theirs; those of others who speak in the document do.

    Example: verbatim approval-send study.verbatim "Directrice marketing" letter.docx --due-on 2024-06-30
    """
    from coding.exports import approvals, saving
    from coding.moment.moment import Moment
    from corpus import documents

    if path.suffix.lower() not in saving.REPORTS:
        raise click.BadParameter(f"{path.name} must end in .docx, .html or .md.", param_hint="OUT")
    with writing(file, coder) as project:
        key = None if document is None else documents.find(project, document).key
        who = participant_named(project, participant)
        day = sent_on or date.today().isoformat()
        moment = Moment.of(project)
        approvals.send(moment, who, key, path, sent_on=day, due_on=due_on, terms=terms, template=template)
    tell(str(path))


@program.command("approval-answer")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.argument("answer", type=click.Choice(["approved", "changes", "refused", "none"]), metavar="ANSWER")
@_DOCUMENT
@click.option("--on", "day", metavar="DATE", help="The day they answered; by default today.")
@click.option("--note", metavar="TEXT", help="What they said.")
@coder
def approval_answer(
    file: Path,
    participant: str,
    answer: str,
    document: str | None,
    day: str | None,
    note: str | None,
    coder: str | None,
) -> None:
    """Note what a participant answered: approved, changes or refused; `none` takes it back.

    Example: verbatim approval-answer study.verbatim "Directrice marketing" changes --note "Turn 12"
    """
    from corpus import documents
    from corpus.people import approvals

    with writing(file, coder) as project:
        key = None if document is None else documents.find(project, document).key
        found = approvals.find(project, participant_named(project, participant), key)
        said = None if answer == "none" else answer
        approvals.answered(project, found.key, said, on=day or date.today().isoformat(), note=note)


@program.command("approval-remove")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@_DOCUMENT
@coder
def approval_remove(file: Path, participant: str, document: str | None, coder: str | None) -> None:
    """Forget what was sent last to a participant.

    Example: verbatim approval-remove study.verbatim "Directrice marketing"
    """
    from corpus import documents
    from corpus.people import approvals

    with writing(file, coder) as project:
        key = None if document is None else documents.find(project, document).key
        approvals.remove(project, [approvals.find(project, participant_named(project, participant), key).key])


_DUE = {
    "withdrawn": "withdrew and is in the study still",
    "retention": "data were to be kept until then",
    "withdrawal": "may withdraw until then",
    "approval": "has not answered what was sent to approve",
    "recruit": "was asked and has not answered",
}


@program.command()
@project_file
@click.option(
    "--by",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="What is due by that day, like 2024-05-31; by default within a month.",
)
@as_json
def due(file: Path, by: datetime | None, as_json: bool) -> None:
    """List what is due: deadlines to withdraw, data to be kept no longer, approvals and recruits without an answer.

    It is of the whole study and keeps to no set, as no deadline is to be missed.

    Example: verbatim due study.verbatim --by 2024-12-31
    """
    from corpus.people import due

    with reading(file) as project:
        found = due.listed(project, date.today(), None if by is None else by.date())
    if as_json:
        tell_json([{name: value for name, value in asdict(one).items() if name != "key"} for one in found])
        return
    tell_table(("on", "who", "what"), [(one.on or "", one.name, _DUE[one.kind]) for one in found])
    say(f"{counted(len(found), 'thing')} due.")
