"""Recipes made: the same bytes again, whole or not at all, masked, and told when they are stale."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from coding import assertions, codebook, codings, excerpts, links
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.permits import Terms
from coding.recipes import making, manifest, reading, saved_recipes
from coding.recipes.recipe import Recipe
from coding.tables import saved_matrices
from coding.tables.saved_matrices import MatrixChoice
from corpus import sets
from corpus.errors import BeyondConsent, Cancelled, ExportFailed, NothingThere, RecipeError
from corpus.people import consents, disclosures, participants
from corpus.store.project import Project
from tests.coding.support import Study, make_study

WHOLE = """
title = { fr = "Annexes", en = "Appendix" }
language = ["fr", "en"]
formats = ["csv", "md"]
appendix = ["docx", "html"]

[[part]]
table = "interviews"
formats = ["docx", "xlsx", "html", "md", "csv"]

[[part]]
table = "verbatims"
framework = "meco-2019"
title = "Annexe 2"
note = { fr = "Ce que dit Anne Dupont.", en = "What Anne Dupont says." }

[[part]]
table = "agreement"

[[part]]
matrix = "Mine"
totals = true

[[part]]
rows = "documents"
columns = "codes"
file = "Codes / documents"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study in which somebody who may not be named is quoted."""
    study = make_study(tmp_path_factory.mktemp("recipes"))
    with study.project as project:
        participants.add(project, "Anne Dupont", confidential=True, documents=[study.documents["Achats"]])
        frameworks.add(project, "meco-2019")
        field, theory = codebook.add(project, "Terrain"), codebook.find(project, "C1").key
        codings.apply(project, field, study.words("Achats", "parcours client"))
        codings.apply(project, field, study.words("Bureau", "Personne ne le lit"))
        links.link(project, field, theory)
        excerpts.add(project, theory, study.words("Achats", "parcours client"))
        saved_matrices.save(project, "Mine", MatrixChoice("participants", "codes"))
        saved_recipes.save(project, "Annexes", WHOLE)
    return Path(project.path)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copyfile(built, tmp_path / "study.verbatim")), coder="Ada") as opened:
        yield opened


def recipe(project: Project, name: str = "Annexes") -> Recipe:
    return saved_recipes.read(saved_recipes.find(project, name))


def of(parts: str, top: str = "") -> Recipe:
    return reading.read(f"{top}\n{parts}", "Mine")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_study_makes_the_same_bytes(project: Project, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "elsewhere" / "other"
    made = making.make(Moment.of(project), recipe(project), one)
    making.make(Moment.of(project), recipe(project), other)
    assert files_of(one) == files_of(other)
    names = {written.file for written in made.written}
    assert names | {manifest.NAME} == files_of(one).keys()
    assert {
        "fr/appendix.docx",
        "en/appendix.html",
        "fr/02-verbatims.csv",
        "en/05-Codes-documents.csv",
        "fr/01-interviews.xlsx",
    } <= names
    assert not [name for name in names if "agreement" in name]
    assert made.empty == ("Accord entre codeurs", "Agreement of coders")


def test_the_manifest_says_what_was_made_and_tells_of_nobody(project: Project, tmp_path: Path) -> None:
    making.make(Moment.of(project), recipe(project), tmp_path / "out")
    text = (tmp_path / "out" / manifest.NAME).read_text("utf-8")
    said = json.loads(text)
    lineage, _, change = project.stamp()
    assert (said["study"]["lineage"], said["study"]["change"], said["seeds"]) == (lineage, change, {"agreement": 1})
    assert said["recipe"] == {"name": "Annexes", "sha256": manifest.sha256(WHOLE)}
    assert said["view"]["mask"]
    for word in (str(tmp_path), socket.gethostname(), "Dupont", "Ada"):
        assert word not in text, word
    for name, body in files_of(tmp_path / "out").items():
        assert b"Dupont" not in body, name


def test_an_appendix_numbers_its_tables_throughout(project: Project, tmp_path: Path) -> None:
    making.make(Moment.of(project), recipe(project), tmp_path / "out")
    document = Document(str(tmp_path / "out" / "en" / "appendix.docx"))
    said = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    captions = [text.split(".")[0] for style, text in said if style == "Caption"]
    assert captions == [f"Table\u00a0{n}" for n in range(1, len(document.tables) + 1)]
    assert ("Title", "Appendix") in said
    assert [text for style, text in said if style == "Normal" and "says" in text] == ["What [participant 1] says."]
    page = (tmp_path / "out" / "fr" / "appendix.html").read_text("utf-8")
    assert 'lang="fr"' in page
    assert "Tableau\u00a04" in page


@pytest.mark.parametrize("at", [1, 3, 9])
def test_a_run_that_is_stopped_leaves_all_as_it_was(project: Project, tmp_path: Path, at: int) -> None:
    def stop(done: int, total: int, doing: str = "") -> None:
        assert 0 <= done < total
        if done == at:
            raise Cancelled

    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        making.make(Moment.of(project), recipe(project), out, progress=stop)
    assert not out.exists()
    making.make(Moment.of(project), of('[[part]]\ntable = "tree"'), out)
    (out / "own.txt").write_text("mine")
    before = files_of(out)
    with pytest.raises(Cancelled):
        making.make(Moment.of(project), recipe(project), out, progress=stop)
    assert files_of(out) == before


def test_what_an_earlier_run_left_goes_unless_somebody_worked_on_it(project: Project, tmp_path: Path) -> None:
    first = of('[[part]]\ntable = "tree"\n[[part]]\ntable = "flow"', 'formats = ["md", "csv"]\nappendix = []')
    out = tmp_path / "out"
    making.make(Moment.of(project), first, out)
    (out / "02-flow.md").write_text("my own remarks", "utf-8")
    making.make(Moment.of(project), of('[[part]]\ntable = "tree"', 'formats = ["md"]\nappendix = []'), out)
    assert set(files_of(out)) == {"01-tree.md", "02-flow.md", manifest.NAME}


def test_a_target_that_can_not_be_written_leaves_all_as_it_was(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "appendix.docx").mkdir(parents=True)
    with pytest.raises(ExportFailed, match=r"appendix\.docx"):
        making.make(Moment.of(project), of('[[part]]\ntable = "tree"'), out)
    assert [path.name for path in out.iterdir()] == ["appendix.docx"]
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportFailed):
        making.make(Moment.of(project), of('[[part]]\ntable = "tree"'), tmp_path / "file" / "out")


@pytest.mark.parametrize(
    ("parts", "line", "words"),
    [
        ('[[part]]\ntable = "tree"\n\n[[part]]\ntable = "verbatims"\ncodes = ["Moons"]', 7, "Moons"),
        ('[[part]]\ntable = "verbatims"\nframework = "moons"', 4, "No framework of the study is called moons"),
        ('[[part]]\nmatrix = "Moons"', 3, "No matrix is kept as Moons"),
        ('[[part]]\nrows = "moons"\ncolumns = "codes"', 3, "moons"),
    ],
)
def test_what_is_not_there_is_said_with_its_line(
    project: Project, tmp_path: Path, parts: str, line: int, words: str
) -> None:
    with pytest.raises(RecipeError, match=f"Line {line}: .*{words}"):
        making.make(Moment.of(project), of(parts), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    wrong = making.planned(Moment.of(project), of(parts))[-1].wrong
    assert isinstance(wrong, RecipeError)
    assert wrong.values["line"] == line


def test_a_coder_or_a_set_that_is_not_there_is_said(project: Project, tmp_path: Path) -> None:
    for top in ('coders = ["Moons"]', 'sets = ["Moons"]'):
        with pytest.raises(NothingThere, match="Moons"):
            making.make(Moment.of(project), of('[[part]]\ntable = "tree"', top), tmp_path / "out")


def test_a_recipe_keeps_to_its_sets_and_coders(project: Project, tmp_path: Path) -> None:
    document = next(one.key for one in Moment.of(project).documents if one.name == "Bureau")
    sets.make(project, "Offices", "documents", [document])
    top, part = 'formats = ["csv"]\nappendix = []', '[[part]]\nrows = "documents"\ncolumns = "codes"\ncell = "codings"'

    def numbers(more: str) -> str:
        making.make(Moment.of(project), of(part, f"{top}\n{more}"), tmp_path / "out")
        return (tmp_path / "out" / "01-matrix.csv").read_text("utf-8")

    whole, kept_to = numbers(""), numbers('sets = ["Offices"]')
    assert ("[participant 1],1" in whole, "Bureau,1" in whole) == (True, True)
    assert ("[participant 1],1" in kept_to, "Bureau,1" in kept_to) == (False, True)
    assert numbers('coders = ["Ada"]') == whole


def test_what_will_be_made_is_told_before(project: Project) -> None:
    found = making.planned(Moment.of(project), recipe(project))
    assert [(one.title, one.rows > 0, len(one.files)) for one in found] == [
        ("Entretiens", True, 5),
        ("Annexe 2", True, 2),
        ("Accord entre codeurs", False, 0),
        ("participants × codes: passages", True, 2),
        ("documents × codes: passages", True, 2),
    ]


def test_what_was_not_agreed_to_stops_it_or_is_left_out_or_noted(project: Project, tmp_path: Path) -> None:
    anne = next(iter(Moment.of(project).people))
    consents.add(project, anne, signed_on="2024-05-31", quotation="no")
    out, quoted = tmp_path / "out", of('[[part]]\ntable = "verbatims"', 'formats = ["md"]\nappendix = []')
    with pytest.raises(BeyondConsent):
        making.make(Moment.of(project), quoted, out)
    assert not out.exists()
    making.make(Moment.of(project), recipe(project), out, Terms("She said yes on the phone"))
    assert {one.why for one in disclosures.listed(project)} == {"She said yes on the phone"}
    with pytest.raises(NothingThere, match="nothing yet"):
        making.make(Moment.of(project), replace(quoted, leave_out=True), tmp_path / "without")


def test_what_was_made_tells_when_it_is_stale(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    making.make(
        Moment.of(project), replace(recipe(project), languages=("fr",)).of_parts(["interviews", "verbatims"]), out
    )

    def now() -> tuple[bool, int | None, set[str]]:
        found = making.compared(Moment.of(project), out)
        return found.fresh, found.changes, {name for name, state in found.files.items() if state == "stale"}

    assert now() == (True, 0, set())
    saved_recipes.save(project, "Another", WHOLE)
    assert now() == (True, 1, set()), "nothing that is printed has changed"
    codings.apply(project, codebook.find(project, "C2").key, _words(project, "Ça coince"))
    fresh, changes, stale = now()
    assert (fresh, changes, "appendix.docx" in stale) == (False, 2, True)
    assert "01-interviews.csv" not in stale
    project.undo()
    assert now() == (True, 3, set()), "as it was, after a change and its undoing"


def _words(project: Project, words: str) -> object:
    from corpus import anchors, documents

    info = documents.find(project, "Achats")
    start = documents.text(project, info.key).index(words)
    return anchors.words(info.key, start, start + len(words))


def test_what_can_not_be_compared_says_why(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(NothingThere, match="Nothing that a recipe made"):
        making.compared(Moment.of(project), out)
    making.make(Moment.of(project), recipe(project), out)
    (out / "fr" / "01-interviews.md").write_text("edited", "utf-8")
    (out / "fr" / "01-interviews.csv").unlink()
    found = making.compared(Moment.of(project), out)
    assert (found.files["fr/01-interviews.md"], found.files["fr/01-interviews.csv"]) == ("edited", "gone")
    assert not found.fresh
    saved_recipes.save(project, "Annexes", f"mask = false\n{WHOLE}")
    assert "The recipe Annexes has changed since" in str(making.compared(Moment.of(project), out).why)
    saved_recipes.remove(project, saved_recipes.own(project, "Annexes"))
    assert "No recipe is kept as Annexes" in str(making.compared(Moment.of(project), out).why)
    other = make_study(tmp_path / "other") if (tmp_path / "other").mkdir() is None else None
    assert other is not None
    with other.project:
        assert making.compared(Moment.of(other.project), out).changes is None


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", '{"files": 3}', '{"files": [{"file": "../../x"}]}', "[" * 10_000],
)
def test_a_manifest_that_is_none_is_refused(project: Project, tmp_path: Path, body: str) -> None:
    (tmp_path / manifest.NAME).write_text(body, "utf-8")
    with pytest.raises(NothingThere):
        manifest.check(project, tmp_path)


def test_a_manifest_that_names_files_elsewhere_removes_none(project: Project, tmp_path: Path) -> None:
    out, mine = tmp_path / "out", tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    making.make(Moment.of(project), of('[[part]]\ntable = "tree"'), out)
    path = out / manifest.NAME
    said = json.loads(path.read_text("utf-8"))
    said["files"][0] |= {"file": "../mine.txt", "sha256": manifest.sha256("mine")}
    path.write_text(json.dumps(said), "utf-8")
    making.make(Moment.of(project), of('[[part]]\ntable = "flow"'), out)
    assert mine.read_text("utf-8") == "mine"


def test_an_empty_study_has_nothing_to_make(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.verbatim", name="Vide", language="fr", coder="Ada") as empty:
        for info in saved_recipes.shipped():
            if info.name == "appendix":
                with pytest.raises(NothingThere, match="nothing yet"):
                    making.make(Moment.of(empty), saved_recipes.read(info), tmp_path / "out")
    assert not (tmp_path / "out").exists()


ODD = ('Un "mot"', "L’été 📈👩‍👧", "שלום עולם", "=SUM(1)", "a|b*c_d`", "<b>&amp;", "x" * 300)


def test_figures_stand_among_the_tables(project: Project, tmp_path: Path) -> None:
    text = """
formats = ["svg", "png", "csv"]
appendix = ["docx", "html", "md"]

[[part]]
figure = "frequencies"
title = "Ce que dit Anne Dupont"
width = 90

[[part]]
table = "tree"

[[part]]
figure = "heat"
rows = "codes"
columns = "documents"
"""
    made = making.make(Moment.of(project), reading.read(text), tmp_path / "out")
    names = [one.file for one in made.written]
    assert names[:3] == ["01-frequencies.svg", "01-frequencies.png", "02-tree.csv"]
    document = Document(str(tmp_path / "out" / "appendix.docx"))
    captions = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Caption"]
    assert captions[0] == "Figure\u00a01\u00a0: Ce que dit [participant 1]"
    assert [one.split("\u00a0:")[0] for one in captions[1:]] == ["Tableau\u00a01", "Tableau\u00a02", "Figure\u00a02"]
    assert [round(shape.width.mm) for shape in document.inline_shapes] == [90, 170]
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)
    page = (tmp_path / "out" / "appendix.html").read_text("utf-8")
    assert page.count("data:image/svg+xml;base64,") == page.count("<figcaption>Figure") == 2
    making.make(Moment.of(project), reading.read(text), tmp_path / "again")
    assert files_of(tmp_path / "out") == files_of(tmp_path / "again")


def test_a_figure_of_nothing_is_left_out_and_one_of_what_is_not_there_is_said(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.verbatim", name="Vide", language="fr", coder="Ada") as empty:
        found = making.planned(Moment.of(empty), of('[[part]]\nfigure = "heat"\n[[part]]\nfigure = "saturation"'))
        assert [(one.rows, one.wrong) for one in found] == [(0, None), (0, None)]
        [wrong] = making.planned(Moment.of(empty), of('[[part]]\nfigure = "heat"\nrows = "moons"'))
        assert isinstance(wrong.wrong, RecipeError)


def test_names_of_any_kind_are_made(study: Study, tmp_path: Path) -> None:
    project = study.project
    place = study.words("Achats", "parcours client")
    with project.change("Add codes"):
        for name in (*ODD, *(f"Code {n}" for n in range(20))):
            codings.apply(project, codebook.add(project, name), place)
    parts = '[[part]]\nrows = "documents"\ncolumns = "codes"\n[[part]]\nrows = "codes"\ncolumns = "documents"'
    every = of(parts, 'formats = ["docx", "csv", "xlsx", "html", "md"]')
    made = making.make(Moment.of(project), every, tmp_path / "out")
    assert len(made.written) == 11
    told = (tmp_path / "out" / "02-matrix.csv").read_text("utf-8")
    assert all(name.replace('"', '""') in told for name in ODD)
    document = Document(str(tmp_path / "out" / "01-matrix.docx"))
    assert max(len(table.columns) for table in document.tables) <= 20
    assert sum(len(table.columns) - 1 for table in document.tables) == 20 + len(ODD)


def test_a_part_shows_the_columns_that_are_wanted_under_heads_of_ones_own(project: Project, tmp_path: Path) -> None:
    text = """
formats = ["md"]
appendix = []
mask = false
[[part]]
table = "interviews"
show = ["confidentialité", "Participant·e", "Âge"]
heads = ["Anonyme"]
[[part]]
table = "concepts"
framework = "meco-2019"
heads = { fr = ["Capacités"], en = ["Capability"] }
[[part]]
table = "assertions"
show = ["Assertion"]
[[part]]
figure = "heat"
rows = "framework"
formats = ["svg"]
"""
    assertions.add(project, "On suit.", code=codebook.find(project, "C1").key)
    making.make(Moment.of(project), of(text), tmp_path)
    interviews = (tmp_path / "01-interviews.md").read_text("utf-8")
    assert "| Anonyme | Participant·e |" in interviews
    assert "| oui | Anne Dupont |" in interviews
    assert "| Capacités | Définition |" in (tmp_path / "02-concepts.md").read_text("utf-8")
    claimed = (tmp_path / "03-assertions.md").read_text("utf-8")
    assert "| On suit. |" in claimed
    assert "Concept\u00a0:" not in claimed, "a table that has none of the columns is left out with what leads to it"
    assert "analyse de" in (tmp_path / "04-heat.svg").read_text("utf-8")
    with pytest.raises(RecipeError, match="No column is called so; known are N°; Participant·e"):
        making.make(Moment.of(project), of('[[part]]\ntable = "interviews"\n\nshow = "Age"'), tmp_path / "out")
