"""Recipes as texts: read with each fault at its line, written again, and kept, renamed and removed by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import reports
from coding.recipes import reading, saved_recipes
from coding.recipes.recipe import Part, Recipe, said
from coding.tables.arranging import Shape
from coding.tables.saved_matrices import MatrixChoice
from corpus.errors import NothingThere, RecipeError
from tests.coding.support import Study, does_and_undoes

PLAIN = '[[part]]\ntable = "interviews"\n'


def test_a_recipe_says_what_is_made_and_how() -> None:
    found = reading.read(
        """
title = { fr = "Annexes", en = "Appendix" }
language = ["fr", "en"]
formats = "csv"
mask = false
coders = ["Ada"]

[[part]]
table = "verbatims"
codes = ["C1"]
note = "Read first."

[[part]]
rows = "participants"
columns = "codes"
where = { Secteur = "GSA" }
percent = "row"
""",
        "Mine",
    )
    assert (found.name, found.languages, found.formats, found.appendix) == ("Mine", ("fr", "en"), ("csv",), ("docx",))
    assert (found.mask, found.coders, said(found.title, "en"), said(found.title, "de")) == (
        False,
        ("Ada",),
        "Appendix",
        "Annexes",
    )
    one, other = found.parts
    assert (one.table, one.codes, said(one.note, "fr"), one.key) == ("verbatims", ("C1",), "Read first.", "verbatims")
    assert other.counted == MatrixChoice("participants", "codes", where={"Secteur": "GSA"})
    assert (other.shape, other.key) == (Shape(percent="row"), "matrix")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "needs a part"),
        ("title = 'A'\n\nmask = maybe\n", 3, "no TOML"),
        ('title = "A\n', 1, "no TOML"),
        ("# one\n\nmask = 1\n" + PLAIN, 3, "mask must be true or false"),
        ("langage = 'fr'\n" + PLAIN, 1, "nothing is called langage here"),
        ("language = ['fr', 'de']\n" + PLAIN, 1, "de is not known as language"),
        (PLAIN + '\n[[part]]\n\n# the second\ntable = "interview"\n', 7, "interview is not known as table"),
        (PLAIN + "[[part]]\ntitle = 'Nothing'\n", 3, "a part is one of"),
        (PLAIN + "[[part]]\nrows = 'codes'\n", 3, "a part is one of"),
        (PLAIN + "matrix = 'M'\n", 1, "a part is one of"),
        (PLAIN + "cell = 'words'\n", 3, "cell goes with rows"),
        (PLAIN + "sort = 'name'\n", 3, "sort goes with matrix, rows"),
        (PLAIN + "codes = ['C1']\n", 3, "codes goes with"),
        ("sets = [\n 'A',\n 3,\n]\n" + PLAIN, 1, "sets must be a list of texts"),
        ("title = { de = 'Anhang' }\n" + PLAIN, 1, "title must be a text, or one for each language"),
        ("part = 3", 1, "parts are written"),
        ("[[part]]\nrows = 'codes'\ncolumns = 'codes'\nwhere = { a = 1 }", 4, "where must be attributes"),
        ("a = " + "[" * 5000, 1, "no TOML"),
        ("[[part]]\nfigure = 'moons'", 2, "moons is not known as figure"),
        (
            "[[part]]\nfigure = 'structure'\nrows = 'codes'",
            3,
            "the figure structure takes no rows; it takes most, width",
        ),
        ("[[part]]\nfigure = 'saturation'\ncodes = 'C1'", 3, "takes no codes"),
        ("[[part]]\nfigure = 'heat'\nwidth = 'wide'", 3, "width must be a number"),
        (PLAIN + "width = 90", 3, "width goes with figure"),
        ("[[part]]\ncolumns = 'codes'", 1, "a part is one of"),
        (PLAIN + "show = { de = ['Ort'] }", 3, "show must be a list of texts, or one for each language"),
        (PLAIN + "heads = { fr = 3 }", 3, "fr must be a list of texts"),
        ("[[part]]\nfigure = 'heat'\nshow = ['n']", 3, "the figure heat takes no show"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(RecipeError, match=f"Line {line}: ") as found:
        reading.read(text)
    assert words in str(found.value)
    assert found.value.values["line"] == line


def test_a_recipe_too_long_to_be_one_is_refused() -> None:
    with pytest.raises(RecipeError, match="more than 100000 characters"):
        reading.read("#" * (reading.LONGEST + 1))


_words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_texts = st.dictionaries(st.sampled_from(["fr", "en"]), _words) | _words.map(lambda one: {"": one})
_names = st.dictionaries(st.sampled_from(["fr", "en"]), st.lists(_words, max_size=2).map(tuple), max_size=2)
_few = st.lists(_words, max_size=3, unique=True).map(tuple)
_parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Part, table=st.sampled_from(sorted(reports.REGISTER)), title=_texts, note=_texts, file=_words),
    st.builds(Part, table=st.just("verbatims"), codes=_few, framework=_words, show=_names, heads=_names),
    st.builds(Part, figure=st.just("heat"), drawn=st.just({"rows": "codes", "width": 90.0, "most": 3})),
    st.builds(Part, matrix=_words.filter(bool), shape=st.builds(Shape, totals=st.booleans())),
    st.builds(
        Part,
        counted=st.builds(
            MatrixChoice,
            _words.filter(bool),
            _words.filter(bool),
            where=st.dictionaries(_words.filter(bool), _words, max_size=2),
        ),
        formats=st.none() | st.just(("csv",)),
    ),
)


@given(
    st.builds(
        Recipe,
        title=_texts,
        languages=st.sampled_from([(), ("fr",), ("fr", "en")]),
        mask=st.booleans(),
        coders=_few,
        sets=_few,
        formats=st.sampled_from([(), ("csv", "docx")]),
        parts=st.lists(_parts, min_size=1).map(tuple),
    )
)
def test_a_recipe_that_is_written_is_read_as_it_was(recipe: Recipe) -> None:
    assert reading.read(reading.written(recipe)) == recipe


def test_every_recipe_that_ships_is_read_and_masks() -> None:
    found = {info.name: saved_recipes.read(info) for info in saved_recipes.shipped()}
    assert {"appendix", "model-study"} <= found.keys()
    assert all(one.mask for one in found.values())


def test_a_recipe_is_kept_and_kept_anew(study: Study) -> None:
    project = study.project
    key = does_and_undoes(project, lambda: saved_recipes.save(project, " Annexes  2 ", PLAIN))
    again = does_and_undoes(project, lambda: saved_recipes.save(project, "ANNEXES 2", f"mask = false\r\n{PLAIN}"))
    assert again == key
    info = saved_recipes.find(project, "annexes 2")
    assert (info.name, info.text, saved_recipes.read(info).mask) == ("Annexes 2", f"mask = false\n{PLAIN}", False)
    with pytest.raises(RecipeError, match="Line 1"):
        saved_recipes.save(project, "Annexes 2", "mask = 2")
    with pytest.raises(RecipeError, match="needs a name"):
        saved_recipes.save(project, " ", PLAIN)


def test_kept_recipes_are_renamed_and_removed(study: Study) -> None:
    project = study.project
    first, second = saved_recipes.save(project, "a", PLAIN), saved_recipes.save(project, "b", PLAIN)
    does_and_undoes(project, lambda: saved_recipes.rename(project, first, "z"))
    assert [one.name for one in saved_recipes.listed(project)] == ["b", "z"]
    with pytest.raises(RecipeError, match="called B"):
        saved_recipes.rename(project, first, "B")
    does_and_undoes(project, lambda: saved_recipes.remove(project, second))
    with pytest.raises(NothingThere, match="no longer kept"):
        saved_recipes.remove(project, second)


def test_a_kept_recipe_comes_before_one_that_ships(study: Study) -> None:
    project = study.project
    assert saved_recipes.find(project, "Appendix").key is None
    key = saved_recipes.save(project, "appendix", PLAIN)
    assert saved_recipes.find(project, "Appendix").key == key
    with pytest.raises(NothingThere, match="is appendix meant"):
        saved_recipes.find(project, "apendix")
    with pytest.raises(NothingThere, match="No recipe is kept as Moons"):
        saved_recipes.find(project, "Moons")


def test_a_recipe_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Mes annexes.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode())
    assert (saved_recipes.of_file(path).name, saved_recipes.of_file(path).text) == ("Mes annexes", PLAIN)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RecipeError, match="not UTF-8"):
        saved_recipes.of_file(path)
    with pytest.raises(RecipeError, match="can't be read"):
        saved_recipes.of_file(tmp_path)
