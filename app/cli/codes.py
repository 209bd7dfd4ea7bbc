"""Verbs on the codebook: list, import, export, make, change and arrange codes; frameworks."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    code_named,
    coder,
    for_excel,
    masking,
    project_file,
    reading,
    say_refused,
    seen,
    unsigned,
    within,
    writing,
)
from app.cli.output import Stop, counted, progress_bar, say, say_named, say_untouched, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.moment.counts import Counts
    from coding.permits import Terms
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_FIELDS = {
    "definition": "What the code means.",
    "short": "The definition in a few words.",
    "include": "When the code applies.",
    "exclude": "When it does not.",
    "typical": "A typical example.",
    "atypical": "An example at the edge.",
    "level": "first-order, theme or dimension.",
    "colour": "Its colour, like #0072b2.",
}


def _described(verb: Verb) -> Verb:
    """Add the options that say what a code is."""
    cue = "A phrase that hints at the code; repeat it for several."
    verb = click.option("--cue", "cues", multiple=True, metavar="PHRASE", help=cue)(verb)
    alias = "Another name it is looked for by; repeat it for several."
    verb = click.option("--alias", "aliases", multiple=True, metavar="NAME", help=alias)(verb)
    for name, said in reversed(_FIELDS.items()):
        verb = click.option(f"--{name}", metavar="#RRGGBB" if name == "colour" else "TEXT", help=said)(verb)
    return verb


def _because(verb: Verb) -> Verb:
    """Add `--because`, for what is said of a framework's code."""
    said = "Why a framework is changed; kept in a theoretical memo on the code."
    return click.option("--because", metavar="TEXT", default="", help=said)(verb)


_FIRST_CYCLE = "--because is kept with a framework's codes; write a memo on a descriptive code."


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that were given; a colour must be one."""
    colour = fields.get("colour")
    if colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise click.BadParameter(f"{colour} is no colour; write it like #0072b2.", param_hint="--colour")
    given = {name: value for name, value in fields.items() if value is not None}
    for several in ("cues", "aliases"):
        if not given.get(several):
            given.pop(several, None)
    if "aliases" in given:
        given["aliases"] = [name for name in given["aliases"] if name.strip()]
    return given


@program.command()
@as_json
def frameworks(as_json: bool) -> None:
    """List the frameworks that ship, by the key that `framework` and `new --framework` ask for.

    Example: verbatim frameworks
    """
    from coding.codebook import frameworks_files

    found = frameworks_files.shipped()
    if as_json:
        tell_json(
            [
                {
                    "framework": file.key,
                    "title": dict(file.title),
                    "citation": dict(file.citation),
                    "version": file.version,
                    "codes": [code.key for code in file.codes],
                }
                for file in found
            ]
        )
        return
    rows = [(file.key, len(file.codes), file.title.get("en", "")) for file in found]
    tell_table(("framework", "codes", "title"), rows)


@program.command()
@project_file
@click.argument("framework", metavar="KEY|FILE.toml")
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of its codes; default the study's.")
@coder
def framework(file: Path, framework: str, language: str | None, coder: str | None) -> None:
    """Add a framework to a project: one that ships, by its key, or your own, by its file.

    Example: verbatim framework study.verbatim meco-2019
    """
    from coding import codebook
    from coding.codebook import frameworks

    with writing(file, coder) as project:
        key = frameworks.add(project, framework, language=language)
        for code in codebook.listed(project):
            if code.framework == key:
                tell(f"{code.code_key or ''}\t{code.name}")


@program.command()
@project_file
@within
@whose
@as_json
@naming
@agreeing_whole
def codes(file: Path, sets: tuple[str, ...], view: dict[str, Any], as_json: bool, terms: Terms) -> None:
    """List descriptive codes and those of frameworks in their order, with their coded segments and documents.

    Counts include the codes under a code, each segment once; own are those of the code alone, and by_coder in JSON
    those of each coder.

    Example: verbatim codes study.verbatim --json
    """
    from coding import permits
    from coding.moment import shown
    from coding.moment.counts import by_coder, counts

    with leaving(file, terms) as project:
        moment = seen(project, sets, **known_layer(project, view))
        used, listed, each = counts(moment), shown.codes(moment), by_coder(moment)
        records = [_record(code, moment.ways[key], used, each) for key, code in listed.items()]
        pass_out(moment, "codes", lambda: permits.of_records(records), terms)
    if as_json:
        tell_json(records)
        return
    header = ("code", "path", "cycle", "framework", "segments", "own", "documents")
    tell_table(
        header,
        [
            (
                moment.ways[key],
                code.path,
                code.cycle,
                code.framework or "",
                used.segments.get(key, 0),
                used.own.get(key, 0),
                used.documents.get(key, 0),
            )
            for key, code in listed.items()
        ],
    )


def _record(code: CodeInfo, name: str, used: Counts, each: Mapping[str, Counts]) -> dict[str, Any]:
    segments, documents = used.said(code.key)
    return {
        "code": name,
        "path": code.path,
        "cycle": code.cycle,
        "framework": code.framework,
        "definition": code.definition,
        "segments": segments,
        "codings": segments,
        "own": used.own.get(code.key, 0),
        "by_coder": {who: one.segments[code.key] for who, one in each.items() if code.key in one.segments},
        "documents": documents,
        "key": code.code_key,
        "name": code.name,
        "short": code.short,
        "include": code.include,
        "exclude": code.exclude,
        "typical": code.typical,
        "atypical": code.atypical,
        "colour": code.colour,
        "level": code.level,
        "provenance": code.provenance,
        "in_vivo": code.in_vivo,
        "cues": list(code.cues),
        "aliases": list(code.aliases),
    }


@program.command("codes-import")
@project_file
@click.argument("book", type=click.Path(path_type=Path), metavar="BOOK")
@as_json
@coder
def codes_import(file: Path, book: Path, as_json: bool, coder: str | None) -> int:
    """Import a codebook from CSV or XLSX (name or path, parent, definition, include, exclude …) or TOML ([[code]]).

    A code that is there keeps what it says; only what is empty is filled in. A TOML file with a key of its own is a
    framework and added as one.

    Example: verbatim codes-import study.verbatim codebook.csv
    """
    from coding.imports import codebooks

    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = codebooks.import_book(project, book, progress=progress)
    if as_json:
        refused = [{"line": one.line, "reason": one.reason} for one in found.refused]
        tell_json(
            {
                "rows": found.rows,
                "made": list(found.made),
                "filled": list(found.filled),
                "refused": refused,
                "framework": found.framework,
                "left": list(found.left),
            }
        )
    else:
        for path in found.made:
            tell(path)
    say(f"{counted(len(found.made), 'code')} made, {len(found.filled)} filled in.")
    if found.left:
        say(f"Not taken, as nothing of a code is called so: {', '.join(found.left)}.")
    return say_refused(found.refused, found.rows)


@program.command("codes-paste")
@project_file
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True), metavar="LIST", default="-")
@click.option("--under", metavar="CODE", help="The code that they go under.")
@click.option("--framework", metavar="KEY", help="The framework they belong to; by default none, descriptive codes.")
@click.option("--dry-run", is_flag=True, help="Only say what would be made.")
@coder
def codes_paste(
    file: Path, source: Path, under: str | None, framework: str | None, dry_run: bool, coder: str | None
) -> None:
    """Make codes of a list, a name a line: what is indented goes under what is above it, and a/b goes under a.

    LIST is a text file, or - for what is typed or piped in. Codes that are there already stay as they are. Prints the
    paths of those made, as one change.

    Example: verbatim codes-paste study.verbatim codes.txt --under Irritants
    """
    from coding import codebook
    from coding.codebook import pasting

    try:
        text = (sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(NOTHING_DONE, "The list is no text in UTF-8; save it as one.") from error
    with reading(file) if dry_run else writing(file, coder) as project:
        above = code_named(project, under) if under else None
        if dry_run:
            known = {one.key: one for one in codebook.listed(project)}
            found = pasting.proposed(text, known, parent=above, framework=framework)
            made = ["/".join(one.names) for one in found if not one.there]
        else:
            keys = set(pasting.paste(project, text, parent=above, framework=framework))
            made = [code.path for code in codebook.listed(project) if code.key in keys]
        for path in made:
            tell(path)
    say(f"{counted(len(made), 'code')} {'would be ' if dry_run else ''}made.")


@program.command("codes-export")
@project_file
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT")
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are, in names of codes and what is said of them; a table "
    "comes back as it is where they are.",
)
@for_excel
@unsigned
@within
@agreeing_whole
def codes_export(
    file: Path, path: Path, confidential: str, excel: bool, blind: bool, sets: tuple[str, ...], terms: Terms
) -> None:
    """Write the codebook as a table (.csv, .xlsx, which can be imported again) or for print (.docx, .html, .md).

    Example: verbatim codes-export study.verbatim codebook.docx
    """
    from coding import reports
    from coding.exports import saving

    suffix = path.suffix.lower()
    if suffix == ".qdc":
        raise Stop(NOTHING_DONE, f"{path.name}: a codebook is written as .csv, .xlsx, .docx, .html or .md; choose one.")
    if suffix not in reports.find("codebook").formats:
        raise click.BadParameter(f"{path.name} must end in .csv, .xlsx, .docx, .html or .md.", param_hint="OUT")
    with leaving(file, terms) as project:
        shown = not masking(confidential, blind)
        moment = seen(project, sets, unsigned=blind)
        reports.save(moment, "codebook", path, reports.ReportChoices(mask=not shown), excel=excel, terms=terms)
    tell(str(path))
    if shown:
        say_named(moment, " where codes name them")
    elif suffix in saving.SHEETS and moment.viewed(masking=True).mask.hiding:
        say("Names are masked, so that codes come back otherwise; --confidential show writes them.")


@program.command("code-add")
@project_file
@click.argument("code", metavar="CODE")
@click.option("--parent", metavar="CODE", help="The code it goes under; or write CODE as parent/child.")
@click.option("--framework", metavar="KEY", help="The framework it belongs to; by default none, a descriptive code.")
@click.option("--key", metavar="K", help="A framework code's short key, like C8.")
@_because
@_described
@coder
def code_add(
    file: Path,
    code: str,
    parent: str | None,
    framework: str | None,
    key: str | None,
    because: str,
    coder: str | None,
    **fields: Any,
) -> None:
    """Make a code.

    Example: verbatim code-add study.verbatim "Écoute client/Irritants" --definition "Where customers stumble."
    """
    from coding import codebook, growing

    fields = _given(fields)
    with writing(file, coder) as project:
        above = code_named(project, parent) if parent else None
        framework = codebook.get(project, above).framework if framework is None and above is not None else framework
        if framework is not None:
            made = growing.add(project, framework, code, parent=above, key=key, reason=because, **fields)
        elif because:
            raise click.UsageError(_FIRST_CYCLE)
        else:
            made = codebook.add(project, code, parent=above, key=key, **fields)
        tell(codebook.get(project, made).path)


@program.command("code-edit")
@project_file
@click.argument("code", metavar="CODE")
@click.option("--name", metavar="TEXT", help="Its new name.")
@click.option("--key", metavar="K", help="The new key of a code in a framework grown in this project.")
@_because
@_described
@coder
def code_edit(file: Path, code: str, key: str | None, because: str, coder: str | None, **fields: Any) -> None:
    """Rename a code or change what is said of it; --cue replaces all its cues, --alias its other names ("" for none).

    Example: verbatim code-edit study.verbatim Irritants --name "Points de rupture" --cue "ça coince" --cue "bloqué"
    """
    from coding import codebook, growing

    fields = _given(fields)
    if key is not None:
        fields["code_key"] = key
    if not fields:
        raise click.UsageError("Say what to change, for instance --name or --definition.")
    with writing(file, coder) as project:
        found = code_named(project, code)
        if because and codebook.get(project, found).framework is None:
            raise click.UsageError(_FIRST_CYCLE)
        growing.sharpen(project, found, reason=because, **fields)
        tell(codebook.get(project, found).path)


@program.command("code-history")
@project_file
@click.argument("code", metavar="CODE")
@as_json
@naming
@agreeing_whole
def code_history(file: Path, code: str, as_json: bool, terms: Terms) -> None:
    """Tell who wrote what is said of a code, when, and instead of what; what was taken back is left out.

    Example: verbatim code-history study.verbatim Irritants
    """
    from coding import permits
    from coding.codebook import definitions
    from coding.moment.moment import Moment

    with leaving(file, terms) as project:
        found = definitions.versions(project, code_named(project, code))
        records = [
            {"at": one.at, "coder": one.coder, "field": name, "before": before, "after": after}
            for one in found
            for name, (before, after) in one.fields.items()
        ]
        moment = Moment.of(project)
        pass_out(moment, "codes", lambda: permits.of_records(records), terms)
    if as_json:
        tell_json(records)
    else:
        tell_table(("at", "coder", "field", "before", "after"), [tuple(record.values()) for record in records])


@program.command("code-move")
@project_file
@click.argument("code", metavar="CODE")
@click.option("--parent", "--under", "parent", metavar="CODE", help="The code it goes under.")
@click.option("--top", is_flag=True, help="Put it under no code.")
@click.option("--position", type=click.IntRange(min=1), metavar="N", help="Its place among its siblings; default last.")
@coder
def code_move(file: Path, code: str, parent: str | None, top: bool, position: int | None, coder: str | None) -> None:
    """Put a code, with all under it, under another, at the top, or at another place among its siblings.

    Example: verbatim code-move study.verbatim Irritants --parent "Écoute client"
    """
    from coding import codebook

    if (parent is not None) + top > 1 or not (parent or top or position):
        raise click.UsageError("Say where to: --parent CODE, --top, or --position N among its siblings.")
    with writing(file, coder) as project:
        found = codebook.find(project, code)
        above = code_named(project, parent) if parent else None if top else found.parent
        codebook.move(project, found.key, above, None if position is None else position - 1)
        tell(codebook.get(project, found.key).path)


@program.command("code-merge")
@project_file
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option("--into", metavar="CODE", required=True, help="The code that they become.")
@coder
def code_merge(file: Path, codes: tuple[str, ...], into: str, coder: str | None) -> None:
    """Make codes one with another: their codings, links and decisions move there.

    Example: verbatim code-merge study.verbatim "Ruptures" "Points noirs" --into Irritants
    """
    from coding import codebook

    with writing(file, coder) as project:
        find = codebook.resolver(project)
        target = find(into)
        codebook.merge(project, [find(code) for code in codes], target)
        tell(_counts(project, target))


def _counts(project: Project, key: int) -> str:
    from coding.moment.counts import counts
    from coding.moment.moment import Moment

    moment = Moment.of(project)
    segments, documents = counts(moment).said(key)
    return f"{moment.codes[key].path}: {counted(segments, 'coded segment')} in {counted(documents, 'document')}."


@program.command("code-remove")
@project_file
@click.argument("code", metavar="CODE")
@click.option("--dry-run", is_flag=True, help="Only say what would go with it.")
@coder
def code_remove(file: Path, code: str, dry_run: bool, coder: str | None) -> None:
    """Remove a code with its sub-codes and codings, and say what goes with it; `undo` brings all back.

    Example: verbatim code-remove study.verbatim Irritants --dry-run
    """
    from coding import codebook

    if dry_run:
        with reading(file) as project:
            tell(codebook.consequences(project, code_named(project, code)).sentence)
        say_untouched()
        return
    with writing(file, coder) as project:
        found = code_named(project, code)
        sentence = codebook.consequences(project, found).sentence
        codebook.remove(project, found)
        tell(sentence)
