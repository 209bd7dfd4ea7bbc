"""Verbs on what a study claims and what bears on it, and on what is written of participants and concepts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing, leaving, left_out, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    codings_named,
    participant_named,
    place,
    project_file,
    seen,
    which,
    within,
    writing,
)
from app.cli.output import counted, say, tell_json, tell_table

if TYPE_CHECKING:
    from coding.assertions import Thing
    from coding.exports.sheets import Sheet
    from coding.moment.moment import Moment
    from coding.permits import Leaving, Terms
    from corpus.store.project import Project


@program.command()
@project_file
@within
@as_json
@naming
@agreeing
def assertions(file: Path, sets: tuple[str, ...], as_json: bool, terms: Terms) -> None:
    """List what the study claims: each assertion with its number, its concept, how many segments support, nuance and
    contradict it, participants n of N who were asked, and what there is to mind.

    As JSON, a line for each segment with its words; a report for print is made by: report --only assertions.

    Example: verbatim assertions study.verbatim --json
    """
    from coding.exports import arguments

    with leaving(file, terms) as project:
        moment = seen(project, sets).viewed(printed="en")
        out = left_out(moment, "assertions", lambda: _leaving(moment), terms)
        pass_out(moment, "assertions", lambda: _leaving(moment, out), terms)
        sheet, table = arguments.sheet(moment, out), arguments.report(moment, out).sections
    if as_json:
        tell_json([dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows])
    elif table:
        tell_table(table[0].columns, table[0].rows)


def _leaving(moment: Moment, without: frozenset[int] = frozenset()) -> Leaving:
    from coding import permits
    from coding.exports import arguments

    sheet: Sheet = arguments.sheet(moment, without)
    return permits.of_sheet(sheet, arguments.places(moment, without))


_of_concept = click.option("--concept", metavar="C", help="The code it belongs to, by key or name.")
_in_scope = click.option("--scope", metavar="TEXT", help="Of whom, when and where it is claimed.")
_rivals = click.option("--rivals", metavar="TEXT", help="Other explanations of what it says.")


@program.command("assertion-add")
@project_file
@click.argument("text", metavar="TEXT")
@_of_concept
@_in_scope
@_rivals
@coder
def assertion_add(
    file: Path, text: str, concept: str | None, scope: str | None, rivals: str | None, coder: str | None
) -> None:
    """Write an assertion: a sentence that the study claims.

    A concept towards which a stance was taken has one that is still to be worded; it gets these words.

    Example: verbatim assertion-add study.verbatim "Shops tell head office what annoys people." --concept C1
    """
    from coding import assertions

    with writing(file, coder) as project:
        code = code_named(project, concept) if concept is not None else None
        key = assertions.add(project, text, scope=scope or "", rivals=rivals or "", code=code)
        numbers = [one.key for one in assertions.listed(project)]
        say(f"Assertion {numbers.index(key) + 1}.")


@program.command("assertion-edit")
@project_file
@click.argument("assertion", metavar="ASSERTION")
@click.option("--text", metavar="TEXT", help="Its words.")
@_of_concept
@click.option("--no-concept", is_flag=True, help="It belongs to no code.")
@_in_scope
@_rivals
@click.option("--position", type=click.IntRange(min=1), metavar="N", help="Its place in the list.")
@coder
def assertion_edit(
    file: Path,
    assertion: str,
    text: str | None,
    concept: str | None,
    no_concept: bool,
    scope: str | None,
    rivals: str | None,
    position: int | None,
    coder: str | None,
) -> None:
    """Change an assertion, named by its number or by words of it.

    Example: verbatim assertion-edit study.verbatim 1 --scope "Large retailers, 2019." --rivals "A matter of size."
    """
    from coding import assertions

    if not no_concept and all(one is None for one in (text, concept, scope, rivals, position)):
        raise click.UsageError("Say what to change, for instance --text, --concept, --scope or --rivals.")
    if no_concept and concept is not None:
        raise click.UsageError("--concept and --no-concept exclude each other")
    with writing(file, coder) as project:
        found = assertions.find(project, assertion)
        with project.change("Edit assertion"):
            code = code_named(project, concept) if concept is not None else None
            assertions.edit(
                project, found.key, text=text, scope=scope, rivals=rivals, code=code, without_concept=no_concept
            )
            if position is not None:
                assertions.move(project, found.key, position - 1)


@program.command("assertion-remove")
@project_file
@click.argument("assertion", metavar="ASSERTION")
@coder
def assertion_remove(file: Path, assertion: str, coder: str | None) -> None:
    """Take an assertion away, with what was said to bear on it; the words and their codings stay.

    Example: verbatim assertion-remove study.verbatim 2
    """
    from coding import assertions

    with writing(file, coder) as project:
        assertions.remove(project, assertions.find(project, assertion).key)


@program.command()
@project_file
@click.argument("assertion", metavar="ASSERTION")
@click.option("--supports", "stance", flag_value="supports", help="The words support it.")
@click.option("--nuances", "stance", flag_value="nuances", help="They nuance it.")
@click.option("--contradicts", "stance", flag_value="contradicts", help="They contradict it.")
@click.option("--code", metavar="C", help="Codings of this code, and of codes under it; without it, the words of --at.")
@which
@click.option("--because", metavar="TEXT", default="", help="Why.")
@click.option("--remove", is_flag=True, help="They do not bear on it.")
@coder
def bear(
    file: Path,
    assertion: str,
    stance: str | None,
    code: str | None,
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
    because: str,
    remove: bool,
    coder: str | None,
) -> None:
    """Say what coded segments, or words, do to an assertion, which is named by its number or by words of it.

    A coded segment that contradicts an assertion of a concept is a counter-case of the concept: shown, never counted.

    Example: verbatim bear study.verbatim 1 --contradicts --code Irritants --document "0*" --because "Only in shops."
    """
    from coding import assertions

    if (stance is None) != remove:
        raise click.UsageError("Say one of --supports, --nuances, --contradicts or --remove.")
    with writing(file, coder) as project:
        found = assertions.find(project, assertion)
        things = _things(project, code, places, document, sets)
        assertions.bear(project, found.key, things, stance, reason=because)
    say(f"Said of {counted(len(things), 'segment')}.")


def _things(
    project: Project,
    code: str | None,
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
) -> list[Thing]:
    from coding import codebook

    if code is not None:
        below = codebook.subtree(project, code_named(project, code))
        return [*codings_named(project, below, places, document, sets)]
    if not places or document is not None or sets:
        raise click.UsageError("Say which words: --at DOCUMENT START END; or --code C for codings.")
    return [place(project, *one) for one in places]


@program.command()
@project_file
@within
@as_json
@naming
@agreeing
def summaries(file: Path, sets: tuple[str, ...], as_json: bool, terms: Terms) -> None:
    """List what was written of participants and codes, where they meet in the framework matrix.

    Example: verbatim summaries study.verbatim --json
    """
    from coding import permits
    from coding.tables import framework_matrix

    with leaving(file, terms) as project:
        moment = seen(project, sets)
        found = framework_matrix.written(moment)
        rows: list[dict[str, Any]] = [
            {
                "participant": moment.people[one.participant].name,
                "code": moment.ways[one.code],
                "text": one.text,
                "coder": one.coder,
            }
            for one in found
        ]
        gone = permits.Leaving([one.text for one in found], ())
        out = left_out(moment, "summaries", lambda: gone, terms)
        kept = [row for one, row in zip(found, rows, strict=True) if one.participant not in out]
        left = permits.Leaving([row["text"] for row in kept], ())
        pass_out(moment, "summaries", lambda: left, terms)
    if as_json:
        tell_json(kept)
    else:
        tell_table(("participant", "code", "text", "coder"), [tuple(row.values()) for row in kept])


@program.command()
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.argument("code", metavar="CODE")
@click.argument("text", metavar="TEXT")
@coder
def summary(file: Path, participant: str, code: str, text: str, coder: str | None) -> None:
    """Write what a participant says of a code, in one cell of the framework matrix; an empty TEXT takes it away.

    Example: verbatim summary study.verbatim "Anne" C1 "Maps the journey each year, with the shops."
    """
    from coding import summaries

    with writing(file, coder) as project:
        summaries.write(project, participant_named(project, participant), code_named(project, code), text)
