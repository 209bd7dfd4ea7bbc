"""Verbs on likeness of meaning: passages that say something like others, and codes given to like words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.analysis import narrowed, search_index, tell_listing
from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, leaving, say_unsaid
from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    code_named,
    masked,
    out,
    place,
    project_file,
    reading,
    seen,
    sets_named,
    template,
    within,
)
from app.cli.output import Stop, counted, progress_bar, say, tell, tell_json

if TYPE_CHECKING:
    from coding.moment.evidence import Ways
    from coding.moment.moment import Moment
    from coding.permits import Terms
    from coding.search.alike import SameUse
    from coding.search.listings import Listing
    from coding.search.meaning_query import LikenessQuery
    from corpus.progress import Progress


@program.command()
@project_file
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--code", metavar="C", help="Like all that illustrates this code; where nothing does, its definition.")
@click.option("--definition", metavar="C", help="Like the name and the definition of this code.")
@click.option("--place", "words", type=(str, int, int), metavar="DOCUMENT START END", help="Like these words.")
@click.option("--excerpt", type=click.IntRange(min=1), metavar="N", help="Like the excerpt that `excerpts` lists Nth.")
@click.option(
    "--uncoded",
    is_flag=True,
    help="What was missed: passages not coded yet; with --code or --definition, not so coded.",
)
@click.option("--least", is_flag=True, help="With --code: its own verbatims instead, the least like the others first.")
@narrowed
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="N",
    help="Print the first N only; all are counted, and all are written.",
)
@masked
@out(".csv", ".xlsx", ".docx", needed=False)
@template
@whose
@as_json
@agreeing
def similar(
    file: Path,
    *,
    text: str | None,
    code: str | None,
    definition: str | None,
    words: tuple[str, int, int] | None,
    excerpt: int | None,
    uncoded: bool,
    least: bool,
    speaker: str | None,
    role: str | None,
    where: dict[str, str],
    sets: tuple[str, ...],
    document: str | None,
    evidence: Any,
    limit: int,
    confidential: str,
    path: Path | None,
    template: Path | None,
    view: dict[str, Any],
    as_json: bool,
    terms: Terms,
) -> None:
    """List passages that say something like TEXT, a code, a place or an excerpt, whatever words they say it in.

    Likeness is of meaning, 1 for the same words and 0 for what is no more alike than any two; it is an offer to read,
    and proves nothing. The words shared are listed beside. What interviewers say is left out.

    Example: verbatim similar study.verbatim --code C1 --uncoded
    """
    given = [one for one in (text, code, definition, words, excerpt) if one is not None]
    if len(given) != 1:
        raise click.UsageError("Say one of TEXT, --code, --definition, --place and --excerpt.")
    if least and (code is None or uncoded):
        raise click.UsageError("--least goes with --code, and not with --uncoded.")
    from coding.search import alike, filters
    from coding.search.listings import listing
    from coding.search.searches import Search

    with leaving(file, terms) as project, progress_bar("Comparing") as progress:
        moment = seen(project, sets, **known_layer(project, view))
        kept = filters.kept(moment, ways=evidence, speaker=speaker, role=role, where=where, documents=document)
        key = code_named(project, name) if (name := code or definition) else None
        wanted = Search(text or "", ways=evidence, scope="meaning", within=sets_named(project, sets))
        if least and key is not None:
            wanted = replace(wanted, about=("unlike", key))
            liked = alike.unlike(moment, key, evidence, progress)
        else:
            liked = alike.alike(moment, _asked(moment, text, code, key, words, excerpt, evidence), progress)
        if uncoded:
            missed = alike.missed(moment, key, evidence)
            kept = missed if kept is None else kept & missed
        found = listing(wanted, moment, search_index(project), among=kept, liked=liked, progress=progress)
        if path is not None:
            _write(found, path, confidential, progress, terms, template)
        else:
            tell_listing(found, limit, as_json, terms)


def _asked(
    moment: Moment,
    text: str | None,
    code: str | None,
    key: int | None,
    words: tuple[str, int, int] | None,
    excerpt: int | None,
    ways: Ways,
) -> LikenessQuery:
    """Return what is asked for: a code's verbatims or definition, a place, an excerpt or a sentence."""
    from coding.search import alike

    if key is not None:
        return alike.of_code(moment, key, ways) if code is not None else alike.defined(moment, key)
    if words is not None:
        return alike.at(moment, place(moment.project, *words))
    return alike.said(text or "") if excerpt is None else _of_excerpt(moment, excerpt)


def _of_excerpt(moment: Moment, number: int) -> LikenessQuery:
    """Return the words of the excerpt that the verb excerpts lists at this number."""
    from coding import excerpts
    from coding.moment import shown
    from coding.search import alike

    codes = shown.codes(moment)
    listed = [
        (one.document, one.start, one.end)
        for one in excerpts.listed(moment.project)
        if one.code in codes and shown.place(moment, one.document, one.start, one.end)
    ]
    if number > len(listed):
        raise Stop(NOTHING_DONE, f"There is no excerpt {number}; {counted(len(listed), 'excerpt')} listed.")
    return alike.at(moment, listed[number - 1])


def _write(
    found: Listing, path: Path, confidential: str, progress: Progress, terms: Terms, template: Path | None
) -> None:
    """Write all that was found into a file, with how alike each is and the words shared."""
    from coding.exports import hits

    hits.save(found, path, confidential=confidential, progress=progress, terms=terms, template=template)
    say_unsaid(found.moment, "search", lambda: hits.leaving(found, confidential))
    tell(str(path))
    say(f"{counted(len(found), 'verbatim' if found.of_spans else 'passage')} written.")


@program.command("codes-alike")
@project_file
@within
@whose
@as_json
def codes_alike(file: Path, *, sets: tuple[str, ...], view: dict[str, Any], as_json: bool) -> None:
    """List pairs of codes of one book that are given to like words: perhaps they are used for the same thing.

    Codes with fewer than three verbatims of their own are left out, and so are codes one under the other. Nothing is
    changed; code-merge joins two.

    Example: verbatim codes-alike study.verbatim
    """
    from coding import codebook
    from coding.moment import shown
    from coding.search import alike

    with reading(file) as project, project.read(), progress_bar("Comparing") as progress:
        moment, names = seen(project, sets, **known_layer(project, view)), codebook.ways(project)
        codes = shown.codes(moment)
        found = alike.same_use(moment, [code for code in moment.codes if code in codes], progress)
    told = [_pair(one, names) for one in found]
    if as_json:
        tell_json(told)
        return
    for row in told:
        one, other = row["codes"]
        counts = f"{row['verbatims'][0]} and {row['verbatims'][1]} verbatims, {row['both']} on the same words"
        tell(f"{row['likeness']:.2f}\t{one} · {other}\t{counts}\t{', '.join(row['shared'])}")
    say(f"{counted(len(told), 'pair')} of codes alike.")


def _pair(one: SameUse, names: dict[int, str]) -> dict[str, Any]:
    return {
        "codes": [names[code] for code in one.codes],
        "likeness": round(one.likeness, 3),
        "verbatims": list(one.verbatims),
        "both": one.both,
        "shared": list(one.shared),
    }
