"""Verbs on consents: what participants agreed to, and what left all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    coder,
    participant_named,
    project_file,
    reading,
    refuse_sets,
    seen,
    within,
    writing,
)
from app.cli.output import counted, progress_bar, say, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.people.consents import ConsentFields

Verb = TypeVar("Verb", bound=Callable[..., Any])

_USES = {
    "quotation": "To be quoted",
    "firm": "That their firm is named",
    "archive": "That transcripts leave as a whole",
    "recording": "That recordings leave",
    "images": "That pictures of them leave",
}
_DAYS = {
    "signed_on": "The day it was signed, like 2024-05-31.",
    "withdraw_until": "Until when they may withdraw.",
    "keep_until": "Until when the data may be kept.",
    "withdrawn_on": "The day they withdrew, which is of all uses.",
}


def _said(verb: Verb) -> Verb:
    """Add what a form may say: its days, an answer for each use, a note."""
    answers = click.Choice(["yes", "no", "unsaid"])
    options = [
        *(click.option(f"--{use}", type=answers, help=f"{said}.") for use, said in _USES.items()),
        *(click.option(f"--{name.replace('_', '-')}", name, metavar="DATE", help=said) for name, said in _DAYS.items()),
        click.option("--note", metavar="TEXT", help="What else is to be said of it."),
    ]
    for option in reversed(options):
        verb = option(verb)
    return verb


def _given(fields: dict[str, Any]) -> ConsentFields:
    found: Any = {name: value for name, value in fields.items() if value is not None}
    kept: ConsentFields = found
    return kept


@program.command()
@project_file
@click.argument("table", type=click.Path(path_type=Path), required=False, metavar="[TABLE]")
@click.option("--participant", metavar="NAME", help="Those of one participant.")
@within
@as_json
@coder
def consents(
    file: Path, table: Path | None, participant: str | None, sets: tuple[str, ...], as_json: bool, coder: str | None
) -> int:
    """List what participants agreed to, form by form; or import a table of it, CSV or XLSX.

    A table has a column of participants and one for each use (quotation, firm, archive, recording, images) with yes
    and no; or a column `uses` that lists all that was agreed to, so that the others were not. It may also have form,
    signed_on, withdraw_until, keep_until, withdrawn_on and note. The form of that version is brought up to date.

    The form signed last counts, for each use that it says anything of; a withdrawal counts for all.

    Example: verbatim consents study.verbatim consents.csv
    """
    if table is not None:
        if participant is not None:
            raise click.UsageError("--participant chooses what is listed, and not what a TABLE brings.")
        refuse_sets(sets)
        return _import(file, table, as_json, coder)
    from coding.moment import shown
    from corpus.people import consents

    with reading(file) as project, project.read():
        asked, kept = (
            None if participant is None else participant_named(project, participant),
            seen(project, sets, everybody=True),
        )
        found = [one for one in consents.listed(project, asked) if one.participant in shown.people(kept)]
        standing = consents.standings(project)
    if as_json:
        tell_json(
            [
                {
                    "participant": one.name,
                    **{
                        name: value for name, value in asdict(one).items() if name not in ("key", "participant", "name")
                    },
                    "counts": standing[one.participant].form == one.key,
                    "agreed": {use: standing[one.participant].answer(use) or "unsaid" for use in consents.USES},
                }
                for one in found
            ]
        )
        return 0
    header = ("participant", "form", "signed_on", "withdrawn_on", *consents.USES)
    tell_table(
        header,
        [
            (
                one.name,
                one.form,
                one.signed_on or "",
                one.withdrawn_on or "",
                *(getattr(one, use) or "unsaid" for use in consents.USES),
            )
            for one in found
        ],
    )
    return 0


def _import(file: Path, table: Path, as_json: bool, coder: str | None) -> int:
    from corpus.people import consents

    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = consents.import_table(project, table, progress=progress)
    if as_json:
        tell_json(found._asdict())
    say(f"{counted(found.made, 'form')} recorded, {found.updated} brought up to date.")
    for name in found.unmatched:
        say(f"No participant is called {name}.")
    if not found.unmatched:
        return 0
    return 1 if found.made + found.updated else NOTHING_DONE


@program.command()
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--form", metavar="VERSION", help="The version of the form.")
@_said
@coder
def consent(file: Path, participant: str, coder: str | None, **fields: Any) -> None:
    """Record what a participant agreed to by one form: of each use yes, no, or nothing.

    Where nothing is said of a use, what leaves is not refused, but it is told.

    Example: verbatim consent study.verbatim "Directrice marketing" --form 2 --quotation yes --firm no
    """
    from corpus.people import consents

    with writing(file, coder) as project:
        consents.add(project, participant_named(project, participant), **_given(fields))


@program.command("consent-edit")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--form", metavar="VERSION", help="Which form, where there are several.")
@click.option("--new-form", metavar="VERSION", help="Its version, anew.")
@_said
@coder
def consent_edit(
    file: Path, participant: str, form: str | None, new_form: str | None, coder: str | None, **fields: Any
) -> None:
    """Change what a form says, or note that a participant withdrew; an empty DATE takes one off.

    Example: verbatim consent-edit study.verbatim "Directrice marketing" --withdrawn-on 2024-07-01
    """
    from corpus.people import consents

    changed = _given({**fields, "form": new_form})
    if not changed:
        raise click.UsageError("Say what to change, for instance --quotation or --withdrawn-on.")
    with writing(file, coder) as project:
        found = consents.find(project, participant_named(project, participant), form)
        consents.edit(project, found.key, **changed)


@program.command("consent-remove")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--form", metavar="VERSION", help="Which form, where there are several.")
@coder
def consent_remove(file: Path, participant: str, form: str | None, coder: str | None) -> None:
    """Take a form out of the project.

    Example: verbatim consent-remove study.verbatim "Directrice marketing" --form 1
    """
    from corpus.people import consents

    with writing(file, coder) as project:
        consents.remove(project, [consents.find(project, participant_named(project, participant), form).key])


@program.command()
@project_file
@as_json
def disclosures(file: Path, as_json: bool) -> None:
    """List what was let out although a consent speaks against it: when, by whom, what, of whom, and why.

    Example: verbatim disclosures study.verbatim --json
    """
    from corpus.people import disclosures

    with reading(file) as project:
        found = disclosures.listed(project)
    if as_json:
        tell_json([{name: value for name, value in asdict(one).items() if name != "key"} for one in found])
        return
    header = ("at", "coder", "path", "uses", "participants", "why")
    tell_table(
        header,
        [(one.at, one.coder, one.path, ", ".join(one.uses), ", ".join(one.participants), one.why) for one in found],
    )
