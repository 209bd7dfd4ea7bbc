"""Verbs that find what was asked, and put the answers side by side."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing, leaving, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.guide import version
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    coder,
    documents_named,
    for_excel,
    project_file,
    reading,
    seen,
    template,
    within,
    writing,
)
from app.cli.output import Stop, counted, progress_bar, say, say_unknown, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.guide.answers import Answers
    from coding.guide.finding import Finding
    from coding.moment.moment import Moment
    from coding.permits import Terms

_FORMATS = (".csv", ".xlsx", ".docx", ".html", ".md")


@program.command("guide-find")
@project_file
@click.option("--document", metavar="GLOB", help="Look in documents whose name fits alone; * and ? stand for anything.")
@click.option("--missing", is_flag=True, help="Say of what is found nowhere in an interview that it was not asked.")
@click.option("--dry", is_flag=True, help="Print what is found and write nothing.")
@as_json
@coder
def guide_find(file: Path, document: str | None, missing: bool, dry: bool, as_json: bool, coder: str | None) -> None:
    """Find where interviews ask the questions of their version of the guide, by likeness, as one change.

    What is close is asked, what is less close is asked otherwise; both want a look, and the verb asked confirms or
    corrects them. What a person said stays. Prints each with its likeness, 0 to 1, and the words that both hold.

    Example: verbatim guide-find study.verbatim --missing
    """
    from coding.guide import finding
    from coding.moment.moment import Moment
    from corpus.guide import guides

    opened = reading(file) if dry else writing(file, coder)
    with opened as project, progress_bar("Finding questions") as progress:
        guides.find(project)  # where there is none, that is said
        moment = Moment.of(project)
        wanted = None if document is None else set(documents_named(project, document))
        look = finding.find if dry else finding.run
        result = look(moment, wanted, missing=missing, progress=progress)
        rows = [_record(moment, one) for one in (result if isinstance(result, list) else result.found)]
    if as_json:
        tell_json(rows)
    else:
        head = ("document", "number", "state", "score", "start", "end", "words", "said")
        tell_table(head, [[_cell(row[name]) for name in head] for row in rows])
    if not isinstance(result, list):
        say(f"{result.asked} asked, {result.otherwise} asked otherwise, {result.not_asked} not asked.")
        if result.unheard:
            say(f"No interviewer is heard in {counted(len(result.unheard), 'document')}: nothing is found there.")


def _record(moment: Moment, one: Finding) -> dict[str, Any]:
    place = one.anchor.span
    said = " ".join(moment.text(one.anchor.document)[slice(*place)].split()) if place else ""
    return {
        "document": moment.infos[one.anchor.document].name,
        "number": one.question.number,
        "question": one.question.text,
        "state": one.state,
        "score": one.score,
        "start": one.anchor.start,
        "end": one.anchor.end,
        "words": list(one.words),
        "said": said,
    }


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


@program.command()
@project_file
@version
@click.option("--question", "wanted", multiple=True, metavar="N", help="A question, by number or words; repeatable.")
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are.",
)
@for_excel
@template
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help=f"The file to write; it ends in {', '.join(_FORMATS)}.",
)
@within
@as_json
@agreeing
def answers(
    file: Path,
    version: str | None,
    wanted: tuple[str, ...],
    confidential: str,
    excel: bool,
    template: Path | None,
    path: Path | None,
    sets: tuple[str, ...],
    as_json: bool,
    terms: Terms,
) -> None:
    """Print, or write as a table, participants × the questions of the guide with their answers.

    An answer is what interviewees say themselves from where the question is asked to the next question of the guide.
    Each cell says whether it was asked, asked otherwise, not asked, or whether that is not known.

    Example: verbatim answers study.verbatim --question 3 -o answers.docx
    """
    from coding import singling
    from coding.exports import answers as exports
    from coding.guide.answers import answers as answered
    from corpus.guide import guides

    if path is not None and path.suffix.lower() not in _FORMATS:
        raise click.BadParameter(f"{path.name} must end in {' or '.join(_FORMATS)}.", param_hint="--out")
    with leaving(file, terms) as project:
        info = guides.find(project, version)
        chosen = [guides.question(info, one).key for one in wanted] or [one.key for one in info.questions]
        moment = seen(project, sets, masking=confidential == "mask")
        found = answered(moment, info.key)
        if not found.rows and sets:
            raise Stop(NOTHING_DONE, "Nobody answers within the sets.")
        if not found.rows:
            raise Stop(NOTHING_DONE, "No document is an interview: nobody asks in any.")
        going = partial(exports.leaving, found, chosen)
        if path is not None:
            say_given_away(singling.of_quotations(moment, going().places), moment)
            exports.save(found, path, chosen, excel=excel, terms=terms, template=template)
            say_unsaid(moment, "answers", going)
            tell(str(path))
        else:
            if not sys.stdout.isatty():
                found = exports.agreed(found, chosen, terms)
                say_unsaid(moment, "answers", going)
            _tell(found, chosen, as_json)
        say_unknown(moment)


def _tell(found: Answers, chosen: list[int], as_json: bool) -> None:
    rows = [_answer(found, who, one) for who in found.rows for one in found.questions if one.key in chosen]
    if as_json:
        tell_json(rows)
        return
    tell_table(
        ("who", "number", "state", "answer"),
        [(row["who"], row["number"], row["state"], " ".join(row["answer"].split())) for row in rows],
    )


def _answer(found: Answers, who: Any, question: Any) -> dict[str, Any]:
    cell, moment = found.answer(who, question), found.moment
    return {
        "who": found.name(who),
        "number": question.number,
        "state": cell.state,
        "sure": cell.sure,
        "question": moment.mask.text(question.text),
        "answer": found.text(who, question),
        "places": [
            {"document": moment.mask.document(moment.infos[one.document]), "start": one.start, "end": one.end}
            for one in cell.pieces
        ],
    }
