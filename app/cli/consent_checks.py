"""What the verbs that let something leave have in common: they stop at a consent, unless they are told otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.opening import reading, writing
from app.cli.output import counted, mask, say

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.permits import Leaving, Terms
    from coding.singling import GivenAway
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_DESPITE = "Let out what somebody did not agree to; WHY is written down, see disclosures."
_LEAVE_OUT = "Leave out those who did not agree to it."
_NAMED = 6
_NAMED_SO = "verbatim.confidential"
_SAID = {
    "quotation": "to be quoted",
    "firm": "that their firm is named",
    "archive": "that their transcript leaves",
    "recording": "that their recording leaves",
    "images": "that pictures of them leave",
}


def agreeing(verb: Verb, *, rows: bool = True) -> Verb:
    """Add `--despite-consent WHY` and, where what leaves has `rows`, `--leave-out`; the verb gets them as `terms`."""

    for option in (
        click.option("--despite-consent", "despite", metavar="WHY", expose_value=False, callback=_term, help=_DESPITE),
        click.option("--leave-out", is_flag=True, expose_value=False, callback=_term, help=_LEAVE_OUT),
    )[: 1 + rows]:
        verb = option(verb)
    return verb


def _term(context: click.Context, option: click.Parameter, given: Any) -> None:
    """Put what was said into `terms`."""
    from coding.permits import Terms

    if isinstance(given, str) and not given.strip():
        raise click.UsageError("--despite-consent needs a reason.")
    context.params["terms"] = replace(context.params.get("terms", Terms()), **{str(option.name): given})


def naming(verb: Verb) -> Verb:
    """Add `--confidential` to a verb that prints words: what leaves by a file or a pipe is masked, see `pass_out`."""
    said = "Whether, in a file or a pipe, those who may not be named are; a terminal shows them."
    return click.option(
        "--confidential",
        "confidential",
        type=click.Choice(["show", "mask"]),
        default="mask",
        show_default=True,
        expose_value=False,
        callback=_keep,
        help=said,
    )(verb)


def _keep(context: click.Context, option: click.Parameter, given: str) -> None:
    context.meta[_NAMED_SO] = given


def agreeing_whole(verb: Verb) -> Verb:
    """Add `--despite-consent WHY` alone, where nobody can be left out."""
    return agreeing(verb, rows=False)


@contextmanager
def leaving(file: Path, terms: Terms, coder: str | None = None) -> Iterator[Project]:
    """Open a project to let something leave: read at one moment, or written to where a reason is noted."""
    with reading(file, coder, at_once=True) if terms.despite is None else writing(file, coder) as project:
        yield project
        note_named(project)


def note_named(project: Project) -> None:
    """Write down that the running verb showed names, where it was told to."""
    from corpus.people import disclosures

    if (context := click.get_current_context(silent=True)) is None:
        return
    told = context.meta.get(_NAMED_SO) or context.params.get("confidential")
    if told == "show" and not disclosures.note_named(project, context.info_name or ""):
        say("That names were shown could not be written down: the project file can't be written.")


def pass_out(moment: Moment, way: str, going: Callable[[], Leaving], terms: Terms, *, named: str | None = None) -> None:
    """Let something be printed, and say of how many nothing is known; what a terminal shows does not leave.

    What leaves has the names of those who may not be named masked, unless the verb was told to show them.
    """
    from coding import permits

    if sys.stdout.isatty():
        return
    if permits.kept(moment.project):
        permits.let(moment, way, going(), terms)
        say_unsaid(moment, way, going)
    if (named or click.get_current_context().meta.get(_NAMED_SO)) == "mask":
        _mask_output(moment)


def _mask_output(moment: Moment) -> None:
    masked = moment.viewed(masking=True).mask
    if masked.hiding:
        documents = {info.name: masked.document(info) for info in moment.documents}
        mask(lambda text: documents.get(text) or masked.text(text))
        say("Names that may not be read are masked; --confidential show prints them.")


def left_out(moment: Moment, way: str, going: Callable[[], Leaving], terms: Terms) -> frozenset[int]:
    """Return who is to be left out of what is printed."""
    from coding import permits

    asked = terms.leave_out and permits.kept(moment.project) and not sys.stdout.isatty()
    return permits.left_out(moment, way, going(), terms) if asked else frozenset()


def say_unsaid(moment: Moment, way: str, going: Callable[[], Leaving]) -> None:
    """Say of how many participants it is not known whether they agreed, in a study that keeps consents."""
    from coding import permits

    if not permits.kept(moment.project):
        return
    for use, number in permits.unsaid(moment, way, going()).items():
        say(f"Of {counted(number, 'participant')} it is not known whether they agreed {_SAID[use]}.")


def say_given_away(given: GivenAway, moment: Moment) -> None:
    """Say, before something is written, whom it singles out without a name, and which flagged words it prints."""
    people = [moment.viewed(masking=True).mask.person(one.participant) for one in given.singled]
    if people:
        more = f" and {len(people) - _NAMED} more" if len(people) > _NAMED else ""
        say(f"What is told singles out {', '.join(people[:_NAMED])}{more}; see: verbatim singling.")
    if given.flagged:
        where = [
            f"{moment.mask.document(moment.infos[one.document])} {one.start}–{one.end} ({one.kind})"
            for one in given.flagged
        ]
        more = f" and {len(where) - _NAMED} more" if len(where) > _NAMED else ""
        say(f"Words that single out are printed: {', '.join(where[:_NAMED])}{more}.")
