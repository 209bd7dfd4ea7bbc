"""What was sought by meaning, worked out and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.cli.output import counted, say, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coding.moment.moment import Moment
    from coding.search.listings import Listing
    from coding.search.meaning_query import Liked, Mask
    from coding.search.searches import Search
    from coding.tables.verbatims import Verbatim
    from corpus.progress import Progress

_SHOWN = 180


def liked(wanted: Search, moment: Moment, progress: Progress) -> tuple[Liked | None, Mask | None]:
    """Return how alike is what a search asks for by meaning, and what alone it may be; Nones for every other search."""
    if wanted.scope != "meaning":
        return None, None
    from coding.search import alike

    if wanted.about is None:
        alike.said(wanted.query)  # which refuses what says nothing; in the window that finds nothing yet
    return alike.sought(moment, wanted, progress)


def likeness(found: Listing, number: int) -> dict[str, Any]:
    """Return how alike a row is and the words shared, for JSON; nothing of what was sought by words."""
    given = found.likeness(number)
    return {} if given is None else {"likeness": round(given[0], 3), "shared": list(given[1])}


def show_alike(found: Listing, hits: Sequence[Verbatim]) -> None:
    """Print how alike each is, the beginning of its stretch that is most so, and the words that this shares."""
    for number, hit in enumerate(hits):
        like, words = found.likeness(number) or (0.0, ())
        start, end = next(iter(hit.matches), (hit.start, hit.end))
        said = " ".join(hit.text[start - hit.start : end - hit.start].split())[:_SHOWN]
        where = f"{hit.start}–{hit.end}" if found.of_spans else hit.number
        head = click.style(f"{like:.2f}\t{hit.document_name} {where}", dim=True)
        tell(f"{head}\t{said} ({', '.join(words)})" if words else f"{head}\t{said}")
    shown = f", {len(hits)} shown" if len(hits) < len(found) else ""
    what = f"{counted(len(found), 'passage')} alike{shown}"
    if found.of_spans:
        what = f"{counted(len(found), 'verbatim')}{shown}, the least like the others first"
    say(f"{what}; 1 would be the same words, 0 is as alike as any two.")
