"""Verbs for what is sent to a journal: kept by name, compared with today, and reviewers' remarks with their answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import as_json, code_named, coder, project_file, reading, seen, within, writing
from app.cli.output import counted, say, tell, tell_json

if TYPE_CHECKING:
    from coding.permits import Terms


@program.command()
@project_file
@click.argument("name", metavar="NAME")
@click.option(
    "--article",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="A",
    help="The article's file, which is kept with it.",
)
@click.option("--note", default="", metavar="TEXT", help="Where it was sent, and why.")
@coder
def submit(file: Path, name: str, *, article: Path | None, note: str, coder: str | None) -> None:
    """Keep what is sent under a NAME: codes, evidence, tables and quotations as they stand, and the article.

    Example: verbatim submit study.verbatim "RFM, first round" --article article.docx
    """
    from coding import reports, submissions
    from coding.moment.moment import Moment

    with writing(file, coder) as project:
        moment = Moment.of(project, masking=True)
        submissions.freeze(moment, name, reports.tables_sent(moment), note=note, article=article)
    say(f"{name} is kept as it was sent.")


@program.command("submissions")
@project_file
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--article",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write the article that was sent, as it was.",
)
@as_json
@within
@naming
@agreeing_whole
def submissions_(
    file: Path, name: str | None, *, article: Path | None, as_json: bool, sets: tuple[str, ...], terms: Terms
) -> None:
    """List what was sent; with NAME what changed since: codes, evidence, tables and quotations.

    Example: verbatim submissions study.verbatim "RFM, first round"
    """
    from coding import permits, reports, submissions
    from coding.exports import saving

    with leaving(file, terms) as project:
        if name is None:
            told: list[dict[str, Any]] = [
                {
                    "submission": one.name,
                    "at": one.at,
                    "coder": one.coder,
                    "note": one.note,
                    "article": one.article_name,
                }
                for one in submissions.listed(project)
            ]
        else:
            one = submissions.find(project, name)
            moment = seen(project, sets, masking=True)
            found = submissions.since(moment, one, reports.tables_sent(moment))
            mask = moment.mask.text
            told = [
                {
                    "part": each.part,
                    "change": each.what,
                    "name": mask(each.name),
                    "before": mask(each.before),
                    "after": mask(each.after),
                }
                for each in found
            ]
            pass_out(moment, "submissions", lambda: permits.of_records(told), terms)
            if article is not None:
                saving.written(article, submissions.article(project, one))
    if as_json:
        tell_json(told)
        return
    for row in told:
        tell("\t".join(" ".join(str(cell).split()) for cell in row.values()))
    say(f"{counted(len(told), 'submission' if name is None else 'difference')} listed.")


@program.command("submission-remove")
@project_file
@click.argument("name", metavar="NAME")
@coder
def submission_remove(file: Path, name: str, coder: str | None) -> None:
    """Forget that something was sent; remarks on it stay.

    Example: verbatim submission-remove study.verbatim "RFM, first round"
    """
    from coding import submissions

    with writing(file, coder) as project:
        submissions.remove(project, submissions.find(project, name).key)
    say(f"{name} is forgotten.")


@program.command()
@project_file
@click.argument("text", metavar="TEXT")
@click.option("--submission", metavar="NAME", help="What was sent, of which it is said.")
@click.option("--who", default="", metavar="NAME", help="Who says it, such as Reviewer 2.")
@coder
def remark(file: Path, text: str, *, submission: str | None, who: str, coder: str | None) -> None:
    """Write down what a reviewer or supervisor remarked.

    Example: verbatim remark study.verbatim "How was C3 defined?" --who "Reviewer 2" --submission "RFM, first round"
    """
    from coding import remarks, submissions

    with writing(file, coder) as project:
        of = submissions.find(project, submission).key if submission is not None else None
        key = remarks.add(project, text, who=who, submission=of)
    tell(str(key))
    say(f"Remark {key} is written down.")


@program.command("remark-answer")
@project_file
@click.argument("number", type=int, metavar="NUMBER")
@click.option("--text", metavar="TEXT", help="The answer in words.")
@click.option("--memo", type=int, metavar="MEMO", help="The number of a memo that answers it.")
@click.option("--code", metavar="C", help="A code that answers it.")
@click.option("--document", metavar="DOCUMENT", help="A document that answers it.")
@coder
def remark_answer(
    file: Path,
    number: int,
    *,
    text: str | None,
    memo: int | None,
    code: str | None,
    document: str | None,
    coder: str | None,
) -> None:
    """Tie a remark to what answers it.

    Example: verbatim remark-answer study.verbatim 3 --code C3 --text "See the new definition"
    """
    from coding import remarks
    from corpus import documents

    if text is None and memo is None and code is None and document is None:
        raise click.UsageError("Say what answers it: --text, --memo, --code or --document.")
    with writing(file, coder) as project:
        remarks.answer(
            project,
            number,
            words=text,
            memo=memo,
            code=code_named(project, code) if code is not None else None,
            document=documents.find(project, document).key if document is not None else None,
        )
    say(f"Remark {number} is answered.")


@program.command("remark-remove")
@project_file
@click.argument("number", type=int, metavar="NUMBER")
@coder
def remark_remove(file: Path, number: int, coder: str | None) -> None:
    """Take a remark away; what answers it stays.

    Example: verbatim remark-remove study.verbatim 3
    """
    from coding import remarks

    with writing(file, coder) as project:
        remarks.remove(project, number)
    say(f"Remark {number} is taken away.")


@program.command("remarks")
@project_file
@click.option("--submission", metavar="NAME", help="Those on what was sent under this name.")
@as_json
def remarks_(file: Path, *, submission: str | None, as_json: bool) -> None:
    """List the remarks, and what answers each.

    Example: verbatim remarks study.verbatim --json
    """
    from coding import remarks, submissions

    with reading(file) as project, project.read():
        of = submissions.find(project, submission).key if submission is not None else None
        found = remarks.listed(project, of)
    if as_json:
        tell_json([
            {"remark": one.key, "submission": one.submission_name, "who": one.who, "text": one.text,
             "answer": one.answer, "memo": one.memo, "code": one.code, "document": one.document,
             "answered": one.answered}
            for one in found
        ])  # fmt: skip
        return
    for one in found:
        text = " ".join(one.text.split())
        tell(f"{one.key}\t{one.who}\t{one.submission_name}\t{text}\t{'answered' if one.answered else ''}")
    say(f"{counted(len(found), 'remark')}, {sum(not one.answered for one in found)} unanswered.")
