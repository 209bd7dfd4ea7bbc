"""Verbs on a project as a whole: open, new, history, undo, redo, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    coder,
    for_excel,
    out,
    own_name,
    project_file,
    reading,
    unsigned,
    writing,
)
from app.cli.output import Stop, counted, progress_bar, say, tell, tell_json

if TYPE_CHECKING:
    from datetime import datetime

    from corpus.store.history import Step
    from corpus.store.project import Project


@program.command("open")
@project_file
def open_window(file: Path) -> int:
    """Open the window on a project.

    Example: verbatim open study.verbatim
    """
    from app.shell.window import run

    return run(file)


@program.command()
@project_file
@click.option("--name", metavar="T", default="", help="The study's title; by default the file's name.")
@click.option(
    "--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="The study's language."
)
@click.option(
    "--framework",
    "frameworks",
    multiple=True,
    metavar="KEY",
    help="A framework to begin with, by its key or its .toml file; repeatable.",
)
@coder
def new(file: Path, name: str, language: str, frameworks: tuple[str, ...], coder: str | None) -> None:
    """Make a project.

    Example: verbatim new study.verbatim --name "Expérience client" --language fr --framework meco-2019
    """
    from coding.codebook import frameworks as coding_frameworks
    from coding.codebook import frameworks_files
    from corpus.errors import ProjectError
    from corpus.store.project import Project

    for key in frameworks:  # before anything is written
        frameworks_files.load(Path(key)) if key.casefold().endswith(".toml") else frameworks_files.find(key)
    try:
        project = Project.create(file, name=name, language=language, coder=coder or own_name())
    except ProjectError as error:
        raise Stop(NOTHING_DONE, str(error)) from error
    with project:
        for key in dict.fromkeys(frameworks):
            coding_frameworks.add(project, key)
        tell(str(project.path))


@program.command()
@project_file
@out(".csv", ".xlsx", ".json")
@click.option("--by", metavar="NAME", default="", help="The changes of this coder alone.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"]),
    metavar="DATE",
    help="Those from that day on, like 2024-05-31, or from a moment, as the trail writes it.",
)
@click.option(
    "--about",
    metavar="WORDS",
    default="",
    help="Those in whose name, codes, documents or reason all of these words are.",
)
@for_excel
@unsigned
def history(file: Path, path: Path, by: str, since: datetime | None, about: str, excel: bool, blind: bool) -> None:
    """Write the audit trail: every act, who did it, when, to which codes, where and why, and which act it took back.

    Example: verbatim history study.verbatim -o history.csv
    """
    from coding import acts, reports
    from coding.exports import saving
    from coding.moment.moment import Moment

    first = since.strftime("%Y-%m-%dT%H:%M:%SZ") if since else ""
    with reading(file) as project:
        found = acts.narrowed(acts.acts(project), coder=by, since=first, words=about)
        sheet = reports.sheet(Moment.of(project).viewed(unsigned=blind), "trail", reports.ReportChoices(acts=found))
        language = project.info().language
    if path.suffix.lower() == ".json":
        saving.save_json(sheet.records(), path)
    else:
        saving.save_sheet(sheet, path, excel=language if excel else "")
    tell(str(path))


@program.command()
@project_file
@click.option("--yes", is_flag=True, help="Undo another coder's change, too.")
@coder
def undo(file: Path, yes: bool, coder: str | None) -> None:
    """Take back the last change, also of an earlier day.

    Example: verbatim undo study.verbatim
    """
    with writing(file, coder) as project:
        step = project.undoable()
        _ask(step, project, "Undo", yes)
        tell(f"Undid: {_told(project, project.undo(step))}")


@program.command()
@project_file
@click.option("--yes", is_flag=True, help="Redo another coder's change, too.")
@coder
def redo(file: Path, yes: bool, coder: str | None) -> None:
    """Bring back the change that was undone last.

    Example: verbatim redo study.verbatim
    """
    with writing(file, coder) as project:
        step = project.redoable()
        _ask(step, project, "Redo", yes)
        tell(f"Redid: {_told(project, project.redo(step))}")


def _told(project: Project, step: Step) -> str:
    from coding import blind

    return f"{blind.told(project, step).label} ({step.coder}, {step.at})"


def _ask(step: Step | None, project: Project, verb: str, yes: bool) -> None:
    """Ask before another coder's change is touched; where there is no person to ask, refuse."""
    if step is None or yes or step.coder == project.coder:
        return
    if sys.stdin and sys.stdin.isatty():
        click.confirm(f"{verb} {_told(project, step)}?", abort=True, err=True)
        return
    from coding import blind

    whose = f"“{blind.told(project, step).label}” of {step.at} is {step.coder}'s and not {project.coder}'s"
    raise Stop(NOTHING_DONE, f"{whose}; give --yes to {verb.lower()} it all the same.")


@program.command()
@project_file
@as_json
def check(file: Path, as_json: bool) -> int:
    """Check that a project is sound: the file, its texts, spans, relations and triggers.

    Exit code 1 says that faults were found.

    Example: verbatim check study.verbatim
    """
    from corpus.store import checking

    with reading(file) as project, progress_bar("Checking") as progress:
        faults = checking.check(project, progress)
    if as_json:
        tell_json({"sound": not faults, "faults": [{"kind": fault.kind, "fault": str(fault)} for fault in faults]})
    else:
        for fault in faults:
            tell(str(fault))
        say(f"{counted(len(faults), 'fault')} found." if faults else f"{file.name} is sound.")
    return 1 if faults else 0
