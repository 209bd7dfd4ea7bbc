"""Verbs that hand the words of a study to those who count them: a corpus, specificities, correspondences, lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.analysis import divided, search_index
from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, agreeing_whole, leaving, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import (
    for_excel,
    masked,
    masking,
    out,
    project_file,
    seen,
    sets_named,
    template,
    unsigned,
    within,
)
from app.cli.output import counted, progress_bar, say, tell

if TYPE_CHECKING:
    from coding.permits import Terms


@program.command()
@project_file
@click.option("--themes", is_flag=True, help="Coded segments alone, each under its code as a theme (-*code).")
@masked
@unsigned
@out(".txt")
@within
@whose
@agreeing_whole
def iramuteq(
    file: Path,
    *,
    themes: bool,
    confidential: str,
    blind: bool,
    path: Path,
    sets: tuple[str, ...],
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Write the interviews as a corpus for IRaMuTeQ: **** and *variable_value before the words of each participant.

    Interviewers are left out. Signs that mean something to IRaMuTeQ are replaced where somebody's words hold them.

    Example: verbatim iramuteq study.verbatim -o corpus.txt
    """
    from coding import singling
    from coding.exports import iramuteq as corpora

    with leaving(file, terms) as project:
        masked = masking(confidential, blind)
        moment = seen(project, sets, masking=masked, unsigned=blind, **known_layer(project, view))
        number = corpora.save(moment, path, themes=themes, terms=terms)
        going = corpora.leaving(moment)
        say_given_away(singling.of_study(moment, going.places), moment)
        say_unsaid(moment, "iramuteq", lambda: going)
    tell(str(path))
    say(f"{counted(number, 'text')} written.")


@program.command()
@project_file
@click.option(
    "--by",
    default="codes",
    show_default=True,
    metavar="D",
    help="What is compared: codes, framework:KEY, attribute:NAME, documents, participants.",
)
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Words said as often at least.",
)
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="The N most specific words of each part.")
@click.option("--interviewer", is_flag=True, help="Count the interviewer's words as well.")
@masked
@for_excel
@unsigned
@out(".csv", ".xlsx")
@within
@whose
@agreeing_whole
def specificities(
    file: Path,
    *,
    by: str,
    least: int,
    most: int | None,
    interviewer: bool,
    confidential: str,
    excel: bool,
    blind: bool,
    path: Path,
    sets: tuple[str, ...],
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Write which words each part says more, or less, than the rest: T, t, F, f and Lafon's signed index.

    T is all words, t those of the part, F how often the word is said, f how often in the part.

    Example: verbatim specificities study.verbatim --by attribute:sex -o words.csv
    """
    from coding import permits
    from coding.exports import saving, textometry
    from coding.words import specificities as words

    with leaving(file, terms) as project, progress_bar("Counting"):
        moment = seen(
            project,
            sets,
            masking=masking(confidential, blind),
            interviewer=interviewer,
            unsigned=blind,
            **known_layer(project, view),
        )
        sheet = textometry.specificities(moment, words.specificities(moment, by, least=least, most=most))
        permits.let(moment, "specificities", permits.of_sheet(sheet), terms)
        saving.save_sheet(sheet, path, excel=moment.known.language if excel else "")
    tell(str(path))
    say(f"{counted(len(sheet.rows), 'line')} written.")


@program.command()
@project_file
@divided
@for_excel
@template
@unsigned
@out(".csv", ".xlsx", ".docx", ".html", ".md")
@whose
@agreeing_whole
def correspondence(
    file: Path,
    *,
    rows: str | None,
    columns: str | None,
    cell: Any,
    evidence: Any,
    where: dict[str, str],
    sets: tuple[str, ...],
    coder: str | None,
    interviewer: bool,
    confidential: str,
    excel: bool,
    blind: bool,
    path: Path,
    template: Path | None,
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Analyse a matrix by correspondences: eigenvalues, coordinates, contributions and cos² of rows and columns.

    By default codes × an attribute; --rows and --columns are those of matrix.

    Example: verbatim correspondence study.verbatim --rows codes --columns attribute:sector -o ca.docx
    """
    from coding import permits
    from coding.exports import saving, textometry
    from coding.moment.moment import Moment
    from coding.tables.saved_matrices import MatrixChoice

    if not (rows and columns):
        raise click.UsageError("Say --rows R and --columns C.")
    with leaving(file, terms) as project, progress_bar("Counting") as progress:
        choice = MatrixChoice(
            rows=rows,
            columns=columns,
            cell=cell,
            evidence=evidence,
            coder=coder or "",
            interviewer=interviewer,
            where=where,
            mask=masking(confidential, blind),
            within=sets_named(project, sets),
        )
        found = choice.counted(Moment.of(project).viewed(unsigned=blind, **known_layer(project, view)), progress)
        report, sheet = textometry.correspondence(found)
        permits.let(found.moment, "correspondence", permits.of_report(report), terms)
        if path.suffix.lower() in saving.SHEETS:
            saving.save_sheet(sheet, path, excel=found.moment.known.language if excel else "")
        else:
            saving.checked(template, unsigned=blind)
            saving.save_report(report, path, template)
    tell(str(path))
    say(f"{counted(len(sheet.rows), 'point')} written.")


@program.command()
@project_file
@click.argument("query", metavar="QUERY")
@click.option(
    "--width",
    type=click.IntRange(min=1, max=1000),
    default=60,
    show_default=True,
    metavar="N",
    help="Characters on either side.",
)
@masked
@for_excel
@unsigned
@out(".csv", ".xlsx")
@within
@whose
@agreeing
def concordance(
    file: Path,
    query: str,
    *,
    width: int,
    confidential: str,
    excel: bool,
    blind: bool,
    path: Path,
    sets: tuple[str, ...],
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Write every match of a search as a line: what stands to its left, the match, what stands to its right.

    Example: verbatim concordance study.verbatim "parcours client" -o lines.csv
    """
    from coding import singling
    from coding.exports import hits, textometry
    from coding.search.listings import listing
    from coding.search.searches import Search
    from corpus.search.query import parse

    parse(query)
    with leaving(file, terms) as project, progress_bar("Searching") as progress:
        masked = masking(confidential, blind)
        moment = seen(project, (), masking=masked, unsigned=blind, **known_layer(project, view))
        asked = Search(query, within=sets_named(project, sets))
        found = listing(asked, moment, search_index(project), progress=progress)
        going = hits.leaving(found, confidential)
        say_given_away(singling.of_quotations(moment, going.places), moment)
        number = textometry.save_concordance(found, path, width, terms=terms, excel=excel)
        say_unsaid(moment, "concordance", lambda: going)
    tell(str(path))
    say(f"{counted(number, 'line')} written.")
