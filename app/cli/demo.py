"""The sample study from end to end, and pictures of the window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole
from app.cli.group import program
from app.cli.opening import NOTHING_DONE, own_name, project_file, reading, writing
from app.cli.output import Stop, counted, progress_bar, say, tell

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.store.project import Project

_PROJECT = "sample-study.verbatim"
_FRAMEWORK = "meco-2019"
_QUERY = '"parcours client"'
_UNCODED = "05 *"
_DRAWING_TAKES_S = 300


@program.command()
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where all is put; by default a folder of your own data.",
)
@click.option("--no-window", is_flag=True, help="Draw pictures of the window instead of opening it.")
@click.option("--no-pictures", is_flag=True, help="Draw no pictures either, which takes the longest.")
def demo(folder: Path | None, no_window: bool, no_pictures: bool) -> int:
    """Do the whole job on the sample study, which is fictional, and open the window on it.

    Imports interviews, codes, links and reviews them, asks for suggestions, searches, and writes matrices, the table of
    quotations and the codebook; then says where each lies. A second run keeps the project and writes the rest anew.

    Example: verbatim demo --no-window --out demo
    """
    folder = _made(folder)
    with _study(folder) as project:
        path = project.path
        _tell("project", path)
        _search(project)
        _suggest(project, folder)
        _export(project, folder)
    if no_window or not _has_display():
        if not no_pictures:
            _draw(path, folder / "pictures")
        if not no_window:
            say(f"There is no display to open the window on; later, `verbatim open {path}` does.")
        return 0
    from app.shell.window import run

    run(path)
    return 0


def _made(folder: Path | None) -> Path:
    from app.settings import folder as own_folder

    try:
        folder = folder or own_folder("data") / "demo"
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(NOTHING_DONE, f"{folder} can't be made: {error.strerror}.") from error
    return folder.resolve()


@contextmanager
def _study(folder: Path) -> Iterator[Project]:
    """Open the sample study of an earlier run, or build it; one that can't be opened is left alone and built beside."""
    from coding import sample
    from corpus.errors import ProjectError, ProjectLocked
    from corpus.store.project import Project

    path = folder / _PROJECT
    for number in range(2, 100):
        if not path.exists():
            break
        try:
            project = Project.open(path, coder=own_name())
        except ProjectLocked:
            with reading(path) as project:
                yield project
            return
        except ProjectError as error:
            say(f"{error} Another is made beside it.")
            path = folder / f"{Path(_PROJECT).stem}-{number}.verbatim"
            continue
        with project:
            yield project
        return
    with progress_bar("Building the sample study") as progress:
        project = sample.build(path, progress, coder=own_name())
    with project:
        yield project


def _search(project: Project) -> None:
    from app.cli.analysis import search_index
    from coding import codebook
    from coding.moment.moment import Moment
    from coding.search import filters
    from coding.search.listings import listing
    from coding.search.searches import Search

    moment = Moment.of(project)
    kept = filters.kept(moment, codes=[codebook.find(project, "C1").key])
    with progress_bar("Searching") as progress:
        found = listing(Search(_QUERY), moment, search_index(project), among=kept, progress=progress)
    tell(f"{_QUERY} among the coded segments of C1: {counted(len(found), 'passage')}")
    for hit in (found.row(n).verbatim for n in range(min(3, len(found)))):
        start = hit.matches[0][0] - hit.start
        words = " ".join(hit.text[max(0, start - 50) : start + 70].split())
        tell(f"  {hit.document_name}: …{words}…")


def _suggest(project: Project, folder: Path) -> None:
    from app.cli.suggestions import save_suggestions

    path = folder / "suggestions.json"
    with progress_bar("Learning from the codings") as progress:
        count = save_suggestions(project, path, _UNCODED, progress)
    _tell(f"suggestions for {counted(count, 'passage')}", path)


def _export(project: Project, folder: Path) -> None:
    from coding import reports
    from coding.exports import codings, matrices
    from coding.moment.moment import Moment
    from coding.tables.saved_matrices import MatrixChoice

    for rows, columns in (("participants", f"framework:{_FRAMEWORK}"), ("documents", "codes")):
        path = folder / f"{rows}-x-{columns.partition(':')[2] or columns}.csv"
        matrices.save(MatrixChoice(rows, columns).counted(Moment.of(project)), path)
        _tell(f"matrix {rows} × {columns}", path)
    for ending in (".csv", ".docx", ".html"):
        path = folder / f"verbatims{ending}"
        reports.save(Moment.of(project), "verbatims", path)
        _tell("quotations of each capability", path)
    path = folder / "codebook.docx"
    reports.save(Moment.of(project), "codebook", path, reports.ReportChoices(mask=False))
    _tell("codebook", path)
    codings.save(Moment.of(project), folder / "codings.csv")
    _tell("codings", folder / "codings.csv")
    reports.save(Moment.of(project), "trail", folder / "history.csv")
    _tell("history", folder / "history.csv")


def _tell(what: str, path: Path) -> None:
    tell(f"{what:<44} {path}")


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _draw(path: Path, folder: Path) -> None:
    """Draw pictures of the window in a process of their own: a library that Qt lacks may end it."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    try:
        done = subprocess.run(
            [*command, "pictures", str(path), str(folder)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_DRAWING_TAKES_S,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"Pictures of the window could not be drawn ({type(error).__name__}); all else is done.")
        return
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or [f"Drawing them ended with code {done.returncode}."]
        say(f"All is done but the pictures of the window. {why[0]}")
        return
    for line in done.stdout.splitlines():
        _tell("picture of the window", Path(line))


@program.command()
@project_file
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@agreeing_whole
def pictures(file: Path, folder: Path, terms: Terms) -> None:
    """Draw the pages of the window as PNG pictures, without a screen.

    Example: verbatim pictures study.verbatim pictures
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.shell import pictures
    from app.shell.starting import NoWindow
    from coding import permits
    from coding.moment.moment import Moment

    with writing(file) as project:  # before the window opens it, which would only show why it can't
        moment = Moment.of(project)
        permits.let(moment, "pictures", permits.of_everything(moment), terms)
    try:
        with progress_bar("Drawing") as progress:
            taken = pictures.take(file, folder, progress=progress)
    except NoWindow as reason:
        raise Stop(NOTHING_DONE, str(reason)) from reason
    except OSError as error:
        raise Stop(NOTHING_DONE, f"{folder} can't be written: {error.strerror}.") from error
    for path in taken:
        tell(str(path))
