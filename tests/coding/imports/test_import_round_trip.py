"""What one project writes another reads: the same codes at the same places, the same codings, whatever their names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coding import codebook, codings
from coding.codebook import codes, frameworks
from coding.exports import codebooks as book_sheets
from coding.exports import codings as coding_sheets
from coding.exports import saving
from coding.imports import codebooks as book_tables
from coding.imports import codings as coding_tables
from coding.moment.moment import Moment
from corpus import anchors, documents, tables
from corpus.cleaning import clean_line, clean_title
from corpus.store.project import Project
from tests.coding.support import draft

Memory = pytest.TempPathFactory
TEXT = "ANNE : On a suivi le parcours client trois semaines, =même ça, @tout ça."
AWKWARD = st.text(st.sampled_from("ab/\\'=+-@:;,\"_x0041# Éé🙂|"), min_size=1, max_size=6)
KNOWN = st.sampled_from(
    ["qualité/prix", "'=x", "''=x", "=x", "Cost", "cost", "coût", "cout", "C1", "C1 Analyse", "meco-2019:C1", "#N/A",
     "1", "1.0", "true", "_x0041_", "/x", "x/", "//", "a\\/b", "a\\", "\\\\", "-", "'", "''", "a::b", "sep=,", "code",
     '"q"', "2024-05-31", "=1+1", "\u0338a", "é\u0301", "analyse"]
)  # fmt: skip
NAMES = (KNOWN | AWKWARD | st.text(max_size=8)).map(clean_line).filter(bool)
# A code for each, under the one before whose number is given, or at the top.
TREES = st.lists(st.tuples(NAMES, st.none() | st.integers(0, 5)), min_size=1, max_size=6)


@pytest.fixture(scope="session")
def memory(tmp_path_factory: Memory) -> Memory:
    """Give folders for examples, where a property test can have none of its own."""
    return tmp_path_factory


@contextmanager
def new_project(folder: Path, name: str, document: str = "Anne", theory: bool = False) -> Iterator[Project]:
    with Project.create(folder / f"{name}.verbatim", coder="Ada") as project:
        documents.add(project, [draft(document, TEXT)])
        if theory:
            frameworks.add(project, "meco-2019")
        yield project


def grow(project: Project, tree: list[tuple[str, int | None]]) -> None:
    """Make the codes as a person's renaming can leave them, with a coding each."""
    made: list[int] = []
    with project.change("grow") as session:
        for name, above in tree:
            parent = made[above] if above is not None and above < len(made) else None
            if codes.sibling(session, None, parent, name) is None:
                made.append(codes.insert(session, name, parent, None))
    (document,) = documents.listed(project)
    codings.apply_many(project, [(key, anchors.words(document.key, n, n + 9)) for n, key in enumerate(made)])


def places(project: Project) -> set[tuple[str | None, str]]:
    return {(code.framework, code.exact) for code in codebook.listed(project)}


def coded(project: Project) -> set[tuple[int | None, int | None, str]]:
    exact = codebook.exact(project)
    return {(one.start, one.end, exact[one.code]) for one in codings.listed(project)}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("theory", [False, True])
@settings(max_examples=12)
@example(tree=[("qualité/prix", None), ("qualité", None), ("prix", 1)])
@example(tree=[("'=x", None), ("=x", None), ("''=x", None)])
@example(tree=[("Cost", None), ("cost", None), ("Coût", 0), ("C1", None)])
@given(tree=TREES)
def test_codings_come_back_as_they_were(
    memory: Memory, suffix: str, theory: bool, tree: list[tuple[str, int | None]]
) -> None:
    folder = memory.mktemp("round")
    with new_project(folder, "one", theory=theory) as one:
        grow(one, tree)
        wanted, used = coded(one), {code for _, _, code in coded(one)}
        saving.save_sheet(coding_sheets.sheet(Moment.of(one)), folder / f"codings{suffix}")
        again = coding_tables.import_table(one, folder / f"codings{suffix}")
        assert (again.made, again.there, again.refused, again.new_codes) == (0, len(wanted), (), ())
    with new_project(folder, "two", theory=theory) as two:
        found = coding_tables.import_table(two, folder / f"codings{suffix}")
        assert found.refused == ()
        assert coded(two) == wanted
        assert {exact for framework, exact in places(two) if framework is None} == used
        two.undo()
        assert coded(two) == set()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=12)
@example(tree=[("qualité/prix", None), ("qualité", None), ("prix", 1), ("x/y", 0)])
@example(tree=[("'=x", None), ("/x", None), ("x", None), ("x/", None)])
@given(tree=TREES)
def test_a_codebook_comes_back_as_it_was(memory: Memory, suffix: str, tree: list[tuple[str, int | None]]) -> None:
    folder = memory.mktemp("round")
    with new_project(folder, "one") as one:
        grow(one, tree)
        cues = ["a; b", "c\\", "d\\; e", ";"]
        codebook.edit(one, codebook.listed(one)[0].key, cues=cues, definition="=dé;fini")
        wanted = places(one)
        book = book_sheets.sheet(Moment.of(one))
        saving.save_sheet(book, folder / f"book{suffix}")
        again = book_tables.import_book(one, folder / f"book{suffix}")
        assert (again.made, again.refused) == ((), ())
    with new_project(folder, "two") as two:
        found = book_tables.import_book(two, folder / f"book{suffix}")
        assert (found.refused, places(two)) == ((), wanted)
        first = codebook.listed(two)[0]
        assert (first.cues, first.definition) == (tuple(cues), "=dé;fini")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=12)
@given(name=(KNOWN | AWKWARD | st.text(max_size=8)).map(clean_title).filter(bool))
def test_a_document_of_any_name_is_found_again(memory: Memory, suffix: str, name: str) -> None:
    folder = memory.mktemp("round")
    with new_project(folder, "one", document=name) as one:
        grow(one, [("x", None)])
        saving.save_sheet(coding_sheets.sheet(Moment.of(one)), folder / f"codings{suffix}")
    with new_project(folder, "two", document=name) as two:
        assert coding_tables.import_table(two, folder / f"codings{suffix}").made == 1


@given(st.text())
def test_the_guard_comes_off_every_text(text: str) -> None:
    from coding.exports.sheets import guarded

    assert tables.unguarded(guarded(text)) == text


@settings(max_examples=30)
@given(TREES)
def test_every_code_is_found_by_the_way_and_the_path_that_name_it(
    memory: Memory, tree: list[tuple[str, int | None]]
) -> None:
    with new_project(memory.mktemp("round"), "one") as project:
        grow(project, tree)
        for ways in (codebook.ways(project), codebook.exact(project)):
            assert [codebook.resolver(project)(way) for way in ways.values()] == list(ways)


# what a person's own tables say


def table(folder: Path, text: str) -> Path:
    (folder / "t.csv").write_text(text, "utf-8")
    return folder / "t.csv"


def test_a_code_edited_in_the_table_wins_over_its_path(tmp_path: Path) -> None:
    with new_project(tmp_path, "one") as project:
        codebook.add(project, "old")
        new = codebook.add(project, "new")
        found = coding_tables.import_table(
            project, table(tmp_path, "document,start,end,code,path\nAnne,0,4,new,/old\n")
        )
        assert found.made == 1
        assert [one.code for one in codings.listed(project)] == [new]


def test_a_code_that_was_moved_since_is_still_found_by_its_name(tmp_path: Path) -> None:
    with new_project(tmp_path, "one") as project:
        key = codebook.add(project, "above/prix")
        found = coding_tables.import_table(
            project, table(tmp_path, "document,start,end,code,path\nAnne,0,4,prix,/prix\n")
        )
        assert (found.made, found.new_codes) == (1, ())
        assert [one.code for one in codings.listed(project)] == [key]


def test_a_table_without_paths_reads_as_before(tmp_path: Path) -> None:
    rows = "document,start,end,code\nAnne,0,4,Neuf/Sous\nAnne,1,5,'=x\nAnne,2,6,NEUF\n"
    with new_project(tmp_path, "one") as project:
        found = coding_tables.import_table(project, table(tmp_path, rows))
        assert found.new_codes == ("Neuf/Sous", "=x")
        assert [code.path for code in codebook.listed(project)] == ["Neuf", "Neuf/Sous", "=x"]


def test_a_codebook_of_the_version_before_reads_as_it_did(tmp_path: Path) -> None:
    rows = "path,name,cues\nson/image,son/image,un; deux\nson/image/détail,détail,\na/b,b,\n"
    with new_project(tmp_path, "one") as project:
        book_tables.import_book(project, table(tmp_path, rows))
        listed = codebook.listed(project)
        assert [code.exact for code in listed] == ["/son\\/image", "/son\\/image/détail", "/a", "/a/b"]
        assert listed[0].cues == ("un", "deux")


def test_a_slash_within_a_name_can_be_written(tmp_path: Path) -> None:
    with new_project(tmp_path, "one") as project:
        key = codebook.add(project, "/qualité\\/prix/neuf")
        assert codebook.get(project, key).path == "qualité/prix/neuf"
        assert codebook.get(project, key).above == "qualité/prix"
        assert codebook.find(project, "/qualité\\/prix/neuf").key == key
        assert codebook.find(project, "qualité/prix").name == "qualité/prix"
