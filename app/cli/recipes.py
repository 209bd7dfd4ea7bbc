"""Verbs on recipes: list, keep, show, rename and remove them; `report --recipe` makes one, `--check` compares it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import leaving, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import as_json, coder, project_file, reading, writing
from app.cli.output import counted, progress_bar, say, say_unknown, tell, tell_bytes, tell_json, tell_table

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.permits import Terms
    from coding.recipes.recipe import Recipe
    from coding.recipes.saved_recipes import RecipeInfo
    from corpus.store.project import Project

STALE = 1


@program.command("recipes")
@project_file
@as_json
def recipes(file: Path, as_json: bool) -> None:
    """List the recipes kept in a project, and those that ship: what is to be made of a study, in what order.

    Example: verbatim recipes study.verbatim
    """
    from coding.recipes import saved_recipes

    with reading(file) as project:
        found = [*saved_recipes.listed(project), *saved_recipes.shipped()]
    rows = [(one.name, "project" if one.key else "shipped", len(saved_recipes.read(one).parts)) for one in found]
    names = ("recipe", "kept in", "parts")
    if as_json:
        tell_json([dict(zip(("recipe", "kept", "parts"), row, strict=True)) for row in rows])
        return
    tell_table(names, rows)


@program.command("recipe-add")
@project_file
@click.argument("recipe", metavar="RECIPE.toml|NAME")
@click.option("--name", metavar="TEXT", help="What it is called; by default as the file.")
@coder
def recipe_add(file: Path, recipe: str, name: str | None, coder: str | None) -> None:
    """Keep a recipe in the project: a TOML file, or one that ships, to be changed. One of that name gives way.

    A recipe has title, language (fr, en, or both), formats (docx, html, md, csv, xlsx), appendix (docx, html, md: all
    in one), mask, blind (no coder is named),
    human-only, reread-only, leave-out, excel, coders and sets; and for each thing to make a [[part]]:
    table = "evidence", a report, see report; figure = "heat", see figures; matrix = "By sector", a kept one; or rows =
    "participants" with columns = "codes", and cell, evidence, where, percent, sort, totals, tidy as for matrix. A part
    may have title, note, file, formats, show (which columns are printed; tables that have none are left out), heads
    (what they are called), and for quotations, concepts and stories codes and framework. A title is one text, or
    { fr = "…", en = "…" }.

    Example: verbatim recipe-add study.verbatim annexes.toml --name "Annexes"
    """
    from coding.recipes import saved_recipes

    with writing(file, coder) as project:
        info = _info(project, recipe)
        saved_recipes.save(project, name or info.name, info.text)
    say(f"{counted(len(saved_recipes.read(info).parts), 'part')}.")


@program.command("recipe-show")
@project_file
@click.argument("recipe", metavar="RECIPE")
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.toml",
    help="Write it into a file.",
)
def recipe_show(file: Path, recipe: str, path: Path | None) -> None:
    """Print a recipe as it is kept, or write it into a file.

    Example: verbatim recipe-show study.verbatim appendix -o appendix.toml
    """
    from coding.exports import saving

    with reading(file) as project:
        body = _info(project, recipe).text.encode("utf-8", "replace")
    if path is None:
        tell_bytes(body)
        return
    saving.written(path, body)
    tell(str(path))


@program.command("recipe-edit")
@project_file
@click.argument("recipe", metavar="RECIPE")
@click.option("--name", metavar="TEXT", required=True, help="Its new name.")
@coder
def recipe_edit(file: Path, recipe: str, name: str, coder: str | None) -> None:
    """Rename a recipe that is kept; what it says is changed by recipe-add.

    Example: verbatim recipe-edit study.verbatim Annexes --name "Annexes of the thesis"
    """
    from coding.recipes import saved_recipes

    with writing(file, coder) as project:
        saved_recipes.rename(project, saved_recipes.own(project, recipe), name)


@program.command("recipe-remove")
@project_file
@click.argument("recipe", metavar="RECIPE")
@coder
def recipe_remove(file: Path, recipe: str, coder: str | None) -> None:
    """Forget a recipe that is kept; what it made stays.

    Example: verbatim recipe-remove study.verbatim Annexes
    """
    from coding.recipes import saved_recipes

    with writing(file, coder) as project:
        saved_recipes.remove(project, saved_recipes.own(project, recipe))
    tell(recipe)


def make(
    file: Path,
    named: str,
    folder: Path,
    terms: Terms,
    *,
    only: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    template: Path | None = None,
    blind: bool = False,
) -> None:
    """Make a recipe, or some of its parts, and say what was written."""
    from coding.moment.moment import Moment
    from coding.recipes import making, manifest

    with leaving(file, terms) as project, progress_bar("Making") as progress:
        recipe, moment = _chosen(project, named, only, languages), Moment.of(project)
        recipe = replace(recipe, blind=True) if blind else recipe
        say_given_away(making.giving_away(moment, recipe), moment)
        made = making.make(moment, recipe, folder, terms, template=template, progress=progress)
        _say_unsaid(moment, recipe)
        for one in made.written:
            tell(str(folder / one.file))
        tell(str(folder / manifest.NAME))
        for title in made.empty:
            say(f"Nothing to report: {title}.")
        say(f"{counted(len(made.written), 'file')} written, and the manifest.")
        say_unknown(making.seen(moment, recipe, making.languages(moment, recipe)[0]))


def _chosen(project: Project, named: str, only: tuple[str, ...], languages: tuple[str, ...]) -> Recipe:
    from coding.recipes import saved_recipes

    recipe = saved_recipes.read(_info(project, named))
    keys = {part.key for part in recipe.parts}
    if (strange := next((key for key in only if key not in keys), None)) is not None:
        raise click.BadParameter(f"{strange} is no part of it; say {', '.join(sorted(keys))}.", param_hint="--only")
    recipe = recipe.of_parts(only) if only else recipe
    return replace(recipe, languages=tuple(dict.fromkeys(languages))) if languages else recipe


def _info(project: Project, named: str) -> RecipeInfo:
    """Return a recipe by name, or that of a file where it ends in .toml."""
    from coding.recipes import saved_recipes

    return saved_recipes.of_file(Path(named)) if named.lower().endswith(".toml") else saved_recipes.find(project, named)


def _say_unsaid(moment: Moment, recipe: Recipe) -> None:
    from coding import reports
    from coding.recipes import making

    view = making.seen(moment, recipe, making.languages(moment, recipe)[0])
    choices = reports.ReportChoices(recipe.mask)
    for key in dict.fromkeys(part.table for part in recipe.parts if part.table):
        if reports.REGISTER[key].places is not None:
            say_unsaid(view, key, partial(reports.leaving, view, key, choices))


def check(file: Path, folder: Path, *, as_json: bool) -> int:
    """Say whether what a recipe made is of the study as it is; return the exit code, which is 1 where it is stale."""
    from coding.moment.moment import Moment
    from coding.recipes import making

    with reading(file) as project, project.read(), progress_bar("Comparing") as progress:
        found = making.compared(Moment.of(project), folder, progress)
    record: dict[str, Any] = {
        "fresh": found.fresh,
        "recipe": found.manifest.recipe,
        "changes": found.changes,
        "files": dict(found.files),
        "why": str(found.why) if found.why is not None else None,
    }
    if as_json:
        tell_json(record)
        return 0 if found.fresh else STALE
    for name, state in found.files.items():
        tell(f"{name}\t{state}")
    _say_state(record)
    return 0 if found.fresh else STALE


def _say_state(record: dict[str, Any]) -> None:
    changes = record["changes"]
    if changes is None:
        say("It was made of another study, or of a state that this one no longer has.")
    elif changes:
        say(f"The study has changed since: {counted(changes, 'change')}.")
    if record["why"] is not None:
        say(record["why"])
    differ = sum(state != "same" for state in record["files"].values())
    say(f"{counted(differ, 'file')} of {len(record['files'])} would be otherwise now.")
