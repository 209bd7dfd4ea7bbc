"""One part of a recipe, made of a moment: a report or a matrix, its own title, and as many files as its formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from coding import codebook, reports
from coding.exports import matrices, notes, saving
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.moment.moment import Moment
from coding.permits import Terms
from coding.recipes.lines import line_of
from coding.recipes.recipe import Part, Recipe, said
from coding.reports import Choices
from coding.tables import saved_matrices
from coding.tables.matrices import Matrix
from corpus.errors import BeyondConsent, Cancelled, NothingThere, RecipeError, WorkbenchError


@dataclass(frozen=True)
class Made:
    """A part in one language: `report` for reading, `sheet` for other programs, in files with these endings."""

    title: str
    report: Report
    sheet: Callable[[], Sheet]
    suffixes: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows its tables have."""
        return sum(len(section.rows) for section in self.report.sections)


@dataclass
class Permit:
    """By which terms parts may leave; what was let in one language is let in the other."""

    terms: Terms
    let: dict[int, Choices] = field(default_factory=dict)


def named(part: Part) -> str:
    """Return what a part is called before it is made."""
    own = said(part.title, "") or part.table or part.matrix
    return own or (f"{part.counted.rows} × {part.counted.columns}" if part.counted is not None else part.key)


def made(view: Moment, recipe: Recipe, number: int, permit: Permit | None = None) -> Made:
    """Make the part of that number, from 0, in a view of the study; without a permit nothing of it may leave.

    Raises `RecipeError` with the line where something that it names is not there, and `BeyondConsent`.
    """
    part = recipe.parts[number]
    if part.table:
        return _table(view, recipe, number, permit)
    with _blamed(recipe, number, "matrix" if part.matrix else "rows"):
        matrix = _matrix(view, part)
        shape = part.shape
        report = matrices.report(matrix, view.language, shape)
    if permit is not None and number not in permit.let:
        matrices.let(matrix, permit.terms)
        permit.let[number] = Choices()
    report = _said(view, part, report)
    return Made(report.title, report, lambda: matrices.sheet(matrix, shape), _suffixes(recipe, part, None))


def _table(view: Moment, recipe: Recipe, number: int, permit: Permit | None) -> Made:
    part = recipe.parts[number]
    row = reports.find(part.table)
    with _blamed(recipe, number, "codes" if part.codes else "framework"):
        choices = Choices(view.masking, _codes(view, part), language=view.language)
    if permit is not None:
        if number not in permit.let:
            permit.let[number] = reports.agreed(view, part.table, choices, permit.terms)
        choices = replace(choices, without=permit.let[number].without)
    report = _captioned(reports.report(view, part.table, choices), view, row.counting)
    report = _said(view, part, report)
    sheet = lambda: reports.sheet(view, part.table, choices)  # noqa: E731
    return Made(report.title, report, sheet, _suffixes(recipe, part, row.formats))


@contextmanager
def _blamed(recipe: Recipe, number: int, key: str) -> Iterator[None]:
    """Say on which line of a recipe something is named that is not there."""
    try:
        yield
    except (BeyondConsent, Cancelled):
        raise
    except WorkbenchError as error:
        line = line_of(recipe.text, ("part", number, key))
        raise RecipeError("Line {line}: {why}", line=line, why=error) from error


def _codes(view: Moment, part: Part) -> tuple[int, ...] | None:
    """Return the codes a part names, in order, None where it names none."""
    if not part.codes and not part.framework:
        return None
    find = codebook.resolver(view.project)
    whole = [key for key, code in view.codes.items() if part.framework and code.framework == part.framework]
    if part.framework and not whole:
        raise NothingThere("No framework of the study is called {key}.", key=part.framework)
    return tuple(dict.fromkeys([*map(find, part.codes), *whole]))


def _matrix(view: Moment, part: Part) -> Matrix:
    choice = part.counted or saved_matrices.find(view.project, part.matrix).choice
    within = tuple(dict.fromkeys((*view.within, *choice.within)))
    return replace(choice, mask=view.masking, within=within).counted(view)


def _captioned(report: Report, view: Moment, counting: notes.Counting) -> Report:
    """Return a report each of whose tables has a caption, and below it what has to be known of it."""

    def with_caption(section: Section) -> Section:
        if section.caption or not section.columns:
            return section
        caption = f"{report.title}, {section.heading}" if section.heading else report.title
        whole = replace(report, sections=(replace(section, caption=caption),))
        return notes.noted(whole, view, counting).sections[0]

    return replace(report, sections=tuple(map(with_caption, report.sections)))


def _said(view: Moment, part: Part, report: Report) -> Report:
    """Return a report under the title and with the note that the recipe gives it."""
    title, note = (view.mask.text(said(texts, view.language)) for texts in (part.title, part.note))
    sections, captioned = report.sections, [one for one in report.sections if one.caption]
    if title and len(captioned) == 1:
        sections = tuple(replace(one, caption=title) if one.caption else one for one in sections)
    if note:
        sections = (Section("", (note,), (), ()), *sections)
    return replace(report, title=title or report.title, sections=sections)


def _suffixes(recipe: Recipe, part: Part, known: tuple[str, ...] | None) -> tuple[str, ...]:
    wanted = [f".{one}" for one in (recipe.formats if part.formats is None else part.formats)]
    return tuple(one for one in wanted if one in (known or (*saving.REPORTS, *saving.SHEETS)))
