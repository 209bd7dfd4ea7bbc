"""One part of a recipe, made of a moment: a report or a matrix, its own title, and as many files as its formats."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from coding import codebook, figures, reports, singling
from coding.exports import matrices, notes, saving
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.figures import Figure
from coding.figures import saving as drawing
from coding.moment.moment import Moment
from coding.permits import Terms
from coding.recipes.recipe import PICTURES, TABLES, Part, Recipe, named, said
from coding.recipes.toml_lines import line_of
from coding.reports import ReportChoices
from coding.singling import GivenAway
from coding.tables import saved_matrices
from coding.tables.arranging import PLAIN, Shape
from coding.tables.matrices import Matrix
from corpus import documents, words
from corpus.errors import BeyondConsent, Cancelled, NothingThere, RecipeError, WorkbenchError


@dataclass(frozen=True)
class MadePart:
    """A part in one language: `report` for reading, and what it is for other programs, `sheet` or `figure`.

    `suffixes` are the endings of its files, `rows` how many rows its tables have, or marks its figure.
    """

    report: Report
    suffixes: tuple[str, ...]
    rows: int
    sheet: Callable[[], Sheet] | None = None
    figure: Figure | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.report.title

    def save(self, path: Path, *, excel: str = "", template: Path | None = None) -> int:
        """Write it in the format of the file's ending, and return how many rows there are."""
        suffix = path.suffix
        if self.figure is not None and suffix in drawing.SUFFIXES:
            saving.written(path, drawing.body(self.figure, suffix))
        elif self.sheet is not None and suffix in saving.SHEETS:
            sheet = self.sheet()
            saving.save_sheet(sheet, path, excel=excel)
            return len(sheet.rows)
        else:
            saving.save_report(self.report, path, template)
        return self.rows


def _rows(report: Report) -> int:
    return sum(len(section.rows) for section in report.sections)


@dataclass
class Permit:
    """By which terms parts may leave; what was let in one language is let in the other."""

    terms: Terms
    let: dict[int, ReportChoices] = field(default_factory=dict)


def called(part: Part) -> str:
    """Return what a part is called before it is made."""
    own = said(part.title, "") or part.table or part.matrix or part.figure
    return own or (f"{part.counted.rows} × {part.counted.columns}" if part.counted is not None else part.key)


def made(view: Moment, recipe: Recipe, number: int, permit: Permit | None = None) -> MadePart:
    """Make the part of that number, from 0, in a view of the study; without a permit nothing of it may leave.

    Raises `RecipeError` with the line where something that it names is not there, and `BeyondConsent`.
    """
    part = recipe.parts[number]
    if part.table:
        return _table(view, recipe, number, permit)
    if part.figure:
        return _figure(view, recipe, number, permit)
    with _blamed(recipe, number, "matrix" if part.matrix else "rows"):
        matrix, shape = _matrix(view, part)
        report = _cut(view, recipe, number, matrices.report(matrix, view.language, shape))
    if permit is not None and number not in permit.let:
        matrices.let(matrix, permit.terms)
        permit.let[number] = ReportChoices()
    report = _said(view, part, report)
    return MadePart(report, _suffixes(recipe, part, TABLES), _rows(report), lambda: matrices.sheet(matrix, shape))


def _table(view: Moment, recipe: Recipe, number: int, permit: Permit | None) -> MadePart:
    part = recipe.parts[number]
    row = reports.find(part.table)
    with _blamed(recipe, number, "codes" if part.codes else "framework"):
        choices = ReportChoices(view.masking, _codes(view, part), language=view.language)
    if permit is not None:
        if number not in permit.let:
            permit.let[number] = reports.agreed(view, part.table, choices, permit.terms)
        choices = replace(choices, without=permit.let[number].without)
    report = _cut(view, recipe, number, reports.report(view, part.table, choices))
    report = _captioned(report, view, row.counting)
    report = _said(view, part, report)
    known = [suffix.removeprefix(".") for suffix in row.formats]
    suffixes = _suffixes(recipe, part, known)
    return MadePart(report, suffixes, _rows(report), lambda: reports.sheet(view, part.table, choices))


def _figure(view: Moment, recipe: Recipe, number: int, permit: Permit | None) -> MadePart:
    part = recipe.parts[number]
    suffixes = _suffixes(recipe, part, PICTURES)
    with _blamed(recipe, number, "figure"):
        choice = _choice(view, part)
        try:
            figure = figures.draw(view, part.figure, choice)
        except NothingThere:
            return MadePart(Report(said(part.title, view.language) or part.figure, view.language, ()), (), 0)
    if permit is not None and number not in permit.let:
        figures.let(view, figure, permit.terms)
        permit.let[number] = ReportChoices()
    report = drawing.printed(figure, view)
    return MadePart(_said(view, part, report), suffixes, max(len(figure.spots), 1), figure=figure)


def giving_away(view: Moment, recipe: Recipe, number: int) -> GivenAway:
    """Return whom the part of that number, from 0, singles out, and which flagged words it prints."""
    part = recipe.parts[number]
    if part.table:
        return reports.giving_away(
            view, part.table, ReportChoices(view.masking, _codes(view, part), language=view.language)
        )
    if part.figure:
        return singling.by_kinds(view, *figures.kinds(figures.draw(view, part.figure, _choice(view, part))))
    choice = part.counted or saved_matrices.find(view.project, part.matrix).choice
    return singling.by_kinds(view, choice.rows, choice.columns)


def _choice(view: Moment, part: Part) -> figures.FigureChoice:
    given = dict(part.drawn)
    if "document" in given:
        given["document"] = documents.find(view.project, given["document"]).key
    return figures.FigureChoice(**given, codes=_codes(view, part))


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


def _matrix(view: Moment, part: Part) -> tuple[Matrix, Shape]:
    """Count what a part says, and return it with how it is read: as the part says, or as it was kept."""
    choice = part.counted or saved_matrices.find(view.project, part.matrix).choice
    within = tuple(dict.fromkeys((*view.within, *choice.within)))
    shape = choice.shape if part.shape == PLAIN else part.shape
    return replace(choice, mask=view.masking, within=within).counted(view), shape


def _cut(view: Moment, recipe: Recipe, number: int, report: Report) -> Report:
    """Return a report of the columns that the part shows, under the heads that it gives."""
    part = recipe.parts[number]
    wanted = named(part.show, view.language)
    heads = [view.mask.text(one) for one in named(part.heads, view.language)]
    known = [section for section in report.sections if section.columns]
    shown = {id(one): _columns(one, wanted) for one in known}
    if wanted and known and not any(shown.values()):
        told = dict.fromkeys(column for section in known for column in section.columns)
        with _blamed(recipe, number, "show"):
            raise NothingThere("No column is called so; known are {known}.", known="; ".join(told))
    sections = (_headed(one, shown.get(id(one), []), heads) for one in _kept(report.sections, shown, wanted))
    return replace(report, sections=tuple(sections))


def _kept(sections: Sequence[Section], shown: Mapping[int, list[int]], wanted: Sequence[str]) -> Iterator[Section]:
    """Yield the tables that have a wanted column, and the words that lead to one of them."""
    last = max((n for n, one in enumerate(sections) if shown.get(id(one))), default=-1)
    for n, one in enumerate(sections):
        if not wanted or shown.get(id(one)) or (n < last and not one.columns):
            yield one


def _columns(section: Section, wanted: Sequence[str]) -> list[int]:
    """Return which columns of a table are wanted, in the order in which they are."""
    places = {words.folded(column): n for n, column in reversed(list(enumerate(section.columns)))}
    return list(dict.fromkeys(places[one] for one in map(words.folded, wanted) if one in places))


def _headed(section: Section, shown: Sequence[int], heads: Sequence[str]) -> Section:
    kept = shown or range(len(section.columns))
    columns = [section.columns[n] for n in kept]
    columns[: len(heads)] = heads[: len(columns)]
    joined = next((at for at, n in enumerate(kept) if n >= section.joined), len(kept))
    rows = tuple(tuple(row[n] for n in kept) for row in section.rows)
    return replace(section, columns=tuple(columns), rows=rows, joined=joined)


def _captioned(report: Report, view: Moment, counting: notes.Counting) -> Report:
    """Return a report each of whose tables has a caption, and below it what has to be known of it."""

    def with_caption(section: Section) -> Section:
        if section.caption or not section.columns:
            return section
        caption = f"{report.title} – {section.heading}" if section.heading else report.title
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


def _suffixes(recipe: Recipe, part: Part, known: Collection[str]) -> tuple[str, ...]:
    return tuple(f".{one}" for one in (recipe.formats if part.formats is None else part.formats) if one in known)
