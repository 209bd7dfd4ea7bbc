"""A recipe made: one moment of the study → its parts → files beside, which then take their places, and a manifest."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from coding import blind, singling
from coding.exports import saving
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Terms
from coding.recipes import appendices, files, manifest, parts, saved_recipes
from coding.recipes.manifest import FolderState, Manifest, State, WrittenFile
from coding.recipes.parts import MadePart, Permit
from coding.recipes.recipe import Part, Recipe, said
from coding.singling import GivenAway
from corpus import sets
from corpus.errors import Cancelled, NothingThere, WorkbenchError
from corpus.progress import Progress, silent

APPENDIX = "appendix"
STALE: State = "stale"


@dataclass(frozen=True, slots=True)
class RecipeOutcome:
    """What was made: `written`, each with its name within the folder; `empty` are titles of what had nothing to say."""

    written: tuple[WrittenFile, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A part as it would be made: its title, how many rows it has, and its files; or `wrong`, why it can't be."""

    title: str
    rows: int
    files: tuple[str, ...]
    wrong: WorkbenchError | None = None


def languages(moment: Moment, recipe: Recipe) -> tuple[str, ...]:
    """Return in which languages a recipe is made: its own, else the study's."""
    return recipe.languages or (moment.known.language,)


def seen(moment: Moment, recipe: Recipe, language: str) -> Moment:
    """Return a moment in the view of a recipe; raises `NothingThere` where a coder or a set of it is not there."""
    project = moment.project
    for name in recipe.coders:
        blind.coder_named(project, name)
    known = sets.listed(project) if recipe.sets else []
    within = tuple(sets.called(known, name).uid for name in recipe.sets)
    return moment.viewed(
        layer=recipe.coders or None,
        masking=recipe.mask or recipe.blind,
        unsigned=recipe.blind,
        human=recipe.human,
        reread=recipe.reread,
        within=within,
        printed=language,
        spoken=language is not None,
        interviewer=False,
        where=None,
    )


def planned(moment: Moment, recipe: Recipe, progress: Progress = silent) -> list[Planned]:
    """Return what a recipe would make, in its first language, without writing anything."""
    view, found = seen(moment, recipe, languages(moment, recipe)[0]), list[Planned]()
    for number in recipe.numbers:
        progress(number, len(recipe.parts), recipe.parts[number].key)
        found.append(_planned(view, recipe, number))
    return found


def _planned(view: Moment, recipe: Recipe, number: int) -> Planned:
    part = recipe.parts[number]
    try:
        made = parts.made(view, recipe, number)
    except Cancelled:
        raise
    except WorkbenchError as error:
        return Planned(parts.called(part), 0, (), error)
    names = tuple(_named(view, part, number, suffix) for suffix in made.suffixes) if made.rows else ()
    return Planned(made.title, made.rows, names)


def _named(view: Moment, part: Part, number: int, suffix: str) -> str:
    return files.named(number + 1, view.makers.text(part.key), suffix)


def giving_away(moment: Moment, recipe: Recipe) -> GivenAway:
    """Return whom what a recipe would make singles out; of a part that can't be made nothing is told."""
    view, found = seen(moment, recipe, languages(moment, recipe)[0]), list[GivenAway]()
    for number in recipe.numbers:
        try:
            found.append(parts.giving_away(view, recipe, number))
        except Cancelled:
            raise
        except WorkbenchError:
            continue
    return singling.together(found)


def make(
    moment: Moment,
    recipe: Recipe,
    folder: Path,
    terms: Terms = AS_AGREED,
    *,
    template: Path | None = None,
    progress: Progress = silent,
) -> RecipeOutcome:
    """Make a recipe into a folder and return what was written.

    All is read at one moment, and the same study and recipe make the same bytes. Where it fails, or is cancelled, the
    folder is as it was. Raises `BeyondConsent` where a part shows what was not agreed to.
    """
    saving.checked(template, unsigned=recipe.blind)
    permit = Permit(replace(terms, leave_out=terms.leave_out or recipe.leave_out))
    with nullcontext() if terms.despite else moment.project.read(), files.beside(folder) as place:
        now = moment.now()
        run = _RecipeRun(now, recipe, place, permit, template, progress)
        for language in languages(now, recipe):
            run.in_language(language)
        if not run.written:
            raise NothingThere("There is nothing yet that this recipe could make.")
        run.note()
        before = manifest.known(folder)
        names = [one.file for one in run.written]
        files.settle(place, folder, [*names, manifest.NAME])
        manifest.tidy(folder, before, names)
    return RecipeOutcome(tuple(run.written), tuple(run.empty))


@dataclass
class _RecipeRun:
    """A recipe that is being made: `written` so far, and what had nothing to say."""

    moment: Moment
    recipe: Recipe
    place: Path
    permit: Permit
    template: Path | None
    progress: Progress
    written: list[WrittenFile] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    done: int = 0

    @property
    def tongues(self) -> tuple[str, ...]:
        return languages(self.moment, self.recipe)

    def step(self, doing: str) -> None:
        self.progress(self.done, len(self.tongues) * (len(self.recipe.numbers) + 1), doing)
        self.done += 1

    def in_language(self, language: str) -> None:
        view, found = seen(self.moment, self.recipe, language), list[MadePart]()
        folder = f"{language}/" if len(self.tongues) > 1 else ""
        for number in self.recipe.numbers:
            part = self.recipe.parts[number]
            self.step(part.key)
            made = parts.made(view, self.recipe, number, self.permit)
            if not made.rows:
                self.empty.append(made.title)
                continue
            found.append(made)
            for suffix in made.suffixes:
                self.write(f"{folder}{_named(view, part, number, suffix)}", part.key, made)
        self.step(APPENDIX)
        if found:
            self.join(found, view, folder)

    def write(self, name: str, key: str, made: MadePart) -> None:
        path = self.place / name
        saving.made(path.parent)
        excel = self.moment.known.language if self.recipe.excel else ""
        rows = made.save(path, excel=excel, template=self.template)
        self.written.append(WrittenFile(name, key, made.title, rows, files.digest(path)))

    def join(self, found: Sequence[MadePart], view: Moment, folder: str) -> None:
        title = view.mask.text(said(self.recipe.title, view.language))
        whole = appendices.joined(found, title, view.language, view.known.language)
        for suffix in self.recipe.appendix:
            name = f"{folder}{APPENDIX}.{suffix}"
            saving.made((self.place / name).parent)
            saving.save_report(whole, self.place / name, self.template)
            rows = sum(made.rows for made in found)
            self.written.append(WrittenFile(name, APPENDIX, whole.title, rows, files.digest(self.place / name)))

    def note(self) -> None:
        view = seen(self.moment, self.recipe, self.tongues[0])
        template = files.digest(self.template) if self.template is not None else ""
        body = manifest.body(view, self.recipe, self.tongues, self.written, self.empty, template)
        saving.written(self.place / manifest.NAME, body)


def compared(moment: Moment, folder: Path, progress: Progress = silent) -> FolderState:
    """Say how what a recipe made stands to the study; where that has changed since, it is made anew aside and compared.

    Raises `NothingThere` where nothing that a recipe made is in the folder.
    """
    found = manifest.check(moment.project, folder)
    if not found.changes:
        return found
    try:
        now = _anew(moment, found.manifest, progress)
    except Cancelled:
        raise
    except WorkbenchError as error:
        return replace(found, why=error)
    was = {one.file: one.sha256 for one in found.manifest.files}
    states = {**found.files, **dict.fromkeys((n for n in now.keys() | was.keys() if was.get(n) != now.get(n)), STALE)}
    return replace(found, files=dict(sorted(states.items())), anew=True)


def _anew(moment: Moment, found: Manifest, progress: Progress) -> dict[str, str]:
    """Make aside what was made, and return the files with their hashes."""
    recipe = saved_recipes.read(saved_recipes.find(moment.project, found.recipe))
    if manifest.sha256(recipe.text) != found.recipe_sha256:
        raise NothingThere("The recipe {name} has changed since.", name=recipe.name)
    if found.template:
        raise NothingThere("It was made with a template of your own; make it anew to compare.")
    recipe = replace(recipe, languages=found.languages, wanted=found.parts)
    with tempfile.TemporaryDirectory() as aside:
        made = make(moment, recipe, Path(aside), progress=progress)
    return {one.file: one.sha256 for one in made.written}
