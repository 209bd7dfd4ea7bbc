"""Verbs on how far coders agree: the figures, their disagreements one by one, and what they settle on together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.consent_checks import agreeing, leaving, left_out, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    code_named,
    coder,
    gathered,
    place,
    project_file,
    reading,
    seen,
    template,
    within,
    writing,
)
from app.cli.output import Stop, counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.agreement.comparing import AgreementResult
    from coding.agreement.disagreements import Disagreement
    from coding.agreement.resampling import Figures
    from coding.agreement.stretches import AgreementScope
    from coding.exports.reports import Report
    from coding.exports.sheets import Sheet
    from coding.moment.moment import Moment
    from coding.permits import Leaving, Terms
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])
_OUTCOMES = {"a": "first", "b": "second", "both": "both", "neither": "neither", "redefine": "redefine"}


def _names(_context: click.Context, _option: click.Parameter, given: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in given.split(",") if name.strip()) if given else ()


def compared(verb: Verb) -> Verb:
    """Add what says who and what is compared; the verb gets it as `asked`, for `_asked`."""
    for option in (
        gathered("asked", "--human-only", "by_hand", is_flag=True, help="Leave out codings from accepted suggestions."),
        gathered(
            "asked",
            "--code",
            "codes",
            multiple=True,
            metavar="C",
            help="A code that is wanted; repeatable; by default all.",
        ),
        gathered(
            "asked",
            "--unit",
            type=click.Choice(["passage", "character"]),
            default="passage",
            show_default=True,
            help="What each code is asked of.",
        ),
        gathered(
            "asked",
            "--coders",
            metavar="A,B[,…]",
            callback=_names,
            help="Whose work is compared; by default all who coded.",
        ),
    ):
        verb = option(verb)
    return verb


def _asked(moment: Moment, asked: dict[str, Any], **more: Any) -> AgreementScope:
    from coding.agreement.stretches import AgreementScope
    from coding.exports.agreement import everybody

    codes = tuple(code_named(moment.project, code) for code in asked["codes"]) or None
    coders = asked["coders"] or everybody(moment)
    return AgreementScope(coders, asked["unit"], codes=codes, by_hand=asked["by_hand"], **more)


def _allowed(project: Project, anyway: bool) -> None:
    from coding.agreement import approach

    if approach.reflexive(project) and not anyway:
        raise Stop(
            NOTHING_DONE,
            "This study declares a reflexive approach, which does without agreement of coders; "
            "--anyway computes it, and the verb approach takes the declaration back.",
        )


@program.command("agreement")
@project_file
@compared
@click.option(
    "--text",
    type=click.Choice(["all", "coded"]),
    default="all",
    show_default=True,
    help="Compare all text, or for each code only what one of them coded with it.",
)
@click.option(
    "--exclusive",
    metavar="C",
    help="The codes under C exclude each other: agreement on units of text by the u-alpha family, over all of them.",
)
@click.option(
    "--resamplings",
    type=click.IntRange(0, 100_000),
    default=1000,
    show_default=True,
    help="How often documents are drawn anew for the intervals.",
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="From what they are drawn.")
@click.option("--anyway", is_flag=True, help="Also in a study that declares a reflexive approach, see approach.")
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write the table to a file; it ends in .csv, .xlsx, .docx, .html or .md.",
)
@template
@within
@as_json
def agreement(
    file: Path,
    asked: dict[str, Any],
    text: str,
    exclusive: str | None,
    resamplings: int,
    seed: int,
    anyway: bool,
    path: Path | None,
    template: Path | None,
    sets: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say how far coders agree, code by code: percent, Cohen's or Fleiss' kappa, Krippendorff's alpha, Gwet's AC1,
    positive agreement (Dice), and by character unitizing alpha.

    Only documents are compared on which two of them worked: coded there, were given them (see assign), or declared
    them read. Each code is a question of its own, asked of every passage or character; pooled figures sum what was
    agreed beyond chance over what was possible. Where all answers are alike agreement is undefined. Codings from
    suggestions are told, and left out with --human-only. Intervals are of 95 in 100 resamplings of documents.

    Example: verbatim agreement study.verbatim --coders Anne,Noé --unit character --json
    """
    from coding.agreement.comparing import compare
    from coding.exports import agreement

    with reading(file) as project, project.read():
        _allowed(project, anyway)
        moment = seen(project, sets, masking=True)
        if exclusive is not None:
            _units(moment, _asked(moment, asked), code_named(project, exclusive), path, template, as_json)
            return
        found = compare(moment, _asked(moment, asked, coded=text == "coded", resamplings=resamplings, seed=seed))
        if path is not None:
            _write(moment, agreement.printed(moment, found), agreement.sheet(moment, found), path, template)
            return
        if as_json:
            tell_json(_told(moment, found))
        else:
            _tell(moment, found)


def _write(moment: Moment, made: Report, table: Sheet, path: Path, template: Path | None) -> None:
    from coding.exports import agreement, saving

    if path.suffix.lower() not in (*saving.SHEETS, *saving.REPORTS):
        raise click.UsageError(f"{path.name} must end in {', '.join((*saving.SHEETS, *saving.REPORTS))}.")
    agreement.save(moment, made, table, path, template=template)
    tell(str(path))


def _told(moment: Moment, found: AgreementResult) -> dict[str, Any]:
    from coding.exports import agreement

    def names(keys: tuple[int, ...]) -> list[str]:
        return [moment.infos[key].name for key in keys]

    return {
        "unit": found.asked.unit,
        "coders": list(found.asked.coders),
        "text": "coded" if found.asked.coded else "all",
        "documents": names(found.documents),
        "apart": names(found.apart),
        "units": found.units,
        "human_only": found.asked.by_hand,
        "codings": found.left.codings,
        "suggested": found.left.suggested,
        "resamplings": found.asked.resamplings,
        "seed": found.asked.seed,
        "codes": [
            {"code": moment.ways[key], **_figures(one), "coded": found.used[key]} for key, one in found.codes.items()
        ],
        "overall": _figures(found.pooled),
        "mean": _figures(found.mean),
        "notes": list(agreement.notes(moment, found)),
    }


def _figures(found: Figures) -> dict[str, Any]:
    between = {name: [one.low, one.high] for name, one in found.items() if one.low is not None}
    return {**{name: one.value for name, one in found.items()}, "intervals": between}


def _tell(moment: Moment, found: AgreementResult) -> None:
    from coding.exports import agreement

    shown = agreement.measures(found)
    rows = [(moment.ways[key], one) for key, one in found.codes.items()]
    rows += [("(pooled)", found.pooled), ("(mean)", found.mean)]
    tell_table(("code", *shown), [(name, *(_said(one[measure].value) for measure in shown)) for name, one in rows])
    for note in agreement.notes(moment.viewed(printed="en"), found):
        say(note)


def _said(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def _units(
    moment: Moment, asked: AgreementScope, parent: int, path: Path | None, template: Path | None, as_json: bool
) -> None:
    """Tell agreement on units of text, or write it."""
    from math import isnan

    from coding.agreement.families import family
    from coding.exports import unitized

    found = family(moment, asked, parent)
    if path is not None:
        _write(moment, unitized.report(moment, asked, parent, found), unitized.sheet(moment, found), path, template)
        return
    names = {"u": found.u, "|u": found.bar, "cu": found.coded, "coverage": found.coverage}
    names |= {f"({moment.ways[code]})u": value for code, value in found.each.items()}
    told = {name: None if isnan(value) else value for name, value in names.items()}
    if as_json:
        tell_json({"coders": list(asked.coders), "under": moment.ways[parent], **told})
        return
    tell_table(("coefficient", "value"), [(name, _said(value)) for name, value in told.items()])


@program.command("disagreements")
@project_file
@compared
@click.option(
    "--hide-authors", is_flag=True, help="Don't tell whose reading is whose: A and B change from line to line."
)
@click.option("--settled", "which", flag_value="settled", help="Only what was settled already.")
@click.option("--all", "which", flag_value="all", help="Settled or not; by default what is still open.")
@click.option("--anyway", is_flag=True, help="Also in a study that declares a reflexive approach, see approach.")
@within
@as_json
@coder
@naming
@agreeing
def disagreements(
    file: Path,
    asked: dict[str, Any],
    hide_authors: bool,
    which: str | None,
    anyway: bool,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
    terms: Terms,
) -> None:
    """List where two coders disagree, passage by passage: what of it each gave a code; to be settled with settle.

    By passage that is where one alone gave the code, by character also where they gave it to other words.

    Example: verbatim disagreements study.verbatim --coders Anne,Noé --code Irritants
    """
    from coding import permits
    from coding.agreement import disagreements as queue

    with leaving(file, terms, coder) as project:
        _allowed(project, anyway)
        moment = seen(project, sets, masking=True)
        question = _asked(moment, asked)
        found = [one for one in queue.disagreements(moment, question) if _wanted(one, which)]
        if out := left_out(moment, "search", lambda: _going(found), terms):
            found = [one for one in found if not out & permits.heard(moment, (_place(one),))]
        pass_out(moment, "search", lambda: _going(found), terms)
        lines = [_line(moment, one, question, hide_authors) for one in found]
    if as_json:
        tell_json(lines)
        return
    tell_table(
        ("document", "start", "end", "code", "A", "B", "settled", "text"), [tuple(line.values()) for line in lines]
    )
    say(f"{counted(len(lines), 'disagreement')}.")


def _wanted(one: Disagreement, which: str | None) -> bool:
    return which == "all" or (one.settled is not None) == (which == "settled")


def _place(one: Disagreement) -> tuple[int, int, int]:
    return one.document, one.start, one.end


def _going(found: list[Disagreement]) -> Leaving:
    from coding.permits import Leaving

    return Leaving((), [_place(one) for one in found])


def _line(moment: Moment, one: Disagreement, asked: AgreementScope, hidden: bool) -> dict[str, Any]:
    from coding.agreement.disagreements import turned

    text = moment.text(one.document)
    sides = (one.second, one.first) if hidden and turned(one) else (one.first, one.second)
    return {
        "document": moment.infos[one.document].name,
        "start": one.start,
        "end": one.end,
        "code": moment.ways[one.code],
        **{name: " … ".join(moment.mask.text(text[a:b]) for a, b in spans) for name, spans in zip("ab", sides)},
        "settled": one.settled.outcome if one.settled is not None else "",
        "text": moment.mask.text(text[one.start : one.end]),
    }


@program.command("settle")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int, metavar="START")
@click.argument("end", type=int, metavar="END")
@click.argument("code", metavar="CODE")
@click.argument("outcome", type=click.Choice([*_OUTCOMES, "reopen"]), metavar="OUTCOME")
@click.option("--coders", metavar="A,B", callback=_names, help="Between whom; by default the two who coded.")
@click.option("--because", default="", metavar="TEXT", help="Why.")
@click.option("--hide-authors", is_flag=True, help="A and B are as disagreements --hide-authors lists them.")
@coder
def settle(
    file: Path,
    document: str,
    start: int,
    end: int,
    code: str,
    outcome: str,
    coders: tuple[str, ...],
    because: str,
    hide_authors: bool,
    coder: str | None,
) -> None:
    """Decide on a disagreement: a, b, both readings, neither, or redefine the code; reopen takes a decision back.

    What is decided stands in a layer of its own, and leaves everybody's codings as they are: see coders for what it is
    called, and --coder-layer.

    Example: verbatim settle study.verbatim "01 Directrice marketing" 1204 1377 Irritants both --because "It is both."
    """
    from coding import settlements
    from coding.agreement import disagreements as queue
    from corpus.errors import NothingThere

    with writing(file, coder) as project:
        moment = seen(project, ())
        asked = {"coders": coders, "unit": "character", "codes": (code,), "by_hand": False}
        question = _asked(moment, asked)
        where = place(project, document, start, end)
        found = next((one for one in queue.disagreements(moment, question) if one.place == where), None)
        if found is None:
            raise NothingThere(
                "There is no disagreement about this code on the words {start}–{end}.", start=start, end=end
            )
        if outcome == "reopen":
            settlements.unsettle(project, found.settled.key if found.settled is not None else 0)
            return
        chosen = _OUTCOMES[outcome]
        if hide_authors and queue.turned(found):
            chosen = {"first": "second", "second": "first"}.get(chosen, chosen)
        queue.settle(project, found, chosen, question, reason=because)


@program.command("settle-agreed")
@project_file
@compared
@coder
@within
def settle_agreed(file: Path, asked: dict[str, Any], coder: str | None, sets: tuple[str, ...]) -> None:
    """Take what two coders coded alike into the layer of what is settled: the words that both gave a code.

    Example: verbatim settle-agreed study.verbatim --coders Anne,Noé
    """
    from coding import settlements
    from coding.agreement.disagreements import agreed

    with writing(file, coder) as project:
        moment = seen(project, sets)
        number = settlements.take_over(project, agreed(moment, _asked(moment, asked)))
        name = settlements.layer(project)
    say(f"{counted(number, 'coding')} taken over into {name}.")
