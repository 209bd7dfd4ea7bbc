"""The verb that checks an article: whether it quotes what was said, of whom it says, and what may be quoted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.coders import known_layer, whose
from app.cli.group import program
from app.cli.opening import as_json, project_file, reading, seen, within
from app.cli.output import counted, progress_bar, say, tell, tell_json

if TYPE_CHECKING:
    from coding.articles.checking import Checked
    from coding.articles.reading import Article
    from coding.moment.moment import Moment


@program.command()
@project_file
@click.argument("article", type=click.Path(path_type=Path, dir_okay=False), metavar="ARTICLE")
@click.option("--all", "every", is_flag=True, help="List the quotations, too, with which nothing is wrong.")
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether those who may not be named are, in what is told of the sources.",
)
@as_json
@within
@whose
def quotations(
    file: Path,
    article: Path,
    *,
    every: bool,
    confidential: str,
    as_json: bool,
    sets: tuple[str, ...],
    view: dict[str, Any],
) -> None:
    """Check the quotations of an article (docx, odt, tex, md) against the sources and the stored translations.

    Words in quotation marks, block quotes, and paragraphs that somebody said are quotations. (…), […], [words put in]
    and typography are let go. Told, with the line and the place in the source: words altered, added or left out;
    somebody else than who spoke; people and firms that may not be named; words that nobody coded, that were reviewed
    and not kept, set aside, or are of somebody who does not agree to be quoted; and what is found nowhere. It exits
    with 0 whatever it finds.

    Example: verbatim quotations study.verbatim article.docx
    """
    from coding.articles import checking
    from coding.articles import reading as articles

    paper = articles.read(article)
    with reading(file) as project, project.read(), progress_bar("Checking") as progress:
        moment = seen(project, sets, masking=confidential == "mask", **known_layer(project, view))
        found = checking.check(moment, paper, progress)
        shown = found if every or as_json else checking.of_quotations(found)
        told = [_told(moment, paper, one) for one in shown]
    if as_json:
        tell_json(told)
        return
    for line in told:
        tell(f"{line['line']}\t{line['quotation']}\t{line['source']}\t{'; '.join(line['said'])}")
    wrong = len(checking.of_quotations(found))
    say(f"{counted(len(found), 'quotation')} read; {wrong} to look at.")


def _told(moment: Moment, article: Article, one: Checked) -> dict[str, Any]:
    from coding.exports import quoting
    from coding.exports.attributions import shortened

    place = one.found
    document = moment.mask.document(moment.infos[place.document]) if place else None
    return {
        "line": one.number,
        "counts": "paragraphs" if article.paragraphs else "lines",
        "quotation": shortened(one.quoted.words),
        "attribution": one.quoted.attribution,
        "document": document,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "translation": place.translated if place else False,
        "source": quoting.source(moment, one),
        "faults": [
            {
                "kind": fault.kind,
                **{name: value for name, value in fault.values.items() if not (one.withheld and name == "said")},
            }
            for fault in one.faults
        ],
        "said": quoting.said(moment, one),
    }
