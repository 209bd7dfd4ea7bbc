"""Tables that call codes by their other names."""

from __future__ import annotations

from pathlib import Path

from coding import codebook, codings
from coding.codebook import frameworks
from coding.imports import codebooks
from coding.imports import codings as imported
from tests.coding.support import Study, does_and_undoes


def _table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def _codings(study: Study, folder: Path, *codes: str) -> imported.ImportedCodings:
    name = next(iter(study.documents))
    rows = [f"{name},{2 * at},{2 * at + 2},{code}" for at, code in enumerate(codes)]
    table = _table(folder / "codings.csv", "document,start,end,code", *rows)
    return does_and_undoes(study.project, lambda: imported.import_table(study.project, table))


def _coded(study: Study) -> list[str]:
    names = {code.key: code.name for code in codebook.listed(study.project)}
    return [names[one.code] for one in codings.listed(study.project)]


def test_codings_find_codes_by_their_other_names(study: Study, tmp_path: Path) -> None:
    codebook.add(study.project, "Vendeurs", aliases=["Force de vente"])
    frameworks.add(study.project, "meco-2019")
    codebook.edit(study.project, codebook.find(study.project, "C1").key, aliases=["veille client"])
    done = _codings(study, tmp_path, "Force de vente", "force DE vente", "Veille client", "Vendeurs")
    assert (done.made, done.new_codes, done.refused) == (4, (), ())
    assert _coded(study).count("Vendeurs") == 3


def test_a_name_comes_before_another_name(study: Study, tmp_path: Path) -> None:
    codebook.add(study.project, "Vendeurs", aliases=["Rayon"])
    codebook.add(study.project, "Rayon")
    _codings(study, tmp_path, "Rayon")
    assert _coded(study) == ["Rayon"]


def test_another_name_of_several_codes_is_refused_by_its_line(study: Study, tmp_path: Path) -> None:
    for name in ("Vendeurs", "Caissiers"):
        codebook.add(study.project, name, aliases=["personnel"])
    done = _codings(study, tmp_path, "Vendeurs", "personnel")
    assert done.made == 1
    [refusal] = done.refused
    assert (refusal.line, refusal.reason) == (3, "personnel may mean several codes; write one of: Vendeurs, Caissiers.")


def test_a_codebook_makes_a_code_of_its_own_and_keeps_other_names(study: Study, tmp_path: Path) -> None:
    project = study.project
    codebook.add(project, "Vendeurs", aliases=["Rayon"])
    table = _table(tmp_path / "codes.csv", "name,aliases", "Rayon,étal; gondole", "Vendeurs,personnel")
    does_and_undoes(project, lambda: codebooks.import_book(project, table))
    found = {code.name: code.aliases for code in codebook.listed(project)}
    assert found["Rayon"] == ("étal", "gondole")
    assert found["Vendeurs"] == ("Rayon",)  # what a person wrote stays
    assert codebook.find(project, "gondole").name == "Rayon"
    assert codebook.find(project, "Rayon").name == "Rayon"
