"""Verbs on excerpts, the words chosen for print: list, choose, change and remove them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing, leaving, left_out, naming, pass_out
from app.cli.group import program
from app.cli.opening import as_json, code_named, coder, place, project_file, seen, span, within, writing
from app.cli.output import tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.excerpts import ExcerptInfo
    from coding.permits import Leaving, Terms
    from corpus.store.project import Project


@program.command()
@project_file
@click.option("--code", "codes", multiple=True, metavar="C", help="Those of this code; repeatable; by default all.")
@within
@as_json
@naming
@agreeing
def excerpts(file: Path, codes: tuple[str, ...], sets: tuple[str, ...], as_json: bool, terms: Terms) -> None:
    """List the excerpts by code, in the order they are printed, with the words as they will stand.

    Example: verbatim excerpts study.verbatim --code C1 --json
    """
    from coding import codebook, excerpts, permits
    from coding.moment import shown
    from corpus import documents

    with leaving(file, terms) as project:
        moment, wanted = seen(project, sets), [code_named(project, code) for code in codes] or None
        ways, names = codebook.ways(project), {info.key: info.name for info in documents.listed(project)}
        listed = shown.codes(moment)
        chosen = [
            one
            for one in excerpts.listed(project, wanted)
            if one.code in listed and shown.place(moment, one.document, one.start, one.end)
        ]
        out = left_out(moment, "excerpts", lambda: _going(project, chosen), terms)
        if out:
            chosen = [one for one in chosen if not out & permits.heard(moment, [(one.document, one.start, one.end)])]
        pass_out(moment, "excerpts", lambda: _going(project, chosen), terms)
        found = [(ways[one.code], names[one.document], one, excerpts.printed(project, one)) for one in chosen]
    if as_json:
        tell_json([_record(*one) for one in found])
        return
    tell_table(
        ("code", "document", "start", "end", "words"),
        [(code, document, one.start, one.end, words) for code, document, one, words in found],
    )


def _going(project: Project, chosen: list[ExcerptInfo]) -> Leaving:
    from coding import excerpts
    from coding.permits import Leaving

    texts = [part for one in chosen for part in (excerpts.printed(project, one), one.translation)]
    return Leaving(texts, [(one.document, one.start, one.end) for one in chosen])


def _record(code: str, document: str, one: ExcerptInfo, words: str) -> dict[str, Any]:
    return {
        "code": code,
        "document": document,
        "start": one.start,
        "end": one.end,
        "text": words,
        "cuts": [list(cut) for cut in one.cuts],
        "insertions": [list(added) for added in one.insertions],
        "translation": one.translation,
        "coder": one.coder,
        "purpose": one.purpose,
    }


@program.command()
@project_file
@span
@click.option("--remove", is_flag=True, help="Take the excerpt away; the words stay as they are.")
@click.option(
    "--cut",
    "cuts",
    type=int,
    nargs=2,
    multiple=True,
    metavar="START END",
    help="Words to leave out, shown as (…); repeatable.",
)
@click.option(
    "--insert",
    "insertions",
    type=(int, str),
    multiple=True,
    metavar="AT TEXT",
    help="Words to put in, shown in [brackets]; repeatable.",
)
@click.option("--translation", metavar="T", default="", help="The words in another language.")
@click.option(
    "--purpose",
    type=click.Choice(["power", "proof"]),
    help="What it is for: the body of the article (power), or its table (proof).",
)
@coder
def excerpt(
    file: Path,
    document: str,
    start: int,
    end: int,
    code: str,
    remove: bool,
    cuts: tuple[tuple[int, int], ...],
    insertions: tuple[tuple[int, str], ...],
    translation: str,
    purpose: str | None,
    coder: str | None,
) -> None:
    """Choose words for print, as a quotation of a code; print them as they will stand.

    Example: verbatim excerpt study.verbatim "01 Directrice marketing" 1204 1377 C1 --cut 1250 1262
    """
    from coding import excerpts

    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        found = code_named(project, code)
        if remove:
            excerpts.remove(project, excerpts.find(project, found, anchor).key)
            return
        made = excerpts.add(
            project, found, anchor, cuts=cuts, insertions=insertions, translation=translation, purpose=purpose or ""
        )
        tell(excerpts.printed(project, made))


@program.command("excerpt-edit")
@project_file
@span
@click.option("--to", "to", type=int, nargs=2, metavar="START END", help="The words it goes to.")
@click.option(
    "--cut", "cuts", type=int, nargs=2, multiple=True, metavar="START END", help="More words to leave out; repeatable."
)
@click.option(
    "--give-back",
    "given",
    type=int,
    nargs=2,
    multiple=True,
    metavar="START END",
    help="Words that are cut no longer; repeatable.",
)
@click.option(
    "--insert",
    "insertions",
    type=(int, str),
    multiple=True,
    metavar="AT TEXT",
    help="More words to put in; repeatable.",
)
@click.option(
    "--take-out", "taken", type=int, multiple=True, metavar="AT", help="Take out what was put in there; repeatable."
)
@click.option("--translation", metavar="T", help="The words in another language.")
@click.option(
    "--purpose",
    type=click.Choice(["power", "proof", "none"]),
    help="What it is for: the body of the article (power), or its table (proof).",
)
@click.option("--position", type=click.IntRange(min=1), metavar="N", help="Its place among those of its code.")
@coder
def excerpt_edit(
    file: Path,
    document: str,
    start: int,
    end: int,
    code: str,
    to: tuple[int, int] | None,
    cuts: tuple[tuple[int, int], ...],
    given: tuple[tuple[int, int], ...],
    insertions: tuple[tuple[int, str], ...],
    taken: tuple[int, ...],
    translation: str | None,
    purpose: str | None,
    position: int | None,
    coder: str | None,
) -> None:
    """Move an excerpt's edges, cut more of it or less, or put it elsewhere among those of its code; print it.

    Example: verbatim excerpt-edit study.verbatim "01 Directrice marketing" 1204 1377 C1 --to 1190 1377 --cut 1250 1262
    """
    from coding import excerpts
    from corpus import anchors

    if (
        to is None
        and translation is None
        and purpose is None
        and position is None
        and not (cuts or given or insertions or taken)
    ):
        raise click.UsageError("Say what to change, for instance --to, --cut, --give-back or --position.")
    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        one = excerpts.find(project, code_named(project, code), anchor)
        with project.change("Edit excerpt"):
            excerpts.edit(
                project,
                one.key,
                anchor=None if to is None else anchors.words(anchor.document, *to),
                cuts=_cuts(one, cuts, given),
                insertions=_insertions(one, insertions, taken),
                translation=translation,
                purpose="" if purpose == "none" else purpose,
            )
            if position is not None:
                excerpts.move(project, one.key, position - 1)
        tell(excerpts.printed(project, one.key))


def _cuts(
    one: ExcerptInfo, cuts: tuple[tuple[int, int], ...], given: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    from coding import excerpts
    from corpus.errors import NothingThere

    kept = one.cuts
    for start, end in given:
        left = excerpts.without(kept, start, end)
        if left == kept:
            raise NothingThere("Nothing is cut between {start} and {end}.", start=start, end=end)
        kept = left
    return (*kept, *cuts)


def _insertions(
    one: ExcerptInfo, insertions: tuple[tuple[int, str], ...], taken: tuple[int, ...]
) -> tuple[tuple[int, str], ...]:
    from corpus.errors import NothingThere

    for at in taken:
        if all(offset != at for offset, _ in one.insertions):
            raise NothingThere("Nothing is put in at {offset}.", offset=at)
    return (*(added for added in one.insertions if added[0] not in taken), *insertions)
