"""Verbs that write reports: one, or several into a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, agreeing_whole, leaving, pass_out, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import as_json, code_named, for_excel, masking, out, project_file, seen, template, unsigned, within
from app.cli.output import counted, say, say_unknown, tell, tell_json

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.permits import Terms
    from coding.reports import ReportChoices, ReportRow

_confidential = click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are, with function and employer.",
)


@program.command()
@project_file
@_confidential
@for_excel
@template
@unsigned
@out(".csv", ".xlsx", ".docx", ".html", ".md")
@within
@agreeing
def interviews(
    file: Path,
    sets: tuple[str, ...],
    confidential: str,
    excel: bool,
    template: Path | None,
    blind: bool,
    path: Path,
    terms: Terms,
) -> None:
    """Write the table of interviews: who was asked, what is known of them, in which documents, and how many words.

    Example: verbatim interviews study.verbatim -o interviews.docx
    """
    from coding import reports

    with leaving(file, terms) as project:
        moment = seen(project, sets, masking=masking(confidential, blind), unsigned=blind)
        choices = reports.ReportChoices(moment.masking)
        choices = reports.agreed(moment, "interviews", choices, terms)
        say_given_away(reports.giving_away(moment, "interviews", choices), moment)
        count = reports.write(moment, "interviews", path, choices, excel=excel, template=template)
    tell(str(path))
    say(f"{counted(count, 'line')} written.")
    say_unknown(moment)


@program.command()
@project_file
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="C",
    help="The code whose quotations are wanted; repeatable; by default every framework code.",
)
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are, with function and employer.",
)
@for_excel
@template
@unsigned
@out(".csv", ".xlsx", ".docx", ".html", ".md")
@within
@whose
@agreeing
def verbatims(
    file: Path,
    codes: tuple[str, ...],
    sets: tuple[str, ...],
    view: dict[str, Any],
    confidential: str,
    excel: bool,
    template: Path | None,
    blind: bool,
    path: Path,
    terms: Terms,
) -> None:
    """Write the selected quotations of each capability: its excerpts, or all its evidence where none was chosen.

    Example: verbatim verbatims study.verbatim --code C1 --code C2 -o verbatims.docx
    """
    from coding import codebook, reports

    with leaving(file, terms) as project:
        find = codebook.resolver(project)
        chosen = tuple(find(code) for code in codes) or None
        masked = masking(confidential, blind)
        moment = seen(project, sets, masking=masked, unsigned=blind, **known_layer(project, view))
        choices = reports.ReportChoices(moment.masking, chosen)
        choices = reports.agreed(moment, "verbatims", choices, terms)
        say_given_away(reports.giving_away(moment, "verbatims", choices), moment)
        count = reports.write(moment, "verbatims", path, choices, excel=excel, template=template)
        say_unsaid(moment, "verbatims", lambda: reports.leaving(moment, "verbatims", choices))
    tell(str(path))
    say(f"{counted(count, 'quotation')} written.")
    say_unknown(moment)


@program.command()
@project_file
@click.argument("article", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether the project's own quotations are looked at as they are masked.",
)
@as_json
@within
@agreeing_whole
def attributions(
    file: Path, article: Path | None, confidential: str, as_json: bool, sets: tuple[str, ...], terms: Terms
) -> None:
    """Check who is said to have spoken: « … » [function, firm] in ARTICLE, or else in the selected quotations and in
    articles among the documents.

    Says which quotations name the firm of somebody confidential, behind them or in their words, which no participant
    can have said, with the nearest, and which lines of tables tell the function of somebody confidential. It exits
    with 0 whatever it finds.

    Example: verbatim attributions study.verbatim article.docx --json
    """
    from coding import permits, reports
    from coding.articles.attributions import in_text, selected
    from coding.exports import attributions as printed

    text = _read(article) if article is not None else None
    with leaving(file, terms) as project:
        moment = seen(project, sets, masking=confidential == "mask" and text is None)
        found = reports.attribution_slips(moment) if text is None else in_text(moment, text)
        places = [one.place for one in selected(moment) if one.place is not None] if text is None else []
        said = [printed.shortened(one.quoted.words) for one in found if text is None]
        pass_out(moment, "attributions", lambda: permits.Leaving(said, places), terms)
        told = [
            {
                "kind": one.kind,
                "quotation": printed.shortened(one.quoted.words),
                "attribution": one.quoted.attribution,
                "firm": one.firm,
                "participant": moment.people[one.participant].name if one.participant else None,
                "said": printed.said(moment, one),
            }
            for one in found
        ]
    if as_json:
        tell_json(told)
        return
    for one in told:
        tell(f"{one['said']}\t[{one['attribution']}]\t{one['quotation']}")
    say(f"{counted(len(told), 'quotation')} to look at.")


def _read(article: Path) -> str:
    """Return the text of an article, of whatever format can be imported."""
    from corpus.errors import ImportFailed
    from corpus.importers.reader_process import Drafts

    with Drafts() as drafts:
        (first, *_) = drafts.read(article)
        if isinstance(first, ImportFailed):
            raise first
        return first.load().text


@program.command()
@project_file
@click.option(
    "--only", "parts", multiple=True, metavar="PART", help="A report that is wanted; repeatable; by default all."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="F",
    default=["docx"],
    show_default=True,
    help="docx, html, md, csv or xlsx; repeatable.",
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="C",
    help="A code whose quotations are wanted; repeatable; by default every framework code.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(["fr", "en"]),
    help="The language of headings; by default the study's. With --recipe repeatable.",
)
@_confidential
@for_excel
@template
@click.option(
    "-o",
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder to write into, made where it is not there.",
)
@click.option("--recipe", metavar="NAME|FILE.toml", help="Make this recipe, see recipes and recipe-add.")
@click.option(
    "--check",
    "checked",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Say whether what a recipe made there is of the study as it is now.",
)
@unsigned
@as_json
@within
@whose
@agreeing
def report(
    file: Path,
    parts: tuple[str, ...],
    sets: tuple[str, ...],
    formats: tuple[str, ...],
    codes: tuple[str, ...],
    languages: tuple[str, ...],
    confidential: str,
    excel: bool,
    template: Path | None,
    folder: Path | None,
    recipe: str | None,
    checked: Path | None,
    blind: bool,
    as_json: bool,
    view: dict[str, Any],
    terms: Terms,
) -> int:
    """Write the reports on a study into a folder, each named by its key: codebook, interviews, verbatims, evidence,
    counter-cases, assertions, balance, sources, sample, growth, flow, tree, concepts, crosswalk, recruitment, cases,
    guide, coverage, framework-matrix, structure, co-occurrence, specificities, correspondence, stories, to-review,
    attributions, singling, revealed, saturation, agreement, methods, submissions, trail.

    Evidence is concept × descriptive code with segments, participants of those asked, and quotations, none printed
    twice; counter-cases are the words that contradict, assertions stand with all that bears on them, balance says
    who supplies how many quotations. Sources compares interviews with other documents; sample has what is known of
    each, duration and words. Growth says which concepts are of the literature, enriched or new; flow how many codes
    were made, merged and dropped; tree is all of them with counts. Concepts are the names and definitions of each
    framework, a crosswalk says where two frameworks meet. Tables are numbered, and say below whose codings they
    show, what counts, who is masked, and of which day they are.

    Singling lists whom what is told of them re-identifies, and words that were flagged; revealed says of each
    participant all that the table of interviews and the quotations in print tell, and what left before.

    Codes to review are those never used, those that rest on one person, and those that lie on each other.

    Coverage says of each concept and participant whether it was asked, and what was coded: not asked, nothing,
    contrary, present. Stories tell how a concept was born, renamed, redefined, linked, merged and split, by whom, why,
    and on which words; --code says which. Of cases there is a section for each organisation and participant: what is
    known, documents, memos, and codes; of the guide its versions, who was asked what, and the answers.

    With --recipe it makes what the recipe says, the same bytes from the same study each time, and a manifest; --only
    then takes some of its parts, and --language another language. --check makes it anew aside where the study has
    changed since, and exits with 1 where a file would be otherwise now.

    Methods are what COREQ and SRQR ask, answered where the project can, with software, versions, seeds, decisions on
    suggestions, saturation, agreement, and the codebook with its history.

    Example: verbatim report study.verbatim --only codebook --only interviews --format docx -o annexes
    """
    from app.cli import recipes

    if checked is not None:
        return recipes.check(file, checked, as_json=as_json)
    if as_json:
        raise click.UsageError("--json goes with --check DIR.")
    if folder is None:
        raise click.UsageError("Missing option '-o' / '--out'.")
    if recipe is not None:
        _refuse("formats", "codes", "sets", "confidential", "excel", "layer", "reread", "human")
        recipes.make(file, recipe, folder, terms, only=parts, languages=languages, template=template, blind=blind)
        return 0
    if len(languages) > 1:
        raise click.UsageError("--language can be said once only without --recipe.")
    language, masked = languages[0] if languages else None, masking(confidential, blind)
    view = {**view, "masking": masked, "unsigned": blind}
    _write(
        file=file,
        parts=parts,
        sets=sets,
        formats=formats,
        codes=codes,
        language=language,
        excel=excel,
        template=template,
        folder=folder,
        view=view,
        terms=terms,
    )
    return 0


def _refuse(*names: str) -> None:
    """Refuse options that a recipe says itself."""
    context = click.get_current_context()
    given = [
        max(option.opts, key=len)
        for option in context.command.params
        if option.name in names and context.get_parameter_source(str(option.name)) == ParameterSource.COMMANDLINE
    ]
    if given:
        raise click.UsageError(f"{', '.join(given)}: a recipe says that itself; change the recipe.")


def _write(
    file: Path,
    parts: tuple[str, ...],
    sets: tuple[str, ...],
    formats: tuple[str, ...],
    codes: tuple[str, ...],
    language: str | None,
    excel: bool,
    template: Path | None,
    folder: Path,
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Write reports by their keys."""
    from coding import reports
    from coding.exports import saving

    strange = next((key for key in parts if key not in reports.REGISTER), None)
    if strange is not None:
        raise click.BadParameter(f"{strange} is no report; say {', '.join(reports.REGISTER)}.", param_hint="--only")
    rows = [reports.REGISTER[key] for key in dict.fromkeys(parts or reports.REGISTER)]
    wanted = [(row, f".{form.lower().lstrip('.')}") for row in rows for form in dict.fromkeys(formats)]
    bad = next((suffix for row, suffix in wanted if suffix not in row.formats), None)
    if bad is not None:
        raise click.BadParameter(f"{bad[1:]} is no format of these reports.", param_hint="--format")
    with leaving(file, terms) as project:
        chosen = tuple(code_named(project, code) for code in codes) or None
        moment = seen(project, sets, **known_layer(project, view))
        choices = reports.ReportChoices(moment.masking, chosen, language=language)
        let = {row.key: reports.agreed(moment, row.key, choices, terms) for row in rows}
        saving.made(folder)
        say_given_away(reports.given_away(moment, [row.key for row in rows], choices), moment)
        for row, suffix in wanted:
            path = folder / f"{row.key}{suffix}"
            reports.write(moment, row.key, path, let[row.key], excel=excel, template=template)
            tell(str(path))
        _say_unsaid(moment, rows, choices)
    say(f"{counted(len(wanted), 'file')} written.")
    if any(row.voices for row in rows):
        say_unknown(moment)


def _say_unsaid(moment: Moment, rows: list[ReportRow], choices: ReportChoices) -> None:
    from coding import reports

    for row in rows:
        if row.places is not None:
            say_unsaid(moment, row.key, partial(reports.leaving, moment, row.key, choices))
