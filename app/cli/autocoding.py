"""The verb that codes many places at once: what a search finds, what speakers say, what stands under headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import as_json, code_named, coder, documents_named, numbers, project_file, seen, within, writing
from app.cli.output import counted, progress_bar, say, say_untouched, tell, tell_json, tell_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coding.autocoding import ProposedCoding
    from coding.moment.moment import Moment
    from coding.permits import Terms
    from corpus.progress import Progress
    from corpus.store.project import Project

_SHOWN = 60  # code points of what would be coded


@program.command("auto-code")
@project_file
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--search", "query", metavar="QUERY", help="Code the passages that a search finds.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="GLOB",
    help="Code the turns of speakers whose mark fits; * and ? stand for anything; repeatable.",
)
@click.option(
    "--heading", "titles", multiple=True, metavar="GLOB", help="Code what stands under headings that fit; repeatable."
)
@click.option(
    "--each", is_flag=True, help="With a code for each speaker or heading, named like it, under CODE if given."
)
@click.option("--new", is_flag=True, help="Make the code, a descriptive one; CODE is its name, or parent/child.")
@click.option("--document", metavar="GLOB", help="Only in documents whose name fits; * and ? stand for anything.")
@within
@click.option("--skip", metavar="N,N-N", help="Leave these out, by their number in --dry-run.")
@click.option("--dry-run", is_flag=True, help="Only list what would be coded, numbered.")
@as_json
@naming
@agreeing_whole
@coder
def auto_code(
    file: Path,
    code: str | None,
    query: str | None,
    speakers: tuple[str, ...],
    titles: tuple[str, ...],
    each: bool,
    new: bool,
    document: str | None,
    sets: tuple[str, ...],
    skip: str | None,
    dry_run: bool,
    as_json: bool,
    coder: str | None,
    terms: Terms,
) -> None:
    """Code many places as one change: what a search finds, what speakers say, or what stands under headings.

    These codings are marked as made by themselves, and as not read until somebody has them before their eyes. --dry-run
    lists them first, so that some can be left out with --skip.

    Example: verbatim auto-code study.verbatim Parcours --search "parcours client" --skip 3,8-9
    """
    if (query is not None) + bool(speakers) + bool(titles) != 1:
        raise click.UsageError("Say what is to be coded: --search QUERY, --speaker GLOB, or --heading GLOB.")
    if each and (query is not None or new):
        raise click.UsageError("--each names codes after speakers or headings; CODE is one that is there already.")
    if code is None and not each:
        raise click.UsageError("Say the CODE, or --each for one named after each speaker or heading.")
    with leaving(file, terms, coder) if dry_run else writing(file, coder) as project:
        with progress_bar("Searching") as progress:
            moment = seen(project, sets)
            found = _within(moment, _found(moment, query, speakers, titles, document, progress))
        left = set(numbers(skip)) if skip else set()
        kept = [(number, one) for number, one in enumerate(found, 1) if number not in left]
        if dry_run:
            _tell(moment, kept, as_json, terms)
            say_untouched()
        else:
            _write(project, code, [one for _, one in kept], each=each, new=new)


def _found(
    moment: Moment,
    query: str | None,
    speakers: Sequence[str],
    titles: Sequence[str],
    document: str | None,
    progress: Progress,
) -> list[ProposedCoding]:
    from coding import autocoding

    if query is not None:
        return _searched(moment, query, document, progress)
    papers = documents_named(moment.project, document) if document is not None else None
    if speakers:
        return autocoding.like(autocoding.by_speaker(moment, papers), speakers)
    return autocoding.like(autocoding.by_heading(moment, papers), titles)


def _within(moment: Moment, found: Sequence[ProposedCoding]) -> list[ProposedCoding]:
    """Return what stands within the sets that are asked for."""
    from coding.moment import shown

    return [
        one for one in found if shown.place(moment, one.anchor.document, one.anchor.start or 0, one.anchor.end or 0)
    ]


def _searched(moment: Moment, query: str, document: str | None, progress: Progress) -> list[ProposedCoding]:
    from app.cli.analysis import search_index
    from coding import autocoding
    from coding.search import filters
    from coding.search.listings import listing
    from coding.search.searches import Search
    from corpus.search.query import parse

    parse(query)  # which refuses one without a word; in the window that means everything
    kept = filters.kept(moment, documents=document)
    found = listing(Search(query), moment, search_index(moment.project), among=kept, progress=progress)
    return autocoding.of_places(map(found.place, range(len(found))))


def _tell(moment: Moment, kept: Sequence[tuple[int, ProposedCoding]], as_json: bool, terms: Terms) -> None:
    from coding.permits import Leaving

    records = []
    for number, one in kept:
        start, end = one.anchor.start or 0, one.anchor.end or 0
        text = moment.text(one.anchor.document)[start:end]
        records.append(
            {
                "number": number,
                "under": one.name,
                "document": moment.infos[one.anchor.document].name,
                "start": start,
                "end": end,
                "text": text,
            }
        )
    places = [(one.anchor.document, one.anchor.start or 0, one.anchor.end or 0) for _, one in kept]
    said = [str(record[part]) for record in records for part in ("under", "document", "text")]
    pass_out(moment, "search", lambda: Leaving(said, places), terms)
    if as_json:
        tell_json(records)
        return
    shown = [{**record, "text": " ".join(str(record["text"]).split())[:_SHOWN]} for record in records]
    tell_table(("number", "under", "document", "start", "end", "text"), [tuple(record.values()) for record in shown])
    say(f"{counted(len(records), 'place')} would be coded.")


def _write(project: Project, code: str | None, kept: Sequence[ProposedCoding], *, each: bool, new: bool) -> None:
    from coding import autocoding

    if each:
        made = autocoding.apply_each(project, kept, code_named(project, code) if code else None)
    elif new:
        made = autocoding.create(project, kept, code or "")
    else:
        made = autocoding.apply(project, kept, code_named(project, code or ""))
    there = len(kept) - len(made)
    tell(f"{counted(len(made), 'coding')} made{f', {there} there already' if there else ''}.")
