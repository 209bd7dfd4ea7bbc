"""Verbs on searches and matrices kept by name: list, keep, rename and remove them; `--saved` runs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.analysis import arranged, chosen, divided, filtered
from app.cli.group import program
from app.cli.opening import as_json, coder, project_file, reading, sets_named, writing
from app.cli.output import say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.search.searches import SearchInfo
    from coding.tables.saved_matrices import SavedInfo
    from corpus.store.project import Project


@program.command()
@project_file
@as_json
def searches(file: Path, as_json: bool) -> None:
    """List the searches kept by name; `search --saved` runs one.

    Example: verbatim searches study.verbatim
    """
    from coding.search import searches

    with reading(file) as project, project.read():
        found = [(one, _chosen(project, one)) for one in searches.listed(project)]
    if as_json:
        tell_json(
            [
                {
                    "search": one.name,
                    "query": one.search.query,
                    "scope": one.search.scope,
                    "chosen": chosen,
                    "evidence": one.search.ways,
                    "coder": one.coder,
                }
                for one, chosen in found
            ]
        )
        return
    tell_table(
        ("search", "scope", "query", "chosen"),
        [
            (
                one.name,
                one.search.scope,
                one.search.query,
                "; ".join(f"{facet}: {', '.join(map(str, values))}" for facet, values in chosen.items()),
            )
            for one, chosen in found
        ],
    )


def _chosen(project: Project, one: SearchInfo) -> dict[str, list[Any]]:
    """Return what is chosen by facet, with names in place of keys; what is no longer there as its key."""
    from coding import codebook
    from corpus import documents
    from corpus.people import participants

    codes: dict[Any, str] = dict(codebook.ways(project))
    names: dict[str, dict[Any, str]] = {
        "document": {info.key: info.name for info in documents.listed(project)},
        "participant": {info.key: info.name for info in participants.listed(project)},
    }
    return {
        facet: [
            (codes if facet.startswith(("code", "framework:")) and facet != "coder" else names.get(facet, {})).get(
                key, key
            )
            for key in keys
        ]
        for facet, keys in one.search.chosen.items()
    }


@program.command("search-save")
@project_file
@click.argument("name", metavar="NAME")
@click.argument("query", metavar="[QUERY]", default="")
@filtered
@coder
def search_save(
    file: Path,
    name: str,
    query: str,
    scope: Any,
    codes: tuple[str, ...],
    speaker: str | None,
    role: str | None,
    where: dict[str, str],
    sets: tuple[str, ...],
    document: str | None,
    evidence: Any,
    coder: str | None,
) -> None:
    """Keep a search by NAME; one of that name takes the new query. What it finds is sought anew each time.

    Example: verbatim search-save study.verbatim "Pain points" "parcours OR caisse" --code Irritants --role respondent
    """
    from coding.search import searches
    from coding.search.searches import Search
    from corpus.search.query import parse

    if query.strip():
        if scope != "meaning":
            parse(query)
    elif not (codes or speaker or role or where or sets or document):
        raise click.UsageError("Say a QUERY, or what is kept, for instance --code C.")
    with writing(file, coder) as project:
        facets = chosen(project, codes, speaker, role, where, document)
        kept = Search(query, facets, evidence, scope, within=sets_named(project, sets))
        searches.save(project, name, kept)


@program.command("search-edit")
@project_file
@click.argument("search", metavar="SEARCH")
@click.option("--name", metavar="TEXT", required=True, help="Its new name.")
@coder
def search_edit(file: Path, search: str, name: str, coder: str | None) -> None:
    """Rename a search that is kept.

    Example: verbatim search-edit study.verbatim "Pain points" --name Irritants
    """
    from coding.search import searches

    with writing(file, coder) as project:
        searches.rename(project, searches.find(project, search).key, name)


@program.command("search-remove")
@project_file
@click.argument("search", metavar="SEARCH")
@coder
def search_remove(file: Path, search: str, coder: str | None) -> None:
    """Forget a search that is kept; what it finds stays as it is.

    Example: verbatim search-remove study.verbatim "Pain points"
    """
    from coding.search import searches

    with writing(file, coder) as project:
        searches.remove(project, searches.find(project, search).key)


@program.command()
@project_file
@as_json
def matrices(file: Path, as_json: bool) -> None:
    """List the matrices kept by name; `matrix --saved` counts one.

    Example: verbatim matrices study.verbatim
    """
    from coding.tables import saved_matrices

    with reading(file) as project:
        found = saved_matrices.listed(project)
    if as_json:
        tell_json([_record(one) for one in found])
        return
    tell_table(
        ("matrix", "rows", "columns", "cell", "evidence"),
        [(one.name, one.choice.rows, one.choice.columns, one.choice.cell, one.choice.evidence) for one in found],
    )


def _record(one: SavedInfo) -> dict[str, Any]:
    choice = one.choice
    return {
        "matrix": one.name,
        "rows": choice.rows,
        "columns": choice.columns,
        "cell": choice.cell,
        "evidence": choice.evidence,
        "where": dict(choice.where),
        "coder": choice.coder or None,
        "interviewer": choice.interviewer,
        "confidential": "mask" if choice.mask else "show",
        "percent": choice.shape.percent or None,
        "sort": choice.shape.order or None,
        "totals": choice.shape.totals,
        "tidy": choice.shape.tidy,
    }


@program.command("matrix-save")
@project_file
@click.argument("name", metavar="NAME")
@divided
@arranged
@click.option("--by", "own", metavar="NAME", help="Who does this, as --coder elsewhere.")
def matrix_save(
    file: Path,
    name: str,
    rows: str | None,
    columns: str | None,
    cell: str,
    evidence: str,
    where: dict[str, str],
    sets: tuple[str, ...],
    coder: str | None,
    interviewer: bool,
    confidential: str,
    percent: Any,
    sort: Any,
    totals: bool,
    tidy: bool,
    own: str | None,
) -> None:
    """Keep what a matrix counts by NAME; one that has the name gives way. The numbers are counted anew each time.

    Example: verbatim matrix-save study.verbatim "By sector" --rows attribute:sector --columns framework:meco-2019
    """
    from coding.moment.moment import Moment
    from coding.tables import saved_matrices
    from coding.tables.arranging import Shape
    from coding.tables.saved_matrices import MatrixChoice

    if not (rows and columns):
        raise click.UsageError("Say --rows R and --columns C.")
    with writing(file, own) as project:
        choice = MatrixChoice(
            rows=rows,
            columns=columns,
            cell=cell,
            evidence=evidence,
            coder=coder or "",
            interviewer=interviewer,
            where=where,
            mask=confidential == "mask",
            within=sets_named(project, sets),
            shape=Shape(percent or "", sort or "", totals, tidy),
        )
        found = choice.counted(Moment.of(project))  # which refuses what is not there
        saved_matrices.save(project, name, choice)
    say(f"{len(found.rows)} × {len(found.columns)} cells.")


@program.command("matrix-edit")
@project_file
@click.argument("matrix", metavar="MATRIX")
@click.option("--name", metavar="TEXT", required=True, help="Its new name.")
@coder
def matrix_edit(file: Path, matrix: str, name: str, coder: str | None) -> None:
    """Rename a matrix that is kept.

    Example: verbatim matrix-edit study.verbatim "By sector" --name "By type of company"
    """
    from coding.tables import saved_matrices

    with writing(file, coder) as project:
        saved_matrices.rename(project, saved_matrices.find(project, matrix).key, name)


@program.command("matrix-remove")
@project_file
@click.argument("matrix", metavar="MATRIX")
@coder
def matrix_remove(file: Path, matrix: str, coder: str | None) -> None:
    """Forget a matrix that is kept.

    Example: verbatim matrix-remove study.verbatim "By sector"
    """
    from coding.tables import saved_matrices

    with writing(file, coder) as project:
        found = saved_matrices.find(project, matrix)
        saved_matrices.remove(project, found.key)
        tell(found.name)
