"""Frameworks in a project: added in either language, forked, grown and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from coding import codebook, codings, links, memos, set_asides
from coding.codebook import frameworks, frameworks_files
from coding.moment.counts import counts
from coding.moment.moment import Moment
from corpus import anchors
from corpus.errors import FrameworkError
from corpus.model import Code, Cue, Framework
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes, dump, make_study

OWN = """
key = "soins"
[title]
fr = "Le soin"
[[codes]]
key = "low"
parent = "top"
fr = {name = "Bas", definition = "D'en bas.", cues = ["en bas"]}
[[codes]]
key = "top"
colour = "#123456"
provenance = "this study"
fr = {name = "Haut", definition = "D'en haut.", include = ["un", "deux"]}
en = {name = "Top", definition = "From above.", cues = ["above"]}
"""


def of_framework(project: Project, framework: str) -> list[codebook.CodeInfo]:
    return [code for code in codebook.listed(project) if code.framework == framework]


def test_adding_in_the_studys_language_with_cues_of_both(study: Study) -> None:
    project = study.project
    assert does_and_undoes(project, lambda: frameworks.add(project, "meco-2019")) == "meco-2019"
    (info,) = frameworks.listed(project)
    file = frameworks_files.find("meco-2019")
    assert (info.framework, info.title, info.citation, info.note) == (
        *("meco-2019", file.title["fr"], file.citation["fr"], file.note["fr"]),
    )
    assert (info.language, info.version, info.origin, info.codes, info.forked_from) == ("fr", "2", "shipped", 7, None)
    found = of_framework(project, "meco-2019")
    assert [code.code_key for code in found] == [f"C{number}" for number in range(1, 8)]
    for code, written in zip(found, file.codes, strict=True):
        french, english = written.texts["fr"], written.texts["en"]
        assert (code.name, code.short, code.definition) == (french.name, french.short, french.definition)
        assert (code.include, code.exclude) == ("\n".join(french.include), "\n".join(french.exclude))
        assert (code.typical, code.atypical, code.colour) == (french.typical, french.atypical, written.colour)
        assert code.provenance == "literature"
        assert set(code.cues) == {*french.cues, *english.cues}
    with project.read() as session:
        cue = session.scalars(select(Cue).where(Cue.text == "pain point")).one()
        assert (cue.language, cue.kind) == ("en", "phrase")


def test_adding_in_another_language(tmp_path: Path) -> None:
    with make_study(tmp_path, language="en").project as project:
        frameworks.add(project, "meco-2019")
        frameworks.add(project, "homburg-2017", language="fr")
        names = [code.name for code in codebook.listed(project) if code.code_key in ("C1", "touchpoint-design")]
        assert names == ["Customer experience analysis capability", "Capacité à designer des points de contact"]
        assert [info.language for info in frameworks.listed(project)] == ["en", "fr"]
        with pytest.raises(FrameworkError, match="not de"):
            frameworks.add(project, "morgan-2012", language="de")


@pytest.mark.parametrize("key", [file.key for file in frameworks_files.shipped()])
def test_every_shipped_framework_can_be_added(study: Study, key: str) -> None:
    frameworks.add(study.project, key)
    assert [info.codes for info in frameworks.listed(study.project)] == [len(frameworks_files.find(key).codes)]


def test_a_framework_is_added_once(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    before = dump(study.project)
    with pytest.raises(FrameworkError, match="meco-2019 is in this project already"):
        frameworks.add(study.project, "meco-2019")
    with pytest.raises(FrameworkError, match="No framework is called nothing"):
        frameworks.add(study.project, "nothing")
    assert dump(study.project) == before


def test_crosswalks_come_with_the_second_of_two_frameworks(study: Study) -> None:
    project = study.project
    frameworks.add(project, "homburg-2017")
    assert links.listed(project, kind="crosswalk") == []
    does_and_undoes(project, lambda: frameworks.add(project, "meco-2019"))
    ways = codebook.ways(project)
    found = {
        (f"meco-2019:{ways[one.source]}", f"homburg-2017:{ways[one.target]}")
        for one in links.listed(project, kind="crosswalk")
    }
    wanted = {(c.source, c.target): c for c in frameworks_files.crosswalks() if "homburg-2017" in c.source + c.target}
    assert found == set(wanted) != set()
    for one in links.listed(project, kind="crosswalk"):
        crosswalk = wanted[f"meco-2019:{ways[one.source]}", f"homburg-2017:{ways[one.target]}"]
        assert (one.basis, one.reason, one.mode) == (crosswalk.basis, crosswalk.reason["fr"], "all")
    count = len(found)
    frameworks.add(project, "morgan-2012")
    assert len(links.listed(project, kind="crosswalk")) == count + 7


def test_a_persons_own_file(study: Study, tmp_path: Path) -> None:
    project, path = study.project, tmp_path / "soins.toml"
    path.write_text(OWN, "utf-8")
    assert does_and_undoes(project, lambda: frameworks.add(project, str(path))) == "soins"
    assert frameworks.get(project, "SOINS").origin == "imported"
    top, low = of_framework(project, "soins")
    assert (top.code_key, top.name, top.include, top.colour) == ("top", "Haut", "un\ndeux", "#123456")
    assert (top.provenance, low.provenance, low.path) == ("this study", "literature", "Haut/Bas")
    with pytest.raises(FrameworkError, match="can't be read"):
        frameworks.add(project, tmp_path / "missing.toml")
    frameworks.remove(project, "soins")
    frameworks.add(project, path, language="en")
    assert [code.name for code in of_framework(project, "soins")] == ["Top", "Bas"]


def test_a_fork_is_a_copy_to_grow(study: Study, tmp_path: Path) -> None:
    project, path = study.project, tmp_path / "soins.toml"
    path.write_text(OWN, "utf-8")
    frameworks.add(project, path)
    source = of_framework(project, "soins")
    codings.apply(project, source[0].key, anchors.words(study.documents["Achats"], 0, 3))
    assert does_and_undoes(project, lambda: frameworks.fork(project, "soins")) == "soins-2"
    info = frameworks.get(project, "soins-2")
    assert (info.title, info.origin, info.forked_from, info.codes) == ("Le soin (2)", "grown", "soins", 2)
    copy = of_framework(project, "soins-2")
    same = ("code_key", "name", "path", "depth", "position", "include", "definition", "colour", "cues", "provenance")
    assert [[getattr(code, name) for name in same] for code in copy] == [
        [getattr(code, name) for name in same] for code in source
    ]
    assert not {code.key for code in copy} & counts(Moment.of(project)).segments.keys()
    assert not {code.uid for code in copy} & {code.uid for code in source}

    codebook.edit(project, copy[0].key, name="Autre")
    codebook.add(project, "Neuf", parent=copy[0].key, key="new")
    assert codebook.find(project, "soins-2:new").provenance == "this study"
    assert [code.name for code in of_framework(project, "soins")] == ["Haut", "Bas"]


def test_a_fork_may_be_named(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    assert frameworks.fork(project, "meco-2019", key="ours", title="La nôtre") == "ours"
    assert frameworks.get(project, "ours").title == "La nôtre"
    assert frameworks.fork(project, "ours") == "ours-2"
    assert frameworks.fork(project, "meco-2019") == "meco-2019-2"
    assert frameworks.fork(project, "meco-2019") == "meco-2019-3"
    for key, sentence in (("ours", "already"), ("two words", "may hold"), ("a:b", "may hold"), ("", "may hold")):
        with pytest.raises(FrameworkError, match=sentence):
            frameworks.fork(project, "meco-2019", key=key)
    with pytest.raises(FrameworkError, match="nothing is not in this project"):
        frameworks.fork(project, "nothing")


def test_removing_says_what_goes_and_takes_it(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    frameworks.add(project, "homburg-2017")
    crosswalks = len(links.listed(project, kind="crosswalk"))
    a, c1 = codebook.add(project, "a"), codebook.find(project, "C1").key
    kept, gone = (
        codings.apply(project, a, anchors.words(achats, 0, 3)),
        codings.apply(project, c1, anchors.words(achats, 0, 3)),
    )
    links.link(project, a, c1)
    links.judge(project, kept, c1, "in")
    memos.add(project, "of it", targets=[memos.Target("code", c1)])
    stays = memos.add(project, "of the words", targets=[memos.Target("coding", gone)])
    said = frameworks.consequences(project, "meco-2019")
    assert (said.codes, said.codings, said.links, said.judgements, said.memos) == (7, 1, crosswalks + 1, 1, 1)
    does_and_undoes(project, lambda: frameworks.remove(project, "meco-2019"))
    assert [info.framework for info in frameworks.listed(project)] == ["homburg-2017"]
    assert [coding.key for coding in codings.listed(project)] == [kept]
    assert links.listed(project, kind=None) == links.judgements(project) == []
    assert [memo.key for memo in memos.listed(project)] == [stays]
    with project.read() as session:
        assert len(session.scalars(select(Framework)).all()) == 1
        assert len(session.scalars(select(Code)).all()) == 5
    with pytest.raises(FrameworkError, match="not in this project"):
        frameworks.remove(project, "meco-2019")


def test_a_fork_takes_along_what_each_coder_said(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    c1, c2 = (codebook.find(project, f"meco-2019:{key}").key for key in ("C1", "C2"))
    listen, shop = codebook.add(project, "listen"), codebook.add(project, "shop")
    coding = codings.apply(
        project, codebook.add(project, "film", parent=listen), anchors.words(achats, *study.span("Achats", "coince"))
    )
    lost = codings.apply(project, shop, anchors.words(achats, 0, 4))
    links.link(project, listen, c1, reason="seen", mode="one_by_one")
    gone = links.link(project, shop, c1)
    links.judge(project, coding, c1, "out", reason="no")
    links.judge(project, lost, c1, "out")
    links.unlink(project, gone)
    with study.coder("Bob"):
        links.judge(project, coding, c1, "in", stance="nuances", reason="yes")
    set_asides.outside(project, shop, "meco-2019", "weather")
    set_asides.refuse(project, listen, c2, "no")
    before = set_asides.listed(project)
    assert does_and_undoes(project, lambda: frameworks.fork(project, "meco-2019", links=True)) == "meco-2019-2"
    d1, d2 = (codebook.find(project, f"meco-2019-2:{key}").key for key in ("C1", "C2"))
    assert [(one.source, one.target, one.mode, one.reason) for one in links.listed(project)] == [
        (listen, c1, "one_by_one", "seen"),
        (listen, d1, "one_by_one", "seen"),
    ]
    said = [(one.coding, one.verdict, one.stance, one.reason, one.coder) for one in links.judgements(project, code=d1)]
    assert said == [(coding, "out", None, "no", "Ada"), (coding, "in", "nuances", "yes", "Bob")]
    assert [one.codings for one in Moment.of(project).evidence(d1)] == [(coding,)]
    assert Moment.of(project, layer="Ada").evidence(d1) == []
    assert [(one.code, one.framework, one.target, one.reason) for one in set_asides.listed(project)[len(before) :]] == [
        (listen, None, d2, "no"),
        (shop, "meco-2019-2", None, "weather"),
    ]
    assert set_asides.listed(project)[: len(before)] == before
    assert frameworks.consequences(project, "meco-2019-2").set_asides == 2
    does_and_undoes(project, lambda: frameworks.remove(project, "meco-2019-2"))
    assert set_asides.listed(project) == before
