"""Verbs that ask: search, matrix."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, agreeing_whole, leaving, left_out, naming, pass_out, say_given_away
from app.cli.group import program
from app.cli.meaning_hits import liked, likeness, show_alike
from app.cli.opening import (
    as_json,
    code_named,
    documents_named,
    for_excel,
    masking,
    out,
    project_file,
    sets_named,
    template,
    unsigned,
    where,
    within,
)
from app.cli.output import counted, progress_bar, say, say_unknown, tell, tell_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coding.permits import Terms
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHit, OtherHits
    from coding.search.searches import Chosen, Search
    from coding.tables.saved_matrices import MatrixChoice
    from coding.tables.verbatims import Verbatim
    from corpus.search.index import SearchIndex
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

SCOPES = ["passages", "codings", "documents", "memos", "definitions", "meaning"]
_SHOWN = 60


def filtered(verb: Verb) -> Verb:
    """Add the options that say what a search keeps."""
    verb = narrowed(verb)
    for option in (
        click.option("--code", "codes", multiple=True, metavar="C",
                     help="Keep what illustrates this code, directly or by a link; repeated, for any of them."),
        click.option("--scope", type=click.Choice(SCOPES), default="passages", show_default=True,
                     help="What is searched; documents as a whole, passages by what they mean."),
    ):  # fmt: skip
        verb = option(verb)
    return verb


def narrowed(verb: Verb) -> Verb:
    """Add the options that say of whom, of what and by which evidence something is kept."""
    for option in reversed((
        click.option("--speaker", metavar="S", help="Keep what this speaker or participant says."),
        click.option("--role", type=click.Choice(["interviewer", "respondent", "unknown"]),
                     help="Keep what they say; a respondent is an interviewee."),
        where,
        within,
        click.option("--document", metavar="GLOB",
                     help="Keep documents whose name fits; * and ? stand for anything."),
        click.option("--evidence", type=click.Choice(["both", "direct", "linked", "crossed"]),
                     default="both", show_default=True,
                     help="By which way passages illustrate a code."),
    )):  # fmt: skip
        verb = option(verb)
    return verb


def chosen(
    project: Project, codes: tuple[str, ...], speaker: str | None, role: str | None, where: dict[str, str],
    document: str | None,
) -> dict[str, tuple[Chosen, ...]]:  # fmt: skip
    """Return what these options keep as facets of a search."""
    from coding.moment.moment import Moment
    from coding.search import filters

    return filters.chosen(
        Moment.of(project), codes=[code_named(project, code) for code in codes], speaker=speaker, role=role,
        where=where, documents=documents_named(project, document) if document is not None else (),
    )  # fmt: skip


@program.command()
@project_file
@click.argument("query", metavar="[QUERY]", required=False)
@filtered
@click.option("--saved", metavar="NAME", help="Search for what is kept by that name, and nothing else.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print the first N only; all are counted.")
@whose
@as_json
@naming
@agreeing
def search(
    file: Path, query: str | None, scope: Any, codes: tuple[str, ...], speaker: str | None, role: str | None,
    where: dict[str, str], sets: tuple[str, ...], document: str | None, evidence: Any, saved: str | None,
    limit: int | None, as_json: bool, view: dict[str, Any], terms: Terms,
) -> None:  # fmt: skip
    """Search the passages: words, "a phrase", AND, OR, NOT, pre*, =as written, ~forms, a NEAR/10 b, /expression/,
    and fields such as capability:C1; * alone is everything.

    Case and accents are let go. Prints each match with what stands around it. In the other scopes the same query is
    asked of codings, whole documents, memos, or what the codebook says, and the options keep what fields would. In
    the scope meaning it is a sentence; see similar.

    Example: verbatim search study.verbatim "parcours client" --code C1 --where sector=GSA --json
    """
    if saved is not None:
        given = (query, codes, speaker, role, where, sets, document, evidence != "both", scope != "passages")
        if any(one not in (None, False) and one for one in given):
            raise click.UsageError("--saved is a whole search; --limit and --json alone go with it.")
        _search_saved(file, saved, limit, as_json, terms, view)
        return
    if query is None:
        raise click.UsageError("Say a QUERY, or --saved NAME.")
    from coding import codebook
    from coding.moment.moment import Moment
    from coding.search import filters
    from coding.search.listings import listing
    from coding.search.searches import Search
    from corpus.search.query import parse

    if scope != "meaning":
        parse(query)  # which refuses one without a word; in the window that means everything
    if scope not in ("passages", "meaning"):
        _search_in(
            file, Search(query, ways=evidence, scope=scope), limit, as_json, terms, view, sets,
            lambda project: chosen(project, codes, speaker, role, where, document),
        )  # fmt: skip
        return
    with leaving(file, terms) as project, progress_bar("Searching") as progress:
        resolve, index = codebook.resolver(project), search_index(project)
        moment = Moment.of(project).viewed(**known_layer(project, view))
        kept = filters.kept(
            moment, codes=[resolve(code) for code in codes], ways=evidence, speaker=speaker, role=role, where=where,
            documents=document,
        )  # fmt: skip
        wanted = Search(query, within=sets_named(project, sets), scope=scope)
        near, _ = liked(wanted, moment, progress)
        found = listing(wanted, moment, index, among=kept, liked=near, progress=progress)
        tell_listing(found, limit, as_json, terms)
    if index.note is not None:
        say(str(index.note))


def _search_saved(file: Path, name: str, limit: int | None, as_json: bool, terms: Terms, view: dict[str, Any]) -> None:
    """Search for what is kept by name, as the window does."""
    from coding.moment.moment import Moment
    from coding.search import searches
    from coding.search.listings import listing

    with leaving(file, terms) as project, progress_bar("Searching") as progress:
        wanted = searches.find(project, name).search
        if wanted.scope in ("passages", "codings", "meaning"):
            moment = Moment.of(project).viewed(**known_layer(project, view))
            near, among = liked(wanted, moment, progress)
            found = listing(wanted, moment, search_index(project), among=among, liked=near, progress=progress)
            tell_listing(found, limit, as_json, terms)
            return
    _search_in(file, wanted, limit, as_json, terms, view)


def tell_listing(found: Listing, limit: int | None, as_json: bool, terms: Terms) -> None:
    """Print the first rows of a listing, within what was agreed to."""
    from coding.exports import hits as exported

    if out := left_out(found.moment, "search", lambda: exported.leaving(found, "show"), terms):
        found = exported.without(found, out)
    named = click.get_current_context().params.get("confidential")
    pass_out(found.moment, "search", lambda: exported.leaving(found, "show", limit), terms, named=named)
    hits = [found.row(n).verbatim for n in range(len(found) if limit is None else min(limit, len(found)))]
    if as_json:
        ways = found.moment.ways
        told = [{**_hit(hit, ways), **likeness(found, number)} for number, hit in enumerate(hits)]
        tell_json({"query": found.search.query, "total": len(found), "hits": told})
    elif found.liked is not None:
        show_alike(found, hits)
    else:
        _show(hits, len(found), "coded segment" if found.of_spans else "passage")
    _say_shared(found)
    if found.liked is not None and (unread := found.liked.unknown):
        say(
            f"{counted(len(unread), 'document')} in a language that the sentence model does not know can't be compared."
        )


def _say_shared(found: Listing | OtherHits) -> None:
    """Say which forms of a ~word are those of other words, too, and how often they stand in the interviews."""
    from corpus.search.forms import shared

    if found.view is not None and found.node is not None:
        for one in shared(found.view, found.node):
            said = f"{one.form}, in {counted(one.passages, 'passage')}, may belong to the word {', '.join(one.of)}, too"
            say(f"{said}; {one.without} leaves it out.")


def _search_in(
    file: Path, wanted: Search, limit: int | None, as_json: bool, terms: Terms, view: dict[str, Any],
    sets: tuple[str, ...] = (), choose: Callable[[Project], dict[str, tuple[Chosen, ...]]] | None = None,
) -> None:  # fmt: skip
    """Search in codings, documents, memos or definitions; `choose` says what is chosen, where the search does not."""
    from coding.exports import other_hits as exported
    from coding.moment.moment import Moment
    from coding.search import other_hits

    scope = wanted.scope
    with leaving(file, terms) as project, progress_bar("Searching") as progress:
        index, moment = search_index(project), Moment.of(project).viewed(**known_layer(project, view))
        wanted = replace(wanted, within=sets_named(project, sets)) if sets else wanted
        wanted = replace(wanted, chosen=choose(project)) if choose is not None else wanted
        found = other_hits.hits(wanted, moment, index, progress=progress)
        shown = range(len(found) if limit is None else min(limit, len(found)))
        hits = [found.hit(number, None) for number in shown]
        pass_out(moment, "search", lambda: exported.of_hits(found, hits), terms)
    if as_json:
        told = [_find(scope, hit, moment.ways) for hit in hits]
        tell_json({"query": wanted.query, "scope": scope, "total": len(found), "hits": told})
        return
    for hit in hits:
        _show_hit(scope, hit)
    rest = f", {len(hits)} shown" if len(hits) < len(found) else ""
    say(f"{counted(len(found), _ONE[scope])} found{rest}.")
    _say_shared(found)


_ONE = {"codings": "coding", "documents": "document", "memos": "memo", "definitions": "code"}


def _find(scope: str, hit: OtherHit, names: dict[int, str]) -> dict[str, Any]:
    parts = [
        {"part": part.name, "text": part.text, "start": part.start, "matches": [list(match) for match in part.matches]}
        for part in hit.parts
    ]
    about: dict[str, Any]
    match scope:
        case "documents":
            about = {"document": hit.name, "passages": hit.turns, "participants": list(hit.about)}
        case "codings":
            _, start, end = hit.place or (0, 0, 0)
            about = {"document": hit.name, "start": start, "end": end, "code": names[hit.code or 0],
                     "coder": hit.about[0]}  # fmt: skip
        case "memos":
            about = {"memo": hit.name, "kind": hit.about[0], "coder": hit.about[1], "about": list(hit.about[2:])}
        case _:
            about = {"code": names[hit.key], "name": hit.name}
    return {**about, "parts": parts}


def _show_hit(scope: str, hit: OtherHit) -> None:
    """Print every match in its context under the part it is in, else the beginning of the words."""
    from corpus.search.find import Hit
    from corpus.search.kwic import contexts

    head = f"{hit.name} · {hit.about[1]}" if scope == "codings" else hit.name
    lines = [
        (head if part.name == "text" else f"{head} · {part.name}", line)
        for part in hit.parts
        for line in contexts(Hit(0, 0, part.start, part.start + len(part.text), part.text, part.matches), _SHOWN)
    ]
    for name, line in lines:
        match = click.style(line.match, bold=True, fg="green")
        tell(f"{click.style(name, dim=True)}\t{line.left}{match}{line.right}")
    if not lines:
        said = next((part.text for part in hit.parts if part.text != hit.name), "")
        tell(f"{click.style(head, dim=True)}\t{' '.join(said.split())[: 2 * _SHOWN]}".rstrip())


def search_index(project: Project) -> SearchIndex:
    """Open the index of a project in the person's cache; where there can be none it lives in memory."""
    from app.settings import folder
    from corpus.search.index import SearchIndex

    try:
        caches = folder("cache")
    except OSError:
        caches = Path(os.devnull) / "cache"  # never a shared folder: the index holds the interviews' words
    return SearchIndex.of(project, caches)


def _hit(hit: Verbatim, names: dict[int, str]) -> dict[str, Any]:
    return {
        "document": hit.document_name, "passage": hit.number, "start": hit.start, "end": hit.end, "text": hit.text,
        "speaker": hit.speaker, "role": hit.role, "participants": list(hit.participants),
        "codes": [names[code] for code in hit.codes], "matches": [list(match) for match in hit.matches],
    }  # fmt: skip


def _show(hits: Sequence[Verbatim], total: int, unit: str) -> None:
    """Print every match in its context, a passage without one by its beginning."""
    from corpus.search.find import Hit
    from corpus.search.kwic import contexts

    for hit in hits:
        head = f"{hit.document_name} {hit.number}"
        lines = contexts(Hit(hit.passage or 0, hit.document, hit.start, hit.end, hit.text, hit.matches), _SHOWN)
        for line in lines:
            match = click.style(line.match, bold=True, fg="green")
            tell(f"{click.style(head, dim=True)}\t{line.left}{match}{line.right}")
        if not lines:
            tell(f"{click.style(head, dim=True)}\t{' '.join(hit.text.split())[: 2 * _SHOWN]}")
    shown = f", {len(hits)} shown" if len(hits) < total else ""
    say(f"{counted(total, unit)} found{shown}.")


_CELLS = {
    "passages": "a number of passages", "codings": "a number of coded segments", "documents": "a number of documents",
    "participants": "a number of participants", "words": "a number of words", "share": "a share of the row's words",
    "binary": "1 where there is any", "asked": "a share of those who were asked the question, n of them",
    "unread": "a number of coded segments that were proposed, and that nobody read since",
    "same-words": "a number of passages in which both codes are on the same words",
    "near": "a number of passages within two turns of each other",
    "c": "c, Jaccard's index of the passages of two codes",
}  # fmt: skip
_EVIDENCE = {
    "both": "direct or by a link",
    "direct": "direct",
    "linked": "by a link",
    "crossed": "direct, by a link or through a crosswalk",
}
_DIMENSIONS = (
    "documents", "participants", "organisations", "speakers", "codes", "coders", "questions", "topics", "sets",
    "sets:documents", "sets:participants", "sets:codes",
)  # fmt: skip


def _dimension(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    first, within, inner = name.partition(">")
    if within:
        return f"{_dimension(_context, _option, first.strip())}>{_dimension(_context, _option, inner.strip())}"
    kind, _, rest = name.partition(":")
    if name not in _DIMENSIONS and not (kind in ("framework", "attribute") and rest.strip()):
        ways = f"{', '.join(_DIMENSIONS)}, framework:KEY or attribute:NAME"
        raise click.BadParameter(f"{name} is no way to divide a study; say {ways}.")
    return name


def divided(verb: Verb) -> Verb:
    """Add the options that say what a matrix counts, but what is masked."""
    kinds = (
        "documents, participants, organisations, speakers, codes, framework:KEY, attribute:NAME, coders, sets, "
        "sets:codes, or questions or topics of the guide."
    )
    for option in reversed((
        click.option("--rows", metavar="R", callback=_dimension, help=kinds),
        click.option("--columns", metavar="C", callback=_dimension, help="Likewise."),
        click.option("--cell", metavar="K", default="passages", show_default=True, type=click.Choice(list(_CELLS)),
                     help="What is counted: passages, codings, documents, participants, words, share, binary, or "
                          "asked: participants as a share of those who were asked a question; unread: what was "
                          "proposed for a code, by a link or with many others, and that nobody read since; "
                          "same-words, near (within two turns) and c (Jaccard): how codes by codes occur together."),
        click.option("--evidence", type=click.Choice(["both", "direct", "linked", "crossed"]),
                     default="both", show_default=True,
                     help="By which way text counts for a code; crossed is both, and through crosswalks what counts "
                          "for codes of other frameworks that meet it."),
        where,
        within,
        click.option("--coder", metavar="NAME",
                     help="Count what this coder coded and decided alone; over all, the latest decision counts."),
        click.option("--interviewer", is_flag=True, help="Count the interviewer's words as well."),
        click.option("--confidential", type=click.Choice(["show", "mask"]), default="mask", show_default=True,
                     help="Whether participants who may not be named are."),
    )):  # fmt: skip
        verb = option(verb)
    return verb


def arranged(verb: Verb) -> Verb:
    """Add the options that say how the numbers of a matrix are read."""
    for option in reversed((
        click.option("--percent", type=click.Choice(["row", "column", "total"]),
                     help="Percents of the row, of the column or of all instead of numbers."),
        click.option("--sort", type=click.Choice(["name", "total", "cluster", "case", "role", "time"]),
                     help="Rows and columns by name, by what they add up to, alike ones beside each other, or people "
                          "and documents by organisation, by function, or by the date of the interview."),
        click.option("--totals", is_flag=True, help="Add what rows and columns come to, each unit once."),
        click.option("--tidy", is_flag=True,
                     help="A line for each cell (row, column, number), as R and others like it."),
    )):  # fmt: skip
        verb = option(verb)
    return verb


def _ways(choice: MatrixChoice) -> str:
    """Say by which way the codes of a framework are counted, where there are any, and that questions are."""
    theory = any(kind.startswith("framework:") for kind in (choice.rows, choice.columns))
    questions = ", the interviewer's words as well" if choice.interviewer else ""
    return (f", {_EVIDENCE[choice.evidence]}" if theory else "") + questions


@program.command()
@project_file
@divided
@click.option(
    "--saved", metavar="NAME", help="Count what is kept by that name; names are masked unless told otherwise."
)
@arranged
@for_excel
@template
@unsigned
@out(".csv", ".xlsx", ".json", ".html", ".docx", ".md")
@whose
@agreeing_whole
def matrix(
    file: Path, rows: str | None, columns: str | None, cell: str, evidence: str, where: dict[str, str],
    sets: tuple[str, ...], coder: str | None, interviewer: bool, confidential: str, saved: str | None, percent: Any,
    sort: Any, totals: bool, tidy: bool, excel: bool, template: Path | None, blind: bool, path: Path,
    view: dict[str, Any], terms: Terms,
) -> None:  # fmt: skip
    """Count what rows and columns share, and write it as a table.

    Rows by participant end with (none), what has no participant, so that totals agree. A dimension within another is
    written with >, such as attribute:secteur>participants. With --cell binary --tidy R reads presence as 0 and 1.

    Example: verbatim matrix study.verbatim --rows participants --columns framework:meco-2019 -o matrix.csv
    """
    from coding import singling
    from coding.exports import matrices
    from coding.moment.moment import Moment
    from coding.tables import saved_matrices
    from coding.tables.arranging import PLAIN, Shape
    from coding.tables.saved_matrices import MatrixChoice

    given = (rows, columns, where, sets, coder, interviewer, evidence != "both", cell != "passages")
    if saved is not None and any(given):
        raise click.UsageError("--saved is a whole choice; --confidential, --excel and -o alone go with it.")
    if saved is None and not (rows and columns):
        raise click.UsageError("Say --rows R and --columns C, or --saved NAME.")
    masked = masking(confidential, blind)
    with leaving(file, terms) as project, progress_bar("Counting") as progress:
        if saved is not None:
            choice = replace(saved_matrices.find(project, saved).choice, mask=masked)
        else:
            choice = MatrixChoice(rows or "", columns or "", cell, evidence, coder or "", interviewer, where,
                            masked, sets_named(project, sets))  # fmt: skip
        seen_so = Moment.of(project).viewed(unsigned=blind, **known_layer(project, view))
        found = choice.counted(seen_so, progress)
        given_shape = Shape(percent or "", sort or "", totals, tidy)
        shape = choice.shape if given_shape == PLAIN else given_shape
        say_given_away(singling.by_kinds(found.moment, found.row_kind, found.column_kind), found.moment)
        matrices.save(found, path, excel=excel, terms=terms, shape=shape, template=template)
    tell(str(path))
    said = f"{_CELLS[choice.cell]}{_ways(choice)}"
    say(f"{counted(len(found.rows), 'row')} × {counted(len(found.columns), 'column')}; a cell is {said}.")
    say_unknown(found.moment)
