"""A framework that a project holds in an older version: what changed since, whose it is, and taking it over."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from coding import codebook, codings, links
from coding.codebook import differences, frameworks, frameworks_files, updating
from coding.codebook.differences import Difference, changes, newer
from coding.codebook.frameworks_files import FrameworkFile, find, former, former_crosswalks
from corpus import anchors
from corpus.errors import FrameworkError
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes, dump

MECO = "meco-2019"


@pytest.fixture
def old(study: Study, monkeypatch: pytest.MonkeyPatch) -> Study:
    """A study to which the first version of the seven capabilities was added, with what it meets in Homburg."""
    with monkeypatch.context() as then:
        then.setattr(frameworks_files, "crosswalks", lambda: former_crosswalks("1"))
        then.setattr(frameworks_files, "find", lambda key: former(key, "1"))
        for key in (MECO, "homburg-2017"):
            frameworks.add(study.project, key)
    return study


def ships(monkeypatch: pytest.MonkeyPatch, file: FrameworkFile) -> None:
    """Let `file` be what ships under its key."""
    others = [one for one in frameworks_files.shipped() if one.key != file.key]
    monkeypatch.setattr(frameworks_files, "shipped", lambda: (file, *others))


def code(project: Project, key: str, framework: str = MECO) -> codebook.CodeInfo:
    (found,) = [c for c in codebook.listed(project) if (c.framework, c.code_key) == (framework, key)]
    return found


def offered(project: Project, framework: str = MECO) -> dict[str, Difference]:
    return {one.key: one for one in changes(project, framework)}


def test_what_changed_is_shown_side_by_side(old: Study) -> None:
    project = old.project
    found = offered(project)
    assert found["C1.name"] == Difference(
        "C1.name",
        "C1 Analyse de l'expérience client",
        "name",
        "changed",
        "Analyse de l'expérience client",
        "Capacité d’analyse de l’expérience client",
    )
    assert found["note"].shipped == find(MECO).note["fr"]
    assert {one.field for one in found.values()} >= {"definition", "include", "exclude", "typical", "cues", "crosswalk"}
    assert not any(one.own or one.used for one in found.values())
    assert all(one.mine != one.shipped for one in found.values())
    assert found["meco-2019:C3=homburg-2017:touchpoint-design"].what == "added"


def test_taking_all_makes_it_as_if_it_were_added_now(old: Study, tmp_path: Path) -> None:
    project = old.project
    assert [newer(info) for info in frameworks.listed(project)] == ["2", "3"]
    for key in (MECO, "homburg-2017"):
        does_and_undoes(project, lambda key=key: updating.update(project, key))  # type: ignore[misc]
    assert [newer(info) for info in frameworks.listed(project)] == [None, None]
    assert changes(project, MECO) == changes(project, "homburg-2017") == []
    with Project.create(tmp_path / "new.verbatim", name="Neu", language="fr", coder="Ada") as new:
        for key in (MECO, "homburg-2017"):
            frameworks.add(new, key)
        assert said(project) == said(new)
        assert crosswalks(project) == crosswalks(new)


def said(project: Project) -> list[object]:
    same = ("code_key", "name", "short", "definition", "include", "exclude", "typical", "atypical", "colour", "parent")
    return [[getattr(one, name) for name in same] + [set(one.cues)] for one in codebook.listed(project)]


def crosswalks(project: Project) -> set[object]:
    ways = codebook.ways(project)
    return {
        (ways[one.source], ways[one.target], one.basis, one.reason) for one in links.listed(project, kind="crosswalk")
    }


def test_what_the_person_wrote_stays_unless_it_is_chosen(old: Study) -> None:
    project, key = old.project, code(old.project, "C1").key
    codebook.edit(project, key, definition="À ma façon.", cues=[*code(project, "C1").cues[1:], "mon indice"])
    gone = former(MECO, "1").codes[0].texts["fr"].cues[0]  # type: ignore[union-attr]
    assert gone not in code(project, "C1").cues
    mine = offered(project)["C1.definition"]
    assert (mine.own, mine.mine) == (True, "À ma façon.")
    does_and_undoes(project, lambda: updating.update(project, MECO))
    after = code(project, "C1")
    assert (after.definition, after.name) == ("À ma façon.", "Capacité d’analyse de l’expérience client")
    assert "mon indice" in after.cues
    assert gone not in after.cues
    assert set(after.cues) >= {"on a fait un prototype", "prototyping"}
    project.undo()
    taken = does_and_undoes(project, lambda: updating.update(project, MECO, ["C1.definition"]))
    assert [one.key for one in taken] == ["C1.definition"]
    after = code(project, "C1")
    assert (after.definition, after.name) == (
        find(MECO).codes[0].texts["fr"].definition,
        "Analyse de l'expérience client",
    )


def test_what_the_person_wrote_and_nobody_changed_is_no_news(old: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    ships(monkeypatch, replace(former(MECO, "1"), version="3"))  # type: ignore[arg-type]
    codebook.edit(old.project, code(old.project, "C2").key, short="Trier")
    assert [one for one in changes(old.project, MECO) if one.field != "crosswalk"] == []


def test_choosing_nothing_is_an_answer_too(old: Study) -> None:
    project, before = old.project, said(old.project)
    assert does_and_undoes(project, lambda: updating.update(project, MECO, [])) == []
    assert (said(project), newer(frameworks.get(project, MECO))) == (before, None)


def test_codings_and_links_stay(old: Study) -> None:
    project, key = old.project, code(old.project, "C1").key
    descriptive = codebook.add(project, "Irritants")
    codings.apply(project, key, anchors.words(old.documents["Achats"], 0, 3))
    links.link(project, descriptive, key)
    kept = dump(project)
    updating.update(project, MECO)
    after = dump(project)
    assert after["coding"] == kept["coding"]
    assert [row for row in after["link"] if "evidence" in row] == [row for row in kept["link"] if "evidence" in row]


def test_a_code_the_person_took_away_comes_back_only_when_chosen(old: Study) -> None:
    project = old.project
    codebook.remove(project, code(project, "C7").key)
    found = offered(project)["C7"]
    assert (found.what, found.own, found.mine) == ("added", True, "")
    updating.update(project, MECO)
    assert "C7" not in [c.code_key for c in codebook.listed(project)]
    project.undo()
    does_and_undoes(project, lambda: updating.update(project, MECO, ["C7"]))
    back, file = code(project, "C7"), find(MECO).codes[6].texts["fr"]
    assert (back.name, back.provenance, back.framework) == (file.name, "literature", MECO)
    assert set(back.cues) == {*file.cues, *find(MECO).codes[6].texts["en"].cues}


def test_a_new_code_and_one_that_is_gone(old: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    project, now = old.project, find(MECO)
    eighth = replace(now.codes[6], key="C8", parent="C9")
    ninth = replace(now.codes[5], key="C9", texts={"en": replace(now.codes[5].texts["en"], name="Ninth")})
    ships(monkeypatch, replace(now, version="3", codes=(*now.codes[:4], *now.codes[5:], eighth, ninth)))
    found = offered(project)
    assert (found["C8"].what, found["C9"].what, found["C5"].what) == ("added", "added", "gone")
    assert not found["C5"].used
    with pytest.raises(FrameworkError, match="is called nothing"):
        updating.update(project, MECO, ["nothing"])
    does_and_undoes(project, lambda: updating.update(project, MECO))
    assert code(project, "C8").path == f"Ninth/{eighth.texts['fr'].name}"
    assert "C5" not in [c.code_key for c in codebook.listed(project)]


def test_a_code_that_is_gone_stays_where_it_is_worked_with(old: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    project, now = old.project, find(MECO)
    ships(monkeypatch, replace(now, version="3", codes=now.codes[1:]))
    codings.apply(project, code(project, "C1").key, anchors.words(old.documents["Achats"], 0, 3))
    assert offered(project)["C1"].used
    before = dump(project)
    with pytest.raises(FrameworkError, match="it stays"):
        updating.update(project, MECO, ["C1"])
    assert dump(project) == before
    updating.update(project, MECO)
    assert code(project, "C1").name == "Analyse de l'expérience client"


def test_a_crosswalk_rewritten_by_the_person_stays(old: Study) -> None:
    project, key = old.project, "meco-2019:C1=homburg-2017:touchpoint-adaptation"
    with project.read() as session:
        made = differences.crosswalks_made(session)[key].link
    links.set_reason(project, made, "Comme je le vois.")
    assert offered(project)[key].own
    updating.update(project, MECO)
    assert "Comme je le vois." in {one.reason for one in links.listed(project, kind="crosswalk")}
    project.undo()
    does_and_undoes(project, lambda: updating.update(project, MECO, [key]))
    assert "Comme je le vois." not in {one.reason for one in links.listed(project, kind="crosswalk")}


def test_a_fork_is_the_studys_own_and_can_be_compared_all_the_same(old: Study) -> None:
    project = old.project
    fork = frameworks.fork(project, MECO)
    codebook.edit(project, code(project, "C1", fork).key, name="Comprendre")
    assert newer(frameworks.get(project, fork)) is None
    found = offered(project, fork)
    assert (found["C1.name"].own, found["C2.name"].own) == (True, False)
    assert "title" not in found
    assert not any(one.field == "crosswalk" for one in found.values())
    before = [one for one in said(project) if one[0] == "C1"]  # type: ignore[index]
    does_and_undoes(project, lambda: updating.update(project, MECO))
    assert [one for one in said(project) if one[0] == "C1"][1] == before[1]  # type: ignore[index]
    does_and_undoes(project, lambda: updating.update(project, fork))
    assert code(project, "C1", fork).name == "Comprendre"
    assert code(project, "C2", fork).name == find(MECO).codes[1].texts["fr"].name


def test_a_framework_of_ones_own_is_never_behind(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('key = "own"\n[[codes]]\nkey = "a"\nfr = {name = "A", definition = "B."}\n', "utf-8")
    frameworks.add(study.project, path)
    assert newer(frameworks.get(study.project, "own")) is None
    with pytest.raises(FrameworkError, match="its text is yours"):
        changes(study.project, "own")


def test_every_earlier_version_can_be_read_and_differs() -> None:
    for file in frameworks_files.shipped():
        first = former(file.key, "1")
        assert first is not None
        assert first.version == "1"
        assert first.codes != file.codes
        assert former(file.key, file.version) is file
        assert frameworks_files.version(file.key) == file.version
        assert former(file.key, "0") is None
        for number in range(2, int(file.version)):
            between = former(file.key, str(number))
            assert between is not None
            assert (between.note, between.citation, between.codes) != (file.note, file.citation, file.codes)
    assert frameworks_files.version("nothing") is None
    assert former_crosswalks("1") != frameworks_files.crosswalks() == former_crosswalks("0")


def test_a_source_that_is_cited_in_french_now_is_offered_and_taken(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "social-journey"
    with monkeypatch.context() as then:
        then.setattr(frameworks_files, "find", lambda one: former(one, "2"))
        frameworks.add(study.project, key)
    found = offered(study.project, key)
    assert found["citation"].mine == former(key, "2").citation["en"]  # type: ignore[union-attr]  # it is among them
    assert found["citation"].shipped == find(key).citation["fr"]
    assert not any(one.own for one in found.values())
    updating.update(study.project, key)
    assert frameworks.get(study.project, key).citation == find(key).citation["fr"]
    assert offered(study.project, key) == {}


def test_an_apostrophe_is_no_news_and_comes_with_what_is_taken(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    now = find(MECO)
    texts = {
        "fr": replace(
            now.codes[0].texts["fr"],
            **{field: differences.plain(getattr(now.codes[0].texts["fr"], field)) for field in ("name", "definition")},
        )
    }
    first = replace(now.codes[0], texts={**now.codes[0].texts, **texts})
    before = replace(now, version="1", codes=(first, replace(now.codes[1], colour="#000000"), *now.codes[2:]))
    with monkeypatch.context() as then:
        then.setattr(frameworks_files, "find", lambda _key: before)
        frameworks.add(study.project, MECO)
    monkeypatch.setattr(frameworks_files, "former", lambda _key, _version: before)
    assert "'" in code(study.project, "C1").name
    assert not offered(study.project)
    updating.update(study.project, MECO)
    assert code(study.project, "C1").name == now.codes[0].texts["fr"].name


def test_the_french_of_the_frameworks_has_the_signs_of_print() -> None:
    straight = [
        (file.key, code.key)
        for file in frameworks_files.shipped()
        for code in file.codes
        if re.search(r"\w'\w|\S [;:?!»]|« ", str(replace(code, texts={"fr": code.texts["fr"]})).replace("\\'", "'"))
    ]
    assert not straight
