"""Codebooks from tables and TOML."""

from __future__ import annotations

import pytest

from coding import codebook
from coding.imports import codebooks
from corpus.errors import TableError
from corpus.store.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "a.verbatim") as project:
        yield project


def told(project):
    return [(code.path, code.definition, code.cues) for code in codebook.listed(project)]


def test_toml_codes_come_in_with_their_parents(project, tmp_path):
    (tmp_path / "b.toml").write_text(
        '[[code]]\nname = "métier"\n[[code]]\nname = "geste"\nparent = "métier"\ndefinition = "La main."\n'
        'cues = ["main", "doigt"]\n',
        "utf-8",
    )
    found = codebooks.import_book(project, tmp_path / "b.toml")
    assert found.made == ("métier", "métier/geste")
    assert told(project) == [("métier", "", ()), ("métier/geste", "La main.", ("main", "doigt"))]
    project.undo()
    assert told(project) == []


def test_a_toml_file_with_a_key_is_a_framework(project, tmp_path):
    (tmp_path / "b.toml").write_text(
        'key = "own"\n[[codes]]\nkey = "K1"\n[codes.en]\nname = "Listen"\ndefinition = "We listen."\n', "utf-8"
    )
    found = codebooks.import_book(project, tmp_path / "b.toml")
    assert (found.framework, found.made) == ("own", ("K1 Listen",))


def test_rows_are_refused_alone_and_parents_made_as_needed(project, tmp_path):
    (tmp_path / "b.csv").write_text(
        "path;definition;framework;couleur\na/b/c;x;;#0072b2\nz;y;none;\nd;;;bleu\na/b;plus tard;;\n", "utf-8"
    )
    found = codebooks.import_book(project, tmp_path / "b.csv")
    assert [one.line for one in found.refused] == [3, 4]
    assert [path for path, _, _ in told(project)] == ["a", "a/b", "a/b/c"]


def test_columns_of_other_programs_are_taken_and_those_left_are_named(project, tmp_path):
    (tmp_path / "b.csv").write_text(
        "Parent code;Code;Full definition;Comment;Inclusion;Critères d’exclusion;Exemple;Groupe;Vide\n"
        "Atelier;Outils;Ce qui sert.;Voir aussi gestes.;Si nommé;Si loué;« ma scie »;G1;\n",
        "utf-8",
    )
    found = codebooks.import_book(project, tmp_path / "b.csv")
    assert found.left == ("Groupe",)
    code = codebook.find(project, "Atelier/Outils")
    assert (code.definition, code.include, code.exclude, code.typical) == (
        "Ce qui sert.\nVoir aussi gestes.",
        "Si nommé",
        "Si loué",
        "« ma scie »",
    )


def test_what_an_export_counts_is_not_said_to_be_left(project, tmp_path):
    (tmp_path / "b.csv").write_text("name,codings,documents\na,3,2\n", "utf-8")
    assert codebooks.import_book(project, tmp_path / "b.csv").left == ()


def test_a_name_with_a_slash_survives(project, tmp_path):
    (tmp_path / "b.csv").write_text("path,name\nson/image,son/image\nson/image/détail,détail\n", "utf-8")
    codebooks.import_book(project, tmp_path / "b.csv")
    assert [(code.name, code.depth) for code in codebook.listed(project)] == [("son/image", 0), ("détail", 1)]


def test_what_is_written_stays_and_what_is_empty_is_filled(project, tmp_path):
    codebook.add(project, "a", definition="Le mien.")
    (tmp_path / "b.csv").write_text("code,definition,exclude\na,Le leur.,Autre chose.\n", "utf-8")
    found = codebooks.import_book(project, tmp_path / "b.csv")
    assert (found.made, found.filled) == ((), ("a",))
    [code] = codebook.listed(project)
    assert (code.definition, code.exclude) == ("Le mien.", "Autre chose.")
    assert codebooks.import_book(project, tmp_path / "b.csv").filled == ()


@pytest.mark.parametrize(
    ("name", "body", "word"),
    [
        ("b.qdc", "<CodeBook/>", ".csv"),
        ("b.csv", "colour,definition\n#000000,x\n", "name"),
        ("b.toml", "x = ", "TOML"),
        ("b.toml", "x = 1\n", "[[code]]"),
        ("b.toml", None, "b.toml"),
        ("b.csv", None, "b.csv"),
    ],
)
def test_what_is_no_codebook_is_said(project, tmp_path, name, body, word):
    if body is not None:
        (tmp_path / name).write_text(body, "utf-8")
    with pytest.raises(TableError) as caught:
        codebooks.import_book(project, tmp_path / name)
    assert word in str(caught.value)
    assert told(project) == []
