"""The verb that suggests links from descriptive codes to theory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    first_framework,
    project_file,
    reading,
    refuse_sets,
    seen,
    within,
    writing,
)
from app.cli.output import counted, progress_bar, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.suggest.linking import LinkSuggestion
    from corpus.progress import Progress
    from corpus.store.project import Project


@program.command("suggest-links")
@project_file
@click.option("--framework", metavar="KEY", help="The framework to link to; by default the first of the project.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="At most so many links for a code.",
)
@click.option(
    "--accept",
    "accepted",
    nargs=2,
    metavar="DESCRIPTIVE THEORETICAL",
    help="Make a link that is suggested, its words as the reason.",
)
@click.option(
    "--refuse",
    "refused",
    nargs=2,
    metavar="DESCRIPTIVE THEORETICAL",
    help="Say that the one does not illustrate the other, so that it is suggested no more.",
)
@within
@as_json
@coder
def suggest_links(
    file: Path,
    framework: str | None,
    top: int,
    accepted: tuple[str, str] | None,
    refused: tuple[str, str] | None,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
) -> None:
    """Suggest which descriptive codes may illustrate which theoretical ones, with the words that say so.

    These are definition matches, unmeasured: what is written of a code, and its quotations, against the framework's
    definitions and cues. Links that are there, also of a code above, and those refused are left out.

    Example: verbatim suggest-links study.verbatim --framework meco-2019 --json
    """
    if accepted and refused:
        raise click.UsageError("--accept and --refuse exclude each other")
    decided = accepted or refused
    if decided:
        refuse_sets(sets)
    opening = writing if decided else reading
    with opening(file, coder) as project, progress_bar("Reading the codes") as progress:
        from coding import codebook, set_asides
        from coding.suggest import link_verdicts, linking

        names = codebook.ways(project)
        if refused:
            set_asides.refuse(project, code_named(project, refused[0]), code_named(project, refused[1]))
            return
        if accepted:
            one = _suggested(project, accepted, progress)
            link_verdicts.accept(project, one.source, one.target, reason=f"Definition match: {_words(one)}")
            tell(f"{names[one.source]} → {names[one.target]}")
            return
        found = linking.suggest_links(project, framework or first_framework(project), top=top, progress=progress)
        kept = seen(project, sets).scope.codes
        found = [one for one in found if kept is None or kept & {one.source, one.target}]
    if as_json:
        tell_json(
            [
                {
                    "descriptive": names[one.source],
                    "theoretical": names[one.target],
                    "score": one.score,
                    "stands_out": one.stands_out,
                    "basis": "definition",
                    "passages": one.turns,
                    "evidence": [{"word": word, "weight": weight} for word, weight in one.reasons],
                }
                for one in found
            ]
        )
        return
    header = ("descriptive", "theoretical", "stands out", "words")
    tell_table(header, [(names[o.source], names[o.target], f"{o.stands_out:.1f}", _words(o)) for o in found])
    say(f"{counted(len(found), 'link')} suggested; definition match, unmeasured.")


def _words(one: LinkSuggestion) -> str:
    return ", ".join(word for word, _ in one.reasons)


def _suggested(project: Project, pair: tuple[str, str], progress: Progress) -> LinkSuggestion:
    """Return the suggestion of this very link, however many others there are for the code."""
    from coding import codebook
    from coding.suggest import linking
    from corpus.errors import NothingThere

    source, target = (code_named(project, name) for name in pair)
    framework = codebook.get(project, target).framework or first_framework(project)
    every = linking.suggest_links(project, framework, top=len(codebook.listed(project)), progress=progress)
    found = next((one for one in every if (one.source, one.target) == (source, target)), None)
    if found is None:
        raise NothingThere("{code} → {target} is not suggested.", code=pair[0], target=pair[1])
    return found
