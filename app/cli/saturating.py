"""The verb on code saturation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.coders import known_layer, whose
from app.cli.group import program
from app.cli.opening import as_json, project_file, reading, seen, within
from app.cli.output import counted, say, tell_json, tell_table

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.tables.saturation import Saturation, Series


@program.command("saturation")
@project_file
@click.option("--base", type=click.IntRange(1), default=4, show_default=True, help="Documents of the base.")
@click.option("--run", "run", type=click.IntRange(1), default=2, show_default=True, help="Documents of a run.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 99),
    default=5.0,
    show_default=True,
    metavar="PERCENT",
    help="What a run may add of the codes of the base, at most.",
)
@click.option("--by", metavar="ATTRIBUTE", help="For each value of this attribute, too.")
@click.option("--framework", metavar="KEY", help="For the codes that lead to each concept of it by a link, too.")
@within
@whose
@as_json
def saturation(
    file: Path,
    base: int,
    run: int,
    threshold: float,
    by: str | None,
    framework: str | None,
    sets: tuple[str, ...],
    view: dict[str, Any],
    as_json: bool,
) -> None:
    """Say how many descriptive codes were new in each document, in the order of collection, and when they stopped.

    Documents stand in the order of their dates, see facts, else in their own. The ratio is that of Guest, Namey and
    Chen (2020): new codes in a run over the codes of the base, which stays the same; it is written as 6⁺², six
    documents plus a run of two. The mean over all orders is there to show how much hangs on this one. The report
    saturation prints it, with a sentence for the article.

    Example: verbatim saturation study.verbatim --base 4 --run 2 --by Métier --json
    """
    from coding.exports import saturation as exports
    from coding.tables import saturation as tables

    rule = tables.SaturationRule(base, run, threshold / 100)
    with reading(file) as project, project.read():
        moment = seen(project, sets, masking=True, **known_layer(project, view))
        found = tables.saturation(moment, rule, by=by, concepts=framework)
        if as_json:
            tell_json(_told(moment, found))
            return
        tell_table(
            ("n", "document", "date", "new", "cumulative", "ratio", "mean", "unread"),
            [row[:-1] for row in exports.rows(moment, found)],
        )
        for part in found.parts:
            sizes = f"{counted(len(part.documents), 'document')}, {counted(len(part.found), 'code')}"
            say(f"{part.name}: {part.written or 'not reached'} ({sizes}).")
        english = moment.viewed(printed="en")
        say(exports.sentence(english, found))
        for note in exports.notes(english, found):
            say(note)


def _told(moment: Moment, found: Saturation) -> dict[str, Any]:
    return {
        **_series(moment, found.whole),
        "ordered_by": found.order,
        "dates": [found.days.get(key) for key in found.whole.documents],
        "unread": [[moment.ways[code] for code in found.unread[key]] for key in found.whole.documents],
        "uncoded": [moment.infos[key].name for key in found.uncoded],
        "parts": [{"name": part.name, **_series(moment, part)} for part in found.parts],
    }


def _series(moment: Moment, one: Series) -> dict[str, Any]:
    return {
        "order": [moment.infos[key].name for key in one.documents],
        "new_codes": one.counts,
        "codes": [[moment.ways[code] for code in codes] for codes in one.new],
        "cumulative": one.cumulative,
        "ratios": one.ratios,
        "mean_over_orders": one.expected,
        "base_size": one.base,
        "base": one.rule.base,
        "run_length": one.rule.run,
        "threshold": one.rule.threshold,
        "reached_at": one.reached,
        "written": one.written,
    }
