"""Other names of codes: kept like cues, carried by copies, merges and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import codebook, codings, reports
from coding.codebook import frameworks
from coding.exports import codebooks as exported
from coding.imports import codebooks
from coding.moment.moment import Moment
from coding.search.fields import Meaning
from corpus import sets
from corpus.errors import AmbiguousCode, UnknownCode
from corpus.search.nodes import Field
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes


def others(project: Project, name: str) -> tuple[str, ...]:
    return codebook.find(project, name).aliases


def test_other_names_are_written_as_a_whole_and_taken_back(study: Study) -> None:
    project, code = study.project, codebook.add(study.project, "Vendeurs")
    moment = Moment.of(project)
    does_and_undoes(project, lambda: codebook.edit(project, code, aliases=[" force  de vente ", "sellers", "sellers"]))
    assert others(project, "Vendeurs") == ("force de vente", "sellers")
    assert moment.now().codes[code].aliases == ("force de vente", "sellers")
    does_and_undoes(project, lambda: codebook.edit(project, code, aliases=["sellers", "staff"]))
    assert others(project, "Vendeurs") == ("sellers", "staff")
    does_and_undoes(project, lambda: codebook.remove(project, code))


def test_the_names_of_merged_codes_are_kept_as_other_names(study: Study) -> None:
    project = study.project
    into = codebook.add(project, "Vendeurs", aliases=["staff"])
    gone = [codebook.add(project, "Force de vente", aliases=["sellers", "staff"]), codebook.add(project, "VENDEURS")]
    codebook.add(project, "Force de vente/écoute")
    codebook.add(project, "Vendeurs/écoute")
    does_and_undoes(project, lambda: codebook.merge(project, gone, into))
    assert set(others(project, "Vendeurs")) == {"staff", "sellers", "Force de vente"}
    assert others(project, "Vendeurs/écoute") == ()


def test_a_copy_of_a_framework_has_the_other_names_too(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    codebook.edit(project, codebook.find(project, "C1").key, aliases=["veille"])
    copy = does_and_undoes(project, lambda: frameworks.fork(project, "meco-2019"))
    assert [code.aliases for code in codebook.listed(project) if code.framework == copy and code.code_key == "C1"] == [
        ("veille",)
    ]


def test_a_code_is_found_by_its_other_names_where_none_is_called_so(study: Study) -> None:
    project = study.project
    sellers = codebook.add(project, "Vendeurs", aliases=["Force de vente", "Rayon"])
    shelf = codebook.add(project, "Rayon")
    assert codebook.find(project, "force DE vente").key == sellers
    assert codebook.find(project, "rayon").key == shelf, "a name comes first"
    codebook.edit(project, shelf, aliases=["force de vente"])
    assert codebook.find(project, "Force de vente").key == sellers
    with pytest.raises(AmbiguousCode):
        codebook.find(project, "FORCE de vente")
    with pytest.raises(UnknownCode, match=r"is [Ff]orce de vente meant"):
        codebook.find(project, "Forces de ventes")
    assert codebook.ways(project) == {sellers: "Vendeurs", shelf: "Rayon"}


def test_a_query_knows_the_other_names_of_codes(study: Study) -> None:
    project, place = study.project, study.words("Achats", "parcours client")
    code = codebook.add(project, "Vendeurs", aliases=["Force de vente"])
    codings.apply(project, code, place)
    fields = Meaning(Moment.of(project))
    for value in ("force de vente", "force*"):
        assert fields.codes(Field("code", value)) == [code]


def test_the_printed_codebook_names_the_sets_and_the_other_names_of_a_code(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "Vendeurs", aliases=["staff", "équipe"])
    codebook.add(project, "Rayon")
    sets.make(project, "Magasin", "codes", [code])
    moment = Moment.of(project)
    [one, other] = reports.report(moment, "codebook").sections[0].rows
    assert str(one[0]).splitlines()[-2:] == ["autres noms\u00a0: staff\u202f; équipe", "ensembles\u00a0: Magasin"]
    assert other[0] == "Rayon"
    sheet = reports.sheet(moment, "codebook")
    assert [row[sheet.columns.index("sets")] for row in sheet.rows] == ["Magasin", ""]


def test_other_names_go_out_and_come_in_with_the_codebook(study: Study, tmp_path: Path) -> None:
    project, names = study.project, ("a; b", "c\\", "staff")
    codebook.add(project, "Vendeurs", aliases=names)
    sheet = exported.sheet(Moment.of(project))
    [row] = sheet.rows
    said = str(row[sheet.columns.index("aliases")])
    table = tmp_path / "book.csv"
    table.write_text('name,aliases\n"Équipe","' + said + '"\n', "utf-8")
    does_and_undoes(project, lambda: codebooks.import_book(project, table))
    assert others(project, "Équipe") == names
    toml = tmp_path / "book.toml"
    toml.write_text('[[code]]\nname = "Rayon"\naliases = ["a; b", "linéaire"]\n', "utf-8")
    codebooks.import_book(project, toml)
    assert others(project, "Rayon") == ("a; b", "linéaire")
