"""Verbs on memos: list, write, change and remove them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.consent_checks import agreeing_whole, leaving, pass_out, say_given_away
from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    for_excel,
    masking,
    participant_named,
    passage_named,
    place,
    project_file,
    reading,
    seen,
    template,
    unsigned,
    within,
    writing,
)
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.memos import MemoInfo, Target
    from coding.permits import Terms
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_KINDS = click.Choice(["plain", "theoretical", "methodological", "reflexive", "contact", "field", "annotation"])
_DAY = click.DateTime(["%Y-%m-%d"])
_FIRST = 60  # characters of a memo without a title


def _at(verb: Verb) -> Verb:
    """Add `--at`, where a coding is."""
    said = "The coding that TARGET `coding` means."
    return click.option("--at", nargs=4, metavar="DOCUMENT START END CODE", help=said)(verb)


@program.command()
@project_file
@click.argument("target", metavar="[TARGET]", required=False)
@click.option("--kind", type=_KINDS, help="Those of one kind.")
@click.option("--by", metavar="CODER", help="Those of one coder.")
@click.option("--words", metavar="WORDS", help="Those in whose title, text or target these words stand.")
@click.option("--since", metavar="DATE", type=_DAY, help="Those made or changed on that day or later, as 2024-05-31.")
@click.option("--until", metavar="DATE", type=_DAY, help="Those made or changed last on that day or before.")
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether, in a file or a pipe, participants who may not be named are.",
)
@for_excel
@template
@unsigned
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="A file to write them into: .md, .docx, .html, .csv or .xlsx.",
)
@_at
@within
@as_json
@agreeing_whole
def memos(
    file: Path,
    target: str | None,
    kind: str | None,
    by: str | None,
    words: str | None,
    since: datetime | None,
    until: datetime | None,
    confidential: str,
    excel: bool,
    template: Path | None,
    blind: bool,
    path: Path | None,
    at: tuple[str, ...] | None,
    sets: tuple[str, ...],
    as_json: bool,
    terms: Terms,
) -> None:
    """List the memos, all or those on TARGET, with the numbers by which other verbs call them; --json has their text.

    TARGET is project, document:NAME (the document and its passages), document:NAME@START-END, code:NAME,
    participant:NAME, or coding with --at.

    Example: verbatim memos study.verbatim --kind reflexive -o journal.docx
    """
    from coding import permits
    from coding.exports import memos as printed
    from coding.memos import chosen
    from coding.moment import shown

    if path is not None and path.suffix.lower() not in (".md", ".docx", ".html", ".csv", ".xlsx"):
        raise click.BadParameter("end its name in .md, .docx, .html, .csv or .xlsx", param_hint="-o")
    if blind and path is None:
        raise click.UsageError("--blind is for a copy in a file; say -o OUT.")
    masked = masking(confidential, blind)
    with leaving(file, terms) as project:
        moment = seen(project, sets, unsigned=blind)
        first, last = (f"{day:%Y-%m-%d}" if day is not None else "" for day in (since, until))
        wanted = chosen.MemoFilter(kind, by, words or "", first, last)
        found = chosen.those(shown.memos(moment, _memos(project, target, at)), wanted)
        if path is not None or not sys.stdout.isatty():
            say_given_away(printed.giving_away(moment, found), moment.viewed(masking=masked))
        if path is not None:
            printed.save(moment, found, path, masking=masked, excel=excel, terms=terms, template=template)
            tell(str(path))
            say(f"{counted(len(found), 'memo')} written.")
            return
        about = _targets(project, found)
        records = [{**_record(one), "about": about[one.key]} for one in found]
        pass_out(moment, "memos", lambda: permits.of_records(records), terms, named=confidential)
    if as_json:
        tell_json(records)
        return
    tell_table(
        ("memo", "kind", "title", "about", "coder", "made", "changed"),
        [
            (
                one.key,
                one.kind,
                _heading(one),
                ", ".join(about[one.key]),
                one.coder,
                one.created_at[:10],
                (one.edited_at or "")[:10],
            )
            for one in found
        ],
    )


def _memos(project: Project, target: str | None, at: tuple[str, ...] | None) -> list[MemoInfo]:
    from coding import memos
    from corpus import anchors

    if target is None and at is None:
        return memos.listed(project)
    wanted = _target(project, target or "", at)
    if wanted.kind == "document":
        found = {one.key: one for kind in ("document", "passage") for one in memos.of(project, kind, wanted.key)}
        return sorted(found.values(), key=lambda one: (one.created_at, one.key))
    anchor, found_there = wanted.anchor, memos.of(project, wanted.kind, wanted.key)
    if anchor is None:
        return found_there
    return [memo for memo in found_there if any(on.anchor and anchors.touch(on.anchor, anchor) for on in memo.targets)]


def _record(memo: MemoInfo) -> dict[str, Any]:
    return {
        "memo": memo.key,
        "title": memo.title,
        "text": memo.body,
        "kind": memo.kind,
        "coder": memo.coder,
        "created_at": memo.created_at,
        "edited_at": memo.edited_at,
    }


def _heading(memo: MemoInfo) -> str:
    words = " ".join(memo.body.split())
    return memo.title or (f"{words[:_FIRST].rstrip()} …" if len(words) > _FIRST else words)


def _targets(project: Project, found: Sequence[MemoInfo]) -> dict[int, list[str]]:
    """Return what each memo is about, as TARGET is written."""
    from coding import codebook, codings
    from corpus import documents

    ways = codebook.ways(project)
    names = {info.key: info.name for info in documents.listed(project)}
    coded = any(target.kind == "coding" for memo in found for target in memo.targets)
    places = {one.key: one for one in codings.listed(project)} if coded else {}

    def named(target: Target) -> str:
        match target.kind:
            case "passage" if target.span is not None:
                return "document:{}@{}-{}".format(target.label, *target.span)
            case "code":
                return f"code:{ways[target.key or 0]}"
            case "coding":
                on = places[target.key or 0]
                span = "" if on.whole else f" {on.start} {on.end}"
                return f"coding of {ways[on.code]} in {names[on.document]}{span}"
            case "project":
                return "project"
        return f"{target.kind}:{target.label}"

    return {memo.key: [named(target) for target in memo.targets] for memo in found}


@program.command()
@project_file
@click.argument("target", metavar="TARGET")
@click.option("--text", metavar="T", help="What the memo says; without it, the headings of its kind.")
@click.option("--title", metavar="T", default="", help="Its title.")
@click.option("--kind", type=_KINDS, default="plain", show_default=True, help="What kind of memo it is.")
@_at
@coder
def memo(
    file: Path, target: str, text: str | None, title: str, kind: str, at: tuple[str, ...] | None, coder: str | None
) -> None:
    """Write a memo on anything. In its text [[code:NAME]], [[document:NAME]], [[participant:NAME]], [[memo:TITLE]] and
    [[passage:DOCUMENT § NUMBER]] are links, which follow new names.

    TARGET is project, document:NAME, document:NAME@START-END (a passage), code:NAME, participant:NAME, or coding with
    --at. A contact summary without --text begins with its headings.

    Example: verbatim memo study.verbatim code:Irritants --title Bornes --text "Où finit l'irritant ? [[code:Personas]]"
    """
    from coding import memos
    from coding.memos import templates

    with writing(file, coder) as project:
        about = _target(project, target, at)
        text = templates.of(kind, project.info().language) if text is None else text
        memos.add(project, text, title=title, kind=kind, targets=[about])


@program.command("memo-edit")
@project_file
@click.argument("memo", metavar="MEMO")
@click.option("--text", metavar="T", help="What it says.")
@click.option("--title", metavar="T", help="Its title.")
@click.option("--kind", type=_KINDS, help="What kind of memo it is.")
@click.option(
    "--about", "targets", metavar="TARGET", multiple=True, help="What it is about, instead of all before; repeatable."
)
@_at
@coder
def memo_edit(
    file: Path,
    memo: str,
    text: str | None,
    title: str | None,
    kind: str | None,
    targets: tuple[str, ...],
    at: tuple[str, ...] | None,
    coder: str | None,
) -> None:
    """Change what is given of a memo, which is called by its number (see `memos`) or by its title.

    Example: verbatim memo-edit study.verbatim Bornes --text "Où finit l'irritant ? À la caisse." --kind theoretical
    """
    from coding import memos

    if text is None and title is None and kind is None and not targets:
        raise click.UsageError("Say what to change: --text, --title, --kind or --about.")
    if at is not None and "coding" not in targets:
        raise click.UsageError("--at says which coding --about coding means.")
    with writing(file, coder) as project:
        key = _memo_named(project, memo).key
        about = [_target(project, one, at if one == "coding" else None) for one in targets] or None
        memos.edit(project, key, title=title, body=text, kind=kind, targets=about)


@program.command("memo-remove")
@project_file
@click.argument("memo", metavar="MEMO")
@coder
def memo_remove(file: Path, memo: str, coder: str | None) -> None:
    """Remove a memo, which is called by its number (see `memos`) or by its title; `undo` brings it back.

    Example: verbatim memo-remove study.verbatim Bornes
    """
    from coding import memos

    with writing(file, coder) as project:
        found = _memo_named(project, memo)
        memos.remove(project, found.key)
        tell(_heading(found))


@program.command("memo-links")
@project_file
@click.argument("memo", metavar="[MEMO]", required=False)
@click.option("--broken", is_flag=True, help="Only those that lead nowhere.")
@as_json
def memo_links(file: Path, memo: str | None, broken: bool, as_json: bool) -> None:
    """List what memos link to, all or one of them, which is called by its number (see `memos`) or by its title.

    Example: verbatim memo-links study.verbatim --broken
    """
    from coding import memos
    from coding.memos import links

    with reading(file) as project:
        of = [_memo_named(project, memo)] if memo is not None else memos.listed(project)
        found = [(one, link) for one in of for link in links.found(project, one.body)]
    rows = [
        (
            one.key,
            link.to.kind if link.to else link.kind or "",
            link.to.name if link.to else link.name,
            "" if link.to else "broken",
        )
        for one, link in found
        if not (broken and link.to)
    ]
    header = ("memo", "kind", "name", "state")
    if as_json:
        tell_json([dict(zip(header, row, strict=True)) for row in rows])
    else:
        tell_table(header, rows)


@program.command("memo-recover")
@project_file
@coder
def memo_recover(file: Path, coder: str | None) -> None:
    """Write the memos that the coder typed in the window and never left, as after a crash.

    Example: verbatim memo-recover study.verbatim
    """
    from coding.memos import drafts

    with writing(file, coder) as project:
        keys = drafts.recover(project)
    tell("\n".join(map(str, keys)))
    say(f"{counted(len(keys), 'memo')} written.")


def _memo_named(project: Project, name: str) -> MemoInfo:
    """Return the memo of that number, or the one memo of that title, case and accents let go."""
    from coding import memos
    from corpus.errors import NothingThere
    from corpus.words import folded

    known = memos.listed(project)
    found = [one for one in known if folded(one.title) == folded(name)] if name.strip() else []
    found = [one for one in known if str(one.key) == name] or found
    if not found:
        raise NothingThere("No memo is called {name}; memos lists them.", name=name)
    if len(found) > 1:
        raise NothingThere("Several memos are called {name}; say its number, which memos lists.", name=name)
    return found[0]


def _target(project: Project, written: str, at: tuple[str, ...] | None) -> Target:
    from coding import codings
    from coding.memos import Target, on
    from corpus import documents

    kind, _, name = written.partition(":")
    if (kind == "coding") != (at is not None):
        raise click.UsageError("A coding is named by --at DOCUMENT START END CODE with the target `coding`.")
    if at is not None:
        anchor = place(project, at[0], _whole(at[1]), _whole(at[2]))
        return Target("coding", codings.find(project, code_named(project, at[3]), anchor).key)
    match kind:
        case "project" if not name:
            return Target("project")
        case "code" if name:
            return Target("code", code_named(project, name))
        case "participant" if name:
            return Target("participant", participant_named(project, name))
        case "document" if name:
            passage = passage_named(name)
            if passage is None:
                return Target("document", documents.find(project, name).key)
            return on(place(project, *passage))
    raise click.UsageError(f"{written} is no target; write project, document:NAME, code:NAME or participant:NAME")


def _whole(written: str) -> int:
    try:
        return int(written)
    except ValueError as error:
        raise click.UsageError(f"{written} is no whole number") from error
