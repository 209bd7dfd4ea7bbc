"""The verb that measures suggestions: on whole documents left out, and with fewer examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.group import program
from app.cli.opening import as_json, project_file, reading, seen, within
from app.cli.output import counted, progress_bar, say, tell, tell_bytes, tell_json, tell_table
from app.cli.suggestions import FRAMEWORK, usual_framework

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.progress import Progress

_SCORES = ("hit_at_1", "hit_at_3", "macro_ap")


@program.command("suggest-evaluate")
@project_file
@click.option("--framework", metavar="KEY", help=FRAMEWORK)
@click.option(
    "--curve",
    "with_curve",
    is_flag=True,
    help="Measure with a quarter, half and three quarters of the examples too, and say what ten more of each "
    "code would bring.",
)
@within
@as_json
@click.option("--csv", "as_csv", is_flag=True, help="Print every figure on a line of a CSV: part,name,figure,value.")
def suggest_evaluate(
    file: Path, framework: str | None, with_curve: bool, sets: tuple[str, ...], as_json: bool, as_csv: bool
) -> None:
    """Measure suggestions: leave each document out in turn and see what is said of its coded passages.

    Within sets, only their documents are left out in turn, and of codes those of the sets are listed; what is learned
    from is always the whole study.

    Example: verbatim suggest-evaluate study.verbatim --framework meco-2019 --curve --json
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    with reading(file) as project, progress_bar("Leaving documents out") as progress:
        moment = seen(project, sets)
        document = _measured(moment, framework or usual_framework(project), with_curve, progress)
    if as_json:
        tell_json(document)
    elif as_csv:
        tell_bytes(_figures(document))
    else:
        _tell_quality(document)


def _measured(moment: Moment, framework: str | None, with_curve: bool, progress: Progress) -> dict[str, Any]:
    """Return the figures as they are printed, codes by the names that the other verbs take."""
    from coding import codebook
    from coding.moment import shown
    from coding.suggest import texts
    from coding.suggest.curve import learning_curve
    from coding.suggest.evaluate import evaluate

    project = moment.project
    words = texts.read(project, texts.described(project), progress)
    among = {info.key for info in shown.documents(moment)} if moment.within else None
    quality = evaluate(project, framework=framework, texts=words, among=among, progress=progress)
    names, kept = codebook.ways(project), shown.codes(moment)
    document = quality.as_json()
    if quality.concordance is not None:
        document["concordance"] = quality.concordance.as_json({code: names[code] for code in names if code in kept})
    document["per_code"] = [
        {**record, "code": names[one.code]}
        for record, one in zip(document["per_code"], quality.per_code, strict=True)
        if one.code in kept
    ]
    if with_curve:
        curve = learning_curve(
            project,
            framework=framework,
            seed=quality.seed,
            texts=words,
            whole=quality.figures,
            among=among,
            progress=progress,
        )
        document["curve"] = curve.as_json()
    return document


def _tell_quality(document: dict[str, Any]) -> None:
    rows = [("suggestions", document), *document["baselines"].items()]
    tell_table(
        ("", "hit@1", "hit@3", "average precision"),
        [(name, *(f"{figures[key]:.3f}" for key in _SCORES)) for name, figures in rows],
    )
    if "curve" in document:
        curve = document["curve"]
        tell("")
        tell_table(
            ("examples", "a code", "hit@1", "hit@3", "average precision"),
            [
                (point["examples"], f"{point['per_code']:.1f}", *(f"{point[key]:.3f}" for key in _SCORES))
                for point in curve["points"]
            ],
        )
        more = curve["ten_more"]
        say(
            "There is too little to say what more examples would bring."
            if more is None
            else f"Ten more examples a code would bring about {100 * more:+.0f} points of hit@3."
        )
    _tell_concordance(document.get("concordance"))
    passages, left_out = counted(document["passages"], "passage"), counted(document["documents"], "document")
    say(f"{passages} in {left_out}, each left out in turn.")


def _tell_concordance(found: dict[str, Any] | None) -> None:
    """Print how far suggestions agree with the person, code by code, and the person with a second coder."""
    if not found or not found["per_code"]:
        return
    second, who = found["second_coder"], "you" if found["coder"] else "people"
    heads = ("agreement with your coding", who, "suggested", "both", "agreement")
    rows = [
        (
            one["code"],
            one["yours"],
            one["suggested"],
            one["both"],
            _share(one["agreement"]),
            *([_share(one["with_second_coder"])] if second else []),
        )
        for one in found["per_code"]
    ]
    tell("")
    tell_table((*heads, f"you and {second}") if second else heads, rows)
    say(
        "Agreement: of the passages that both gave a code, or one of them, twice those by both in all of theirs. It is "
        "no agreement between coders."
    )
    if second:
        say(f"You and {second} both coded {counted(found['documents_of_both'], 'document')}.")
    if found["few"]:
        say(f"Measured on {counted(found['documents'], 'document')} only: too few to rely on.")


def _share(agreement: float | None) -> str:
    return "" if agreement is None else f"{agreement:.2f}"


def _figures(document: dict[str, Any]) -> bytes:
    """Return all figures as CSV, one to a line."""
    from coding.exports import csv
    from coding.exports.sheets import Sheet

    rows: list[tuple[str, str, str, Any]] = []

    def put(part: str, name: str, figures: dict[str, Any]) -> None:
        rows.extend((part, name, key, value) for key, value in figures.items() if isinstance(value, int | float))

    put("all", "suggestions", document)
    for name, figures in document["baselines"].items():
        put("all", name, figures)
    for one in document["per_code"]:
        put("code", one["code"], one)
    for one in document.get("concordance", {}).get("per_code", ()):
        put("concordance", one["code"], one)
    for band in document["calibration"]:
        put("calibration", f"{band['from']:.1f}–{band['to']:.1f}", band)
    if "curve" in document:
        for point in document["curve"]["points"]:
            put("curve", str(point["examples"]), point)
        put("curve", "ten more", {"ten_more": document["curve"]["ten_more"]})
    return csv.body(Sheet("suggestions", ("part", "name", "figure", "value"), tuple(rows)))
