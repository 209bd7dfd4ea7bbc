"""A respondent is erased: nothing of them is in any file of the program, and all else is as it was."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codings, memos
from coding.moment.moment import Moment
from corpus import documents, private
from corpus.erasing import erasing, files, scanning
from corpus.errors import ChangeRefused, ProjectError, ReadOnlyProject, SourceError
from corpus.people import participants, recruiting, vault
from corpus.search.index import SearchIndex
from corpus.store import checking, sqlite
from corpus.store.project import Project
from tests.coding.erasing_study import LUC, PLANTED, Planted, lines, planted
from tests.coding.support import dump


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Planted]:
    with planted(tmp_path) as made:
        yield made


def _found(project: Project) -> set[str]:
    return {one.words for one in scanning.scan(project.path, PLANTED, key=project.key)}


def test_what_is_planted_is_found_in_every_place_before_and_in_none_after(study: Planted) -> None:
    project = study.project
    caches = private.of_person("cache")
    SearchIndex.of(project, caches).catch_up(project)
    copy = project.path.with_name("study (format 7 backup).verbatim")
    shutil.copy(project.path, copy)
    assert set(PLANTED) - _found(project) == set()
    index = scanning.scan(project.path, ["quaxotext"], key=project.key)
    assert {one.path.parent.name for one in index} == {project.path.parent.name, project.key}
    found = erasing.erase(project, study.luc)
    assert found.backups == (copy.name,)
    assert not copy.exists()
    assert scanning.scan(project.path, PLANTED, key=project.key) == []
    assert checking.check(project) == []
    SearchIndex.of(project, caches).catch_up(project)
    assert _found(project) == set()


def test_what_others_said_and_counts_of_it_are_as_they_were(study: Planted) -> None:
    project = study.project
    text = documents.text(project, study.documents["Groupe"])
    others = {
        (one.code, one.document, text_of(project, one))
        for one in codings.listed(project)
        if "quaxo" not in text_of(project, one)
    }
    erasing.erase(project, study.luc)
    assert {(one.code, one.document, text_of(project, one)) for one in codings.listed(project)} == others
    left = documents.text(project, study.documents["Groupe"])
    assert left == text.replace(text[text.index("\n\nLUC") : text.index("\n\nANNE : Personne")], "")
    said = [left[one.start : one.end] for one in documents.passages(project, study.documents["Groupe"])]
    assert said == [
        "Qui commence ?",
        "Le rayon est vide le lundi.",
        "Personne, en effet.",
        "Le tableau ne sert à rien.",
    ]
    moment = Moment.of(project)
    assert Counter(row[2] for row in moment.coded.codings.tolist()) == {study.codes["Vide"]: 4, study.codes["Vente"]: 1}
    assert sorted(one.name for one in participants.listed(project)) == ["Anne", "Paul"]


def test_what_was_read_before_is_brought_up_to_date(study: Planted) -> None:
    before = Moment.of(study.project)
    before.mask.text("Luc")
    erasing.erase(study.project, study.luc)
    now, anew = before.now(), Moment.of(study.project)
    assert now.codings.table.tolist() == anew.codings.table.tolist()
    assert now.passages.tolist() == anew.passages.tolist()
    assert (now.people, now.documents) == (anew.people, anew.documents)


def text_of(project: Project, one: codings.CodingInfo) -> str:
    start, end = one.anchor.span or (0, 0)
    return documents.text(project, one.document)[start:end]


def test_history_says_that_one_withdrew_and_nothing_takes_it_back(study: Planted) -> None:
    project = study.project
    erasing.erase(project, study.luc)
    last = project.history()[-1]
    assert (last.label, last.kind, last.coder) == ("A participant withdrew", "erasure", "Ada")
    assert project.undoable() is None
    with pytest.raises(ChangeRefused):
        project.undo()
    assert "quaxo" not in lines(project)


def test_memos_of_others_stay_without_their_words(study: Planted) -> None:
    erasing.erase(study.project, study.luc)
    assert [one.body for one in memos.listed(study.project)] == [
        "Voir […] ailleurs.",
        "Il se plaint : « […] », et […] n'en dit pas plus.",
        "Sur le tableau.",
    ]
    assert recruiting.listed(study.project)[0].status == "withdrawn"


def test_a_rehearsal_tells_the_same_and_does_nothing(study: Planted) -> None:
    project = study.project
    before, log = dump(project), len(project.history())
    told = erasing.foreseen(project, study.luc)
    assert (dump(project), len(project.history())) == (before, log)
    done = erasing.erase(project, study.luc)
    assert told == done
    assert (done.codings, done.turns, done.rows["document"], done.rows["memo"]) == (2, 2, 1, 1)
    assert done.contents["original"] == 2
    assert [one.path for one in done.let_out] == ["text"]


def test_codings_may_be_kept_without_words(study: Planted) -> None:
    project = study.project
    before = [(one.key, one.code, one.anchor) for one in codings.listed(project)]
    words = {info.key: (info.words, info.characters) for info in documents.listed(project)}
    found = erasing.erase(project, study.luc, keep_codings=True)
    assert ([one.path for one in found.let_out], found.blanked) == (["text"], 1)
    assert [(one.key, one.code, one.anchor) for one in codings.listed(project)] == before
    assert {info.key: (info.words, info.characters) for info in documents.listed(project)} == words
    assert "xx" in documents.text(project, study.documents["Groupe"])
    assert "Le rayon est vide le lundi." in documents.text(project, study.documents["Groupe"])
    kept = set(PLANTED) - {"quaxovaleur"}
    assert {one.words for one in scanning.scan(project.path, sorted(kept), key=project.key)} == set()
    assert checking.check(project) == []
    assert participants.listed(project)[0].name == "[participant 1]"


def test_who_speaks_in_no_document_and_who_is_the_only_one(tmp_path: Path, study: Planted) -> None:
    silent = participants.add(study.project, "Muette Quaxomuet")
    found = erasing.erase(study.project, silent)
    assert (found.codings, found.turns, found.rows) == (0, 0, {"participant": 1})
    for one in participants.listed(study.project):
        erasing.erase(study.project, one.key)
    assert [info.name for info in documents.listed(study.project)] == []
    assert codings.listed(study.project) == []


def test_where_it_is_not_known_who_speaks_nothing_is_done(study: Planted) -> None:
    project = study.project
    for one in documents.speakers(project, study.documents["Groupe"]):
        participants.tie_speaker(project, one.key, None)
    before = dump(project)
    with pytest.raises(SourceError, match=r"^It is not known which words of Groupe are Luc Zéphyrin's: say first"):
        erasing.erase(project, study.luc)
    assert dump(project) == before


def test_a_name_that_is_anothers_too_stays_where_others_write_it(study: Planted) -> None:
    project = study.project
    participants.edit(project, participants.find(project, "Paul").key, name="Luc Zéphyrin-Paul")
    erasing.erase(project, study.luc)
    assert "Luc Zéphyrin n'en dit" in memos.listed(project)[1].body


def test_a_name_that_others_say_stays_hidden(study: Planted) -> None:
    project = study.project
    paper = study.documents["Anne"]
    text = documents.text(project, paper)
    from corpus.correcting import corrections

    corrections.edit(project, paper, len(text) - 1, len(text) - 1, ", dit Zéphyrin")
    found = erasing.erase(project, study.luc)
    assert found.kept_names == ("Zéphyrin",)
    with project.read() as session:
        assert [one.name for one in vault.read(session).hidden] == ["Zéphyrin"]


def test_a_file_that_is_read_only_or_has_no_room_is_as_it_was(study: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(study.project)
    usage = shutil.disk_usage(study.project.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1))
    with pytest.raises(ProjectError, match=r"^There is too little room on the disk to write study\.verbatim anew;"):
        erasing.erase(study.project, study.luc)
    assert dump(study.project) == before
    with Project.open(study.project.path, writable=False) as other, pytest.raises(ReadOnlyProject):
        erasing.erase(other, study.luc)


def test_a_file_that_another_program_reads_is_written_anew_later(
    study: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE_S", 0.01)
    project = study.project
    with Project.open(project.path, writable=False) as other, other.read() as session:
        session.connection().exec_driver_sql("SELECT COUNT(*) FROM document").all()
        with pytest.raises(ProjectError, match=r"^study\.verbatim may still hold what was taken out, as another"):
            erasing.erase(project, study.luc)
        assert LUC not in [one.name for one in participants.listed(project)]
    project.close()
    with Project.open(project.path) as again:
        assert scanning.scan(again.path, PLANTED, key=again.key) == []


def test_a_scan_says_where(study: Planted) -> None:
    found = scanning.scan(study.project.path, ["quaxofichier", "quaxomemo"])
    assert {(one.words, one.path.name, one.stored) for one in found} == {
        ("quaxofichier", "study.verbatim", "content"),
        ("quaxomemo", "study.verbatim", "memo"),
    }
    assert files.own(study.project.path)[0] == study.project.path.resolve()
