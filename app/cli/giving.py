"""The verb that gives a study, or its documents, away with names replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole, leaving, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import project_file
from app.cli.output import counted, progress_bar, say, tell

if TYPE_CHECKING:
    from coding.permits import Terms


@program.command("give-away")
@project_file
@click.argument("path", type=click.Path(path_type=Path), metavar="OUT")
@click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="KEY.csv",
    help="Where the key is written, for you alone.",
)
@click.option(
    "--as",
    "kind",
    type=click.Choice(["project", "docx", "txt"]),
    default="project",
    show_default=True,
    help="A project, or a folder with a file for each document.",
)
@agreeing_whole
def give_away(file: Path, path: Path, key: Path, kind: str, terms: Terms) -> None:
    """Write a pseudonymised copy for an archive or a supervisor: names are replaced for good, and the key is apart.

    In a project codings stay on their words; it has no history, no consents, no original files and no earlier texts. A
    statement of what was done, and of what was not looked for, is written beside it. It is pseudonymised and not
    anonymous. Hide names first with `pseudonymise`, and say who is confidential.

    Example: verbatim give-away study.verbatim archive/study.verbatim --key key.csv
    """
    from coding import singling
    from coding.giving import giving
    from coding.moment.moment import Moment

    with leaving(file, terms) as project, progress_bar("Replacing names") as progress:
        moment = Moment.of(project, masking=True)
        going = giving.leaving(moment)
        say_given_away(singling.of_study(moment, going.places), moment)
        if kind == "project":
            made = giving.copy(moment, path, key, terms=terms, progress=progress)
        else:
            made = giving.documents(moment, path, key, kind, terms=terms, progress=progress)
        say_unsaid(moment, "give-away", lambda: going)
    for one in (*made.paths, made.statement, made.key):
        tell(str(one))
    say(f"{counted(made.burned.places, 'place')} replaced; keep {made.key.name} apart from what you give away.")
    if still := sum(one.found for one in made.names):
        say(f"{counted(still, 'name')} can still be read somewhere, mostly as words of the language; see the key.")
