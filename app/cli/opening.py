"""How verbs open a project, and the arguments that many of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.output import Stop, say

if TYPE_CHECKING:
    from coding.imports.codings import Refusal
    from coding.moment.moment import Moment
    from corpus.anchors import Anchor
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

CANNOT_OPEN = 3
NOTHING_DONE = 4


def say_refused(refused: Sequence[Refusal], rows: int) -> int:
    """Say which lines of a table did not come in, and why; return the exit code that goes with it."""
    for one in refused:
        say(f"Line {one.line}: {one.reason}")
    return 0 if not refused else NOTHING_DONE if len(refused) == rows else 1


@contextmanager
def reading(path: Path, coder: str | None = None, *, at_once: bool = False) -> Iterator[Project]:
    """Open a project for reading only, which works while another process writes to it; `at_once`, at one moment."""
    with _opened(path, writable=False, coder=coder, at_once=at_once) as project:
        yield project


@contextmanager
def writing(path: Path, coder: str | None = None) -> Iterator[Project]:
    """Open a project for writing as `coder`; where another process holds it the verb stops and says who does."""
    with _opened(path, writable=True, coder=coder) as project:
        yield project


@contextmanager
def _opened(path: Path, *, writable: bool, coder: str | None, at_once: bool = False) -> Iterator[Project]:
    from corpus.errors import ProjectError
    from corpus.store.project import Project

    try:
        project = Project.open(path, coder=coder or own_name(), writable=writable, at_once=at_once)
    except ProjectError as error:
        raise Stop(CANNOT_OPEN, str(error)) from error
    with project:
        yield project


def own_name() -> str | None:
    """Return the name the person gave in the window, if any."""
    from app.settings import Settings

    try:
        name = Settings().get("coder")
    except OSError:
        return None
    return name if isinstance(name, str) and name else None


def project_file(verb: Verb) -> Verb:
    """Add the argument FILE, the project."""
    return click.argument("file", type=click.Path(path_type=Path), metavar="FILE")(verb)


def as_json(verb: Verb) -> Verb:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(verb)


def for_excel(verb: Verb) -> Verb:
    """Add `--excel`."""
    said = "Write a CSV that Excel opens by itself; for a study in French with semicolons and decimal commas."
    return click.option("--excel", is_flag=True, help=said)(verb)


def template(verb: Verb) -> Verb:
    """Add `--template T.docx`, whose styles a Word document takes."""
    said = "A Word document whose styles, margins, head and foot are taken for docx."
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--template", type=kind, metavar="T.docx", help=said)(verb)


def coder(verb: Verb) -> Verb:
    """Add `--coder`, who is doing this."""
    said = "Who does this; by default the name given in the window, else the login name."
    return click.option("--coder", metavar="NAME", help=said)(verb)


def span(verb: Verb) -> Verb:
    """Add the arguments DOCUMENT START END CODE; START and END are code points in the document's text."""
    for name, kind in (("code", str), ("end", int), ("start", int), ("document", str)):
        verb = click.argument(name, type=kind, metavar=name.upper())(verb)
    return verb


def gathered(
    into: str, *named: str, callback: Callable[..., Any] = lambda _context, _option, given: given, **told: Any
) -> Callable[[Verb], Verb]:
    """Add an option whose value the verb gets in the dictionary `into`, by the option's own name."""

    def keep(context: click.Context, option: click.Parameter, given: Any) -> None:
        context.params.setdefault(into, {})[option.name] = callback(context, option, given)

    return click.option(*named, expose_value=False, callback=keep, **told)


def out(*suffixes: str, needed: bool = True) -> Callable[[Verb], Verb]:
    """Add `-o OUT`, whose ending must be one of `suffixes`."""

    def check(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        if path is not None and path.suffix.lower() not in suffixes:
            raise click.BadParameter(f"{path.name} must end in {' or '.join(suffixes)}.")
        return path

    said = f"The file to write; it ends in {', '.join(suffixes)}."
    return click.option(
        "-o",
        "--out",
        "path",
        type=click.Path(path_type=Path, dir_okay=False),
        required=needed,
        metavar="OUT",
        callback=check,
        help=said,
    )


def pairs(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Read what is given as ATTR=VALUE as a mapping, each attribute once."""
    split = [item.partition("=") for item in given]
    bad = next((item for item, (name, mark, _) in zip(given, split) if not mark or not name.strip()), None)
    if bad is not None:
        raise click.BadParameter(f"{bad} must be written ATTRIBUTE=VALUE.")
    names = [name.strip().casefold() for name, _, _ in split]
    if len(set(names)) < len(names):
        raise click.BadParameter("an attribute can be given once only.")
    return {name.strip(): value.strip() for name, _, value in split}


def where(verb: Verb) -> Verb:
    """Add `--where ATTR=VALUE`, repeatable, as a mapping."""
    said = "Keep participants or documents with this attribute; repeat it for several, which must all hold."
    return click.option("--where", multiple=True, metavar="ATTR=VALUE", callback=pairs, help=said)(verb)


def unsigned(verb: Verb) -> Verb:
    """Add `--blind`; see `masking`."""
    said = "Name no coder, no interviewer and no folder: a copy for double-blind review, masked as well."
    return click.option("--blind", is_flag=True, help=said)(verb)


def masked(verb: Verb) -> Verb:
    """Add `--confidential`, by default with everybody masked who may not be named."""
    said = "Whether those who may not be named are."
    return click.option(
        "--confidential", type=click.Choice(["show", "mask"]), default="mask", show_default=True, help=said
    )(verb)


def masking(confidential: str, blind: bool) -> bool:
    """Say whether those who may not be named are masked; a blind copy names none of them."""
    if blind and confidential == "show":
        raise click.UsageError("--blind masks confidential people; leave out --confidential show.")
    return confidential == "mask"


def within(verb: Verb) -> Verb:
    """Add `--set NAME`, repeatable."""
    said = "Keep what is within this set of documents, participants or codes; repeat it for several, all of which hold."
    return click.option("--set", "sets", multiple=True, metavar="NAME", help=said)(verb)


def sets_named(project: Project, names: Iterable[str]) -> tuple[str, ...]:
    """Return the uids of the sets so called."""
    from corpus import sets

    known = sets.listed(project) if (wanted := list(names)) else []
    return tuple(sets.called(known, name).uid for name in wanted)


def refuse_sets(sets: Collection[str]) -> None:
    """Refuse `--set` where nothing is listed."""
    if sets:
        raise click.UsageError("--set keeps to a set what is listed; nothing is listed here.")


def seen(project: Project, sets: Iterable[str], *, masking: bool = False, **view: Any) -> Moment:
    """Return the study within the sets so called, as a view shows it, see `Moment.viewed`."""
    from coding.moment.moment import Moment

    return Moment.of(project, masking=masking).viewed(within=sets_named(project, sets), **view)


def code_named(project: Project, name: str) -> int:
    """Return the key of the code called `name`."""
    from coding import codebook

    return codebook.resolver(project)(name)


def first_framework(project: Project) -> str:
    """Return the key of the project's first framework; without one the verb stops."""
    from coding.codebook import frameworks

    found = frameworks.listed(project)
    if not found:
        raise Stop(NOTHING_DONE, "No framework is in this project; add one with the verb framework.")
    return found[0].framework


def place(project: Project, document: str, start: int, end: int) -> Anchor:
    """Return words of a document, which must lie within its text."""
    from corpus import anchors, documents

    info = documents.find(project, document)
    return anchors.checked(anchors.words(info.key, start, end), anchors.Extent(info.characters))


def documents_named(project: Project, pattern: str) -> list[int]:
    """Return the documents whose name fits, case and accents let go; * and ? stand for anything."""
    from fnmatch import fnmatchcase

    from corpus import documents
    from corpus.words import folded

    named = [info for info in documents.listed(project) if fnmatchcase(folded(info.name), folded(pattern))]
    return [info.key for info in named] or [documents.find(project, pattern).key]


def participant_named(project: Project, name: str) -> int:
    """Return the key of the participant of that name."""
    from corpus.people import participants

    return participants.find(project, name).key


def which(verb: Verb) -> Verb:
    """Add `--at`, `--document` and `--set`, which say what codings of a code are meant."""
    at = "The words that the code is on; repeatable."
    verb = click.option("--at", "places", type=(str, int, int), multiple=True, metavar="DOCUMENT START END", help=at)(
        verb
    )
    verb = within(verb)
    fitting = "All of its codings in the documents whose name fits; * and ? stand for anything, * alone for all."
    return click.option("--document", metavar="GLOB", help=fitting)(verb)


def codings_named(
    project: Project,
    codes: Collection[int],
    places: Iterable[tuple[str, int, int]],
    document: str | None,
    sets: Collection[str],
) -> list[int]:
    """Return the codings with one of `codes` on these words, and in the documents whose name fits, within the sets."""
    from coding import codings
    from corpus.errors import NothingThere

    wanted = [place(project, *one) for one in places]
    if document is None and not wanted and not sets:
        raise click.UsageError("Say which codings: --at DOCUMENT START END, --document GLOB or --set NAME.")
    found = codings.listed(project, codes=codes)
    for anchor in wanted:
        if not any(one.anchor == anchor for one in found):
            raise NothingThere("The code is not on the words {start}–{end}.", start=anchor.start, end=anchor.end)
    pattern = document or ("" if wanted else "*")
    fitting = set(documents_named(project, pattern)) if pattern else set()
    keys = [one.key for one in found if one.document in fitting or one.anchor in wanted]
    if sets:
        inside = set(seen(project, sets).coded.codings[:, 0].tolist())
        keys = [key for key in keys if key in inside]
    if not keys:
        raise NothingThere("The code is on no words there.")
    return keys


_NUMBERS = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_MOST_NUMBERS = 1_000_000


def numbers(written: str) -> list[int]:
    """Read numbers and ranges of them.

    >>> numbers("3, 5-7")
    [3, 5, 6, 7]
    """
    found: list[int] = []
    for part in written.replace(" ", "").split(","):
        read = _NUMBERS.fullmatch(part)
        low, high = (int(read[1]), int(read[2] or read[1])) if read else (1, 0)
        if low > high or high - low > _MOST_NUMBERS:
            raise click.BadParameter(f"{written} are no numbers; write them as 3,5-9.")
        found += range(low, high + 1)
    return found


_PASSAGE = re.compile(r"(.+)@(\d+)-(\d+)", re.DOTALL)


def passage_named(written: str) -> tuple[str, int, int] | None:
    """Read `NAME@START-END`.

    >>> passage_named("Anne@12-30"), passage_named("Anne")
    (('Anne', 12, 30), None)
    """
    found = _PASSAGE.fullmatch(written)
    return (found[1], int(found[2]), int(found[3])) if found else None
